import { fieldNames } from '../../article/metadata.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import {
  earlierOf,
  type FileMerge,
  type FileVersions,
  laterOf,
  newerSide,
  nextRevision,
  type VersionName,
} from './fileMerge.ts'
import { any, type Clash, mergeThreeWays, type Shape, settled, whole } from './threeWay.ts'

/**
 * Merges two versions of the facts of an article: zones block by block, fields
 * one by one, the rest key by key. A zone that counts in another text than the
 * merged file names which, as a file's own rules have it.
 */
export function mergeFactsFile(versions: FileVersions): FileMerge {
  const shape = shapeOf(versions)
  const { base, mine, theirs } = versions
  const sides = { base: base ? outspoken(base) : undefined, mine: outspoken(mine), theirs: outspoken(theirs) }
  const clashes: Clash[] = []
  mergeThreeWays(shape, sides, clash => {
    clashes.push(clash)
    return clash.mine
  })
  const as = (side: VersionName) => mergeThreeWays(shape, sides, clash => clash[side]) as JsonObject
  return { clashes, as: side => brief({ ...as(side), revision: nextRevision(versions) }) }
}

const field: Shape = { kind: 'parts', of: {}, groups: [{ keys: ['value', 'by'], shape: whole }], others: any }
const zone: Shape = { kind: 'parts', of: {}, groups: [{ keys: ['end', 'zone', 'quote'], shape: whole }], others: any }

function shapeOf(versions: FileVersions): Shape {
  const newer = newerSide(versions)
  const computed = settled(sides => sides[newer] ?? sides.mine ?? sides.theirs!)
  // Together: a text's hash, its length and what read it speak of one text.
  const keys = ['file', 'sha256', 'textSha256', 'textLength', 'offsetUnit', 'encoding', 'reader']
  return {
    kind: 'parts',
    of: {
      revision: settled(({ mine }) => mine!),
      article: { kind: 'parts', of: {}, groups: [{ keys, shape: computed }], others: any },
      encoding: whole,
      fields: {
        kind: 'parts',
        of: Object.fromEntries(fieldNames.map(name => [name, field])),
        others: any,
        orEmpty: true,
      },
      zones: { kind: 'records', nameOf: nameOfZone, each: zone },
      created: settled(({ mine, theirs }) => earlierOf(mine, theirs)),
      modified: settled(({ mine, theirs }) => laterOf(mine, theirs)),
    },
    others: any,
  }
}

function nameOfZone({ start, textSha256 }: JsonObject): string {
  return `${String(start)} ${String(textSha256)}`
}

const textIn = (file: JsonObject): Json => (file['article'] as JsonObject)['textSha256']!

/** A file in which each zone says which text it counts in. */
function outspoken(file: JsonObject): JsonObject {
  const zones = (file['zones'] as readonly JsonObject[]).map(one => ({ textSha256: textIn(file), ...one }))
  return { ...file, zones }
}

/** The same as it is written: zones of the file's own text say nothing of it, and stand first, by place. */
function brief(file: JsonObject): JsonObject {
  const own = textIn(file)
  const zones = (file['zones'] as readonly JsonObject[]).map(({ textSha256, ...one }) =>
    textSha256 === own ? one : { ...one, textSha256: textSha256! },
  )
  const isOwn = (one: JsonObject) => !('textSha256' in one)
  const sorted = zones.filter(isOwn).sort((one, other) => (one['start'] as number) - (other['start'] as number))
  const { fields, ...others } = file
  const kept = isObject(fields) && Object.keys(fields).length === 0 ? others : file
  return { ...kept, zones: [...sorted, ...zones.filter(one => !isOwn(one))] }
}
