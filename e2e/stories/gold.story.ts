import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Strike at the port

Dockers walked out on Tuesday, and the harbour master called it "a day of shame".
`
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': strike })
})
test.afterEach(() => folder.forget())

const file = (annotator: string) => join(folder.path, `strike.txt.${annotator}.stet.json`)
const goldLayer = ({ window }: Analyst) => window.getByRole('button', { name: 'Gold layer: go back to my own layer' })
const quotesOf = ({
  annotations,
}: {
  readonly annotations: readonly { readonly spans: readonly { quote: string }[] }[]
}) => annotations.map(({ spans }) => spans[0]!.quote)

/** A colleague has tagged the article, and has gone. */
async function bobWasHere(): Promise<string> {
  const bob = await Analyst.arrive({ name: 'Bob', open: folder.path })
  await bob.opens(/Strike/)
  await bob.selects('walked out')
  await bob.presses('3')
  await bob.seesSaved()
  await bob.leaveForGood()
  return readFile(file('bob'), 'utf8')
}

test('what is done on gold stands in gold’s file, is undone there, and is there after another start', async () => {
  const theirs = await bobWasHere()
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('Dockers')
  await ada.presses('2')
  await ada.seesSaved()
  await ada.chooses('gold.work')
  await expect(goldLayer(ada)).toBeVisible()
  await expect(ada.window).toHaveTitle(/gold layer/)
  await expect(ada.annotations.getByRole('option')).toHaveCount(0)
  await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  const own = await readFile(file('ada-lind'), 'utf8')

  await ada.presses('Control+z')
  await ada.selects('harbour master')
  await ada.presses('2')
  await ada.selects('a day of shame')
  await ada.presses('1')
  await expect(ada.annotation('Claim', 'a day of shame')).toBeVisible()
  await ada.presses('Control+z')
  await expect(ada.annotations.getByRole('option')).toHaveCount(1)
  await ada.presses('d')
  await expect(ada.window.getByRole('option', { name: /Strike.*Adjudicated/s })).toBeVisible()
  await ada.seesSaved()
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Strike/)
  await expect(again.annotation('Actor', 'Dockers')).toBeVisible()
  await expect(goldLayer(again)).toHaveCount(0)
  await again.chooses('gold.work')
  await expect(again.annotation('Actor', 'harbour master')).toBeVisible()
  await goldLayer(again).click()
  await expect(again.annotation('Actor', 'Dockers')).toBeVisible()
  await again.leaveForGood()

  const gold = await folder.sidecar('strike.txt', 'gold-ada-lind')
  expect([quotesOf(gold), gold.status]).toEqual([['harbour master'], 'adjudicated'])
  expect(await readFile(file('ada-lind'), 'utf8')).toBe(own)
  expect(await readFile(file('bob'), 'utf8')).toBe(theirs)
})
