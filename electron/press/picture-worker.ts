import { assertNever } from '../../shared/result';
import { attendedCrops } from './attended-crops';
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
    case 'attend':
      return await attendedCrops(ask.attention);
    default:
      return assertNever(ask);
  }
});
