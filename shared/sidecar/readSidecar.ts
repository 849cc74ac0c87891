import * as z from 'zod'
import { isObject, type Json, type JsonObject } from '../json/json.ts'
import { JsonRefused, readJson } from '../json/readJson.ts'
import { restOf } from '../json/rest.ts'
import { MAX_SIDECAR_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import type { Head } from './head.ts'
import { FORMAT, FORMAT_VERSION, Sidecar } from './schema.ts'

/**
 * The bytes of a sidecar as a checked value, unknown keys and digits in place.
 *
 * Throws a Problem: `sidecar-newer` for a later version, `sidecar-unkeepable`
 * for one that couldn't be written back whole, `sidecar-damaged` for anything
 * else that isn't a sidecar. An empty file is a damaged one.
 */
export function readSidecar(bytes: Uint8Array): JsonObject {
  if (bytes.byteLength > MAX_SIDECAR_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes`)
  const file = parse(bytes)
  if (!isObject(file) || file['format'] !== FORMAT)
    throw new Problem('sidecar-damaged', 'It does not say that it is a sidecar.')
  const version = file['formatVersion']
  if (typeof version !== 'number') throw new Problem('sidecar-damaged', 'It does not say which version it is.')
  if (version > FORMAT_VERSION)
    throw new Problem('sidecar-newer', `It has format version ${version}; this is version ${FORMAT_VERSION}.`)
  return checkSidecar(file)
}

/** The value itself, once it fits the schema: also for what a history says a sidecar holds. Throws as `readSidecar` does. */
export function checkSidecar(file: JsonObject): JsonObject {
  const result = Sidecar.safeParse(file)
  if (!result.success) throw new Problem('sidecar-damaged', firstLines(z.prettifyError(result.error)))
  refuseTwins(result.data)
  return file
}

function parse(bytes: Uint8Array): Json {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    if (cause instanceof JsonRefused && cause.why === 'key')
      throw new Problem('sidecar-unkeepable', `${cause.message}.`, { cause })
    throw new Problem('sidecar-damaged', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** Two things of one id can't both be held by id, and neither may be dropped. */
function refuseTwins(sidecar: Sidecar): void {
  const { annotations, unplaced, links, comments, verdicts } = sidecar
  for (const things of [[...annotations, ...unplaced], links, comments, verdicts]) {
    const seen = new Set<string>()
    for (const { id } of things) {
      if (seen.has(id)) throw new Problem('sidecar-unkeepable', `Two entries have the id "${id}".`)
      seen.add(id)
    }
  }
}

const topKeys = new Set(Object.keys(Sidecar.shape))
const articleKeys = new Set(Object.keys(Sidecar.shape.article.shape))
const zoneKeys = new Set(['start', 'end', 'zone', 'by'])

/** What a checked sidecar says beside its layer and its article. */
export function headOf(file: JsonObject): Head {
  const sidecar = file as JsonObject & Sidecar
  const { annotator, codebook } = file as { annotator: JsonObject; codebook: JsonObject }
  const key = annotator['key'] as string | undefined
  return {
    revision: sidecar.revision,
    created: sidecar.created,
    modified: sidecar.modified,
    annotator: {
      id: annotator['id'] as string,
      name: annotator['name'] as string,
      ...(key === undefined ? {} : { key }),
      ...kept('rest', restOf(annotator, new Set(['id', 'name', 'key']))),
    },
    codebook: {
      id: codebook['id'] as string,
      version: codebook['version'] as number,
      hash: codebook['hash'] as string,
      ...kept('rest', restOf(codebook, new Set(['id', 'version', 'hash']))),
    },
    zoneRests: new Map(
      (file['zones'] as readonly JsonObject[]).flatMap(zone => {
        const rest = restOf(zone, zoneKeys)
        return rest === undefined ? [] : [[`${zone['start']}-${zone['end']}-${zone['zone']}`, rest] as const]
      }),
    ),
    ...kept('articleRest', restOf(file['article'] as JsonObject, articleKeys)),
    ...kept('rest', restOf(file, topKeys)),
  }
}

function kept<K extends string>(key: K, rest: string | undefined): { [_ in K]?: string } {
  return (rest === undefined ? {} : { [key]: rest }) as { [_ in K]?: string }
}

function firstLines(text: string): string {
  return text.split('\n').slice(0, 6).join(' ')
}
