import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { TakenBack as Done } from '../state/telling.ts'
import { Button } from '../ui/Button.tsx'

/** The way to take back the answer that came in last, and what became of it. */
export function TakeBackAnswer() {
  const { telling, notices } = useWorkbench().desk
  const takenBack = useValue(telling, state => state.takenBack)
  if (takenBack) return <TakenBack takenBack={takenBack} />
  const takeBack = () =>
    void telling.takeBack(null).then(done => done && notices.say(en.bring.takenBack(done.put, done.folder)))
  return (
    <div>
      <Button aria-describedby="tell-back-why" onClick={takeBack}>
        {en.telling.takeBack}
      </Button>
      <p id="tell-back-why" className="faint">
        {en.telling.takeBackWhy}
      </p>
    </div>
  )
}

/** What was put away, and what stays. */
export function TakenBack({ takenBack: { put, folder, kept } }: { takenBack: Done }) {
  return (
    <div>
      <p>{en.bring.takenBack(put, folder)}</p>
      {kept.count > 0 && (
        <ul className="tell-list wrong" aria-label={en.bring.takenBackKept(kept.count)}>
          {kept.first.map(({ path, why }) => (
            <li key={path}>{en.bring.notImportedOne(path, en.bring.keptWhy[why])}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
