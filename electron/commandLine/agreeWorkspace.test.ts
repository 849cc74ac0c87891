import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { words as en } from '../../shared/words/words.ts'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
let corpus: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-agree-'))
  corpus = join(folder, 'corpus')
  cpSync(sample, corpus, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const agree = (...words: string[]) => commands.run(folder, ['agree', ...words])
const layerFiles = () => readdirSync(corpus).filter(name => name.endsWith('.stet.json') && !name.includes('.article.'))
const idOf = (name: string) => name.split('.').at(-3)!

/** A layer of the sample as if another had made it too. Gives both ids. */
function twin(
  change: (sidecar: { annotations: { spans: object[]; entity?: string }[] }) => void = () => {},
): [string, string] {
  const [name] = layerFiles()
  const sidecar = JSON.parse(readFileSync(join(corpus, name!), 'utf8'))
  sidecar.annotator = { ...sidecar.annotator, id: 'twin', name: 'Twin' }
  change(sidecar)
  writeFileSync(join(corpus, name!.replace(`.${idOf(name!)}.`, '.twin.')), JSON.stringify(sidecar))
  return [idOf(name!), 'twin']
}

test('layers that say the same agree wholly, and no file is written', async () => {
  const ids = twin()
  const before = readdirSync(corpus).map(name => readFileSync(join(corpus, name), 'utf8'))
  const { code, printed, said } = await agree('corpus', '--layers', ids.join(','), '--json')
  expect({ code, said }).toEqual({ code: 0, said: [] })
  const report = JSON.parse(printed)
  expect(report).toMatchObject({ format: 'stet-agreement', formatVersion: 1, workspace: 'corpus', articles: 1 })
  expect(report.annotators).toEqual([...ids].sort())
  expect(report.alone).toBe(readdirSync(corpus).filter(name => name.endsWith('.txt')).length - 1)
  for (const level of ['found', 'exact', 'tokens', 'links']) expect([level, report.all[level].f1]).toEqual([level, 1])
  expect(report.pairs).toMatchObject([{ articles: 1, all: report.all, byTag: report.byTag }])
  const alphas = report.coefficients.filter(({ measure }: { measure: string }) => measure === 'krippendorff-alpha')
  for (const { value, reason } of alphas) expect(value ?? reason).toBe(value === null ? 'no-variation' : 1)
  expect(readdirSync(corpus).map(name => readFileSync(join(corpus, name), 'utf8'))).toEqual(before)
})

test('what differs is told by tag and by pair, and tags, tolerance and all layers can be asked for', async () => {
  const ids = twin(({ annotations }) => annotations.splice(0, 1))
  const { code, printed } = await agree('corpus')
  expect(code).toBe(0)
  expect(printed).toMatch(/^corpus: 1 article with two layers or more, by /)
  expect(printed).toContain(en.agreeLayers.pair(...([...ids].sort() as [string, string])))
  expect(printed.split('\n').find(line => line.startsWith('claim '))).toMatch(/^claim +\d\.\d{3} +/)
  const report = JSON.parse((await agree('corpus', '--layers', ids.join(','), '--json')).printed)
  const { both, onlyA, onlyB } = report.all.found
  expect([both > 0, onlyA + onlyB]).toEqual([true, 1])
  const some = JSON.parse(
    (await agree('corpus', '--tags', 'actor', '--tolerance', '2', '--ignore-ends', '--json')).printed,
  )
  expect(Object.keys(some.byTag)).toEqual(['actor'])
  expect(some).toMatchObject({ tags: ['actor'], tolerance: { words: 2, ignoreEnds: true } })
})

test('every measure is told of all annotators, of each pair and by tag, with intervals over articles where they are asked for', async () => {
  const [own] = twin(({ annotations }) => annotations.splice(0, 1))
  const layers = ['--layers', `${own},twin`]
  const { code, printed } = await agree('corpus', ...layers, '--pairs', '--intervals', '--samples', '20', '--seed', '3')
  expect(code).toBe(0)
  // The sample's layers name no entity.
  const { entities: _, ...overs } = en.figures.overs
  for (const over of Object.values(overs))
    expect(printed, over).toContain(en.agreeLayers.measured(over, en.agreeLayers.ofAll))
  for (const over of Object.values(overs))
    expect(printed, over).toContain(en.agreeLayers.measured(over, en.agreeLayers.pair(own, 'twin')))
  // One article has two layers: no interval can be drawn, and two annotators have every measure of two.
  expect(printed).not.toContain(en.coefficients.reasons['not-two-annotators'])
  const { coefficients, ratings } = JSON.parse((await agree('corpus', ...layers, '--intervals', '--json')).printed)
  const kappa = coefficients.find(
    (one: { over: string; tag: string; measure: string }) =>
      one.over === 'tokens' && one.tag === 'claim' && one.measure === 'cohen-kappa',
  )
  expect(kappa).toMatchObject({ pair: null, question: null, level: 'nominal', interval: { reason: 'one-article' } })
  expect(coefficients.some(({ pair }: { pair: object | null }) => pair !== null)).toBe(true)
  for (const { value, reason, says } of coefficients)
    expect(value === null ? says : null).toBe(
      value === null ? en.coefficients.reasons[reason as keyof typeof en.coefficients.reasons] : null,
    )
  expect(
    ratings.find(({ over, tag }: { over: string; tag: string }) => over === 'units' && tag === 'claim'),
  ).toMatchObject({ prevalence: [{ value: '' }, { value: 'claim' }] })
})

test('entities that were merged are the same in what is measured and in what is reviewed', async () => {
  const entities = (ids: readonly [string, string, string | null][]) =>
    ids.map(([id, name, mergedInto]) => ({ id, kind: 'person', name, ...(mergedInto ? { mergedInto } : {}) }))
  const named =
    (entity: string) =>
    ({ annotations }: { annotations: { spans: object[]; entity?: string }[] }) => {
      for (const one of annotations) one.entity = entity
    }
  const [own] = twin(named('two'))
  const first = layerFiles().find(name => idOf(name) === own)!
  const sidecar = JSON.parse(readFileSync(join(corpus, first), 'utf8'))
  named('one')(sidecar)
  writeFileSync(join(corpus, first), JSON.stringify(sidecar))
  const said = async (project: ReturnType<typeof entities>) => {
    writeFileSync(
      join(corpus, 'stet.json'),
      JSON.stringify({ format: 'stet-project', formatVersion: 1, entities: project }),
    )
    const layers = ['--layers', `${own},twin`, '--json']
    const { all, coefficients } = JSON.parse((await agree('corpus', ...layers)).printed)
    const { kinds } = JSON.parse((await commands.run(folder, ['review', 'corpus', ...layers])).printed)
    return {
      share: all.entity.share,
      scores: coefficients
        .filter(({ over, tag, pair }: Record<string, unknown>) => over === 'entities' && tag === null && pair === null)
        .map(({ value }: { value: number }) => value),
      kinds: kinds.map(({ kind }: { kind: string }) => kind),
    }
  }
  const apart = await said(
    entities([
      ['one', 'One', null],
      ['two', 'Two', null],
    ]),
  )
  expect(apart).toMatchObject({ share: 0, kinds: ['entity'] })
  const merged = await said(
    entities([
      ['one', 'One', 'between'],
      ['between', 'Other', 'two'],
      ['two', 'Two', null],
    ]),
  )
  expect(merged).toEqual({ share: 1, scores: [1, 1, 1], kinds: ['same'] })
})

test('tags that were merged are the same in what is measured, γ too, and in what is reviewed', async () => {
  // A colleague's file keeps the id that was merged away.
  const [own] = twin(({ annotations }) => {
    for (const one of annotations as { spans: object[]; tag?: string }[]) if (one.tag === 'claim') one.tag = 'statement'
  })
  const tag = { label: 'Claim', key: '', colour: '#0072b2', mark: 'solid', guidance: '', examples: [] }
  const said = async (more: { mergedInto?: string }) => {
    const tags = [
      { ...tag, id: 'claim', key: 'c' },
      { ...tag, id: 'statement', label: 'Statement', ...more },
    ]
    const codebook = { id: 'own', version: 1, tags, attributes: [], links: [], rulesOff: [] }
    writeFileSync(join(corpus, 'stet.json'), JSON.stringify({ format: 'stet-project', formatVersion: 1, codebook }))
    const layers = ['--layers', `${own},twin`, '--json']
    const { byTag, gamma } = JSON.parse((await agree('corpus', ...layers, '--gamma')).printed)
    const { kinds } = JSON.parse((await commands.run(folder, ['review', 'corpus', ...layers])).printed)
    const { both, onlyA, onlyB } = byTag.claim.found
    return {
      found: { isSome: both > 0, onlyA, onlyB },
      tags: [Object.keys(byTag).includes('statement'), Object.keys(gamma.byTag).includes('statement')],
      ...{ gamma: gamma.all.value === 1, cat: gamma.byTag.claim.value },
      kinds: kinds.map(({ kind }: { kind: string }) => kind),
    }
  }
  const apart = await said({})
  expect(apart).toMatchObject({ found: { isSome: false }, tags: [true, true] })
  expect(apart.kinds).toContain('tag')
  await said({ mergedInto: 'claim' })
  const asked = async (tags: string) => {
    const layers = ['--layers', `${own},twin`, '--json', '--tags', tags]
    const { byTag } = JSON.parse((await agree('corpus', ...layers)).printed)
    const { kinds } = JSON.parse((await commands.run(folder, ['review', 'corpus', ...layers])).printed)
    return { byTag, kinds }
  }
  expect(Object.keys((await asked('statement')).byTag)).toEqual(['claim'])
  expect(await asked('statement')).toEqual(await asked('claim'))
  expect((await asked('statement')).kinds).not.toEqual([])
  expect(await said({ mergedInto: 'claim' })).toEqual({
    ...{ found: { isSome: true, onlyA: 0, onlyB: 0 }, tags: [false, false], gamma: true, cat: 1, kinds: ['same'] },
  })
})

test('γ is measured where it is asked for', async () => {
  const ids = twin()
  const layers = ['--layers', ids.join(','), '--tags', 'actor,claim']
  const { gamma } = JSON.parse((await agree('corpus', ...layers, '--gamma', '--json')).printed)
  expect(gamma).toMatchObject({ articles: 1, all: { value: 1, observed: 0, isProven: true, cat: 1 } })
  expect(Object.keys(gamma.byTag)).toEqual(['actor', 'claim'])
  const [a, b] = [...ids].sort()
  expect(gamma.pairs).toMatchObject([{ a, b, articles: 1, all: gamma.all, byTag: gamma.byTag }])
  const [together, ofPair] = [en.agreeLayers.ofAll, en.agreeLayers.pair(a!, b!)].map(en.agreeLayers.gamma)
  const of = async (...options: string[]) => {
    const { printed } = await agree('corpus', ...layers, ...options)
    return [printed.includes(together!), printed.includes(ofPair!)]
  }
  expect(await of('--gamma')).toEqual([true, false])
  expect(await of('--gamma', '--pairs')).toEqual([true, true])
  expect(await of()).toEqual([false, false])
})

test('a layer that can’t be read is named, and the others are compared', async () => {
  twin()
  const broken = layerFiles().find(name => idOf(name) !== 'twin')!
  writeFileSync(join(corpus, broken), '{')
  const { code, said } = await agree('corpus', '--json')
  expect(code).toBe(1)
  expect(said.join('\n')).toContain(`(${idOf(broken)})`)
})

test('layers that no person writes are named with their article, and keep nothing else from being compared', async () => {
  const [own] = twin()
  const [first] = layerFiles().filter(name => idOf(name) === own)
  const article = first!.replace(`.${own}.stet.json`, '')
  // The same two layers beside another copy of the article.
  for (const name of [article, first!, first!.replace(`.${own}.`, '.twin.')])
    cpSync(join(corpus, name), join(corpus, name.replace(article, `copy-${article}`)))
  for (const id of [own, 'twin']) {
    const name = join(corpus, `${article}.${id}.stet.json`)
    const sidecar = JSON.parse(readFileSync(name, 'utf8'))
    const [one] = sidecar.annotations
    sidecar.annotations = Array.from({ length: 2_000 }, (_, i) => ({ ...one, id: `n${i}` }))
    sidecar.links = []
    writeFileSync(name, JSON.stringify(sidecar))
  }
  const told = en.problems['too-entangled'].title
  for (const command of ['agree', 'review']) {
    const asked = [command, 'corpus', '--layers', `${own},twin`, '--json']
    const { code, printed, said } = await commands.run(folder, asked)
    expect([command, code, JSON.parse(printed).articles]).toEqual([command, 1, 1])
    expect(said.filter(line => line.includes(told))).toEqual([expect.stringContaining(article)])
  }
})

test('words that mean nothing are refused', async () => {
  const refused = async (...words: string[]) => {
    const { code, printed, said } = await agree(...words)
    expect([code, printed]).toEqual([2, ''])
    return said.join('\n')
  }
  expect(await refused('corpus', '--tolerance', 'much')).toContain(en.agreeLayers.noTolerance('much'))
  expect(await refused('corpus', '--table', 'x.csv')).toContain(en.agreeLayers.notBoth('corpus'))
  expect(await refused('corpus', '--level', 'nominal')).toContain(en.agreeLayers.onlyOfTables('level'))
  expect(await refused('--table', 'x.csv', '--tags', 'claim')).toContain(en.agreeLayers.onlyOfLayers('tags'))
  expect(await refused('corpus', '--layers', 'nobody')).toContain(en.commandLine.noSuchLayers('nobody'))
  const { code, said } = await agree('corpus', '--layers', idOf(layerFiles()[0]!))
  expect([code, said]).toEqual([1, [en.agreeLayers.nobody]])
})
