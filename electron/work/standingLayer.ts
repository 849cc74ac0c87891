import { join } from 'node:path'
import type { Json, JsonObject } from '../../shared/json/json.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'

/** `same`: it says what is coming, whenever it was written. */
export type StandingLayer = 'same' | 'other'

/** What stands where a layer is coming to; null for nothing. `root` is real, `path` that of the sidecar inside it, with `/`. */
export async function standingLayer(root: string, path: string, coming: string): Promise<StandingLayer | null> {
  let bytes: Uint8Array
  try {
    bytes = await readBounded(disk, join(root, ...path.split('/')), MAX_SIDECAR_BYTES, { root })
  } catch (error) {
    if (error instanceof Problem) return error.kind === 'not-there' ? null : 'other'
    if (error instanceof Error && 'code' in error) return null // a folder on the way isn't there
    throw error
  }
  try {
    return essence(readJson(new TextDecoder().decode(bytes))) === essence(readJson(coming)) ? 'same' : 'other'
  } catch {
    return 'other' // it is no JSON
  }
}

/** What a sidecar says but for when it was written, and by which codebook. */
function essence(sidecar: unknown): string {
  const { created, modified, revision, codebook, annotations, links, ...rest } = sidecar as JsonObject
  return JSON.stringify([rest, withoutTimes(annotations), withoutTimes(links)])
}

function withoutTimes(entries: Json | undefined): unknown {
  if (!Array.isArray(entries)) return entries
  return entries.map(entry => {
    const { created, modified, ...rest } = entry as JsonObject
    return rest
  })
}
