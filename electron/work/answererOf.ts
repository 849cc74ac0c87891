import { Problem } from '../../shared/problems/problem.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { holdsAnswersAlone } from './holdsAnswersAlone.ts'

/** What the keys of layers begin with that answers made; no device's key does. */
export const ANSWER_KEY = 'answer-'

/** A layer that answers made. */
export interface Answerer {
  /** As they are called. */
  readonly name: string
  readonly verdicts: number
  readonly comments: number
}

/** Whose answers made a layer, and how much they say; null where none did, its owner has worked in it, or the file can't be read. */
export function answererOf({ bytes }: { readonly bytes: Uint8Array }): Answerer | null {
  try {
    const file = readSidecar(bytes)
    const { name, key = '' } = headOf(file).annotator
    const layer = file as unknown as Sidecar
    if (!key.startsWith(ANSWER_KEY) || !holdsAnswersAlone(layer)) return null
    const { comments = [], verdicts = [] } = layer
    return { name, verdicts: verdicts.length, comments: comments.length }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
