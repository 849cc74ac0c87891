import { words as en } from '../../shared/words/words.ts'
import { leaveCopy, lookAtCopy } from '../commands/merging.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { CopyInHand } from '../state/merging.ts'
import { Button } from '../ui/Button.tsx'

/** Where the second version comes from, and what merging it brings; or why it can't be read. */
export function AboutCopy({ inHand: { copy, looked, problem } }: { inHand: CopyInHand }) {
  const { desk } = useWorkbench()
  const undecided = useValue(desk.merging, state => state.contradictions.length)
  const words = problem && en.problems[problem.kind]
  const brings = looked ? en.merging.copies.brings(looked.changes) : ''
  return (
    <div className="about-copy">
      <p>
        <strong>{en.merging.copies.kept[copy.of](en.merging.copies.makers[copy.by])}.</strong>{' '}
        {words && `${words.title}. ${words.meaning} ${words.remedy}`}
        {brings} {undecided > 0 && en.merging.copies.contradicts(undecided)}
        {looked?.edit === null && undecided === 0 && en.merging.copies.bringsNothing}
      </p>
      {looked?.madeBy && <p>{en.merging.copies.madeBy(looked.madeBy)}</p>}
    </div>
  )
}

/** Which file it is, and that it can be left as it is. */
export function CopyFoot({ inHand: { copy, looked, problem } }: { inHand: CopyInHand }) {
  const { desk } = useWorkbench()
  const undecided = useValue(desk.merging, state => state.contradictions.length)
  return (
    <p className="about-file faint">
      <bdi>{en.merging.copies.file(copy.name)}</bdi>
      {problem?.detail && ` ${problem.detail}`}
      {bringsAnything({ looked }, undecided) && (
        <Button look="plain" title={en.merging.copies.leaveWhy} onClick={() => void leaveCopy(desk, { copy, looked })}>
          {en.merging.copies.leave}
        </Button>
      )}
    </p>
  )
}

/** Whether merging a copy changes anything, or something of it is to be decided. */
export function bringsAnything({ looked }: Pick<CopyInHand, 'looked'>, undecided: number): boolean {
  return undecided > 0 || (looked !== null && looked.edit !== null)
}

/** Nothing is being merged: the second versions that there are, those that were dealt with too. */
export function Nothing() {
  const { desk } = useWorkbench()
  const ticket = useValue(desk.reading, state => state.article?.ticket ?? '')
  const isWritable = useValue(desk.reading, state => state.article?.head?.access === 'write')
  const copies = useValue(desk.workspace, state => state.rows.get(ticket)?.copies) ?? []
  return (
    <div className="nothing-to-merge">
      {copies.length === 0 || !isWritable ? (
        <p className="faint">{en.merging.nothing}</p>
      ) : (
        <ul className="copies" aria-label={en.merging.copies.title}>
          {copies.map(copy => (
            <li key={copy.ticket} title={en.merging.copies.file(copy.name)}>
              <span className="words">
                {en.merging.copies.kept[copy.of](en.merging.copies.makers[copy.by])}
                {copy.isSettled && <span className="faint"> {en.merging.copies.settled}</span>}
              </span>
              {copy.of === 'layer' && (
                <Button onClick={() => void lookAtCopy(desk, copy)}>
                  {copy.isSettled ? en.merging.copies.look : en.merging.copies.merge}
                </Button>
              )}
              {!copy.isSettled && (
                <Button
                  look="plain"
                  title={en.merging.copies.leaveWhy}
                  onClick={() => void leaveCopy(desk, { copy, looked: null })}
                >
                  {en.merging.copies.leave}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
