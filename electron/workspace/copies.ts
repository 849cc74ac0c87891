import { dirname, join } from 'node:path'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { hashFile } from '../disk/hashFile.ts'
import type { FoundArticle, FoundCopy } from './listing.ts'

/** Which content of a copy a person has dealt with. The path is inside the workspace, with `/`. */
export interface SettledCopy {
  readonly path: string
  readonly content: string
}

interface CopiesParts {
  readonly disk: Disk
  readonly fence: Fence
  /** Whether a person has dealt with a copy as it stands. */
  readonly isSettled: (copy: SettledCopy) => boolean
  /** Told of the path of an article, or of the project, once more is known of its copies. */
  readonly known: (article: string) => void
  /** Told of a bug that came to light in the background. */
  readonly failed: (error: unknown) => void
}

/** Tells the copies of layers and facts apart by their content: each is hashed when it is found, and again only when it changes. */
export class Copies {
  readonly #parts: CopiesParts
  /** By path: what the file looked like, and what is known of its content then. */
  readonly #contents = new Map<string, { readonly state: string; content: string | null }>()
  /** Copies are few, and nobody waits for them: one after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: CopiesParts) {
    this.#parts = parts
  }

  /** Looks at the copies of these articles' files, or of the project by its path, in the background. */
  want(articles: Iterable<Pick<FoundArticle, 'path' | 'copies'>>): void {
    for (const { path, copies } of articles) for (const copy of copies) this.#want(path, copy)
  }

  /** What a copy holds, as a word for nothing else; null until that is known. */
  contentOf(article: string, copy: FoundCopy): string | null {
    const known = this.#contents.get(pathOfCopy(article, copy.name))
    return known?.state === stateOf(copy) ? known.content : null
  }

  /** Whether a person has dealt with a copy; null until that is known. */
  isSettled(article: string, copy: FoundCopy): boolean | null {
    const content = this.contentOf(article, copy)
    return content === null ? null : this.#parts.isSettled({ path: pathOfCopy(article, copy.name), content })
  }

  #want(article: string, copy: FoundCopy): void {
    const path = pathOfCopy(article, copy.name)
    const state = stateOf(copy)
    if (this.#contents.get(path)?.state === state) return
    const entry = { state, content: null as string | null }
    this.#contents.set(path, entry)
    const { disk, fence, known, failed } = this.#parts
    const look = async () => {
      // One that can't be read is told apart as well as can be: it is offered, and says so when it is looked at.
      entry.content = await hashFile(disk, fence, join(fence.root, path), MAX_SIDECAR_BYTES).catch(unlessProblem(state))
      known(article)
    }
    this.#turn = this.#turn.then(look).catch(failed)
  }
}

/** Where a copy of an article's layer is, inside the workspace. */
export function pathOfCopy(article: string, name: string): string {
  const folder = dirname(article)
  return folder === '.' ? name : `${folder}/${name}`
}

function stateOf({ bytes, mtimeMs }: FoundCopy): string {
  return `${bytes} ${mtimeMs}`
}

function unlessProblem<T>(otherwise: T): (error: unknown) => T {
  return error => {
    if (error instanceof Problem) return otherwise
    throw error
  }
}
