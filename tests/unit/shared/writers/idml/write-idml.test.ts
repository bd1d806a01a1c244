import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { composePages } from '../../../../../shared/print/compose-pages';
import { WidthTable } from '../../../../../shared/print/metrics';
import { BERLINER, SHIPPED_TEMPLATES } from '../../../../../shared/print/templates/shipped';
import { handOffOf, paragraphsOf, wordsOf } from '../../../../../shared/writers/hand-off/story';
import { DEFAULT_STYLE_NAMES } from '../../../../../shared/writers/hand-off/styles';
import type { StyleNames } from '../../../../../shared/writers/hand-off/styles';
import { LOOKS } from '../../../../../shared/writers/idml/looks';
import type { PageGeometry } from '../../../../../shared/writers/idml/page-geometry';
import { plannedPages } from '../../../../../shared/writers/idml/planned-pages';
import { writeIdml } from '../../../../../shared/writers/idml/write-idml';
import {
  a,
  gallery,
  id,
  interview,
  photo,
  photoFile,
  picture,
  pullQuote,
  q,
  title,
} from '../../../../support/builders';
import { handOffPiece } from '../../../../support/hand-off-piece';
import type { Interview } from '../../../../../shared/interview/types';

const LINK = { file: 'Links/bài 1.jpg', width: 1500, height: 1000, ppi: 254, inks: 'cmyk' } as const;

function idml(piece: Interview, names: StyleNames = DEFAULT_STYLE_NAMES, template = BERLINER) {
  const handOff = handOffOf(piece);
  const geometry = plannedPages(composePages(piece, template, new WidthTable()).plan, template);
  const links = new Map(piece.photos.map(({ file }) => [file, LINK]));
  const parts = writeIdml(handOff, geometry, { links, names });
  const xml = new Map(
    parts
      .slice(1)
      .map(({ path, contents }) => [
        path,
        new DOMParser({ onError: onErrorStopParsing }).parseFromString(contents, 'text/xml'),
      ]),
  );
  return { handOff, geometry, parts, xml };
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

type Parts = ReturnType<typeof idml>;
const part = ({ xml }: Parts, path: string) => {
  const found = xml.get(path);
  if (!found) throw new Error(`no part ${path}`);
  return found;
};
const all = (parts: Parts, name: string) =>
  [...parts.xml.values()].flatMap((document) => [...document.getElementsByTagName(name)]);

describe('small capitals and old figures of a template', () => {
  const template = SHIPPED_TEMPLATES.find(({ id: name }) => name === 'interview-portrait') ?? BERLINER;
  const talk = interview(
    { fields: { labels: 'words' } },
    title('Một đời giữ lửa'),
    q('Thầy bắt đầu từ khi nào?'),
    a('Từ năm 1996.'),
  );
  const labels = (made: Parts) =>
    all(made, 'CharacterStyleRange')
      .filter((range) => range.getAttribute('AppliedCharacterStyle') === `CharacterStyle/${DEFAULT_STYLE_NAMES.label}`)
      .map((range) => [range.textContent, range.getAttribute('Capitalization')]);

  it('are those of the page: the label of a face that has them, and no other', () => {
    const made = idml(talk, DEFAULT_STYLE_NAMES, template);
    expect(labels(made)).toEqual([
      ['Hỏi: ', null],
      ['Đáp: ', 'SmallCaps'],
    ]);
    const figures = all(made, 'ParagraphStyle').flatMap((style) =>
      style.getAttribute('OTFFigureStyle') === 'ProportionalOldstyle' ? [style.getAttribute('Name')] : [],
    );
    expect(figures).toContain(DEFAULT_STYLE_NAMES.answerFirst);
    expect(figures).not.toContain(DEFAULT_STYLE_NAMES.question);
  });

  it('are not there on a page that has none', () => {
    const made = idml(talk);
    expect(labels(made).map(([, capitals]) => capitals)).toEqual([null, null]);
    expect(all(made, 'ParagraphStyle').filter((style) => style.hasAttribute('OTFFigureStyle'))).toEqual([]);
  });
});

describe('an InDesign layout', () => {
  it('starts with its mimetype and lists every part', () => {
    const made = idml(handOffPiece());
    expect(made.parts[0]).toEqual({ path: 'mimetype', contents: 'application/vnd.adobe.indesign-idml-package' });
    const listed = [...(part(made, 'designmap.xml').documentElement?.childNodes ?? [])].flatMap((node) =>
      isElement(node) ? (node.getAttribute('src') ?? []) : [],
    );
    const paths = made.parts
      .map(({ path }) => path)
      .filter((path) => !['mimetype', 'designmap.xml', 'META-INF/container.xml'].includes(path));
    expect(listed.toSorted()).toEqual(paths.toSorted());
  });

  it('has a frame for each picture of a gallery, and its words with what points to the picture', () => {
    const three = [
      { photoId: 'x', caption: 'Một' },
      { photoId: 'y', caption: 'Hai' },
      { photoId: 'x', caption: 'Ba' },
    ];
    const piece = interview(
      title('Tít'),
      id('g', gallery(three, { span: 2, caption: 'Chung', credit: 'Ảnh: C' })),
      q('Hỏi?'),
      ...a('Đáp.'),
      photoFile(picture('x')),
      photoFile(picture('y', '1', { width: 800, height: 1200 })),
    );
    const made = idml(piece);
    expect(made.geometry.pages[0]?.pictures.map(({ block, index }) => [block, index])).toEqual([
      ['g', 0],
      ['g', 1],
      ['g', 2],
    ]);
    expect(all(made, 'Rectangle').map((each) => each.getAttribute('Name'))).toEqual([
      'photo g/0',
      'photo g/1',
      'photo g/2',
    ]);
    expect(all(made, 'Link')).toHaveLength(3);
    const words = all(made, 'Story').map((story) =>
      [...story.getElementsByTagName('Content')].map((each) => each.textContent).join(''),
    );
    expect(words).toEqual(
      expect.arrayContaining(['Ảnh trái: Một', 'Ảnh giữa: Hai', 'Ảnh phải: Ba', 'Chung', 'Ảnh: C']),
    );
  });

  it('has the same paragraphs as the piece, each in the style of what it is', () => {
    const made = idml(handOffPiece());
    const ranges = all(made, 'ParagraphStyleRange').filter(
      (range) => range.getElementsByTagName('Content')[0]?.textContent !== '\ufeff',
    );
    const shown = ranges.map(
      (range) =>
        `${range.getAttribute('AppliedParagraphStyle')}: ${[...range.getElementsByTagName('Content')].map((content) => content.textContent).join('')}`,
    );
    const expected = paragraphsOf(made.handOff).map(
      (paragraph) => `ParagraphStyle/${DEFAULT_STYLE_NAMES[paragraph.style]}: ${wordsOf(paragraph)}`,
    );
    expect(shown.toSorted()).toEqual(expected.toSorted());
  });

  it('ends every paragraph with a break, the last of a story with none', () => {
    const made = idml(handOffPiece());
    for (const story of all(made, 'Story')) {
      const ranges = story.getElementsByTagName('ParagraphStyleRange').length;
      expect(story.getElementsByTagName('Br')).toHaveLength(ranges - 1);
    }
  });

  it('threads the columns and gives every reference something to refer to', () => {
    const made = idml(
      interview(title('Dài'), ...Array.from({ length: 40 }, () => [q('Hỏi gì?'), ...a('chữ '.repeat(300))]).flat()),
    );
    expect(made.geometry.pages.length).toBeGreaterThan(1);
    const frames = all(made, 'TextFrame');
    const columns = frames.filter((frame) => frame.getAttribute('Name')?.startsWith('story '));
    expect(columns).toHaveLength(made.geometry.pages.flatMap(({ columns: boxes }) => boxes).length);
    columns.forEach((frame, at) => {
      expect(frame.getAttribute('NextTextFrame')).toBe(columns[at + 1]?.getAttribute('Self') ?? 'n');
      expect(frame.getAttribute('PreviousTextFrame')).toBe(columns[at - 1]?.getAttribute('Self') ?? 'n');
    });
    const ids = [...made.xml.values()]
      .flatMap((document) => [...document.getElementsByTagName('*')])
      .map((each) => each.getAttribute('Self'))
      .filter((id) => id !== null);
    expect(new Set(ids).size).toBe(ids.length);
    for (const frame of frames) expect(ids).toContain(frame.getAttribute('ParentStory'));
    const styles = all(made, 'ParagraphStyle').map((style) => style.getAttribute('Self'));
    for (const range of all(made, 'ParagraphStyleRange'))
      expect(styles).toContain(range.getAttribute('AppliedParagraphStyle'));
    const tags = all(made, 'XMLTag').map((tag) => tag.getAttribute('Self'));
    for (const tagged of all(made, 'XMLElement')) expect(tags).toContain(tagged.getAttribute('MarkupTag'));
  });

  it('links its pictures by relative addresses and fills their frames', () => {
    const made = idml(handOffPiece());
    const [link] = all(made, 'Link');
    expect(link?.getAttribute('LinkResourceURI')).toBe('file:Links/b%C3%A0i%201.jpg');
    const [image] = all(made, 'Image');
    const [scale = 0] = (image?.getAttribute('ItemTransform') ?? '').split(' ').map(Number);
    const frame = made.geometry.pages[0]?.pictures[0]?.frame;
    expect((1500 * 72 * scale) / 254).toBeGreaterThanOrEqual((frame?.width ?? Infinity) - 0.01);
    expect((1000 * 72 * scale) / 254).toBeGreaterThanOrEqual((frame?.height ?? Infinity) - 0.01);
    expect(Number(image?.getAttribute('EffectivePpi')?.split(' ')[0])).toBe(Math.round(254 / scale));
  });

  it('keeps an empty frame for a picture that is missing', () => {
    const made = idml(interview(title('Thiếu'), photo({ span: 2, caption: 'Chú thích' }), ...a('chữ '.repeat(400))));
    expect(all(made, 'Image')).toHaveLength(0);
    expect(all(made, 'Rectangle')).toHaveLength(1);
  });

  it('takes the style names of the paper', () => {
    const made = idml(handOffPiece(), {
      ...DEFAULT_STYLE_NAMES,
      question: 'PV Câu hỏi',
      answerFirst: 'Thân',
      answer: 'Thân',
    });
    const names = all(made, 'ParagraphStyle').map((style) => style.getAttribute('Name'));
    expect(names).toContain('PV Câu hỏi');
    expect(names.filter((name) => name === 'Thân')).toHaveLength(1);
    expect(names).not.toContain('question');
  });

  it('gives a pull quote that crosses columns a frame of its own', () => {
    const template = SHIPPED_TEMPLATES.find(({ id }) => id === 'tabloid-6') ?? BERLINER;
    const long = a(...Array.from({ length: 12 }, () => 'chữ '.repeat(90)));
    const piece = interview(
      title('Tít'),
      q('Hỏi?'),
      ...long,
      pullQuote('Người ta tin cái cân', 'Bà H’Nhung'),
      q('Nữa?'),
      ...long,
    );
    const made = idml(piece, DEFAULT_STYLE_NAMES, template);
    expect(made.geometry.pages.flatMap(({ quotes }) => quotes)).toHaveLength(1);
    const said = all(made, 'Content').filter((content) => content.textContent === 'Người ta tin cái cân');
    expect(said).toHaveLength(1);
  });

  it('is the golden story and the golden page', async () => {
    const piece = handOffPiece();
    const links = new Map(piece.photos.map(({ file }) => [file, LINK]));
    const parts = writeIdml(handOffOf(piece), smallPage(piece), { links });
    const lines = (path: string) =>
      `${(parts.find((each) => each.path === path)?.contents ?? '').replaceAll('><', '>\n<')}\n`;
    const story = parts.find(({ contents }) => contents.includes('MarkupTag="XMLTag/story" XMLContent'));
    await expect(lines(story?.path ?? '')).toMatchFileSnapshot('../../../../golden/idml/story.xml');
    await expect(lines('Spreads/Spread_gs1.xml')).toMatchFileSnapshot('../../../../golden/idml/spread.xml');
    await expect(lines('Resources/Styles.xml')).toMatchFileSnapshot('../../../../golden/idml/styles.xml');
  });
});

/** A page by hand: the golden files then change with the writer alone, not with the layout. */
function smallPage(piece: Interview): PageGeometry {
  const at = (x: number, y: number, width: number, height: number) => ({ x, y, width, height, first: 8.2 });
  const photo = piece.body.find(({ kind }) => kind === 'photo')?.id ?? '';
  return {
    width: 400,
    height: 600,
    grid: BERLINER,
    looks: LOOKS,
    accent: '0 100 95 8',
    pages: [
      {
        headline: at(34, 40, 332, 60),
        columns: [at(34, 120, 140, 400), at(188, 320, 140, 200)],
        pictures: [
          { block: photo, frame: at(188, 120, 178, 120), caption: at(188, 242, 178, 14), credit: null, inColumn: true },
        ],
        commons: [],
        quotes: [],
      },
    ],
  };
}
