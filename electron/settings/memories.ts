import * as z from 'zod'
import { KeptAgreement } from '../../shared/contract/agreement.ts'
import { KeptExport } from '../../shared/contract/exporting.ts'
import { KeptReview } from '../../shared/contract/reviewing.ts'
import * as shape from '../../shared/contract/shapes.ts'
import { MAX_RIGHT_AS_IS, MAX_SETTLED_COPIES } from '../../shared/limits.ts'
import type { Fence } from '../disk/fence.ts'
import { openKeptFile, type Settling } from './keptFile.ts'

/** What somebody searched for last, and before. */
export type KeptSearch = z.infer<typeof shape.KeptSearch>

/** How somebody made a dataset last. */
export type KeptExporting = z.infer<typeof KeptExport>

/** How somebody compared annotators last. */
export type KeptComparing = z.infer<typeof KeptAgreement>

/** How somebody looked at differences last; the article by its path inside the workspace. */
export type KeptReviewing = z.infer<typeof KeptReviewing>
const KeptReviewing = z.strictObject({
  ...KeptReview.shape,
  at: z.strictObject({ article: z.string(), case: z.string() }).nullable(),
})

/** A problem that an annotator said is right as it is. The article by its path inside the workspace. */
export interface KeptRight {
  readonly article: string
  readonly annotator: string
  readonly key: string
}

/** A comment that is being written. The article by its path inside the workspace. */
export type KeptDraft = z.infer<typeof KeptDraft>
const KeptDraft = z.strictObject({ ...shape.KeptDraft.shape, article: z.string() })

/** A conflict copy that a person has dealt with, by its path inside the workspace and what it held. */
export interface KeptSettled {
  readonly path: string
  readonly content: string
}

/** What this device remembers of the work in a workspace, for nobody else. */
export interface Memory {
  readonly search: KeptSearch | null
  readonly exporting: KeptExporting | null
  readonly agreement: KeptComparing | null
  readonly review: KeptReviewing | null
  readonly right: readonly KeptRight[]
  readonly settled: readonly KeptSettled[]
  readonly drafts: readonly KeptDraft[]
}

const KeptMemories = z.looseObject({
  workspaces: z
    .array(
      z.looseObject({
        folder: z.string().min(1),
        // Checked when it is read: one that another version wrote costs nothing else.
        search: z.unknown(),
        exporting: z.unknown(),
        agreement: z.unknown(),
        review: z.unknown(),
        right: z.array(z.looseObject({ article: z.string(), annotator: z.string(), key: z.string() })).default([]),
        drafts: z.array(z.unknown()).default([]),
        settled: z.array(z.looseObject({ path: z.string(), content: z.string() })).default([]),
      }),
    )
    .default([]),
})

/** Workspaces of late, whose memory is kept. */
const MOST_WORKSPACES = 20

/** `memory.json` of the profile. */
export interface KeptMemories extends Settling {
  of(folder: string): Memory
  /** Remembers what is given instead of what was there. */
  remember(folder: string, parts: Partial<Memory>): Promise<void>
}

export async function openMemories(profile: Fence): Promise<KeptMemories> {
  const file = await openKeptFile(profile, 'memory.json', KeptMemories)
  const kept = (folder: string) => file.value.workspaces.find(one => one.folder === folder)
  return {
    settled: () => file.settled(),
    of(folder) {
      const search = shape.KeptSearch.safeParse(kept(folder)?.search)
      const exporting = KeptExport.safeParse(kept(folder)?.exporting)
      const agreement = KeptAgreement.safeParse(kept(folder)?.agreement)
      const review = KeptReviewing.safeParse(kept(folder)?.review)
      return {
        search: search.success ? search.data : null,
        exporting: exporting.success ? exporting.data : null,
        agreement: agreement.success ? agreement.data : null,
        review: review.success ? review.data : null,
        right: kept(folder)?.right ?? [],
        settled: kept(folder)?.settled ?? [],
        drafts: (kept(folder)?.drafts ?? []).flatMap(one => KeptDraft.safeParse(one).data ?? []),
      }
    },
    remember(folder, { search, exporting, agreement, review, right, settled, drafts }) {
      const before = kept(folder) ?? {
        ...{ folder, search: null, exporting: null, agreement: null, review: null, right: [], settled: [], drafts: [] },
      }
      const here = {
        ...before,
        ...(search === undefined ? {} : { search }),
        ...(exporting === undefined ? {} : { exporting }),
        ...(agreement === undefined ? {} : { agreement }),
        ...(review === undefined ? {} : { review }),
        ...(right === undefined ? {} : { right: right.slice(-MAX_RIGHT_AS_IS).map(one => ({ ...one })) }),
        ...(settled === undefined ? {} : { settled: settled.slice(-MAX_SETTLED_COPIES).map(one => ({ ...one })) }),
        ...(drafts === undefined ? {} : { drafts: [...drafts] }),
      }
      const others = file.value.workspaces.filter(one => one.folder !== folder)
      return file.change({ workspaces: [here, ...others].slice(0, MOST_WORKSPACES) })
    },
  }
}
