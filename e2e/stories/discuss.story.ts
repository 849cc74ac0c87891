import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from '../analyst.ts'
import { comparedFiles } from '../compared.ts'
import { decidedFiles, layerFileOf } from '../decidedFolder.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const strike = `Strike at the port

Dockers walked out on Tuesday, and the harbour master called it "a day of shame".
`
const articles = { 'strike.txt': strike, 'calm.txt': 'A calm day\n\nNothing happened.\n' }

let folders: Folder[] = []
test.afterEach(async () => {
  for (const folder of folders) await folder.forget()
  folders = []
})
async function newFolder(files: Readonly<Record<string, string>> = articles): Promise<Folder> {
  const folder = await makeFolder(files)
  folders.push(folder)
  return folder
}

const aliceFile = 'strike.txt.alice-novak.stet.json'
const bobFile = 'strike.txt.bob-lind.stet.json'
const drawer = (analyst: Analyst) => analyst.window.locator('#drawer')
const rows = (analyst: Analyst) => drawer(analyst).getByRole('listbox').getByRole('option')
const hears = (analyst: Analyst, words: string) =>
  expect(analyst.window.getByText(words, { exact: true }).first()).toBeAttached()

async function says(analyst: Analyst, words: string): Promise<void> {
  await expect(analyst.window.locator('#discussion-text')).toBeFocused()
  await analyst.window.keyboard.type(words)
  await analyst.presses('Control+Enter')
  await analyst.seesSaved()
}

/** As a mail with the file in it would. */
async function mails(name: string, from: Folder, to: Folder): Promise<void> {
  await copyFile(join(from.path, name), join(to.path, name))
}

test('whoever sees something else in gold than their own annotation disagrees by a key, as by a letter, in their own file', async () => {
  const text = decidedFiles['strike.txt']!
  const made = (id: string, name: string, said: Parameters<typeof layerFileOf>[3]) =>
    JSON.parse(layerFileOf('strike.txt', text, { id, name }, said))
  const own = made('ada-lind', 'Ada Lind', [
    { id: 'shut', words: 'The port is shut', tag: 'claim' },
    { id: 'denied', words: 'denied it', tag: 'claim' },
  ])
  own.annotator.key = undefined
  const gold = made('gold-rosa', 'Rosa Vidal', [{ id: 'g1', words: 'port is shut', tag: 'event' }])
  const judged = (annotation: string, more: object) => {
    return { id: `v-${annotation}`, on: { layer: 'ada-lind', annotation, revision: 3 }, created: gold.created, ...more }
  }
  gold.verdicts = [
    judged('denied', { verdict: 'reject', reason: 'not-one', note: 'It is no statement.' }),
    judged('shut', { verdict: 'change', gold: 'g1' }),
  ]
  const goldFile = 'strike.txt.gold-rosa.stet.json'
  const asMade = JSON.stringify(gold)
  const folder = await newFolder({
    'strike.txt': text,
    'calm.txt': articles['calm.txt'],
    'strike.txt.ada-lind.stet.json': JSON.stringify(own),
    [goldFile]: asMade,
  })
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.articles.getByRole('option', { name: /strike/ }).click()
  await expect(ada.text.getByText('Dockers walk out')).toBeVisible()
  await ada.annotation('Claim', 'denied it').click()
  const card = ada.window.getByRole('region', { name: 'Gold has something else' })
  await expect(card).toContainText('Rosa Vidal: not taken')
  await expect(card).toContainText('Reason: Isn’t one')
  await expect(card).toContainText('Remark: It is no statement.')
  await ada.presses('Shift+Q')
  await says(ada, 'He does say so.')
  await hears(ada, 'Your disagreement stands in your own file.')
  await expect(rows(ada)).toHaveText([/denied it.*He does say so\./s])
  await expect(card).toContainText('Somebody disagreed with this, and it isn’t settled yet.')
  await ada.annotation('Claim', 'The port is shut').click()
  await expect(card).toContainText('Final: Event: “port is shut”')
  await card.getByRole('button', { name: /I disagree/ }).click()
  await says(ada, 'Somebody claims it.')
  const { comments } = await folder.sidecarOnceSaved('strike.txt', 'ada-lind')
  const byText = (one: { text: string }, other: { text: string }) => (one.text < other.text ? -1 : 1)
  expect((comments as unknown as { text: string }[]).toSorted(byText)).toMatchObject([
    { kind: 'disagree', on: { layer: 'gold-rosa', verdict: 'v-denied' }, text: 'He does say so.' },
    { kind: 'disagree', on: { layer: 'gold-rosa', verdict: 'v-shut' }, text: 'Somebody claims it.' },
  ])
  expect(await readFile(join(folder.path, goldFile), 'utf8')).toBe(asMade)
  await ada.leaveForGood()
})

test('a question goes by mail, is answered and resolved by a colleague, and comes back; nobody writes another’s file', async () => {
  const [hers, his] = [await newFolder(), await newFolder()]
  const alice = await Analyst.arrive({ name: 'Alice Novak', open: hers.path })
  await alice.opens(/Strike/)
  await alice.selects('a day of shame')
  await alice.presses('1', 'Shift+C')
  await says(alice, 'Is this his own claim?')
  await hears(alice, 'Your question stands in your own file.')
  await alice.chooses('focus.article')
  await alice.selects('on Tuesday')
  await alice.presses('c')
  await says(alice, 'The day before yesterday 💬')
  await expect(rows(alice)).toHaveCount(2)
  await alice.window.locator('.page-thread').first().click()
  await expect(drawer(alice).getByRole('region', { name: 'The conversation' })).toContainText(
    /Is this his own|day before/,
  )
  await alice.leave()
  const sent = await hers.sidecar('strike.txt', 'alice-novak')
  expect(sent.comments).toMatchObject([
    { kind: 'question', on: { layer: 'alice-novak' }, text: 'Is this his own claim?' },
    { kind: 'note', on: { span: { quote: 'on Tuesday' } } },
  ])

  await mails(aliceFile, hers, his)
  const asSent = await readFile(join(his.path, aliceFile))
  const bob = await Analyst.arrive({ name: 'Bob Lind', open: his.path })
  await bob.opens(/calm/i)
  await bob.chooses('discussion.questions')
  await hears(bob, '1 question waits in the workspace.')
  await expect(rows(bob)).toHaveText([/a day of shame.*strike\.txt.*Alice Novak.*Is this his own claim\?/s])
  await rows(bob).first().click()
  await bob.isReading(/Strike/)
  const thread = drawer(bob).getByRole('region', { name: 'The conversation' })
  await expect(thread).toContainText('Is this his own claim?')
  await expect(thread).toContainText('(Alice Novak)')
  await expect(bob.window.locator('#drawer [role=listbox]')).toBeFocused()
  await bob.presses('r')
  await says(bob, 'No: the harbour master’s.')
  await expect(thread).toContainText('No: the harbour master’s.')
  await bob.presses('x')
  await hears(bob, 'The conversation is resolved.')
  await bob.seesSaved()
  await expect(rows(bob).nth(1)).toContainText('Resolved it')
  await bob.leave()
  expect(await readFile(join(his.path, aliceFile))).toEqual(asSent)
  const answered = await his.sidecar('strike.txt', 'bob-lind')
  expect(answered.comments).toMatchObject([{ text: 'No: the harbour master’s.' }, { kind: 'resolve' }])

  await mails(bobFile, his, hers)
  const asAnswered = await readFile(join(hers.path, bobFile))
  const again = await Analyst.arrive({ name: 'Alice Novak', open: hers.path, profile: alice.profile })
  await again.opens(/Strike/)
  await again.chooses('discussion.open')
  await drawer(again).getByRole('combobox').selectOption('Questions')
  await expect(drawer(again)).toContainText('No conversation of this article is of that kind.')
  await drawer(again).getByRole('combobox').selectOption('All')
  await rows(again).filter({ hasText: 'a day of shame' }).click()
  const read = drawer(again).getByRole('region', { name: 'The conversation' })
  await expect(read).toContainText(
    /You.*Is this his own claim\?.*Bob Lind.*No: the harbour master’s\..*Bob Lind resolved it/s,
  )
  await again.presses('x')
  await hears(again, 'The conversation is open again.')
  await again.seesSaved()
  await again.leave()
  expect(await readFile(join(hers.path, bobFile))).toEqual(asAnswered)
})

test('conversations of every kind, open and resolved, go by mail, are answered while they go on here, and come back: nothing is lost, and nobody writes another’s file', async () => {
  const [hers, his] = [await newFolder(), await newFolder()]
  const thread = (who: Analyst) => drawer(who).getByRole('region', { name: 'The conversation' })
  const alice = await Analyst.arrive({ name: 'Alice Novak', open: hers.path })
  await alice.opens(/Strike/)
  await alice.selects('a day of shame')
  await alice.presses('1', 'Shift+C')
  await says(alice, 'On the annotation?')
  await alice.chooses('focus.article')
  await alice.selects('on Tuesday')
  await alice.presses('c')
  await says(alice, 'On words.')
  await alice.chooses('discussion.article')
  await says(alice, 'On the article.')
  await alice.presses('x')
  await hears(alice, 'The conversation is resolved.')
  await alice.chooses('discussion.entry')
  await alice.window.getByRole('menu', { name: 'What is it about?' }).press('1')
  await says(alice, 'On the codebook?')
  await expect(rows(alice)).toHaveCount(4)
  await alice.seesSaved()
  await alice.leave()

  await mails(aliceFile, hers, his)
  const asSent = await readFile(join(his.path, aliceFile))
  const bob = await Analyst.arrive({ name: 'Bob Lind', open: his.path })
  await bob.opens(/Strike/)
  await bob.chooses('discussion.open')
  await expect(rows(bob)).toHaveCount(4)
  const begun = {
    'a day of shame': 'On the annotation?',
    'on Tuesday': 'On words.',
    'The article': 'On the article.',
    'Codebook: ': 'On the codebook?',
  }
  for (const [at, about] of Object.entries(begun)) {
    const row = rows(bob).filter({ hasText: at })
    await row.click()
    await expect(thread(bob)).toContainText(about)
    await expect(thread(bob)).toContainText(at === 'The article' ? 'Resolved' : /Open|Question/)
    // One more click looks at it, and begins nothing.
    await row.click()
    await expect(bob.window.locator('#discussion-text')).toHaveCount(0)
    await bob.presses('r')
    await says(bob, `Bob: ${about}`)
  }
  await rows(bob).filter({ hasText: 'on Tuesday' }).click()
  await bob.presses('x')
  await hears(bob, 'The conversation is resolved.')
  await rows(bob).filter({ hasText: 'The article' }).click()
  await bob.presses('x')
  await hears(bob, 'The conversation is open again.')
  await bob.chooses('focus.article')
  await bob.selects('Dockers')
  await bob.presses('c')
  await says(bob, 'Bob begins one.')
  await bob.seesSaved()
  await bob.leave()
  expect(await readFile(join(his.path, aliceFile))).toEqual(asSent)

  // She goes on meanwhile, and his answers come after that.
  const goesOn = await Analyst.arrive({ name: 'Alice Novak', open: hers.path, profile: alice.profile })
  await goesOn.opens(/Strike/)
  await goesOn.chooses('discussion.open')
  await rows(goesOn).filter({ hasText: 'On the codebook?' }).click()
  await goesOn.presses('r')
  await says(goesOn, 'Meanwhile.')
  await goesOn.leave()
  await mails(bobFile, his, hers)
  const asAnswered = await readFile(join(hers.path, bobFile))
  const again = await Analyst.arrive({ name: 'Alice Novak', open: hers.path, profile: alice.profile })
  await again.opens(/Strike/)
  await again.chooses('discussion.open')
  await expect(rows(again)).toHaveCount(5)
  const said = {
    'a day of shame': /Open|answered.*On the annotation\?.*Bob Lind.*Bob: On the annotation\?/is,
    'on Tuesday': /Resolved.*On words\..*Bob Lind.*Bob: On words\..*Bob Lind resolved it/is,
    'The article': /Open.*On the article\..*Bob Lind.*Bob: On the article\./is,
    'Codebook: ': /On the codebook\?.*(Meanwhile.*Bob: On the codebook|Bob: On the codebook.*Meanwhile)/is,
    Dockers: /Bob Lind.*Bob begins one\./is,
  }
  for (const [about, words] of Object.entries(said)) {
    await rows(again).filter({ hasText: about }).first().click()
    await expect(thread(again)).toContainText(words)
  }
  await again.leave()
  expect(await readFile(join(hers.path, bobFile))).toEqual(asAnswered)
  const [mine, theirs] = [await hers.sidecar('strike.txt', 'alice-novak'), await hers.sidecar('strike.txt', 'bob-lind')]
  expect(mine.comments).toHaveLength(6)
  expect(mine.comments.slice(0, 5)).toEqual(JSON.parse(asSent.toString()).comments)
  expect(theirs.comments).toHaveLength(7)
})

test('a comment whose words are gone is placed by hand by whoever made it, and nobody else', async () => {
  const folder = await newFolder()
  const ada = await Analyst.arrive({ name: 'Alice Novak', open: folder.path })
  await ada.opens(/Strike/)
  await ada.selects('on Tuesday')
  await ada.presses('c')
  await says(ada, 'Which week?')
  await ada.leave()
  await folder.write('strike.txt', strike.replace('on Tuesday', 'last week'))
  const again = await Analyst.arrive({ name: 'Alice Novak', open: folder.path, profile: ada.profile })
  await again.opens(/Strike/)
  await again.chooses('discussion.open')
  await rows(again).first().click()
  await expect(drawer(again)).toContainText('Words that have no place in the text')
  const place = drawer(again).getByRole('button', { name: 'Place it on the selected words' })
  await place.click()
  await hears(again, 'Select the words in the text that the comment is about.')
  await again.selects('last week')
  await place.click()
  await hears(again, 'The comment has its place in the text again.')
  await expect(place).toHaveCount(0)
  await expect(rows(again)).toContainText([/last week.*Which week\?/])
  await again.seesSaved()
  await again.leave()
  const { comments } = await folder.sidecar('strike.txt', 'alice-novak')
  expect(comments).toMatchObject([{ on: { span: { quote: 'last week' } }, text: 'Which week?' }])
})

test('one’s own comments are changed, removed and brought back; an answer that comes while one reads is shown', async () => {
  const folder = await newFolder()
  const ada = await Analyst.arrive({ name: 'Alice Novak', open: folder.path })
  await ada.opens(/Strike/)
  await ada.chooses('discussion.article')
  await says(ada, 'Is all of it read?')
  const thread = drawer(ada).getByRole('region', { name: 'The conversation' })
  await thread.getByRole('button', { name: /^Change your comment/ }).click()
  await says(ada, ' Yes.')
  await expect(thread).toContainText('Is all of it read? Yes.')
  await thread.getByRole('button', { name: /^Remove your comment/ }).click()
  await expect(drawer(ada)).toContainText('Nothing has been said of this article yet.')
  await ada.presses('Control+z')
  await expect(rows(ada)).toHaveCount(1)
  await hears(ada, 'Undone: the comment is there again.')
  await ada.presses('Control+z', 'Control+z')
  await expect(drawer(ada)).toContainText('Nothing has been said of this article yet.')
  await ada.presses('Control+Shift+z', 'Control+Shift+z')
  await expect(rows(ada)).toContainText([/Is all of it read\? Yes\./])
  await ada.seesSaved()

  const own = await folder.sidecarOnceSaved('strike.txt', 'alice-novak')
  const on = { layer: 'alice-novak', comment: own.comments[0]!.id }
  const theirs = {
    ...own,
    ...{ annotator: { id: 'bob-lind', name: 'Bob Lind' }, annotations: [] },
    comments: [{ id: 'b1', kind: 'note', on, text: 'I have.', created: '2031-03-04T05:06:07.000Z' }],
  }
  await folder.write(bobFile, JSON.stringify(theirs))
  await rows(ada).first().click()
  await expect(drawer(ada)).toContainText('I have.')
  await expect(drawer(ada)).toContainText('Bob Lind')
})

test('the questions of all articles are walked through by keys; what is said meanwhile is in the list, and what is resolved leaves it', async () => {
  const folder = await newFolder()
  const ada = await Analyst.arrive({ name: 'Alice Novak', open: folder.path })
  const asks = async (article: RegExp, words: string) => {
    await ada.opens(article)
    await ada.chooses('discussion.article')
    await drawer(ada).getByRole('radio', { name: 'Question' }).check()
    await ada.window.locator('#discussion-text').focus()
    await says(ada, words)
  }
  await asks(/calm/i, 'Really nothing?')
  await asks(/Strike/, 'Which port?')
  await ada.chooses('discussion.questions')
  await hears(ada, '2 questions wait in the workspace.')
  await expect(rows(ada)).toHaveText([/calm\.txt.*Really nothing\?/s, /strike\.txt.*Which port\?/s])
  await ada.presses('Control+F9')
  await ada.isReading(/calm/i)
  await expect(drawer(ada).getByRole('region', { name: 'The conversation' })).toContainText('Really nothing?')
  await expect(ada.window.locator('#drawer [role=listbox]')).toBeFocused()
  await ada.presses('x')
  await hears(ada, 'The conversation is resolved.')
  await ada.chooses('discussion.questions')
  await hears(ada, '1 question waits in the workspace.')
  await expect(rows(ada)).toHaveText([/Which port\?/])
  await drawer(ada).getByRole('combobox', { name: 'Which questions are shown' }).selectOption('Resolved')
  await expect(rows(ada)).toHaveText([/Really nothing\?/])
  await drawer(ada).getByRole('combobox', { name: 'What they are about' }).selectOption('The codebook')
  await expect(rows(ada)).toHaveCount(0)
  await ada.leave()
})

test('what a colleague annotated is asked about while layers are compared, by keys and by mouse; what is compared stays', async () => {
  const folder = await newFolder(comparedFiles('strike.txt'))
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.opens(/Dockers walk out/)
  await ada.presses('Control+Shift+K')
  await expect(ada.window.locator('.page-difference').first()).toBeVisible()
  await ada.presses('Control+1', '.', 'Shift+C')
  const whose = ada.window.getByRole('menu', { name: 'What is it about?' })
  await expect(whose).toBeVisible()
  await expect(whose.getByRole('menuitemradio')).toContainText([/Ben Ott.*Claim.*A/, /Cem Kaya.*Claim.*B/])
  await ada.presses('a')
  await expect(drawer(ada).locator('.composer label').first()).toHaveText('On “the port would close”')
  await says(ada, 'Whose claim?')
  await expect(rows(ada)).toHaveText([/the port would close.*Whose claim\?/])
  await expect(drawer(ada).getByRole('region', { name: 'The conversation' })).toContainText('(Ben Ott)')
  await expect(ada.window.getByRole('region', { name: 'Layers compared' })).toBeVisible()

  await ada.chooses('focus.article')
  await ada.presses('.')
  await ada.window
    .locator('.compared-card')
    .getByRole('button', { name: /^Discuss…/ })
    .click()
  await whose.getByRole('menuitemradio').first().click()
  await says(ada, 'And this?')
  await expect(rows(ada)).toHaveCount(2)
  await ada.presses('Control+z')
  await expect(rows(ada)).toHaveCount(1)
  await ada.seesSaved()
  await ada.leave()
  const { comments } = await folder.sidecar('strike.txt', 'ada-lind')
  expect(comments).toMatchObject([
    { kind: 'question', on: { layer: 'ben', annotation: 'close' }, text: 'Whose claim?' },
  ])
})

test('a case is discussed where it is decided, by keys and by mouse', async () => {
  const folder = await newFolder(decidedFiles)
  const ada = await Analyst.arrive({ name: 'Ada Lind', open: folder.path })
  await ada.presses('Control+d')
  await expect(drawer(ada).getByRole('button', { name: 'Compare', exact: true })).toBeFocused()
  await ada.presses('Enter')
  const card = ada.window.getByRole('region', { name: 'The case at hand' })
  await expect(card.getByRole('heading')).toHaveText('Only in some')
  // The case is there before its article is.
  await hears(ada, 'Only in some. Ben Ott: Claim, “denied it”. Cem Kaya: nothing here. 1 of 4.')
  await ada.presses('c')
  // One layer alone says something there: nobody is asked whose.
  await says(ada, 'Really?')
  await expect(rows(ada)).toHaveText([/denied it.*Really\?/])
  await ada.presses('Control+d', '>')
  await expect(card.getByRole('heading')).toHaveText('Other tag')
  await card.getByRole('button', { name: /^Discuss…/ }).click()
  await ada.window.getByRole('menuitemradio', { name: 'Cem Kaya' }).click()
  await says(ada, 'Why an event?')
  await ada.leave()
  const { comments } = await folder.sidecar('strike.txt', 'gold-ada-lind')
  expect(comments).toMatchObject([
    { on: { layer: 'ben', annotation: 'denied' }, text: 'Really?' },
    { on: { layer: 'cem' }, text: 'Why an event?' },
  ])
})

test('a question about the codebook is asked from the codebook, from the palette and by a command', async () => {
  const folder = await newFolder()
  const ada = await Analyst.arrive({ name: 'Alice Novak', open: folder.path })
  await ada.opens(/Strike/)
  await ada.chooses('codebook.open')
  const entry = ada.window.locator('#codebook-tree [role=treeitem]')
  await entry.filter({ hasText: 'Claim' }).first().click()
  await ada.window.getByRole('button', { name: 'Discuss…' }).click()
  await says(ada, 'Are headlines claims?')
  await expect(rows(ada)).toContainText([/Codebook: Claim/])
  await ada.chooses('codebook.open')
  await entry.filter({ hasText: 'Polarity' }).first().click()
  await ada.window.locator('#codebook-tree').focus()
  await ada.presses('c')
  await says(ada, 'Is a question neutral?')
  await expect(rows(ada).filter({ hasText: 'Codebook: Polarity' })).toHaveCount(1)
  await ada.presses('Control+k')
  await ada.window.keyboard.type('ask codebook: about')
  await ada.window.getByRole('option', { name: 'Ask about the codebook: about', exact: true }).click()
  await says(ada, 'What is about about?')
  await ada.chooses('discussion.entry')
  await ada.window.getByRole('menu', { name: 'What is it about?' }).press('1')
  await says(ada, 'And who counts as one?')
  await ada.leave()
  const { comments } = await folder.sidecar('strike.txt', 'alice-novak')
  expect(comments).toMatchObject([
    { kind: 'question', on: { entry: { kind: 'tag', id: 'claim' } } },
    { kind: 'question', on: { entry: { kind: 'attribute' } } },
    { kind: 'question', on: { entry: { kind: 'link', id: 'about' } } },
    { kind: 'question', on: { entry: { kind: 'tag' } } },
  ])
})
