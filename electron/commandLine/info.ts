import { basename, dirname, join } from 'node:path'
import { MAX_PROJECT_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { FACTS, sidecarName } from '../../shared/sidecar/names.ts'
import { hidesBeside, sealedAt } from '../dataset/hiddenAt.ts'
import { disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { ArticleInfo } from '../work/articleInfo.ts'
import type { ToldProject } from '../work/projectInfo.ts'
import type { ArticleFile } from '../work/readArticle.ts'
import type { Workbench } from '../work/workbench.ts'
import type { FoundArticle, Listing } from '../workspace/listing.ts'
import { byPath } from '../workspace/order.ts'
import { scan, scanFolder } from '../workspace/scan.ts'
import { type InfoTotals, totalsOf } from './infoTotals.ts'
import { readNamed } from './readNamed.ts'

/** What `stet info` prints of a folder: every article in it by its path with `/`, or what is wrong with the file; and what couldn't be listed. */
export interface WorkspaceInfo {
  readonly format: 'stet-workspace-info'
  readonly formatVersion: 1
  readonly workspace: string
  readonly articles: readonly ((ArticleInfo | { readonly problem: ProblemNotice }) & { readonly path: string })[]
  readonly problems: readonly ProblemNotice[]
  /** What `stet.json` says in short, or what is wrong with it; null where there is none. */
  readonly project: ToldProject | { readonly problem: ProblemNotice } | null
  readonly totals: InfoTotals
}

type Readers = Pick<Workbench, 'run'>

/** Tells of one article, with the layers and facts beside it. Throws a Problem where it can't be read. */
export async function infoOfArticle(
  { path, encoding }: { readonly path: string; readonly encoding?: string },
  workbench: Readers,
): Promise<ArticleInfo> {
  const found = await scanFolder(disk, dirname(path), '')
  const beside = 'listing' in found ? found.listing : null
  return tell(path, beside, workbench, await hidesBeside(disk, path, workbench), encoding)
}

/** Tells of what came through standard input, beside which nothing stands. Throws a Problem where it can't be read. */
export async function infoOfInput(file: ArticleFile, workbench: Readers): Promise<ArticleInfo> {
  return workbench.run('info', { ...file, facts: null, layers: [] })
}

/** Tells of every article in a folder and below it. Throws a Problem where there is no such folder. */
export async function infoOfWorkspace(
  folder: string,
  workbench: Readers,
  told: (done: number, of: number) => void = () => {},
): Promise<WorkspaceInfo> {
  const { listings, problems } = await scan(disk, folder)
  const all = [...listings.values()].flatMap(listing =>
    [...listing.articles()].map(found => ({ path: found.path, found, listing })),
  )
  const sealed = await sealedAt(disk, folder, workbench)
  const articles: WorkspaceInfo['articles'][number][] = []
  for (const { path, found, listing } of byPath(all)) {
    const hides = (annotator: string) => sealed?.hides(path, annotator) ?? false
    articles.push({ path, ...(await tellOrProblem(folder, found, listing, workbench, hides)) })
    told(articles.length, all.length)
  }
  return {
    format: 'stet-workspace-info',
    formatVersion: 1,
    workspace: basename(folder),
    articles,
    problems: [...problems.values()],
    project: await tellProject(folder, workbench),
    totals: totalsOf(articles),
  }
}

async function tellProject(folder: string, workbench: Readers): Promise<WorkspaceInfo['project']> {
  try {
    return await workbench.run('projectInfo', {
      bytes: await readBounded(disk, join(folder, 'stet.json'), MAX_PROJECT_BYTES),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.kind === 'not-there' ? null : { problem: { kind: error.kind, detail: error.detail } }
  }
}

async function tellOrProblem(
  folder: string,
  found: FoundArticle,
  listing: Listing,
  workbench: Readers,
  hides: (annotator: string) => boolean,
) {
  if (found.problem) return { problem: found.problem }
  try {
    return await tell(join(folder, ...found.path.split('/')), listing, workbench, hides)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { problem: { kind: error.kind, detail: error.detail } }
  }
}

async function tell(
  path: string,
  beside: Listing | null,
  workbench: Readers,
  hides: (annotator: string) => boolean,
  encoding?: string,
): Promise<ArticleInfo> {
  const file = await readNamed({ path, ...(encoding === undefined ? {} : { encoding }) })
  const there = beside?.article(file.name)?.layers.map(({ annotator }) => annotator) ?? []
  const annotators = there.filter(annotator => !hides(annotator))
  const read = await Promise.all(
    annotators.map(async annotator => ({
      annotator,
      file: sidecarName(file.name, annotator),
      found: await besideArticle(path, annotator),
    })),
  )
  const layers = read.flatMap(({ found, ...layer }) => ('bytes' in found ? [{ ...layer, ...found }] : []))
  const unread = read.flatMap(({ found, ...layer }) => ('problem' in found ? [{ ...layer, ...found }] : []))
  const facts = beside?.hasFacts(file.name) ? await besideArticle(path, FACTS) : null
  const info = await workbench.run('info', { ...file, facts: facts && 'bytes' in facts ? facts.bytes : null, layers })
  return {
    ...info,
    layers: annotators.flatMap(one => [...info.layers, ...unread].filter(({ annotator }) => annotator === one)),
    sealed: there.filter(hides),
    factsProblem: facts && 'problem' in facts ? facts.problem : info.factsProblem,
  }
}

/** The bytes of a sidecar, or of the facts, or why they can't be read. */
async function besideArticle(
  path: string,
  annotator: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: ProblemNotice }> {
  try {
    return { bytes: await readBounded(disk, sidecarName(path, annotator), MAX_SIDECAR_BYTES) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { problem: { kind: error.kind, detail: error.detail } }
  }
}
