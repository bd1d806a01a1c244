import type { ReactNode } from 'react';
import type { Mark, Text } from '../../../shared/interview/types';
import type { Piece } from '../../../shared/review/compare/compare-texts';
import { PARAGRAPH_END } from '../../../shared/review/compare/tokens';
import { useTranslate } from '../../app/language';
import { useComparison } from './comparison-store';

/** What became of one text: in one column or beside each other, word by word or as a whole. */
export function ComparedText({ pieces }: { readonly pieces: readonly Piece[] }) {
  const sides = useComparison((state) => state.sides);
  const whole = useComparison((state) => state.whole);
  const before = <Words pieces={pieces.filter(({ kind }) => kind !== 'added')} old whole={whole} />;
  const after = <Words pieces={pieces.filter(({ kind }) => kind !== 'removed')} whole={whole} />;
  if (sides) {
    return (
      <div className="compared-sides">
        <p className="compared-words">{before}</p>
        <p className="compared-words">{after}</p>
      </div>
    );
  }
  if (!whole) {
    return (
      <p className="compared-words">
        <Words pieces={pieces} whole={false} />
      </p>
    );
  }
  return (
    <>
      {pieces.some(({ kind }) => kind !== 'added') && <p className="compared-words">{before}</p>}
      {pieces.some(({ kind }) => kind !== 'removed') && <p className="compared-words">{after}</p>}
    </>
  );
}

interface WordsProps {
  readonly pieces: readonly Piece[];
  /** The first of the two texts is shown: words with another look are shown in their old one. */
  readonly old?: boolean;
  readonly whole: boolean;
}

function Words({ pieces, old = false, whole }: WordsProps) {
  const translate = useTranslate();
  if (whole) {
    const words = pieces.map((piece, at) => (
      <Runs key={at} text={old && piece.kind === 'look' ? piece.before : piece.text} />
    ));
    const Element = old ? 'del' : 'ins';
    return (
      <Element>
        <span className="unseen">{translate(old ? 'review.spoken-removed' : 'review.spoken-added')} </span>
        {words}
      </Element>
    );
  }
  return pieces.map((piece, at) => {
    const words = <Runs text={old && piece.kind === 'look' ? piece.before : piece.text} />;
    switch (piece.kind) {
      case 'same':
        return <span key={at}>{words}</span>;
      case 'added':
        return (
          <ins key={at}>
            <span className="unseen">{translate('review.spoken-added')} </span>
            {words}
          </ins>
        );
      case 'removed':
        return (
          <del key={at}>
            <span className="unseen">{translate('review.spoken-removed')} </span>
            {words}
          </del>
        );
      case 'look':
        return (
          <ins key={at} className="compared-look" title={translate('review.look')}>
            {words}
          </ins>
        );
    }
  });
}

const ELEMENTS = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

/** Links are shown, not followed: this is for reading what changed. */
function Runs({ text }: { readonly text: Text }) {
  return text.map(({ text: words, marks = [], link }, at) => (
    <span key={at} {...(link === undefined ? {} : { className: 'compared-link', title: link })}>
      {marked(withEnds(words), marks)}
    </span>
  ));
}

function marked(inner: ReactNode, marks: readonly Mark[]): ReactNode {
  return marks.reduceRight<ReactNode>((content, mark) => {
    const Element = ELEMENTS[mark];
    return <Element>{content}</Element>;
  }, inner);
}

function withEnds(words: string): ReactNode {
  const [first = '', ...rest] = words.split(PARAGRAPH_END);
  return [
    first,
    ...rest.map((part, at) => (
      <span key={at}>
        {' ¶'}
        <br />
        {part}
      </span>
    )),
  ];
}
