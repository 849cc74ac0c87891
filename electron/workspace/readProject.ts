import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { JsonObject } from '../../shared/json/json.ts'
import { MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { Project } from '../../shared/project/project.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { Workbench } from '../work/workbench.ts'

/** The project as its file says; the usual codebook where there is none. */
export async function readProject(disk: Disk, fence: Fence, workbench: Pick<Workbench, 'run'>): Promise<Project> {
  const bytes = await readBounded(disk, join(fence.root, PROJECT_FILE), MAX_SIDECAR_BYTES, fence).catch(unlessNotThere)
  if (!bytes) return new Project()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { json, problem } = await workbench.run('project', { file: { bytes, sha256 }, history: null })
  if (problem) throw new Problem(problem.kind, problem.detail)
  return new Project(json === null ? {} : (JSON.parse(json) as JsonObject))
}

function unlessNotThere(error: unknown): null {
  if (error instanceof Problem && error.kind === 'not-there') return null
  throw error
}
