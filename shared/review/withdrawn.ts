import { type Annotation, extent } from '../annotation/annotation.ts'
import type { Judged, Verdict } from '../annotation/verdict.ts'
import { sha256Now } from '../text/sha256Now.ts'
import { adjudicatedOf } from './adjudicated.ts'
import type { Case } from './case.ts'
import { wasOf } from './judgedWas.ts'
import { isGoneFrom, type KnownLayers } from './known.ts'
import { nameOf } from './stateOf.ts'

/** What gold has, as far as that is told. */
type InGold = Pick<Annotation, 'id' | 'origin'> & Partial<Annotation>

interface Decided {
  /** All of the article's cases in which somebody says something. */
  readonly cases: readonly Case[]
  readonly known: KnownLayers
  /** The reviewer's. */
  readonly verdicts: Iterable<Verdict>
  /** What stands in gold. */
  readonly gold: Iterable<InGold>
  /** Whether somebody disagrees with it, and that is open. */
  readonly isDisputed?: (verdict: Verdict) => boolean
}

/**
 * What was decided on annotations that have gone since, and is in no other case:
 * a case each, which nobody says anything in, so that no decision vanishes. What only
 * waits for a place in the text hasn't gone. Where
 * what it was made into has other sources too, their case tells it (`stateOf`).
 * What was turned down and isn't in gold is decided: there is nothing to look at again, unless somebody disagrees.
 */
export function withdrawnOf({ cases, known, verdicts, gold, isDisputed = () => false }: Decided): Case[] {
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
  const standing = [...gold].map(one => ({ one, of: (adjudicatedOf(one.origin)?.of ?? []).map(nameOf) }))
  return [...by]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, own]): Case => {
      const sorted = own.toSorted((one, other) => compare(timeOf(one), timeOf(other)) || compare(one.id, other.id))
      const latest = sorted.at(-1)!
      const made = standing
        .filter(({ one, of }) => of.includes(name) || own.some(verdict => verdict.gold === one.id))
        .map(({ one }) => one)
        .sort((one, other) => compare(one.id, other.id))
      const isSettled = latest.verdict === 'reject' && made.length === 0
      const place = made.find(isPlaced)
      return {
        id: sha256Now(JSON.stringify(['withdrawn', name])).slice(0, ID_LENGTH),
        ...{ kinds: ['withdrawn'], differences: [], opinions: [], silent: [...known.keys()].sort() },
        ...{ extent: place ? extent(place) : { start: 0, end: 0 }, before: '', after: '', weight: 1 },
        state: isDisputed(latest) ? 'open' : isSettled ? 'decided' : 'stale',
        ...{ verdicts: sorted, gold: made.map(({ id }) => id) },
        ...wasSaid(latest, made),
      }
    })
}

/** What the annotation said, as the verdict tells; where it went into gold as it was, as gold has it. */
function wasSaid({ on, verdict }: Verdict, made: readonly InGold[]): Pick<Case, 'was'> {
  const was = wasOf(on)
  if (was) {
    const { spans, ...said } = was
    return { was: { ...opinionOf(on), ...said, quote: spans.map(({ quote }) => quote).join(' … ') } }
  }
  const [gold] = made
  if (verdict !== 'accept' || !gold?.spans || gold.tag === undefined) return {}
  const { tag, attributes = {}, entity } = gold
  const quote = gold.spans.map(({ quote }) => quote).join(' … ')
  return { was: { ...opinionOf(on), tag, quote, attributes, ...(entity === undefined ? {} : { entity }) } }
}

/** What nobody says any more has neither a place nor links. */
function opinionOf({ layer, annotation, revision, says = '' }: Judged) {
  return { layer, annotation, revision, says, spans: [], links: [] }
}

/** Of an annotation without a place the offsets count in another text. */
function isPlaced(one: InGold): one is Annotation {
  return one.spans !== undefined && !('placement' in one)
}

/** Of the hexadecimal digits of a hash, as of other cases. */
const ID_LENGTH = 32

function timeOf({ created, modified }: Verdict): string {
  return modified ?? created
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
