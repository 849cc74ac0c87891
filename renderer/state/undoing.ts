import { stands } from '../../shared/annotation/anchor.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { isAsLeft, partsOf } from '../../shared/annotation/footprint.ts'
import { zonesOf } from '../../shared/facts/facts.ts'
import { blockIndexAt } from './blocks.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { Entry, ReadingStore } from './reading.ts'

/** Why an entry can't be applied: its words are gone or its file is read only, or what it touches was changed outside. */
export type WhyNot = 'words' | 'changed'

interface Parts {
  readonly reading: ReadingStore
  readonly opening: Pick<Opening, 'open'>
  /** Says that an entry can't be applied any more. */
  readonly refuse: (why: WhyNot) => void
}

/**
 * Undo and redo of everything done in this window. An entry of another article
 * opens that article first. An entry that doesn't fit what is there now, because
 * a file changed meanwhile, is refused and stays where it is: it would take back
 * somebody else's work in silence.
 */
export function makeUndoing({ reading, opening, refuse }: Parts) {
  let busy = false

  /** Resolves to whether the step was taken. */
  async function step(entries: 'undos' | 'redos', go: () => void): Promise<boolean> {
    const entry = reading.getState()[entries].at(-1)
    if (!entry || busy) return false
    busy = true
    try {
      if (!(await opening.open(entry.article))) return false
      const { article } = reading.getState()
      await article?.filled
      if (article !== reading.getState().article || reading.getState()[entries].at(-1) !== entry) return false
      const why = article ? whyNot(entry, article) : 'words'
      if (why) refuse(why)
      else go()
      return why === null
    } finally {
      busy = false
    }
  }

  return { undo: () => step('undos', reading.undo), redo: () => step('redos', reading.redo) }
}

/** Why a change doesn't fit the article any more; null where it does. */
function whyNot(entry: Entry, article: OpenArticle): WhyNot | null {
  if (entry.file === 'facts') {
    if (article.factsProblem || !zonesOf(entry.edit).every(zone => hasItsBlock(zone, article))) return 'words'
    const done = entry.takesBack
    return done.file === 'facts' && zonesOf(done.edit).every(zone => isZoneAsLeft(zone, article)) ? null : 'changed'
  }
  const done = entry.takesBack
  if (!article.canAnnotate) return 'words'
  if (done.file !== 'layer' || !isAsLeft(article.layer, done.edit)) return 'changed'
  return fits(entry.edit, article.text) ? null : 'words'
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
