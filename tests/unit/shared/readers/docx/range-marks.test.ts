import { expect, it } from 'vitest';
import { openParagraph } from '../../../../../shared/readers/docx/open-paragraph';
import { childrenOf, nameOf } from '../../../../../shared/readers/docx/parse-xml';
import { RangeMarks } from '../../../../../shared/readers/docx/range-marks';
import { styleWith } from '../../../../../shared/readers/docx/styles';
import { bookmarkOf } from '../../../../../shared/docx/bookmarks';
import { element } from './elements';

const plain = styleWith(new Map(), '');
const takeAll = (ranges: RangeMarks, marks: string, open = openParagraph(plain, ranges.atParagraph())) => {
  for (const mark of childrenOf(element(marks))) ranges.take(mark, nameOf(mark), open);
  return open;
};

it('a comment is about what stands between its two marks', () => {
  const ranges = new RangeMarks();
  takeAll(ranges, '<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>');
  expect(ranges.comments).toEqual(['1', '2']);
  takeAll(ranges, '<w:commentRangeEnd w:id="1"/>');
  expect(ranges.comments).toEqual(['2']);
});

it('a bookmark of ours between two paragraphs names a place of the one that follows, once', () => {
  const ranges = new RangeMarks();
  const place = { block: 'b2', part: 'text' } as const;
  const marks = `<w:bookmarkStart w:id="1" w:name="${bookmarkOf(place)}"/><w:bookmarkStart w:id="2" w:name="_GoBack"/>`;
  for (const mark of childrenOf(element(marks))) ranges.take(mark, nameOf(mark));
  expect(ranges.atParagraph().places).toEqual([place]);
  expect(ranges.atParagraph().places).toEqual([]);
  // In a paragraph it is a place of that one.
  expect(takeAll(ranges, marks).places).toEqual([place]);
});

it('a move goes on until its end, over paragraphs', () => {
  const ranges = new RangeMarks();
  const first = takeAll(ranges, '<w:moveFromRangeStart w:id="7" w:name="move1"/>');
  expect(first.move).toEqual({ name: 'move1', way: 'from' });
  expect(takeAll(ranges, '').move).toEqual({ name: 'move1', way: 'from' });
  takeAll(ranges, '<w:moveToRangeEnd w:id="7"/>');
  expect(ranges.atParagraph().move).toBeDefined();
  takeAll(ranges, '<w:moveFromRangeEnd w:id="7"/>');
  expect(ranges.atParagraph().move).toBeUndefined();
});
