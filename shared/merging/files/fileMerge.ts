import type { Json, JsonObject } from '../../json/json.ts'
import type { Clash } from './threeWay.ts'

/** Three versions of one file, each read and checked; `base` is null where nothing is known of what both began with. */
export interface FileVersions {
  readonly base: JsonObject | null
  readonly mine: JsonObject
  readonly theirs: JsonObject
}

export type VersionName = 'base' | 'mine' | 'theirs'

/** A file with both sides' changes in it. */
export interface FileMerge {
  /** What a person has to decide. */
  readonly clashes: readonly Clash[]
  /** The merged file, with what is undecided as it is on that side. Where nothing is, all sides are the same. */
  readonly as: (side: VersionName) => JsonObject
}

/** What follows for times, versions and what a program computes anew, of a file that was changed on both sides. */
export const laterOf = (mine: Json | undefined, theirs: Json | undefined): Json => extreme([mine, theirs], 1)
export const earlierOf = (mine: Json | undefined, theirs: Json | undefined): Json => extreme([mine, theirs], -1)

function extreme(values: readonly (Json | undefined)[], sign: 1 | -1): Json {
  const known = values.filter((value): value is Json => value !== undefined)
  return known.reduce((one, other) => ((one as number) < (other as number) === (sign === 1) ? other : one))
}

/** The side whose file says that it was changed last; mine where both say the same time. */
export function newerSide({ mine, theirs }: FileVersions): 'mine' | 'theirs' {
  return (theirs['modified'] as string) > (mine['modified'] as string) ? 'theirs' : 'mine'
}

/** The number that a file's revisions go on from, once both sides are in it. */
export function nextRevision({ mine, theirs }: FileVersions): number {
  return Math.max(mine['revision'] as number, theirs['revision'] as number) + 1
}
