import { Problem } from '../../shared/problems/problem.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { isMadeByAnswers } from './holdsAnswersAlone.ts'

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
    const { annotator } = headOf(file)
    const layer = file as unknown as Sidecar
    if (!isMadeByAnswers(annotator, layer)) return null
    const { comments = [], verdicts = [] } = layer
    return { name: annotator.name, verdicts: verdicts.length, comments: comments.length }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
