import { basename } from 'node:path'
import { agreementOf } from '../../shared/agreement/agreement.ts'
import type { ArticleAgreement } from '../../shared/agreement/articleAgreement.ts'
import { asTheyAre, type Comparing } from '../../shared/agreement/compareLayers.ts'
import { figuresOf, pairsIn } from '../../shared/agreement/figures/figures.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import { sourcesOf } from '../dataset/articleSource.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { readOnlyDisk } from '../disk/readOnlyDisk.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
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

/** Those that are about tables and layers alike. */
const commonOptions = ['json', 'pairs', 'intervals', 'samples', 'seed']

/** What was written behind `stet agree`. */
type Said = { readonly [option: string]: string | boolean | readonly string[] | undefined } & {
  readonly layers?: string
  readonly tags?: string
  readonly tolerance?: string
  readonly 'ignore-ends'?: boolean
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
  const stray = Object.keys(values).find(option => !commonOptions.includes(option) && !(option in layerOptions))
  if (stray !== undefined)
    throw new WrongUsage(
      stray === 'table' ? en.agreeLayers.notBoth(names.join(' ')) : en.agreeLayers.onlyOfTables(stray),
    )
  if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
  const comparing = comparingIn(values)
  const drawn = drawnIn(values)
  const ground = readOnlyDisk(disk)
  const fence = await raiseFence(ground, path)
  const { articles, project } = await openWorkspace(ground, fence, workbench)
  const wanted = withLayers(articles, listIn(values.layers))
  const able = wanted.filter(({ layers }) => layers.length > 1)

  const tell = nowAndThen(say)
  const made: Made[] = []
  let done = 0
  const sources = sourcesOf(ground, fence, able)
  // Each of the workbench's workers takes the next article as soon as it is done with one.
  const work = async (lane: 'foreground' | 'background') => {
    for (let next = await sources.next(); !next.done; next = await sources.next()) {
      const source = next.value
      made.push(
        'why' in source
          ? { agreement: null, notTaken: [source] }
          : await workbench.run('agreeArticle', { source, comparing }, { lane }).catch(unreadIn(source.path)),
      )
      done++
      if (done < able.length) tell(() => en.agreeLayers.progress(done, able.length))
    }
  }
  await Promise.all([work('foreground'), work('background')])
  const agreements = made.flatMap(({ agreement }) => agreement ?? [])
  const notTaken = made.flatMap(one => one.notTaken).sort((one, other) => (one.path < other.path ? -1 : 1))
  const unread = notTaken.filter(one => one.problem !== null)
  for (const { path, annotator, problem } of unread)
    if (problem) say(en.commandLine.unread(annotator === null ? path : `${path} (${annotator})`, sentenceOf(problem)))
  const compared = agreements.filter(({ annotators }) => annotators.length > 1)
  const choice = { questions: project.codebook.attributes, ...drawn }
  const pairs = values.json || values.pairs ? pairsIn(compared) : []
  const report = {
    agreement: agreementOf(compared),
    groups: [null, ...pairs].flatMap(pair => figuresOf(compared, pair, choice)),
  }
  const about = { workspace: basename(fence.root), alone: wanted.length - compared.length, comparing }
  if (compared.length === 0) say(en.agreeLayers.nobody)
  if (values.json) print(asJson(agreementAsJson(report, about)))
  else if (compared.length > 0) print(printedAgreement(report, about))
  return unread.length > 0 || compared.length === 0 ? 1 : 0
}

/** How layers are compared, as the options say. Throws `WrongUsage` for a tolerance that is no number. */
export function comparingIn({
  tags,
  tolerance = '0',
  'ignore-ends': ignoreEnds = false,
}: Pick<Said, 'tags' | 'tolerance' | 'ignore-ends'>): Comparing {
  if (!/^\d{1,4}$/.test(tolerance)) throw new WrongUsage(en.agreeLayers.noTolerance(tolerance))
  return { ...asTheyAre, tags: listIn(tags), tolerance: { words: Number(tolerance), ignoreEnds } }
}

/** Articles with the layers of some annotators alone. Throws `WrongUsage` for one who isn't there. */
function withLayers(articles: readonly FoundArticle[], ids: readonly string[] | null): readonly FoundArticle[] {
  if (ids === null) return articles
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

/** An article that can't be read is told, and the others are compared. */
function unreadIn(path: string) {
  return (error: unknown): Made => {
    if (!(error instanceof Problem)) throw error
    const problem = { kind: error.kind, detail: error.detail }
    return { agreement: null, notTaken: [{ path, annotator: null, id: '', why: 'problem', problem }] }
  }
}
