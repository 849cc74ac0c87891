import type { Status } from '../../shared/annotation/annotation.ts'
import { layerSays } from '../../shared/organise/layerSays.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { isNotice, orNotice } from './notice.ts'
import { sha256Of } from './readArticle.ts'

/** What a layer's file says of how far it is, and the hash of what it says. */
export interface LayerLook {
  readonly status: Status
  /** SHA-256 of `layerSays`. */
  readonly sha256: string
  /** What tells a person's own layer from another's of the same id. */
  readonly key: string | undefined
}

/** Looks at several layers in one go; null stands for one that can't be read. */
export async function layerLooks({ files }: { readonly files: readonly Uint8Array[] }): Promise<(LayerLook | null)[]> {
  const looks: (LayerLook | null)[] = []
  for (const bytes of files) {
    const look = await orNotice(() => lookAt(bytes))
    looks.push(isNotice(look) ? null : look)
  }
  return looks
}

function lookAt(bytes: Uint8Array): LayerLook {
  const file = readSidecar(bytes)
  const { status } = file as unknown as Sidecar
  return { status, sha256: sha256Of(layerSays(file)), key: headOf(file).annotator.key }
}
