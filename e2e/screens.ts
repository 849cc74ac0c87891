import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { sayings } from '../shared/review/saying.ts'
import { sidecar } from './agreeFolder.ts'
import type { Analyst } from './analyst.ts'

/** A screen as a person comes to it from the text, with a claim selected; Escape leads back. By keys and ids, for words differ by language. */
export interface Screen {
  readonly name: string
  show(ada: Analyst): Promise<void>
}

const text = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

“The port is shut,” the union said. Nobody knows when they will be back at work.
`

const calm = 'A calm day\n\nNothing happened.\n'

/** What the screens show: an article with a few annotations, in a folder inside. */
export const articles = {
  'reports/2031/strike.txt': text,
  'reports/2031/calm.txt': calm,
}

/** Beside the other article: a second version of annotations, as a sync service leaves it, somebody else's by its mark; and what colleagues annotated. */
export const copies = {
  'reports/2031/calm.txt.ada-lind.stet (1).json': secondVersion(),
  // What two colleagues annotated there, to be compared.
  'reports/2031/calm.txt.bo.stet.json': sidecar('bo', 'calm.txt', calm, [
    ['claim', 'Nothing happened'],
    ['actor', 'Nothing'],
  ]),
  'reports/2031/calm.txt.cleo.stet.json': sidecar('cleo', 'calm.txt', calm, [
    ['claim', 'Nothing'],
    ['event', 'happened'],
  ]),
}

function secondVersion(): string {
  const hash = createHash('sha256').update(calm).digest('hex')
  const at = '2031-03-04T05:06:07.000Z'
  const start = calm.indexOf('Nothing')
  const span = { start, end: start + 'Nothing'.length, quote: 'Nothing', before: '', after: '' }
  const claim = { id: 'c1', tag: 'claim', spans: [span], attributes: {}, origin: { kind: 'manual' } }
  return JSON.stringify({
    ...{ format: 'stet-sidecar', formatVersion: 1, revision: 3, status: 'done', created: at, modified: at },
    article: {
      ...{ file: 'calm.txt', sha256: hash, textSha256: hash, textLength: calm.length, offsetUnit: 'codepoint' },
      ...{ encoding: 'utf-8', reader: 'plain-text/1' },
    },
    ...{ zoneRules: 1, zones: [], annotator: { id: 'ada-lind', name: 'Ada Lind', key: 'another' } },
    codebook: { id: 'stet-default', version: 1, hash },
    annotations: [{ ...claim, created: at, modified: at }],
    ...{ unplaced: [], links: [], comments: [], verdicts: [] },
  })
}

/** Opens the article and annotates it as the screens need it; in any language. */
export async function sitDown(ada: Analyst): Promise<void> {
  await ada.window.locator('#articles [role=option]').filter({ hasText: 'strike' }).click()
  await expect(ada.text.getByText('Dockers walk out')).toBeVisible()
  await ada.selects('The union')
  await ada.presses('2')
  await ada.selects('that the port would close')
  await ada.presses('3')
  await ada.selects('port would close')
  await ada.presses('1')
  await expect(ada.window.locator('.page-frames .page-box').first()).toBeVisible()
}

/** Goes back to the text and selects the claim. */
export async function sitBack(ada: Analyst): Promise<void> {
  // What a screen left in a field would hide the next one. In a small window Escape folds its pane away.
  const filter = ada.window.locator('#filter')
  if ((await filter.isVisible()) && (await filter.inputValue()) !== '') await filter.fill('')
  for (let i = 0; i < 4; i++) await ada.presses('Escape')
  await expect(ada.window.locator('dialog')).toHaveCount(0)
  await ada.chooses('focus.article')
  if (!(await ada.text.getByText('Dockers walk out').isVisible())) {
    await ada.chooses('article.next')
    await expect(ada.text.getByText('Dockers walk out')).toBeVisible()
  }
  // Of the two at this place, the claim is the smaller one.
  await ada.clicks('port')
  const claim = ada.window.locator('#inspector [role=option]', { hasText: /^\W*C?\W*port would close/ })
  if (await claim.first().isVisible()) await claim.first().click()
  await ada.chooses('focus.article')
}

const dialog = (ada: Analyst) => expect(ada.window.locator('dialog')).toBeVisible()
const shown = (ada: Analyst, selector: string) => expect(ada.window.locator(selector).first()).toBeVisible()

/** A screen that one command shows, known by something on it. */
function by(name: string, command: string, selector: string): Screen {
  return {
    name,
    async show(ada) {
      if (await ada.window.locator(selector).first().isVisible()) return
      await ada.chooses(command)
      await shown(ada, selector)
    },
  }
}

/** A screen that is reached by pressing things, one after another, once a command has shown where they are. */
function through(name: string, command: string, ...presses: readonly string[]): Screen {
  return {
    name,
    async show(ada) {
      await ada.chooses(command)
      for (const selector of presses.slice(0, -1)) await press(ada, selector)
      await shown(ada, presses.at(-1)!)
    },
  }
}

/** Presses something by its selector; `select=VALUE` chooses, `text=WORDS` writes. */
async function press(ada: Analyst, what: string): Promise<void> {
  const [selector = '', , act, words = ''] = /^(.*?)( (select|text)=(.*))?$/.exec(what)!.slice(1)
  const found = ada.window.locator(selector).first()
  if (act === 'select') await found.selectOption(words)
  else if (act === 'text') await found.fill(words)
  else await found.click()
}

const agreementView = (nth: number) => `.agreement .views label >> nth=${nth}`
const tree = (row: string) => `#codebook-tree [role=treeitem]:has-text("${row}")`
const action = (nth: number) => `.entry-actions button >> nth=${nth}`

/** A name for the register, whether or not it is there by now. */
async function named(ada: Analyst, name: string): Promise<void> {
  await press(ada, `.register .entities input.field text=${name}`)
  const row = ada.window.locator('.register .entity-row', { hasText: name })
  if (!(await row.first().isVisible())) await press(ada, '.register .entities .button.line')
  await press(ada, '.register .entities input.field text=')
  await expect(row.first()).toBeVisible()
}

/** A file of articles, `week.csv`; its columns are called as no sentence of ours calls them. */
export const unpackedTable = 'Identifiant,Titre,Texte,Journal\n1,Dockers walk out,No ferry sails.,Gazette\n2,Empty,,\n'

/** Begins to unpack a table that isn't in the workspace. */
async function unpackTable(ada: Analyst): Promise<void> {
  const table = join(ada.profile, 'week.csv')
  await writeFile(table, unpackedTable)
  await ada.answersDialog(table)
  await ada.chooses('archive.unpack')
  await shown(ada, '.unpack-table select')
}

/** What somebody else annotated, a folder in which one line points nowhere; its names are no sentences of ours. */
export const broughtFiles = {
  'vote.txt': 'Tomas Bell said the vote was lost. Nobody denied it.\n',
  'vote_bo.ann': [
    ...['T1\tSpeaker 0 10\tTomas Bell', 'T2\tVerb 11 15\tsaid', 'T3\tSaying 16 33\tthe vote was lost'],
    ...['T4\tReport 11 15\tsaid', 'E1\tReport:T4 Speaker:T1 Saying:T3 Verb:T2', 'A1\tMood T3 calm'],
    ...['T9\tSaying 900 910\tnowhere', ''],
  ].join('\n'),
}

/** Chooses that folder to be imported. */
async function bring(ada: Analyst): Promise<void> {
  const folder = join(ada.profile, 'theirs')
  await mkdir(folder, { recursive: true })
  for (const [name, words] of Object.entries(broughtFiles)) await writeFile(join(folder, name), words)
  await ada.answersDialog(folder)
  await ada.chooses('annotations.import')
  await press(ada, '.bring-choose .button >> nth=1')
  await shown(ada, '.bring-how select')
}

/** Looks at it before it is imported. */
async function lookBefore(ada: Analyst): Promise<void> {
  await bring(ada)
  await press(ada, '.bring .answers .button.main')
  await shown(ada, '.bring-tables')
}

/** Datasets that were made of one profile's walks, each under a name of its own. */
let exported = 0

/** An answer to a packet of another workspace. */
const answer = JSON.stringify({
  ...{ format: 'stet-answer', formatVersion: 1, to: { kind: 'packet', id: 'p1' }, from: { name: 'Carol Jansen' } },
  made: '2031-03-04T05:06:07.000Z',
  articles: [
    {
      ...{ path: 'elsewhere.txt', textSha256: 'e'.repeat(64), verdicts: [] },
      comments: [{ on: { layer: 'bob', verdict: 'v1' }, kind: 'disagree', text: 'It is said.' }],
    },
  ],
})

/** Answers of Bo's to packets, each to another. */
let answers = 0

/** Comes to an answer that fits, of somebody who annotates here. */
async function bringAnswerOfBo(ada: Analyst): Promise<void> {
  const path = join(ada.profile, 'bo.json')
  const annotations = [
    ['a0', 'claim', 'Nothing happened'],
    ['a1', 'actor', 'Nothing'],
  ].map(([id, tag, words]) => {
    const start = calm.indexOf(words!)
    return { id: id!, tag: tag!, spans: [{ start, end: start + words!.length }], attributes: {} }
  })
  const links = [{ id: 'l0', type: 'attributed-to', from: 'a0', to: { annotation: 'a1' }, attributes: {} }]
  const says = sayings(calm, { annotator: 'bo', annotations, links }).get('a0')
  const on = { layer: 'bo', annotation: 'a0', revision: 1, says }
  const textSha256 = createHash('sha256').update(calm).digest('hex')
  await writeFile(
    path,
    JSON.stringify({
      ...{ format: 'stet-answer', formatVersion: 1, to: { kind: 'packet', id: `p${++answers}` } },
      ...{ from: { name: 'Bo', id: 'bo' }, made: '2031-03-04T05:06:07.000Z' },
      articles: [{ path: 'reports/2031/calm.txt', textSha256, verdicts: [{ on, verdict: 'reject' }], comments: [] }],
    }),
  )
  await ada.answersDialog(path)
  await ada.chooses('review.answer')
  await shown(ada, '.tell .answers .button.main:enabled')
}

/** Comes to the choices of a format that can't say everything. */
async function chooseExport(ada: Analyst): Promise<void> {
  await ada.chooses('dataset.export')
  await shown(ada, '.export-losses')
  await ada.window.locator('.export-formats input[value=conll2003]').check()
  await shown(ada, '.export-loss select')
}

/** Every screen behind the reading screen. Another one is another line. */
export const screens: readonly Screen[] = [
  { name: 'reading', show: async () => {} },
  {
    name: 'words selected',
    async show(ada) {
      await ada.selects('on Monday')
      await shown(ada, '.tag-bar')
    },
  },
  by('articles', 'view.articles', '#articles'),
  by('inspector', 'view.inspector', '#inspector'),
  {
    name: 'no article fits',
    async show(ada) {
      await ada.chooses('articles.filter')
      await shown(ada, '#filter')
      await press(ada, '#filter text=nothing is called this')
      await shown(ada, '#articles .empty, #articles :is(h2, h3)')
    },
  },
  by('problems', 'problems.next', '#drawer'),
  through('problems: rules', 'problems.next', '.problems-bar .button >> nth=-1', '.rule-switches'),
  through('search, nothing asked', 'search.workspace', '#search-words text=', '.search-empty'),
  through('search, nothing found', 'search.workspace', '#search-words text=zeppelin', '#search-state'),
  through('search, hits', 'search.workspace', '#search-words text=port', '#search-pane [role=option]'),
  through(
    'search, filters',
    'search.workspace',
    '#search-words text=port',
    '.search-bar [aria-expanded=false]',
    '.search-filters',
  ),
  {
    name: 'search, what to do with the ticked',
    async show(ada) {
      await ada.chooses('search.workspace')
      await press(ada, '#search-words text=Nothing')
      // Hits of the words before would take the ticks with them.
      await shown(ada, '#search-pane [role=option]:has-text("Nothing")')
      await press(ada, '#search-pane .bulk-bar .button >> nth=-1')
      await press(ada, '#bulk')
      await shown(ada, '[role=menu]')
    },
  },
  by('tag all', 'annotation.tagAll', '.search-bar.tag-all'),
  by('discussion', 'discussion.open', '.discussion'),
  {
    name: 'discussion: a conversation, and a reply',
    async show(ada) {
      await ada.chooses('discussion.article')
      await ada.window.locator('#discussion-text').fill('zeppelin?')
      await press(ada, '.composer .button.main')
      await shown(ada, '.thread-said li')
      await press(ada, '.thread-actions .button')
      await shown(ada, '.composer')
    },
  },
  through('discussion: about which entry of the codebook', 'discussion.entry', '.picker'),
  through('discussion: questions', 'discussion.questions', '.discussion-state'),
  by('history', 'history.open', '#history-slider'),
  {
    name: 'the past',
    async show(ada) {
      await ada.chooses('history.open')
      await shown(ada, '#history-slider')
      await ada.window.locator('#history-slider').focus()
      await ada.presses('Home', 'ArrowRight')
      await shown(ada, '.past-band')
      await shown(ada, '.history-differences')
    },
  },
  {
    name: 'correcting the text in a copy',
    async show(ada) {
      await ada.selects('on Monday')
      await ada.chooses('text.correct')
      await shown(ada, '.correcting textarea')
    },
  },
  by('about the article', 'article.about', '.about-row'),
  by('encodings', 'article.encoding', '#encodings [role=option]'),
  through('encodings, nothing fits', 'article.encoding', '.encodings input text=zeppelin', '.encodings .nothing'),
  by('palette', 'palette.open', 'dialog'),
  through('palette, nothing', 'palette.open', 'dialog input text=zeppelin', 'dialog .nothing, dialog p'),
  by('keys', 'help.keys', 'dialog'),
  {
    name: 'keys with a conflict',
    async show(ada) {
      await ada.chooses('keys.change')
      await dialog(ada)
      await ada.window.locator('.key-button').nth(3).click()
      await shown(ada, '.key-editor')
      await ada.presses('Enter', 'Control+k')
      await shown(ada, '.key-editor [role=alert]')
    },
  },
  through('keys, nothing', 'keys.change', '.keys .search text=zeppelin', '.keys .faint'),
  by('person', 'person.change', 'dialog'),
  by('clipboard', 'article.fromClipboard', 'dialog'),
  through('clipboard, a text', 'article.fromClipboard', 'dialog textarea text=A calm day', 'dialog .button.main'),
  { name: 'unpack: columns', show: unpackTable },
  {
    name: 'unpack: articles',
    async show(ada) {
      await unpackTable(ada)
      await press(ada, '.unpack .answers .button.main')
      await shown(ada, '.unpack-table.articles')
    },
  },
  by('import: nothing chosen', 'annotations.import', '.bring-choose'),
  {
    name: 'import: how to read it',
    async show(ada) {
      await bring(ada)
      await press(ada, '.bring-patterns input[type=checkbox]')
      await press(ada, '.bring-patterns input >> nth=1 text=nothing')
      await shown(ada, '.bring-patterns .wrong')
    },
  },
  {
    name: 'import: preview',
    async show(ada) {
      await lookBefore(ada)
      await press(ada, '.bring-troubles summary')
    },
  },
  {
    name: 'import: map',
    async show(ada) {
      await lookBefore(ada)
      await press(ada, '.bring .answers .button >> nth=1')
      await press(ada, '.bring-frame select select=links')
      await press(ada, '.bring-values summary')
      await press(ada, '.bring-rules select select=other')
      await shown(ada, '.bring-rules input')
    },
  },
  by('letters: no gold yet', 'review.letters', '.tell .answers'),
  through('review packet', 'review.packet', '.tell fieldset input', '.tell-note'),
  {
    name: 'an answer: nothing of it fits',
    async show(ada) {
      const path = join(ada.profile, 'carol.json')
      await writeFile(path, answer)
      await ada.answersDialog(path)
      await ada.chooses('review.answer')
      await shown(ada, '.tell-list li')
    },
  },
  {
    name: 'an answer: beside an annotator, brought in, to be taken back',
    async show(ada) {
      await bringAnswerOfBo(ada)
      await press(ada, '.tell .answers .button.main')
      await shown(ada, '#tell-back-why')
    },
  },
  {
    name: 'answers that were brought in',
    async show(ada) {
      await bringAnswerOfBo(ada)
      await press(ada, '.tell .answers .button.main')
      await press(ada, '.tell .answers .button.main')
      await ada.chooses('review.answers')
      await shown(ada, '.tell-answers li')
    },
  },
  by('export', 'dataset.export', '.export-losses li, .export-losses > p'),
  {
    name: 'export: what would be lost',
    async show(ada) {
      await chooseExport(ada)
      await press(ada, '.export-loss summary')
      await shown(ada, '.export-touched li')
    },
  },
  {
    name: 'export: a place that is taken',
    async show(ada) {
      await chooseExport(ada)
      const place = join(ada.profile, 'week')
      await mkdir(place, { recursive: true })
      await ada.answersSaveDialog(place)
      await press(ada, '.export .answers .button.main')
      await shown(ada, '.export-question')
    },
  },
  {
    name: 'export: the receipt',
    async show(ada) {
      await chooseExport(ada)
      exported++
      await ada.answersSaveDialog(join(ada.profile, `week${exported}`))
      await press(ada, '.export .answers .button.main')
      await press(ada, '.export-receipt summary >> nth=-1')
      await shown(ada, '.export-files li')
    },
  },
  through('organising: divide', 'organise.open', '.organising nav .button >> nth=1', '.organising-people'),
  through('organising: by article', 'organise.open', '.organising nav .button >> nth=2', '.assign-grid'),
  through('organising: sealed', 'organise.open', '.organising nav .button >> nth=3', '.organising-part .faint'),
  through('organising: planner', 'organise.open', '.organising nav .button >> nth=4', '.planned'),
  through(
    'organising: planner, by what is there',
    'organise.open',
    '.organising nav .button >> nth=4',
    '.plan-ground input >> nth=1',
    '.planned',
  ),
  through('organising: progress', 'organise.open', '.organising nav .button >> nth=0', '.organising-part p'),
  through('codebook: a tag', 'codebook.open', tree('Claim'), '.entry-actions'),
  through('codebook: a new tag', 'codebook.open', '.adding .button', '#codebook-new'),
  through('codebook: a question', 'codebook.open', tree('Polarity'), '.entry-actions'),
  through('codebook: a link', 'codebook.open', tree('said by'), '.link-questions'),
  through(
    'codebook: a link’s question',
    'codebook.open',
    tree('said by'),
    '.link-questions summary',
    '.link-questions details[open]',
  ),
  through(
    'codebook: the standard reasons',
    'codebook.open',
    '#codebook-tree [role=treeitem] >> nth=-3',
    '.standard-reasons',
  ),
  through('codebook: rules', 'codebook.open', '#codebook-tree [role=treeitem] >> nth=-2', '.rule-switches'),
  through('codebook: older', 'codebook.open', '#codebook-tree [role=treeitem] >> nth=-1', '#codebook-details p'),
  through('codebook: merge', 'codebook.open', tree('Claim'), action(4), '.step select'),
  through('codebook: merge, tried', 'codebook.open', tree('Claim'), action(4), '.step .button.main', '.step.try'),
  through('codebook: split', 'codebook.open', tree('Claim'), action(5), '.step select'),
  through('codebook: remove', 'codebook.open', tree('Claim'), action(6), '.step .answers'),
  {
    name: 'register',
    async show(ada) {
      await ada.chooses('entities.open')
      await dialog(ada)
      for (const name of ['The Dockers’ Union', 'Harbour Union of Ferrow']) await named(ada, name)
      await press(ada, '.register .entity-row')
      await shown(ada, '.register .details')
    },
  },
  through('register, nobody', 'entities.open', '.register .entities input.field text=zeppelin', '.register .nothing'),
  {
    name: 'register: merge',
    async show(ada) {
      await ada.chooses('entities.open')
      await dialog(ada)
      for (const row of [0, 1]) await press(ada, `.register .entity-row .tick >> nth=${row}`)
      await press(ada, '.register .foot .button.main')
      await shown(ada, '.register .task')
    },
  },
  by('tags', 'annotation.tag', '[role=menu]'),
  by('attributes', 'annotation.attribute', '[role=menu]'),
  {
    name: 'answers',
    async show(ada) {
      await ada.chooses('annotation.attribute')
      await shown(ada, '[role=menu]')
      await ada.presses('t')
      await shown(ada, '[role=menu]')
    },
  },
  through('agreement', 'agreement.open', agreementView(0), '.agreement table.levels'),
  through(
    'agreement: a figure explained',
    'agreement.open',
    agreementView(0),
    '.agreement button.figure',
    '.agreement .methods',
  ),
  through('agreement: measures', 'agreement.open', agreementView(1), '.agreement .rated table'),
  through(
    'agreement: a measure explained',
    'agreement.open',
    agreementView(1),
    '.agreement .rated button.figure',
    '.agreement .methods',
  ),
  through(
    'agreement: unitizing explained',
    'agreement.open',
    agreementView(1),
    '.agreement .rated:nth-of-type(5) summary',
    '.agreement .rated:nth-of-type(5) button.figure',
    '.agreement .methods',
  ),
  through(
    'agreement: γ',
    'agreement.open',
    agreementView(1),
    '.agreement .gamma summary',
    '.agreement .gamma .button',
    '.agreement .gamma table',
  ),
  through(
    'agreement: what differs',
    'agreement.open',
    agreementView(2),
    '.agreement .anatomy-bar .part',
    '.agreement .case',
  ),
  through('agreement: which tags', 'agreement.open', agreementView(3), '.agreement .cell', '.agreement .case'),
  through('agreement: time', 'agreement.open', agreementView(4), '.agreement .scope ~ h3'),
  by('what a paragraph is', 'zone.change', '[role=menu]'),
  by('which one', 'stack.choose', '[role=menu]'),
  by('entity', 'entity.choose', '.entity-picker'),
  by('linking', 'link.begin', '.linking'),
  {
    name: 'linking, found by words',
    async show(ada) {
      await ada.chooses('link.begin')
      await shown(ada, '.linking')
      await ada.presses('/')
      await ada.window.keyboard.type('zeppelin')
    },
  },
  {
    name: 'comparing, names hidden',
    async show(ada) {
      await compare(ada)
      await hideNames(ada, true)
      await ada.chooses('review.nextDifference')
    },
  },
  {
    name: 'comparing: overlaid',
    async show(ada) {
      await compare(ada)
      await hideNames(ada, false)
      await ada.chooses('review.nextDifference')
      await shown(ada, '.page-frames .page-box')
    },
  },
  {
    name: 'comparing: the filter',
    async show(ada) {
      await compare(ada)
      await press(ada, '.comparing-filter .button')
      await shown(ada, '.comparing-choices')
    },
  },
  {
    name: 'comparing: side by side',
    async show(ada) {
      await compare(ada)
      await ada.chooses('review.beside')
      await shown(ada, '.compared-page')
    },
  },
  {
    name: 'a second version',
    async show(ada) {
      await ada.chooses('article.previous')
      await shown(ada, '.problem-band')
    },
  },
  {
    name: 'merging a second version',
    async show(ada) {
      await ada.chooses('article.previous')
      await shown(ada, '.problem-band')
      await ada.chooses('merge.open')
      await shown(ada, '.contradiction')
    },
  },
  // What it adds stays: it comes last.
  {
    name: 'import: done',
    async show(ada) {
      await lookBefore(ada)
      await press(ada, '.bring .answers .button.main')
      await shown(ada, '.bring-done')
    },
  },
  // From here on gold is worked on.
  {
    name: 'review: layers to choose',
    async show(ada) {
      await ada.chooses('review.open')
      await shown(ada, '.review-choice')
    },
  },
  {
    name: 'review: a case',
    async show(ada) {
      await beginReview(ada)
    },
  },
  {
    name: 'review: why',
    async show(ada) {
      await beginReview(ada)
      await ada.chooses('review.reason')
      await shown(ada, '.picker')
    },
  },
  {
    name: 'review: whose',
    async show(ada) {
      await beginReview(ada)
      await ada.chooses('review.takeOther')
      await shown(ada, '.picker')
    },
  },
]

/** The layers of colleagues in the other article, one over the other. */
async function compare(ada: Analyst): Promise<void> {
  await ada.chooses('article.previous')
  await expect(ada.text.getByText('A calm day')).toBeVisible()
  await ada.chooses('review.compare')
  await ada.chooses('review.overlaid')
  await shown(ada, '.page-difference')
}

async function hideNames(ada: Analyst, isBlind: boolean): Promise<void> {
  const tick = ada.window.locator('.comparing-bar .comparing-row >> nth=1').locator('input[type=checkbox]').first()
  if ((await tick.isChecked()) !== isBlind) await ada.chooses('review.blind')
  await expect(tick).toBeChecked({ checked: isBlind })
}

/** Compares what there is; the second time it is there already. */
async function beginReview(ada: Analyst): Promise<void> {
  await ada.chooses('review.open')
  await expect(ada.window.locator('.review-choice, .review').first()).toBeVisible()
  if (await ada.window.locator('#review-begin').isVisible()) await press(ada, '#review-begin')
  await expect(ada.window.locator('#review-list [role=option]').first()).toBeVisible()
  // In a small window the pane of the case is a command away.
  if (!(await ada.window.locator('#inspector').isVisible())) await ada.chooses('view.inspector')
  await shown(ada, '.case-card')
}
