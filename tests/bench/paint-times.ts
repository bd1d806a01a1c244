import type { CDPSession, Page } from '@playwright/test';

/**
 * From the keydown to the frame that shows it, in milliseconds, for `keys` letters typed one after the other at the caret.
 * The clock runs inside the page: from the event to the task after the next animation frame.
 */
export async function paintTimes(page: Page, cdp: CDPSession, keys: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const channel = new MessageChannel();
    let pressed = 0;
    channel.port1.addEventListener('message', () => times.push(performance.now() - pressed));
    channel.port1.start();
    const onKey = (): void => {
      pressed = performance.now();
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    document.addEventListener('keydown', onKey, { capture: true });
    Object.assign(window, {
      takePaintTimes: () => {
        document.removeEventListener('keydown', onKey, { capture: true });
        return times;
      },
    });
  });
  for (let index = 0; index < keys; index += 1) {
    const text = index % 6 === 5 ? ' ' : 'a';
    const key = { key: text, windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0) };
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, unmodifiedText: text, ...key });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await page.waitForTimeout(40);
  }
  return await page.evaluate(() => (window as unknown as { takePaintTimes(): number[] }).takePaintTimes());
}
