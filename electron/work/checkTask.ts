import { Layer } from '../../shared/annotation/layer.ts'
import { checkFacts } from '../../shared/checking/checkFacts.ts'
import { checkHistory } from '../../shared/checking/checkHistory.ts'
import { checkLayer, type LayerGround } from '../../shared/checking/checkLayer.ts'
import { checkProject } from '../../shared/checking/checkProject.ts'
import { countKinds, type Finding, type Kinds } from '../../shared/checking/finding.ts'
import { hintsIn } from '../../shared/checking/hintsIn.ts'
import type { CheckedArticle } from '../../shared/checking/inFile.ts'
import { readSidecarFile } from '../../shared/checking/sidecarFile.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { correctionsOf, keptFacts, readFacts } from '../../shared/facts/factsFile.ts'
import { type Copy, recover } from '../../shared/history/recover.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { PLACING_MS } from '../../shared/limits.ts'
import { recoverProject } from '../../shared/merging/recoverProject.ts'
import { recoverSidecar } from '../../shared/merging/recoverSidecar.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Project } from '../../shared/project/project.ts'
import { FACTS } from '../../shared/sidecar/names.ts'
import { oldTextsOf, textsWanted } from '../../shared/sidecar/oldTexts.ts'
import { placeLayer } from '../../shared/sidecar/placeLayer.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { isNotice, orNotice } from './notice.ts'
import { readArticle, sha256Of } from './readArticle.ts'

/** A file to be checked, by its path inside the workspace, with `/`. */
export interface FileToCheck {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A device's history of one annotator's file, or of facts (`article`), with what it began with. */
export interface HistoryToCheck extends FileToCheck {
  readonly annotator: string
  readonly of: string
  readonly copy: Uint8Array | null
}

/** An article with everything beside it. */
export interface ArticleToCheck {
  /** The article's path inside the workspace, and its bytes: null where it isn't there. */
  readonly path: string
  readonly bytes: Uint8Array | null
  readonly facts: FileToCheck | null
  readonly layers: readonly (FileToCheck & { readonly annotator: string; readonly isHidden: boolean })[]
  readonly histories: readonly HistoryToCheck[]
  /** `stet.json` by its hash: the worker asks for the bytes where it hasn't them in hand. null where there is none. */
  readonly project: { readonly sha256: string; readonly bytes: Uint8Array | null } | null
  /** Earlier texts that are kept, by hash; left open until they are asked for. */
  readonly oldTexts: Readonly<Record<string, string>> | 'unread'
  /** Whether hints are listed; else they are counted alone. */
  readonly listsHints: boolean
}

/** How many there were of what was looked at. */
export interface Looked {
  readonly annotations: number
  readonly links: number
}

export type CheckedOrWanting =
  | { readonly wants: 'project' }
  | { readonly wants: readonly string[] }
  | {
      readonly findings: readonly Finding[]
      readonly looked: Looked
      /** How many hints there are of each kind, listed or not. */
      readonly hints: Kinds
      /** Of the article's bytes; null where it can't be read. */
      readonly sha256: string | null
      /** By layer, the bytes that it was made on. */
      readonly madeOn: Readonly<Record<string, string>>
      /** Why the article can't be read. */
      readonly problem: ProblemNotice | null
    }

/** Checks an article, its facts, its layers and their histories. Says first what it wants beside that. */
export async function checkArticle(source: ArticleToCheck): Promise<CheckedOrWanting> {
  const project = projectInHand(source.project)
  if (project === undefined) return { wants: 'project' }
  const read = await articleIn(source)
  const article = read && !isNotice(read) ? read : null
  const layers = source.layers.map(({ path, annotator, bytes }) => ({
    path,
    annotator,
    ...readSidecarFile(path, bytes),
  }))
  const files = layers.flatMap(({ file }) => (file ? [file] : []))
  // How much somebody annotated isn't told of what is sealed.
  const counted = layers.flatMap(({ file }, i) => (file && !source.layers[i]!.isHidden ? [file] : []))
  const wants = article ? [...new Set(files.flatMap(file => textsWanted(file, article.textSha256)))] : []
  if (source.oldTexts === 'unread' && wants.length > 0) return { wants }

  const until = performance.now() + PLACING_MS
  const isOver = () => performance.now() > until
  const findings: Finding[] = []
  const hints: Finding[] = []
  if (source.facts) findings.push(...checkFacts(source.facts.path, source.facts.bytes, article))
  for (const { path, annotator, file, findings: ofFile } of layers) {
    findings.push(...ofFile)
    if (!file) continue
    const placing = { oldTexts: oldTextsOf(file, source.oldTexts, sha256Of), isOver }
    const ground: LayerGround = { article, project, placing, hash: sha256Of }
    findings.push(...checkLayer(path, annotator, file, ground))
    // With twins nothing can be held by id.
    if (!article || !project || ofFile.length > 0) continue
    const placed = placeLayer(file, article.text, article.textSha256, article.ruler, placing)
    hints.push(...hintsIn(path, new Layer(placed), article, project))
  }
  for (const history of source.histories) findings.push(...ofHistory(history, source))
  return {
    findings: source.listsHints ? [...findings, ...hints] : findings,
    hints: countKinds(hints),
    looked: {
      annotations: sum(counted, 'annotations') + sum(counted, 'unplaced'),
      links: sum(counted, 'links'),
    },
    sha256: article?.sha256 ?? null,
    madeOn: Object.fromEntries(
      layers.flatMap(({ path, file }) => (file ? [[path, (file['article'] as JsonObject)['sha256'] as string]] : [])),
    ),
    problem: read !== null && isNotice(read) ? read : null,
  }
}

/** What `stet.json` holds, and its histories. */
export function checkProjectTask({
  path,
  bytes,
  histories,
}: {
  readonly path: string
  readonly bytes: Uint8Array | null
  readonly histories: readonly HistoryToCheck[]
}): readonly Finding[] {
  const file = bytes && copyOf(bytes)
  return [
    ...(bytes ? checkProject(path, bytes).findings : []),
    ...histories.flatMap(one =>
      checkHistory({ ...named(one), file, copy: copyOf(one.copy) }, sha256Of, (found, history) =>
        recoverProject(found, history, false, sha256Of),
      ),
    ),
  ]
}

async function articleIn({ path, bytes, facts }: ArticleToCheck): Promise<CheckedArticle | ProblemNotice | null> {
  if (!bytes) return null
  const name = path.slice(path.lastIndexOf('/') + 1)
  const read = await orNotice(() => readArticle({ name, bytes, facts: facts?.bytes ?? null }))
  if (isNotice(read)) return read
  const { article, sha256, textSha256 } = read
  const { text, zoneRules, textInSidecar } = article
  const ruler = makeRuler(text)
  const plain = { name, sha256, text, textSha256, ruler, blocks: article.blocks, zoneRules, textInSidecar }
  return { ...plain, blocks: corrected(plain, facts?.bytes ?? null) }
}

/** Facts that can't be read correct nothing; that is told of their file. */
function corrected(article: CheckedArticle, facts: Uint8Array | null): CheckedArticle['blocks'] {
  if (!facts) return article.blocks
  try {
    const { corrections } = correctionsOf(readFacts(facts), article, article.ruler)
    return new Facts(corrections).correct(article.text, article.blocks)
  } catch (error) {
    if (error instanceof Problem) return article.blocks
    throw error
  }
}

function ofHistory(history: HistoryToCheck, { layers, facts }: ArticleToCheck): Finding[] {
  const isFacts = history.annotator === FACTS
  const file = isFacts ? facts : layers.find(({ path }) => path === history.of)
  const given = { ...named(history), file: copyOf(file?.bytes ?? null), copy: copyOf(history.copy) }
  return checkHistory(given, sha256Of, (found, past, copy) =>
    isFacts ? recover(found, past, keptFacts, copy) : recoverSidecar(found, past, copy, null, sha256Of),
  )
}

function named({ path, of, bytes }: HistoryToCheck) {
  return { name: path, of, bytes }
}

function copyOf(bytes: Uint8Array): Copy
function copyOf(bytes: Uint8Array | null): Copy | null
function copyOf(bytes: Uint8Array | null): Copy | null {
  return bytes && { bytes, sha256: sha256Of(bytes) }
}

/** The project that was looked at last: a register may be large, and it is the same for every article. */
let inHand: { readonly sha256: string; readonly project: Project | null } | null = null

/** undefined: it has to be given. null: it can't be read. */
function projectInHand(given: ArticleToCheck['project']): Project | null | undefined {
  const sha256 = given?.sha256 ?? ''
  if (inHand?.sha256 === sha256) return inHand.project
  if (given && !given.bytes) return undefined
  const bytes = given?.bytes ?? new TextEncoder().encode('{"formatVersion":1}')
  inHand = { sha256, project: checkProject('', bytes).project }
  return inHand.project
}

function sum(files: readonly JsonObject[], list: string): number {
  return files.reduce((count, file) => count + (file[list] as readonly unknown[]).length, 0)
}
