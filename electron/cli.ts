import { randomInt } from 'node:crypto';
import { idMint } from '../shared/interview/build';
import { runCli } from './cli/run-cli';
import { openSample } from './cli/sample';
import { FolderDesk } from './desk/folder-desk';
import { createExifToolWriter } from './photos/exiftool-writer';
import { createWorkerPictures } from './press/worker-pictures';
import { createWorkerPress } from './press/worker-press';

// The same jobs as in the window, in plain Node: nothing here may import Electron.
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

const press = createWorkerPress(new URL('./press.js', import.meta.url));
const pictures = createWorkerPictures(new URL('./pictures.js', import.meta.url));
const metadata = createExifToolWriter();
process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  press: () => press,
  pictures: () => pictures,
  metadata: () => metadata,
  desk: (folder) => new FolderDesk(folder),
  sample: () => openSample(pictures),
  mint: idMint(() => randomInt(2 ** 32) / 2 ** 32),
  signal: stop.signal,
});
await Promise.all([press.close(), pictures.close(), metadata.close()]);
