import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** The input method that `run.mjs` has started. */
export const method = process.env['GALLEY_INPUT_METHOD'] ?? '';

const run = (program: string, ...words: readonly string[]): string =>
  execFileSync(program, [...words], { encoding: 'utf8' });

/** Presses real keys on the display, `delay` milliseconds apart. */
export function press(keys: string, delay: number): void {
  const names = [...keys].map((key) => (key === ' ' ? 'space' : key === ':' ? 'colon' : key));
  run('xdotool', 'key', '--delay', String(delay), ...names);
}

/** Gives the app's window the focus of the display and turns the Vietnamese engine on for the line. */
export async function switchOn(line: Locator): Promise<void> {
  const [window = ''] = run('xdotool', 'search', '--onlyvisible', '--class', 'galley|electron').trim().split('\n');
  run('xdotool', 'windowactivate', '--sync', window);
  await line.click();
  if (method === 'ibus') {
    // It also sets the keyboard layout, which fails on a bare display: what counts is which engine it then names.
    const engine = run('sh', '-c', 'ibus engine Unikey 2>/dev/null; ibus engine').trim();
    expect(engine).toBe('Unikey');
  } else {
    run('fcitx5-remote', '-o');
    run('fcitx5-remote', '-s', 'bamboo');
    await sleep(300);
    expect(run('fcitx5-remote', '-n').trim()).toBe('bamboo');
  }
  await sleep(600);
}

/** Undoes until the line says this again; tells in how many steps. */
export async function undoTo(page: Page, line: Locator, words: string): Promise<number> {
  let steps = 0;
  while (steps < 60 && ((await line.textContent()) ?? '') !== words) {
    await page.keyboard.press('ControlOrMeta+z');
    await sleep(40);
    steps += 1;
  }
  return steps;
}
