import { describe, expect, it } from 'vitest';
import { handOffOf } from '../../../../../shared/writers/hand-off/story';
import { writePlainText } from '../../../../../shared/writers/plain/write-plain-text';
import { a, fields, interview, q, title } from '../../../../support/builders';
import { handOffPiece } from '../../../../support/hand-off-piece';

describe('plain text with labels', () => {
  it('says what each part is, in the language of the piece', () => {
    const english = interview(fields({ language: 'en' }), title('Water'), q('Why?'), ...a('Because.', 'And so on.'));
    expect(writePlainText(handOffOf(english))).toBe(
      '[Headline] Water\n\n[Question] Why?\n\n[Answer] Because.\n\nAnd so on.\n',
    );
  });

  it('is the golden text', async () => {
    await expect(writePlainText(handOffOf(handOffPiece()))).toMatchFileSnapshot('../../../../golden/plain/piece.txt');
  });
});
