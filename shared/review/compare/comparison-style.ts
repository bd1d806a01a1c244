/** The style of a comparison: newspaper type, colours that also differ without colour, light, dark and paper. */
export const COMPARISON_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1c1a17; --soft: #5f5a52; --rule: #d8d3c8; --card: #fff;
  --in: #0b5c2e; --in-tint: #dff3e4; --out: #9c1c1c; --out-tint: #fbe3e0; --move: #1d4f91;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e9e5dc; --soft: #aaa499; --rule: #3b3832; --card: #1f1d1a;
    --in: #8fd9a8; --in-tint: #173322; --out: #f2a197; --out-tint: #3d1b18; --move: #9cc1f5;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem max(1rem, 3vw) 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 'Source Serif 4', 'Noto Serif', Georgia, serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2, h3, label, summary, .sides, .counts, .moves, .names, dl {
  font-family: 'Be Vietnam Pro', system-ui, 'Segoe UI', 'Noto Sans', sans-serif; }
header { border-bottom: 3px double var(--rule); margin-bottom: 1rem; padding-bottom: 0.75rem; }
.sides { margin: 0.25rem 0; color: var(--soft); }
.counts { margin: 0.25rem 0; font-weight: 600; }
.moves { margin: 0.5rem 0 0; padding-left: 1.25rem; color: var(--move); }
label { margin: 0 1.25rem 0 0.35rem; font-size: 0.9375rem; }
main { margin-top: 1rem; }
.row { margin: 0.75rem 0; padding: 0.75rem 1rem; background: var(--card); border: 1px solid var(--rule);
  border-left: 4px solid var(--soft); border-radius: 4px; }
.row.added { border-left-color: var(--in); }
.row.removed { border-left-color: var(--out); }
.row.moved { border-left-color: var(--move); }
h2 { margin: 0 0 0.35rem; font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
h3 { margin: 0.5rem 0 0; font-size: 0.8125rem; font-weight: 600; }
p { margin: 0 0 0.35rem; }
.row:not(.moved) .text p, .row.moved p { max-width: 46rem; }
ins { background: var(--in-tint); color: var(--in); text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 0.18em; }
del { background: var(--out-tint); color: var(--out); text-decoration: line-through; }
ins.look { text-decoration-style: dotted; }
del.look { display: none; }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
ins::before { content: var(--added); }
del::before { content: var(--removed); }
ins::after, del::after { content: var(--end); }
.end { color: var(--soft); }
.link { border-bottom: 1px solid currentColor; }
details { margin: 0.75rem 0; color: var(--soft); }
summary { cursor: pointer; font-size: 0.875rem; }
dl { margin: 0.35rem 0 0; font-size: 0.9375rem; display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.names, .before { display: none; }
#view-sides:checked ~ main .names { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; font-weight: 600; padding: 0 1rem; }
#view-sides:checked ~ main .text { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
#view-sides:checked ~ main .before { display: block; }
#view-sides:checked ~ main .before ins, #view-sides:checked ~ main .after del { display: none; }
#view-sides:checked ~ main .before del.look { display: inline; }
@media (max-width: 40rem) { #view-sides:checked ~ main .text, #view-sides:checked ~ main .names { grid-template-columns: 1fr; gap: 0.25rem; } }
@media print { body { background: none; padding: 0; } input, label, details { display: none; } .row { break-inside: avoid; } }
`;
