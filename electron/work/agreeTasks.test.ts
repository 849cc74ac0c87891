import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import type { RowIntervals, ScopeDetail } from '../../shared/agreement/scopeDetail.ts'
import { makeAgreeTasks } from './agreeTasks.ts'
import type { DatasetSource } from './datasetArticle.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))

/** An article of the sample under twelve names, each time with a layer and one by a twin, who left out others. */
function sources(): DatasetSource[] {
  const read = (name: string) => readFileSync(join(sample, name))
  const name = '2031-03-04_harbour-gazette_ferry-deal.txt'
  const own = JSON.parse(read(`${name}.nadia.stet.json`).toString())
  const bytes = (sidecar: object) => new TextEncoder().encode(JSON.stringify(sidecar))
  return Array.from({ length: 12 }, (_, i) => {
    const annotations = own.annotations.filter((_: unknown, at: number) => (at + i) % (2 + (i % 5)) > 0)
    const twin = { ...own, annotator: { ...own.annotator, id: 'twin', name: 'Twin' }, annotations, links: [] }
    return {
      ...{ path: `${i}/${name}`, name, bytes: new Uint8Array(read(name)), facts: null },
      layers: [
        { annotator: own.annotator.id, bytes: bytes(own) },
        { annotator: 'twin', bytes: bytes(twin) },
      ],
    }
  })
}

/** What the sheet is told of articles that were read in this order. */
async function told(articles: readonly DatasetSource[]) {
  const tasks = makeAgreeTasks()
  for (const one of articles) await tasks.agreeTake(one)
  tasks.agreeBegin({ id: 1, layers: null, comparing: asTheyAre, offered: [] })
  while (tasks.agreeGoOn(null).report === null);
  const scope = { pair: null, tag: null }
  tasks.agreeFigures({ scope, questions: [] })
  let groups: string | null = null
  while (groups === null) groups = tasks.agreeFiguresOn(null).groups
  const looked = <T>(_begun: null): T => {
    let text: string | null = null
    while (text === null) text = tasks.agreeLookOn(null)
    return JSON.parse(text) as T
  }
  return {
    rows: looked<RowIntervals>(tasks.agreeRows({ tags: [], pairs: [] })),
    detail: looked<ScopeDetail>(tasks.agreeLook({ scope, period: 'month' })),
    groups: JSON.parse(groups) as FigureGroup[],
  }
}

test('a figure has one interval, wherever it stands and whatever articles are called', async () => {
  const articles = sources()
  const [one, other] = [await told(articles), await told(articles.toReversed())]
  expect(other).toEqual(one)
  for (const { rows, detail, groups } of [one, other]) {
    const measured = groups.find(({ over }) => over === 'annotations')!.figures
    for (const [measure, level] of [
      ['f1-found', 'found'],
      ['f1-exact', 'exact'],
      ['f1-tokens', 'tokens'],
    ] as const) {
      const { interval } = measured.find(one => one.measure === measure)!
      expect(interval?.value?.low).toBeLessThan(interval!.value!.high)
      expect([rows.all[level].interval, detail.levels[level].interval]).toEqual([interval, interval])
    }
  }
})
