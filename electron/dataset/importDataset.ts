import { join } from 'node:path'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Untaken } from '../../shared/dataset/format.ts'
import type { Lacking } from '../../shared/dataset/learn.ts'
import type { MappedAway } from '../../shared/dataset/map/tagMap.ts'
import type { Json } from '../../shared/json/json.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Project } from '../../shared/project/project.ts'
import { allOf, attributeKey, type ProjectEdit } from '../../shared/project/projectEdit.ts'
import { misfitIn, writeProjectFile } from '../../shared/project/projectFile.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { codebookMarkOf } from '../saving/codebookMark.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { ImportedArticle, Looked, ReadPlan } from '../work/importTasks.ts'
import type { DatasetBench } from './exportDataset.ts'
import { type MadeFile, type NotImported, type Sum, writeImported } from './writeImported.ts'

export interface ImportGround {
  readonly disk: Disk
  /** The workspace. */
  readonly fence: Fence
  readonly bench: DatasetBench
  readonly project: Project
  /** Adds what the codebook and the register lack, and hands back the codebook as it is then; left out, `stet.json` is replaced. */
  readonly add?: (edit: ProjectEdit) => Promise<Codebook>
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

/** What was done. */
export interface ImportDone {
  /** Articles that were written, and those that were there with this very text. */
  readonly written: number
  readonly there: number
  readonly layers: number
  /** Layers that were there, saying just this. */
  readonly layersThere: number
  readonly annotations: number
  readonly links: number
  readonly notImported: readonly NotImported[]
  readonly problem: ProblemNotice | null
  /** Whether it was stopped: what was written until then stays. */
  readonly isCancelled: boolean
  /** Articles and layers, in the order in which they were written. */
  readonly made: readonly MadeFile[]
}

/** Reads everything and writes nothing. Throws the Problem by which nothing can be read. */
export async function look(plan: ReadPlan, { bench, project, signal, told }: ImportGround): Promise<LookedAt> {
  const untaken: Untaken[] = []
  const away: MappedAway[] = []
  await bench.run('beginLook', plan, { signal })
  for (;;) {
    signal?.throwIfAborted()
    const { isEnd, problem, looked, ...more } = await bench.run('look', null, { signal })
    untaken.push(...more.untaken)
    away.push(...more.away)
    told?.(looked.articles, 0)
    if (isEnd)
      return { ...looked, untaken, away, problem, lacking: await bench.run('lacking', project.codebook, { signal }) }
  }
}

/**
 * Writes what a look has found: the codebook and the register first, then each
 * article that isn't there, then its layers. Nothing is written over, but
 * `stet.json`, to which is added. Run again, it completes what was interrupted.
 * Stopped, it says what was done until then.
 */
export async function importDataset(looked: LookedAt, ground: ImportGround): Promise<ImportDone> {
  const { bench, project, signal, now } = ground
  const edit = additionFor(looked.lacking, project)
  const add = ground.add ?? (edit => addToFile(edit, ground))
  const codebook = codebookMarkOf(edit ? await add(edit) : project.codebook)
  const sum: Sum = {
    ...{ written: 0, there: 0, layers: 0, layersThere: 0, annotations: 0, links: 0 },
    ...{ made: [], notImported: [] },
  }
  const gone = new Set<string>()
  await bench.run('beginWrite', null)
  const next = () => {
    const coming = bench.run('next', { codebook, at: now().toISOString() })
    // It may fail while the last batch is still being written: it is heard then.
    coming.catch(() => {})
    return coming
  }
  for (let done = 0, coming = next(); ; ) {
    const { items, isEnd, problem } = await coming
    if (signal?.aborted) return { ...sum, problem: null, isCancelled: true }
    // The worker makes the next batch while this one is written.
    if (!isEnd) coming = next()
    const articles: ImportedArticle[] = []
    for (const item of items) {
      if (item.kind === 'untaken') continue // the look has told it
      if (item.kind === 'article') articles.push(item.article)
      else if (item.kind === 'other-text')
        sum.notImported.push({ path: item.path, annotator: null, why: 'other-text', problem: null })
      else sum.notImported.push({ path: item.path, annotator: null, why: 'problem', problem: item.problem })
      done++
    }
    await writeImported(articles, ground, sum, gone)
    if (done > 0) ground.told?.(done, looked.articles)
    if (isEnd) return { ...sum, problem, isCancelled: false }
  }
}

/** The edit that adds to the codebook and the register what they lack; null where they lack nothing. */
export function additionFor(
  { tags, attributes, links, entities }: Lacking,
  { entities: known }: Pick<Project, 'entities'>,
): ProjectEdit | null {
  const setting = (of: 'tags' | 'attributes' | 'links' | 'entities', id: string, fields: object): ProjectEdit => ({
    ...{ kind: 'set', of, id, fields: fields as Readonly<Record<string, Json>> },
  })
  const edits = [
    ...tags.map(tag => setting('tags', tag.id, tag)),
    ...attributes.map(one => setting('attributes', attributeKey(one), one)),
    ...links.map(link => setting('links', link.id, link)),
    ...entities
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, kind = 'other', externalIds = {} }) =>
        setting('entities', id, { id, kind, name, ...(Object.keys(externalIds).length > 0 ? { externalIds } : {}) }),
      ),
  ]
  return edits.length === 0 ? null : allOf(edits)
}

/** Replaces `stet.json` by one with an edit in it. Throws Problem `cannot-save` where the result would be no project. */
async function addToFile(edit: ProjectEdit, { disk, fence, project }: ImportGround): Promise<Codebook> {
  const whole = project.completed(edit)
  project.apply(whole)
  const misfit = misfitIn(project, whole)
  if (misfit !== null) throw new Problem('cannot-save', `${PROJECT_FILE}: ${misfit}`)
  const bytes = new TextEncoder().encode(writeProjectFile(project))
  await replaceFile(disk, fence, join(fence.root, PROJECT_FILE), bytes)
  return project.codebook
}
