import { assertNever } from '../../shared/result';
import { parentWire } from '../press/parent-wire';
import { serve } from '../press/serve';
import { createExifToolWriter } from './exiftool-writer';
import { findOriginals } from './find-originals';
import type { WriterAsk } from './remote-writer';
import { writeFields } from './write-fields';

const writer = createExifToolWriter();

/** After this many idle milliseconds exiftool is ended, which holds 40 MB, and started anew when asked. */
const IDLE = 15_000;
let idle: ReturnType<typeof setTimeout> | undefined;

serve<WriterAsk>(parentWire(), async (ask) => {
  clearTimeout(idle);
  try {
    return await answer(ask);
  } finally {
    idle = setTimeout(() => void writer.close(), IDLE);
  }
});

async function answer(ask: WriterAsk): Promise<unknown> {
  switch (ask.kind) {
    case 'fields':
      return await writeFields(ask.file, ask.change, ask.target, writer);
    case 'write':
      return await writer.write(ask.file, ask.change, ask.was);
    case 'embedded':
      return await writer.embeddedPicture(ask.file);
    case 'find':
      return await findOriginals(ask.folder, ask.wanted);
    case 'end':
      return await writer.close();
    default:
      return assertNever(ask);
  }
}
