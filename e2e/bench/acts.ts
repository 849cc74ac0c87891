import { setTimeout as pause } from 'node:timers/promises'
import { commands } from '../../shared/commands/commands.ts'
import type { Taken } from './measured.ts'
import { cpuOf } from './processes.ts'
import type { Watched } from './windows.ts'

/** What a person does in a text, and what a plain window does at the same input. */
export interface Acts {
  readonly create: Taken
  readonly attribute: Taken
  readonly nudge: Taken
  readonly delete: Taken
  readonly undo: Taken
  readonly select: Taken
}

export type Act = keyof Acts

/** What `eye.js` can watch for a change. */
type Look = 'marks' | 'box' | 'answers' | 'nothing'

/** How long something may take to be seen. */
const PATIENCE_MS = 5_000
/** What an act sets off is done by then: what is saved has been answered, and shown as saved. */
const AFTERMATH_MS = 150
const nothing: Taken = { ms: null, cpu: null }

/**
 * One round of acts in the middle of an article, `part` of the way down the
 * screen. The annotation that it makes is taken away again by undo.
 */
export async function actInStet(stet: Watched, part: number): Promise<Acts> {
  const { page } = stet
  await selectWord(stet, part)
  const create = await timed(stet, 'keydown', 'marks', () => page.keyboard.press('2'))
  const attribute = await timed(stet, 'click', 'answers', await clickOf(stet, '#inspector .attribute button'))
  await page.keyboard.press('Control+1')
  const nudge =
    'span.endRight' in commands ? await timed(stet, 'keydown', 'marks', () => page.keyboard.press('}')) : nothing
  const removed = await timed(stet, 'keydown', 'marks', () => page.keyboard.press('Delete'))
  const undo = await timed(stet, 'keydown', 'marks', () => page.keyboard.press('Control+z'))
  const mark = await page.evaluate(part => window.eye.mark(part), part)
  if (!mark) throw new Error('No annotation is in view')
  await page.mouse.move(mark.x, mark.y)
  const select = await timed(stet, 'click', 'box', () => page.mouse.click(mark.x, mark.y))
  await page.keyboard.press('Control+z')
  await pause(AFTERMATH_MS)
  return { create, attribute, nudge, delete: removed, undo, select }
}

/** The same inputs in the plain window: the end of a selection by mouse, a key in it, and a click. */
export async function actInPlain(plain: Watched, part: number): Promise<Acts> {
  const { page } = plain
  const select = await timed(plain, 'click', 'nothing', await clickOnWord(plain, part))
  const release = await selectWord(plain, part, true)
  const create = await timed(plain, 'mouseup', 'nothing', release)
  const key = () => timed(plain, 'keydown', 'nothing', () => page.keyboard.press('Shift+ArrowRight'))
  return { create, attribute: await key(), nudge: await key(), delete: await key(), undo: await key(), select }
}

/** Does something, and measures until it is painted, by the clock and by the CPU. */
async function timed(watched: Watched, event: string, look: Look, act: () => Promise<void>): Promise<Taken> {
  const { page, pid } = watched
  await page.evaluate(([event, look]) => window.eye.armChange(event, look), [event, look] as const)
  const before = cpuOf(pid)
  await act()
  const seen = await page.evaluate(patience => window.eye.seen(patience), PATIENCE_MS)
  const after = cpuOf(pid)
  await pause(AFTERMATH_MS)
  if (seen === null) return nothing
  return { ms: seen[0]!, cpu: before !== null && after !== null ? after - before : null }
}

/** Selects a word with the mouse. With `held` the button is still down, and what is returned lets go of it. */
async function selectWord({ page }: Watched, part: number, held = false): Promise<() => Promise<void>> {
  const word = await page.evaluate(part => window.eye.word(part), part)
  if (!word) throw new Error('No word is in view')
  await page.mouse.move(word.from, word.y)
  await page.mouse.down()
  await page.mouse.move(word.to, word.y, { steps: 3 })
  if (!held) await page.mouse.up()
  await pause(AFTERMATH_MS)
  return () => page.mouse.up()
}

async function clickOnWord({ page }: Watched, part: number): Promise<() => Promise<void>> {
  const word = await page.evaluate(part => window.eye.word(part), part)
  if (!word) throw new Error('No word is in view')
  await page.mouse.move(word.from, word.y)
  return () => page.mouse.click(word.from, word.y)
}

async function clickOf({ page }: Watched, selector: string): Promise<() => Promise<void>> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`Nothing is there for ${selector}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  return () => page.mouse.click(x, y)
}
