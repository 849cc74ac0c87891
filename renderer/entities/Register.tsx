import { type KeyboardEvent, useEffect, useRef } from 'react'
import { words as en } from '../../shared/words/words.ts'
import { stepOf } from '../commands/stepOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EntityDetails } from './EntityDetails.tsx'
import { EntityList } from './EntityList.tsx'
import { Mentions } from './Mentions.tsx'
import { MergeTask } from './MergeTask.tsx'
import { SplitTask } from './SplitTask.tsx'
import './register.css'

/** Who is who in the whole workspace: the list, one of them with all that is known, and where it is meant. */
export function Register() {
  const { desk, run } = useWorkbench()
  const { register } = desk
  const selected = useValue(register, state => state.selected)
  const task = useValue(register, state => state.task)
  const entities = useValue(desk.project, state => state.entities)
  useValue(desk.project, state => state.version)
  useEffect(() => register.close, [register])
  useAfterUndo(() => register.refresh())
  const entity = selected === null ? undefined : entities.get(selected)

  /** Undo works here too; what is being typed is taken back by its own field first. */
  function onKeyDown(event: KeyboardEvent): void {
    const step = stepOf(desk, event.nativeEvent)
    const isTyped = event.target instanceof HTMLElement && event.target.matches('[data-typing]')
    if (!step || isTyped) return
    event.preventDefault()
    event.stopPropagation()
    run(`edit.${step}`)
  }

  return (
    <Dialog title={en.register.title} className="register" onClose={desk.dialogs.close}>
      {/** biome-ignore lint/a11y/noStaticElementInteractions: it hears undo for all that is in it */}
      <div className={`columns ${task ?? ''}`} onKeyDown={onKeyDown}>
        <EntityList />
        {task === 'merge' ? (
          <MergeTask />
        ) : task === 'split' && entity ? (
          <SplitTask entity={entity} />
        ) : (
          entity && (
            <div className="one">
              <EntityDetails key={entity.id} entity={entity} />
              <Mentions />
            </div>
          )
        )}
      </div>
      <div className="answers">
        <News />
        <Button look="line" onClick={desk.dialogs.close}>
          {en.close}
        </Button>
      </div>
    </Dialog>
  )
}

/** Calls `act` whenever something was undone or done again. */
function useAfterUndo(act: () => void): void {
  const { desk } = useWorkbench()
  const redos = useValue(desk.reading, state => state.redos.length)
  const before = useRef(redos)
  useEffect(() => {
    if (before.current === redos) return
    before.current = redos
    act()
  })
}

/** The last of the window's news, which can't be seen behind a dialog: what was changed outside, what couldn't be done. */
function News() {
  const { desk } = useWorkbench()
  const last = useValue(desk.notices, state => state.notices.at(-1))
  const text = last && (last.content.kind === 'news' ? last.content.text : wordsOf(last.content.problem.kind))
  return (
    <p className="news" role="status">
      {text}
    </p>
  )
}

function wordsOf(kind: keyof typeof en.problems): string {
  const { title, meaning } = en.problems[kind]
  return [title, meaning].join(' ')
}
