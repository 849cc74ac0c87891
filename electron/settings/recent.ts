import * as z from 'zod'
import type { Fence } from '../disk/fence.ts'
import { openKeptFile, type Settling } from './keptFile.ts'

/** A workspace that was opened here: a folder or a single file, by its absolute path, and when. */
export interface Recent {
  readonly path: string
  /** ISO 8601, in UTC. */
  readonly opened: string
}

const KeptRecent = z.looseObject({
  workspaces: z.array(z.looseObject({ path: z.string().min(1), opened: z.string().max(64) })).default([]),
})

/** How many are worth remembering: what one screen shows. */
export const MOST_RECENT = 12

/** What was opened lately, latest first: `recent.json` of the profile. */
export interface KeptRecent extends Settling {
  readonly list: readonly Recent[]
  add(recent: Recent): Promise<void>
}

export async function openRecent(profile: Fence): Promise<KeptRecent> {
  const file = await openKeptFile(profile, 'recent.json', KeptRecent)
  return {
    settled: () => file.settled(),
    get list() {
      return file.value.workspaces
    },
    add(recent) {
      const others = file.value.workspaces.filter(({ path }) => path !== recent.path)
      return file.change({ workspaces: [{ ...recent }, ...others].slice(0, MOST_RECENT) })
    },
  }
}
