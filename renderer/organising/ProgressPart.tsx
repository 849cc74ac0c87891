import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { usePeople } from './usePeople.ts'

/** How far everybody is, and how many articles two have done. */
export function ProgressPart() {
  const { desk } = useWorkbench()
  const { organising } = desk
  useValue(organising, state => state.looks)
  useValue(desk.workspace, state => state.rows)
  useValue(desk.project, state => state.version)
  const people = usePeople()
  const progress = organising.progress()
  const { assigned, articles, double, doubleDone } = progress
  const { gone, moved } = organising.gone()
  if (progress.people.length === 0 && gone.length === 0) return <p>{en.organising.nobody}</p>
  return (
    <>
      <p>{en.organising.totals(assigned, articles)}</p>
      <p>{en.organising.double(double, assigned, doubleDone)}</p>
      <Gone gone={gone} moved={moved} />
      <table className="organising-table">
        <thead>
          <tr>
            <th scope="col">{en.organising.person}</th>
            <th scope="col">{en.organising.assigned}</th>
            <th scope="col">{en.organising.withAnother}</th>
            <th scope="col">{en.organising.begun}</th>
            <th scope="col" colSpan={2}>
              {en.organising.done}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.people.map(({ annotator, assigned, begun, done, double, doubleDone }) => {
            const name = people.get(annotator) ?? annotator
            return (
              <tr key={annotator}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{en.number(assigned)}</td>
                <td>{en.organising.doubleOf(double, assigned, doubleDone)}</td>
                <td>{en.number(begun)}</td>
                <td>{en.number(done)}</td>
                <td className="bar">
                  <progress aria-label={en.organising.progressOf(name, done, assigned)} max={assigned} value={done} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

interface GoneProps {
  readonly gone: readonly string[]
  readonly moved: ReadonlyMap<string, string>
}

/** Articles that assignments and sealed codings name and that aren't there: followed where they were moved, or forgotten. */
function Gone({ gone, moved }: GoneProps) {
  const { desk } = useWorkbench()
  const { organising, notices } = desk
  const problem = useValue(desk.project, state => state.problem)
  if (gone.length === 0) return null
  const follow = () => {
    const edit = organising.following(moved)
    if (!edit || !desk.project.edit(edit)) return
    notices.say(en.organising.followed(moved.size))
    keepFocus()
  }
  const left = gone.filter(path => !moved.has(path))
  const forgettable = organising.forgettable(left)
  const forget = () => {
    if (!desk.project.edit(organising.forgettingArticles(forgettable))) return
    notices.say(en.organising.forgotten(forgettable.length))
    keepFocus()
  }
  return (
    <div className="gone-articles">
      <p className="wrong">{en.organising.gone(gone.length)}</p>
      {forgettable.length < left.length && <p>{en.organising.hiddenMeanwhile}</p>}
      {moved.size > 0 && (
        <Button disabled={problem !== null} onClick={follow}>
          {en.organising.follow(moved.size)}
        </Button>
      )}
      {forgettable.length > 0 && (
        <Button disabled={problem !== null} onClick={forget}>
          {en.organising.forget(forgettable.length)}
        </Button>
      )}
      <ul className="gone-paths">
        {gone.slice(0, MOST_NAMED).map(path => (
          <li key={path}>
            <bdi className="file-path">{path}</bdi>
            {moved.has(path) && (
              <>
                {' → '}
                <bdi className="file-path">{moved.get(path)}</bdi>
              </>
            )}
          </li>
        ))}
        {gone.length > MOST_NAMED && <li className="faint">{en.organising.goneMore(gone.length - MOST_NAMED)}</li>}
      </ul>
    </div>
  )
}

/** The button that was pressed goes: keys, as those that undo it, are heard by what it stood in. */
function keepFocus(): void {
  document.querySelector<HTMLElement>('.organising-part')?.focus()
}

/** So many of them are named; more would push everything else out of sight. */
const MOST_NAMED = 5
