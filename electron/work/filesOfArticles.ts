import { type Dirent, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { COPY_END } from '../../shared/history/history.ts'
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

  /**
   * The history of somebody's layer on a device; null where there is none, or
   * where its last line says that the file, which is there, has everything.
   */
  history(path: string, annotator: string, device: string, hasFile: boolean): Uint8Array | null {
    const place = this.#historyOf(path, annotator, device)
    const end = hasFile ? this.#read(place, Number.MAX_SAFE_INTEGER, HISTORY_END_BYTES) : null
    return end && isSettled(end) ? null : this.#read(place, MAX_SIDECAR_BYTES)
  }

  /** The file that such a history began with, where that is kept beside it. */
  copy(path: string, annotator: string, device: string): Uint8Array | null {
    return this.#read(`${this.#historyOf(path, annotator, device)}${COPY_END}`, MAX_SIDECAR_BYTES)
  }

  /** The articles of which somebody has a history on a device, whether there is a file or not. */
  withHistory(annotator: string, device: string): string[] {
    const end = endOf(annotator, device)
    const found: string[] = []
    const lookIn = (folder: string, way: string) => {
      for (const entry of entriesOf(folder)) {
        if (entry.isDirectory()) lookIn(join(folder, entry.name), `${way}${entry.name}/`)
        else if (entry.isFile() && entry.name.endsWith(end)) found.push(way + entry.name.slice(0, -end.length))
      }
    }
    lookIn(join(this.#root, ...HISTORIES), '')
    return found
  }

  #historyOf(path: string, annotator: string, device: string): string {
    return join(this.#root, ...HISTORIES, ...`${path}${endOf(annotator, device)}`.split('/'))
  }

  #placeOf(path: string): string {
    return join(this.#root, ...path.split('/'))
  }

  #read(place: string, maxBytes: number, lastBytes?: number): Uint8Array | null {
    try {
      return this.#reader.read(place, maxBytes, lastBytes)
    } catch (error) {
      if (error instanceof Problem) return null
      throw error
    }
  }
}

/** Where histories stand in a workspace, folder by folder. */
export const HISTORIES = ['.stet', 'history']
/** More than the lines take by which a history ends as `isSettled` knows it. */
export const HISTORY_END_BYTES = 1024

function endOf(annotator: string, device: string): string {
  return `.${annotator}.${device}.ndjson`
}

/** Whether a history ends by saying that its file was written and lacks nothing. One of which that isn't sure is looked at whole. */
export function isSettled(end: Uint8Array): boolean {
  const lines = Buffer.from(end).toString('utf8').split('\n')
  if (lines.at(-1) !== '') return false
  try {
    const [announced, kept] = lines.slice(-3, -1).map(line => JSON.parse(line) as Record<string, unknown>)
    const isWhole = announced?.['kind'] === 'checkpoint' && (announced['lacks'] ?? 0) === 0
    return isWhole && kept?.['kind'] === 'kept' && kept['sha256'] === announced['sha256']
  } catch {
    return false
  }
}

/** What is in a folder; nothing where it can't be read. */
export function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
