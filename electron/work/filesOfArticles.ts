import { basename, dirname, join } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName, sidecarName } from '../../shared/sidecar/names.ts'
import { ReaderNow } from '../disk/readNow.ts'

/** Reads the files of a workspace's articles. What can't be read is null. Paths are inside the workspace, with `/`. */
export class FilesOfArticles {
  readonly #root: string
  readonly #reader: ReaderNow

  /** `root` is the workspace's real path. */
  constructor(root: string) {
    this.#root = root
    this.#reader = new ReaderNow(root)
  }

  /** An article's file, and that of its facts if there is one. */
  text(path: string, hasFacts: boolean): { name: string; bytes: Uint8Array | null; facts: Uint8Array | null } {
    const place = this.#placeOf(path)
    const name = basename(place)
    const facts = hasFacts ? this.#read(join(dirname(place), factsName(name)), MAX_SIDECAR_BYTES) : null
    return { name, bytes: this.#read(place, MAX_ARTICLE_BYTES), facts }
  }

  /** Somebody's sidecar. */
  layer(path: string, annotator: string): Uint8Array | null {
    const place = this.#placeOf(path)
    return this.#read(join(dirname(place), sidecarName(basename(place), annotator)), MAX_SIDECAR_BYTES)
  }

  #placeOf(path: string): string {
    return join(this.#root, ...path.split('/'))
  }

  #read(place: string, maxBytes: number): Uint8Array | null {
    try {
      return this.#reader.read(place, maxBytes)
    } catch (error) {
      if (error instanceof Problem) return null
      throw error
    }
  }
}
