import { app, type BrowserWindow, Menu, nativeTheme, screen, shell, type WebContents } from 'electron'
import type { Circumstance } from '../../shared/commands/commands.ts'
import type { Settings } from '../../shared/contract/contract.ts'
import type { Told } from '../../shared/contract/events.ts'
import type { Language } from '../../shared/words/languages.ts'
import type { Choosable, Savable } from '../bridge/parts.ts'
import { placeWindow, type WindowPlace } from '../settings/placeWindow.ts'
import {
  chooseCodebook,
  chooseCodebookTarget,
  chooseExportTarget,
  choosePath,
  chooseTarget,
  mayLose,
  mayReload,
} from './dialogs.ts'
import { type Answering, CHANNEL } from './ipc.ts'
import { greyOut, menuTemplate } from './menu.ts'
import { makeWindow, placeOf } from './window.ts'

/** What a window shows and holds open. */
export interface Desk extends Answering {
  /** Resolves once everything is on disk; rejects with what prevents it. */
  flush(): Promise<void>
  /** Lets go of everything, for good. Rejects if something was lost by it. */
  leave(): Promise<void>
  focused(): void
  blurred(): void
}

/** What a desk may do with its window. */
export interface Surroundings {
  send(told: Told): void
  choose(what: Choosable): Promise<string | null>
  chooseCodebook(): Promise<string | null>
  /** Where the codebook is to be written; `name` is what the dialog begins with. */
  chooseCodebookTarget(name: string): Promise<string | null>
  /** Where a dataset is to be written; `name` is what the dialog begins with. */
  chooseExportTarget(name: string): Promise<string | null>
  /** Shows a file or folder, by its absolute path, in the system's own window. */
  showInFolder(path: string): void
  /** Where a map, the report of an import, letters or a packet are to be written; `name` is what the dialog begins with. */
  chooseTarget(what: Savable, name: string): Promise<string | null>
  /** Draws the menu for what holds now. */
  showMenu(now: readonly Circumstance[]): void
  toFront(): void
  /** Its first article is painted. */
  painted(): void
}

export interface WindowsParts {
  readonly preload: string
  readonly developing: boolean
  readonly settings: () => Settings
  /** The language of the interface, until the program ends. */
  readonly language: Language
  readonly keptPlace: () => WindowPlace | null
  /** `open` is the workspace that the window begins with: a path, or null for the usual one. */
  readonly makeDesk: (surroundings: Surroundings, open: string | null) => Desk
  readonly rememberPlace: (place: WindowPlace) => void
  readonly painted: (window: BrowserWindow) => void
  readonly note: (what: string) => void
  readonly report: (where: string, error: unknown) => void
}

interface OpenWindow {
  readonly window: BrowserWindow
  readonly desk: Desk
  crashes: number
  /** What holds in it, as its menu shows it. */
  now: readonly Circumstance[]
  /** The menu that was drawn for it last. */
  menu: Menu | null
  /** Set while the window waits for its saves; then for good. */
  closing: 'no' | 'saving' | 'yes'
}

/** The windows of this process, each with its desk. */
export class Windows {
  readonly #parts: WindowsParts
  readonly #open = new Set<OpenWindow>()
  /** Desks of closed windows that are still writing. */
  readonly #leaving = new Set<Promise<void>>()

  constructor(parts: WindowsParts) {
    this.#parts = parts
  }

  /** Opens a window with a workspace, or with the usual one. */
  open(path: string | null): void {
    const { preload, developing, language, keptPlace } = this.#parts
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
    const taken = [...this.#open].map(({ window }) => window.getNormalBounds())
    const place = placeWindow(keptPlace(), screens, taken)
    this.takeIn(makeWindow({ place, preload, developing, language, dark: nativeTheme.shouldUseDarkColors }), path)
  }

  /** Gives a window that has just been made its desk, with a workspace or with the usual one. */
  takeIn(window: BrowserWindow, path: string | null): void {
    if (window.isDestroyed()) return
    const desk = this.#parts.makeDesk(this.#surroundings(window), path)
    const one: OpenWindow = { window, desk, crashes: 0, now: ['always'], menu: null, closing: 'no' }
    this.#open.add(one)
    this.#listen(one)
    this.dress()
  }

  /** The desk of a window of ours; null for any other contents. */
  deskOf(contents: WebContents): Desk | null {
    return [...this.#open].find(({ window }) => window.webContents === contents)?.desk ?? null
  }

  /** Brings the window that was used last to the front. False where there is none. */
  toFront(): boolean {
    const last = [...this.#open].at(-1)
    if (last) bringToFront(last.window)
    return last !== undefined
  }

  /** Gives every window, and what the system draws for it, the theme, the size and the keys of the settings. */
  dress(): void {
    const { theme, zoom } = this.#parts.settings()
    nativeTheme.themeSource = theme
    for (const one of this.#open) {
      if (one.window.isDestroyed()) continue
      one.window.webContents.setZoomFactor(zoom)
      this.#drawMenu(one)
    }
  }

  /** Resolves once every closed window's desk has let go. */
  async settled(): Promise<void> {
    await Promise.all(this.#leaving)
  }

  #surroundings(window: BrowserWindow): Surroundings {
    const { painted } = this.#parts
    return {
      send: told => {
        if (!window.isDestroyed()) window.webContents.send(CHANNEL, told)
      },
      choose: what => choosePath(window, what),
      chooseCodebook: () => chooseCodebook(window),
      chooseCodebookTarget: name => chooseCodebookTarget(window, name),
      chooseExportTarget: name => chooseExportTarget(window, name),
      showInFolder: path => shell.showItemInFolder(path),
      chooseTarget: (what, name) => chooseTarget(window, what, name),
      showMenu: now => {
        const one = [...this.#open].find(one => one.window === window)
        if (!one) return
        one.now = now
        // A Mac has one menu for all windows, that of the window in front.
        if (one.menu && process.platform !== 'darwin') greyOut(one.menu, new Set(now))
        else this.#drawMenu(one)
      },
      toFront: () => bringToFront(window),
      painted: () => painted(window),
    }
  }

  #drawMenu(one: OpenWindow): void {
    const { window, now } = one
    if (window.isDestroyed()) return
    const run = (id: string) => window.webContents.send(CHANNEL, { name: 'command', value: { id } } satisfies Told)
    const mac = process.platform === 'darwin'
    const choices = {
      now: new Set(now),
      keys: this.#parts.settings().keys,
      run,
      platform: mac ? 'mac' : 'other',
      developing: this.#parts.developing,
    } as const
    one.menu = Menu.buildFromTemplate(menuTemplate(choices))
    if (!mac) window.setMenu(one.menu)
    else if (window.isFocused() || this.#open.size === 1) Menu.setApplicationMenu(one.menu)
  }

  #listen(one: OpenWindow): void {
    const { window, desk } = one
    // Chromium remembers how large a page was; it is as large as the person said.
    window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(this.#parts.settings().zoom))
    window.on('focus', () => {
      // The window used last is the last of the set.
      this.#open.delete(one)
      this.#open.add(one)
      desk.focused()
    })
    window.on('blur', () => desk.blurred())
    window.on('close', event => {
      this.#parts.rememberPlace(placeOf(window))
      if (one.closing === 'yes') return
      event.preventDefault()
      if (one.closing === 'no') void this.#close(one)
    })
    window.on('closed', () => {
      this.#open.delete(one)
      const left = desk.leave().catch(error => this.#parts.report('leaving', error))
      this.#leaving.add(left)
      void left.then(() => this.#leaving.delete(left))
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => void this.#revive(one, reason))
    window.on('unresponsive', () => this.#parts.note('A window does not answer.'))
  }

  /** Saves, and only then lets the window go. What the page says while it goes is heard by the desk. */
  async #close(one: OpenWindow): Promise<void> {
    one.closing = 'saving'
    try {
      await one.desk.flush()
    } catch (error) {
      if (!(await mayLose(one.window, error))) {
        one.closing = 'no'
        return
      }
    }
    one.closing = 'yes'
    if (one.window.isDestroyed()) return
    one.window.close()
    // A page that hangs would keep its window for ever.
    setTimeout(() => one.window.isDestroyed() || one.window.destroy(), PATIENCE_MS).unref()
  }

  /** A page whose process died is shown again once by itself, where it was. */
  async #revive(one: OpenWindow, reason: string): Promise<void> {
    if (reason === 'clean-exit' || one.window.isDestroyed() || one.closing === 'yes') return
    this.#parts.report('window', new Error(`The page’s process is gone: ${reason}`))
    one.crashes++
    if (one.crashes === 1 || (await mayReload(one.window))) one.window.webContents.reload()
    else one.window.destroy()
  }
}

const PATIENCE_MS = 3000

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  app.focus()
}
