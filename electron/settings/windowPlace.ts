import * as z from 'zod'
import type { Fence } from '../disk/fence.ts'
import { openKeptFile, type Settling } from './keptFile.ts'
import type { WindowPlace } from './placeWindow.ts'

const KeptWindow = z.looseObject({
  place: z
    .looseObject({
      bounds: z.looseObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
      maximised: z.boolean(),
    })
    .nullable()
    .default(null),
})

/** Where the last window stood: `window.json` of the profile. */
export interface KeptWindowPlace extends Settling {
  readonly place: WindowPlace | null
  remember(place: WindowPlace): Promise<void>
}

export async function openWindowPlace(profile: Fence): Promise<KeptWindowPlace> {
  const file = await openKeptFile(profile, 'window.json', KeptWindow)
  return {
    settled: () => file.settled(),
    get place() {
      return file.value.place
    },
    remember: ({ bounds, maximised }) => file.change({ place: { bounds: { ...bounds }, maximised } }),
  }
}
