import { describe, expect, it } from 'vitest';
import { handOffOf } from '../../../../../shared/writers/hand-off/story';
import { DEFAULT_STYLE_NAMES } from '../../../../../shared/writers/hand-off/styles';
import { utf16le, writeTaggedText } from '../../../../../shared/writers/tagged-text/write-tagged-text';
import { interview, p } from '../../../../support/builders';
import { handOffPiece } from '../../../../support/hand-off-piece';

const tagged = (words: Parameters<typeof p>[0]) =>
  writeTaggedText(handOffOf(interview(p(words))))
    .split('\r\n')
    .at(-1);

describe('InDesign tagged text', () => {
  it('sets its own signs apart from those of the text', () => {
    expect(tagged('<UNICODE-WIN> \\ a>b')).toBe('<ParaStyle:paragraph>\\<UNICODE-WIN\\> \\\\ a\\>b');
    expect(tagged([{ text: 'H' }, { text: '2', marks: ['subscript'] }, { text: 'O', marks: ['bold'] }])).toBe(
      '<ParaStyle:paragraph>H<cPosition:Subscript>2<cPosition:><CharStyle:bold>O<CharStyle:>',
    );
  });

  it('names only the styles in use, by the names of the paper', () => {
    const text = writeTaggedText(handOffOf(interview(p('a'))), { ...DEFAULT_STYLE_NAMES, paragraph: 'Thân bài' });
    expect(text.split('\r\n')).toEqual([
      '<UNICODE-WIN>',
      '<Version:8><FeatureSet:InDesign-Roman><DefineParaStyle:Thân bài>',
      '<ParaStyle:Thân bài>a',
    ]);
  });

  it('is UTF-16, little end first, with its mark', () => {
    expect([...utf16le('aế😀')]).toEqual([0xff, 0xfe, 0x61, 0, 0xbf, 0x1e, 0x3d, 0xd8, 0x00, 0xde]);
  });

  it('is the golden text', async () => {
    await expect(writeTaggedText(handOffOf(handOffPiece())).replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      '../../../../golden/tagged/piece.txt',
    );
  });
});
