import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadFiles } from '../../shared/dataset/format.ts'
import { MAX_ARTICLE_BYTES, MAX_FOLDER_DEPTH } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { explainReading } from '../disk/explain.ts'
import { ArchiveFile } from './archiveFile.ts'

const PART_BYTES = 1024 * 1024

/** The files of a folder and below it, hidden ones left out, or one file under the name ''. `path` is absolute and real. No link is followed. */
export function filesAt(path: string, makes: 'file' | 'folder'): ReadFiles {
  const names = makes === 'folder' ? [...namesBelow(path, '', 0)].sort() : ['']
  const known = new Set(names)
  const open = (name: string) => {
    if (!known.has(name)) throw new Problem('not-there', name)
    return new ArchiveFile(name === '' ? path : join(path, ...name.split('/')))
  }
  return {
    names,
    source: open,
    async bytes(name) {
      const file = open(name)
      try {
        if (file.byteLength > MAX_ARTICLE_BYTES * 4) throw new Problem('too-large', `${file.byteLength} bytes.`)
        return new Uint8Array(await file.slice(0))
      } finally {
        file.close()
      }
    },
    async *parts(name) {
      const file = open(name)
      try {
        for (let at = 0; at < file.byteLength; at += PART_BYTES)
          yield new Uint8Array(await file.slice(at, Math.min(file.byteLength, at + PART_BYTES)))
      } finally {
        file.close()
      }
    },
  }
}

function* namesBelow(root: string, folder: string, depth: number): Generator<string> {
  if (depth > MAX_FOLDER_DEPTH) return
  let found: string[]
  try {
    found = readdirSync(join(root, folder))
  } catch (error) {
    return explainReading(error)
  }
  for (const one of found) {
    if (one.startsWith('.')) continue
    const name = folder === '' ? one : `${folder}/${one}`
    const stat = lstatSync(join(root, name))
    if (stat.isDirectory()) yield* namesBelow(root, name, depth + 1)
    else if (stat.isFile()) yield name
  }
}
