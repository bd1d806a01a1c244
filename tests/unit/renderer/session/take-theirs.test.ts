import { describe, expect, it } from 'vitest';
import { applyChange, type Change } from '../../../../shared/interview/change';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import type { Bridge } from '../../../../shared/ipc/bridge';
import { failed, ok } from '../../../../shared/result';
import { takeTheirs } from '../../../../renderer/session/take-theirs';
import { a, interview, q, title } from '../../../support/builders';

const PIECE = interview(title('Giữ nước'), q('Vì sao?'), a('Vì sợ.'), q('Bao giờ?'), a('Tháng ba.'));
const said = (id: string, words: string): Change => ({ blocks: { [id]: { kind: 'answer', id, text: toText(words) } } });
const wordsOf = ({ body }: Interview, id: string) => {
  const block = body.find((each) => each.id === id);
  return block && 'text' in block ? plainText(block.text) : null;
};

/** A window and the desk behind it: what the desk answers, and what is typed while it is asked. */
async function take(answer: unknown, typed: Change | null) {
  let window = PIECE;
  let desk = PIECE;
  let held = false;
  const result = await takeTheirs({
    piece: 'p',
    call: (() => {
      expect(held).toBe(true);
      if (typed) window = applyChange(window, typed);
      const value = (answer as { value?: { change: Change } }).value;
      if (value) desk = applyChange(desk, value.change);
      return Promise.resolve(answer);
    }) as unknown as Bridge['call'],
    handedOut: () => window,
    flushed: () => window,
    settle: () => Promise.resolve(true),
    hold: () => (held = true),
    letGo: (change, known) => {
      expect(known).toEqual(desk);
      window = applyChange(window, change);
      held = false;
    },
  });
  expect(held).toBe(false);
  return { result, window };
}

describe('taking in what others wrote', () => {
  it('shows it', async () => {
    const { window, result } = await take(ok({ change: said('b2', 'Vì sợ giếng cạn.'), conflicts: [] }), null);
    expect(wordsOf(window, 'b2')).toBe('Vì sợ giếng cạn.');
    expect(result).toEqual(ok({ places: 1, conflicts: [] }));
  });

  it('keeps what was typed into the same answer while the desk was asked', async () => {
    const { window } = await take(
      ok({ change: said('b2', 'Vì sợ giếng cạn.'), conflicts: [] }),
      said('b2', 'Chỉ vì sợ.'),
    );
    expect(wordsOf(window, 'b2')).toBe('Chỉ vì sợ giếng cạn.');
  });

  it('keeps both wordings when the same words were changed meanwhile', async () => {
    const { window, result } = await take(
      ok({ change: said('b2', 'Vì thương.'), conflicts: [] }),
      said('b2', 'Vì nhớ.'),
    );
    expect(wordsOf(window, 'b2')).toBe('Vì [[nhớ | thương]].');
    expect(result).toMatchObject({ value: { conflicts: [{ kind: 'text', a: 'nhớ', b: 'thương' }] } });
  });

  it.each([
    ['nothing', ok(null)],
    ['a failure', failed({ kind: 'disk-full' as const })],
  ])('goes on with what is there after %s', async (_, answer) => {
    const { window } = await take(answer, said('b4', 'Tháng tư.'));
    expect(wordsOf(window, 'b4')).toBe('Tháng tư.');
  });
});
