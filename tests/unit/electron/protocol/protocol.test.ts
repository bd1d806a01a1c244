import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, CONTENT_SECURITY_POLICY } from '../../../../electron/protocol';
import { photoAddress } from '../../../../shared/ipc/addresses';

const PHOTO = `${'0f'.repeat(32)}.jpg`;
let home = '';
let root = '';

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'galley-protocol-'));
  root = path.join(home, 'renderer');
  await mkdir(path.join(root, 'assets'), { recursive: true });
  await writeFile(path.join(root, 'index.html'), '<!doctype html>');
  await writeFile(path.join(root, 'assets', 'app-x1.js'), 'own');
  await writeFile(path.join(root, 'run.sh'), 'secret');
  await writeFile(path.join(home, 'secret.html'), 'secret');
  await mkdir(path.join(home, 'renderer-other'));
  await writeFile(path.join(home, 'renderer-other', 'secret.html'), 'secret');
  await symlink(path.join(home, 'secret.html'), path.join(root, 'link.html'));
  await symlink(home, path.join(root, 'up'));
});

afterAll(() => rm(home, { recursive: true }));

const files = () => ({
  root,
  photo: (piece: string, file: string) =>
    Promise.resolve(piece === 'bài một' && file === PHOTO ? { bytes: new Uint8Array([7]), extension: '.webp' } : null),
});
const ask = (address: string, method = 'GET') => answer(files(), method, address);

test('serves its own files with their type under the policy', async () => {
  const page = await ask('app://galley/index.html?test=1');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await (await ask('app://galley/assets/app-x1.js')).text()).toBe('own');
});

test('serves a picture of a piece in the form it is given', async () => {
  const picture = await ask(photoAddress('bài một', PHOTO));
  expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([7]);
  expect(picture.headers.get('content-type')).toBe('image/webp');
});

test('a picture that is not there is 404', async () => {
  expect((await ask(photoAddress('bài hai', PHOTO))).status).toBe(404);
});

/** Ways of writing "up": plain, escaped once and twice, overlong, full-width, with other separators. */
const UPS = [
  '..',
  '.%2e',
  '%2e%2e',
  '%2E.',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '%ef%bc%8e%ef%bc%8e',
  '....',
  '..;',
  '..%00',
  '.. ',
  '..%20',
];
const SEPARATORS = ['/', '%2f', '%5c', '\\', '%252f', '%c0%af', '//', '/./', '%u2215'];
const TARGETS = ['secret.html', 'renderer-other/secret.html', 'renderer/run.sh', 'etc/passwd'];

describe('paths out of the folder', () => {
  const tricks = UPS.flatMap((up) =>
    SEPARATORS.flatMap((separator) =>
      TARGETS.flatMap((target) => [`${up}${separator}${target}`, `assets/${up}${separator}${up}${separator}${target}`]),
    ),
  );

  test(`${String(tricks.length)} of them give nothing`, async () => {
    const given: string[] = [];
    for (const trick of tricks) {
      const response = await ask(`app://galley/${trick}`);
      if (response.status !== 404 || (await response.text()).includes('secret')) given.push(trick);
    }
    expect(given).toEqual([]);
  });

  test.each([
    'app://galley/link.html',
    'app://galley/up/secret.html',
    'app://galley/run.sh',
    'app://galley/',
    'app://galley/assets',
    'app://galley/assets/',
    'app://galley/index.html/',
    'app://galley//etc/passwd',
    'app://galley/C:/Windows/win.ini',
    'app://galley/%2fetc%2fpasswd',
    'app://galley/index.html%00.js',
    'app://galley/index.html::$DATA',
    'app://galley/%E0%A4%A',
    'app://galley/index.html.',
    'app://other/index.html',
    'app://galley.other/index.html',
    'app://galley:80/index.html',
    'app://user@other/index.html',
    'file:///etc/passwd',
    'https://galley/index.html',
    'not an address',
  ])('%s is 404', async (address) => {
    expect((await ask(address)).status).toBe(404);
  });

  test('nothing is taken in: only GET and HEAD are answered', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('app://galley/index.html', method)).status).toBe(404);
  });
});

test('the policy allows no inline script, no eval, no WebAssembly and nothing remote', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|wasm-unsafe-eval|https?:|\*/);
  expect(CONTENT_SECURITY_POLICY.match(/unsafe-inline/g)).toHaveLength(1);
});
