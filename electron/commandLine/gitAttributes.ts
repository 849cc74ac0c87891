import { join } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { git } from './git.ts'

/**
 * The lines by which git hands files of Stet to the driver called `stet`, each
 * with a path that it is for. `-text`: their bytes are the same on every
 * machine, whatever git does to line ends.
 */
export const lines = [
  { line: '*.stet.json merge=stet -text', path: 'article.txt.annotator.stet.json' },
  { line: 'stet.json merge=stet -text', path: 'stet.json' },
] as const
const HEAD = '# Stet merges these by annotation and field, in each clone where "stet git-setup" was run.'

/** What git's attributes say of a path already: nothing, that it is Stet's to merge, or that something else merges it. */
export type Spoken = 'nothing' | 'stet' | { readonly other: string }

/** What git says of a path in a folder, whichever of its files says it. Throws `Problem` where git can't tell. */
export async function spokenOf(folder: string, path: string): Promise<Spoken> {
  const value = await attributeOf(folder, 'merge', path)
  return value === 'stet' ? 'stet' : value === 'unspecified' ? 'nothing' : { other: value }
}

/** The value of one attribute of a path, in git's words. */
export async function attributeOf(folder: string, attribute: string, path: string): Promise<string> {
  const { code, printed, said } = await git(folder, 'check-attr', '-z', attribute, '--', path)
  if (code !== 0) throw new Problem('cannot-read', said)
  return printed.split('\0')[2]!
}

/** Adds lines to the folder's `.gitattributes`, below what stands there. */
export async function addLines(fence: Fence, added: readonly string[]): Promise<void> {
  const before = (await read(fence)) ?? ''
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const gap = before === '' || before.endsWith('\n') ? '' : newline
  const head = before.includes(HEAD) ? [] : [HEAD]
  await write(fence, `${before}${gap}${[...head, ...added].map(line => `${line}${newline}`).join('')}`)
}

/** Takes lines of ours out again, and the file with them where nothing else stood in it; resolves to those that were there. */
export async function removeLines(fence: Fence): Promise<string[]> {
  const before = (await read(fence)) ?? ''
  const ours = new Set<string>([HEAD, ...lines.map(({ line }) => line)])
  const all = before.split(/(?<=\n)/)
  const isOurs = (line: string) => ours.has(line.replace(/\r?\n$/, ''))
  const removed = all.filter(isOurs).map(line => line.trim())
  const rest = all.filter(line => !isOurs(line)).join('')
  if (removed.length === 0) return []
  if (rest === '') await disk.rm(join(fence.root, NAME))
  else await write(fence, rest)
  return removed.filter(line => line !== HEAD)
}

const NAME = '.gitattributes'
/** No such file is longer: git itself reads no more than 100 MiB of one. */
const MOST_BYTES = 1024 * 1024

async function read(fence: Fence): Promise<string | null> {
  try {
    const bytes = await readBounded(disk, join(fence.root, NAME), MOST_BYTES, fence)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-there') return null
    if (error instanceof TypeError) throw new Problem('cannot-read', `${NAME} is no text.`, { cause: error })
    throw error
  }
}

function write(fence: Fence, text: string): Promise<void> {
  return replaceFile(disk, fence, join(fence.root, NAME), new TextEncoder().encode(text))
}
