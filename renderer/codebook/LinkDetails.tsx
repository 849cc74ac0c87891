import type { LinkType, Question } from '../../shared/codebook/codebook.ts'
import { newQuestion, withLink } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { AddField } from '../look/AddField.tsx'
import { Button } from '../ui/Button.tsx'
import { Checks } from './Checks.tsx'
import { DraftField } from './DraftField.tsx'
import { QuestionFields } from './QuestionFields.tsx'

/** Everything about one kind of link. */
export function LinkDetails({ link }: { link: LinkType }) {
  const { desk } = useWorkbench()
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  const ends = tags.filter(tag => isOffered(tag) || link.from.includes(tag.id) || link.to.includes(tag.id))
  const offered = ends.map(({ id, label }) => ({ id, label }))
  const set = (change: Partial<LinkType>) =>
    desk.codebook.change(codebook => withLink(codebook, link.id, one => ({ ...one, ...change })))
  const setQuestions = (to: (questions: LinkType['attributes']) => LinkType['attributes']) =>
    desk.codebook.change(codebook => withLink(codebook, link.id, one => ({ ...one, attributes: to(one.attributes) })))
  return (
    <>
      <DraftField
        id="codebook-label"
        label={en.codebook.label}
        field={`links:${link.id}:label`}
        value={link.label}
        hint={en.codebook.idHint(link.id)}
        wrong={text => (text.trim() === '' ? en.codebook.labelMissing : null)}
        onWrite={(codebook, text) =>
          text.trim() === '' ? null : withLink(codebook, link.id, one => ({ ...one, label: text.trim() }))
        }
      />
      <DraftField
        label={en.codebook.guidance}
        field={`links:${link.id}:guidance`}
        value={link.guidance ?? ''}
        rows={2}
        hint={en.codebook.guidanceHint}
        onWrite={(codebook, text) =>
          withLink(codebook, link.id, ({ guidance: _, ...one }) =>
            text.trim() === '' ? one : { ...one, guidance: text.trim() },
          )
        }
      />
      <div className="pair">
        <Checks label={en.codebook.from} choices={offered} chosen={link.from} onChange={from => set({ from })} />
        <Checks
          label={en.codebook.to}
          choices={[
            ...offered,
            { id: 'author', label: en.codebook.author },
            { id: 'entity', label: en.codebook.anEntity },
          ]}
          chosen={link.to}
          onChange={to => set({ to })}
        />
      </div>
      {(link.from.length === 0 || link.to.length === 0) && <p className="wrong small">{en.codebook.noEnds}</p>}
      <fieldset className="link-questions">
        <legend>{en.codebook.linkQuestions}</legend>
        {link.attributes.map(question => (
          <details key={question.id}>
            <summary>{question.label}</summary>
            <QuestionFields
              question={question}
              field={`links:${link.id}:${question.id}`}
              others={link.attributes}
              change={(codebook, to) =>
                withLink(codebook, link.id, one => ({
                  ...one,
                  attributes: one.attributes.map(other => (other.id === question.id ? to(other) : other)),
                }))
              }
              onRemoveChoice={choice =>
                setQuestions(all => all.map(one => (one.id === question.id ? withoutChoice(one, choice) : one)))
              }
            />
            <Button
              onClick={() => {
                setQuestions(all => all.filter(one => one.id !== question.id))
                desk.notices.say(en.codebook.takenOut(question.label))
              }}
            >
              {en.codebook.removeQuestion}
            </Button>
          </details>
        ))}
        <AddField
          label={en.codebook.addAttribute}
          onAdd={label => {
            setQuestions(all => [...all, newQuestion(all, label)])
            desk.notices.say(en.codebook.added(label))
          }}
        />
      </fieldset>
    </>
  )
}

/** Links that have this answer keep it: it is offered no more. */
function withoutChoice(question: Question, id: string): Question {
  return {
    ...question,
    choices: question.choices.map(one => (one.id === id ? { ...one, retired: true as const } : one)),
  }
}
