import { ChevronRight, Plus } from 'lucide-react';
import { useId, useState } from 'react';
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
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <PersonEntry
              person={person}
              onChange={replace}
              onRemove={() => onChange(people.filter(({ id }) => id !== person.id))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One line that says who it is, and opens for editing. Whoever has no name yet stands open. */
function PersonEntry({
  person,
  onChange,
  onRemove,
}: {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly onRemove: () => void;
}) {
  const translate = useTranslate();
  const fields = useId();
  const [open, setOpen] = useState(person.name === '');
  const facts = [translate.loose(`story.part-${person.part}`), person.office ?? ''].filter((fact) => fact !== '');
  return (
    <>
      <button
        type="button"
        className="person-line"
        aria-expanded={open}
        aria-controls={fields}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={13} aria-hidden />
        <span>
          <b>{person.name || translate('story.person-unnamed')}</b> · {facts.join(' · ')}
        </span>
      </button>
      <div id={fields} className="panel-entry" hidden={!open}>
        <DraftField
          label={translate('story.name')}
          value={person.name}
          onCommit={(name) => onChange({ ...person, name })}
        />
        <label className="field">
          <span className="label">{translate('story.part')}</span>
          <select
            value={person.part}
            onChange={({ target }) =>
              onChange({ ...person, part: PARTS.find((part) => part === target.value) ?? 'other' })
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
          onCommit={(text) => onChange(withDetail(person, 'honorific', text))}
        />
        <DraftField
          label={translate('story.shortName')}
          value={person.shortName ?? ''}
          onCommit={(text) => onChange(withDetail(person, 'shortName', text))}
        />
        <div className="whole">
          <DraftField
            label={translate('story.office')}
            value={person.office ?? ''}
            onCommit={(text) => onChange(withDetail(person, 'office', text))}
          />
        </div>
        <button type="button" className="text-button end" onClick={onRemove}>
          {translate('story.remove')}
        </button>
      </div>
    </>
  );
}

function withDetail(person: Person, detail: Detail, text: string): Person {
  const { [detail]: _, ...rest } = person;
  return text === '' ? rest : { ...rest, [detail]: text };
}
