import { $getState, $setState, createState } from 'lexical';
import type { LexicalNode } from 'lexical';

/** What a block carries besides its kind, id and texts: prompt, speaker, span, photoId and keys this version does not know. */
export type Rest = { readonly [key: string]: unknown };

const EMPTY: Rest = {};

function isRest(value: unknown): value is Rest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const blockId = createState('id', { parse: (value) => (typeof value === 'string' ? value : '') });
const blockRest = createState('rest', { parse: (value) => (isRest(value) ? value : EMPTY) });
const filler = createState('filler', { parse: (value) => value === true });

const NO_THREADS: readonly string[] = [];

/** The comment threads that a text node is about. Nodes that differ in it are not joined by Lexical. */
const textThreads = createState('threads', {
  parse: (value): readonly string[] =>
    Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : NO_THREADS,
  isEqual: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
});

export function $threadsOf(node: LexicalNode): readonly string[] {
  return $getState(node, textThreads);
}

export function $setThreads(node: LexicalNode, threads: readonly string[]): void {
  $setState(node, textThreads, threads);
}

/** The block's id, or the empty string while it has none. */
export function $idOf(node: LexicalNode): string {
  return $getState(node, blockId);
}

export function $setId(node: LexicalNode, id: string): void {
  $setState(node, blockId, id);
}

export function $restOf(node: LexicalNode): Rest {
  return $getState(node, blockRest);
}

/** The same of a node as it stood before the change that is being drawn: asked plainly, it would answer for what it is now. */
export function $restBefore(node: LexicalNode): Rest {
  return $getState(node, blockRest, 'direct');
}

export function $setRest(node: LexicalNode, rest: Rest): void {
  $setState(node, blockRest, rest);
}

/** A paragraph that only gives the caret a place in a body without text: while empty it is no block of the piece. */
export function $isFiller(node: LexicalNode): boolean {
  return $getState(node, filler);
}

export function $setFiller(node: LexicalNode): void {
  $setState(node, filler, true);
}

/** What the template asks for in this block; empty when it asks nothing. */
export function $promptOf(node: LexicalNode): string {
  const prompt = $restOf(node)['prompt'];
  return typeof prompt === 'string' ? prompt : '';
}
