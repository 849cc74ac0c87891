import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readHistory } from '../../shared/history/history.ts'
import { unkeptEdits } from '../../shared/history/unkept.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { FACTS, factsName, sidecarName } from '../../shared/sidecar/names.ts'
import { ReaderNow } from '../disk/readNow.ts'
import { entriesOf, HISTORIES, HISTORY_END_BYTES, isSettled } from './filesOfArticles.ts'

/** A layer, or the facts of an article (`annotator` null), of which a history has edits that the file lacks. */
export interface Ahead {
  /** The article's, inside the workspace, with `/`. */
  readonly path: string
  readonly annotator: string | null
}

/**
 * The layers and facts of a workspace whose file isn't as far as a history of
 * it: a program was killed, or is at work just now. Whoever reads files alone
 * should know. `root` is the workspace's real path.
 */
export function historiesAhead({ root }: { readonly root: string }): readonly Ahead[] {
  const reader = new ReaderNow(root)
  const found = new Map<string, Ahead>()
  const lookIn = (folder: string, way: string) => {
    for (const entry of entriesOf(folder)) {
      if (entry.isDirectory()) lookIn(join(folder, entry.name), `${way}${entry.name}/`)
      const [, name, annotator] = nameOfHistory.exec(entry.name) ?? []
      if (!entry.isFile() || name === undefined || annotator === undefined) continue
      const ahead = { path: way + name, annotator: annotator === FACTS ? null : annotator }
      if (existsSync(join(root, ahead.path)) && isAhead(reader, root, ahead, join(folder, entry.name)))
        found.set(JSON.stringify(ahead), ahead)
    }
  }
  lookIn(join(root, ...HISTORIES), '')
  return [...found.values()]
}

const nameOfHistory = /^(.+)\.([a-z0-9][a-z0-9-]{0,31})\.[a-z0-9]+\.ndjson$/s

function isAhead(reader: ReaderNow, root: string, { path, annotator }: Ahead, history: string): boolean {
  const place = join(root, ...path.split('/'))
  const name = basename(place)
  const file = join(dirname(place), annotator === null ? factsName(name) : sidecarName(name, annotator))
  try {
    const isThere = existsSync(file)
    if (isThere && isSettled(reader.read(history, Number.MAX_SAFE_INTEGER, HISTORY_END_BYTES))) return false
    const { entries } = readHistory(reader.read(history, MAX_SIDECAR_BYTES), hashOf)
    return unkeptEdits(entries, isThere ? hashOf(reader.read(file, MAX_SIDECAR_BYTES)) : null) > 0
  } catch (error) {
    // What nobody can read may say anything: better told than passed over.
    if (error instanceof Problem) return true
    throw error
  }
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
