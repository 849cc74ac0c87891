import { isObject, type JsonObject } from '../../shared/json/json.ts'
import { readJson } from '../../shared/json/readJson.ts'
import { FileAnnotation } from '../../shared/sidecar/schema.ts'

/**
 * The annotations that stand whole in a part of a sidecar, in the form of the
 * file, as far as it is laid out as this program lays it out. Runs in the
 * worker. What doesn't fit is left out: the whole file is read soon after.
 */
export function glimpseTask({ bytes }: { readonly bytes: Uint8Array }): JsonObject[] {
  const part = new TextDecoder().decode(bytes)
  const found: JsonObject[] = []
  for (const [, entry] of part.matchAll(/\n {4}(\{\n {6}"id": [\s\S]*?\n {4}\})/g)) {
    const value = parsed(entry!)
    if (isObject(value) && !('placement' in value) && FileAnnotation.safeParse(value).success) found.push(value)
  }
  return found
}

function parsed(entry: string) {
  try {
    return readJson(entry)
  } catch {
    return undefined
  }
}
