import type { OpenChange } from '../../../shared/review/suggest/changes';
import { UNKNOWN_AUTHOR } from '../../../shared/review/suggest/repair-suggestions';
import { useTranslate } from '../../app/language';

interface AuthorFilterProps {
  readonly changes: readonly OpenChange[];
  readonly slots: ReadonlyMap<string, number>;
  readonly chosen: string | null;
  readonly onChoose: (author: string | null) => void;
}

/** Whose proposals the list shows: each author with their colour and how many they are. */
export function AuthorFilter({ changes, slots, chosen, onChoose }: AuthorFilterProps) {
  const translate = useTranslate();
  const countOf = (author: string) => changes.filter(({ authors }) => authors.includes(author)).length;
  return (
    <div className="suggestions-authors" role="group" aria-label={translate('suggest.authors')}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {translate('suggest.all-authors')}
      </button>
      {[...slots].map(([author, slot]) => (
        <button key={author} type="button" aria-pressed={chosen === author} onClick={() => onChoose(author)}>
          <i data-author={slot} aria-hidden />
          {author === UNKNOWN_AUTHOR ? translate('suggest.unknown-author') : author} · {countOf(author)}
        </button>
      ))}
    </div>
  );
}
