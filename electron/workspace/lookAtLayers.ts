import { join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { LayerFile, LayerLook } from '../work/layerLooks.ts'
import type { Workbench } from '../work/workbench.ts'

/** The layer of an annotator; `path` is the article's, inside the workspace, with `/`. */
export interface LayerAt {
  readonly path: string
  readonly annotator: string
  /** The rounds that it may be sealed in. */
  readonly rounds: readonly string[]
}

const LAYERS_A_TASK = 40
const BYTES_A_TASK = 4 * 1024 * 1024

/** How far layers are, and what they say, in the order in which they were asked for; null for one that isn't there or can't be read. */
export async function lookAtLayers(
  { disk, fence, workbench }: { disk: Disk; fence: Fence; workbench: Pick<Workbench, 'run'> },
  layers: readonly LayerAt[],
): Promise<(LayerLook | null)[]> {
  const looks: (LayerLook | null)[] = layers.map(() => null)
  let files: LayerFile[] = []
  let places: number[] = []
  let bytes = 0
  const read = async ({ path, annotator, rounds }: LayerAt): Promise<LayerFile | null> => {
    const place = join(fence.root, ...sidecarName(path, annotator).split('/'))
    const bytes = await readBounded(disk, place, MAX_SIDECAR_BYTES, fence).catch(orNull)
    return bytes && { bytes, annotator, rounds }
  }
  const ask = (files: readonly LayerFile[]) =>
    workbench.run('layerLooks', { files }, { lane: 'background' }).catch(orNull)
  const hand = async () => {
    const found = await ask(files)
    for (const [at, i] of places.entries()) looks[i] = found ? found[at]! : await oneByOne(layers[i]!)
    files = []
    places = []
    bytes = 0
  }
  // Of files that break the worker together, each is read again: what was handed over is here no more.
  const oneByOne = async (layer: LayerAt) => {
    const file = places.length > 1 ? await read(layer) : null
    return (file && (await ask([file]))?.[0]) ?? null
  }
  for (const [i, layer] of layers.entries()) {
    const file = await read(layer)
    if (!file) continue
    files.push(file)
    places.push(i)
    bytes += file.bytes.byteLength
    if (files.length === LAYERS_A_TASK || bytes > BYTES_A_TASK) await hand()
  }
  if (files.length > 0) await hand()
  return looks
}

function orNull(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
