import type { Format } from '../../shared/dataset/format.ts'
import type { FeatureLoss } from '../../shared/dataset/losses.ts'
import { words as en } from '../../shared/words/words.ts'
import { chosenIn } from '../dataset/receipt.ts'
import type { Weighed } from '../dataset/weighExport.ts'
import type { ExportPlan } from './exportPlan.ts'
import { layerAt } from './sayLeftOut.ts'
import { sentenceOf } from './sentenceOf.ts'
import { splitLines } from './splitLines.ts'

type Planned = Pick<ExportPlan, 'workspace' | 'asked' | 'split' | 'project'>

/** So many of what is lost are named for whoever reads; `--json` names more. */
const NAMED = 3

/** What a dataset would have, and what it would not, as one object. */
export function weighedAsJson({ workspace, asked, split, project }: Planned, weighed: Weighed) {
  const { articles, layers, annotations, links, bytes, losses, told, notTaken } = weighed
  return {
    ...{ format: 'stet-weighed', formatVersion: 1, workspace },
    codebook: { id: project.codebook.id, version: project.codebook.version },
    dataset: chosenIn(asked, split),
    counts: { articles, layers, annotations, links },
    ...{ bytes, losses, notTaken, told },
  }
}

/** The same to be read: each feature that something is lost of, what else could be chosen, and the first that it concerns. */
export function weighedAsWords({ workspace, split }: Planned, weighed: Weighed, { id, read, isView }: Format): string {
  const { told, notTaken, losses } = weighed
  const { unplaced, problem, 'only-in-history': ahead } = notTaken
  const lines = [
    en.commandLine.weighed(workspace, id, weighed, en.history.size(weighed.bytes)),
    ...(split ? splitLines(split) : []),
    ...losses.flatMap(linesOf),
    ...(losses.length === 0 ? [en.commandLine.nothingLost] : []),
    ...(unplaced.count > 0 ? [en.commandLine.unplaced(unplaced.count)] : []),
    ...unplaced.listed.slice(0, NAMED).map(({ path, annotator, id }) => `  ${path} (${annotator}) ${id}`),
    ...problem.listed.flatMap(({ path, annotator, problem }) =>
      problem ? [en.commandLine.unread(layerAt(path, annotator), sentenceOf(problem))] : [],
    ),
    ...ahead.listed.map(({ path, annotator }) => en.commandLine.ahead(layerAt(path, annotator))),
    ...told.map(({ why, count }) => en.commandLine.toldOf[why](count)),
    ...(read && !isView ? [] : [en.commandLine.wouldNotReadBack]),
  ]
  return `${lines.join('\n')}\n`
}

function linesOf({ feature, saying, way, ways, counts, count, listed }: FeatureLoss): string[] {
  const { dropped, changed, without } = sum(counts)
  const done = Object.entries({ dropped, changed, without }) as [keyof typeof en.datasets.done, number][]
  const isForEnds = saying === 'whole'
  const why = feature === 'discussion' ? en.commandLine.aboutMissing : en.commandLine.endsMissing
  return [
    ...done.flatMap(([how, count]) => (count > 0 ? [en.commandLine.leftOut(feature, how, count)] : [])),
    ...(isForEnds ? [`  ${why}`] : []),
    ...(ways.length > 1
      ? ways.map(one => `  ${en.commandLine.otherWay(`--on-${feature} ${one.way}`, one, one.way === way)}`)
      : []),
    ...listed
      .slice(0, NAMED)
      .map(({ path, annotator, quote }) => `  ${en.commandLine.lostAt(path, annotator, onOneLine(quote))}`),
    ...(count > NAMED ? [`  ${en.commandLine.andMore(count - NAMED)}`] : []),
  ]
}

/** Characters of an annotation's words that are enough to find it. */
const SHORT = 80

function onOneLine(words: string): string {
  const signs = [...words.replace(/\s+/gu, ' ').trim()]
  return signs.length > SHORT ? `${signs.slice(0, SHORT).join('')}…` : signs.join('')
}

function sum({ annotation, link, remark, article }: FeatureLoss['counts']) {
  const of = (done: 'dropped' | 'changed' | 'without') => annotation[done] + link[done] + remark[done] + article[done]
  return { dropped: of('dropped'), changed: of('changed'), without: of('without') }
}
