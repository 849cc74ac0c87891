import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { FindingsOfArticle } from '../../shared/agreement/articleFindings.ts'
import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import type { FigureGroup } from '../../shared/agreement/figures/figure.ts'
import type { RowIntervals, ScopeDetail } from '../../shared/agreement/scopeDetail.ts'
import { all } from '../../shared/dataset/select.ts'
import { makeAgreeTasks } from './agreeTasks.ts'
import { type DatasetSource, datasetArticle } from './datasetArticle.ts'

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

test('what is shown answers as it did once another choice was begun and interrupted, whether or not anybody had looked before', async () => {
  const scope = { pair: null, tag: null }
  const answers = async (isInterrupted: boolean, isLookedAtBefore: boolean) => {
    const tasks = makeAgreeTasks()
    for (const one of sources().slice(0, 4)) await tasks.agreeTake(one)
    const measures = () => {
      tasks.agreeFigures({ scope, questions: [] })
      let groups: string | null = null
      while (groups === null) groups = tasks.agreeFiguresOn(null).groups
      return groups
    }
    tasks.agreeBegin({ id: 1, layers: null, comparing: asTheyAre, offered: [] })
    while (tasks.agreeGoOn(null).report === null);
    if (isLookedAtBefore) measures()
    if (isInterrupted) {
      const tolerance = { words: 3, ignoreEnds: true }
      tasks.agreeBegin({ id: 2, layers: null, comparing: { ...asTheyAre, tags: ['claim'], tolerance }, offered: [] })
    }
    const cases = tasks.agreeCases({ scope, wanted: { kind: 'part', part: 'missed' } })
    return { measures: measures(), cases }
  }
  const uninterrupted = await answers(false, false)
  expect(uninterrupted.cases.total).toBeGreaterThan(0)
  expect(await answers(true, false)).toEqual(uninterrupted)
  expect(await answers(true, true)).toEqual(uninterrupted)
})

test('of what was made ready findings hold nothing any more once that was let go of', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const made = await datasetArticle(sources()[1]!, all)
  const { tolerance, ...asked } = asTheyAre
  const ready = new FindingsOfArticle(made.article, asked)
  const findings = [ready.at(tolerance), ready.at({ ...tolerance, words: 2 })]
  Object.values(findings[0]!.agreement)
  const compared = new WeakRef(ready.comparedAt({ ...tolerance, words: 2 }))
  const first = new WeakRef(compared.deref()!.layers[0]!)
  ready.letGo()
  // What was looked at through a weak reference stays until the turn has ended.
  await new Promise(setImmediate)
  collect()
  expect([compared.deref(), first.deref()]).toEqual([undefined, undefined])
  expect(findings.map(({ agreement }) => agreement.annotators.length)).toEqual([2, 2])
})
