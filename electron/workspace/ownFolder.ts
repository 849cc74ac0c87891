import { join } from 'node:path'
import { COPY_END } from '../../shared/history/history.ts'
import { MAX_FOLDER_DEPTH } from '../../shared/limits.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { isDraft } from '../disk/draft.ts'
import { PROJECT_FILE } from '../saving/places.ts'

/** A history that a device still writes to. Paths are inside the workspace, with `/`. */
export interface FoundHistory {
  readonly path: string
  /** The article that it is of; null for the project. */
  readonly article: string | null
  /** Whose layer; `article` for facts, '' for the project. */
  readonly annotator: string
  /** The file that it is the history of. */
  readonly of: string
  /** What it began with, where that stands beside it. */
  readonly copy: string | null
}

/** What stands in a workspace's `.stet`, told by names alone. Paths are inside the workspace, with `/`. */
export interface OwnFolder {
  /** Without the parts that were put aside. */
  readonly histories: readonly FoundHistory[]
  /** Texts that are kept, named by their hash. */
  readonly texts: readonly string[]
  /** Changes of many articles that were not completed. */
  readonly intents: readonly string[]
  /** What a crash left. */
  readonly drafts: readonly string[]
}

const OWN = '.stet'

/** Lists a workspace's `.stet`. No link is followed; what can't be listed is left out. */
export async function listOwnFolder(disk: Disk, root: string): Promise<OwnFolder> {
  const files: string[] = []
  const enter = async (folder: string, depth: number): Promise<void> => {
    const names = await disk.readdir(join(root, ...folder.split('/'))).catch((): string[] => [])
    for (const name of names.sort()) {
      const path = `${folder}/${name}`
      const entry = await disk.lstat(join(root, ...path.split('/'))).catch(() => null)
      if (entry?.isFile()) files.push(path)
      else if (entry?.isDirectory() && depth < MAX_FOLDER_DEPTH) await enter(path, depth + 1)
    }
  }
  const own = await disk.lstat(join(root, OWN)).catch(() => null)
  if (own?.isDirectory()) await enter(OWN, 0)
  const all = new Set(files)
  return {
    histories: files.flatMap(path => historyOf(path, all) ?? []),
    texts: files.filter(path => /^\.stet\/texts\/[0-9a-f]{64}$/.test(path)),
    intents: files.filter(path => /^\.stet\/bulk\/[^/]+\.json$/.test(path)),
    drafts: files.filter(path => isDraft(path.slice(path.lastIndexOf('/') + 1))),
  }
}

const ofProject = new RegExp(`^${PROJECT_FILE.replace('.', '\\.')}\\.[a-z0-9]+\\.ndjson$`)

function historyOf(path: string, all: ReadonlySet<string>): FoundHistory | null {
  const [, name] = /^\.stet\/history\/(.+\.ndjson)$/s.exec(path) ?? []
  if (name === undefined) return null
  const copy = all.has(`${path}${COPY_END}`) ? `${path}${COPY_END}` : null
  if (ofProject.test(name)) return { path, article: null, annotator: '', of: PROJECT_FILE, copy }
  const [, article, annotator] = /^(.+)\.([a-z0-9][a-z0-9-]{0,31})\.[a-z0-9]+\.ndjson$/s.exec(name) ?? []
  if (article === undefined || annotator === undefined) return null
  return { path, article, annotator, of: sidecarName(article, annotator), copy }
}
