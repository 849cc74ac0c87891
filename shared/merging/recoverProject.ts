import type { Hash, History } from '../history/history.ts'
import { type Recovery, recover } from '../history/recover.ts'
import type { JsonObject } from '../json/json.ts'
import { Problem } from '../problems/problem.ts'
import { bringIn } from '../project/bringIn.ts'
import { keptProject } from '../project/keptProject.ts'
import { Project } from '../project/project.ts'
import { readProjectFile } from '../project/projectFile.ts'
import { type GitVersions, gitVersionsIn, hasGitMarkers, isBegunWith } from './gitConflict.ts'

/**
 * Recovers a project file as `recover` does. One in which git left two versions
 * is a Problem, `project-git-conflict`, until a person wants them merged: then
 * what the other branch has is brought into this branch's version, what both
 * changed stays as it is here and is told, and the file's bytes are put aside.
 *
 * Throws Problem `project-git-unmergeable` where that can't be done.
 */
export function recoverProject(
  onDisk: { readonly bytes: Uint8Array; readonly sha256: string } | null,
  history: History,
  merges: boolean,
  hash: Hash,
): Recovery {
  if (!onDisk || !hasGitMarkers(onDisk.bytes)) return recover(onDisk, history, keptProject)
  // The machine stopped after that was carried out, and before the file was written.
  if (isBegunWith(onDisk.sha256, history)) return { ...recover(onDisk, history, keptProject), putAside: true }
  const { here, edit, contradictions } = merged(gitVersionsIn(onDisk.bytes), history, hash)
  if (!merges) throw new Problem('project-git-conflict')
  const project = new Project(here)
  const whole = edit && project.completed(edit)
  if (whole) project.apply(whole)
  const joined = whole ? { joined: { theirs: here, edit: whole as unknown as JsonObject } } : {}
  const told = contradictions as unknown as readonly JsonObject[]
  const writing = { due: true, needsBase: true, readOnly: false, putAside: true, problem: null } as const
  return { file: project.file(), ...writing, contradictions: told, ...joined }
}

function merged(versions: GitVersions | null, history: History, hash: Hash) {
  try {
    if (!versions) throw new Problem('project-damaged', 'The marks that git left don’t belong together.')
    const { ours, theirs, agreed } = versions
    const here = recover({ bytes: bytesOf(ours), sha256: hash(ours) }, history, keptProject).file!
    const other = new Project(readProjectFile(bytesOf(theirs)))
    const began = agreed === null ? null : new Project(readProjectFile(bytesOf(agreed)))
    return { here, ...bringIn({ here: new Project(here), other, agreed: began }) }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    throw new Problem('project-git-unmergeable', problem.detail, { cause: problem })
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
