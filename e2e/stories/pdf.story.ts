import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { wrapped } from '../newspaperPdf.ts'
import { expect, test } from '../story.ts'
import { lines, writePdf } from '../writePdf.ts'

const left = 'The dockers of Castrel walked out on Monday after talks with the harbour board had failed.'
const right = 'Eleven ships lie at anchor outside of the breakwater, most of them laden with grain, said Ana Prado.'
const column = (text: string, x: number) => lines(wrapped(text, 30), { x, y: 130 })
const text = `Dockers walk out\n${left}\n${right}\n`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'strike.pdf': writePdf([
      [{ x: 50, y: 90, size: 24, text: 'Dockers walk out' }, ...column(left, 50), ...column(right, 260)],
    ]),
    'kanji.pdf': writePdf([
      [
        { x: 50, y: 90, text: 'Bread costs more in Castrel' },
        { x: 50, y: 140, font: 'japanese', text: '日本語新聞' },
      ],
    ]),
    'half.pdf': writePdf([column(left, 50), [], [], [], column(right, 50), []]),
    'scan.pdf': writePdf([[]]),
  })
})
test.afterEach(() => folder.forget())

test('Ada reads a PDF’s columns one after the other, tags a word, and the sidecar holds the text that she read', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.selects('Ana Prado')
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'Ana Prado')).toBeVisible()
  await ada.seesSaved()

  // Codes of East Asian documents are read by files that come with the program.
  await ada.opens(/kanji/)
  await expect(ada.text).toContainText('日本語新聞')

  await ada.opens(/half/)
  await expect(ada.status.getByText('4 pages have no text')).toHaveAttribute('title', /pages 2–4, 6:/)

  await ada.articles.getByRole('option', { name: /scan/ }).click()
  await expect(ada.window.getByRole('heading', { name: 'There is no text in this file' })).toBeVisible()
  await ada.leaveForGood()

  const { article, annotations } = await folder.sidecar('strike.pdf', 'ada-lind')
  expect(article).toMatchObject({ reader: 'pdf/1', text })
  const { start, end, quote } = annotations[0]!.spans[0]!
  expect([text.slice(start, end), quote]).toEqual(['Ana Prado', 'Ana Prado'])
})
