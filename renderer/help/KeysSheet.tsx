import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isChanged, nextKeyOf } from '../../shared/commands/bindings.ts'
import { type CommandId, commandIds, commands, menus } from '../../shared/commands/commands.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { words as en } from '../../shared/words/words.ts'
import { stepOf } from '../commands/stepOf.ts'
import { useKeys } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useOfferedTags } from '../look/useTags.ts'
import { isOfKeys } from '../state/rebinding.ts'
import { stepSentence } from '../state/stepSentence.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { fitsKeySearch } from './fitsKeySearch.ts'
import { KeyEditor } from './KeyEditor.tsx'
import './help.css'

/** Every key: those of commands, which are changed here, those of tags, which the codebook has, and the page's own. */
export function KeysSheet() {
  const { desk, run } = useWorkbench()
  const singleKeys = useValue(desk.settings, state => state.singleKeys)
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // A dialog that scrolls would take the focus itself.
  useEffect(() => field.current?.focus(), [])
  const fits = (title: string, keys: readonly string[]) => fitsKeySearch(search, title, keys)

  /** Undo and redo of keys; in the field that searches, they are the field's. */
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.target === field.current ? null : stepOf(desk, event.nativeEvent)
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    takeStep(step)
  }

  /** What was done elsewhere isn't seen from here, and isn't undone from here. */
  function takeStep(step: 'undo' | 'redo'): void {
    const which = step === 'undo' ? 'undos' : 'redos'
    if (!isOfKeys(desk.reading.getState()[which].at(-1))) {
      desk.notices.say(step === 'undo' ? en.keys.noUndo : en.keys.noRedo)
      return
    }
    void desk.undoing[step]().then(isTaken => {
      const back = desk.reading.getState()[step === 'undo' ? 'redos' : 'undos'].at(-1)
      if (isTaken) desk.notices.say(stepSentence(desk, step, back))
    })
  }

  return (
    <Dialog title={en.keys.title} className="keys" onClose={desk.dialogs.close}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo is heard wherever the focus is in the sheet */}
      <div className="keys-sheet" onKeyDown={onKeyDown}>
        {!singleKeys && <p>{en.keys.off}</p>}
        <input
          ref={field}
          type="search"
          className="search"
          aria-label={en.keys.search}
          placeholder={en.keys.search}
          spellCheck={false}
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
        <Sections fits={fits} />
        <div className="answers">
          <LastChange onPutBack={() => takeStep('undo')} />
          <ResetAll />
          <Button look="plain" onClick={() => run('view.singleKeys')}>
            {singleKeys ? en.keys.switchOff : en.keys.switchOn}
          </Button>
          <Button look="plain" onClick={() => window.print()}>
            {en.keys.print}
          </Button>
          <Button look="main" onClick={desk.dialogs.close}>
            {en.close}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Sections({ fits }: { fits: (title: string, keys: readonly string[]) => boolean }) {
  const keys = useKeys()
  const tags = useOfferedTags()
  const { desk } = useWorkbench()
  const [changing, setChanging] = useState<CommandId | null>(null)
  const found = menus.map(menu => ({
    menu,
    ids: commandIds.filter(id => commands[id].menu === menu && fits(titleOf(id), keys(id))),
  }))
  const print = (key: string) => printKeys(key, desk.platform())
  const tagRows = tags.flatMap(tag => [
    { key: tag.key, tag, title: en.keys.tag(tag.label) },
    { key: print(nextKeyOf(tag)), tag, title: en.keys.nextOf(tag.label) },
  ])
  const foundTags = tagRows.filter(({ key, title }) => fits(title, [key]))
  const page = en.keys.page.filter(([key = '', title = '']) => fits(title, [key]))
  if (foundTags.length + page.length === 0 && found.every(({ ids }) => ids.length === 0))
    return <p className="faint">{en.keys.nothing}</p>
  return (
    <div className="columns">
      {foundTags.length > 0 && (
        <Section title={en.keys.tags} why={en.keys.tagsWhy}>
          {foundTags.map(({ key, tag, title }) => (
            <Row key={title} keys={key}>
              <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint} /> {title}
            </Row>
          ))}
          <Row keys={`${keys('annotation.attribute')[0] ?? en.keys.none} T 1`}>{en.keys.attributes}</Row>
        </Section>
      )}
      {found.map(
        ({ menu, ids }) =>
          ids.length > 0 && (
            <Section key={menu} title={en.menus[menu]}>
              {ids.map(id => (
                <CommandRow
                  key={id}
                  command={id}
                  isChanging={changing === id}
                  onChange={isChanging => setChanging(isChanging ? id : null)}
                />
              ))}
            </Section>
          ),
      )}
      {page.length > 0 && (
        <Section title={en.keys.inText}>
          {page.map(([key = '', title]) => (
            <Row key={key} keys={key}>
              {title}
            </Row>
          ))}
        </Section>
      )}
    </div>
  )
}

interface CommandRowProps {
  readonly command: CommandId
  readonly isChanging: boolean
  readonly onChange: (isChanging: boolean) => void
}

/** A command and its keys; pressing the keys opens what changes them. */
function CommandRow({ command, isChanging, onChange }: CommandRowProps) {
  const keys = useKeys()(command)
  const title = titleOf(command)
  const printed = keys.join('  ') || en.keys.none
  return (
    <div className={isChanging ? 'changing' : undefined}>
      <dt>{title}</dt>
      <dd>
        <button
          type="button"
          className="key-button"
          aria-label={en.keys.change(title, keys.join(', ') || en.keys.none)}
          aria-expanded={isChanging}
          onClick={() => onChange(!isChanging)}
        >
          <kbd className={keys.length === 0 ? 'no-key' : undefined}>{printed}</kbd>
        </button>
        {isChanging && <KeyEditor command={command} title={title} onFinish={() => onChange(false)} />}
      </dd>
    </div>
  )
}

/** Which keys were changed last, while that can be taken back. */
function LastChange({ onPutBack }: { readonly onPutBack: () => void }) {
  const { desk } = useWorkbench()
  const last = useValue(desk.reading, state => state.undos.at(-1))
  const key = useKeys()('edit.undo')[0]
  if (!isOfKeys(last)) return null
  const [first, ...others] = Object.keys(last.keys) as CommandId[]
  return (
    <p className="last-change">
      {en.keys.lastChanged(first ? titleOf(first) : '', others.length + 1)}{' '}
      <Button
        look="plain"
        title={key ? `${en.commands['edit.undo']} (${key})` : en.commands['edit.undo']}
        onClick={onPutBack}
      >
        {en.keys.putBack}
      </Button>
    </p>
  )
}

/** Everything as it was at first; there is nothing to press where nothing was changed. */
function ResetAll() {
  const { desk } = useWorkbench()
  const changed = useValue(desk.settings, state => state.keys)
  if (!commandIds.some(id => isChanged(id, changed))) return null
  function reset(): void {
    desk.rebinding.change({})
    desk.notices.say(en.keys.allReset)
  }
  return (
    <Button look="plain" title={en.keys.resetAllWhy} onClick={reset}>
      {en.keys.resetAll}
    </Button>
  )
}

function Section({ title, why, children }: { title: string; why?: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 title={why}>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Row({ keys, children }: { keys: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  )
}

/** What a command is called where it isn't chosen: without the dots that promise a question. */
function titleOf(command: CommandId): string {
  return en.commands[command].replace('…', '')
}
