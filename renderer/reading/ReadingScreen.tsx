import type { CommandId } from '../../shared/commands/commands.ts'
import type { ProblemKind } from '../../shared/problems/kinds.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKeys } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { CopyBand } from './CopyBand.tsx'
import { ComparedPages } from './comparing/ComparedPages.tsx'
import { ComparingBar } from './comparing/ComparingBar.tsx'
import { FoldedPane, useFolded } from './FoldedPane.tsx'
import { HoverCard } from './HoverCard.tsx'
import { OpeningBand } from './OpeningBand.tsx'
import { PastBand } from './PastBand.tsx'
import { Pickers } from './Pickers.tsx'
import { ProblemBand } from './ProblemBand.tsx'
import { TagBar } from './TagBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { UnpackBand } from './UnpackBand.tsx'
import './reading.css'

/** The open article, or what to do when there is none. */
export function ReadingScreen() {
  const { desk } = useWorkbench()
  const article = useValue(desk.reading, state => state.article)
  const failed = useValue(desk.reading, state => state.failed)
  if (article) {
    return (
      <>
        <TitleBar article={article} />
        <OpeningBand />
        <ProblemBand article={article} />
        <CopyBand />
        <UnpackBand article={article} />
        <PastBand article={article} />
        <ComparingBar />
        <ComparedPages key={article.ticket} article={article} />
        <TagBar />
        <Pickers />
        <HoverCard />
      </>
    )
  }
  return (
    <>
      <WayBack />
      <OpeningBand />
      {failed ? <Failed ticket={failed.ticket} problem={failed.problem} /> : <NothingOpen />}
    </>
  )
}

/** Without a title bar the list of articles still has to be found. */
function WayBack() {
  const isFolded = useFolded('articles')
  if (!isFolded) return null
  return (
    <header className="title-bar">
      <FoldedPane pane="articles" />
    </header>
  )
}

function Failed({ ticket, problem }: { ticket: string; problem: { kind: ProblemKind; detail: string } }) {
  const { desk } = useWorkbench()
  const path = useValue(desk.workspace, state => state.rows.get(ticket)?.path ?? '')
  const { title, meaning, remedy } = en.problems[problem.kind]
  return (
    <div className="instead" role="alert">
      <p className="faint">
        <span className="file-path">{path}</span>
      </p>
      <h1>{title}</h1>
      <p>{meaning}</p>
      <p>{remedy}</p>
      {problem.detail && (
        <details>
          <summary>{en.details}</summary>
          <p>{problem.detail}</p>
        </details>
      )}
      {/* Some endings say little: what is in the file tells whether it holds many articles. */}
      {(problem.kind === 'many-articles' || problem.kind === 'no-reader') && (
        <Button
          look={problem.kind === 'many-articles' ? 'main' : 'line'}
          onClick={() => void desk.unpacking.open(ticket).catch(desk.fail)}
        >
          {problem.kind === 'many-articles' ? en.unpack.begin : en.unpack.tryIt}
        </Button>
      )}
      {!lasting.has(problem.kind) && (
        <Button onClick={() => void desk.opening.open(ticket)}>{en.status.tryAgain}</Button>
      )}
    </div>
  )
}

/** Trying again changes nothing about these. */
const lasting = new Set(['no-reader', 'many-articles', 'not-a-file', 'too-large'])

function NothingOpen() {
  const { desk } = useWorkbench()
  const isOpening = useValue(desk.reading, state => state.opening !== null)
  const isEmpty = useValue(desk.workspace, state => state.rows.size === 0)
  if (isOpening) {
    return (
      <div className="instead" role="status">
        <p className="faint late">{en.reading.opening}</p>
      </div>
    )
  }
  if (isEmpty) {
    return (
      <div className="instead">
        <h1>{en.articles.empty}</h1>
        <p>{en.articles.emptyWhy}</p>
        <KeyList
          rows={[
            ['article.fromClipboard', en.articles.emptyPaste],
            ['workspace.openFolder', en.articles.switch],
          ]}
        />
      </div>
    )
  }
  return (
    <div className="instead">
      <h1>{en.reading.nothing}</h1>
      <p>{en.reading.nothingWhy}</p>
      <KeyList
        rows={[
          ['article.next', en.reading.nothingFirst],
          ['articles.filter', en.reading.nothingFilter],
          ['palette.open', en.reading.nothingAll],
        ]}
      />
    </div>
  )
}

function KeyList({ rows }: { rows: readonly (readonly [CommandId, string])[] }) {
  const { run } = useWorkbench()
  const keys = useKeys()
  return (
    <ul className="key-list">
      {rows.map(([command, label]) => (
        <li key={command}>
          <button type="button" onClick={() => run(command)}>
            <kbd>{keys(command)[0]}</kbd> {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
