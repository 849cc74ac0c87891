import { useEffect, useMemo, useRef, useState } from 'react'
import { answerWritten } from '../../shared/codebook/answerWritten.ts'
import type { AskedAttribute } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type AnswerChoice, answerChoices } from './filterChoices.ts'

/** Asks for an answer: one that is chosen at once, or one that is written in the field that takes the list's place. */
export function AnswerFilter({ onAsk }: { onAsk: (asked: AskedAttribute) => void }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const choices = useMemo(() => answerChoices(codebook), [codebook])
  const [writing, setWriting] = useState<Extract<AnswerChoice, { write: unknown }> | null>(null)
  const list = useRef<HTMLSelectElement>(null)
  if (choices.length === 0) return null

  function leave(): void {
    setWriting(null)
    requestAnimationFrame(() => list.current?.focus())
  }

  if (writing)
    return (
      <WrittenAnswer
        choice={writing}
        onAsk={asked => {
          onAsk(asked)
          leave()
        }}
        onLeave={leave}
      />
    )
  return (
    <select
      ref={list}
      aria-label={en.search.filter.attributes}
      value=""
      onChange={event => {
        const choice = choices[Number(event.target.value)]
        if (!choice) return
        if ('write' in choice) setWriting(choice)
        else onAsk(choice.asked)
      }}
    >
      <option value="">{en.search.filter.attributes}</option>
      {choices.map(({ label }, i) => (
        <option key={label} value={i}>
          {label}
        </option>
      ))}
    </select>
  )
}

interface WrittenProps {
  readonly choice: Extract<AnswerChoice, { write: unknown }>
  readonly onAsk: (asked: AskedAttribute) => void
  readonly onLeave: () => void
}

/** A number, a date or words that answers are compared with; Enter asks, Escape goes back to the list. */
function WrittenAnswer({ choice: { label, write }, onAsk, onLeave }: WrittenProps) {
  const { attribute, how } = write
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  useEffect(() => field.current?.focus(), [])

  function ask(): void {
    const value = answerWritten(attribute.kind, text)
    if (value === null) onLeave()
    else if (typeof value !== 'string' && typeof value !== 'number') setWrong(true)
    else onAsk({ tag: attribute.tag, id: attribute.id, value, ...(how ? { how } : {}) })
  }

  return (
    <>
      <input
        ref={field}
        className="field written-answer"
        aria-label={label}
        placeholder={label}
        title={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? 'wrong-answer' : undefined}
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setWrong(false)
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Enter') ask()
          else onLeave()
        }}
      />
      {isWrong && (
        <span id="wrong-answer" role="alert" className="wrong">
          {attribute.kind === 'number' ? en.search.badNumber : en.search.badDate}
        </span>
      )}
    </>
  )
}
