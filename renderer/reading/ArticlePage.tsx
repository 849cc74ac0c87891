import { useEffect, useMemo, useRef } from 'react'
import type { Tag } from '../../shared/codebook/codebook.ts'
import { resolveTag } from '../../shared/codebook/migration.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { fileName } from '../state/visibleRows.ts'
import { type JoinedPage, joinPage } from './joinPage.ts'
import { useTheme } from './useTheme.ts'

/** The page of the open article. React makes its place and otherwise leaves it alone. */
export function ArticlePage({ article }: { article: OpenArticle }) {
  const workbench = useWorkbench()
  const place = useRef<HTMLDivElement>(null)
  const joined = useRef<JoinedPage>(null)
  const all = useValue(workbench.desk.workspace, state => state.codebook.tags)
  // A tag that was merged away looks like what took its place.
  const tags = useMemo(() => all.map(tag => ({ ...tag, ...lookOf(all, tag) })), [all])
  const theme = useTheme(useValue(workbench.desk.settings, state => state.theme))
  const look = useRef({ tags, theme })
  const path = useValue(workbench.desk.workspace, state => state.rows.get(article.ticket)?.path ?? '')
  const label = en.reading.text(article.title || fileName(path))

  // Dressed anew, never made anew: the place in the text and the selection stay. A page that is made begins with the look.
  useEffect(() => {
    look.current = { tags, theme }
    joined.current?.dress(look.current)
  }, [tags, theme])
  useEffect(() => {
    joined.current = joinPage(place.current!, { article, look: look.current, label, workbench })
    return () => {
      joined.current?.leave()
      joined.current = null
    }
  }, [article, workbench, label])

  const isPast = useValue(workbench.desk.past, state => state.at !== null)
  return <div ref={place} className="page-place" data-page data-past={isPast || undefined} />
}

function lookOf(tags: readonly Tag[], { id }: Tag) {
  const { colour, mark } = tags.find(tag => tag.id === resolveTag(tags, id)) ?? tags.find(tag => tag.id === id)!
  return { colour, mark }
}
