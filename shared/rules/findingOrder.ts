import { type Finding, type RuleId, ruleIds } from './rule.ts'

/**
 * Findings in the order of the text, counted by rule. Putting and removing one
 * costs a search and a shift of the array, which at tens of thousands is
 * microseconds.
 */
export class FindingOrder {
  readonly counts = new Map<RuleId, number>()
  private readonly sorted: Finding[] = []
  private readonly byKey = new Map<string, Finding>()

  get all(): readonly Finding[] {
    return this.sorted
  }

  /** The finding of a key, or undefined where there is none any more. */
  get(key: string): Finding | undefined {
    return this.byKey.get(key)
  }

  put(finding: Finding): void {
    this.sorted.splice(this.placeOf(finding), 0, finding)
    this.byKey.set(finding.key, finding)
    this.counts.set(finding.rule, (this.counts.get(finding.rule) ?? 0) + 1)
  }

  remove(finding: Finding): void {
    const at = this.placeOf(finding)
    if (this.sorted[at]?.key !== finding.key) throw new RangeError(`No finding ${finding.key} at its place`)
    this.sorted.splice(at, 1)
    if (this.byKey.get(finding.key) === finding) this.byKey.delete(finding.key)
    this.counts.set(finding.rule, this.counts.get(finding.rule)! - 1)
  }

  /** How many stand before one; where it would stand if it isn't there. */
  placeOf(finding: Finding): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareFindings(this.sorted[middle]!, finding) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
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
