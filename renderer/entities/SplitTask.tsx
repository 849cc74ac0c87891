import { useState } from 'react'
import type { Entity } from '../../shared/project/entity.ts'
import { aliasesToMove, type SplitTarget } from '../../shared/project/splitEntity.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { EntitySearch } from '../look/EntitySearch.tsx'
import { keyOfMention } from '../state/register.ts'
import { Button } from '../ui/Button.tsx'
import { MentionList } from './MentionList.tsx'
import { Progress } from './Progress.tsx'

/** Picked mentions mean somebody else: who, what goes with them, and each annotation that is changed, before it is done. */
export function SplitTask({ entity }: { entity: Entity }) {
  const { desk } = useWorkbench()
  const { register } = desk
  const { hits } = useValue(register, state => state.mentions)
  const picked = useValue(register, state => state.picked)
  useValue(register, state => state.version)
  const running = useValue(desk.bulk, state => state.running)
  const [isSplitting, setSplitting] = useState(false)
  const [target, setTarget] = useState<SplitTarget | null>(null)
  const moving = hits.filter(hit => picked.has(keyOfMention(hit)))
  const words = (which: typeof hits) => which.map(hit => hit.quote)
  const names = aliasesToMove(entity, words(moving), words(hits.filter(hit => !picked.has(keyOfMention(hit)))))
  const nameOf = (one: SplitTarget) => (one.kind === 'new' ? one.name : (desk.entities.nameOf(one.id) ?? one.id))
  const title = en.register.splitTitle(entity.name, moving.length)

  async function split(to: SplitTarget): Promise<void> {
    const outcome = await register.split(en.register.splitWork(nameOf(to)), to, names)
    if (outcome.kind === 'done') desk.notices.say(en.register.splitDone(moving.length, nameOf(to)))
    if (outcome.kind === 'changed') desk.notices.news(en.register.changedMeanwhile)
  }

  return (
    <section className="task" aria-label={title}>
      <h3>{title}</h3>
      <EntitySearch
        label={en.register.splitTo}
        value={target ? (target.kind === 'new' ? en.register.splitNew(target.name) : nameOf(target)) : ''}
        isOut={one => one.id === entity.id}
        onChoose={({ id }) => setTarget({ kind: 'other', id })}
        onCreate={name => setTarget({ kind: 'new', id: register.newId(), entityKind: entity.kind, name })}
      />
      {names.length > 0 && <p>{en.register.splitMoves(names.join(', '))}</p>}
      <MentionList label={en.register.touched} hits={moving} fateOf={() => en.register.willChange} />
      <div className="answers">
        <Progress />
        <Button look="plain" disabled={running !== null} onClick={register.leaveTask}>
          {en.cancel}
        </Button>
        <Button
          look="main"
          disabled={!target || running !== null || isSplitting || moving.length === 0}
          onClick={() => {
            if (!target) return
            setSplitting(true)
            void split(target).finally(() => setSplitting(false))
          }}
        >
          {en.register.splitNow}
        </Button>
      </div>
    </section>
  )
}
