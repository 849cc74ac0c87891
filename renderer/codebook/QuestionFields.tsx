import type { Codebook, Question } from '../../shared/codebook/codebook.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { Choices } from './Choices.tsx'
import { DraftField } from './DraftField.tsx'
import { KeyField } from './KeyField.tsx'

const kinds: readonly Question['kind'][] = ['choice', 'several', 'yes-no', 'number', 'date', 'text']

interface Props {
  readonly question: Question
  /** What its fields are called among all of the sheet. */
  readonly field: string
  /** The id of the field of its name. */
  readonly id?: string
  /** The questions asked beside it. */
  readonly others: readonly Question[]
  readonly change: (codebook: Codebook, to: (question: Question) => Question) => Codebook
  /** The same for its words, which may change what it means. */
  readonly changeWords?: (codebook: Codebook, to: (question: Question) => Question) => Codebook
  /** Takes an answer out, or asks what shall become of the annotations that have it. */
  readonly onRemoveChoice: (choice: string) => void
}

/** One question: of annotations of a tag, or of a kind of link. */
export function QuestionFields({ question, field, id, others, change, changeWords = change, onRemoveChoice }: Props) {
  const { desk } = useWorkbench()
  const isChosen = question.kind === 'choice' || question.kind === 'several'
  const taken = (key: string) =>
    key === ''
      ? []
      : others
          .filter(one => one.id !== question.id && one.key.toUpperCase() === key.toUpperCase())
          .map(one => en.codebook.keyOfQuestion(one.label))
  return (
    <>
      <div className="pair">
        <DraftField
          {...(id ? { id } : {})}
          label={en.codebook.label}
          field={`${field}:label`}
          value={question.label}
          hint={en.codebook.idHint(question.id)}
          wrong={text => (text.trim() === '' ? en.codebook.labelMissing : null)}
          onWrite={(codebook, text) =>
            text.trim() === '' ? null : changeWords(codebook, one => ({ ...one, label: text.trim() }))
          }
        />
        <KeyField
          field={`${field}:key`}
          value={question.key}
          hint={en.codebook.questionKeyHint}
          conflicts={taken}
          onKey={(codebook, key) => change(codebook, one => ({ ...one, key: key.toUpperCase() }))}
        />
      </div>
      <label className="kind">
        {en.codebook.kind}
        <select
          value={question.kind}
          onChange={event => {
            const kind = event.target.value as Question['kind']
            desk.codebook.change(codebook => change(codebook, one => ({ ...one, kind })))
          }}
        >
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {en.codebook.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {isChosen && <Choices question={question} field={field} change={change} onRemove={onRemoveChoice} />}
      <DraftField
        label={en.codebook.guidance}
        field={`${field}:guidance`}
        value={question.guidance}
        rows={2}
        hint={en.codebook.questionGuidanceHint}
        onWrite={(codebook, text) => changeWords(codebook, one => ({ ...one, guidance: text.trim() }))}
      />
    </>
  )
}
