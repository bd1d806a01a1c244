import { buildEditorFromExtensions, defineExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { RichTextExtension } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';

/** What the bench compares the product with: Lexical, rich text and history, nothing else. */
const editor = buildEditorFromExtensions(
  defineExtension({ name: 'bare', dependencies: [RichTextExtension, HistoryExtension], namespace: 'bare' }),
);
const element = document.getElementById('editor');
if (!element) throw new Error('no editor element');
editor.setRootElement(element);

declare global {
  interface Window {
    fillBare(paragraphs: readonly string[]): void;
  }
}

window.fillBare = (paragraphs) => {
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const text of paragraphs) root.append($createParagraphNode().append($createTextNode(text)));
      root.getFirstDescendant()?.selectEnd();
    },
    { discrete: true },
  );
  element.focus();
};
document.documentElement.dataset['ready'] = 'true';
