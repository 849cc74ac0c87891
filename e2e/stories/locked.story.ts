import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contract } from '../../shared/contract/contract.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { callEverything, harmless, listed, lockedPreferences, outcomeOf } from '../hostileCalls.ts'
import { becomeOrdinaryUser, whyNoOrdinaryUser } from '../ordinaryUser.ts'
import { expect, test } from '../story.ts'
import { takeOver } from '../takeOver.ts'
import { layWire } from '../wire.ts'

const report = `Harbour closed

The harbour master closed the port on Friday, and nobody knows when the ships may leave it again.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder({ 'port.txt': report })
})
test.afterEach(() => folder.forget())

test('whoever takes the window over gets nothing of the machine, no network, no device and no other page', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Harbour/)
  const outcomes = await takeOver(ada.window)
  const { 'window.host': host, 'the page': page, ...others } = outcomes
  expect(host).toBe('call,drop,listen')
  expect(page).toBe('stet://app/index.html')
  expect(Object.entries(others).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
  expect(Object.keys(others).length).toBeGreaterThan(60)

  const windows = await ada.desktop.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(contents => contents.getURL()),
  )
  expect(windows).toEqual(['stet://app/index.html'])
  const refusals =
    /^console: (Refused to|This document requires|Not allowed to|Permissions policy violation)|^asked for (https:\/\/stet-probe|file:)/
  expect(ada.takeComplaints().filter(complaint => !refusals.test(complaint))).toEqual([])
  // The page still works. Playwright waits for the refused navigations for ever, so it is asked past its locators.
  await ada.presses('Control+k')
  await expect.poll(() => ada.window.evaluate(() => document.querySelectorAll('dialog[open]').length)).toBe(1)
  await ada.leaveForGood()
})

test('the window has the preferences that it was made for', async () => {
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const preferences = await ada.desktop.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return Reflect.apply(Reflect.get(window!.webContents, 'getLastWebPreferences'), window!.webContents, [])
  })
  expect(preferences).toMatchObject(lockedPreferences)
  const others = await ada.desktop.evaluate(({ BrowserWindow, session }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.openDevTools()
    return {
      developing: webContents.isDevToolsOpened(),
      spelling: session.defaultSession.isSpellCheckerEnabled(),
      rtc: webContents.getWebRTCIPHandlingPolicy(),
    }
  })
  expect(others).toEqual({ developing: false, spelling: false, rtc: 'disable_non_proxied_udp' })
  const trial = ada.status.getByText('Trial runtime')
  await expect(trial).toHaveCount(process.env['STET_RUNTIME_KIND'] === 'fallback' ? 1 : 0)
  await expect(ada.status.getByText('Sandbox off')).toHaveCount(process.getuid?.() === 0 ? 1 : 0)
  await ada.leaveForGood()
})

test('hostile calls of every name and shape write and read nothing outside the workspace, and stop nothing', async () => {
  const outer = await makeFolder({
    'secret.txt': 'Sesame\n',
    'secret.txt.ada-lind.stet.json': '{}',
    'inner/port.txt': report,
  })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: join(outer.path, 'inner') })
  await ada.opens(/Harbour/)
  const before = await listed(outer.path)
  const secret = join(outer.path, 'secret.txt')
  const { done, kinds, said } = outcomeOf(
    await ada.window.evaluate(callEverything, [Object.keys(contract), secret] as const),
    secret,
  )
  for (const unsaid of ['Sesame', outer.path, ada.profile]) expect(said).not.toContain(unsaid)
  expect({ done, kinds }).toEqual(harmless)
  expect(await listed(outer.path)).toEqual(before)

  const begun = Date.now()
  await ada.window.evaluate(() => window.host.call('menu.show', []))
  expect(Date.now() - begun).toBeLessThan(1000)
  await ada.leaveForGood()
  await outer.forget()
})

test('not one packet leaves the machine, whatever the page tries', async () => {
  const wire = await layWire()
  test.skip(typeof wire === 'string', `${wire}`)
  if (typeof wire === 'string') return
  try {
    const walk = fileURLToPath(new URL('../silentWalk.ts', import.meta.url))
    await wire.run(process.execPath, ['--import', 'tsx', walk, folder.path])
    expect(wire.heard()).toEqual([])
    // The wire does carry what is sent: a bird in the mine, to prove that nobody was deaf.
    await wire.run('python3', ['-c', 'import socket; socket.socket(2, 2).sendto(b"tweet", ("192.0.2.1", 9))'])
    await wire.hearsSomething()
    expect(wire.heard()).toEqual(['IP protocol 17 to 192.0.2.1'])
  } finally {
    await wire.takeAway()
  }
})

test('for an ordinary user the window runs in Chromium’s sandbox, and doesn’t say that it doesn’t', async () => {
  const reason = process.platform === 'linux' ? whyNoOrdinaryUser() : 'Processes are looked at by Linux’s /proc.'
  test.skip(reason !== null, reason ?? '')
  const nobody = becomeOrdinaryUser()
  nobody.own(folder.path)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, as: nobody })
  await ada.opens(/Harbour/)
  await expect(ada.status.getByText('Sandbox off')).toHaveCount(0)
  const [page] = await ada.desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  )
  const status = readFileSync(`/proc/${page}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\t2$/m)
  expect(status).toMatch(/^NSpid:\t\d+\t\d+/m)
  expect(status).toMatch(/^NoNewPrivs:\t1$/m)
  await ada.leaveForGood()
  nobody.forget()
})
