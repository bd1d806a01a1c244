import { $create, $createParagraphNode, ParagraphNode } from 'lexical';
import type { RangeSelection } from 'lexical';
import { element } from './dom';
import { $restOf, $setRest } from './state';

/** A question; what stands after it up to the next one answers it. */
export class QuestionNode extends ParagraphNode {
  override $config() {
    return this.config('question', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    return element('p', 'galley-question');
  }
  override updateDOM(): boolean {
    return false;
  }
  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const answer = $create(AnswerNode);
    this.insertAfter(answer, restoreSelection);
    return answer;
  }
}

/** One paragraph of an answer. */
export class AnswerNode extends ParagraphNode {
  override $config() {
    return this.config('answer', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    return element('p', 'galley-answer');
  }
  override updateDOM(): boolean {
    return false;
  }
  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const next = $create(AnswerNode);
    const speaker = $restOf(this)['speaker'];
    // The same person goes on speaking; the timecode belongs to the first half only.
    if (speaker !== undefined) $setRest(next, { speaker });
    this.insertAfter(next, restoreSelection);
    return next;
  }
}

/** A short heading inside the body. */
export class SubheadNode extends ParagraphNode {
  override $config() {
    return this.config('subhead', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    return element('h2', 'galley-subhead');
  }
  override updateDOM(): boolean {
    return false;
  }
  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const next = $createParagraphNode();
    this.insertAfter(next, restoreSelection);
    return next;
  }
}
