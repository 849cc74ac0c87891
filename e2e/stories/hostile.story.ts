import { execFileSync } from 'node:child_process'
import { chmod, mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst, type Place } from '../analyst.ts'
import { type Folder, hasPython, makeFolder, readWithPython } from '../folder.ts'
import { becomeOrdinaryUser, whyNoOrdinaryUser } from '../ordinaryUser.ts'
import { expect, test } from '../story.ts'

const report = `Harbour closed

The harbour master closed the port on Friday, and nobody knows when the ships may leave it again.
`

let folder: Folder
test.beforeEach(async () => {
  folder = await makeFolder()
})
test.afterEach(() => folder.forget())

/** Tags words as an actor, and waits until that is on disk. */
async function tags(ada: Analyst, words: string): Promise<void> {
  await ada.selects(words)
  await ada.presses('2')
  await expect(ada.annotation('Actor', words)).toBeVisible()
  await ada.seesSaved()
}

/** Chooses a file that can't be opened, and reads why. */
async function readsWhyNot(ada: Analyst, name: string | RegExp, why: string | RegExp): Promise<void> {
  await ada.articles.getByRole('option', { name }).click()
  await expect(ada.window.getByRole('alert').filter({ hasText: why })).toBeVisible()
  await expect(ada.text).toHaveCount(0)
}

test('files that are hardly text are opened and said to be odd, or refused with a reason', async () => {
  await folder.write('0-empty.txt', '')
  await folder.write('1-nuls.txt', new Uint8Array(4096))
  await folder.write(
    '2-invalid.txt',
    Buffer.concat([Buffer.from(`${report}\n“Größe”, é `), Buffer.from([0xff, 0xc3, 0x28, 0xfe, 0x0a])]),
  )
  await folder.write('3-pdf.txt', '%PDF-1.7\nstream of things\n')
  await folder.write('4-zip.txt', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]))
  await folder.write('5-png.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles.getByRole('option')).toHaveCount(6)

  await ada.opens(/0-empty/)
  await ada.presses('Control+1', 'Control+a', '2')
  await expect(ada.annotations.getByRole('option')).toHaveCount(0)
  await readsWhyNot(ada, /1-nuls/, 'Stet cannot open this kind of file')
  await expect(ada.window.getByText('consists largely of NUL bytes')).toBeAttached()
  await ada.opens(/Harbour/)
  await expect(ada.status).toContainText('3 invalid bytes')
  await tags(ada, 'harbour master')
  for (const [name, kind] of [
    ['3-pdf', 'a PDF document'],
    ['4-zip', 'a ZIP archive'],
    ['5-png', 'a PNG picture'],
  ] as const) {
    await readsWhyNot(ada, new RegExp(name), 'Stet cannot open this kind of file')
    await expect(ada.window.getByText(kind)).toBeAttached()
  }
  // The window still answers.
  await ada.presses('Control+k')
  await expect(ada.window.getByRole('dialog')).toBeVisible()
  await ada.leaveForGood()
  expect((await folder.sidecar('2-invalid.txt', 'ada-lind')).article.text).toContain('\ufffd')
})

test('UTF-16 with its mark and CR LF, and windows-1251, are named, tagged, and read by Python', async () => {
  test.skip(!hasPython, 'There is no python3 on this machine.')
  const crlf = report.replaceAll('\n', '\r\n')
  const little = Buffer.from(`\ufeff${crlf}`, 'utf16le')
  await folder.write('le.txt', little)
  await folder.write('be.txt', Buffer.from(little).swap16())
  const cyrillic =
    'Порт закрыт\n\nКапитан порта закрыл гавань в пятницу, и никто не знает, когда корабли смогут выйти в море снова.\n'
  await folder.write('ru.txt', inWindows1251(cyrillic))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  for (const [file, encoding, words] of [
    ['le.txt', 'UTF-16-LE', 'harbour master'],
    ['be.txt', 'UTF-16-BE', 'harbour master'],
    ['ru.txt', 'WINDOWS-1251: detected, please check', 'Капитан порта'],
  ] as const) {
    await ada.articles.getByRole('option').nth(['be.txt', 'le.txt', 'ru.txt'].indexOf(file)).click()
    await expect(ada.window.getByRole('heading', { name: file })).toBeVisible()
    await expect(ada.status).toContainText(encoding)
    await expect(ada.status).toContainText(file === 'ru.txt' ? 'LF' : 'CR LF')
    await tags(ada, words)
  }
  await ada.leaveForGood()
  for (const file of ['le.txt', 'be.txt']) {
    expect(readWithPython(folder, file, 'ada-lind')).toEqual([{ quote: 'harbour master', sliced: 'harbour master' }])
  }
  expect(readWithPython(folder, 'ru.txt', 'ada-lind')).toEqual([{ quote: 'Капитан порта', sliced: 'Капитан порта' }])
})

/** Cyrillic small and capital letters stand in a row there, as they do in Unicode. */
function inWindows1251(text: string): Uint8Array {
  return Uint8Array.from(text, letter => {
    const code = letter.codePointAt(0)!
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
  })
}

test('64 MiB of text is a working page; one byte more is said to be too large', async () => {
  test.slow() // on a busy machine
  const most = 64 * 1024 * 1024
  const bytes = Buffer.alloc(most, 'The ships wait in the roads for a word from the harbour, and none comes.\n\n')
  bytes.write('An endless report\n\nNumbers came from Ferrow first. ')
  await folder.write('most.txt', bytes)
  await folder.write('over.txt', Buffer.concat([bytes, Buffer.from('.')]))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles.getByRole('option', { name: /over\.txt, This file is too large to open/ })).toBeVisible()
  await readsWhyNot(ada, /over\.txt/, 'This file is too large to open')
  await ada.articles.getByRole('option').first().click()
  await expect(ada.text.getByText('Numbers came from Ferrow')).toBeVisible({ timeout: 120_000 })
  // The text is there to read before its annotations are.
  await expect(ada.status).toContainText('0 annotations', { timeout: 120_000 })
  await tags(ada, 'Ferrow')
  await ada.leaveForGood()
  expect((await folder.sidecar('most.txt', 'ada-lind')).annotations).toHaveLength(1)
})

test('one line of 5 MB opens and scrolls, a word in its middle is tagged, and a key is answered within a second', async () => {
  test.skip(!hasPython, 'There is no python3 on this machine.')
  const count = 500_000
  const line = Array.from({ length: count }, (_, i) => `w${String(i).padStart(8, '0')}`).join(' ')
  await folder.write('line.txt', line)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.articles.getByRole('option').click()
  await expect(ada.text.getByText('w00000007')).toBeVisible()
  await answersAKey(ada)
  const word = `w${String(count / 2).padStart(8, '0')}`
  const { from, to } = await scrollsTo(ada, count / 2, word)
  const { mouse } = ada.window
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 4 })
  await mouse.up()
  await ada.presses('2')
  await expect(ada.annotation('Actor', word)).toBeVisible()
  await ada.seesSaved()
  await answersAKey(ada)
  await ada.leaveForGood()
  expect(readWithPython(folder, 'line.txt', 'ada-lind')).toEqual([{ quote: word, sliced: word }])
})

async function answersAKey(ada: Analyst): Promise<void> {
  const palette = ada.window.getByRole('dialog')
  await ada.presses('Control+k')
  await expect(palette).toBeVisible({ timeout: 1000 })
  await ada.presses('Escape')
  await expect(palette).toHaveCount(0)
}

/** Turns the wheel until a numbered word is well on the screen, each time as far as the numbers that are seen say. */
async function scrollsTo(ada: Analyst, wanted: number, word: string): Promise<Place> {
  const box = (await ada.text.boundingBox())!
  await ada.window.mouse.move(box.x + box.width / 2, Math.max(box.y, 0) + 300)
  let place: Place | undefined
  await expect(async () => {
    const numbers = (await ada.text.textContent())!.match(/w\d{8}/g)!
    const [first, last] = [numbers[0]!, numbers.at(-1)!]
    const [top, bottom] = [(await ada.placeAsItIs(first)).from.y, (await ada.placeAsItIs(last)).from.y]
    const [from, to] = [Number(first.slice(1)), Number(last.slice(1))]
    const isNear = from < wanted && wanted < to
    const y = isNear ? (await ada.placeAsItIs(word)).from.y : top + ((wanted - from) / (to - from)) * (bottom - top)
    if (!isNear || Math.abs(y - 450) > 200) await ada.window.mouse.wheel(0, y - 450)
    else place = await ada.placeAsItIs(word)
    expect(place).toBeDefined()
  }).toPass({ intervals: [50] })
  return place!
}

test('names that are hostile to lists and disks are shown as they are, and their articles tagged and saved', async () => {
  test.skip(!hasPython, 'There is no python3 on this machine.')
  const names = [
    '  spaces.txt',
    '🎉 party.txt',
    'over\u202egnp.txt',
    'quote\'s "and" %2e%2e.txt',
    `${'n'.repeat(200)}.txt`,
  ]
  for (const [i, name] of names.entries())
    await folder.write(name, `Report ${i}\n\nWitness${i} said so, and no more was heard of it that day.\n`)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  for (const i of names.keys()) {
    await ada.opens(new RegExp(`Report ${i}`))
    await tags(ada, `Witness${i}`)
  }
  await ada.leaveForGood()
  for (const [i, name] of names.entries()) {
    expect(readWithPython(folder, name, 'ada-lind')).toEqual([{ quote: `Witness${i}`, sliced: `Witness${i}` }])
  }
})

test('pipes, links and folders that are called .txt are listed with the reason, and never opened or followed', async () => {
  test.skip(process.platform === 'win32', 'There are no pipes in folders here.')
  const outside = await makeFolder({ 'secret.txt': 'Secret\n\nNobody in the folder may read this.\n' })
  execFileSync('mkfifo', [join(folder.path, 'pipe.txt')])
  await symlink(join(outside.path, 'secret.txt'), join(folder.path, 'out.txt'))
  await symlink(outside.path, join(folder.path, 'outer'))
  await symlink('loop.txt', join(folder.path, 'loop.txt'))
  await symlink('.', join(folder.path, 'round'))
  await mkdir(join(folder.path, 'folder.txt'))
  await folder.write('folder.txt/inside.txt', report)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.articles.getByRole('option')).toHaveCount(6)
  for (const [name, what] of [
    ['pipe.txt', 'It is a pipe.'],
    ['out.txt', 'It is a link.'],
    ['outer', 'It is a link.'],
    ['loop.txt', 'It is a link.'],
    ['round', 'It is a link.'],
  ] as const) {
    await readsWhyNot(ada, new RegExp(`^${name}, This is not an ordinary file`), 'This is not an ordinary file')
    await expect(ada.window.getByText(what)).toBeAttached()
  }
  await ada.opens(/Harbour/)
  await expect(ada.window.getByText('Nobody in the folder')).toHaveCount(0)
  await tags(ada, 'harbour master')
  await ada.leaveForGood()
  expect((await folder.sidecar('folder.txt/inside.txt', 'ada-lind')).annotations).toHaveLength(1)
  await outside.forget()
})

test('a folder and a file that may not be read are listed with the reason, to somebody whom permissions bind', async () => {
  const reason = whyNoOrdinaryUser()
  test.skip(reason !== null, reason ?? '')
  await folder.write('open.txt', report)
  await folder.write('shut.txt', 'Shut\n')
  await folder.write('vault/inside.txt', 'Inside\n')
  const nobody = becomeOrdinaryUser()
  nobody.own(folder.path)
  await chmod(join(folder.path, 'shut.txt'), 0)
  await chmod(join(folder.path, 'vault'), 0)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, as: nobody })
  await expect(ada.window.getByText('This folder cannot be read')).toBeVisible()
  await expect(ada.window.getByText('vault: The system answered EACCES.')).toBeVisible()
  await expect(ada.articles.getByRole('option')).toHaveCount(2)
  await readsWhyNot(ada, /shut\.txt/, 'This file cannot be read')
  await ada.opens(/Harbour/)
  await tags(ada, 'harbour master')
  // Permission comes back, and so does the folder.
  await chmod(join(folder.path, 'shut.txt'), 0o600)
  await chmod(join(folder.path, 'vault'), 0o700)
  await readsAgain(ada)
  await ada.leaveForGood()
  nobody.forget()
})

/** A person who comes back to the window finds what has changed since. */
async function readsAgain(ada: Analyst): Promise<void> {
  await ada.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'))
  await expect(ada.articles.getByRole('option', { name: /inside/ })).toBeVisible()
}

const sidecars: readonly (readonly [what: string, sidecar: string, said: string])[] = [
  ['a million brackets', '['.repeat(1_000_000), 'The annotations of this article cannot be read'],
  ['a forbidden key', '{"format":"stet-sidecar","formatVersion":1,"__proto__":{"x":1}}', 'could not be saved again'],
  ['a cut', '{"format":"stet-sidecar","formatVersion":1,"revis', 'The annotations of this article cannot be read'],
  ['nothing', '', 'The annotations of this article cannot be read'],
]

test('a sidecar that is damaged or hostile is said in plain words, and left byte for byte as it was', async () => {
  for (const [i, [, sidecar]] of sidecars.entries()) {
    await folder.write(`${i}.txt`, `Report ${i}\n\nWitness${i} said so, and no more was heard of it that day.\n`)
    await folder.write(`${i}.txt.ada-lind.stet.json`, sidecar)
  }
  await folder.write('stet.json', '{"format": "stet-project", "formatVersion": 1, "codebook": {"id": 7')
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await expect(ada.window.getByText('The project file stet.json cannot be read')).toBeVisible()
  for (const [i, [, , said]] of sidecars.entries()) {
    await ada.opens(new RegExp(`Report ${i}`))
    await expect(ada.window.getByText(said).first()).toBeVisible()
    await ada.selects(`Witness${i}`)
    await ada.presses('2')
    await expect(ada.annotations.getByRole('option')).toHaveCount(0)
  }
  await ada.leaveForGood()
  for (const [i, [what, sidecar]] of sidecars.entries()) {
    expect((await folder.read(`${i}.txt.ada-lind.stet.json`)).toString(), what).toBe(sidecar)
  }
  expect((await folder.read('stet.json')).toString()).toMatch(/"id": 7$/)
})

test('what is whole of a file that can’t be taken up is shown where it stands, and the file is left byte for byte as it was', async () => {
  await folder.write('port.txt', report)
  const before = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await before.opens(/Harbour/)
  for (const words of ['harbour master', 'port', 'Friday']) await tags(before, words)
  await before.leave()
  await rm(join(folder.path, '.stet'), { recursive: true })
  const whole = (await folder.read('port.txt.ada-lind.stet.json')).toString()
  const last = whole.indexOf('"quote": "Friday"')
  const twin = whole.replace(/"id": "[^"]+"(,\s*"tag")/g, '"id": "one"$1')
  const outside = whole.replace(/"start": \d+(?=,\s*"end": \d+,\s*"quote": "Friday")/, '"start": 99999')
  const wrong = whole.replace('"quote": "Friday"', '"quote": "Monday"')
  for (const [file, said, shown] of [
    [whole.slice(0, last), 'The annotations of this article cannot be read', 2],
    [twin, 'could not be saved again unchanged', 3],
    [whole.replace('"formatVersion": 1', '"formatVersion": 3'), 'made with a newer version', 3],
    // What says another place or other words than the text is kept, and isn't painted on what it doesn't say.
    [outside, null, 3],
    [wrong, null, 2],
  ] as const) {
    await folder.write('port.txt.ada-lind.stet.json', file)
    const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path, profile: before.profile })
    await ada.opens(/Harbour/)
    if (said) await expect(ada.window.getByRole('alert').filter({ hasText: said })).toBeVisible()
    await expect(ada.annotation('Actor', 'harbour master')).toBeVisible()
    await expect(ada.annotations.getByRole('option')).toHaveCount(shown)
    if (file === wrong) await expect(ada.status).toContainText('1 not placed')
    if (said) {
      await expect(ada.status).toContainText('Read only')
      await ada.selects('ships')
      await ada.presses('3')
      await expect(ada.annotations.getByRole('option')).toHaveCount(shown)
    }
    await ada.leave()
    expect((await folder.read('port.txt.ada-lind.stet.json')).toString()).toBe(file)
  }
  await rm(before.profile, { recursive: true, force: true })
})

test('a layer of somebody else under the same id is shown as theirs, and never written', async () => {
  await folder.write('port.txt', report)
  const first = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await first.opens(/Harbour/)
  await tags(first, 'harbour master')
  await first.leaveForGood()
  const theirs = await folder.read('port.txt.ada-lind.stet.json')

  const second = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await second.opens(/Harbour/)
  await expect(
    second.window.getByText('Annotations under your annotator id were made on another device').first(),
  ).toBeVisible()
  await second.selects('Friday')
  await second.presses('3')
  await expect(second.annotation('Event', 'Friday')).toHaveCount(0)
  await second.leaveForGood()
  expect(await folder.read('port.txt.ada-lind.stet.json')).toEqual(theirs)
})

test('an article full of markup is shown letter for letter, and nothing of it runs', async () => {
  const lines = [
    '<script>window.name = "ran"; host.call("article.create", {text: "x"})</script>',
    '<img src=x onerror="window.name = \'ran\'"><svg onload="window.name=1"><math><a xlink:href="javascript:name=1">',
    '<a href="javascript:window.name=1">javascript:alert(1)</a> vbscript:x data:text/html,<script>name=1</script>',
    '<iframe srcdoc="<script>parent.name=1</script>"></iframe><object data="x"><embed src="x"><base href="https://example.com">',
    '<meta http-equiv="refresh" content="0;url=https://example.com"><link rel="preconnect" href="https://example.com">',
    '<style>* { display: none !important }</style>&lt;b&gt; &amp; &#60;script&#62; <form id="host" name="host">',
    '![tracker](https://example.com/pixel.png) [link](javascript:alert(1)) {{constructor.constructor("name=1")()}} <%= name=1 %>',
  ]
  await folder.write('<img src=x onerror=name=1>.txt', `<b>Markup</b> is the title\n\n${lines.join('\n\n')}\n`)
  const ada = await Analyst.arrive({ name: '<img src=x onerror=name=1>', open: folder.path })
  await ada.opens(/<b>Markup<\/b>|<img/)
  for (const line of lines) await expect(ada.text.getByText(line, { exact: true })).toBeAttached()
  await tags(ada, 'data:text/html')
  await ada.presses('m')
  await ada.window.keyboard.type('<img src=x onerror=name=1>')
  await ada.presses('Escape')
  await ada.seesSaved()
  const found = await ada.window.evaluate(() => ({
    name: window.name,
    page: location.href,
    strangers: document.querySelectorAll('img, iframe, object, embed, base, form, [onerror], [onload], a[href]').length,
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith('stet://app/')).length,
  }))
  expect(found).toEqual({ name: '', page: 'stet://app/index.html', strangers: 0, scripts: 0 })
  await expect(ada.articles.getByRole('option')).toHaveCount(1)
  await ada.leaveForGood()
})

test('what turns the order of letters round, and what nobody sees, is marked where it stands and named, and no letter of it moves', async () => {
  test.skip(!hasPython, 'There is no python3 on this machine.')
  const line = 'The bill is \u202e001\u202c crowns, said Fer\u200brow, and the \u0000 clerk\u2066\u2067 nodded.'
  await folder.write('invoice\u202etxt.gpj.txt', `A bill \u202elliB\u202c\n\n${line}\n\nNobody paid it.\n`)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  const row = ada.articles.getByRole('option')
  await expect(row).toHaveAccessibleName(/^A bill ‹U\+202E›lliB‹U\+202C›/)
  await ada.opens(/A bill/)
  await expect(ada.window.getByRole('heading', { name: 'invoice‹U+202E›txt.gpj.txt' })).toBeVisible()
  await expect(ada.status.getByText('8 hidden characters')).toBeVisible()

  const marks = ada.text.locator('.page-unseen-mark')
  const named = () =>
    marks.evaluateAll(all => all.map(one => [one.dataset['unseen'], one.getAttribute('title')!.split(' (')[0]]))
  await expect.poll(named).toEqual([
    // Where it begins to the right is where it ends: one mark.
    ['U+202E U+202C', 'Right-to-left override'],
    ['U+202E U+202C', 'Right-to-left override'],
    ['U+200B', 'Zero-width space'],
    ['U+0000', 'NUL'],
    ['U+2066 U+2067', 'Left-to-right isolate'],
  ])
  for (const mark of await marks.all()) await expect(mark).toBeVisible()
  // Beside the letters where it stands, and as high as their line.
  const mark = (await marks.nth(2).boundingBox())!
  const { from } = await ada.place('row, and the')
  expect(Math.abs(mark.x - from.x)).toBeLessThan(3)
  expect(mark.y < from.y && from.y < mark.y + mark.height).toBe(true)

  // The mouse finds its name above the letters, and the letters themselves below.
  const pointed = (x: number, y: number) =>
    ada.window.evaluate(([x, y]) => document.elementFromPoint(x!, y!)!.className, [x, y])
  expect(await pointed(mark.x, mark.y - 3)).toContain('page-unseen-mark')
  expect(await pointed(mark.x, mark.y + mark.height / 2)).toContain('page-block')

  // By keys or a press one goes from one to the next, and each is named.
  const said = ada.window.getByText(/^Zero-width space \(U\+200B\)/)
  const told = ada.window.getByText(/^NUL \(U\+0000\)/)
  await ada.selects('crowns')
  await ada.status.getByRole('button', { name: '8 hidden characters' }).click()
  await expect(said).toBeVisible()
  await ada.chooses('text.nextHidden')
  await expect(told).toBeVisible()
  await expect(said).toHaveCount(0)

  // The text is as it was: what is tagged, copied and saved holds every character.
  await ada.selects('Fer\u200brow')
  await ada.presses('2')
  await expect(ada.annotation('Actor', 'Fer‹U+200B›row')).toBeVisible()
  await ada.selects('001\u202c crowns')
  await ada.presses('1')
  await ada.seesSaved()
  // A mark stays at its letters when they are laid out anew.
  await ada.chooses('view.larger')
  await expect(async () => {
    const moved = (await marks.nth(2).boundingBox())!
    expect(Math.abs(moved.x - (await ada.place('row, and the')).from.x)).toBeLessThan(3)
  }).toPass()
  // Wherever else its words are shown, the history and the problems, hidden characters are named too.
  await ada.presses('Control+Shift+h')
  const moments = ada.window.getByRole('listbox', { name: 'What was done, the latest first' })
  await expect(moments.getByText('Fer‹U+200B›row')).toBeVisible()
  await ada.presses('Escape')
  await ada.status.getByRole('button', { name: /problem/ }).click()
  const problems = ada.window.getByRole('listbox', { name: 'Problems of this article' })
  await expect(problems.getByText('001‹U+202C› crowns').first()).toBeVisible()
  await ada.leaveForGood()
  const quotes = readWithPython(folder, 'invoice\u202etxt.gpj.txt', 'ada-lind')
  expect(quotes.every(({ quote, sliced }) => quote === sliced)).toBe(true)
  expect(quotes.map(({ quote }) => quote)).toContain('Fer\u200brow')
})
