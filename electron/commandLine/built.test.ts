import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleForNode } from '../runtime/bundleForNode.ts'
import { projectFolder } from '../runtime/projectFolder.ts'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

let folder: string
let out: string
beforeAll(async () => {
  // Inside the project, as a build is: what it needs of other packages is found from there.
  const workshop = join(projectFolder, 'node_modules', '.stet')
  mkdirSync(workshop, { recursive: true })
  folder = mkdtempSync(join(workshop, 'command-'))
  out = join(folder, 'out')
  await bundleForNode(source('./program.ts'), join(out, 'stet.js'))
  await bundleForNode(source('../work/mergeWorker.ts'), join(out, 'mergeWorker.js'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the command prints, as it was built, with no workers but those that were built with it. */
function built(...words: string[]): string {
  const { STET_WORKERS: _, INIT_CWD: __, ...env } = process.env
  return execFileSync(process.execPath, [join(out, 'stet.js'), ...words], { cwd: folder, env, encoding: 'utf8' })
}

test('the command as it was built has files read by the worker that was built with it', () => {
  const project = (name: string) => ({
    ...{ format: 'stet-project', formatVersion: 1, revision: 1, modified: '2031-01-01T00:00:00.000Z' },
    ...{ id: '0198c2f4-0000-7000-8000-000000000001', name },
  })
  const three = ['One', 'Two', 'One'].map((name, i) => {
    const path = join(folder, `${i}.json`)
    writeFileSync(path, JSON.stringify(project(name)))
    return path
  })
  const printed = built('merge', ...three, '--as', 'stet.json', '--out', '-')
  expect(JSON.parse(printed)).toMatchObject({ name: 'Two' })
})

const hasGit = spawnSync('git', ['--version']).status === 0

test.skipIf(!hasGit)('and has git start it by its sources, which may have changed since', () => {
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  const { driver } = JSON.parse(built('git-setup', folder, '--json')) as { driver: string }
  expect(driver).toContain(join(folder, 'electron', 'commandLine', 'stet.ts'))
  expect(driver).toContain(join('tsx', 'dist', 'loader.mjs'))
})
