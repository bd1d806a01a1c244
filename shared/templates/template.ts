import type { Interview, LabelStyle, Part } from '../interview/types';

/**
 * A start for a piece, as data: blocks with prompts, and words with blanks written `{{label}}`. All words are in the
 * template's own language, the one the piece is printed in; name and description are keys of the room `templates`.
 */
export interface Template {
  readonly id: string;
  readonly language: 'vi' | 'en';
  readonly labels: LabelStyle;
  readonly variables: readonly TemplateVariable[];
  readonly head: Pick<TemplateHead, 'kicker' | 'headline' | 'standfirst' | 'section' | 'paper'>;
  readonly people: readonly TemplatePerson[];
  readonly byline: readonly { readonly name: string; readonly role?: string }[];
  readonly body: readonly TemplateBlock[];
  readonly comments: boolean;
}

type TemplateHead = { readonly [Field in keyof Interview]?: string };

export interface TemplateVariable {
  readonly id: VariableId;
  /** What stands between the braces. */
  readonly label: string;
  /** What such a value looks like, for the form. */
  readonly example: string;
}

/** What a form can ask for. The settings know `paper` and `journalist` already. */
export type VariableId = 'paper' | 'occasion' | 'topic' | 'honorific' | 'name' | 'office' | 'date' | 'journalist';

export interface TemplatePerson {
  readonly part: Part;
  readonly name: string;
  readonly honorific?: string;
  readonly office?: string;
}

/** An empty block shows its prompt; `text` stands in it from the start. */
export type TemplateBlock =
  | {
      readonly kind: 'paragraph' | 'subhead' | 'question' | 'answer' | 'closing';
      readonly text?: string;
      readonly prompt?: string;
    }
  | {
      readonly kind: 'photo';
      readonly span: number;
      readonly caption?: string;
      readonly credit?: string;
      readonly prompt?: string;
    }
  | { readonly kind: 'pullQuote'; readonly attribution?: string; readonly prompt?: string }
  | {
      readonly kind: 'box';
      readonly heading?: string;
      readonly paragraphs?: readonly string[];
      readonly prompt?: string;
    };
