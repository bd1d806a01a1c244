/**
 * What a layout program reads as something else than a character: control characters, halves of surrogate pairs,
 * non-characters, and U+FEFF and U+FFFC, by which InDesign marks anchored objects and tags inside its stories.
 */
const UNTYPEABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffc\ufffe\uffff]|\p{Surrogate}/gu;

const BREAKS = /[\t\n\v\f\r\u2028\u2029]+/g;

/** The words as a layout program can take them: NFC, tabs and line ends as one space; how many characters were dropped. */
export function cleaned(words: string): { readonly text: string; readonly dropped: number } {
  let dropped = 0;
  const text = words
    .replace(UNTYPEABLE, () => {
      dropped++;
      return '';
    })
    .replace(BREAKS, ' ')
    .normalize('NFC');
  return { text, dropped };
}
