import * as z from 'zod'
import { snapRules } from '../codebook/codebook.ts'
import { MAX_ARTICLES, MAX_ENTITIES, MAX_NOTE_CHARACTERS, MAX_VALUE_CHARACTERS } from '../limits.ts'
import type { RecordPlace } from './projectEdit.ts'

/**
 * The format of `stet.json`, version 1, as one schema: the run-time check and
 * the published JSON Schema are both made from it. Every object is loose: a key
 * that isn't known is carried along, never dropped.
 */
export const PROJECT_FORMAT = 'stet-project'
export const PROJECT_VERSION = 1

/** As long as the bridge takes: what is read must be able to be shown. */
const word = z.string().min(1).max(MAX_VALUE_CHARACTERS)
const value = z.string().max(MAX_VALUE_CHARACTERS)
const mergedInto = word.optional().describe('the id of what took its place; it is offered no more')
const retired = z.literal(true).optional().describe('it is offered no more')
const meaningChanged = word.optional().describe('since when (ISO 8601, UTC) it means something else')

const FileTag = z.looseObject({
  id: word.describe('permanent; renaming changes the label alone'),
  label: word,
  key: z.string().max(1),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  mark: z.enum(['brace', 'solid', 'double', 'dotted', 'wavy']),
  guidance: value,
  examples: z.array(value).max(100).optional(),
  snap: z.array(z.enum(snapRules)).max(snapRules.length).optional(),
  entityKinds: z.array(word).max(100).optional(),
  meaningChanged,
  mergedInto,
  retired,
})

const question = {
  id: word,
  label: word,
  kind: z.enum(['choice', 'several', 'yes-no', 'number', 'date', 'text']),
  choices: z.array(z.looseObject({ id: word, label: word, mergedInto, retired })).max(1000),
  key: z.string().max(1),
  guidance: value,
}
const FileAttribute = z.looseObject({
  ...question,
  tag: word.describe('the id of the tag that it belongs to'),
  folded: z.boolean(),
  meaningChanged,
  retired,
})
const FileLinkType = z.looseObject({
  id: word,
  label: word,
  from: z.array(word).max(200),
  to: z.array(word).max(200),
  attributes: z.array(z.looseObject(question)).max(100),
  guidance: value.optional(),
  retired,
})

const FileReason = z
  .looseObject({
    id: word.describe('permanent; decisions refer to it'),
    label: word,
    guidance: value.optional().describe('the paragraph that letters cite'),
    retired,
  })
  .describe('why a reviewer decided as they did')

const codebookOwn = {
  id: word,
  version: z.int().positive().describe('grows with each change'),
  rulesOff: z.array(word).max(200).optional().describe('rules of the problems list that are switched off'),
}

/** A codebook as files hold it. */
export const FileCodebook = z.looseObject({
  ...codebookOwn,
  tags: z.array(FileTag).min(1).max(200),
  attributes: z.array(FileAttribute).max(2000),
  links: z.array(FileLinkType).max(500),
  reasons: z.array(FileReason).max(500).optional().describe('without any, the standard ones are offered'),
})

const FileEntity = z.looseObject({
  id: word.describe('permanent; annotations refer to it'),
  kind: word,
  name: word,
  aliases: z.array(word).max(10_000).optional(),
  roles: z
    .array(z.looseObject({ title: word, from: word.optional(), to: word.optional() }))
    .max(1000)
    .optional()
    .describe('dates are ISO 8601 or EDTF'),
  parent: word.optional().describe('the id of the entity that it is part of'),
  attributes: z.record(z.string(), z.unknown()).optional(),
  externalIds: z.record(z.string(), value).optional(),
  note: z.string().max(MAX_NOTE_CHARACTERS).optional(),
  mergedInto,
})

const FilePerson = z.looseObject({ id: word, name: word })
const FileNever = z.looseObject({ id: word, text: word, tag: word }).describe('never tag this string as that')

const path = word.describe('of the article, inside the workspace, with `/`')
const FileAssignment = z.looseObject({
  id: word.describe('the annotator and the article: whoever assigns the same writes the same record'),
  article: path,
  annotator: word,
})
const FileRound = z
  .looseObject({
    id: word,
    name: word.optional(),
    annotators: z.array(word).max(1000),
    articles: z.array(path).max(MAX_ARTICLES),
    begun: word.describe('ISO 8601, UTC'),
    opened: word.optional().describe('since when (ISO 8601, UTC) it is sealed no more, though not all were done'),
    openedBy: word.optional(),
  })
  .describe(
    'a sealed coding: until all its annotators are done with an article, Stet shows none of them the layers of the others',
  )
const FileSeal = z
  .looseObject({
    id: word,
    round: word,
    article: path,
    annotator: word,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    version: z
      .int()
      .optional()
      .describe('what the hash is of: 2 with whose layer it is and of which round; left out without that'),
    at: word.describe('ISO 8601, UTC'),
  })
  .describe('what an annotator’s layer said when they were done: its hash, never the layer')

export const ProjectFile = z.looseObject({
  format: z.literal(PROJECT_FORMAT).optional(),
  formatVersion: z.literal(PROJECT_VERSION),
  id: word.optional(),
  name: value.optional(),
  codebook: FileCodebook.optional().describe('without one, stet-default version 1 holds'),
  entities: z.array(FileEntity).max(MAX_ENTITIES).optional().describe('sorted by id'),
  people: z.array(FilePerson).max(10_000).optional(),
  nevers: z.array(FileNever).max(MAX_ENTITIES).optional(),
  assignments: z.array(FileAssignment).max(MAX_ENTITIES).optional(),
  rounds: z.array(FileRound).max(1000).optional(),
  seals: z.array(FileSeal).max(MAX_ENTITIES).optional(),
})

/** What one record must be. */
export const recordShapes = {
  codebook: z.looseObject(codebookOwn),
  tags: FileTag,
  attributes: FileAttribute,
  links: FileLinkType,
  reasons: FileReason,
  entities: FileEntity,
  people: FilePerson,
  nevers: FileNever,
  assignments: FileAssignment,
  rounds: FileRound,
  seals: FileSeal,
} as const satisfies Record<RecordPlace, z.ZodType>
