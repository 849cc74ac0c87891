import { createHash } from 'node:crypto'
import type { JsonObject } from '../../shared/json/json.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { bringIn } from '../../shared/project/bringIn.ts'
import { Project } from '../../shared/project/project.ts'
import { readProjectFile } from '../../shared/project/projectFile.ts'

/** A conflict copy of a project, which may be anybody's bytes, and the project here as the JSON text of its file. */
export interface ProjectCopySource {
  readonly copy: Uint8Array
  readonly here: string
}

/** What a copy brings in; `edit` and `contradictions` as JSON texts, `content` the sha256 of its bytes. */
export interface LookedAtProjectCopy {
  readonly content: string
  readonly edit: string | null
  readonly added: number
  readonly changed: number
  readonly contradictions: string
}

/** What a copy of the project has and the project lacks; runs in the worker. Throws Problem `copy-damaged` or `copy-newer`. */
export function projectCopyTask({ copy, here }: ProjectCopySource): LookedAtProjectCopy {
  const other = new Project(readCopy(copy))
  const found = bringIn({ here: new Project(JSON.parse(here) as JsonObject), other, agreed: null })
  return {
    content: createHash('sha256').update(copy).digest('hex'),
    edit: found.edit && JSON.stringify(found.edit),
    added: found.added,
    changed: found.changed,
    contradictions: JSON.stringify(found.contradictions),
  }
}

function readCopy(bytes: Uint8Array): JsonObject {
  try {
    return readProjectFile(bytes)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    const kind = problem.kind === 'project-newer' ? 'copy-newer' : 'copy-damaged'
    throw new Problem(kind, problem.detail, { cause: problem })
  }
}
