import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { CommandId } from '../shared/commands/commands.ts'
import { isAvailable } from '../shared/commands/commands.ts'
import { words as en } from '../shared/words/words.ts'
import { makeActions } from './commands/actions.ts'
import { listenToPerson } from './commands/listenToPerson.ts'
import { useValue, WorkbenchContext } from './commands/useWorkbench.ts'
import { dialogs } from './laterScreens.ts'
import { Notices } from './notices/Notices.tsx'
import { FirstStart } from './person/FirstStart.tsx'
import type { Listen } from './state/ask.ts'
import { circumstancesOn, type Desk } from './state/desk.ts'
import { SaidContext } from './ui/said.ts'
import { WorkspaceScreen } from './WorkspaceScreen.tsx'
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx'
import './app.css'

interface Props {
  readonly desk: Desk
  readonly listen: Listen
  readonly dropFiles: (files: Iterable<File>) => Promise<void>
}

/** The whole window. */
export function App({ desk, listen, dropFiles }: Props) {
  const actions = useMemo(() => makeActions(desk), [desk])
  const workbench = useMemo(() => {
    const run = (command: CommandId) => {
      desk.afterPaint.now()
      desk.settle()
      if (isAvailable(command, circumstancesOn(desk))) actions[command]()
    }
    return { desk, run }
  }, [desk, actions])
  // Before the first paint: whoever sees the window can work in it.
  useLayoutEffect(() => listen('command', ({ id }) => workbench.run(id as CommandId)), [listen, workbench])
  useLayoutEffect(() => listenToPerson(workbench), [workbench])
  useSettingsOnPage(desk)
  useWindowTitle(desk)

  return (
    <WorkbenchContext value={workbench}>
      <DropGround desk={desk} dropFiles={dropFiles}>
        <Screen desk={desk} />
      </DropGround>
      <Dialogs desk={desk} />
      <Notices />
    </WorkbenchContext>
  )
}

function Screen({ desk }: { desk: Desk }) {
  const entered = useValue(desk.entrance, state => state.entered)
  const hasPerson = useValue(desk.entrance, state => state.person !== null)
  const hasWorkspace = useValue(desk.workspace, state => state.ticket !== null)
  if (!entered) return null
  if (!hasPerson) return <FirstStart />
  return hasWorkspace ? <WorkspaceScreen /> : <WelcomeScreen />
}

function Dialogs({ desk }: { desk: Desk }) {
  const dialog = useValue(desk.dialogs, state => state.dialog)
  const said = useValue(desk.notices, state => state.said)
  const Shown = dialog && dialogs[dialog].component
  return (
    Shown && (
      <SaidContext value={said}>
        <Shown />
      </SaidContext>
    )
  )
}

/** Files and folders dropped anywhere in the window are opened. */
function DropGround({ desk, dropFiles, children }: Pick<Props, 'desk' | 'dropFiles'> & { children: React.ReactNode }) {
  const [isOver, setIsOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard way in "Open folder…"
    <div
      className="window"
      onDragOver={event => {
        event.preventDefault()
        setIsOver(event.dataTransfer.types.includes('Files'))
      }}
      onDragLeave={event => event.currentTarget.contains(event.relatedTarget as Node | null) || setIsOver(false)}
      onDrop={event => {
        event.preventDefault()
        setIsOver(false)
        if (event.dataTransfer.files.length > 0) dropFiles(event.dataTransfer.files).catch(desk.fail)
      }}
    >
      {children}
      {isOver && (
        <div className="drop-here">
          <p>{en.welcome.dropHere}</p>
        </div>
      )}
    </div>
  )
}

/** Theme and text size stand on the page's root, where the tokens read them. */
function useSettingsOnPage(desk: Desk): void {
  const theme = useValue(desk.settings, state => state.theme)
  const textSize = useValue(desk.settings, state => state.textSize)
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['textSize'] = textSize
  }, [theme, textSize])
}

/** The window is called by the article that is read in it. */
function useWindowTitle(desk: Desk): void {
  const article = useValue(desk.reading, state => state.article?.title ?? '')
  const workspace = useValue(desk.workspace, state => state.name)
  const isOnGold = useValue(desk.workingOn, state => state.layer === 'gold')
  useEffect(() => {
    document.title = [article, isOnGold ? en.gold.title : '', workspace, en.name].filter(Boolean).join(' – ')
  }, [article, isOnGold, workspace])
}
