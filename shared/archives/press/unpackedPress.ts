import type { FieldName } from '../../article/metadata.ts'
import type { Archive } from '../archive.ts'
import { heldBytes } from '../heldBytes.ts'

/** An article of a download as tests compare it: each field's words, and its paragraphs. */
export interface Shown {
  readonly key: string
  readonly fields: Partial<Record<FieldName, string>>
  readonly paragraphs: readonly string[]
}

/** Whether a file of these bytes or words is taken for this kind; for tests. */
export function isTakenFor(kind: Archive, file: string | Uint8Array, name: string): boolean {
  return kind.recognises(bytesFor(file).subarray(0, 64 * 1024), name)
}

/** The articles of a download, and what is said of those that can't be read; for tests. */
export async function shownBy(kind: Archive, file: string | Uint8Array): Promise<(Shown | string)[]> {
  const all: (Shown | string)[] = []
  for await (const one of kind.articles(heldBytes('download', bytesFor(file)))) {
    if (one.kind === 'unread') {
      all.push(`${one.key}: ${one.problem.kind}`)
      continue
    }
    const fields = Object.fromEntries(Object.entries(one.metadata).map(([name, field]) => [name, field.value]))
    const text = 'text' in one.content ? one.content.text : ''
    all.push({ key: one.key, fields, paragraphs: text.replace(/\n$/, '').split('\n\n') })
  }
  return all
}

/** The articles alone, where all could be read; for tests. */
export async function articlesIn(kind: Archive, file: string | Uint8Array): Promise<Shown[]> {
  const all = await shownBy(kind, file)
  return all.map(one => {
    if (typeof one === 'string') throw new Error(one)
    return one
  })
}

function bytesFor(file: string | Uint8Array): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file
}
