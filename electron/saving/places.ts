import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import { COPY_END } from '../../shared/history/history.ts'

/**
 * Where things stand in a workspace. `article` is the article's path relative
 * to the workspace's root, with `/`; results are absolute.
 */
export function articlePlace(root: string, article: string): string {
  return join(root, ...article.split('/'))
}

/** One line an edit, of one device: `.stet/history/2018/summit.txt.alice.DEVICE.ndjson`. */
export function historyPlace(root: string, article: string, annotator: string, device: string): string {
  return join(root, '.stet', 'history', ...`${article}.${annotator}.${device}.ndjson`.split('/'))
}

/** What a history began with, where it doesn't hold that itself. */
export function copyPlace(history: string): string {
  return `${history}${COPY_END}`
}

/** The project file, at the workspace's root. */
export const PROJECT_FILE = 'stet.json'

/** One line an edit of the project, of one device. */
export function projectHistoryPlace(root: string, device: string): string {
  return join(root, '.stet', 'history', `${PROJECT_FILE}.${device}.ndjson`)
}

/** What stands there while somebody replaces a file: for milliseconds. `path` is the file's, absolute. */
export function turnPlace(root: string, path: string): string {
  return join(root, '.stet', 'turns', nameFor(root, path))
}

/** What says who has a layer open for writing, as long as somebody has. `path` is the sidecar's, absolute. */
export function ownerPlace(root: string, path: string): string {
  return join(root, '.stet', 'owners', nameFor(root, path))
}

/** Short, whatever the file is called. */
function nameFor(root: string, path: string): string {
  return createHash('sha256').update(relative(root, path)).digest('hex').slice(0, 32)
}

/** A text that annotations were made on, kept when the article changes. */
export function textPlace(root: string, textSha256: string): string {
  return join(root, '.stet', 'texts', textSha256)
}

/** Keeps history and texts, which are of this device, out of a shared repository. */
export function ignorePlace(root: string): string {
  return join(root, '.stet', '.gitignore')
}

/** Changes of many articles that are under way, a file each. */
export function bulkFolder(root: string): string {
  return join(root, '.stet', 'bulk')
}
