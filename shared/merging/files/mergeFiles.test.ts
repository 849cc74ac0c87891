import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptFacts } from '../../facts/factsFile.ts'
import type { History } from '../../history/history.ts'
import type { Json, JsonObject } from '../../json/json.ts'
import { textOf } from '../../json/rest.ts'
import { sidecarText } from '../../sidecar/sidecarText.ts'
import type { Decision } from '../contradiction.ts'
import { gitVersionsIn } from '../gitConflict.ts'
import { cat, changed, type Fields, hash, late, sidecar, span } from '../givenSidecars.laws.ts'
import { recoverProject } from '../recoverProject.ts'
import { recoverSidecar } from '../recoverSidecar.ts'
import type { FileClash } from './fileClash.ts'
import { mergeFiles } from './mergeFiles.ts'

const bytesOf = (file: JsonObject | string | null) =>
  new TextEncoder().encode(file === null ? '' : typeof file === 'string' ? file : `${textOf(file)}\n`)
type Version = JsonObject | string | null

function merge(base: Version, mine: Version, theirs: Version) {
  const found = mergeFiles({ base: bytesOf(base), mine: bytesOf(mine), theirs: bytesOf(theirs) })
  const clashes = JSON.parse(found.clashes) as FileClash[]
  return { ...found, clashes, file: clashes.length === 0 && !found.problem ? JSON.parse(found.text!) : null }
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const noHistory: History = { entries: [], goodBytes: 0, last: '', damage: 'none' }
const onDisk = (text: string | null) => ({ bytes: bytesOf(text), sha256: sha(text!) })
/** What the program makes of a sidecar that it finds so, once a person has decided. */
const opened = (text: string | null, decisions: readonly Decision[] | null = null) =>
  recoverSidecar(onDisk(text), noHistory, null, decisions, sha)
/** The file of it, as it is written. */
const writtenOf = (text: string | null, decisions: readonly Decision[]) =>
  JSON.parse(sidecarText(opened(text, decisions).file!)) as JsonObject

const dog: JsonObject = changed(cat, { id: 'dog', spans: [span('sat', 8)] })
const link = (id: string, from: string, to: string): JsonObject => ({
  ...{ id, type: 'about', from, to: { annotation: to }, attributes: {} },
})
const without = (entry: JsonObject, ...keys: string[]) =>
  changed(entry, Object.fromEntries(keys.map(key => [key, undefined])))

test('what only one side changed is as that side left it, field by field, and unknown keys stay', () => {
  const base = sidecar([cat, dog], { ours: { a: 1, b: 1 }, digits: [1] })
  const mine = sidecar([changed(cat, { note: 'Mine', odd: [1, 2] }), dog], {
    ...{ ours: { a: 2, b: 1 }, digits: [1], revision: 9, comments: [{ id: 'c1', text: 'A' }] },
  })
  const theirs = sidecar([changed(cat, { tag: 'event', modified: late, even: true })], {
    ...{ ours: { a: 1, b: 3, c: 4 }, digits: [2], status: 'done', comments: [{ id: 'c2', text: 'B' }], modified: late },
  })
  const { file, clashes, kind } = merge(base, mine, theirs)
  expect([clashes, kind]).toEqual([[], 'sidecar'])
  expect(file).toMatchObject({
    ...{ revision: 10, modified: late, status: 'done', ours: { a: 2, b: 3, c: 4 }, digits: [2] },
    annotations: [{ id: 'cat', note: 'Mine', odd: [1, 2], tag: 'event', even: true, modified: late }],
  })
  expect(file.annotations).toHaveLength(1)
  expect(file.comments.map(({ id }: { id: string }) => id).sort()).toEqual(['c1', 'c2'])
})

test('a file that was added on both sides has what either has', () => {
  const { file } = merge(null, sidecar([cat]), sidecar([dog]))
  expect(file.annotations).toMatchObject([{ id: 'cat' }, { id: 'dog' }])
})

test('numbers keep their digits, in what is merged and in what is told', () => {
  const exact = (mine: string, theirs: string) => {
    const of = (odd: string, note: string) =>
      `${textOf(sidecar([changed(cat, { note, odd: 'ODD' })])).replace('"ODD"', odd)}\n`
    return mergeFiles({
      base: bytesOf(of('1.50', 'a')),
      mine: bytesOf(of(mine, 'b')),
      theirs: bytesOf(of(theirs, 'a')),
    })
  }
  expect(exact('1.50', '12345678901234567890').text).toContain('"odd": 12345678901234567890')
  expect(exact('2.50', '3.50').clashes).toContain('"mine":2.50,"theirs":3.50')
})

test('what both changed otherwise stands twice; the program opens it as two versions and asks that alone', () => {
  const mine = sidecar([changed(cat, { note: 'Mine', odd: 1 }), dog])
  const theirs = sidecar([changed(cat, { note: 'Theirs', even: 2 })], { comments: [{ id: 'c' }], status: 'done' })
  const { text, clashes } = merge(sidecar([cat]), mine, theirs)
  expect(clashes).toEqual([
    { of: 'annotations', id: 'cat', name: 'cat', field: 'note', mine: 'Mine', theirs: 'Theirs' },
  ])
  const asked = opened(text)
  expect(asked).toMatchObject({ readOnly: true, due: false })
  expect(asked.problem?.kind).toBe('sidecar-git-conflict')
  expect(asked.contradictions).toMatchObject([{ id: 'cat', field: 'note', ours: 'Mine', theirs: 'Theirs' }])
  const decided = writtenOf(text, [{ of: 'annotations', id: 'cat', field: 'note', side: 'theirs' }])
  expect(decided).toMatchObject({
    ...{ status: 'done', comments: [{ id: 'c' }] },
    annotations: [{ id: 'cat', note: 'Theirs', odd: 1, even: 2 }, { id: 'dog' }],
  })
})

test('what one side took away and the other changed is asked, with its links on the side that kept it', () => {
  const both = sidecar([cat, dog], { links: [link('l', 'cat', 'dog')] })
  const theirs = sidecar([changed(cat, { note: 'Wanted' }), dog], { links: [link('l', 'cat', 'dog')] })
  const { text, clashes } = merge(both, sidecar([dog]), theirs)
  expect(clashes).toMatchObject([{ of: 'annotations', id: 'cat', field: '', theirs: { note: 'Wanted' } }])
  expect(clashes[0]).not.toHaveProperty('mine')
  const decide = (side: 'ours' | 'theirs') => writtenOf(text, [{ of: 'annotations', id: 'cat', field: '', side }])
  expect(opened(text).contradictions).toMatchObject([{ id: 'cat', field: '' }])
  expect(decide('ours')).toMatchObject({ annotations: [{ id: 'dog' }], links: [] })
  expect(decide('theirs')).toMatchObject({ annotations: [{ note: 'Wanted' }, { id: 'dog' }], links: [{ id: 'l' }] })
})

test('what one side took away and the other has linked to since is asked, with the link on the side that made it', () => {
  const { text, clashes } = merge(
    sidecar([cat, dog]),
    sidecar([dog]),
    sidecar([cat, dog], { links: [link('l', 'dog', 'cat')] }),
  )
  expect(clashes).toMatchObject([{ of: 'annotations', id: 'cat', field: '' }])
  const decide = (side: 'ours' | 'theirs') => writtenOf(text, [{ of: 'annotations', id: 'cat', field: '', side }])
  expect(opened(text).contradictions).toMatchObject([{ id: 'cat', field: '' }])
  expect(decide('ours')).toMatchObject({ annotations: [{ id: 'dog' }], links: [] })
  expect(decide('theirs')).toMatchObject({ annotations: [{ id: 'cat' }, { id: 'dog' }], links: [{ id: 'l' }] })
})

test('a layer that two devices began apart is told by its key', () => {
  const by = (key: string) => ({ annotator: { id: 'ada', name: 'Ada', key } })
  const { clashes } = merge(null, sidecar([cat], by('one')), sidecar([dog], by('other')))
  expect(clashes).toMatchObject([{ of: 'file', field: 'annotator', mine: { key: 'one' }, theirs: { key: 'other' } }])
})

const onText = (text: string) => ({
  article: { ...(sidecar([])['article'] as JsonObject), textSha256: text.repeat(64) },
})

test('versions on different texts stand whole; where both went on to one text they are merged', () => {
  const [mine, theirs] = [sidecar([cat], onText('b')), sidecar([dog])]
  const { text, problem, clashes } = merge(sidecar([cat]), mine, theirs)
  expect([problem?.kind, clashes]).toEqual(['sidecar-git-unmergeable', []])
  expect(gitVersionsIn(bytesOf(text))?.ours).toBe(`${textOf(mine)}\n`)
  expect(gitVersionsIn(bytesOf(text))?.theirs).toBe(`${textOf(theirs)}\n`)
  const both = merge(
    sidecar([cat]),
    sidecar([cat, dog], onText('b')),
    sidecar([changed(cat, { note: 'N' })], onText('b')),
  )
  expect(both.file.annotations).toMatchObject([{ id: 'cat', note: 'N' }, { id: 'dog' }])
})

test.each<[string, Version, Version, string]>([
  ['cut off', sidecar([cat]), '{"format": "stet-sidecar", ', 'sidecar-damaged'],
  ['of a later version', sidecar([cat], { formatVersion: 2 }), sidecar([dog]), 'sidecar-newer'],
  ['nothing of ours', '{"a": 1}\n', '{"a": 2}\n', 'sidecar-damaged'],
  ['another kind of file', sidecar([cat]), { formatVersion: 1, format: 'stet-project' }, 'sidecar-damaged'],
])('a version that is %s: both stand whole between markers, and why is said', (_, mine, theirs, kind) => {
  const { problem, text, clashes } = merge(null, mine, theirs)
  expect([problem?.kind, clashes]).toEqual([kind, []])
  const ended = (version: Version) => new TextDecoder().decode(bytesOf(version)).replace(/\n?$/, '\n')
  expect(gitVersionsIn(bytesOf(text))).toMatchObject({ ours: ended(mine), theirs: ended(theirs) })
})

test('where markers stand already nothing is written, and a beginning that can’t be read takes nothing away', () => {
  expect(merge(null, '<<<<<<< HEAD\n', sidecar([cat]))).toMatchObject({
    text: null,
    problem: { kind: 'sidecar-damaged' },
  })
  const { file, baseLost } = merge('{', sidecar([cat]), sidecar([dog]))
  expect([file.annotations.length, baseLost]).toEqual([2, true])
})

test('a beginning that git merged of several itself, with a contradiction, is what those began with', () => {
  const of = (note: string, ...more: JsonObject[]) => sidecar([changed(cat, { note }), ...more])
  const { text: began } = merge(of('Was', dog), of('One', dog), of('Other', dog))
  expect(merge(began, of('One', dog), of('Was')).file.annotations).toMatchObject([{ id: 'cat', note: 'One' }])
})

test('a side that changed nothing gives way to the other’s very bytes, whatever they are', () => {
  expect(merge('a', 'a', '{ "later": 2 }')).toMatchObject({ text: '{ "later": 2 }', clashes: [] })
  expect(merge('1', '[2]', '1')).toMatchObject({ text: '[2]' })
})

const tag = (id: string, more: Fields = {}): JsonObject =>
  changed({ id, label: id, key: '', colour: '#000000', mark: 'solid', guidance: '' }, more)
const project = (more: Fields, version = 1, tags: readonly JsonObject[] = [tag('claim')]): JsonObject =>
  changed(
    {
      ...{ format: 'stet-project', formatVersion: 1 },
      codebook: { id: 'c', version, tags, attributes: [], links: [] },
    },
    more,
  )
const entity = (id: string, more: Fields = {}): JsonObject => changed({ id, kind: 'person', name: id }, more)

test('a project is merged entity by entity and field by field; names that both added are both there', () => {
  const base = project({ entities: [entity('ada', { aliases: ['A'], parent: 'x' }), entity('old')] })
  const mine = project({
    entities: [entity('ada', { aliases: ['A', 'Mine'], parent: 'x', odd: 1 }), entity('new'), entity('old')],
  })
  const theirs = project({
    entities: [entity('ada', { aliases: ['Theirs'], name: 'Ada', parent: 'x' })],
    ...{ settings: { a: 1 }, people: [{ id: 'b', name: 'Bo' }] },
  })
  const { file, clashes } = merge(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(file).toMatchObject({ settings: { a: 1 }, people: [{ id: 'b' }] })
  expect(file.entities).toMatchObject([{ id: 'ada', name: 'Ada', odd: 1, parent: 'x' }, { id: 'new' }])
  expect(new Set(file.entities[0].aliases)).toEqual(new Set(['Mine', 'Theirs']))
})

test('a codebook that both changed is a version of its own, with the tags of both where each put them', () => {
  const base = project({}, 1, [tag('claim'), tag('actor')])
  const mine = project({}, 2, [tag('claim'), tag('mine'), tag('actor')])
  const theirs = project({}, 2, [tag('actor', { label: 'Who' }), tag('claim')])
  const { file } = merge(base, mine, theirs)
  expect(file.codebook).toMatchObject({
    version: 3,
    tags: [{ id: 'actor', label: 'Who' }, { id: 'claim' }, { id: 'mine' }],
  })
  expect(merge(base, mine, project({ name: 'N' }, 1, [tag('claim'), tag('actor')])).file.codebook.version).toBe(2)
})

test('what two people say otherwise of one entity is in both versions that the program opens', () => {
  const of = (name: string, more: Fields = {}) => project({ entities: [entity('ada', { name, ...more })] })
  const { text, clashes } = merge(of('Ada'), of('Mine', { odd: 1 }), of('Theirs', { note: 'N' }))
  expect(clashes).toMatchObject([
    { of: 'entities', id: 'ada', name: 'Mine', field: 'name', base: 'Ada', theirs: 'Theirs' },
  ])
  const { file, contradictions } = recoverProject(onDisk(text), noHistory, true, sha)
  expect(file?.['entities']).toMatchObject([{ name: 'Mine', odd: 1, note: 'N' }])
  expect(contradictions).toMatchObject([{ id: 'ada', field: 'name', theirs: 'Theirs' }])
})

test('reasons that two people gave a codebook, or changed in it, are merged reason by reason', () => {
  const slip = { id: 'slip', label: 'A slip' }
  const own = (...reasons: readonly JsonObject[]) =>
    changed(project({}), { codebook: { ...(project({})['codebook'] as JsonObject), reasons } })
  const { file, clashes } = merge(
    own(slip),
    own({ ...slip, label: 'Slip' }, { id: 'rule', label: 'Rule 3' }),
    own({ ...slip, guidance: 'It happens.' }, { id: 'style', label: 'Style' }),
  )
  expect(clashes).toEqual([])
  expect((file['codebook'] as JsonObject)['reasons']).toEqual([
    { id: 'slip', label: 'Slip', guidance: 'It happens.' },
    { id: 'style', label: 'Style' },
    { id: 'rule', label: 'Rule 3' },
  ])
})

test('two projects without a common beginning began with the default codebook', () => {
  const own = (more: Fields): JsonObject => ({ ...project({}, 2), ...(more as JsonObject) })
  const { file } = merge(null, own({ name: 'N', id: 'p2' }), own({ gold: 'g', id: 'p1' }))
  expect(file).toMatchObject({ name: 'N', gold: 'g', id: 'p1' })
  const { clashes } = merge(own({ id: 'p' }), own({ id: 'p1' }), own({ id: 'p2' }))
  expect(clashes).toMatchObject([{ of: 'file', field: 'id' }])
})

const zone = (start: number, kind: string, more: Fields = {}): JsonObject =>
  changed({ start, end: start + 9, zone: kind, quote: `at ${start}` }, more)
const facts = (zones: readonly JsonObject[], more: Fields = {}, text = 'a'): JsonObject => {
  const { text: _, ...article } = { ...(sidecar([])['article'] as JsonObject), textSha256: text.repeat(64) } as Record<
    string,
    Json
  >
  return changed(
    { ...{ format: 'stet-article', formatVersion: 1, revision: 3, article, zones }, created: late, modified: late },
    more,
  )
}
const title = (value: string) => ({ value, by: 'person' })

test('facts are merged block by block and field by field', () => {
  const base = facts([zone(0, 'title'), zone(10, 'body')], { fields: { title: title('A'), outlet: title('O') } })
  const mine = facts([zone(0, 'heading', { odd: 1 }), zone(10, 'body')], { fields: { outlet: title('P') } })
  const theirs = facts([zone(0, 'title', { even: 2 }), zone(20, 'quote')], {
    fields: { title: title('A'), outlet: title('O'), page: title('3') },
    ...{ encoding: 'koi8-r', more: { a: 1 } },
  })
  const { file, clashes, kind } = merge(base, mine, theirs)
  expect([kind, clashes]).toEqual(['facts', []])
  expect(file.zones).toEqual([{ ...zone(0, 'heading'), odd: 1, even: 2 }, zone(20, 'quote')])
  expect(file).toMatchObject({ fields: { outlet: title('P'), page: title('3') }, encoding: 'koi8-r', more: { a: 1 } })
  expect(file.fields).not.toHaveProperty('title')
  expect(keptFacts.read(bytesOf(file))).toEqual(file)
})

test('a correction of the text that one side left names that text', () => {
  const mine = facts([zone(3, 'title')], { modified: '2031-03-05T00:00:00.000Z' }, 'b')
  const { file } = merge(facts([zone(0, 'title')]), mine, facts([zone(0, 'title'), zone(10, 'quote')]))
  expect(file.article.textSha256).toBe('b'.repeat(64))
  expect(file.revision).toBe(4)
  expect(file.zones).toEqual([zone(3, 'title'), { ...zone(10, 'quote'), textSha256: hash }])
})

test('of a field that both set otherwise both values stand in the file', () => {
  const of = (value: string) => facts([], { fields: { title: title(value) } })
  const { text, clashes } = merge(facts([]), of('Mine'), of('Theirs'))
  expect(clashes).toMatchObject([
    { of: 'fields', id: 'title', field: '', mine: title('Mine'), theirs: title('Theirs') },
  ])
  const versions = gitVersionsIn(bytesOf(text))!
  expect(keptFacts.read(bytesOf(versions.theirs))).toMatchObject({ fields: { title: title('Theirs') } })
})

test('law: whatever two people do to different fields is merged, either way round, and nothing is asked', () => {
  const ids = ['a', 'b', 'c', 'd'] as const
  const fields = ['note', 'entity', 'odd', 'attributes'] as const
  const base = sidecar(ids.map((id, i) => changed(cat, { id, spans: [span('x', i)] })))
  const owner = fc.constantFrom('mine', 'theirs', 'nobody')
  const owners = fc.array(fc.array(owner, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
  const sideOf = (side: string, all: readonly (readonly string[])[], added: readonly string[]) =>
    sidecar([
      ...(base['annotations'] as JsonObject[]).map((one, i) =>
        fields.reduce(
          (now, field, j) =>
            all[i]![j] === side
              ? changed(now, { [field]: field === 'attributes' ? { mention: 'nominal', [side]: 1 } : side })
              : now,
          one,
        ),
      ),
      ...added.map((id, i) => changed(cat, { id: `${side} ${id}`, spans: [span('y', 20 + i)] })),
    ])
  fc.assert(
    fc.property(
      owners,
      fc.uniqueArray(fc.string({ minLength: 1 })),
      fc.uniqueArray(fc.string({ minLength: 1 })),
      (all, one, other) => {
        const [mine, theirs] = [sideOf('mine', all, one), sideOf('theirs', all, other)]
        const found = merge(base, mine, theirs)
        expect(found.clashes).toEqual([])
        const expected = (base['annotations'] as JsonObject[]).map((entry, i) =>
          fields.reduce((now, field, j) => {
            const by = all[i]![j]!
            if (by === 'nobody') return now
            return changed(now, { [field]: field === 'attributes' ? { mention: 'nominal', [by]: 1 } : by })
          }, entry),
        )
        const byId = (list: readonly JsonObject[]) => new Map(list.map(entry => [entry['id'], entry]))
        const merged = byId(found.file.annotations)
        for (const entry of expected) expect(merged.get(entry['id']!)).toEqual(entry)
        expect(merged.size).toBe(4 + one.length + other.length)
        expect(byId(merge(base, theirs, mine).file.annotations)).toEqual(merged)
      },
    ),
  )
})

test('keys of an entry stand in the order of the format, whoever added them', () => {
  const { text } = merge(
    sidecar([cat]),
    sidecar([changed(cat, { odd: 1 })]),
    sidecar([changed(without(cat, 'odd'), { note: 'N' })]),
  )
  expect(Object.keys(JSON.parse(text!).annotations[0])).toEqual([
    'id',
    'tag',
    'spans',
    'attributes',
    'note',
    'created',
    'modified',
    'odd',
  ])
})
