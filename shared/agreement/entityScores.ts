import { bCubedCounts } from './coefficients/bCubed.ts'
import { ceafCounts } from './coefficients/ceaf.ts'
import type { ScoreCounts } from './coefficients/precisionRecall.ts'
import type { LayerComparison } from './compareLayers.ts'
import type { Readied } from './readied.ts'

/** What the scores of entities are made of; those of several articles are added. `a`’s entities are the key, which F₁ doesn't ask. */
export interface EntityCounts {
  readonly bCubed: Required<ScoreCounts>
  readonly ceafMentions: ScoreCounts
  readonly ceafEntities: ScoreCounts
}

/** The counts of two layers of an article, of all tags and of each that has entities. */
export interface PairEntities {
  readonly a: string
  readonly b: string
  readonly all: EntityCounts
  /** Sorted. */
  readonly byTag: Readonly<Record<string, EntityCounts>>
}

/**
 * Who or what two annotators say is spoken of in an article: mentions are
 * annotations that name an entity, those that were matched are one mention, and
 * those of one entity are a cluster, as when coreference is scored. Articles
 * are scored each by itself, and counts added.
 */
export function entityCounts(comparison: LayerComparison, isAsked: (tag: string) => boolean): PairEntities | null {
  const { a, b, matches, onlyA, onlyB } = comparison
  const mentions = [
    ...matches.map((match, i) => ({ name: String(i), a: naming(match.a), b: naming(match.b) })),
    ...onlyA.map((one, i) => ({ name: `a${i}`, a: naming(one), b: null })),
    ...onlyB.map((one, i) => ({ name: `b${i}`, a: null, b: naming(one) })),
  ].filter(mention => mention.a || mention.b)
  const tags = [...new Set(mentions.flatMap(mention => [mention.a, mention.b].flatMap(one => one?.tag ?? [])))]
  const asked = tags.filter(isAsked).sort()
  if (asked.length === 0) return null
  const counted = (is: (tag: string) => boolean): EntityCounts => {
    const clusters = (side: 'a' | 'b') => {
      const byEntity = new Map<string, string[]>()
      for (const mention of mentions) {
        const own = mention[side]
        if (!own || !is(own.tag)) continue
        const known = byEntity.get(own.entity)
        if (known) known.push(mention.name)
        else byEntity.set(own.entity, [mention.name])
      }
      return [...byEntity.values()]
    }
    const [key, response] = [clusters('a'), clusters('b')]
    return {
      bCubed: bCubedCounts(key, response),
      ceafMentions: ceafCounts(key, response, 'mentions'),
      ceafEntities: ceafCounts(key, response, 'entities'),
    }
  }
  return {
    ...{ a, b },
    all: counted(isAsked),
    byTag: Object.fromEntries(asked.map(tag => [tag, counted(one => one === tag)])),
  }
}

function naming({ annotation: { tag, entity } }: Readied) {
  return entity === undefined ? null : { tag, entity }
}
