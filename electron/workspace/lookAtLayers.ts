import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { LayerLook } from '../work/layerLooks.ts'
import type { Workbench } from '../work/workbench.ts'

/** The layer of an annotator; `path` is the article's, inside the workspace, with `/`. */
export interface LayerAt {
  readonly path: string
  readonly annotator: string
}

const LAYERS_A_TASK = 40
const BYTES_A_TASK = 4 * 1024 * 1024

/** How far layers are, and what they say, in the order in which they were asked for; null for one that isn't there or can't be read. */
export async function lookAtLayers(
  { disk, fence, workbench }: { disk: Disk; fence: Fence; workbench: Pick<Workbench, 'run'> },
  layers: readonly LayerAt[],
): Promise<(LayerLook | null)[]> {
  const looks: (LayerLook | null)[] = layers.map(() => null)
  let files: Uint8Array[] = []
  let places: number[] = []
  let bytes = 0
  const hand = async () => {
    const found = await workbench.run('layerLooks', { files }, { lane: 'background' }).catch(noneOf)
    for (const [i, look] of found.entries()) looks[places[i]!] = look
    files = []
    places = []
    bytes = 0
  }
  for (const [i, { path, annotator }] of layers.entries()) {
    const place = join(fence.root, ...sidecarName(path, annotator).split('/'))
    const file = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(noFile)
    if (!file) continue
    files.push(file)
    places.push(i)
    bytes += file.byteLength
    if (files.length === LAYERS_A_TASK || bytes > BYTES_A_TASK) await hand()
  }
  if (files.length > 0) await hand()
  return looks
}

function noFile(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

/** Files that together break the worker say nothing. */
function noneOf(error: unknown): (LayerLook | null)[] {
  if (error instanceof Problem) return []
  throw error
}
