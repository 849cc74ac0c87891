import { stands } from '../../shared/annotation/anchor.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { OpenArticle } from './openArticle.ts'
import type { Opening } from './opening.ts'
import type { ReadingStore } from './reading.ts'
import type { Change } from './recorder.ts'

interface Parts {
  readonly reading: ReadingStore
  readonly opening: Pick<Opening, 'open'>
  /** Says that an entry can't be applied any more. */
  readonly refuse: () => void
}

/**
 * Undo and redo of everything done in this window. An entry of another article
 * opens that article first. An entry whose words aren't there any more, because
 * the file changed meanwhile, is refused and stays where it is.
 */
export function makeUndoing({ reading, opening, refuse }: Parts) {
  let busy = false

  async function step(entries: 'undos' | 'redos', go: () => void): Promise<void> {
    const entry = reading.getState()[entries].at(-1)
    if (!entry || busy) return
    busy = true
    try {
      if (!(await opening.open(entry.article))) return
      const { article } = reading.getState()
      await article?.filled
      if (article !== reading.getState().article || reading.getState()[entries].at(-1) !== entry) return
      if (article && applies(entry, article)) go()
      else refuse()
    } finally {
      busy = false
    }
  }

  return { undo: () => step('undos', reading.undo), redo: () => step('redos', reading.redo) }
}

/** Whether a change still fits the article: its layer may be written and its words stand at their place. */
function applies(change: Change, article: OpenArticle): boolean {
  if (change.file === 'facts') return true
  return article.canAnnotate && fits(change.edit, article.text)
}

function fits(edit: Edit, text: string): boolean {
  if (edit.kind === 'all') return edit.edits.every(part => fits(part, text))
  return edit.kind !== 'put' || edit.annotation.spans.every(span => stands(text, span))
}
