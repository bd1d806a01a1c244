import type { Crop } from '../../shared/interview/types';
import { failed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { INSPECT_TIMEOUT, PHOTO_BYTES_LIMIT, RENDER_TIMEOUT } from './limits';
import { sniffFormat } from './picture-format';
import type {
  AttentionAsk,
  PictureFacts,
  PictureFailure,
  Pictures,
  RenderedPicture,
  Rendition,
  SeparatedPicture,
  Separation,
} from './press';
import { remote } from './remote';
import type { RemoteFailure } from './remote';
import type { Host } from './wire';

/** What the picture worker is asked. */
export type PictureAsk =
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array }
  | { readonly kind: 'render'; readonly rendition: Rendition }
  | { readonly kind: 'separate'; readonly separation: Separation }
  | { readonly kind: 'attend'; readonly attention: AttentionAsk };

/** sharp over any kind of worker. */
export function picturesClient(start: () => Host): Pictures {
  const worker = remote<PictureAsk>(start);
  return {
    async inspect(bytes) {
      // Size and kind are plain from here: a film of 4 GB must not be copied to the worker to be refused there.
      if (bytes.byteLength > PHOTO_BYTES_LIMIT)
        return failed({ kind: 'too-large', detail: `${bytes.byteLength} bytes` });
      if (!sniffFormat(bytes)) return failed({ kind: 'unsupported', detail: 'not a JPEG, PNG, WebP or TIFF picture' });
      // The first picture also waits for sharp to load.
      const answered = await worker.ask({ kind: 'inspect', bytes }, { timeout: INSPECT_TIMEOUT + LOADING });
      return answered.ok
        ? (answered.value as Result<PictureFacts, PictureFailure>)
        : failed(pictureFailure(answered.failure));
    },
    async render(rendition, signal) {
      const answered = await worker.ask({ kind: 'render', rendition }, { timeout: RENDER_TIMEOUT, signal });
      return answered.ok
        ? (answered.value as Result<RenderedPicture, PictureFailure>)
        : failed(pictureFailure(answered.failure));
    },
    async separate(separation, signal) {
      const answered = await worker.ask({ kind: 'separate', separation }, { timeout: RENDER_TIMEOUT, signal });
      return answered.ok
        ? (answered.value as Result<SeparatedPicture, PictureFailure>)
        : failed(pictureFailure(answered.failure));
    },
    async attend(attention, signal) {
      const answered = await worker.ask({ kind: 'attend', attention }, { timeout: RENDER_TIMEOUT, signal });
      return answered.ok
        ? (answered.value as Result<readonly Crop[], PictureFailure>)
        : failed(pictureFailure(answered.failure));
    },
    close: () => worker.close(),
  };
}

/** Milliseconds that sharp's WebAssembly may take to load on a busy machine. */
const LOADING = 10_000;

// A picture that hangs the decoder is, to the person who chose it, a picture that cannot be read.
function pictureFailure({ kind, detail }: RemoteFailure): PictureFailure {
  return { kind: kind === 'timed-out' || kind === 'failed' ? 'unreadable' : kind, detail };
}
