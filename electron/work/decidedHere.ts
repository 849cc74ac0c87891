import { Problem } from '../../shared/problems/problem.ts'
import type { Keyed } from '../../shared/sidecar/head.ts'
import { openLayer } from '../../shared/sidecar/openLayer.ts'
import type { PlacedLayer } from '../../shared/sidecar/placeLayer.ts'
import { FilesOfArticles } from './filesOfArticles.ts'
import { sha256Of } from './readArticle.ts'

/** Where the history of a reviewer's layer stands on this device, and whose it is. */
export interface DecidedHere {
  /** The workspace's real path. */
  readonly root: string
  /** The article's, inside the workspace, with `/`. */
  readonly path: string
  readonly device: string
  readonly me: Keyed
}

/**
 * The reviewer's layer as it would be opened, where this device's history knows
 * more of it than its file: the program ended before the file was written.
 * `bytes` is null where there is no file. Null where the file has everything, or
 * nothing can be told from the history: then the file says what was decided.
 */
export function decidedHere(
  { beyond, reviewer }: { readonly beyond: DecidedHere | null; readonly reviewer: string | null },
  bytes: Uint8Array | null,
  text: string,
  textSha256: string,
): PlacedLayer | null {
  if (!beyond || reviewer === null) return null
  const { root, path, device, me } = beyond
  const files = new FilesOfArticles(root)
  const history = files.history(path, reviewer, device, bytes !== null)
  if (!history) return null
  const hashed = (file: Uint8Array | null) => file && { bytes: file, sha256: sha256Of(file) }
  const copy = hashed(files.copy(path, reviewer, device))
  const source = { sidecar: hashed(bytes), history, copy, text, textSha256, oldTexts: {}, me }
  try {
    const { head, layer } = openLayer(source, sha256Of, () => performance.now())
    return head ? layer : null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
