import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { edge } from '../../electron/runtime/edge.ts'
import { agreementReport } from '../../shared/agreement/agreementReport.ts'
import { FindingsOfArticle } from '../../shared/agreement/articleFindings.ts'
import { figuresOf as rowFigures } from '../../shared/agreement/articleGroups.ts'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import { figuresOf } from '../../shared/agreement/figures/figures.ts'
import { levelsIn } from '../../shared/agreement/scopeDetail.ts'
import { casesOf } from '../../shared/review/casesOf.ts'
import { runStet } from './command.ts'
import { comparedNewsOf } from './comparedNews.ts'
import { count, head, lineOf } from './exportTable.ts'
import { writeNews } from './newsFolder.ts'

/**
 * What it costs to say how far three annotators of 1,000 generated articles agree (`--short`: 100): `stet agree` as a
 * process of its own, with and without intervals; then, in this process alone, what the window's worker does: the first
 * figures, the steps of the tolerance's slider, the switch that overlooks ends, the intervals of a tag's row, every measure; and the
 * cases of a review. Nothing fails by a figure: other machines are other machines.
 */
await edge(async () => {
  const articles = process.argv.includes('--short') ? 100 : 1_000
  console.log(
    `${cpus()[0]?.model ?? ''}, ${cpus().length} cores; Node ${process.version}; load ${loadavg()[0]!.toFixed(1)}`,
  )
  await commands(articles)
  inProcess(articles)
  return 0
})

async function commands(articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-agree-'))
  try {
    const workspace = join(folder, 'compared')
    mkdirSync(workspace)
    const { annotations } = writeNews(workspace, articles, comparedNewsOf)
    console.log(`${count(articles)} articles of three annotators, ${count(annotations)} annotations`)
    console.log(head)
    for (const [what, ...words] of [['agree'], ['agree, intervals', '--intervals'], ['agree, all', '--json']]) {
      const { printed: _, ...ran } = await runStet(['agree', workspace, ...words])
      console.log(lineOf({ what: what!, articles, bytes: null, ...ran }))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inProcess(count: number): void {
  const news = Array.from({ length: count }, (_, i) => comparedNewsOf(i + 1))
  const ready = news.map(article => new FindingsOfArticle({ ...article, metadata: {} }, asTheyAre))
  const at = (words: number, ignoreEnds = false) => ready.map(one => one.at({ words, ignoreEnds }))
  measured('first figures', () => agreementReport(at(0)))
  for (const words of [1, 2, 0]) measured(`a tolerance of ${words} words`, () => agreementReport(at(words)))
  measured('ends overlooked', () => agreementReport(at(0, true)))
  measured('ends as they are again', () => agreementReport(at(0)))
  const findings = at(0)
  measured("intervals of a tag's row", () =>
    rowFigures(findings.map(one => levelsIn(one, { pair: null, tag: 'claim' }))),
  )
  const agreements = findings.map(({ agreement }) => agreement)
  measured('every measure but γ, without intervals', () => figuresOf(agreements, null, { questions: [], tags: [] }))
  measured('cases of a review', () => {
    for (const { text, layers } of news)
      casesOf({
        ...{ text, reviewer: null, comparing: asTheyAre },
        layers: layers.map(layer => ({ ...layer, revision: 1 })),
      })
  })
}

/** Prints what something costs, and how much is held after it. */
function measured(what: string, act: () => unknown): void {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  act()
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(before)
  const mb = process.memoryUsage().heapUsed / 1e6
  console.log(
    `${what.padEnd(40)} ${((user + system) / 1e6).toFixed(2).padStart(8)} CPU s ${seconds.toFixed(2).padStart(8)} s ${mb.toFixed(0).padStart(6)} MB of heap`,
  )
}
