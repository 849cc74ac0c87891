import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { comparedNewsOf } from '../../e2e/bench/comparedNews.ts'
import { writeNews } from '../../e2e/bench/newsFolder.ts'
import { projectFolder } from '../runtime/projectFolder.ts'
import { standardStreams } from './standardStreams.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
})
afterEach(() => void vi.restoreAllMocks())
afterAll(async () => {
  await commands.close()
  rmSync(folder, { recursive: true, force: true })
})

test('γ on the command line says how far it is, article by article where each takes long', async () => {
  writeNews(folder, 3, comparedNewsOf)
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 3_000))
  const { said } = await commands.run(folder, ['agree', folder, '--layers', 'ada,ben', '--tags', 'claim', '--gamma'])
  expect(said).toEqual([
    '1 of 3 articles compared',
    '2 of 3 articles compared',
    'γ of 1 of 3 articles',
    'γ of 2 of 3 articles',
  ])
})

/** The command in a terminal of its own, by `script` of util-linux. */
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

test.skipIf(!hasTerminal)(
  `Ctrl-C stops γ at once, and the shell is told so${hasTerminal ? '' : ' (skipped: no “script” of util-linux)'}`,
  async () => {
    writeNews(folder, 60, comparedNewsOf)
    const stet = `exec '${process.execPath}' --import tsx electron/commandLine/stet.ts agree '${folder}' --gamma`
    const terminal = spawn('script', ['-qec', stet, '/dev/null'], { cwd: projectFolder })
    onTestFinished(() => void terminal.kill())
    let shown = ''
    terminal.stdout.setEncoding('utf8').on('data', (part: string) => {
      const wasUnderWay = shown.includes('γ of')
      shown += part
      if (!wasUnderWay && shown.includes('γ of')) terminal.stdin.write('\x03')
    })
    const code = await new Promise(resolve => terminal.once('close', resolve))
    expect({ code, shown }).toEqual({
      code: 130,
      shown: expect.stringMatching(/^(stet: [\d,]+ of 60 articles compared\r\n)*stet: γ of \d+ of 60 articles\r\n\^C$/),
    })
  },
)

test('how far something is stands on a terminal alone, and what is wrong anywhere', () => {
  const written = (isTTY: boolean) => {
    const lines: string[] = []
    const stderr = {
      isTTY,
      on: () => {},
      write: (line: string) => lines.push(line),
    } as unknown as typeof process.stderr
    const { say, progress } = standardStreams({ stdin: process.stdin, stdout: process.stdout, stderr })
    progress('1 of 3 articles compared')
    say('It is damaged.')
    return lines
  }
  expect(written(true)).toEqual(['stet: 1 of 3 articles compared\n', 'stet: It is damaged.\n'])
  expect(written(false)).toEqual(['stet: It is damaged.\n'])
})
