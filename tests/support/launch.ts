import { _electron, test as base } from '@playwright/test';
import type { CDPSession, ElectronApplication, Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const nobody = 65534;
const asRoot = process.getuid?.() === 0;

export interface LaunchOptions {
  readonly language?: 'vi' | 'en';
  /** The folder that stands for one user's machine; given again, the app starts anew with the same profile and desk. */
  readonly machine?: Machine;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Where one simulated user's files lie: all of it belongs to the user that Electron runs as. */
export interface Machine {
  readonly folder: string;
  readonly profile: string;
  readonly desk: string;
  /** For files the test puts there or the app exports. */
  readonly files: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly machine: Machine;
  /** Console errors, uncaught exceptions and CSP reports of every window since the start. */
  readonly problems: readonly string[];
  /** What main wrote to stdout and stderr. */
  readonly log: () => string;
  /** Waits until everything typed so far is on the disk. */
  readonly durable: () => Promise<void>;
  /** Ends the app as a user would; the machine's folder stays. */
  readonly close: () => Promise<void>;
  /** Ends every process of the app at once, as a power cut would. */
  readonly kill: () => void;
}

/** A fresh machine: empty profile, empty desk. */
export function newMachine(): Machine {
  // The superuser's own TMPDIR may be closed to the user that Electron runs as.
  const folder = mkdtempSync(path.join(asRoot ? '/tmp' : tmpdir(), 'galley-test-'));
  const machine = {
    folder,
    profile: path.join(folder, 'profile'),
    desk: path.join(folder, 'desk'),
    files: path.join(folder, 'files'),
  };
  for (const each of [folder, machine.profile, machine.desk, machine.files]) {
    mkdirSync(each, { recursive: true });
    chmodSync(each, 0o755);
    if (asRoot) chownSync(each, nobody, nobody);
  }
  return machine;
}

/** Hands a file the test wrote to the user that the app runs as. */
export function giveToApp(file: string): void {
  if (asRoot) chownSync(file, nobody, nobody);
}

export function removeMachine(machine: Machine): void {
  killProcessesOf(machine);
  rmSync(machine.folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts Electron itself, sandboxed and never as the superuser, with a machine's folder as its home. */
export async function startElectron(
  machine: Machine,
  { args, env = {} }: Pick<LaunchOptions, 'env'> & { readonly args: readonly string[] },
): Promise<ElectronApplication> {
  return await _electron.launch({
    executablePath: electronProgram(),
    // Playwright switches the sandbox off unless told otherwise.
    chromiumSandbox: process.env['GALLEY_SANDBOX'] !== 'off',
    args: ['--disable-gpu', ...args],
    cwd: machine.folder,
    env: { ...electronEnvironment(machine), ...env },
  });
}

function electronProgram(): string {
  return asRoot ? path.join(root, 'electron', 'run', 'electron-nonroot.sh') : (process.env['GALLEY_ELECTRON'] ?? '');
}

function electronEnvironment(machine: Machine): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    GALLEY_ELECTRON: process.env['GALLEY_ELECTRON'] ?? '',
    GALLEY_ROOT: root,
    GALLEY_HOME: machine.folder,
  };
}

/** Starts the built app and waits until its window is usable. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const machine = options.machine ?? newMachine();
  const app = await startElectron(machine, {
    args: [
      '--force-device-scale-factor=1',
      '--font-render-hinting=none',
      `--user-data-dir=${machine.profile}`,
      ...(options.args ?? []),
      root,
    ],
    env: { ...appEnvironment(machine), GALLEY_LANGUAGE: options.language ?? 'vi', ...options.env },
  });
  const problems: string[] = [];
  const log: string[] = [];
  const watched = new WeakSet<Page>();
  const watch = (page: Page): void => {
    if (watched.has(page)) return;
    watched.add(page);
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  };
  app.on('window', watch);
  app.windows().forEach(watch);
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (bytes: Buffer) => log.push(bytes.toString()));
  }
  const explain = (what: string): Error =>
    new Error([what, ...problems, log.join('')].filter((line) => line !== '').join('\n'));
  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    watch(page);
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 });
    return {
      app,
      page,
      cdp: await page.context().newCDPSession(page),
      machine,
      problems,
      log: () => log.join(''),
      durable: () => untilDurable(page),
      close: () => endGently(app, machine),
      kill: () => killProcessesOf(machine),
    };
  } catch (error) {
    killProcessesOf(machine);
    throw explain(`The app did not become ready: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Starts the built app once more on the machine of one that runs, as a double click on `files` does, and tells the code
 * it ended with. No debugger is at its side: Playwright would wait for a window, which such a start never opens.
 */
export async function startAgain({ machine }: RunningApp, files: readonly string[] = []): Promise<number | null> {
  const sandbox = process.env['GALLEY_SANDBOX'] === 'off' ? ['--no-sandbox'] : [];
  const args = ['--disable-gpu', ...sandbox, `--user-data-dir=${machine.profile}`, root, ...files];
  const second = spawn(electronProgram(), args, {
    cwd: machine.folder,
    env: { ...electronEnvironment(machine), ...appEnvironment(machine) },
    stdio: 'ignore',
  });
  return await new Promise((resolve, reject) => {
    second.once('error', reject);
    second.once('exit', resolve);
  });
}

function appEnvironment(machine: Machine): Record<string, string> {
  return { GALLEY_PROFILE: machine.profile, GALLEY_DESK: machine.desk };
}

/** The sequence number of the last change that main has confirmed as written; -1 before the first. */
export async function durableSeq(page: Page): Promise<number> {
  const shown = await page.locator('html').getAttribute('data-durable-seq');
  return shown === null ? -1 : Number(shown);
}

/** Typing is handed over after at most a second; then the number must stand still. */
async function untilDurable(page: Page): Promise<void> {
  await page.waitForTimeout(1_300);
  for (let last = await durableSeq(page); ;) {
    await page.waitForTimeout(300);
    const now = await durableSeq(page);
    if (now === last) return;
    last = now;
  }
}

async function endGently(app: ElectronApplication, machine: Machine): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 10_000);
  });
  await Promise.race([app.close(), patience]);
  clearTimeout(timer);
  killProcessesOf(machine);
}

/** The processes of one machine, found by its folder's name: children of a killed main would live on otherwise. */
export function processesOf(machine: Machine): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => commandLine(name).includes(machine.profile))
    .map(Number);
}

/**
 * The tools that the app of a machine has started and that run now, found by the folder they were started in: they carry no
 * sign of the machine in their words, and nothing ends them when a test ends.
 */
export function toolsOf(machine: Machine, name: string): readonly number[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && commandLine(pid).includes(name))
    .filter(
      (pid) => folderOfProcess(pid).startsWith(machine.folder) && !/^State:\s+Z/m.test(readProcess(pid, 'status')),
    )
    .map(Number);
}

function folderOfProcess(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}

/** The words a process was started with, or nothing when it has gone. */
export function commandLine(pid: number | string): string {
  return readProcess(pid, 'cmdline').replaceAll('\0', ' ');
}

/** A file of /proc for a process; empty when the process has ended in between. */
export function readProcess(pid: number | string, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}

function killProcessesOf(machine: Machine): void {
  for (const pid of processesOf(machine)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** `galley` is the app on a fresh machine, in Vietnamese; `launch` starts more, all ended and removed afterwards. */
export const test = base.extend<{ galley: RunningApp; launch: (options?: LaunchOptions) => Promise<RunningApp> }>({
  // Playwright reads a fixture's needs from the pattern of its first parameter, even when there are none.
  // oxlint-disable-next-line no-empty-pattern
  launch: async ({}, provide) => {
    const machines = new Map<string, Machine>();
    await provide(async (options = {}) => {
      const machine = options.machine ?? newMachine();
      machines.set(machine.folder, machine);
      return await launchApp({ ...options, machine });
    });
    for (const machine of machines.values()) removeMachine(machine);
  },
  galley: async ({ launch }, provide) => {
    const running = await launch();
    await provide(running);
    await running.close();
  },
});

export { expect } from '@playwright/test';
