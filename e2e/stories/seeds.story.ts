import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Analyst } from '../analyst.ts'
import { hasPython, makeFolder, readWithPython } from '../folder.ts'
import { expect, test } from '../story.ts'

/** The real articles, where they are: beside the project, never in it. */
const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))
const samples = fileURLToPath(new URL('../../resources/sample', import.meta.url))
const hasSeeds = existsSync(seeds)

/** What is known of each real article, without a word of it: the hash of its title, and the numbers of its lines that are boilerplate. */
const known: Record<string, { readonly title: string; readonly boilerplate: readonly number[] }> = {
  '000': { title: '9a3b8bbae8dcff33', boilerplate: [] },
  '001': { title: 'a83af3609268e144', boilerplate: [1, 48, 49] },
  '002': { title: '3c2c0d3d15209b25', boilerplate: [1] },
  '003': { title: '3d920a248336f369', boilerplate: [1, 51] },
  '004': { title: 'b483433f575c2922', boilerplate: [1, 50] },
}

const articles = [
  ...(hasSeeds ? readdirSync(seeds).map(name => join(seeds, name)) : []),
  ...readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt'))
    .map(name => join(samples, name)),
]

test('the real articles are there to be read', () => {
  test.skip(!hasSeeds, 'The seed articles are not on this machine; the sample’s are read instead.')
  expect(Object.keys(known)).toEqual(
    readdirSync(seeds)
      .map(name => name.slice(0, 3))
      .sort(),
  )
})

for (const [number, { title, boilerplate }] of Object.entries(known)) {
  test(`real article ${number}: its title and its boilerplate are recognised`, async () => {
    test.skip(!hasSeeds, 'The seed articles are not on this machine.')
    const folder = await makeFolder()
    const name = readdirSync(seeds).find(one => one.startsWith(number))!
    cpSync(join(seeds, name), join(folder.path, name))
    const ada = await Analyst.arrive({ name: 'Ada Lind', open: join(folder.path, name) })
    await ada.isReading(/./)
    const shown = (await ada.text.getByRole('heading', { level: 1 }).innerText()).trim()
    expect(createHash('sha256').update(shown).digest('hex').slice(0, 16)).toBe(title)
    const lines = readFileSync(join(seeds, name), 'utf8').split('\n')
    const faint = () => ada.text.locator('[data-zone=boilerplate]').allTextContents()
    const top = await faint()
    await ada.presses('Control+1', 'Control+End')
    await expect(ada.text.getByText(lines.at(-1)!.slice(-30))).toBeInViewport()
    const numbers = [...top, ...(await faint())].map(text => lines.indexOf(text.replace(/\n$/, '')) + 1)
    expect([...new Set(numbers)]).toEqual(boilerplate)
    await ada.leaveForGood()
    await folder.forget()
  })
}

for (const path of articles) {
  test(`${basename(path)}: a claim, an actor and an event are tagged, saved, found again, and read by Python`, async () => {
    test.skip(!hasPython, 'There is no python3 on this machine.')
    const folder = await makeFolder()
    const name = basename(path)
    cpSync(path, join(folder.path, name))
    const ada = await Analyst.arrive({ name: 'Ada Lind', open: join(folder.path, name) })
    await ada.isReading(/./)
    const words = await ada.bodyWords(3)
    for (const [i, one] of words.entries()) {
      await ada.selects(one)
      await ada.presses(`${i + 1}`)
      await expect(ada.annotations.getByRole('option')).toHaveCount(i + 1)
    }
    await ada.seesSaved()
    await ada.leave()
    const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
    await again.isReading(/./)
    await expect(again.annotations.getByRole('option')).toHaveCount(3)
    await again.leaveForGood()

    const read = readWithPython(folder, name, 'ada-lind')
    expect(read).toHaveLength(3)
    for (const { quote, sliced } of read) expect(sliced).toBe(quote)
    const { annotations } = await folder.sidecar(name, 'ada-lind')
    expect(annotations.map(({ tag }) => tag).sort()).toEqual(['actor', 'claim', 'event'])
    expect(readFileSync(path).equals(await folder.read(name)), 'the article is as it was').toBe(true)
    await folder.forget()
  })
}
