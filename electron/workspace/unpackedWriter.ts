import { basename, join } from 'node:path'
import { type Named, wordsByPattern } from '../../shared/archives/namePattern.ts'
import type { FieldName, Metadata } from '../../shared/article/metadata.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { writeFacts } from '../../shared/facts/factsFile.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { untranslated } from '../../shared/sidecar/fileForm.ts'
import { factsName } from '../../shared/sidecar/names.ts'
import { createFile } from '../disk/createFile.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { articlePlace } from '../saving/places.ts'
import type { FileToWrite, FoundIn } from '../work/unpackTasks.ts'
import type { NamesInFolder } from './namesInFolder.ts'

/** An article that is to be written. */
export interface Unwritten extends FoundIn {
  readonly kind: 'new' | 'there' | 'differs'
  readonly file: FileToWrite
  /** Where facts of it wait for just these bytes, since a run before was interrupted. */
  readonly waits?: string | null
}

export interface WrittenArticle {
  /** Inside the workspace, with `/`. */
  readonly path: string
  readonly key: string
  readonly title: string
  /** Which in the archive's order. */
  readonly order: number
}

export interface WriterParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly folder: string
  readonly pattern: string
  readonly names: NamesInFolder
  /** The archive's name, without a folder. */
  readonly archive: string
  readonly now: () => Date
}

/** How often a name may turn out to be taken by someone who was faster. */
const TRIES = 100

/**
 * Writes unpacked articles, each into two files that appear whole: its facts
 * first, then the article. Whatever interrupts it in between leaves facts that
 * no list shows and by which a later run knows what they wait for. Nothing is
 * ever written over.
 */
export class UnpackedWriter {
  readonly #parts: WriterParts
  #count = 0

  constructor(parts: WriterParts) {
    this.#parts = parts
  }

  /** What the disk refuses comes back as the notice of a Problem. */
  async write(article: Unwritten): Promise<WrittenArticle | { readonly problem: ProblemNotice }> {
    const order = this.#count++
    const { key, metadata } = article
    try {
      const path = article.waits ? await this.#complete(article, article.waits) : await this.#writeNew(article)
      return { path, key, title: metadata.title?.value ?? '', order }
    } catch (error) {
      if (error instanceof Problem) return { problem: { kind: error.kind, detail: error.detail } }
      throw error
    }
  }

  async #complete(article: Unwritten, path: string): Promise<string> {
    const { disk, fence } = this.#parts
    try {
      await createFile(disk, fence, articlePlace(fence.root, path), article.file.bytes)
      return path
    } catch (error) {
      // Somebody else's file stands there by now.
      if (error instanceof Problem && error.kind === 'file-name-taken') return this.#writeNew(article)
      throw error
    }
  }

  async #writeNew(article: Unwritten): Promise<string> {
    const { disk, fence, folder, names } = this.#parts
    const { bytes, extension } = article.file
    for (let tries = 1; ; tries++) {
      const name = names.take(this.#wordsFor(article), extension)
      const path = folder === '' ? name : `${folder}/${name}`
      const place = articlePlace(fence.root, path)
      const facts = join(fence.root, ...factsName(path).split('/'))
      try {
        await createFile(disk, fence, facts, Buffer.from(this.#factsOf(article, basename(path))))
        try {
          await createFile(disk, fence, place, bytes)
          return path
        } catch (error) {
          // These facts are of another file than the one that has the name now.
          if (isTaken(error)) await disk.rm(facts, { force: true })
          throw error
        }
      } catch (error) {
        if (!isTaken(error) || tries === TRIES) throw error
      }
    }
  }

  #factsOf(article: Unwritten, file: string): string {
    const { archive, now } = this.#parts
    const { key, format, content, metadata } = article
    const { sha256, textSha256, textLength, encoding, reader } = article.file
    const at = now().toISOString()
    const unpacked = JSON.stringify({ archive, format, key, sha256: content })
    const fields = new Map(Object.entries(metadata) as [FieldName, NonNullable<Metadata[FieldName]>][])
    const about = { file, sha256, textSha256, encoding, reader, text: { length: textLength } }
    return writeFacts(
      { revision: 1, created: at, modified: at, unpacked },
      new Facts([], { fields }),
      [],
      about,
      untranslated,
    )
  }

  #wordsFor({ metadata, name, lead }: Unwritten): string {
    const named: Named = {
      ...{ date: metadata.published?.value.slice(0, 10) ?? '', outlet: metadata.outlet?.value ?? '' },
      ...{ section: metadata.section?.value ?? '', title: metadata.title?.value || name || lead, name: name || lead },
    }
    return wordsByPattern(this.#parts.pattern, named)
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'file-name-taken'
}
