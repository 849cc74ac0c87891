import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Output } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { asNotice } from '../state/asNotice.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { rowAfterKey } from '../ui/listKeys.ts'
import { chooseEncoding } from './chooseEncoding.ts'
import { fittingEncodings } from './fittingEncodings.ts'
import './facts.css'

type Samples = Output<'facts.encodings'>

/** The encodings that the article may be in, each with the same words of the file as they read in it. */
export function EncodingDialog() {
  const { desk } = useWorkbench()
  const [article] = useState(() => desk.reading.getState().article)
  const [samples, setSamples] = useState<Samples>([])
  const [problem, setProblem] = useState<ProblemNotice | null>(null)
  const [words, setWords] = useState('')
  const [active, setActive] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const chosen = article?.chosenEncoding ?? null
  const rows = fittingEncodings(samples, words, chosen)
  const present = rows.findIndex(({ encoding }) => encoding === article?.opened.encoding)
  const row = Math.min(active ?? Math.max(0, present), rows.length - 1)

  useEffect(() => {
    if (!article) return
    desk
      .ask('facts.encodings', article.ticket)
      .then(setSamples, failure => setProblem(asNotice(failure, 'cannot-read')))
  }, [desk, article])
  useEffect(() => {
    list.current?.querySelector(`#encoding-${row}`)?.scrollIntoView({ block: 'nearest' })
  }, [row])

  function onKeyDown(event: KeyboardEvent): void {
    const next = rowAfterKey(event.key, { row, count: rows.length, page: 8 })
    if (event.key === 'Enter') take(row)
    else if (next !== undefined && event.key !== 'Home' && event.key !== 'End') setActive(next)
    else return
    event.preventDefault()
  }

  function take(at: number): void {
    const taken = rows[at]
    if (!taken) return
    desk.dialogs.close()
    chooseEncoding(desk, taken.encoding)
  }

  return (
    <Dialog title={en.encoding.title} className="palette encodings" onClose={desk.dialogs.close}>
      <p className="faint">{en.encoding.why}</p>
      <input
        className="search"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={rows.length > 0 ? 'encodings' : undefined}
        aria-activedescendant={row >= 0 ? `encoding-${row}` : undefined}
        aria-label={en.encoding.search}
        placeholder={en.encoding.search}
        spellCheck={false}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        autoFocus
      />
      {problem && (
        <p role="alert" className="nothing">
          {en.problems[problem.kind].title}. {en.problems[problem.kind].remedy}
        </p>
      )}
      {samples.length > 0 && rows.length === 0 && (
        <p className="nothing faint" role="status">
          {en.encoding.nothing}
        </p>
      )}
      <div ref={list} id="encodings" role="listbox" className="choices" aria-label={en.encoding.title} tabIndex={-1}>
        {rows.map(({ encoding, label, languages, words, invalid }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for the list
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and says which choice is active
          <div
            key={encoding}
            id={`encoding-${i}`}
            role="option"
            aria-selected={i === row}
            className="choice"
            onPointerMove={() => setActive(i)}
            onClick={() => take(i)}
          >
            <span className="name">
              <span translate="no">{label}</span>
              <span className="faint small">
                {i === present && encoding !== null ? en.encoding.now : languages}
                {invalid > 0 && ` · ${en.encoding.invalid(invalid)}`}
              </span>
            </span>
            <bdi className="sample" translate="no">
              {withUnseenShown(words)}
            </bdi>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
