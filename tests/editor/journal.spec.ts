import { expect, test } from '@playwright/test';
import { typeVietnamese } from '../support/typing';
import { key, startDesk } from './desk-of-editor';
import type { EditorDesk } from './desk-of-editor';

let desk: EditorDesk;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  desk = await startDesk();
});
test.afterAll(async () => await desk.end());
test.beforeEach(async () => await desk.open());

/** Hands out what is waiting; the journal must then say what the editor says. */
async function expectWritten(after: string): Promise<void> {
  const [journal, editor] = await desk.page.evaluate(() => {
    window.stage.editor?.flush();
    return [window.stage.journal, window.stage.editor?.read()];
  });
  expect(journal, after).toEqual(editor);
}

// Undo puts a whole state in; Lexical then reports no dirty node, and the undone text never reached the disk.
test('what is undone and redone reaches the journal: words, fields, captions, kinds, order', async () => {
  for (const place of ['headline', 'a10', 'photo caption', 'box 1', 'list 1', 'byline']) {
    await desk.caret(place, 'end');
    await typeVietnamese(desk.cdp, ' nước', 'burst');
    await expectWritten(`typing in ${place}`);
  }
  await desk.caret('a11', 'end');
  await desk.run('toggle-question');
  await expectWritten('a question made');
  await desk.run('move-pair-up');
  await expectWritten('a pair moved');
  await desk.select(['occasion', 2], ['q2', 3]);
  await key(desk, 'Delete');
  await expectWritten('a deletion');
  const steps = await desk.undoSteps();
  expect(steps).toBeGreaterThan(7);
  for (const command of ['undo', 'redo', 'undo'] as const) {
    for (let step = 1; step <= steps; step += 1) {
      await desk.run(command);
      await expectWritten(`${command} ${step}`);
    }
  }
});
