import type { Annotation, Link } from '../annotation/annotation.ts'
import { annotate } from '../annotation/drawn.laws.ts'
import { Layer } from '../annotation/layer.ts'
import type { Block, Zone } from '../article/article.ts'
import type { Codebook } from '../codebook/codebook.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { Findings } from './findings.ts'
import { type Finding, type Register, unknownRegister } from './rule.ts'
import { fixesOf } from './rules.ts'

/** Words of the text that are annotated: the tag, and what else is said of them. */
export type Given = readonly [words: string, tag: string, more?: Partial<Annotation>]

interface Rest {
  readonly links?: readonly Link[]
  readonly codebook?: Codebook
  readonly register?: Register
  readonly zone?: Zone
}

/** Test ground: a text of one block a line, with annotations by their words, whose ids are those words. The same words given again are those further on. */
export function givenFindings(text: string, given: readonly Given[] = [], rest: Rest = {}) {
  const { links = [], codebook = defaultCodebook, register = unknownRegister, zone = 'body' } = rest
  const annotations = given.map(([words, tag, more], i) => {
    const before = given.slice(0, i).filter(one => one[0] === words).length
    const start = placeOf(text, words, before)
    const id = before === 0 ? words : `${words} ${before + 1}`
    return annotate(text, { start, end: start + words.length }, { id, tag, ...more })
  })
  const layer = new Layer({ annotations, links })
  const findings = new Findings({ text, blocks: blocksOf(text, zone), layer, codebook, register })
  const settled = () => {
    findings.work(() => false)
    return findings.order.all
  }
  return {
    findings,
    layer,
    settled,
    /** Each finding as its rule and its words. */
    told: () => settled().map(({ rule, place }) => `${rule}: ${text.slice(place.start, place.end)}`),
    /** Those of one rule, by their words. */
    of: (rule: string) =>
      settled().flatMap(one => (one.rule === rule ? [text.slice(one.place.start, one.place.end)] : [])),
    /** Does the way out of that place in the list, and keeps the findings up. */
    fix(rule: string, at = 0): void {
      const finding: Finding = settled().find(one => one.rule === rule)!
      const fix = fixesOf(findings.view, finding)[at]!
      if (fix.kind !== 'edit') throw new TypeError(`${rule} has no edit there but ${fix.kind}`)
      const edit = fix.edit('2031-03-09T00:00:00.000Z')
      findings.follow(edit, layer.apply(edit))
    },
    fixes: (rule: string) => fixesOf(findings.view, settled().find(one => one.rule === rule)!),
  }
}

function placeOf(text: string, words: string, before: number): number {
  let at = text.indexOf(words)
  for (let i = 0; i < before; i++) at = text.indexOf(words, at + 1)
  return at
}

/** One block a line. */
export function blocksOf(text: string, zone: Zone = 'body'): Block[] {
  let start = 0
  return text.split(/(?<=\n)/).map(line => {
    const block: Block = { start, end: start + line.length, zone, by: 'reader' }
    start = block.end
    return block
  })
}
