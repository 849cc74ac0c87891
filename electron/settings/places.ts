import * as z from 'zod'
import type { Fence } from '../disk/fence.ts'
import { openKeptFile, type Settling } from './keptFile.ts'

/** Where a person was in a workspace. Articles by their path inside it; offsets are UTF-16. */
export interface Place {
  readonly article: string
  readonly offset: number
}

const offset = z.int().nonnegative()
const KeptPlaces = z.looseObject({
  workspaces: z
    .array(
      z.looseObject({
        folder: z.string().min(1),
        /** Latest last. */
        articles: z.array(z.tuple([z.string().min(1), offset])),
      }),
    )
    .default([]),
})

const MOST_WORKSPACES = 50
const MOST_ARTICLES = 500

/** Where every article was left, in the workspaces of late: `places.json` of the profile. */
export interface KeptPlaces extends Settling {
  /** The article that was open last in a workspace, and where. */
  last(folder: string): Place | null
  /** Where an article was left; its beginning if that isn't known. */
  offsetOf(folder: string, article: string): number
  remember(folder: string, place: Place): Promise<void>
}

export async function openPlaces(profile: Fence): Promise<KeptPlaces> {
  const file = await openKeptFile(profile, 'places.json', KeptPlaces)
  const articlesOf = (folder: string) => file.value.workspaces.find(one => one.folder === folder)?.articles ?? []
  return {
    settled: () => file.settled(),
    last(folder) {
      const last = articlesOf(folder).at(-1)
      return last ? { article: last[0], offset: last[1] } : null
    },
    offsetOf: (folder, article) => articlesOf(folder).find(([path]) => path === article)?.[1] ?? 0,
    remember(folder, { article, offset }) {
      const others = file.value.workspaces.filter(one => one.folder !== folder)
      const before = articlesOf(folder).filter(([path]) => path !== article)
      const articles: [string, number][] = [...before, [article, offset]]
      const here = { folder, articles: articles.slice(-MOST_ARTICLES) }
      return file.change({ workspaces: [here, ...others].slice(0, MOST_WORKSPACES) })
    },
  }
}
