import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Told } from '../../shared/dataset/format.ts'
import type { Left } from '../../shared/dataset/left.ts'
import { createFile } from '../disk/createFile.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { ExportAsked, ExportDone } from './exportDataset.ts'
import { PROGRAM } from './program.ts'
import type { Split, SplitAsked } from './splitDataset.ts'

type SplitReceipt = Omit<SplitAsked, 'earlier'> &
  Pick<Split, 'report' | 'crowded' | 'earlier'> & { readonly articles: Readonly<Record<string, string>> }

/** What is saved beside an export: what it is of, what was chosen, what was left out, and what reading it back found. */
export interface Receipt {
  readonly format: 'stet-receipt'
  readonly formatVersion: 1
  /** ISO 8601, in UTC. */
  readonly made: string
  /** Its name and version. */
  readonly program: string
  readonly workspace: string
  readonly codebook: Pick<Codebook, 'id' | 'version'>
  readonly dataset: {
    readonly format: string
    readonly offsetUnit: string
    readonly layers: readonly string[] | 'all'
    readonly tags: readonly string[] | 'all'
    readonly zones: readonly string[] | 'all'
    /** The filter that its articles fit; `some` where they were chosen one by one. */
    readonly articles: 'all' | 'some' | { readonly filter: string }
    readonly withText: boolean
    readonly anonymous: boolean
    readonly fittings: ExportAsked['choices']['fittings']
    readonly options: ExportAsked['choices']['options']
    readonly shard: string | null
    /** Layers of sealed codings that weren't open: how many there are of those that were asked for, and whether they are in it; null where there are none. */
    readonly sealed: NonNullable<ExportAsked['sealed']> | null
    /** Shares, seed and threshold, how the split came out, and the part that each article of all shards is in, by path; null where there is none. */
    readonly split: SplitReceipt | null
  }
  readonly counts: Pick<ExportDone, 'articles' | 'layers' | 'annotations' | 'links'>
  readonly files: ExportDone['files']
  readonly readBack: ExportDone['readBack']
  readonly leftOut: readonly Left[]
  readonly notTaken: readonly NotTaken[]
  readonly told: readonly Told[]
}

/** The same before it is written: its lists, which may be long, aren't in memory. */
export type OpenReceipt = Omit<Receipt, 'leftOut' | 'notTaken' | 'told'> &
  Pick<ExportDone, 'leftOut' | 'notTaken' | 'told'>

/** The receipt of an export. */
export function receiptOf(
  asked: ExportAsked,
  done: ExportDone,
  about: { readonly made: Date; readonly workspace: string; readonly codebook: Codebook },
  split: Split | null = null,
): OpenReceipt {
  const { articles, layers, annotations, links, files, readBack, leftOut, notTaken, told } = done
  return {
    ...{ format: 'stet-receipt', formatVersion: 1, made: about.made.toISOString(), program: PROGRAM },
    workspace: about.workspace,
    codebook: { id: about.codebook.id, version: about.codebook.version },
    dataset: chosenIn(asked, split),
    counts: { articles, layers, annotations, links },
    ...{ files, readBack, leftOut, notTaken, told },
  }
}

/** All that was chosen for a dataset. */
export function chosenIn(
  { format, layers, selection, choices, shard, sealed, articles, filter }: Omit<ExportAsked, 'out'>,
  split: Split | null,
): Receipt['dataset'] {
  const { tags, zones, aliases } = selection
  return {
    format,
    offsetUnit: choices.unit,
    layers: layers?.map(id => aliases?.[id] ?? id) ?? 'all',
    tags: tags ?? 'all',
    zones: zones ?? 'all',
    articles: filter !== undefined ? { filter } : articles ? 'some' : 'all',
    withText: choices.withText,
    anonymous: aliases !== null,
    fittings: choices.fittings,
    options: choices.options,
    shard: shard && `${shard.index}/${shard.of}`,
    sealed: sealed ?? null,
    split: split && splitReceipt(split),
  }
}

function splitReceipt({ asked, report, crowded, earlier, partOf }: Split): SplitReceipt {
  const { parts, seed, threshold } = asked
  const articles = Object.fromEntries([...partOf].sort(([one], [other]) => (one < other ? -1 : 1)))
  return { parts, seed, threshold, report, crowded, earlier, articles }
}

/** So many characters of a receipt are made at once. */
const PIECE = 64 * 1024

/** A receipt as one JSON document, in parts: an item of its lists a line. It can be gone through until the lists are let go. */
export async function* receiptParts({ leftOut, notTaken, told, ...head }: OpenReceipt): AsyncGenerator<string> {
  yield JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  for (const [name, list] of Object.entries({ leftOut, notTaken, told })) {
    yield `,\n  "${name}": [`
    let held = ''
    let before = '\n    '
    for await (const item of list) {
      held += before + JSON.stringify(item)
      before = ',\n    '
      if (held.length < PIECE) continue
      yield held
      held = ''
    }
    yield `${held}${list.length > 0 ? '\n  ' : ''}]`
  }
  yield '\n}\n'
}

/** Writes a receipt as a new file. Throws what `createFile` throws. */
export async function writeReceipt(disk: Disk, fence: Fence, path: string, receipt: OpenReceipt): Promise<void> {
  const encoder = new TextEncoder()
  const bytes = async function* () {
    for await (const part of receiptParts(receipt)) yield encoder.encode(part)
  }
  await createFile(disk, fence, path, bytes())
}

/** Lets the lists of a receipt go, once nobody goes through them any more. */
export async function closeReceipt({ leftOut, notTaken, told }: Pick<OpenReceipt, 'leftOut' | 'notTaken' | 'told'>) {
  for (const list of [leftOut, notTaken, told]) await list.close()
}
