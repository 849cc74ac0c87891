import { useEffect, useState } from 'react'
import { withAttribute } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { Looking } from './Looking.tsx'
import { OneOf } from './OneOf.tsx'
import { useGathered } from './useGathered.ts'

/** An answer shall go: at once where nobody gave it, else which answer takes its place is asked. */
export function ChoiceStep({ tag, attribute, choice }: { tag: string; attribute: string; choice: string }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const me = desk.workingOn.me()
  const { gathered, progress } = useGathered({ what: 'annotations', tags: [tag] })
  const key = attributeKey({ tag, id: attribute })
  const question = codebook.attributes.find(one => attributeKey(one) === key)
  const label = question?.choices.find(one => one.id === choice)?.label ?? choice
  const others = question?.choices.filter(one => one.id !== choice && isOffered(one)) ?? []
  const [into, setInto] = useState(others[0]?.id ?? '')
  const uses = gathered?.hits.filter(({ annotation, unplaced }) => {
    const answer = (unplaced ?? annotation)?.attributes[attribute]
    return answer === choice || (Array.isArray(answer) && answer.includes(choice))
  })
  const isSure = gathered?.problem === null && gathered.unreadArticles + gathered.unreadLayers === 0
  const isUnused = uses?.length === 0 && isSure
  useEffect(() => {
    if (!isUnused) return
    desk.codebook.change(book =>
      withAttribute(book, key, one => ({ ...one, choices: one.choices.filter(({ id }) => id !== choice) })),
    )
    desk.notices.say(en.codebook.takenOut(label))
    desk.codebook.go(null)
  }, [desk, key, choice, label, isUnused])

  if (!uses) return <Looking {...progress} />
  const mine = uses.filter(({ annotator }) => annotator === me).length
  return (
    <div className="step">
      <h3>{en.codebook.removeTitle(label)}</h3>
      <p>{en.codebook.used(mine, uses.length - mine)}</p>
      {!isSure && <p>{en.codebook.notSure}</p>}
      {others.length > 0 && <OneOf label={en.codebook.answerInstead} among={others} chosen={into} onChoose={setInto} />}
      <div className="answers">
        <Button onClick={() => desk.codebook.go(null)}>{en.codebook.back}</Button>
        <Button
          onClick={() => {
            desk.codebook.change(book =>
              withAttribute(book, key, one => ({
                ...one,
                choices: one.choices.map(other => (other.id === choice ? { ...other, retired: true as const } : other)),
              })),
            )
            desk.notices.say(en.codebook.retiredSaid(label))
            desk.codebook.go(null)
          }}
        >
          {en.codebook.retire}
        </Button>
        {others.length > 0 && (
          <Button
            look="main"
            onClick={() =>
              desk.codebook.go({
                kind: 'try',
                before: codebook,
                migration: { kind: 'merge-choices', tag, attribute, from: choice, into },
                after: codebook,
                back: { kind: 'merge-choices', tag, attribute, choice },
              })
            }
          >
            {en.codebook.showFirst}
          </Button>
        )}
      </div>
    </div>
  )
}
