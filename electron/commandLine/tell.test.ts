import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { noneEarlier } from '../../shared/packet/earlier.ts'
import { words as en } from '../../shared/words/words.ts'
import { TriedCommands } from './tried.ts'

const sample = fileURLToPath(new URL('../../resources/sample/2031-03', import.meta.url))
const article = '2031-03-04_harbour-gazette_ferry-deal.txt'
const commands = new TriedCommands()
afterAll(() => commands.close())

let folder: string
let corpus: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-tell-'))
  corpus = join(folder, 'corpus')
  cpSync(sample, corpus, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...words: string[]) => commands.run(folder, words)
const fileOf = (id: string) => join(corpus, `${article}.${id}.stet.json`)
const layerOf = (id: string) => JSON.parse(readFileSync(fileOf(id), 'utf8'))
const filesNow = () =>
  readdirSync(corpus, { withFileTypes: true })
    .filter(one => one.isFile())
    .map(({ name }) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(corpus, name)))
        .digest('hex'),
    ])

/** Gold as Nadia has it, but for two annotations of hers, one turned down and one changed; what linked to the first has a link less. */
function makeGold(): void {
  const gold = layerOf('nadia')
  gold.annotator = { id: 'gold-alice', name: 'Alice' }
  const [dropped, changed] = gold.annotations.filter(({ tag }: { tag: string }) => tag === 'claim')
  gold.annotations = gold.annotations.filter((one: object) => one !== dropped)
  const isLeft = ({ from, to }: { from: string; to: { annotation?: string } }) =>
    ![from, to.annotation].includes(dropped.id)
  gold.links = gold.links.filter(isLeft)
  const judged = (id: string) => ({ layer: 'nadia', annotation: id, revision: 1 })
  const created = '2031-04-01T09:00:00.000Z'
  gold.verdicts = [
    { id: 'v1', on: judged(dropped.id), verdict: 'reject', reason: 'not-said', note: 'Nobody says it.', created },
    { id: 'v2', on: judged(changed.id), verdict: 'change', note: 'It denies.', gold: changed.id, created },
  ]
  changed.attributes = { ...changed.attributes, type: 'denial' }
  writeFileSync(fileOf('gold-alice'), JSON.stringify(gold))
}

interface Item {
  readonly on: { readonly layer: string; readonly annotation: string }
}

function itemsIn(page: string): Item[] {
  const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return [...page.matchAll(/data-item="([^"]*)"/g)].map(([, item]) => JSON.parse(plain(item!)))
}

/** An answer to a page as its script makes it: the first thing is rejected, with a comment. */
function answerTo(page: string, kind: string, more: { readonly text?: string; readonly from?: object } = {}): object {
  const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const about = JSON.parse(plain(/data-answer="([^"]*)"/.exec(page)![1]!))
  const [{ on }] = itemsIn(page) as [Item]
  const isPacket = kind === 'note'
  return {
    ...{ format: 'stet-answer', formatVersion: 1, to: about.to, made: '2031-05-01T10:00:00.000Z' },
    from: more.from ?? { name: 'Carol Jansen' },
    articles: [
      {
        ...about.articles.find(({ path }: { path: string }) => path === article),
        verdicts: isPacket ? [{ on, verdict: 'reject' }] : [],
        comments: [{ on, kind, text: more.text ?? 'It is not said.' }],
      },
    ],
  }
}

const give = (answer: object) => writeFileSync(join(folder, 'answer.json'), JSON.stringify(answer))

test('a letter says what is disputed, whoever disagreed', async () => {
  makeGold()
  await run('letters', 'corpus', '--gold', 'gold-alice', '--for', 'nadia', '--out', 'one')
  give(answerTo(readFileSync(join(folder, 'one', 'letter-nadia.html'), 'utf8'), 'disagree'))
  expect((await run('answer', 'corpus', 'answer.json', '--as', 'nadia-letters')).code).toBe(0)
  await run('letters', 'corpus', '--gold', 'gold-alice', '--for', 'nadia', '--out', 'two')
  const [one, two] = ['one', 'two'].map(name => readFileSync(join(folder, name, 'letter-nadia.html'), 'utf8'))
  expect(one).not.toContain(en.letters.isOpen)
  expect(two!.split(en.letters.isOpen)).toHaveLength(2)
})

test('each annotator gets a letter about what gold has otherwise, and nothing in the workspace is touched', async () => {
  makeGold()
  const before = filesNow()
  const { code, printed, said } = await run('letters', 'corpus', '--gold', 'gold-alice', '--out', 'letters')
  expect({ code, said }).toEqual({ code: 0, said: [] })
  expect(readdirSync(join(folder, 'letters')).sort()).toEqual(['letter-nadia.html', 'letter-tomas.html'])
  expect(printed).toMatch(/letter-nadia\.html: to .*, 3 corrections, \d+ right/)
  const letter = readFileSync(join(folder, 'letters', 'letter-nadia.html'), 'utf8')
  for (const words of ['Nobody says it.', 'It denies.', 'not-said', en.letters.kinds['not-kept'](1)])
    expect(letter).toContain(words)
  const judged = itemsIn(letter).flatMap(({ on }) => ('verdict' in on ? [on.verdict] : []))
  expect(judged).toEqual(['v1', 'v2'])
  expect(filesNow()).toEqual(before)
})

test('whoever only answered gets no letter: they have missed nothing', async () => {
  makeGold()
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  give(answerTo(readFileSync(join(folder, 'review.html'), 'utf8'), 'note'))
  expect((await run('answer', 'corpus', 'answer.json')).code).toBe(0)
  await run('letters', 'corpus', '--gold', 'gold-alice', '--out', 'letters')
  expect(readdirSync(join(folder, 'letters')).sort()).toEqual(['letter-nadia.html', 'letter-tomas.html'])
})

test('no letter is made of what is called gold and says that answers made it', async () => {
  makeGold()
  const letters = (out: string) => run('letters', 'corpus', '--gold', 'gold-alice', '--out', out)
  const gold = layerOf('gold-alice')
  const verdicts = gold.verdicts.map((one: { id: string }) => ({ ...one, id: `packet-p:${one.id}`, gold: undefined }))
  const none = { annotations: [], links: [], unplaced: [], status: 'in-progress', verdicts }
  writeFileSync(fileOf('gold-alice'), JSON.stringify({ ...gold, ...none }))
  expect((await letters('one')).code).toBe(0)
  const annotator = { ...gold.annotator, key: 'answer-alice' }
  writeFileSync(fileOf('gold-alice'), JSON.stringify({ ...gold, ...none, annotator }))
  expect(await letters('two')).toMatchObject({ code: 1, said: [en.telling.noLetters('gold-alice')] })
})

test('a letter as Markdown goes to one annotator, without the name of who decided', async () => {
  makeGold()
  const words = ['--for', 'nadia', '--format', 'markdown', '--blind', '--json']
  const { code, printed } = await run('letters', 'corpus', '--gold', 'gold-alice', '--out', 'one', ...words)
  expect(code).toBe(0)
  expect(JSON.parse(printed).letters).toMatchObject([{ annotator: 'nadia', corrections: 3 }])
  const letter = readFileSync(join(folder, 'one', 'letter-nadia.md'), 'utf8')
  expect(letter).toContain('## Not kept')
  expect(letter).not.toContain('lice')
})

test('a letter that hides who decided tells it nowhere, and what it is answered with finds its place', async () => {
  makeGold()
  await run('letters', 'corpus', '--gold', 'gold-alice', '--for', 'nadia', '--blind', '--out', 'one')
  const letter = readFileSync(join(folder, 'one', 'letter-nadia.html'), 'utf8')
  expect(letter).not.toMatch(/alice/i)
  give(answerTo(letter, 'disagree'))
  expect((await run('answer', 'corpus', 'answer.json', '--as', 'nadia-letters')).said).toEqual([])
  expect(layerOf('nadia-letters').comments[0].on).toEqual({ layer: 'gold-alice', verdict: 'v1' })
})

test('letters about nothing are none, and a folder that is there is left alone', async () => {
  expect((await run('letters', 'corpus', '--out', 'x')).code).toBe(2)
  expect((await run('letters', 'corpus', '--gold', 'gold-bob', '--out', 'x')).code).toBe(2)
  makeGold()
  const { code, said } = await run('letters', 'corpus', '--gold', 'gold-alice', '--out', 'corpus')
  expect({ code, said: said.length }).toEqual({ code: 1, said: 1 })
  for (const id of ['nadia', 'tomas']) rmSync(fileOf(id))
  expect((await run('letters', 'corpus', '--gold', 'gold-alice', '--out', 'x')).said).toEqual([
    en.telling.noLetters('gold-alice'),
  ])
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('a packet is answered, and the answer is a layer of whoever answered: twice is once', async () => {
  const before = filesNow()
  const made = await run('packet', 'corpus', '--layers', 'tomas', '--from', 'Alice', '--out', 'review.html')
  expect({ code: made.code, said: made.said }).toEqual({ code: 0, said: [] })
  const page = readFileSync(join(folder, 'review.html'), 'utf8')
  expect(itemsIn(page)).toHaveLength(layerOf('tomas').annotations.length)
  give(answerTo(page, 'note'))
  const tried = await run('answer', 'corpus', 'answer.json', '--dry-run')
  expect(tried.code).toBe(0)
  expect(filesNow()).toEqual(before)

  expect((await run('answer', 'corpus', 'answer.json')).said).toEqual([])
  const [{ on }] = itemsIn(page) as [Item]
  expect(layerOf('carol-jansen')).toMatchObject({
    annotator: { id: 'carol-jansen', name: 'Carol Jansen' },
    annotations: [],
    verdicts: [{ on, verdict: 'reject' }],
    comments: [{ on: { layer: 'tomas', annotation: on.annotation }, kind: 'note', text: 'It is not said.' }],
  })
  const bytes = readFileSync(fileOf('carol-jansen'), 'utf8')
  const again = await run('answer', 'corpus', 'answer.json', '--json')
  expect(JSON.parse(again.printed)).toMatchObject({ written: 0, changed: 0, same: 1, unfit: [] })
  expect(readFileSync(fileOf('carol-jansen'), 'utf8')).toBe(bytes)
  expect((await run('check', 'corpus')).code).toBe(0)

  // Another answer of hers to the same packet takes the first one's place.
  const second = answerTo(page, 'note', { text: 'It is.' }) as { articles: { verdicts: unknown[] }[] }
  second.articles[0]!.verdicts = []
  give(second)
  const { changed, aside, earlier } = JSON.parse((await run('answer', 'corpus', 'answer.json', '--json')).printed)
  expect(earlier).toEqual({ ...noneEarlier, commentsReplaced: 1, verdictsWithdrawn: 1 })
  expect(changed).toBe(1)
  // What it said is kept.
  expect(readFileSync(join(corpus, aside, `${article}.carol-jansen.stet.json`), 'utf8')).toBe(bytes)
  expect(layerOf('carol-jansen')).toMatchObject({ revision: 2, verdicts: [], comments: [{ text: 'It is.' }] })
  expect(filesNow().filter(([name]) => !name!.includes('carol'))).toEqual(before)
})

test('an article that nobody can read is left out of a packet and named, and the others are in it', async () => {
  writeFileSync(join(corpus, 'broken.docx'), 'no archive')
  const layer = { ...layerOf('tomas'), article: { ...layerOf('tomas').article, file: 'broken.docx' } }
  writeFileSync(join(corpus, 'broken.docx.tomas.stet.json'), JSON.stringify(layer))
  const made = await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html', '--json')
  expect(made.code).toBe(1)
  expect(made.said.join('\n')).toContain('broken.docx')
  expect(JSON.parse(made.printed)).toMatchObject({ articles: 1 })
  expect(itemsIn(readFileSync(join(folder, 'review.html'), 'utf8')).length).toBeGreaterThan(0)
})

test('a packet that is too large for many mail servers is said to be', async () => {
  const text = `Who says so?\n\n${'The ferry left the harbour at nine and came back at noon.\n\n'.repeat(90_000)}`
  writeFileSync(join(corpus, 'long.txt'), text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const said = layerOf('tomas')
  const about = { ...said.article, file: 'long.txt', sha256, textSha256: sha256, textLength: text.length }
  const span = { start: 0, end: 3, quote: 'Who', before: '', after: '' }
  const annotations = [{ ...said.annotations[0], spans: [span] }]
  const layer = { ...said, article: about, annotations, unplaced: [], links: [], comments: [], verdicts: [] }
  writeFileSync(join(corpus, 'long.txt.tomas.stet.json'), JSON.stringify(layer))
  const made = await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  expect([made.code, made.said]).toEqual([0, expect.arrayContaining([en.telling.large])])
  const small = await run('packet', 'corpus', '--layers', 'nadia', '--out', 'small.html')
  expect(small.said).not.toContain(en.telling.large)
})

test('the text of an article without anything to judge isn’t in a packet', async () => {
  writeFileSync(join(corpus, 'b.txt'), 'CONFIDENTIAL\n')
  const text = createHash('sha256').update('CONFIDENTIAL\n').digest('hex')
  const none = { annotations: [], links: [], unplaced: [], zones: [] }
  const b = { ...layerOf('tomas').article, file: 'b.txt', sha256: text, textSha256: text, textLength: 13 }
  writeFileSync(join(corpus, 'b.txt.tomas.stet.json'), JSON.stringify({ ...layerOf('tomas'), ...none, article: b }))
  const { code, printed } = await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html', '--json')
  expect({ code, articles: JSON.parse(printed).articles }).toEqual({ code: 0, articles: 1 })
  expect(readFileSync(join(folder, 'review.html'), 'utf8')).not.toContain('CONFIDENTIAL')
})

test('two people of one name who answer one packet don’t replace each other', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  const page = readFileSync(join(folder, 'review.html'), 'utf8')
  const anna = (digit: string) => ({ from: { name: 'Anna', key: digit.repeat(16) } })
  give(answerTo(page, 'note', anna('1')))
  expect((await run('answer', 'corpus', 'answer.json')).code).toBe(0)
  const before = filesNow()
  give(answerTo(page, 'note', { ...anna('2'), text: 'Mine.' }))
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect({ code, said }).toEqual({ code: 1, said: [en.telling.taken('anna', article)] })
  expect(filesNow()).toEqual(before)
  expect((await run('answer', 'corpus', 'answer.json', '--as', 'anna-2')).code).toBe(0)
  // The first one's next answer is hers as ever, and it is told what becomes of what she said before.
  const next = answerTo(page, 'note', anna('1')) as { articles: { verdicts: { verdict: string }[] }[] }
  next.articles[0]!.verdicts[0]!.verdict = 'accept'
  give(next)
  const done = JSON.parse((await run('answer', 'corpus', 'answer.json', '--json')).printed)
  expect(done).toMatchObject({ changed: 1, taken: [], newer: [] })
  expect(done.earlier).toEqual({ ...noneEarlier, verdictsReplaced: 1 })
})

test.each(['carol jansen', 'Carol', 'C. J.'])(
  'who answers again in one page, as %s, is who answered before',
  async name => {
    await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
    const page = readFileSync(join(folder, 'review.html'), 'utf8')
    const key = '1'.repeat(16)
    give(answerTo(page, 'note', { from: { name: 'Carol Jansen', key } }))
    await run('answer', 'corpus', 'answer.json')
    const before = filesNow().map(([file]) => file)
    give(answerTo(page, 'note', { from: { name, key }, text: 'It is.' }))
    const done = JSON.parse((await run('answer', 'corpus', 'answer.json', '--json')).printed)
    expect(done).toMatchObject({ changed: 1, taken: [], annotator: { id: 'carol-jansen' } })
    expect(filesNow().map(([file]) => file)).toEqual(before)
    expect(layerOf('carol-jansen')).toMatchObject({
      annotator: { name: 'Carol Jansen' },
      comments: [{ text: 'It is.' }],
    })
  },
)

test('one name in other capitals is one person’s, in another packet too', async () => {
  for (const [digit, name] of [
    ['1', 'Carol Jansen'],
    ['2', 'carol  jansen'],
  ] as const) {
    await run('packet', 'corpus', '--layers', 'tomas', '--out', `${digit}.html`)
    give(
      answerTo(readFileSync(join(folder, `${digit}.html`), 'utf8'), 'note', { from: { name, key: digit.repeat(16) } }),
    )
    expect((await run('answer', 'corpus', 'answer.json')).code).toBe(0)
  }
  expect(layerOf('carol-jansen').comments).toHaveLength(2)
})

test('an answer that is older than what is there replaces nothing', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  const older = answerTo(readFileSync(join(folder, 'review.html'), 'utf8'), 'note')
  give({ ...older, made: '2031-05-02T10:00:00.000Z' })
  await run('answer', 'corpus', 'answer.json')
  const before = filesNow()
  give(older)
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect({ code, said }).toEqual({ code: 1, said: [en.telling.newer('Carol Jansen', article)] })
  expect(filesNow()).toEqual(before)
})

test('an answer that withdraws everything is remembered: an earlier one doesn’t come back', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  const first = answerTo(readFileSync(join(folder, 'review.html'), 'utf8'), 'note') as { articles: object[] }
  give(first)
  await run('answer', 'corpus', 'answer.json')
  const nothing = first.articles.map(one => ({ ...one, verdicts: [], comments: [] }))
  give({ ...first, made: '2031-05-02T10:00:00.000Z', articles: nothing })
  const goes = en.telling.tookPlace({ ...noneEarlier, verdictsWithdrawn: 1, commentsWithdrawn: 1 })
  expect((await run('answer', 'corpus', 'answer.json', '--dry-run')).printed).toContain(goes)
  const done = await run('answer', 'corpus', 'answer.json')
  expect(done).toMatchObject({ code: 0, printed: expect.stringContaining(goes) })
  expect(layerOf('carol-jansen')).toMatchObject({ verdicts: [], comments: [] })
  const before = filesNow()
  give(first)
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect({ code, said }).toEqual({ code: 1, said: [en.telling.newer('Carol Jansen', article)] })
  expect(filesNow()).toEqual(before)
})

test('that the same was said once more is remembered: what was said in between doesn’t come in', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  const page = readFileSync(join(folder, 'review.html'), 'utf8')
  const first = answerTo(page, 'note')
  for (const day of ['01', '03']) {
    give({ ...first, made: `2031-05-${day}T10:00:00.000Z` })
    expect((await run('answer', 'corpus', 'answer.json')).code).toBe(0)
  }
  give({ ...answerTo(page, 'note', { text: 'Otherwise.' }), made: '2031-05-02T10:00:00.000Z' })
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect({ code, said }).toEqual({ code: 1, said: [en.telling.newer('Carol Jansen', article)] })
  expect(layerOf('carol-jansen').comments).toMatchObject([{ text: 'It is not said.' }])
})

test('all that somebody answered is taken back into a folder of its own; nobody else’s layer is', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  give(answerTo(readFileSync(join(folder, 'review.html'), 'utf8'), 'note'))
  const before = filesNow()
  await run('answer', 'corpus', 'answer.json')
  expect((await run('answer', 'corpus', '--take-back', 'tomas')).code).toBe(2)
  const { code, printed } = await run('answer', 'corpus', '--take-back', 'carol-jansen', '--json')
  expect(code).toBe(0)
  const { put, folder: where } = JSON.parse(printed)
  expect(put).toBe(1)
  expect(readdirSync(join(corpus, where))).toEqual([`${article}.carol-jansen.stet.json`])
  expect(filesNow()).toEqual(before)
})

test('what was annotated otherwise since is left out and told, and so is a text that has changed', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  const page = readFileSync(join(folder, 'review.html'), 'utf8')
  give(answerTo(page, 'note'))
  const [{ on }] = itemsIn(page) as [Item]
  const tomas = layerOf('tomas')
  tomas.annotations.find(({ id }: { id: string }) => id === on.annotation).note = 'otherwise'
  writeFileSync(fileOf('tomas'), JSON.stringify(tomas))
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect(code).toBe(1)
  expect(said[0]).toContain('says something else by now')
  expect(said[1]).toContain('It is not said.')
  writeFileSync(join(corpus, article), `More. ${readFileSync(join(corpus, article), 'utf8')}`)
  expect((await run('answer', 'corpus', 'answer.json')).said[0]).toContain('text is another by now')
  expect(existsSync(fileOf('carol-jansen'))).toBe(false)
})

test('a layer that no answer made is never written to; the answer comes in under another id', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--blind', '--out', 'review.html')
  const page = readFileSync(join(folder, 'review.html'), 'utf8')
  expect(/tomas/i.test(page)).toBe(false)
  give(answerTo(page, 'note', { from: { name: 'Nadia', id: 'nadia' } }))
  const before = filesNow()
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect({ code, said }).toEqual({ code: 1, said: [en.telling.taken('nadia', article)] })
  expect(filesNow()).toEqual(before)
  expect((await run('answer', 'corpus', 'answer.json', '--as', 'article')).code).toBe(2)
  expect((await run('answer', 'corpus', 'answer.json', '--as', 'nadia-2')).code).toBe(0)
  expect(layerOf('nadia-2').verdicts[0].on.layer).toBe('tomas')
})

test('an id is taken, too, where its layers are in other articles, or only the project has it', async () => {
  await run('packet', 'corpus', '--layers', 'tomas', '--out', 'review.html')
  const page = readFileSync(join(folder, 'review.html'), 'utf8')
  give(answerTo(page, 'note', { from: { name: 'Bob' } }))
  const other = readdirSync(corpus).find(name => /\.txt$/.test(name) && name !== article)!
  const bobs = { ...layerOf('nadia'), annotator: { id: 'bob', name: 'Bob', key: 'device' } }
  writeFileSync(join(corpus, `${other}.bob.stet.json`), JSON.stringify(bobs))
  expect((await run('answer', 'corpus', 'answer.json')).said).toEqual([en.telling.taken('bob', other)])
  rmSync(join(corpus, `${other}.bob.stet.json`))
  const project = { format: 'stet-project', formatVersion: 1, id: 'p', name: 'Harbour' }
  const assignments = [{ id: 'a1', article: other, annotator: 'bob' }]
  writeFileSync(join(corpus, 'stet.json'), JSON.stringify({ ...project, assignments }))
  const { code, said } = await run('answer', 'corpus', 'answer.json')
  expect({ code, said }).toEqual({ code: 1, said: [en.telling.known('bob')] })
  expect(existsSync(fileOf('bob'))).toBe(false)
})

test('whoever disagrees with a letter has that in a layer of theirs', async () => {
  makeGold()
  await run('letters', 'corpus', '--gold', 'gold-alice', '--for', 'nadia', '--out', 'letters')
  give(answerTo(readFileSync(join(folder, 'letters', 'letter-nadia.html'), 'utf8'), 'disagree'))
  expect((await run('answer', 'corpus', 'answer.json', '--as', 'nadia-letters')).code).toBe(0)
  expect(layerOf('nadia-letters').comments).toMatchObject([
    { kind: 'disagree', on: { layer: 'gold-alice', verdict: 'v1' }, text: 'It is not said.' },
  ])
})
