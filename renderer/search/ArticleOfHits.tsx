import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly title: string
  readonly path: string
  readonly count: number
}

/** The line above the hits of one article. */
export function ArticleOfHits({ title, path, count }: Props) {
  return (
    <div className="article-of-hits">
      <span className="title" dir="auto">
        {title}
      </span>
      <span className="path file-path">{path}</span>
      <span className="count">{en.number(count)}</span>
    </div>
  )
}
