import { join } from 'node:path'
import { readFacts } from '../../shared/facts/factsFile.ts'
import { isObject, type JsonObject } from '../../shared/json/json.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName } from '../../shared/sidecar/names.ts'
import { ReaderNow } from '../disk/readNow.ts'

/** An article that has facts, or facts that wait for their article. `path` is the article's, inside the workspace, with `/`. */
export interface WithFacts {
  readonly path: string
  readonly isThere: boolean
}

/** What was unpacked into a workspace before, as the facts of its articles say it. */
export interface Before extends WithFacts {
  /** SHA-256 of what the archive gave; null where the facts don't say. */
  readonly content: string | null
  /** SHA-256 of the article's file as it was, or was to be, written. */
  readonly sha256: string
}

/** The articles of a workspace by what they are known by in the archives that they are from. */
export class UnpackedBefore {
  readonly #known = new Map<string, Before[]>()

  /** How many articles are known. */
  get count(): number {
    return this.#known.size
  }

  /** Reads the facts of these articles; what can't be read says nothing. `root` is the workspace's real path. */
  read(root: string, articles: readonly WithFacts[]): void {
    const reader = new ReaderNow(root)
    for (const article of articles) {
      const file = factsAt(reader, join(root, ...factsName(article.path).split('/')))
      const unpacked = file?.['unpacked']
      if (!file || !isObject(unpacked)) continue
      const { format, key, sha256: content } = unpacked as { format: string; key: string; sha256?: unknown }
      const { sha256 } = file['article'] as { sha256: string } & JsonObject
      this.add(format, key, { ...article, sha256, content: typeof content === 'string' ? content : null })
    }
  }

  add(format: string, key: string, before: Before): void {
    const name = nameOf(format, key)
    this.#known.set(name, [...(this.#known.get(name) ?? []), before])
  }

  of(format: string, key: string): readonly Before[] {
    return this.#known.get(nameOf(format, key)) ?? []
  }
}

/** A later version of a kind's rules knows the same articles by the same keys. */
function nameOf(format: string, key: string): string {
  return `${format.replace(/\/\d+$/, '')}\n${key}`
}

function factsAt(reader: ReaderNow, path: string): JsonObject | null {
  try {
    return readFacts(reader.read(path, MAX_SIDECAR_BYTES))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
