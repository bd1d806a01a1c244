import type { FactChange, Row, TextChange } from '../../../shared/review/compare/comparison';
import { partTitle, rowTitle } from '../../../shared/review/compare/row-words';
import { photoAddress } from '../../../shared/ipc/addresses';
import { useTranslate } from '../../app/language';
import { useSession } from '../../session/SessionContext';
import { ComparedText } from './ComparedText';
import { useComparison } from './comparison-store';

interface ChangedPartProps {
  /** Its number among the changed places, from 0. */
  readonly place: number;
  readonly title?: string;
  readonly row?: Row;
  readonly texts: readonly TextChange[];
  readonly facts: readonly FactChange[];
  /** The words of a block that only moved. */
  readonly still?: string;
  readonly onBack?: (() => void) | undefined;
  /** Takes a moved block back to where it stood. */
  readonly onHome?: (() => void) | undefined;
}

/** One changed place: what it is, what became of its words, and the way to bring the old ones back. */
export function ChangedPart({ place, title, row, texts, facts, still = '', onBack, onHome }: ChangedPartProps) {
  const translate = useTranslate();
  const here = useComparison(({ at }) => at === place);
  return (
    <section
      className="compared"
      data-place={place}
      data-change={row?.change ?? 'changed'}
      data-moved={row?.moved || undefined}
      aria-current={here || undefined}
    >
      <header lang={translate.language}>
        <h3>{row ? rowTitle(row, translate) : title}</h3>
        <MoveHome onHome={onHome} />
        {onBack && (
          <button type="button" className="text-button" onClick={onBack}>
            {translate('approval.restore-block')}
          </button>
        )}
      </header>
      {texts.map((text) => (
        <div key={`${text.part}-${text.index ?? ''}`} className="compared-text">
          {text.part !== 'text' && <h4 lang={translate.language}>{partTitle(text, translate)}</h4>}
          <ComparedText pieces={text.pieces} />
        </div>
      ))}
      {facts.map((fact) => (
        <Fact key={fact.fact} fact={fact} />
      ))}
      {texts.length + facts.length === 0 && <p className="compared-words">{still}</p>}
    </section>
  );
}

/** The way back for what only stands elsewhere now. */
export function MoveHome({ onHome }: Pick<ChangedPartProps, 'onHome'>) {
  const translate = useTranslate();
  return (
    onHome && (
      <button type="button" className="text-button" onClick={onHome}>
        {translate('approval.restore-move')}
      </button>
    )
  );
}

function Fact({ fact: { fact, before, after } }: { readonly fact: FactChange }) {
  const translate = useTranslate();
  const { opened } = useSession();
  // A gallery names the files of its pictures one after the other, a dash for one that is missing.
  const picture = fact === 'picture' || fact === 'pictures';
  const shown = (value: string | undefined) => {
    if (!picture || !value) return value ?? translate('review.nothing');
    return value
      .split(' ')
      .map((file, at) =>
        file === '–' ? file : <img key={`${file} ${at}`} src={photoAddress(opened.piece, file)} alt="" />,
      );
  };
  return (
    <p className="compared-fact" lang={translate.language}>
      <span>{translate.loose(`review.fact-${fact}`)}</span>
      <del>
        <span className="unseen">{translate('review.spoken-removed')} </span>
        {shown(before)}
      </del>
      <ins>
        <span className="unseen">{translate('review.spoken-added')} </span>
        {shown(after)}
      </ins>
    </p>
  );
}
