import { GENERATOR } from '../writers/web/page-head';
import { escapeText } from '../writers/web/render-page';
import type { Stamp } from './manifest';

/** What stands in the meta element of a page that carries no seal. */
export const UNAPPROVED = 'unapproved';

const GENERATOR_LINE = `<meta name="generator" content="${GENERATOR}">`;

/** The seal as the page tells it: in a meta element of the head. Null for a page that tells nothing. */
export function sealOfPage(html: string): string | null {
  return /<meta name="galley-seal" content="([0-9a-z]*)">/.exec(html)?.[1] ?? null;
}

/**
 * The page with its seal in the head and in its structured data; a proof also says so to readers (`words`) and to search
 * engines. Throws for a page that our writer did not make.
 */
export function stampWebPage(html: string, stamp: Stamp, words: string): string {
  if (!html.includes(GENERATOR_LINE)) throw new RangeError('not a page of ours');
  const seal = stamp.kind === 'sealed' ? stamp.seal.hash : UNAPPROVED;
  const metas = [`<meta name="galley-seal" content="${seal}">`];
  if (stamp.kind === 'proof') metas.push('<meta name="robots" content="noindex">');
  const stamped = html.replace(GENERATOR_LINE, () => [GENERATOR_LINE, ...metas].join('\n    '));
  const data = withSealInData(stamped, stamp);
  if (stamp.kind !== 'proof') return data;
  return data.replace('<body>', () => `<body>\n    <p class="galley-proof" role="note">${escapeText(words)}</p>`);
}

/** Added to the style sheet of a proof. */
export const PROOF_STYLE = `
.galley-proof {
  position: sticky;
  top: 0;
  z-index: 1;
  margin: 0;
  padding: 0.35rem 1rem;
  background: #9c1c1c;
  color: #fff;
  font: 600 0.9375rem/1.4 var(--sans);
  text-align: center;
}
`;

function withSealInData(html: string, stamp: Stamp): string {
  return html.replace(
    /(<script type="application\/ld\+json">\n)([^<]*)(\n<\/script>)/,
    (_, start: string, json: string, end: string) => {
      const data = JSON.parse(json) as Record<string, unknown>;
      const identifier =
        stamp.kind === 'sealed'
          ? { identifier: { '@type': 'PropertyValue', propertyID: 'galley-seal', value: stamp.seal.hash } }
          : {};
      const status = { creativeWorkStatus: stamp.kind === 'sealed' ? 'Published' : 'Draft' };
      return start + asScriptData({ ...data, ...status, ...identifier }) + end;
    },
  );
}

// As render-page does: "</script>" and "<!--" end or break a script element wherever they stand.
function asScriptData(value: object): string {
  return JSON.stringify(value, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
