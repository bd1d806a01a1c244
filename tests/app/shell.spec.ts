import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine, expect, giveToApp, processesOf, readProcess, startAgain, test } from '../support/launch';

/** What the bridge puts into the page, as far as these tests look at it. */
interface PageGlobals {
  readonly galley: { readonly call: (channel: string, ...args: readonly unknown[]) => Promise<unknown> };
}

test.describe('the shell', () => {
  test('keeps the sandbox on', async ({ galley }) => {
    test.skip(process.env['GALLEY_SANDBOX'] === 'off', 'user namespaces are forbidden here, so the sandbox cannot run');
    const pid = await galley.app.evaluate(
      ({ app }) => app.getAppMetrics().find((each) => each.type === 'Tab')?.pid ?? 0,
    );
    expect(readProcess(pid, 'status')).toMatch(/^Seccomp:\s+2$/m);
    expect(readProcess(pid, 'status')).not.toMatch(/^Uid:\s+0\s/m);
    const commands = processesOf(galley.machine).map(commandLine);
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.filter((command) => command.includes('--no-sandbox'))).toEqual([]);
  });

  test('gives the page its own origin, one bridge and nothing of Node', async ({ galley }) => {
    expect(await galley.page.evaluate(() => location.origin)).toBe('app://galley');
    const seen = await galley.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'galley'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(seen).toEqual(['galley']);
  });

  test('starts without an error or a CSP report', ({ galley }) => {
    expect(galley.problems).toEqual([]);
  });

  test('runs no inline script, no evaluated text and no markup from strings', async ({ galley }) => {
    const ran = await galley.page.evaluate(async () => {
      // The debugger may evaluate text whatever the policy says, but only until its call returns.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const outcome: string[] = [];
      const attempt = (what: string, act: () => void): void => {
        try {
          act();
          outcome.push(`${what} ran`);
        } catch (error) {
          outcome.push(`${what} refused: ${error instanceof Error ? error.name : 'unknown'}`);
        }
      };
      attempt('innerHTML', () => {
        document.createElement('div').innerHTML = '<img src=x onerror="globalThis.hacked = 1">';
      });
      attempt('new Function', () => {
        // The very thing that the policy is there to refuse.
        // oxlint-disable-next-line typescript/no-implied-eval
        new Function('globalThis.hacked = 2')();
      });
      attempt('script text', () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.hacked = 3';
        document.head.append(script);
      });
      return { outcome, hacked: 'hacked' in globalThis };
    });
    expect(ran.hacked).toBe(false);
    expect(ran.outcome).toEqual([
      'innerHTML refused: TypeError',
      'new Function refused: EvalError',
      'script text refused: TypeError',
    ]);
  });

  test('compiles no WebAssembly in the page', async ({ galley }) => {
    const refused = await galley.page.evaluate(async () => {
      const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
      return await WebAssembly.compile(empty).then(
        () => 'compiled',
        (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
      );
    });
    expect(refused).toBe('CompileError');
  });

  test('reaches nothing outside', async ({ galley }) => {
    const outcome = await galley.page.evaluate(async () => {
      const attempt = async (address: string): Promise<string> =>
        await fetch(address).then(
          (response) => `${response.status}`,
          () => 'refused',
        );
      return [
        await attempt('https://example.org/'),
        await attempt('http://127.0.0.1:9/'),
        await attempt('file:///etc/passwd'),
      ];
    });
    expect(outcome).toEqual(['refused', 'refused', 'refused']);
  });

  test('serves only its own files', async ({ galley }) => {
    const statuses = await galley.page.evaluate(async () => {
      const paths = [
        '/%2e%2e/%2e%2e/package.json',
        '/..%2f..%2fpackage.json',
        '/photo/../../package.json',
        '/%00',
        '/nothing.html',
      ];
      return await Promise.all(paths.map(async (each) => (await fetch(each)).status));
    });
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  test('goes nowhere, opens no window, gives no permission', async ({ galley }) => {
    const before = galley.page.url();
    const opened = await galley.page.evaluate(() => window.open('https://example.org/') === null);
    await galley.page.evaluate(() => {
      location.assign('https://example.org/');
    });
    await galley.page.waitForTimeout(300);
    const permission = await galley.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    expect(opened).toBe(true);
    expect(galley.page.url()).toBe(before);
    expect(galley.app.windows()).toHaveLength(1);
    expect(permission).toBe('denied');
  });

  test('refuses calls outside the contract and wrong arguments', async ({ galley }) => {
    const answers = await galley.page.evaluate(async () => {
      const { call } = (globalThis as unknown as PageGlobals).galley;
      const attempt = async (channel: string, ...args: readonly unknown[]): Promise<string> =>
        await call(channel, ...args).then(
          () => 'answered',
          () => 'refused',
        );
      return [
        await attempt('app:start'),
        await attempt('shell:open', '/etc/passwd'),
        await attempt('piece:open', { piece: '../..' }),
        await attempt('piece:append', 'x'),
        await attempt('settings:write', 'x'),
      ];
    });
    expect(answers).toEqual(['answered', 'refused', 'refused', 'refused', 'refused']);
  });

  test('a second start hands its file over to the first and ends', async ({ galley }) => {
    const notes = path.join(galley.machine.files, 'ghi-chep.txt');
    writeFileSync(notes, 'Ông có thể nói rõ hơn?\n');
    giveToApp(notes);
    expect(await startAgain(galley, [notes])).toBe(0);
    await expect(galley.page.getByRole('textbox', { name: 'Nội dung bài phỏng vấn' })).toContainText(
      'Ông có thể nói rõ hơn?',
    );
    expect(galley.app.windows()).toHaveLength(1);
  });

  test('keeps the window where it was left', async ({ launch }) => {
    const first = await launch();
    await first.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1111, height: 777 });
    });
    await first.page.waitForTimeout(800);
    await first.close();
    const again = await launch({ machine: first.machine });
    const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
    expect(bounds).toMatchObject({ width: 1111, height: 777 });
    await again.close();
  });
});
