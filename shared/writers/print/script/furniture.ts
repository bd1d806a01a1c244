/** The part of the page's script that makes what stands around the text: headline, pictures, quotes, folio, teasers. */
export const FURNITURE = String.raw`
#let width-of(span) = span * column + (span - 1) * gutter
#let at(x, y, body, width: auto) = place(top + left, dx: x, dy: y * row, box(width: width, body))

// Ragged text in the narrowest measure that needs no further line: no single word is left on the last one.
#let balanced(width, body) = {
  let high = measure(width: width, body).height + 0.1pt
  let narrow = width * 0.7
  let wide = width
  for _ in range(6) {
    let middle = (narrow + wide) / 2
    if measure(width: middle, body).height > high { narrow = middle } else { wide = middle }
  }
  block(width: wide, body)
}

// The largest size at which the headline fills its lines: of all ways to part it, the one with the shortest longest line.
#let fit-headline(words, width) = {
  let shape(s, size) = text(..faces.headline, weight: headline-size.weight, size: size, hyphenate: false, s)
  let plain = words.map(((_, s)) => s)
  let long(from, to) = measure(shape(plain.slice(from, to).join("").trim(), 100pt)).width
  let n = plain.len()
  let size-for(length) = calc.min(headline-size.most, width / length * 99pt)
  // A line that ends with a comma reads better than a fuller one: it may be a fifth longer.
  let cost(length, to) = length * if to < n and plain.at(to - 1).trim().ends-with(regex("[,;:.–-]")) { 0.8 } else { 1 }
  let best(from, lines) = {
    if lines == 1 { return (cost: long(from, n), longest: long(from, n), cuts: ()) }
    let found = none
    for to in range(from + 1, n - lines + 2) {
      let first = long(from, to)
      if found != none and first * 0.8 > found.cost { break }
      let rest = best(to, lines - 1)
      let total = calc.max(cost(first, to), rest.cost)
      if found == none or total < found.cost { found = (cost: total, longest: calc.max(first, rest.longest), cuts: (to,) + rest.cuts) }
    }
    found
  }
  let choice = none
  for lines in range(1, calc.min(3, calc.max(n, 1)) + 1) {
    if n > 40 { break }
    let found = best(0, lines)
    choice = (size: size-for(found.longest), cuts: found.cuts)
    if choice.size >= (40pt, 27pt, 0pt).at(lines - 1) { break }
  }
  if choice == none or choice.size < headline-size.least { choice = (size: headline-size.least, cuts: ()) }
  let (size, cuts) = choice
  let lines = ((0,) + cuts).zip(cuts + (n,)).map(((from, to)) => words.slice(from, to))
  // The look is set inside the heading, whose own size would multiply ours.
  block(width: width, heading(level: 1, {
    set text(..faces.headline, weight: headline-size.weight, size: size, hyphenate: false, top-edge: 0.88em, bottom-edge: -0.24em)
    set par(leading: 0pt, justify: false)
    lines.map(inline).join(linebreak())
  }))
}

#let set-standfirst(r, width) = balanced(width, {
  set text(..role(if width > 2.5 * column { "standfirstWide" } else { "standfirst" }), hyphenate: false, top-edge: 0.92em, bottom-edge: 0.92em - 1.5 * row)
  set par(leading: 0pt, justify: false)
  runs(r)
})

#let caption-of(photo) = {
  runs(photo.caption)
  if photo.credit.len() > 0 {
    h(2mm) + h(1fr) + unbroken(text(..role("credit"), runs(photo.credit)))
  }
}
// The picture's head stands level with the small letters beside it, its foot on a baseline.
#let picture-inset = 2.4pt
#let picture-rows(photo, span) = calc.max(3, calc.round((width-of(span) * photo.ratio + picture-inset) / row))
#let set-photo(photo, span) = block(width: width-of(span), {
  let high = picture-rows(photo, span) * row - picture-inset
  v(picture-inset)
  if photo.path != none { image(photo.path, width: 100%, height: high, fit: "cover", alt: photo.alt) } else {
    block(width: 100%, height: high, fill: tint, align(center + horizon, text(..role("caption"), fill: grey, photo-missing)))
  }
  if photo.caption.len() + photo.credit.len() > 0 {
    block(above: 0.25 * row, below: 0pt, on-grid("caption", caption-of(photo)))
  }
})

#let set-quote(entry) = block(width: 100%, {
  line(length: 100%, stroke: 1.2pt + accent)
  block(above: 0.45 * row, below: 0pt, balanced(column, {
    set text(..role("pullQuote"), fill: accent, hyphenate: false, top-edge: 0.9em, bottom-edge: -0.3em)
    set par(leading: 0pt, justify: false)
    runs(entry.quote)
  }))
  if entry.attribution.len() > 0 { block(above: 0.3 * row, below: 0pt, on-grid("attribution", runs(entry.attribution))) }
  v(0.5 * row, weak: false)
  line(length: 100%, stroke: 0.4pt + accent)
})

#let set-subhead(entry) = balanced(column, heading(level: 2, {
  set text(..role("subhead"), hyphenate: false, top-edge: 0.86em, bottom-edge: -0.29em)
  set par(leading: 0pt, justify: false)
  runs(entry.t)
}))

#let folio(number) = pdf.artifact(kind: "header", {
  set text(..role("folio"), top-edge: "cap-height", bottom-edge: "baseline")
  at(0pt, 0, width: page-width, grid(
    columns: (1fr, auto, 1fr), align: (left + bottom, center + bottom, right + bottom),
    text(weight: 700, size: 13pt, str(number)) + h(2.2mm) + runs(paper), text(weight: 700, runs(section)), runs(date),
  ))
  at(0pt, 1.35, width: page-width, line(length: 100%, stroke: 1pt + K))
})

#let set-teasers(width) = if teasers.len() > 0 {
  block(width: width, inset: (x: 3mm, y: 0.6 * row), stroke: (top: 1.2pt + K, bottom: hair), fill: tint, {
    on-grid("boxHeading", text(fill: accent, related))
    for teaser in teasers {
      block(above: 0.4 * row, below: 0pt, grid(columns: (1fr, 1.5fr), column-gutter: gutter, {
        set text(..faces.headline, weight: 700, size: 15pt, hyphenate: false, top-edge: 0.9em, bottom-edge: -0.3em)
        set par(leading: 0pt, justify: false)
        if teaser.label.len() > 0 { text(..faces.sans, size: 10.4pt, weight: 500, fill: grey, runs(teaser.label)) + h(1.6mm) }
        runs(teaser.heading)
      }, on-grid("text", justify: true, runs(teaser.text))))
    }
  })
}
`;
