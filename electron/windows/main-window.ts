import { BrowserWindow, screen } from 'electron';
import type { SettingsStore } from '../settings/settings-store';
import { placeWindow, SMALLEST } from './window-bounds';
import { windowOptions } from './window-options';

/** The desk's ground. */
const GROUND = { light: '#efece6', dark: '#1d1b19' };
/** Moving a window tells of every step; only where it comes to rest is worth a write. Milliseconds. */
const REST = 500;

/** Makes the one window, hidden until it has something to show, where it was left the last time. */
export function createMainWindow(settings: SettingsStore, preload: string): BrowserWindow {
  const state = settings.windowState();
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { webPreferences, ...options } = windowOptions(preload, GROUND);
  const window = new BrowserWindow({
    ...options,
    ...placeWindow(state, displays),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    // A slow paint in the background must not hold back the last second of typing.
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });
  window.once('ready-to-show', () => {
    if (state?.maximised) window.maximize();
    window.show();
  });
  keepState(window, settings);
  return window;
}

function keepState(window: BrowserWindow, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    settings.keepWindowState({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', keep);
}
