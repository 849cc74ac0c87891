/** Every failure that we expect, by name. What a person reads of each stands in `shared/words/`. */
export const problemKinds = [
  'disk-full',
  'not-permitted',
  'cannot-save',
  'not-there',
  'folder-not-there',
  'cannot-read',
  'folder-unreadable',
  'too-many-files',
  'noticed-late',
  'no-reader',
  'not-a-file',
  'too-large',
  'took-too-long',
  'file-name-taken',
  'sidecar-damaged',
  'sidecar-rebuilt',
  'facts-rebuilt',
  'sidecar-newer',
  'sidecar-unkeepable',
  'sidecar-changed',
  'sidecar-changed-meanwhile',
  'name-too-long',
  'layer-in-use',
  'annotator-taken',
  'project-damaged',
  'project-newer',
  'codebook-damaged',
  'codebook-newer',
  'text-changed',
  'history-damaged',
  'history-lost',
  'settings-damaged',
  'outside-workspace',
  'empty-text',
  'not-plain-text',
  'search-pattern',
  'search-too-slow',
  'changed-since',
  'words-not-there',
  'change-not-completed',
  'change-damaged',
  'change-too-large',
  'change-under-way',
  'unknown-ticket',
] as const

export type ProblemKind = (typeof problemKinds)[number]

/** Whether a word from outside names a kind that we know. */
export function isProblemKind(word: unknown): word is ProblemKind {
  return (problemKinds as readonly unknown[]).includes(word)
}
