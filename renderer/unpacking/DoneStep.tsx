import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { openAndEnter } from '../commands/actions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { UnreadableList } from './UnreadableList.tsx'

/** What was written, what was there already, and what couldn't be read. */
export function DoneStep() {
  const { desk } = useWorkbench()
  const { unpacking } = desk
  const done = useValue(unpacking, state => state.done)
  if (!done) return null
  const { fresh, there, differ, written, unread, unreadable, problem, isCancelled } = done
  const [first] = written
  const open = (article: string) => {
    unpacking.close()
    void openAndEnter(desk, article)
  }

  return (
    <>
      <div role="status" className="unpack-done">
        <p className="what">{isCancelled ? en.unpack.stopped(fresh) : en.unpack.done(fresh)}</p>
        {there > 0 && <p>{en.unpack.wereThere(there)}</p>}
        {differ.length > 0 && <p>{en.unpack.differ(differ.length)}</p>}
      </div>
      {problem && (
        <p className="wrong" role="alert">
          {en.problems[problem.kind].title}. {problem.detail} {en.unpack.goOn}
        </p>
      )}
      {isCancelled && !problem && <p>{en.unpack.goOn}</p>}
      {written.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section className="unpack-table" aria-label={en.unpack.firstOf(written.length, fresh)} tabIndex={0}>
          <ul className="unpack-written">
            {written.map(({ article, path }) => (
              <li key={article} className="file-path" dir="auto">
                {withUnseenShown(path)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <UnreadableList unreadable={unreadable} count={unread} />
      <div className="answers">
        {first && <Button onClick={() => open(first.article)}>{en.unpack.open}</Button>}
        <Button look="main" data-first="" onClick={unpacking.close}>
          {en.unpack.close}
        </Button>
      </div>
    </>
  )
}
