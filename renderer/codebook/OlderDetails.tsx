import { extent } from '../../shared/annotation/annotation.ts'
import { isOfOlderMeaning } from '../../shared/codebook/migration.ts'
import { countByArticle } from '../../shared/codebook/planMigration.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Desk } from '../state/desk.ts'
import { titleOf } from '../state/visibleRows.ts'
import { Button } from '../ui/Button.tsx'
import { Looking } from './Looking.tsx'
import { useGathered } from './useGathered.ts'

/** The articles that hold annotations made under an older meaning. */
export function OlderDetails() {
  const key = useKey('problems.next')
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const changed = [
    ...codebook.tags.filter(tag => tag.meaningChanged).map(tag => tag.id),
    ...codebook.attributes.filter(one => one.meaningChanged).map(one => one.tag),
  ]
  return (
    <>
      <h3>{en.codebook.others.older}</h3>
      <p className="faint">{en.codebook.olderWhy(key)}</p>
      {changed.length === 0 ? <p>{en.codebook.olderNever}</p> : <Articles tags={[...new Set(changed)]} />}
    </>
  )
}

function Articles({ tags }: { tags: readonly string[] }) {
  const { desk } = useWorkbench()
  const me = desk.workingOn.me()
  const rows = useValue(desk.workspace, state => state.rows)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const { gathered, progress } = useGathered({ what: 'annotations', tags: [...tags], annotators: [me] })
  if (!gathered) return <Looking {...progress} />
  const older = gathered.hits.filter(({ annotation }) => annotation && isOfOlderMeaning(annotation, codebook))
  const counts = countByArticle(older.map(hit => ({ hit })))
  if (counts.length === 0) return <p>{en.codebook.olderNone}</p>
  return (
    <ul className="older-articles" aria-label={en.codebook.olderList}>
      {counts.slice(0, MOST_ARTICLES).map(([article, count]) => {
        const row = rows.get(article)
        const name = row ? titleOf(row) : article
        return (
          <li key={article}>
            <Button
              look="plain"
              title={row?.path}
              aria-label={`${en.codebook.openArticle}: ${en.codebook.olderIn(name, count)}`}
              onClick={() => void goThrough(desk, article)}
            >
              {en.codebook.olderIn(name, count)}
            </Button>
          </li>
        )
      })}
      {counts.length > MOST_ARTICLES && <li>{en.codebook.moreArticles(counts.length - MOST_ARTICLES)}</li>}
    </ul>
  )
}

const MOST_ARTICLES = 500

/** Opens an article at the first of them. */
async function goThrough(desk: Desk, article: string): Promise<void> {
  desk.dialogs.close()
  if (!(await desk.opening.open(article))) return
  const open = desk.reading.getState().article
  await open?.filled
  if (!open || desk.reading.getState().article !== open) return
  const { codebook } = desk.workspace.getState()
  const first = [...open.layer.annotations.values()]
    .filter(one => isOfOlderMeaning(one, codebook))
    .sort((one, other) => extent(one).start - extent(other).start)[0]
  desk.stage.page?.focus()
  if (first) desk.reading.select(first.id, { reveal: true })
}
