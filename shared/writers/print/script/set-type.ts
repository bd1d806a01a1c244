/**
 * The part of the page's script that sets type: faces, one line of text on the grid, runs with their marks.
 * Line boxes have fixed edges, so that a line is one row high whatever face, size or raised figure stands in it.
 */
export const SET_TYPE = String.raw`
#let K = cmyk(0%, 0%, 0%, 100%)
#let grey = cmyk(0%, 0%, 0%, 62%)
#let tint = cmyk(0%, 0%, 0%, 9%)
#let accent = cmyk(0%, 100%, 95%, 8%)
#let hair = 0.4pt + K
#let faces = (
  text: (font: ("Source Serif 4", "Noto Serif"), stretch: 100%),
  headline: (font: ("Playfair Display", "Noto Serif"), stretch: 100%),
  sans: (font: ("Barlow", "Noto Serif"), stretch: 75%),
)
#set text(number-type: "lining")
#let line-edges = (top-edge: baseline, bottom-edge: baseline - row)
#let role(name) = {
  let t = scale.at(name)
  (..faces.at(t.face), size: t.size, weight: t.weight, style: if t.italic { "italic" } else { "normal" })
}
#let raised(shift, s) = text(size: 0.64em, baseline: shift, top-edge: "baseline", bottom-edge: "baseline", s)
#let end-mark = h(1.2mm) + box(rect(width: 4.6pt, height: 4.6pt, fill: K, stroke: none))
// A box stands on its lower edge, which lies below the baseline of the line around it.
#let unbroken(body) = context box(baseline: if type(text.bottom-edge) == length { -text.bottom-edge } else { 0pt }, body)
#let styled(style, s) = {
  let out = text(s)
  if style.contains("n") { out = unbroken(out) }
  if style.contains("^") { out = raised(-0.42em, s) }
  if style.contains("_") { out = raised(0.18em, s) }
  if style.contains("b") { out = text(weight: 700, out) }
  if style.contains("i") { out = emph(out) }
  if style.contains("u") { out = text(fill: accent, out) }
  if style.contains("e") { out = end-mark }
  out
}
// Words with the space that follows them, so that a text can be parted between any two.
#let words-of(runs) = {
  let out = ()
  for run in runs {
    let (style, s) = if type(run) == str { ("", run) } else { run }
    if style.contains("n") or s == "" { out.push((style, s)) } else {
      let parts = s.split(" ")
      for (i, part) in parts.enumerate() {
        if i + 1 < parts.len() { out.push((style, part + " ")) } else if part != "" { out.push((style, part)) }
      }
    }
  }
  out
}
#let inline(words) = {
  let style = none
  let s = ""
  for (next, word) in words {
    if style != none and next != style {
      styled(style, s)
      s = ""
    }
    style = next
    s += word
  }
  if style != none { styled(style, s) }
}
#let runs(r) = inline(words-of(r))
#let on-grid(name, body, justify: false) = {
  set text(..role(name), ..line-edges, costs: (runt: 300%))
  set par(leading: 0pt, spacing: 0pt, justify: justify, linebreaks: "optimized", justification-limits: (spacing: (min: 72%, max: 150%), tracking: (min: -0.012em, max: 0.02em)))
  body
}
`;
