import { indexAt, overlaps, type Span } from '../annotation/span.ts'
import { isOffered } from '../codebook/offered.ts'
import { isAttributed } from './claimWithoutSource.ts'
import type { Rule, View } from './rule.ts'

/** So few words in quotation marks are a name or a doubt, seldom a statement. */
const FEWEST_WORDS = 3
/** Where nobody puts spaces between words. */
const FEWEST_CHARACTERS = 8

/** Somebody is quoted, and less than half of what they say is tagged as a claim. Boilerplate quotes nobody. */
export const quotationWithoutClaim: Rule = {
  id: 'quotation-without-claim',
  subject: 'quotation',
  find(view, subject) {
    const [block, at] = subject.split(':').map(Number) as [number, number]
    const quotation = view.quotationsIn(block)[at]
    if (!quotation || view.blocks[block]?.zone === 'boilerplate') return []
    const tags = claimTags(view)
    if (tags.length === 0 || !saysSomething(view.text, quotation.inner) || isCovered(view, quotation.inner, tags))
      return []
    return [
      {
        key: `quotation-without-claim/${quotation.start}-${quotation.end}`,
        rule: 'quotation-without-claim',
        place: { start: quotation.start, end: quotation.end },
      },
    ]
  },
  fixes: (view, { place }) => {
    const [tag] = claimTags(view)
    const block = view.quotationsIn(indexAt(view.blocks, place.start))
    const quotation = block.find(({ start, end }) => start === place.start && end === place.end)
    return tag === undefined || !quotation ? [] : [{ kind: 'tag', tag, words: quotation.inner }]
  },
}

function claimTags({ codebook }: View): string[] {
  return codebook.tags.filter(tag => isOffered(tag) && isAttributed({ codebook }, tag.id)).map(tag => tag.id)
}

function saysSomething(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words)) {
    return words.length >= FEWEST_CHARACTERS
  }
  return (words.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0) >= FEWEST_WORDS
}

/** Whether at least half of what is said stands in claims. */
function isCovered({ layer }: View, said: Span, tags: readonly string[]): boolean {
  const parts = layer
    .touching(said)
    .filter(({ tag }) => tags.includes(tag))
    .flatMap(({ spans }) => spans.filter(span => overlaps(span, said)))
    .sort((one, other) => one.start - other.start)
  let covered = 0
  let reached = said.start
  for (const { start, end } of parts) {
    const from = Math.max(start, reached)
    const to = Math.min(end, said.end)
    if (to > from) covered += to - from
    reached = Math.max(reached, to)
  }
  return covered * 2 >= said.end - said.start
}

/** Keys of the quotations that a span touches. */
export function quotationsTouching(view: Pick<View, 'blocks' | 'quotationsIn'>, span: Span): string[] {
  const keys: string[] = []
  const last = indexAt(view.blocks, span.end - 1)
  for (let block = indexAt(view.blocks, span.start); block >= 0 && block <= last; block++) {
    view.quotationsIn(block).forEach((quotation, at) => {
      if (overlaps(quotation, span)) keys.push(`${block}:${at}`)
    })
  }
  return keys
}
