import type { CDPSession } from '@playwright/test';
import { spell, telex } from './telex';

/**
 * How an input method delivers a word: by composition (ibus, fcitx, macOS), by injected Backspaces each awaited or all
 * in one burst (Unikey, EVKey, OpenKey), or by selecting to the left with Shift and typing over it.
 */
export type TypingWay = 'composition' | 'slow composition' | 'backspaces' | 'burst' | 'shift-left' | 'shift-left burst';

export const typingWays: readonly TypingWay[] = ['composition', 'backspaces', 'burst', 'shift-left'];

/** Those and the same at another pace: composed with 30 ms between the keys, selected back in one burst. */
export const allTypingWays: readonly TypingWay[] = [...typingWays, 'slow composition', 'shift-left burst'];

/** The key code Chromium sees while an input method holds the key. */
const processKey = 229;
/** VK_PACKET: a character that comes from no key of the layout. */
const injectedKey = 231;
const shift = 8;

/** Types a Vietnamese text as a journalist with a Telex input method does. */
export async function typeVietnamese(cdp: CDPSession, text: string, way: TypingWay = 'composition'): Promise<void> {
  await typeTelex(cdp, spell(text), way);
}

/** Types Telex keys: `DDoongf chis` shows "Đồng chí". */
export async function typeTelex(cdp: CDPSession, keys: string, way: TypingWay): Promise<void> {
  if (way === 'composition' || way === 'slow composition')
    await typeComposed(cdp, keys, way === 'composition' ? 0 : 30);
  else await typeInjected(cdp, keys, way);
}

/** One character as a plain key press. */
export async function typeCharacter(cdp: CDPSession, character: string, keyCode = keyCodeOf(character)): Promise<void> {
  const key = { key: character, windowsVirtualKeyCode: keyCode };
  // Both leave at once: a burst must not wait for answers between them.
  await Promise.all([
    cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: character, unmodifiedText: character, ...key }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]);
}

/** Plain letters without an input method, as for English. */
export async function typePlain(cdp: CDPSession, text: string): Promise<void> {
  for (const character of text) await typeCharacter(cdp, character);
}

/** A key that writes nothing, e.g. `pressKey(cdp, 'Backspace', 8)`; modifiers: 1 Alt, 2 Ctrl, 4 Meta, 8 Shift. */
export async function pressKey(cdp: CDPSession, key: string, keyCode: number, modifiers = 0): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: keyCode, modifiers };
  await Promise.all([
    cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ]);
}

/** Begins or continues a composition without ending it: for tests that interrupt one. */
export async function composeTo(cdp: CDPSession, text: string, key = 'a'): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: `Key${key.toUpperCase()}`,
    windowsVirtualKeyCode: processKey,
  });
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: keyCodeOf(key) });
}

/** Ends the running composition with this text. */
export async function commitComposition(cdp: CDPSession, text: string): Promise<void> {
  await cdp.send('Input.insertText', { text });
}

/** Only letters, digits and the space have their own code as key code: that of a full stop would be the Delete key. */
const keyCodeOf = (character: string): number =>
  /[a-z0-9 ]/i.test(character) ? character.toUpperCase().charCodeAt(0) : injectedKey;

const isLetter = (key: string): boolean => /[a-z]/i.test(key);

async function typeComposed(cdp: CDPSession, keys: string, pause: number): Promise<void> {
  let word = '';
  const commit = async (): Promise<void> => {
    if (word !== '') await commitComposition(cdp, telex(word));
    word = '';
  };
  for (const key of keys) {
    if (isLetter(key)) {
      word += key;
      await composeTo(cdp, telex(word), key);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    } else {
      await commit();
      await typeCharacter(cdp, key);
    }
  }
  await commit();
}

async function typeInjected(cdp: CDPSession, keys: string, way: TypingWay): Promise<void> {
  const isBurst = way === 'burst' || way === 'shift-left burst';
  const sent: Promise<void>[] = [];
  const send = async (event: Promise<void>): Promise<void> => {
    if (isBurst) sent.push(event);
    else await event;
  };
  let word = '';
  let onScreen = '';
  for (const key of keys) {
    if (!isLetter(key)) {
      await send(typeCharacter(cdp, key));
      word = '';
      onScreen = '';
      continue;
    }
    word += key;
    const wanted = telex(word);
    if (wanted === onScreen + key) await send(typeCharacter(cdp, key));
    else {
      const kept = sharedLength(onScreen, wanted);
      for (let count = onScreen.length - kept; count > 0; count -= 1) {
        await send(
          way.startsWith('shift-left') ? pressKey(cdp, 'ArrowLeft', 37, shift) : pressKey(cdp, 'Backspace', 8),
        );
      }
      for (const character of wanted.slice(kept)) await send(typeCharacter(cdp, character, injectedKey));
    }
    onScreen = wanted;
  }
  await Promise.all(sent);
}

/** How many characters two texts have in common from the start. */
function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
