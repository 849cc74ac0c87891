import { join } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { keyOf, stemFor } from './fileNameFor.ts'
import { isPassedOver } from './listing.ts'

/**
 * The absolute place of a folder that a person names inside the workspace, with
 * `/`; '' is the workspace itself. Throws Problem `outside-workspace` for one
 * that leads out, that no list would show, or that some system couldn't have.
 */
export function articlesFolder(root: string, folder: string): string {
  const names = folder === '' ? [] : folder.split('/')
  for (const name of names) {
    if (name === '' || name === '..' || isPassedOver(name))
      throw new Problem('outside-workspace', 'No list would show a folder of this name.')
    if (keyOf(stemFor(name)) !== keyOf(name))
      throw new Problem('outside-workspace', 'Not every system can have a folder of this name.')
  }
  return join(root, ...names)
}
