import { useEffect, useMemo, useRef } from 'react';
import { compareInterviews } from '../../../shared/review/compare/compare-interviews';
import { comparisonSummary } from '../../../shared/review/compare/comparison-summary';
import { unchangedWords } from '../../../shared/review/compare/unchanged-words';
import { changedPlaces, isChangedRow } from '../../../shared/review/compare/places';
import type { Row } from '../../../shared/review/compare/comparison';
import { restoreMove } from '../../../shared/review/restore-move';
import { restoreRow } from '../../../shared/review/restore';
import { useTranslate } from '../../app/language';
import { useShell } from '../../app/shell-store';
import { usePiece, useSession } from '../../session/SessionContext';
import { restore } from '../versions';
import { ChangedPart, MoveHome } from './ChangedPart';
import { ComparisonBar } from './ComparisonBar';
import { closeComparison, useComparison } from './comparison-store';
import type { OpenComparison } from './comparison-store';
import './comparison.css';

/** Two versions as one reading: it stands in the place of the galley until it is closed. */
export function ComparisonView({ open }: { readonly open: OpenComparison }) {
  const translate = useTranslate();
  const session = useSession();
  const now = usePiece((state) => state.interview);
  const { sides, whole, at } = useComparison();
  const paper = useRef<HTMLDivElement>(null);
  const { before, after } = open;
  const later = after?.interview ?? now;
  const comparison = useMemo(() => compareInterviews(before.interview, later), [before, later]);
  const count = useMemo(() => changedPlaces(comparison).length, [comparison]);
  const words = useMemo(() => unchangedWords(later), [later]);
  useEffect(() => paper.current?.focus(), [open]);
  useEffect(() => {
    // From the window: the button that had the focus may be gone with the change that it took back.
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !useShell.getState().dialog) closeComparison(session);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [session]);
  useEffect(() => {
    const ground = paper.current;
    const part = ground?.querySelector<HTMLElement>(`[data-place="${Math.min(at, count - 1)}"]`);
    // Not scrollIntoView: it would move the window around the paper too.
    if (ground && part) ground.scrollTop = part.offsetTop - Math.max(16, (ground.clientHeight - part.offsetHeight) / 2);
  }, [at, count, sides, whole]);

  let place = -1;
  const next = () => ++place;
  const back = (row: Row) =>
    after || row.before.length === 0 || row.change === 'same'
      ? undefined
      : () => void restore(session, before.side, restoreRow(now, before.interview, row));
  const movedWithPair = new Set(comparison.movedPairs.map(({ question }) => question));
  const home = (id: string) => {
    const change = after ? null : restoreMove(now, before.interview, id);
    return change ? () => void restore(session, before.side, change) : undefined;
  };
  const parts = [
    ...comparison.head.map((text) => (
      <ChangedPart
        key={`head-${text.part}`}
        place={next()}
        title={translate('review.head')}
        texts={[text]}
        facts={[]}
      />
    )),
    ...comparison.facts.map((fact) => (
      <ChangedPart
        key={`fact-${fact.fact}`}
        place={next()}
        title={translate('review.fields')}
        texts={[]}
        facts={[fact]}
      />
    )),
    ...foldQuiet(comparison.rows).map((group, index) =>
      Array.isArray(group) ? (
        <details key={`quiet-${index}`} className="compared-quiet">
          <summary>{translate('review.unchanged', { count: group.length })}</summary>
          {group.map((row) => (
            <p key={row.id}>{words(row.after[0] ?? 0)}</p>
          ))}
        </details>
      ) : (
        <ChangedPart
          key={`${group.change}-${group.id}`}
          place={next()}
          row={group}
          texts={group.texts}
          facts={group.facts}
          still={words(group.after[0] ?? 0)}
          onBack={back(group)}
          onHome={group.moved && !movedWithPair.has(group.id) ? home(group.id) : undefined}
        />
      ),
    ),
  ];
  return (
    <div className="comparison">
      <ComparisonBar open={open} comparison={comparison} count={count} />
      <div className="comparison-scroll" ref={paper} tabIndex={-1} role="document" data-sides={sides || undefined}>
        <div className="comparison-paper" lang={later.language} data-whole={whole || undefined}>
          <p className="comparison-counts" lang={translate.language}>
            {comparisonSummary(comparison, translate)}
          </p>
          {comparison.movedPairs.map(({ question, from, to, words: asked }) => (
            <p key={question} className="comparison-move" lang={translate.language}>
              {translate('review.moved-pair', { from, to, words: asked })} <MoveHome onHome={home(question)} />
            </p>
          ))}
          {parts}
        </div>
      </div>
    </div>
  );
}

/** The rows in order; those that did not change stand together. */
function foldQuiet(rows: readonly Row[]): readonly (Row | Row[])[] {
  const groups: (Row | Row[])[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (isChangedRow(row)) groups.push(row);
    else if (Array.isArray(last)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}
