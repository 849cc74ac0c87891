import { execFileSync } from 'node:child_process'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const text = `Забастовка в порту

Докеры ушли с работы во вторник после недели переговоров, и начальник порта (Harbour Gazette) назвал это позором.

Никто не знает, когда они вернутся, сказал вечером профсоюз, а суда ждут на рейде.
`

/** Russian letters as KOI8-R has them, from А to я. */
const letters = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'
const koi8 = Buffer.from(
  [...text].map(sign => (letters.includes(sign) ? 0xc0 + letters.indexOf(sign) : sign.charCodeAt(0))),
)
/** The same bytes as somebody would read them who takes them for windows-1251. */
const misread = new TextDecoder('windows-1251').decode(koi8)
const lineOf = (words: string) => misread.slice(text.indexOf(words), text.indexOf(words) + words.length)

const factsFile = 'strike.txt.article.stet.json'
let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'strike.txt': koi8 })
  await folder.write('notes.txt', 'A calm day\n\nNothing happened at all on Monday.\n')
})
test.afterEach(() => folder.forget())

const chooses = async (ada: Analyst, words: string) => {
  await ada.chooses('article.encoding')
  await expect(
    ada.window.getByRole('listbox', { name: 'How the file is encoded' }).getByRole('option').first(),
  ).toBeVisible()
  await ada.window.keyboard.type(words)
  await ada.presses('Enter')
}

test('an encoding is corrected: annotations are offered at the same bytes, nothing is lost, undo goes back, a restart remembers', async () => {
  const ada = await Analyst.arrive({ name: 'Ada', open: folder.path })
  await ada.opens(/Забастовка/)
  await chooses(ada, 'windows-1251')
  await ada.isReading(lineOf('Забастовка'))
  await expect(ada.window.getByRole('button', { name: /^WINDOWS-1251/ })).toBeVisible()
  await ada.selects(lineOf('профсоюз'))
  await ada.presses('2')
  await ada.selects('Harbour Gazette')
  await ada.presses('2')
  await ada.seesSaved()
  await folder.sidecarOnceSaved('strike.txt', 'ada')
  await expect.poll(async () => JSON.parse((await folder.read(factsFile)).toString()).encoding).toBe('windows-1251')

  // The list shows how the text reads in each; it is found by its own words.
  await chooses(ada, 'забастовка')
  await ada.isReading(/Забастовка/)
  await expect(ada.annotation('Actor', 'Harbour Gazette')).toBeVisible()
  await ada.presses('Control+Shift+p')
  const list = ada.window.getByRole('listbox', { name: 'Annotations to look at since the text changed' })
  await expect(list.getByRole('option')).toHaveCount(1)
  const decision = ada.window.getByRole('region', { name: 'How it stood, and where it may belong' })
  await expect(decision.locator('mark')).toHaveText([lineOf('профсоюз'), 'профсоюз'])
  const before = await folder.sidecar('strike.txt', 'ada')
  expect(before.annotations.map(({ spans }) => spans[0]!.quote)).toContain(lineOf('профсоюз'))

  // Undo takes the choice back, and everything stands where it stood.
  await ada.presses('Control+z')
  await ada.isReading(lineOf('Забастовка'))
  await expect(ada.annotation('Actor', lineOf('профсоюз'))).toBeVisible()
  await ada.presses('Control+Shift+z')
  await ada.isReading(/Забастовка/)
  await ada.presses('Control+Shift+p')
  await expect(list.getByRole('option')).toHaveCount(1)
  await list.focus()
  await ada.presses('Enter')
  await expect(ada.annotation('Actor', 'профсоюз')).toBeVisible()
  await ada.seesSaved()
  await ada.leave()

  const sidecar = await folder.sidecar('strike.txt', 'ada')
  expect(sidecar.article).toMatchObject({ encoding: 'koi8-r', text })
  expect(sidecar.unplaced).toEqual([])
  expect(sidecar.annotations.map(({ spans }) => spans[0]!.quote).sort()).toEqual(['Harbour Gazette', 'профсоюз'])
  expect(await folder.read('strike.txt')).toEqual(koi8)

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.opens(/Забастовка/)
  await expect(again.annotation('Actor', 'профсоюз')).toBeVisible()
  await chooses(again, 'windows-1251')
  await again.isReading(lineOf('Забастовка'))
  await again.seesSaved()
  await expect.poll(async () => JSON.parse((await folder.read(factsFile)).toString()).encoding).toBe('windows-1251')
  await again.leave()

  // Everything else reads the file as it was chosen too.
  const stet = (...words: string[]) => execFileSync('npm', ['run', '-s', 'stet', '--', ...words], { encoding: 'utf8' })
  expect(stet('text', `${folder.path}/strike.txt`)).toBe(misread)
  expect(JSON.parse(stet('info', `${folder.path}/strike.txt`, '--json'))).toMatchObject({
    ...{ encoding: 'windows-1251', encodingBy: 'person' },
    title: lineOf('Забастовка в порту'),
  })
  expect(stet('text', `${folder.path}/strike.txt`, '--encoding', 'koi8-r')).toBe(text)

  const third = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await third.isReading(lineOf('Забастовка'))
  await third.presses('Control+Shift+f')
  await third.window.locator('#search-words').fill(lineOf('Докеры'))
  await expect(third.window.locator('#search-pane [role=option]').last()).toContainText(lineOf('Докеры'))
  await third.leaveForGood()
})
