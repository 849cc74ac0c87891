import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandName } from './command.ts'
import { commands } from './commands/index.ts'
import { readOptions } from './readOptions.ts'
import { TriedCommands } from './tried.ts'

const tried = new TriedCommands()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-help-'))
})
afterAll(async () => {
  await tried.close()
  rmSync(folder, { recursive: true })
})

const names = Object.keys(commands) as CommandName[]

test('help lists every command with a sentence, and is printed', async () => {
  const { code, printed, said } = await tried.run(folder, ['help'])
  expect({ code, said }).toEqual({ code: 0, said: [] })
  for (const name of names) expect(printed).toMatch(new RegExp(`^  ${name} +[A-Z].*\\.$`, 'm'))
  expect(await tried.run(folder, ['--help'])).toEqual({ code: 0, printed, said })
})

test('without a word it says what there is, on standard error, and that nothing was done', async () => {
  const { code, printed, said } = await tried.run(folder, [])
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(said[0]).toMatch(/^Say what to do\.\n[\s\S]*\n {2}text /)
})

test.each(names)(
  'the help of “%s” has its options, examples that can be read, and what its exit codes say',
  async name => {
    const { code, printed, said } = await tried.run(folder, [name, 'x', '--help'])
    expect({ code, said }).toEqual({ code: 0, said: [] })
    expect((await tried.run(folder, ['help', name])).printed).toBe(printed)
    const { options } = await commands[name]()
    for (const option of Object.keys(options)) expect(printed).toContain(`\n  --${option}`)
    const examples = /\nExamples\n([\s\S]*?)\n\n/
      .exec(printed)![1]!
      .split('\n')
      .map(line => line.trim())
    expect(examples.length).toBeGreaterThanOrEqual(2)
    for (const example of examples) {
      const words = example
        .replace(/ [|<>] .*/, '')
        .split(/ +/)
        .map(word => word.replaceAll("'", ''))
      expect(words.slice(0, 2)).toEqual(['stet', name])
      readOptions(words.slice(2), options)
    }
    expect(printed).toMatch(/\n {2}0 {2}.*\n {2}1 {2}.*\n {2}2 {2}/)
    for (const line of printed.split('\n')) expect(line.length, line).toBeLessThanOrEqual(150)
  },
)

test('words that mean nothing are named, with the way to the help', async () => {
  const of = async (...words: string[]) => (await tried.run(folder, words)).said.join('\n')
  expect(await of('shout')).toMatch(/“shout”[\s\S]*“stet help”/)
  expect(await of('help', 'shout')).toMatch(/“shout”/)
  expect(await of('text', 'a.txt', '--loud')).toMatch(/--loud means nothing[\s\S]*“stet text --help”/)
  expect(await of('text', 'a.txt', '--encoding')).toMatch(/--encoding wants a value/)
  expect(await of('info', 'a.txt', '--json=yes')).toMatch(/--json wants/)
  expect(await of('text', 'a.txt', '--as', 'b.html')).toMatch(/--as goes with -/)
})

test('standard input is read in place of a file, as a file of the name would be', async () => {
  expect(await tried.run(folder, ['text', '-'], '\ufeffOne\r\n<b>two')).toMatchObject({
    printed: '\ufeffOne\r\n<b>two',
  })
  const page = '<!doctype html><title>Ferry</title><p>No ferry <b>sails</b>.</p>'
  expect((await tried.run(folder, ['text', '-', '--as', 'page.html'], page)).printed).toMatch(/^No ferry sails\.$/m)
  const latin = Uint8Array.from([0xed, 0xef, 0xf2])
  expect((await tried.run(folder, ['text', '-', '--encoding', 'koi8-r'], latin)).printed).toBe('МОР')
  const { code, printed } = await tried.run(folder, ['info', '-', '--json'], 'A ferry sails.\n')
  expect({ code, ...JSON.parse(printed) }).toMatchObject({
    code: 0,
    file: 'standard-input.txt',
    textLength: 15,
    layers: [],
  })
})

const project = fileURLToPath(new URL('../..', import.meta.url))
const stet = (...words: string[]) => ['node_modules/tsx/dist/cli.mjs', 'electron/commandLine/stet.ts', ...words]

test('the program itself reads standard input', () => {
  const printed = execFileSync(process.execPath, stet('text', '-'), { cwd: project, input: 'No ferry 💬 sails.\n' })
  expect(printed.toString()).toBe('No ferry 💬 sails.\n')
})

test('whoever stops reading what is printed ends it quietly', async () => {
  writeFileSync(join(folder, 'long.txt'), 'No ferry sails today.\n'.repeat(200_000))
  const child = spawn(process.execPath, stet('text', join(folder, 'long.txt')), { cwd: project })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', part => {
    said += part
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise(resolve => child.once('close', resolve))
  expect({ code, said }).toEqual({ code: 0, said: '' })
})
