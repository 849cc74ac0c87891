import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { readBounded } from '../disk/readBounded.ts'
import { ANSWER_KEY } from '../work/holdsAnswersAlone.ts'
import type { TellGround } from './tellGround.ts'
import type { MadeFile } from './writeImported.ts'

/** All that one person answered, as it is in the workspace. */
export interface AnswersOfOne {
  readonly id: string
  /** As they are called. */
  readonly name: string
  readonly verdicts: number
  readonly comments: number
  /** The files that their answers made, as they are now. */
  readonly files: readonly MadeFile[]
}

/** What answers are in the workspace, by id; `only`: of these ids alone. Files of others are looked into, and none is written. */
export async function answersHere(ground: TellGround, only: readonly string[] | null = null): Promise<AnswersOfOne[]> {
  const { fence, bench, articles, signal } = ground
  const found = new Map<string, AnswersOfOne>()
  let done = 0
  for (const { path, layers } of articles) {
    signal?.throwIfAborted()
    ground.told?.(++done, articles.length)
    for (const { annotator: id } of layers) {
      if (only && !only.includes(id)) continue
      const file = sidecarName(path, id)
      const bytes = await bytesOf(join(fence.root, ...file.split('/')))
      // A key of an answer's can't stand in a file that hasn't these letters: most needn't be read any further.
      if (!bytes || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`"${ANSWER_KEY}`)) continue
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const one = await bench.run('answererOf', { bytes }, { signal })
      if (!one) continue
      const { verdicts = 0, comments = 0, files = [] } = found.get(id) ?? {}
      found.set(id, {
        ...{ id, name: one.name, files: [...files, { path: file, sha256 }] },
        ...{ verdicts: verdicts + one.verdicts, comments: comments + one.comments },
      })
    }
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1))

  async function bytesOf(place: string): Promise<Uint8Array | null> {
    try {
      return await readBounded(ground.disk, place, MAX_SIDECAR_BYTES, fence)
    } catch (error) {
      // What can't be read is nobody's answer; it is told where it is read.
      if (error instanceof Problem) return null
      throw error
    }
  }
}
