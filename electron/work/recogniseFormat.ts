import { basename, extname } from 'node:path'
import type { Format } from '../../shared/dataset/format.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { filesAt } from './filesAt.ts'

const HEAD_CHARACTERS = 4096
/** Files of a folder that are looked at before it is given up. */
const MOST_LOOKED_AT = 40

/** What a file or a folder may be. */
export interface Recognised {
  /** The formats that it may be in; where its ending speaks for some of them, only those. */
  readonly likely: readonly Format[]
  /** Every format that is read. */
  readonly known: readonly Format[]
  /** Whether its words say so, and not its ending alone. */
  readonly isCertain: boolean
  /** Whether annotations of our own stand in the folder: it is a workspace. */
  readonly isWorkspace: boolean
}

/** The formats that a file looks like, or the first file of a folder that looks like any. `path` is absolute and real. */
export async function recogniseFormat(path: string, isFolder: boolean): Promise<Recognised> {
  const files = filesAt(path, isFolder ? 'folder' : 'file')
  const isWorkspace = isFolder && files.names.some(name => /(^|[./])stet\.json$/.test(name))
  const known = (await Promise.all(Object.values(formats).map(load => load()))).filter(({ read }) => read)
  // Texts beside their annotations are plain ones; they say nothing of the format.
  const telling = files.names.filter(name => !isFolder || !/\.txt$/i.test(name)).slice(0, MOST_LOOKED_AT)
  for (const file of telling) {
    const name = file === '' ? basename(path) : file
    let head = ''
    for await (const part of files.parts(file)) {
      head = new TextDecoder().decode(part.subarray(0, HEAD_CHARACTERS * 4)).slice(0, HEAD_CHARACTERS)
      break
    }
    const found = likelyAmong(known, head, name)
    if (found.likely.length > 0) return { ...found, known, isWorkspace }
  }
  return { likely: [], known, isCertain: false, isWorkspace }
}

function likelyAmong(known: readonly Format[], head: string, name: string): Pick<Recognised, 'likely' | 'isCertain'> {
  const ending = extname(name).slice(1)
  const likely = known.filter(
    ({ extensions, looksLike }) => looksLike?.(head, name) ?? (head !== '' && extensions.includes(ending)),
  )
  const byEnding = likely.filter(({ extensions }) => extensions.includes(ending))
  const taken = byEnding.length > 0 ? byEnding : likely
  return { likely: taken, isCertain: taken.length === 1 && taken[0]!.looksLike !== undefined }
}
