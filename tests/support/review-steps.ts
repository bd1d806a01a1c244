import { expect } from './launch';
import type { RunningApp } from './launch';

/** The line at the foot of the window. */
export const status = ({ page }: RunningApp) => page.getByRole('contentinfo');
/** The panel beside the text. */
export const panel = ({ page }: RunningApp) => page.getByRole('complementary');

/** The first person of this machine gives a name. */
export async function setName({ page }: RunningApp, name: string, role: string): Promise<void> {
  const who = page.getByRole('region', { name: 'Ai làm việc ở bàn này?' });
  await who.getByLabel('Tên').fill(name);
  await who.getByLabel('Vai').selectOption({ label: role });
  await who.getByRole('button', { name: 'Ghi tên' }).click();
  await expect(page.getByRole('button', { name: `${name} · ${role}` })).toBeVisible();
}

/** Another person sits down: chosen from the list, or added to it. */
export async function sitDown({ page }: RunningApp, name: string, role: string): Promise<void> {
  await page.locator('.workspace-head .profile-button').click();
  const dialog = page.getByRole('dialog');
  const known = dialog.getByRole('radio', { name: new RegExp(name) });
  if ((await known.count()) > 0) await known.check();
  else {
    await dialog.getByLabel('Tên').fill(name);
    await dialog.getByLabel('Vai').selectOption({ label: role });
    await dialog.getByRole('button', { name: 'Thêm người' }).click();
    await expect(known).toBeChecked();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.workspace-head .profile-button')).toContainText(name);
}

/** Presses the button of a step, and waits until the piece is where it leads. */
export async function step(galley: RunningApp, button: string, state: string): Promise<void> {
  await panel(galley).getByRole('button', { name: button, exact: true }).click();
  await expect(status(galley).locator('[data-here]')).toHaveText(state);
}

/** Types at the end of a line of the text. */
export async function write({ page }: RunningApp, selector: string, words: string): Promise<void> {
  await page.locator(selector).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}
