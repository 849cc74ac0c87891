import type { ZodType } from 'zod'
import { isObject, type JsonObject } from '../json/json.ts'
import { readJson } from '../json/readJson.ts'
import { MAX_ANNOTATIONS } from '../limits.ts'
import { elementsOf, type SidecarList } from './elementsOf.ts'
import {
  FileAnnotation,
  FileComment,
  FileLink,
  FileUnplaced,
  FileVerdict,
  FORMAT,
  FORMAT_VERSION,
  Sidecar,
} from './schema.ts'

/** What is whole of a sidecar that can't be taken as one. For reading only: it must never be written. */
export interface Salvaged {
  /** A sidecar of its own, with what is whole. */
  readonly file: JsonObject
  /** Annotations, links, comments and verdicts that could be read. */
  readonly whole: number
  /** Places where something stood that couldn't. */
  readonly broken: number
}

/**
 * Looks for what is whole in a file that was cut off or bent, in one of a later version, or in one where two entries have
 * one id: each annotation, link, comment and verdict by itself. Of two with one id the second is called `ID (2)`. Null where nothing is.
 * What isn't said, or isn't said rightly, about the article counts as unknown: then words alone decide where they stand.
 */
export function salvage(bytes: Uint8Array): Salvaged | null {
  const text = new TextDecoder().decode(bytes)
  const ids = new Set<string>()
  let whole = 0
  let broken = 0
  const taken = (name: SidecarList, shape: ZodType, known: Set<string>): JsonObject[] => {
    const found: JsonObject[] = []
    for (const element of elementsOf(text, name)) {
      const entry = element === null ? null : fitting(element, shape)
      if (!entry || found.length === MAX_ANNOTATIONS) broken++
      else found.push({ ...entry, id: ownId(entry['id'] as string, known) })
    }
    whole += found.length
    return found
  }
  const annotations = taken('annotations', FileAnnotation, ids)
  const unplaced = taken('unplaced', FileUnplaced, ids)
  const links = taken('links', FileLink, new Set())
  const comments = taken('comments', FileComment, new Set())
  const verdicts = taken('verdicts', FileVerdict, new Set())
  if (whole === 0) return null
  const file = { ...headIn(text), annotations, unplaced, links, comments, verdicts }
  return { file, whole, broken }
}

/** How much there is, for the details of a Problem. */
export function salvagedSentence({ whole, broken }: Salvaged): string {
  return `${whole} of its entries are whole and shown; ${broken} could not be read.`
}

function fitting(element: string, shape: ZodType): JsonObject | null {
  const entry = parsed(element)
  return entry && shape.safeParse(entry).success ? entry : null
}

function parsed(text: string): JsonObject | null {
  try {
    const value = readJson(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function ownId(id: string, known: Set<string>): string {
  let own = id
  for (let n = 2; known.has(own); n++) own = `${id} (${n})`
  known.add(own)
  return own
}

const nobody = '0'.repeat(64)
const unknown = {
  format: FORMAT,
  formatVersion: FORMAT_VERSION,
  revision: 0,
  article: {
    ...{ file: '?', sha256: nobody, textSha256: nobody, textLength: 0, offsetUnit: 'codepoint' },
    ...{ encoding: 'utf-8', reader: '?' },
  },
  zoneRules: 0,
  zones: [],
  annotator: { id: '?', name: '?' },
  codebook: { id: '?', version: 1, hash: nobody },
  status: 'in-progress',
  created: '?',
  modified: '?',
} as const

/** What stands before the annotations, as far as it is said rightly; it comes first in every file of ours. */
function headIn(text: string): JsonObject {
  const end = text.search(/,\s*"annotations"\s*:/)
  const said = parsed(text) ?? (end === -1 ? null : parsed(`${text.slice(0, end)}}`)) ?? {}
  const head: Record<string, unknown> = { ...unknown }
  for (const name of Object.keys(unknown)) {
    if (name === 'format' || name === 'formatVersion') continue
    const shape = Sidecar.shape[name as keyof typeof unknown]
    if (shape.safeParse(said[name]).success) head[name] = said[name]
  }
  return head as JsonObject
}
