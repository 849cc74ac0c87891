import type { Never } from '../project/entity.ts'
import { flat } from './fits.ts'

/** The record by which words are never to be tagged so; undefined without one. Capitals count, white space doesn't. */
export function neverOf(nevers: ReadonlyMap<string, Never>, words: string, tag: string): Never | undefined {
  const asked = flat(words)
  for (const never of nevers.values()) if (never.tag === tag && flat(never.text) === asked) return never
  return undefined
}
