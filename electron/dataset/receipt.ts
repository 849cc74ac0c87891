import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { ExportAsked, ExportDone } from './exportDataset.ts'
import type { Split, SplitAsked } from './splitDataset.ts'

/** What is saved beside an export: what it is of, what was chosen, what was left out, and what reading it back found. */
export interface Receipt {
  readonly format: 'stet-receipt'
  readonly formatVersion: 1
  /** ISO 8601, in UTC. */
  readonly made: string
  readonly program: string
  readonly workspace: string
  readonly codebook: Pick<Codebook, 'id' | 'version'>
  readonly dataset: {
    readonly format: string
    readonly offsetUnit: string
    readonly layers: readonly string[] | 'all'
    readonly tags: readonly string[] | 'all'
    readonly zones: readonly string[] | 'all'
    readonly withText: boolean
    readonly anonymous: boolean
    readonly fittings: ExportAsked['choices']['fittings']
    readonly options: ExportAsked['choices']['options']
    readonly shard: string | null
    /** Shares, seed and threshold, and how the split came out; null where there is none. */
    readonly split: (SplitAsked & Pick<Split, 'report' | 'crowded'>) | null
  }
  readonly counts: Pick<ExportDone, 'articles' | 'layers' | 'annotations' | 'links'>
  readonly files: ExportDone['files']
  readonly readBack: ExportDone['readBack']
  readonly leftOut: ExportDone['leftOut']
  readonly notTaken: ExportDone['notTaken']
  readonly told: ExportDone['told']
}

/** The receipt of an export. */
export function receiptOf(
  asked: ExportAsked,
  done: ExportDone,
  about: { readonly made: Date; readonly program: string; readonly workspace: string; readonly codebook: Codebook },
  split: Split | null = null,
): Receipt {
  const { articles, layers, annotations, links, files, readBack, leftOut, notTaken, told } = done
  const { selection, choices, shard } = asked
  return {
    ...{ format: 'stet-receipt', formatVersion: 1, made: about.made.toISOString(), program: about.program },
    workspace: about.workspace,
    codebook: { id: about.codebook.id, version: about.codebook.version },
    dataset: {
      format: asked.format,
      offsetUnit: choices.unit,
      layers: asked.layers ?? 'all',
      tags: selection.tags ?? 'all',
      zones: selection.zones ?? 'all',
      withText: choices.withText,
      anonymous: selection.aliases !== null,
      fittings: choices.fittings,
      options: choices.options,
      shard: shard && `${shard.index}/${shard.of}`,
      split: split && { ...split.asked, report: split.report, crowded: split.crowded },
    },
    counts: { articles, layers, annotations, links },
    ...{ files, readBack, leftOut, notTaken, told },
  }
}
