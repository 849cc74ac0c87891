import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { keyOf } from '../../project/project.ts'
import type { FileVersions } from './fileMerge.ts'
import type { Clash } from './threeWay.ts'

/** A list of a file whose entries go by their ids. */
const lists = [
  ...['annotations', 'links', 'comments', 'verdicts'],
  ...['fields', 'zones'],
  ...['tags', 'attributes', 'links', 'reasons', 'entities', 'people', 'nevers'],
  ...['assignments', 'rounds', 'seals'],
] as const

/** Something that two versions of a file say otherwise, as it is told to whoever merges them. A key that is missing is of what isn't there. */
export interface FileClash {
  /** The list that it is an entry of, by its key in the file; `file` for what the file says beside its lists. */
  readonly of: string
  /** The entry's id; '' for the file. */
  readonly id: string
  /** What a person knows the entry by: its words, its name; '' where there is nothing. */
  readonly name: string
  /** Its key, and those below it after a `/`; '' where one side took the entry away and the other changed it, or links to it. */
  readonly field: string
  readonly base?: Json
  readonly mine?: Json
  readonly theirs?: Json
}

/** A clash with the name of what it is about. */
export function shownClash({ path, base, mine, theirs }: Clash, versions: FileVersions): FileClash {
  const sides = {
    ...(base === undefined ? {} : { base }),
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
  }
  const inList = path[0] === 'codebook' ? path.slice(1) : path
  const [of, id, ...field] = inList
  if (of === undefined || id === undefined || !(lists as readonly string[]).includes(of))
    return { of: 'file', id: '', name: '', field: path.join('/'), ...sides }
  const entry = [versions.mine, versions.theirs].map(file => entryIn(file, path, of, id)).find(one => one !== undefined)
  return { of, id, name: entry ? nameOf(entry) : '', field: field.join('/'), ...sides }
}

function entryIn(file: JsonObject, path: readonly string[], of: string, id: string): JsonObject | undefined {
  const holder = path[0] === 'codebook' ? file['codebook'] : file
  const list = isObject(holder) ? holder[of] : undefined
  const others = of === 'annotations' ? file['unplaced'] : undefined
  const all = [list, others].flatMap(one => (Array.isArray(one) ? (one as readonly JsonObject[]) : []))
  if (of === 'zones') return all.find(zone => id.startsWith(`${String(zone['start'])} `))
  return all.find(one => (path[0] === 'codebook' ? keyOf(of as 'tags', one) : one['id']) === id)
}

/** The first words that speak for an entry. */
function nameOf(entry: JsonObject): string {
  const [span] = Array.isArray(entry['spans']) ? (entry['spans'] as readonly JsonObject[]) : []
  const said = [span?.['quote'], entry['name'], entry['label'], entry['quote'], entry['text'], entry['type']]
  return (said.find(one => typeof one === 'string') as string | undefined) ?? ''
}
