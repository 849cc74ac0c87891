import { Analyst } from '../analyst.ts'
import { makeFolder } from '../folder.ts'
import { cutOff, shutOut, unaccented } from '../looking.ts'
import { articles, copies, screens, sitBack, sitDown } from '../screens.ts'
import { expect, test } from '../story.ts'

test('a long article can stand on the page whole, for a screen reader that reads on by itself, and stays so', async () => {
  const paragraphs = Array.from({ length: 600 }, (_, i) => `Paragraph ${i} of a long report about the harbour.`)
  const folder = await makeFolder({ 'long.txt': `A long report\n\n${paragraphs.join('\n\n')}\n` })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/A long report/)
  const last = ada.text.getByText('Paragraph 599 of')
  await expect(last).toHaveCount(0)
  await ada.presses('Control+k')
  await ada.window.keyboard.type('mount the whole')
  await ada.presses('Enter')
  await expect(last).toHaveCount(1)
  await ada.leave()
  const again = await Analyst.arrive({ profile: ada.profile, open: folder.path })
  await expect(again.text.getByText('Paragraph 599 of')).toHaveCount(1)
  await again.leaveForGood()
  await folder.forget()
})

test('in a longer language, from right to left, no sentence is unaccented and nothing runs out sideways', async () => {
  const folder = await makeFolder({ 'strike.txt': 'Dockers walk out\n\nThe union said that the port would close.\n' })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, language: 'ar-XB' })
  const { window } = ada
  await window.getByRole('option', { name: /Dockers/ }).click()
  await expect(window.getByRole('article')).toBeVisible()
  for (const screen of ['article', 'palette', 'keys']) {
    if (screen === 'palette') await ada.presses('Control+k')
    if (screen === 'keys') await ada.presses('Escape', 'F1')
    if (screen !== 'article') await expect(window.getByRole('dialog')).toBeVisible()
    const labels = await window.evaluate(() =>
      [...document.querySelectorAll('button[aria-label], [role=dialog] h2, section[aria-label], dialog h3')].map(
        one => one.getAttribute('aria-label') ?? one.textContent ?? '',
      ),
    )
    expect(labels.length).toBeGreaterThan(0)
    // What is told (a name, a tag) stays as it is, inside the brackets.
    expect(labels.filter(label => /\p{L}{2}/u.test(label) && !label.includes('['))).toEqual([])
    const sideways = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  }
  expect(await window.evaluate(() => document.documentElement.dir)).toBe('rtl')
  await ada.leaveForGood()
  await folder.forget()
})

const sizes = [
  { width: 1280, height: 720 },
  { width: 900, height: 600 },
] as const

/** Comes to every screen in turn, and tells what there is to say of it by its name. */
async function walk(ada: Analyst, look: (screen: string) => Promise<void>): Promise<void> {
  for (const screen of screens) {
    await sitBack(ada)
    await screen.show(ada)
    await look(screen.name)
  }
}

for (const { name, language } of [
  { name: 'in a longer language', language: 'en-XA' },
  { name: 'from right to left', language: 'ar-XB' },
] as const) {
  test(`${name}, every sentence comes from the words, and nothing is cut off on any screen in a large or a small window`, async () => {
    test.setTimeout(900_000)
    const folder = await makeFolder({ ...articles, ...copies })
    const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: sizes[0], language })
    await sitDown(ada)
    await walk(ada, async screen => {
      expect.soft(await unaccented(ada), screen).toEqual([])
      for (const size of [...sizes, sizes[0]]) {
        await ada.resize(size)
        await expect.poll(() => ada.window.evaluate(() => innerWidth)).toBe(size.width)
        expect.soft(await cutOff(ada), `${screen}, ${size.width}`).toEqual([])
      }
    })
    await ada.leaveForGood()
    await folder.forget()
  })
}

test('at 200 %, in a longer language from right to left, nothing is cut off on any screen', async () => {
  test.setTimeout(900_000)
  const folder = await makeFolder({ ...articles, ...copies })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: sizes[0], language: 'ar-XB' })
  await sitDown(ada)
  for (let step = 0; step < 5; step++) await ada.presses('Alt+=')
  await expect.poll(() => ada.window.evaluate(() => innerWidth)).toBe(640)
  await walk(ada, async screen => expect.soft(await cutOff(ada), screen).toEqual([]))
  await ada.leaveForGood()
  await folder.forget()
})

test('no screen shuts anybody out, in the light or in the dark', async () => {
  test.setTimeout(900_000)
  const folder = await makeFolder({ ...articles, ...copies })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size: sizes[0] })
  await sitDown(ada)
  await walk(ada, async screen => expect.soft(await shutOut(ada), screen).toEqual([]))
  await ada.leaveForGood()
  await folder.forget()
})
