import { useState } from 'react'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { addTag } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOf } from '../commands/labelOf.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'

/** What a select says for a tag that is made for an answer. */
const NEW = '\n'

/** By the answers to which question, and which answer leads to which tag? */
export function SplitStep({ tag }: { tag: string }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const questions = codebook.attributes.filter(one => one.tag === tag && one.kind === 'choice' && isOffered(one))
  const [id, setId] = useState(questions[0]?.id ?? '')
  const [parts, setParts] = useState<Readonly<Record<string, string>>>({})
  const label = labelOf(codebook.tags, tag)
  const question = questions.find(one => one.id === id)
  const others = codebook.tags.filter(one => one.id !== tag && isOffered(one))
  const isEmpty = Object.values(parts).every(to => to === '')
  return (
    <div className="step">
      <h3>{en.codebook.splitTitle(label)}</h3>
      <p className="faint">{question ? en.codebook.splitWhy(label) : en.codebook.splitCannot(label)}</p>
      {question && (
        <>
          <label className="kind">
            {en.codebook.splitBy}
            <select
              // biome-ignore lint/a11y/noAutofocus: the step is the answer to a press, and begins here
              autoFocus
              value={id}
              onChange={event => {
                setId(event.target.value)
                setParts({})
              }}
            >
              {questions.map(one => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </select>
          </label>
          <table className="parts">
            <thead>
              <tr>
                <th scope="col">{question.label}</th>
                <th scope="col">{en.codebook.becomes}</th>
              </tr>
            </thead>
            <tbody>
              {question.choices.filter(isOffered).map(choice => (
                <tr key={choice.id}>
                  <th scope="row">{choice.label}</th>
                  <td>
                    <select
                      aria-label={en.codebook.becomesTag(choice.label)}
                      value={parts[choice.id] ?? ''}
                      onChange={event => setParts({ ...parts, [choice.id]: event.target.value })}
                    >
                      <option value="">{en.codebook.stays(label)}</option>
                      <option value={NEW}>{en.codebook.newTagOf(choice.label)}</option>
                      {others.map(one => (
                        <option key={one.id} value={one.id}>
                          {one.label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <div className="answers">
        <Button onClick={() => desk.codebook.go(null)}>{en.codebook.back}</Button>
        {question && (
          <Button
            look="main"
            disabled={isEmpty}
            onClick={() => {
              const made = withNewTags(
                codebook,
                parts,
                choice => question.choices.find(one => one.id === choice)!.label,
              )
              desk.codebook.go({
                kind: 'try',
                before: codebook,
                migration: { kind: 'split-tag', from: tag, attribute: id, parts: made.parts },
                after: made.codebook,
                back: { kind: 'split', tag },
              })
            }}
          >
            {en.codebook.showFirst}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The tags that are asked for, made; and from each answer to its tag. */
function withNewTags(codebook: Codebook, parts: Readonly<Record<string, string>>, labelOf: (choice: string) => string) {
  let after = codebook
  const made: Record<string, string> = {}
  for (const [choice, to] of Object.entries(parts)) {
    if (to === '') continue
    if (to !== NEW) {
      made[choice] = to
      continue
    }
    const label = labelOf(choice)
    const added = addTag(after, label.slice(0, 1).toUpperCase() + label.slice(1))
    after = added.codebook
    made[choice] = added.item.id
  }
  return { codebook: after, parts: made }
}
