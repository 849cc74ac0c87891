import { createHash } from 'node:crypto'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { CodebookMark } from '../../shared/sidecar/head.ts'
import { codebookView } from './codebookView.ts'

/** What a sidecar says of the codebook that it was made under. Two codebooks of one hash say the same. */
export function codebookMarkOf(codebook: Codebook): CodebookMark {
  const known = marks.get(codebook)
  if (known) return known
  const { id, version } = codebook
  const mark = {
    id,
    version,
    hash: createHash('sha256')
      .update(canonical(codebookView(codebook)))
      .digest('hex'),
  }
  marks.set(codebook, mark)
  return mark
}

/** Asked for with every edit, while the codebook changes rarely. */
const marks = new WeakMap<Codebook, CodebookMark>()

/** JSON without white space, keys in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.join(',')}}`
}
