import { useMemo } from 'react'
import { codebookEdits } from '../../shared/codebook/codebookEdits.ts'
import { codebookDifference, importCodebook, type NamedItem } from '../../shared/codebook/importCodebook.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { Project } from '../../shared/project/project.ts'
import { withUnknown } from '../../shared/project/withUnknown.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** What the codebook of a file would change here; then it is joined with this one, or takes its place. */
export function ImportStep({ file, codebook }: { file: string; codebook: JsonObject }) {
  const { desk } = useWorkbench()
  const ours = useValue(desk.workspace, state => state.codebook)
  const theirs = useMemo(() => new Project({ codebook }), [codebook])
  const difference = useMemo(() => codebookDifference(ours, theirs.codebook), [ours, theirs])
  const isSame = Object.values(difference).every(items => items.length === 0)

  function take(how: 'join' | 'replace'): void {
    const { project } = desk.project.getState()
    const after = importCodebook(ours, theirs.codebook, how)
    const edit = codebookEdits(ours, after, (of, id) => project.record(of, id))
    desk.codebook.go(null)
    if (edit && desk.project.edit(withUnknown(edit, theirs))) desk.notices.say(en.codebook.imported(file))
    document.getElementById('codebook-tree')?.focus()
  }

  return (
    <div className="step">
      <h3>{en.codebook.importTitle(file)}</h3>
      {isSame ? (
        <p>{en.codebook.importSame}</p>
      ) : (
        <>
          <Items title={en.codebook.importAdded(difference.added.length)} items={difference.added} />
          <Items title={en.codebook.importChanged(difference.changed.length)} items={difference.changed} />
          <Items title={en.codebook.importGone(difference.gone.length)} items={difference.gone} />
          <p className="faint">{en.codebook.importStays}</p>
        </>
      )}
      <div className="answers">
        <Button onClick={() => desk.codebook.go(null)}>{en.codebook.back}</Button>
        {!isSame && (
          <>
            <Button title={en.codebook.replaceWhy} onClick={() => take('replace')}>
              {en.codebook.replace}
            </Button>
            <Button look="main" title={en.codebook.joinWhy} onClick={() => take('join')}>
              {en.codebook.join}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function Items({ title, items }: { title: string; items: readonly NamedItem[] }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {items.map(({ of, id, label }) => (
          <li key={`${of} ${id}`}>
            {label} <span className="faint">{en.codebook.importKinds[of]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
