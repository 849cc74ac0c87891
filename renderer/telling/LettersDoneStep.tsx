import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { DoneButtons } from './Buttons.tsx'
import { Unread } from './Unread.tsx'

/** Which letters were written. */
export function LettersDoneStep() {
  const { telling } = useWorkbench().desk
  const done = useValue(telling, state => state.letters)
  if (!done) return null
  return (
    <>
      <div>
        <p className="what">
          {done.letters.length === 0 ? en.telling.nobody : en.telling.lettersIn(done.letters.length, done.name)}
        </p>
      </div>
      <ul className="tell-list">
        {done.letters.map(({ file, name, corrections, right, undecided }) => (
          <li key={file}>{en.telling.letter({ file, name, corrections, right, undecided })}</li>
        ))}
      </ul>
      <Unread unread={done.unread} />
      <DoneButtons hasFile={done.letters.length > 0} />
    </>
  )
}
