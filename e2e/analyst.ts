import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, expect, type Locator, type Page } from 'playwright/test'
import type { OrdinaryUser } from './ordinaryUser.ts'

const app = fileURLToPath(new URL('..', import.meta.url))
const held = fileURLToPath(new URL('heldUntilWatched.cjs', import.meta.url))

/** How an analyst comes to their desk. */
export interface Arrival {
  /** Name to annotate under; left out, the first start asks for it. */
  readonly name?: string
  /** The folder or file named on the command line. */
  readonly open?: string
  /** A profile to come back to; left out, a new one. */
  readonly profile?: string
  readonly size?: { readonly width: number; readonly height: number }
  /** Whom the program runs as; left out, whoever runs the tests. */
  readonly as?: OrdinaryUser
  /** Switches for Chromium, before all else. */
  readonly switches?: readonly string[]
  /** The language of the interface. */
  readonly language?: string
}

/** Where words stand in the window: the middle of their left and of their right edge, in CSS pixels. */
export interface Place {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
}

/**
 * Somebody at a real Stet in a real Electron. They act by what a person sees
 * and does; `leave` fails the story if the program logged an error or if
 * anything was asked of a network.
 */
export class Analyst {
  readonly window: Page
  readonly profile: string
  readonly #app: ElectronApplication
  readonly #complaints: string[]

  /** Those who came and may still be there. */
  static readonly #here = new Set<ElectronApplication>()

  private constructor(app: ElectronApplication, window: Page, profile: string, complaints: string[]) {
    this.#app = app
    this.window = window
    this.profile = profile
    this.#complaints = complaints
  }

  static async arrive({ name, open, profile, size, as, switches = [], language }: Arrival = {}): Promise<Analyst> {
    const own = profile ?? (await mkdtemp(join(tmpdir(), 'stet-profile-')))
    as?.own(own)
    const executablePath = as?.executable ?? process.env['STET_ELECTRON']
    if (!executablePath) throw new Error('STET_ELECTRON names no Electron: run the stories by `npm run e2e`.')
    const given = (process.env['STET_ELECTRON_FLAGS'] ?? '').split(' ').filter(Boolean)
    // Only root goes without a sandbox.
    const flags = [...given.filter(flag => !(as && flag === '--no-sandbox')), ...switches]
    const args = [
      ...flags,
      '-r',
      as?.held ?? held,
      as?.app ?? app,
      ...(open ? [open] : []),
      '--profile',
      own,
      ...(name ? ['--annotator', name] : []),
      ...(language ? ['--language', language] : []),
    ]
    const sandboxed = !flags.includes('--no-sandbox')
    const env = { ...process.env, ...as?.environment } as Record<string, string>
    const electron = await _electron.launch({ executablePath, args, env, chromiumSandbox: sandboxed })
    Analyst.#here.add(electron)
    electron.once('close', () => Analyst.#here.delete(electron))
    const complaints: string[] = []
    electron.process().stderr?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n')) if (line.includes('[stet:error]')) complaints.push(line)
    })
    electron.context().on('request', request => {
      if (!/^(stet:\/\/app\/|data:|blob:)/.test(request.url())) complaints.push(`asked for ${request.url()}`)
    })
    electron.context().on('console', message => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
    })
    electron.context().on('weberror', error => complaints.push(`thrown: ${error.error().stack}`))
    const window = await electron.firstWindow()
    // The window is there before the program is: nobody does anything before it shows something.
    await window.locator('.window > *').first().waitFor({ state: 'attached' })
    const analyst = new Analyst(electron, window, own, complaints)
    await analyst.stepAside()
    if (size) await analyst.resize(size)
    return analyst
  }

  /** Evaluates in the desktop process: for what a person does outside the window, such as answering a dialog of the system. */
  get desktop(): ElectronApplication {
    return this.#app
  }

  /** Puts the windows into the corner of the screen, away from the pointer that rests in its middle. */
  async stepAside(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setPosition(0, 0)
    })
  }

  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, size)
  }

  /** What was logged, asked of a network or refused so far; forgotten then. For stories that provoke it. */
  takeComplaints(): string[] {
    return this.#complaints.splice(0)
  }

  /** Quits, as by the menu: the program saves what is due. Fails on anything that went wrong meanwhile. */
  async leave(): Promise<void> {
    await this.#app.close()
    expect(this.#complaints).toEqual([])
  }

  /** Leaves for good: the profile is forgotten. */
  async leaveForGood(): Promise<void> {
    await this.leave()
    await rm(this.profile, { recursive: true, force: true })
  }

  /** The machine dies: no goodbyes, nothing saved on the way out. */
  async dies(): Promise<void> {
    const process = this.#app.process()
    const gone = new Promise(resolve => process.once('exit', resolve))
    process.kill('SIGKILL')
    await gone
  }

  /** Kills every program that is still there. */
  static async sendAwayAll(): Promise<void> {
    await Promise.all(
      [...Analyst.#here].map(async electron => {
        const process = electron.process()
        const isGone = process.exitCode !== null || process.signalCode !== null
        const gone = new Promise(resolve => process.once('exit', resolve))
        process.kill('SIGKILL')
        if (!isGone) await gone
      }),
    )
    Analyst.#here.clear()
  }

  get articles(): Locator {
    return this.window.getByRole('listbox', { name: 'Articles' })
  }

  get text(): Locator {
    return this.window.getByRole('article')
  }

  get annotations(): Locator {
    return this.window.getByRole('listbox', { name: 'Annotations' })
  }

  get inspector(): Locator {
    return this.window.getByRole('region', { name: 'Inspector', exact: true })
  }

  get status(): Locator {
    return this.window.getByRole('region', { name: 'Status', exact: true })
  }

  /** Opens an article from the list, and waits until it is there to read. */
  async opens(title: string | RegExp): Promise<void> {
    await this.articles.getByRole('option', { name: title }).click()
    await this.isReading(title)
  }

  async isReading(title: string | RegExp): Promise<void> {
    await expect(this.articles.getByRole('option', { name: title })).toHaveAttribute('aria-selected', 'true')
    await expect(this.window.getByRole('article', { name: title })).toBeVisible()
  }

  async presses(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.keyboard.press(key)
  }

  /** Chooses a command as the native menu does. */
  async chooses(id: string): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }, id) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('stet', { name: 'command', value: { id } })
    }, id)
  }

  /** Selects words with the mouse: a drag from before the first letter to after the last. */
  async selects(words: string, occurrence = 0): Promise<void> {
    const { from, to } = await this.place(words, occurrence)
    const { mouse } = this.window
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await mouse.move(to.x, to.y, { steps: 4 })
    await mouse.up()
    // A person presses no key before the words are shown as selected.
    const selected = () => this.window.evaluate(() => document.getSelection()?.toString() ?? '')
    await expect.poll(selected).toContain(words.trim())
  }

  /** Clicks in the middle of words. */
  async clicks(words: string, occurrence = 0): Promise<void> {
    const { from, to } = await this.place(words, occurrence)
    await this.window.mouse.click(from.y === to.y ? (from.x + to.x) / 2 : from.x + 3, from.y)
  }

  /** Turns the wheel until words are on the screen. */
  async scrollsTo(words: string): Promise<void> {
    const { x, y, width, height } = (await this.window.getByRole('main', { name: 'Article' }).boundingBox())!
    await this.window.mouse.move(x + width / 2, y + height / 2)
    await expect(async () => {
      await this.window.mouse.wheel(0, 400)
      await expect(this.text.getByText(words)).toBeInViewport({ timeout: 100 })
    }).toPass()
  }

  /** Puts the caret before words, by a click at their left edge. */
  async caretBefore(words: string, occurrence = 0): Promise<void> {
    const { from } = await this.place(words, occurrence)
    await this.window.mouse.click(from.x - 0.25, from.y)
  }

  /** Words of the article's body, each on one line and each from another paragraph. */
  async bodyWords(count: number): Promise<string[]> {
    const paragraphs = await this.text.locator('[data-zone=body]').allInnerTexts()
    const words = paragraphs.flatMap(text => /\p{L}[\p{L}\p{N}]{6,}/u.exec(text)?.[0] ?? [])
    return [...new Set(words)].slice(0, count)
  }

  /** What the system's dialog for opening will answer, when it is asked. */
  async answersDialog(path: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, path)
  }

  /** What the system's dialog for saving will answer, when it is asked. */
  async answersSaveDialog(path: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, path)
  }

  /** Where words stand on the screen now, without scrolling. */
  placeAsItIs(words: string): Promise<Place> {
    return this.#place(words, 0, false)
  }

  /** Where words stand on the screen, scrolled into view: the middle of the left edge and of the right edge. */
  place(words: string, occurrence = 0): Promise<Place> {
    return this.#place(words, occurrence, true)
  }

  /** Measured once the faces have come and the words stand still, as an eye would wait for it. */
  async #place(words: string, occurrence: number, scroll: boolean): Promise<Place> {
    let place = await this.#measure(words, occurrence, scroll)
    await expect(async () => {
      const before = place
      place = await this.#measure(words, occurrence, scroll)
      expect(place).toEqual(before)
    }).toPass()
    return place
  }

  #measure(words: string, occurrence: number, scroll: boolean): Promise<Place> {
    return this.text.evaluate(
      async (page, [words, occurrence, scroll]) => {
        await document.fonts.ready
        await new Promise(resolve => requestAnimationFrame(resolve))
        // A paragraph is several text nodes where its annotations are marked up.
        let left = occurrence
        for (const block of page.querySelectorAll('.page-block')) {
          const text = block.textContent ?? ''
          for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
            if (left-- > 0) continue
            const range = document.createRange()
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
            let before = 0
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const { length } = node as Text
              if (before <= at && at < before + length) range.setStart(node, at - before)
              const end = at + words.length
              if (before < end && end <= before + length) range.setEnd(node, end - before)
              before += length
            }
            if (scroll) block.scrollIntoView({ block: 'center' })
            const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
            const [first, last] = [boxes[0]!, boxes.at(-1)!]
            return {
              from: { x: first.left + 0.5, y: first.top + first.height / 2 },
              to: { x: last.right - 0.5, y: last.top + last.height / 2 },
            }
          }
        }
        throw new Error(`"${words}" is not on the screen`)
      },
      [words, occurrence, scroll] as const,
    )
  }

  /** Waits for the sentence that everything is on disk. */
  async seesSaved(): Promise<void> {
    await expect(this.status.getByText('Saved', { exact: true })).toBeVisible()
  }

  /** A row of the list of annotations. */
  annotation(tag: string, quote: string): Locator {
    return this.annotations.getByRole('option', {
      name: new RegExp(`^${tag}.*${quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
    })
  }
}
