import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawWorkflow } from '../../../../shared/review/draw-workflow';
import {
  applyStep,
  canDo,
  ROLES,
  STATES,
  STEPS,
  stepsFrom,
  wayTo,
  type ReviewState,
  type Standing,
} from '../../../../shared/review/workflow';

const at = (state: ReviewState, role: Standing['role'], seal: Standing['seal'] = 'none'): Standing => ({
  state,
  role,
  seal,
});

describe('the table of steps', () => {
  it('leads to every state, and out of every state but none is forgotten', () => {
    expect(new Set(STEPS.map(({ to }) => to)).size).toBe(STATES.length);
    for (const state of STATES) expect(STEPS.some(({ from }) => from.includes(state))).toBe(true);
  });

  it('is what the documents show', () => {
    const document = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/review.md'), 'utf8');
    expect(document).toContain(drawWorkflow());
  });

  it('asks for a reason to send a piece back', () => {
    for (const reason of ['', '  ', '\u00a0\n'])
      expect(applyStep('send-back', at('in-review', 'editor'), reason)).toEqual({
        ok: false,
        failure: { kind: 'step-reason-missing', step: 'send-back' },
      });
    expect(applyStep('send-back', at('in-review', 'editor'), 'Thiếu tên người được hỏi')).toEqual({
      ok: true,
      value: 'changes-requested',
    });
  });

  it('lets nobody approve but editor and admin', () => {
    expect(ROLES.filter((role) => canDo('approve', at('in-review', role)))).toEqual(['editor', 'admin']);
  });

  it('approves again only what was edited', () => {
    expect(applyStep('approve', at('approved', 'editor', 'whole'))).toMatchObject({
      failure: { kind: 'step-already-sealed' },
    });
    expect(canDo('approve', at('approved', 'editor', 'broken'))).toBe(true);
  });

  it('hands off and publishes only under a whole seal', () => {
    for (const seal of ['none', 'broken'] as const) {
      expect(canDo('hand-off', at('approved', 'layout', seal))).toBe(false);
      expect(canDo('publish', at('handed-off', 'layout', seal))).toBe(false);
    }
    expect(stepsFrom(at('approved', 'layout', 'whole')).map(({ id }) => id)).toEqual(['hand-off']);
  });

  it('finds the way of an editor who works alone', () => {
    expect(wayTo('approve', at('draft', 'editor'))).toEqual(['submit', 'take', 'approve']);
    expect(wayTo('approve', at('draft', 'journalist'))).toBeNull();
    expect(wayTo('approve', at('published', 'editor', 'broken'))).toBeNull();
  });
});
