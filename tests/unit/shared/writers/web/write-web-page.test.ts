import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { asText } from '../../../../../shared/interview/build';
import type { Interview, Photo } from '../../../../../shared/interview/types';
import { planPictures } from '../../../../../shared/writers/web/picture-plan';
import { writeWebPage } from '../../../../../shared/writers/web/write-web-page';
import {
  answer,
  box,
  closing,
  fullPiece,
  paragraph,
  photo,
  photoBlock,
  piece,
  pullQuote,
  question,
  subhead,
} from './pieces';

function page(interview: Interview, present: (photo: Photo) => boolean = () => true) {
  const written = writeWebPage(interview, { pictures: planPictures(interview, present) });
  const html = written.files.find(({ file }) => file === 'index.html')?.contents ?? '';
  const document = new JSDOM(html).window.document;
  const text = (selector: string) => document.querySelector(selector)?.textContent?.trim();
  const texts = (selector: string) => [...document.querySelectorAll(selector)].map((node) => node.textContent?.trim());
  return { html, document, text, texts, remarks: written.remarks };
}

describe('the web page', () => {
  it('is the golden page', async () => {
    const written = writeWebPage(fullPiece(), { pictures: planPictures(fullPiece(), () => true) });
    for (const { file, contents } of written.files) {
      await expect(contents).toMatchFileSnapshot(`../../../../golden/web/full/${file}`);
    }
    expect(written.remarks).toEqual([]);
  });

  it('has head fields, time, sapo and both bylines', () => {
    const { text, document } = page(fullPiece());
    expect(document.documentElement.lang).toBe('vi');
    expect(text('h1')).toBe('Giữ rừng từ gốc');
    expect(text('.kicker')).toBe('Chuyện người giữ rừng');
    expect(text('.section')).toBe('Xã hội');
    expect(text('.sapo')).toBe('Hai mươi năm, một người và một cánh rừng.');
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-03-21T07:05+07:00');
    expect(text('time')).toBe('07:05, 21/03/2026');
    expect(text('.author')).toBe('Minh An');
    expect(text('.byline')).toBe('Minh An (thực hiện)');
  });

  it('makes each pair a section named by its question', () => {
    const { document, texts } = page(
      piece([question('Một?'), answer('A'), answer('B'), question('Hai?'), answer('C')]),
    );
    const sections = [...document.querySelectorAll('section.pair')];
    expect(sections.map((section) => section.querySelectorAll('p').length)).toEqual([2, 1]);
    expect(
      sections.map((section) => document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent),
    ).toEqual(['Một?', 'Hai?']);
    expect(texts('h2')).toEqual(['Một?', 'Hai?']);
  });

  it('keeps headings in order: chapters over questions, subheads and boxes under them', () => {
    const { document } = page(
      piece([
        question('Một?'), answer('A'), subhead('Trong câu trả lời'), answer('B'), box('Hộp', 'x'),
        subhead('Phần hai'), question('Hai?'), answer('C'), subhead('Sâu'), answer('D'), closing('Cảm ơn'),
      ]), // prettier-ignore
    );
    const headings = [...document.querySelectorAll('h1,h2,h3,h4')].map((node) => `${node.tagName} ${node.textContent}`);
    expect(headings.slice(1)).toEqual([
      'H2 Một?',
      'H3 Trong câu trả lời',
      'H3 Hộp',
      'H2 Phần hai',
      'H3 Hai?',
      'H4 Sâu',
    ]);
    expect(document.querySelector('.closing')?.closest('section')).toBeNull();
  });

  it('writes marks and links as elements', () => {
    const { document, text } = page(fullPiece());
    expect(text('.story strong')).toBe('1998');
    expect(text('.story sup')).toBe('2');
    expect(document.querySelector('.story a')?.outerHTML).toBe(
      '<a href="https://example.org/bao-cao?a=1&amp;b=2"><em>báo cáo</em></a>',
    );
  });

  it('does not let a line part a document number or a date', () => {
    const { texts, text } = page(
      piece([
        answer(
          'Quy định số 04-QĐ/TU ngày 5-12-2017 (3-2-1930 - 3-2-2018), nhiệm kỳ 2015-2020, chính trị - xã hội, 1.200 ha',
        ),
      ]),
    );
    expect(texts('.unbroken')).toEqual(['04-QĐ/TU', '5-12-2017', '3-2-1930', '3-2-2018', '2015-2020']);
    expect(text('.answer')).toBe(
      'Quy định số 04-QĐ/TU ngày 5-12-2017 (3-2-1930 - 3-2-2018), nhiệm kỳ 2015-2020, chính trị - xã hội, 1.200 ha',
    );
  });

  it('names the speakers only where they start', () => {
    const two = piece([question('Hỏi gì?'), answer('Một'), answer('Hai'), answer('Ba', 'p2'), answer('Bốn')], {
      labels: 'names',
      people: [
        { id: 'p1', name: 'Lê A', honorific: 'ông', part: 'interviewee' },
        { id: 'p2', name: 'Trần B', part: 'interviewee' },
      ],
    });
    expect(page(two).texts('.pair h2, .pair p')).toEqual([
      'P.V: Hỏi gì?',
      'Ông Lê A: Một',
      'Hai',
      'Trần B: Ba',
      'Ông Lê A: Bốn',
    ]);
    expect(
      page({ ...two, labels: 'words' })
        .texts('.label')
        .slice(0, 2),
    ).toEqual(['Hỏi:', 'Đáp:']);
    expect(
      page({ ...two, labels: 'words', language: 'en' })
        .texts('.label')
        .slice(0, 2),
    ).toEqual(['Q:', 'A:']);
    expect(page({ ...two, labels: 'plain' }).texts('.label')).toEqual([]);
  });

  it('offers at least three widths in WebP and JPEG', () => {
    const { document } = page(fullPiece());
    const widths = (sources: string | null | undefined) =>
      (sources ?? '').split(', ').map((source) => source.split(' ')[1]);
    expect(widths(document.querySelector('source[type="image/webp"]')?.getAttribute('srcset'))).toEqual([
      '480w',
      '800w',
      '1200w',
      '1600w',
    ]);
    const image = document.querySelector('figure img');
    expect(widths(image?.getAttribute('srcset'))).toEqual(['480w', '800w', '1200w', '1600w']);
    expect(image?.getAttribute('alt')).toBe('Một phụ nữ đội nón đi giữa hai hàng cây cao');
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['1600', '1067']);
  });

  it('writes a missing picture as its words, and says so', () => {
    const { document, text, remarks } = page(fullPiece(), () => false);
    expect(document.querySelector('img')).toBeNull();
    expect(text('.photo .caption')).toBe('Bà Hoa đi tuần rừng.');
    expect(text('.photo .credit')).toBe('Ảnh: Minh An');
    expect(remarks.map(({ rule }) => rule)).toEqual(['export-photo-missing']);
  });

  it('leaves out empty blocks and prompts, and says so once', () => {
    const { html, remarks } = page(
      piece([
        { kind: 'question', id: 'q', prompt: 'Hỏi về mùa màng', text: [] },
        answer(''),
        box('', ''),
        pullQuote('', ''),
        paragraph('Có chữ'),
      ]),
    );
    expect(html).not.toContain('Hỏi về mùa màng');
    expect(html).not.toMatch(/<(section|aside|figure|h2)/);
    expect(remarks).toEqual([{ rule: 'export-empty-block', severity: 'note', values: { count: 4 } }]);
  });

  it('reports a block of an unknown kind as a loss', () => {
    const { remarks } = page(piece([{ kind: 'unknown', id: 'u', raw: { kind: 'quiz', id: 'u' } }]));
    expect(remarks).toMatchObject([{ rule: 'export-unknown-block', severity: 'loss', values: { kind: 'quiz' } }]);
  });

  it('shows the comments slot and the teasers only when there are some', () => {
    expect(page(fullPiece()).text('#comments h2')).toBe('Ý kiến bạn đọc');
    expect(page(fullPiece()).text('.teaser h3')).toBe('(E-magazine) Một ngày ở trạm kiểm lâm');
    const { document } = page(piece([paragraph('x')]));
    expect(document.querySelector('#comments, .teasers')).toBeNull();
  });

  it('describes itself to machines as NewsArticle about the interviewee', () => {
    const interview = fullPiece();
    const written = writeWebPage(interview, {
      pictures: planPictures(interview, () => true),
      canonical: 'https://example.org/a/giu-rung.html',
    });
    const document = new JSDOM(written.files[0]?.contents).window.document;
    expect(JSON.parse(document.querySelector('script')?.textContent ?? '')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Giữ rừng từ gốc',
      description: 'Hai mươi năm, một người và một cánh rừng.',
      inLanguage: 'vi',
      datePublished: '2026-03-21T07:05+07:00',
      articleSection: 'Xã hội',
      author: [{ '@type': 'Person', name: 'Minh An' }],
      publisher: { '@type': 'NewsMediaOrganization', name: 'Báo Thử' },
      image: ['https://example.org/a/pictures/rung-1600.jpg'],
      about: [
        {
          '@type': 'Person',
          name: 'Trần Thị Hoa',
          honorificPrefix: 'bà',
          jobTitle: 'Tổ trưởng',
          worksFor: { '@type': 'Organization', name: 'Tổ giữ rừng' },
        },
      ],
      mainEntityOfPage: 'https://example.org/a/giu-rung.html',
    });
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'https://example.org/a/giu-rung.html',
    );
    expect(document.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe('Giữ rừng từ gốc');
  });
});

describe('hostile words', () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"' onload='alert(3) --><!-- ]]> &lt;`;
  const everywhere = piece(
    [
      paragraph(evil), subhead(evil), question(evil), answer(evil), box(evil, evil), pullQuote(evil, evil), closing(evil),
      photoBlock({ photoId: 'x', caption: asText(evil), credit: asText(evil), alt: evil }),
    ],
    {
      headline: asText(evil), kicker: asText(evil), standfirst: asText(evil), paper: evil, section: evil, issue: evil,
      people: [{ id: 'p', name: evil, role: evil, office: evil, honorific: evil, part: 'interviewee' }],
      byline: [{ name: evil, role: evil }], teasers: [{ heading: evil, text: evil, label: evil }], labels: 'names',
      photos: [{ ...photo('x'), id: 'x' }],
    },
  ); // prettier-ignore

  it('stay words everywhere', () => {
    const { document, text, html } = page(everywhere);
    expect([...document.querySelectorAll('script')].map((script) => script.type)).toEqual(['application/ld+json']);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    for (const node of document.querySelectorAll('*')) {
      for (const { name } of node.attributes) expect(name).not.toMatch(/^on/);
    }
    expect(document.querySelectorAll('img')).toHaveLength(1);
    expect(text('h1')).toBe(evil);
    expect(document.querySelector('img')?.alt).toBe(evil);
    expect(JSON.parse(document.querySelector('script')?.textContent ?? '')).toMatchObject({ headline: evil });
  });

  it('never become a link to a script, even past the schema', () => {
    const interview = piece([answer([{ text: 'bấm đây', link: 'java\tscript:alert(1)' }])], {
      teasers: [{ heading: 'tin', link: 'javascript:alert(1)' }],
    });
    const { document, remarks, text } = page(interview);
    expect(document.querySelector('a')).toBeNull();
    expect(text('.answer')).toBe('bấm đây');
    expect(remarks.map(({ rule }) => rule)).toEqual(['export-link-dropped']);
  });

  it('come out in NFC, without what HTML cannot hold', () => {
    const { text, html } = page(piece([paragraph('Đắk Lắk'.normalize('NFD')), paragraph('a\u0000b\uD800c\uFFFFd')]));
    expect(text('.story p')).toBe('Đắk Lắk'.normalize('NFC'));
    expect(html).toContain('<p>a\uFFFDb\uFFFDc\uFFFDd</p>');
  });

  it('do not reach file names through a photo id', () => {
    const interview = piece([photoBlock({ photoId: '../../x' })], { photos: [{ ...photo('x'), id: '../../x' }] });
    expect(page(interview).document.querySelector('img')?.getAttribute('src')).toBe('pictures/photo-1-800.jpg');
  });
});
