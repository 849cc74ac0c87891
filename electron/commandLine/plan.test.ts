import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writePilot } from '../../e2e/pilotFolder.ts'
import { words as en } from '../../shared/words/words.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
const folder = mkdtempSync(join(tmpdir(), 'stet-plan-'))
const corpus = join(folder, 'corpus')
mkdirSync(corpus)
writePilot(corpus)
afterAll(async () => {
  await commands.close()
  rmSync(folder, { recursive: true })
})

const stet = (...words: string[]) => commands.run(folder, words)
const told = async (...words: string[]) => JSON.parse((await stet(...words, '--json')).printed)

test('before there is anything it tells what an expected agreement asks for, and what an α does', async () => {
  const report = await told('plan', '--agreement', '0.8', '--prevalence', '0.25', '--categories', '4', '--units', '5')
  expect(report).toMatchObject({ format: 'stet-plan', formatVersion: 1, from: 'expected', width: 0.1 })
  expect(report.expected).toEqual({ agreement: 0.8, categories: 4, prevalence: 0.25, units: 5, designEffect: 2 })
  const wanted = report.kappa.needed.find(({ width }: { width: number }) => width === 0.1)
  expect(wanted.articles).toBe(Math.ceil((2 * wanted.units) / 5))
  // The two that ATLAS.ti prints of Krippendorff’s table.
  expect(report.alpha.needed.slice(0, 2)).toEqual([
    { smallest: 0.667, units: 81, articles: 33 },
    { smallest: 0.8, units: 139, articles: 56 },
  ])
  expect((await told('plan', '--categories', '4')).expected.prevalence).toBe(0.25)
  const rare = await stet('plan', '--agreement', '0.99', '--prevalence', '0.001')
  expect(rare.printed).toMatch(/Of the rarest category only [\d.]+ of these units are to be expected\./)
  const { code, printed } = await stet('plan', '--width', '0.05')
  expect(printed).not.toContain('Of the rarest category')
  expect([code, printed]).toEqual([
    0,
    expect.stringMatching(/^[\d,]+ double-coded articles \([\d,]+ units\) for ±0\.05\./),
  ])
  const { kappa, alpha, pilot } = en.planning.sources
  for (const source of [kappa, alpha]) expect(printed).toContain(source)
  expect(printed).not.toContain(pilot)
})

test('a pilot is planned by the very intervals that agreement has of it, and no file is written', async () => {
  const before = readdirSync(corpus).map(name => readFileSync(join(corpus, name), 'utf8'))
  const { coefficients } = await told('agree', 'corpus', '--intervals')
  const report = await told('plan', '--pilot', 'corpus', '--width', '0.05')
  expect(report).toMatchObject({
    from: 'pilot',
    workspace: 'corpus',
    articles: 8,
    annotators: ['ada', 'ben'],
    isFew: true,
  })
  type One = { over: string; tag: string | null; question: string | null; measure: string; level: string | null }
  const nameOf = ({ over, tag, question, measure, level }: One) => JSON.stringify([over, tag, question, measure, level])
  const known = new Map(coefficients.map((one: One) => [nameOf(one), one]))
  let planned = 0
  for (const one of report.figures) {
    const { interval, value } = known.get(nameOf(one)) as { interval?: { low?: number; high?: number }; value: number }
    expect(one.value).toBe(value)
    if (interval?.low === undefined || interval.low === interval.high) expect(one.needed).toBeNull()
    else {
      const half = (interval.high! - interval.low) / 2
      expect(one.needed).toBe(Math.max(2, Math.ceil(8 * (half / 0.05) ** 2 - 1e-9)))
      expect(one.more).toBe(Math.max(0, one.needed - 8))
      planned++
    }
  }
  expect(planned).toBeGreaterThan(3)
  const { code, printed } = await stet('plan', '--pilot', 'corpus')
  expect(code).toBe(0)
  expect(printed).toContain(en.planning.pilot.extrapolated)
  expect(printed).toContain(en.planning.pilot.few(8))
  expect(printed).toContain(en.planning.sources.pilot)
  expect(readdirSync(corpus).map(name => readFileSync(join(corpus, name), 'utf8'))).toEqual(before)
})

test('words that mean nothing are refused, and so is a workspace in which nobody meets', async () => {
  const refused = async (...words: string[]) => {
    const { code, said } = await stet('plan', ...words)
    expect(code).toBe(2)
    return said.join()
  }
  const { planCommand } = en
  expect(await refused('--width', '0')).toContain(planCommand.noNumber('width', '0', 0.01, 0.5))
  expect(await refused('--categories', '2.5')).toContain(planCommand.noNumber('categories', '2.5', 2, 50))
  expect(await refused('--categories', '4', '--prevalence', '0.3')).toContain(planCommand.tooLarge('0.3', 4, 0.25))
  expect(await refused('--units', '')).toContain(planCommand.noNumber('units', '', 0.1, 10_000))
  expect(await refused('--pilot', 'corpus', '--units', '4')).toContain(planCommand.notBoth('units'))
  expect(await refused('--tags', 'claim')).toContain(planCommand.onlyOfPilot('tags'))
  expect(await refused('corpus')).toContain(planCommand.noNames)
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'empty', 'a.txt'), 'Nothing.\n')
  expect(await stet('plan', '--pilot', 'empty')).toMatchObject({ code: 1, said: [en.agreeLayers.nobody] })
})
