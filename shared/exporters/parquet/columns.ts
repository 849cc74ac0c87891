import type { SchemaElement } from 'hyparquet'
import { fieldNames } from '../../article/metadata.ts'

/** A column: of words, of a whole number, or a list of such with columns of their own. `maybe` is one that may be empty. */
type Column = readonly [name: string, of: 'words' | 'number' | readonly Column[], maybe?: 'maybe']

const span: readonly Column[] = [
  ['start', 'number'],
  ['end', 'number'],
]

/**
 * The columns of the articles: what is known of one, its text, and lists of its
 * zones, layers, annotations, links and entities. Answers to the questions of a
 * codebook, which differ from tag to tag, are JSON.
 */
const columns: readonly Column[] = [
  ['path', 'words'],
  ['split', 'words', 'maybe'],
  ...fieldNames.map((name): Column => [name, 'words', 'maybe']),
  ['text', 'words', 'maybe'],
  ['offset_unit', 'words'],
  ['zones', [...span, ['zone', 'words']]],
  [
    'layers',
    [
      ['annotator', 'words'],
      ['status', 'words', 'maybe'],
    ],
  ],
  [
    'annotations',
    [
      ['annotator', 'words'],
      ['id', 'words'],
      ['tag', 'words'],
      ...span,
      ['spans', span],
      ['quote', 'words'],
      ['entity', 'words', 'maybe'],
      ['note', 'words', 'maybe'],
      ['came_as', 'words', 'maybe'],
      ['attributes', 'words'],
    ],
  ],
  [
    'links',
    [
      ['annotator', 'words'],
      ['id', 'words'],
      ['type', 'words'],
      ['from', 'words'],
      ['to_kind', 'words'],
      ['to', 'words', 'maybe'],
      ['cue', 'words', 'maybe'],
      ['cue_start', 'number', 'maybe'],
      ['cue_end', 'number', 'maybe'],
      ['came_as', 'words', 'maybe'],
      ['attributes', 'words'],
    ],
  ],
  [
    'entities',
    [
      ['id', 'words'],
      ['kind', 'words'],
      ['name', 'words'],
      ['external_ids', 'words'],
    ],
  ],
]

/** The names of the columns, in their order. */
export const columnNames: readonly string[] = columns.map(([name]) => name)

/** The same as Parquet says it. Without `split` where the folders say it. */
export function schemaOf(withSplit: boolean): SchemaElement[] {
  const some = columns.filter(([name]) => withSplit || name !== 'split')
  return [{ name: 'root', num_children: some.length }, ...some.flatMap(elementsOf)]
}

function elementsOf([name, of, maybe]: Column): SchemaElement[] {
  const repetition_type = maybe ? 'OPTIONAL' : 'REQUIRED'
  if (of === 'number') return [{ name, repetition_type, type: 'INT32' }]
  if (of === 'words')
    return [{ name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }]
  return [
    { name, repetition_type, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', num_children: of.length },
    ...of.flatMap(elementsOf),
  ]
}
