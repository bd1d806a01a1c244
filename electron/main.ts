import type { BrowserWindow } from 'electron';
import { app, clipboard, ipcMain, Menu, nativeTheme, protocol, session } from 'electron';
import { hostname } from 'node:os';
import path from 'node:path';
import { note } from '../shared/checks/remark';
import { translator } from '../shared/i18n/translate';
import { interviewAsPlainText } from '../shared/interview/as-plain-text';
import { idMint } from '../shared/interview/build';
import { APP_ORIGIN } from '../shared/ipc/addresses';
import type { Settings } from '../shared/ipc/contract';
import { activeProfile } from '../shared/review/profile';
import { diskFiles } from './desk/files';
import { afterTimeout } from './desk/after';
import { FolderDesk } from './desk/folder-desk';
import { writerOf } from './desk/writer';
import { createDesks } from './ipc/desks';
import { createHandlers } from './ipc/handlers';
import type { Parts } from './ipc/parts';
import { createPhotoWork } from './ipc/photo-work';
import { registerCalls } from './ipc/register';
import { sendSignal } from './ipc/send-signal';
import { openLog } from './log';
import type { Log } from './log';
import { followContextMenu, installMenu } from './menu/install-menu';
import { createPhotoFilesHost } from './photo-files-host';
import { createDocumentHost } from './document-host';
import { createPictureHost } from './picture-host';
import { createPressHost } from './press-host';
import type { PressHost } from './press-host';
import { answer, APP_SCHEME } from './protocol';
import { createHistory } from './review/history';
import { interfaceLanguage, systemLanguage } from './settings/interface-language';
import { openSettings } from './settings/open-settings';
import { photoFinder } from './windows/app-files';
import { lockContents, lockSession } from './windows/lock-down';
import { askForLastWords } from './windows/last-words';
import { createMainWindow } from './windows/main-window';
import { closeInOrder } from './windows/orderly-close';
import type { Leaving } from './windows/orderly-close';
import { filesIn } from './windows/outside-files';
import { putAside, takeRescued } from './windows/rescue';
import { createProofWindow } from './windows/proof-window';
import { createStarts } from './windows/start-state';
import { standUpDesk } from './windows/stand-up-desk';
import { takeOutsideFiles } from './windows/take-outside-files';
import { careForWindow } from './windows/window-care';

// Both must be said before Electron is ready; an await up here would keep it from ever being so.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
// Electron would build a menu of its own first.
Menu.setApplicationMenu(null);

const built = path.join(import.meta.dirname, '..');
const page = `${APP_ORIGIN}/index.html${process.env['GALLEY_TEST'] === '1' ? '?test=1' : ''}`;
const preload = path.join(built, 'preload', 'preload.cjs');

// macOS tells of a double-clicked file before it is ready.
const early: string[] = [];
let openFile = (file: string): void => void early.push(file);
app.on('open-file', (event, file) => {
  event.preventDefault();
  openFile(file);
});

if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  const log = openLog();
  log.info('start', app.getVersion(), process.platform, process.versions.electron);
  const userData = app.getPath('userData');
  const { settings, remarks } = openSettings(userData, {
    desk: path.join(app.getPath('documents'), 'Galley'),
    deskOverride: process.env['GALLEY_DESK'] || undefined,
    onProblem: (error) => log.error('settings', error),
  });
  const system = systemLanguage(process.env['GALLEY_LANGUAGE'], app.getPreferredSystemLanguages());
  let translate = translator(interfaceLanguage(settings.read(), system));
  let window: BrowserWindow | null = null;
  let leaving: Leaving | null = null;
  let alive = () => {};
  const rescued = path.join(userData, 'rescue');
  const mint = idMint(Math.random);

  const history = createHistory({
    files: diskFiles,
    now: Date.now,
    after: afterTimeout,
    onProblem: (folder, error) => log.warn('no version kept', path.basename(folder), error),
  });
  const writer = writerOf(userData, (error) => log.warn('desk name not kept', error));
  const makeDesk = (folder: string) =>
    new FolderDesk(folder, {
      writer,
      who: () => ({ name: activeProfile(settings.read())?.name ?? '', machine: hostname() }),
      onSnapshot: history.note,
      onSnapshotFailure: (piece, failure) => log.warn('snapshot put off', piece, failure.kind),
    });
  const desks = createDesks(makeDesk(settings.read().desk), (piece, news) =>
    sendSignal(window?.webContents, 'piece:news', piece, news),
  );
  const press = createPressHost();
  const pictures = createPictureHost();
  const photoFiles = createPhotoFilesHost();
  const starts = createStarts(desks, settings, system);
  remarks.forEach(starts.say);

  const putUpMenu = () => installMenu(translate, () => window?.webContents ?? null);
  const obey = ({ theme, language }: Pick<Settings, 'theme' | 'language'>) => {
    nativeTheme.themeSource = theme;
    const wanted = interfaceLanguage({ language }, system);
    if (wanted === translate.language) return;
    translate = translator(wanted);
    putUpMenu();
  };
  const proofWindow = createProofWindow({
    preload,
    address: `${APP_ORIGIN}/index.html?proof=1&language=${system}`,
    onClosed: () => sendSignal(window?.webContents, 'proof:viewed', null),
    onProblem: (error) => log.error('page window not loaded', error),
  });
  const parts: Parts = {
    proofWindow,
    desks,
    makeDesk,
    settings,
    press: () => press,
    pictures: () => pictures,
    documents: createDocumentHost(),
    photoFiles: () => photoFiles,
    photoWork: createPhotoWork(),
    userData,
    mint,
    log,
    history,
    window: () => window,
    translate: () => translate,
    settingsChanged: (changed) => {
      obey(changed);
      sendSignal(window?.webContents, 'settings:changed', changed);
      sendSignal(proofWindow.contents(), 'settings:changed', changed);
    },
    start: async () => {
      await prepared;
      return await starts.give();
    },
    leaving: () => {
      if (!leaving) throw new Error('a call before there is a window');
      return leaving;
    },
    pieceOpened: warmUpOnce(press, log),
    alive: () => alive(),
  };

  const prepare = async () => {
    const showSample = process.argv.includes('--sample');
    // A desk that the environment names is somebody's or a test's: only the user's own first desk gets the sample unasked.
    const withSample = showSample || !process.env['GALLEY_DESK'];
    const folder = settings.read().desk;
    const shown = await standUpDesk({
      folder,
      desk: desks.current(),
      pictures: parts.pictures,
      withSample,
      showSample,
      log,
    });
    if (shown !== null) starts.show(shown);
    const back = await takeRescued(rescued, desks.current(), mint, log);
    back.remarks.forEach(starts.say);
    back.pieces.forEach(starts.show);
    const named = [...early.splice(0), ...filesIn(process.argv, process.cwd())];
    (await takeOutsideFiles(named, parts)).forEach(starts.show);
    await starts.lookAhead();
  };

  const takeFromOutside = async (files: readonly string[]) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    for (const piece of await takeOutsideFiles(files, parts)) sendSignal(window?.webContents, 'desk:opened', piece);
  };
  const take = (files: readonly string[]) => {
    takeFromOutside(files).catch((error: unknown) => log.error('files not taken', error));
  };
  app.on('second-instance', (_event, argv, cwd) => take(filesIn(argv, cwd)));
  openFile = (file) => take([file]);

  // The window first: its process starts and reads the page while the rest is made here.
  lockSession(session.defaultSession, log);
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log));
  const files = { root: path.join(built, 'renderer'), photo: photoFinder(desks, parts.pictures, userData, log) };
  protocol.handle('app', (request) => answer(files, request.method, request.url));
  obey(settings.read());
  const opened = createMainWindow(settings, preload);
  window = opened;
  const load = () => opened.loadURL(page);
  load().catch((error: unknown) => log.error('window not loaded', error));
  const prepared = prepare().catch((error: unknown) => log.error('desk not prepared', error));
  registerCalls(ipcMain, createHandlers(parts), log);
  putUpMenu();
  opened.on('closed', () => {
    window = null;
    proofWindow.close();
  });
  leaving = closeInOrder(opened, {
    desks,
    log,
    ask: (unwritten) => askForLastWords(window, translate, unwritten),
    copy: (interview) => clipboard.writeText(interviewAsPlainText(interview)),
    rescue: (unwritten) => putAside(rescued, unwritten, Date.now(), log),
  });
  followContextMenu(opened.webContents, () => translate);
  alive = careForWindow(opened, {
    load,
    translate: () => translate,
    log,
    onRestart: () => starts.say(note('window-restarted')),
  });

  // Chromium takes the signals and quits by itself. Our own command closes the window, so that off macOS (where the
  // system's menu quits too) a quit with a window still open is a machine that shuts down and will not wait.
  app.on('before-quit', () => process.platform !== 'darwin' && leaving?.hurry());
  app.on('window-all-closed', () => app.quit());
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    ended = true;
    event.preventDefault();
    void press.close();
    void pictures.close();
    // On Windows the tool that writes into pictures outlives everybody who does not end it.
    void photoFiles.close().finally(() => {
      log.info('end');
      // Only after this event is over: until then Electron takes no other quit.
      setImmediate(() => app.quit());
    });
  });
}

/** How long after a piece was opened the press is made ready, in milliseconds: the first words are typed by then. */
const WARM_UP_AFTER = 3000;

/** Only the first piece of a start makes the press ready: from then on it stays so. */
function warmUpOnce(press: PressHost, log: Log): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    setTimeout(() => {
      press.warmUp().catch((error: unknown) => log.warn('press not warmed', error));
    }, WARM_UP_AFTER).unref();
  };
}
