import type { Span } from '../../annotation/span.ts'
import type { Tag } from '../../codebook/codebook.ts'
import type { DatasetAnnotation, DatasetArticle } from '../../dataset/dataset.ts'
import { words as en } from '../../words/words.ts'
import { zoneStretches } from '../zoneStretches.ts'
import { htmlElement, htmlWords } from './html.ts'
import { classOf, DEPTHS } from './style.ts'

/** An annotation with the number that it goes by on its page, counted from 1. */
export interface Numbered {
  readonly number: number
  readonly one: DatasetAnnotation
}

/** A span of an annotation, how deep it is underlined, and what of the annotation it is. */
interface Marked extends Span {
  readonly number: number
  readonly tag: string
  readonly depth: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/**
 * An article's text as HTML, zone by zone, with its annotations marked. Where
 * spans meet, marks lie within one another in pieces, so that none is cut off
 * by another; a piece knows whether its annotation begins or ends with it.
 */
export function markedText(
  article: DatasetArticle,
  annotations: readonly Numbered[],
  tags: readonly Tag[],
  prefix: string,
): string {
  const { text } = article
  const marks = marksOf(annotations, tags)
  const out: string[] = []
  let next = 0
  let open: Marked[] = []
  for (const { start, end, zone } of zoneStretches(article)) {
    const cuts = new Set([start, end])
    for (const { end: close } of open) if (close < end) cuts.add(close)
    const inside = [...open]
    for (; next < marks.length && marks[next]!.start < end; next++) {
      const mark = marks[next]!
      inside.push(mark)
      cuts.add(Math.max(mark.start, start))
      if (mark.end < end) cuts.add(mark.end)
    }
    const places = [...cuts].sort((one, other) => one - other)
    let begun = 0
    let over: Marked[] = []
    const pieces = places.slice(1).map((to, i) => {
      const from = places[i]!
      over = over.filter(mark => mark.end > from)
      for (; begun < inside.length && inside[begun]!.start <= from; begun++) over.push(inside[begun]!)
      return piece(text, { start: from, end: to }, over, { tags, prefix })
    })
    out.push(htmlElement('div', { class: zone === null ? 'text' : `text ${zone}`, dir: 'auto' }, ...pieces))
    open = inside.filter(({ end: close }) => close > end)
  }
  return out.join('\n')
}

/** By where they begin, longer ones first; each in the first depth that is free there. */
function marksOf(annotations: readonly Numbered[], tags: readonly Tag[]): Marked[] {
  // Only lines lie below one another; what stands between braces needs no room there.
  const braced = new Set(tags.filter(({ mark }) => mark === 'brace').map(({ id }) => id))
  const spans = annotations
    .flatMap(({ number, one }) =>
      one.spans.map(({ start, end }, i) => ({
        ...{ start, end, number, tag: one.tag },
        isFirst: i === 0,
        isLast: i === one.spans.length - 1,
      })),
    )
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start || other.end - one.end || one.number - other.number)
  const free = new Array<number>(DEPTHS).fill(0)
  return spans.map(span => {
    if (braced.has(span.tag)) return { ...span, depth: 0 }
    const depth = free.findIndex(end => end <= span.start)
    const taken = depth < 0 ? DEPTHS - 1 : depth
    free[taken] = Math.max(free[taken]!, span.end)
    return { ...span, depth: taken }
  })
}

interface Look {
  readonly tags: readonly Tag[]
  readonly prefix: string
}

/** `over`: the marks that lie over all of it, by where they begin. */
function piece(text: string, { start, end }: Span, over: readonly Marked[], { tags, prefix }: Look): string {
  let html = htmlWords(text.slice(start, end))
  // The last to begin lies innermost.
  for (const { number, tag, depth, isFirst, isLast, ...span } of [...over].reverse()) {
    const [begins, ends] = [span.start === start, span.end === end]
    const name = tags.find(({ id }) => id === tag)?.label ?? tag
    const label = en.htmlCopy.mark(name, number)
    const look = `m ${classOf(tags, tag)} d${depth}${begins ? ' b' : ''}${ends ? ' e' : ''}`
    const id = begins && isFirst ? `${prefix}m${number}` : undefined
    html = htmlElement('span', { class: look, id, title: label }, html)
    if (ends && isLast)
      html += htmlElement(
        'a',
        { class: `n ${classOf(tags, tag)}`, href: `#${prefix}a${number}`, 'aria-label': label },
        String(number),
      )
  }
  return html
}
