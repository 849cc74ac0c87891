import { useRef } from 'react'
import { type FieldName, fieldNames, isFieldValue, LONGEST_FIELD } from '../../shared/article/metadata.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useWorkbench } from '../commands/useWorkbench.ts'
import { TypedField } from '../look/TypedField.tsx'
import type { OpenArticle } from '../state/openArticle.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { sayField, takeFieldBack } from './editFields.ts'
import './facts.css'

/** What is known of the article beside its text, each with where it comes from; what a person says goes before all else. */
export function AboutDialog() {
  const { desk, run } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const article = useLate(desk.reading, state => state.article)
  const undo = useKey('edit.undo')
  const undos = useLate(desk.reading, state => state.undos)
  const before = useRef(undos.length)
  if (!article) return null
  const problem = article.factsProblem
  return (
    <Dialog title={en.about.title} className="about" onClose={desk.dialogs.close}>
      <p className="faint">{en.about.why}</p>
      {problem && (
        <p role="alert" className="wrong">
          {en.problems[problem.kind].title}. {en.problems[problem.kind].remedy}
        </p>
      )}
      <div className="fields">
        {fieldNames.map((name, i) => (
          <Row key={`${article.ticket} ${name}`} article={article} name={name} isFirst={i === 0} />
        ))}
      </div>
      <div className="answers">
        <Button keys={undo} disabled={undos.length <= before.current} onClick={() => run('edit.undo')}>
          {en.commands['edit.undo']}
        </Button>
        <Button look="main" onClick={desk.dialogs.close}>
          {en.close}
        </Button>
      </div>
    </Dialog>
  )
}

interface RowProps {
  readonly article: OpenArticle
  readonly name: FieldName
  readonly isFirst: boolean
}

function Row({ article, name, isFirst }: RowProps) {
  const { desk } = useWorkbench()
  const placeholders: Partial<Record<FieldName, string>> = en.about.placeholder
  const field = article.metadata[name]
  const given = article.said.fields.get(name)
  const found = article.opened.found[name]
  const label = en.about.fields[name]
  const isClosed = article.factsProblem !== null || article.past !== null
  return (
    <div className="about-row">
      {isClosed ? (
        <p>
          <span className="label">{label}</span> <bdi>{field?.value ?? en.about.nothing}</bdi>
        </p>
      ) : (
        <TypedField
          label={label}
          value={field?.value ?? ''}
          maxLength={LONGEST_FIELD}
          placeholder={placeholders[name]}
          autoFocus={isFirst}
          wrongWith={text => (text === '' || isFieldValue(name, text) ? null : en.about.wrong[name])}
          onCommit={text => sayField(desk, name, text)}
        />
      )}
      <p className="source faint small">
        {field ? en.about.sources[field.by] : en.about.nothing}
        {given && !isClosed && (
          <Button
            look="plain"
            aria-label={en.about.takeBackOf(label)}
            title={found ? en.about.insteadOf(found.value, en.about.sources[found.by]) : en.about.insteadOfNothing}
            onClick={() => takeFieldBack(desk, name)}
          >
            {en.about.takeBack}
          </Button>
        )}
      </p>
    </div>
  )
}
