import { describe, expect, it } from 'vitest';
import { isTurnOf, waitsFor } from '../../../../shared/review/waits-for';
import { ROLES, STATES, stepsFrom } from '../../../../shared/review/workflow';

describe('whose turn it is', () => {
  it('is somebody who may take a step from there', () => {
    for (const state of STATES)
      for (const seal of ['none', 'whole', 'broken'] as const) {
        const role = waitsFor(state, seal);
        // A seal stands from the approval on, and only then can it be broken.
        const sealed = ['approved', 'handed-off', 'published', 'corrected'].includes(state);
        if (role === null || sealed !== (seal !== 'none')) continue;
        expect([state, seal, stepsFrom({ state, seal, role }).length]).not.toEqual([state, seal, 0]);
      }
  });

  it('is the editor’s as soon as a seal is broken, and nobody’s when the piece is out', () => {
    expect(isTurnOf('editor', 'approved', 'broken')).toBe(true);
    expect(isTurnOf('admin', 'approved', 'broken')).toBe(true);
    expect(isTurnOf('layout', 'approved', 'broken')).toBe(false);
    expect(isTurnOf('layout', 'approved', 'whole')).toBe(true);
    expect(isTurnOf('journalist', 'changes-requested', 'none')).toBe(true);
    expect(isTurnOf('editor', 'changes-requested', 'none')).toBe(false);
    for (const role of ROLES) expect(isTurnOf(role, 'published', 'whole')).toBe(false);
  });
});
