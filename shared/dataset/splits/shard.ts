import { stableHash } from './stableHash.ts'

/** One part of a workspace's articles that a process of its own takes: part `index`, 1 to `of`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** More than any scheduler starts at once, and ten for each article of the largest workspace. */
export const MAX_SHARDS = 1_000_000

/**
 * Why words name no shard: they aren't two whole numbers with a slash; the
 * second is 0 or beyond `MAX_SHARDS`; the first isn't one of 1 to the second.
 */
export type ShardRefused = 'not-a-shard' | 'how-many' | 'which'

/**
 * Which of `of` shards (a whole number from 1) an article belongs to, 1 to
 * `of`, by its path inside the workspace with `/` between folders and nothing
 * else: `stableHash` of the path, its remainder by `of`, and one. Articles that
 * come or go move no other.
 *
 * The bytes that count are the path's UTF-8 as it stands, not brought to a
 * normal form: to a disk that keeps both, `é` as one letter and as two are two
 * articles. Throws `RangeError` where `of` isn't such a number.
 */
export function shardOf(path: string, of: number): number {
  if (!Number.isSafeInteger(of) || of < 1) throw new RangeError(`no shards: ${of}`)
  return Number(stableHash(path) % BigInt(of)) + 1
}

/** Whether an article, by its path inside the workspace, is one of a shard's. */
export function isInShard(path: string, shard: Shard): boolean {
  return shardOf(path, shard.of) === shard.index
}

/** Reads `2/8`, the second of eight; zeros before a number are a scheduler's and count for nothing. */
export function readShard(words: string): Shard | ShardRefused {
  const numbers = /^(\d{1,9})\/(\d{1,9})$/.exec(words)
  if (!numbers) return 'not-a-shard'
  const [index, of] = [Number(numbers[1]), Number(numbers[2])]
  if (of < 1 || of > MAX_SHARDS) return 'how-many'
  if (index < 1 || index > of) return 'which'
  return { index, of }
}
