import type { Copy } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { leaveCopy, lookAtCopy } from '../commands/merging.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { waitingCopies } from '../state/merging.ts'
import { Button } from '../ui/Button.tsx'

/** The copies of the open article's files that wait for a person, where something can be done about them now. */
export function useWaitingCopies(): readonly Copy[] {
  const { desk } = useWorkbench()
  const ticket = useValue(desk.reading, state => state.article?.ticket ?? '')
  const isWritable = useValue(desk.reading, state => state.article?.head?.access === 'write')
  const copies = useValue(desk.workspace, state => state.rows.get(ticket)?.copies)
  return isWritable ? waitingCopies(copies) : waitingCopies(undefined)
}

interface Props {
  readonly copy: Copy
  /** Whether what it means stands in the tooltip alone. */
  readonly isBrief?: boolean
  readonly onLater?: () => void
}

/** That a sync service kept a second version of a file, and what can be done about it: the words, and the answers. */
export function CopyNotice({ copy, isBrief = false, onLater }: Props) {
  const { desk } = useWorkbench()
  const key = useKey('merge.open')
  const { of, by, name } = copy
  const file = en.merging.copies.file(name)
  return (
    <>
      <div className="words">
        <p title={isBrief ? `${en.merging.copies.why[of]} ${file}` : file}>
          <strong>{en.merging.copies.kept[of](en.merging.copies.makers[by])}.</strong>{' '}
          {!isBrief && en.merging.copies.why[of]}
        </p>
      </div>
      <div className="answers">
        {of === 'layer' && (
          <Button keys={key} onClick={() => void lookAtCopy(desk, copy)}>
            {en.merging.copies.merge}
          </Button>
        )}
        {of === 'facts' && (
          <Button title={en.merging.copies.leaveWhy} onClick={() => void leaveCopy(desk, { copy, looked: null })}>
            {en.merging.copies.leave}
          </Button>
        )}
        {onLater && (
          <Button look="plain" onClick={onLater}>
            {en.merging.copies.later}
          </Button>
        )}
      </div>
    </>
  )
}
