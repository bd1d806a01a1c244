/**
 * The style sheet of the web page: newspaper type from the reader's own machine, light and dark, phone to desk, and paper.
 * It names no address, so that the page asks nothing of any server but its own. On paper paragraphs stay whole: Chromium parts
 * one of four lines before its last, whatever it is told of orphans and widows.
 */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7;
  --ink: #1c1a17;
  --soft: #5f5a52;
  --rule: #d8d3c8;
  --accent: #9c1c1c;
  --tint: #f2eee5;
  --serif: 'Source Serif 4', 'Noto Serif', Charter, 'Iowan Old Style', Georgia, 'Times New Roman', serif;
  --display: 'Playfair Display', 'Noto Serif Display', Georgia, 'Noto Serif', 'Times New Roman', serif;
  --sans: 'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614;
    --ink: #e9e5dc;
    --soft: #aaa499;
    --rule: #3b3832;
    --accent: #ef9a8f;
    --tint: #211f1b;
  }
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

html {
  font-size: 100%;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}

body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.1875rem/1.62 var(--serif);
  overflow-wrap: break-word;
}

a {
  color: inherit;
  text-decoration-color: var(--accent);
  text-decoration-thickness: 0.08em;
  text-underline-offset: 0.18em;
}

a:hover,
a:focus-visible {
  color: var(--accent);
}

.unbroken {
  white-space: nowrap;
}

.masthead,
main {
  padding-inline: max(1.25rem, (100% - 42rem) / 2);
}

.masthead {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 1.5rem;
  padding-block: 0.9rem 0.8rem;
  border-bottom: 3px double var(--rule);
  font: 0.8125rem/1.5 var(--sans);
  color: var(--soft);
}

.masthead p {
  margin: 0;
}

.masthead .paper {
  font: 700 1.25rem/1.4 var(--display);
  color: var(--ink);
}

.head {
  padding-block: 2rem 0.4rem;
}

.section {
  margin: 0 0 0.9rem;
  font: 600 0.8125rem/1.5 var(--sans);
  letter-spacing: 0.01em;
  color: var(--accent);
}

.kicker {
  margin: 0 0 0.35rem;
  font: 500 1.0625rem/1.45 var(--sans);
  color: var(--soft);
}

h1 {
  margin: 0;
  font: 700 clamp(1.7rem, 1.3rem + 1.9vw, 2.5rem)/1.25 var(--display);
  letter-spacing: -0.005em;
  text-wrap: balance;
}

.meta {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  margin: 1rem 0 0;
  font: 0.875rem/1.6 var(--sans);
  color: var(--soft);
  font-variant-numeric: tabular-nums;
}

.meta .author {
  font-weight: 600;
  color: var(--ink);
}

.sapo {
  margin: 1.35rem 0 0;
  font-size: clamp(1.1875rem, 1.1rem + 0.4vw, 1.3125rem);
  font-weight: 600;
  line-height: 1.5;
  text-wrap: pretty;
}

.story {
  margin-top: 1.5rem;
}

.story p {
  margin: 0 0 1em;
  hanging-punctuation: first allow-end;
}

.question {
  margin: 2em 0 0.55em;
  font: 700 1.125rem/1.5 var(--sans);
  text-wrap: pretty;
}

.subhead {
  margin: 2.2em 0 0.6em;
  font: 700 1.4rem/1.35 var(--display);
  text-wrap: balance;
}

.part > .subhead + .pair > .question {
  margin-top: 1em;
}

.pair > .subhead {
  font: 700 1.125rem/1.45 var(--serif);
  margin-top: 1.6em;
}

.label {
  font: 700 0.94em/1 var(--sans);
  color: var(--accent);
}

.question .label {
  font-size: 1em;
}

.story li {
  margin-bottom: 0.4em;
}

ul,
ol {
  margin: 0 0 1em;
  padding-inline-start: 1.4em;
}

figure {
  margin: 1.8rem 0;
}

.photo img {
  display: block;
  width: 100%;
  height: auto;
  background: var(--tint);
}

.photo figcaption {
  margin-top: 0.6rem;
  font: 0.875rem/1.5 var(--sans);
  color: var(--soft);
}

.photo .caption {
  color: var(--ink);
}

.photo .credit {
  font-style: italic;
}

.pull-quote {
  margin: 2.2rem 0;
  padding: 0.2rem 0 0.2rem 1.25rem;
  border-inline-start: 4px solid var(--accent);
}

.pull-quote blockquote {
  margin: 0;
}

.pull-quote blockquote p {
  margin: 0;
  font: 500 1.5rem/1.4 var(--display);
  text-wrap: pretty;
}

.pull-quote figcaption {
  margin-top: 0.6rem;
  font: 0.875rem/1.5 var(--sans);
  color: var(--soft);
}

.box {
  margin: 2rem 0;
  padding: 1.1rem 1.25rem 1.2rem;
  background: var(--tint);
  border-top: 3px solid var(--accent);
  font: 0.9688rem/1.6 var(--sans);
}

.box > :is(h2, h3, h4) {
  margin: 0 0 0.5rem;
  font: 700 1.0625rem/1.4 var(--sans);
}

.box p {
  margin: 0 0 0.6em;
}

.box p:last-child {
  margin-bottom: 0;
}

sup,
sub {
  line-height: 0;
  font-size: 0.72em;
}

.story .closing {
  margin-top: 1.8em;
  font-style: italic;
}

.signature {
  display: flow-root;
  clear: both;
  margin-bottom: 2.5rem;
}

.signature .byline {
  margin: 0;
  font: 700 1rem/1.5 var(--sans);
  text-align: end;
}

.comments,
.teasers {
  clear: both;
  padding-block: 1.4rem 1.6rem;
  border-top: 1px solid var(--rule);
}

:is(.comments, .teasers) h2 {
  margin: 0 0 0.7rem;
  font: 700 1.0625rem/1.4 var(--sans);
}

.comments-slot p {
  margin: 0;
  font: 0.9375rem/1.6 var(--sans);
  color: var(--soft);
}

.teaser h3 {
  margin: 0 0 0.35rem;
  font: 700 1.25rem/1.35 var(--display);
}

.teaser p {
  margin: 0;
  font-size: 1.0313rem;
  line-height: 1.6;
  color: var(--soft);
}

.teaser + .teaser {
  margin-top: 1.25rem;
}

@media (min-width: 48rem) {
  .photo.side {
    float: inline-end;
    width: 19rem;
    margin: 0.4rem 0 1rem 1.75rem;
  }
}

@media (min-width: 64rem) {
  .photo.wide {
    width: 60rem;
    margin-inline: -9rem;
  }

  .photo.wide figcaption {
    max-width: 42rem;
    margin-inline: auto;
  }

  .photo.side {
    margin-inline-end: -6rem;
  }
}

@media print {
  :root {
    --paper: #fff;
    --ink: #000;
    --soft: #444;
    --rule: #999;
    --accent: #000;
    --tint: #fff;
  }

  @page {
    margin: 18mm 20mm;
  }

  body {
    font-size: 10.5pt;
    line-height: 1.45;
  }

  .masthead,
  main {
    padding-inline: 0;
  }

  h1 {
    font-size: 22pt;
  }

  .sapo {
    font-size: 12pt;
  }

  .question,
  .box {
    font-size: 10.5pt;
  }

  .photo.side {
    float: inline-end;
    width: 62mm;
    margin: 1mm 0 4mm 6mm;
  }

  .photo.wide {
    width: auto;
    margin-inline: 0;
  }

  .photo img {
    max-height: 110mm;
    object-fit: contain;
    object-position: left top;
  }

  h1,
  h2,
  h3,
  h4 {
    break-after: avoid;
    break-inside: avoid;
  }

  figure,
  .box {
    break-inside: avoid;
  }

  .story p,
  .story li {
    break-inside: avoid;
  }

  .box {
    border: 0.5pt solid #000;
  }

  .comments,
  .teasers {
    display: none;
  }

  a {
    text-decoration: none;
  }
}
`;
