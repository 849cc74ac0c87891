import type { Circumstance, Circumstances } from '../../shared/commands/commands.ts'
import type { WorkedOn } from '../../shared/contract/contract.ts'
import { type Reading, selectedAnnotation, selectedText } from './reading.ts'

/** The part of the desk that commands depend on. */
export interface Holding {
  readonly reading: Reading
  readonly hasWorkspace: boolean
  /** On which of their layers the person works. */
  readonly worksOn: WorkedOn
  readonly isArticleFocused: boolean
  /** Whether layers are compared, or about to be. */
  readonly isComparing: boolean
  /** Whether there is an annotation that selected words can become a part of. */
  readonly hasCompanion: boolean
  /** Whether layers have been compared to decide on them. */
  readonly isReviewing: boolean
  /** Whether one of the differences is at hand. */
  readonly hasCase: boolean
}

/** What holds now, in one place: menus, palette, keys and help ask no one else. */
export function circumstancesOf({
  reading,
  hasWorkspace,
  worksOn,
  isArticleFocused,
  isComparing,
  hasCompanion,
  isReviewing,
  hasCase,
}: Holding): Circumstances {
  const text = selectedText(reading) !== null
  const annotation = selectedAnnotation(reading) !== undefined
  const holds: Record<Circumstance, boolean> = {
    always: true,
    'workspace-open': hasWorkspace,
    'on-own-layers': hasWorkspace && worksOn === 'own',
    'on-gold': hasWorkspace && worksOn === 'gold',
    'article-open': reading.article !== null,
    'article-focused': reading.article !== null && isArticleFocused,
    'can-annotate': reading.article?.canAnnotate ?? false,
    'in-the-past': reading.article !== null && reading.article.past !== null,
    comparing: reading.article !== null && isComparing,
    'held-elsewhere': reading.article?.head?.holder?.mayBeGone ?? false,
    'has-namesake': reading.article?.head?.problem?.kind === 'annotator-taken',
    'can-change-zone':
      reading.article?.factsProblem === null && reading.article.past === null && reading.article.compared === null,
    'can-choose-encoding': reading.article?.canChooseEncoding ?? false,
    'text-selected': text,
    'annotation-selected': annotation,
    'text-or-annotation-selected': text || annotation,
    'can-add-span': text && hasCompanion,
    'can-undo': reading.undos.length > 0,
    'can-redo': reading.redos.length > 0,
    reviewing: isReviewing,
    'case-at-hand': hasCase,
  }
  return new Set((Object.keys(holds) as Circumstance[]).filter(name => holds[name]))
}
