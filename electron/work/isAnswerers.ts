import type { Answer } from '../../shared/packet/answer.ts'
import { isOfAnother } from '../../shared/packet/takeAnswer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { holdsAnswersAlone } from './holdsAnswersAlone.ts'

/** A layer's file, who answers, and the key that layers have which their answers made. */
export interface AskedOfLayer extends Pick<Answer, 'to' | 'from'> {
  readonly bytes: Uint8Array
  readonly key: string
}

/** Whether answers of this person made the layer, and nobody has worked in it. One that can't be read is somebody else's. */
export function isAnswerers({ bytes, to, from, key }: AskedOfLayer): boolean {
  try {
    const file = readSidecar(bytes)
    const layer = file as unknown as Sidecar
    const { comments = [], verdicts = [] } = layer
    const isAnothers = [...comments, ...verdicts].some(({ id }) => isOfAnother(id, { to, from }))
    return headOf(file).annotator.key === key && holdsAnswersAlone(layer) && !isAnothers
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
