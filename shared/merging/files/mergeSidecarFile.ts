import { isSame } from '../../json/isSame.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import type { Contradiction } from '../contradiction.ts'
import { mergeSidecars } from '../mergeSidecars.ts'
import { collections, entriesOf, withFields } from '../sidecarEntries.ts'
import { earlierOf, type FileMerge, type FileVersions, laterOf, newerSide, nextRevision } from './fileMerge.ts'
import { MissedEnds, withLists } from './missedEnds.ts'
import { any, type Clash, mergeThreeWays, type Shape, type Sides, settled, whole } from './threeWay.ts'

/**
 * Merges two versions of a sidecar: annotations, links, comments, verdicts and progress as the
 * program merges them everywhere (`mergeSidecars`), the rest of the file key by
 * key. What somebody took away and the other side has linked to since is a
 * clash: neither the link nor what it leads to is lost.
 *
 * null where the two were made on different texts of the article.
 */
export function mergeSidecarFile(versions: FileVersions): FileMerge | null {
  const body = bodyOf(versions)
  if (!body) return null
  const head = headOf(versions)
  return {
    clashes: [...body.clashes, ...head.clashes],
    as: side => ({ ...head.as(side), ...body.as(side), revision: nextRevision(versions) }),
  }
}

const inBody = ['annotations', 'unplaced', 'links', 'comments', 'verdicts', 'status'] as const
const elsewhere: readonly string[] = [...inBody, 'revision']

/** All of the file but what `mergeSidecars` merges. */
function headOf(versions: FileVersions): FileMerge {
  const { base, mine, theirs } = versions
  const sides = { base: base ? outsideBody(base) : undefined, mine: outsideBody(mine), theirs: outsideBody(theirs) }
  const shape = shapeOf(versions)
  const clashes: Clash[] = []
  mergeThreeWays(shape, sides, clash => {
    clashes.push(clash)
    return clash.mine
  })
  return { clashes, as: side => mergeThreeWays(shape, sides, clash => clash[side]) as JsonObject }
}

function outsideBody(file: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(file).filter(([key]) => !elsewhere.includes(key)))
}

function shapeOf(versions: FileVersions): Shape {
  const newer = newerSide(versions)
  const computed = settled(sides => sides[newer] ?? sides.mine ?? sides.theirs!)
  return {
    kind: 'parts',
    groups: [{ keys: ['zoneRules', 'zones'], shape: zonesBy(newer) }],
    of: {
      article: { kind: 'parts', of: {}, groups: [{ keys: articleKeys, shape: computed }], others: any },
      annotator: { kind: 'parts', of: {}, groups: [{ keys: ['id', 'name', 'key'], shape: whole }], others: any },
      codebook: {
        kind: 'parts',
        of: {},
        groups: [{ keys: ['id', 'version', 'hash'], shape: settled(sides => laterCodebook(sides, newer)) }],
        others: any,
      },
      created: settled(({ mine, theirs }) => earlierOf(mine, theirs)),
      modified: settled(({ mine, theirs }) => laterOf(mine, theirs)),
    },
    others: any,
  }
}

/** What is said of the article's file, together: both sides stand on one text of it. */
const articleKeys = ['file', 'sha256', 'textSha256', 'textLength', 'offsetUnit', 'encoding', 'reader', 'text']

/** The version of a codebook that a layer was made with last. */
function laterCodebook({ mine, theirs }: Sides, newer: 'mine' | 'theirs'): Json {
  const [one, other] = [mine, theirs] as readonly [JsonObject, JsonObject]
  const later = Number(other['version']) - Number(one['version'])
  if (one['id'] !== other['id'] || later === 0) return newer === 'mine' ? one : other
  return later > 0 ? other : one
}

const zoneKeys = new Set(['start', 'end', 'zone', 'by'])

/** Zones are recognised anew by whoever opens the article, so the newer ones hold, unless the others say what isn't known. */
function zonesBy(newer: 'mine' | 'theirs'): Shape {
  return {
    kind: 'settled',
    by: sides => {
      const [one, other] = newer === 'mine' ? [sides.mine, sides.theirs] : [sides.theirs, sides.mine]
      if (!one || unknownIn(other).some(zone => !unknownIn(one).some(kept => isSame(kept, zone)))) return null
      return { value: one }
    },
  }
}

function unknownIn(value: Json | undefined): JsonObject[] {
  const zones = isObject(value) && Array.isArray(value['zones']) ? (value['zones'] as readonly JsonObject[]) : []
  return zones.filter(zone => Object.keys(zone).some(key => !zoneKeys.has(key)))
}

/** All that `mergeSidecars` merges. */
function bodyOf({ base, mine, theirs }: FileVersions): FileMerge | null {
  // Where both went on to another text, what both began with says what was taken away since, and where nothing stands any more.
  const agreed = base && { ...base, article: mine['article']! }
  const sides = { agreed, ours: theirs, theirs: mine }
  const merged = mergeSidecars(sides)
  if (!merged) return null
  const { file, contradictions } = merged
  // As `mergeSidecars` sees it, the other version is ours; what is undecided stands as mine has it.
  const theirSide = contradictions.map(one => ({ ...one, side: 'ours' as const }))
  const plain = { mine: file, theirs: theirSide.length === 0 ? file : mergeSidecars(sides, theirSide)!.file }
  const asked = contradictions.filter(({ of, field }) => of === 'annotations' && field === '').map(({ id }) => id)
  const missed = new MissedEnds({ mine, theirs }, plain, asked)
  const unasked = missed.ids.filter(id => !asked.includes(id))
  return {
    clashes: [
      ...contradictions.map(clashOf),
      ...unasked.map(id => ({
        path: ['annotations', id],
        ...missed.sides(id),
        base: base ? entriesOf(base, 'annotations').get(id) : undefined,
      })),
    ],
    as: side => {
      if (side !== 'base') return onlyBody(missed.asMeantBy(side, plain[side]))
      return onlyBody(missed.withoutLinks(withoutAnnotations(asBase(plain.mine, contradictions), unasked)))
    },
  }
}

/** The merged file with what is undecided as both began with it. */
function asBase(file: JsonObject, contradictions: readonly Contradiction[]): JsonObject {
  const entries = new Map(collections.map(of => [of, entriesOf(file, of)]))
  let status = file['status']!
  for (const { of, id, field, agreed } of contradictions) {
    if (of === 'layer') status = agreed ?? status
    else if (field !== '') entries.get(of)!.set(id, withFields(entries.get(of)!.get(id)!, new Map([[field, agreed]])))
    else if (agreed !== undefined) entries.get(of)!.set(id, agreed as JsonObject)
  }
  const { annotations, ...others } = Object.fromEntries([...entries].map(([of, byId]) => [of, [...byId.values()]]))
  return { ...withLists(file, annotations!), ...others, status }
}

function withoutAnnotations(file: JsonObject, ids: readonly string[]): JsonObject {
  return withLists(
    file,
    [...entriesOf(file, 'annotations').values()].filter(({ id }) => !ids.includes(id as string)),
  )
}

function onlyBody(file: JsonObject): JsonObject {
  return Object.fromEntries(inBody.map(key => [key, file[key]!]))
}

function clashOf({ of, id, field, agreed, ours, theirs }: Contradiction): Clash {
  const path = of === 'layer' ? [field] : [of, id, ...fieldPath(field)]
  return { path, base: agreed, mine: theirs, theirs: ours }
}

/** A field of an entry as the keys that lead to it. */
function fieldPath(field: string): string[] {
  if (field === '') return []
  const slash = field.indexOf('/')
  return field.startsWith('attributes/') ? [field.slice(0, slash), field.slice(slash + 1)] : [field]
}
