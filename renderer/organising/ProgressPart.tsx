import { annotatorsByArticle, assignEdit, unassignEdit } from '../../shared/organise/divide.ts'
import { movedArticles } from '../../shared/organise/progress.ts'
import { allOf } from '../../shared/project/projectEdit.ts'
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
  const { assigned, articles, double, doubleDone, gone } = progress
  if (progress.people.length === 0 && gone.length === 0) return <p>{en.organising.nobody}</p>
  return (
    <>
      <p>{en.organising.totals(assigned, articles)}</p>
      <p>{en.organising.double(double, assigned, doubleDone)}</p>
      <Gone gone={gone} />
      <table className="organising-table">
        <thead>
          <tr>
            <th scope="col">{en.organising.person}</th>
            <th scope="col">{en.organising.assigned}</th>
            <th scope="col">{en.organising.begun}</th>
            <th scope="col" colSpan={2}>
              {en.organising.done}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.people.map(({ annotator, assigned, begun, done }) => {
            const name = people.get(annotator) ?? annotator
            return (
              <tr key={annotator}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{en.number(assigned)}</td>
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

/** Articles that somebody is to annotate and that aren't there: followed where they were moved, or forgotten. */
function Gone({ gone }: { gone: readonly string[] }) {
  const { desk } = useWorkbench()
  if (gone.length === 0) return null
  const { assignments } = desk.project.getState().project
  const byArticle = annotatorsByArticle(assignments)
  const free = [...desk.workspace.getState().rows.values()].flatMap(({ path }) => (byArticle.has(path) ? [] : [path]))
  const moved = movedArticles(gone, free)
  const missing = new Set(gone)
  const old = assignments.filter(({ article }) => missing.has(article))
  const follow = () => {
    const shares = [...moved].map(([was, is]) => ({ article: is, annotators: byArticle.get(was)! }))
    const edit = allOf([assignEdit(shares), unassignEdit(old.filter(({ article }) => moved.has(article)))])
    if (desk.project.edit(edit)) desk.notices.say(en.organising.followed(moved.size))
  }
  const forget = () => {
    if (desk.project.edit(unassignEdit(old))) desk.notices.say(en.organising.forgotten(old.length))
  }
  return (
    <div className="gone">
      <p className="wrong">{en.organising.gone(gone.length)}</p>
      {moved.size > 0 && <Button onClick={follow}>{en.organising.follow(moved.size)}</Button>}
      <Button onClick={forget}>{en.organising.forget(old.length)}</Button>
    </div>
  )
}
