import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../../electron/protocol';
import { COMMANDS } from '../../shared/commands/table';
import type { Bridge } from '../../shared/ipc/bridge';
import { CALL_CHANNELS } from '../../shared/ipc/channels';
import type { StartState } from '../../shared/ipc/contract';
import { openFromOutside } from '../support/dialogs';
import type { RunningApp } from '../support/launch';
import { expect, giveToApp, newMachine, test } from '../support/launch';

/** What the bridge puts into the page. */
interface Page {
  readonly galley: Bridge;
}

/** The same, for calls that the contract does not have. */
interface Untyped {
  readonly galley: { readonly call: (channel: string, ...args: readonly unknown[]) => Promise<unknown> };
}

test.describe('the border', () => {
  test('gives the page two functions and nothing of Electron', async ({ galley }) => {
    const seen = await galley.page.evaluate(() => {
      const { galley: bridge } = globalThis as unknown as Page;
      return { names: Object.keys(bridge).sort(), kinds: Object.values(bridge).map((each) => typeof each) };
    });
    expect(seen).toEqual({ names: ['call', 'on'], kinds: ['function', 'function'] });
  });

  test('refuses wrong arguments and unknown names on every channel, and lives on', async ({ galley }) => {
    const answered = await galley.page.evaluate(async (channels) => {
      const { call } = (globalThis as unknown as Untyped).galley;
      const bad: readonly (readonly unknown[])[] = [
        ['a', 'b', 'c', 'd'],
        [{ path: '/etc/passwd' }, '../..', null, 7],
        [new Uint8Array(8), [], [], []],
      ];
      const tries = channels.flatMap((channel) => bad.map((args) => [channel, args] as const));
      const unknown = ['', 'shell:open', 'desk:list ', '__proto__', 'electron-store-get-data'].map(
        (each) => [each, []] as const,
      );
      const outcomes = await Promise.all(
        [...tries, ...unknown].map(([channel, args]) =>
          call(channel, ...args).then(
            () => channel,
            () => null,
          ),
        ),
      );
      return outcomes.filter((channel) => channel !== null);
    }, CALL_CHANNELS);
    expect(answered).toEqual([]);
    expect(await start(galley)).toHaveProperty('settings');
  });

  test('refuses every channel to a page that is not ours', async ({ galley }) => {
    const answered = await galley.app.evaluate(async ({ app, BrowserWindow }, channels) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await foreign.loadURL('data:text/html,<title>foreign</title>');
        const script = `Promise.all(${JSON.stringify(channels)}.map((channel) =>
          window.galley.call(channel).then(() => channel, (error) => String(error).includes('refused') ? null : String(error))))`;
        return ((await foreign.webContents.executeJavaScript(script)) as unknown[]).filter((each) => each !== null);
      } finally {
        foreign.destroy();
      }
    }, CALL_CHANNELS);
    expect(answered).toEqual([]);
  });

  test('hands no event to listeners and takes no unknown signal', async ({ galley }) => {
    await galley.page.evaluate(() => {
      const { on } = (globalThis as unknown as Page).galley;
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      const stop = on('settings:changed', (...values: readonly unknown[]) => void heard.push(values));
      Object.assign(globalThis, { stop });
    });
    const tell = () =>
      galley.page.evaluate(() => (globalThis as unknown as Page).galley.call('settings:write', { columnWidth: true }));
    await tell();
    const heard = () => galley.page.evaluate(() => (globalThis as unknown as { heard: readonly unknown[][] }).heard);
    await expect.poll(async () => (await heard()).length).toBe(1);
    expect((await heard())[0]).toEqual([expect.objectContaining({ columnWidth: true })]);
    await galley.page.evaluate(() => (globalThis as unknown as { stop: () => void }).stop());
    await tell();
    await galley.page.waitForTimeout(200);
    expect(await heard()).toHaveLength(1);
    const unknown = galley.page.evaluate(() =>
      (globalThis as unknown as { galley: { on: (...args: readonly unknown[]) => void } }).galley.on(
        'ELECTRON',
        () => undefined,
      ),
    );
    await expect(unknown).rejects.toThrow('unknown signal');
  });
});

test.describe('the window', () => {
  test('runs under the policy, sandboxed and isolated', async ({ galley }) => {
    const policy = await galley.page.evaluate(async () =>
      (await fetch('/index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toBe(CONTENT_SECURITY_POLICY);
    const facts = await galley.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron has the method; its types keep it to themselves.
      const contents = window?.webContents as unknown as
        { getLastWebPreferences: () => Record<string, unknown> } | undefined;
      const preferences = contents?.getLastWebPreferences() ?? {};
      return [
        'sandbox',
        'contextIsolation',
        'nodeIntegration',
        'nodeIntegrationInSubFrames',
        'webviewTag',
        'spellcheck',
        'webSecurity',
      ].map((name) => [name, preferences[name] ?? false]);
    });
    expect(Object.fromEntries(facts)).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      webSecurity: true,
    });
  });

  test('has a menu of our commands only, and its rows reach the page', async ({ galley }) => {
    const rows = await galley.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? []).filter((row) => row.type !== 'separator').map((row) => row.id || row.role || ''),
      ),
    );
    expect(rows.filter((row) => row !== 'reload' && row !== 'toggledevtools')).toEqual(
      COMMANDS.map((command) => command.id),
    );
    await galley.page.evaluate(() => {
      const run: string[] = [];
      Object.assign(globalThis, { run });
      (globalThis as unknown as Page).galley.on('menu:command', (command) => void run.push(command));
    });
    await press(galley, 'shortcuts');
    await expect
      .poll(() => galley.page.evaluate(() => (globalThis as unknown as { run: readonly string[] }).run))
      .toEqual(['shortcuts']);
  });

  test('pastes and copies from the menu through the DOM’s own events, with their marks', async ({ galley }) => {
    await galley.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const field = document.createElement('div');
      field.contentEditable = 'true';
      const bold = document.createElement('b');
      bold.textContent = 'đậm';
      field.append(bold);
      document.body.append(field);
      // The page's own keyboard and editor must not get in between.
      for (const kind of ['copy', 'paste'] as const) field.addEventListener(kind, (event) => event.stopPropagation());
      field.addEventListener('paste', (event) => {
        event.preventDefault();
        seen.push(event.clipboardData?.getData('text/html') ?? '', event.clipboardData?.getData('text/plain') ?? '');
      });
      field.focus();
      getSelection()?.selectAllChildren(field);
    });
    await press(galley, 'copy');
    await galley.page.waitForTimeout(200);
    await press(galley, 'paste');
    const seen = () => galley.page.evaluate(() => (globalThis as unknown as { seen: readonly string[] }).seen);
    await expect.poll(async () => (await seen()).length).toBe(2);
    expect((await seen())[0]).toMatch(/<b\b[^>]*>đậm<\/b>/);
    expect((await seen())[1]).toBe('đậm');
  });
});

test.describe('dialogs', () => {
  test('choose every path; a cancelled one changes nothing', async ({ galley }) => {
    await galley.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    });
    const answers = await galley.page.evaluate(async () => {
      const { call } = (globalThis as unknown as Page).galley;
      return [
        await call('desk:import'),
        await call('settings:choose-desk'),
        await call('photo:choose', 'a'),
        await call('export:start', 'a', ['web'], 'now'),
      ];
    });
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      { ok: true, value: [] },
      { ok: true, value: null },
    ]);
  });

  test('show where a link really goes before it is opened', async ({ galley }) => {
    await galley.app.evaluate(({ dialog, shell }) => {
      const seen: unknown[] = [];
      Object.assign(globalThis, { seen });
      dialog.showMessageBox = (...args: readonly unknown[]) => {
        seen.push((args.at(-1) as { detail: string }).detail);
        return Promise.resolve({ response: seen.length > 1 ? 0 : 1, checkboxChecked: false });
      };
      shell.openExternal = (address: string) => Promise.resolve(void seen.push({ address }));
    });
    const open = () =>
      galley.page.evaluate(() =>
        (globalThis as unknown as Page).galley.call('app:open-link', 'https://bank.example@evil.example/a'),
      );
    await open();
    await open();
    const seen = await galley.app.evaluate(() => (globalThis as unknown as { seen: readonly unknown[] }).seen);
    expect(seen).toEqual([
      expect.stringContaining('evil.example\n'),
      expect.stringContaining('evil.example\n'),
      { address: 'https://bank.example@evil.example/a' },
    ]);
    const unsafe = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://host/share',
      'ms-msdt:/id',
      'data:text/html,x',
      '\\\\host\\share',
      'https:// x',
    ];
    const refused = await galley.page.evaluate(
      (links) =>
        Promise.all(
          links.map((link) =>
            (globalThis as unknown as Untyped).galley.call('app:open-link', link).then(
              () => link,
              () => null,
            ),
          ),
        ),
      unsafe,
    );
    expect(refused.filter((link) => link !== null)).toEqual([]);
  });
});

test.describe('the work behind the border', () => {
  const picture = readFileSync(path.join(import.meta.dirname, '../../electron/desk/sample/ho-ea-suong.jpg'));

  test('from a template to a picture, a page and a web page', async ({ galley }) => {
    await galley.app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    }, galley.machine.files);
    const done = await galley.page.evaluate(async (encoded) => {
      const { call, on } = (globalThis as unknown as Page).galley;
      const value = <Value>(
        result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: unknown },
      ) => {
        if (!result.ok) throw new Error(JSON.stringify(result.failure));
        return result.value;
      };
      const progress: number[] = [];
      on('export:progress', ({ done }) => void progress.push(done));
      const piece = value(await call('desk:create', { template: 'anniversary', variables: { name: 'Lê Hảo' } }));
      const opened = value(await call('piece:open', piece));
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const { photo, texts } = value(await call('photo:take', piece, 'hồ.jpg', bytes));
      const block = { kind: 'photo' as const, id: 'p1', photoId: photo.id, span: 2, ...texts };
      const order = [...opened.interview.body.map(({ id }) => id), 'p1'];
      value(await call('piece:append', piece, 1, { fields: { photos: [photo] }, blocks: { p1: block }, order }));
      const address = `app://galley/photo/${encodeURIComponent(piece)}/${photo.file}`;
      const image = new Image();
      image.src = address;
      await image.decode();
      const served = (await fetch(address)).headers.get('content-type');
      const exported = value(await call('export:start', piece, ['web', 'pdf', 'galley'], 'now'));
      const listed = value(await call('desk:list'));
      return { piece, photo, served, width: image.naturalWidth, files: exported?.files ?? [], progress, listed };
    }, picture.toString('base64'));
    expect(done.photo).toMatchObject({ name: 'hồ.jpg' });
    expect(done.served).toMatch(/^image\/(webp|jpeg)$/);
    expect(done.width).toBe(1600);
    expect(done.files.filter((file) => /\.(pdf|galley)$|index\.html$/.test(file))).toHaveLength(3);
    for (const file of done.files) expect(existsSync(path.join(galley.machine.files, file))).toBe(true);
    expect(done.progress.length).toBeGreaterThan(3);
    expect(done.listed).toEqual([expect.objectContaining({ id: done.piece, interviewee: 'Lê Hảo' })]);
    expect(galley.problems).toEqual([]);
  });

  test('a file that cannot be read is refused with its reason, a picture too', async ({ galley }) => {
    const answers = await galley.page.evaluate(async () => {
      const { call } = (globalThis as unknown as Page).galley;
      const made = await call('desk:create', { template: 'expert', variables: {} });
      if (!made.ok) throw new Error(made.failure.kind);
      return [
        await call('piece:open', 'not there'),
        await call('photo:take', made.value, 'x.jpg', new TextEncoder().encode('no picture')),
        await call('photo:take', 'not there', 'x.jpg', new Uint8Array(0)),
        await call('desk:reveal', 'not there'),
        await call('desk:remove', 'not there'),
      ];
    });
    expect(answers).toEqual([
      { ok: false, failure: { kind: 'not-found' } },
      { ok: false, failure: { kind: 'photo-unsupported', name: 'x.jpg' } },
      { ok: false, failure: { kind: 'photo-unreadable', name: 'x.jpg' } },
      { ok: false, failure: { kind: 'not-found' } },
      { ok: false, failure: { kind: 'not-found' } },
    ]);
  });

  test('another desk takes over; what is open stays where it was opened', async ({ galley }) => {
    const other = path.join(galley.machine.files, 'bàn khác');
    mkdirSync(other);
    giveToApp(other);
    await galley.app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    }, other);
    const chosen = await galley.page.evaluate(async () => {
      const { call } = (globalThis as unknown as Page).galley;
      const made = await call('desk:create', { template: 'portrait', variables: {} });
      if (!made.ok) throw new Error(made.failure.kind);
      await call('piece:open', made.value);
      const settings = await call('settings:choose-desk');
      const appended = await call('piece:append', made.value, 1, { fields: { slug: 'con-day' } });
      await call('piece:close', made.value);
      return { settings, appended, listed: await call('desk:list') };
    });
    expect(chosen.settings).toMatchObject({ ok: true, value: { desk: other } });
    expect(chosen.appended).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(chosen.listed).toEqual({ ok: true, value: [] });
    const [piece = ''] = pieces(galley);
    expect(readFileSync(path.join(galley.machine.desk, piece, 'interview.json'), 'utf8')).toContain('con-day');
  });
});

test.describe('start and end', () => {
  test('a broken settings file is set aside and told of, and nothing else is touched', async ({ launch }) => {
    const machine = newMachine();
    const broken = '{"theme": "dark", "jour';
    const put = (name: string, contents: string) => {
      writeFileSync(path.join(machine.profile, name), contents);
      giveToApp(path.join(machine.profile, name));
    };
    put('settings.json', broken);
    put('mine.txt', 'not yours');
    const running = await launch({ machine });
    const aside = readdirSync(machine.profile).filter((name) => name.startsWith('settings-broken-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(path.join(machine.profile, aside[0] ?? ''), 'utf8')).toBe(broken);
    expect(readFileSync(path.join(machine.profile, 'mine.txt'), 'utf8')).toBe('not yours');
    await expect(running.page.getByText(aside[0] ?? 'no file').first()).toBeVisible();
    expect((await start(running)).settings.theme).toBe('system');
    await running.close();
  });

  test('a window whose process dies is loaded again and says so', async ({ galley }) => {
    await galley.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => textOfWindow(galley), { timeout: 20_000 }).toContain('được mở lại');
  });

  test('a window that does not answer is opened again when the user wants it', async ({ galley }) => {
    await galley.app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    });
    await expect.poll(() => textOfWindow(galley), { timeout: 20_000 }).toContain('được mở lại');
  });

  test('a file of a second start becomes a piece on the desk', async ({ galley }) => {
    const file = path.join(galley.machine.files, 'bài.txt');
    writeFileSync(file, 'Một đầu đề cho bài thử\n\nĐoạn mở đầu.\n\nVì sao thế?\n\nVì thế.\n');
    giveToApp(file);
    await openFromOutside(galley, file);
    await expect.poll(() => pieces(galley)).toHaveLength(1);
    await expect(galley.page.getByText('Một đầu đề cho bài thử').first()).toBeVisible();
  });

  test('SIGTERM closes the open piece and ends the app cleanly', async ({ launch }) => {
    const running = await launch();
    await running.page.evaluate(async () => {
      const { call } = (globalThis as unknown as Page).galley;
      const made = await call('desk:create', { template: 'portrait', variables: {} });
      if (!made.ok) throw new Error(made.failure.kind);
      await call('piece:open', made.value);
      await call('piece:append', made.value, 1, { fields: { headline: [{ text: 'Còn đây' }] } });
    });
    const ended = new Promise<number | null>((done) => running.app.process().once('exit', done));
    running.app.process().kill('SIGTERM');
    expect(await ended).toBe(0);
    const [piece] = readdirSync(running.machine.desk).filter((name) => !name.startsWith('.'));
    const folder = path.join(running.machine.desk, piece ?? '');
    expect(readFileSync(path.join(folder, 'interview.json'), 'utf8')).toContain('Còn đây');
    expect(existsSync(path.join(running.machine.profile, 'settings.json'))).toBe(true);
  });
});

/** What the window shows, asked through main: the test's own line to the page ends with the page's process. */
function textOfWindow({ app }: RunningApp): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    // A process that dies while it is asked never answers.
    const late = new Promise<string>((done) => setTimeout(() => done(''), 1000));
    return await Promise.race([contents.executeJavaScript('document.body.innerText') as Promise<string>, late]);
  });
}

/** What main tells a window that starts. */
function start({ page }: RunningApp): Promise<StartState> {
  return page.evaluate(() => (globalThis as unknown as Page).galley.call('app:start'));
}

/** The names of the folders on the desk. */
function pieces({ machine }: RunningApp): readonly string[] {
  return readdirSync(machine.desk).filter((name) => !name.startsWith('.'));
}

/** Chooses a row of the menu bar. */
async function press({ app }: RunningApp, command: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    item?.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, command);
}
