import type { JsonObject } from '../json/json.ts'
import { readSidecar } from '../sidecar/readSidecar.ts'
import { salvage, salvagedSentence } from '../sidecar/salvage.ts'
import { Sidecar } from '../sidecar/schema.ts'
import type { Finding } from './finding.ts'
import { type FoundFile, readWhole } from './readWhole.ts'

/** A sidecar as it was found; of one that is damaged it is said how much is whole. */
export function readSidecarFile(name: string, bytes: Uint8Array): FoundFile {
  const found = readWhole(name, bytes, { read: readSidecar, shape: Sidecar, twins })
  const [first, ...others] = found.findings
  const whole = first?.kind === 'damaged' ? salvage(bytes) : null
  if (!first || !whole) return found
  return { ...found, findings: [{ ...first, about: `${first.about} ${salvagedSentence(whole)}` }, ...others] }
}

function twins(file: JsonObject): Omit<Finding, 'kind' | 'file'>[] {
  const { annotations, unplaced, links, comments, verdicts } = file as unknown as Sidecar
  return [
    ...idsTwice([...annotations, ...unplaced]).map(id => ({ about: id, annotation: id })),
    ...idsTwice(links).map(id => ({ about: id, link: id })),
    ...idsTwice(comments).map(id => ({ about: id, comment: id })),
    ...idsTwice(verdicts).map(id => ({ about: id, verdict: id })),
  ]
}

/** The ids that more than one thing has, each once. */
export function idsTwice(things: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of things) {
    if (seen.has(id)) twice.add(id)
    seen.add(id)
  }
  return [...twice]
}
