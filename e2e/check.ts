import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from '../electron/runtime/buildApp.ts'
import { CannotStart } from '../electron/runtime/cannotStart.ts'
import { lacksDisplay, openDisplay } from '../electron/runtime/display.ts'
import { edge } from '../electron/runtime/edge.ts'
import { findRuntime } from '../electron/runtime/findRuntime.ts'
import { makeSureOfLibraries } from '../electron/runtime/makeSureOfLibraries.ts'
import { makeSureOfRuntime } from '../electron/runtime/makeSureOfRuntime.ts'
import { projectFolder } from '../electron/runtime/projectFolder.ts'
import { switchesFor } from '../electron/runtime/startWords.ts'
import { reportFiles } from './reports.ts'
import { closingLines, type StoryReport, sum, type Tally, tallyStories } from './tally.ts'

/** A step of the check: whether it went well. A step that runs tests leaves a tally too. */
interface Step {
  readonly name: string
  run(words: readonly string[]): Promise<boolean>
  tally?(): Tally
}

const types: Step = {
  name: 'types',
  async run() {
    for (const room of ['shared', 'electron', 'renderer', 'e2e']) {
      if (!(await tool('typescript', 'tsc', ['-p', room]))) return false
    }
    return true
  },
}

const lint: Step = {
  name: 'lint',
  run: () => tool('@biomejs/biome', 'biome', ['check', '--config-path=.biome.json', '.']),
}

const unit: Step = {
  name: 'unit',
  run: words => tool('vitest', 'vitest', ['run', '--config', 'e2e/vitest.config.ts', ...words]),
  tally: () => readReport<Tally>(reportFiles.unit),
}

const runtime: Step = {
  name: 'runtime',
  async run() {
    const { executable } = await makeSureOfRuntime()
    await makeSureOfLibraries(executable, lacksDisplay(process.env))
    return true
  },
}

const build: Step = {
  name: 'build',
  async run() {
    if (!(await buildIfStale())) console.log('The build is newer than every source.')
    return true
  },
}

const stories: Step = {
  name: 'e2e',
  run: words =>
    withElectron(environment =>
      tool('playwright', 'playwright', ['test', '--config', 'e2e/playwright.config.ts', ...words], environment),
    ),
  tally: () => tallyStories(readReport<StoryReport>(reportFiles.stories)),
}

/** The programme of faults: the short form with every check, and whatever is asked of it by name. */
const faultsAs = (form: readonly string[]): Step => ({
  name: 'faults',
  run: words =>
    withElectron(environment => tool('tsx', 'tsx', ['e2e/faults/faults.ts', ...form, ...words], environment)),
  tally: () => readReport<Tally>(reportFiles.faults),
})

const screenshot: Step = {
  name: 'screenshot',
  run: () => withElectron(environment => tool('tsx', 'tsx', ['e2e/screenshot.ts'], environment)),
}

/**
 * A screen whose middle, where the real pointer rests, lies beyond every window of the stories: over a
 * window it would mix with the mouse that a story moves, and end its drags.
 */
const WIDE_SCREEN = '4400x2600'

/** What a person may ask for by name; `npm test` asks for all. */
const plans: Readonly<Record<string, readonly Step[]>> = {
  all: [types, lint, unit, runtime, build, faultsAs(['--short']), stories],
  types: [types],
  lint: [lint],
  unit: [unit],
  e2e: [runtime, build, stories],
  faults: [runtime, build, faultsAs([])],
  screenshot: [runtime, build, screenshot],
}

await edge(async () => {
  const [asked = 'all', ...words] = process.argv.slice(2)
  const steps = plans[asked]
  if (steps === undefined)
    throw new RangeError(`There is no check named '${asked}', only ${Object.keys(plans).join(', ')}.`)
  // What former runs left must be neither counted nor linted.
  for (const left of [...Object.values(reportFiles), join(projectFolder, 'test-results')]) {
    rmSync(left, { recursive: true, force: true })
  }
  const tallies: Tally[] = []
  let isGood = true
  for (const step of steps) {
    isGood = await take(step, step === steps.at(-1) ? words : [], tallies)
    if (!isGood) break
  }
  for (const line of closingLines(sum(tallies))) console.log(line)
  return isGood ? 0 : 1
})

/** Take one step, with its name before and its time after. A failure that no test accounts for counts as one. */
async function take(step: Step, words: readonly string[], tallies: Tally[]): Promise<boolean> {
  console.log(`\n== ${step.name}`)
  const begun = Date.now()
  const went = await step.run(words).catch(told)
  const tally = tallyOf(step)
  const isGood = went && tally.failed === 0
  tallies.push(isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 })
  console.log(`== ${step.name}: ${isGood ? 'good' : 'FAILED'}, ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  return isGood
}

/** Do something that needs the Electron that was found and a display, with an environment that names both. */
async function withElectron(act: (environment: NodeJS.ProcessEnv) => Promise<boolean>): Promise<boolean> {
  const found = findRuntime() // the runtime step has made sure of it
  if (found instanceof CannotStart) throw found
  const display = lacksDisplay(process.env) ? await openDisplay(WIDE_SCREEN) : undefined
  const environment: NodeJS.ProcessEnv = { ...process.env, ...display?.environment }
  try {
    return await act({
      ...environment,
      STET_ELECTRON: found.executable,
      STET_ELECTRON_FLAGS: switchesFor(environment, process.getuid?.()).join(' '),
      STET_RUNTIME_KIND: found.kind,
    })
  } finally {
    await display?.close()
  }
}

function tallyOf(step: Step): Tally {
  try {
    if (step.tally) return step.tally()
  } catch (error) {
    // A runner that broke down wrote no report.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return { passed: 0, failed: 0, skipped: [] }
}

/** Any failure of a step is told here, so that the closing line is always the last. */
function told(error: unknown): false {
  console.error(error instanceof CannotStart ? error.lines().join('\n') : error)
  return false
}

function readReport<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

/** Run a tool of ours, with its words on the terminal; whether it ended well. */
function tool(name: string, program: string, words: readonly string[], environment = process.env): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programPath(name, program), ...words], {
      cwd: projectFolder,
      env: environment,
      stdio: 'inherit',
    })
    const stop = () => child.kill()
    process.once('exit', stop)
    child.once('error', reject)
    child.once('close', code => {
      process.off('exit', stop)
      resolve(code === 0)
    })
  })
}

/** Where a package says that its program is. */
function programPath(name: string, program: string): string {
  const folder = join(projectFolder, 'node_modules', name)
  const { bin } = readReport<{ bin: string | Readonly<Record<string, string>> }>(join(folder, 'package.json'))
  return join(folder, typeof bin === 'string' ? bin : bin[program]!)
}
