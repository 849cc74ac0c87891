import { defaultCodebook } from '../../codebook/defaultCodebook.ts'
import { isSame } from '../../json/isSame.ts'
import { isObject, type JsonObject } from '../../json/json.ts'
import { keyOf } from '../../project/project.ts'
import type { Collection } from '../../project/projectEdit.ts'
import type { FileMerge, FileVersions } from './fileMerge.ts'
import {
  any,
  type Clash,
  mergeThreeWays,
  recordsById,
  type Shape,
  type Sides,
  set,
  settled,
  whole,
} from './threeWay.ts'

/**
 * Merges two versions of `stet.json` record by record and field by field, the
 * rest of the file key by key. What is a list of names or values is merged name
 * by name: aliases that two people added to one entity are both there. A
 * codebook that both changed becomes a version of its own, and of two projects
 * that were begun apart one id is left.
 */
export function mergeProjectFile({ base, mine, theirs }: FileVersions): FileMerge {
  const sides = { base: withDefault(base, mine, theirs), mine, theirs }
  const clashes: Clash[] = []
  mergeThreeWays(file, sides, clash => {
    clashes.push(clash)
    return clash.mine
  })
  const as = (side: 'base' | 'mine' | 'theirs') => {
    const merged = mergeThreeWays(file, sides, clash => clash[side]) as JsonObject
    return versioned(merged, sides)
  }
  return { clashes, as }
}

/** Where nothing says what both began their codebooks with, that was the default one. */
function withDefault(base: JsonObject | null, mine: JsonObject, theirs: JsonObject): JsonObject | undefined {
  if (base?.['codebook'] !== undefined || !mine['codebook'] || !theirs['codebook']) return base ?? undefined
  return { ...base, codebook: defaultCodebook as unknown as JsonObject }
}

const parts = (of: Readonly<Record<string, Shape>>): Shape => ({ kind: 'parts', of, others: any })
const keyed: Shape = { kind: 'parts', of: {}, others: any, orEmpty: true }
const byTitle: Shape = {
  kind: 'records',
  nameOf: ({ title }) => (typeof title === 'string' ? title : undefined),
  each: any,
}
const records = (of: Collection, each: Shape): Shape => ({
  kind: 'records',
  nameOf: record => keyOf(of, record),
  each,
})

const choices = recordsById(any)
const later = settled(({ mine, theirs }) => ((mine ?? '') > (theirs ?? '') ? mine! : theirs!))

const codebook: Shape = parts({
  id: whole,
  // What it is follows from what becomes of the rest.
  version: settled(({ mine, theirs }) => Math.max(Number(mine ?? 0), Number(theirs ?? 0))),
  rulesOff: set,
  tags: records('tags', parts({ examples: set, snap: set, entityKinds: set, meaningChanged: later })),
  attributes: records('attributes', parts({ choices, meaningChanged: later })),
  links: records('links', parts({ from: set, to: set, attributes: recordsById(parts({ choices })) })),
  reasons: records('reasons', any),
})

/** Two people who began a project each, in clones of one workspace, have one from now on, and nothing refers to the other's id. */
const oneId: Shape = {
  kind: 'settled',
  by: ({ base, mine, theirs }) => {
    if (base !== undefined || typeof mine !== 'string' || typeof theirs !== 'string') return null
    return { value: mine < theirs ? mine : theirs }
  },
}

const file: Shape = parts({
  id: oneId,
  codebook,
  entities: records('entities', parts({ aliases: set, roles: byTitle, attributes: keyed, externalIds: keyed })),
  people: records('people', any),
  nevers: records('nevers', any),
  assignments: records('assignments', any),
  rounds: records('rounds', parts({ annotators: set, articles: set })),
  seals: records('seals', any),
})

/**
 * The file with the number of its codebook. One that both changed has the later
 * of their numbers only where that number stands for this very content on every
 * side that has it; else a number that stood for nothing so far.
 */
function versioned(merged: JsonObject, { base, mine, theirs }: Sides): JsonObject {
  const book = merged['codebook']
  const [was, one, other] = [base, mine, theirs].map(side => (isObject(side) ? side['codebook'] : undefined))
  if (!isObject(book) || !isObject(one) || !isObject(other)) return merged
  if (isSame(one, other) || isSame(one, was) || isSame(other, was)) return merged
  const { version } = book
  const holders = [one, other].filter(side => side['version'] === version)
  if (holders.every(side => isSame(side, book))) return merged
  return { ...merged, codebook: { ...book, version: Number(version) + 1 } }
}
