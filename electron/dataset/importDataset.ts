import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Codebook } from '../../shared/codebook/codebook.ts'
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

/** Why something that could be read isn't in the workspace. */
export interface NotImported {
  readonly path: string
  /** null for the article itself. */
  readonly annotator: string | null
  /** Another text, or another layer, has its name; or it can't be read or written. */
  readonly why: 'other-text' | 'layer-there' | 'problem'
  readonly problem: ProblemNotice | null
}

/** A file that an import made: its path inside the workspace, with `/`. */
export interface MadeFile {
  readonly path: string
  readonly sha256: string
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
  const sum: Sum = { written: 0, there: 0, layers: 0, layersThere: 0, annotations: 0, links: 0, made: [] }
  const notImported: NotImported[] = []
  await bench.run('beginWrite', null)
  for (let done = 0; ; ) {
    const { items, isEnd, problem } = await bench.run('next', { codebook, at: now().toISOString() })
    for (const item of items) {
      if (signal?.aborted) return { ...sum, notImported, problem: null, isCancelled: true }
      if (item.kind === 'untaken') continue // the look has told it
      ground.told?.(++done, looked.articles)
      if (item.kind === 'other-text')
        notImported.push({ path: item.path, annotator: null, why: 'other-text', problem: null })
      else if (item.kind === 'unread')
        notImported.push({ path: item.path, annotator: null, why: 'problem', problem: item.problem })
      else await write(item.article, ground, sum, notImported)
    }
    if (isEnd) return { ...sum, notImported, problem, isCancelled: false }
  }
}

type Counted = 'written' | 'there' | 'layers' | 'layersThere' | 'annotations' | 'links'
type Sum = { -readonly [N in Counted]: number } & { readonly made: MadeFile[] }

async function write(
  { path, bytes, layers }: ImportedArticle,
  { disk, fence }: ImportGround,
  sum: Sum,
  notImported: NotImported[],
): Promise<void> {
  const place = articlePlace(fence.root, path)
  const create = async (file: string, bytes: Uint8Array) => {
    await createFile(disk, fence, articlePlace(fence.root, file), bytes)
    sum.made.push({ path: file, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  try {
    await makeFolder(disk, fence, dirname(place))
    if (bytes) await create(path, bytes)
    sum[bytes ? 'written' : 'there']++
  } catch (error) {
    notImported.push({ path, annotator: null, why: 'problem', problem: noticeOf(error) })
    return
  }
  for (const { annotator, sidecar, annotations, links, standing } of layers) {
    try {
      if (standing === 'same') {
        sum.layersThere++
        continue
      }
      await create(sidecarName(path, annotator), new TextEncoder().encode(sidecar))
      sum.layers++
      sum.annotations += annotations
      sum.links += links
    } catch (error) {
      const problem = noticeOf(error)
      const isThere = problem.kind === 'file-name-taken'
      notImported.push({
        ...{ path, annotator, why: isThere ? 'layer-there' : 'problem' },
        problem: isThere ? null : problem,
      })
    }
  }
}

/** A Problem as data; anything else is a bug, and is thrown on. */
function noticeOf(error: unknown): ProblemNotice {
  if (!(error instanceof Problem)) throw error
  return { kind: error.kind, detail: error.detail }
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
