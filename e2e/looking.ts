import { AxeBuilder } from '@axe-core/playwright'
import { defaultCodebook } from '../shared/codebook/defaultCodebook.ts'
import type { Analyst } from './analyst.ts'
import { articles, broughtFiles, unpackedTable } from './screens.ts'

/** What is cut off or stands outside the window, and by how much. What ends in an ellipsis is shortened on purpose. */
export async function cutOff({ window }: Analyst): Promise<string[]> {
  return window.evaluate(async () => {
    // What is drawn over the text follows the size of the window at the next frame.
    for (let frame = 0; frame < 4; frame++) await new Promise(resolve => requestAnimationFrame(resolve))
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(one => one.checkVisibility() && !one.closest('.hidden'))
    const cut = seen('button, label, h1, h2, h3, legend, summary, dialog .sheet').filter(one => {
      const { display, textOverflow } = getComputedStyle(one)
      return display !== 'inline' && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1
    })
    const outside = seen('button, input, select, textarea, dialog, [role=menu], [role=toolbar]').filter(one => {
      const { left, right, width } = one.getBoundingClientRect()
      return width > 1 && (left < -1 || right > innerWidth + 1)
    })
    const beyondPane = seen('.pane *:not(.splitter)').filter(one => {
      const [own, pane] = [one.getBoundingClientRect(), one.closest('.pane')!.getBoundingClientRect()]
      // What floats over the text isn't of the pane that it was made in; what surrounds a hit is cut off to its line.
      const floats = one.closest('.picker, .entity-picker, .tag-bar, .hover-card, .context, .hit-line') !== null
      return !floats && own.width > 1 && (own.left < pane.left - 1 || own.right > pane.right + 1)
    })
    const found = [...cut, ...outside, ...beyondPane].map(
      one => `${one.tagName}.${one.className} ${one.scrollWidth}/${one.clientWidth} ${one.textContent?.slice(0, 40)}`,
    )
    const sideways = document.documentElement.scrollWidth - innerWidth
    return sideways > 0 ? [...found, `the window scrolls sideways by ${sideways}`] : found
  })
}

/** Words that are no sentence of ours: the articles, what the codebook calls things, names, files and signs. */
const data = JSON.stringify([
  defaultCodebook,
  articles,
  unpackedTable,
  broughtFiles,
  ['The Dockers’ Union', 'Harbour Union of Ferrow', 'zeppelin', 'theirs', 'Carol Jansen', 'bob', 'elsewhere'],
])
const known = new Set(
  [
    ...data.replace(/\\[nt]/g, ' ').match(/\p{L}+/gu)!,
    ...[
      'bo',
      'cleo',
      'Ada',
      'Lind',
      'ada',
      'lind',
      'stet',
      'story',
      'json',
      'txt',
      'receipt',
      'week',
      'csv',
      'UTF',
      'default',
    ],
  ].map(word => word.toLowerCase()),
)

/** What can be read or heard and doesn't come from the words: in a disguised language all of theirs is accented. Names that are the same in every language say so. */
export async function unaccented({ window }: Analyst): Promise<string[]> {
  const texts = await window.evaluate(() => {
    const isSeen = (one: Element | null) => one?.checkVisibility() && !one.closest('[data-page], [translate=no]')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (isSeen(node.parentElement)) found.push(node.textContent ?? '')
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (isSeen(one))
        for (const name of ['aria-label', 'title', 'placeholder']) found.push(one.getAttribute(name) ?? '')
    return found
  })
  return [...new Set(texts)].filter(text =>
    text
      // The folder of the story, which has a name of its own each time, and the id under which an answer of Bo's comes in.
      .replace(/stet-story-\w+|\bbo-answers\b/g, '')
      .match(/\p{L}+/gu)
      ?.some(word => /^[A-Za-z]{3,}$/.test(word) && !known.has(word.toLowerCase())),
  )
}

/** What axe finds, in the light; in the dark only colours are others. Each finding begins with the theme. */
export async function shutOut({ window }: Analyst): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme })
    // Halfway through a motion colours are others.
    await window.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
          .map(({ finished }) => finished),
      ).then(() => undefined),
    )
    // The other way of axe opens a page of its own, which an Electron has no place for.
    const page = new AxeBuilder({ page: window as never }).setLegacyMode()
    // What lies behind a dialog is out of reach, and was looked at when it wasn't.
    const axe = (await window.locator('dialog[open]').count()) > 0 ? page.include('dialog[open]') : page
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze()
    for (const { id, nodes } of violations)
      for (const { html, any, failureSummary } of nodes)
        found.push(`${colorScheme}: ${id}: ${html} ${any[0]?.message ?? failureSummary}`)
  }
  await window.emulateMedia({ colorScheme: 'light' })
  return found
}
