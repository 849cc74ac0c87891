import { useEffect, useId, useState } from 'react'
import type { AttributeValue } from '../../shared/annotation/annotation.ts'
import type { Question } from '../../shared/codebook/codebook.ts'
import { isDate } from '../../shared/codebook/isDate.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWriting } from '../commands/useWriting.ts'
import { spell } from '../state/spell.ts'

export interface Suggestion {
  readonly value: string
  readonly label: string
}

interface Props {
  /** The id of the annotation or link: what was begun to be written for one isn't another's. */
  readonly of: string
  /** Of an annotation or of a link. */
  readonly attribute: Question
  readonly value: AttributeValue | null
  /** What may be the answer, and why: offered as long as nothing is answered. */
  readonly suggestions?: readonly Suggestion[]
  /** Records an answer; `null` takes it back. */
  readonly onAnswer: (value: AttributeValue | null) => void
}

/** More choices than this are a list that opens. */
const MOST_CHIPS = 8

/** One question of the codebook about an annotation or a link. */
export function AttributeField({ of, attribute, value, suggestions, onAnswer }: Props) {
  const id = useId()
  const isKnown = value === null || fits(attribute, value)
  return (
    <div className="attribute" title={attribute.guidance}>
      <span id={id} className="label">
        {attribute.label}
        {attribute.key && ' '}
        {attribute.key && <kbd>{attribute.key}</kbd>}
      </span>
      {isKnown ? (
        <Answer {...{ of, attribute, value, onAnswer, ...(suggestions && { suggestions }) }} labelled={id} />
      ) : (
        <span className="faint">{spell(value)}</span>
      )}
    </div>
  )
}

function Answer({
  of,
  attribute: asked,
  value,
  suggestions = [],
  onAnswer: set,
  labelled,
}: Props & { labelled: string }) {
  // An answer that is offered no more is shown where it was given.
  const given = (id: string) => (Array.isArray(value) ? (value as readonly string[]).includes(id) : value === id)
  const attribute = { ...asked, choices: asked.choices.filter(choice => isOffered(choice) || given(choice.id)) }
  switch (attribute.kind) {
    case 'choice':
      return attribute.choices.length > MOST_CHIPS ? (
        <select
          aria-labelledby={labelled}
          value={String(value ?? '')}
          onChange={event => set(event.target.value || null)}
        >
          <option value="">{en.inspector.unset}</option>
          {attribute.choices.map(choice => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <Chips
          labelled={labelled}
          choices={attribute.choices}
          chosen={value === null ? [] : [String(value)]}
          onPress={(id, on) => set(on ? id : null)}
        />
      )
    case 'several': {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : []
      const toggled = (id: string, on: boolean) =>
        attribute.choices.map(choice => choice.id).filter(one => (one === id ? on : chosen.includes(one)))
      return (
        <Chips
          labelled={labelled}
          choices={attribute.choices}
          chosen={chosen}
          onPress={(id, on) => set(toggled(id, on).length > 0 ? toggled(id, on) : null)}
        />
      )
    }
    case 'yes-no':
      return (
        <Chips
          labelled={labelled}
          choices={[
            { id: 'true', label: en.inspector.yes },
            { id: 'false', label: en.inspector.no },
          ]}
          chosen={value === null ? [] : [String(value)]}
          onPress={(id, on) => set(on ? id === 'true' : null)}
        />
      )
    default:
      return <Words key={of} {...{ of, attribute, value, suggestions, labelled }} onAnswer={set} />
  }
}

interface ChipsProps {
  readonly labelled: string
  readonly choices: Question['choices']
  readonly chosen: readonly string[]
  readonly onPress: (id: string, on: boolean) => void
}

/** Choices side by side; pressing the chosen one takes the answer back. */
function Chips({ labelled, choices, chosen, onPress }: ChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the field that holds all attributes is the fieldset
    <div className="chips" role="group" aria-labelledby={labelled}>
      {choices.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen.includes(id)}
          onClick={() => onPress(id, !chosen.includes(id))}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

/** A value that is written: it counts on leaving the field or Enter. */
function Words({ attribute, value, suggestions = [], onAnswer, labelled }: Props & { labelled: string }) {
  const [text, setText] = useState(String(value ?? ''))
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setText(String(value ?? ''))
    setWrong(false)
  }, [value])

  function commit(): void {
    const written = text.trim()
    const isNumber = attribute.kind === 'number'
    const isWrong =
      written !== '' && ((attribute.kind === 'date' && !isDate(written)) || (isNumber && Number.isNaN(Number(written))))
    setWrong(isWrong)
    if (!isWrong) onAnswer(written === '' ? null : isNumber ? Number(written) : written)
  }

  useWriting(text.trim() !== String(value ?? ''), commit)

  return (
    <div className="words">
      <input
        className="field"
        aria-labelledby={labelled}
        aria-invalid={wrong || undefined}
        data-attribute={attribute.id}
        placeholder={attribute.kind === 'date' ? '2031-03-04' : en.inspector.unset}
        spellCheck={false}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={event => event.key === 'Enter' && commit()}
      />
      {wrong && (
        <p className="wrong small" role="alert">
          {en.inspector.invalidDate}
        </p>
      )}
      {value === null && text === '' && suggestions.length > 0 && (
        <Suggestions labelled={labelled} suggestions={suggestions} onTake={onAnswer} />
      )}
    </div>
  )
}

interface SuggestionsProps {
  readonly labelled: string
  readonly suggestions: readonly Suggestion[]
  readonly onTake: (value: string) => void
}

/** Answers that are taken with one press; nothing is answered before. */
function Suggestions({ labelled, suggestions, onTake }: SuggestionsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the field that holds all attributes is the fieldset
    <div className="suggestions" role="group" aria-labelledby={labelled}>
      {suggestions.map(({ value, label }) => (
        <button key={value} type="button" title={en.inspector.suggestion} onClick={() => onTake(value)}>
          {label}
        </button>
      ))}
    </div>
  )
}

function fits({ kind }: Pick<Question, 'kind'>, value: AttributeValue): boolean {
  if (kind === 'several') return Array.isArray(value)
  if (kind === 'yes-no') return typeof value === 'boolean'
  if (kind === 'number') return typeof value === 'number'
  return typeof value === 'string'
}
