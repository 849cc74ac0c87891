import { stands } from '../../shared/annotation/anchor.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { isAsLeft, partsOf } from '../../shared/annotation/footprint.ts'
import { standsIn } from '../../shared/annotation/standsIn.ts'
import { type FactsEdit, partsOf as partsOfFacts, zonesOf } from '../../shared/facts/facts.ts'
import { allOf } from '../../shared/project/projectEdit.ts'
import { isProjectAsLeft } from '../../shared/project/projectFootprint.ts'
import { blockIndexAt } from './blocks.ts'
import type { BulkStore } from './bulk.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ProjectStore } from './project.ts'
import { articleOf, type Back, type Entry, type ReadingStore } from './reading.ts'
import type { Rebinding } from './rebinding.ts'
import type { Change } from './recorder.ts'
import type { RightAsIsStore } from './rightAsIs.ts'

/** Why an entry can't be applied: its words are gone or its file is read only, or what it touches was changed outside. */
export type WhyNot = 'words' | 'changed' | 'busy'

interface Parts {
  readonly reading: ReadingStore
  readonly project: ProjectStore
  readonly bulk: Pick<BulkStore, 'step' | 'getState'>
  readonly opening: Pick<Opening, 'open'>
  readonly rebinding: Pick<Rebinding, 'step'>
  readonly rightAsIs: Pick<RightAsIsStore, 'step'>
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
export function makeUndoing({ reading, project, bulk, opening, rebinding, rightAsIs, refuse }: Parts) {
  let busy = false

  /** Resolves to whether the step was taken. */
  async function step(from: 'undos' | 'redos', to: 'undos' | 'redos', go: () => void): Promise<boolean> {
    const entry = reading.getState()[from].at(-1)
    if (!entry || busy) return false
    if (entry.kind === 'keys') {
      const isTaken = rebinding.step(entry, from, to)
      if (!isTaken) refuse('changed')
      return isTaken
    }
    if (entry.kind === 'right') {
      rightAsIs.step(entry, from, to)
      return true
    }
    if (bulk.getState().running) {
      refuse('busy')
      return false
    }
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
  function whyNot({ changes }: Extract<Entry, { kind: 'changes' }>): WhyNot | null {
    const { article } = reading.getState()
    const made = [...changes].reverse().map(({ takesBack }) => takesBack)
    const ofArticle = changes.flatMap(back => (back.file === 'project' ? [] : [back]))
    if (ofArticle.length > 0) {
      const why = article ? whyNotIn(article, ofArticle, made) : 'words'
      if (why) return why
    }
    return whyNotInProject(made.flatMap(one => (one.file === 'project' ? [one] : [])))
  }

  function whyNotInProject(made: readonly Extract<Change, { file: 'project' }>[]): WhyNot | null {
    if (made.length === 0) return null
    const state = project.getState()
    if (state.problem) return 'words'
    const isOurs = made.every(({ article }) => article === state.workspace)
    return isOurs && isProjectAsLeft(state.project, allOf(made.map(({ edit }) => edit))) ? null : 'changed'
  }

  return {
    undo: () => step('undos', 'redos', reading.undo),
    redo: () => step('redos', 'undos', reading.redo),
  }
}

/**
 * Why changes don't fit the article any more; null where they do. What `made`
 * left behind has to be there still, taken together: what one change of an
 * entry left, the next one may have changed.
 */
function whyNotIn(
  article: OpenArticle,
  changes: readonly Exclude<Back, { file: 'project' }>[],
  made: readonly Change[],
): WhyNot | null {
  const zones = changes.flatMap(({ file, edit }) => (file === 'facts' ? zonesOf(edit) : []))
  if (zones.length > 0 && (article.factsProblem || !zones.every(zone => hasItsBlock(zone, article)))) return 'words'
  const factsOf = (all: readonly (Change | Back)[]) =>
    all.flatMap(one => (one.file === 'facts' ? partsOfFacts(one.edit).filter(({ kind }) => kind !== 'zone') : []))
  if (factsOf(changes).length > 0 && article.factsProblem) return 'words'
  if (!factsOf(made).every(part => isSaidAsLeft(part, article))) return 'changed'
  const edits = changes.flatMap(({ file, edit }) => (file === 'layer' ? [edit] : []))
  if (edits.length > 0 && !article.isWritable) return 'words'
  const left = new Map(
    made.flatMap(({ file, edit }) => (file === 'facts' ? zonesOf(edit) : [])).map(zone => [zone.span.start, zone]),
  )
  const leftInLayer: Edit = { kind: 'all', edits: made.flatMap(({ file, edit }) => (file === 'layer' ? [edit] : [])) }
  if (!isAsLeft(article.present, leftInLayer)) return 'changed'
  if (![...left.values()].every(zone => isZoneAsLeft(zone, article))) return 'changed'
  return edits.every(edit => fits(edit, article.text)) ? null : 'words'
}

function fits(edit: Edit, text: string): boolean {
  return partsOf(edit).every(part => {
    if (part.kind === 'putLink') return !part.link.cue || stands(text, part.link.cue)
    if (part.kind === 'putComment') return standsIn(part, text)
    return part.kind !== 'put' || part.annotation.spans.every(span => stands(text, span))
  })
}

/** Whether a field, or the encoding, is still what the edit said. */
function isSaidAsLeft(part: FactsEdit, { said }: OpenArticle): boolean {
  if (part.kind === 'encoding') return said.encoding === part.encoding
  return part.kind !== 'field' || said.fields.get(part.name)?.value === part.to?.value
}

type ZoneEdit = ReturnType<typeof zonesOf>[number]

/** Whether the block is still cut as it was, and begins with the same words. */
function hasItsBlock({ span, quote }: ZoneEdit, article: OpenArticle): boolean {
  const block = article.blocks[blockIndexAt(article.blocks, span.start)]
  return block?.start === span.start && block.end === span.end && article.quoteOfBlock(block) === quote
}

/** Whether a block is still what the edit said, or what the reader says where a correction was taken back. */
function isZoneAsLeft({ span, zone }: ZoneEdit, { blocks }: OpenArticle): boolean {
  const block = blocks[blockIndexAt(blocks, span.start)]
  return zone === null ? block?.by !== 'person' : block?.zone === zone
}
