import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAppArchive } from '../../electron/packaging/appArchive.ts'
import { makeDeb } from '../../electron/packaging/deb.ts'
import { fuses, readFuses } from '../../electron/packaging/fuses.ts'
import { makePortable, type Portable } from '../../electron/packaging/portable.ts'
import { readProgram } from '../../electron/packaging/program.ts'
import { projectFolder } from '../../electron/runtime/projectFolder.ts'
import { runProgram } from '../../electron/runtime/runProgram.ts'
import { contract } from '../../shared/contract/contract.ts'
import { makeFolder } from '../folder.ts'
import { callEverything, harmless, listed, lockedPreferences, outcomeOf } from '../hostileCalls.ts'
import { linkFolder } from '../linkFolder.ts'
import { expect, test } from '../story.ts'
import { writePdf } from '../writePdf.ts'

/** The version that the throw-away copy says it is. */
const VERSION = '0.0.0-throw-away'

let place: string
let portable: Portable
test.beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'stet-packaged-'))
  const runtime = join(place, 'release')
  // Packaging copies what it takes, so that links to the real files do.
  linkFolder(dirname(process.env['STET_ELECTRON']!), runtime)
  rmSync(join(runtime, 'version'), { force: true })
  writeFileSync(join(runtime, 'version'), `v${VERSION}\n`)
  const program = { ...readProgram(projectFolder), electron: VERSION }
  portable = await makePortable({ program, runtime, to: place })
})
test.afterAll(() => rmSync(place, { recursive: true, force: true }))

test('a packaged Stet opens a folder, and has the fuses that it was made with', async () => {
  expect(await readFuses(portable.executable)).toEqual({ ...fuses })
  const { picture, errors } = await pictureOf(portable.executable)
  expect(picture).toBe('PNG')
  expect(errors).not.toContain('Stet cannot start')
})

test('neither the environment nor an argument makes a packaged Stet another program, or opens it to a debugger', async () => {
  const { picture, errors } = await pictureOf(portable.executable, ['--remote-debugging-port=0', '--inspect=0'], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nowhere.js',
  })
  expect(picture).toBe('PNG')
  expect(errors).not.toMatch(/listening on ws:/i)
})

test('the window of a packaged Stet has the preferences that it was made for, and hostile calls reach nothing outside the folder', async () => {
  const outer = await makeFolder({
    'secret.txt': 'Sesame\n',
    'inner/port.txt': 'Harbour closed\n\nThe port is closed.\n',
  })
  const secret = join(outer.path, 'secret.txt')
  const before = await listed(outer.path)
  const profile = mkdtempSync(join(place, 'profile-'))
  const calls = `(${callEverything.toString()})(${JSON.stringify([Object.keys(contract), secret])})`
  const { executable, seen } = await watched(portable, 'calls', calls)
  const words = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...words, `--profile=${profile}`, '--annotator=Ada', join(outer.path, 'inner')], {
    stdio: 'ignore',
  })
  await new Promise(resolve => child.once('close', resolve))
  const { isPackaged, preferences, developing, answered } = JSON.parse(readFileSync(seen, 'utf8'))
  expect(isPackaged).toBe(true)
  expect(preferences).toMatchObject(lockedPreferences)
  expect(developing).toBe(false)

  const { done, kinds, said } = outcomeOf(answered, secret)
  expect({ done, kinds }).toEqual(harmless)
  for (const unsaid of ['Sesame', outer.path, profile]) expect(said).not.toContain(unsaid)
  expect(await listed(outer.path)).toEqual(before)
  await outer.forget()
})

test('a packaged Stet reads a PDF, and the codes of East Asian ones, by what stands in its archive', async () => {
  const page = [
    { x: 50, y: 90, text: 'Bread costs more in Castrel' },
    { x: 50, y: 140, font: 'japanese', text: '日本語新聞' },
  ] as const
  const folder = await makeFolder({ 'bread.pdf': writePdf([page]) })
  const profile = mkdtempSync(join(place, 'profile-'))
  const { executable, seen } = await watched(portable, 'reads', `(${openFirst.toString()})()`)
  const words = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...words, `--profile=${profile}`, '--annotator=Ada', folder.path], {
    stdio: 'ignore',
  })
  await new Promise(resolve => child.once('close', resolve))
  expect(JSON.parse(readFileSync(seen, 'utf8')).answered).toContain('日本語新聞')
  await folder.forget()
})

/** Opens the first article of the list and waits for its text. It runs in the page, as one function that knows nothing of this module. */
async function openFirst(): Promise<string> {
  document.querySelector<HTMLElement>('[role=listbox] [role=option]')!.click()
  for (;;) {
    const text = document.querySelector('[role=article], article, [role=alert]')?.textContent
    if (text) return text
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/**
 * A copy of a packaged program whose archive has an eye in it: a packaged Stet opens no port and loads no code from
 * elsewhere, so nobody else can look in. All but the archive is the same files. `calls` is what the eye does in the page;
 * what it saw stands in the file `seen` once the program has ended.
 */
async function watched(
  { folder, program }: Portable,
  name: string,
  calls: string,
): Promise<{ executable: string; seen: string }> {
  const [root, copy] = [join(place, `${name}-root`), join(place, name)] as const
  const seen = join(place, `${name}.json`)
  linkFolder(join(program.root, 'out'), join(root, 'out'))
  linkFolder(join(program.root, 'resources', 'sample'), join(root, 'resources', 'sample'))
  cpSync(fileURLToPath(new URL('../packagedEye.cjs', import.meta.url)), join(root, 'out', 'packagedEye.cjs'))
  writeFileSync(join(root, 'out', 'packagedEye.json'), JSON.stringify({ seen, calls }))
  linkFolder(folder, copy)
  rmSync(join(copy, 'resources', 'app.asar'))
  await writeAppArchive({ ...program, root, main: 'out/packagedEye.cjs' }, join(copy, 'resources', 'app.asar'))
  return { executable: join(copy, basename(portable.executable)), seen }
}

test('code that was put in the place of the archive is not loaded', async () => {
  const [archive, beside] = ['app.asar', 'app'].map(name => join(portable.folder, 'resources', name)) as [
    string,
    string,
  ]
  renameSync(archive, `${archive}.away`)
  mkdirSync(beside)
  writeFileSync(join(beside, 'package.json'), '{ "name": "other", "main": "main.cjs" }')
  writeFileSync(join(beside, 'main.cjs'), "require('node:fs').writeFileSync(process.argv.at(-1) + '/was-here', '')")
  try {
    const { picture, left } = await pictureOf(portable.executable)
    expect(picture).toBe(null)
    expect(left).not.toContain('was-here')
  } finally {
    rmSync(beside, { recursive: true })
    renameSync(`${archive}.away`, archive)
  }
})

test('the .deb installs, starts, and is taken away without a trace', async () => {
  test.skip((await runProgram('dpkg', ['--version'])).code !== 0, 'There is no dpkg here.')
  test.skip(process.getuid?.() !== 0, 'Only root can install.')
  const deb = await makeDeb(portable, place, 'none')
  // A system of its own in a folder: this machine's stays as it is.
  const system = join(place, 'system')
  mkdirSync(join(system, 'var/lib/dpkg/updates'), { recursive: true })
  mkdirSync(join(system, 'var/lib/dpkg/info'))
  writeFileSync(join(system, 'var/lib/dpkg/status'), '')
  const dpkg = (...words: string[]) =>
    runProgram('dpkg', [`--root=${system}`, '--force-depends', '--force-script-chrootless', ...words])
  const before = everyFile(system)

  expect(await dpkg('--install', deb!)).toMatchObject({ code: 0 })
  expect(readFileSync(join(system, 'usr/share/applications/stet.desktop'), 'utf8')).toContain('Exec=stet %f')
  expect(
    (await runProgram('dpkg-query', [`--admindir=${join(system, 'var/lib/dpkg')}`, '-W', 'stet'])).standardOutput,
  ).toBe(`stet\t${portable.program.version}\n`)
  const installed = join(system, 'usr/bin/stet')
  expect((await pictureOf(installed)).picture).toBe('PNG')
  expect(await readFuses(join(system, 'usr/lib/stet/stet'))).toEqual(await readFuses(portable.executable))

  expect(await dpkg('--purge', 'stet')).toMatchObject({ code: 0 })
  expect(everyFile(system).filter(name => !before.includes(name) && !name.startsWith('var/lib/dpkg/'))).toEqual([])
})

test('another Electron than the one that Stet is made for is not packaged', async () => {
  const program = readProgram(projectFolder)
  const made = makePortable({ program, runtime: join(place, 'release'), to: join(place, 'other') })
  await expect(made).rejects.toThrow(`Stet is packaged with Electron ${program.electron}; this is ${VERSION}.`)
  expect(existsSync(join(place, 'other'))).toBe(false)
})

/** Starts a packaged program with an article: what it drew, as the kind of file that came of it, what it said, and the names in the article's folder then. */
async function pictureOf(executable: string, switches: readonly string[] = [], environment = {}) {
  const folder = await makeFolder({ 'port.txt': 'Harbour closed\n\nThe harbour master closed the port.\n' })
  const profile = mkdtempSync(join(place, 'profile-'))
  const file = join(place, `${basename(profile)}.png`)
  const words = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...switches,
    `--profile=${profile}`,
    '--annotator=Ada',
    `--capture=${file}`,
    folder.path,
  ]
  const child = spawn(executable, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (piece: Buffer) => {
    errors += piece.toString()
  })
  await new Promise(resolve => child.once('close', resolve))
  const left = readdirSync(folder.path)
  await folder.forget()
  const picture = existsSync(file) ? readFileSync(file).subarray(1, 4).toString('latin1') : null
  return { picture, errors, left }
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}
