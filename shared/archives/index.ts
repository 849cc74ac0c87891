import { extensionOf, hasReader } from '../importers/extensions.ts'
import type { Archive } from './archive.ts'
import { mbox } from './mbox/mbox.ts'
import { feed } from './news/feed.ts'
import { newsml } from './news/newsml.ts'
import { ninjs } from './news/ninjs.ts'
import { nitf } from './news/nitf.ts'
import { pressArchives } from './press/index.ts'
import { csv } from './tables/csv.ts'
import { json } from './tables/json.ts'
import { parquet } from './tables/parquet.ts'
import { xlsx } from './tables/xlsx.ts'
import { warc } from './warc/warc.ts'
import { zipOf } from './zip/zip.ts'

const news: readonly Archive[] = [newsml, nitf, ninjs, feed]
const tables: readonly Archive[] = [csv, json, xlsx, parquet]

/** Every kind of file that holds many articles. A new kind is a new line here; where two recognise a file, the first has it. */
export const archives: readonly Archive[] = [mbox, ...pressArchives, ...news, ...tables, warc, zipOf(archiveFor)]

/** What kinds look at of a file's beginning, in bytes. */
export const HEAD_BYTES = 64 * 1024

/**
 * The kind that a file is of, by its ending and then by what it begins with;
 * one that has no ending, or one that nothing opens, is told by its beginning
 * alone. Undefined for a file that is no such thing. `head` holds its first
 * `HEAD_BYTES` at most.
 */
export function archiveFor(head: Uint8Array, fileName: string): Archive | undefined {
  const extension = extensionOf(fileName)
  const named = extension === undefined ? [] : archives.filter(({ extensions }) => extensions.includes(extension))
  const isStrange = named.length === 0 && !hasReader(fileName)
  return (isStrange ? archives : named).find(kind => kind.recognises(head, fileName))
}
