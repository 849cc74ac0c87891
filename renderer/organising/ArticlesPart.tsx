import { useMemo, useState } from 'react'
import { annotatorsByArticle, assignEdit, unassignEdit } from '../../shared/organise/divide.ts'
import { isWhose, type Whose } from '../../shared/organise/whose.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { titleOf } from '../state/visibleRows.ts'
import { AssignGrid } from './AssignGrid.tsx'
import { usePeople } from './usePeople.ts'
import { WhoseChoice } from './WhoseChoice.tsx'

const nobody: readonly string[] = []

/** Articles by annotators: a tick assigns, no tick takes it away. */
export function ArticlesPart() {
  const { desk } = useWorkbench()
  const people = usePeople()
  const listed = useValue(desk.workspace, desk.visibleRows)
  const problem = useValue(desk.project, state => state.problem)
  const version = useValue(desk.project, state => state.version)
  const [whose, setWhose] = useState<Whose>('all')
  // What was ticked here stays where it is, though it is another one's by now.
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the project changes in place, and its version says so
  const known = useMemo(() => annotatorsByArticle(desk.project.getState().project.assignments), [desk.project, version])
  const all = useMemo(() => listed.filter(row => row.problem === null), [listed])
  const rows = useMemo(
    () => all.filter(({ path }) => ticked.has(path) || isWhose(whose, known.get(path) ?? nobody)),
    [all, whose, ticked, known],
  )

  function toggle(row: number, id: string, name: string): void {
    const article = rows[row]!
    const { path } = article
    const old = desk.project.getState().project.assignments.filter(one => one.article === path && one.annotator === id)
    const isAssigned = old.length > 0
    const edit = isAssigned ? unassignEdit(old) : assignEdit([{ article: path, annotators: [id] }])
    if (!desk.project.edit(edit)) return
    setTicked(new Set([...ticked, path]))
    const say = isAssigned ? en.organising.unassignedSaid : en.organising.assignedSaid
    desk.notices.say(say(name, titleOf(article)))
  }

  return (
    <>
      <div className="organising-choices">
        <WhoseChoice
          people={people}
          whose={whose}
          onChoose={chosen => {
            setWhose(chosen)
            setTicked(new Set())
          }}
        />
        <p role="status">{en.organising.shownOf(rows.length, all.length)}</p>
        <p className="faint">
          {en.organising.ofTheList} {en.organising.gridHint}
        </p>
      </div>
      {rows.length === 0 ? (
        <p>{en.organising.noneFit}</p>
      ) : (
        <AssignGrid
          people={[...people]}
          count={rows.length}
          keyOf={row => rows[row]!.ticket}
          titleOf={row => titleOf(rows[row]!)}
          pathOf={row => rows[row]!.path}
          isTicked={(row, id) => known.get(rows[row]!.path)?.includes(id) ?? false}
          isLocked={problem !== null}
          onToggle={toggle}
        />
      )}
    </>
  )
}
