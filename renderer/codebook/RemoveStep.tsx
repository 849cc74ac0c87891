import { useEffect, useRef } from 'react'
import { drop, entryOf, type Item, labelOfItem, retire } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import type { ArticleRow } from '../../shared/contract/contract.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import type { Query } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { Looking } from './Looking.tsx'
import { useGathered } from './useGathered.ts'

/** An entry shall go: at once where nothing has it, else what becomes of what has it is asked. */
export function RemoveStep({ item }: { item: Item }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const me = desk.workingOn.me()
  const attribute = codebook.attributes.find(one => item.of === 'attributes' && attributeKey(one) === item.id)
  const query: Partial<Query> & Pick<Query, 'what'> =
    item.of === 'links'
      ? { what: 'links', tags: [item.id] }
      : { what: 'annotations', tags: [attribute ? attribute.tag : item.id] }
  const { gathered, progress } = useGathered(query)
  const main = useRef<HTMLButtonElement>(null)
  const label = labelOfItem(codebook, item) ?? ''
  const uses = gathered?.hits.filter(({ annotation, unplaced }) => {
    return !attribute || (unplaced ?? annotation)?.attributes[attribute.id] !== undefined
  })
  const isUnreadable = useValue(desk.workspace, state => [...state.rows.values()].some(isClosed))
  const isSure = gathered?.problem === null && gathered.unreadArticles + gathered.unreadLayers === 0 && !isUnreadable
  const others = codebook.tags.filter(one => one.id !== item.id && isOffered(one))
  const isLast = item.of === 'tags' && others.length === 0
  const isUnused = uses?.length === 0 && isSure && !isLast

  useEffect(() => {
    if (!isUnused) {
      main.current?.focus()
      return
    }
    desk.codebook.change(book => drop(book, item))
    desk.notices.say(en.codebook.removed(label))
    desk.codebook.go(null)
    document.getElementById('codebook-tree')?.focus()
  }, [desk, item, label, isUnused])

  if (!uses) return <Looking {...progress} />
  const entry = entryOf(codebook, item)
  const mine = uses.filter(({ annotator }) => annotator === me).length
  return (
    <div className="step">
      <h3>{en.codebook.removeTitle(label)}</h3>
      {isLast ? <p>{en.codebook.lastTag}</p> : <p>{en.codebook.used(mine, uses.length - mine)}</p>}
      {!isSure && <p>{en.codebook.notSure}</p>}
      <div className="answers">
        <Button onClick={() => desk.codebook.go(null)}>{en.codebook.back}</Button>
        {item.of === 'tags' && !isLast && (
          <Button ref={main} look="main" onClick={() => desk.codebook.go({ kind: 'merge', tag: item.id })}>
            {en.codebook.mergeInstead}
          </Button>
        )}
        {!isLast && entry && isOffered(entry) && (
          <Button
            {...(item.of === 'tags' ? {} : { ref: main, look: 'main' as const })}
            onClick={() => {
              desk.codebook.change(book => retire(book, item, true))
              desk.notices.say(en.codebook.retiredSaid(label))
              desk.codebook.go(null)
            }}
          >
            {en.codebook.retire}
          </Button>
        )}
      </div>
    </div>
  )
}

/** An article that can't be opened may use anything. What no reader knows is no article. */
function isClosed({ problem }: ArticleRow): boolean {
  return problem !== null && problem.kind !== 'no-reader' && problem.kind !== 'many-articles'
}
