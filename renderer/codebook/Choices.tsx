import type { Choice, Codebook, Question } from '../../shared/codebook/codebook.ts'
import { moved } from '../../shared/codebook/items.ts'
import { newId } from '../../shared/codebook/newId.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { spellPress } from '../../shared/commands/keys.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { AddField } from '../look/AddField.tsx'
import { Button } from '../ui/Button.tsx'
import { DraftField } from './DraftField.tsx'

interface Props {
  readonly question: Question
  readonly field: string
  readonly change: (codebook: Codebook, to: (question: Question) => Question) => Codebook
  readonly onRemove: (choice: string) => void
}

/** The answers that a question offers, in their order. */
export function Choices({ question, field, change, onRemove }: Props) {
  const { desk } = useWorkbench()
  const shown = question.choices.filter(isOffered)
  const gone = question.choices.filter(one => !isOffered(one))

  function step(choice: Choice, by: 1 | -1): void {
    const isMoved = desk.codebook.change(codebook =>
      change(codebook, one => ({ ...one, choices: moved(one.choices, ({ id }) => id === choice.id, by, isOffered) })),
    )
    desk.notices.say(isMoved ? en.codebook.moved(choice.label, by) : en.codebook.noFurther)
  }

  return (
    <fieldset className="word-list choices">
      <legend>{en.codebook.choices}</legend>
      <ul>
        {shown.map((choice, at) => (
          <li
            key={choice.id}
            onKeyDown={event => {
              const key = spellPress(event.nativeEvent, desk.platform())
              if (key !== 'Alt+ArrowUp' && key !== 'Alt+ArrowDown') return
              event.preventDefault()
              event.stopPropagation()
              step(choice, key === 'Alt+ArrowUp' ? -1 : 1)
            }}
          >
            <DraftField
              isBare
              label={en.codebook.nth(en.codebook.choices, at + 1)}
              field={`${field}:choice:${choice.id}`}
              value={choice.label}
              wrong={text => (text.trim() === '' ? en.codebook.labelMissing : null)}
              onWrite={(codebook, text) =>
                text.trim() === ''
                  ? null
                  : change(codebook, one => ({
                      ...one,
                      choices: one.choices.map(other =>
                        other.id === choice.id ? { ...other, label: text.trim() } : other,
                      ),
                    }))
              }
            />
            <Button
              look="plain"
              aria-label={en.codebook.earlier(choice.label)}
              title={en.codebook.upWhy}
              disabled={at === 0}
              onClick={() => step(choice, -1)}
            >
              ↑
            </Button>
            <Button
              look="plain"
              aria-label={en.codebook.later(choice.label)}
              title={en.codebook.downWhy}
              disabled={at === shown.length - 1}
              onClick={() => step(choice, 1)}
            >
              ↓
            </Button>
            <Button look="plain" aria-label={en.codebook.takeOut(choice.label)} onClick={() => onRemove(choice.id)}>
              {en.codebook.remove}
            </Button>
          </li>
        ))}
        <li>
          <AddField
            label={en.codebook.addChoice}
            onAdd={label => {
              desk.codebook.change(codebook =>
                change(codebook, one => ({
                  ...one,
                  choices: [
                    ...one.choices,
                    {
                      id: newId(
                        label,
                        one.choices.map(({ id }) => id),
                        'answer',
                      ),
                      label,
                    },
                  ],
                })),
              )
              desk.notices.say(en.codebook.wordAdded(label))
            }}
          />
        </li>
      </ul>
      {gone.length > 0 && (
        <ul className="faint small">
          {gone.map(choice => (
            <li key={choice.id}>
              {choice.mergedInto === undefined
                ? en.codebook.retiredChoice(choice.label)
                : en.codebook.mergedChoice(
                    choice.label,
                    question.choices.find(({ id }) => id === choice.mergedInto)?.label ?? choice.mergedInto,
                  )}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
