import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { emptyQuery } from '../../shared/search/query.ts'
import { type Act, type Acted, type Acts, actInPlain, actInStet } from './acts.ts'
import { bareAppends } from './floor.ts'
import type { Taken } from './measured.ts'
import { writeWorkload } from './onDisk.ts'
import { cpuOf, privateBytes } from './processes.ts'
import { type Ground, openPlain, openStet, type Watched } from './windows.ts'
import { makeWorkload, type Size, sizes } from './workload.ts'

/** Everything that was measured of one size; times in milliseconds, a value a repetition. */
export interface SizeRun {
  readonly size: Size
  readonly characters: number
  readonly annotations: number
  readonly overlapping: number
  readonly open: { readonly plain: Taken[]; readonly stet: Taken[] }
  /** From the click to the text alone, and to all annotations checked and listed. */
  readonly text: (number | null)[]
  readonly listed: (number | null)[]
  readonly acts: Readonly<Record<Act, { readonly plain: Acted[]; readonly stet: Acted[] }>>
  /** Words that stand there often: to the first hits in the window, and to all of them. */
  readonly search: { readonly first: number[]; readonly all: number[]; readonly hits: number }
  /** Frames of a scroll, 100 px each. */
  readonly scroll: { readonly plain: number[]; readonly stet: number[] }
  /** Frames of a fast fling that showed ground without text, and how many frames it had. */
  readonly fling: { readonly blank: number; readonly frames: number }
  /** Over 50 ms, while Stet's window scrolled, was typed in, and had text selected. */
  readonly longTasks: { readonly scrolling: number[]; readonly typing: number[]; readonly selecting: number[] }
  /** Bytes that belong to the window's process alone. */
  readonly memory: {
    readonly plain: { readonly empty: number | null; readonly full: number | null }
    readonly stet: { readonly empty: number | null; readonly full: number | null }
  }
  /**
   * From an edit's arrival in the main process until it is durable; bare appends to a file in the same folder, each
   * synced, in the same minute; and the process's longest time without an answer to anything.
   */
  readonly durable: {
    readonly first: number | null
    readonly later: number[]
    /** From the press of a key in the window until its edit is on disk. */
    readonly fromKey: number[]
    readonly bare: number[]
    readonly longestBlock: number
  }
}

export interface Thoroughness {
  readonly repeat: number
  /** Rounds of acts in each repetition. */
  readonly rounds: number
  /** Edits whose way to the disk is measured. */
  readonly edits: number
}

const OPEN_PATIENCE_MS = 120_000
/** A fling four times as fast as Android lets a finger make it, in CSS pixels a frame. */
const FLING = 500
/** The pace of a very fast hand, in milliseconds. */
const PACE_MS = 60

/** Measures one size: Stet and plain text side by side, turn by turn, in windows of their own. */
export async function runSize(
  ground: Ground,
  size: Size,
  how: Thoroughness,
  say: (what: string) => void,
): Promise<SizeRun> {
  const home = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const folder = join(home, 'articles')
  mkdirSync(folder)
  const workload = makeWorkload(size)
  const rest = makeWorkload('S', 2)
  writeWorkload(folder, 'rest.txt', rest)
  writeWorkload(folder, 'workload.txt', workload)
  let plain: Watched | undefined
  let stet: Watched | undefined
  try {
    say(`${size}: starting both windows`)
    plain = await openPlain(ground)
    stet = await openStet(ground, folder, join(home, 'profile'))
    // The list knows both articles: nothing is read in the background any more.
    for (const { title } of [rest, workload]) await row(stet, title).waitFor()
    await stet.page.locator('#articles .counts').nth(1).waitFor()
    const memory = await emptyMemory(plain, stet)

    say(`${size}: opening`)
    const open: SizeRun['open'] = { plain: [], stet: [] }
    const [text, listed]: [(number | null)[], (number | null)[]] = [[], []]
    // Neither window's first text is counted: the code that shows it is still cold.
    await plain.page.evaluate(text => window.eye.mount(text), rest.text)
    await openArticle(stet, rest.title, rest.annotations.length)
    for (let i = 0; i < how.repeat; i++) {
      await plain.page.evaluate(() => window.eye.clear())
      if (i > 0) await openArticle(stet, rest.title, rest.annotations.length)
      await pause(300)
      open.plain.push(await mountPlain(plain, workload.text))
      const opened = await openArticle(stet, workload.title, workload.annotations.length)
      open.stet.push(opened.open)
      text.push(opened.text)
      listed.push(opened.listed)
    }
    const search = await runSearches(stet, how.repeat)
    const full = { plain: await settledMemory(plain), stet: await settledMemory(stet) }

    say(`${size}: annotating`)
    const acts = await runActs(plain, stet, how)
    const durable = await runEdits(stet, folder, how.edits)

    say(`${size}: scrolling, typing, selecting`)
    const motion = await runMotion(plain, stet)
    return {
      size,
      ...sizes[size],
      overlapping: workload.overlapping,
      open,
      text,
      listed,
      search,
      acts,
      ...motion,
      memory: {
        plain: { empty: memory.plain, full: full.plain },
        stet: { empty: memory.stet, full: full.stet },
      },
      durable,
    }
  } finally {
    await plain?.close()
    await stet?.close()
    rmSync(home, { recursive: true, force: true })
  }
}

function row({ page }: Watched, title: string) {
  return page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: title })
}

async function mountPlain({ page, pid }: Watched, text: string): Promise<Taken> {
  await page.evaluate(text => {
    ;(window as unknown as { kept: string }).kept = text
  }, text)
  await pause(200)
  const before = cpuOf(pid)
  const ms = await page.evaluate(() => window.eye.mount((window as unknown as { kept: string }).kept))
  const after = cpuOf(pid)
  return { ms, cpu: difference(before, after) }
}

/** From a click in the list. */
async function openArticle(stet: Watched, title: string, annotations: number) {
  const { page, pid } = stet
  const count = new Intl.NumberFormat('en').format(annotations)
  const box = (await row(stet, title).boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(conditions => window.eye.armConditions('click', conditions), [
    ['text', title],
    ['opened', title],
    ['listed', [title, count]],
  ] as const)
  const before = cpuOf(pid)
  await page.mouse.down()
  await page.mouse.up()
  const seen = await page.evaluate(patience => window.eye.seen(patience), OPEN_PATIENCE_MS)
  const after = cpuOf(pid)
  const [text = null, opened = null, listed = null] = seen ?? []
  return { text, listed, open: { ms: opened, cpu: difference(before, after) } }
}

async function runSearches({ app, page }: Watched, repeat: number): Promise<SizeRun['search']> {
  const ticket = await app.evaluate(() =>
    (globalThis as unknown as { stetBench: { opened(): string | null } }).stetBench.opened(),
  )
  const query = { ...emptyQuery, words: 'Corvane Lines' }
  const found: { first: number; all: number; hits: number }[] = []
  for (let i = 0; ticket !== null && i < repeat; i++) {
    const scope = { kind: 'article', article: ticket }
    const one = await page.evaluate(([scope, query]) => window.eye.search(scope, query), [scope, query] as const)
    if (one) found.push(one)
  }
  return { first: found.map(one => one.first), all: found.map(one => one.all), hits: found[0]?.hits ?? 0 }
}

async function runActs(plain: Watched, stet: Watched, { repeat, rounds }: Thoroughness): Promise<SizeRun['acts']> {
  for (const { page } of [plain, stet]) {
    await page.evaluate(() => window.eye.toMiddle())
    await pause(500)
  }
  const all: { readonly plain: Acts; readonly stet: Acts }[] = []
  for (let i = 0; i < repeat * rounds; i++) {
    const part = ((i * 0.37) % 1) * 0.9
    all.push({ plain: await actInPlain(plain, part), stet: await actInStet(stet, part) })
  }
  const names = Object.keys(all[0]!.stet) as Act[]
  const of = (act: Act) => ({ plain: all.map(one => one.plain[act]), stet: all.map(one => one.stet[act]) })
  return Object.fromEntries(names.map(act => [act, of(act)])) as SizeRun['acts']
}

/** One annotation gets another tag again and again. The first edit of a layer was made by the acts. */
async function runEdits(stet: Watched, folder: string, edits: number): Promise<SizeRun['durable']> {
  const { page } = stet
  const early = await takeAnswers(stet)
  const mark = await page.evaluate(() => window.eye.mark(0.5))
  if (mark) await page.mouse.click(mark.x, mark.y)
  // From here on every key changes the tag.
  await page.keyboard.press('2')
  await pause(PACE_MS)
  await page.locator('.status-line .saved').waitFor()
  const settled = await takeAnswers(stet)
  await page.evaluate(() => window.eye.takeKeys())
  for (let i = 0; i < edits; i++) {
    await page.keyboard.press(i % 2 === 0 ? '3' : '2')
    await pause(PACE_MS)
  }
  await page.locator('.status-line .saved').waitFor()
  const late = await takeAnswers(stet)
  const keys = await page.evaluate(() => window.eye.takeKeys())
  const bare = await bareAppends(folder, edits, PACE_MS)
  return {
    first: early.durable[0] ?? null,
    later: [...early.durable.slice(1), ...settled.durable, ...late.durable],
    // Edits are recorded in the order of their keys.
    fromKey: keys.length === late.at.length ? late.at.map((at, i) => at - keys[i]!) : [],
    bare,
    longestBlock: Math.max(early.longest, settled.longest, late.longest),
  }
}

/** Of edits: how long each took to be answered, and when it was, by the clock. */
async function takeAnswers({ app }: Watched): Promise<{ durable: number[]; at: number[]; longest: number }> {
  const { answered, longest } = await app.evaluate(() =>
    (
      globalThis as unknown as { stetBench: { take(): { answered: [string, number, number][]; longest: number } } }
    ).stetBench.take(),
  )
  const edits = answered.filter(([call]) => call === 'layer.record')
  return { durable: edits.map(([, ms]) => ms), at: edits.map(([, , at]) => at), longest }
}

async function runMotion(plain: Watched, stet: Watched): Promise<Pick<SizeRun, 'scroll' | 'fling' | 'longTasks'>> {
  const { page } = stet
  for (const { page } of [plain, stet]) await page.evaluate(() => window.eye.toMiddle())
  await pause(500)
  const plainly = await plain.page.evaluate(() => window.eye.scroll(100, 20))
  await page.evaluate(() => window.eye.takeLongTasks())
  const scrolled = await page.evaluate(() => window.eye.scroll(100, 20))
  await page.evaluate(() => window.eye.toMiddle())
  await pause(500)
  const flung = await page.evaluate(step => window.eye.scroll(step, 40), FLING)
  const scrolling = await page.evaluate(() => window.eye.takeLongTasks())

  await page.evaluate(() => window.eye.toMiddle())
  await pause(500)
  await page.evaluate(() => window.eye.takeLongTasks())
  const selecting = await selectMuch(stet)
  const typing = await typeNote(stet)
  return {
    scroll: { plain: plainly.frames, stet: scrolled.frames },
    fling: { blank: flung.blank, frames: flung.frames.length },
    longTasks: { scrolling, typing, selecting },
  }
}

/** By mouse across the screen, then on by keys. */
async function selectMuch({ page }: Watched): Promise<number[]> {
  const [from, to] = await page.evaluate(() => [window.eye.word(0.1), window.eye.word(0.8)])
  if (from && to) {
    await page.mouse.move(from.from, from.y)
    await page.mouse.down()
    await page.mouse.move(to.to, to.y, { steps: 40 })
    await page.mouse.up()
  }
  for (let i = 0; i < 20; i++) await page.keyboard.press('Shift+ArrowDown')
  for (let i = 0; i < 20; i++) await page.keyboard.press('Shift+ArrowRight')
  return page.evaluate(() => window.eye.takeLongTasks())
}

async function typeNote({ page }: Watched): Promise<number[]> {
  const mark = await page.evaluate(() => window.eye.mark(0.4))
  if (mark) await page.mouse.click(mark.x, mark.y)
  await page.evaluate(() => window.eye.takeLongTasks())
  await page.keyboard.press('m')
  await page.keyboard.type('As the minister said to us on Tuesday, and the harbour master did not deny. ', {
    delay: 25,
  })
  await pause(600)
  return page.evaluate(() => window.eye.takeLongTasks())
}

async function emptyMemory(plain: Watched, stet: Watched) {
  return { plain: await settledMemory(plain), stet: await settledMemory(stet) }
}

/** After a collection of what nobody holds any more. */
async function settledMemory({ page, pid }: Watched): Promise<number | null> {
  const session = await page.context().newCDPSession(page)
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  await pause(500)
  return privateBytes(pid)
}

function difference(before: number | null, after: number | null): number | null {
  return before !== null && after !== null ? after - before : null
}
