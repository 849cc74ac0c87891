import { Analyst } from '../analyst.ts'
import { makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

/** An article as short as one can be and still look like news. */
function report(title: string, first = ''): string {
  return `${title}\n\n${first} The people who had waited in front of the hall since the morning went home without a word of it.\n`
}

test('somebody new is asked for their name, opens a folder by the dialog, and finds it again next time', async () => {
  const folder = await makeFolder({ 'summit.txt': report('A summit ends early') })
  const ada = await Analyst.arrive({ open: folder.path })
  await expect(ada.window.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
  await ada.window.getByLabel('Your name').fill('Zoë Ångström')
  await expect(ada.window.getByLabel('Annotator id')).toHaveValue('zoe-angstrom')
  await ada.presses('Enter')
  await expect(ada.status).toContainText('Zoë Ångström')
  await expect(ada.articles.getByRole('option', { name: /A summit ends early/ })).toBeVisible()
  await ada.leave()

  const other = await makeFolder({ 'vote.txt': report('A vote is lost') })
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await expect(again.status).toContainText('Zoë Ångström')
  await again.answersDialog(other.path)
  await again.presses('Control+o')
  await expect(again.articles.getByRole('option', { name: /A vote is lost/ })).toBeVisible()
  await again.leaveForGood()
  await folder.forget()
  await other.forget()
})

test('everything is where it was after closing and opening: the article, the place in it, the annotations', async () => {
  const paragraphs = Array.from(
    { length: 120 },
    (_, i) =>
      `Paragraph ${i + 1} tells what was said in the hall that day, by whom, and how the others took it before the vote.`,
  )
  const folder = await makeFolder({
    'a.txt': 'First\n',
    'long.txt': `A long day in the hall\n\n${paragraphs.join('\n\n')}\n`,
  })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A long day/)
  await ada.scrollsTo('Paragraph 90')
  await ada.selects('Paragraph 90')
  await ada.presses('2')
  await ada.seesSaved()
  const before = await ada.place('Paragraph 90')
  await ada.leave()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/A long day/)
  await expect(again.annotation('Actor', 'Paragraph 90')).toBeVisible()
  await expect(again.text.getByText('Paragraph 90 tells')).toBeInViewport()
  expect((await again.placeAsItIs('Paragraph 90')).from.y).toBeCloseTo(before.from.y, -2)
  await again.leaveForGood()
  await folder.forget()
})

test('the first key counts, however early it is pressed: as soon as the list stands there', async () => {
  const folder = await makeFolder({ 'summit.txt': report('A summit ends early') })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles).toBeVisible()
  await ada.window.addInitScript(() => {
    // The window is drawn when all is known already; the key comes in the moment in which the list does.
    const { load } = document.fonts
    document.fonts.load = async (...face) => {
      await new Promise(resolve => setTimeout(resolve, 5_000))
      return load.apply(document.fonts, face)
    }
    const list = new MutationObserver(() => {
      if (!document.querySelector('#articles [role=option]')) return
      list.disconnect()
      const key = new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true })
      ;(document.activeElement ?? document.body).dispatchEvent(key)
    })
    list.observe(document, { childList: true, subtree: true })
  })
  await ada.window.reload()
  await ada.isReading(/A summit ends early/)
  await ada.leaveForGood()
  await folder.forget()
})

test('the machine dies right after the status line said "Saved", and nothing is lost', async () => {
  const folder = await makeFolder({ 'cats.txt': report('Cats', 'The cat sat on the mat, and the dog looked on.') })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Cats/)
  for (const words of ['cat sat', 'mat', 'dog']) {
    await ada.selects(words)
    await ada.presses('2')
    await expect(ada.annotation('Actor', words)).toBeVisible()
  }
  await ada.seesSaved()
  await ada.dies()

  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await again.isReading(/Cats/)
  await expect(again.annotations.getByRole('option')).toHaveCount(3)
  await again.leaveForGood()
  expect((await folder.sidecar('cats.txt', 'ada-lind')).annotations).toHaveLength(3)
  await folder.forget()
})

test('articles that come and go are listed by themselves, and those that can’t be read say why', async () => {
  const folder = await makeFolder({ 'here.txt': report('Here I am'), 'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff]) })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles.getByRole('option')).toHaveCount(2)
  await expect(
    ada.articles.getByRole('option', { name: /photo\.jpg, Stet cannot open this kind of file/ }),
  ).toBeVisible()
  await folder.write('deep/er/new.txt', report('News from below'))
  await expect(ada.articles.getByRole('option', { name: /News from below/ })).toBeVisible()
  await folder.remove('here.txt')
  await expect(ada.articles.getByRole('option', { name: /Here I am/ })).toHaveCount(0)
  await ada.window.getByRole('searchbox').fill('below')
  await expect(ada.articles.getByRole('option')).toHaveCount(1)
  await ada.leaveForGood()
  await folder.forget()
})

test('a folder that is gone is said in plain words, and the sample is a click away', async () => {
  const folder = await makeFolder()
  await folder.forget()
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.window.getByText('This folder is not there any more')).toBeVisible()
  await ada.window.getByRole('button', { name: /Open the sample workspace/ }).click()
  await expect(ada.articles.getByRole('option')).toHaveCount(9)
  await ada.leaveForGood()
})

test('text from the clipboard becomes an article named after its title, and nothing is overwritten', async () => {
  const folder = await makeFolder({ 'Budget fails.txt': 'Already here\n' })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles.getByRole('option')).toHaveCount(1)
  await ada.presses('Control+Shift+N')
  await ada.window.getByLabel('Text of the article').fill('Budget fails\n\nThe chamber said no.\n')
  await ada.window.getByRole('button', { name: 'Create the article' }).click()
  await expect(ada.text.getByText('The chamber said no.')).toBeVisible()
  await ada.leaveForGood()
  expect((await folder.read('Budget fails.txt')).toString()).toBe('Already here\n')
  expect((await folder.read('Budget fails 2.txt')).toString()).toBe('Budget fails\n\nThe chamber said no.\n')
  await folder.forget()
})
