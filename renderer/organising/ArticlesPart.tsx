import { annotatorsByArticle, assignEdit, assignmentId, unassignEdit } from '../../shared/organise/divide.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { titleOf } from '../state/visibleRows.ts'
import { usePeople } from './usePeople.ts'

/** So many articles have a row: more, and the table would be slow. The filter of the list finds any. */
const MOST_ROWS = 200

/** Articles by annotators: a tick assigns, no tick takes it away. */
export function ArticlesPart() {
  const { desk } = useWorkbench()
  const people = usePeople()
  const rows = useValue(desk.workspace, desk.visibleRows)
  const problem = useValue(desk.project, state => state.problem)
  useValue(desk.project, state => state.version)
  const known = annotatorsByArticle(desk.project.getState().project.assignments)
  const shown = rows.filter(row => row.problem === null)

  function toggle(article: string, title: string, annotator: string, name: string): void {
    const isAssigned = known.get(article)?.includes(annotator) ?? false
    const edit = isAssigned
      ? unassignEdit(
          desk.project
            .getState()
            .project.assignments.filter(one => one.article === article && one.annotator === annotator)
            .concat({ id: assignmentId(article, annotator), article, annotator })
            .filter((one, i, all) => all.findIndex(({ id }) => id === one.id) === i),
        )
      : assignEdit([{ article, annotators: [annotator] }])
    if (!desk.project.edit(edit)) return
    const say = isAssigned ? en.organising.unassignedSaid : en.organising.assignedSaid
    desk.notices.say(say(name, title))
  }

  return (
    <>
      <p>{en.organising.shownOf(Math.min(MOST_ROWS, shown.length), shown.length)}</p>
      <table className="organising-table grid">
        <thead>
          <tr>
            <th scope="col">{en.organising.article}</th>
            {[...people].map(([id, name]) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, MOST_ROWS).map(row => {
            const title = titleOf(row)
            return (
              <tr key={row.ticket}>
                <th scope="row" dir="auto" title={row.path}>
                  {title}
                </th>
                {[...people].map(([id, name]) => (
                  <td key={id}>
                    <input
                      type="checkbox"
                      aria-label={en.organising.assign(name, title)}
                      disabled={problem !== null}
                      checked={known.get(row.path)?.includes(id) ?? false}
                      onChange={() => toggle(row.path, title, id, name)}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
