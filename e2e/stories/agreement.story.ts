import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FigureLevel, FigureMeasure } from '../../shared/agreement/figures/figure.ts'
import { en } from '../../shared/words/en.ts'
import { AGREED_ARTICLES, sidecar, writeAgreed } from '../agreeFolder.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({})
  writeAgreed(folder.path)
})
test.afterEach(() => folder.forget())

const sheet = (ada: Analyst) => ada.window.getByRole('dialog', { name: 'How far we agree' })
const view = (ada: Analyst, name: string) => sheet(ada).getByRole('radio', { name })
/** A figure of the table of levels, as it is told. */
const figure = (ada: Analyst, row: string, level: string) =>
  sheet(ada).getByRole('button', { name: new RegExp(`^${row}, ${level}: `) })

/** What `stet agree --json` says of the folder. */
function agreed(...options: readonly string[]) {
  const words = ['node_modules/tsx/dist/cli.mjs', 'electron/commandLine/stet.ts', 'agree', folder.path, '--json']
  return JSON.parse(spawnSync(process.execPath, [...words, ...options], { encoding: 'utf8' }).stdout)
}

/** The groups of measures as they stand: by their name, each row as its measure, its value and its interval. */
function groupsOf(ada: Analyst): Promise<Record<string, string[]>> {
  return sheet(ada)
    .locator('details.rated:not(.gamma)')
    .evaluateAll(groups =>
      Object.fromEntries(
        groups.map(group => [
          group.querySelector('.name')?.textContent ?? '',
          [...group.querySelectorAll('tbody tr')].map(row =>
            [...row.querySelectorAll('th, td')]
              .slice(0, 3)
              .map(cell => cell.textContent)
              .join(' | '),
          ),
        ]),
      ),
    )
}

interface Coefficient {
  readonly over: keyof typeof en.measuring.groups
  readonly pair: unknown
  readonly tag: string | null
  readonly question: string | null
  readonly measure: FigureMeasure
  readonly level: FigureLevel
  readonly value: number | null
  readonly says?: string
  readonly interval?: { readonly low: number; readonly high: number }
}

/** The same groups, of what the command line says. */
function groupsIn(coefficients: readonly Coefficient[], isIn: (one: Coefficient) => boolean): Record<string, string[]> {
  const groups: Record<string, string[]> = {}
  const names: Record<string, string> = { ...en.coefficients.measures, ...en.figures.measures, ...levelNames }
  const signed = (value: number, digits: number) => value.toFixed(digits).replace('-', '−')
  for (const one of coefficients.filter(isIn)) {
    const { over, question, measure, level, value, says, interval } = one
    const label = question === 'polarity' ? 'Polarity' : (question ?? '')
    const title = over === 'answers' ? en.measuring.answersOf('Claim', label) : en.measuring.groups[over]
    const name = over === 'answers' && level ? `${names[measure]}, ${en.figures.levels[level]}` : names[measure]
    const drawn = interval && `${signed(interval.low, 2)} to ${signed(interval.high, 2)}`
    const cells = value === null ? [name, says] : [name, signed(value, 3), drawn]
    groups[title] = [...(groups[title] ?? []), cells.join(' | ')]
  }
  return groups
}
const levelNames = {
  'f1-found': 'F₁, overlapping',
  'f1-exact': 'F₁, same extent',
  'f1-tokens': 'F₁, by token',
  'same-extent': 'Extent',
  'same-attributes': 'Attributes',
  'same-entity': 'Entity',
  'f1-links': 'Links',
  'f1-statement': 'Statement',
}

/** Every file of the workspace's own, and what is in it. */
async function bytesOf(path: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(path)).filter(name => !name.startsWith('.'))
  const read = async (name: string) => [name, (await readFile(join(path, name))).toString('base64')] as const
  return Object.fromEntries(await Promise.all(names.map(read)))
}

test('Dana sees how far three people agree: the figures are those of the command line, and a wider tolerance changes them', async () => {
  const before = await bytesOf(folder.path)
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  await expect(
    sheet(dana).getByText(`${AGREED_ARTICLES} articles that two or more annotated: ada, ben, cleo`),
  ).toBeVisible()
  // Of every article: 8 found by both of two, 3 by the first alone and 3 by the second; 6 of 8 end alike.
  await expect(figure(dana, 'All tags', 'Found')).toHaveAccessibleName('All tags, Found: 0.73, 0.73 to 0.73, n 132')
  await expect(figure(dana, 'All tags', 'Extent')).toHaveAccessibleName('All tags, Extent: 0.75, 0.75 to 0.75, n 48')
  await expect(figure(dana, 'ada and ben', 'Found')).toHaveAccessibleName(/: 0\.86, /)

  const told = agreed()
  for (const [tag, label] of [
    ['actor', 'Actor'],
    ['claim', 'Claim'],
    ['event', 'Event'],
  ] as const) {
    await expect(figure(dana, label, 'Found')).toHaveAccessibleName(
      new RegExp(`: ${told.byTag[tag].found.f1.toFixed(2)}, `),
    )
    await expect(figure(dana, label, 'Extent')).toHaveAccessibleName(
      new RegExp(`: ${told.byTag[tag].extent.share.toFixed(2)}, `),
    )
  }

  // A word more or less at an end counts for nothing: by the arrow of the slider, which has a name.
  const slider = sheet(dana).getByRole('slider', { name: 'Words that two ends may lie apart' })
  await slider.focus()
  await dana.presses('ArrowRight')
  await expect(sheet(dana).getByText('up to 1 word apart')).toBeVisible()
  await expect(figure(dana, 'All tags', 'Extent')).toHaveAccessibleName(/: 1\.00, 1\.00 to 1\.00, n 48$/)
  await expect(figure(dana, 'All tags', 'Found')).toHaveAccessibleName(/: 0\.73, /)

  // Without Ben nobody answers otherwise.
  await sheet(dana).getByRole('checkbox', { name: /^ben/ }).uncheck()
  await expect(figure(dana, 'All tags', 'Attributes')).toHaveAccessibleName(/: 1\.00, /)
  await dana.presses('Escape')
  await expect(sheet(dana)).toHaveCount(0)
  await dana.leave()

  // The next day it is compared as she chose.
  const again = await Analyst.arrive({ profile: dana.profile, open: folder.path })
  await again.chooses('agreement.open')
  await expect(sheet(again).getByRole('checkbox', { name: /^ben/ })).not.toBeChecked()
  await expect(sheet(again).getByText('up to 1 word apart')).toBeVisible()
  await expect(figure(again, 'All tags', 'Attributes')).toHaveAccessibleName(/: 1\.00, /)
  await again.leaveForGood()
  expect(await bytesOf(folder.path)).toEqual(before)
})

test('every figure is explained with its counts and words to copy, by the keys alone', async () => {
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  await figure(dana, 'All tags', 'Found').focus()
  await dana.presses('Enter')
  const explained = sheet(dana).getByRole('complementary', { name: 'How this figure comes about' })
  await expect(explained.getByRole('heading', { level: 3 })).toBeFocused()
  await expect(explained.getByText('F₁ = 2 · 48 / (2 · 48 + 18 + 18) = 0.727273')).toBeVisible()
  await expect(explained.getByText('3 annotators annotated 6 articles')).toBeVisible()
  await explained.getByRole('button', { name: 'Copy these words' }).focus()
  await dana.presses('Enter')
  await expect
    .poll(() => dana.desktop.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/was measured as F₁.*: 0\.727 \(95 % bootstrap interval/s)
  await explained.getByRole('button', { name: 'Close the explanation' }).focus()
  await dana.presses('Enter')
  await expect(figure(dana, 'All tags', 'Found')).toBeFocused()

  await view(dana, 'Measures').check({ force: true })
  const kappa = sheet(dana)
    .getByRole('button', { name: /^Fleiss’ κ: / })
    .first()
  await kappa.focus()
  await dana.presses('Enter')
  await expect(explained.getByText(/^κ = \(0\.666667 − /)).toBeVisible()
  await dana.leaveForGood()
})

test('the parts of the bar and the cells of the matrix open their cases, and a case opens the article at its place', async () => {
  const before = await bytesOf(folder.path)
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  await view(dana, 'What differs').check({ force: true })
  await expect(sheet(dana).getByText('72 places compared, 24 the same; 48 differences')).toBeVisible()
  await sheet(dana).getByRole('button', { name: 'Extent: 12, 25 %' }).click()
  const cases = sheet(dana).getByRole('listbox', { name: 'Extent: 12 cases' })
  await expect(cases.getByRole('option').first()).toHaveAccessibleName(/^The mayor, ada: Actor, ben: Actor, /)

  await view(dana, 'Which tags').check({ force: true })
  await expect(cases).toHaveCount(0)
  await sheet(dana).getByRole('button', { name: 'Claim meets Event: 12' }).click()
  await expect(sheet(dana).getByRole('listbox', { name: 'Claim – Event: 12 cases' })).toBeVisible()
  await sheet(dana).getByLabel('Annotators').first().selectOption({ label: 'ada and cleo' })
  await sheet(dana).getByRole('button', { name: 'Event meets Claim: 6' }).click()
  const walked = sheet(dana).getByRole('listbox', { name: 'Event – Claim: 6 cases' })
  await walked.focus()
  await dana.presses('Home', 'Enter')
  await expect(sheet(dana)).toHaveCount(0)
  await expect(dana.window.getByRole('article')).toBeVisible()
  await expect.poll(() => dana.window.evaluate(() => String(getSelection()))).toBe('walked out')
  await dana.leaveForGood()
  expect(await bytesOf(folder.path)).toEqual(before)
})

test('time has a figure only where there are enough articles; one annotator alone is told what to do', async () => {
  await folder.write('2031-04-01 later.txt', 'Later\n\nNothing happened.\n')
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  await view(dana, 'Time and outlets').check({ force: true })
  const time = sheet(dana).getByRole('table', { name: 'Over time' })
  await expect(time.getByRole('row', { name: /^2031-03 6 0\.73/ })).toBeVisible()
  // The chart says what its lines stand for, and when it begins and ends.
  for (const [place, said] of [
    ['.time-scale', ['1', '0.5', '0']],
    ['.time-ends', ['2031-03']],
  ] as const)
    expect(await sheet(dana).locator(`${place} > *`).allInnerTexts()).toEqual(said)
  await expect(sheet(dana).getByText(`${AGREED_ARTICLES} articles whose outlet isn’t known.`)).toBeVisible()
  await sheet(dana).getByRole('combobox', { name: /^By/ }).selectOption('week')
  await expect(time.getByText('too few (under 5)').first()).toBeVisible()
  await dana.leaveForGood()

  for (const name of await readdir(folder.path)) if (/\.(ben|cleo)\.stet\.json$/.test(name)) await folder.remove(name)
  const eve = await Analyst.arrive({ name: 'Eve Dunn', open: folder.path })
  await eve.chooses('agreement.open')
  await expect(sheet(eve).getByText(/^Only ada has annotated here\. /)).toBeVisible()
  await eve.leaveForGood()
})

test('every measure of whoever and whichever tag is chosen stands in a group that opens, with the figures of the command line, and explains itself', async () => {
  const { coefficients } = agreed('--intervals') as { coefficients: Coefficient[] }
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  await view(dana, 'Measures').check({ force: true })
  const isOf = (pair: string | null, tag: string | null) => (one: Coefficient) =>
    JSON.stringify(one.pair) === (pair ?? 'null') && (one.tag === tag || (tag === null && one.over === 'answers'))
  await expect.poll(() => groupsOf(dana)).toEqual(groupsIn(coefficients, isOf(null, null)))
  expect(Object.keys(await groupsOf(dana))).toContain('Answers: Claim, Polarity')
  await sheet(dana).getByRole('combobox', { name: /^Tag/ }).selectOption({ label: 'Claim' })
  await expect.poll(() => groupsOf(dana)).toEqual(groupsIn(coefficients, isOf(null, 'claim')))
  await sheet(dana).getByLabel('Annotators').first().selectOption({ label: 'ada and ben' })
  await expect.poll(() => groupsOf(dana)).toEqual(groupsIn(coefficients, isOf('{"a":"ada","b":"ben"}', 'claim')))

  // By the keys: what is closed opens, a figure explains itself, and the focus comes back to it.
  const unitizing = sheet(dana).locator('summary', { hasText: 'Unitizing' })
  await unitizing.focus()
  await dana.presses('Enter')
  const ku = sheet(dana).getByRole('button', { name: /^Krippendorff’s \(k\)uα: / })
  await ku.focus()
  await dana.presses('Enter')
  const explained = sheet(dana).getByRole('complementary', { name: 'How this figure comes about' })
  await expect(explained.getByText(/^\(k\)uα = 1 − \d/)).toBeVisible()
  await expect(explained.getByText(/^Krippendorff, K\., Mathet, Y\./)).toBeVisible()
  await expect(
    explained.getByText(/units of “Claim” and the gaps between them.*Two annotators, 6 articles/),
  ).toBeVisible()
  await explained.getByRole('button', { name: 'Close the explanation' }).focus()
  await dana.presses('Enter')
  await expect(ku).toBeFocused()
  await dana.presses('Escape')
  await expect(sheet(dana)).toHaveCount(0)
  await dana.leave()

  // What was open is open the next day.
  const again = await Analyst.arrive({ profile: dana.profile, open: folder.path })
  await again.chooses('agreement.open')
  await view(again, 'Measures').check({ force: true })
  await expect(sheet(again).getByRole('button', { name: /^Krippendorff’s uα: / })).toBeVisible()
  await again.leaveForGood()
})

/** So many long articles take γ minutes on any machine: whoever stops it is in time. */
const LONG = 60

test('γ is computed when it is asked for, is that of the command line, stays while others are chosen, and can be stopped', async () => {
  const { gamma } = agreed('--gamma')
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  await view(dana, 'Measures').check({ force: true })
  await sheet(dana).locator('.gamma summary').click()
  await sheet(dana).getByRole('button', { name: 'Compute γ' }).click()
  const table = sheet(dana).getByRole('table', { name: 'γ' })
  const row = (name: string, value: number, own: number) =>
    expect(table.getByRole('row', { name: new RegExp(`^${name} `) })).toContainText(
      `${value.toFixed(3)}${own.toFixed(3)}6`.replaceAll('-', '−'),
    )
  await row('All tags', gamma.all.value, gamma.all.cat)
  await row('Claim', gamma.byTag.claim.value, gamma.all.k.claim)
  await sheet(dana)
    .getByRole('button', { name: /^γ, All tags: / })
    .click()
  await expect(sheet(dana).getByText(/^3 annotators, 6 articles: γ \(Mathet/)).toBeVisible()

  // Of two of them.
  const pair = gamma.pairs.find(({ a, b }: { a: string; b: string }) => a === 'ada' && b === 'ben')
  expect(pair.all.value.toFixed(3)).not.toBe(gamma.all.value.toFixed(3))
  const whom = sheet(dana).getByLabel('Annotators').first()
  await whom.selectOption({ label: 'ada and ben' })
  await row('All tags', pair.all.value, pair.all.cat)
  await row('Claim', pair.byTag.claim.value, pair.all.k.claim)
  await sheet(dana)
    .getByRole('button', { name: /^γ, All tags: / })
    .click()
  await expect(sheet(dana).getByText(/^Two annotators, 6 articles: γ \(Mathet/)).toBeVisible()
  await whom.selectOption({ label: 'All pairs' })

  // Somebody less: what was measured stays, and says what it is of.
  await sheet(dana).getByRole('checkbox', { name: /^ben/ }).uncheck()
  await expect(sheet(dana).getByText('Of ada, ben, cleo; all tags. Something else is chosen by now.')).toBeVisible()
  await row('All tags', gamma.all.value, gamma.all.cat)
  await sheet(dana).getByRole('button', { name: 'Compute γ anew' }).click()
  await expect(sheet(dana).getByText('Of ada, cleo; all tags.', { exact: true })).toBeVisible()

  // Many that take long: stopped, the one before stays.
  const words = Array.from({ length: 160 }, (_, i) => `word${i}`)
  const text = `${words.join(' ')} \n`
  for (let number = 1; number <= LONG; number++) {
    const name = `long-${number}.txt`
    await folder.write(name, text)
    for (const [person, step] of [
      ['ada', 1],
      ['ben', 2],
      ['cleo', 3],
    ] as const)
      await folder.write(
        `${name}.${person}.stet.json`,
        sidecar(
          person,
          name,
          text,
          words
            .slice(100)
            .flatMap((word, i) => (i % step === 0 ? [['actor', word] as const, ['claim', `${word} `] as const] : [])),
        ),
      )
  }
  await dana.presses('Escape')
  await dana.chooses('agreement.open')
  await sheet(dana).getByRole('checkbox', { name: /^ben/ }).check()
  await expect(sheet(dana).getByText(new RegExp(`^${6 + LONG} articles that two or more annotated`))).toBeVisible()
  await sheet(dana).getByRole('button', { name: 'Compute γ' }).click()
  const far = new RegExp(`^γ of [1-9]\\d* of ${6 + LONG} articles$`)
  await expect(sheet(dana).getByText(far)).toBeVisible()
  await sheet(dana).getByRole('button', { name: 'Stop γ' }).click()
  await expect(sheet(dana).getByText('Stopped.', { exact: true })).toBeVisible()
  await expect(sheet(dana).getByRole('button', { name: 'Compute γ' })).toBeVisible()
  await dana.leaveForGood()
})

/** Saves all figures under a name, in its format, and gives what was written. */
async function saved(dana: Analyst, path: string): Promise<string> {
  await dana.answersSaveDialog(path)
  const button = sheet(dana).getByRole('button', { name: path.endsWith('.csv') ? /CSV/ : /HTML/ })
  await button.click()
  await expect(
    sheet(dana)
      .getByText(`Saved as ${basename(path)}.`)
      .first(),
  ).toBeVisible()
  return readFile(path, 'utf8')
}

test('every figure is saved as a table and as a page of its own, which the command line writes, too', async () => {
  const out = await makeFolder({})
  // The command writes the same by the same code, to the letter.
  const told = (name: string) => join(out.path, `told.${name}`)
  const { coefficients } = agreed('--intervals', '--csv', told('csv'), '--html', told('html')) as {
    coefficients: Coefficient[]
  }
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  const save = (name: string) => saved(dana, join(out.path, name))
  const table = await save('figures.csv')
  const rows = table.trimEnd().split('\r\n')
  expect(rows[0]).toMatch(
    /^measure,level,over,tag,pair,question,value,low,high,n,articles,reason,proven,annotators,tags,wordsApart,/,
  )
  expect(rows.slice(1).map(row => row.split(',').filter((_, i) => [0, 1, 2, 3, 5, 6].includes(i)))).toEqual(
    coefficients.map(({ measure, level, over, tag, question, value }) =>
      [measure, level, over, tag, question, value].map(cell => (cell === null ? '' : String(cell))),
    ),
  )
  expect(rows.some(row => row.includes(',ada – ben,'))).toBe(true)
  const page = await save('figures.html')
  expect(page).toContain('<h2>ada – ben</h2>')
  expect(page).toContain(`${AGREED_ARTICLES} articles that two or more annotated: ada, ben, cleo`)
  expect(page).toContain('All tags were looked at.')
  expect(page).not.toMatch(/<script|https?:|<link|@import/)
  expect(await readFile(told('csv'), 'utf8')).toBe(table)
  expect(await readFile(told('html'), 'utf8')).toBe(page)
  await dana.leaveForGood()
  await out.forget()
})

test('what is chosen, and γ of it, stand in what is saved; where names are hidden letters stand there, and nobody’s counts there or on the screen', async () => {
  const out = await makeFolder({})
  const dana = await Analyst.arrive({ name: 'Dana Roe', open: folder.path })
  await dana.chooses('agreement.open')
  const save = (name: string) => saved(dana, join(out.path, name))

  // What is chosen, and γ that was measured of it, stand in the next file; what is looked at meanwhile changes nothing.
  await sheet(dana).getByRole('checkbox', { name: /^ben/ }).uncheck()
  await view(dana, 'Measures').check({ force: true })
  await sheet(dana).locator('.gamma summary').click()
  await sheet(dana).getByRole('button', { name: 'Compute γ' }).click()
  await expect(sheet(dana).getByText('Of ada, cleo; all tags.', { exact: true })).toBeVisible()
  const some = await save('some.csv')
  expect(some).toMatch(/\r\ngamma,,continuum,,,,[\d.-]+,,,\d+\.?\d*,6,,true,ada; cleo,,0,false,0,0,0,0,,\r\n/)
  await sheet(dana).getByRole('checkbox', { name: /^ben/ }).check()
  await dana.presses('Escape')

  await dana.articles.getByRole('option').first().click()
  await expect(dana.text.getByText('Harbour notice')).toBeVisible()
  await dana.chooses('review.compare')
  await expect(dana.window.locator('#comparing-bar')).toBeVisible()
  await dana.chooses('review.blind')
  await dana.chooses('agreement.open')
  await expect(sheet(dana).getByRole('checkbox', { name: 'A', exact: true })).toBeVisible()
  const blind = [await save('blind.csv'), await save('blind.html'), await sheet(dana).innerText()]
  for (const text of blind) expect(text).not.toMatch(/\b(ada|ben|cleo)\b/)
  for (const row of blind[0]!.split('\r\n').filter(row => /,[A-C] – [A-C],/.test(row))) {
    expect(row.split(',').slice(9, 11)).toEqual(['', ''])
  }
  expect(blind[1]).toContain('<h2>A – B</h2>')
  await view(dana, 'Levels').check({ force: true })
  await expect(figure(dana, 'A and B', 'Found')).not.toHaveAccessibleName(/ n \d/)
  // Nor do the explanation, the matrix, the bar or the groups of two tell how much somebody has.
  await figure(dana, 'A and B', 'Found').click()
  const explained = sheet(dana).getByRole('complementary', { name: 'How this figure comes about' })
  await expect(explained.getByText('F₁ = 2 · both')).toBeVisible()
  expect((await explained.getByText('Counts are hidden').count()) > 0).toBe(true)
  expect(await explained.locator('.legend, .formula, td, .methods').allInnerTexts()).not.toContainEqual(
    expect.stringMatching(/= 2 · \d|\d articles/),
  )
  await view(dana, 'Which tags').check({ force: true })
  await sheet(dana).getByLabel('Annotators').first().selectOption({ label: 'A and B' })
  const cells = sheet(dana).getByRole('button', { name: / meets / })
  await expect(cells.first()).toHaveAccessibleName(/: \d+ %$/)
  expect(await cells.evaluateAll(all => all.map(one => one.textContent))).not.toContainEqual(
    expect.stringMatching(/^\d+$/),
  )
  await cells.first().click()
  await expect(sheet(dana).getByRole('listbox', { name: /: cases$/ })).toBeVisible()
  await dana.leaveForGood()
  await out.forget()
})
