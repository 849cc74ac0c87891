import { join } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { createFile } from '../disk/createFile.ts'
import type { AnsweredFile } from './bringAnswer.ts'
import { type TakenBack, takeBack } from './takeBack.ts'

/**
 * Puts what an answer made out of the way, as an import is taken back: nothing
 * is deleted. Where an earlier answer of the same person stood, it stands there
 * again. What anybody has changed since stays.
 */
export async function takeBackAnswer(
  made: readonly AnsweredFile[],
  ground: Parameters<typeof takeBack>[1],
): Promise<TakenBack> {
  const done = await takeBack(made, ground)
  const stays = new Set(done.kept.map(({ path }) => path))
  const kept = [...done.kept]
  for (const { path, before } of made) {
    if (stays.has(path) || before === null) continue
    try {
      await createFile(ground.disk, ground.fence, join(ground.fence.root, ...path.split('/')), before)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      kept.push({ path, why: 'problem' })
    }
  }
  return { ...done, kept }
}
