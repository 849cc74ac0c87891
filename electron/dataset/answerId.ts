import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { Answer } from '../../shared/packet/answer.ts'
import { idsOf } from '../../shared/packet/takeAnswer.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { idFor } from '../../shared/sidecar/annotatorId.ts'
import { isAnnotatorId, sidecarName } from '../../shared/sidecar/names.ts'
import { readBounded } from '../disk/readBounded.ts'
import { ANSWER_KEY } from '../work/holdsAnswersAlone.ts'
import type { TellGround } from './tellGround.ts'

/** The id under which an answer comes in, where nobody asks for another. */
export function idOfAnswer({ from }: Answer): string {
  return from.id !== undefined && isAnnotatorId(from.id) ? from.id : idFor(from.name)
}

/** The id of a layer in the articles of an answer that came from the very page it was given in, whatever its reader was called then; null for none. */
export async function idOfSamePage(
  answer: Answer,
  { disk, fence, bench, articles, signal }: TellGround,
): Promise<string | null> {
  const { to, from } = answer
  if (from.key === undefined) return null
  const begin = idsOf(answer)
  const answered = new Set(answer.articles.map(({ path }) => path))
  for (const { path, layers } of articles) {
    if (!answered.has(path)) continue
    for (const { annotator: id } of layers) {
      signal?.throwIfAborted()
      const place = join(fence.root, ...sidecarName(path, id).split('/'))
      const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(orNull)
      // Ids that the page gives can't stand in a file that hasn't these letters.
      if (!bytes || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(begin)) continue
      if (await bench.run('isAnswerers', { bytes, to, from, key: keyFor(id, from.name) }, { signal })) return id
    }
  }
  return null
}

/** Whether layers under an id hold something that came from the very page that an answer was given in. One without a key tells nothing of that, and is theirs by its name. */
export async function isOfPageIn(
  answer: Answer,
  id: string,
  { disk, fence, articles, signal }: TellGround,
): Promise<boolean> {
  if (answer.from.key === undefined) return true
  for (const { path, layers } of articles) {
    if (!layers.some(({ annotator }) => annotator === id)) continue
    signal?.throwIfAborted()
    const place = join(fence.root, ...sidecarName(path, id).split('/'))
    const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(orNull)
    if (bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(idsOf(answer))) return true
  }
  return false
}

/** What can't be read is nobody's answer; it is told where it is read. */
function orNull(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

/**
 * The id under which an answer comes in beside what whoever answered annotated
 * here: theirs, where nobody has it or earlier answers of theirs do, and else
 * one that is made of it; never `except`, which is somebody's who didn't answer.
 */
export async function freeIdOf(answer: Answer, ground: TellGround, except: string | null = null): Promise<string> {
  const known = await idOfSamePage(answer, ground)
  if (known !== null) return known
  const begin = idOfAnswer(answer)
  for (let number = 0; number < 100; number++) {
    const end = number === 0 ? '' : number === 1 ? '-answers' : `-answers-${number}`
    const id = `${begin.slice(0, 32 - end.length).replace(/-+$/, '')}${end}`
    if (id === except) continue
    const { others, isKnown } = await whoseIs(answer, id, ground)
    if (others.length === 0 && !isKnown) return id
  }
  return begin
}

/** In which articles of the workspace a layer of the id is somebody else's; and whether the project has somebody of that id, of whom no answer is here. */
export async function whoseIs(
  answer: Answer,
  id: string,
  { disk, fence, bench, articles, project, signal }: TellGround,
): Promise<{ readonly others: readonly string[]; readonly isKnown: boolean }> {
  const others: string[] = []
  let own = 0
  for (const { path, layers } of articles) {
    if (!layers.some(({ annotator }) => annotator === id)) continue
    signal?.throwIfAborted()
    const bytes = await readBounded(
      disk,
      join(fence.root, ...sidecarName(path, id).split('/')),
      MAX_SIDECAR_BYTES,
      fence,
    )
    const asked = { bytes, to: answer.to, from: answer.from, key: keyFor(id, answer.from.name) }
    if (await bench.run('isAnswerers', asked, { signal })) own++
    else others.push(path)
  }
  return { others, isKnown: own === 0 && idsIn(project).has(id) }
}

/** Ids of everybody whom the project names. */
function idsIn({ people, assignments, rounds }: TellGround['project']): ReadonlySet<string> {
  return new Set([
    ...people.map(({ id }) => id),
    ...assignments.map(({ annotator }) => annotator),
    ...rounds.flatMap(({ annotators }) => annotators),
  ])
}

/** The key of layers that answers made: the same for answers of one person under one id, and never a device's. */
export function keyFor(id: string, name: string): string {
  return `${ANSWER_KEY}${createHash('sha256').update(`${id}\n${name}`).digest('hex').slice(0, 32)}`
}
