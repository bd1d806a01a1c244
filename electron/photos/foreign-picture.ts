/** Pictures that we cannot decode but that may carry a JPEG inside. */
export type ForeignPicture = 'raw' | 'heic';

const RAW_HEADS = ['FUJIFILMCCD-RAW', 'FOVb', 'IIU\0', 'IIRO', 'IIRS', '\0MRM'];
const RAW_BRANDS = ['crx '];
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];

/** What the first bytes say; null for anything else. TIFF that sniffFormat does not take is some maker's RAW. */
export function sniffForeign(head: Uint8Array): ForeignPicture | null {
  const text = Buffer.from(head.subarray(0, 64)).toString('latin1');
  if (text.slice(4, 8) === 'ftyp') {
    const brand = text.slice(8, 12);
    if (RAW_BRANDS.includes(brand)) return 'raw';
    return HEIC_BRANDS.includes(brand) ? 'heic' : null;
  }
  if (RAW_HEADS.some((start) => text.startsWith(start))) return 'raw';
  return text.startsWith('II*\0') || text.startsWith('MM\0*') ? 'raw' : null;
}
