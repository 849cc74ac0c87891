import { useMemo } from 'react'
import type { HitAction } from '../../shared/search/bulk.ts'
import { words as en } from '../../shared/words/words.ts'
import { useWorkbench } from '../commands/useWorkbench.ts'
import { EntitySearch } from '../look/EntitySearch.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { likelyEntities } from './likelyEntities.ts'

interface Props {
  readonly onAct: (action: HitAction) => void
  readonly onClose: () => void
}

/** Who or what the ticked hits mean: any entity of the register by its name; those that their words name are offered first. */
export function BulkEntity({ onAct, onClose }: Props) {
  const { desk } = useWorkbench()
  const { found } = desk.searching.getState()
  const suggested = useMemo(
    () =>
      likelyEntities(
        found.tickedHits().map(({ quote }) => quote),
        words => desk.entities.find(words, [], desk.entities.usageHere(), 4).map(({ entity }) => entity),
      ),
    [desk, found],
  )
  return (
    <Dialog title={en.bulk.whoFor(found.ticked.size)} className="bulk-ask" onClose={onClose}>
      <EntitySearch
        label={en.bulk.who}
        value=""
        isOut={() => false}
        suggested={suggested}
        isOpen
        onChoose={({ id }) => onAct({ kind: 'entity', entity: id })}
      />
      <div className="answers">
        <Button look="plain" onClick={onClose}>
          {en.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
