import { STATES, STEPS, type Step } from './workflow';

/** The table of steps as Markdown, and under it the states with the ways out of each: what docs/review.md shows. */
export function drawWorkflow(): string {
  const head = ['Step', 'From', 'To', 'Who', 'Reason', 'Seal'];
  const rows = STEPS.map((step) => [
    step.id,
    step.from.join(', '),
    step.to,
    step.roles.join(', '),
    step.reason ? 'required' : '',
    step.seal === 'none' ? '' : step.seal,
  ]);
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const width = Math.max(...STATES.map((state) => state.length));
  const diagram = STATES.map((state) => {
    const out = STEPS.filter(({ from }) => from.includes(state));
    const ways = out.map((step) => `──${label(step)}──► ${step.to}`);
    const margin = ' '.repeat(width);
    return (ways.length ? ways : ['(end)'])
      .map((way, index) => `${index === 0 ? state.padEnd(width) : margin} ${way}`)
      .join('\n');
  }).join('\n');
  return `${table}\n\n\`\`\`\n${diagram}\n\`\`\``;
}

function label({ id, reason }: Step): string {
  return reason ? `${id} (reason)` : id;
}
