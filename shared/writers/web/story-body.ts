import { shownInBlock } from '../../interview/shown-pictures';
import { isBlank, plainText } from '../../interview/text';
import type { Block, Interview, Text } from '../../interview/types';
import { assertNever } from '../../result';
import type { SpeakerLabels } from '../speaker-labels';
import { speakerLabels } from '../speaker-labels';
import { element } from './element';
import type { ElementName, Markup } from './element';
import { photoFigure } from './figure';
import { galleryFigure } from './gallery-figure';
import { inline } from './inline';
import { outlineOf } from './outline';
import type { Part } from './outline';
import type { PicturePlan } from './picture-plan';

interface Setting {
  readonly interview: Interview;
  readonly labels: SpeakerLabels;
  readonly pictures: PicturePlan;
  /** Numbers the headings that sections are named by. */
  readonly nextId: (stem: string) => string;
  /** The first picture of the page is what readers wait for: it is not loaded late. */
  readonly isFirstPhoto: (block: Block) => boolean;
}

/** Everything between the sapo and the signature, each pair a section under its question. */
export function storyBody(interview: Interview, pictures: PicturePlan): readonly Markup[] {
  const counts = new Map<string, number>();
  const first = interview.body.find((block) => shownInBlock(block).length > 0);
  const setting: Setting = {
    interview,
    labels: speakerLabels(interview),
    pictures,
    nextId: (stem) => {
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      return `${stem}-${count}`;
    },
    isFirstPhoto: (block) => block === first,
  };
  return outlineOf(interview.body).map((part) => renderPart(part, 2, setting));
}

/** `level` is the rank that a heading standing here has: 2 under the headline. */
function renderPart(part: Part, level: number, setting: Setting): Markup {
  switch (part.kind) {
    case 'block':
      return renderBlock(part.block, level, setting);
    case 'chapter': {
      const id = setting.nextId('part');
      return element(
        'section',
        { class: 'part', 'aria-labelledby': id },
        heading(level, { class: 'subhead', id }, inline(part.subhead.text)),
        part.parts.map((inner) => renderPart(inner, level + 1, setting)),
      );
    }
    case 'pair': {
      const id = setting.nextId('question');
      return element(
        'section',
        { class: 'pair', 'aria-labelledby': id },
        heading(level, { class: 'question', id }, labelled(part.question, setting, inline(part.question.text))),
        part.parts.map((inner) => renderPart(inner, level + 1, setting)),
      );
    }
    default:
      return assertNever(part);
  }
}

function renderBlock(block: Block, level: number, setting: Setting): Markup {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, inline(block.text));
    case 'answer':
      return element('p', { class: 'answer' }, labelled(block, setting, inline(block.text)));
    case 'closing':
      return element('p', { class: 'closing' }, inline(block.text));
    case 'subhead':
      return heading(level, { class: 'subhead' }, inline(block.text));
    case 'question':
      return heading(level, { class: 'question' }, labelled(block, setting, inline(block.text)));
    case 'photo':
      return photoFigure(block, setting.interview, setting.pictures, { eager: setting.isFirstPhoto(block) });
    case 'gallery':
      return galleryFigure(block, setting.interview, setting.pictures, { eager: setting.isFirstPhoto(block) });
    case 'pullQuote':
      return element(
        'figure',
        { class: 'pull-quote' },
        element('blockquote', {}, element('p', {}, inline(block.quote))),
        !isBlank(block.attribution) && element('figcaption', {}, inline(block.attribution)),
      );
    case 'box': {
      const id = setting.nextId('box');
      const headed = !isBlank(block.heading);
      return element(
        'aside',
        { class: 'box', ...(headed ? { 'aria-labelledby': id } : {}) },
        headed && heading(level, { id }, inline(block.heading)),
        filled(block.paragraphs).map((text) => element('p', {}, inline(text))),
      );
    }
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        {},
        filled(block.items).map((text) => element('li', {}, inline(text))),
      );
    case 'unknown':
      return '';
    default:
      return assertNever(block);
  }
}

function labelled(block: Block, setting: Setting, content: readonly Markup[]): readonly Markup[] {
  const label = setting.labels.get(block.id);
  return label === undefined ? content : [element('span', { class: 'label' }, label), ' ', ...content];
}

const HEADINGS: readonly ElementName[] = ['h1', 'h2', 'h3', 'h4'];

function heading(level: number, attributes: { readonly [name: string]: string }, content: readonly Markup[]): Markup {
  return element(HEADINGS[level - 1] ?? 'h4', attributes, content);
}

function filled(texts: readonly Text[]): readonly Text[] {
  return texts.filter((text) => plainText(text).trim() !== '');
}
