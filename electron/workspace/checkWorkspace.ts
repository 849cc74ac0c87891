import { relative, sep } from 'node:path'
import { addKinds, type Finding, type Kinds } from '../../shared/checking/finding.ts'
import { MAX_ARTICLE_BYTES, MAX_PROJECT_BYTES } from '../../shared/limits.ts'
import { parseConflictCopy, parseLayerCopy } from '../../shared/merging/conflictCopy.ts'
import { FACTS, parseSidecarName, sidecarName } from '../../shared/sidecar/names.ts'
import type { Disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { inTurns } from '../disk/inTurns.ts'
import { readOldTexts } from '../saving/oldTexts.ts'
import { PROJECT_FILE } from '../saving/places.ts'
import type { Looked } from '../work/checkTask.ts'
import { sha256Of } from '../work/readArticle.ts'
import type { Workbench } from '../work/workbench.ts'
import { ArticleCheck, type ArticleFiles, type Checked } from './articleCheck.ts'
import { fileReader, type ReadFile, readHistories } from './filesToCheck.ts'
import type { Listing } from './listing.ts'
import { byPath } from './order.ts'
import { type FoundHistory, listOwnFolder, type OwnFolder } from './ownFolder.ts'
import { scan } from './scan.ts'

export interface CheckParts {
  /** Nothing is written to it; see `readOnlyDisk`. */
  readonly disk: Disk
  readonly workbench: Pick<Workbench, 'run'>
  /** Whether hints are listed; else they are counted alone, for there are many. */
  readonly listsHints?: boolean
  /** Whose layers are checked, and aren't counted; left out, nobody's. */
  readonly isHidden?: (path: string, annotator: string) => boolean
  /** Told how many articles are done. */
  readonly told?: (done: number, of: number) => void
}

/** What was found in a workspace, in the order of its files, and how much was looked at. */
export interface CheckedWorkspace {
  readonly findings: readonly Finding[]
  /** How many hints there are of each kind, listed or not. */
  readonly hints: Kinds
  readonly looked: Looked & {
    readonly articles: number
    readonly layers: number
    readonly facts: number
    readonly histories: number
  }
}

/** So many articles are read while one is looked at. */
const AT_ONCE = 3

/**
 * Looks through all of a workspace: the project, every article with its facts, layers and histories, and what else lies
 * about. Writes nothing. Throws Problem `folder-not-there` or `folder-unreadable` for the folder itself; whatever is
 * wrong inside is found.
 */
export async function checkWorkspace(
  folder: string,
  { disk, workbench, listsHints = false, isHidden = () => false, told }: CheckParts,
): Promise<CheckedWorkspace> {
  const fence = await raiseFence(disk, folder)
  const { listings, problems, drafts } = await scan(disk, fence.root)
  const own = await listOwnFolder(disk, fence.root)
  const read = fileReader(disk, fence)
  const project = await read(PROJECT_FILE, MAX_PROJECT_BYTES)
  const files = [...listings.values()].flatMap(listing => [...filesIn(listing)])
  const known = new Set(files.map(({ path }) => path))
  const histories = byArticle(own)
  const all = byPath(files).map(found => ({ ...found, histories: histories.get(found.path) ?? [] }))
  const check = new ArticleCheck({
    read,
    workbench,
    project,
    oldTexts: hashes => readOldTexts(disk, fence, hashes),
    listsHints,
    isHidden,
  })
  const done: Checked[] = []
  let count = 0
  await inTurns(
    all.map((found, i) => ({ found, i })),
    AT_ONCE,
    async ({ found, i }) => {
      done[i] = await check.check(found)
      told?.(++count, all.length)
    },
  )
  const findings = [
    ...[...problems].map(([path, { detail }]): Finding => ({ kind: 'unreadable', file: path, about: detail })),
    ...[...listings.values()].flatMap(strangeSidecarsIn),
    ...(await ofProject(project, own, read, workbench)),
    ...withStrays(all, done),
    ...[...listings.values()].flatMap(copiesIn),
    ...own.histories
      .filter(({ article }) => article !== null && !known.has(article))
      .map(({ path, of }): Finding => ({ kind: 'stray-history', file: path, about: of })),
    ...[...drafts.map(path => relative(fence.root, path).split(sep).join('/')), ...own.drafts].map(
      (path): Finding => ({ kind: 'left-by-crash', file: path, about: '' }),
    ),
    ...own.intents.map((path): Finding => ({ kind: 'unfinished-change', file: path, about: '' })),
    ...(await damagedTexts(own, read)),
  ]
  const sum = (of: (one: Checked) => number) => done.reduce((total, one) => total + of(one), 0)
  return {
    findings: byPath(findings.map(finding => ({ path: finding.file, finding }))).map(({ finding }) => finding),
    hints: addKinds(done.map(one => one.hints)),
    looked: {
      articles: all.filter(({ isThere }) => isThere).length,
      layers: all.reduce((total, { annotators }) => total + annotators.length, 0),
      facts: all.filter(({ hasFacts }) => hasFacts).length,
      histories: own.histories.length,
      annotations: sum(one => one.looked.annotations),
      links: sum(one => one.looked.links),
    },
  }
}

/** Every article of a folder, and those of which only layers or facts are left. What nobody can open and nobody annotated isn't one. */
function* filesIn(listing: Listing): Iterable<Omit<ArticleFiles, 'histories'>> {
  const articles = new Set<string>()
  for (const { path, layers, facts, problem } of listing.articles()) {
    if (parseSidecarName(path)) continue
    const annotators = layers.map(({ annotator }) => annotator)
    const isNone = problem?.kind === 'no-reader' || problem?.kind === 'many-articles'
    articles.add(path)
    if (isNone && annotators.length === 0 && !facts) continue
    yield { path, annotators, hasFacts: facts !== null, isThere: true, problem }
  }
  for (const { path, layers, hasFacts } of listing.orphans()) {
    if (articles.has(path)) continue
    articles.add(path)
    const annotators = layers.map(({ annotator }) => annotator)
    yield { path, annotators, hasFacts, isThere: false, problem: null }
  }
  for (const { path } of listing.withFacts())
    if (!articles.has(path)) yield { path, annotators: [], hasFacts: true, isThere: false, problem: null }
}

function byArticle({ histories }: OwnFolder): Map<string | null, FoundHistory[]> {
  const grouped = new Map<string | null, FoundHistory[]>()
  for (const history of histories) grouped.set(history.article, [...(grouped.get(history.article) ?? []), history])
  return grouped
}

/** What has the name of a sidecar and is no ordinary file: a link leads who knows where. */
function strangeSidecarsIn(listing: Listing): Finding[] {
  return [...listing.articles()].flatMap(({ path, problem }): Finding[] =>
    parseSidecarName(path) ? [{ kind: 'unreadable', file: path, about: problem?.detail ?? '' }] : [],
  )
}

/** What is found of each article; a layer without one is told where its article seems to be: a file of the very bytes. */
function withStrays(all: readonly ArticleFiles[], done: readonly Checked[]): Finding[] {
  const bySha256 = new Map<string, string>()
  done.forEach(({ sha256 }, i) => {
    if (sha256 !== null && !bySha256.has(sha256)) bySha256.set(sha256, all[i]!.path)
  })
  return done.flatMap(({ findings, madeOn }, i) => {
    const { path, isThere, annotators, hasFacts } = all[i]!
    if (isThere) return findings
    const strays = annotators.map((annotator): Finding => {
      const file = sidecarName(path, annotator)
      return { kind: 'stray-layer', file, about: bySha256.get(madeOn[file] ?? '') ?? '' }
    })
    const facts: Finding[] = hasFacts ? [{ kind: 'stray-facts', file: sidecarName(path, FACTS), about: '' }] : []
    return [...strays, ...facts, ...findings]
  })
}

function copiesIn(listing: Listing): Finding[] {
  const pathOf = (name: string) => (listing.folder === '' ? name : `${listing.folder}/${name}`)
  return listing.namesOnDisk().flatMap((name): Finding[] => {
    const of = parseConflictCopy(name)?.of
    const isOurs = of !== undefined && (parseLayerCopy(name) !== null || (of === PROJECT_FILE && listing.folder === ''))
    return isOurs ? [{ kind: 'conflict-copy', file: pathOf(name), about: pathOf(of) }] : []
  })
}

async function ofProject(
  project: Uint8Array | Finding | null,
  own: OwnFolder,
  read: ReadFile,
  workbench: Pick<Workbench, 'run'>,
): Promise<readonly Finding[]> {
  if (project && 'kind' in project) return [project]
  const { histories, findings } = await readHistories(
    own.histories.filter(({ article }) => article === null),
    read,
  )
  const bytes = project?.slice() ?? null
  return [...findings, ...(await workbench.run('checkProject', { path: PROJECT_FILE, bytes, histories }))]
}

async function damagedTexts({ texts }: OwnFolder, read: ReadFile): Promise<Finding[]> {
  const found: Finding[] = []
  for (const path of texts) {
    const bytes = await read(path, MAX_ARTICLE_BYTES)
    if (bytes && 'kind' in bytes) found.push(bytes)
    else if (bytes && sha256Of(bytes) !== path.slice(path.lastIndexOf('/') + 1))
      found.push({ kind: 'kept-text-damaged', file: path, about: '' })
  }
  return found
}
