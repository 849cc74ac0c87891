import { useEffect, useMemo, useRef } from 'react'
import type { Tag } from '../../shared/codebook/codebook.ts'
import { resolveTag } from '../../shared/codebook/migration.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Side } from '../state/comparing.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { fileName } from '../state/visibleRows.ts'
import type { Mirror } from './comparing/mirror.ts'
import { type JoinedPage, joinPage } from './joinPage.ts'
import { useTheme } from './useTheme.ts'

interface Props {
  readonly article: OpenArticle
  /** Which of two pages side by side it is. */
  readonly side?: Side
  /** What scrolls two pages as one. */
  readonly mirror?: Mirror
  /** Whose annotations it shows; left out, nobody asks. */
  readonly whose?: string
}

/** The page of the open article. React makes its place and otherwise leaves it alone. */
export function ArticlePage({ article, side, mirror, whose }: Props) {
  const workbench = useWorkbench()
  const place = useRef<HTMLDivElement>(null)
  const joined = useRef<JoinedPage>(null)
  const all = useValue(workbench.desk.workspace, state => state.codebook.tags)
  // A tag that was merged away looks like what took its place.
  const tags = useMemo(() => all.map(tag => ({ ...tag, ...lookOf(all, tag) })), [all])
  const theme = useTheme(useValue(workbench.desk.settings, state => state.theme))
  const look = useRef({ tags, theme })
  const path = useValue(workbench.desk.workspace, state => state.rows.get(article.ticket)?.path ?? '')
  const text = en.reading.text(article.title || fileName(path))
  const label = whose === undefined ? text : en.comparing.textOf(text, whose)

  // Dressed anew, never made anew: the place in the text and the selection stay. A page that is made begins with the look.
  useEffect(() => {
    look.current = { tags, theme }
    joined.current?.dress(look.current)
  }, [tags, theme])
  useEffect(() => {
    const sides = { ...(side === undefined ? {} : { side }), ...(mirror ? { mirror } : {}) }
    joined.current = joinPage(place.current!, { article, look: look.current, label, workbench, ...sides })
    return () => {
      joined.current?.leave()
      joined.current = null
    }
  }, [article, workbench, label, side, mirror])

  const isPast = useValue(workbench.desk.past, state => state.at !== null)
  const beside = side === undefined ? '' : ' page-beside'
  return <div ref={place} className={`page-place${beside}`} data-page data-past={isPast || undefined} />
}

function lookOf(tags: readonly Tag[], { id }: Tag) {
  const { colour, mark } = tags.find(tag => tag.id === resolveTag(tags, id)) ?? tags.find(tag => tag.id === id)!
  return { colour, mark }
}
