import { type ReactNode, useRef } from 'react'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { AddField } from '../look/AddField.tsx'
import { Button } from '../ui/Button.tsx'
import { DraftField } from './DraftField.tsx'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly field: string
  readonly words: readonly string[]
  readonly change: (codebook: Codebook, to: (words: readonly string[]) => readonly string[]) => Codebook
  readonly addLabel: string
  readonly children?: ReactNode
}

/** A list of short texts; an empty one is taken out. */
export function WordList({ label, hint, field, words, change, addLabel, children }: Props) {
  const { desk } = useWorkbench()
  const box = useRef<HTMLFieldSetElement>(null)
  const focus = (at: number) =>
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>('input')[at]?.focus())
  return (
    <fieldset className="word-list" ref={box}>
      <legend>{label}</legend>
      {hint && <p className="faint small">{hint}</p>}
      <ul>
        {words.map((word, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand there twice
          <li key={at}>
            <DraftField
              isBare
              label={en.codebook.nth(label, at + 1)}
              field={`${field}:${at}`}
              value={word}
              wrong={text => (text.trim() === '' ? en.codebook.wordMissing : null)}
              onWrite={(codebook, text) =>
                text.trim() === '' ? null : change(codebook, all => all.with(at, text.trim()))
              }
            />
            <Button
              look="plain"
              aria-label={en.codebook.takeOut(word)}
              onClick={() => {
                desk.codebook.change(codebook => change(codebook, all => all.toSpliced(at, 1)))
                desk.notices.say(en.codebook.takenOut(word))
                focus(Math.max(0, at - 1))
              }}
            >
              {en.codebook.remove}
            </Button>
          </li>
        ))}
        <li>
          <AddField
            label={addLabel}
            onAdd={word => {
              desk.codebook.change(codebook => change(codebook, all => (all.includes(word) ? all : [...all, word])))
              desk.notices.say(en.codebook.wordAdded(word))
            }}
          />
        </li>
      </ul>
      {children}
    </fieldset>
  )
}
