import type { ArticleRow as Row } from '../../shared/contract/contract.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useSealed } from '../look/useSealed.ts'
import { useTags } from '../look/useTags.ts'
import { waitingCopies } from '../state/merging.ts'
import { fileName, titleOf } from '../state/visibleRows.ts'
import { Swatch } from '../ui/Swatch.tsx'
import { StatusMark } from './StatusMark.tsx'

/** One article in the list: how far it is, its title, where it is, and how much of each tag is in it. */
export function ArticleRow({ row }: { row: Row }) {
  const { ticket, path, problem, known, copies } = row
  return (
    <div
      className={`article-row ${problem && problem.kind !== 'many-articles' ? 'unreadable' : ''}`}
      title={withUnseenShown(path)}
    >
      {problem ? (
        <StatusMark status={problem.kind === 'many-articles' ? 'archive' : 'problem'} />
      ) : (
        <OwnStatus ticket={ticket} status={known?.status ?? null} />
      )}
      <span className="title" dir="auto">
        {withUnseenShown(titleOf(row))}
      </span>
      {problem ? (
        <span className="path">{en.problems[problem.kind].title}</span>
      ) : (
        <Path path={path} isTitle={!known?.title} />
      )}
      {!problem && known && <Counts ticket={ticket} path={path} known={known} copies={waitingCopies(copies).length} />}
    </div>
  )
}

/** The file's name, which tells articles apart, before the folder, which many share. A name that stands for the title isn't said twice. */
function Path({ path, isTitle }: { path: string; isTitle: boolean }) {
  const name = fileName(path)
  const folder = path.slice(0, -name.length - 1)
  return (
    <span className="path">
      {!isTitle && <span className="name file-path">{withUnseenShown(name)}</span>}
      {folder && <span>{en.articles.inFolder(withUnseenShown(folder))}</span>}
    </span>
  )
}

type Known = NonNullable<Row['known']>

/** The open article's row speaks from the layer on the desk; the others' from the index. */
function OwnStatus({ ticket, status }: { ticket: string; status: Known['status'] }) {
  const { desk } = useWorkbench()
  const open = useLate(desk.reading, ({ article }) =>
    article?.ticket === ticket &&
    article.head &&
    (article.present.annotations.size > 0 || article.present.status !== 'in-progress')
      ? article.present.status
      : null,
  )
  return <StatusMark status={open ?? status ?? 'none'} />
}

function Counts({ ticket, path, known, copies }: { ticket: string; path: string; known: Known; copies: number }) {
  const { desk } = useWorkbench()
  const tags = useTags()
  const isBlind = useValue(desk.reviewView, state => state.isBlind)
  const sealed = useSealed()
  const layers = known.layers.filter(annotator => !sealed.hides(path, annotator))
  const live = useLate(desk.reading, ({ article }) =>
    article?.ticket === ticket && article.head && article.missing === 0
      ? tags.map(tag => article.present.counts.get(tag.id) ?? 0).join(' ')
      : null,
  )
  const counts = live === null ? tags.map(tag => known.counts[tag.id] ?? 0) : live.split(' ').map(Number)
  return (
    <span className="counts">
      {copies > 0 && (
        <span className="copies" title={en.merging.copies.marks(copies)}>
          {en.merging.copies.mark}
        </span>
      )}
      {known.unplaced > 0 && (
        <span className="unplaced" title={en.articles.unplaced(known.unplaced)}>
          ? {en.number(known.unplaced)}
        </span>
      )}
      {layers.length > 1 && (
        <span className="layers" title={isBlind ? undefined : en.articles.colleagues(layers)}>
          {en.articles.layers(layers.length)}
        </span>
      )}
      {tags.map((tag, i) =>
        counts[i] === 0 ? null : (
          <span key={tag.id} title={en.articles.tagCount(tag.label, counts[i]!)}>
            <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
              {en.number(counts[i]!)}
            </Swatch>
          </span>
        ),
      )}
    </span>
  )
}
