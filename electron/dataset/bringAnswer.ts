import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import type { Answer } from '../../shared/packet/answer.ts'
import { type Earlier, earlierOf, noneEarlier } from '../../shared/packet/earlier.ts'
import type { Unfit } from '../../shared/packet/takeAnswer.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { createFile } from '../disk/createFile.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { codebookMarkOf } from '../saving/codebookMark.ts'
import type { AnsweredLayer } from '../work/answeredLayer.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import { keyFor, whoseIs } from './answerId.ts'
import { sourceOf } from './articleSource.ts'
import { asideFolder, putAside } from './putAside.ts'
import type { TellGround } from './tellGround.ts'
import type { MadeFile } from './writeImported.ts'

/** What became of an answer, or would. */
export interface AnswerDone {
  /** Whose layer it is in, and as they are called. */
  readonly annotator: { readonly id: string; readonly name: string }
  readonly verdicts: number
  readonly comments: number
  /** How many files are new, changed, and as they were. */
  readonly written: number
  readonly changed: number
  readonly same: number
  /** Of those that say the same: how many remember that this answer is the latest. */
  readonly dated: number
  /** What of an earlier answer of theirs goes. */
  readonly earlier: Earlier
  /** Articles in which a later answer of theirs to the same packet or letter is: nothing of this one is brought in. */
  readonly newer: readonly string[]
  /** Articles of the workspace in which a layer of that id is somebody else's: nothing of the answer is brought in. */
  readonly taken: readonly string[]
  /** The project has somebody of that id, of whom no answer is here: nothing is brought in, and no file gets in their way. */
  readonly isKnown: boolean
  readonly unfit: readonly Unfit[]
  readonly notTaken: readonly NotTaken[]
  /** What couldn't be written, and why. */
  readonly failed: readonly { readonly path: string; readonly problem: ProblemNotice }[]
  /** The folder in which the files are kept that this one changed, as they were: inside the workspace, with `/`; '' where none was. */
  readonly aside: string
  /** The files that were written, which can be taken back. */
  readonly made: readonly AnsweredFile[]
}

/** A layer's file that an answer made or changed. */
export interface AnsweredFile extends MadeFile {
  /** What stood there before; null for nothing. */
  readonly before: Uint8Array | null
}

/**
 * Brings an answer in as layers of whoever answered: comments and verdicts, no
 * annotations. Where any layer of that id in the workspace is somebody else's, or the id is that of somebody in the project, nothing is written
 * at all, so that the answer can come in whole under another id; nor is it where
 * a later answer of theirs is there. `write` false:
 * nothing is written either way. Only files that answers made are ever changed.
 */
export async function bringAnswer(
  answer: Answer,
  { id, write }: { readonly id: string; readonly write: boolean },
  ground: TellGround,
): Promise<AnswerDone> {
  const looked: Looked[] = []
  for (let place = 0; place < answer.articles.length; place++) looked.push(await look(answer, place, id, ground))
  const { others, isKnown } = await whoseIs(answer, id, ground)
  const taken = [
    ...new Set([...looked.filter(({ becomes }) => becomes === 'taken').map(({ path }) => path), ...others]),
  ]
  const newer = looked.filter(({ becomes }) => becomes === 'newer').map(({ path }) => path)
  const failed: AnswerDone['failed'][number][] = []
  const made: AnsweredFile[] = []
  const fit = looked.filter(({ becomes }) => becomes !== 'taken' && becomes !== 'newer' && becomes !== 'nothing')
  const isRefused = isKnown || taken.length + newer.length > 0
  const folder = asideFolder(ground.now(), '-replaced')
  if (write && !isRefused)
    for (const one of fit) {
      const problem = await put(one, { id, folder }, ground)
      if (!problem && one.sidecar !== null)
        made.push({ path: sidecarName(one.path, id), sha256: hashOf(one.sidecar), before: one.standing })
      if (problem) failed.push({ path: one.path, problem })
    }
  const isIn = (one: Looked) => !failed.some(({ path }) => path === one.path)
  const count = (becomes: AnsweredLayer['becomes']) => fit.filter(one => one.becomes === becomes && isIn(one)).length
  const sum = (of: (one: Looked) => number) => (isRefused ? 0 : fit.filter(isIn).reduce((sum, one) => sum + of(one), 0))
  return {
    annotator: { id, name: answer.from.name },
    ...{ verdicts: sum(one => one.verdicts.length), comments: sum(one => one.comments.length) },
    earlier: isRefused ? noneEarlier : earlierOf(fit.filter(isIn).map(({ earlier }) => earlier)),
    newer,
    ...{ written: count('new'), changed: count('changed'), same: count('same') },
    dated: fit.filter(one => one.becomes === 'same' && one.sidecar !== null && isIn(one)).length,
    ...{ taken, isKnown, failed, made },
    aside: made.some(({ before }) => before !== null) ? folder : '',
    unfit: looked.flatMap(({ unfit }) => unfit),
    notTaken: looked.flatMap(({ notTaken }) => notTaken.filter(({ why }) => why === 'problem')),
  }
}

/** What an answer comes to in one article, with the bytes of the file that it changes; null where that is new. */
interface Looked extends AnsweredLayer {
  readonly standing: Uint8Array | null
}

async function look(answer: Answer, place: number, id: string, ground: TellGround): Promise<Looked> {
  const { disk, fence, bench, articles, project, now, signal } = ground
  signal?.throwIfAborted()
  const { path } = answer.articles[place]!
  ground.told?.(place + 1, answer.articles.length)
  const found = articles.find(article => article.path === path)
  const source = found ? await sourceOf(disk, fence, found) : null
  const { verdicts, comments } = answer.articles[place]!
  // Where nothing is said a file that can't be read keeps nothing from coming in.
  if (source && 'why' in source && verdicts.length + comments.length === 0)
    return { ...ofNothing(path), notTaken: [source] }
  if (source && 'why' in source) throw new Problem(source.problem!.kind, `${path}: ${source.problem!.detail}`)
  const layer = source?.layers.find(({ annotator }) => annotator === id)
  // The worker takes the bytes that it is given.
  const standing = layer ? layer.bytes.slice() : null
  const annotator = { id, name: answer.from.name, key: keyFor(id, answer.from.name) }
  const asked = { answer, place, source, annotator, codebook: codebookMarkOf(project.codebook) }
  return { ...(await bench.run('answeredLayer', { ...asked, at: now().toISOString() }, { signal })), standing }
}

function ofNothing(path: string): Looked {
  const parts = { comments: [], verdicts: [], unfit: [], mentioned: [], notTaken: [] }
  return { path, ...parts, earlier: noneEarlier, becomes: 'nothing', sidecar: null, standing: null }
}

/** Writes one layer, and keeps in a folder what stood there. Gives the Problem that prevents it. */
async function put(
  { path, sidecar, standing }: Looked,
  { id, folder }: { readonly id: string; readonly folder: string },
  { disk, fence }: TellGround,
): Promise<ProblemNotice | null> {
  if (sidecar === null) return null
  const name = sidecarName(path, id)
  const file = join(fence.root, ...name.split('/'))
  const bytes = new TextEncoder().encode(sidecar)
  try {
    if (standing === null) await createFile(disk, fence, file, bytes)
    else {
      const lastLook = async () => {
        const there = await readBounded(disk, file, MAX_SIDECAR_BYTES, fence)
        // Somebody has written it meanwhile: nothing of theirs is written over.
        if (hashOf(there) !== hashOf(standing)) throw new Problem('file-name-taken', name)
      }
      await putAside({ path: name, bytes: standing, folder }, { disk, fence })
      await replaceFile(disk, fence, file, bytes, async () => lastLook)
    }
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: error.kind, detail: error.detail }
  }
}

function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
