import type { Piece } from '../../shared/review/compare/compare-texts';
import type { Comparison, FactChange, TextChange } from '../../shared/review/compare/comparison';
import type { ChangedPlace } from '../../shared/review/compare/places';
import { changedPlaces } from '../../shared/review/compare/places';
import { partTitle, rowTitle } from '../../shared/review/compare/row-words';
import { isBlank, plainText, toText } from '../../shared/interview/text';
import type { Translate } from '../../shared/i18n/translate';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { useComparison } from './compare/comparison-store';

/** Of each words, so many characters: enough to know the place by. */
const SNIPPET = 60;

/** The edits since the approval, each with the words that came and went; a click opens the comparison there. */
export function EditList({ edits }: { readonly edits: Comparison }) {
  const translate = useTranslate();
  const go = (at: number) => {
    runCommand('compare-sealed');
    useComparison.setState({ at });
  };
  return (
    <ul className="edit-list">
      {changedPlaces(edits).map((place, at) => (
        <li key={at}>
          <button type="button" onClick={() => go(at)}>
            <span className="panel-note">{titleOf(place, translate)}</span>
            {place.kind === 'field' ? <Values fact={place.fact} /> : <Snippet text={textOf(place)} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a detail of the piece was and is. */
function Values({ fact: { before = '', after = '' } }: { readonly fact: FactChange }) {
  return <Snippet text={{ pieces: [piece('removed', before), piece('added', after)] }} />;
}

function piece(kind: 'removed' | 'added', words: string): Piece {
  return { kind, text: toText(words) };
}

function Snippet({ text }: { readonly text: Pick<TextChange, 'pieces'> | undefined }) {
  const translate = useTranslate();
  const of = (wanted: Piece['kind']) =>
    text?.pieces.find(({ kind, text: words }) => kind === wanted && !isBlank(words));
  const [removed, added] = [of('removed'), of('added')];
  return (
    <>
      {removed && (
        <del>
          <span className="unseen">{translate('review.spoken-removed')} </span>
          {plainText(removed.text).slice(0, SNIPPET)}
        </del>
      )}
      {added && (
        <ins>
          <span className="unseen">{translate('review.spoken-added')} </span>
          {plainText(added.text).slice(0, SNIPPET)}
        </ins>
      )}
    </>
  );
}

function titleOf(place: ChangedPlace, translate: Translate): string {
  switch (place.kind) {
    case 'head':
      return partTitle(place.text, translate);
    case 'field':
      return translate.loose(`review.fact-${place.fact.fact}`);
    case 'row':
      return rowTitle(place.row, translate);
  }
}

function textOf(place: ChangedPlace): TextChange | undefined {
  if (place.kind === 'head') return place.text;
  return place.kind === 'row' ? place.row.texts[0] : undefined;
}
