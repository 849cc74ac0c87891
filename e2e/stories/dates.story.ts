import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({
    'strike.txt':
      'Dockers walk out\n\nBy Jane Roe\n5 March 2031\n\nThe dockers walked out on Monday, and talks begin again on Friday. Nobody knows more.\n\nThe union, which speaks for four hundred of them, said that nobody had been asked, and the port said nothing.\n',
    'page.html':
      '<html lang="fr"><head><meta property="article:published_time" content="2031-03-05T08:00:00Z"><title>Les dockers</title></head><body><article><h1>Les dockers</h1><p>Les dockers ont quitté le port hier, a dit le syndicat, et nul ne sait quand ils reviendront au travail.</p></article></body></html>',
    'undated.txt': 'Dockers come back\n\nThe dockers came back on Monday.\n',
  })
})
test.afterEach(() => folder.forget())

test('“Monday” is offered as the day it means, counted from when the article was published, and is taken with one press', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens('Dockers walk out')
  await ada.selects('walked out')
  await ada.presses('3')
  const when = ada.window.getByRole('group', { name: /^When/ })
  await expect(when.getByRole('button')).toHaveText([
    /^Monday: 3 Mar 2031$/,
    /^Monday: 10 Mar 2031$/,
    /^Friday: 28 Feb 2031$/,
    /^Friday: 7 Mar 2031$/,
  ])
  expect((await folder.sidecarOnceSaved('strike.txt', 'ada-lind')).annotations[0]!.attributes).toEqual({})

  await when.getByRole('button').first().click()
  await expect(ada.window.getByRole('textbox', { name: /^When/ })).toHaveValue('2031-03-03')
  await expect(when).toHaveCount(0)
  await ada.presses('Control+z')
  await expect(when.getByRole('button')).toHaveCount(4)

  // What is still to come lies after the day of publication.
  await ada.selects('talks')
  await ada.presses('3')
  await ada.window.getByRole('button', { name: 'future' }).click()
  await expect(when.getByRole('button').first()).toHaveText(/^Friday: 7 Mar 2031$/)
  await when.getByRole('button').first().focus()
  await ada.presses('Enter')
  await ada.seesSaved()
  await ada.leaveForGood()
  const { annotations } = await folder.sidecar('strike.txt', 'ada-lind')
  expect(annotations.map(({ attributes }) => attributes)).toEqual([{}, { realis: 'future', when: '2031-03-07' }])
})

test('a page says when it was published and in which language, and so it is read', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens('Les dockers')
  await ada.selects('ont quitté')
  await ada.presses('3')
  const when = ada.window.getByRole('group', { name: /^When/ })
  await expect(when.getByRole('button')).toHaveText(['hier: 4 Mar 2031'])
  await ada.leaveForGood()
})

test('where nothing says when an article was published, no date is offered', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens('Dockers come back')
  await ada.selects('came back')
  await ada.presses('3')
  await expect(ada.window.getByRole('textbox', { name: /^When/ })).toBeVisible()
  await expect(ada.window.getByRole('group', { name: /^When/ })).toHaveCount(0)
  await ada.leaveForGood()
})
