import { fieldNames } from '../../shared/article/metadata.ts'
import { words as en } from '../../shared/words/words.ts'
import type { ArticleInfo } from '../work/articleInfo.ts'
import { countBy } from '../work/layerInfo.ts'
import { columns, type Side } from './columns.ts'
import type { WorkspaceInfo } from './info.ts'
import { sentenceOf } from './sentenceOf.ts'

/** So many characters of a hash tell files apart for whoever reads. */
const SHORT = 12

/** What is known of an article, to be read: its fields, its file, its zones, its layers. */
export function printedArticle(info: ArticleInfo): string {
  const { told } = en
  const rows = [
    ...fieldNames.flatMap(name => {
      const found = info.metadata[name]
      return found ? [[told.fields[name], found.value, told.foundIn(found.by)]] : []
    }),
    [told.encoding, info.encoding, told.encodingBy[info.encodingBy]],
    [told.reader, info.reader, ''],
    [told.length, told.codePoints(info.textLength), info.newlines ?? ''],
    [told.sha256, info.sha256, ''],
    [told.textSha256, info.textSha256, ''],
    [told.zones, countsOf(countBy(info.zones, ({ zone }) => zone)) || told.none, ''],
  ]
  const parts = [
    [info.file, ...indented(columns(rows, ['left', 'left', 'left']))],
    ...(info.invalidBytes > 0 ? [[told.invalidBytes(info.invalidBytes)]] : []),
    ...(info.factsProblem ? [[told.facts(sentenceOf(info.factsProblem))]] : []),
    layersOf(info.layers),
    ...(info.sealed.length > 0 ? [[told.sealed(info.sealed)]] : []),
  ]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** What is in a workspace, to be read: its articles, its annotators, and all of it together. */
export function printedWorkspace({ workspace, articles, problems, project, totals }: WorkspaceInfo): string {
  const { told } = en
  const rows = articles.map(one =>
    'problem' in one
      ? [one.path, '', sentenceOf(one.problem)]
      : [
          one.path,
          String(one.textLength),
          [...one.layers.map(summaryOf), ...one.sealed.map(told.sealedLayer)].join(', '),
        ],
  )
  const annotators = totals.annotators.map(one => [
    one.annotator,
    String(one.layers),
    countsOf(one.statuses),
    ...[one.annotations, one.unplaced, one.links].map(String),
  ])
  const parts = [
    [`${workspace}`, ...indented(columns([told.articleTitles, ...rows], ['left', 'right', 'left']))],
    ...(annotators.length > 0
      ? [indented(columns([told.annotatorTitles, ...annotators], ['left', 'right', 'left', 'right', 'right', 'right']))]
      : []),
    [
      told.totals(totals),
      ...(totals.sealedLayers > 0 ? [en.sealing.leftOut(totals.sealedLayers)] : []),
      ...(totals.annotations > 0 ? [told.tags(countsOf(totals.tags))] : []),
      ...(Object.keys(totals.links).length > 0 ? [told.links(countsOf(totals.links))] : []),
      projectLine(project),
    ],
    ...(problems.length > 0 ? [problems.map(sentenceOf)] : []),
  ]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function projectLine(project: WorkspaceInfo['project']): string {
  if (!project) return en.told.noProject
  return 'problem' in project ? en.told.projectProblem(sentenceOf(project.problem)) : en.told.project(project)
}

function layersOf(layers: ArticleInfo['layers']): string[] {
  const { told } = en
  if (layers.length === 0) return [told.noLayers]
  const rows = layers.map(layer =>
    'problem' in layer
      ? [layer.annotator, sentenceOf(layer.problem)]
      : [
          layer.annotator,
          told.status[layer.status],
          ...[layer.revision, layer.annotations, layer.unplaced].map(String),
          String(Object.values(layer.links).reduce((sum, count) => sum + count, 0)),
          `${layer.codebook.id} ${layer.codebook.version}`,
          layer.sha256.slice(0, SHORT),
          countsOf(layer.tags),
        ],
  )
  const whole = rows.filter(row => row.length > 2)
  const sides: Side[] = ['left', 'left', 'right', 'right', 'right', 'right', 'left', 'left', 'left']
  return [
    told.layers,
    ...(whole.length > 0 ? indented(columns([told.layerTitles, ...whole], sides)) : []),
    ...rows.filter(row => row.length === 2).map(([annotator, why]) => `  ${annotator}: ${why}`),
  ]
}

function summaryOf(layer: ArticleInfo['layers'][number]): string {
  if ('problem' in layer) return `${layer.annotator} ${en.told.unread}`
  return `${layer.annotator} ${layer.annotations}${layer.unplaced > 0 ? `+${layer.unplaced}` : ''}`
}

function countsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ')
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `  ${line}`)
}
