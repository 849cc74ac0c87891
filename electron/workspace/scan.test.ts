import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from '../disk/disk.ts'
import { flakyDisk } from '../disk/flakyDisk.ts'
import { Corpus } from './corpus.ts'
import { byPath } from './order.ts'
import { scan, scanFolder } from './scan.ts'

let corpus: Corpus
beforeEach(async () => {
  corpus = await Corpus.make()
})
afterEach(() => corpus.remove())

async function listed(over = disk) {
  const { listings, problems, drafts } = await scan(over, corpus.root)
  const articles = byPath([...listings.values()].flatMap(listing => [...listing.articles()]))
  const orphans = [...listings.values()].flatMap(listing => [...listing.orphans()])
  return { articles, paths: articles.map(({ path }) => path), problems: [...problems.values()], orphans, drafts }
}

test('articles are listed with their layers; what belongs to Stet is not', async () => {
  await corpus.write('2018/summit.txt', 'Summit')
  await corpus.write('2018/summit.txt.bob.stet.json', '{}')
  await corpus.write('2018/summit.txt.alice.stet.json', '{}')
  await corpus.write('2018/summit.txt.gold-alice.stet.json', '{}')
  await corpus.write('2018/summit.txt.article.stet.json', '{}')
  await corpus.write('stet.json', '{}')
  await corpus.write('.stet/history/2018/summit.txt.alice.d1.ndjson', '')
  await corpus.write('.git/config.txt', '')
  await corpus.write('.hidden.txt', '')
  await corpus.write('2018/gone.txt.alice.stet.json', '{}')
  await corpus.write('.stet-00000000-0000-0000-0000-000000000000.draft', '')
  const { articles, orphans, drafts } = await listed()
  expect(articles).toHaveLength(1)
  expect(articles[0]).toMatchObject({ path: '2018/summit.txt', bytes: 6, problem: null })
  expect(articles[0]!.layers.map(({ annotator }) => annotator)).toEqual(['alice', 'bob', 'gold-alice'])
  expect(orphans.map(({ path, hasFacts }) => [path, hasFacts])).toEqual([['2018/gone.txt', false]])
  expect(drafts).toEqual([corpus.at('.stet-00000000-0000-0000-0000-000000000000.draft')])
})

test('the folder of a page’s pictures and frames has no articles; one that only looks like it has', async () => {
  await corpus.write('strike.html', '<p>Strike')
  await corpus.write('strike_files/frame.html', '<p>Advertisement')
  await corpus.write('Hafen.htm', '<p>Hafen')
  await corpus.write('Hafen-Dateien/more/frame.htm', '<p>Anzeige')
  await corpus.write('case_files/letter.txt', 'Letter')
  await corpus.write('notes_files/notes.txt', 'Notes')
  await corpus.write('notes.txt', 'Notes')
  expect((await listed()).paths).toEqual([
    'case_files/letter.txt',
    'Hafen.htm',
    'notes_files/notes.txt',
    'notes.txt',
    'strike.html',
  ])
})

test('what sync services left of sidecars and of the project is no article, and belongs to its own', async () => {
  await corpus.write('2018/summit.txt', 'Summit')
  const copies = [
    'summit.txt.alice.stet (Alice’s conflicted copy 2031-03-04).json',
    'summit.txt.alice.stet-LAPTOP.json',
    'summit.txt.article.stet.sync-conflict-20310304-081803-ABCDEF2.json',
  ]
  for (const name of copies) await corpus.write(`2018/${name}`, '{}')
  await corpus.write('stet (1).json', '{}')
  await corpus.write('2018/stet (1).json', '{}')
  const { articles, orphans } = await listed()
  expect(articles.map(({ path }) => path)).toEqual(['2018/stet (1).json', '2018/summit.txt'])
  expect(articles[1]!.copies.map(({ name, annotator, by }) => [name, annotator, by])).toEqual([
    [copies[0], 'alice', 'dropbox'],
    [copies[1], 'alice', 'onedrive'],
    [copies[2], 'article', 'syncthing'],
  ])
  expect(orphans).toEqual([])
  expect((await scan(disk, corpus.root)).listings.get('')!.projectCopies()).toMatchObject([{ name: 'stet (1).json' }])
})

test('what can’t be opened is listed with the reason, and never opened', async () => {
  await corpus.write('picture.png', 'x')
  await corpus.write('article.txt', 'x')
  await corpus.write('article.txt.ALICE.stet.json', '{}')
  await fs.symlink(corpus.at('article.txt'), corpus.at('link.txt'))
  await fs.symlink(corpus.root, corpus.at('loop'))
  await fs.symlink('/nowhere', corpus.at('dangling.txt'))
  execFileSync('mkfifo', [corpus.at('pipe.txt')])
  const server = createServer().listen(corpus.at('socket.txt'))
  await new Promise(resolve => server.once('listening', resolve))
  const opens = flakyDisk(disk, { nth: Number.POSITIVE_INFINITY, code: '', lasting: 'once', only: ['open'] })
  const { articles, problems } = await listed(opens)
  server.close()
  expect(opens.calls()).toBe(0)
  expect(problems).toEqual([])
  expect(articles.map(({ path, problem }) => [path, problem && `${problem.kind} ${problem.detail}`.trim()])).toEqual([
    ['article.txt', null],
    ['article.txt.ALICE.stet.json', 'no-reader'],
    ['dangling.txt', 'not-a-file It is a link.'],
    ['link.txt', 'not-a-file It is a link.'],
    ['loop', 'not-a-file It is a link.'],
    ['picture.png', 'no-reader'],
    ['pipe.txt', 'not-a-file It is a pipe.'],
    ['socket.txt', 'not-a-file It is a socket.'],
  ])
})

test('a file of more than 64 MiB says so at once', async () => {
  await corpus.write('large.txt', '')
  await fs.truncate(corpus.at('large.txt'), 64 * 1024 * 1024 + 1)
  expect((await listed()).articles[0]).toMatchObject({ problem: { kind: 'too-large' } })
})

test('names that only just are names are listed', async () => {
  const names = [
    '  two  .txt',
    `${'x'.repeat(251)}.txt`,
    'CON.txt',
    '📰.txt',
    'a\\b.txt',
    'caf\u00e9.txt',
    'cafe\u0301.txt',
    'new\nline.txt',
  ]
  for (const name of names) await corpus.write(name, 'x')
  await fs.writeFile(Buffer.concat([Buffer.from(`${corpus.root}/`), Buffer.from([0xff]), Buffer.from('.txt')]), 'x')
  const { articles } = await listed()
  expect(new Set(articles.map(({ path }) => path))).toEqual(new Set([...names, '\ufffd.txt']))
  expect(articles.find(({ path }) => path === '\ufffd.txt')).toMatchObject({ problem: { kind: 'cannot-read' } })
})

test('a folder that can’t be read is a problem of its own, and the rest is listed', async () => {
  await corpus.write('open/a.txt', 'x')
  await corpus.write('closed/b.txt', 'x')
  const refusing: typeof disk = {
    ...disk,
    readdir: ((path: string, ...rest: []) =>
      path.endsWith('closed')
        ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
        : disk.readdir(path, ...rest)) as typeof disk.readdir,
  }
  const { paths, problems } = await listed(refusing)
  expect(paths).toEqual(['open/a.txt'])
  expect(problems).toEqual([{ kind: 'folder-unreadable', detail: 'closed: The system answered EACCES.' }])
})

test('what stands beside articles takes no place from them in a list that has an end', async () => {
  for (const name of ['a.txt', 'b.txt']) {
    await corpus.write(name, 'A')
    await corpus.write(`${name}.article.stet.json`, '{}')
    await corpus.write(`${name}.alice.stet.json`, '{}')
  }
  expect(await scanFolder(disk, corpus.root, '', 2)).toHaveProperty('listing')
  expect(await scanFolder(disk, corpus.root, '', 1)).toMatchObject({ problem: { kind: 'too-many-files' } })
})

test('a tree that is too deep is cut off, and said so', async () => {
  const deep = Array.from({ length: 34 }, (_, i) => `d${i}`).join('/')
  await corpus.write(`${deep}/a.txt`, 'x')
  await corpus.write('d0/b.txt', 'x')
  const { paths, problems } = await listed()
  expect(paths).toEqual(['d0/b.txt'])
  expect(problems).toMatchObject([{ kind: 'folder-unreadable', detail: expect.stringMatching(/^d0\/.*d32: /) }])
})

test('the order is a person’s: numbers by their size, folders together', async () => {
  for (const path of ['10.txt', '9.txt', 'b/1.txt', 'a/2.txt', 'a/10.txt', 'a.txt', 'Ä.txt', 'z.txt', 'B.txt'])
    await corpus.write(path, '')
  expect((await listed()).paths).toEqual([
    '9.txt',
    '10.txt',
    'a/2.txt',
    'a/10.txt',
    'a.txt',
    'Ä.txt',
    'b/1.txt',
    'B.txt',
    'z.txt',
  ])
})
