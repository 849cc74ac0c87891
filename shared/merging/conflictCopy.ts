import { parseSidecarName } from '../sidecar/names.ts'

/** Who made a copy of a file that was changed in two places. */
export const copyMakers = ['dropbox', 'syncthing', 'onedrive', 'nextcloud', 'icloud', 'google-drive', 'other'] as const
export type CopyMaker = (typeof copyMakers)[number]

/** A copy that a sync service made of one of our files because it was changed in two places. */
export interface ConflictCopy {
  /** The name of the file that it is a copy of. */
  readonly of: string
  readonly by: CopyMaker
}

/**
 * What each service puts between the name and `.json`. What says most comes
 * first: Nextcloud's words are Dropbox's with a time of day and without a name.
 */
const marks: readonly (readonly [CopyMaker, RegExp])[] = [
  ['syncthing', /^\.sync-conflict-\d{8}-\d{6}(?:-[A-Z2-7]{7})?$/],
  ['nextcloud', /^ \(conflicted copy \d{4}-\d{2}-\d{2} \d{4,6}\)$/],
  ['dropbox', /^ \((?:.+ )?conflicted copy(?: \d{4}-\d{2}-\d{2})?(?: \d+)?\)$/i],
  ['google-drive', /^(?: \(\d+\)|_conf\(\d+\)|\(Conflict\))$/],
  ['other', /^[ ._-]\(?[^()]*(?:conflict|konflikt|conflit|conflitto)[^()]*\)?$/i],
  ['icloud', /^ \d{1,3}$/],
  ['onedrive', /^-(?=[^-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/],
]

/**
 * Which of our files a name is a sync service's copy of: of a sidecar
 * (`ARTICLE.ANNOTATOR.stet.json`), facts, or the project (`stet.json`). null
 * for every other name, those files' own too.
 */
export function parseConflictCopy(name: string): ConflictCopy | null {
  const found = /^(.*?(?:^|\.)stet)([^/]+)\.json$/s.exec(name)
  if (!found || parseSidecarName(name)) return null
  const [, stem, mark] = found as unknown as [string, string, string]
  const by = marks.find(([, pattern]) => pattern.test(mark))?.[0]
  return by ? { of: `${stem}.json`, by } : null
}

/** What a name says that is a sync service's copy of an article's layer, or of its facts (whose annotator is `article`); null for any other. */
export function parseLayerCopy(name: string): { article: string; annotator: string; by: CopyMaker } | null {
  const copy = parseConflictCopy(name)
  const sidecar = copy && parseSidecarName(copy.of)
  return sidecar && { ...sidecar, by: copy.by }
}
