import { strFromU8, unzipSync } from 'fflate'
import { Problem } from '../problems/problem.ts'

/** MB that an archive's files may come to together; a document is some. */
const MAX_UNPACKED_MB = 256
const MAX_FILES = 10_000

/** A file of an archive, by its name in it. */
export interface Unzipped {
  /** Its bytes as UTF-8 text, or null where there is none of this name. */
  text(name: string): string | null
  /** Its bytes, or null where there is none of this name. */
  bytes(name: string): Uint8Array | null
  has(name: string): boolean
  /** All of them, in the order in which they stand there. */
  readonly names: Iterable<string>
}

/**
 * The files of a ZIP archive whose names are `wanted`, unpacked in memory; names
 * are only looked up, and lead nowhere. Throws Problem `too-large` for one whose
 * wanted files come to more than `mostMB`, `cannot-read` for one that is damaged.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, mostMB = MAX_UNPACKED_MB): Unzipped {
  let unpacked = 0
  let count = 0
  const names = new Set<string>()
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    names.add(name)
    if (++count > MAX_FILES) throw new Problem('too-large', `The archive holds more than ${MAX_FILES} files.`)
    if (!wanted(name)) return false
    unpacked += originalSize
    if (unpacked > mostMB * 1024 * 1024) throw new Problem('too-large', `It unpacks to more than ${mostMB} MB.`)
    return true
  }
  let files: Readonly<Record<string, Uint8Array>>
  try {
    files = unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('cannot-read', 'The file is damaged: it is no whole ZIP archive.', { cause: error })
  }
  return {
    has: name => names.has(name),
    names,
    bytes: name => (Object.hasOwn(files, name) ? files[name]! : null),
    text: name => (Object.hasOwn(files, name) ? strFromU8(files[name]!) : null),
  }
}
