import type { Annotation } from '../annotation/annotation.ts'
import type { Verdict } from '../annotation/verdict.ts'
import { sha256Now } from '../text/sha256Now.ts'
import { adjudicatedOf } from './adjudicated.ts'
import type { Case } from './case.ts'
import { isGoneFrom, type KnownLayers } from './known.ts'
import { nameOf } from './stateOf.ts'

interface Decided {
  /** All of the article's cases in which somebody says something. */
  readonly cases: readonly Case[]
  readonly known: KnownLayers
  /** The reviewer's. */
  readonly verdicts: Iterable<Verdict>
  /** What stands in gold. */
  readonly gold: Iterable<Pick<Annotation, 'id' | 'origin'>>
}

/**
 * What was decided on annotations that have gone since, and is in no other case:
 * a case each, which nobody says anything in, so that no decision vanishes. What only
 * waits for a place in the text hasn't gone. Where
 * what it was made into has other sources too, their case tells it (`stateOf`).
 */
export function withdrawnOf({ cases, known, verdicts, gold }: Decided): Case[] {
  const there = new Set(cases.flatMap(({ opinions }) => opinions.map(nameOf)))
  const told = new Set(cases.flatMap(one => one.gold))
  const by = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const name = nameOf(verdict.on)
    if (!isGoneFrom(known, there, verdict.on)) continue
    if (verdict.gold !== undefined && told.has(verdict.gold)) continue
    by.set(name, [...(by.get(name) ?? []), verdict])
  }
  if (by.size === 0) return []
  const made = [...gold].map(({ id, origin }) => ({ id, of: (adjudicatedOf(origin)?.of ?? []).map(nameOf) }))
  return [...by]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, own]): Case => {
      const sorted = own.toSorted((one, other) => compare(timeOf(one), timeOf(other)) || compare(one.id, other.id))
      const ids = made.filter(({ id, of }) => of.includes(name) || own.some(verdict => verdict.gold === id))
      return {
        id: sha256Now(JSON.stringify(['withdrawn', name])).slice(0, ID_LENGTH),
        ...{ kinds: ['withdrawn'], differences: [], opinions: [], silent: [...known.keys()].sort() },
        ...{ extent: { start: 0, end: 0 }, before: '', after: '', weight: 1, state: 'stale' },
        ...{ verdicts: sorted, gold: ids.map(({ id }) => id).sort() },
      }
    })
}

/** Of the hexadecimal digits of a hash, as of other cases. */
const ID_LENGTH = 32

function timeOf({ created, modified }: Verdict): string {
  return modified ?? created
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
