import { basename } from 'node:path'
import { agreementOf } from '../../shared/agreement/agreement.ts'
import type { ArticleAgreement } from '../../shared/agreement/articleAgreement.ts'
import { asTheyAre, type Comparing } from '../../shared/agreement/compareLayers.ts'
import { figuresOf, pairsIn } from '../../shared/agreement/figures/figures.ts'
import { offeredBy } from '../../shared/agreement/figures/offered.ts'
import { gammaOf } from '../../shared/agreement/gamma/articleGamma.ts'
import { layersIn, withoutSealed } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { mergedEntities } from '../../shared/project/mergedEntities.ts'
import { isGold } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import { sourcesOf } from '../dataset/articleSource.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import { overArticles } from '../dataset/overArticles.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { readOnlyDisk } from '../disk/readOnlyDisk.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import { GAMMA_DEADLINE_MS, gammaPrecision } from '../work/gammaArticle.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import { agreementAsJson, printedAgreement } from './agreementPrinted.ts'
import { drawnIn } from './agreeWords.ts'
import type { CommandGround, ExitCode, OptionKinds } from './command.ts'
import { listIn } from './exportWords.ts'
import { asJson } from './json.ts'
import { isFile, oneName, pathOf } from './names.ts'
import { nowAndThen } from './nowAndThen.ts'
import { sentenceOf } from './sentenceOf.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The options that say which layers are compared, and how. */
export const layerOptions = {
  layers: { type: 'string' },
  tags: { type: 'string' },
  tolerance: { type: 'string' },
  'ignore-ends': { type: 'boolean' },
} as const satisfies OptionKinds

/** Those that only measuring has. */
export const measuringOptions = { ...layerOptions, gamma: { type: 'boolean' } } as const satisfies OptionKinds

/** Those that are about tables and layers alike. */
const commonOptions = ['json', 'pairs', 'intervals', 'samples', 'seed']

/** What was written behind `stet agree`. */
type Said = { readonly [option: string]: string | boolean | readonly string[] | undefined } & {
  readonly layers?: string
  readonly tags?: string
  readonly tolerance?: string
  readonly 'ignore-ends'?: boolean
  readonly gamma?: boolean
  readonly pairs?: boolean
  readonly intervals?: boolean
  readonly samples?: string
  readonly seed?: string
  readonly json?: boolean
}

/** How far the annotators of a workspace agree. Nothing is written. */
export async function agreeWorkspace(
  names: readonly string[],
  values: Said,
  { workbench, print, say, calledFrom }: CommandGround,
): Promise<ExitCode> {
  const path = pathOf(oneName('agree', names), { calledFrom })
  const stray = Object.keys(values).find(option => !commonOptions.includes(option) && !(option in measuringOptions))
  if (stray !== undefined)
    throw new WrongUsage(
      stray === 'table' ? en.agreeLayers.notBoth(names.join(' ')) : en.agreeLayers.onlyOfTables(stray),
    )
  if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
  const asked = comparingIn(values)
  const drawn = drawnIn(values)
  const ground = readOnlyDisk(disk)
  const fence = await raiseFence(ground, path)
  const { articles, project } = await openWorkspace(ground, fence, workbench)
  const comparing = { ...asked, merged: mergedEntities(project.entities) }
  const chosen = withLayers(articles, listIn(values.layers))
  const { open: wanted, hidden } = withoutSealed(chosen, project, null)
  if (hidden.length > 0) say(en.sealing.leftOut(layersIn(hidden)))
  const able = wanted.filter(({ layers }) => layers.length > 1)

  const telling = (words: (done: number, of: number) => string) => {
    const tell = nowAndThen(say)
    return (done: number, of: number) => done < of && tell(() => words(done, of))
  }
  const over = { sources: () => sourcesOf(ground, fence, able), of: able.length }
  const made = await overArticles<Made>({
    ...over,
    make: (source, lane) =>
      workbench
        .run('agreeArticle', { source, comparing }, { lane })
        .catch(failing(source.path, problem => ({ agreement: null, notTaken: [untaken(source.path, problem)] }))),
    unread: source => ({ agreement: null, notTaken: [source] }),
    told: telling(en.agreeLayers.progress),
  })
  const agreements = made.flatMap(({ agreement }) => agreement ?? [])
  const notTaken = made.flatMap(one => one.notTaken).sort((one, other) => (one.path < other.path ? -1 : 1))
  const unread = notTaken.filter(one => one.problem !== null)
  for (const { path, annotator, problem } of unread)
    if (problem) say(en.commandLine.unread(annotator === null ? path : `${path} (${annotator})`, sentenceOf(problem)))
  const compared = agreements.filter(({ annotators }) => annotators.length > 1)
  const choice = { ...offeredBy(project.codebook, comparing.tags), ...drawn }
  const pairs = values.json || values.pairs ? pairsIn(compared) : []
  const gammas = values.gamma
    ? await overArticles({
        ...over,
        make: (source, lane) =>
          workbench
            .run(
              'gammaArticle',
              { source, tags: comparing.tags, precision: gammaPrecision(able.length), seed: drawn.seed ?? 1 },
              { lane, deadlineMs: GAMMA_DEADLINE_MS },
            )
            .catch(
              failing(source.path, problem => say(en.commandLine.unread(source.path, sentenceOf(problem))) ?? null),
            ),
        unread: () => null,
        told: telling(en.agreeLayers.gammaProgress),
      })
    : null
  const report = {
    agreement: agreementOf(compared),
    gamma: gammas && gammaOf(gammas.flatMap(one => one ?? [])),
    groups: [null, ...pairs].flatMap(pair => figuresOf(compared, pair, choice)),
  }
  const about = { workspace: basename(fence.root), alone: wanted.length - compared.length, comparing }
  if (compared.length === 0) say(en.agreeLayers.nobody)
  if (values.json) print(asJson(agreementAsJson(report, about)))
  else if (compared.length > 0) print(printedAgreement(report, about))
  return unread.length > 0 || compared.length === 0 ? 1 : 0
}

/** How layers are compared, as the options say, but for what was merged. Throws `WrongUsage` for a tolerance that is no number. */
export function comparingIn({
  tags,
  tolerance = '0',
  'ignore-ends': ignoreEnds = false,
}: Pick<Said, 'tags' | 'tolerance' | 'ignore-ends'>): Comparing {
  if (!/^\d{1,4}$/.test(tolerance)) throw new WrongUsage(en.agreeLayers.noTolerance(tolerance))
  return { ...asTheyAre, tags: listIn(tags), tolerance: { words: Number(tolerance), ignoreEnds } }
}

/** Articles with the layers of some annotators alone; null: of all, without gold, which is made of theirs. Throws `WrongUsage` for one who isn't there. */
function withLayers(articles: readonly FoundArticle[], ids: readonly string[] | null): readonly FoundArticle[] {
  if (ids === null)
    return articles.map(article => ({ ...article, layers: article.layers.filter(one => !isGold(one.annotator)) }))
  const present = new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))
  const strange = ids.filter(id => !present.has(id))
  if (strange.length > 0) throw new WrongUsage(en.commandLine.noSuchLayers(strange.join(', ')))
  return articles.map(article => ({
    ...article,
    layers: article.layers.filter(({ annotator }) => ids.includes(annotator)),
  }))
}

/** What came of an article. */
interface Made {
  readonly agreement: ArticleAgreement | null
  readonly notTaken: readonly NotTaken[]
}

function untaken(path: string, problem: ProblemNotice): NotTaken {
  return { path, annotator: null, id: '', why: 'problem', problem }
}

/** An article that can't be read is told, and the others are gone through. */
function failing<T>(path: string, told: (problem: ProblemNotice, path: string) => T) {
  return (error: unknown): T => {
    if (!(error instanceof Problem)) throw error
    return told({ kind: error.kind, detail: error.detail }, path)
  }
}
