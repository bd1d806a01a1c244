import { $getEditor, ElementNode } from 'lexical';
import type { ElementDOMSlot } from 'lexical';
import { rowsOfGallery } from '../../../shared/interview/gallery';
import type { GalleryLayout } from '../../../shared/interview/types';
import type { TextKey } from '../../../shared/i18n/translate';
import { hostOf } from '../host';
import { chrome, element } from './dom';
import { SlotHostNode } from './hosts';
import { PhotoNode } from './photo';
import { $restBefore, $restOf } from './state';

export const LAYOUTS = ['pair', 'triptych', 'strip'] as const satisfies readonly GalleryLayout[];

/** What the buttons of a gallery do; those of a picture name theirs too. */
export type GalleryAct = GalleryLayout | 'add' | 'earlier' | 'later' | 'remove';

/** One picture of a gallery: a photo that stands inside another block. */
export class GalleryPictureNode extends PhotoNode {
  override $config() {
    return this.config('gallery-picture', { extends: PhotoNode });
  }
  override createDOM(): HTMLElement {
    const figure = super.createDOM();
    figure.classList.add('galley-gallery-picture');
    const tools = chrome('div', 'galley-picture-tools');
    tools.append(...(['earlier', 'later', 'remove'] as const).map((act) => button(act)));
    figure.querySelector('.galley-picture')?.append(tools);
    nameButtons(figure);
    return figure;
  }
  override showPicture(dom: HTMLElement): void {
    super.showPicture(dom);
    nameButtons(dom);
  }
}

/** Several pictures shown as one: the pictures are its children, the common texts its slots. */
export class GalleryNode extends SlotHostNode {
  readonly parts = ['caption', 'credit'] as const;

  override $config() {
    return this.config('gallery', { extends: ElementNode, slots: ['caption', 'credit'] });
  }
  override createDOM(): HTMLElement {
    const dom = element('section', 'galley-gallery');
    const bar = chrome('div', 'galley-gallery-bar');
    const name = element('span', 'galley-gallery-name');
    // What takes the focus while the whole gallery is selected.
    bar.tabIndex = -1;
    bar.append(name, ...LAYOUTS.map((layout) => button(layout)), button('add'));
    dom.append(bar, element('div', 'galley-gallery-pictures'), element('div', 'galley-gallery-common'));
    this.showGallery(dom);
    return dom;
  }
  override updateDOM(previous: this, dom: HTMLElement): boolean {
    // A letter typed in a caption changes neither, and the bar need not be drawn for it.
    if (previous.__size !== this.__size || $restBefore(previous) !== $restOf(this)) this.showGallery(dom);
    return false;
  }
  override getDOMSlot(dom: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(dom);
    const pictures = dom.querySelector<HTMLElement>(':scope > .galley-gallery-pictures');
    return pictures ? slot.withElement(pictures) : slot;
  }

  /** Draws the bar and how many pictures stand beside each other. */
  showGallery(dom: HTMLElement): void {
    const layout = $layoutOf(this);
    const count = Math.max(1, this.getChildrenSize());
    dom.dataset['layout'] = layout;
    dom.style.setProperty('--beside', String(Math.min(3, rowsOfGallery(layout, count)[0] ?? 1)));
    const name = dom.querySelector<HTMLElement>(':scope > .galley-gallery-bar > .galley-gallery-name');
    if (name) write(name, hostOf($getEditor()).translate('editor.gallery', { count: this.getChildrenSize() }));
    for (const each of dom.querySelectorAll<HTMLElement>(':scope > .galley-gallery-bar > button'))
      if (LAYOUTS.some((one) => one === each.dataset['gallery']))
        each.ariaPressed = String(each.dataset['gallery'] === layout);
    nameButtons(dom);
  }
}

/** The pictures of a gallery in their order. */
export function $picturesOf(gallery: GalleryNode): readonly GalleryPictureNode[] {
  return gallery.getChildren().filter((child) => child instanceof GalleryPictureNode);
}

export function $layoutOf(gallery: GalleryNode): GalleryLayout {
  const { layout } = $restOf(gallery);
  return LAYOUTS.find((one) => one === layout) ?? 'pair';
}

function button(act: GalleryAct): HTMLButtonElement {
  const made = element('button', 'galley-tool');
  made.type = 'button';
  made.dataset['gallery'] = act;
  // The keyboard has commands for them; as stops of the Tab key they would stand between one text and the next.
  made.tabIndex = -1;
  return made;
}

const NAMES: { readonly [act in GalleryAct]: { readonly key: TextKey; readonly sign?: string } } = {
  pair: { key: 'editor.galleryPair' },
  triptych: { key: 'editor.galleryTriptych' },
  strip: { key: 'editor.galleryStrip' },
  add: { key: 'editor.galleryAdd' },
  earlier: { key: 'editor.pictureEarlier', sign: '←' },
  later: { key: 'editor.pictureLater', sign: '→' },
  remove: { key: 'editor.pictureRemove', sign: '×' },
};

function nameButtons(dom: HTMLElement): void {
  const { translate } = hostOf($getEditor());
  for (const each of dom.querySelectorAll<HTMLButtonElement>('button[data-gallery]')) {
    const { key, sign } = NAMES[each.dataset['gallery'] as GalleryAct];
    write(each, sign ?? translate(key));
    if (sign) each.ariaLabel = each.title = translate(key);
  }
}

/** Lexical watches what it has drawn: the same words are not written twice. */
function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}
