import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import type { Pair } from '../../shared/interview/pairs';
import { pairsOf } from '../../shared/interview/pairs';
import { isBlank, plainText } from '../../shared/interview/text';
import { countBlock } from '../../shared/text/counts';
import { useTranslate } from '../app/language';
import type { ChangedBlocks } from '../review/changed-blocks';
import { useChangedBlocks } from '../review/changed-blocks';
import { useOpenThreads } from '../review/comments/listed-threads';
import { usePiece, useSession } from '../session/SessionContext';
import { PartsChecklist } from './PartsChecklist';
import './PairRail.css';

/** The interview as its questions: go there, drag or Alt+arrow to move one with its answers, add one. */
export function PairRail() {
  const translate = useTranslate();
  const session = useSession();
  const body = usePiece(({ interview }) => interview.body);
  const caretBlock = usePiece((state) => state.caret?.place?.block);
  const pairs = pairsOf(body);
  const threads = useOpenThreads();
  const changed = useChangedBlocks();
  const [over, setOver] = useState<number | null>(null);
  const move = (question: string, to: number) => {
    if (to >= 0 && to < pairs.length) session.editor?.movePair(question, to);
  };
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    setOver(null);
    const question = event.dataTransfer.getData('application/x-galley-pair');
    if (question) move(question, to);
  };
  return (
    <nav className="rail" aria-label={translate('app.rail')}>
      <h2 className="label">{translate('app.questions')}</h2>
      <ol>
        {pairs.map((pair, index) => (
          <li
            key={pair.question.id}
            data-over={over === index || undefined}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes('application/x-galley-pair')) return;
              event.preventDefault();
              setOver(index);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, index)}
          >
            <PairRow
              pair={pair}
              index={index}
              current={holds(pair, caretBlock)}
              commented={threadsAbout(pair, threads)}
              changed={changeOf(pair, changed)}
              onMove={(to) => move(pair.question.id, to)}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="pair-row pair-add" onClick={() => session.editor?.addQuestion()}>
        <Plus size={12} aria-hidden />
        <span>{translate('app.add-question')}</span>
      </button>
      <PartsChecklist />
    </nav>
  );
}

function holds({ question, answers }: Pair, block: string | undefined): boolean {
  return block !== undefined && (question.id === block || answers.some(({ id }) => id === block));
}

/** How many open threads are about the question or what follows it. */
function threadsAbout({ question, answers }: Pair, threads: ReadonlyMap<string, readonly string[]>): number {
  return new Set([question, ...answers].flatMap(({ id }) => threads.get(id) ?? [])).size;
}

/** Proposals that wait say more than an edit: they ask for something. */
function changeOf({ question, answers }: Pair, { proposed, edited }: ChangedBlocks): 'proposed' | 'edited' | null {
  const ids = [question, ...answers].map(({ id }) => id);
  if (ids.some((id) => proposed.has(id))) return 'proposed';
  return ids.some((id) => edited.has(id)) ? 'edited' : null;
}

interface PairRowProps {
  readonly pair: Pair;
  readonly index: number;
  readonly current: boolean;
  readonly commented: number;
  readonly changed: 'proposed' | 'edited' | null;
  readonly onMove: (to: number) => void;
}

function PairRow({ pair: { question, answers }, index, current, commented, changed, onMove }: PairRowProps) {
  const translate = useTranslate();
  const session = useSession();
  const language = usePiece(({ interview }) => interview.language);
  const spoken = answers.filter((block) => block.kind === 'answer' && !isBlank(block.text));
  const syllables = answers.reduce((sum, block) => sum + countBlock(block, language).syllables, 0);
  const answered = spoken.length > 0;
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + step);
  };
  return (
    <button
      type="button"
      className="pair-row"
      draggable
      aria-current={current || undefined}
      title={translate('app.pair-hint')}
      onClick={() => session.editor?.focus({ block: question.id, part: 'text' })}
      onKeyDown={keys}
      onDragStart={(event) => {
        event.dataTransfer.setData('application/x-galley-pair', question.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <i>{index + 1}</i>
      <span>
        <span className="pair-text" data-empty={isBlank(question.text) || undefined}>
          {plainText(question.text) || question.prompt || translate('app.empty-question')}
        </span>
        <small>
          <span className="pair-facts">
            <span className="dot" data-answered={answered} />
            {answered ? translate('app.pair-facts', { count: spoken.length, syllables }) : translate('app.unanswered')}
          </span>
          {changed && (
            <span className="pair-changed">
              <span className="dot" data-changed={changed} />
              {translate(`approval.pair-${changed}`)}
            </span>
          )}
          {commented > 0 && (
            <span className="pair-commented">
              <span className="dot" data-commented />
              {translate('comments.in-pair', { count: commented })}
            </span>
          )}
        </small>
      </span>
    </button>
  );
}
