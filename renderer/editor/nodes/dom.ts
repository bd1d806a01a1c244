import { $getDocument } from 'lexical';

/** An element with a class, made by the document that the editor draws into. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const made = $getDocument().createElement(tag);
  made.className = className;
  return made;
}

/** A part of a block that the caret never enters. */
export function chrome<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const made = element(tag, className);
  made.contentEditable = 'false';
  return made;
}
