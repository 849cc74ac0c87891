import { dirname, join } from 'node:path'
import type { Untaken } from '../../shared/dataset/format.ts'
import type { Lacking } from '../../shared/dataset/learn.ts'
import type { MappedAway } from '../../shared/dataset/map/tagMap.ts'
import type { Json } from '../../shared/json/json.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Project } from '../../shared/project/project.ts'
import { allOf, attributeKey, type ProjectEdit } from '../../shared/project/projectEdit.ts'
import { misfitIn, writeProjectFile } from '../../shared/project/projectFile.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { createFile } from '../disk/createFile.ts'
import type { Disk } from '../disk/disk.ts'
import { type Fence, makeFolder } from '../disk/fence.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { codebookMarkOf } from '../saving/codebookMark.ts'
import { articlePlace, PROJECT_FILE } from '../saving/places.ts'
import type { ImportedArticle, Looked, ReadPlan } from '../work/importTasks.ts'
import type { DatasetBench } from './exportDataset.ts'

export interface ImportGround {
  readonly disk: Disk
  /** The workspace. */
  readonly fence: Fence
  readonly bench: DatasetBench
  readonly project: Project
  readonly now: () => Date
  readonly told?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** What a first look found. */
export interface LookedAt extends Looked {
  readonly untaken: readonly Untaken[]
  /** What the map took away. */
  readonly away: readonly MappedAway[]
  readonly lacking: Lacking
  readonly problem: ProblemNotice | null
}

/** Why something that could be read isn't in the workspace. */
export interface NotImported {
  readonly path: string
  /** null for the article itself. */
  readonly annotator: string | null
  /** Another text, or another layer, has its name; or it can't be read or written. */
  readonly why: 'other-text' | 'layer-there' | 'problem'
  readonly problem: ProblemNotice | null
}

/** What was done. */
export interface ImportDone {
  /** Articles that were written, and those that were there with this very text. */
  readonly written: number
  readonly there: number
  readonly layers: number
  readonly annotations: number
  readonly links: number
  readonly notImported: readonly NotImported[]
  readonly problem: ProblemNotice | null
}

/** Reads everything and writes nothing. Throws the Problem by which nothing can be read. */
export async function look(plan: ReadPlan, { bench, project, signal }: ImportGround): Promise<LookedAt> {
  const untaken: Untaken[] = []
  const away: MappedAway[] = []
  await bench.run('beginLook', plan, { signal })
  for (;;) {
    signal?.throwIfAborted()
    const { isEnd, problem, looked, ...more } = await bench.run('look', null, { signal })
    untaken.push(...more.untaken)
    away.push(...more.away)
    if (isEnd)
      return { ...looked, untaken, away, problem, lacking: await bench.run('lacking', project.codebook, { signal }) }
  }
}

/**
 * Writes what a look has found: the codebook and the register first, then each
 * article that isn't there, then its layers. Nothing is written over, but
 * `stet.json`, to which is added. Run again, it completes what was interrupted.
 */
export async function importDataset(looked: LookedAt, ground: ImportGround): Promise<ImportDone> {
  const { bench, project, signal, now } = ground
  await addToProject(looked.lacking, ground)
  const mark = codebookMarkOf(project.codebook)
  const sum = { written: 0, there: 0, layers: 0, annotations: 0, links: 0 }
  const notImported: NotImported[] = []
  await bench.run('beginWrite', null, { signal })
  for (let done = 0; ; ) {
    signal?.throwIfAborted()
    const { items, isEnd, problem } = await bench.run('next', { codebook: mark, at: now().toISOString() }, { signal })
    for (const item of items) {
      if (item.kind === 'untaken') continue // the look has told it
      ground.told?.(++done, looked.articles)
      if (item.kind === 'other-text')
        notImported.push({ path: item.path, annotator: null, why: 'other-text', problem: null })
      else if (item.kind === 'unread')
        notImported.push({ path: item.path, annotator: null, why: 'problem', problem: item.problem })
      else await write(item.article, ground, sum, notImported)
    }
    if (isEnd) return { ...sum, notImported, problem }
  }
}

type Sum = { -readonly [N in 'written' | 'there' | 'layers' | 'annotations' | 'links']: number }

async function write(
  article: ImportedArticle,
  { disk, fence }: ImportGround,
  sum: Sum,
  notImported: NotImported[],
): Promise<void> {
  const { path, bytes, layers } = article
  const place = articlePlace(fence.root, path)
  try {
    await makeFolder(disk, fence, dirname(place))
    if (bytes) await createFile(disk, fence, place, bytes)
    sum[bytes ? 'written' : 'there']++
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    notImported.push({ path, annotator: null, why: 'problem', problem: { kind: error.kind, detail: error.detail } })
    return
  }
  for (const { annotator, sidecar, annotations, links } of layers) {
    try {
      await createFile(disk, fence, sidecarName(place, annotator), new TextEncoder().encode(sidecar))
      sum.layers++
      sum.annotations += annotations
      sum.links += links
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const isThere = error.kind === 'file-name-taken'
      const problem = isThere ? null : { kind: error.kind, detail: error.detail }
      notImported.push({ path, annotator, why: isThere ? 'layer-there' : 'problem', problem })
    }
  }
}

/** Adds to the codebook and the register what they lack. Throws Problem `cannot-save` where the result would be no project. */
async function addToProject(
  { tags, attributes, links, entities }: Lacking,
  { disk, fence, project }: ImportGround,
): Promise<void> {
  const setting = (of: 'tags' | 'attributes' | 'links' | 'entities', id: string, fields: object): ProjectEdit => ({
    ...{ kind: 'set', of, id, fields: fields as Readonly<Record<string, Json>> },
  })
  const edits = [
    ...tags.map(tag => setting('tags', tag.id, tag)),
    ...attributes.map(one => setting('attributes', attributeKey(one), one)),
    ...links.map(link => setting('links', link.id, link)),
    ...entities
      .filter(({ id }) => !project.entities.has(id))
      .map(({ id, name, kind = 'other', externalIds = {} }) =>
        setting('entities', id, { id, kind, name, ...(Object.keys(externalIds).length > 0 ? { externalIds } : {}) }),
      ),
  ]
  if (edits.length === 0) return
  const edit = project.completed(allOf(edits))
  project.apply(edit)
  const misfit = misfitIn(project, edit)
  if (misfit !== null) throw new Problem('cannot-save', `${PROJECT_FILE}: ${misfit}`)
  const bytes = new TextEncoder().encode(writeProjectFile(project))
  await replaceFile(disk, fence, join(fence.root, PROJECT_FILE), bytes)
}
