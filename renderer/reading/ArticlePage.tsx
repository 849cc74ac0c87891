import { useEffect, useRef } from 'react'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { en } from '../words/en.ts'
import { joinPage } from './joinPage.ts'
import { useTheme } from './useTheme.ts'

/** The page of the open article. React makes its place and otherwise leaves it alone. */
export function ArticlePage({ article }: { article: OpenArticle }) {
  const workbench = useWorkbench()
  const place = useRef<HTMLDivElement>(null)
  const tags = useValue(workbench.desk.workspace, state => state.codebook.tags)
  const theme = useTheme(useValue(workbench.desk.settings, state => state.theme))

  useEffect(
    () => joinPage(place.current!, { article, tags, theme, label: en.reading.text(article.opened.title), workbench }),
    [article, tags, theme, workbench],
  )

  return <div ref={place} className="page-place" data-page />
}
