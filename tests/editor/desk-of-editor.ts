import type { Page } from '@playwright/test';
import type { CommandId } from '../../shared/commands/table';
import type { Interview } from '../../shared/interview/types';
import { launchApp, newMachine, removeMachine } from '../support/launch';
import type { RunningApp } from '../support/launch';
import { pressKey } from '../support/typing';
import {
  a,
  box,
  byline,
  closing,
  id,
  interview,
  kicker,
  list,
  p,
  photo,
  pullQuote,
  q,
  standfirst,
  subhead,
  title,
  unknown,
} from '../support/builders';
import { buildStage } from './stage/build-stage';
import type { Stage } from './stage/stage';

/** One piece with every kind of block, short enough to read in a failing test. Block ids are the words in brackets. */
export function sample(): Interview {
  return interview(
    kicker('Phỏng vấn'),
    title('Nước ngầm ở lại'),
    standfirst('Thời gian qua'),
    id('occasion', p('Nhân vụ tưới')),
    id('photo', photo({ photoId: 'x', caption: 'Ông Ama Hlan', credit: 'Ảnh: NX', alt: 'Một người đàn ông' })),
    id('q1', q('Kết quả ra sao?')),
    a('Năm nay khá.', 'Về cán bộ.').map((block, index) => ({ ...block, id: `a1${index}` })),
    id('q2', q('Khó khăn gì?')),
    a('Một số hạn chế.').map((block) => ({ ...block, id: 'a2' })),
    id('sub', subhead('Việc sắp tới')),
    id('quote', pullQuote('Nước là của chung', 'Ama Hlan')),
    id('box', box('Con số', 'Bốn giếng', 'Hai đập')),
    id('list', list('Một', 'Hai')),
    unknown({ kind: 'map-from-2031', id: 'map', where: 'Cư M’gar' }),
    id('end', p('Và còn nữa.')),
    id('closing', closing('Xin cảm ơn ông!')),
    byline('Nguyễn Xuân', 'thực hiện'),
  );
}

export interface EditorDesk extends RunningApp {
  /** Opens a piece anew and waits until it is shown. */
  readonly open: (interview?: Interview) => Promise<void>;
  /** The piece as the editor has it. */
  readonly read: () => Promise<Interview>;
  readonly run: (command: CommandId) => Promise<boolean>;
  readonly caret: (at: Spot, edge?: 'start' | 'end' | number) => Promise<void>;
  readonly select: (from: readonly [Spot, number], to: readonly [Spot, number]) => Promise<void>;
  /** How many undo steps there are: undoes all, then redoes all. */
  readonly undoSteps: () => Promise<number>;
  /** Turns suggest mode on in this name, or off. */
  readonly suggest: (as: string | null) => Promise<void>;
  readonly stage: <Value>(read: (stage: Stage) => Value) => Promise<Value>;
  readonly end: () => Promise<void>;
}

/** A text by the CSS of its element: 'q1' is the block, 'photo caption' the part, 'list 1' the second item, 'g 1.alt' a text of a gallery's second picture, 'g common.caption' that of all, 'headline' the field. */
export type Spot = string;

const FIELDS = new Set(['kicker', 'headline', 'standfirst']);

export function selectorOf(spot: Spot): string {
  if (FIELDS.has(spot)) return `.galley-${spot}`;
  if (spot === 'byline') return '.galley-byline';
  const [block = '', part] = spot.split(' ');
  const element = `[data-block="${block}"]`;
  if (part === undefined) return element;
  const [picture, text] = part.split('.');
  if (text !== undefined)
    return picture === 'common'
      ? `${element} .galley-gallery-common .galley-${text}`
      : `${element} .galley-gallery-picture:nth-child(${Number(picture) + 1}) .galley-${text}`;
  return /^\d+$/.test(part) ? `${element} > :is(p, li) >> nth=${part}` : `${element} .galley-${part}`;
}

async function setCaret(page: Page, from: readonly [Spot, number | 'start' | 'end'], to = from): Promise<void> {
  const ends = await Promise.all(
    [from, to].map(async ([spot]) => await page.locator(selectorOf(spot)).first().elementHandle()),
  );
  await page.evaluate(
    ([first, last, start, end]) => {
      const place = (element: Node | null | undefined, offset: number | 'start' | 'end') => {
        if (!element) throw new Error('no such text');
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        if (texts.length === 0) return [element, 0] as const;
        const last = texts.at(-1) as Text;
        if (offset === 'end') return [last, last.length] as const;
        let left = offset === 'start' ? 0 : offset;
        for (const text of texts) {
          if (left <= text.length) return [text, left] as const;
          left -= text.length;
        }
        return [last, last.length] as const;
      };
      const root = document.querySelector<HTMLElement>('[data-editor]');
      root?.focus();
      const [a, b] = [place(first, start), place(last, end)];
      document.getSelection()?.setBaseAndExtent(a[0], a[1], b[0], b[1]);
    },
    [ends[0], ends[1], from[1], to[1]] as const,
  );
  await page.waitForTimeout(30);
}

/** Starts Electron on the stage, once for a file of tests. */
export async function startDesk(): Promise<EditorDesk> {
  const machine = newMachine();
  const running = await launchApp({ machine, args: [await buildStage()] });
  const { page } = running;
  const stage = async <Value>(read: (stage: Stage) => Value): Promise<Value> =>
    (await page.evaluate(`(${read.toString()})(window.stage)`)) as Value;
  const run = async (command: CommandId) =>
    await page.evaluate((name) => window.stage.editor?.run(name) ?? false, command);
  return {
    ...running,
    stage,
    run,
    open: async (given = sample()) => {
      await page.evaluate((interview) => window.stage.open(interview), given);
      await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
      await page.waitForTimeout(20);
    },
    read: async () => await page.evaluate(() => window.stage.editor?.read() as Interview),
    caret: async (at, edge = 'end') => await setCaret(page, [at, edge]),
    select: async (from, to) => await setCaret(page, from, to),
    suggest: async (as) => {
      await page.evaluate((name) => window.stage.suggest(name), as);
      await page.waitForTimeout(30);
    },
    undoSteps: async () => {
      let steps = 0;
      const enabled = async () =>
        await page.evaluate(
          () => document.dispatchEvent(new Event('noop')) && window.stage.state?.enabled.has('undo') === true,
        );
      await page.waitForTimeout(60);
      while (steps < 200 && (await enabled())) {
        await run('undo');
        await page.waitForTimeout(40);
        steps += 1;
      }
      for (let step = 0; step < steps; step += 1) await run('redo');
      await page.waitForTimeout(40);
      return steps;
    },
    end: async () => {
      await running.close();
      removeMachine(machine);
    },
  };
}

/** A key that writes nothing, with its code. */
export const KEY_CODES = {
  Backspace: 8,
  Enter: 13,
  Delete: 46,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Tab: 9,
} as const;

export async function key(desk: EditorDesk, name: keyof typeof KEY_CODES, modifiers = 0): Promise<void> {
  if (name === 'Enter') await desk.page.keyboard.press(modifiers === 8 ? 'Shift+Enter' : 'Enter');
  else await pressKey(desk.cdp, name, KEY_CODES[name], modifiers);
  await desk.page.waitForTimeout(30);
}

/** The body on a few lines: `q1:question:Kết quả ra sao?`, to compare at a glance. */
export function lines(piece: Interview): readonly string[] {
  const plain = (text: readonly { readonly text: string }[]) => text.map((run) => run.text).join('');
  return piece.body.map((block) => {
    switch (block.kind) {
      case 'photo':
        return `photo:${plain(block.caption)}|${plain(block.credit)}|${block.alt}`;
      case 'gallery': {
        const words = block.pictures.map(({ caption, credit, alt }) => [plain(caption), plain(credit), alt].join('|'));
        return `gallery:${words.join(' ; ')} ; ${plain(block.caption)}|${plain(block.credit)}`;
      }
      case 'pullQuote':
        return `pullQuote:${plain(block.quote)}|${plain(block.attribution)}`;
      case 'box':
        return `box:${plain(block.heading)}|${block.paragraphs.map(plain).join('|')}`;
      case 'list':
        return `list:${block.items.map(plain).join('|')}`;
      case 'unknown':
        return 'unknown';
      default:
        return `${block.kind}:${plain(block.text)}`;
    }
  });
}
