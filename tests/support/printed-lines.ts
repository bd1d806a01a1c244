import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from './outside-tools';

/** A line of print as a reader of the paper finds it. In points from the top left of the sheet. */
export interface PrintedLine {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The lines of a PDF as poppler makes them out from where the words stand; nothing of our own plan is asked. */
export function printedLines(pdf: Uint8Array): readonly PrintedLine[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-lines-'));
  try {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    const pages = runTool('pdftotext', ['-bbox-layout', file, '-']).split('<page ').slice(1);
    return pages.flatMap((page, at) =>
      [...page.matchAll(LINE)].map(([, x, y, foot, words = '']) => ({
        page: at + 1,
        text: [...words.matchAll(WORD)].map(([, word = '']) => plain(word)).join(' '),
        x: Number(x),
        y: Number(y),
        height: Number(foot) - Number(y),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LINE = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^]*?)<\/line>/g;
const WORD = /<word [^>]*>([^<]*)<\/word>/g;

function plain(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFC');
}
