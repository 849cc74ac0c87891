import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { ExportDone } from '../state/exporting.ts'
import { Button } from '../ui/Button.tsx'
import { copyWords } from '../ui/copyWords.ts'
import { AheadLine } from './AheadLine.tsx'
import { failureOf } from './failureOf.ts'
import { receiptInWords } from './receiptInWords.ts'
import { TouchedList } from './TouchedList.tsx'

/** The receipt: what was written, what reading it back found, and what was left out. */
export function DoneStep() {
  const { desk } = useWorkbench()
  const { exporting } = desk
  const done = useValue(exporting, state => state.done)
  if (!done) return null
  const copy = () => {
    if (copyWords(receiptInWords(done))) desk.notices.say(en.exporting.copied)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="export-receipt" aria-label={en.exporting.written(done.name)} tabIndex={0}>
        <div role="status">
          <p className="what">{en.exporting.written(done.name)}</p>
          <p>{en.exporting.summary(done.articles, done.annotations, done.links)}</p>
          {done.split && (
            <p>
              {en.exporting.partsOf(done.split.parts)}.{' '}
              {done.split.families.count > 0 &&
                en.exporting.families(done.split.families.count, done.split.families.articles)}
            </p>
          )}
          <ReadBack done={done} />
        </div>
        <p>{done.receipt === null ? en.exporting.noReceipt : en.exporting.receiptAt(done.receipt)}</p>
        {done.receiptProblem && <p className="wrong">{failureOf(done.receiptProblem)}</p>}
        <LeftOut done={done} />
        <details className="export-part">
          <summary>{en.exporting.files(done.files)}</summary>
          <ul className="export-files">
            {done.filesNamed.map(({ file, sha256 }) => (
              <li key={file} translate="no">
                <span className="file-path">{file || done.name}</span>
                <span className="hash">{sha256}</span>
              </li>
            ))}
          </ul>
          {done.filesNamed.length < done.files && (
            <p className="faint">{en.exporting.notAll(done.filesNamed.length)}</p>
          )}
        </details>
      </section>
      <div className="answers">
        <Button look="plain" onClick={exporting.again}>
          {en.exporting.another}
        </Button>
        <Button onClick={copy}>{en.exporting.copy}</Button>
        <Button onClick={() => void exporting.reveal().catch(desk.fail)}>{en.exporting.show}</Button>
        <Button look="main" data-first="" onClick={exporting.close}>
          {en.exporting.close}
        </Button>
      </div>
    </>
  )
}

function ReadBack({ done: { readBack } }: { done: ExportDone }) {
  if (!readBack) return <p>{en.exporting.notReadBack}</p>
  if (readBack.isEqual) return <p className="right">{en.exporting.equal}</p>
  const { differing, differingNamed, untaken, problem } = readBack
  return (
    <div className="wrong">
      <p>{differing > 0 ? en.exporting.notEqual(differing) : en.exporting.backUnread}</p>
      {problem && <p>{failureOf(problem)}</p>}
      <ul className="export-touched" translate="no">
        {[...differingNamed, ...untaken].map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an article may be named twice
          <li key={i} dir="auto">
            {one}
          </li>
        ))}
      </ul>
    </div>
  )
}

function LeftOut({ done: { leftOut, told, unplaced, unread, unreadNamed, ahead, aheadNamed } }: { done: ExportDone }) {
  if (leftOut.length + told.length + unplaced + unread + ahead === 0) return <p>{en.exporting.nothingLeftOut}</p>
  return (
    <section className="export-part" aria-label={en.exporting.leftOut}>
      <h3>{en.exporting.leftOut}</h3>
      <ul className="export-lines">
        {leftOut.map(({ feature, done, count, touched }) => (
          <li key={`${feature} ${done}`}>
            <details>
              <summary>
                {en.exporting.leftOutLine(en.datasets.features[feature], en.datasets.done[done], count)}
              </summary>
              <TouchedList touched={touched} count={count} />
            </details>
          </li>
        ))}
        {told.map(({ why, count, named }) => (
          <li key={why}>
            <details>
              <summary>{en.exporting.told[why](count)}</summary>
              <ul className="export-touched">
                {named.map(({ file, row, column, words }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two cells may say the same
                  <li key={i} dir="auto">
                    {en.exporting.cell(file, row, column, words)}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
        {unplaced > 0 && <li>{en.exporting.unplaced(unplaced)}</li>}
        {ahead > 0 && <AheadLine ahead={ahead} named={aheadNamed} />}
        {unread > 0 && (
          <li>
            {en.exporting.unread(unread)} <span translate="no">{unreadNamed.map(({ path }) => path).join(', ')}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
