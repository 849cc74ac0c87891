import type { CommandId } from '../../shared/commands/commands.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { openWorkspace } from '../state/desk.ts'
import './welcome.css'

/** Nothing is open: what can be opened, and how. */
export function WelcomeScreen() {
  const { desk } = useWorkbench()
  const recent = useValue(desk.entrance, state => state.recent)
  return (
    <main className="welcome">
      <div className="column">
        <h1 className="wordmark">stet</h1>
        <p className="tagline">{en.welcome.tagline}</p>
        <ul className="ways">
          <Way command="workspace.openFolder" title={en.welcome.openFolder} why={en.welcome.openFolderWhy} />
          <Way command="workspace.openFile" title={en.welcome.openFile} why={en.welcome.openFileWhy} />
          <Way command="workspace.openSample" title={en.welcome.sample} why={en.welcome.sampleWhy} />
        </ul>
        {recent.length > 0 && (
          <section aria-labelledby="recent">
            <h2 id="recent">{en.welcome.recent}</h2>
            <ul className="recent">
              {recent.map(({ ticket, name, opened }) => (
                <li key={ticket}>
                  <button
                    type="button"
                    onClick={() => void openWorkspace(desk, () => desk.ask('workspace.openRecent', ticket))}
                  >
                    <span className="name">{name}</span>
                    <span className="faint">{en.time(opened)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="faint">
          {en.welcome.drop} {en.welcome.local}
        </p>
      </div>
    </main>
  )
}

function Way({ command, title, why }: { command: CommandId; title: string; why: string }) {
  const { run } = useWorkbench()
  const key = useKey(command)
  return (
    <li>
      <button type="button" onClick={() => run(command)}>
        <span className="name">{title}</span>
        <span className="faint">{why}</span>
        {key && <kbd>{key}</kbd>}
      </button>
    </li>
  )
}
