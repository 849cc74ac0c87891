import { type Part, type Told, type ToldWhy, toldWhys, type Writer } from '../../shared/dataset/format.ts'
import { type Listed, Listing } from '../../shared/dataset/listed.ts'
import { type FeatureLoss, Losses } from '../../shared/dataset/losses.ts'
import { MAX_LOSSES_LISTED } from '../../shared/limits.ts'
import { type DatasetSource, datasetArticle, type NotTaken } from './datasetArticle.ts'
import { isNotice, orNotice } from './notice.ts'
import { formatOf, saidBy, type WritePlan, writerOf } from './writePlan.ts'

/** What a dataset would have, and what it would not. */
export interface WeighedWhole {
  readonly articles: number
  readonly layers: number
  readonly annotations: number
  readonly links: number
  /** Of all its files together. */
  readonly bytes: number
  /** In the order of the features; those of which nothing is lost are left out. */
  readonly losses: readonly FeatureLoss[]
  /** What a person should know of what would be written, by why. */
  readonly told: readonly ToldOf[]
}

export interface ToldOf extends Listed<Told> {
  readonly why: ToldWhy
}

/** Finding out what a dataset would have, an article at a time, without writing it. */
export function makeWeighTasks() {
  let plan: WritePlan
  let writer: Writer
  let losses: Losses
  let bytes: number
  let told: ReadonlyMap<ToldWhy, Listing<Told>>

  const weigh = (parts: Iterable<Part>) => {
    for (const { data, told: ones = [] } of parts) {
      bytes += typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength
      for (const one of ones) told.get(one.why)!.add(() => one)
    }
  }

  return {
    /** Throws a RangeError for a format that isn't written. */
    async beginWeigh(wanted: WritePlan): Promise<void> {
      plan = wanted
      const format = await formatOf(plan.format)
      losses = new Losses(saidBy(format, plan.choices), plan.choices.fittings, MAX_LOSSES_LISTED)
      bytes = 0
      told = new Map(toldWhys.map(why => [why, new Listing<Told>(MAX_LOSSES_LISTED)]))
      writer = writerOf(format, plan)
      weigh(writer.begin())
    },

    /** One article, in the part of a split that it would be in: what of it can't be taken. */
    async weigh({
      source,
      split,
    }: {
      readonly source: DatasetSource
      readonly split: string | null
    }): Promise<readonly NotTaken[]> {
      const made = await orNotice(() => datasetArticle(source, plan.selection))
      if (isNotice(made)) return [{ path: source.path, annotator: null, id: '', why: 'problem', problem: made }]
      weigh(writer.add(losses.add({ ...made.article, ...(split === null ? {} : { split }) })))
      return made.notTaken
    },

    endWeigh(_: null): WeighedWhole {
      weigh(writer.end())
      return { ...losses.sum, bytes, losses: losses.losses, told: toldOf(told) }
    },
  }
}

export type WeighTasks = ReturnType<typeof makeWeighTasks>

function toldOf(told: ReadonlyMap<ToldWhy, Listing<Told>>): ToldOf[] {
  return [...told].map(([why, { soFar }]) => ({ why, ...soFar })).filter(({ count }) => count > 0)
}
