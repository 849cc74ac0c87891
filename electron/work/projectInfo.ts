import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { Project } from '../../shared/project/project.ts'
import { readProjectFile } from '../../shared/project/projectFile.ts'
import { isNotice, orNotice } from './notice.ts'
import { sha256Of } from './readArticle.ts'

/** What `stet info` tells of a workspace's `stet.json`. */
export interface ToldProject {
  readonly name: string | null
  readonly codebook: { readonly id: string; readonly version: number }
  /** How many there are of each. */
  readonly tags: number
  readonly entities: number
  readonly people: number
  /** Of the file's bytes. */
  readonly sha256: string
}

/** What a project file says in short, or what is wrong with it. Runs in the worker. */
export async function projectInfo({
  bytes,
}: {
  readonly bytes: Uint8Array
}): Promise<ToldProject | { readonly problem: ProblemNotice }> {
  const read = await orNotice(() => new Project(readProjectFile(bytes)))
  if (isNotice(read)) return { problem: read }
  const { codebook, entities, people, head } = read
  const { name } = head
  return {
    name: typeof name === 'string' && name !== '' ? name : null,
    codebook: { id: codebook.id, version: codebook.version },
    ...{ tags: codebook.tags.length, entities: entities.size, people: people.length, sha256: sha256Of(bytes) },
  }
}
