import { extensionOf } from '../importers/extensions.ts'

/**
 * The endings of files that always hold many articles, lower case, without the
 * dot. They stand apart from what takes those files apart, so that whoever only
 * lists files doesn't load it. Kinds that share an ending with single articles
 * (a download as text, a page, a document) are told by their content alone.
 */
export const extensions = {
  zip: ['zip'],
  mbox: ['mbox', 'mbx'],
  csv: ['csv', 'tsv', 'tab'],
  jsonLines: ['jsonl', 'ndjson'],
  xlsx: ['xlsx', 'xlsm'],
  parquet: ['parquet', 'pq'],
  newsml: ['newsml', 'nml'],
  nitf: ['nitf', 'ntf'],
  ninjs: ['ninjs'],
  feed: ['rss', 'atom'],
  warc: ['warc', 'wet'],
} as const satisfies Record<string, readonly string[]>

/** Whether a file of this name always holds many articles. */
export function isArchiveName(fileName: string): boolean {
  const extension = extensionOf(fileName)
  return extension !== undefined && (known.has(extension) || /\.warc(?:\.\w+)?\.gz$/i.test(fileName))
}

const known: ReadonlySet<string> = new Set(Object.values(extensions).flat())
