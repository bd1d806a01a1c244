import path from 'node:path';
import { picturesClient } from './press/pictures';
import type { Pictures } from './press/press';
import { utilityHost } from './utility-host';

/** sharp in a utility process, started with the first picture. */
export function createPictureHost(script = path.join(import.meta.dirname, 'pictures.js')): Pictures {
  return picturesClient(() => utilityHost(script, 'pictures'));
}
