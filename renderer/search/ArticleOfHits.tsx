import { words as en } from '../../shared/words/words.ts'
import { Tick, type Ticks } from './Tick.tsx'

interface Props extends Ticks {
  readonly title: string
  readonly path: string
  /** As its dateline says it: `2031-03-04`. */
  readonly written: string | undefined
  readonly count: number
}

/** The line above the hits of one article. */
export function ArticleOfHits({ title, path, written, count, ticked, onTick }: Props) {
  return (
    <div className="article-of-hits">
      <Tick ticked={ticked} onTick={onTick} />
      <span className="title" dir="auto">
        {title}
      </span>
      <span className="path file-path">{path}</span>
      {written && (
        <time className="written" dateTime={written}>
          {en.day(written)}
        </time>
      )}
      <span className="count">{en.number(count)}</span>
    </div>
  )
}
