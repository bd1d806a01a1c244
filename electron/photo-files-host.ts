import path from 'node:path';
import { remoteWriter } from './photos/remote-writer';
import type { PhotoFiles } from './photos/remote-writer';
import { utilityHost } from './utility-host';

/** Writing into picture files in a utility process, started with the first file. */
export function createPhotoFilesHost(script = path.join(import.meta.dirname, 'photo-writer.js')): PhotoFiles {
  return remoteWriter(() => utilityHost(script, 'photo-writer'));
}
