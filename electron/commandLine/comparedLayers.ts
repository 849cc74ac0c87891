import type { ArticleAgreement } from '../../shared/agreement/articleAgreement.ts'
import { asTheyAre, type Comparing, withMerged } from '../../shared/agreement/compareLayers.ts'
import type { LeftOut } from '../../shared/agreement/written/figuresAbout.ts'
import { layersIn, withoutSealed } from '../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { mergedIn } from '../../shared/project/merged.ts'
import { isGold } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import { sourcesOf } from '../dataset/articleSource.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import { overArticles } from '../dataset/overArticles.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { readOnlyDisk } from '../disk/readOnlyDisk.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { FoundArticle } from '../workspace/listing.ts'
import type { CommandGround, OptionKinds } from './command.ts'
import { listIn } from './exportWords.ts'
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

/** What was written of them. */
export interface LayersSaid {
  readonly layers?: string
  readonly tags?: string
  readonly tolerance?: string
  readonly 'ignore-ends'?: boolean
}

/** Compares the layers of every article of a workspace, and says how far that is, what is sealed and what can't be read. Nothing is written. */
export async function comparedLayers(
  path: string,
  values: LayersSaid,
  { workbench, say, progress }: Pick<CommandGround, 'workbench' | 'say' | 'progress'>,
) {
  const asked = comparingIn(values)
  const ground = readOnlyDisk(disk)
  const fence = await raiseFence(ground, path)
  const { articles, project, sealing } = await openWorkspace(ground, fence, workbench)
  const comparing = withMerged(asked, mergedIn(project))
  const chosen = withLayers(articles, listIn(values.layers))
  const { open: wanted, hidden } = withoutSealed(chosen, sealing, null)
  if (hidden.length > 0) say(en.sealing.leftOut(layersIn(hidden)))
  const able = wanted.filter(({ layers }) => layers.length > 1)
  const over = { sources: () => sourcesOf(ground, fence, able), of: able.length }
  const made = await overArticles<Made>({
    ...over,
    make: (source, lane) =>
      workbench
        .run('agreeArticle', { source, comparing }, { lane })
        .catch(failing(source.path, problem => ({ agreement: null, notTaken: [untaken(source.path, problem)] }))),
    unread: source => ({ agreement: null, notTaken: [source] }),
    told: telling(progress, en.agreeLayers.progress),
  })
  const notTaken = made.flatMap(one => one.notTaken).sort((one, other) => (one.path < other.path ? -1 : 1))
  const unread = notTaken.filter(one => one.problem !== null)
  for (const { path, annotator, problem } of unread)
    if (problem) say(en.commandLine.unread(annotator === null ? path : `${path} (${annotator})`, sentenceOf(problem)))
  const compared = made.flatMap(({ agreement }) => agreement ?? []).filter(({ annotators }) => annotators.length > 1)
  const leftOut: LeftOut = {
    ...{ unread: unread.length, unplaced: notTaken.filter(({ why }) => why === 'unplaced').length },
    sealed: { layers: layersIn(hidden), articles: hidden.length },
  }
  return {
    ...{ compared, comparing, fence, project, articles: wanted, over },
    ...{ alone: wanted.length - compared.length, leftOut, isWhole: unread.length === 0 },
  }
}

/** Says now and then how far something is, but not that it is done. */
export function telling(progress: CommandGround['progress'], words: (done: number, of: number) => string) {
  const tell = nowAndThen(progress)
  return (done: number, of: number) => done < of && tell(() => words(done, of))
}

/** How layers are compared, as the options say, but for what was merged. Throws `WrongUsage` for a tolerance that is no number. */
export function comparingIn({
  tags,
  tolerance = '0',
  'ignore-ends': ignoreEnds = false,
}: Omit<LayersSaid, 'layers'>): Comparing {
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
export function failing<T>(path: string, told: (problem: ProblemNotice, path: string) => T) {
  return (error: unknown): T => {
    if (!(error instanceof Problem)) throw error
    return told({ kind: error.kind, detail: error.detail }, path)
  }
}
