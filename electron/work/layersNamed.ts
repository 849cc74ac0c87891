import { idFor } from '../../shared/sidecar/annotatorId.ts'
import { FACTS, parseSidecarName } from '../../shared/sidecar/names.ts'

/** Ids for annotators by what files call them: as they are where they may be, and no two the same. */
export function layersNamed(called: Iterable<string>): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of [...called].sort()) {
    const wanted = isLayerId(name) ? name : idFor(name)
    let id = wanted
    for (let i = 2; taken.has(id); i++) id = `${wanted.slice(0, 28)}-${i}`
    taken.add(id)
    ids.set(name, id)
  }
  return ids
}

function isLayerId(name: string): boolean {
  return name !== FACTS && parseSidecarName(`a.${name}.stet.json`)?.annotator === name
}
