import { parentWire } from './parent-wire';
import type { PictureAsk } from './pictures';
import { serve } from './serve';
import { inspectPicture, renderPicture } from './sharp-pictures';

serve<PictureAsk>(parentWire(), (ask) =>
  ask.kind === 'inspect' ? inspectPicture(ask.bytes) : renderPicture(ask.rendition),
);
