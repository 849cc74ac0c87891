import { createHash } from 'node:crypto'
import { saying } from '../../shared/dataset/compare.ts'
import { type Counted, countsOf } from '../../shared/dataset/counts.ts'
import type { DatasetArticle } from '../../shared/dataset/dataset.ts'
import { fitTo } from '../../shared/dataset/fit.ts'
import type { Format, Part, Says, Untaken, Writer } from '../../shared/dataset/format.ts'
import { type Left, withWords } from '../../shared/dataset/left.ts'
import { all, type Selection } from '../../shared/dataset/select.ts'
import { signatureOf } from '../../shared/dataset/splits/signature.ts'
import { splitArticleOf } from '../../shared/dataset/splits/splitArticle.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Filtered } from '../../shared/search/articleFilter.ts'
import { type DatasetSource, datasetArticle, type NotTaken } from './datasetArticle.ts'
import { earlierSplit } from './earlierSplit.ts'
import { filesAt } from './filesAt.ts'
import { historiesAhead } from './historiesAhead.ts'
import { isNotice, orNotice } from './notice.ts'
import { textAt } from './textAt.ts'
import { formatOf, saidBy, type WritePlan, writerOf } from './writePlan.ts'

export interface AddedArticle extends Counted {
  readonly path: string
  readonly parts: readonly Part[]
  readonly leftOut: readonly Left[]
  readonly notTaken: readonly NotTaken[]
  /** SHA-256 of what the format promises to say of it. */
  readonly saying: string
}

/** What is known of an article before it is in a dataset. */
export interface KnownArticle {
  readonly known: readonly Filtered['known'][]
  readonly notTaken: readonly NotTaken[]
}

/** An article that was read back: what it says, to be compared; or what couldn't be read. */
export type BackItem =
  | { readonly kind: 'article'; readonly path: string; readonly saying: string }
  | { readonly kind: 'untaken'; readonly untaken: Untaken }

const BATCH_MS = 200

/** Writing one dataset, and reading it back, in a worker of its own. */
export function makeDatasetTasks() {
  let plan: WritePlan
  let format: Format
  let says: Says
  let writer: Writer
  let back: AsyncIterator<BackItem>

  return {
    /** The first parts. Throws a RangeError for a format that isn't written. */
    async begin(wanted: WritePlan): Promise<readonly Part[]> {
      plan = wanted
      format = await formatOf(plan.format)
      says = saidBy(format, plan.choices)
      writer = writerOf(format, plan)
      return [...writer.begin()]
    },

    /** What a split needs of an article; null for one that can't be read. */
    async survey({ source, selection }: { readonly source: DatasetSource; readonly selection: Selection }) {
      const made = await orNotice(() => datasetArticle(source, selection))
      if (isNotice(made)) return null
      const { family: _, ...article } = splitArticleOf(made.article, '')
      return { article, signature: signatureOf(made.article.text) }
    },

    historiesAhead,

    /** See `earlierSplit`. */
    earlier: ({ path }: { readonly path: string }) => earlierSplit(path),

    /** An article as a filter sees it, once for each status that its layers have, and what of it can't be read. */
    async known(source: DatasetSource): Promise<KnownArticle> {
      const made = await orNotice(() => datasetArticle(source, all))
      if (isNotice(made)) return { known: [null], notTaken: [unread(source, made)] }
      const { metadata: fields, layers } = made.article
      const statuses = new Set(layers.map(({ status }) => status ?? null))
      return {
        known: [...(statuses.size > 0 ? statuses : [null])].map(status => ({
          title: fields.title ?? '',
          fields,
          status,
        })),
        notTaken: made.notTaken.filter(({ why }) => why === 'problem'),
      }
    },

    /** One article, in the part of a split that it is in. An article that can't be read is told. */
    async add({
      source,
      split,
    }: {
      readonly source: DatasetSource
      readonly split: string | null
    }): Promise<AddedArticle | NotTaken> {
      const made = await orNotice(() => datasetArticle(source, plan.selection))
      if (isNotice(made)) return unread(source, made)
      const article = { ...made.article, ...(split === null ? {} : { split }) }
      const { article: fitted, leftOut } = fitTo(article, says, plan.choices.fittings)
      return {
        path: source.path,
        parts: [...writer.add(fitted)],
        leftOut: leftOut.map(one => withWords(article, one)),
        notTaken: made.notTaken,
        saying: hashOf(fitted, says, format.keepsIds),
        ...countsOf(fitted),
      }
    },

    end: (_: null): readonly Part[] => [...writer.end()],

    /** Begins to read what was written; false where the format isn't read. `root` holds the articles, for texts that were left out. */
    async readBack({ path, root }: { readonly path: string; readonly root: string }): Promise<boolean> {
      if (!format.read || format.isView) return false
      const unit = format.units.length > 0 ? { unit: plan.choices.unit } : {}
      const textOf = (name: string) => textAt(root, name)
      const items = format.read(filesAt(path, format.makes), { annotator: '', textOf, ...unit })
      back = (async function* () {
        for await (const item of items) {
          if (item.kind === 'untaken') yield item
          else
            yield {
              kind: 'article' as const,
              path: item.article.path,
              saying: hashOf(item.article, says, format.keepsIds),
            }
        }
      })()
      return true
    },

    /** The next of what is read back; the last batch says so. */
    async nextBack(_: null): Promise<{
      readonly items: readonly BackItem[]
      readonly isEnd: boolean
      readonly problem: ProblemNotice | null
    }> {
      const items: BackItem[] = []
      const until = performance.now() + BATCH_MS
      try {
        while (performance.now() < until) {
          const { done, value } = await back.next()
          if (done) return { items, isEnd: true, problem: null }
          items.push(value)
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return { items, isEnd: true, problem: { kind: error.kind, detail: error.detail } }
      }
      return { items, isEnd: false, problem: null }
    },
  }
}

export type DatasetTasks = ReturnType<typeof makeDatasetTasks>

function unread({ path }: DatasetSource, problem: ProblemNotice): NotTaken {
  return { path, annotator: null, id: '', why: 'problem', problem }
}

function hashOf(article: DatasetArticle, says: Says, keepsIds: boolean): string {
  return createHash('sha256')
    .update(saying(article, says, keepsIds))
    .digest('hex')
}
