import { join } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { createFile } from '../disk/createFile.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import type { Workbench } from '../work/workbench.ts'
import { fileNameFor } from './fileNameFor.ts'

export interface CreateParts {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** The names that are there, and those that layers without an article remember. */
  readonly taken: Iterable<string>
}

/** How often a name may turn out to be taken by someone who was faster. */
const TRIES = 100

/**
 * Makes a new article of a text: UTF-8, letter for letter, at the top of the
 * workspace, named after its title. Resolves to its file name.
 *
 * Throws Problem `empty-text`, what the reader throws, and what `createFile`
 * throws. Nothing is ever overwritten.
 */
export async function createArticle({ disk, fence, workbench, taken }: CreateParts, text: string): Promise<string> {
  if (!/\S/.test(text)) throw new Problem('empty-text')
  const bytes = new TextEncoder().encode(text)
  // A copy goes to the worker, since buffers change hands.
  const { article } = await workbench.run('article', { name: 'pasted.txt', bytes: bytes.slice() })
  const names = new Set(taken)
  for (let tries = 1; ; tries++) {
    const name = fileNameFor(article.title || firstLine(text), names)
    try {
      await createFile(disk, fence, join(fence.root, name), bytes)
      return name
    } catch (error) {
      if (!(error instanceof Problem && error.kind === 'file-name-taken') || tries === TRIES) throw error
      names.add(name)
    }
  }
}

/** The first words of a text without a title. */
function firstLine(text: string): string {
  return /\S[^\r\n]{0,500}/.exec(text)?.[0] ?? ''
}
