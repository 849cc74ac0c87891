import { Layer } from '../../shared/annotation/layer.ts'
import type { Hit } from '../../shared/search/hit.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { Referred } from '../state/entities.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { selectAndSay } from './actions.ts'
import { labelOf } from './labelOf.ts'
import { showHit } from './searchActions.ts'

/** Asks who or what the selected annotation means; says so where its tag means nobody. */
export function chooseEntity({ reading, entities, dialogs, notices, workspace }: Desk): void {
  const annotation = selectedAnnotation(reading.getState())
  if (!annotation) return
  if (annotation.entity === undefined && entities.kindsFor(annotation.tag).length === 0)
    notices.news(en.entities.noKinds(labelOf(workspace.getState().codebook.tags, annotation.tag)))
  else dialogs.pick('entity')
}

/** Says what became of a choice: who is meant, whether that one is new, and by which words it is known from now on. */
export function sayReferred({ notices }: Desk, referred: Referred | null): void {
  if (!referred) return
  const { annotation, entity, count, isNew, alias } = referred
  const said = [
    isNew && en.entities.created(entity.name, en.entities.kind(entity.kind)),
    count > 0 ? en.entities.said(Layer.describe(annotation), entity.name, count) : !isNew && en.entities.unchanged,
    alias !== null && en.entities.learned(alias, entity.name),
  ]
  notices.say(said.filter(Boolean).join(' '))
}

/** The selected annotation means nobody in particular any more. */
export function clearEntity({ entities, notices }: Desk): void {
  const cleared = entities.clear()
  if (cleared) notices.say(en.entities.cleared(Layer.describe(cleared)))
}

/** Shows the register, at the entity that the selected annotation means. */
export function openRegister({ dialogs, register, reading, entities }: Desk): void {
  register.open(entities.of(selectedAnnotation(reading.getState())?.entity)?.id ?? null)
  dialogs.open('entities')
}

/** Opens what means an entity where it stands, and leaves the register. */
export async function openMention(desk: Desk, hit: Hit): Promise<void> {
  const { dialogs, opening, reading, register, notices } = desk
  register.close()
  dialogs.close()
  if (!(await opening.open(hit.article))) return
  requestAnimationFrame(() => desk.stage.page?.focus())
  const isThere = await showHit(desk, hit, () => true)
  if (!isThere) notices.news(en.register.mentionGone)
  const annotation = selectedAnnotation(reading.getState())
  if (isThere && annotation) selectAndSay(desk, annotation)
}
