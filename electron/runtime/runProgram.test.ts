import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from './runProgram.ts'

const node = (script: string, options = {}) => runProgram(process.execPath, ['-e', script], options)

test('what it said and how it ended is the outcome', async () => {
  const outcome = await node("console.log('out'); console.error('aside'); process.exitCode = 3")
  expect(outcome.code).toBe(3)
  expect(outcome.standardOutput).toBe('out\n')
  expect(outcome.output).toContain('aside')
})

test('a program that is not there is an outcome like any other', async () => {
  expect((await runProgram('stet-has-no-such-program', [])).code).toBe(127)
})

test('one that takes too long is stopped', async () => {
  const outcome = await node('setInterval(() => {}, 1000)', { limitMs: 200 })
  expect(outcome.code).not.toBe(0)
  expect(outcome.output).toContain('It took too long.')
})

test('one whose folder stops growing is stopped, and how far it grew was told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
  const grown: number[] = []
  // A shell is there at once, even on a machine that is too busy to start a Node in that time.
  const outcome = await runProgram('sh', ['-c', 'printf four > "$0"; exec sleep 1000', join(folder, 'a')], {
    watch: { folder, stalledMs: 2000, grown: (bytes: number) => grown.push(bytes) },
  })
  rmSync(folder, { recursive: true })
  expect(grown).toEqual([4])
  expect(outcome.output).toContain('Nothing arrived')
})
