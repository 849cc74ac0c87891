import type { CommandId } from '../../shared/commands/commands.ts'
import type { Opened } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { focusPane, showDrawer } from '../commands/panes.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWithFrame, useWorkbench } from '../commands/useWorkbench.ts'
import { savingState } from '../state/recorder.ts'
import './status.css'

/** The line that never lies: whether everything is saved, what is open, and on what Stet runs. */
export function StatusLine() {
  return (
    <section className="status-line" aria-label={en.status.label}>
      <GoldLayer />
      <Saving />
      <Counts />
      <Problems />
      <TextFacts />
      <span className="gap" />
      <RuntimeFacts />
      <Look />
    </section>
  )
}

/** That what is done here goes into gold, for as long as it does; and the way back. */
function GoldLayer() {
  const { desk, run } = useWorkbench()
  const isOnGold = useValue(desk.workingOn, state => state.layer === 'gold')
  const name = useValue(desk.entrance, state => state.person?.name ?? '')
  if (!isOnGold) return null
  return (
    <button
      type="button"
      className="gold-layer"
      title={en.gold.onWhy(name)}
      aria-label={en.gold.leave}
      onClick={() => run('gold.leave')}
    >
      {en.gold.on}
    </button>
  )
}

function Saving() {
  const { desk } = useWorkbench()
  const isTypingNote = useValue(desk.tagging.drafts, state => state.draft !== null)
  const isTypingOfCodebook = useValue(desk.codebook, state => state.draft !== null && !state.draft.isEdit)
  const isTypingElsewhere = useValue(desk.writing, state => state.fields > 0)
  const many = useValue(desk.bulk, state => state.running)
  const recording = useWithFrame(desk.recorder, state => state)
  const access = useWithFrame(desk.reading, state => state.article?.head?.access ?? null)
  const saving = savingState(recording, isTypingNote || isTypingOfCodebook || isTypingElsewhere, many)
  if (saving.kind === 'stopped') {
    const { title, meaning, remedy } = en.problems[saving.problem.kind]
    return (
      <span className="saving stopped" role="alert">
        <strong>{title}.</strong>{' '}
        <span title={saving.problem.detail}>
          {meaning} {remedy}
        </span>{' '}
        <button type="button" onClick={desk.recorder.retry}>
          {en.status.tryAgain}
        </button>
      </span>
    )
  }
  if (saving.kind === 'saving') return <span className="saving">{en.status.saving(saving.edits)}</span>
  if (saving.kind === 'changing') return <span className="saving">{en.status.changing(saving.done, saving.total)}</span>
  if (saving.kind === 'typing') return <span className="saving">{en.status.typing}</span>
  // Of a layer that isn't read yet there is nothing to say, and nothing is saved in one that can't be written.
  if (access === null) return null
  return access === 'write' ? (
    <span className="saving saved">{en.status.saved}</span>
  ) : (
    <span className="saving" title={en.status.readOnlyWhy}>
      {en.status.readOnly}
    </span>
  )
}

function Counts() {
  const { desk } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const article = useLate(desk.reading, state => state.article)
  if (!article?.head) return null
  const { layer, tally, missing, head } = article
  // What is counted of layers compared is counted above them.
  if (article.compared) return null
  return (
    <>
      <span>
        {en.status.annotations(layer.annotations.size)}
        {tally.inBoilerplate > 0 && ` (${en.status.inBoilerplate(tally.inBoilerplate)})`}
      </span>
      {missing > 0 && <span>{en.reading.loading(missing)}</span>}
      {layer.unplaced.size > 0 && <span className="warn">{en.status.unplaced(layer.unplaced.size)}</span>}
      {head.moved > 0 && <span className="warn">{en.status.moved(head.moved)}</span>}
    </>
  )
}

/** How many problems there are; quiet, and a way to their list. */
function Problems() {
  const { desk } = useWorkbench()
  useLate(desk.findings, state => state.version)
  const isWhole = useLate(desk.findings, state => state.isWhole)
  const keys = useKey('view.drawer')
  if (!isWhole) return null
  return (
    <button
      type="button"
      className="problems"
      title={`${en.commands['view.drawer']} (${keys})`}
      onClick={() => {
        showDrawer(desk, 'problems')
        focusPane('drawer')
      }}
    >
      {en.findings.count(desk.findings.counts().all)}
    </button>
  )
}

function TextFacts() {
  const { desk, run } = useWorkbench()
  const opened = useLate(desk.reading, state => state.article?.opened)
  if (!opened) return null
  const { encoding, encodingBy, lineEnds, invalidBytes, pagesWithoutText, unseen } = opened
  return (
    <>
      <Encoding encoding={encoding.toUpperCase()} by={encodingBy} canChoose={opened.hasEncoding} />
      <span className={lineEnds === 'mixed' ? 'warn' : 'fact'}>{en.status.lineEnds[lineEnds]}</span>
      {invalidBytes > 0 && <span className="warn">{en.status.invalid(invalidBytes)}</span>}
      {pagesWithoutText.length > 0 && (
        <span className="warn" title={en.status.withoutTextWhy(pagesWithoutText)}>
          {en.status.withoutText(pagesWithoutText)}
        </span>
      )}
      {unseen > 0 && (
        <button type="button" className="warn" title={en.status.unseenWhy} onClick={() => run('text.nextHidden')}>
          {en.status.unseen(unseen)}
        </button>
      )}
    </>
  )
}

interface EncodingProps {
  readonly encoding: string
  readonly by: Opened['encodingBy']
  readonly canChoose: boolean
}

/** In which encoding the text is read, and the way to another. */
function Encoding({ encoding, by, canChoose }: EncodingProps) {
  const { run } = useWorkbench()
  const key = useKey('article.encoding')
  const className = by === 'detected' ? 'warn' : 'fact'
  const known = en.status.encodingBy[by]
  const shown = by === 'detected' ? `${encoding}: ${known}` : encoding
  if (!canChoose)
    return (
      <span className={className} title={known}>
        {shown}
      </span>
    )
  const title = `${en.encoding.change(encoding, known)}${key ? ` (${key})` : ''}`
  return (
    <button type="button" className={className} title={title} onClick={() => run('article.encoding')}>
      {shown}
    </button>
  )
}

function RuntimeFacts() {
  const { desk } = useWorkbench()
  const runtime = useValue(desk.entrance, state => state.runtime)
  if (!runtime) return null
  return (
    <>
      {runtime.runtime === 'fallback' && (
        <span className="note" title={en.status.fallbackWhy}>
          {en.status.fallback(runtime.electron)}
        </span>
      )}
      {runtime.runtime === 'override' && <span>{en.status.override(runtime.electron)}</span>}
      {!runtime.sandbox && (
        <span className="note" title={en.status.sandboxOffWhy}>
          {en.status.sandboxOff}
        </span>
      )}
    </>
  )
}

function Look() {
  const { desk } = useWorkbench()
  const theme = useValue(desk.settings, state => state.theme)
  const person = useValue(desk.entrance, state => state.person)
  return (
    <>
      {person && (
        <CommandButton command="person.change" label={`${person.name}: ${en.commands['person.change']}`}>
          {person.name}
        </CommandButton>
      )}
      <CommandButton command="view.smaller" label={en.commands['view.smaller']}>
        <span className="smaller">A</span>
      </CommandButton>
      <CommandButton command="view.larger" label={en.commands['view.larger']}>
        <span className="larger">A</span>
      </CommandButton>
      <CommandButton command="view.theme" label={`${en.commands['view.theme']}: ${en.status.theme[theme]}`}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" />
          <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />
        </svg>
      </CommandButton>
      <CommandButton command="help.keys" label={en.commands['help.keys']}>
        ?
      </CommandButton>
    </>
  )
}

interface CommandButtonProps {
  readonly command: CommandId
  readonly label: string
  readonly children: React.ReactNode
}

function CommandButton({ command, label, children }: CommandButtonProps) {
  const { run } = useWorkbench()
  const key = useKey(command)
  const tooltip = key ? `${label} (${key})` : label
  return (
    <button type="button" title={tooltip} aria-label={label} onClick={() => run(command)}>
      {children}
    </button>
  )
}
