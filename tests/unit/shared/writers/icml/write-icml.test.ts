import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { handOffOf, paragraphsOf, wordsOf } from '../../../../../shared/writers/hand-off/story';
import { writeIcml } from '../../../../../shared/writers/icml/write-icml';
import { handOffPiece } from '../../../../support/hand-off-piece';

const handOff = handOffOf(handOffPiece());
const links = new Map([
  ['a'.repeat(64) + '.jpg', { file: 'Links/1.jpg', width: 1500, height: 1000, ppi: 254, inks: 'cmyk' as const }],
]);
const parse = (xml: string) => new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');

describe('an InCopy story', () => {
  it('has the paragraphs of the piece in reading order, each picture before its caption', () => {
    const story = parse(writeIcml(handOff, links)).getElementsByTagName('Story')[0];
    const shown = [...(story?.getElementsByTagName('ParagraphStyleRange') ?? [])].map((range) =>
      range.getElementsByTagName('Image').length > 0
        ? 'picture'
        : [...range.getElementsByTagName('Content')].map((content) => content.textContent).join(''),
    );
    const words = paragraphsOf(handOff).map(wordsOf);
    const at = words.indexOf('Hồ Ea Sương ]]> đầu mùa');
    expect(shown).toEqual(words.toSpliced(at, 0, 'picture'));
    expect(story?.getElementsByTagName('Link')[0]?.getAttribute('LinkResourceURI')).toBe('file:Links/1.jpg');
    expect(writeIcml(handOff, new Map())).not.toContain('<Image');
  });

  it('is the golden story', async () => {
    const lines = `${writeIcml(handOff, links).replaceAll('><', '>\n<')}`;
    await expect(lines).toMatchFileSnapshot('../../../../golden/icml/story.icml');
  });
});
