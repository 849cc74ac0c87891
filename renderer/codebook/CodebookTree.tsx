import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { entryOf, type Item, labelOfItem, move } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { spellPress } from '../../shared/commands/keys.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { words as en } from '../../shared/words/words.ts'
import { beginOnEntry } from '../commands/commentOn.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagInk } from '../look/tagInk.ts'
import type { Desk } from '../state/desk.ts'
import { rowAfterKey } from '../ui/listKeys.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { NewEntry } from './NewEntry.tsx'
import { isItem, type Row, rowKey, rowsOf } from './rows.ts'

/** Tags with their questions, kinds of links, and what concerns all of them. */
export function CodebookTree() {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const chosen = useValue(desk.codebook, state => state.chosen)
  const box = useRef<HTMLDivElement>(null)
  const rows = rowsOf(codebook)
  const current = rows.findIndex(row => chosen && rowKey(row.chosen) === rowKey(chosen))

  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    // What was chosen is gone, by an undo or by somebody else.
    if (current === -1) desk.codebook.choose(rows[0]!.chosen)
  })

  function onKeyDown(event: KeyboardEvent): void {
    const key = spellPress(event.nativeEvent, desk.platform())
    if (key === 'Alt+ArrowUp' || key === 'Alt+ArrowDown') {
      if (chosen && isItem(chosen)) moveItem(desk, chosen, key === 'Alt+ArrowUp' ? -1 : 1)
    } else if (key === 'Delete') {
      if (chosen && isItem(chosen)) desk.codebook.go({ kind: 'remove', item: chosen })
    } else if (key === 'C') {
      if (chosen && isItem(chosen) && chosen.of !== 'reasons') discussItem(desk, { of: chosen.of, id: chosen.id })
    } else if (key === 'Enter' || key === 'ArrowRight') {
      document.querySelector<HTMLElement>('#codebook-details :is(input, textarea, select, button)')?.focus()
    } else {
      const row = rowAfterKey(event.key, { row: current, count: rows.length, page: 12 })
      if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      desk.codebook.choose(rows[row]!.chosen)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const tag = chosen ? tagAround(codebook, chosen) : null
  return (
    <nav className="codebook-list" aria-label={en.codebook.list}>
      <div
        ref={box}
        id="codebook-tree"
        role="tree"
        tabIndex={0}
        aria-label={en.codebook.list}
        aria-activedescendant={current >= 0 ? `codebook-row-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, at) => (
          <TreeRow
            key={rowKey(row.chosen)}
            row={row}
            at={at}
            codebook={codebook}
            isChosen={at === current}
            isFirst={rows[at - 1]?.section !== row.section}
            onChoose={() => desk.codebook.choose(row.chosen)}
          />
        ))}
      </div>
      <NewEntry tag={tag} />
    </nav>
  )
}

const entryKinds = { tags: 'tag', attributes: 'attribute', links: 'link' } as const

/** Begins a question about an entry. */
export function discussItem(
  desk: Desk,
  { of, id }: { readonly of: keyof typeof entryKinds; readonly id: string },
): void {
  beginOnEntry(desk, { kind: entryKinds[of], id })
}

interface RowProps {
  readonly row: Row
  readonly at: number
  readonly codebook: Codebook
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly onChoose: () => void
}

function TreeRow({ row, at, codebook, isChosen, isFirst, onChoose }: RowProps) {
  const { chosen } = row
  const entry = isItem(chosen) ? entryOf(codebook, chosen) : undefined
  const tag = chosen.of === 'tags' ? codebook.tags.find(one => one.id === chosen.id) : undefined
  const ink = tag && tagInk(tag.colour)
  const offered = !entry || isOffered(entry)
  const label = entry ? entry.label : isItem(chosen) ? '' : en.codebook.others[chosen.of]
  return (
    <>
      {isFirst && (
        <div role="presentation" className="section">
          {en.codebook.sections[row.section]}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys for all of its rows */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and says which row is active */}
      <div
        id={`codebook-row-${at}`}
        role="treeitem"
        aria-level={row.level}
        aria-selected={isChosen}
        className={`tree-row level-${row.level} ${offered ? '' : 'gone'}`}
        onClick={onChoose}
      >
        {tag && ink && <Swatch mark={tag.mark} ink={ink.ink} tint={ink.tint} />}
        <span className="label" dir="auto">
          {label}
        </span>
        {!offered && <span className="faint small">{en.codebook.notOffered}</span>}
        {keyOf(entry) && <kbd>{keyOf(entry)}</kbd>}
      </div>
    </>
  )
}

/** The key that an entry has, where it has one. */
function keyOf(entry: ReturnType<typeof entryOf>): string {
  return entry && 'key' in entry ? entry.key : ''
}

/** Moves an entry one place, and says where it is now. */
export function moveItem(desk: Desk, item: Item, by: 1 | -1): void {
  const label = labelOfItem(desk.workspace.getState().codebook, item) ?? ''
  const isMoved = desk.codebook.change(codebook => move(codebook, item, by))
  desk.notices.say(isMoved ? en.codebook.moved(label, by) : en.codebook.noFurther)
}

function tagAround(codebook: Codebook, chosen: NonNullable<Row['chosen']>): string | null {
  if (chosen.of === 'tags') return chosen.id
  if (chosen.of !== 'attributes') return null
  return codebook.attributes.find(one => attributeKey(one) === chosen.id)?.tag ?? null
}
