import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { type Finding, type FindingKind, findingKinds, severityOf } from '../../shared/checking/finding.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { type NewEntry, writeEntry } from '../../shared/history/history.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { RuleId } from '../../shared/rules/rule.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { disk } from '../disk/disk.ts'
import { readOnlyDisk } from '../disk/readOnlyDisk.ts'
import { fromSource } from '../work/fromSource.ts'
import { readArticle, sha256Of } from '../work/readArticle.ts'
import { Workbench } from '../work/workbench.ts'
import { checkWorkspace } from './checkWorkspace.ts'

const workbench = new Workbench({ ...fromSource(), deadlineMs: 120_000 })
afterAll(() => workbench.close())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const text = `Harbour talks fail

The union 💬 said on Monday that the port would close by the evening.

The minister denied it twice, and nobody in the room believed her.
`

interface File {
  [key: string]: unknown
}

const put = (path: string, content: string | Uint8Array | object) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  const isBytes = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(join(folder, path), isBytes ? content : `${JSON.stringify(content, null, 2)}\n`)
}

const at = 'then'
const anchor = (quote: string, of = text) => {
  const start = [...of.slice(0, of.indexOf(quote))].length
  return { start, end: start + [...quote].length, quote, before: '', after: '' }
}
const annotation = (id: string, tag: string, quote: string, more: File = {}) => ({
  ...{ id, tag, spans: [anchor(quote)], attributes: {}, origin: { kind: 'manual' }, created: at, modified: at },
  ...more,
})

/** Alice's layer of an article, with a claim, its source and a link between them; `more` in its place. */
async function layer(name: string, bytes: string | Uint8Array, more: File = {}) {
  const read = await readArticle({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes })
  const { article, sha256, textSha256 } = read
  const ruler = makeRuler(article.text)
  return {
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 3 },
    article: {
      ...{ file: name, sha256, textSha256, textLength: ruler.toCodePoint(article.text.length) },
      ...{ offsetUnit: 'codepoint', encoding: article.encoding, reader: article.reader },
    },
    zoneRules: article.zoneRules,
    zones: article.blocks
      .filter(({ zone }) => zone !== 'body')
      .map(({ start, end, zone, by }) => ({ start: ruler.toCodePoint(start), end: ruler.toCodePoint(end), zone, by })),
    annotator: { id: 'alice', name: 'Alice Novak', key: 'k' },
    codebook: { id: 'stet-default', version: 1, hash: '0'.repeat(64) },
    ...{ status: 'in-progress', created: at, modified: at },
    annotations: [
      annotation('u', 'actor', 'The union', { attributes: { mention: 'name' }, entity: 'union' }),
      annotation('c', 'claim', 'the port would close', { attributes: { speech: 'indirect' } }),
    ],
    unplaced: [] as object[],
    links: [
      { id: 'l', type: 'attributed-to', from: 'c', to: { annotation: 'u' }, attributes: {}, cue: anchor('said') },
    ],
    ...{ comments: [], verdicts: [] },
    ...more,
  }
}

const project = (more: File = {}, book: File = {}) => ({
  ...{ format: 'stet-project', formatVersion: 1, id: 'p', name: 'Port' },
  codebook: { ...defaultCodebook, ...book },
  entities: [
    { id: 'port', kind: 'place', name: 'Port' },
    { id: 'union', kind: 'organisation', name: 'Dockers’ Union' },
  ],
  ...more,
})

const SIDECAR = 'strike.txt.alice.stet.json'
const HISTORY = `.stet/history/strike.txt.alice.d1.ndjson`

/** A workspace in which nothing is wrong: `change` makes Alice's layer another. */
async function whole(change: (file: Awaited<ReturnType<typeof layer>>) => object = file => file): Promise<void> {
  put('strike.txt', text)
  put('stet.json', project())
  put(SIDECAR, change(await layer('strike.txt', text)))
}

const check = async (bench: Pick<Workbench, 'run'> = workbench) =>
  (await checkWorkspace(folder, { disk: readOnlyDisk(disk), workbench: bench, listsHints: true })).findings

/** The lines of a history, each naming the one before. */
function historyOf(entries: readonly NewEntry[]): string {
  let last = ''
  return entries
    .map(entry => {
      const written = writeEntry(entry, last, sha256Of)
      last = written.last
      return written.line
    })
    .join('')
}
const onDisk = (path: string) => readFileSync(join(folder, path), 'utf8')
const baseOf = (path: string): NewEntry => {
  const written = onDisk(path)
  return { kind: 'base', at, sha256: sha256Of(written), parts: [written] }
}
const noted = (id: string, note: string): NewEntry => ({
  ...{ kind: 'edit', at, revision: 4 },
  edit: { kind: 'put', annotation: { ...annotation(id, 'claim', 'the port would close'), note } } as never,
})

type Case = readonly [make: () => Promise<unknown> | unknown, found: Partial<Finding>]

const changed = (change: (file: Awaited<ReturnType<typeof layer>>) => object, found: Partial<Finding>): Case => [
  () => whole(change),
  { file: SIDECAR, ...found },
]
const inProject = (more: File, found: Partial<Finding>, book: File = {}): Case => [
  () => put('stet.json', project(more, book)),
  { file: 'stet.json', ...found },
]
const withSecond = (more: File) => (file: Awaited<ReturnType<typeof layer>>) => ({
  ...file,
  annotations: [file.annotations[0], { ...file.annotations[1], ...more }],
})
const withLink = (more: File) => (file: Awaited<ReturnType<typeof layer>>) => ({
  ...file,
  links: [{ ...file.links[0], ...more }],
})
const comment = (more: File) => ({ id: 'm', kind: 'note', text: 'Why?', created: at, ...more })
const [firstTag, ...otherTags] = defaultCodebook.tags

/** For each kind what is done to a whole workspace, and what is found then. */
const cases: Record<Exclude<FindingKind, RuleId>, Case> = {
  unreadable: [
    async () => {
      await whole()
      symlinkSync('/etc/hostname', join(folder, 'strike.txt.bob.stet.json'))
    },
    { file: 'strike.txt.bob.stet.json' },
  ],
  damaged: [
    async () => {
      await whole()
      put(SIDECAR, onDisk(SIDECAR).slice(0, -400))
    },
    { file: SIDECAR, line: expect.any(Number) as never },
  ],
  'two-of-one-id': changed(withSecond({ id: 'u' }), { annotation: 'u' }),
  'git-conflict': [
    async () => {
      await whole()
      put(
        SIDECAR,
        onDisk(SIDECAR).replace(
          '  "revision": 3,',
          '<<<<<<< a\n  "revision": 3,\n=======\n  "revision": 4,\n>>>>>>> b',
        ),
      )
    },
    { file: SIDECAR, line: 4 },
  ],
  'newer-version': changed(file => ({ ...file, formatVersion: 9 }), {}),
  'wrong-annotator': changed(file => ({ ...file, annotator: { id: 'bob', name: 'Bob' } }), { about: 'bob' }),
  'stray-layer': [
    async () => {
      await whole()
      rmSync(join(folder, 'strike.txt'))
      put('moved/walkout.txt', text)
    },
    { file: SIDECAR, about: 'moved/walkout.txt' },
  ],
  'article-unreadable': [
    async () => {
      await whole()
      put('strike.txt', new Uint8Array(100))
    },
    { file: 'strike.txt' },
  ],
  'not-checked': [whole, { file: SIDECAR, about: expect.stringMatching(/took-too-long/) as never }],
  'wrong-quote': changed(withSecond({ spans: [{ ...anchor('said on'), quote: 'told on' }] }), {
    ...{ annotation: 'c', about: 'said on', quote: 'told on' },
  }),
  'bad-spans': changed(withSecond({ spans: [anchor('the port would'), anchor('port')] }), { annotation: 'c' }),
  'no-place': [
    async () => {
      await whole()
      put('strike.txt', text.replace('the port would close by the evening', 'all ships have to stay at sea for now'))
    },
    { file: SIDECAR, annotation: 'c', quote: 'the port would close' },
  ],
  'wrong-text': changed(file => ({ ...file, article: { ...file.article, textLength: 7 } }), { about: '7' }),
  'bad-zone': changed(file => ({ ...file, zones: [{ start: 0, end: 9999, zone: 'title', by: 'reader' }] }), {
    about: 'title 0–9999',
  }),
  'link-from-nothing': changed(withLink({ from: 'gone' }), { link: 'l', about: 'gone' }),
  'link-to-nothing': changed(withLink({ to: { annotation: 'gone' } }), { link: 'l', about: 'gone' }),
  'unknown-entity': changed(withSecond({ entity: 'nobody' }), { annotation: 'c', about: 'nobody' }),
  'unknown-tag': changed(withSecond({ tag: 'rumour' }), { annotation: 'c', about: 'rumour' }),
  'unknown-attribute': changed(withSecond({ attributes: { mood: 'grim' } }), { annotation: 'c', about: 'mood' }),
  'unknown-link-type': changed(withLink({ type: 'mocks' }), { link: 'l', about: 'mocks' }),
  'value-not-allowed': changed(withSecond({ attributes: { speech: 'shouted' } }), { about: 'speech: shouted' }),
  'ends-not-allowed': changed(withLink({ from: 'u', to: { annotation: 'c' } }), {
    about: 'actor attributed-to claim',
  }),
  'unknown-reference': inProject(
    { entities: [{ id: 'port', kind: 'place', name: 'Port', parent: 'coast' }] },
    { entity: 'port', about: 'entities/port/parent: coast' },
  ),
  'in-circle': inProject(
    {
      entities: [
        { id: 'a', kind: 'place', name: 'A', parent: 'b' },
        { id: 'b', kind: 'place', name: 'B', parent: 'a' },
        { id: 'c', kind: 'place', name: 'C', parent: 'a' },
      ],
    },
    { entity: 'a', about: 'a → b → a' },
  ),
  'history-broken': [
    async () => {
      await whole()
      put(HISTORY, historyOf([baseOf(SIDECAR), noted('c', 'one'), noted('c', 'two')]).replace('"one"', '"won"'))
    },
    { file: HISTORY, line: 3 },
  ],
  'not-in-file': [
    async () => {
      await whole()
      put(HISTORY, historyOf([baseOf(SIDECAR), noted('c', 'one')]))
    },
    { file: SIDECAR },
  ],
  'only-in-history': [
    async () => {
      await whole()
      put(HISTORY, historyOf([baseOf(SIDECAR)]))
      rmSync(join(folder, SIDECAR))
    },
    { file: SIDECAR },
  ],
  'both-changed': [
    async () => {
      await whole()
      put(HISTORY, historyOf([baseOf(SIDECAR), noted('c', 'mine')]))
      await whole(withSecond({ note: 'theirs' }))
    },
    { file: SIDECAR },
  ],
  'unfinished-change': [() => put('.stet/bulk/x.json', {}), { file: '.stet/bulk/x.json' }],
  'text-changed': [
    async () => {
      await whole()
      put('strike.txt', `${text}\nMore follows.\n`)
    },
    { file: SIDECAR },
  ],
  carried: [
    async () => {
      await whole()
      put(`.stet/texts/${sha256Of(text)}`, text)
      put('strike.txt', `It was put right on Wednesday.\n\n${text}`)
    },
    { file: SIDECAR, annotation: 'c', about: String(anchor('the port would close').start + 32) },
  ],
  unplaced: changed(
    file => ({
      ...file,
      unplaced: [{ ...annotation('w', 'claim', 'denied'), placement: 'lost', textSha256: 'f'.repeat(64) }],
    }),
    { annotation: 'w', about: 'lost', quote: 'denied' },
  ),
  'lost-cue': [
    async () => {
      await whole()
      put('strike.txt', text.replace('said on Monday', 'made known at noon'))
    },
    { file: SIDECAR, link: 'l', quote: 'said' },
  ],
  'lost-words': [
    async () => {
      await whole(file => ({ ...file, comments: [comment({ on: { span: anchor('said on Monday') } })] }))
      put('strike.txt', text.replace('said on Monday', 'made known at noon'))
    },
    { file: SIDECAR, comment: 'm', quote: 'said on Monday' },
  ],
  'comment-on-nothing': changed(
    file => ({ ...file, comments: [comment({ on: { layer: 'alice', annotation: 'gone' } })] }),
    {
      ...{ comment: 'm', about: 'gone' },
    },
  ),
  'verdict-without-gold': changed(
    file => ({
      ...file,
      verdicts: [
        { id: 'v', on: { layer: 'bob', annotation: 'b', revision: 1 }, verdict: 'accept', gold: 'gone', created: at },
      ],
    }),
    { verdict: 'v', about: 'gone' },
  ),
  'not-understood': changed(file => ({ ...file, comments: [{ id: 'm', mood: 'grim' }] }), { comment: 'm' }),
  'lost-zone': [
    async () => {
      await whole()
      const { article } = await layer('strike.txt', text)
      const zones = [{ start: 0, end: 9, zone: 'title', quote: 'Port talk' }]
      const facts = { format: 'stet-article', formatVersion: 1, revision: 1, article, zones, created: at, modified: at }
      put('strike.txt.article.stet.json', facts)
    },
    { file: 'strike.txt.article.stet.json', about: 'title', quote: 'Port talk' },
  ],
  'bytes-changed': changed(file => ({ ...file, article: { ...file.article, sha256: 'a'.repeat(64) } }), {}),
  'text-missing': [
    async () => {
      const bytes = Buffer.from(text.replace('💬', 'café'), 'latin1')
      put('strike.txt', bytes)
      put(SIDECAR, await layer('strike.txt', bytes, { annotations: [], links: [] }))
    },
    { file: SIDECAR },
  ],
  'other-zones': changed(file => ({ ...file, zones: [] }), { about: 'title 0–19' }),
  'other-file-name': changed(file => ({ ...file, article: { ...file.article, file: 'walkout.txt' } }), {
    about: 'walkout.txt',
  }),
  'other-codebook': changed(file => ({ ...file, codebook: { ...file.codebook, version: 12 } }), {
    about: 'stet-default 12',
  }),
  'no-longer-offered': [
    async () => {
      await whole()
      put('stet.json', project({}, { tags: [{ ...firstTag, retired: true }, ...otherTags] }))
    },
    { file: SIDECAR, annotation: 'c', about: 'claim' },
  ],
  'merged-entity': [
    async () => {
      await whole()
      const entities = [
        { id: 'port', kind: 'organisation', name: 'Port' },
        { id: 'union', kind: 'organisation', name: 'Union', mergedInto: 'port' },
      ]
      put('stet.json', project({ entities }))
    },
    { file: SIDECAR, annotation: 'u', about: 'union' },
  ],
  'entity-kind': [
    async () => {
      await whole()
      put('stet.json', project({ entities: [{ id: 'union', kind: 'weather', name: 'Union' }] }))
    },
    { file: SIDECAR, annotation: 'u', about: 'actor: weather' },
  ],
  'conflict-copy': [
    async () => {
      await whole()
      put('strike.txt.alice.stet (conflicted copy 2031-03-04 101112).json', onDisk(SIDECAR))
    },
    { file: 'strike.txt.alice.stet (conflicted copy 2031-03-04 101112).json', about: SIDECAR },
  ],
  'stray-facts': [() => put('gone.txt.article.stet.json', {}), { file: 'gone.txt.article.stet.json' }],
  'stray-history': [
    () => put('.stet/history/2031/gone.txt.alice.d1.ndjson', ''),
    { file: '.stet/history/2031/gone.txt.alice.d1.ndjson', about: '2031/gone.txt.alice.stet.json' },
  ],
  'not-opened': [() => put('scan.pdf', 'no pdf'), { file: 'scan.pdf' }],
  'can-be-rebuilt': [
    async () => {
      await whole()
      put(HISTORY, historyOf([baseOf(SIDECAR)]))
      put(SIDECAR, '{ "format": "stet-side')
    },
    { file: SIDECAR },
  ],
  'history-cut': [
    async () => {
      await whole()
      put(HISTORY, `${historyOf([baseOf(SIDECAR)])}{"v":1,"ki`)
    },
    { file: HISTORY, line: 2 },
  ],
  'history-without-beginning': [
    async () => {
      await whole()
      put(HISTORY, historyOf([{ kind: 'base', at, sha256: 'e'.repeat(64), parts: null }]))
    },
    { file: HISTORY },
  ],
  'kept-text-damaged': [
    () => put(`.stet/texts/${'b'.repeat(64)}`, 'another'),
    { file: `.stet/texts/${'b'.repeat(64)}` },
  ],
  'left-by-crash': [
    () => put('2031/.stet-01234567-89ab-cdef-0123-456789abcdef.draft', 'half'),
    { file: '2031/.stet-01234567-89ab-cdef-0123-456789abcdef.draft' },
  ],
}

/** A worker that gives up over Alice's layer. */
const tired: Pick<Workbench, 'run'> = {
  run: (name, input, choices) => {
    const { layers = [] } = input as { layers?: readonly unknown[] }
    if (layers.length > 0) return Promise.reject(new Problem('took-too-long'))
    return workbench.run(name, input, choices)
  },
}

test('in a whole workspace nothing is found but what may have been forgotten', async () => {
  await whole()
  put(HISTORY, historyOf([baseOf(SIDECAR)]))
  expect((await check()).filter(({ kind }) => severityOf(kind) !== 'hint')).toEqual([])
})

test.each(Object.entries(cases) as [FindingKind, Case][])('%s', async (kind, [make, found]) => {
  await make()
  const findings = await check(kind === 'not-checked' ? tired : workbench)
  expect(findings).toContainEqual(expect.objectContaining({ kind, ...found }))
})

test('gold is named for whoever adjudicated it', async () => {
  await whole()
  put('strike.txt.gold-alice.stet.json', await layer('strike.txt', text))
  expect((await check()).filter(({ kind }) => severityOf(kind) === 'error')).toEqual([])
})

test('hints are what the list of problems would say, with their words', async () => {
  await whole(file => ({ ...file, links: [] }))
  expect(await check()).toContainEqual({
    ...{ kind: 'claim-without-source', file: SIDECAR, about: '', annotation: 'c', quote: 'the port would close' },
  })
})

test('damaged files stop nothing else from being checked', async () => {
  await whole(withSecond({ tag: 'rumour' }))
  put('strike.txt.bob.stet.json', '{')
  put('strike.txt.carol.stet.json', new Uint8Array([0xff, 0, 0xfe]))
  put('strike.txt.article.stet.json', '[]')
  put('stet.json', project({ entities: [{ id: 'port', kind: 'place', name: 'Port', parent: 'coast' }] }))
  put(HISTORY, 'no history\nat all\n')
  const found = (await check()).filter(({ kind }) => severityOf(kind) === 'error')
  expect(found.map(({ file, kind }) => `${file} ${kind}`)).toEqual([
    '.stet/history/strike.txt.alice.d1.ndjson history-broken',
    'stet.json unknown-reference',
    'strike.txt.alice.stet.json unknown-entity',
    'strike.txt.alice.stet.json unknown-tag',
    'strike.txt.article.stet.json damaged',
    'strike.txt.bob.stet.json damaged',
    'strike.txt.carol.stet.json damaged',
  ])
})

test('a project that can’t be read is told once, and nothing is held against it', async () => {
  await whole()
  put('stet.json', '{ "formatVersion": 1, "entities": ')
  const found = (await check()).filter(({ kind }) => severityOf(kind) !== 'hint')
  expect(found.map(({ file, kind }) => `${file} ${kind}`)).toEqual(['stet.json damaged'])
})

test('every kind is listed once', () => {
  expect(new Set(findingKinds).size).toBe(findingKinds.length)
})

test('nothing is written, nor looked at in a way that shows', async () => {
  await whole(withSecond({ id: 'u' }))
  put(HISTORY, historyOf([baseOf(SIDECAR), noted('c', 'one')]))
  put('strike.txt', `It was put right.\n\n${text}`)
  const state = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map(path => {
        const { mtimeMs, ctimeMs, size } = statSync(join(folder, path))
        return { path, mtimeMs, ctimeMs, size }
      })
  const before = state()
  await check()
  expect(state()).toEqual(before)
})
