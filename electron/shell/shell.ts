import { mkdirSync } from 'node:fs'
import {
  app,
  type BrowserWindow,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  type WebContents,
} from 'electron'
import type { Runtime } from '../../shared/contract/contract.ts'
import type { Glance } from '../settings/glance.ts'
import { placeWindow } from '../settings/placeWindow.ts'
import { answerWith, scheme, serveAssets } from './assets.ts'
import { type Answering, joinMessages } from './ipc.ts'
import { type LaunchArguments, readLaunchArguments } from './launchArguments.ts'
import { endWell, type Handover, hearUncaught, takeProfile } from './lifecycle.ts'
import { lockDown, SCHEME } from './lockdown.ts'
import { silence, silenceSession } from './silence.ts'
import { makeWindow, type WindowChoices } from './window.ts'

/** What the rest of the program needs to know of its surroundings. Paths are absolute. */
export interface Shell {
  readonly launch: LaunchArguments
  readonly profile: string
  /** Where `out/` and `resources/` are. */
  readonly appFolder: string
  readonly developing: boolean
  readonly runtime: Runtime
  /** False where another process has the profile: it has been told what to open, and this one ends. */
  readonly isFirst: boolean
  /** Whether assistive technology, such as a screen reader, is on. */
  assisted(): boolean
  exit(code: number): void
}

/**
 * Everything that Electron wants to hear before it is ready. `handed` hears what
 * later starts of the program hand over.
 */
export function prepareShell(environment: NodeJS.ProcessEnv, handed: (handover: Handover) => void): Shell {
  const workingFolder = environment['INIT_CWD'] ?? process.cwd()
  const launch = readLaunchArguments(process.argv, { workingFolder, packaged: app.isPackaged })
  const profile = launch.profile ?? app.getPath('userData')
  mkdirSync(profile, { recursive: true })
  app.setPath('userData', profile)
  silence(app.commandLine)
  // Who steers a program by that port can do whatever its window can; a packaged one opens none.
  if (app.isPackaged) app.commandLine.removeSwitch('remote-debugging-port')
  // Told both ways at once, Chromium's helpers die one after another. Root can't have a sandbox; the window says so.
  const sandbox = !app.commandLine.hasSwitch('no-sandbox')
  if (sandbox) app.enableSandbox()
  protocol.registerSchemesAsPrivileged([scheme])
  // Each window draws its own; without this word Electron draws one of its own first.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  // A picture is wanted of this process, not of one that is open already.
  const isFirst = takeProfile(app, { open: launch.capture === null ? launch.open : null }, handed)
  // On a Mac, what is dropped on the program's icon comes this way.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    handed({ open: path })
  })
  return {
    launch,
    profile,
    isFirst,
    appFolder: app.getAppPath(),
    developing: environment['STET_DEVTOOLS'] === '1',
    runtime: {
      runtime: kindOf(environment['STET_RUNTIME_KIND']),
      electron: process.versions.electron ?? '',
      sandbox,
      platform: process.platform === 'darwin' ? 'mac' : 'other',
    },
    assisted: () => app.accessibilitySupportEnabled,
    exit: code => app.exit(code),
  }
}

/**
 * Resolves once windows can be opened: the page is served, and locked down. Not
 * to be awaited at the top level, where Electron waits for us. `answered` hears
 * of every answer to a page.
 */
export async function openShell(assets: string, answered: () => void): Promise<void> {
  await app.whenReady()
  lockDown(app, session.defaultSession)
  silenceSession(session.defaultSession)
  protocol.registerBufferProtocol(SCHEME, answerWith(serveAssets(assets), answered))
}

/** Makes the window that the program begins with, before the program is there. */
export function makeFirstWindow({
  theme,
  place,
  ...choices
}: Glance & Pick<WindowChoices, 'preload' | 'developing' | 'language'>): BrowserWindow {
  nativeTheme.themeSource = theme
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  return makeWindow({ ...choices, place: placeWindow(place, screens), dark: nativeTheme.shouldUseDarkColors })
}

/** Hears of assistive technology that is switched on or off while the program runs. */
export function hearAssistance(heard: (assisted: boolean) => void): void {
  app.on('accessibility-support-changed', (_event, assisted) => heard(assisted))
}

/** The windows as the shell knows them, and what ends with the last of them. */
export interface Joined {
  deskOf(contents: WebContents): Answering | null
  settled(): Promise<void>
  end(): Promise<void>
}

/** Joins the windows to the messages of their pages, and the program's end to theirs. They may still be coming. */
export function joinWindows(windows: Promise<Joined>, note: (what: string) => void): void {
  joinMessages(ipcMain, async contents => (await windows).deskOf(contents), note)
  const settled = async () => (await windows).settled()
  endWell(app, { settled }, async () => (await windows).end())
}

/** What nobody caught is reported, and shown where there is somebody to see it. */
export function hearOfBugs(report: (where: string, error: unknown) => void): void {
  const tell = async () => (app.isReady() ? (await import('./dialogs.ts')).tellOfBug() : undefined)
  hearUncaught(process, report, tell)
}

function kindOf(word: string | undefined): Runtime['runtime'] {
  return word === 'fallback' || word === 'override' ? word : 'official'
}
