import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { edge } from '../../electron/runtime/edge.ts'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import { figuresOf } from '../../shared/agreement/figures/figures.ts'
import { prepareArticle } from '../../shared/agreement/prepareArticle.ts'
import { runStet } from './command.ts'
import { comparedNewsOf } from './comparedNews.ts'
import { count, head, lineOf } from './exportTable.ts'
import { writeNews } from './newsFolder.ts'

/**
 * How long it takes to say how far three annotators of 1,000 generated articles agree: `stet agree` as a process of its own, with
 * and without intervals; then, in this process alone, the steps of a slider for the tolerance. Nothing fails by a
 * figure: other machines are other machines.
 */
const ARTICLES = 1_000

await edge(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-agree-'))
  console.log(
    `${cpus()[0]?.model ?? ''}, ${cpus().length} cores; Node ${process.version}; load ${loadavg()[0]!.toFixed(1)}`,
  )
  try {
    const workspace = join(folder, 'compared')
    mkdirSync(workspace)
    const { annotations } = writeNews(workspace, ARTICLES, comparedNewsOf)
    console.log(`${count(ARTICLES)} articles of three annotators, ${count(annotations)} annotations`)
    console.log(head)
    for (const [what, ...words] of [['agree'], ['agree, intervals', '--intervals'], ['agree, all', '--json']]) {
      const { printed: _, ...ran } = await runStet(['agree', workspace, ...words])
      console.log(lineOf({ what: what!, articles: ARTICLES, bytes: null, ...ran }))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const prepared = Array.from({ length: ARTICLES }, (_, i) => comparedNewsOf(i + 1)).map(({ text, layers }) =>
    prepareArticle(text, layers, asTheyAre),
  )
  for (const words of [0, 1, 2, 3, 2, 1, 0]) {
    const before = process.cpuUsage()
    const articles = prepared.map(one => one.agreementAt({ words, ignoreEnds: false }))
    const compared = process.cpuUsage(before).user / 1e6
    figuresOf(articles, null, { questions: [], tags: [] })
    const all = process.cpuUsage(before).user / 1e6
    console.log(
      `tolerance of ${words} words: ${compared.toFixed(1)} CPU s to compare, ${(all - compared).toFixed(1)} for all figures`,
    )
  }
  return 0
})
