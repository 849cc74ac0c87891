import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { TakenBack } from './TakeBack.tsx'

/** What answers are in the workspace, each with the way to take it back. */
export function AnswersStep() {
  const { telling, notices } = useWorkbench().desk
  const answers = useValue(telling, state => state.answers)
  const takenBack = useValue(telling, state => state.takenBack)
  if (!answers) return <p role="status">{en.telling.answersLooking}</p>
  const takeBack = (id: string) =>
    void telling.takeBack(id).then(done => done && notices.say(en.bring.takenBack(done.put, done.folder)))
  return (
    <>
      <p>{answers.length === 0 ? en.telling.noAnswers : en.telling.answersWhy}</p>
      {answers.length > 0 && (
        <ul className="tell-list tell-answers">
          {answers.map((one, i) => (
            <li key={one.id}>
              <span dir="auto">{en.telling.answersOne(one)}</span>
              <Button
                {...(i === 0 ? { 'data-first': '' } : {})}
                aria-label={en.telling.takeBackOf(one.name)}
                onClick={() => takeBack(one.id)}
              >
                {en.telling.takeBackShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {takenBack && <TakenBack takenBack={takenBack} />}
      <div className="answers">
        <Button look="main" {...(answers.length === 0 ? { 'data-first': '' } : {})} onClick={telling.close}>
          {en.telling.close}
        </Button>
      </div>
    </>
  )
}
