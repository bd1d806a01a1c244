import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { OVERPRINT_STATES, overprintBlack } from './black-overprint';

const name = (text: string) => PDFName.of(text);

/** What a page may be drawn with without the press having to guess. */
const PLATES = ['DeviceCMYK', 'DeviceGray', 'Separation', 'DeviceN', 'Pattern'];

/**
 * Makes everything that one set of resources draws print on four plates: black overprints, pictures lose the profiles
 * that would send grey to all four. Collects in `foreign` what is neither CMYK nor grey.
 */
export class PageColours {
  readonly foreign = new Set<string>();
  readonly #context: PDFContext;
  readonly #seen = new Set<PDFObject>();
  #states: PDFDict | null = null;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  /** The content with overprinting black; `resources` gets the graphics states it names. */
  content(content: string, resources: PDFDict): string {
    const spaces = resources.lookupMaybe(name('ColorSpace'), PDFDict);
    const rewritten = overprintBlack(content, (space) => {
      if (PLATES.includes(space)) return true;
      return this.#prints(spaces?.lookup(name(space)));
    });
    for (const space of rewritten.foreign) this.foreign.add(space);
    this.#addStates(resources);
    this.#drawn(resources);
    return rewritten.content;
  }

  #addStates(resources: PDFDict): void {
    if (this.#states === null) {
      this.#states = this.#context.obj({});
      for (const [state, { fill, stroke }] of Object.entries(OVERPRINT_STATES)) {
        const entry = this.#context.obj({ Type: 'ExtGState', op: fill, OP: stroke, OPM: 1 });
        this.#states.set(name(state), this.#context.register(entry));
      }
    }
    const own = resources.lookupMaybe(name('ExtGState'), PDFDict) ?? this.#context.obj({});
    for (const [state, ref] of this.#states.entries()) own.set(state, ref);
    resources.set(name('ExtGState'), own);
  }

  /** Pictures and forms that the resources name, and those that forms name in turn. */
  #drawn(resources: PDFDict): void {
    const objects = resources.lookupMaybe(name('XObject'), PDFDict);
    for (const key of objects?.keys() ?? []) {
      const object = objects?.lookup(key);
      if (!(object instanceof PDFStream) || this.#seen.has(object)) continue;
      this.#seen.add(object);
      const kind = object.dict.lookup(name('Subtype'));
      if (kind === name('Image')) this.#picture(object);
      else if (kind === name('Form') && object instanceof PDFRawStream) this.#form(objects, key, object);
    }
  }

  #picture(image: PDFStream): void {
    const mask = image.dict.lookup(name('SMask'));
    if (mask instanceof PDFStream) this.#picture(mask);
    const space = image.dict.lookup(name('ColorSpace'));
    const parts = this.#components(space);
    // Grey with a profile of its own would be separated into all four inks.
    if (parts === 1) image.dict.set(name('ColorSpace'), name('DeviceGray'));
    else if (parts === 4) image.dict.set(name('ColorSpace'), name('DeviceCMYK'));
    else if (!this.#prints(space)) this.foreign.add('image');
  }

  #form(objects: PDFDict | undefined, key: PDFName, form: PDFRawStream): void {
    const group = form.dict.lookupMaybe(name('Group'), PDFDict);
    if (group) this.group(group);
    const resources = form.dict.lookupMaybe(name('Resources'), PDFDict);
    if (!resources) return;
    const content = this.content(decoded(form), resources);
    const dict = Object.fromEntries(form.dict.entries().map(([entry, value]) => [entry.decodeText(), value]));
    const { Filter: _filter, DecodeParms: _parms, Length: _length, ...kept } = dict;
    objects?.set(key, this.#context.register(this.#context.flateStream(latin1(content), kept)));
  }

  /** Transparency is mixed in the colours of the press. */
  group(group: PDFDict): void {
    if (group.has(name('CS'))) group.set(name('CS'), name('DeviceCMYK'));
  }

  #components(space: PDFObject | undefined): number | null {
    if (!(space instanceof PDFArray) || space.lookup(0) !== name('ICCBased')) return null;
    const profile = space.lookup(1);
    const parts = profile instanceof PDFStream ? profile.dict.lookup(name('N')) : undefined;
    return parts instanceof PDFNumber ? parts.asNumber() : null;
  }

  #prints(space: PDFObject | undefined): boolean {
    if (space === undefined) return true;
    const kind = space instanceof PDFArray ? space.lookup(0) : space;
    if (!(kind instanceof PDFName)) return false;
    if (kind === name('Indexed') && space instanceof PDFArray) return this.#prints(space.lookup(1));
    return PLATES.includes(kind.decodeText());
  }
}

/** A content stream as one latin1 character to a byte. */
export function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

export function latin1(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content, 'latin1'));
}
