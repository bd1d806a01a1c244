import type { Assigned, AssignedLength } from '../../shared/interview/types';
import { SHIPPED_TEMPLATES } from '../../shared/print/templates/shipped';
import { useTranslate } from '../app/language';
import { usePiece, useSession } from '../session/SessionContext';
import { DraftField } from '../ui/DraftField';
import { amountOf } from './assigned-amount';

const KINDS = ['none', 'lines', 'column', 'page'] as const;
type Kind = (typeof KINDS)[number];

/** Which page the piece is for and how much room it has there; both are kept in the piece. */
export function AssignedFields() {
  const translate = useTranslate();
  const session = useSession();
  const assigned = usePiece(({ interview }) => interview.assigned) ?? {};
  const set = (next: Assigned) => session.change({ fields: { assigned: next.template || next.length ? next : null } });
  const { length } = assigned;
  const kind: Kind = length?.kind ?? 'none';
  const amount = length?.kind === 'lines' ? length.lines : length?.kind === 'column' ? length.centimetres : null;
  return (
    <div className="page-assigned">
      <label className="page-assigned-row">
        <span className="label" aria-hidden>
          {translate('proof.template-short')}
        </span>
        <select
          aria-label={translate('proof.template')}
          value={assigned.template ?? SHIPPED_TEMPLATES[0]?.id}
          onChange={({ target }) => set({ ...assigned, template: target.value })}
        >
          {SHIPPED_TEMPLATES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[translate.language]}
            </option>
          ))}
        </select>
      </label>
      <label className="page-assigned-row">
        <span className="label" aria-hidden>
          {translate('proof.length-short')}
        </span>
        <select
          aria-label={translate('proof.length')}
          value={kind}
          onChange={({ target }) => set(withLength(assigned, firstOf(target.value)))}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {translate(`proof.length-${one}`)}
            </option>
          ))}
        </select>
      </label>
      {(kind === 'lines' || kind === 'column') && (
        <DraftField
          unseenLabel
          label={translate(`proof.length-amount-${kind}`)}
          value={String(amount ?? '')}
          onCommit={(text) => {
            const next = amountOf(kind, text);
            if (next) set(withLength(assigned, next));
          }}
        />
      )}
    </div>
  );
}

function withLength(assigned: Assigned, length: AssignedLength | null): Assigned {
  const { length: _, ...rest } = assigned;
  return length ? { ...rest, length } : rest;
}

/** What a kind starts with before anyone has written a figure: a common page's worth. */
function firstOf(kind: string): AssignedLength | null {
  if (kind === 'lines') return { kind, lines: 150 };
  if (kind === 'column') return { kind, centimetres: 60 };
  return kind === 'page' ? { kind } : null;
}
