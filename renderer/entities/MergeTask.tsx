import { useState } from 'react'
import type { Role } from '../../shared/project/entity.ts'
import { idsOf, merged } from '../../shared/project/mergeEntities.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { entityOfHit } from '../state/register.ts'
import { Button } from '../ui/Button.tsx'
import { LeftOut } from './LeftOut.tsx'
import { MentionList } from './MentionList.tsx'
import { Progress } from './Progress.tsx'

/** What merging the ticked entities comes to, before it is done: which stays, what it becomes, and every annotation that is touched. */
export function MergeTask() {
  const { desk } = useWorkbench()
  const { register } = desk
  const ticked = useValue(register, state => state.ticked)
  const mentions = useValue(register, state => state.mentions)
  const counts = useValue(register, state => state.counts)
  useValue(register, state => state.version)
  useValue(desk.project, state => state.version)
  const running = useValue(desk.bulk, state => state.running)
  const { project, entities } = desk.project.getState()
  const ids = [...ticked].filter(id => entities.has(id))
  const often = (id: string) => counts.get(id)?.own ?? 0
  const [wanted, setWanted] = useState(() => [...ids].sort((one, other) => often(other) - often(one))[0] ?? '')
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [isMerging, setMerging] = useState(false)
  if (ids.length < 2) return null
  const keep = ids.includes(wanted) ? wanted : ids[0]!
  const gone = ids.filter(id => id !== keep)
  const result = merged(project, { keep, gone, chosen })
  const going = new Set(gone.flatMap(id => idsOf(project, id)))
  const touched = mentions.hits.filter(hit => going.has(entityOfHit(hit) ?? ''))
  const own = touched.filter(register.isOwn)
  const name = entities.get(keep)!.name

  async function merge(): Promise<void> {
    const names = gone.map(id => entities.get(id)!.name).join(', ')
    const outcome = await register.merge(en.register.mergeWork(name), { keep, gone, chosen })
    if (outcome.kind === 'done') desk.notices.say(en.register.merged(names, name))
    if (outcome.kind === 'changed') desk.notices.news(en.register.changedMeanwhile)
  }

  const facts = [
    [en.register.aliases, result.aliases.join(', ')],
    [en.register.roles, result.roles.map(role => en.entities.role(role as unknown as Role)).join('; ')],
    [
      en.register.ids,
      Object.entries(result.externalIds)
        .map(([register, id]) => en.inspector.other(register, id))
        .join(', '),
    ],
    [en.register.parent, result.parent === null ? '' : (desk.entities.nameOf(result.parent) ?? result.parent)],
    [en.register.note, result.note ?? ''],
  ].filter(([, value]) => value !== '')
  return (
    <section className="task" aria-label={en.register.mergeTitle(ids.length)}>
      <h3>{en.register.mergeTitle(ids.length)}</h3>
      <fieldset className="choices">
        <legend>{en.register.keep}</legend>
        {ids.map(id => (
          <label key={id}>
            <input type="radio" name="keep" checked={id === keep} onChange={() => setWanted(id)} />
            <bdi>{entities.get(id)!.name}</bdi>
            <span className="faint small">{en.entities.kind(entities.get(id)!.kind)}</span>
          </label>
        ))}
      </fieldset>
      {result.conflicts.map(({ register: place, ids }) => (
        <fieldset key={place} className="choices conflict">
          <legend>{en.register.conflict(place)}</legend>
          {ids.map(id => (
            <label key={id}>
              <input
                type="radio"
                name={`id ${place}`}
                checked={result.externalIds[place] === id}
                onChange={() => setChosen({ ...chosen, [place]: id })}
              />
              {id}
            </label>
          ))}
        </fieldset>
      ))}
      {facts.length > 0 && (
        <dl aria-label={en.register.becomes}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className="faint">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p role="status">
        {mentions.problem
          ? [en.problems[mentions.problem.kind].title, en.register.notWhole].join('. ')
          : mentions.isDone
            ? [
                en.register.willChangeCount(own.length, new Set(own.map(hit => hit.article)).size),
                en.register.understoodCount(touched.length - own.length),
              ]
                .filter(Boolean)
                .join(' ')
            : en.register.looking}
      </p>
      <LeftOut unread={mentions.unread} count={mentions.unreadCount} />
      {touched.length > 0 && (
        <MentionList
          label={en.register.touched}
          hits={touched}
          fateOf={hit => (register.isOwn(hit) ? en.register.willChange : en.register.understood)}
        />
      )}
      <div className="answers">
        <Progress />
        <Button look="plain" disabled={running !== null} onClick={register.leaveTask}>
          {en.cancel}
        </Button>
        {mentions.problem && <Button onClick={register.refresh}>{en.register.lookAgain}</Button>}
        <Button
          look="main"
          disabled={!mentions.isDone || mentions.problem !== null || running !== null || isMerging}
          onClick={() => {
            setMerging(true)
            void merge().finally(() => setMerging(false))
          }}
        >
          {en.register.mergeNow}
        </Button>
      </div>
    </section>
  )
}
