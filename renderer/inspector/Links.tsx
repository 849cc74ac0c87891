import type { Annotation } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKey } from '../commands/useKeys.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { linksInOrder } from '../state/linkWays.ts'
import { LinkRow } from './LinkRow.tsx'

/** More than this are shown when they are asked for by following: a list of hundreds helps nobody. */
const MOST_ROWS = 100

/** What an annotation is linked with, in both directions. Each link can be followed, changed and removed. */
export function Links({ annotation }: { annotation: Annotation }) {
  const { desk, run } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const { article } = desk.reading.getState()
  const types = useValue(desk.workspace, state => state.codebook.links)
  const links = article ? linksInOrder(article.linkedIn(annotation.id), annotation.id) : []
  const canLink = (article?.canAnnotate ?? false) && types.some(type => isEndOf(type, annotation.tag))
  const key = useKey('link.begin')
  if (links.length === 0 && !canLink) return null
  return (
    <div className="links">
      <span className="label" id="links-of-annotation">
        {en.inspector.links} <kbd>{key}</kbd>
      </span>
      {links.length > 0 ? (
        <ul aria-labelledby="links-of-annotation">
          {links.slice(0, MOST_ROWS).map(link => (
            <LinkRow key={link.id} link={link} here={annotation.id} />
          ))}
        </ul>
      ) : (
        <button type="button" className="more" onClick={() => run('link.begin')}>
          {en.commands['link.begin']}
        </button>
      )}
      {links.length > MOST_ROWS && <span className="faint small">{en.linking.more(links.length - MOST_ROWS)}</span>}
    </div>
  )
}

function isEndOf({ from, to }: { from: readonly string[]; to: readonly string[] }, tag: string): boolean {
  return from.includes(tag) || to.includes(tag)
}
