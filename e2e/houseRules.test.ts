import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Which room may look into which. The longest name that fits a file speaks for
 * it. A name that ends in `/` or `:` stands for everything below it.
 */
const mayImport: Record<string, readonly string[]> = {
  'shared/': ['shared/', 'zod', 'prosemirror-model', 'lossless-json'],
  'shared/text/': [
    'shared/text/',
    'shared/annotation/span.ts',
    'shared/problems/',
    'shared/limits.ts',
    'jschardet',
    '@exodus/bytes/',
  ],
  'shared/importers/': [
    'shared/importers/',
    'shared/text/',
    'shared/article/',
    'shared/annotation/',
    'shared/problems/',
    'shared/limits.ts',
    'linkedom',
    '@mozilla/readability',
    'markdown-it',
    'yaml',
    'fflate',
    'mammoth',
    'pdfjs-dist/',
    'postal-mime',
  ],
  'shared/archives/': [
    'shared/archives/',
    'shared/importers/',
    'shared/text/',
    'shared/article/',
    'shared/annotation/',
    'shared/json/',
    'shared/problems/',
    'shared/limits.ts',
    'fflate',
    'hyparquet',
    'hyparquet-compressors',
    'linkedom',
    'papaparse',
    'postal-mime',
  ],
  'shared/dataset/': [
    'shared/dataset/',
    'shared/text/',
    'shared/annotation/',
    'shared/article/',
    'shared/codebook/',
    'shared/project/',
    'shared/sidecar/',
    'shared/search/fold.ts',
    'shared/json/',
    'shared/search/fold.ts',
    'shared/problems/',
    'shared/limits.ts',
  ],
  'shared/dataset/card/': ['shared/dataset/', 'shared/agreement/', 'shared/text/', 'shared/problems/'],
  'shared/dataset/map/mapFile.ts': ['shared/dataset/map/', 'shared/json/', 'shared/problems/', 'zod'],
  'shared/agreement/': [
    'shared/agreement/',
    'shared/dataset/',
    'shared/text/',
    'shared/annotation/',
    'shared/codebook/',
    'shared/project/merged.ts',
    'shared/problems/',
    'shared/limits.ts',
  ],
  'shared/agreement/explainLevel.ts': ['shared/agreement/', 'shared/words/'],
  'shared/agreement/figures/explainFigure.ts': ['shared/agreement/', 'shared/words/'],
  'shared/agreement/written/': ['shared/agreement/', 'shared/words/', 'shared/exporters/htmlCopy/html.ts'],
  'shared/agreement/coefficients/': [
    'shared/agreement/coefficients/',
    'shared/agreement/assignment.ts',
    'shared/words/',
  ],
  'shared/agreement/table/': ['shared/agreement/table/', 'shared/agreement/coefficients/'],
  'shared/exporters/': [
    'shared/exporters/',
    'shared/dataset/',
    'shared/archives/',
    'shared/importers/',
    'shared/text/',
    'shared/annotation/',
    'shared/article/',
    'shared/codebook/',
    'shared/project/',
    'shared/json/',
    'shared/problems/',
    'shared/limits.ts',
    'shared/words/',
    'fflate',
    'papaparse',
    'hyparquet',
    'hyparquet-writer/',
  ],
  // Comments and verdicts stand in JSON Lines as in a sidecar.
  'shared/exporters/jsonLines/': [
    'shared/exporters/',
    'shared/dataset/',
    'shared/text/',
    'shared/annotation/',
    'shared/article/',
    'shared/codebook/',
    'shared/project/',
    'shared/json/',
    'shared/problems/',
    'shared/limits.ts',
    'shared/sidecar/fileForm.ts',
    'shared/sidecar/remarkForm.ts',
  ],
  'renderer/': ['renderer/', 'shared/', 'react', 'react-dom', 'react-dom/', 'zustand/'],
  'renderer/ui/': ['renderer/ui/', 'react', 'react-dom'],
  'renderer/state/': ['renderer/state/', 'renderer/host/', 'shared/', 'zustand/vanilla'],
  'renderer/reading/page/': ['renderer/reading/page/', 'shared/', 'prosemirror-model'],
  'renderer/host/': ['renderer/host/', 'shared/contract/', 'shared/problems/'],
  'renderer/vite.config.ts': ['vite', '@vitejs/plugin-react', 'node:', 'electron/runtime/'],
  'electron/': ['electron/', 'shared/', 'node:'],
  'electron/disk/': ['electron/disk/', 'shared/', 'node:'],
  'electron/work/': ['electron/work/', 'electron/disk/', 'shared/', 'node:'],
  'electron/saving/': ['electron/saving/', 'electron/disk/', 'electron/work/', 'shared/', 'node:'],
  'electron/workspace/': [
    'electron/workspace/',
    'electron/saving/',
    'electron/disk/',
    'electron/work/',
    'shared/',
    'node:',
  ],
  'electron/commandLine/': [
    'electron/commandLine/',
    'electron/disk/',
    'electron/work/',
    'electron/workspace/',
    'electron/dataset/',
    'shared/',
    'node:',
  ],
  'electron/commandLine/stet.ts': ['electron/runtime/', 'node:'],
  'electron/dataset/': [
    'electron/dataset/',
    'electron/disk/',
    'electron/work/',
    'electron/workspace/',
    'electron/saving/',
    'shared/',
    'node:',
  ],
  'electron/dataset/program.ts': ['package.json'],
  'electron/settings/': ['electron/settings/', 'electron/disk/', 'shared/', 'node:', 'zod'],
  'electron/runtime/': [
    'electron/runtime/',
    'electron/vite.config.ts',
    'renderer/vite.config.ts',
    'node:',
    '@electron/fuses',
    'yauzl',
    'tar',
    'vite',
  ],
  'electron/packaging/': ['electron/packaging/', 'electron/runtime/', 'node:', '@electron/asar', '@electron/fuses'],
  'electron/shell/': [
    'electron/shell/',
    'electron/bridge/',
    'electron/settings/',
    'electron/log/',
    'shared/',
    'node:',
    'electron',
  ],
  'electron/preload.ts': ['electron'],
  'electron/main.ts': ['electron/', 'shared/', 'node:'],
  'electron/program.ts': ['electron/', 'shared/', 'node:', 'electron'],
  'electron/vite.config.ts': ['vite', 'node:', 'electron/runtime/'],
  'e2e/': [
    'e2e/',
    'shared/',
    'electron/',
    'node:',
    'playwright',
    'playwright/',
    'vitest',
    'vitest/',
    '@axe-core/playwright',
  ],
  'e2e/builtWorkers.ts': ['electron/', 'node:', 'vite', 'vitest/'],
}
const testsMayImport = [
  'vitest',
  'fast-check',
  '@duckdb/duckdb-wasm/',
  'node:',
  'ajv',
  'ajv/',
  'graphology',
  'graphology-gexf',
  'graphology-graphml',
  'read-excel-file/',
  'xmllint-wasm',
  'shared/',
  'e2e/',
  'electron/',
]

test('every import goes where the house allows', () => {
  const strays = sources().flatMap(file =>
    imports(file)
      .filter(name => !allowed(file, name))
      .map(name => `${file} → ${name}`),
  )
  expect(strays).toEqual([])
})

test('screens of the window do not look into each other', () => {
  const rooms = new Set(['host', 'state', 'ui', 'look', 'commands'])
  const roomOf = (path: string) => path.split('/')[1]!
  const screens = sources().filter(
    file => file.startsWith('renderer/') && file.split('/').length > 2 && !rooms.has(roomOf(file)),
  )
  const strays = screens.flatMap(file =>
    imports(file)
      .filter(name => name.startsWith('renderer/') && !rooms.has(roomOf(name)) && roomOf(name) !== roomOf(file))
      .map(name => `${file} → ${name}`),
  )
  expect(strays).toEqual([])
})

const forbidden: [what: string, pattern: RegExp, allowedIn: RegExp][] = [
  ['opens something outside', /\bopenExternal\b|\bopenPath\b/, /^$/],
  [
    'starts a program',
    /node:child_process/,
    /^electron\/runtime\/|^electron\/commandLine\/git\.ts$|^e2e\/|\.test\.tsx?$/,
  ],
  ['speaks to a network', /from 'node:(net|http|https|dgram|tls|dns)'/, /\.test\.tsx?$|^e2e\//],
  [
    'makes a page out of a string',
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\b/,
    /\.test\.tsx?$|^e2e\//,
  ],
  ['runs a string', /\beval\(|new Function\(/, /\.test\.tsx?$|^e2e\//],
]
test.each(forbidden)('nothing %s', (_what, pattern, allowedIn) => {
  const found = sources().filter(
    file => file !== 'e2e/houseRules.test.ts' && !allowedIn.test(file) && pattern.test(withoutComments(file)),
  )
  expect(found).toEqual([])
})

/** What makes, changes or renames a file by itself. */
const writes =
  /\b(?:writeFile|appendFile|createWriteStream|rename|copyFile|truncate|cp)(?:Sync)?\b(?=[^;]*\} from 'node:fs)|\b(?:fs|disk)\.(?:writeFile|appendFile|rename|copyFile|truncate|createWriteStream)\b/
/**
 * The disk's own room replaces a file whole or appends a line with a checked end. Beside it stand the log and the word
 * of who has a layer open, which hold nobody's work; a picture of the window; the sample, which is copied into a draft and appears whole; what tests stand
 * on; and what starts or packages Stet.
 */
const writers =
  /^electron\/(disk|runtime|packaging)\/|^electron\/(log\/log|saving\/ownerFile|shell\/capture|bridge\/sample|bridge\/deskGround|workspace\/corpus)\.ts$|\.test\.ts$/
test('only the disk’s own room writes files', () => {
  const found = sources().filter(
    file => /^(electron|shared|renderer)\//.test(file) && !writers.test(file) && writes.test(withoutComments(file)),
  )
  expect(found).toEqual([])
})

test('no folder is named for nothing in particular', () => {
  const folders = new Set(sources().flatMap(file => dirname(file).split('/')))
  expect(['utils', 'helpers', 'common', 'types', 'services', 'lib', 'misc'].filter(name => folders.has(name))).toEqual(
    [],
  )
})

test('only what the shell is for says `electron`', () => {
  const users = sources().filter(file => imports(file).includes('electron'))
  expect(users.filter(file => !/^electron\/(shell\/|program\.ts|preload\.ts)/.test(file))).toEqual([])
})

test('no screen writes a sentence of its own: they stand in shared/words', () => {
  const found = sources()
    .filter(file => file.endsWith('.tsx'))
    .flatMap(file => literalWords(file).map(words => `${file}: ${words}`))
  expect(found).toEqual([])
})

test('no screen names the key of a command itself: a person may have changed it', () => {
  const found = sources()
    .filter(file => file.endsWith('.tsx'))
    .flatMap(file => [...withoutComments(file).matchAll(/<kbd>[^{<]+<\/kbd>/g)].map(([key]) => `${file}: ${key}`))
  expect(found).toEqual([])
})

test('whatever moves of itself stands still for whoever wants it still', () => {
  const found = styles().flatMap(file => {
    const css = withoutComments(file)
    const calmed = [...css.matchAll(/@media \(prefers-reduced-motion: reduce\) \{([\s\S]*?)\n\}/g)].join('\n')
    return (
      rulesOf(css)
        .filter(({ text }) => /^\s*(?:animation|transition)[-a-z]*:/m.test(text))
        // `--quick` is nothing where motion is unwanted.
        .filter(({ text }) => !/^\s*(?:animation|transition):[^;]*var\(--quick\)(?![^;]*\d(?:ms|s)\b)/m.test(text))
        .filter(({ selector }) => !calmed.includes(selector))
        .map(({ selector }) => `${file}: ${selector}`)
    )
  })
  expect(found).toEqual([])
  const moving = sources().filter(file => file.startsWith('renderer/') && !/\.test\.ts/.test(file))
  expect(
    moving.filter(
      file =>
        /['"]smooth['"]|\.animate\(/.test(withoutComments(file)) &&
        !/prefers-reduced-motion/.test(withoutComments(file)),
    ),
  ).toEqual([])
})

test('the interface is laid out by where reading begins and ends, not by left and right', () => {
  const physical =
    /^\s*(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[-a-z]*|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear):\s*(?:left|right)\b)/m
  const found = styles()
    // What is drawn over the text is placed where the text was measured.
    .filter(file => !file.startsWith('renderer/reading/page/'))
    .flatMap(file =>
      withoutComments(file)
        .split(/[;{]/)
        .filter(line => physical.test(line))
        .map(line => `${file}: ${line.trim()}`),
    )
  expect(found).toEqual([])
})

function styles(): string[] {
  return readdirSync('renderer', { recursive: true, encoding: 'utf8' })
    .map(path => join('renderer', path))
    .filter(path => path.endsWith('.css'))
}

/** The innermost rules of a style sheet outside what is for calm. */
function rulesOf(css: string): { readonly selector: string; readonly text: string }[] {
  const moving = css.replace(/@media \(prefers-reduced-motion: reduce\) \{[\s\S]*?\n\}/g, '')
  return [...moving.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, text]) => ({
    selector: selector!.trim(),
    text: text!,
  }))
}

/** What a person would read or hear of a file's elements that doesn't come from the words. */
function literalWords(file: string): string[] {
  const spoken = /\s(?:aria-[a-z]+|title|placeholder|label|alt)="([^"]*\s[^"]*|\p{Lu}[^"]*)"/gu
  const between = />([^<>{}()=;]*\p{L}{2}[^<>{}()=;]*)<\//gu
  const ownLine = /^\s*(\p{Lu}[\p{L}\d’,.]*(?: [\p{L}\d’,.…“”]+)+)$/gmu
  const source = withoutComments(file)
  const found = [spoken, between, ownLine].flatMap(pattern => [...source.matchAll(pattern)].map(match => match[1]!))
  return found.map(words => words.trim()).filter(words => words !== 'stet') // the wordmark is a picture made of letters
}

function sources(): string[] {
  return ['shared', 'renderer', 'electron', 'e2e']
    .flatMap(room => readdirSync(room, { recursive: true, encoding: 'utf8' }).map(path => join(room, path)))
    .filter(path => /\.tsx?$/.test(path))
}

/** What a file imports: a path from the root for our own, a name for packages. Styles and pictures don't count. */
function imports(file: string): string[] {
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b(?:[^'"]*\bfrom)?\s*['"]([^'"]+)['"]/gm)
  return [...statements]
    .map(([, name]) => (name!.startsWith('.') ? join(dirname(file), name!) : name!))
    .filter(name => !/\.(css|json|svg|png)$|^@fontsource/.test(name))
}

function allowed(file: string, name: string): boolean {
  const room = Object.keys(mayImport)
    .filter(key => file.startsWith(key))
    .sort((a, b) => b.length - a.length)[0]!
  const isTest = /\.(test|laws)\.tsx?$/.test(file)
  const rules = [...mayImport[room]!, ...(isTest ? testsMayImport : [])]
  return rules.some(rule => name === rule || (/[/:]$/.test(rule) && name.startsWith(rule)))
}

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
}
