import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isOffered } from '../../shared/codebook/offered.ts'
import { nextKeyOf } from '../../shared/commands/bindings.ts'
import { type CommandId, commandIds, isAvailable } from '../../shared/commands/commands.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { openAndEnter, tagWith } from '../commands/actions.ts'
import { beginOnEntry, entriesOf } from '../commands/commentOn.ts'
import { goToSame } from '../commands/sameTag.ts'
import { useKeys } from '../commands/useKeys.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { circumstancesOn } from '../state/desk.ts'
import { titleOf } from '../state/visibleRows.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fitOf } from './fitOf.ts'
import './palette.css'

interface Choice {
  readonly id: string
  readonly title: string
  readonly keys: string
  readonly isAvailable: boolean
  readonly run: () => void
}

/** How many articles are offered beside the commands. */
const MOST_ARTICLES = 12

/** Every command by its words, and every article by its title. */
export function CommandPalette() {
  const { desk } = useWorkbench()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const choices = useChoices(words)
  const row = Math.min(active, choices.length - 1)

  useEffect(() => {
    list.current?.querySelector(`#choice-${row}`)?.scrollIntoView({ block: 'nearest' })
  }, [row])

  function choose(choice: Choice | undefined): void {
    if (!choice?.isAvailable) return
    desk.dialogs.close()
    // Once the focus is back where it was, for the command may depend on it.
    requestAnimationFrame(choice.run)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setActive(Math.min(row + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, row - 1))
    else if (event.key === 'Enter') choose(choices[row])
    else return
    event.preventDefault()
  }

  return (
    <Dialog title={en.palette.title} titled={false} className="palette" onClose={desk.dialogs.close}>
      <input
        className="search"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={choices.length > 0 ? 'choices' : undefined}
        aria-activedescendant={row >= 0 ? `choice-${row}` : undefined}
        aria-label={en.palette.search}
        placeholder={en.palette.search}
        spellCheck={false}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        autoFocus
      />
      {choices.length > 0 ? (
        <div ref={list} id="choices" role="listbox" className="choices" aria-label={en.palette.title} tabIndex={-1}>
          {choices.map((choice, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for the list
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and says which choice is active
            <div
              key={choice.id}
              id={`choice-${i}`}
              role="option"
              aria-selected={i === row}
              aria-disabled={!choice.isAvailable}
              className="choice"
              onPointerMove={() => setActive(i)}
              onClick={() => choose(choice)}
            >
              <span className="title">{choice.title}</span>
              <kbd>{choice.isAvailable ? choice.keys : en.palette.unavailable}</kbd>
            </div>
          ))}
        </div>
      ) : (
        <p className="nothing faint" role="status">
          {en.palette.nothing}
        </p>
      )}
    </Dialog>
  )
}

/** Commands that can be done now come first; among equals the table's order holds. */
function useChoices(words: string): Choice[] {
  const { desk, run } = useWorkbench()
  const keys = useKeys()
  const [now] = useState(() => circumstancesOn(desk))
  const all = [...tagChoices(), ...nextChoices(), ...commandIds.filter(id => id !== 'palette.open').map(commandChoice)]
  const found = all
    .map(choice => ({ choice, fit: fitOf(choice.title, words) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => Number(other.choice.isAvailable) - Number(one.choice.isAvailable) || other.fit - one.fit)
    .map(({ choice }) => choice)
  return words.trim() === '' ? found : [...found, ...entryChoices(), ...articleChoices()]

  function commandChoice(id: CommandId): Choice {
    return {
      id,
      title: en.commands[id],
      keys: keys(id).join('  '),
      isAvailable: isAvailable(id, now),
      run: () => run(id),
    }
  }

  function tagChoices(): Choice[] {
    const isAvailable = now.has('can-annotate') && now.has('text-or-annotation-selected')
    return desk.workspace
      .getState()
      .codebook.tags.filter(isOffered)
      .map(({ id, label, key }) => ({
        id: `tag ${id}`,
        title: en.keys.tag(label),
        keys: key,
        isAvailable,
        run: () => tagWith(desk, id),
      }))
  }

  function nextChoices(): Choice[] {
    return desk.workspace
      .getState()
      .codebook.tags.filter(isOffered)
      .map(tag => ({
        id: `next ${tag.id}`,
        title: en.keys.nextOf(tag.label),
        keys: printKeys(nextKeyOf(tag), desk.platform()),
        isAvailable: now.has('article-open'),
        run: () => goToSame(desk, 'after', tag.id),
      }))
  }

  /** What can be asked about the codebook, an entry each. */
  function entryChoices(): Choice[] {
    return entriesOf(desk)
      .map(({ on, label, hint }): Choice => {
        const title = en.discussion.askEntry(label, hint ?? '')
        const run = () => beginOnEntry(desk, on.entry)
        return { id: `ask ${on.entry.kind} ${on.entry.id}`, title, keys: '', isAvailable: now.has('article-open'), run }
      })
      .filter(({ title }) => fitOf(title, words) > 0)
  }

  function articleChoices(): Choice[] {
    const choices: (Choice & { fit: number })[] = []
    for (const row of desk.workspace.getState().rows.values()) {
      const fit = row.problem ? 0 : fitOf(`${titleOf(row)} ${row.path}`, words)
      if (fit === 0) continue
      const open = () => void openAndEnter(desk, row.ticket)
      choices.push({
        id: row.ticket,
        title: withUnseenShown(titleOf(row)),
        keys: '',
        isAvailable: true,
        run: open,
        fit,
      })
    }
    return choices.sort((one, other) => other.fit - one.fit).slice(0, MOST_ARTICLES)
  }
}
