import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { linkWith, nameOfHint } from '../commands/linkActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import type { Hint } from '../state/linkHints.ts'
import type { LinkingMode } from '../state/linking.ts'
import { paragraphsBetween } from '../state/paragraphsBetween.ts'
import { rowAfterKey } from '../ui/listKeys.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { findId, targetsId } from './listenWhileLinking.ts'

/** Everything that can be linked with, wherever it stands: the nearest first, each under its letters, and found by words. */
export function Targets({ mode, source }: { mode: LinkingMode; source: Annotation }) {
  const { desk } = useWorkbench()
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const shown = mode.hints.filter(({ key }) => key.startsWith(mode.typed))
  const row = Math.min(active, shown.length - 1)

  // What is first changes with what is looked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes back to the first whenever these change
  useEffect(() => setActive(0), [mode.words, mode.wanted, mode.typed])
  useEffect(() => {
    list.current?.querySelector(`[data-row="${row}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [row])

  function onKeyDown(event: KeyboardEvent): void {
    const next = rowAfterKey(event.key, { row, count: shown.length, page: 6 })
    if (event.key === 'Enter' && shown[row]) linkWith(desk, shown[row])
    else if (next !== undefined && !(isInField(event) && (event.key === 'Home' || event.key === 'End'))) setActive(next)
    else if (event.key === 'Escape' && mode.words !== null) {
      desk.linking.search(null)
      desk.stage.page?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      {mode.words !== null && (
        <input
          id={findId}
          className="field"
          aria-label={en.linking.find}
          placeholder={en.linking.find}
          role="combobox"
          aria-expanded="true"
          aria-controls={targetsId}
          aria-activedescendant={shown[row] ? `link-target-${row}` : undefined}
          spellCheck={false}
          value={mode.words}
          onChange={event => desk.linking.search(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
      {shown.length === 0 && <p className="faint">{mode.words ? en.linking.notFound : en.linking.nothing}</p>}
      <div
        ref={list}
        id={targetsId}
        className="targets"
        role="listbox"
        tabIndex={0}
        aria-label={en.linking.targets}
        aria-activedescendant={shown[row] ? `link-target-${row}` : undefined}
        onKeyDown={onKeyDown}
        hidden={shown.length === 0}
      >
        {shown.map((hint, i) => (
          <Target
            key={hint.key}
            hint={hint}
            row={i}
            active={i === row}
            where={whereIs(hint, source)}
            onPick={() => linkWith(desk, hint)}
          />
        ))}
      </div>
    </>
  )

  function whereIs({ end }: Hint, from: Annotation): string {
    const { article } = desk.reading.getState()
    if (end.kind !== 'annotation' || !article) return ''
    const { text, blocks } = article
    return en.linking.where(paragraphsBetween(text, blocks, extent(from).start, extent(end.annotation).start))
  }
}

interface TargetProps {
  readonly hint: Hint
  readonly row: number
  readonly active: boolean
  readonly where: string
  readonly onPick: () => void
}

function Target({ hint, row, active, where, onPick }: TargetProps) {
  const { desk } = useWorkbench()
  const tags = useTags()
  const typed = useValue(desk.linking, state => state.mode?.typed.length ?? 0)
  const { end } = hint
  const tag = end.kind === 'annotation' ? tagOf(tags, end.annotation.tag) : undefined
  const words = nameOfHint(hint)
  const kind = end.kind === 'entity' ? en.entities.kind(end.entity.kind) : undefined
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys for all of its options
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and says which option is active
    <div
      id={`link-target-${row}`}
      data-row={row}
      role="option"
      aria-selected={active}
      aria-label={[hint.key, tag?.label ?? kind, words, where].filter(Boolean).join(', ')}
      className="target"
      onPointerDown={event => event.preventDefault()}
      onClick={onPick}
    >
      <kbd>
        <span className="typed">{hint.key.slice(0, typed)}</span>
        {hint.key.slice(typed)}
      </kbd>
      {tag && (
        <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
          {tag.label.slice(0, 1)}
        </Swatch>
      )}
      <span className="words">{words.slice(0, 160)}</span>
      <span className="where">{kind ?? where}</span>
    </div>
  )
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement
}
