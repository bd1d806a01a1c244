import { emptyInterview, type MintId } from '../interview/build';
import { normalise } from '../interview/normalise';
import { toText } from '../interview/text';
import type { Block, Interview } from '../interview/types';
import { assertNever } from '../result';
import type { Template, TemplateBlock } from './template';
import { fillInterview } from './variables';

/** Values of the small form by variable id; what is missing or empty stays visible in the piece as `{{label}}`. */
export type TemplateValues = { readonly [id: string]: string };

/** A new piece: filled blanks set everywhere, prompts on the empty blocks, the people of the piece prepared. */
export function startFrom(
  template: Template,
  values: TemplateValues,
  mint: MintId,
  language: string = template.language,
): Interview {
  const { head } = template;
  const body = template.body.map((block) => makeBlock(block, mint()));
  const people = template.people.map((person) => ({ id: mint(), ...person }));
  const journalist = people.find((person) => person.part === 'interviewer');
  const blank: Interview = {
    ...emptyInterview(language),
    ...(head.kicker ? { kicker: toText(head.kicker) } : {}),
    headline: toText(head.headline ?? ''),
    ...(head.standfirst ? { standfirst: toText(head.standfirst) } : {}),
    ...(head.section ? { section: head.section } : {}),
    ...(head.paper ? { paper: head.paper } : {}),
    labels: template.labels,
    template: template.id,
    variables: template.variables.map(({ id, label }) => ({ id, label, value: '' })),
    people,
    byline: template.byline.map((signature) => ({ ...signature, ...(journalist ? { person: journalist.id } : {}) })),
    body,
    comments: template.comments,
  };
  const filled = template.variables.map(({ id, label }) => ({
    label,
    value: Object.hasOwn(values, id) ? (values[id] ?? '') : '',
  }));
  return normalise(withoutBlankDetails(fillInterview(blank, filled)));
}

/** A person's office or honorific that nobody has given is not known, rather than a blank in the data. */
function withoutBlankDetails(interview: Interview): Interview {
  const known = (value: string | undefined) => value !== undefined && !value.includes('{{');
  const people = interview.people.map(({ honorific, office, ...person }) => ({
    ...person,
    ...(honorific !== undefined && known(honorific) ? { honorific } : {}),
    ...(office !== undefined && known(office) ? { office } : {}),
  }));
  const { paper, ...rest } = interview;
  return { ...rest, ...(paper !== undefined && known(paper) ? { paper } : {}), people };
}

function makeBlock(block: TemplateBlock, id: string): Block {
  const base = { id, ...(block.prompt ? { prompt: block.prompt } : {}) };
  switch (block.kind) {
    case 'paragraph':
    case 'subhead':
    case 'question':
    case 'answer':
    case 'closing':
      return { kind: block.kind, ...base, text: toText(block.text ?? '') };
    case 'photo':
      return {
        kind: 'photo',
        ...base,
        span: block.span,
        caption: toText(block.caption ?? ''),
        credit: toText(block.credit ?? ''),
        alt: '',
      };
    case 'pullQuote':
      return { kind: 'pullQuote', ...base, quote: [], attribution: toText(block.attribution ?? '') };
    case 'box':
      return {
        kind: 'box',
        ...base,
        heading: toText(block.heading ?? ''),
        paragraphs: (block.paragraphs ?? ['']).map(toText),
      };
    default:
      return assertNever(block);
  }
}
