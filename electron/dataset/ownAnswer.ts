import type { Edit } from '../../shared/annotation/edit.ts'
import type { Answer } from '../../shared/packet/answer.ts'
import { earlierOf, noneEarlier } from '../../shared/packet/earlier.ts'
import type { AnsweredEdit } from '../work/answeredEdit.ts'
import { sourceOf } from './articleSource.ts'
import type { TellGround } from './tellGround.ts'

/** A change of one article's layer of the person who is at work here. */
export interface OwnChange {
  readonly path: string
  readonly edit: Edit
  /** The edit that leaves things as they were. */
  readonly seen: Edit | null
  /** Whether it does no more than remember when the answer was made. */
  readonly isOnlyDated: boolean
}

/** What an answer of the person who is at work here comes to: nothing is written, the changes are theirs to make. */
export interface OwnAnswer extends Pick<AnsweredEdit, 'unfit' | 'notTaken' | 'earlier'> {
  readonly changes: readonly OwnChange[]
  /** How many verdicts and comments are new or other than they were. */
  readonly verdicts: number
  readonly comments: number
  /** Articles in which a later answer of theirs to the same packet or letter was taken up: nothing of this one is, anywhere. */
  readonly newer: readonly string[]
}

/** Looks what an answer comes to in the layers of whoever gave it and is at work here. Throws what reading their layers throws. */
export async function ownAnswer(answer: Answer, me: string, ground: TellGround): Promise<OwnAnswer> {
  const { disk, fence, bench, articles, now, signal } = ground
  const changes: OwnChange[] = []
  const looked: AnsweredEdit[] = []
  for (const [place, { path, verdicts, comments }] of answer.articles.entries()) {
    signal?.throwIfAborted()
    ground.told?.(place + 1, answer.articles.length)
    const found = articles.find(article => article.path === path)
    // Where nothing is said and nothing can be withdrawn, nothing needs to be read.
    const hasOwn = found?.layers.some(({ annotator }) => annotator === me)
    if (verdicts.length + comments.length === 0 && !hasOwn) continue
    const source = found ? await sourceOf(disk, fence, found) : null
    if (source && 'why' in source) {
      looked.push({ ...ofNothing(path), notTaken: [source] })
      continue
    }
    const one = await bench.run('answeredEdit', { answer, place, source, me, at: now().toISOString() }, { signal })
    looked.push(one)
    if (one.edit) changes.push({ path, edit: one.edit, seen: one.seen, isOnlyDated: one.isOnlyDated })
  }
  const newer = looked.filter(({ isBehind }) => isBehind).map(({ path }) => path)
  const sum = (of: (one: AnsweredEdit) => number) =>
    newer.length > 0 ? 0 : looked.reduce((sum, one) => sum + of(one), 0)
  return {
    changes: newer.length > 0 ? [] : sparing(changes),
    newer,
    ...{ verdicts: sum(one => one.verdicts.length), comments: sum(one => one.comments.length) },
    earlier: newer.length > 0 ? noneEarlier : earlierOf(looked.map(({ earlier }) => earlier)),
    unfit: looked.flatMap(({ unfit }) => unfit),
    notTaken: looked.flatMap(({ notTaken }) => notTaken.filter(({ why }) => why === 'problem')),
  }
}

function ofNothing(path: string): AnsweredEdit {
  const parts = { comments: [], verdicts: [], unfit: [], mentioned: [], notTaken: [] }
  const none = { edit: null, seen: null, isOnlyDated: false, isBehind: false }
  return { path, ...parts, ...none, earlier: noneEarlier }
}

/** One article is enough to remember when an answer was made: others aren't touched for that alone. */
function sparing(changes: readonly OwnChange[]): readonly OwnChange[] {
  const told = changes.filter(({ isOnlyDated }) => !isOnlyDated)
  return told.length > 0 ? told : changes.slice(0, 1)
}
