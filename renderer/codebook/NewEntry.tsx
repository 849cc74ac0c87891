import { useEffect, useRef, useState } from 'react'
import {
  type Added,
  addAttribute,
  addLink,
  addReason,
  addTag,
  duplicate,
  entryOf,
  labelOfItem,
} from '../../shared/codebook/items.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useWriting } from '../commands/useWriting.ts'
import type { Naming } from '../state/codebookEditor.ts'
import type { Desk } from '../state/desk.ts'
import { Button } from '../ui/Button.tsx'

/**
 * A new entry is named before it is there: its id, which stands in files for
 * good, comes from the name that it is first given.
 */
export function NewEntry({ tag }: { /** The tag that a question would be of. */ readonly tag: string | null }) {
  const { desk } = useWorkbench()
  const naming = useValue(desk.codebook, state => state.naming)
  const locked = useValue(desk.project, state => state.problem !== null)
  if (naming) return <NameField key={JSON.stringify(naming)} naming={naming} />
  return (
    <div className="adding">
      <Button disabled={locked} onClick={() => desk.codebook.name({ kind: 'tags' })}>
        {en.codebook.addTag}
      </Button>
      <Button disabled={locked || !tag} onClick={() => tag && desk.codebook.name({ kind: 'attributes', tag })}>
        {en.codebook.addAttribute}
      </Button>
      <Button disabled={locked} onClick={() => desk.codebook.name({ kind: 'links' })}>
        {en.codebook.addLink}
      </Button>
      <Button disabled={locked} onClick={() => desk.codebook.name({ kind: 'reasons' })}>
        {en.codebook.addReason}
      </Button>
    </div>
  )
}

/** Enter, the button and leaving it add the entry; Escape, or nothing in it, doesn't. */
function NameField({ naming }: { naming: Naming }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const copied = naming.kind === 'copy' ? entryOf(codebook, naming.item)?.label : undefined
  const [text, setText] = useState(copied === undefined ? '' : en.codebook.copyOf(copied))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const label = naming.kind === 'copy' ? en.codebook.nameOfCopy(copied ?? '') : en.codebook.nameOfNew[naming.kind]

  function keep(): void {
    const words = text.trim()
    setText('')
    if (words === '') desk.codebook.name(null)
    else add(desk, naming, words)
  }
  function leave(): void {
    desk.codebook.name(null)
    requestAnimationFrame(() => document.getElementById('codebook-tree')?.focus())
  }
  useWriting(text.trim() !== '', keep)

  return (
    <div className="adding naming">
      <label htmlFor="codebook-new">{label}</label>
      <input
        ref={field}
        id="codebook-new"
        className="field"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        maxLength={1000}
        aria-describedby="codebook-new-why"
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={event => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) keep()
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Enter') keep()
          else leave()
        }}
      />
      <p id="codebook-new-why" className="faint small">
        {en.codebook.nameWhy}
      </p>
      <div className="line">
        <Button look="main" disabled={text.trim() === ''} onClick={keep}>
          {en.codebook.add}
        </Button>
        <Button look="plain" onClick={leave}>
          {en.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Adds an entry under its name, chooses it, and goes to what else there is to say of it. */
function add(desk: Desk, naming: Naming, label: string): void {
  const made = ((): Added | null => {
    const { codebook } = desk.workspace.getState()
    switch (naming.kind) {
      case 'tags':
        return addTag(codebook, label)
      case 'attributes':
        return addAttribute(codebook, naming.tag, label)
      case 'links':
        return addLink(codebook, label)
      case 'reasons':
        return addReason(codebook, label)
      case 'copy':
        return duplicate(codebook, naming.item, label)
    }
  })()
  if (!made || !desk.codebook.change(() => made.codebook)) return
  desk.codebook.choose(made.item)
  desk.notices.say(en.codebook.added(labelOfItem(made.codebook, made.item) ?? ''))
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('codebook-label')?.focus()))
}
