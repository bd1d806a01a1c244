import { Plus } from 'lucide-react';
import type { Part, Person } from '../../shared/interview/types';
import { idMint } from '../../shared/interview/build';
import { useTranslate } from '../app/language';
import { DraftField } from '../ui/DraftField';

const PARTS: readonly Part[] = ['interviewee', 'interviewer', 'photographer', 'other'];
const mint = idMint(Math.random);

type Detail = 'honorific' | 'shortName' | 'office';

interface PeopleEditorProps {
  readonly people: readonly Person[];
  readonly onChange: (people: readonly Person[]) => void;
}

/** Who speaks, asks and photographs. */
export function PeopleEditor({ people, onChange }: PeopleEditorProps) {
  const translate = useTranslate();
  const replace = (person: Person) => onChange(people.map((one) => (one.id === person.id ? person : one)));
  return (
    <section className="panel-section" aria-label={translate('story.people')}>
      <div className="panel-head">
        <h2 className="label">{translate('story.people')}</h2>
        <button
          type="button"
          className="text-button"
          onClick={() => onChange([...people, { id: mint(), name: '', part: 'interviewee' }])}
        >
          <Plus size={12} aria-hidden /> {translate('story.add-person')}
        </button>
      </div>
      {people.map((person) => (
        <div key={person.id} className="panel-entry">
          <DraftField
            label={translate('story.name')}
            value={person.name}
            onCommit={(name) => replace({ ...person, name })}
          />
          <label className="field">
            <span className="label">{translate('story.part')}</span>
            <select
              value={person.part}
              onChange={({ target }) =>
                replace({ ...person, part: PARTS.find((part) => part === target.value) ?? 'other' })
              }
            >
              {PARTS.map((part) => (
                <option key={part} value={part}>
                  {translate.loose(`story.part-${part}`)}
                </option>
              ))}
            </select>
          </label>
          <DraftField
            label={translate('story.honorific')}
            value={person.honorific ?? ''}
            onCommit={(text) => replace(withDetail(person, 'honorific', text))}
          />
          <DraftField
            label={translate('story.shortName')}
            value={person.shortName ?? ''}
            onCommit={(text) => replace(withDetail(person, 'shortName', text))}
          />
          <div className="whole">
            <DraftField
              label={translate('story.office')}
              value={person.office ?? ''}
              onCommit={(text) => replace(withDetail(person, 'office', text))}
            />
          </div>
          <button
            type="button"
            className="text-button end"
            onClick={() => onChange(people.filter(({ id }) => id !== person.id))}
          >
            {translate('story.remove')}
          </button>
        </div>
      ))}
    </section>
  );
}

function withDetail(person: Person, detail: Detail, text: string): Person {
  const { [detail]: _, ...rest } = person;
  return text === '' ? rest : { ...rest, [detail]: text };
}
