import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-agree-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const agree = (words: string, input = '') => commands.run(folder, ['agree', ...words.split(' ')], input)
const json = async (words: string, input = '') => {
  const { code, printed, said } = await agree(`${words} --json`, input)
  expect({ code, said }).toEqual({ code: 0, said: [] })
  return JSON.parse(printed)
}

const RATINGS = 'item,Ada,Bo\n1,yes,yes\n2,yes,no\n3,no,no\n4,,no\n5,no,no\n'

test('every coefficient is named, with its level and what it is made of, or with the reason why there is none', async () => {
  writeFileSync(join(folder, 'ratings.csv'), RATINGS)
  const report = await json('--table ratings.csv --level nominal')
  expect(report).toMatchObject({
    ...{ format: 'stet-agree-table', formatVersion: 1, file: 'ratings.csv', level: 'nominal' },
    ...{ annotators: ['Ada', 'Bo'], units: 5, pairedUnits: 4, ratings: 9, pairs: 4, missing: 1 },
    ...{ firstRow: 'names', firstColumn: 'names' },
  })
  const close = (value: number) => expect.closeTo(value, 12)
  // Ada: yes 2 of 4; Bo: yes 1 of 4, of the four units that both rated. Three of four are the same.
  expect(report.coefficients.map(({ measure, value, level }: never) => [measure, level, value])).toEqual([
    ['observed', 'nominal', 0.75],
    ['cohen-kappa', 'nominal', close(0.5)],
    ['scott-pi', 'nominal', close((0.75 - 34 / 64) / (30 / 64))],
    ['bennett-s', 'nominal', close(0.5)],
    // No's share: (0 + 1/2 + 1 + 1 + 1) / 5 = 7/10.
    ['fleiss-kappa', 'nominal', close((0.75 - 0.58) / 0.42)],
    ['gwet-ac1', 'nominal', close((0.75 - 0.42) / 0.58)],
    ['gwet-ac2', 'nominal', close((0.75 - 0.42) / 0.58)],
    // Eight values, yes 3 and no 5: Do = 2/8, De = 30/56.
    ['krippendorff-alpha', 'nominal', close(1 - 14 / 30)],
  ])
  // What nobody rated is no unit.
  expect(await json('--table - --level nominal', 'a,b\n,\nb,b\n')).toMatchObject({ units: 2, missing: 0 })
  const { coefficients } = await json('--table - --level nominal', 'a,a,b\nb,b,b\n')
  expect(coefficients[1]).toEqual({
    ...{ measure: 'cohen-kappa', value: null, level: 'nominal', weights: 'identity', found: null, byChance: null },
    ...{ reason: 'not-two-annotators', says: 'It is a measure of exactly two annotators.' },
  })
})

test('where values have an order κ and AC2 are weighed, and α measures how far they are apart', async () => {
  const table = '1;1\n2;4\n4;4\n'
  const of = async (level: string) => (await json(`--table - --level ${level}`, table)).coefficients
  const interval = await of('interval')
  expect(interval[1].weighted).toMatchObject([
    { weights: 'linear', value: expect.closeTo(4 / 7, 12) },
    { weights: 'quadratic', value: expect.closeTo(2 / 3, 12) },
  ])
  expect(interval[6]).toMatchObject({ measure: 'gwet-ac2', weights: 'quadratic', level: 'interval' })
  expect(interval[7]).toMatchObject({ value: expect.closeTo(96 / 136, 12), weights: null })
  expect((await of('ordinal'))[6].weights).toBe('ordinal')
  expect((await of('ratio'))[7].value).toBeCloseTo(486 / 611, 12)
})

test('words have the order that is said', async () => {
  const table = 'Ada,Bo\nlow,low\nmiddle,high\nhigh,high\n'
  const { coefficients } = await json('--table - --level ordinal --categories low,middle,high', table)
  expect(coefficients[7].value).toBeCloseTo(7 / 9, 12)
  const { code, printed, said } = await agree('--table - --level ordinal', table)
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(said[0]).toMatch(/nothing says which is lower.*--categories high,low,middle\n.*--help/)
})

test('intervals are drawn over units, the same for the same seed', async () => {
  const table = `Ada,Bo\n${'yes,yes\nno,no\nyes,no\n'.repeat(20)}`
  const of = async (words: string) =>
    (await json(`--table - --level nominal --intervals ${words}`, table)).coefficients[1].interval
  const interval = await of('--samples 200')
  expect(interval).toMatchObject({ confidence: 0.95, samples: 200, defined: 200, seed: 1 })
  expect(interval.low).toBeLessThan(0.4)
  expect(interval.high).toBeGreaterThan(0.4)
  expect(await of('--samples 200 --seed 1')).toEqual(interval)
  expect(await of('--samples 200 --seed 2')).not.toEqual(interval)
  expect((await agree('--table - --level nominal --intervals --samples 50', table)).printed).toMatch(/95 % interval\n/)
})

test('a table for people, with a word where κ and per cent part ways', async () => {
  const table = `Ada,Bo\n${'no,no\n'.repeat(90)}${'no,yes\n'.repeat(4)}${'yes,no\n'.repeat(5)}yes,yes\n`
  const { code, printed, said } = await agree('--table - --level nominal', table)
  expect({ code, said }).toEqual({ code: 0, said: [] })
  expect(printed).toMatch(
    /^standard-input\.txt, nominal\n100 units by 2 annotators: 200 ratings; 100 units rated by two or more\n/,
  )
  expect(printed).toContain('Categories: no (94.5 %), yes (5.5 %)\nThe first row is names.\n')
  expect(printed).toMatch(/\nObserved agreement +0\.9100 +0\.9100\nCohen’s κ +0\.1346 +0\.9100 +0\.8960\n/)
  expect(printed).toMatch(
    /\nLook twice: 91 % of the pairs .* κ is only 0\.1346\. “no” is 94\.5 % .* κ would be 0\.8200\.\n$/,
  )
  const same = await agree('--table - --level interval', '3,3\n3,3\n')
  expect(same.printed).toMatch(/\nKrippendorff’s α +– +Every rating is the same/)
})

test('a figure is explained with its counts, its formula, its source and words for a paper', async () => {
  // The annotator between the two rated nothing.
  const table = 'Ada,Cy,Bo\nyes,,yes\nyes,,no\nno,,no\n,,no\nno,,no\n'
  const { code, printed, said } = await agree('--table - --level nominal --explain cohen-kappa', table)
  expect({ code, said }).toEqual({ code: 0, said: [] })
  expect(printed).toContain('\nκ = (0.750000 − 0.500000) / (1 − 0.500000) = 0.500000\n')
  expect(printed).toContain(
    '\nRows: Ada; columns: Bo\n     no  yes  all\nno    2    0    2\nyes   1    1    2\nall   3    1    4\n',
  )
  expect(printed).toContain('Cohen’s κ (Cohen 1960) was 0.500 (observed agreement 0.750; expected by chance 0.500).\n')
  expect(printed).toMatch(/Cohen, J\. \(1960\)\. A coefficient .*, 37–46\.\n$/)
  const { explained } = await json('--table - --level nominal --explain krippendorff-alpha --intervals', table)
  expect(explained).toMatchObject({ measure: 'krippendorff-alpha', raters: [0, 2], counts: { kind: 'coincidence' } })
  expect(explained.methods).toMatch(/95 % bootstrap interval .*, 1000 samples of units\)\.$/)
  const shares = await agree('--table - --level nominal --explain fleiss-kappa', 'a,a,b\nb,b,b\n')
  expect(shares.printed).toMatch(/\nCategory +Ratings +Share of the units\na +2 +33\.3 %\nb +4 +66\.7 %\n/)
})

test('every two annotators are told apart where that is asked for', async () => {
  // Ada and Bo as above: κ 1/2 of four units. Cy always chose as Bo did, of three units.
  const table = 'Ada,Bo,Cy\nyes,yes,yes\nyes,no,no\nno,no,\n,no,no\nno,no,\n'
  const { byPair } = await json('--table - --level nominal --pairs', table)
  expect(
    byPair.map(({ annotators, pairedUnits, coefficients }: never) => [
      annotators,
      pairedUnits,
      (coefficients as { value: number }[])[1]!.value,
    ]),
  ).toEqual([
    [['Ada', 'Bo'], 4, expect.closeTo(1 / 2, 12)],
    [['Ada', 'Cy'], 2, 0],
    [['Bo', 'Cy'], 3, 1],
  ])
  expect(byPair[1].coefficients[0]).toEqual({ measure: 'observed', value: 0.5, level: 'nominal' })
  const { printed } = await agree('--table - --level nominal --pairs', table)
  expect(printed).toMatch(/\nAnnotators +Units +Po +Cohen κ .*\nAda and Bo +4 +0\.7500 +0\.5000 .*\nAda and Cy +2 /)
  expect((await json('--table - --level nominal', table)).byPair).toBeNull()
})

test('what isn’t certain is said on standard error', async () => {
  const counted = await agree('--table - --level nominal', '1,2,2\n2,2,1\n3,1,1\n')
  expect(counted).toMatchObject({ code: 0, said: [expect.stringMatching(/say --first-column names/)] })
  const given = await agree('--table - --level nominal --first-column names --json', '1,2,2\n2,2,1\n3,1,1\n')
  expect(given.said).toEqual([])
  expect(JSON.parse(given.printed)).toMatchObject({ annotators: ['1', '2'], firstColumn: 'names' })
  const missing = await agree('--table - --level nominal', 'a,NA\na,a\nb,a\n')
  expect(missing).toMatchObject({
    code: 0,
    said: ["“NA” counts as a category here. If it stands for a missing rating, say --missing 'NA'."],
  })
})

test('a table that can’t be taken is refused in a sentence, and ends with 1', async () => {
  const refused = async (words: string, input: string) => {
    const { code, printed, said } = await agree(words, input)
    expect({ code, printed }).toEqual({ code: 1, printed: '' })
    return said.join()
  }
  expect(await refused('--table - --level interval', 'Ada,Bo\n1,2\n2,high\n')).toMatch(
    /^“high” in row 3 is no number, and interval ratings are numbers/,
  )
  expect(await refused('--table - --level nominal', '1,2\n1,2,3\n')).toMatch(/^Row 2 has 3 cells, where others have 2/)
  expect(await refused('--table - --level nominal', '')).toBe('There are no ratings in this table.')
  expect(await refused('--table - --level nominal --categories a,b', 'a,c\na,a\n')).toMatch(/“c” in row 1 is none/)
  expect(await refused('--table nowhere.csv --level nominal', '')).toMatch(/not there|gone|nowhere/i)
})

test.each([
  ['', /Say a workspace, or which table/],
  ['--table -', /Say what the ratings are: --level nominal\|ordinal/],
  ['--table - --level good', /“good” is no level/],
  ['--table - --level nominal more.csv', /more\.csv/],
  ['--table - --level nominal --first-row maybe', /--first-row is “names” or “ratings”/],
  ['--table - --level nominal --categories a,,b', /names no category/],
  ['--table - --level nominal --categories a,b,a', /“a” twice/],
  ['--table - --level nominal --explain kappa', /“kappa” is no measure.*cohen-kappa/],
  ['--table - --level nominal --seed 3', /--seed goes with --intervals/],
  ['--table - --level nominal --intervals --samples 1.5', /--samples wants a whole number/],
  ['--table - --level ratio --categories 1,x', /“x” among --categories is no number/],
])('“agree %s” means nothing', async (words, sentence) => {
  const { code, printed, said } = await commands.run(
    folder,
    ['agree', ...words.split(' ').filter(Boolean)],
    '1,1\n1,1\n',
  )
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(said.join()).toMatch(sentence)
})
