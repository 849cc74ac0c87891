import { type Finding, type RuleId, ruleIds } from './rule.ts'

/**
 * Findings in the order of the text, counted by rule. Putting and removing one
 * costs a search and a shift of the array, which at tens of thousands is
 * microseconds.
 */
export class FindingOrder {
  readonly counts = new Map<RuleId, number>()
  private readonly sorted: Finding[] = []
  private readonly sortedByRule = new Map<RuleId, Finding[]>()
  private readonly byKey = new Map<string, Finding>()
  private readonly hidden = new Set<Finding>()
  private readonly isHidden: (finding: Finding) => boolean

  /** What `isHidden` stands apart: it is in no list and isn't counted. */
  constructor(isHidden: (finding: Finding) => boolean = () => false) {
    this.isHidden = isHidden
  }

  get all(): readonly Finding[] {
    return this.sorted
  }

  /** Those of one rule, in the order of the text. */
  of(rule: RuleId): readonly Finding[] {
    return this.sortedByRule.get(rule) ?? none
  }

  /** Those that stand apart, in the order of the text. */
  get apart(): readonly Finding[] {
    return [...this.hidden].sort(compareFindings)
  }

  get apartCount(): number {
    return this.hidden.size
  }

  /** What `isHidden` says of a finding may have changed. */
  judgeAgain(key: string): void {
    const finding = this.byKey.get(key)
    if (!finding) return
    this.remove(finding)
    this.put(finding)
  }

  /** The finding of a key, or undefined where there is none any more. */
  get(key: string): Finding | undefined {
    return this.byKey.get(key)
  }

  put(finding: Finding): void {
    this.byKey.set(finding.key, finding)
    if (this.isHidden(finding)) {
      this.hidden.add(finding)
      return
    }
    this.sorted.splice(this.placeOf(finding), 0, finding)
    const ofRule = this.sortedByRule.get(finding.rule) ?? []
    this.sortedByRule.set(finding.rule, ofRule)
    ofRule.splice(placeIn(ofRule, finding), 0, finding)
    this.counts.set(finding.rule, (this.counts.get(finding.rule) ?? 0) + 1)
  }

  remove(finding: Finding): void {
    if (this.byKey.get(finding.key) === finding) this.byKey.delete(finding.key)
    if (this.hidden.delete(finding)) return
    const at = this.placeOf(finding)
    if (this.sorted[at]?.key !== finding.key) throw new RangeError(`No finding ${finding.key} at its place`)
    this.sorted.splice(at, 1)
    const ofRule = this.sortedByRule.get(finding.rule)!
    ofRule.splice(placeIn(ofRule, finding), 1)
    this.counts.set(finding.rule, this.counts.get(finding.rule)! - 1)
  }

  /** How many begin before an offset: where those from there on begin. */
  firstFrom(offset: number): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]!.place.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** How many stand before one; where it would stand if it isn't there. */
  placeOf(finding: Finding): number {
    return placeIn(this.sorted, finding)
  }
}

const none: readonly Finding[] = []

function placeIn(sorted: readonly Finding[], finding: Finding): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareFindings(sorted[middle]!, finding) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** By where they begin and end, then in the order of the rules, then by key. */
export function compareFindings(one: Finding, other: Finding): number {
  return (
    one.place.start - other.place.start ||
    one.place.end - other.place.end ||
    ruleIds.indexOf(one.rule) - ruleIds.indexOf(other.rule) ||
    (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
  )
}
