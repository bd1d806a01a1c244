import { assertNever } from '../../shared/result';
import { parentWire } from './parent-wire';
import type { PictureAsk } from './pictures';
import { serve } from './serve';
import { inspectPicture, renderPicture } from './sharp-pictures';
import { separatePicture } from './separate-picture';

serve<PictureAsk>(parentWire(), async (ask) => {
  switch (ask.kind) {
    case 'inspect':
      return await inspectPicture(ask.bytes);
    case 'render':
      return await renderPicture(ask.rendition);
    case 'separate':
      return await separatePicture(ask.separation);
    default:
      return assertNever(ask);
  }
});
