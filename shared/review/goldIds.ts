import { sha256Now } from '../text/sha256Now.ts'
import type { Source } from './madeOf.ts'
import { nameOf } from './stateOf.ts'

/**
 * Ids of what decisions make are made of what was decided on: who decides the
 * same in two copies of a workspace has it once when they meet, and two
 * decisions on one annotation are seen to be in each other's way.
 */
export function verdictIdOf(judged: Source): string {
  return idOf('verdict', nameOf(judged))
}

/** The id of what is made of these annotations; another where that one is of something else already. */
export function goldIdOf(taken: readonly Source[], isFree: (id: string) => boolean): string {
  const names = taken.map(nameOf).sort()
  for (let attempt = 0; ; attempt++) {
    const id = idOf('gold', ...names, String(attempt))
    if (isFree(id)) return id
  }
}

/** The id of a link in gold: of what type, from what to what. */
export function goldLinkIdOf(key: string): string {
  return idOf('link', key)
}

function idOf(...parts: readonly string[]): string {
  return sha256Now(JSON.stringify(parts)).slice(0, ID_LENGTH)
}

/** Of the hexadecimal digits of a hash. */
const ID_LENGTH = 32
