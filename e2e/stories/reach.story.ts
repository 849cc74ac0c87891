import { expect, test } from 'playwright/test'
import { Analyst } from '../analyst.ts'
import { makeFolder } from '../folder.ts'
import { articles, screens, sitBack, sitDown } from '../screens.ts'

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

/** What is cut off or stands outside the window. What ends in an ellipsis is shortened on purpose. */
async function cutOff({ window }: Analyst): Promise<string[]> {
  return window.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(one => one.checkVisibility() && !one.closest('.hidden'))
    const cut = seen('button, label, h1, h2, h3, legend, summary, dialog .sheet').filter(one => {
      const { display, textOverflow } = getComputedStyle(one)
      return display !== 'inline' && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1
    })
    const outside = seen('button, input, select, textarea, [role=option], [role=menu], dialog').filter(one => {
      const { left, right, width } = one.getBoundingClientRect()
      return width > 1 && (left < -1 || right > innerWidth + 1)
    })
    const beyondPane = seen('.pane *:not(.splitter)').filter(one => {
      const [own, pane] = [one.getBoundingClientRect(), one.closest('.pane')!.getBoundingClientRect()]
      // What floats over the text isn't of the pane that it was made in.
      const floats = one.closest('.picker, .tag-bar, .hover-card') !== null
      return !floats && own.width > 1 && (own.left < pane.left - 1 || own.right > pane.right + 1)
    })
    return [...cut, ...outside, ...beyondPane].map(
      one => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 40)}`,
    )
  })
}

for (const { name, language, zoom } of [
  { name: 'at 200 %', language: 'en', zoom: 2 },
  { name: 'in a longer language', language: 'en-XA', zoom: 1 },
  { name: 'from right to left', language: 'ar-XB', zoom: 1 },
] as const) {
  test(`${name}, nothing is cut off on any screen`, async () => {
    test.slow()
    const folder = await makeFolder(articles)
    const size = { width: 1280, height: 720 }
    const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, size, language })
    await sitDown(ada)
    for (let step = 0; zoom > 1 && step < 5; step++) await ada.presses('Alt+=')
    await expect.poll(() => ada.window.evaluate(() => innerWidth)).toBe(1280 / zoom)
    for (const screen of screens) {
      await sitBack(ada)
      await screen.show(ada)
      expect.soft(await cutOff(ada), screen.name).toEqual([])
    }
    await ada.leaveForGood()
    await folder.forget()
  })
}
