import type { Ink, PageTemplate } from '../page-template';

const RED: Ink = [0, 100, 95, 8];
const BLUE: Ink = [100, 60, 0, 20];
const GREEN: Ink = [85, 20, 85, 25];
const TINT: Ink = [0, 0, 0, 9];
const even = (mm: number) => ({ top: mm, right: mm, bottom: mm, left: mm });

/** The tabloid or Berliner page of most Vietnamese provincial papers: five columns of 49.2 mm. */
export const BERLINER: PageTemplate = {
  id: 'berliner-5',
  name: { vi: 'Berliner, 5 cột', en: 'Berliner, 5 columns' },
  width: 290,
  height: 420,
  margins: even(12),
  columns: 5,
  gutter: 5,
  row: 10.8,
  baseline: 8.2,
  headline: { least: 22, most: 58, weight: 800 },
  ink: { accent: RED, tint: TINT },
  folio: true,
  leadTallest: 190,
  dropCap: 0,
  quoteSpan: 1,
  columnRules: true,
};

const TABLOID: PageTemplate = {
  ...BERLINER,
  id: 'tabloid-6',
  name: { vi: 'Tabloid, 6 cột', en: 'Tabloid, 6 columns' },
  width: 280,
  height: 400,
  margins: { top: 12, right: 11, bottom: 13, left: 11 },
  columns: 6,
  gutter: 4.5,
  row: 10.4,
  baseline: 7.9,
  type: {
    text: { size: 8.6 },
    closing: { size: 8.6 },
    byline: { size: 8.6 },
    question: { size: 9.8, weight: 700 },
    pullQuote: { size: 13.5 },
    pullQuoteWide: { size: 19 },
  },
  headline: { least: 20, most: 54, weight: 800 },
  ink: { accent: BLUE, tint: TINT },
  leadTallest: 170,
  quoteSpan: 2,
};

const BROADSHEET: PageTemplate = {
  ...BERLINER,
  id: 'broadsheet-8',
  name: { vi: 'Khổ lớn, 8 cột', en: 'Broadsheet, 8 columns' },
  width: 400,
  height: 570,
  margins: { top: 14, right: 14, bottom: 16, left: 14 },
  columns: 8,
  gutter: 4.5,
  headline: { least: 26, most: 78, weight: 800 },
  type: { standfirst: { size: 14 }, standfirstWide: { size: 17 }, kicker: { size: 15 } },
  leadTallest: 200,
  leadSpan: 3,
  dropCap: 3,
  quoteSpan: 2,
};

const PROVINCIAL: PageTemplate = {
  ...BERLINER,
  id: 'a3-provincial',
  name: { vi: 'Báo địa phương A3, 5 cột', en: 'Provincial paper A3, 5 columns' },
  width: 297,
  height: 420,
  margins: { top: 13, right: 14, bottom: 15, left: 14 },
  gutter: 5.5,
  row: 11.2,
  baseline: 8.5,
  type: {
    text: { size: 9.4 },
    closing: { size: 9.4 },
    byline: { size: 9.4 },
    question: { face: 'text', size: 9.4, weight: 700 },
    kicker: { face: 'text', size: 12.5, weight: 700, italic: true },
  },
  leadTallest: 180,
  quoteSpan: 2,
};

const PORTRAIT: PageTemplate = {
  ...BERLINER,
  id: 'interview-portrait',
  name: { vi: 'Trang phỏng vấn, chân dung lớn', en: 'Interview page, large portrait' },
  columns: 4,
  gutter: 6,
  margins: { top: 12, right: 14, bottom: 14, left: 14 },
  row: 11.8,
  baseline: 8.9,
  type: {
    text: { size: 9.8, figures: 'old-style' },
    closing: { size: 9.8, figures: 'old-style' },
    byline: { size: 9.8 },
    question: { size: 11.4, weight: 600 },
    standfirst: { size: 14 },
    standfirstWide: { size: 15 },
    pullQuoteWide: { size: 24 },
    caption: { size: 9.6 },
    kicker: { size: 14 },
  },
  headline: { least: 24, most: 64, weight: 800 },
  ink: { accent: GREEN, tint: TINT },
  leadSpan: 2,
  leadTallest: 215,
  dropCap: 3,
  quoteSpan: 2,
  labels: 'small-capitals',
};

const HALF: PageTemplate = {
  ...BERLINER,
  id: 'half-page',
  name: { vi: 'Nửa trang Berliner', en: 'Half a Berliner page' },
  depth: 52,
  headline: { least: 20, most: 44, weight: 800 },
  type: { standfirst: { size: 11.5 }, standfirstWide: { size: 12.5 } },
  leadSpan: 2,
  leadTallest: 95,
};

const PROOF: PageTemplate = {
  ...BERLINER,
  id: 'a4-proof',
  name: { vi: 'Bản đọc A4', en: 'Office proof A4' },
  width: 210,
  height: 297,
  margins: { top: 15, right: 18, bottom: 18, left: 18 },
  columns: 2,
  gutter: 8,
  row: 14,
  baseline: 10.6,
  type: {
    text: { size: 10.8 },
    closing: { size: 10.8 },
    byline: { size: 10.8 },
    question: { size: 12.2 },
    box: { size: 11.2 },
    boxHeading: { size: 12.4 },
    caption: { size: 10.4 },
    credit: { size: 9.8 },
    jump: { size: 10.4 },
  },
  headline: { least: 18, most: 34, weight: 800 },
  leadTallest: 90,
};

/** The templates that come with the program; the first is the one used when none is named. */
export const SHIPPED_TEMPLATES: readonly PageTemplate[] = [
  BERLINER,
  TABLOID,
  BROADSHEET,
  PROVINCIAL,
  PORTRAIT,
  HALF,
  PROOF,
];
