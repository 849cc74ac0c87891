import { type FormEvent, useState } from 'react'
import { MAX_PASTE_CHARACTERS } from '../../shared/limits.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { asNotice } from '../state/asNotice.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import './clipboard.css'

/** Makes an article of pasted text. */
export function ClipboardDialog() {
  const { desk } = useWorkbench()
  const pasted = useValue(desk.dialogs, state => state.pasted)
  const [text, setText] = useState(pasted)
  const [problem, setProblem] = useState<ProblemNotice | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const title =
    text
      .split(/\r?\n/)
      .find(line => line.trim() !== '')
      ?.trim() ?? ''

  async function create(event: FormEvent): Promise<void> {
    event.preventDefault()
    setIsBusy(true)
    try {
      const { article, path } = await desk.ask('article.create', { text })
      desk.dialogs.close()
      desk.notices.news(en.news.created(path))
      await desk.opening.open(article)
    } catch (failure) {
      setProblem(asNotice(failure, 'cannot-save'))
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={en.clipboard.title} className="clipboard" onClose={desk.dialogs.close}>
      <form onSubmit={event => void create(event)}>
        <p className="faint">{en.clipboard.why}</p>
        <textarea
          className="field"
          aria-label={en.clipboard.label}
          dir="auto"
          rows={12}
          maxLength={MAX_PASTE_CHARACTERS}
          value={text}
          onChange={event => setText(event.target.value)}
          autoFocus
        />
        {problem && (
          <p role="alert" className="wrong">
            {en.problems[problem.kind].title}. {en.problems[problem.kind].remedy}
          </p>
        )}
        <div className="answers">
          <span className="from faint">
            {title && en.clipboard.from(title.length > 70 ? `${title.slice(0, 69)}…` : title)}
          </span>
          <Button onClick={desk.dialogs.close}>{en.cancel}</Button>
          <button type="submit" className="button main" disabled={title === '' || isBusy}>
            {en.clipboard.create}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
