import type { Hash, History } from '../history/history.ts'
import { type Copy, CopyWanted, type Recovery, recover } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { Problem } from '../problems/problem.ts'
import { readSidecar } from '../sidecar/readSidecar.ts'
import type { Decision } from './contradiction.ts'
import { type GitVersions, gitVersionsIn, hasGitMarkers, isBegunWith } from './gitConflict.ts'
import { knownBefore } from './knownBefore.ts'
import { mergeVersions } from './mergeVersions.ts'
import { allOf, mergingSidecar } from './mergingSidecar.ts'

/**
 * Recovers a sidecar as `recover` does. One in which git left two versions is
 * recovered from the version of this branch, and the other is merged into it:
 * for reading only until a person has carried that out, which `decisions` that
 * aren't null say. Only then is the file replaced, and its bytes are put aside.
 *
 * Throws Problem `sidecar-git-unmergeable` where that can't be done.
 */
export function recoverSidecar(
  onDisk: { readonly bytes: Uint8Array; readonly sha256: string } | null,
  history: History,
  copy: Copy | null | 'unread',
  decisions: readonly Decision[] | null,
  hash: Hash,
): Recovery {
  if (!onDisk || !hasGitMarkers(onDisk.bytes)) return recover(onDisk, history, mergingSidecar, copy, decisions ?? [])
  // The machine stopped after that was carried out, and before the file was written.
  if (isBegunWith(onDisk.sha256, history)) return { ...recover(onDisk, history, mergingSidecar, copy), putAside: true }
  const versions = gitVersionsIn(onDisk.bytes)
  if (!versions) throw unmergeable('The marks that git left don’t belong together.')
  const here = oursOf(versions, history, copy, hash)
  const theirs = readable('The other branch’s version', () => readSidecar(bytesOf(versions.theirs)))
  const agreed = beginningOf(versions) ?? knownBefore(theirs, here, history.entries, fileIn(copy))
  return merged({ here, theirs, agreed }, decisions)
}

/** This branch's version, with what this device has recorded and it lacks. */
function oursOf({ ours }: GitVersions, history: History, copy: Copy | null | 'unread', hash: Hash): JsonObject {
  const onDisk = { bytes: bytesOf(ours), sha256: hash(ours) }
  const { file, problem } = readable('This branch’s version', () => recover(onDisk, history, mergingSidecar, copy))
  if (!file || problem) throw unmergeable(problem ? `This branch’s version: ${problem.kind}. ${problem.detail}` : '')
  return file
}

interface Sides {
  readonly here: JsonObject
  readonly theirs: JsonObject
  readonly agreed: JsonObject | null
}

function merged({ here, theirs, agreed }: Sides, decisions: readonly Decision[] | null): Recovery {
  const found = mergeVersions({ here, other: theirs, agreed }, decisions ?? [])
  if (!found) throw unmergeable('The two versions were made on different texts of the article.')
  const { file, edits } = found
  const contradictions = found.contradictions.map(one => ({ ...one }) as unknown as JsonObject)
  if (decisions === null || contradictions.length > 0) {
    const problem = new Problem('sidecar-git-conflict')
    const reading = { due: false, needsBase: true, readOnly: true, putAside: false, problem } as const
    return { file, ...reading, contradictions, ours: here, theirs }
  }
  const joined = edits.length > 0 ? { joined: { theirs: here, edit: allOf(edits) } } : {}
  return { file, due: true, needsBase: true, readOnly: false, putAside: true, problem: null, ...joined }
}

/** What both branches began with, where git says so and it is a sidecar; null for nothing. */
function beginningOf({ agreed }: GitVersions): JsonObject | null {
  try {
    return agreed === null ? null : readSidecar(bytesOf(agreed))
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}

/** The file that a history began with, where that stands beside it. */
function fileIn(copy: Copy | null | 'unread'): (sha256: string) => JsonObject | null {
  return sha256 => {
    if (copy === 'unread') throw new CopyWanted()
    return copy?.sha256 === sha256 ? readSidecar(copy.bytes) : null
  }
}

function readable<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (problem) {
    if (problem instanceof CopyWanted || !(problem instanceof Problem)) throw problem
    throw unmergeable(`${what}: ${problem.detail}`)
  }
}

function unmergeable(detail: string): Problem {
  return new Problem('sidecar-git-unmergeable', detail)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
