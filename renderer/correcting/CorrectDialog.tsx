import { type FormEvent, useState } from 'react'
import { MAX_VALUE_CHARACTERS } from '../../shared/limits.ts'
import { around } from '../../shared/placing/review.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { asNotice } from '../state/asNotice.ts'
import { selectedText } from '../state/reading.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import './correcting.css'

/** Makes a copy of the article in which the selected words are others. */
export function CorrectDialog() {
  const { desk } = useWorkbench()
  const [{ article, span }] = useState(() => {
    const state = desk.reading.getState()
    return { article: state.article, span: selectedText(state) }
  })
  const quote = article && span ? article.text.slice(span.start, span.end) : ''
  const [words, setWords] = useState(quote)
  const [problem, setProblem] = useState<ProblemNotice | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  if (!article || !span || quote.length > MAX_VALUE_CHARACTERS) {
    return (
      <Dialog title={en.correcting.title} onClose={desk.dialogs.close}>
        <p>{en.correcting.nothing}</p>
      </Dialog>
    )
  }
  const { before, after } = around(article.text, span)

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault()
    setIsBusy(true)
    try {
      desk.settle()
      await desk.recorder.settled(article!.ticket)
      const made = await desk.ask('article.correct', { article: article!.ticket, span: span!, quote, words })
      desk.dialogs.close()
      desk.notices.news(en.correcting.made(made.path))
      await desk.opening.open(made.article)
    } catch (failure) {
      setProblem(asNotice(failure, 'cannot-save'))
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={en.correcting.title} className="correcting" onClose={desk.dialogs.close}>
      <form onSubmit={event => void make(event)}>
        <p className="faint">{en.correcting.why}</p>
        <figure className="passage" aria-label={en.correcting.shown}>
          <bdi>
            {before}
            <mark>{quote}</mark>
            {after}
          </bdi>
        </figure>
        <label>
          {en.correcting.words}
          <textarea
            className="field"
            dir="auto"
            rows={2}
            maxLength={MAX_VALUE_CHARACTERS}
            value={words}
            onChange={event => setWords(event.target.value)}
            autoFocus
          />
        </label>
        {problem && (
          <p role="alert" className="wrong">
            {en.problems[problem.kind].title}. {en.problems[problem.kind].remedy}
          </p>
        )}
        <div className="answers">
          <Button onClick={desk.dialogs.close}>{en.cancel}</Button>
          <button type="submit" className="button main" disabled={words === quote || isBusy}>
            {en.correcting.make}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
