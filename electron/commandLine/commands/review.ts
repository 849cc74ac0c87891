import { basename, join } from 'node:path'
import { withMerged } from '../../../shared/agreement/compareLayers.ts'
import { MAX_SIDECAR_BYTES } from '../../../shared/limits.ts'
import { withoutSealed } from '../../../shared/organise/sealed.ts'
import { Problem, type ProblemNotice } from '../../../shared/problems/problem.ts'
import { mergedIn } from '../../../shared/project/merged.ts'
import { addCounts } from '../../../shared/review/countCases.ts'
import type { CaseCounts } from '../../../shared/review/found.ts'
import { goldOf, isGold, sidecarName } from '../../../shared/sidecar/names.ts'
import { words as en } from '../../../shared/words/words.ts'
import { sourcesOf } from '../../dataset/articleSource.ts'
import { openWorkspace } from '../../dataset/openWorkspace.ts'
import { type Disk, disk } from '../../disk/disk.ts'
import { type Fence, raiseFence } from '../../disk/fence.ts'
import { readBounded } from '../../disk/readBounded.ts'
import { readOnlyDisk } from '../../disk/readOnlyDisk.ts'
import type { FoundArticle } from '../../workspace/listing.ts'
import { columns } from '../columns.ts'
import { commandOf } from '../command.ts'
import { comparingIn, layerOptions } from '../comparedLayers.ts'
import { listIn } from '../exportWords.ts'
import { asJson } from '../json.ts'
import { isFile, oneName, pathOf } from '../names.ts'
import { nowAndThen } from '../nowAndThen.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { WrongUsage } from '../wrongUsage.ts'

interface Unread {
  readonly path: string
  readonly annotator: string | null
  readonly problem: ProblemNotice
}

/** `stet review WORKSPACE`: how many cases there are between annotators, by kind, and how many a reviewer has decided. Nothing is written. */
export const review = commandOf(
  'review',
  { ...layerOptions, gold: { type: 'string' }, json: { type: 'boolean' } },
  async ({ names, values }, { calledFrom, workbench, datasetBench, say, progress, print }) => {
    const path = pathOf(oneName('review', names), { calledFrom })
    if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
    const asked = comparingIn(values)
    const ground = readOnlyDisk(disk)
    const fence = await raiseFence(ground, path)
    const { articles, project, sealing } = await openWorkspace(ground, fence, workbench)
    const comparing = withMerged(asked, mergedIn(project))
    const present = [...new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))].sort()
    const layers = wantedLayers(listIn(values.layers), present)
    const reviewer = reviewerIn(values.gold, present)
    const { open, hidden } = withoutSealed(articles, sealing, null)
    const isAsked = ({ layers: there }: FoundArticle) => there.some(({ annotator }) => layers.includes(annotator))
    const isDecided = ({ layers: there }: FoundArticle) => there.some(({ annotator }) => annotator === reviewer)
    const able = open.filter(article => isAsked(article) || isDecided(article))
    const wanted = able.map(article => ({
      ...article,
      layers: article.layers.filter(({ annotator }) => layers.includes(annotator) || annotator === reviewer),
    }))
    const layersAt = new Map(able.map(article => [article.path, article.layers]))
    // Sealed layers are there, too.
    const thereAt = new Map(
      articles.map(({ path, layers: all }) => [path, new Set(all.map(({ annotator }) => annotator))]),
    )
    const tell = nowAndThen(progress)
    const unread: Unread[] = []
    let unheard = 0
    let counts: CaseCounts[] = []
    let compared = 0
    let done = 0
    for await (const source of sourcesOf(ground, fence, wanted)) {
      if ('why' in source) {
        if (source.problem) unread.push({ path: source.path, annotator: null, problem: source.problem })
      } else {
        const { path, name, bytes, facts } = source
        const given = source.layers.map(layer => ({ ...layer, isCompared: layers.includes(layer.annotator) }))
        const others = layersAt
          .get(path)!
          .filter(({ annotator }) => !layers.includes(annotator) && annotator !== reviewer)
        const heard = await heardIn(ground, fence, path, others)
        unheard += others.length - heard.length
        const missing = layers.filter(annotator => !thereAt.get(path)!.has(annotator))
        const all = [...given, ...heard]
        const sourced = { article: { name, bytes, facts }, layers: all, missing, reviewer, beyond: null }
        const asked = { source: sourced, comparing, kinds: [] }
        const made = await datasetBench.run('reviewArticle', asked).catch(asUnread)
        if ('problem' in made) unread.push({ path, annotator: null, problem: made.problem })
        else {
          if (given.some(({ isCompared }) => isCompared)) compared++
          counts = addCounts(counts, made.counts)
          unread.push(...made.unread.map(one => ({ path, ...one })))
          unheard += made.unheard.length
        }
      }
      done++
      if (done < wanted.length) tell(() => en.agreeLayers.progress(done, wanted.length))
    }
    for (const { path, annotator, problem } of unread)
      say(en.commandLine.unread(annotator === null ? path : `${path} (${annotator})`, sentenceOf(problem)))
    const report = {
      ...{ workspace: basename(fence.root), layers, gold: reviewer, articles: compared },
      ...{ sealed: hidden.filter(isAsked).length, unheard, ...totalOf(counts), kinds: counts },
    }
    if (unheard > 0) say(en.deciding.unheard(unheard))
    if (report.sealed > 0) say(en.review.sealed(report.sealed))
    if (compared === 0) say(en.review.nothing)
    if (values.json) {
      const told = unread.map(({ path, annotator, problem }) => ({ path, annotator, ...problem }))
      const { tolerance, tags } = comparing
      print(asJson({ format: 'stet-review', formatVersion: 1, ...report, tolerance, tags, unread: told }))
    } else if (compared > 0) print(printed(report))
    return unread.length > 0 || compared === 0 ? 1 : 0
  },
)

/** The layers of an article that aren't compared, for what is said in them; one that can't be read isn't among them. */
async function heardIn(ground: Disk, fence: Fence, path: string, layers: FoundArticle['layers']) {
  const file = join(fence.root, ...path.split('/'))
  const read = layers.map(async ({ annotator }) => {
    const bytes = await readBounded(ground, sidecarName(file, annotator), MAX_SIDECAR_BYTES, fence).catch(asUnread)
    return bytes instanceof Uint8Array ? [{ annotator, bytes, isCompared: false }] : []
  })
  return (await Promise.all(read)).flat()
}

/** Those that were asked for; without a word, everybody's but gold. Throws `WrongUsage` for one who isn't there. */
function wantedLayers(asked: readonly string[] | null, present: readonly string[]): readonly string[] {
  const strange = (asked ?? []).filter(id => !present.includes(id))
  if (strange.length > 0) throw new WrongUsage(en.commandLine.noSuchLayers(strange.join(', ')))
  return asked ?? present.filter(id => !isGold(id))
}

/** In whose gold layer decisions are looked for; without a word in the only one that there is. */
function reviewerIn(asked: string | undefined, present: readonly string[]): string | null {
  const gold = present.filter(isGold)
  if (asked === undefined) {
    if (gold.length > 1) throw new WrongUsage(en.review.whose(gold.join(', ')))
    return gold[0] ?? null
  }
  const reviewer = isGold(asked) ? asked : goldOf(asked)
  if (!gold.includes(reviewer)) throw new WrongUsage(en.commandLine.noSuchLayers(reviewer))
  return reviewer
}

function asUnread(error: unknown): { readonly problem: ProblemNotice } {
  if (error instanceof Problem) return { problem: { kind: error.kind, detail: error.detail } }
  throw error
}

function totalOf(counts: readonly CaseCounts[]) {
  const sum = (of: 'open' | 'decided' | 'stale') => counts.reduce((all, one) => all + one[of], 0)
  const [open, decided, stale] = [sum('open'), sum('decided'), sum('stale')]
  return { cases: open + decided + stale, open, decided, stale }
}

type Report = ReturnType<typeof totalOf> & {
  readonly workspace: string
  readonly layers: readonly string[]
  readonly gold: string | null
  readonly articles: number
  readonly kinds: readonly CaseCounts[]
}

function printed({ workspace, layers, gold, articles, kinds, ...all }: Report): string {
  const row = (name: string, { open, decided, stale }: Omit<CaseCounts, 'kind'>) => [
    ...[name, String(open + decided + stale), String(decided), String(stale), String(open)],
  ]
  const rows = [
    ['', ...en.review.columns],
    ...kinds.map(({ kind, ...counts }) => row(en.review.kinds[kind], counts)),
    row(en.review.all, all),
  ]
  const table = columns(rows, ['left', 'right', 'right', 'right', 'right'])
  return `${[en.review.title(workspace, articles, layers), en.review.decidedIn(gold), '', ...table].join('\n')}\n`
}
