import { $getEditor, ElementNode } from 'lexical';
import type { ElementDOMSlot } from 'lexical';
import { hostOf } from '../host';
import type { CutView } from '../../../shared/photos/cut-view';
import { chrome, element } from './dom';
import { SlotHostNode } from './hosts';
import { $restBefore, $restOf } from './state';

/** A picture with caption, credit and the text for those who cannot see it. */
export class PhotoNode extends SlotHostNode {
  readonly parts = ['caption', 'credit', 'alt'] as const;

  override $config() {
    return this.config('photo', { extends: ElementNode, slots: ['caption', 'credit', 'alt'] });
  }
  override createDOM(): HTMLElement {
    const figure = element('figure', 'galley-photo');
    const picture = chrome('div', 'galley-picture');
    const image = element('img', 'galley-image');
    image.draggable = false;
    // Focusable by program only: a selected photo takes the focus, so that no key falls into another text.
    image.tabIndex = -1;
    const replace = element('button', 'galley-replace');
    replace.type = 'button';
    replace.dataset['act'] = 'replace-picture';
    const frame = element('div', 'galley-cut');
    frame.append(image);
    picture.append(frame, replace);
    figure.append(picture);
    this.showPicture(figure);
    return figure;
  }
  override updateDOM(previous: this, dom: HTMLElement): boolean {
    if ($restBefore(previous) !== $restOf(this)) this.showPicture(dom);
    return false;
  }
  override getDOMSlot(dom: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(dom);
    const picture = dom.querySelector<HTMLElement>(':scope > .galley-picture');
    return picture ? slot.withAfter(picture) : slot;
  }

  /** Draws the picture that the block points to, or the empty frame. */
  showPicture(dom: HTMLElement): void {
    const { photoId, span } = $restOf(this);
    const host = hostOf($getEditor());
    const url = typeof photoId === 'string' ? host.photoUrl(photoId) : null;
    const image = dom.querySelector<HTMLImageElement>('.galley-image');
    const replace = dom.querySelector<HTMLButtonElement>('.galley-replace');
    if (!image || !replace) return;
    if (url) image.src = url;
    else image.removeAttribute('src');
    showCut(image, typeof photoId === 'string' && url ? (host.photoCut?.(photoId) ?? null) : null);
    // The alt text is a line of its own beside the picture; read twice it would only be noise.
    image.alt = '';
    dom.classList.toggle('galley-photo-missing', !url);
    dom.dataset['span'] = typeof span === 'number' ? String(span) : '1';
    replace.textContent = host.translate(url ? 'editor.replacePicture' : 'editor.choosePicture');
  }
}

/** Lays the picture behind its frame so that the frame shows the cut; without one all of it is shown. */
function showCut(image: HTMLImageElement, cut: CutView | null): void {
  const frame = image.parentElement;
  if (!frame) return;
  frame.classList.toggle('galley-cut-shown', cut !== null);
  frame.style.setProperty('--shape', cut ? String(cut.shape) : '');
  image.style.width = cut ? `${cut.width * 100}%` : '';
  image.style.left = cut ? `${cut.x * 100}%` : '';
  image.style.top = cut ? `${cut.y * 100}%` : '';
  image.style.transform = cut ? `translate(-50%, -50%) rotate(${cut.turn}deg)` : '';
}
