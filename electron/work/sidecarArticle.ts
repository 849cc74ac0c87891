import { readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'

/** Which file a sidecar's annotations were made on: the sha256 of its bytes. Throws what `readSidecar` throws. */
export function sidecarArticle({ bytes }: { readonly bytes: Uint8Array }): { readonly sha256: string } {
  const { article } = readSidecar(bytes) as unknown as Sidecar
  return { sha256: article.sha256 }
}
