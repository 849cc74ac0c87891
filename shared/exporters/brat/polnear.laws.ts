import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadFiles } from '../../dataset/format.ts'
import { sourceOf } from '../../dataset/memoryFiles.ts'

/** Test ground: a corpus of others. */

/** 844 news articles in which trained annotators marked who said what, on machines that have them. */
export const corpus = fileURLToPath(new URL('../../../../shared/corpus/polnear/', import.meta.url))
export const hasCorpus = existsSync(corpus)

/** The corpus has two halves, which are laid out alike. */
export const halves = ['train', 'annotator-training'] as const

/** The files of one half. */
export function filesOf(half: (typeof halves)[number]): ReadFiles {
  const root = join(corpus, half)
  const bytes = async (name: string) => new Uint8Array(readFileSync(join(root, name)))
  return {
    names: ['attributions', 'text']
      .flatMap(folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`))
      .sort(),
    bytes,
    async *parts(name) {
      yield await bytes(name)
    },
    source: name => sourceOf(new Uint8Array(readFileSync(join(root, name)))),
  }
}

export const patterns = { text: 'text/{article}.txt', annotations: 'attributions/{article}_{layer}.ann' }
