import { type KeyboardEvent, useEffect } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { stepOf } from '../commands/stepOf.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Entry } from '../state/reading.ts'
import { stepSentence } from '../state/stepSentence.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CodebookDetails } from './CodebookDetails.tsx'
import { CodebookTree } from './CodebookTree.tsx'
import { exportFile, importFile } from './codebookFiles.ts'
import './codebook.css'

/** The codebook of the workspace, to be read and changed: what there is on the left, the chosen entry on the right. */
export function CodebookSheet() {
  const { desk } = useWorkbench()
  const { id, version } = useValue(desk.workspace, state => state.codebook)
  const problem = useValue(desk.project, state => state.problem)
  const [undoKey, redoKey] = [useKey('edit.undo'), useKey('edit.redo')]
  useEffect(() => {
    const { codebook, chosen } = { ...desk.codebook.getState(), codebook: desk.workspace.getState().codebook }
    if (!chosen) desk.codebook.choose({ of: 'tags', id: codebook.tags[0]!.id })
    requestAnimationFrame(() => document.getElementById('codebook-tree')?.focus())
    return () => {
      desk.codebook.settle()
      desk.codebook.go(null)
    }
  }, [desk])

  /** Undo and redo of the codebook, also while something is typed. */
  function onKeyDown(event: KeyboardEvent): void {
    const which = stepOf(desk, event.nativeEvent)
    if (!which) return
    event.preventDefault()
    event.stopPropagation()
    takeStep(which)
  }

  function takeStep(which: 'undo' | 'redo'): void {
    // What a step would do was worked out for the codebook and the annotations as they are now.
    desk.codebook.go(null)
    const entry = desk.reading.getState()[which === 'undo' ? 'undos' : 'redos'].at(-1)
    if (!entry || !isOfProject(entry)) {
      desk.notices.say(which === 'undo' ? en.codebook.noUndo : en.codebook.noRedo)
      return
    }
    void desk.undoing[which]().then(isDone => {
      const taken = desk.reading.getState()[which === 'undo' ? 'redos' : 'undos'].at(-1)
      if (isDone) desk.notices.say(stepSentence(desk, which, taken))
    })
  }

  return (
    <Dialog title={en.codebook.title} titled={false} className="codebook" onClose={desk.dialogs.close}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo is heard wherever the focus is in the sheet */}
      <div className="codebook-sheet" onKeyDown={onKeyDown}>
        <header>
          <p className="title" aria-hidden="true">
            {en.codebook.title}
          </p>
          <p className="version">{en.codebook.version(id, version)}</p>
          <span className="gap" />
          <Button
            look="plain"
            title={en.codebook.importWhy}
            disabled={problem !== null}
            onClick={() => void importFile(desk)}
          >
            {en.codebook.import}
          </Button>
          <Button look="plain" title={en.codebook.exportWhy} onClick={() => void exportFile(desk)}>
            {en.codebook.export}
          </Button>
          <Button look="plain" keys={undoKey} onClick={() => takeStep('undo')}>
            {en.commands['edit.undo']}
          </Button>
          <Button look="plain" keys={redoKey} onClick={() => takeStep('redo')}>
            {en.commands['edit.redo']}
          </Button>
          <Button look="main" onClick={desk.dialogs.close}>
            {en.close}
          </Button>
        </header>
        {problem && (
          <p className="locked" role="alert">
            {en.problems[problem.kind].title}. {en.problems[problem.kind].meaning}
          </p>
        )}
        <div className="halves">
          <CodebookTree />
          <CodebookDetails />
        </div>
      </div>
    </Dialog>
  )
}

/** Whether a step touches the project: what isn't seen from here isn't undone here. */
function isOfProject(entry: Entry): boolean {
  if (entry.kind === 'keys' || entry.kind === 'right') return false
  return entry.kind === 'bulk' ? entry.project !== null : entry.changes.every(({ file }) => file === 'project')
}
