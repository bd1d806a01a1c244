/**
 * The part of the page's script that pours the story into columns of unequal depth, counted in rows of the grid:
 * no less than two lines of a text at the foot or head of a column, a question never parted from its answer,
 * thanks and byline never alone.
 */
export const POUR = String.raw`
#let flow-kinds = (
  paragraph: (role: "text", justify: true, indent: 3mm),
  answer: (role: "text", justify: true, indent: 3mm),
  question: (role: "question", above: 1, keep: true),
  long-subhead: (role: "byline", above: 1, keep: true),
  item: (role: "text", justify: true, inset: 3.6mm),
  quote: (role: "closing", justify: true, inset: 3mm, above: 1, below: 1),
  box-heading: (role: "boxHeading", inset: 2.4mm, right: 2.4mm, tint: true, keep: true),
  box-text: (role: "box", justify: true, inset: 2.4mm, right: 2.4mm, tint: true),
  closing: (role: "closing", justify: true, indent: 3mm, stuck: true),
  byline: (role: "byline", align: right, stuck: true),
)
#let setting = (role: "text", justify: false, indent: 0pt, inset: 0pt, right: 0pt, align: left, above: 0, below: 0, keep: false, whole: false, stuck: false, tint: false)

#let set-flow(piece, words, start: true, pinned: false) = on-grid(piece.role, justify: piece.justify, block(
  width: 100%, inset: (left: piece.inset, right: piece.right), breakable: false,
  align(piece.align, {
    if start and "marker" in piece { place(dx: -piece.inset, text(piece.marker)) }
    if start and piece.indent != 0pt { h(piece.indent) }
    inline(words)
    if pinned { linebreak(justify: true) }
  }),
))
#let rows-high(body, width: column) = calc.ceil((measure(width: width, body).height - 0.5pt) / row)

#let flow-piece(entry) = {
  let piece = setting + flow-kinds.at(entry.k) + entry
  let words = words-of(entry.t)
  let rows = calc.max(1, rows-high(set-flow(piece, words)))
  // Ragged lines of a question are drawn in as far as that costs no line: no single word is left on the last one.
  if piece.k == "question" and rows > 1 {
    for right in (14mm, 10mm, 7mm, 4mm, 2mm) {
      if rows-high(set-flow(piece + (right: right), words)) == rows {
        piece.right = right
        break
      }
    }
  }
  piece + (flow: true, words: words, rows: rows, start: true, pinned: false)
}
#let fixed-piece(kind, body, above: 1, below: 1) = setting + (k: kind, flow: false, body: body, rows: rows-high(body), above: above, below: below)

// The first lines of a text, at most n, and the rest.
#let part(piece, n) = {
  let ends = range(1, piece.words.len()).filter(i => piece.words.at(i - 1).at(1).ends-with(" "))
  let fits(count) = rows-high(set-flow(piece, piece.words.slice(0, count), start: piece.start, pinned: true)) <= n
  let low = 0
  // No line of a column holds forty words: a long text need not be measured whole for each of its parts.
  let high = calc.min(ends.len(), n * 40 + 8)
  while low < high {
    let middle = calc.quo(low + high, 2)
    if fits(ends.at(middle)) { low = middle + 1 } else { high = middle }
  }
  if low == 0 { return none }
  let at = ends.at(low - 1)
  let rest = piece.words.slice(at)
  (
    piece + (words: piece.words.slice(0, at), rows: n, pinned: true, below: 0),
    piece + (words: rest, rows: rows-high(set-flow(piece, rest, start: false)), start: false, above: 0),
  )
}

#let following(pieces, i) = {
  let rows = 0
  while i < pieces.len() and pieces.at(i).stuck {
    rows += pieces.at(i).above + pieces.at(i).rows
    i += 1
  }
  rows
}
#let least(pieces, i) = {
  if i >= pieces.len() { return 0 }
  let piece = pieces.at(i)
  piece.above + if piece.keep { piece.rows + least(pieces, i + 1) } else if piece.flow and not piece.whole and piece.rows > 3 { 2 } else { piece.rows }
}

// Slots: where a column is free, (x, y, rows). With force, what fits nowhere is put at the head of a full column all the same.
#let pour(pieces, slots, force: 0) = {
  let placed = ()
  let i = 0
  let s = 0
  let y = 0
  let below = 0
  while i < pieces.len() and s < slots.len() {
    let piece = pieces.at(i)
    let slot = slots.at(s)
    let gap = if y == 0 { 0 } else { calc.max(piece.above, below) }
    let free = slot.rows - y - gap
    let wanted = piece.rows + following(pieces, i + 1) + if piece.keep { least(pieces, i + 1) } else { 0 }
    let forced = y == 0 and force > 0 and slot.rows >= force
    let halves = none
    if wanted > free and not (forced and piece.rows <= free) and piece.flow {
      let take = calc.min(free, piece.rows - 2)
      if forced { take = free }
      if forced or (not piece.keep and not piece.whole and take >= 2) { halves = part(piece, take) }
    }
    if halves != none {
      let (head, rest) = halves
      placed.push((slot: s, y: y + gap, piece: head))
      pieces.at(i) = rest
      s += 1
      y = 0
      below = 0
    } else if wanted <= free or forced {
      placed.push((slot: s, y: y + gap, piece: piece))
      y += gap + piece.rows
      below = piece.below
      i += 1
    } else {
      s += 1
      y = 0
      below = 0
    }
  }
  (placed: placed, rest: pieces.slice(i))
}
`;
