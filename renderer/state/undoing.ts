import { stands } from '../../shared/annotation/anchor.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { isAsLeft, partsOf } from '../../shared/annotation/footprint.ts'
import { zonesOf } from '../../shared/facts/facts.ts'
import { isProjectAsLeft } from '../../shared/project/projectFootprint.ts'
import { blockIndexAt } from './blocks.ts'
import type { BulkStore } from './bulk.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ProjectStore } from './project.ts'
import { articleOf, type Back, type Entry, type ReadingStore } from './reading.ts'

/** Why an entry can't be applied: its words are gone or its file is read only, or what it touches was changed outside. */
export type WhyNot = 'words' | 'changed'

interface Parts {
  readonly reading: ReadingStore
  readonly project: ProjectStore
  readonly bulk: Pick<BulkStore, 'step'>
  readonly opening: Pick<Opening, 'open'>
  /** Says that an entry can't be applied any more. */
  readonly refuse: (why: WhyNot) => void
}

/**
 * Undo and redo of everything done in this window. An entry of another article
 * opens that article first; one of the project, or of many articles, needs none
 * open. An entry that doesn't fit what is there now, because
 * a file changed meanwhile, is refused and stays where it is: it would take back
 * somebody else's work in silence.
 */
export function makeUndoing({ reading, project, bulk, opening, refuse }: Parts) {
  let busy = false

  /** Resolves to whether the step was taken. */
  async function step(from: 'undos' | 'redos', to: 'undos' | 'redos', go: () => void): Promise<boolean> {
    const entry = reading.getState()[from].at(-1)
    if (!entry || busy) return false
    busy = true
    try {
      if (entry.kind === 'bulk') return await bulk.step(entry, from, to)
      const ticket = articleOf(entry)
      if (ticket !== null && !(await isOpen(ticket))) return false
      if (reading.getState()[from].at(-1) !== entry) return false
      const why = whyNot(entry)
      if (why) refuse(why)
      else go()
      return why === null
    } finally {
      busy = false
    }
  }

  /** Opens an article, with all of its layer. */
  async function isOpen(ticket: string): Promise<boolean> {
    if (!(await opening.open(ticket))) return false
    const { article } = reading.getState()
    await article?.filled
    return article !== null && article === reading.getState().article
  }

  /** Why an entry doesn't fit what is there now; null where all of it does. */
  function whyNot(entry: Extract<Entry, { kind: 'changes' }>): WhyNot | null {
    const { article } = reading.getState()
    for (const back of entry.changes) {
      const why = back.file === 'project' ? whyNotInProject(back) : article ? whyNotIn(article, back) : 'words'
      if (why) return why
    }
    return null
  }

  function whyNotInProject({ takesBack: done }: Back): WhyNot | null {
    const state = project.getState()
    if (state.problem) return 'words'
    const isOurs = done.file === 'project' && done.article === state.workspace
    return isOurs && isProjectAsLeft(state.project, done.edit) ? null : 'changed'
  }

  return {
    undo: () => step('undos', 'redos', reading.undo),
    redo: () => step('redos', 'undos', reading.redo),
  }
}

/** Why a change doesn't fit the article any more; null where it does. */
function whyNotIn(article: OpenArticle, back: Exclude<Back, { file: 'project' }>): WhyNot | null {
  const { takesBack: done } = back
  if (back.file === 'facts') {
    if (article.factsProblem || !zonesOf(back.edit).every(zone => hasItsBlock(zone, article))) return 'words'
    return done.file === 'facts' && zonesOf(done.edit).every(zone => isZoneAsLeft(zone, article)) ? null : 'changed'
  }
  if (!article.canAnnotate) return 'words'
  if (done.file !== 'layer' || !isAsLeft(article.layer, done.edit)) return 'changed'
  return fits(back.edit, article.text) ? null : 'words'
}

function fits(edit: Edit, text: string): boolean {
  return partsOf(edit).every(part => {
    if (part.kind === 'putLink') return !part.link.cue || stands(text, part.link.cue)
    return part.kind !== 'put' || part.annotation.spans.every(span => stands(text, span))
  })
}

type ZoneEdit = ReturnType<typeof zonesOf>[number]

/** Whether the block is still cut as it was, and begins with the same words. */
function hasItsBlock({ span, quote }: ZoneEdit, article: OpenArticle): boolean {
  const block = article.blocks[blockIndexAt(article.blocks, span.start)]
  return block?.start === span.start && block.end === span.end && article.quoteOfBlock(block) === quote
}

/** Whether a block is still what the edit said. What the reader says of one whose correction was taken back isn't known. */
function isZoneAsLeft({ span, zone }: ZoneEdit, { blocks }: OpenArticle): boolean {
  return zone === null || blocks[blockIndexAt(blocks, span.start)]?.zone === zone
}
