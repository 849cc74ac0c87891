import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  type ChangedKeys,
  isChanged,
  type KeyOwner,
  keysOf,
  MOST_KEYS,
  ownersOf,
  refusalOf,
  withKey,
  withoutKey,
  withUsualKeys,
} from '../../shared/commands/bindings.ts'
import type { CommandId } from '../../shared/commands/commands.ts'
import { printKeys, spellPress } from '../../shared/commands/keys.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

interface Props {
  readonly command: CommandId
  readonly title: string
  readonly onFinish: () => void
}

/** What stands between a key that was pressed and the command. */
type Obstacle =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'conflict'; readonly key: string; readonly owner: CommandId }

/** Adds, removes and resets the keys of one command. Nothing is taken from another command unasked. */
export function KeyEditor({ command, title, onFinish }: Props) {
  const { desk } = useWorkbench()
  const changed = useValue(desk.settings, state => state.keys)
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  const [isListening, setIsListening] = useState(false)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const group = useRef<HTMLFieldSetElement>(null)
  const keys = keysOf(command, changed)
  const print = (key: string) => printKeys(key, desk.platform())
  const nameOf = (id: CommandId) => en.commands[id].replace('…', '')

  // What was opened by the keyboard is gone on with by the keyboard.
  useEffect(() => group.current?.querySelector<HTMLElement>('.press')?.focus(), [])

  function keep(next: ChangedKeys, said: string): void {
    desk.rebinding.change(next)
    desk.notices.say(said)
    setIsListening(false)
    setObstacle(null)
    // The button that did it may be gone by now.
    group.current?.querySelector<HTMLElement>('.press, .finish')?.focus()
  }

  function give(key: string): void {
    keep(withKey(changed, command, key), en.keys.given(print(key), title))
  }

  function hear(event: KeyboardEvent): void {
    if (!isListening || ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return
    const key = spellPress(event.nativeEvent, desk.platform())
    const refusal = refusalOf(key, command)
    setIsListening(false)
    // Whoever leaves by Tab isn't held back.
    if (refusal === 'leaving' && event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    setObstacle(null)
    if (key === 'Escape') return
    const [owner] = ownersOf(key, changed, tags, command)
    if (refusal) setObstacle({ kind: 'refused', why: en.keys.refused[refusal](print(key)) })
    else if (owner) setObstacle(conflict(key, owner))
    else give(key)
  }

  function conflict(key: string, owner: KeyOwner): Obstacle {
    if (owner.kind === 'command') return { kind: 'conflict', key, owner: owner.command }
    const tag = tags.find(({ id }) => id === owner.tag)?.label ?? owner.tag
    return { kind: 'refused', why: en.keys.ofTag(print(key), tag) }
  }

  return (
    <fieldset ref={group} className="key-editor" aria-label={en.keys.changing(title)}>
      {keys.map(key => (
        <span key={key} className="key-chip">
          <kbd>{print(key)}</kbd>
          <button
            type="button"
            aria-label={en.keys.remove(print(key))}
            title={en.keys.remove(print(key))}
            onClick={() => keep(withoutKey(changed, command, key), en.keys.taken(print(key), title))}
          >
            ×
          </button>
        </span>
      ))}
      {keys.length < MOST_KEYS && (
        <Button
          className="press"
          aria-pressed={isListening}
          onKeyDown={hear}
          onBlur={() => setIsListening(false)}
          onClick={() => {
            setIsListening(true)
            setObstacle(null)
          }}
        >
          {isListening ? en.keys.pressing : en.keys.press}
        </Button>
      )}
      {isChanged(command, changed) && (
        <Button look="plain" onClick={() => keep(withUsualKeys(changed, command), en.keys.isReset(title))}>
          {en.keys.reset}
        </Button>
      )}
      <Button look="plain" className="finish" onClick={onFinish}>
        {en.keys.finished}
      </Button>
      {obstacle?.kind === 'refused' && <p role="alert">{obstacle.why}</p>}
      {obstacle?.kind === 'conflict' && (
        <div role="alert" className="conflict">
          <p>{en.keys.conflict(print(obstacle.key), nameOf(obstacle.owner))}</p>
          <Button onClick={() => give(obstacle.key)}>{en.keys.takeAway(nameOf(obstacle.owner))}</Button>
          <Button look="plain" onClick={() => setObstacle(null)}>
            {en.cancel}
          </Button>
        </div>
      )}
      {obstacle === null && <p className="faint">{en.keys.single}</p>}
    </fieldset>
  )
}
