import { setTimeout as pause } from 'node:timers/promises'
import { commands } from '../../shared/commands/commands.ts'
import { followed } from './mainThread.ts'
import type { Watched } from './windows.ts'

/**
 * One act, in milliseconds. Plain text and Stet are measured alike, from the
 * input event that a person makes to the frame that shows what came of it:
 * `ms` by the clock, until the frame is painted and handed over to be shown;
 * `cpu` what the window's main thread worked for it, from the task that heard
 * the input through the one that painted. Other threads and processes are left
 * out (the other cores draw, save, and talk to the bench), and so is what a
 * window does once the frame is out: `following` is `cpu` with all of that.
 */
export interface Acted {
  readonly ms: number | null
  readonly cpu: number | null
  readonly following: number | null
}

/** What a person does in a text, and what a plain window does at the same kind of input. */
export interface Acts {
  readonly create: Acted
  readonly attribute: Acted
  readonly nudge: Acted
  readonly delete: Acted
  readonly undo: Acted
  readonly select: Acted
}

export type Act = keyof Acts

/** What `eye.js` can watch for a change. */
type Look = 'marks' | 'box' | 'answers' | 'selection' | 'releases' | 'clicks'

/** How long something may take to be seen. */
const PATIENCE_MS = 5_000
/** What an act sets off is done by then: what is saved has been answered, and shown as saved. */
const AFTERMATH_MS = 200
/** Longer than any double click. */
const APART_MS = 600

/**
 * One round of acts in the middle of an article, `part` of the way down the
 * screen. The annotation that it makes is taken away again by undo.
 */
export function actInStet(stet: Watched, part: number): Promise<Acts> {
  const { page } = stet
  return round(stet, async timed => {
    await selectWord(stet, part)
    await page.mouse.up()
    await pause(APART_MS)
    await timed('create', 'keydown', 'marks', () => page.keyboard.press('2'))
    await pointAt(stet, '#inspector .attribute button')
    await timed('attribute', 'pointerdown', 'answers', () => click(stet))
    await page.keyboard.press('Control+1')
    if ('span.endRight' in commands) await timed('nudge', 'keydown', 'marks', () => page.keyboard.press('}'))
    await timed('delete', 'keydown', 'marks', () => page.keyboard.press('Delete'))
    await page.keyboard.down('Control')
    await pause(AFTERMATH_MS)
    await timed('undo', 'keydown', 'marks', () => page.keyboard.press('z'))
    await page.keyboard.up('Control')
    const mark = await page.evaluate(part => window.eye.mark(part), part)
    if (!mark) throw new Error('No annotation is in view')
    await page.mouse.move(mark.x, mark.y)
    await pause(APART_MS)
    await timed('select', 'pointerdown', 'box', () => click(stet))
    await page.keyboard.press('Control+z')
    await pause(AFTERMATH_MS)
  })
}

/** In the plain window: the end of a selection by mouse (its last motion, and letting go), a key that moves its end, and a click. */
export function actInPlain(plain: Watched, part: number): Promise<Acts> {
  const { page } = plain
  return round(plain, async timed => {
    const word = await selectWord(plain, part, true)
    await timed('create', 'mousemove', 'releases', async () => {
      await page.mouse.move(word.to, word.y)
      await page.mouse.up()
    })
    // A key that is held alone moves nothing: it isn't the input.
    await page.keyboard.down('Shift')
    await pause(AFTERMATH_MS)
    for (const act of ['nudge', 'delete', 'undo'] as const)
      await timed(act, 'keydown', 'selection', () => page.keyboard.press('ArrowRight'))
    await page.keyboard.up('Shift')
    for (const act of ['attribute', 'select'] as const) {
      await page.mouse.move((word.from + word.to) / 2, word.y)
      await pause(APART_MS)
      await timed(act, 'pointerdown', 'clicks', () => click(plain))
    }
  })
}

type Timed = (act: Act, event: string, look: Look, does: () => Promise<void>) => Promise<void>

/** Does acts in a window whose main thread is followed meanwhile. */
async function round(watched: Watched, does: (timed: Timed) => Promise<void>): Promise<Acts> {
  const { page } = watched
  const times = new Map<Act, number | null>()
  const [, work] = await followed(watched, () =>
    does(async (act, event, look, does) => {
      await page.evaluate(armed => window.eye.armAct(...armed), [event, look, `eye ${act}`] as [string, string, string])
      await does()
      const seen = await page.evaluate(patience => window.eye.seen(patience), PATIENCE_MS)
      await pause(AFTERMATH_MS)
      times.set(act, seen?.[0] ?? null)
    }),
  )
  const of = (act: Act): Acted => ({
    ms: times.get(act) ?? null,
    cpu: work.get(`eye ${act}`)?.toPainted ?? null,
    following: work.get(`eye ${act}`)?.inAll ?? null,
  })
  return {
    create: of('create'),
    attribute: of('attribute'),
    nudge: of('nudge'),
    delete: of('delete'),
    undo: of('undo'),
    select: of('select'),
  }
}

/** Selects a word with the mouse, which is still down; with `isShort`, all but its last letters. */
async function selectWord({ page }: Watched, part: number, isShort = false) {
  const word = await page.evaluate(part => window.eye.word(part), part)
  if (!word) throw new Error('No word is in view')
  const end = isShort ? word.to - (word.to - word.from) / 3 : word.to
  await page.mouse.move(word.from, word.y)
  await pause(APART_MS)
  await page.mouse.down()
  await page.mouse.move(end, word.y, { steps: 3 })
  await pause(AFTERMATH_MS)
  return word
}

async function pointAt({ page }: Watched, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`Nothing is there for ${selector}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await pause(AFTERMATH_MS)
}

/** Where the mouse is. */
async function click({ page }: Watched): Promise<void> {
  await page.mouse.down()
  await page.mouse.up()
}
