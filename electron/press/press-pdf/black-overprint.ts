import { operationsOf } from './operations';

/** The graphics states that say whether fills and strokes overprint: their names in the page's resources. */
export const OVERPRINT_STATES = {
  GalleyKnock: { fill: false, stroke: false },
  GalleyFill: { fill: true, stroke: false },
  GalleyStroke: { fill: false, stroke: true },
  GalleyBoth: { fill: true, stroke: true },
} as const;

type StateName = keyof typeof OVERPRINT_STATES;

export interface OverprintedContent {
  readonly content: string;
  /** Names of colour spaces and operators that do not print as they are on four plates: `rg`, `/cs0` … */
  readonly foreign: readonly string[];
}

interface Inks {
  readonly fill: boolean;
  readonly stroke: boolean;
}

const FILL = ['k', 'g', 'rg', 'cs', 'sc', 'scn'];
const STROKE = ['K', 'G', 'RG', 'CS', 'SC', 'SCN'];

/**
 * Full black prints over what lies under it, everything else knocks out: a plate that shifts a tenth of a millimetre
 * then leaves no white rim round the text. `allows` says of a colour space's name whether a plate can take it.
 */
export function overprintBlack(content: string, allows: (space: string) => boolean): OverprintedContent {
  const parts: string[] = [];
  const foreign = new Set<string>();
  const saved: Inks[] = [];
  let inks: Inks = { fill: false, stroke: false };
  let copied = 0;

  for (const { operator, operands, start } of operationsOf(content)) {
    if (operator === 'q') saved.push(inks);
    else if (operator === 'Q') inks = saved.pop() ?? { fill: false, stroke: false };
    const fills = FILL.includes(operator);
    if (!fills && !STROKE.includes(operator)) continue;

    const lower = operator.toLowerCase();
    if (lower === 'rg') foreign.add('DeviceRGB');
    const space = operands[0] ?? '';
    if (lower === 'cs' && !allows(space.slice(1))) foreign.add(space);
    const black = lower === 'k' && operands.map(Number).join(' ') === '0 0 0 1';
    const next = fills ? { ...inks, fill: black } : { ...inks, stroke: black };
    if (next.fill === inks.fill && next.stroke === inks.stroke) continue;
    inks = next;
    parts.push(content.slice(copied, start), `/${stateName(inks)} gs\n`);
    copied = start;
  }
  return { content: parts.join('') + content.slice(copied), foreign: [...foreign] };
}

function stateName({ fill, stroke }: Inks): StateName {
  if (fill) return stroke ? 'GalleyBoth' : 'GalleyFill';
  return stroke ? 'GalleyStroke' : 'GalleyKnock';
}
