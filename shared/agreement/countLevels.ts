import type { ComparedMatch } from './differences.ts'
import type { Levels, Share, Tally } from './levels.ts'
import type { Readied } from './readied.ts'
import type { StatementParts } from './statement.ts'

/** What was matched, counted level by level, by tag. Without tokens, which aren't matched. */
export function countLevels(
  matches: readonly ComparedMatch[],
  onlyA: readonly Readied[],
  onlyB: readonly Readied[],
  parts: StatementParts,
): Map<string, Counter> {
  const counters = new Map<string, Counter>()
  const of = (tag: string) => {
    let known = counters.get(tag)
    if (!known) {
      known = new Counter(parts.tags.includes(tag))
      counters.set(tag, known)
    }
    return known
  }
  for (const match of matches) {
    if (match.isSameTag) of(match.a.annotation.tag).found(match, parts)
    else {
      of(match.a.annotation.tag).missed('onlyA', match.a)
      of(match.b.annotation.tag).missed('onlyB', match.b)
    }
  }
  for (const one of onlyA) of(one.annotation.tag).missed('onlyA', one)
  for (const one of onlyB) of(one.annotation.tag).missed('onlyB', one)
  return counters
}

type Counts = { -readonly [K in keyof Tally]: number }
type Portion = { -readonly [K in keyof Share]: number }
type Side = 'onlyA' | 'onlyB'

const counts = (): Counts => ({ both: 0, onlyA: 0, onlyB: 0 })
const portion = (): Portion => ({ same: 0, of: 0 })

/** The levels of one tag while they are counted. */
export class Counter {
  private readonly isStatement: boolean
  private readonly levels = {
    ...{ found: counts(), exact: counts(), tokens: counts(), links: counts(), statement: counts() },
    ...{ extent: portion(), attributes: portion(), entity: portion() },
    byAttribute: new Map<string, Portion>(),
    byLink: new Map<string, Counts>(),
  }

  /** `isStatement`: annotations of the tag are statements. */
  constructor(isStatement: boolean) {
    this.isStatement = isStatement
  }

  /** Two of this tag. */
  found(match: ComparedMatch, { polarity }: StatementParts): void {
    const { a, b, isSamePlace, differences, asked } = match
    const { levels } = this
    levels.found.both++
    if (isSamePlace) levels.exact.both++
    else this.apart('exact')
    add(levels.extent, isSamePlace)
    if (asked.length > 0) add(levels.attributes, !differences.some(({ kind }) => kind === 'attribute'))
    for (const { question, isSame } of asked) {
      const known = levels.byAttribute.get(question) ?? portion()
      levels.byAttribute.set(question, known)
      add(known, isSame)
    }
    if (a.annotation.entity !== undefined || b.annotation.entity !== undefined)
      add(levels.entity, a.annotation.entity === b.annotation.entity)
    this.linked(match)
    if (!this.isStatement) return
    const isOther = differences.some(
      one =>
        ((one.kind === 'source' || one.kind === 'event') && one.attribute === undefined) ||
        (one.kind === 'attribute' && polarity.includes(one.attribute)),
    )
    if (!isOther) levels.statement.both++
    else this.apart('statement')
  }

  /** One of this tag that only one layer has, or has with this tag; its links are its alone as well. */
  missed(side: Side, one: Readied): void {
    const { levels } = this
    levels.found[side]++
    levels.exact[side]++
    if (this.isStatement) levels.statement[side]++
    for (const { type } of one.links) {
      levels.links[side]++
      this.ofLink(type)[side]++
    }
  }

  /** How many tokens stand under the tag. */
  tokens(tally: Tally): void {
    this.levels.tokens = tally
  }

  /** What was counted. */
  total(): Levels {
    const { byAttribute, byLink, ...others } = this.levels
    return { ...others, byAttribute: sorted(byAttribute), byLink: sorted(byLink) }
  }

  private linked({ links }: ComparedMatch): void {
    for (const [type, { both, onlyA, onlyB }] of links)
      for (const tally of [this.levels.links, this.ofLink(type)]) {
        tally.both += both
        tally.onlyA += onlyA
        tally.onlyB += onlyB
      }
  }

  private ofLink(type: string): Counts {
    const known = this.levels.byLink.get(type) ?? counts()
    this.levels.byLink.set(type, known)
    return known
  }

  private apart(level: 'exact' | 'statement'): void {
    this.levels[level].onlyA++
    this.levels[level].onlyB++
  }
}

function add(portion: Portion, isSame: boolean): void {
  portion.of++
  if (isSame) portion.same++
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)))
}
