import type { Answer } from '../../shared/packet/answer.ts'
import { idsOf, isOfAnother, lastAnswered } from '../../shared/packet/takeAnswer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Head } from '../../shared/sidecar/head.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { isMadeByAnswers, type OwnWork } from './holdsAnswersAlone.ts'

/** Who answers what, and the key that layers have which their answers made. */
export interface Answering extends Pick<Answer, 'to' | 'from'> {
  readonly key: string
}

/** A layer's file, and who answers. */
export interface AskedOfLayer extends Answering {
  readonly bytes: Uint8Array
}

/** Whether answers of this person made the layer, and nobody has worked in it. One that can't be read is somebody else's. */
export function isAnswerers({ bytes, ...answering }: AskedOfLayer): boolean {
  try {
    const file = readSidecar(bytes)
    return isTheirs(headOf(file), file as unknown as Sidecar, answering)
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/**
 * Whether answers of this person made a layer, and nobody has worked in it: the page that they answer in has answered
 * here before, whatever they called themselves then; or they are called the same, in whichever case, and nobody else
 * has answered the same packet here.
 */
export function isTheirs(
  { annotator, rest }: Pick<Head, 'annotator' | 'rest'>,
  work: OwnWork,
  answering: Answering,
): boolean {
  const { key, from } = answering
  if (!isMadeByAnswers(annotator, work)) return false
  const brought = [...(work.comments ?? []), ...(work.verdicts ?? [])]
  if (isOfSamePage(brought, rest, answering)) return true
  if (brought.some(({ id }) => isOfAnother(id, answering))) return false
  return annotator.key === key || folded(annotator.name) === folded(from.name)
}

/** Whether something in a layer came from the very page that is answered in, which has a key of its own, or is somebody's letter. */
function isOfSamePage(
  brought: readonly { readonly id: string }[],
  rest: string | undefined,
  answering: Answering,
): boolean {
  if (answering.from.key === undefined && answering.from.id === undefined) return false
  return lastAnswered(rest, answering) !== '' || brought.some(({ id }) => id.startsWith(idsOf(answering)))
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
