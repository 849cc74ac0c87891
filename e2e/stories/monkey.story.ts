import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { makeFolder } from '../folder.ts'
import { Monkey } from '../monkey.ts'
import { expect, test } from '../story.ts'

/** Others for long runs, and to see a failure again. */
const seed = Number(process.env['STET_MONKEY_SEED'] ?? 1)
const steps = Number(process.env['STET_MONKEY_STEPS'] ?? 150)

const articles = {
  'bridge.txt': `The Evening Post

Mayor promises a new bridge

By Ada Lind

The mayor of Ferrow said on Monday that the old bridge will be replaced by spring. “We go, you stay. That is all we know,” she said.

According to the council, it could collapse. Nobody in the old port 💬 spoke. A reporter asked why, and the harbour master said: “No.”

Share this article
`,
  'port.txt': `Ferries stay in port

Ferries stayed in port on Tuesday, the harbour master told the Post. “Ask the mayor,” he said, and left.
`,
  'rtl.txt': 'שלום מן הנמל\n\nראש העיר אמר ביום שני: ״הגשר ייבנה״. The mayor agreed.\n',
}

test('whatever is pressed, undo leads back to the start and redo to the end, byte for byte', async () => {
  test.setTimeout(60_000 + steps * 1_000)
  const folder = await makeFolder(articles)
  const before = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await before.opens(/Mayor promises/)
  for (const [words, key] of [
    ['mayor of Ferrow', '2'],
    ['will be replaced', '1'],
  ] as const) {
    await before.selects(words)
    await before.presses(key)
  }
  await before.presses('r', 'f')
  await before.seesSaved()
  await before.leave()

  const ada = await Analyst.arrive({ profile: before.profile, open: folder.path })
  await ada.isReading(/Mayor promises/)
  await ada.seesSaved()
  await watchesMenu(ada)
  const start = await filesOf(folder.path)
  const monkey = new Monkey(ada, seed)
  try {
    for (let i = 0; i < steps; i++) await monkey.step()
    await monkey.calmsDown()
    await pressesUntilNothingIsLeft(ada, 'Control+y', 'edit.redo')
    await onceWritten(folder.path)
    const end = await filesOf(folder.path)

    await pressesUntilNothingIsLeft(ada, 'Control+z', 'edit.undo')
    await expect.poll(() => filesOf(folder.path), { timeout: 15_000 }).toEqual(withEmptyLayers(start, end))
    if (JSON.stringify(start) !== JSON.stringify(end)) await expect.poll(() => isOffered(ada, 'edit.redo')).toBe(true)
    await pressesUntilNothingIsLeft(ada, 'Control+y', 'edit.redo')
    await expect.poll(() => filesOf(folder.path), { timeout: 15_000 }).toEqual(end)
    await ada.leaveForGood()
  } catch (cause) {
    const did = monkey.did.map((line, i) => `${i + 1}. ${line}`).join('\n')
    throw new Error(`Seed ${seed}, ${steps} steps: ${(cause as Error).message}\n${did}`, { cause })
  }
  await folder.forget()
})

async function pressesUntilNothingIsLeft(ada: Analyst, key: string, command: string): Promise<void> {
  await ada.seesSaved()
  await expect(async () => {
    for (let i = 0; i < 50 && (await isOffered(ada, command)); i++) await ada.presses(key)
    await ada.seesSaved()
    expect(await isOffered(ada, command), `${key} does nothing more: ${await whatIsShown(ada)}`).toBe(false)
  }).toPass({ timeout: 30_000, intervals: [100] })
}

/** From now on `isOffered` knows what the window's menu says. */
async function watchesMenu(ada: Analyst): Promise<void> {
  await ada.desktop.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const show = window!.setMenu.bind(window)
    window!.setMenu = menu => {
      Object.assign(globalThis, { shownMenu: menu })
      show(menu)
    }
  })
  // A menu is drawn anew with the settings, and greyed out in place from then on. Three themes lead back to the first.
  for (let i = 0; i < 3; i++) await ada.presses('Control+Shift+L')
  await expect.poll(() => ada.desktop.evaluate(() => 'shownMenu' in globalThis)).toBe(true)
}

/** What the menu offers is what there is to undo. */
function isOffered(ada: Analyst, command: string): Promise<boolean> {
  return ada.desktop.evaluate(
    (_, command) =>
      (globalThis as unknown as { shownMenu: Electron.Menu }).shownMenu.getMenuItemById(command)?.enabled === true,
    command,
  )
}

async function whatIsShown(ada: Analyst): Promise<string> {
  return (await ada.window.locator('.notice').allInnerTexts()).join(' | ')
}

/** Every file of the folder that isn't Stet's own, without what every writing says of itself. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter(name => !name.startsWith('.')).sort()
  const read = async (name: string) => [name, still(name, await readFile(join(folder, name), 'utf8'))] as const
  return Object.fromEntries(await Promise.all(names.map(read)))
}

function still(name: string, text: string): string {
  return name.endsWith('.stet.json') ? text.replace(/^ {2}"(revision|modified)": .*$/gm, '') : text
}

/** Waits until each history says that its file holds everything. */
async function onceWritten(folder: string): Promise<void> {
  const histories = join(folder, '.stet', 'history')
  const lasts = async () => {
    const names = await readdir(histories)
    const lines = await Promise.all(names.map(async name => (await readFile(join(histories, name), 'utf8')).trim()))
    return lines.map(text => JSON.parse(text.slice(text.lastIndexOf('\n') + 1)).kind)
  }
  await expect.poll(async () => new Set(await lasts()), { timeout: 15_000 }).toEqual(new Set(['kept']))
}

/** What was begun by the monkey is there still when it is undone, and says nothing. */
function withEmptyLayers(start: Record<string, string>, end: Record<string, string>): Record<string, unknown> {
  const come = Object.keys(end).filter(name => !(name in start))
  return { ...start, ...Object.fromEntries(come.map(name => [name, expect.stringMatching(nothingSaid)])) }
}
/** A file without an annotation, a link or a corrected zone, and not done. */
const nothingSaid = /^(?![\s\S]*"(?:quote|from)": |[\s\S]*"done")/
