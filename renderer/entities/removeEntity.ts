import type { Entity } from '../../shared/project/entity.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'

/** Deletes an entity that no annotation of the person's own means; what stands in the way otherwise is said. */
export function removeEntity({ register, project, notices }: Desk, { id, name }: Entity): void {
  const { mentions } = register.getState()
  const own = mentions.hits.filter(register.isOwn).length
  const others = mentions.hits.length - own
  if (own > 0) notices.news(en.register.stillMeant(name, own))
  else if (!mentions.isDone || mentions.isCut) notices.news(en.register.stillCounting)
  else {
    const ids = register.ids()
    const next = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1] ?? null
    if (!project.edit({ kind: 'drop', of: 'entities', id })) return
    register.select(next)
    if (others > 0) notices.news(en.register.removedOthers(name, others))
    else notices.say(en.register.removed(name))
  }
}
