import { partsOf } from '../../shared/annotation/footprint.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { partsOf as partsOfFacts, zonesOf } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { partsOfProjectEdit } from '../../shared/project/projectEdit.ts'
import type { RefusedWork } from '../../shared/words/refusedWork.ts'
import { editedBy } from './edited.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ProjectStore } from './project.ts'
import type { ReadingStore } from './reading.ts'
import type { Change, Recorder, Refusal } from './recorder.ts'
import { isTouchedBy } from './touching.ts'

interface Parts {
  readonly recorder: Recorder
  readonly reading: ReadingStore
  readonly project: Pick<ProjectStore, 'describe'>
  readonly opening: Pick<Opening, 'reread'>
  /** Says what was taken back, and why; null where it is a bug. */
  readonly tellRefused: (work: RefusedWork, problem: ProblemNotice | null) => void
  /** Says that so many changes of an article can't be saved. */
  readonly tellLost: (changes: number, article: OpenArticle) => void
}

/**
 * What becomes of edits that will never be saved: the window gives them up too,
 * and says so. What it shows is what the desktop holds, at the latest once what
 * is under way has been settled.
 */
export function followRefusals({ recorder, reading, project, opening, tellRefused, tellLost }: Parts): () => void {
  const stale = new Set<string>()

  function takeBack({ change, problem, later }: Extract<Refusal, { kind: 'edit' }>): void {
    tellRefused(workOf(change), problem)
    reading.forget([change])
    if (change.file === 'project') reading.takeBackProject(change, later)
    else if (isTouchedBy(change, later)) void rereadOnceSettled(change.article)
    else reading.takeBack(change)
  }

  /** Later edits stand on the refused one: only the desktop knows what became of the things they touch. */
  async function rereadOnceSettled(ticket: string): Promise<void> {
    if (stale.has(ticket)) return
    stale.add(ticket)
    await recorder.settled(ticket)
    stale.delete(ticket)
    if (reading.getState().article?.ticket === ticket) await opening.reread()
  }

  function giveUp({ changes }: Extract<Refusal, { kind: 'article' }>): void {
    const article = reading.madeIn(changes[0]!)?.article
    reading.forget(changes)
    for (const change of changes)
      if (change.file === 'project') tellRefused(workOf(change), { kind: 'unknown-ticket', detail: '' })
    if (!article) return
    article.closeForWriting({ kind: 'unknown-ticket', detail: '' })
    reading.arrived(article)
    tellLost(changes.length, article)
  }

  /** What a change is about, in the words of the text. */
  function workOf(change: Change): RefusedWork {
    const place = reading.madeIn(change)
    if (!place) return { file: change.file, words: [] }
    const { article, undo } = place
    if (change.file === 'project' || !article) return { file: 'project', words: namesIn(change) }
    if (change.file === 'facts') {
      const beginnings = zonesOf(change.edit).map(({ quote }) => quote.replace(/\s+/g, ' ').trim())
      const said = partsOfFacts(change.edit).flatMap(part => {
        if (part.kind === 'encoding') return [part.encoding?.toUpperCase() ?? '']
        return part.kind === 'field' ? [part.to?.value ?? ''] : []
      })
      if (said.length > 0) return { file: 'facts', words: said.filter(Boolean), about: 'article' }
      return { file: 'facts', words: beginnings }
    }
    if (undo.file !== 'layer') return { file: 'layer', words: [] }
    const annotations = editedBy(change.edit, undo.edit).map(({ was, now }) => now ?? was)
    const linked = [...partsOf(change.edit), ...partsOf(undo.edit)].map(part =>
      part.kind === 'putLink' ? article.present.annotations.get(part.link.from) : undefined,
    )
    const named = annotations.length > 0 ? annotations : linked
    return { file: 'layer', words: [...new Set(named.flatMap(one => (one ? [Layer.describe(one)] : [])))] }
  }

  /** What a person calls the records that a change of the project touches. */
  function namesIn(change: Change): string[] {
    if (change.file !== 'project') return []
    const names = partsOfProjectEdit(change.edit).flatMap(part =>
      part.of === 'codebook' ? [] : [project.describe(part.of, part.id)],
    )
    return [...new Set(names)]
  }

  return recorder.onRefused(refusal => (refusal.kind === 'edit' ? takeBack(refusal) : giveUp(refusal)))
}
