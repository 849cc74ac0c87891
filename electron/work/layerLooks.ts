import type { Status } from '../../shared/annotation/annotation.ts'
import { layerSays } from '../../shared/organise/layerSays.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { isNotice, orNotice } from './notice.ts'
import { sha256Of } from './readArticle.ts'

/** What a layer's file says of how far it is, and the hash of what it says. */
export interface LayerLook {
  readonly status: Status
  /** SHA-256 of `layerSays`, as the first seals have it. */
  readonly sha256: string
  /** By the ids of the rounds that were asked for: the hash as seals have it now. */
  readonly inRounds: Readonly<Record<string, string>>
  /** What tells a person's own layer from another's of the same id. */
  readonly key: string | undefined
}

/** A layer's file, whose it is, and the rounds that it may be sealed in. */
export interface LayerFile {
  readonly bytes: Uint8Array
  readonly annotator: string
  readonly rounds: readonly string[]
}

/** Looks at several layers in one go; null stands for one that can't be read. */
export async function layerLooks({ files }: { readonly files: readonly LayerFile[] }): Promise<(LayerLook | null)[]> {
  const looks: (LayerLook | null)[] = []
  for (const one of files) {
    const look = await orNotice(() => lookAt(one))
    looks.push(isNotice(look) ? null : look)
  }
  return looks
}

function lookAt({ bytes, annotator, rounds }: LayerFile): LayerLook {
  const file = readSidecar(bytes)
  const { status } = file as unknown as Sidecar
  const inRounds = Object.fromEntries(
    rounds.map(round => [round, sha256Of(layerSays(file, { annotator, round }))] as const),
  )
  return { status, sha256: sha256Of(layerSays(file)), inRounds, key: headOf(file).annotator.key }
}
