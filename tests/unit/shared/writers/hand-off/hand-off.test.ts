import { describe, expect, it } from 'vitest';
import {
  handOffOf,
  paragraphsOf,
  picturesAlone,
  picturesOf,
  wordsOf,
} from '../../../../../shared/writers/hand-off/story';
import { DEFAULT_STYLE_NAMES, readStyleNames } from '../../../../../shared/writers/hand-off/styles';
import { element, xmlText } from '../../../../../shared/writers/hand-off/xml';
import { writePlainText } from '../../../../../shared/writers/plain/write-plain-text';
import {
  a,
  fields,
  gallery,
  id,
  interview,
  p,
  photo,
  photoFile,
  picture,
  q,
  title,
} from '../../../../support/builders';
import { handOffPiece } from '../../../../support/hand-off-piece';

describe('a piece for the layout desk', () => {
  it('has every part under the style of what it is, in reading order', () => {
    const shown = paragraphsOf(handOffOf(handOffPiece())).map(
      (paragraph) => `${paragraph.style}: ${wordsOf(paragraph)}`,
    );
    expect(shown).toEqual([
      'kicker: Chuyện làng',
      'headline: Giữ nước & giữ “rừng” <Ea Sương>',
      'sapo: Ba mùa khô liền, cả buôn tưới ít hơn một nửa.',
      'paragraph: Mở đầu có chữ đậm và m3',
      'caption: Hồ Ea Sương ]]> đầu mùa',
      'credit: Ảnh: Lê Vũ',
      'question: P.V: Vì sao <?aid bỏ tưới tràn?',
      'answerFirst: Bà H’Nhung: Vì sợ \\ hết nước &#0; rồi.',
      'answer: Đoạn hai có é tổ hợp.',
      'pullQuote: Người ta tin cái cân',
      'attribution: Bà H’Nhung',
      'subhead: Nước là của chung',
      'question: P.V: Chia nước thế nào?',
      'answerFirst: Bà H’Nhung: Theo sổ.',
      'listItem: 1. Một',
      'listItem: 2. Hai',
      'boxHeading: Con số',
      'box: Thành viên: 146 hộ',
      'closing: Trân trọng cảm ơn bà!',
      'byline: Trần Hạ Miên (thực hiện)',
      'relatedHeading: (E-magazine) Một ngày theo con nước',
      'related: Từ khe đá ra rẫy.',
    ]);
  });

  it('has the pictures of a gallery one by one, its common words behind them', () => {
    const handOff = handOffOf(
      interview(
        id(
          'g',
          gallery(
            [
              { photoId: 'x', caption: 'Một', alt: 'một' },
              { caption: 'Hai', credit: 'B' },
            ],
            { caption: 'Chung', credit: 'C' },
          ),
        ),
        photoFile(picture('x')),
      ),
    );
    expect(picturesOf(handOff)).toMatchObject([
      { block: 'g', index: 0, alt: 'một', photo: { id: 'x' } },
      { block: 'g', index: 1, photo: null },
    ]);
    expect(paragraphsOf(handOff).map((each) => `${each.style}: ${wordsOf(each)}`)).toEqual([
      'caption: Một',
      'caption: Hai',
      'credit: B',
      'caption: Chung',
      'credit: C',
    ]);
    expect(picturesAlone(handOff).map(({ caption, credit }) => [wordsOf(caption), wordsOf(credit)])).toEqual([
      ['Một', 'C'],
      ['Hai', 'B'],
    ]);
    expect(handOff.remarks).toMatchObject([{ rule: 'export-photo-missing', place: { part: 'captions', index: 1 } }]);
    expect(writePlainText(handOff)).toContain('[Ảnh 2/2] –\n[Chú thích] Hai\n[Nguồn ảnh] B\n[Chú thích] Chung');
  });

  it('drops what no layout program can read and says so', () => {
    const handOff = handOffOf(interview(title('Một\u0000\ufeffhai'), p('a\u0007b\ufffcc\nd\u2028e\t f')));
    expect(paragraphsOf(handOff).map(wordsOf)).toEqual(['Mộthai', 'abc d e  f']);
    expect(handOff.remarks).toEqual([{ rule: 'hand-off-characters', severity: 'note', values: { count: 4 } }]);
    expect(handOffOf(handOffPiece()).remarks).toEqual([]);
  });

  it('names missing pictures and unknown blocks, and leaves out what is blank', () => {
    const handOff = handOffOf(
      interview(
        q(' '),
        ...a('', ' \u0000 '),
        photo({ caption: 'Còn thiếu' }),
        { kind: 'unknown', id: 'x', raw: { kind: 'poll' } },
        fields({ labels: 'words' }),
      ),
    );
    expect(paragraphsOf(handOff).map(wordsOf)).toEqual(['Còn thiếu']);
    expect(picturesOf(handOff)[0]?.photo).toBeNull();
    expect(handOff.remarks.map(({ rule }) => rule)).toEqual([
      'export-photo-missing',
      'export-unknown-block',
      'hand-off-characters',
    ]);
  });
});

describe('XML', () => {
  it('takes any text as text', () => {
    expect(xmlText(`a<b>&"'\u0001\ud800]]>\ufffe😀`)).toBe('a&lt;b&gt;&amp;&quot;&apos;]]&gt;😀');
    expect(element('A', { b: '<"\n', c: undefined, d: 0, e: false })).toBe('<A b="&lt;&quot;&#10;" d="0" e="false"/>');
    expect(element('A', {}, ['<b/>', 'c'])).toBe('<A><b/>c</A>');
  });
});

describe('the style names of a paper', () => {
  it('replace ours one by one', () => {
    const read = readStyleNames('{ "question": " PV Ca\u0302u hỏi " }');
    expect(read).toEqual({ ok: true, value: { ...DEFAULT_STYLE_NAMES, question: 'PV Câu hỏi' } });
  });

  it.each([
    ['[]', 'style-name-list', ''],
    ['nothing', 'style-name-list', ''],
    ['{"question": "a:b"}', 'style-name-unfit', 'question'],
    ['{"question": "a<b"}', 'style-name-unfit', 'question'],
    ['{"question": ""}', 'style-name-unfit', 'question'],
    ['{"question": 3}', 'style-name-unfit', 'question'],
    ['{"toString": "a"}', 'style-name-unknown', 'toString'],
  ])('are refused when they are %s', (source, kind, name) => {
    expect(readStyleNames(source)).toEqual({ ok: false, failure: { kind, name } });
  });
});
