/** The part of the page's script that plans each page in rows of the grid and draws it. */
export const MAKE_PAGES = String.raw`
#let draw-slots(slots, placed) = {
  for (s, slot) in slots.enumerate() {
    let mine = placed.filter(p => p.slot == s)
    // One tint under all neighbouring pieces of a box: two tints that meet would show a hairline.
    let from = none
    let to = 0
    for p in mine + ((y: -1, piece: (tint: true, rows: 0)),) {
      if p.piece.tint and from != none and p.y == to { to = p.y + p.piece.rows } else {
        if from != none { at(slot.x, slot.y + from - 0.4, pdf.artifact(rect(width: column, height: (to - from + 0.8) * row, fill: tint, stroke: (top: 1pt + K)))) }
        from = if p.piece.tint and p.y >= 0 { p.y }
        to = p.y + p.piece.rows
      }
    }
    for p in mine {
      at(slot.x, slot.y + p.y, width: column, if p.piece.flow {
        set-flow(p.piece, p.piece.words, start: p.piece.start, pinned: p.piece.pinned)
      } else { block(width: 100%, height: p.piece.rows * row, align((pullQuote: horizon, subhead: bottom).at(p.piece.k, default: top), p.piece.body)) })
    }
  }
}
#let bottom-of(slots, placed, c) = calc.max(0, ..placed.filter(p => slots.at(p.slot).c == c).map(p => slots.at(p.slot).y + p.y + p.piece.rows))
// Column rules: beside every gutter that nothing crosses, and no longer than the text.
#let draw-rules(slots, placed, crossed) = for c in range(1, columns) {
  let from = crossed.at(c - 1)
  let to = calc.max(bottom-of(slots, placed, c - 1), bottom-of(slots, placed, c))
  if to > from { at(c * (column + gutter) - gutter / 2, from, pdf.artifact(line(angle: 90deg, length: (to - from) * row - 2pt, stroke: hair, start: (0pt, 2pt)))) }
}
#let slots-for(tops, depths) = range(columns).map(c => (c: c, x: c * (column + gutter), y: tops.at(c), rows: depths.at(c) - tops.at(c))).filter(s => s.rows >= 2)

// One page the pieces, the rows where each column starts, wide pictures for the foot.
#let plan-page(pieces, tops, crossed, foot, end) = {
  // Pictures at the foot, from the right, as long as there are columns left.
  let feet = (0,) * columns
  let hung = ()
  let right = columns
  for photo in foot {
    right -= photo.span
    let rows = rows-high(set-photo(photo, photo.span), width: width-of(photo.span)) + 1
    for c in range(right, right + photo.span) { feet.at(c) = rows }
    hung.push((photo: photo, c: right, rows: rows))
  }
  let slots-at(depth) = slots-for(tops, range(columns).map(c => depth - feet.at(c)))
  let total = pieces.map(p => p.rows + p.above).sum(default: 0)
  let depth = calc.max(..range(columns).map(c => tops.at(c) + feet.at(c)), calc.floor((total + tops.sum() + feet.sum()) / columns))
  let done = none
  while depth <= end {
    let slots = slots-at(depth)
    let poured = pour(pieces, slots)
    if poured.rest.len() == 0 {
      done = (slots: slots, ..poured)
      break
    }
    depth += 1
  }
  if done == none {
    depth = end
    let slots = slots-at(end)
    done = (slots: slots, ..pour(pieces, slots, force: calc.max(..slots.map(s => s.rows))))
  }
  (depth: depth, crossed: crossed, hung: hung, ..done)
}


#let draw-page(plan) = {
  draw-slots(plan.slots, plan.placed)
  for h in plan.hung {
    at(h.c * (column + gutter), plan.depth - h.rows + 1, width: width-of(h.photo.span), set-photo(h.photo, h.photo.span))
  }
  draw-rules(plan.slots, plan.placed, plan.crossed)
}

#let sheet(number, body) = block(width: 100%, height: 100%, {
  folio(number)
  body
})

#let teaser-pieces() = (flow-piece((k: "box-heading", above: 2, t: (("b", related),))),) + teasers.map(t => (
  flow-piece((k: "box-text", indent: 0pt, justify: false, t: t.label + (" ",) + t.heading.map(r => if type(r) == str { ("b", r) } else { ("b" + r.at(0), r.at(1)) }))),
  flow-piece((k: "box-text", t: t.text)),
)).flatten()

#let all-pages() = {
  let pieces = story.map(entry => if entry.k == "photo" { fixed-piece(entry.k, set-photo(entry, 1)) }
    else if entry.k == "pullQuote" { fixed-piece(entry.k, set-quote(entry)) }
    else if entry.k == "subhead" { fixed-piece(entry.k, set-subhead(entry), below: 0) + (keep: true) }
    else { flow-piece(entry) })
  let y = 2.6
  let front = ()
  if kicker.len() > 0 {
    let shown = block(width: page-width, { set text(..role("kicker"), fill: accent, top-edge: 0.9em, bottom-edge: -0.3em); set par(leading: 0pt); runs(kicker) })
    front.push((0pt, y, page-width, shown))
    y += measure(width: page-width, shown).height / row + 0.4
  }
  if headline.len() > 0 {
    let shown = fit-headline(words-of(headline), page-width)
    front.push((0pt, y, page-width, shown))
    y += measure(width: page-width, shown).height / row
  }
  let head = calc.ceil(y + 0.8)
  let tops = (head,) * columns
  let crossed = tops
  let beside = if lead != none { calc.max(1, columns - lead.span) } else { columns }
  let span = beside
  if lead != none and lead.span == columns {
    front.push((0pt, head, page-width, set-photo(lead, columns)))
    head += rows-high(set-photo(lead, columns), width: page-width) + 1
    tops = (head,) * columns
    crossed = tops
    span = 2
  } else if lead != none {
    let rows = rows-high(set-photo(lead, lead.span), width: width-of(lead.span)) + 1
    for c in range(span, span + lead.span) {
      tops.at(c) += rows
      if c > span { crossed.at(c - 1) += rows }
    }
  }
  if standfirst.len() > 0 {
    let shown = set-standfirst(standfirst, width-of(span) - 2mm)
    front.push((0pt, head, width-of(span), shown))
    let rows = rows-high(shown, width: width-of(span)) + 1
    for c in range(span) {
      tops.at(c) += rows
      if c > 0 { crossed.at(c - 1) += rows }
    }
  }
  if lead != none and lead.span < columns { front.push((span * (column + gutter), head, width-of(lead.span), set-photo(lead, lead.span))) }
  let related-box = set-teasers(page-width)
  let related-rows = rows-high(related-box, width: page-width)
  let has-room(plan) = plan.depth + 2 + related-rows <= total-rows
  // Without room at the foot the teasers follow the byline in the column.
  let with-teasers(plan, again) = if teasers.len() == 0 or plan.rest.len() > 0 or has-room(plan) { plan } else { again(teaser-pieces()) + (told: true) }
  let finish(plan) = if teasers.len() > 0 and plan.rest.len() == 0 and not plan.at("told", default: false) {
    at(0pt, plan.depth + 2, width: page-width, related-box)
  }
  let number = first-page
  let first(more) = plan-page(pieces + more, tops, crossed, feet, total-rows)
  let plan = with-teasers(first(()), first)
  sheet(number, {
    for (x, y, width, body) in front { at(x, y, width: width, body) }
    draw-page(plan)
    finish(plan)
  })
  while plan.rest.len() > 0 {
    let told = plan.at("told", default: false)
    let rest = plan.rest
    let top = 5
    let next(more) = plan-page(rest + more, (top,) * columns, (top,) * columns, (), total-rows)
    plan = if told { next(()) + (told: true) } else { with-teasers(next(()), next) }
    pagebreak()
    sheet(number + 1, {
      at(0pt, 2.4, width: page-width, {
        set text(..role("kicker"), top-edge: 0.9em, bottom-edge: -0.3em)
        block(width: 100%, height: 1.6 * row, clip: true, runs(headline) + h(2mm) + text(weight: 400, style: "italic", continued.at(0) + str(number) + continued.at(1)))
      })
      draw-page(plan)
      finish(plan)
    })
    number += 1
  }
}
`;
