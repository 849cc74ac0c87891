import * as z from 'zod'
import { zones } from '../article/article.ts'
import { MAX_ANNOTATIONS, MAX_VALUE_CHARACTERS } from '../limits.ts'

/**
 * The sidecar's format, version 1, as one schema: the run-time check and the
 * published JSON Schema are both made from it. Every object is loose: a key
 * that isn't known is carried along, never dropped. Offsets count code points.
 */
export const FORMAT = 'stet-sidecar'
export const FORMAT_VERSION = 1

const offset = z.int().nonnegative()
/** As long as the bridge takes: what is read must be able to be written. */
const id = z.string().min(1).max(MAX_VALUE_CHARACTERS)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const time = z.string().min(1).max(MAX_VALUE_CHARACTERS)

export const FileAnchor = z.looseObject({
  start: offset.describe('first code point'),
  end: offset.describe('code point after the last'),
  quote: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
})

const Attributes = z.record(z.string(), z.unknown())

const annotation = {
  id,
  tag: id,
  spans: z.array(FileAnchor).min(1),
  attributes: Attributes.optional(),
  entity: id.optional(),
  note: z.string().optional(),
  origin: z.looseObject({ kind: id }).optional(),
  carriedFrom: z
    .looseObject({ textSha256: hash, starts: z.array(offset).min(1).describe('code points of that text') })
    .optional()
    .describe('where it stood before a changed text carried it here, until a person has seen that'),
  created: time,
  modified: time,
}
export const FileAnnotation = z.looseObject(annotation)
export const FileUnplaced = z.looseObject({
  ...annotation,
  placement: z.enum(['lost', 'ambiguous', 'changed']),
  textSha256: hash,
})

export const FileLink = z.looseObject({
  id,
  type: id,
  from: id,
  to: z.union([
    z.looseObject({ annotation: id }),
    z.looseObject({ entity: id }),
    z.looseObject({ author: z.literal(true) }),
  ]),
  attributes: Attributes.optional(),
  cue: FileAnchor.optional(),
})

/** What a comment may be about. Where several fit, the first counts, and the other keys are carried. */
export const targets = {
  annotation: z.looseObject({ layer: id, annotation: id }),
  comment: z.looseObject({ layer: id, comment: id }),
  verdict: z.looseObject({ layer: id, verdict: id }),
  span: z.looseObject({ span: FileAnchor }).describe('words of the article'),
  lost: z
    .looseObject({ lost: FileAnchor, textSha256: hash })
    .describe('words that could not be found for certain, with the hash of the text that their offsets count in'),
  article: z.looseObject({ article: z.literal(true) }),
  entry: z
    .looseObject({ entry: z.looseObject({ kind: z.enum(['tag', 'attribute', 'link']), id }) })
    .describe('of the codebook'),
} as const

export const FileComment = z.looseObject({
  id,
  kind: id.describe('note, question, disagree, resolve (closes a thread) or reopen'),
  on: z.union(Object.values(targets)).describe('layer: the annotator in whose file the thing stands'),
  text: z.string(),
  created: time,
  modified: time.optional(),
  came: time.optional().describe('when an answer to a packet or a letter brought it into this file'),
})

export const FileVerdict = z.looseObject({
  id,
  on: z.looseObject({
    layer: id,
    annotation: id,
    revision: offset.describe('of the file in which it was judged'),
    says: z.string().optional().describe('hash of what it said then'),
  }),
  verdict: id.describe('accept, reject, or change: right in part'),
  reason: id.optional().describe('one of the codebook’s, or a standard one'),
  reasonLabel: id.optional().describe('what it was called then'),
  note: z.string().optional(),
  gold: id.optional().describe('the annotation of this file that was made of it'),
  created: time,
  modified: time.optional(),
})
/** What isn't shaped like one is carried as it came. */
const carried = z.looseObject({ id }).describe('of a shape that is not known: carried as it came')

export const FileZone = z.looseObject({
  start: offset,
  end: offset,
  zone: z.enum(zones),
  by: z.enum(['reader', 'person']),
})

export const FileArticle = z.looseObject({
  file: z.string().min(1).describe('the article’s file name'),
  sha256: hash.describe('of the file’s bytes'),
  textSha256: hash.describe('of the text as UTF-8'),
  textLength: offset.describe('in code points'),
  offsetUnit: z.literal('codepoint'),
  encoding: z.string().min(1).describe('a codec that keeps every character'),
  reader: z.string().min(1).describe('what turned bytes into text, and the version of its rules'),
  text: z.string().optional().describe('only where the file is not plain valid UTF-8: the text that was annotated'),
})

export const Sidecar = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  revision: offset.describe('grows with each saved edit; gaps are allowed after merges'),
  article: FileArticle,
  zoneRules: z.int().nonnegative(),
  zones: z.array(FileZone).describe('every block that is not body'),
  annotator: z.looseObject({ id, name: z.string(), key: z.string().optional() }),
  codebook: z.looseObject({ id, version: z.int().positive(), hash }),
  status: z.enum(['in-progress', 'done', 'adjudicated']),
  created: time,
  modified: time,
  annotations: z
    .array(FileAnnotation)
    .max(MAX_ANNOTATIONS)
    .describe('only annotations whose quote stands at its place in the text'),
  unplaced: z
    .array(FileUnplaced)
    .max(MAX_ANNOTATIONS)
    .describe('annotations whose words could not be found for certain'),
  links: z.array(FileLink).max(MAX_ANNOTATIONS),
  comments: z.array(z.union([FileComment, carried])).describe('what the annotator wrote about anybody’s work'),
  verdicts: z
    .array(z.union([FileVerdict, carried]))
    .describe('what the annotator decided on annotations of colleagues'),
})
export type Sidecar = z.infer<typeof Sidecar>
