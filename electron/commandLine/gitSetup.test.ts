import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { driverLine } from './driverLine.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

const hasGit = spawnSync('git', ['--version']).status === 0

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet git '))
  // What is set for whoever runs the tests says nothing here, and no repository that they stand in is found.
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(folder, 'none'))
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1')
  vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir())
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const stet = (...words: string[]) => commands.run(folder, ['git-setup', ...words])
const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' })
const attributes = (text?: string) => {
  const path = join(folder, '.gitattributes')
  if (text !== undefined) writeFileSync(path, text)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
const driver = () => git('config', '--local', '--get', 'merge.stet.driver').trim()

describe.skipIf(!hasGit)(hasGit ? 'with git' : 'with git (skipped: there is none on this machine)', () => {
  beforeEach(() => void git('init', '--quiet'))

  test('a clone is set up: lines for everybody, a driver for this clone; run again, it changes nothing', async () => {
    const first = await stet()
    expect(first).toMatchObject({ code: 0, said: [] })
    expect(first.printed).toMatch(/in this clone[\s\S]*Added to \.gitattributes: .*Commit it/)
    expect(attributes()).toMatch(/^# .*\n\*\.stet\.json merge=stet -text\nstet\.json merge=stet -text\n$/)
    expect(driver()).toBe(driverLine())
    for (const path of ['2018/a.txt.bo.stet.json', 'stet.json', 'below/stet.json', 'a.txt.article.stet.json'])
      expect(git('check-attr', 'merge', path)).toMatch(/: stet\n$/)
    expect(git('check-attr', 'merge', 'article.txt')).toMatch(/: unspecified\n$/)
    const [lines, config] = [attributes(), readFileSync(join(folder, '.git/config'), 'utf8')]
    expect((await stet()).printed).toMatch(/already/)
    expect([attributes(), readFileSync(join(folder, '.git/config'), 'utf8')]).toEqual([lines, config])
  })

  test('what stands in .gitattributes stays, with the line ends that it has', async () => {
    attributes('*.pdf binary\r\n*.png binary')
    await stet()
    expect(attributes()).toMatch(/^\*\.pdf binary\r\n\*\.png binary\r\n# .*\r\n\*\.stet\.json merge=stet -text\r\nstet/)
    await stet('--undo')
    expect(attributes()).toBe('*.pdf binary\r\n*.png binary\r\n')
  })

  test('a line that is there, here or further up, isn’t added again', async () => {
    attributes('*.stet.json merge=stet\n')
    mkdirSync(join(folder, 'corpus'))
    const { printed } = await stet('corpus', '--json')
    expect(JSON.parse(printed)).toEqual({
      ...{ format: 'stet-git-setup', formatVersion: 1, undo: false, attributes: ['stet.json merge=stet -text'] },
      ...{ driver: driverLine(), driverChanged: true, changesLineEnds: false, problem: null },
    })
    expect(attributes()).toBe('*.stet.json merge=stet\n')
  })

  test('a Stet that stood elsewhere is replaced; another driver, and other attributes, are left alone and named', async () => {
    git('config', 'merge.stet.driver', "node '/old/stet.ts' merge %O %A %B --out %A --as %P --quiet")
    await stet()
    expect(driver()).toBe(driverLine())
    git('config', 'merge.stet.driver', 'mine %A')
    attributes('')
    expect(await stet()).toMatchObject({ code: 1, said: [expect.stringMatching(/left alone: mine %A/)] })
    expect([driver(), attributes()]).toEqual(['mine %A', ''])
    git('config', '--unset', 'merge.stet.driver')
    attributes('stet.json merge=union\n')
    const { code, printed, said } = await stet()
    expect([code, said]).toEqual([1, [expect.stringMatching(/left alone: stet\.json: merge=union/)]])
    expect(printed).toMatch(/Added to \.gitattributes: \*\.stet\.json/)
    expect(attributes()).toMatch(/^stet\.json merge=union\n/)
    expect(git('check-attr', 'merge', 'stet.json')).toMatch(/union/)
  })

  test('it is all taken out again, and the file where it held nothing else', async () => {
    await stet()
    expect(await stet('--undo')).toMatchObject({
      code: 0,
      said: [],
      printed: expect.stringMatching(/as any text again/),
    })
    expect(attributes()).toBe(null)
    expect(git('config', '--local', '--list')).not.toMatch(/stet/)
    expect((await stet('--undo')).printed).toMatch(/nothing was changed/)
  })

  test('that git changes line ends is said, unless the articles are left as they are', async () => {
    git('config', 'core.autocrlf', 'true')
    expect((await stet()).said).toEqual([expect.stringMatching(/line ends/)])
    attributes('*.txt -text\n')
    expect((await stet()).said).toEqual([])
    attributes('* text=auto\n')
    git('config', '--unset', 'core.autocrlf')
    expect((await stet()).said).toEqual([expect.stringMatching(/line ends/)])
  })
})

const outside = 'outside a repository nothing is written, and that is said'
test.skipIf(!hasGit)(hasGit ? outside : `${outside} (skipped: there is no git on this machine)`, async () => {
  const { code, printed, said } = await stet()
  expect([code, printed, said]).toEqual([1, '', [expect.stringMatching(/^This folder is in no repository of git/)]])
  expect(attributes()).toBe(null)
})

test('without git that is said', async () => {
  vi.stubEnv('PATH', folder)
  expect(await stet()).toEqual({ code: 1, printed: '', said: [expect.stringMatching(/no git on this machine/)] })
  const { problem } = JSON.parse((await stet('--json')).printed)
  expect(problem).toEqual({ why: 'no-git', detail: '' })
})

test.each([
  [['nowhere'], 1, /folder is not there/],
  [['.', 'more'], 2, /more/],
  [['--loud'], 2, /--loud/],
])('%j ends with %i and says why', async (words, code, sentence) => {
  const ended = await stet(...words)
  expect(ended).toMatchObject({ code, printed: '' })
  expect(ended.said[0]).toMatch(sentence)
})

test.skipIf(process.platform === 'win32')(
  'the driver’s line is taken by a shell as it is meant, whatever stands in its paths',
  () => {
    const path = join(folder, `it's 100%O "so" $HOME.mjs`)
    writeFileSync(path, `console.log(process.env.INIT_CWD + '|' + process.argv.slice(1).join('|'))`)
    const line = driverLine(process.execPath, pathToFileURL(path))
    // As git does it: %% stands for %, and the names are put in.
    const asked = line.replaceAll(/%(.)/g, (_, letter) => (letter === '%' ? '%' : `'${letter} x'`))
    const printed = execFileSync('sh', ['-c', asked], { cwd: folder, encoding: 'utf8' })
    expect(printed).toBe(`|${path}|merge|O x|A x|B x|--out|A x|--as|P x|--quiet\n`)
  },
)
