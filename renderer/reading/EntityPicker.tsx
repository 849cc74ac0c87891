import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { printKeys } from '../../shared/commands/keys.ts'
import type { FoundEntity } from '../../shared/project/findEntities.ts'
import { wordsOf } from '../../shared/project/learnAlias.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { clearEntity, sayReferred } from '../commands/entityActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { rowAfterKey } from '../ui/listKeys.ts'
import { usePlaceInText } from './usePlaceInText.ts'
import './entityPicker.css'

type Row =
  | { readonly kind: 'found'; readonly found: FoundEntity }
  | { readonly kind: 'create' }
  | { readonly kind: 'clear' }

/** Who or what does the selected annotation mean? Found while its name is typed, or made here. */
export function EntityPicker() {
  const { desk } = useWorkbench()
  const { entities, dialogs } = desk
  const annotation = useValue(desk.reading, selectedAnnotation)
  const box = useRef<HTMLDivElement>(null)
  const usage = useMemo(() => entities.usageHere(), [entities])
  const same = useMemo(() => (annotation ? entities.sameWords(annotation).length - 1 : 0), [entities, annotation])
  const [typed, setTyped] = useState(() => (annotation ? wordsOf(annotation).slice(0, 200) : ''))
  const [active, setActive] = useState(0)
  const [kind, setKind] = useState(0)
  const [isForAll, setForAll] = useState(false)
  /** Whether the last key was part of a name: a digit is too, then. */
  const isTyping = useRef(false)
  usePlace(box)
  useWayBack(box, dialogs.close)
  useEffect(() => {
    box.current?.querySelector(`#entity-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const tag = annotation?.tag ?? ''
  const kinds = useMemo(() => entities.kindsFor(tag), [entities, tag])
  const found = useMemo(() => entities.find(typed, kinds, usage), [entities, typed, kinds, usage])

  const isThere = annotation !== undefined
  useEffect(() => {
    if (!isThere) dialogs.close()
  }, [isThere, dialogs])
  if (!annotation) return null

  const name = typed.trim()
  const rows: Row[] = [
    ...found.map(one => ({ kind: 'found' as const, found: one })),
    ...(name !== '' && kinds.length > 0 ? [{ kind: 'create' as const }] : []),
    ...(annotation.entity === undefined ? [] : [{ kind: 'clear' as const }]),
  ]
  const current = Math.min(active, rows.length - 1)
  const chosen = entities.standsFor(annotation.entity ?? '')

  function take(row: Row | undefined, forAll = isForAll): void {
    if (!row) return
    const whom = forAll ? 'same-words' : 'this'
    dialogs.close()
    if (row.kind === 'clear') clearEntity(desk)
    else if (row.kind === 'create') sayReferred(desk, entities.create(name, kinds[kind]!, whom))
    else sayReferred(desk, entities.choose(row.found.entity.id, whom))
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation()
    const next =
      event.altKey || event.ctrlKey ? undefined : rowAfterKey(event.key, { row: current, count: rows.length, page: 8 })
    const digit = /^Digit[1-9]$/.test(event.code) ? Number(event.code.slice(5)) - 1 : -1
    const isForKind = event.altKey || (rows[current]?.kind === 'create' && !isTyping.current)
    const isModified = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') dialogs.close()
    else if (event.key === 'Enter') take(rows[current], isModified ? same > 0 : isForAll)
    else if (next !== undefined && event.key !== 'Home' && event.key !== 'End') {
      isTyping.current = false
      setActive(next)
    } else if (!isModified && kinds[digit] !== undefined && isForKind) setKind(digit)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={en.entities.picker(wordsOf(annotation))}
      className="picker entity-picker"
      onKeyDown={onKeyDown}
    >
      <input
        className="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="entities-found"
        aria-activedescendant={rows.length > 0 ? `entity-${current}` : undefined}
        aria-label={en.entities.picker(wordsOf(annotation))}
        placeholder={en.entities.typeName}
        dir="auto"
        spellCheck={false}
        value={typed}
        onFocus={event => event.currentTarget.select()}
        onChange={event => {
          isTyping.current = true
          setTyped(event.target.value)
          setActive(0)
        }}
      />
      <div id="entities-found" role="listbox" aria-label={en.entities.found} className="items" tabIndex={-1}>
        {rows.map((row, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for the list
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and says which row is active
          <div
            key={row.kind === 'found' ? row.found.entity.id : row.kind}
            id={`entity-${i}`}
            role="option"
            aria-selected={i === current}
            className={`item ${i === current ? 'active' : ''} ${row.kind}`}
            onPointerMove={() => setActive(i)}
            onClick={() => take(row)}
          >
            {row.kind === 'found' && (
              <Found
                found={row.found}
                isChosen={row.found.entity.id === chosen}
                here={usage.inDocument(row.found.entity.id)}
              />
            )}
            {row.kind === 'create' && (
              <>
                <span className="label">{en.entities.create(name)}</span>
                <span className="hint">{en.entities.kind(kinds[kind]!)}</span>
              </>
            )}
            {row.kind === 'clear' && <span className="label">{en.entities.clear}</span>}
          </div>
        ))}
      </div>
      {rows[current]?.kind === 'create' && kinds.length > 1 && <Kinds kinds={kinds} chosen={kind} onChoose={setKind} />}
      {same > 0 && (
        <label className="others">
          <input type="checkbox" checked={isForAll} onChange={event => setForAll(event.target.checked)} />
          <span>{en.entities.others(same)}</span>
          <kbd>{printKeys('Mod+Enter', desk.platform())}</kbd>
        </label>
      )}
    </div>
  )
}

/** A name with what tells it from others: kind, what they were then, the alias that fits, how often they are meant here. */
function Found({ found: { entity, by }, isChosen, here }: { found: FoundEntity; isChosen: boolean; here: number }) {
  const { desk } = useWorkbench()
  const details = [
    en.entities.kind(entity.kind),
    ...desk.entities.rolesHere(entity).slice(0, 2).map(en.entities.role),
    by === entity.name ? '' : en.entities.alias(by),
  ]
  return (
    <>
      <span className="label">
        <bdi className={isChosen ? 'name chosen' : 'name'}>{withUnseenShown(entity.name)}</bdi>
        <span className="details">{details.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="hint">{en.entities.here(here)}</span>
    </>
  )
}

interface KindsProps {
  readonly kinds: readonly string[]
  readonly chosen: number
  readonly onChoose: (kind: number) => void
}

/** What kind the new one is; a digit each. */
function Kinds({ kinds, chosen, onChoose }: KindsProps) {
  return (
    <fieldset className="kinds" aria-label={en.entities.newKind}>
      {kinds.map((kind, i) => (
        <button
          key={kind}
          type="button"
          aria-pressed={i === chosen}
          title={i < 9 ? en.entities.kindKey(i + 1, en.entities.kind(kind)) : undefined}
          onPointerDown={event => event.preventDefault()}
          onClick={() => onChoose(i)}
        >
          {i < 9 && <kbd>{i + 1}</kbd>} {en.entities.kind(kind)}
        </button>
      ))}
    </fieldset>
  )
}

/** Beside the words, where there is room. It is measured again when its height changes. */
function usePlace(box: React.RefObject<HTMLDivElement | null>): void {
  const { desk } = useWorkbench()
  const place = usePlaceInText(desk)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const put = () => {
      const { offsetWidth, offsetHeight } = element
      const room = window.innerHeight - 8
      const isBelow = place.bottom + 6 + offsetHeight <= room
      const top = isBelow ? place.bottom + 6 : Math.max(8, Math.min(place.top - offsetHeight - 6, room - offsetHeight))
      element.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - offsetWidth - 8))}px`
      element.style.top = `${top}px`
    }
    put()
    const watch = new ResizeObserver(put)
    watch.observe(element)
    return () => watch.disconnect()
  }, [box, place])
}

/** A click elsewhere closes it; the focus goes back to where it was. */
function useWayBack(box: React.RefObject<HTMLDivElement | null>, close: () => void): void {
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const element = box.current
    element?.querySelector('input')?.focus({ preventScroll: true })
    const away = (event: Event) => element?.contains(event.target as Node) || close()
    window.addEventListener('pointerdown', away, true)
    return () => {
      window.removeEventListener('pointerdown', away, true)
      const { activeElement } = document
      const isHeld = activeElement === document.body || activeElement === null || element?.contains(activeElement)
      if (isHeld && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [box, before, close])
}
