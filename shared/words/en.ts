import type { Measure } from '../agreement/coefficients/coefficients.ts'
import type { Reason } from '../agreement/coefficients/measured.ts'
import type { Level } from '../agreement/coefficients/ratings.ts'
import type { Weighting } from '../agreement/coefficients/weights.ts'
import type { FigureLevel, FigureMeasure, Over } from '../agreement/figures/figure.ts'
import type { GrowthUnit } from '../annotation/grow.ts'
import type { Zone } from '../article/article.ts'
import type { FieldName, Source } from '../article/metadata.ts'
import type { FindingKind } from '../checking/finding.ts'
import type { Attribute, Mark, SnapRule } from '../codebook/codebook.ts'
import type { Vision } from '../codebook/colourVision.ts'
import type { KeyRefusal } from '../commands/bindings.ts'
import type { CommandId, Menu } from '../commands/commands.ts'
import type { Opened } from '../contract/contract.ts'
import type { Feature } from '../dataset/features.ts'
import type { Fitting, ToldWhy, UntakenWhy } from '../dataset/format.ts'
import type { WayLoss } from '../dataset/losses.ts'
import type { MappedWhy } from '../dataset/map/tagMap.ts'
import type { SplitReport } from '../dataset/splits/splitReport.ts'
import type { CorrectionKind } from '../letters/corrections.ts'
import type { CopyMaker } from '../merging/conflictCopy.ts'
import type { Changes } from '../merging/mergeVersions.ts'
import type { UnfitWhy } from '../packet/takeAnswer.ts'
import type { ProblemKind } from '../problems/kinds.ts'
import type { ProblemText } from '../problems/problemText.ts'
import type { Role } from '../project/entity.ts'
import type { CaseKind } from '../review/case.ts'
import type { StandardReason } from '../review/reasons.ts'
import type { RuleId } from '../rules/rule.ts'
import type { LeftOut } from '../search/bulk.ts'
import type { Misfit } from '../search/fits.ts'
import type { HowAsked, Searched } from '../search/query.ts'
import type { SearchScope } from '../search/scope.ts'
import type { EncodingName } from '../text/encodingNames.ts'
import { type Unseen, type UnseenKind, unicodeOf } from '../text/unseen.ts'
import type { CommandText } from './commandText.ts'
import type { Described } from './described.ts'
import type { RefusedWork } from './refusedWork.ts'

/** What opinions of one place differ in. */
const caseKindNames: Record<CaseKind, string> = {
  only: 'Only in some',
  tag: 'Other tag',
  extent: 'Other extent',
  source: 'Other source',
  event: 'Other event',
  attribute: 'Other attribute',
  entity: 'Other entity',
  link: 'Other link',
  note: 'Other note',
  same: 'Same',
}
const lists = new Intl.ListFormat('en')
const numbers = new Intl.NumberFormat('en')
const clocks = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
/** A part of a whole in per cent. */
const shareOf = (part: number, of: number) => (of === 0 ? '0 %' : `${Math.round((100 * part) / of)} %`)
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A day as it is spoken; a month or a year as it is. */
function spokenDate(date: string): string {
  return date.length === 10 ? days.format(new Date(date)) : date
}

/** When something was, ISO 8601: the time alone where that was today. */
function moment(at: string): string {
  const then = new Date(at)
  return (then.toDateString() === new Date().toDateString() ? clocks : times).format(then)
}

/** A number with its word: `counted(2, 'article', 'articles')` is "2 articles". */
/** Numbers in rising order as a person lists them: `1–3, 7`. */
function rangesOf(sorted: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const one of sorted) {
    const range = ranges.at(-1)
    if (range && one === range.last + 1) range.last = one
    else ranges.push({ first: one, last: one })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/** What a dataset may have that not every format can say. */
const featureNames: Readonly<Record<Feature, string>> = {
  annotations: 'annotations',
  text: 'the articles’ texts',
  metadata: 'what is known of the articles',
  zones: 'zones',
  status: 'whether a layer is done',
  overlap: 'annotations that overlap',
  crossing: 'annotations that cross',
  discontinuous: 'annotations with gaps',
  'cut-words': 'annotations that cut a word',
  'across-sentences': 'annotations across sentences',
  'space-at-ends': 'annotations that begin or end with a space',
  'control-characters': 'characters that the format can’t hold',
  attributes: 'attributes',
  'several-answers': 'attributes with several answers',
  'typed-values': 'numbers and yes or no as values',
  entities: 'entities',
  notes: 'notes',
  links: 'links',
  'links-to-entities': 'links to entities',
  'links-to-author': 'links to the article’s own voice',
  'link-attributes': 'attributes of links',
  cues: 'cues of links',
  frames: 'which annotations came as events with roles',
  discussion: 'comments and verdicts',
}
const doneNames = { dropped: 'left out', changed: 'changed', without: 'left out, and the rest kept' } as const

/** The first of many names: `a, b, c and 4 more`. */
function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, LISTED_NAMES)
  const more = count - shown.length
  return `${shown.map(name => `“${name}”`).join(', ')}${more > 0 ? ` and ${numbers.format(more)} more` : ''}`
}
const LISTED_NAMES = 12

function counted(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

/** What a sentence for a methods section is told of a figure. */
interface LevelMethods {
  readonly title: string
  readonly tag: string | null
  readonly articles: number
  readonly annotators: number
  readonly extent: string
  readonly value: string
  readonly interval: {
    readonly low: string
    readonly high: string
    readonly confidence: number
    readonly samples: number
  } | null
}

function annotatedBy({ annotators, articles }: LevelMethods): string {
  return `${annotators === 2 ? 'Two' : annotators} annotators annotated ${counted(articles, 'article', 'articles')}, each article at least two of them.`
}

function aboutLevel({ title, tag }: LevelMethods): string {
  return `the level “${title}”${tag === null ? '' : ` for “${tag}”`}`
}

function intervalSaid({ interval }: LevelMethods): string {
  return interval
    ? ` (${interval.confidence} % bootstrap interval ${interval.low} to ${interval.high}, ${interval.samples} samples of articles)`
    : ''
}

const waysAsked: Readonly<Record<HowAsked | 'is', string>> = {
  is: 'is',
  from: 'from',
  until: 'until',
  contains: 'contains',
}
const snapped: Readonly<Record<SnapRule, string>> = {
  'whole-words': 'by whole words',
  'trim-quotes': 'without the quotation marks',
  'trim-reporting': 'without who said it',
}

const zoneNames: Readonly<Record<Zone, string>> = {
  title: 'Title',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  heading: 'Heading',
  body: 'Body',
  quote: 'Quotation',
  caption: 'Caption',
  boilerplate: 'Boilerplate',
}

const fieldTitles: Readonly<Record<FieldName, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  byline: 'Byline',
  published: 'Published',
  section: 'Section',
  page: 'Page',
  language: 'Language',
  address: 'Source address',
}

function fieldName(name: FieldName | 'encoding'): string {
  return name === 'encoding' ? 'the encoding' : `the article’s ${fieldTitles[name].toLowerCase()}`
}

function zoneName(zone: Zone | null): string {
  return zone === null ? 'as it was recognised' : zoneNames[zone]
}

const units: Readonly<Record<GrowthUnit, string>> = {
  word: 'Word',
  clause: 'Clause',
  sentence: 'Sentence',
  quotation: 'Quotation',
  paragraph: 'Paragraph',
}

const entityKinds: Readonly<Record<string, string>> = {
  person: 'person',
  organisation: 'organisation',
  government: 'government',
  party: 'party',
  media: 'media',
  group: 'group',
  place: 'place',
  document: 'document',
  event: 'event',
  'claim-family': 'family of claims',
}

const unseenKinds: Readonly<Record<UnseenKind, string>> = {
  order: 'words beside it may be shown in another order than they stand in',
  control: 'a control character, which is nothing to read',
  hidden: 'it takes no room, and may stand in the midst of a word',
}

const unseenNames: Readonly<Record<number, string>> = {
  0: 'NUL',
  27: 'Escape',
  8203: 'Zero-width space',
  8234: 'Left-to-right embedding',
  8235: 'Right-to-left embedding',
  8236: 'End of an embedding or override',
  8237: 'Left-to-right override',
  8238: 'Right-to-left override',
  8288: 'Word joiner',
  8294: 'Left-to-right isolate',
  8295: 'Right-to-left isolate',
  8296: 'Isolate of its own direction',
  8297: 'End of an isolate',
  65279: 'Byte order mark amid the text',
}

/** How often something is meant, as one hears it. */
function meant(own: number, others: number): string {
  const mine = own > 0 ? `${counted(own, 'time', 'times')} by you` : ''
  return [mine, others > 0 ? `${numbers.format(others)} by colleagues` : ''].filter(Boolean).join(', ')
}

/** Every sentence on the screen, in English: the window's, the native menu's and the dialogs'. What a codebook calls things is data. */
export const en = {
  number: (count: number) => numbers.format(count),
  day: (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : days.format(new Date(iso))),
  time: (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : times.format(new Date(iso))),
  name: 'Stet',
  close: 'Close',
  cancel: 'Cancel',
  details: 'Details',

  panes: {
    articles: 'Articles',
    article: 'Article',
    inspector: 'Inspector',
    articlesWidth: 'Width of the article list',
    inspectorWidth: 'Width of the inspector',
    drawer: 'Below the text',
    drawerHeight: 'Height of the pane below the text',
    drawerTabs: 'What is shown below the text',
    closeDrawer: 'Close the pane below the text',
  },

  person: {
    titleAtFirst: 'Who are you?',
    title: 'Who you are',
    why: 'Your name stands on the annotations you make. It stays on this machine and in your own files; there is no account.',
    name: 'Your name',
    id: 'Annotator id',
    idWhy: (id: string) =>
      `Your annotations of an article are kept in a file beside it, ending in .${id || 'id'}.stet.json.`,
    idRule:
      'Small letters a to z, digits and hyphens, 32 at most, beginning with a letter or digit; not “article” or “gold-…”.',
    nameMissing: 'A name is needed, any name.',
    changed: 'Annotations made under the earlier id stay where they are, as a colleague’s.',
    beginning: 'Begin',
    keep: 'Save',
  },

  welcome: {
    tagline: 'Read the news, and write down who said what, about whom, and what happened.',
    openFolder: 'Open a folder',
    openFolderWhy: 'of articles, in subfolders too',
    openFile: 'Open a single article',
    openFileWhy: 'its annotations are saved beside it',
    sample: 'Open the sample workspace',
    sampleWhy: 'one story, told by nine outlets',
    recent: 'Opened before',
    drop: 'Or drop a folder anywhere in this window.',
    dropHere: 'Let go to open it',
    local: 'Nothing leaves this machine.',
  },

  articles: {
    title: 'Articles',
    filter: 'Filter',
    filterLabel: 'Filter the articles by title, path, outlet, author or date',
    filterWhy:
      'Words of the title, the path or a field. One field alone: outlet:gazette, by:roe, date:2031-03..2031-05, section:, page:, lang:, status:open; outlet:none where it isn’t known.',
    /** What may stand before a colon in the filter, in small letters. */
    fields: {
      outlet: ['outlet', 'source'],
      byline: ['by', 'byline', 'author'],
      published: ['date', 'published'],
      section: ['section'],
      page: ['page'],
      language: ['lang', 'language'],
    } as Record<'outlet' | 'byline' | 'published' | 'section' | 'page' | 'language', readonly string[]>,
    unknownField: 'none',
    statusField: ['status'] as readonly string[],
    /** What may stand behind it, beside the words that files have for it. */
    statusValues: { done: 'done', open: 'open' },
    orderLabel: 'Sort the articles by',
    orders: {
      path: 'By path',
      title: 'By title',
      date: 'By date, newest first',
      status: 'By status',
      count: 'By annotations',
    },
    statusLabel: 'Which articles to show',
    statuses: { all: 'All', mine: 'Assigned to me', open: 'To do', done: 'Done', unreadable: 'Unreadable' },
    count: (shown: number, all: number) =>
      shown === all
        ? counted(all, 'article', 'articles')
        : `${numbers.format(shown)} of ${counted(all, 'article', 'articles')}`,
    indexing: (done: number, total: number) => `Reading titles: ${numbers.format(done)} of ${numbers.format(total)}`,
    open: 'Open…',
    new: 'New…',
    switch: 'Open another folder',
    status: {
      none: 'Not begun',
      'in-progress': 'In progress',
      done: 'Done',
      adjudicated: 'Adjudicated',
      archive: 'Holds many articles',
      problem: 'Cannot be opened',
    },
    tagCount: (tag: string, count: number) => `${tag}: ${numbers.format(count)}`,
    unplaced: (count: number) => `${numbers.format(count)} not placed`,
    colleagues: (names: readonly string[]) => `Annotated by ${names.join(', ')}`,
    layers: (count: number) => counted(count, 'person', 'people'),
    empty: 'No articles here yet',
    emptyWhy:
      'Stet lists what it can open in this folder and its subfolders: plain text, PDF, saved web pages, Word documents, rich text, OpenDocument texts, mails, Markdown and electronic books; and files of many articles, to be unpacked. New files appear by themselves.',
    emptyPaste: 'New article from the clipboard',
    nothingFound: 'No article fits the filter',
    clearFilter: 'Show all articles',
    stray: (was: string, is: string) => `“${is}” seems to be the file that was “${was}”. Let its annotations follow?`,
    strayFollow: 'Let them follow',
    strayLeave: 'Leave them',
    followed: (is: string) => `The annotations now belong to “${is}”.`,
    sample: 'sample',
    inFolder: (folder: string) => `in ${folder}`,
  },

  reading: {
    nothing: 'Choose an article',
    nothingWhy: 'Pick one from the list, or press a key:',
    nothingFirst: 'first or next article',
    nothingFilter: 'filter the list',
    nothingAll: 'all commands',
    opening: 'Opening…',
    openingSlow: (path: string) => `${path} takes a while to read. Everything else goes on meanwhile.`,
    stopOpening: 'Stop reading it',
    text: (title: string) => `Text of ${title}`,
    textHelp: 'Tab goes from annotation to annotation; Escape, then Tab, leaves the text.',
    zone: 'Paragraph',
    zones: zoneNames,
    zonePicker: 'This paragraph is',
    zoneButton: (zone: string) => `This paragraph is: ${zone}. Change it`,
    zoneSaid: (zone: string) => `This paragraph is now: ${zone}.`,
    done: 'Done',
    markDone: 'Mark as done',
    markOpen: 'Mark as in progress again',
    doneSaid: 'Marked as done.',
    adjudicatedSaid: 'Gold of this article is marked as adjudicated.',
    openSaid: 'Marked as in progress.',
    tagSelection: 'Tag the selection',
    addTo: (words: string) => `Add to “${words}”`,
    addShort: 'Add',
    /** A character that nobody sees, by what it does and by its number. */
    unseen: ({ kind, codePoint }: Pick<Unseen, 'kind' | 'codePoint'>) =>
      `${unseenNames[codePoint] ?? 'Hidden character'} (${unicodeOf(codePoint)}): ${unseenKinds[kind]}`,
    noneUnseen: 'There is no hidden character in this article.',
    moreHere: (count: number) =>
      `${counted(count, 'more annotation', 'more annotations')} here than there is room to show. Click to choose one`,
    cardMore: (count: number, key: string) => `and ${numbers.format(count)} more here${key && `; ${key} lists them`}`,
    stackPicker: 'Which one?',
    stackQuiet: (key: string) => `Which one? Click again${key && `, or press ${key}`}`,
    tagPicker: 'Tag as',
    retagPicker: 'Change the tag to',
    more: 'More…',
    readOnly: 'Read only',
    /** What is heard of marked words: what begins here, and what only goes on. */
    covered: (covering: readonly { readonly described: Omit<Described, 'words'>; readonly begins: boolean }[]) =>
      covering
        .map(({ described: { tag, entity, note }, begins }) =>
          begins ? [tag, entity, note && `note: ${note}`].filter(Boolean).join(', ') : `${tag}, going on`,
        )
        .join('; '),
    loading: (count: number) => `${counted(count, 'annotation', 'annotations')} still to come`,
  },

  band: {
    changed: 'The article has changed since you annotated it',
    readAnew: 'The file is the same, but it is read in another way than when you annotated it',
    toReview: 'Not all annotations have been looked at since the article changed',
    became: (
      stood: number,
      { moved, changed, ambiguous, lost }: Record<'moved' | 'changed' | 'ambiguous' | 'lost', number>,
      cues: number,
    ) =>
      `${[
        stood > 0 && `${numbers.format(stood)} ${stood === 1 ? 'stands where it stood' : 'stand where they stood'}`,
        moved > 0 && `${numbers.format(moved)} moved`,
        changed > 0 && `${numbers.format(changed)} reworded`,
        ambiguous > 0 && `${numbers.format(ambiguous)} ambiguous`,
        lost > 0 && `${numbers.format(lost)} lost`,
        cues > 0 && `${counted(cues, 'link lacks its cue', 'links lack their cues')}`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    notWhole:
      'Not all of it could be compared in the time there is, so what is listed may stand where it stood. The review looks for it again, with more time.',
    otherId: 'Change your annotator id',
    own: 'It is mine, go on here',
    takeOver: 'Annotate here instead',
    held: {
      window: (_: string, since: string) => `Another window has these annotations open, since ${moment(since)}`,
      program: (_: string, since: string) =>
        `Another Stet on this computer has these annotations open, since ${moment(since)}`,
      computer: (name: string, since: string) =>
        `${name === '' ? 'Another computer' : `The computer “${name}”`} has these annotations open, since ${moment(since)}`,
    },
    heldGone:
      'You can read them here. Close the article there; or annotate here instead, if nobody is at work there any more. Whatever is done there after all is merged.',
    readAgain: 'Read them again',
  },

  inspector: {
    title: 'Inspector',
    nothing: 'No annotation selected',
    closed: 'The annotations of the article that you open are listed here.',
    nothingWhy: 'Select words in the text, then press',
    nothingPick: 'Or click a marked passage to see it here.',
    readOnlyWhy: 'These annotations can be read but not changed.',
    tag: 'Tag',
    attributes: 'Attributes',
    unset: 'Not set',
    more: (count: number) => counted(count, 'more question', 'more questions'),
    fewer: 'Fewer questions',
    parts: (count: number) => `In ${counted(count, 'part', 'parts')}`,
    goToPart: 'Show it in the text',
    removePart: (part: number, words: string) => `Take out part ${part}: ${words}`,
    takeOut: 'Take out',
    note: 'Note',
    notePlaceholder: 'Anything worth knowing',
    quote: 'In the text',
    origin: {
      manual: 'Made by hand',
      suggested: 'Suggested',
      imported: 'Imported',
      adjudicated: 'Adjudicated',
    } as Record<string, string>,
    made: (origin: string, time: string) => `${origin}, ${time}`,
    modified: (time: string) => `changed ${time}`,
    remove: 'Remove',
    stack: 'Also at this place',
    stackMore: (count: number) => `and ${numbers.format(count)} more`,
    links: 'Links',
    linkTo: (type: string, quote: string) => `${type}: ${quote}`,
    author: 'the author',
    inBoilerplate: 'In boilerplate',
    unknownTag: (tag: string) => `${tag} (not in the codebook)`,
    other: (id: string, value: string) => `${id}: ${value}`,
    attributePicker: (tag: string) => `Attribute of this ${tag.toLowerCase()}`,
    suggestion: 'Take this as the answer',
    meant: (words: string, date: string) => `${words}: ${date.split('/').map(spokenDate).join(' to ')}`,
    invalidDate: 'Write the date as 2031-03-04, 2031-03 or 2031.',
    yes: 'Yes',
    no: 'No',
  },

  linking: {
    title: 'Linking',
    begin: (quote: string) => `Link “${quote}” with…`,
    begun: (quote: string, count: number, nearest: string | undefined) =>
      `Linking “${quote}”. ${counted(count, 'target', 'targets')}${nearest ? `, first ${nearest}` : ''}. A letter links; Tab goes to the list; Escape leaves.`,
    target: (key: string, words: string) => `${key}: ${words}`,
    targets: 'What to link with',
    kinds: 'Kind of link',
    kind: (label: string, backwards: boolean) => (backwards ? `← ${label}` : label),
    nothing: 'Nothing here can be linked with it yet. Select words and press Enter.',
    notFound: 'Nothing holds these words.',
    find: 'Find by words',
    keys: (tag: string | undefined) =>
      [
        ['a letter', 'links'],
        ['a digit', 'only that kind'],
        ...(tag ? [['words, then Enter', `a new ${tag.toLowerCase()}`]] : []),
        ['/', 'find by words'],
        ['Esc', 'leaves'],
      ] as const,
    madeKeys: 'A digit changes what kind of link it is.',
    where: (paragraphs: number) =>
      paragraphs === 0
        ? 'same paragraph'
        : `${counted(Math.abs(paragraphs), 'paragraph', 'paragraphs')} ${paragraphs > 0 ? 'on' : 'back'}`,
    said: (from: string, kind: string, to: string) => `“${from}”, ${kind} “${to}”.`,
    left: 'Not linking any more.',
    removed: (kind: string, to: string) => `Link removed: ${kind} “${to}”.`,
    remove: (kind: string, words: string) => `Remove the link “${kind}: ${words}”`,
    noKinds: (tag: string) => `The codebook has no links for ${tag.toLowerCase()}.`,
    notAllowed: (from: string, to: string) =>
      `The codebook has no link between ${from.toLowerCase()} and ${to.toLowerCase()}.`,
    noLinks: (key: string) => `No links here yet${key && `; ${key} makes one`}.`,
    noSource: (key: string) => `No source yet${key && `; ${key} links one`}.`,
    noStatements: 'Nothing is linked to it yet.',
    leadsTo: (kind: string, to: string) => `${kind} ${to}`,
    meant: (name: string, places: number, articles: number) =>
      `${name} is meant in ${counted(places, 'place', 'places')} of ${counted(articles, 'article', 'articles')}.`,
    meantNowhere: (name: string) => `No annotation means ${name} yet.`,
    toWhom: (kind: string, to: string) => `${kind} → ${to}`,
    gone: 'an annotation that is gone',
    notPlaced: 'not placed',
    cueWithout: 'These words can be the cue of a link: select an annotation with a link first, then the words.',
    cueSaid: (kind: string, quote: string) => `Cue of “${kind}”: “${quote}”.`,
    cuePicker: 'Cue of which link?',
    cue: 'Cue',
    cueHint: (key: string) => `Select the words that tell of it${key && `, then ${key}`}`,
    cueRemove: (quote: string) => `Take the cue “${quote}” away`,
    cueRemoved: 'Cue taken away.',
    cueLost: (quote: string) => `“${quote}”, kept, has no place in the present text`,
    follow: (kind: string, words: string) => `${kind}: ${words}`,
    from: (words: string, kind: string) => `${words}: ${kind} this`,
    changeKind: (kind: string, words: string) => `Kind of the link “${kind}: ${words}”`,
    more: (count: number) => `and ${numbers.format(count)} more`,
  },

  entities: {
    label: 'Entity',
    /** What a kind is called; a codebook's own kind by its id. */
    kind: (id: string) => entityKinds[id] ?? id,
    role: ({ title, from, to }: Role) =>
      from && to
        ? `${title}, ${from} to ${to}`
        : from
          ? `${title}, since ${from}`
          : to
            ? `${title}, until ${to}`
            : title,
    here: (count: number) => (count === 0 ? '' : `${numbers.format(count)}× here`),
    picker: (words: string) => `Who or what is “${words}”?`,
    typeName: 'Type a name',
    found: 'Entities',
    alias: (name: string) => `as “${name}”`,
    create: (name: string) => `Create “${name}”`,
    newKind: 'Kind of the new one',
    kindKey: (key: number, kind: string) => `${kind}, Alt+${key}`,
    clear: 'Nobody in particular: take it away',
    others: (count: number) => `Also the ${counted(count, 'other', 'others')} with these words in this article`,
    none: 'Not chosen',
    choose: 'Choose…',
    change: (name: string) => `Entity: ${name}. Choose another`,
    chooseLabel: 'Entity: not chosen. Choose one',
    remove: (name: string) => `Take the entity ${name} away`,
    unknown: (id: string) => `${id} (not in the register)`,
    makeOne: 'Make an entity of it',
    noKinds: (tag: string) => `The codebook has no kinds of entity for ${tag.toLowerCase()}.`,
    said: (words: string, name: string, count: number) =>
      count > 1 ? `${numbers.format(count)} times “${words}”: ${name}.` : `“${words}”: ${name}.`,
    created: (name: string, kind: string) => `New ${kind}: ${name}.`,
    learned: (alias: string, name: string) => `${alias} is now an alias of ${name}.`,
    cleared: (words: string) => `“${words}” means nobody in particular now.`,
    unchanged: 'Nothing to change: it means that already.',
    outsideField: (theirs: string) => `Changed outside to “${theirs}” while you typed. What you type is kept.`,
  },

  register: {
    title: 'People, places and other entities',
    list: 'Entities',
    find: 'Find by name or alias',
    kinds: 'Which kind to show',
    allKinds: 'All kinds',
    count: (count: number) => counted(count, 'entity', 'entities'),
    empty: (key: string) =>
      `Nobody is in the register yet. Name the first${key && `, or press ${key} on an annotation`}.`,
    notFound: 'Nobody goes by these words.',
    create: 'New…',
    createNamed: (name: string) => `New: ${name}`,
    newName: 'New entity',
    row: (name: string, kind: string, own: number, others: number, isTicked: boolean) =>
      [name, kind, meant(own, others), isTicked && 'ticked'].filter(Boolean).join(', '),
    meant: (own: number, others: number) =>
      others > 0 ? `${numbers.format(own)} + ${numbers.format(others)}` : numbers.format(own),
    meantWhy: 'How often your annotations mean it + how often those of colleagues do',
    tickHint: 'Space ticks; two or more can be merged',
    merge: (count: number) => `Merge ${numbers.format(count)}…`,
    details: (name: string) => `About ${name}`,
    name: 'Name',
    kind: 'Kind',
    aliases: 'Also known as',
    addAlias: 'Another name',
    removeAlias: (alias: string) => `Remove the name ${alias}`,
    aliasThere: 'It goes by this name already.',
    roles: 'Roles',
    roleTitle: 'Role',
    from: 'From',
    to: 'Until',
    addRole: 'Add a role',
    removeRole: (title: string) => `Remove the role ${title}`,
    wrongDate: 'Write the date as 2031-03-04, 2031-03 or 2031.',
    noName: 'A name is needed.',
    parent: 'Part of',
    note: 'Note',
    ids: 'Ids elsewhere',
    id: 'Id',
    addId: 'Add an id, as wikidata Q42',
    idForm: 'Write the register, then the id, as in wikidata Q42.',
    removeId: (register: string) => `Remove the id in ${register}`,
    remove: 'Delete',
    removed: (name: string) => `${name} deleted.`,
    stillMeant: (name: string, own: number) =>
      `${name} is meant by ${counted(own, 'annotation', 'annotations')} of yours. Merge it with another instead.`,
    stillCounting: 'Who means it is still being looked up. Try again in a moment.',
    removedOthers: (name: string, others: number) =>
      `${name} deleted. ${counted(others, 'annotation of a colleague means', 'annotations of colleagues mean')} an unknown id now.`,
    mentions: 'Where it is meant',
    mentionCount: (own: number, others: number) =>
      others > 0
        ? `${counted(own, 'time', 'times')} by you, ${numbers.format(others)} by colleagues`
        : `${counted(own, 'time', 'times')} by you`,
    looking: 'Looking…',
    cut: 'There are more than can be shown.',
    leftOut: (count: number) =>
      `${counted(count, 'article or layer', 'articles and layers')} can’t be read and will stay as they are. What means it there is still understood.`,
    layerIn: (annotator: string, path: string) => `${path}, the layer of ${annotator}`,
    moreLeftOut: (count: number) => `and ${numbers.format(count)} more`,
    notWhole: 'Not all that this would change is known, so nothing can be merged yet.',
    lookAgain: 'Look again',
    mentionGone: 'What was found here does not stand there any more.',
    changedMeanwhile: 'Something was changed meanwhile. Look at what this touches now, then do it again.',
    noMentions: 'No annotation means it yet.',
    mention: (words: string, article: string, whose: string, isPicked: boolean) =>
      [words, article, whose, isPicked && 'picked'].filter(Boolean).join(', '),
    link: (type: string) => `link: ${type}`,
    picked: (count: number) => `${counted(count, 'mention', 'mentions')} picked`,
    pickWords: (words: string) => `All “${words}”`,
    pickAll: 'All of yours',
    pickNone: 'None',
    split: (count: number) => `${counted(count, 'is', 'are')} somebody else…`,
    mergeTitle: (count: number) => `Merge ${counted(count, 'entity', 'entities')}`,
    keep: 'Which one stays',
    becomes: 'It becomes',
    conflict: (register: string) => `They have different ids in ${register}. Which holds?`,
    touched: 'What this touches',
    willChange: 'will be changed',
    understood: 'not changed, but understood',
    willChangeCount: (own: number, articles: number) =>
      own === 0
        ? 'No annotation of yours has to be changed.'
        : `${counted(own, 'annotation', 'annotations')} of yours in ${counted(articles, 'article', 'articles')} will be changed.`,
    understoodCount: (others: number) =>
      others === 0
        ? ''
        : `${counted(others, 'annotation of a colleague stays', 'annotations of colleagues stay')} as written, and ${others === 1 ? 'is' : 'are'} understood.`,
    mergeNow: 'Merge',
    merged: (names: string, into: string) => `${names} merged into ${into}.`,
    mergeWork: (into: string) => `Merging into ${into}`,
    splitTitle: (name: string, count: number) =>
      `${counted(count, 'mention', 'mentions')} of ${name} that mean somebody else`,
    splitTo: 'Who do they mean?',
    splitNew: (name: string) => `New: ${name}`,
    splitNow: 'Move them',
    splitMoves: (names: string) => `Goes with them: ${names}`,
    splitDone: (count: number, name: string) => `${counted(count, 'mention means', 'mentions mean')} ${name} now.`,
    splitWork: (name: string) => `Moving mentions to ${name}`,
    working: (done: number, total: number) => `${numbers.format(done)} of ${numbers.format(total)} articles`,
    mergedHere: (names: string) => `Merged into it: ${names}`,
  },

  list: {
    title: 'Annotations',
    all: 'All',
    filter: 'Which annotations to show',
    empty: 'Nothing is annotated yet',
    unreadable: 'No annotations can be shown here',
    emptyTag: (tag: string) => `No ${tag.toLowerCase()} yet`,
    unplaced: 'Not placed',
    unplacedWhy:
      'Their words could not be found for certain in the present text. They are kept, and nothing was guessed.',
    placement: {
      lost: 'words are gone',
      ambiguous: 'words stand in more than one place',
      changed: 'words have changed',
    },
    boilerplate: 'in boilerplate',
  },

  status: {
    label: 'Status',
    saved: 'Saved',
    readOnly: 'Read only',
    readOnlyWhy: 'The annotations of this article can’t be changed here.',
    saving: (edits: number) => `Saving ${counted(edits, 'change', 'changes')}…`,
    typing: 'Not saved yet: what you are typing',
    changing: (done: number, total: number) =>
      `Changing ${numbers.format(done)} of ${counted(total, 'article', 'articles')}…`,
    stopped: (edits: number) =>
      edits > 0 ? `${counted(edits, 'change', 'changes')} not saved` : 'Saving is disturbed',
    tryAgain: 'Try again now',
    annotations: (count: number) => counted(count, 'annotation', 'annotations'),
    inBoilerplate: (count: number) => `${numbers.format(count)} in boilerplate`,
    unplaced: (count: number) => `${numbers.format(count)} not placed`,
    moved: (count: number) =>
      `${counted(count, 'annotation was', 'annotations were')} carried over to the changed text`,
    encodingBy: {
      mark: 'says its mark',
      valid: 'valid throughout',
      declared: 'as the file says',
      detected: 'detected, please check',
      person: 'as a person chose',
    } satisfies Record<Opened['encodingBy'], string>,
    lineEnds: { none: 'one line', LF: 'LF', 'CR LF': 'CR LF', CR: 'CR', mixed: 'mixed line ends' } satisfies Record<
      Opened['lineEnds'],
      string
    >,
    invalid: (count: number) => `${counted(count, 'invalid byte', 'invalid bytes')}, shown as \ufffd`,
    withoutText: (pages: readonly number[]) =>
      pages.length === 1 ? `page ${pages[0]} has no text` : `${pages.length} pages have no text`,
    withoutTextWhy: (pages: readonly number[]) =>
      `No text was found on ${pages.length === 1 ? 'page' : 'pages'} ${rangesOf(pages)}: pictures of it, as a scanner makes them, or nothing. Another program can recognise the text of a picture (OCR).`,
    unseen: (count: number) => counted(count, 'hidden character', 'hidden characters'),
    unseenWhy:
      'Some characters of this text can’t be seen, or show other words in another order than they stand in. Each is marked where it stands, and named when you point at it; press to go from one to the next. The text and what is saved of it stay as they are.',
    fallback: (electron: string) => `Trial runtime (Electron ${electron})`,
    fallbackWhy:
      'Stet runs on somebody else’s package of an older Electron, pinned by its hash, because the official one could not be downloaded here. Good for trying and testing.',
    override: (electron: string) => `Given runtime (Electron ${electron})`,
    sandboxOff: 'Sandbox off',
    sandboxOffWhy:
      'Stet was started by the administrator (root), where Chromium’s sandbox cannot work. Start it as an ordinary user to have it.',
    person: (name: string, id: string) => `${name} (${id})`,
    theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },

  said: {
    added: (tag: string, quote: string) => `${tag}: “${quote}” added.`,
    retagged: (tag: string, quote: string) => `Now ${tag}: “${quote}”.`,
    removed: (tag: string, quote: string) => `${tag} removed: “${quote}”.`,
    selected: ({ tag, words, entity, note }: Described, rank: number, all: number) =>
      [`${tag}: “${words}”`, entity, note && `note: ${note}`, `${rank} of ${all}.`].filter(Boolean).join(', '),
    reshaped: (tag: string, quote: string) => `${tag} is now “${quote}”.`,
    startsAt: (words: string) => `Starts now at “${words}”.`,
    endsAt: (words: string) => `Ends now at “${words}”.`,
    grown: (unit: GrowthUnit, words: string) => `${units[unit]}: “${words}”.`,
    shrunkBack: (words: string) => `Back to “${words}”.`,
    noFurther: 'It can’t go further.',
    partAdded: (words: string, parts: number) => `“${words}” added: ${counted(parts, 'part', 'parts')} now.`,
    partRemoved: (parts: number) => `Taken out: ${counted(parts, 'part', 'parts')} left.`,
    noneHere: 'No annotation at this place.',
    set: (attribute: string, value: string) => `${attribute}: ${value}.`,
    /** `more` is whom it means and who says it. */
    oneOf: (tag: string, quote: string, { rank, all }: Record<'rank' | 'all', number>, more: string) =>
      `${tag} ${numbers.format(rank)} of ${numbers.format(all)}: “${quote}”${more && `, ${more}`}.`,
    /** Who says it: words of the text, and whom they mean. */
    meant: (quote: string, entity: string) => `${quote} (${entity})`,
    noMoreOf: (tag: string) => `No further ${tag.toLowerCase()} in this direction.`,
    undone: (what: string | null) => (what === null ? 'Undone.' : `Undone: ${what}.`),
    redone: (what: string | null) => (what === null ? 'Done again.' : `Done again: ${what}.`),
    /** What a step of undo has done, as a part of a sentence. */
    steps: {
      back: (tag: string, quote: string) => `${tag} “${quote}” is there again`,
      removed: (tag: string, quote: string) => `${tag} “${quote}” is gone`,
      changed: (tag: string, quote: string) => `${tag} “${quote}” is as it was`,
      linkBack: (kind: string) => `the link “${kind}” is there again`,
      linkRemoved: (kind: string) => `the link “${kind}” is gone`,
      linkChanged: (kind: string) => `the link “${kind}” is as it was`,
      comment: {
        back: 'the comment is there again',
        removed: 'the comment is gone',
        changed: 'the comment is as it was',
      },
      verdict: {
        back: 'the verdict is there again',
        removed: 'the verdict is gone',
        changed: 'the verdict is as it was',
      },
      zone: 'what the paragraph is',
      encoding: 'the encoding in which the text is read',
      field: (field: string) => `${field} of the article`,
      open: 'marked as in progress',
      done: 'marked as done',
      project: 'the project is as it was',
      right: (isRight: boolean) => (isRight ? 'a problem is right as it is' : 'a problem is listed again'),
      keys: (command: string, count: number) =>
        count === 1 ? `keys of “${command}”` : `keys of ${counted(count, 'command', 'commands')}`,
    },
    opened: (title: string, words: number | null, annotations: number) =>
      `${title}: ${words === null ? '' : `${counted(words, 'word', 'words')}, `}${counted(annotations, 'annotation', 'annotations')}.`,
    noteKept: 'Note kept.',
    noMore: 'No further annotation in this direction.',
    theme: (theme: string) => `Theme: ${theme}.`,
    zoom: (percent: number) => `Everything at ${numbers.format(percent)} %.`,
    singleKeys: (on: boolean) => (on ? 'Single-key commands are on.' : 'Single-key commands are off.'),
    whole: (on: boolean) =>
      on
        ? 'Articles stand on the page whole, so that a screen reader can read on by itself.'
        : 'Only what is near stands on the page, which is fastest.',
    copied: 'Copied.',
  },

  news: {
    readOnly: 'The annotations of this article can’t be changed here. The line above the text says why.',
    stillComing: 'The annotations of this article are still being read. Try again in a moment.',
    snapped: (by: readonly SnapRule[]) =>
      `Tagged ${by.map(rule => snapped[rule]).join(', ')}. Undo gives back your selection.`,
    nothingToAdd: 'Only white space is selected, so there is nothing to add.',
    lastPart: (key: string) => `These are its only words.${key && ` To remove the annotation, press ${key}.`}`,
    nothingToTag: 'Only white space is selected, so there is nothing to tag.',
    undoRefused:
      'This can’t be undone any more: the text of the article has changed since, or its annotations are read only.',
    undoBusy: 'A change of many articles is still under way. It can be undone once it is over.',
    undoChanged:
      'This can’t be undone any more: what it would change has been changed outside this window since. Nothing was touched.',
    refused: ({ file, words, about }: RefusedWork, why: string | null) => {
      const others = words.length > 1 ? ` and ${counted(words.length - 1, 'other', 'others')}` : ''
      const named = words.length > 0 ? `“${words[0]}”${others}` : 'this article'
      const changed = file === 'project' && words.length === 0 ? 'the codebook' : named
      const ofFacts =
        about === 'article' ? `What you said of the article, ${named},` : `What you said of the paragraph ${named}`
      const what = file === 'facts' ? ofFacts : `Your change to ${changed}`
      return `${what} could not be saved and was taken back: ${why ?? 'something went wrong inside Stet'}.`
    },
    lost: (changes: number, article: string) =>
      `${counted(changes, 'change', 'changes')} to “${article}” could not be saved: the article is not open any more.`,
    reopen: 'Open it again',
    noteLost: (words: string, note: string) =>
      `The note on “${words}” could not be kept, because the annotation can’t be changed any more. You had written: ${note}`,
    zoneContradicted: (quote: string, ours: Zone | null, theirs: Zone | null) =>
      `You and somebody else said what the paragraph “${quote.trim()}” is. Yours is kept: ${zoneName(ours)}. Theirs was: ${zoneName(theirs)}; it stands in the history of this device.`,
    saidContradicted: (name: FieldName | 'encoding', ours: string | null, theirs: string | null) => {
      const said = (value: string | null) => (value === null ? 'what the file says' : `“${value}”`)
      return `You and somebody else said otherwise: ${fieldName(name)}. Yours is kept: ${said(ours)}. Theirs was ${said(theirs)}; it stands in the history of this device.`
    },
    takeTheirs: 'Take theirs',
    sideBySide: 'Show both',
    contradicted: (name: string, field: string, ours: string | null, theirs: string | null) => {
      if (field === '')
        return ours === null
          ? `You removed “${name}” while somebody else changed it. It stays, as they changed it.`
          : `Somebody else removed “${name}” while you changed it. It stays, as you changed it.`
      const said = (value: string | null) => (value === null ? 'nothing' : `“${value}”`)
      return `You and somebody else changed “${field}” of “${name}”. Yours is kept: ${said(ours)}. Theirs was ${said(theirs)}; it stands in the history of this device.`
    },
    sealed: 'Your annotations are sealed: their hash is in the project.',
    projectOutside: 'The project was changed outside this window. What changed was taken in.',
    bulkRefused: (title: string, articles: readonly string[], why: string) => {
      const shown = articles.slice(0, 5).map(path => `“${path}”`)
      const others = articles.length > 5 ? ` and ${counted(articles.length - 5, 'other', 'others')}` : ''
      return `${title}: ${shown.join(', ')}${others} could not be changed: ${why}.`
    },
    layerOutside: 'The annotations were changed outside Stet. What changed was taken in.',
    textOutside: 'The file of this article was changed outside Stet. You are reading the text as it was.',
    free: 'Nobody else has these annotations open any more. You can annotate here now.',
    tookOver: 'You can annotate here now.',
    taken: 'These annotations were taken over elsewhere. You can read them here; what you did is saved.',
    reread: 'Read it again',
    cannotDrop: 'This can’t be opened: it isn’t a file or folder on this machine.',
    created: (path: string) => `Saved as ${path}.`,
  },

  clipboard: {
    title: 'New article from the clipboard',
    why: 'Paste the article’s text. It is saved as a plain text file in this workspace, named after its first line; nothing is overwritten.',
    label: 'Text of the article',
    from: (title: string) => `Named after: ${title}`,
    size: (words: number) => counted(words, 'word', 'words'),
    create: 'Create the article',
  },

  palette: {
    title: 'All commands',
    search: 'Type what you want to do',
    articles: 'Articles',
    commands: 'Commands',
    nothing: 'Nothing is called that',
    unavailable: 'not now',
  },

  keys: {
    title: 'Keys',
    off: 'Single keys are switched off. Keys with Ctrl, Alt or a function key still work.',
    switchOn: 'Switch single keys on',
    switchOff: 'Switch single keys off',
    inText: 'In the text',
    tags: 'Tags',
    tag: (tag: string) => `Tag as ${tag.toLowerCase()}`,
    attributes: 'An attribute: A, its letter, then the number of the choice',
    nextOf: (tag: string) => `Next ${tag.toLowerCase()}`,
    page: [
      ['← →', 'Move the caret'],
      ['Ctrl ← →', 'Word by word'],
      ['Alt ← →', 'Sentence by sentence'],
      ['↑ ↓', 'Line by line'],
      ['Ctrl ↑ ↓', 'Paragraph by paragraph'],
      ['Home End', 'To the ends of the line'],
      ['Shift and any of these', 'Select'],
      ['Esc, then Tab', 'Leave the text'],
    ],
    search: 'Find a command, or the command of a key',
    nothing: 'No command and no key is called that',
    none: 'no key',
    change: (command: string, keys: string) => `${command}: ${keys}. Change`,
    changing: (command: string) => `Keys of “${command}”`,
    press: 'Add a key',
    pressing: 'Press the new key. Escape keeps it as it is.',
    remove: (key: string) => `Remove ${key}`,
    reset: 'The usual keys again',
    resetAll: 'All keys as they were at first',
    resetAllWhy: 'Every key that you changed goes back to what Stet came with.',
    finished: 'Finished',
    given: (key: string, command: string) => `${key} is now a key of “${command}”.`,
    taken: (key: string, command: string) => `${key} is no key of “${command}” any more.`,
    isReset: (command: string) => `“${command}” has its usual keys again.`,
    allReset: 'All keys are as they were at first.',
    conflict: (key: string, owner: string) => `${key} is a key of “${owner}” already.`,
    takeAway: (owner: string) => `Take it from “${owner}”`,
    ofTag: (key: string, tag: string) => `${key} belongs to the tag “${tag}” in the codebook. Choose another key.`,
    single: 'Keys without Ctrl or Alt work outside text fields.',
    lastChanged: (command: string, count: number) =>
      count === 1
        ? `You changed the keys of “${command}”.`
        : `You changed the keys of ${counted(count, 'command', 'commands')}.`,
    putBack: 'Put back',
    noUndo: 'Nothing more of the keys to undo here.',
    noRedo: 'Nothing more of the keys to do again here.',
    tagsWhy: 'These keys stand in the codebook of the workspace.',
    print: 'Print',
    refused: {
      leaving: (key: string) => `${key} can’t be given: it leads out of a text, a field or a dialog.`,
      moving: (key: string) => `${key} can’t be given: it moves the caret and walks lists.`,
      field: (key: string) => `${key} can’t be given: text fields, lists and buttons need it.`,
      system: (key: string) => `${key} can’t be given: the system has it for its windows.`,
      unknown: () => 'The keyboard doesn’t say which key this is. Choose another one.',
    } satisfies Record<KeyRefusal, (key: string) => string>,
  },

  merging: {
    title: 'Merge',
    nothing:
      'Nothing has to be decided. Where your annotations were changed here and somewhere else, both versions stand here side by side.',
    decide: 'Decide…',
    left: (count: number) => (count === 0 ? 'All decided' : `${counted(count, 'decision', 'decisions')} left`),
    restOurs: 'The rest as here',
    restTheirs: 'The rest as in the file',
    carryOut: 'Merge',
    sides: { ours: 'As made here', theirs: 'As it stands in the file' },
    about: (kind: string, quote: string) => (quote ? `${kind} “${quote}”` : kind),
    layer: 'The article',
    removed: 'Removed',
    kept: (quote: string) => (quote ? `Kept: “${quote}”` : 'Kept'),
    unset: 'Not set',
    noPlace: 'Without a place in the text',
    fields: {
      '': 'removed on one side, changed or linked to on the other',
      tag: 'tag',
      spans: 'its words',
      entity: 'entity',
      note: 'note',
      status: 'progress',
      type: 'kind of the link',
      to: 'where the link leads',
      from: 'where the link begins',
      cue: 'cue',
      text: 'what it says',
      verdict: 'the verdict',
      reason: 'the reason',
      on: 'what it is about',
    },
    remarks: { comments: 'Comment', verdicts: 'Verdict' },
    project: {
      title: 'The project, stet.json',
      sides: { ours: 'As made here', theirs: 'As somebody else made it' },
      done: 'Leave it so',
      doneSaid: 'What stands in the project now stays. Both versions are kept in the history.',
    },
    statuses: { 'in-progress': 'In progress', done: 'Done', adjudicated: 'Adjudicated' },
    merged: 'Merged. Both versions are kept in the history.',
    again: 'The file was changed once more meanwhile. What is new has to be decided too.',
    git: {
      why: 'Git left two versions of your annotations in their file. What you see is both merged; what both branches changed is asked below. The file is written when you merge.',
      sides: { ours: 'In this branch', theirs: 'In the other branch' },
      restOurs: 'The rest as in this branch',
      restTheirs: 'The rest as in the other branch',
      merged: 'Merged. The file as git left it is kept beside the history; tell git that it is resolved (git add).',
      again: 'The file was changed once more meanwhile. What is new has to be decided too.',
    },
    copies: {
      title: 'Second versions of this article’s files',
      makers: {
        dropbox: 'Dropbox',
        syncthing: 'Syncthing',
        onedrive: 'OneDrive',
        nextcloud: 'Nextcloud',
        icloud: 'iCloud',
        'google-drive': 'Google Drive',
        other: 'A program that shares this folder',
      } satisfies Record<CopyMaker, string>,
      kept: {
        layer: (maker: string) => `${maker} kept a second version of your annotations`,
        facts: (maker: string) => `${maker} kept a second version of what the paragraphs are`,
        project: (maker: string) => `${maker} kept a second version of the project file stet.json`,
      },
      why: {
        layer:
          'They were changed in two places at once. Nothing is lost: merge both versions, or leave the second as it is.',
        facts:
          'It was changed in two places at once. Stet can’t merge these: compare the paragraphs with the other place, correct here what is missing, and then leave the file as it is.',
        project:
          'Codebook or entities were changed in two places at once. What is missing here can be brought in; what both say otherwise stays as it is here.',
      },
      merge: 'Merge…',
      bringIn: 'Bring in what is missing',
      broughtIn: (added: number, changed: number, otherwise: number) =>
        [
          added + changed === 0
            ? 'Nothing was missing here.'
            : `Brought in: ${[
                added > 0 && `${counted(added, 'entry', 'entries')} more`,
                changed > 0 && `${counted(changed, 'entry', 'entries')} with more in them`,
              ]
                .filter(Boolean)
                .join(', ')}. Undo takes it back.`,
          otherwise > 0 &&
            `${counted(otherwise, 'field says', 'fields say')} something else there: both stand side by side below, and what stands here stays unless you take the other.`,
        ]
          .filter(Boolean)
          .join(' '),
      later: 'Not now',
      look: 'Look at it again',
      settled: 'Dealt with',
      leave: 'Leave it as it is',
      leaveWhy: 'It isn’t offered again before it is changed. Its file stays.',
      leftSaid: 'The second version is left as it is. It is offered again only if it changes.',
      mark: 'second version',
      marks: (count: number) => `${counted(count, 'second version', 'second versions')} to merge or leave`,
      brings: ({ added, changed, removed, links, comments, verdicts, progress }: Changes) => {
        const parts = [
          added > 0 && `${counted(added, 'annotation', 'annotations')} more`,
          changed > 0 && `${counted(changed, 'annotation', 'annotations')} changed`,
          removed > 0 && `${counted(removed, 'annotation', 'annotations')} removed`,
          links > 0 && `${counted(links, 'link', 'links')} more or changed`,
          comments > 0 && `${counted(comments, 'comment', 'comments')} more or changed`,
          verdicts > 0 && `${counted(verdicts, 'verdict', 'verdicts')} more or changed`,
          progress && 'another progress',
        ].filter(Boolean)
        return parts.length > 0 ? `Merging it brings: ${parts.join(', ')}.` : ''
      },
      contradicts: (count: number) =>
        `${counted(count, 'thing was', 'things were')} changed on both sides: choose below, with 1 and 2.`,
      bringsNothing: 'It holds nothing that your annotations here don’t.',
      madeBy: (name: string) =>
        `Made by ${name} with another Stet than this: on another computer of yours, or somebody else’s. Merged, it becomes yours.`,
      sides: { ours: 'As it stands here', theirs: 'In the second version' },
      restOurs: 'The rest as here',
      restTheirs: 'The rest as in the second version',
      merged: 'Merged, as one step: undo takes all of it back. The second version’s file stays.',
      again: 'Something was changed meanwhile. What is new has to be decided too.',
      file: (name: string) => `File: ${name}`,
    },
  },

  about: {
    title: 'About the article',
    open: 'About',
    why: 'What is known of it beside its text, and where that stands. What you say here goes before what was found, and is kept beside the article for everybody; the file stays as it is.',
    fields: fieldTitles,
    nothing: 'not known',
    sources: {
      person: 'said by a person',
      archive: 'from the archive it came in',
      'json-ld': 'from the page’s data (JSON-LD)',
      meta: 'from the page’s meta tags',
      page: 'from the page',
      head: 'from the head of the file',
      name: 'from the file’s name',
      text: 'from a line of the text',
    } satisfies Record<Source, string>,
    placeholder: {
      outlet: 'who published it',
      published: '2031-03-04, or less of it',
      language: 'en, ru, …',
      address: 'https://…',
    } satisfies Partial<Record<FieldName, string>>,
    wrong: {
      ...(Object.fromEntries(Object.keys(fieldTitles).map(name => [name, 'One line, please.'])) as Record<
        FieldName,
        string
      >),
      published: 'A year, a month or a day, as 2031, 2031-03 or 2031-03-04, perhaps with a time: 2031-03-04T08:30.',
    },
    takeBack: 'Take back',
    takeBackOf: (field: string) => `Take back what was said of: ${field}`,
    insteadOf: (value: string, source: string) => `Goes back to “${value}”, ${source}`,
    insteadOfNothing: 'Goes back to nothing: the file doesn’t say it',
    said: (field: string, value: string) => `${field}: “${value}”.`,
    takenBack: (field: string, value: string) => `${field}, taken back: ${value}.`,
  },

  encoding: {
    title: 'How the file is encoded',
    why: 'Choose the line that reads right. The file stays as it is. Your annotations are placed in the text as it reads then; what has no certain place is shown to you.',
    search: 'Encoding, language, or words of the text',
    nothing: 'No encoding fits what you typed.',
    asFound: 'As Stet finds it',
    asFoundWhy: 'takes your choice back',
    now: 'as it is read now',
    change: (encoding: string, why: string) => `Encoding: ${encoding}, ${why}. Choose another`,
    invalid: (count: number) => `${counted(count, 'invalid byte', 'invalid bytes')} here`,
    chosen: (encoding: string) => `The text is read as ${encoding} now.`,
    foundAgain: 'The text is read in the encoding that Stet finds again.',
    languages: {
      'utf-8': 'Unicode, every language',
      'utf-16-le': 'Unicode, every language',
      'utf-16-be': 'Unicode, every language',
      'utf-32-le': 'Unicode, every language',
      'utf-32-be': 'Unicode, every language',
      'windows-1252': 'Western European',
      'iso-8859-1': 'Western European',
      'iso-8859-15': 'Western European, with €',
      mac_roman: 'Western European, old Mac',
      cp437: 'English, DOS',
      cp850: 'Western European, DOS',
      'windows-1250': 'Central European',
      'iso-8859-2': 'Central European',
      'iso-8859-16': 'Romanian',
      cp852: 'Central European, DOS',
      'windows-1251': 'Cyrillic',
      'koi8-r': 'Russian',
      'koi8-u': 'Ukrainian',
      'iso-8859-5': 'Cyrillic',
      cp866: 'Cyrillic, DOS',
      mac_cyrillic: 'Cyrillic, old Mac',
      'windows-1253': 'Greek',
      'iso-8859-7': 'Greek',
      'windows-1254': 'Turkish',
      'iso-8859-3': 'Maltese, Esperanto',
      'windows-1255': 'Hebrew',
      'iso-8859-8': 'Hebrew',
      'windows-1256': 'Arabic',
      'iso-8859-6': 'Arabic',
      'windows-1257': 'Baltic',
      'iso-8859-4': 'Baltic',
      'iso-8859-10': 'Nordic',
      'iso-8859-13': 'Baltic',
      'iso-8859-14': 'Celtic',
      'windows-1258': 'Vietnamese',
      cp874: 'Thai',
      gb18030: 'Chinese, simplified',
      big5hkscs: 'Chinese, traditional',
      cp932: 'Japanese',
      euc_jp: 'Japanese, Unix',
      iso2022_jp: 'Japanese, mail',
      cp949: 'Korean',
    } satisfies Record<EncodingName, string>,
  },

  correcting: {
    title: 'Correct the text in a copy',
    why: 'The article itself is never changed. A copy is made beside it, with your annotations, and opened.',
    words: 'The words as they should be',
    shown: 'The words as they stand',
    make: 'Make the copy',
    nothing: 'Select the words that are wrong first.',
    made: (path: string) =>
      `A corrected copy was made: ${path}. Your annotations were carried there. Undo doesn’t take the copy away; delete its file if you don’t want it.`,
  },

  placing: {
    title: 'Changed text',
    list: 'Annotations to look at since the text changed',
    review: 'Review',
    none: 'Nothing is to be decided: every annotation stands on its words.',
    noArticle: 'What a changed text does to the annotations of the article that you open is listed here.',
    notWhole:
      'Not all of it could be compared: places may be missing here. Look again, or select the words where something belongs.',
    lookAgain: 'Look again',
    choose: 'Choose an annotation to see how it stood and what stands there now.',
    looking: 'Looking for its words…',
    decision: 'How it stood, and where it may belong',
    kinds: { changed: 'reworded', ambiguous: 'ambiguous', lost: 'lost', cue: 'cue lost', moved: 'moved' },
    signs: { changed: '≈', ambiguous: '?', lost: '∅', cue: '⌁', moved: '→' },
    counts: {
      changed: (count: number) => `${numbers.format(count)} reworded`,
      ambiguous: (count: number) => `${numbers.format(count)} ambiguous`,
      lost: (count: number) => `${numbers.format(count)} lost`,
      cue: (count: number) => counted(count, 'cue lost', 'cues lost'),
      moved: (count: number) => `${numbers.format(count)} moved`,
    },
    row: (kind: string, tag: string, words: string) => `${kind}: ${tag}, “${words}”`,
    said: (kind: string, tag: string, words: string, places: number, rank: number, all: number) =>
      `${[
        `${kind}: ${tag}, “${words}”`,
        places > 0 && counted(places, 'place', 'places'),
        `${numbers.format(rank)} of ${numbers.format(all)}`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    placeOf: (number: number, all: number, words: string) =>
      `Place ${numbers.format(number)} of ${numbers.format(all)}: “${words}”.`,
    placeNumber: (number: number) => `Place ${numbers.format(number)}`,
    places: (count: number) => counted(count, 'place that may be meant', 'places that may be meant'),
    noSuchPlace: 'There is no such place.',
    stood: 'It stood',
    spacing: 'Only spaces, line ends or the way letters are composed have changed.',
    stands: 'Now',
    nowhere: 'Its words are gone, and nothing like them came.',
    notKept: 'The earlier text isn’t kept on this device.',
    accept: 'It belongs here',
    acceptOne: 'It stands right',
    acceptMoved: (count: number) =>
      count === 1 ? 'The one that moved stands right' : `All ${numbers.format(count)} that moved stand right`,
    acceptMovedWhy: 'They stand on the very words that they stood on',
    accepted: 'Placed.',
    acceptedMoved: (count: number) => `${counted(count, 'stands', 'stand')} right.`,
    noPlace: 'There is no place to take. Select the words where it belongs, or leave it.',
    hand: 'Select its words',
    here: 'Place here',
    hereWhy: 'On the selected words, or on words that you select next',
    byHand: (words: string) => `Select the words where “${words}” belongs, then press Enter. Escape stops.`,
    byHandShort: 'Select the words where it belongs, then press Enter.',
    selectFirst: 'Select words first.',
    placedHere: 'Placed on the selected words.',
    stop: 'Stop',
    stopped: 'It stays where it was.',
    leave: 'Leave it aside',
    later: 'Later',
    leftAside: 'Left aside.',
    leftMoved: 'Not decided.',
    remove: 'Delete',
    letGo: 'Let the cue go',
    cueLetGo: (words: string) => `Let go of “${words}”. The link stays.`,
    removed: (words: string) => `Deleted “${words}”.`,
    left: (count: number) => (count === 0 ? 'Nothing is left to decide.' : `${numbers.format(count)} left.`),
  },

  findings: {
    title: 'Problems',
    list: 'Problems of this article',
    filter: 'Which problems to show',
    all: (count: number) => `All problems (${numbers.format(count)})`,
    ofRule: (rule: string, count: number) => `${rule} (${numbers.format(count)})`,
    count: (count: number) => (count === 0 ? 'No problems' : counted(count, 'problem', 'problems')),
    none: 'No problems',
    noneOfRule: (rule: string) => `No problem of this kind: ${rule.toLowerCase()}`,
    checked: 'What is looked for:',
    noArticle: 'Problems of the article that you open are listed here.',
    looking: 'Looking…',
    fix: 'Fix',
    fixes: 'Ways out',
    dismiss: 'Right as it is',
    dismissWhy: 'Your own word on this place, kept on this device; it is listed apart',
    right: (count: number) => `Right as they are (${numbers.format(count)})`,
    listAgain: 'List it again',
    listedAgain: 'It is listed again.',
    noneRight: 'No problem here was said to be right as it is.',
    rules: 'Rules…',
    rulesBack: 'Back to the list',
    rulesTitle: 'What is looked for',
    ruleSwitched: (rule: string, on: boolean) => `${rule}: ${on ? 'looked for again' : 'not looked for any more'}.`,
    rulesWhy: 'Rules are switched on and off in the codebook, for everybody who works with it.',
    paragraph: (number: number) => `paragraph ${numbers.format(number)}`,
    row: (rule: string, quote: string, paragraph: number) =>
      `${rule}: “${quote}”, paragraph ${numbers.format(paragraph)}`,
    said: (rule: string, quote: string, rank: number, all: number) =>
      `${rule}: “${quote}”, problem ${numbers.format(rank)} of ${numbers.format(all)}.`,
    saidFix: (fix: string, key: string) => `${fix}: ${key}.`,
    saidFixes: (key: string) => `Ways out: ${key}.`,
    fromStart: 'From the beginning again.',
    fromEnd: 'From the end again.',
    noneHere: 'There is no problem here. Go to the next one first.',
    noFix: 'Nothing can be done about this here.',
    dismissed: 'Left as it is.',
    fixed: {
      merge: 'The two are one now.',
      'remove-link': 'The link was removed.',
      grow: 'It holds whole words now.',
      'one-entity': 'All of them mean the same now.',
      set: 'The source is set.',
      'still-right': 'Right as it is now.',
    },
    fixTitles: {
      merge: 'Make one of the two',
      'remove-link': 'Remove the link',
      grow: 'Grow to the whole word',
      'one-entity': (entity: string) => `All mean ${entity}`,
      set: (answer: string) => `Set the source: ${answer}`,
      tag: (tag: string) => `Tag it as ${tag.toLowerCase()}`,
      attribute: (attribute: string) => `Choose the ${attribute.toLowerCase()}`,
      link: 'Link it to its source',
      entity: 'Choose the entity',
      'still-right': 'It is still right',
      retag: 'Change the tag',
    },
    rulesById: {
      'claim-without-source': {
        title: 'Claim without a source',
        explain: 'It isn’t linked to a source, and its attribute “source” is unset or says that the source is stated.',
      },
      'quotation-without-claim': {
        title: 'Quotation that isn’t a claim',
        explain: 'Three words or more stand in quotation marks, and less than half of them are tagged as a claim.',
      },
      'event-without-type': {
        title: 'Event without a type',
        explain: 'What kind of event it is hasn’t been said.',
      },
      'actor-without-entity': {
        title: 'Name without an entity',
        explain: 'Somebody is mentioned by name, and who that is in the register hasn’t been said.',
      },
      'one-character-apart': {
        title: 'Two that should be one',
        explain: 'Two annotations of one tag whose ends are one character apart, or that follow on one another.',
      },
      'name-of-two': {
        title: 'One name, two entities',
        explain: 'The same name refers to different entities in this article.',
      },
      'link-without-end': {
        title: 'Link whose end is gone',
        explain: 'What the link leads from or to has been removed.',
      },
      'inside-a-word': {
        title: 'Cut word',
        explain: 'An annotation begins or ends between two letters of a word.',
      },
      'older-meaning': {
        title: 'Older meaning',
        explain: 'Its tag, or a question that it answers, came to mean something else after it was last changed.',
      },
    } satisfies Record<RuleId, { readonly title: string; readonly explain: string }>,
  },

  history: {
    title: 'History',
    noArticle: 'The history of the article that you open is shown here.',
    coming: 'Reading the history…',
    failed: (title: string) => `${title}.`,
    empty: 'Nothing has been changed here yet. Every change is kept from the first one on.',
    list: 'What was done, the latest first',
    filter: 'What to list',
    filters: {
      all: 'Everything',
      deleted: 'Deleted annotations',
      versions: 'Named versions',
      selected: 'The selected annotation',
    },
    nothingOf: {
      all: 'Nothing has been changed here yet.',
      deleted: 'Nothing that was deleted is still gone.',
      versions: 'No version has a name yet.',
      selected: 'Nothing is known of the selected annotation, or none is selected.',
    },
    unread: (count: number) =>
      `${counted(count, 'older part of the history', 'older parts of the history')} could not be read.`,
    slider: 'Moment in the history',
    earlier: 'One step earlier',
    later: 'One step later',
    play: 'Replay',
    pause: 'Stop',
    now: 'Now',
    nowLong: 'As it is now',
    backToNow: 'Back to now',
    saidNow: 'As it is now.',
    at: (what: string, time: string, number: number, all: number) =>
      `${what}, ${time}. ${numbers.format(number)} of ${numbers.format(all)}.`,
    session: (time: string, until: string, changes: number) =>
      `${time}${until === '' ? '' : ` – ${until}`} · ${counted(changes, 'change', 'changes')}`,
    clock: (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : clocks.format(new Date(iso))),
    thisDevice: 'on this device',
    otherDevice: (device: string) => `on another device (${device.slice(0, 6)})`,
    by: (who: string, where: string) => (who === '' ? where : `${who}, ${where}`),
    kinds: {
      begun: 'The history begins',
      outside: 'Changed outside',
      taken: 'Taken over from another device',
      joined: 'Your edits joined with what was changed outside',
      summed: (edits: number) => `${counted(edits, 'edit', 'edits')} in one, since the history was shortened`,
      broken: 'Cut or altered here',
      torn: 'A line was cut off while it was written',
      unknown: 'An edit; how the layer stood is not known',
    },
    brokenWhy:
      'The history was cut or altered here by something other than Stet. What comes before can be had back; the last change above it may have been altered too. What the file held was taken as it stood.',
    tornWhy:
      'The machine stopped while a line was being written. It never counted as saved, and nothing else is missing.',
    unknownWhy: 'How the layer stood here is not known. Shown is how it stood before, on the same device.',
    tagged: (tag: string) => `Tagged as ${tag.toLowerCase()}`,
    deleted: (tag: string) => `Deleted ${tag.toLowerCase()}`,
    placed: (tag: string) => `${tag} put in its place again`,
    setAside: (tag: string) => `${tag} kept aside`,
    changedFields: (tag: string, fields: readonly string[]) => `${tag}: ${fields.join(', ')} changed`,
    fieldSet: (field: string, was: string, now: string) => `${field}: ${was} → ${now}`,
    linked: 'Linked',
    unlinked: 'Link removed',
    linkChanged: 'Link changed',
    links: (count: number) => counted(count, 'link', 'links'),
    done: 'Marked as done',
    reopened: 'Marked as in progress',
    adjudicated: 'Marked as adjudicated',
    status: { 'in-progress': 'in progress', done: 'done', adjudicated: 'adjudicated' },
    several: (added: number, changed: number, deleted: number) =>
      [
        added > 0 && `${counted(added, 'annotation', 'annotations')} added`,
        changed > 0 && `${numbers.format(changed)} changed`,
        deleted > 0 && `${numbers.format(deleted)} deleted`,
      ]
        .filter(Boolean)
        .join(', '),
    andCounts: (what: string, counts: string) => (counts === '' ? what : `${what}: ${counts}`),
    unset: 'unset',
    fields: { tag: 'Tag', words: 'Words', entity: 'Entity', note: 'Note' },
    details: 'The moment that is looked at',
    differences: 'Different from now',
    same: 'Just as it is now.',
    differenceCounts: (gone: number, changed: number, added: number, others: number) =>
      [
        gone > 0 && `${numbers.format(gone)} deleted since`,
        changed > 0 && `${numbers.format(changed)} changed since`,
        added > 0 && `${numbers.format(added)} added since`,
        others > 0 && `${numbers.format(others)} other`,
      ]
        .filter(Boolean)
        .join(', '),
    signs: { gone: '−', changed: '≠', added: '+' },
    signNames: { gone: 'Deleted since', changed: 'Changed since', added: 'Added since' },
    thenAndNow: (then: string, now: string) => `${then} (now ${now})`,
    linkDifference: 'Link',
    statusDifference: 'Status',
    comment: {
      made: 'Commented',
      changed: 'Comment changed',
      removed: 'Comment removed',
      several: (count: number) => counted(count, 'comment', 'comments'),
      difference: 'Comment',
    },
    verdict: {
      made: 'Decided',
      changed: 'Verdict changed',
      removed: 'Verdict removed',
      several: (count: number) => counted(count, 'verdict', 'verdicts'),
      difference: 'Verdict',
    },
    more: (count: number) => `${numbers.format(count)} more. Restore the whole layer to have all of them as they were.`,
    restore: 'Restore',
    takeOut: 'Take out',
    restoreOne: (what: string) => `Restore ${what} as it was`,
    takeOutOne: (what: string) => `Take out ${what}, which was not there yet`,
    restoreField: (field: string) => `Restore ${field.toLowerCase()} as it was`,
    restoreAll: 'Restore all of it',
    restoreAllWhy:
      'The whole layer becomes as it was at this moment; what was done since stays in the history, and one undo brings it back.',
    restored: (what: string) => `Restored as it was: ${what}.`,
    takenOut: (what: string) => `Taken out, as it was not there yet: ${what}.`,
    restoredField: (field: string, what: string) => `${field} restored as it was: ${what}.`,
    restoredAll: (time: string) => `The whole layer is again as it was on ${time}.`,
    cannotRestore: 'This layer can only be read: nothing can be restored into it.',
    bandTitle: (time: string) => `As it was on ${time}`,
    bandWhy: 'The past can be read and restored, not changed.',
    readOnly: 'This is how it was. Go back to now to change something.',
    name: 'Name this version…',
    rename: 'Rename…',
    unname: 'Take the name away',
    nameLabel: 'What this version is called',
    nameHint:
      'For instance “first reading”. It can be found and restored by this name, also after the history was shortened.',
    nameSave: 'Name it',
    named: (name: string) => `This version is called “${name}”.`,
    unnamed: 'The version has no name any more.',
    version: (name: string) => `Version “${name}”`,
    shorten: 'Shorten the history…',
    shortenOffer: (size: string) => `This history has ${size}.`,
    size: (bytes: number) =>
      bytes < 1024 * 1024
        ? `${numbers.format(Math.ceil(bytes / 1024))} KB`
        : `${numbers.format(Math.round(bytes / 1024 / 1024))} MB`,
    shortenNothing: 'There is nothing to leave out: the history is short, or not all of it can be read.',
    shortenAsk: (dropped: number, versions: number, kept: number) =>
      `${counted(dropped, 'single step', 'single steps')} would be left out for good. Kept are how it began, ${counted(versions, 'named version', 'named versions')}, the sum of what was done in between, the last ${counted(kept, 'edit', 'edits')} one by one, and everything as it is now.`,
    shortenFrees: (before: string, after: string) => `${before} become ${after}.`,
    shortenDo: 'Shorten it',
    shortened: (dropped: number) => `The history was shortened by ${counted(dropped, 'step', 'steps')}.`,
    elsewhere: 'Only what this device recorded can be named here.',
    field: (field: string, who: string, time: string, was: string | null) =>
      was === null ? `${field}: set by ${who}, ${time}.` : `${field}: set by ${who}, ${time}; before: ${was}.`,
    fieldUnknown: (field: string) => `${field}: who set it is not in the history.`,
    fieldNever: (field: string) => `${field}: never set.`,
    wholeAnnotation: (what: string, who: string, time: string) => `${what}, by ${who}, ${time}.`,
    you: 'you',
    outsider: 'a change outside',
  },
  discussion: {
    title: 'Discussion',
    list: 'Conversations of the article',
    thread: 'The conversation',
    choose: 'Choose a conversation to read it.',
    scopes: { article: 'This article', workspace: 'Questions in all articles' },
    filter: 'Which conversations are shown',
    filters: { all: 'All', open: 'Open', questions: 'Questions', mine: 'Mine' },
    comment: 'Comment…',
    ask: 'Ask…',
    noArticle: 'Open an article to read and write what is said of it.',
    none: 'Nothing has been said of this article yet. Select words or an annotation, or nothing for the article itself, and comment or ask.',
    noneShown: 'No conversation of this article is of that kind.',
    noThread: 'No conversation is chosen.',
    unreadLayers: (count: number) =>
      `${counted(count, 'colleague’s file', 'files of colleagues')} could not be read: what stands in there is missing here.`,
    you: 'You',
    somebody: 'Somebody',
    of: (whose: string) => `(${whose})`,
    about: {
      words: 'Words of the article',
      lost: 'Words that have no place in the text',
      article: 'The article',
      entry: (label: string) => `Codebook: ${label}`,
      missing: 'A comment that isn’t in the files here',
      annotationGone: 'An annotation that isn’t in the files here',
      verdictGone: 'A verdict that isn’t in the files here',
      verdict: (verdict: string) =>
        verdict === 'accept'
          ? 'Accepted'
          : verdict === 'reject'
            ? 'Rejected'
            : verdict === 'change'
              ? 'Changed'
              : 'Decided',
    },
    kinds: {
      note: 'says',
      question: 'asks',
      disagree: 'disagrees',
      resolve: 'resolved it',
      reopen: 'opened it again',
    },
    did: {
      note: 'Says nothing',
      question: 'Asks',
      disagree: 'Disagrees',
      resolve: 'Resolved it',
      reopen: 'Opened it again',
    },
    states: { open: 'Open', question: 'Question', answered: 'Question, answered', resolved: 'Resolved' },
    signs: { open: '○', question: '?', answered: '?✓', resolved: '✓' },
    row: ({
      state,
      about,
      who,
      text,
      count,
    }: {
      state: string
      about: string
      who: string
      text: string
      count: number
    }) => `${state}. ${about}. ${counted(count, 'comment', 'comments')}, the last by ${who}: ${text}`,
    goThere: 'Show in the text',
    reply: 'Reply',
    resolve: 'Resolve',
    reopen: 'Open again',
    change: 'Change',
    changeOne: (time: string) => `Change your comment of ${time}`,
    remove: 'Remove',
    removeOne: (time: string) => `Remove your comment of ${time}`,
    changed: 'changed',
    beginning: (about: string) => `On ${about}`,
    replying: 'Your reply',
    changing: 'Your comment, changed',
    meant: 'How it is meant',
    meanings: {
      note: 'Comment',
      question: 'Question',
      disagree: 'I disagree',
      resolve: 'Resolves it',
      reopen: 'Opens it again',
    },
    send: 'Say it',
    save: 'Save',
    nothingWritten: 'Nothing is written yet.',
    changedGone: 'The comment that this changes is not in your layer any more. Copy the words if you need them.',
    draftsKept: (count: number) =>
      `${counted(count, 'comment', 'comments')} that you began here and did not send ${count === 1 ? 'waits' : 'wait'} in Discussion, with the article.`,
    saidKinds: {
      note: 'Your comment stands in your own file.',
      question: 'Your question stands in your own file.',
      disagree: 'Your disagreement stands in your own file.',
      resolve: 'The conversation is resolved.',
      reopen: 'The conversation is open again.',
    },
    changedSaid: 'Your comment is changed.',
    removedSaid: 'Your comment is removed. Undo brings it back.',
    resolvedSaid: 'The conversation is resolved.',
    reopenedSaid: 'The conversation is open again.',
    questions: 'Questions that wait',
    looking: (done: number, total: number) =>
      total === 0 ? 'Looking…' : `Looked through ${numbers.format(done)} of ${counted(total, 'article', 'articles')}.`,
    foundQuestions: (count: number) =>
      count === 0
        ? 'No question waits in any article.'
        : `${counted(count, 'question waits', 'questions wait')} in the workspace.`,
    question: (path: string, quote: string, who: string, text: string) =>
      `${path}${quote === '' ? '' : `, “${quote}”`}. ${who}: ${text}`,
    answers: (count: number) => (count === 0 ? '' : counted(count, 'answer', 'answers')),
    questionGone: 'This question has been resolved, or isn’t in the files any more.',
    sign: (count: number, open: number) =>
      `${counted(count, 'conversation begins', 'conversations begin')} in this line, ${numbers.format(open)} open`,
  },
  search: {
    title: 'Search',
    words: 'Search for',
    placeholder: {
      text: 'Words of the articles',
      annotations: 'Words of annotations',
      notes: 'Words of notes',
      links: 'Words of links',
    } satisfies Record<Searched, string>,
    options: 'How the words are meant',
    matchCase: 'Capital and small letters differ',
    diacritics: 'Accents count',
    wholeWord: 'Whole words',
    regex: 'Regular expression',
    signs: { matchCase: 'Aa', diacritics: 'é', wholeWord: '|ab|', regex: '.*' },
    what: 'What is searched',
    whats: { text: 'Text', annotations: 'Annotations', notes: 'Notes', links: 'Links' } satisfies Record<
      Searched,
      string
    >,
    scope: 'Where is searched',
    scopes: { article: 'This article', listed: 'Articles in the list', workspace: 'All articles' } satisfies Record<
      SearchScope,
      string
    >,
    scopeListed: (count: number) => `${counted(count, 'article', 'articles')} in the list`,
    filters: 'Filters',
    filtersOn: (count: number) => `Filters (${numbers.format(count)})`,
    filter: {
      tags: 'Tag',
      attributes: 'Answer',
      entities: 'Entity',
      annotators: 'Annotator',
      zones: 'Kind of paragraph',
    },
    kindOfLink: 'Kind of link',
    leadsTo: 'Leads to an entity',
    question: (tag: string, attribute: string) => `${tag}, ${attribute}`,
    attributeIs: (attribute: string, value: string) => `${attribute}: ${value}`,
    asking: (attribute: string, how: HowAsked | undefined) => `${attribute} ${waysAsked[how ?? 'is']}…`,
    asked: (attribute: string, how: HowAsked | undefined, value: string) =>
      how ? `${attribute} ${waysAsked[how]} ${value}` : `${attribute}: ${value}`,
    badNumber: 'Write a number, as 12 or 1.5.',
    badDate: 'Write a date, as 2031, 2031-03 or 2031-03-04.',
    notSet: 'not set',
    from: 'Changed from',
    to: 'Changed until',
    badDay: 'Write a date as 2031, 2031-03 or 2031-03-04.',
    takeOff: (filter: string) => `Take the filter “${filter}” off`,
    clear: 'Take all filters off',
    recent: 'Searched before',
    empty: 'Type words to find them. Several words are found side by side, over line ends too.',
    emptyKeys: (article: string, workspace: string, next: string) =>
      `${article} searches this article, ${workspace} all of them; ${next} goes to the next hit.`,
    noArticle: 'No article is open. Search in all articles instead.',
    none: 'Nothing found',
    noneYet: 'Nothing yet…',
    noneWhy: 'Accents, capitals and whole words can be switched off, and filters taken off.',
    count: (hits: number, articles: number) =>
      hits === 0 ? 'Nothing found' : `${numbers.format(hits)} in ${counted(articles, 'article', 'articles')}`,
    cut: (most: number) => `Only the first ${numbers.format(most)} are listed; there are more.`,
    unreadArticles: (count: number) => `${counted(count, 'article', 'articles')} could not be read.`,
    unreadLayers: (count: number) =>
      `${counted(count, 'layer of annotations', 'layers of annotations')} could not be read.`,
    gone: 'What was found here does not stand there any more. It is being searched again.',
    progress: (done: number, total: number) => `${numbers.format(done)} of ${counted(total, 'article', 'articles')}`,
    running: 'Searching',
    stop: 'Stop',
    stopped: 'Stopped before the end.',
    results: 'Hits',
    article: (title: string, hits: number, written?: string) =>
      [`${title}: ${counted(hits, 'hit', 'hits')}`, written && days.format(new Date(written))]
        .filter(Boolean)
        .join(', '),
    ticked: 'ticked',
    partly: 'some ticked',
    by: (annotator: string) => `by ${annotator}`,
    unplaced: 'not placed in the present text',
    said: (quote: string, rank: number, all: number) =>
      `“${quote}”, hit ${numbers.format(rank)} of ${numbers.format(all)}.`,
    noneToWalk: 'There are no hits to go to. Search first.',
    fromStart: 'From the first hit again.',
    fromEnd: 'From the last hit again.',
  },

  codebook: {
    title: 'Codebook',
    version: (id: string, version: number) => `${id}, version ${numbers.format(version)}`,
    list: 'Tags, questions and links',
    details: 'Details',
    actions: 'With this entry',
    sections: { tags: 'Tags and their questions', links: 'Links', all: 'For all of it' },
    others: {
      rules: 'Problems that are looked for',
      older: 'Made under an older meaning',
    },
    notOffered: 'not offered',
    addTag: 'Add a tag',
    addAttribute: 'Add a question',
    addLink: 'Add a kind of link',
    nameOfNew: { tags: 'Name of the new tag', attributes: 'The new question', links: 'Name of the new kind of link' },
    nameOfCopy: (label: string) => `Name of the copy of “${label}”`,
    nameWhy: 'What it is called in files comes from this name and stays; the name itself can be changed later.',
    copyOf: (label: string) => `${label} copy`,
    added: (label: string) => `${label} added.`,
    moved: (label: string, by: 1 | -1) => `${label} moved ${by < 0 ? 'up' : 'down'}.`,
    noFurther: 'It can’t go further.',
    noUndo: 'Nothing more of the codebook to undo here.',
    noRedo: 'Nothing more of the codebook to do again here.',
    discuss: 'Discuss…',
    discussWhy: 'Ask or say something about this entry; it stands in your own file of the open article.',
    duplicate: 'Duplicate',
    up: 'Move up',
    upWhy: 'One place up (Alt+↑)',
    down: 'Move down',
    downWhy: 'One place down (Alt+↓)',
    earlier: (label: string) => `Move “${label}” up`,
    later: (label: string) => `Move “${label}” down`,
    label: 'Name',
    labelMissing: 'A name is needed.',
    wordMissing: 'Empty words are not kept.',
    idHint: (id: string) => `In files it is “${id}”, for good.`,
    key: 'Key',
    keyHint: 'One character; it tags the selected words.',
    questionKeyHint: 'One letter; after A it asks this question.',
    keyOfTag: (tag: string) => `It is the key of ${tag} too.`,
    keyOfCommand: (command: string) => `It is a key of “${command}” too; the tag comes first.`,
    keyOfQuestion: (question: string) => `It is the key of “${question}” too.`,
    guidance: 'Guidance',
    guidanceHint: 'One sentence: when to use it. It is shown while choosing.',
    questionGuidanceHint: 'One sentence: what is asked. It is shown while choosing.',
    meaning: 'This changes what it means',
    meaningWhy: 'Annotations made before are marked, and can be gone through.',
    meaningSince: (time: string) => `It means what it says here since ${time}.`,
    meaningSaid: 'Annotations made before are marked now.',
    wordingSaid: 'Only the wording changes.',
    examples: 'Examples',
    addExample: 'One more example',
    fromSelected: (words: string) => `Add the selected annotation: “${words}”`,
    nth: (label: string, number: number) => `${label}, ${numbers.format(number)}`,
    add: 'Add',
    remove: 'Remove',
    takeOut: (words: string) => `Remove “${words}”`,
    takenOut: (words: string) => `“${words}” removed.`,
    wordAdded: (words: string) => `“${words}” added.`,
    colour: 'Colour',
    anyColour: 'Any colour',
    sample: 'ab',
    colourNames: {
      '#0072b2': 'Blue',
      '#009e73': 'Green',
      '#d55e00': 'Vermilion',
      '#cc79a7': 'Pink',
      '#56b4e9': 'Sky blue',
      '#e69f00': 'Orange',
      '#6f6f6f': 'Grey',
    },
    contrast: {
      light: (contrast: number) => `On light paper: contrast ${contrast.toFixed(1)}, clear.`,
      dark: (contrast: number) => `On dark paper: contrast ${contrast.toFixed(1)}, clear.`,
    },
    contrastPoor: {
      light: (contrast: number) =>
        `On light paper: contrast ${contrast.toFixed(1)}, too little. There it is drawn darker, as shown.`,
      dark: (contrast: number) =>
        `On dark paper: contrast ${contrast.toFixed(1)}, too little. There it is drawn lighter, as shown.`,
    },
    looksLike: (tag: string, vision: Vision) =>
      vision === 'usual'
        ? `It looks like the colour of ${tag}.`
        : `It looks like the colour of ${tag} to people with ${vision}.`,
    mark: 'Mark in the text',
    marks: {
      brace: 'Brace',
      solid: 'Solid line',
      double: 'Double line',
      dotted: 'Dotted line',
      wavy: 'Wavy line',
    } satisfies Record<Mark, string>,
    snap: 'What is done to the selected words',
    snapHint: 'The same for everybody, so that spans end at the same places.',
    snaps: {
      'whole-words': { label: 'Whole words', example: '“ridge will op” becomes “bridge will open”' },
      'trim-quotes': { label: 'Without quotation marks', example: '“\u2018It will open\u2019” becomes “It will open”' },
      'trim-reporting': { label: 'Without who said it', example: '“It will open, she said” becomes “It will open”' },
    } satisfies Record<SnapRule, { readonly label: string; readonly example: string }>,
    entityKinds: 'Kinds of entity',
    entityKindsHint: 'What its annotations may refer to. None: they refer to no entity.',
    addKind: 'One more kind',
    kind: 'Kind of answer',
    kinds: {
      choice: 'One of several',
      several: 'Any of several',
      'yes-no': 'Yes or no',
      number: 'A number',
      date: 'A date',
      text: 'Words',
    } satisfies Record<Attribute['kind'], string>,
    choices: 'Answers',
    addChoice: 'One more answer',
    retiredChoice: (label: string) => `“${label}” is offered no more.`,
    mergedChoice: (label: string, into: string) => `“${label}” is “${into}” now.`,
    askedOf: (tag: string) => `Asked about each ${tag.toLowerCase()}.`,
    where: 'Where it is shown',
    folded: 'Folded away',
    foldedWhy: 'It is shown under “more questions”, and where it is answered.',
    from: 'From',
    to: 'To',
    author: 'The article’s own voice',
    anEntity: 'An entity of the register',
    noEnds: 'It can’t be used before it has an end on either side.',
    linkQuestions: 'Questions about the link',
    removeQuestion: 'Remove this question',
    forExample: (examples: readonly string[]) => `For example: ${examples.map(one => `“${one}”`).join(', ')}`,
    notOfferedTag: (tag: string) => `${tag} (offered no more)`,
    olderMark: 'Made under an older meaning',
    olderSign: '◷',
    olderWhy: (key: string) =>
      `Your annotations from before a tag, or a question that they answer, came to mean something else.${key && ` In each article ${key} goes through them.`}`,
    olderNone: 'None of your annotations is from before a change of meaning.',
    olderNever: 'No tag and no question has changed its meaning yet. Say so beside its guidance when it does.',
    olderList: 'Articles with annotations of an older meaning',
    olderIn: (article: string, count: number) => `${article}: ${counted(count, 'annotation', 'annotations')}`,
    openArticle: 'Open',
    removeEntry: 'Remove',
    removed: (label: string) => `${label} removed.`,
    removeTitle: (label: string) => `Remove “${label}”?`,
    lastTag: 'It is the only tag that is offered; a codebook has one at least.',
    used: (own: number, others: number) =>
      others === 0
        ? `You used it ${counted(own, 'time', 'times')}. What has it can’t be left without it.`
        : `You used it ${counted(own, 'time', 'times')}, colleagues ${counted(others, 'time', 'times')}. What has it can’t be left without it.`,
    notSure: 'Some articles or layers could not be read, so there may be more.',
    back: 'Back',
    retire: 'Offer it no more',
    retiredSaid: (label: string) => `${label} is offered no more. What has it keeps it.`,
    offerAgain: 'Offer it again',
    merge: 'Merge…',
    split: 'Split…',
    mergeInstead: 'Merge it into another…',
    mergeTitle: (tag: string) => `Merge ${tag} into another tag`,
    mergeWhy: (tag: string) =>
      `Your annotations of ${tag} become annotations of the other tag; its questions go along. Those of colleagues stay as they are, and are shown as the other.`,
    mergeInto: 'Into',
    changedMeanwhile: 'The codebook was changed meanwhile; please look again.',
    import: 'Import…',
    importWhy: 'Take up a codebook from a file, after a look at what it would change',
    export: 'Export…',
    exportWhy: 'Write this codebook into a file, for other workspaces',
    exported: (file: string) => `The codebook stands in ${file}.`,
    importTitle: (file: string) => `The codebook in ${file}`,
    importSame: 'It says what this codebook says. There is nothing to take up.',
    importAdded: (count: number) => `Would be added: ${numbers.format(count)}`,
    importChanged: (count: number) => `Would be changed: ${numbers.format(count)}`,
    importGone: (count: number) => `Here, but not in the file: ${numbers.format(count)}`,
    importKinds: { tags: 'tag', attributes: 'question', links: 'link' },
    importStays: 'No annotation loses its tag: whatever the file lacks stays in the codebook.',
    join: 'Add and change',
    joinWhy: 'What only this codebook has goes on being offered.',
    replace: 'Replace',
    replaceWhy: 'What only this codebook has is offered no more.',
    imported: (file: string) => `The codebook of ${file} was taken up.`,
    splitTitle: (tag: string) => `Split ${tag} by the answers to a question`,
    splitWhy: (tag: string) => `Your annotations of ${tag} become those of the tag that you choose for their answer.`,
    splitCannot: (tag: string) => `${tag} has no question of the kind “one of several” to be split by.`,
    splitBy: 'By the question',
    becomes: 'Becomes',
    becomesTag: (answer: string) => `${answer} becomes`,
    stays: (tag: string) => `stays ${tag}`,
    newTagOf: (answer: string) => `a new tag “${answer}”`,
    answerInstead: 'Which answer takes its place?',
    showFirst: 'Show what would change',
    looking: 'Looking through all articles…',
    wouldChange: (own: number, articles: number) =>
      own === 0
        ? 'None of your annotations would change; the codebook would.'
        : `${counted(own, 'annotation of yours', 'annotations of yours')} in ${counted(articles, 'article', 'articles')} would change. Nothing has been changed yet.`,
    othersStay: (count: number) =>
      `${counted(count, 'annotation of a colleague stays', 'annotations of colleagues stay')} as ${count === 1 ? 'it is' : 'they are'}, in a file that is not yours, and ${count === 1 ? 'is' : 'are'} understood by what took the place.`,
    unreadable: (paths: readonly string[]) =>
      `${counted(paths.length, 'article', 'articles')} can’t be opened and ${paths.length === 1 ? 'stays' : 'stay'} as ${paths.length === 1 ? 'it is' : 'they are'}: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? '…' : ''}.`,
    unread: (articles: number, layers: number) =>
      `${counted(articles, 'article', 'articles')} and ${counted(layers, 'layer', 'layers')} could not be read and stay as they are.`,
    byArticle: 'Annotations that would change, by article',
    moreArticles: (count: number) => `and ${counted(count, 'more article', 'more articles')}`,
    planned: 'Annotations that would change',
    becomesOther: (was: string, is: string) => `${was} → ${is}`,
    otherAnswer: (tag: string) => `${tag}, other answer`,
    staysBy: (tag: string, annotator: string) => `stays ${tag}, by ${annotator}`,
    merging: (from: string, into: string) => `Merging ${from} into ${into}`,
    splitting: (from: string, into: readonly string[]) => `Splitting ${from} into ${into.join(', ')}`,
    make: (count: number) =>
      count === 0 ? 'Change the codebook' : `Change ${counted(count, 'annotation', 'annotations')}`,
    progress: (done: number, total: number) => `${numbers.format(done)} of ${counted(total, 'article', 'articles')}`,
    cancelled: 'Cancelled. Nothing was changed.',
    migrated: (title: string, annotations: number, articles: number, refused: number) =>
      `${title}: ${counted(annotations, 'annotation', 'annotations')} in ${counted(articles, 'article', 'articles')} changed.${refused > 0 ? ` ${counted(refused, 'article was', 'articles were')} left as ${refused === 1 ? 'it was' : 'they were'}.` : ''}`,
  },

  bulk: {
    ticked: (count: number, of: number) => `${numbers.format(count)} of ${numbers.format(of)} ticked`,
    noneTickable: 'None of these can be changed by you.',
    onlyOwn: 'Colleagues’ annotations can’t be changed, so they can’t be ticked.',
    all: 'Tick all',
    none: 'Untick all',
    space: 'Space ticks a hit, or all of an article; Shift with it a whole stretch',
    change: (count: number) => `Change ${counted(count, 'hit', 'hits')}…`,
    menu: 'With the ticked hits',
    tagAs: (tag: string) => `Tag as ${tag}`,
    retag: (tag: string) => `Change the tag to ${tag}`,
    answer: (attribute: string) => `Set ${attribute}…`,
    entity: 'Set the entity…',
    noEntity: 'Take the entity away',
    notSet: 'Take the answer away',
    remove: 'Remove',
    whoFor: (count: number) => `Who or what ${counted(count, 'hit means', 'hits mean')}`,
    who: 'Entity',
    answerFor: (attribute: string, count: number) => `${attribute} of ${counted(count, 'hit', 'hits')}`,
    dateForm: '2031-03-04',
    exactly: 'Every one of them gets exactly these answers.',
    set: 'Set',
    titles: {
      tag: (count: number, tag: string) => `Tagging ${counted(count, 'place', 'places')} as ${tag}`,
      retag: (count: number, tag: string) => `Changing ${counted(count, 'annotation', 'annotations')} to ${tag}`,
      attribute: (count: number, attribute: string) =>
        `Setting ${attribute} of ${counted(count, 'annotation', 'annotations')}`,
      entity: (count: number) => `Setting the entity of ${counted(count, 'annotation', 'annotations')}`,
      remove: (count: number) => `Removing ${counted(count, 'annotation', 'annotations')}`,
    },
    done: {
      tag: (count: number) => `${counted(count, 'place', 'places')} tagged`,
      retag: (count: number) => `${counted(count, 'annotation', 'annotations')} changed`,
      attribute: (count: number) => `${counted(count, 'annotation', 'annotations')} changed`,
      entity: (count: number) => `${counted(count, 'annotation', 'annotations')} changed`,
      remove: (count: number) => `${counted(count, 'annotation', 'annotations')} removed`,
    },
    inArticles: (done: string, articles: number) =>
      `${done} in ${counted(articles, 'article', 'articles')}. One undo takes it back.`,
    nothing: 'Nothing was changed.',
    left: (reasons: readonly string[]) => `Left out: ${reasons.join('; ')}.`,
    leftOut: (count: number, why: string) => `${numbers.format(count)} ${why}`,
    why: {
      'already-tagged': 'already tagged so',
      colleague: 'of colleagues, which only they change',
      'not-placed': 'without a place in the present text',
      'not-annotation': 'that are no annotations',
      'other-tag': 'of another tag, which has no such question',
      'as-it-is': 'that are so already',
      'no-words': 'without words',
      gone: 'that changed since they were found',
    } satisfies Record<LeftOut, string>,
    cancelled: 'Cancelled; nothing was changed.',
    notComplete: 'These hits could not be looked at again, so nothing was changed. Search again first.',
    progress: (done: number, total: number) => `${numbers.format(done)} of ${counted(total, 'article', 'articles')}`,
    busy: 'Another change is still under way.',
    busyHere: 'A change of many articles is still under way here. Wait until it is over, or cancel it.',
  },

  tagAll: {
    title: (words: string) => `Every “${words}”`,
    as: 'Tag as',
    exact: 'Same capitals',
    exactWhy: 'Other capital letters make another word of it',
    carries: 'With its answers and entity',
    tag: (count: number, tag: string) => `Tag ${numbers.format(count)} as ${tag}`,
    back: 'Back to searching',
    never: (words: string) => `Never “${words}”`,
    neverWhy: 'Remember for everybody that these words are never tagged so',
    neverBack: (words: string) => `“${words}” may be tagged again`,
    neverSaid: (words: string, tag: string) => `“${words}” is never ${tag} from now on.`,
    neverBackSaid: (words: string, tag: string) => `“${words}” may be ${tag} again.`,
    tooMuch: 'Select a few words, or an annotation of a few words, to tag all of its occurrences.',
    origin: 'What is made here says that it was suggested by “tag all” and confirmed by you.',
    misfit: (misfit: Misfit) => {
      switch (misfit.kind) {
        case 'never':
          return 'never to be tagged so'
        case 'already-tagged':
          return 'already tagged'
        case 'boilerplate':
          return 'in boilerplate'
        case 'other-capitals':
          return 'other capital letters'
        case 'headline':
          return 'in a headline of capitals'
        case 'joined':
          return `other words around it: “${misfit.words}”`
        case 'longer-name':
          return `inside a longer name: “${misfit.words}”`
      }
    },
  },

  notices: {
    label: 'Notices',
    dismiss: 'Dismiss',
    about: (name: string) => name,
  },

  /** What commands are called, in menu, palette and keys. `…` where more is asked. */
  commands: {
    'workspace.openFolder': 'Open folder…',
    'workspace.openFile': 'Open a single article…',
    'workspace.openSample': 'Open the sample workspace',
    'text.correct': 'Correct the text in a copy…',
    'article.encoding': 'Choose the encoding…',
    'article.about': 'About the article…',
    'article.fromClipboard': 'New article from the clipboard…',
    'archive.unpack': 'Unpack a file of many articles…',
    'agreement.open': 'How far we agree…',
    'annotations.import': 'Import annotations…',
    'dataset.export': 'Export a dataset…',
    'review.letters': 'Write letters…',
    'review.packet': 'Make a review packet…',
    'review.answer': 'Bring in an answer…',
    'person.change': 'Who you are…',
    'page.print': 'Print the article…',
    'edit.undo': 'Undo',
    'edit.redo': 'Redo',
    'edit.copy': 'Copy',
    'edit.selectAll': 'Select the whole article',
    'annotation.tag': 'Tag the selection…',
    'annotation.remove': 'Remove the annotation',
    'annotation.edit': 'Edit the annotation',
    'annotation.note': 'Write a note',
    'annotation.attribute': 'Set an attribute…',
    'annotation.next': 'Next annotation',
    'annotation.previous': 'Previous annotation',
    'annotation.nextSame': 'Next annotation of the same tag',
    'annotation.previousSame': 'Previous annotation of the same tag',
    'annotation.deeper': 'Next annotation at this place',
    'stack.choose': 'Which annotation here?…',
    'entity.choose': 'Who or what is meant…',
    'link.begin': 'Link with…',
    'link.cue': 'Make the selected words the cue of a link',
    'link.source': 'Go to the source, or to its statements',
    'link.follow': 'Follow the link, or go back',
    'annotation.tagAll': 'Tag all occurrences…',
    'problems.fix': 'Fix this problem',
    'span.startLeft': 'Start one word earlier',
    'span.startRight': 'Start one word later',
    'span.endLeft': 'End one word earlier',
    'span.endRight': 'End one word later',
    'span.startLeftFine': 'Start one character earlier',
    'span.startRightFine': 'Start one character later',
    'span.endLeftFine': 'End one character earlier',
    'span.endRightFine': 'End one character later',
    'span.grow': 'Grow: word, clause, sentence, quotation, paragraph',
    'span.shrink': 'Shrink again, or to a smaller unit',
    'span.add': 'Add the selected words to the annotation',
    'span.removePart': 'Take this part out of the annotation',
    'codebook.open': 'Codebook…',
    'organise.open': 'Who annotates what…',
    'zone.change': 'Change what this paragraph is…',
    'article.done': 'Mark the article as done, or not',
    'article.next': 'Next article',
    'article.previous': 'Previous article',
    'articles.filter': 'Filter the articles',
    'search.article': 'Search in this article',
    'search.workspace': 'Search in all articles',
    'search.next': 'Next hit',
    'search.previous': 'Previous hit',
    'history.open': 'History of this article',
    'history.now': 'Back from the past to now',
    'history.name': 'Name this version…',
    'history.shorten': 'Shorten the history of this article…',
    'history.field': 'Who set this, when, and what it was',
    'layer.own': 'Go on with annotations that I made on another device',
    'layer.takeOver': 'Annotate here though it is open elsewhere',
    'merge.open': 'Merge what was changed on both sides…',
    'review.compare': 'Compare layers…',
    'review.overlaid': 'Layers overlaid',
    'review.beside': 'Layers side by side',
    'review.blind': 'Hide names, or show them',
    'review.nextDifference': 'Next difference',
    'review.previousDifference': 'Previous difference',
    'review.leave': 'Leave comparing',
    'entities.open': 'People, places and other entities…',
    'placing.review': 'Review what the changed text moved',
    'problems.next': 'Next problem',
    'problems.previous': 'Previous problem',
    'text.nextHidden': 'Next hidden character',
    'pane.next': 'Next pane',
    'pane.previous': 'Previous pane',
    'focus.article': 'Go to the text',
    'view.larger': 'Larger text',
    'view.smaller': 'Smaller text',
    'view.usualSize': 'Usual text size',
    'view.zoomIn': 'Everything larger',
    'view.zoomOut': 'Everything smaller',
    'view.zoomReset': 'Everything in its usual size',
    'view.theme': 'Light, dark, or as the system',
    'view.articles': 'Show or hide the articles',
    'view.inspector': 'Show or hide the inspector',
    'view.drawer': 'Show or hide the pane below',
    'view.whole': 'Mount the whole article (for screen readers), or not',
    'view.singleKeys': 'Single-key commands on or off',
    'review.open': 'Decide on differences…',
    'review.takeFirst': 'Accept the first layer',
    'review.takeSecond': 'Accept the second layer',
    'review.takeThird': 'Accept the third layer',
    'review.takeFourth': 'Accept the fourth layer',
    'review.takeAll': 'Accept both, or all',
    'review.takeNone': 'Accept neither',
    'review.change': 'Take the first into gold and change it',
    'review.changeSecond': 'Take the second into gold and change it',
    'review.reason': 'Reason of a decision…',
    'review.reopen': 'Reopen a decision',
    'review.next': 'Next case',
    'review.previous': 'Previous case',
    'review.nextOpen': 'Next case to decide',
    'review.takeAgreed': 'Take what all agree on…',
    'gold.work': 'Work on the gold layer',
    'gold.leave': 'Back to my own layer',
    'discussion.open': 'Discussion',
    'discussion.comment': 'Comment on what is selected…',
    'discussion.ask': 'Ask about what is selected…',
    'discussion.article': 'Comment on the article…',
    'discussion.reply': 'Reply in the conversation…',
    'discussion.resolve': 'Resolve the conversation, or open it again',
    'discussion.next': 'Next conversation',
    'discussion.previous': 'Previous conversation',
    'discussion.questions': 'Questions in all articles',
    'palette.open': 'All commands…',
    'keys.change': 'Change keys…',
    'help.keys': 'Keys',
  } satisfies Record<CommandId, string>,

  gold: {
    on: 'Gold layer',
    onWhy: (name: string) =>
      `What is tagged, changed and marked here goes into the gold layer of ${name}. Their own layer stays as it is.`,
    leave: 'Gold layer: go back to my own layer',
    title: 'gold layer',
    saidOn: 'The gold layer is worked on from now on. Your own layer stays as it is.',
    saidOff: 'Your own layer is worked on again.',
  },

  menus: {
    File: 'File',
    Edit: 'Edit',
    Annotate: 'Annotate',
    Review: 'Review',
    Go: 'Go',
    View: 'View',
    Help: 'Help',
  } satisfies Record<Menu, string>,

  /** What is printed on the keys of a keyboard; on a Mac some have signs instead. */
  keyNames: {
    ...{ Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt', Delete: 'Del', Backspace: 'Backspace', Enter: 'Enter', Tab: 'Tab' },
    ...{ Escape: 'Esc', Space: 'Space', Home: 'Home', End: 'End', PageUp: 'Page up', PageDown: 'Page down' },
    ...{ ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down', Insert: 'Ins' },
  },

  /** What the system's own dialogs say. */
  dialogs: {
    chooseFolder: 'Open a folder of articles',
    chooseCodebook: 'Import a codebook',
    exportCodebook: 'Export the codebook',
    saveLetters: 'Write letters into a new folder',
    savePacket: 'Make a review packet',
    chooseAnswer: 'Bring in an answer',
    exportDataset: 'Export a dataset',
    exportHere: 'Export here',
    chooseArchive: 'Choose a file of many articles',
    chooseAnnotationsFile: 'Choose a file of annotations',
    chooseAnnotationsFolder: 'Choose a folder of annotations',
    chooseMap: 'Load a map of tags',
    saveMap: 'Save the map of tags',
    saveReport: 'Save the report of the import',
    chooseFile: 'Open a single article',
    choose: 'Open',
    unsaved: 'Your latest changes are not saved',
    unsavedWhy: (why: string) => `${why}. If you close the window now, those changes are lost.`,
    keepOpen: 'Keep the window open',
    closeAnyway: 'Close and lose the changes',
    stoppedTwice: 'This window stopped working twice',
    stoppedTwiceWhy: 'What the status line said was saved is saved. You can show the window again, or close it.',
    showAgain: 'Show it again',
    closeWindow: 'Close the window',
    bug: 'Something went wrong inside Stet',
    bugWhy: 'What the status line says is saved is saved. If something behaves oddly, close Stet and open it again.',
    goOn: 'Go on',
  },

  /** Every failure that we expect, in a person's words. */
  unpack: {
    title: (file: string) => `Unpack ${file}`,
    begin: 'Unpack…',
    tryIt: 'See whether it can be unpacked',
    kind: (kind: string): string =>
      ({
        zip: 'A ZIP archive',
        mbox: 'A mailbox',
        csv: 'A table',
        json: 'Objects in JSON',
        xlsx: 'A workbook',
        parquet: 'A Parquet table',
        warc: 'A web archive',
        feed: 'A feed',
        newsml: 'News items in NewsML-G2',
        nitf: 'News items in NITF',
        ninjs: 'News items in ninjs',
        nexisText: 'A download from Nexis',
        nexisPage: 'A download from Nexis',
        nexisDocx: 'A download from Nexis',
        nexisRtf: 'A download from Nexis',
        factivaPage: 'A download from Factiva',
        factivaRtf: 'A download from Factiva',
        factivaXml: 'A download from Factiva',
        europresse: 'A download from Europresse',
        proquestText: 'A download from ProQuest',
        proquestPage: 'A download from ProQuest',
      })[kind] ?? 'A file of many articles',
    holdsMany: (kind: string) => `${kind}: unpacked, each of its articles is a file of its own.`,
    columnsTitle: 'What each column holds',
    columnsWhy: 'What each column holds is a guess; only columns that are named go into the articles.',
    column: 'Column',
    holds: 'Holds',
    holdsOf: (column: string) => `What “${column}” holds`,
    unnamedColumn: (place: number) => `Column ${place}`,
    firstRows: 'First rows',
    nothing: '–',
    parts: {
      text: 'Text',
      title: 'Title',
      outlet: 'Outlet',
      byline: 'Byline',
      published: 'Date',
      section: 'Section',
      page: 'Page',
      language: 'Language',
      address: 'Address',
      key: 'Its number',
    },
    firstArticle: 'The first article would be',
    noText: 'No column holds the text yet.',
    next: 'Next',
    back: 'Back',
    looking: (found: number) => `Looking through it: ${counted(found, 'article', 'articles')} so far`,
    found: (kind: string, found: number) => `${kind} with ${counted(found, 'article', 'articles')}.`,
    fresh: (fresh: number, there: number) =>
      there === 0
        ? `${counted(fresh, 'article goes', 'articles go')} into the workspace.`
        : fresh === 0
          ? 'All of them are in the workspace already.'
          : `${counted(fresh, 'article goes', 'articles go')} into the workspace; ${numbers.format(there)} are there already.`,
    none: 'There is nothing in it that can be unpacked.',
    differing: (count: number) =>
      `Also ${counted(count, 'article that is', 'articles that are')} there with another text, in files of their own`,
    firstOf: (shown: number, all: number) =>
      shown < all ? `The first ${numbers.format(shown)} of ${numbers.format(all)}` : 'The articles',
    articleTitle: 'Title',
    outlet: 'Outlet',
    date: 'Date',
    state: 'In the workspace',
    states: { new: 'new', there: 'there', differs: 'there, with another text' },
    unreadable: (count: number) => `${counted(count, 'article', 'articles')} can’t be read`,
    notAll: (count: number) => `The first ${numbers.format(count)} are named.`,
    cut: 'Not all of it could be read.',
    folder: 'Folder in the workspace',
    folderHint: (workspace: string) => `Inside “${workspace}”; left empty, at its top.`,
    pattern: 'Names of the files',
    patternHint: (example: string) => `For instance “${example}”`,
    patternParts: (parts: string) => `Made of ${parts}, and what stands between them.`,
    write: (count: number) => `Unpack ${counted(count, 'article', 'articles')}`,
    writeNone: 'Unpack',
    writing: (done: number, all: number) => `${numbers.format(done)} of ${counted(all, 'article', 'articles')} written`,
    stop: 'Stop',
    stopped: (count: number) =>
      `Stopped. ${counted(count, 'article was', 'articles were')} written, each of them whole.`,
    done: (count: number) =>
      count === 0 ? 'Nothing new was written.' : `${counted(count, 'article was', 'articles were')} written.`,
    wereThere: (count: number) => `${counted(count, 'was', 'were')} there already.`,
    differ: (count: number) =>
      `${counted(count, 'is', 'are')} there with another text and ${count === 1 ? 'was' : 'were'} left alone.`,
    goOn: 'Unpacked again, it goes on where it stopped.',
    open: 'Open the first',
    close: 'Close',
  },
  /** Bringing in what others annotated. */
  bring: {
    title: (file: string) => (file === '' ? 'Import annotations' : `Import ${file}`),
    about:
      'What others annotated comes into this workspace, as layers of their own. Nothing that is there is written over, and nothing is left out in silence.',
    chooseFile: 'Choose a file…',
    chooseFolder: 'Choose a folder…',
    another: 'Another file…',
    anotherFolder: 'Another folder…',
    format: 'Format',
    noFormat: 'Choose a format',
    formatCertain: 'It looks like this.',
    formatUnclear: (count: number) =>
      count === 0
        ? 'It looks like no format that Stet knows. If you know which it is, choose it.'
        : `It may be any of ${numbers.format(count)} formats, which come first in the list.`,
    mayBe: 'It may be',
    others: 'All others',
    annotator: 'Whose annotations they are',
    annotatorHint: 'Where the files don’t say it themselves.',
    annotatorMissing: 'Somebody must have made them: write a name.',
    hasPatterns: 'Texts and annotations don’t stand beside each other',
    textPattern: 'Where the texts stand',
    annotationsPattern: 'Where the annotations stand',
    patternHint: '{article} stands for the article’s name, and {layer}, if it is there, for who annotated.',
    patternWrong: 'It has to name {article} once, and {layer} at most once.',
    look: 'Look at it',
    back: 'Back',
    close: 'Close',
    reading: (articles: number) =>
      `Reading it: ${counted(articles, 'article', 'articles')} so far. Nothing is written yet.`,
    stop: 'Stop',
    found: (of: { articles: number; annotations: number; links: number }, layers: number) =>
      `${counted(of.articles, 'article', 'articles')} with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}, by ${counted(layers, 'annotator', 'annotators')}.`,
    foundNone: 'There is nothing in it that can be imported in this format.',
    standing: ({ fresh, there }: { fresh: number; there: number }) =>
      fresh === 0
        ? 'All the articles are in the workspace already; they get the layers.'
        : there === 0
          ? `${counted(fresh, 'article is', 'articles are')} new here.`
          : `${counted(fresh, 'article is', 'articles are')} new here; ${numbers.format(there)} are in the workspace already and get the layers.`,
    otherText: (count: number) =>
      `${counted(count, 'article has', 'articles have')} another text in the workspace, and will be left as ${count === 1 ? 'it is' : 'they are'}.`,
    yours: (called: string) => `“${called}” becomes your own layer, since that is your id.`,
    cut: 'Not all of it could be read.',
    untaken: (count: number) => `${counted(count, 'entry', 'entries')} can’t be taken`,
    mended: (count: number) => `${counted(count, 'entry is', 'entries are')} damaged and will be taken all the same`,
    group: (count: number, why: string) => `${numbers.format(count)} ×: ${why}`,
    trouble: (place: string, what: string, why: string, detail: string) =>
      [`${place}: ${why}`, what && `“${what}”`, detail].filter(Boolean).join(' · '),
    notAll: (shown: number, all: number) =>
      `The first ${numbers.format(shown)} of ${numbers.format(all)}; the report has all of them.`,
    away: (count: number) => `The map leaves out, or says otherwise, ${counted(count, 'thing', 'things')}`,
    awayOne: (path: string, annotator: string, why: string, what: string) =>
      `${path} (${annotator}): ${why} · “${what}”`,
    adds: 'Added to the workspace',
    addsNothing: 'The codebook and the register have all that is needed.',
    addsTags: (names: readonly string[], count: number) => `${counted(count, 'tag', 'tags')}: ${listed(names, count)}`,
    addsAttributes: (names: readonly string[], count: number) =>
      `${counted(count, 'question', 'questions')}, new or with more answers: ${listed(names, count)}`,
    addsLinks: (names: readonly string[], count: number) =>
      `${counted(count, 'type of link', 'types of links')}, new or with more ends: ${listed(names, count)}`,
    addsEntities: (count: number) => `${counted(count, 'entity', 'entities')} in the register`,
    layers: 'Who annotated',
    layer: 'Annotator',
    layerId: 'Layer',
    articles: 'Articles',
    annotations: 'Annotations',
    links: 'Links',
    types: 'What comes in',
    type: 'Name',
    count: 'How often',
    number: (count: number) => numbers.format(count),
    kindTag: 'tag',
    kindLink: 'link',
    kind: 'Is a',
    examples: 'Examples',
    exampleOf: (path: string, annotator: string) => `${path}, ${annotator}`,
    noExamples: 'No annotation comes in.',
    map: 'Change what becomes of what…',
    mapTitle: 'What becomes of what',
    mapWhy:
      'On the left what the files call it, and how often. What isn’t changed keeps its name, and the codebook learns it.',
    mapTags: 'Tags',
    mapAttributes: 'Answers',
    mapLinks: 'Links',
    mapFrames: 'Events with roles',
    mapNothing: 'Nothing in it can be mapped.',
    theirs: 'In the files',
    becomes: 'Becomes',
    becomesOf: (name: string) => `What “${name}” becomes`,
    stays: (name: string) => `stays “${name}”`,
    staysNew: (name: string) => `stays “${name}”, new in the codebook`,
    drop: 'is left out',
    anotherName: 'another name…',
    newName: (name: string) => `New name of “${name}”`,
    newNameMissing: 'Write a name.',
    also: (answers: string) => `with ${answers}`,
    turned: 'turned around',
    turnedOf: (name: string) => `“${name}” leads the other way`,
    values: (name: string, count: number) => `${counted(count, 'answer', 'answers')} to “${name}”`,
    valueBecomes: (value: string) => `What “${value}” becomes`,
    valueStays: 'stays as it is',
    frameStays: 'stays an annotation, with its roles as links',
    frameLinks: 'becomes links',
    frameLink: 'Type of the link',
    frameFrom: 'From the role',
    frameTo: 'To the role',
    frameCue: 'Cue: the role',
    frameNoCue: 'the event’s own words',
    frameWithout: (role: string) => `Where nothing is “${role}”`,
    withoutTold: 'no link, and that is told',
    withoutAuthor: 'the link leads to the article’s own voice',
    withoutMap: 'as the map says',
    frameSame: 'A link needs two roles: from one to another.',
    loadMap: 'Load a map…',
    saveMap: 'Save this map…',
    mapLoaded: (file: string) => `The map ${file} is loaded.`,
    mapSaved: (file: string) => `The map stands in ${file}.`,
    lookAgain: 'See what it makes',
    write: (annotations: number) => `Import ${counted(annotations, 'annotation', 'annotations')}`,
    writeNone: 'Import',
    writing: (done: number, all: number) =>
      `${numbers.format(done)} of ${counted(all, 'article', 'articles')} imported`,
    done: (of: { layers: number; annotations: number; links: number }) =>
      of.layers === 0
        ? 'Nothing new was imported.'
        : `${counted(of.layers, 'layer was', 'layers were')} imported, with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}.`,
    doneStopped: (layers: number) =>
      `Stopped. ${counted(layers, 'layer was', 'layers were')} imported, each of them whole. Imported again, it goes on where it stopped.`,
    doneArticles: ({ written, there }: { written: number; there: number }) =>
      written === 0
        ? `${counted(there, 'article was', 'articles were')} there already.`
        : `${counted(written, 'article was', 'articles were')} written${there > 0 ? `, ${numbers.format(there)} were there already` : ''}.`,
    doneThere: (count: number) => `${counted(count, 'layer was', 'layers were')} there already, saying just this.`,
    doneNothingOver: 'Nothing that was there has been written over.',
    notImported: (count: number) => `${counted(count, 'thing was', 'things were')} not imported`,
    notImportedOne: (name: string, why: string) => `${name}: ${why}`,
    open: 'Open the first article',
    copyReport: 'Copy the report',
    copied: 'The report is in the clipboard.',
    saveReport: 'Save the report…',
    reportSaved: (file: string) => `The report stands in ${file}.`,
    takeBack: 'Take back this import',
    takeBackWhy:
      'The files that it made are put into a folder inside .stet, where nothing is lost. What somebody has worked on since stays, and so does what the codebook and the register gained.',
    takenBack: (put: number, folder: string) =>
      put === 0 ? 'No file was taken back.' : `${counted(put, 'file was', 'files were')} put into ${folder}.`,
    takenBackKept: (count: number) => `${counted(count, 'file stays', 'files stay')}`,
    keptWhy: {
      changed: 'it has been changed since',
      'in-use': 'somebody works with it',
      gone: 'it isn’t there any more',
      problem: 'it can’t be moved',
    },
    /** The report of an import, in lines. */
    report: {
      title: (file: string, format: string) => `Import of ${file} (${format})`,
      read: (of: { articles: number; annotations: number; links: number }) =>
        `Read: ${counted(of.articles, 'article', 'articles')} with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}. Annotators and their layers:`,
      layer: (called: string, id: string) => `- ${called}: ${id}`,
      done: (of: {
        written: number
        there: number
        layers: number
        layersThere: number
        annotations: number
        links: number
      }) =>
        `Written: ${counted(of.written, 'article', 'articles')} (${numbers.format(of.there)} there already) and ${counted(of.layers, 'layer', 'layers')} (${numbers.format(of.layersThere)} there already) with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}.`,
      nothingOver: 'Nothing that was there has been written over.',
      untakenTitle: (count: number) => `Could not be taken (${numbers.format(count)}):`,
      mendedTitle: (count: number) => `Damaged, and taken all the same (${numbers.format(count)}):`,
      awayTitle: (count: number) => `Left out, or said otherwise, by the map (${numbers.format(count)}):`,
      notImportedTitle: (count: number) => `Not imported (${numbers.format(count)}):`,
      untaken: (place: string, why: string, what: string, detail: string) =>
        [`${place}: ${why}`, what, detail].filter(Boolean).join(' | '),
      away: (path: string, annotator: string, why: string, what: string) => `${path} (${annotator}): ${why} | ${what}`,
      cut: 'The rest is in the report that you can save.',
    },
  },
  datasets: {
    /** By the format's id. */
    formats: {
      jsonl: 'Stet’s own JSON Lines: everything, an article a line',
      csv: 'Tables as CSV: statements, actors, events, links, entities, articles',
      xlsx: 'The same tables as one workbook, a sheet each',
      parquet: 'Parquet as the Hugging Face hub expects it, with a card',
      dna: 'Statements as the Discourse Network Analyzer lists them',
      conll2003: 'CoNLL-2003 columns: a tag a word, a file for each annotator',
      conll2012: 'CoNLL-2012 columns: who is who, a file for each annotator',
      conllu: 'CoNLL-U with entities and claims in its last column',
      spacy: 'spaCy documents, as JSON Lines',
      prodigy: 'Prodigy’s answers, as JSON Lines',
      'label-studio': 'Label Studio tasks with the configuration that they need',
      doccano: 'doccano’s JSON Lines, a file for each annotator',
      brat: 'brat standoff: a text and an annotation file for each article and annotator',
      w3c: 'W3C Web Annotation (JSON-LD), a file an article',
      hypothesis: 'Rows of the Hypothesis API',
      bioc: 'BioC XML',
      'bioc-json': 'BioC JSON',
      pubannotation: 'PubAnnotation JSON, a file an article',
      'webanno-tsv': 'WebAnno TSV 3.3, for INCEpTION: a file for each article and annotator',
      'cas-xmi': 'UIMA CAS as XMI with its type system, for INCEpTION: a file for each article and annotator',
      'cas-json': 'UIMA CAS as JSON: a file for each article and annotator',
      gate: 'GATE documents, in XML or JSON',
      'refi-qda': 'REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti and others',
      'refi-codebook': 'REFI-QDA codebook alone, without articles',
      graphml: 'GraphML: a network of who said what',
      gexf: 'GEXF: a network of who said what, for Gephi',
      'network-csv': 'CSV: a network of who said what, as nodes and edges',
      html: 'A copy to be read in any browser',
    } as Readonly<Record<string, string>>,
    features: featureNames,
    done: doneNames,
    untaken: {
      malformed: 'can’t be understood',
      'outside-text': 'stands outside its text',
      'other-words': 'names other words than stand there',
      'end-missing': 'points at something that isn’t there',
      'unknown-kind': 'is of a kind that isn’t known',
      'no-text': 'has no text',
      'no-annotation': 'is no annotation',
      'not-labelled': 'has no label',
      twice: 'is there twice',
      'no-words': 'has no words',
    } satisfies Record<UntakenWhy, string> as Readonly<Record<UntakenWhy, string>>,
    mapped: {
      dropped: 'left out what it says to leave out',
      'end-dropped': 'left out a link, since one of its ends is gone',
      'no-from': 'left out an event without the role that a link begins at',
      'no-to': 'left out an event without the role that a link leads to',
      'several-cues': 'kept the first of several cues',
      'cue-in-parts': 'kept the first part of a cue',
      'role-left': 'left out a role that it doesn’t name',
      'answer-left': 'left out an answer that had no place',
      'note-left': 'left out the note of an event',
      'entity-left': 'left out the entity of an event',
    } satisfies Record<MappedWhy, string> as Readonly<Record<MappedWhy, string>>,
    notImported: {
      'other-text': 'the workspace has another text under this name',
      'layer-there': 'the workspace has a layer of this name, which stays as it is',
      problem: 'it can’t be read or written',
    },
    notReadByOthers: 'No reader by others has read it yet.',
    readBy: (names: readonly string[], inTests: readonly string[]) => {
      const once = names.filter(name => !inTests.includes(name))
      const parts = [
        ...(inTests.length > 0 ? [`by ${inTests.join(', ')} in every run of the tests`] : []),
        ...(once.length > 0 ? [`by ${once.join(', ')} once, by hand`] : []),
      ]
      return `Also read ${parts.join(', and ')}.`
    },
    out: 'out',
    in: 'in',
    cannotSay: (features: string) => `can’t say: ${features}`,
    changes: (features: string) => `says otherwise: ${features}`,
  },
  /** The dialog that makes a dataset of the workspace. */
  /** On the command line. */
  sealing: {
    none: 'There is no sealed coding here.',
    notEncrypted:
      'Nothing is encrypted: whoever opens the files can read them. A hash proves that nothing was changed since it was written.',
    leftOut: (count: number) =>
      `${counted(count, 'layer is', 'layers are')} sealed, since not all annotators of that coding are done, and left out.`,
  },
  organising: {
    title: 'Who annotates what',
    parts: {
      progress: 'Progress',
      divide: 'Divide',
      articles: 'By article',
      sealed: 'Sealed coding',
      planner: 'Planner',
    },
    partsLabel: 'What to look at',
    again: 'Look again',
    looking: 'Looking at the layers…',
    person: 'Annotator',
    assigned: 'To annotate',
    begun: 'Begun',
    done: 'Done',
    progressOf: (name: string, done: number, assigned: number) =>
      `${name}: ${numbers.format(done)} of ${numbers.format(assigned)} done`,
    totals: (assigned: number, articles: number) =>
      `${numbers.format(assigned)} of ${counted(articles, 'article', 'articles')} are assigned.`,
    double: (double: number, assigned: number, done: number) =>
      `Two or more annotate ${numbers.format(double)} of them (${shareOf(double, assigned)}); two have done ${numbers.format(done)} (${shareOf(done, double)}).`,
    nobody: 'Nobody is assigned to anything yet. Divide the articles, or tick names article by article.',
    gone: (count: number) =>
      `${counted(count, 'assigned article isn’t', 'assigned articles aren’t')} in the workspace any more.`,
    follow: (count: number) => `Assign ${counted(count, 'moved article', 'moved articles')} under the new path`,
    forget: (count: number) => `Take ${counted(count, 'assignment', 'assignments')} of missing articles away`,
    followed: (count: number) => `${counted(count, 'article', 'articles')} followed.`,
    forgotten: (count: number) => `${counted(count, 'assignment', 'assignments')} taken away.`,
    annotators: 'Annotators',
    addAnnotator: 'Another annotator’s id',
    add: 'Add',
    badId: 'An id has small letters, digits and hyphens, and begins with a letter or digit.',
    scope: 'Articles',
    scopes: {
      all: (count: number) => `All ${numbers.format(count)}`,
      listed: (count: number) => `Those in the list: ${numbers.format(count)}`,
    },
    share: 'Of 100 articles, two annotate',
    seed: 'Seed',
    seedWhy: 'The same seed divides the same articles in the same way.',
    preview: (articles: number, double: number) =>
      `${counted(articles, 'article that nobody annotates yet is', 'articles that nobody annotates yet are')} divided; two annotate ${numbers.format(double)} of them.`,
    previewNothing: 'All these articles are assigned already.',
    previewNobody: 'Tick who annotates.',
    kept: 'What is assigned stays as it is.',
    newForThem: 'New',
    withThese: 'Of these with another',
    divide: (articles: number) => `Assign ${counted(articles, 'article', 'articles')}`,
    divided: (articles: number, people: number) =>
      `${counted(articles, 'article', 'articles')} assigned to ${counted(people, 'annotator', 'annotators')}.`,
    clear: 'Take all assignments away',
    cleared: 'All assignments are taken away.',
    locked: 'The project can’t be changed here now.',
    article: 'Article',
    assign: (name: string, article: string) => `${name} annotates ${article}`,
    shownOf: (shown: number, all: number) =>
      shown === all
        ? counted(all, 'article', 'articles')
        : `The first ${numbers.format(shown)} of ${counted(all, 'article', 'articles')}: filter the list of articles to see others.`,
    assignedSaid: (name: string, article: string) => `${name} annotates ${article}.`,
    unassignedSaid: (name: string, article: string) => `${name} doesn’t annotate ${article} any more.`,
    sealedWhat:
      'In a sealed coding Stet shows nobody what the others wrote in an article until all of them are done with it. Nothing is encrypted: whoever opens the files can read them. When somebody is done, a hash of their annotations is written into the project; with it anybody can prove later that nothing was changed.',
    covers:
      'The hash covers each annotation’s place, words, tag, answers, entity and note, all links, and the text. It doesn’t cover comments, verdicts, times, or whether the article is done.',
    canBegin: (articles: number, teams: number) =>
      `${counted(articles, 'article', 'articles')} that two or more annotate can be sealed, in ${counted(teams, 'coding', 'codings')}.`,
    begunAlready: (count: number) =>
      `In ${numbers.format(count)} of them somebody has begun: what they have so far may have been seen.`,
    cannotBegin: 'Every article that two or more are to annotate is in a sealed coding already, or there is none.',
    begin: 'Begin sealed coding',
    begunSaid: (articles: number) => `The coding of ${counted(articles, 'article', 'articles')} is sealed.`,
    open: 'Open before all are done',
    openWhy: 'The others’ annotations are shown from then on, and what is sealed later proves nothing.',
    openedSaid: 'The coding is open.',
    opened: (who: string, when: string) => `Opened by ${who}, ${when}, before all were done.`,
    remove: 'Forget this coding',
    removed: 'The coding is forgotten, and so is what was sealed in it.',
    roundState: (open: number, all: number) => `${numbers.format(open)} of ${counted(all, 'article', 'articles')} open`,
    states: {
      waiting: 'Not done',
      unsealed: 'Done, not sealed',
      sealed: 'Sealed',
      same: 'Nothing changed since it was sealed',
      changed: 'Changed since it was sealed',
      gone: 'Sealed, and not there now',
    },
    sealedHash: (hash: string) => `Sealed: ${hash}`,
    nowHash: (hash: string) => `Now: ${hash}`,
    changed: (count: number) =>
      `${counted(count, 'layer was', 'layers were')} changed since sealed. Both hashes stand below.`,
    sealNow: 'Seal mine now',
    sealed: (count: number) =>
      count === 0 ? 'There was nothing to seal.' : `${counted(count, 'layer', 'layers')} sealed.`,
    exported: (count: number) =>
      `${counted(count, 'layer', 'layers')} of a sealed coding would be in it, which Stet doesn’t show you yet. Whoever gets the dataset can read them.`,
    planWhat:
      'How many articles two have to annotate, so that the 95 % interval around κ isn’t wider than you want. Before there are any, it rests on what you expect:',
    plan: {
      width: 'Interval, ±',
      agreement: 'Expected κ',
      categories: 'Categories',
      prevalence: 'Share of the rarest',
      units: 'Units in an article',
      effect: 'Design effect',
    },
    planHints: {
      width: 'Half its width: 0.1 is from 0.1 below to 0.1 above.',
      agreement: 'As in earlier work, or a guess on the low side.',
      categories: 'How many tags, or answers, a unit can get.',
      prevalence: 'From 0 to 1. The others share the rest evenly.',
      units: 'How many units of them an article has on average.',
      effect: '1 if units of one article are like any others; 2 or 3 is common.',
    },
    planResult: (articles: number, units: number, width: number) =>
      `${counted(articles, 'double-coded article', 'double-coded articles')} (${counted(units, 'unit', 'units')}) for ±${width}.`,
    planBad: 'With these numbers nothing can be planned.',
    planTable: 'Articles by the width of the interval',
    planColumns: { width: 'Interval', units: 'Units', articles: 'Articles' },
    planSource:
      'Source: the large-sample variance of κ by Fleiss, Cohen and Everitt (1969), as Cantor (1996) uses it to plan; both annotators are taken to use the categories equally often. The design effect is Kish’s (1965).',
    planReached: (done: number) => `Two have done ${counted(done, 'article', 'articles')} so far.`,
  },
  exporting: {
    title: (workspace: string) => `Export a dataset of ${workspace}`,
    looking: 'Looking at what there is…',
    formats: 'Format',
    groups: {
      tables: 'Tables and statistics',
      tools: 'Annotation tools',
      learning: 'Machine learning',
      networks: 'Networks',
      reading: 'Reading and keeping',
    },
    /** By the format's id: what it is called, and what it is for. */
    names: {
      csv: 'CSV tables',
      xlsx: 'Excel workbook',
      dna: 'DNA statements',
      'refi-qda': 'REFI-QDA project',
      'refi-codebook': 'REFI-QDA codebook',
      brat: 'brat',
      'webanno-tsv': 'WebAnno TSV',
      'cas-xmi': 'UIMA CAS (XMI)',
      'cas-json': 'UIMA CAS (JSON)',
      'label-studio': 'Label Studio',
      doccano: 'doccano',
      w3c: 'Web Annotation',
      pubannotation: 'PubAnnotation',
      bioc: 'BioC (XML)',
      'bioc-json': 'BioC (JSON)',
      parquet: 'Parquet',
      spacy: 'spaCy',
      conll2003: 'CoNLL-2003',
      conll2012: 'CoNLL-2012',
      graphml: 'GraphML',
      gexf: 'GEXF',
      'network-csv': 'Nodes and edges (CSV)',
      html: 'Reading copy',
      jsonl: 'Stet JSON Lines',
    } as Readonly<Record<string, string>>,
    why: {
      csv: 'Statements, actors, events, links and entities as tables, for R, pandas or any spreadsheet.',
      xlsx: 'The same tables as one workbook, a sheet each.',
      dna: 'Who says what on which issue, as the Discourse Network Analyzer lists statements.',
      'refi-qda': 'The coded articles, for NVivo, MAXQDA, ATLAS.ti and other programs of qualitative research.',
      'refi-codebook': 'The codebook alone, for the same programs.',
      brat: 'A text and an annotation file for each article, for the brat annotation tool and what reads its files.',
      'webanno-tsv': 'For INCEpTION and WebAnno, as lines that can be compared and corrected.',
      'cas-xmi': 'For INCEpTION and UIMA pipelines, with its type system.',
      'cas-json': 'For INCEpTION and programs that read CAS as JSON.',
      'label-studio': 'Tasks with annotations, and the configuration that they need.',
      doccano: 'For going on in doccano.',
      w3c: 'The standard of the W3C, for archives and tools of the web.',
      pubannotation: 'For PubAnnotation and TextAE.',
      bioc: 'For tools of biomedical text mining.',
      'bioc-json': 'The same as JSON.',
      parquet: 'A row an article, as the Hugging Face hub shows it, with a card. DuckDB, pandas and Polars read it.',
      spacy: 'Documents with spans and entities, for training with spaCy.',
      conll2003: 'A tag a word, for training and comparing taggers of names.',
      conll2012: 'Who is who, for training and scoring coreference.',
      graphml: 'Who said what as a network, for igraph, NetworkX, Cytoscape or yEd.',
      gexf: 'Who said what as a network, for Gephi.',
      'network-csv': 'The same network as two tables.',
      html: 'Pages with every mark, to be read in any browser, offline, by whoever has no Stet.',
      jsonl: 'Everything that Stet knows, an article a line: for keeping, and for scripts.',
    } as Readonly<Record<string, string>>,
    unproven: 'Not yet read by anybody else’s program',
    readBy: 'Read by programs of others:',
    whatGoesIn: 'What goes in',
    layers: 'Annotations of',
    layer: (name: string, articles: number) => `${name} · ${counted(articles, 'article', 'articles')}`,
    me: (name: string) => `${name} (you)`,
    gold: (name: string) => `Gold by ${name}`,
    articles: 'Articles',
    articleChoices: {
      all: (count: number) => `All that have annotations (${numbers.format(count)})`,
      listed: (count: number) => `Those that the list shows now (${numbers.format(count)})`,
      open: 'The one that is open',
    },
    openHasNone: 'None of them has annotations that could go in.',
    tags: 'Tags',
    zones: 'Zones',
    zonesHint: 'Annotations that begin in these parts of an article.',
    all: 'all',
    some: (count: number, of: number) => `${numbers.format(count)} of ${numbers.format(of)}`,
    anonymous: 'Call annotators a1, a2 …',
    howWritten: 'How it is written',
    withText: 'With the articles’ texts',
    withoutText: 'Without them, whoever reads it needs the texts from elsewhere.',
    unit: 'Offsets count',
    units: {
      codepoint: 'characters (code points), as Python does',
      utf16: 'UTF-16 units, as JavaScript and Java do',
      utf8: 'bytes of UTF-8',
    },
    /** The choices of single formats, by their names. */
    options: {
      annotators: {
        label: 'Several annotators',
        values: { folders: 'a folder each', suffix: 'in the names of the files' },
      },
      formulas: {
        label: 'Cells that a spreadsheet would run',
        values: { exact: 'stay exactly as they are', apostrophe: 'get an apostrophe in front' },
      },
      mark: { label: 'Mark at the beginning of files', values: { none: 'none', bom: 'a byte order mark, for Excel' } },
      layout: {
        label: 'Files',
        values: { hub: 'as the Hugging Face hub has them', hive: 'in folders by shard and part' },
      },
      licence: { label: 'Licence', values: {} },
      scheme: {
        label: 'Labels',
        values: {
          IOB2: 'IOB2: every name begins with B',
          IOB1: 'IOB1: B only between neighbours',
          BIOES: 'BIOES: ends and single words too',
        },
      },
      pages: { label: 'Pages', values: { 'an-article': 'one an article, with a list', one: 'one for everything' } },
      tokens: { label: 'Words', values: { written: 'as Stet cuts them', none: 'left to spaCy' } },
      network: {
        label: 'Network',
        values: {
          'actor-claim': 'actors and what they claim',
          actors: 'actors who agree or disagree',
          'event-actor': 'events and who takes part',
        },
      },
      sign: {
        label: 'For and against',
        values: { apart: 'edges of their own', difference: 'one edge: for minus against', ignored: 'not told apart' },
      },
      window: {
        label: 'Time',
        values: { none: 'all in one', month: 'by month', quarter: 'by quarter', year: 'by year' },
      },
      count: {
        label: 'A claim counts',
        values: { article: 'once an article', annotation: 'as often as it was annotated' },
      },
    } as Readonly<Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>>,
    licenceHint: 'For instance CC BY 4.0. It stands on the card.',
    split: 'Divide into parts for training and testing',
    splitOn: 'Divide the articles',
    splitWhy:
      'Articles that are nearly the same never fall on both sides; outlets, months and tags are spread evenly. The same number gives the same parts again.',
    shares: 'Shares in per cent',
    sharesHint: 'As 80/10/10, or with names: train=90/test=10.',
    seed: 'Number to draw by',
    losses: 'What this format can’t say',
    weighing: (done: number, of: number) =>
      `Looking at ${numbers.format(done)} of ${counted(of, 'article', 'articles')}…`,
    weighingAll: 'Looking what it can’t say…',
    stopLooking: 'Stop looking',
    notLooked: 'What this format can’t say of it wasn’t looked at.',
    lookNow: 'Look now',
    nothingLost: 'Nothing: all of it can be said in this format.',
    lossHead: { what: 'What there is', becomes: 'What becomes of it' },
    becomes: ({ dropped, changed, without }: { dropped: number; changed: number; without: number }) =>
      dropped + changed === 0
        ? without > 0
          ? doneNames.without
          : 'stays'
        : [
            ...(dropped > 0 ? [`${numbers.format(dropped)} left out`] : []),
            ...(changed > 0 ? [`${numbers.format(changed)} changed`] : []),
            ...(without > 0 ? [`${numbers.format(without)} kept without it`] : []),
          ].join(', '),
    touched: (what: string, count: number) => `${numbers.format(count)} × ${what}`,
    wayOf: (what: string) => `What becomes of: ${what}`,
    ways: {
      'keep-longest': 'Keep the longest',
      'keep-shortest': 'Keep the shortest',
      'keep-first': 'Keep the first',
      hull: 'One stretch, gaps included',
      parts: 'An annotation a part',
      'first-part': 'Keep the first part',
      grow: 'Grow to whole words',
      trim: 'Without the space',
      drop: 'Leave out',
      words: 'Write as words',
    } satisfies Record<Fitting, string>,
    wayDoes: (way: string, becomes: string) => `${way} (${becomes})`,
    ofArticle: 'the article',
    ofLink: 'a link',
    notAll: (count: number) => `The first ${numbers.format(count)} are shown; the receipt will name all.`,
    unplaced: (count: number) =>
      `${counted(count, 'annotation has', 'annotations have')} no place in the text, and ${count === 1 ? 'stays' : 'stay'} out.`,
    unread: (count: number) =>
      `${counted(count, 'file', 'files')} can’t be read, and ${count === 1 ? 'stays' : 'stay'} out.`,
    ahead: (count: number) =>
      `${counted(count, 'layer has', 'layers have')} edits that aren’t in ${count === 1 ? 'its file' : 'their files'} yet, for Stet was cut off. Open ${count === 1 ? 'its article' : 'their articles'}, and export again.`,
    told: {
      'would-run': (count: number) =>
        `${counted(count, 'cell begins', 'cells begin')} with =, +, -, @ or a tab: a spreadsheet may run ${count === 1 ? 'it' : 'them'} as a formula.`,
      'made-words': (count: number) =>
        `${counted(count, 'cell gets', 'cells get')} an apostrophe in front, so that no spreadsheet runs ${count === 1 ? 'it' : 'them'}.`,
      'goes-on': (count: number) =>
        `${counted(count, 'cell is', 'cells are')} longer than a cell can be, and ${count === 1 ? 'goes' : 'go'} on in the sheet “continued”.`,
      'no-row': (count: number) =>
        `${counted(count, 'annotation or link is', 'annotations or links are')} neither a statement nor a source of one, and no row.`,
    } satisfies Record<ToldWhy, (count: number) => string>,
    summary: (articles: number, annotations: number, links: number) =>
      `${counted(annotations, 'annotation', 'annotations')} and ${counted(links, 'link', 'links')} in ${counted(articles, 'article', 'articles')}`,
    lossSummary: ({ dropped, changed }: { dropped: number; changed: number }) =>
      dropped + changed === 0
        ? ''
        : [
            ...(dropped > 0 ? [`${numbers.format(dropped)} left out`] : []),
            ...(changed > 0 ? [`${numbers.format(changed)} changed`] : []),
          ].join(', '),
    export: 'Export…',
    nobody: 'Nobody has annotated anything here yet',
    nobodyWhy: 'Select words in an article and press 1 for a claim, 2 for an actor or 3 for an event; then come back.',
    taken: (name: string) =>
      `“${name}” is there already, and nothing is ever written over. Choose another name or folder.`,
    inside: (name: string) =>
      `“${name}” would stand inside the workspace: texts in it would be listed as articles. A place outside is better.`,
    elsewhere: 'Choose another place…',
    insideAnyway: 'Write it there all the same',
    writing: {
      weighing: 'Looking at it',
      dividing: 'Comparing articles, to divide them',
      writing: 'Writing',
      'reading-back': 'Reading it back, and comparing',
    },
    progress: (what: string, done: number, of: number) =>
      `${what}: ${numbers.format(done)} of ${counted(of, 'article', 'articles')}`,
    starting: 'Beginning…',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was left behind.',
    /** What failed, where the usual sentence speaks of work that isn’t saved. */
    failures: {
      'disk-full':
        'There is no room left on that disk. Nothing of the dataset was left behind. Make some room, or choose another place.',
      'not-permitted': 'That place can’t be written to. Choose another one.',
      'cannot-save':
        'It couldn’t be written there. Nothing of the dataset was left behind. Choose another place, or try again.',
      'not-there': 'That folder is not there any more. Choose another place.',
    } as Readonly<Partial<Record<ProblemKind, string>>>,
    written: (name: string) => `“${name}” is written`,
    equal: 'Read back and compared: every article says what it should.',
    notEqual: (count: number) =>
      `Read back, ${counted(count, 'article says', 'articles say')} something else than ${count === 1 ? 'it' : 'they'} should. Don’t rely on this file, and tell us.`,
    backUnread: 'Some of it couldn’t be read back. Don’t rely on this file, and tell us.',
    notReadBack: 'It is a view of the work, from which the work can’t be read again: it was not compared.',
    receiptAt: (name: string) =>
      `The receipt “${name}” stands beside it: every choice, every hash, everything that was left out.`,
    noReceipt: 'Its receipt couldn’t be written beside it.',
    leftOut: 'What was left out or changed',
    nothingLeftOut: 'Nothing was left out.',
    leftOutLine: (what: string, becomes: string, count: number) => `${numbers.format(count)} × ${what}: ${becomes}`,
    files: (count: number) => counted(count, 'file', 'files'),
    partsOf: (parts: readonly { readonly name: string; readonly articles: number }[]) =>
      parts.map(({ name, articles }) => `${name}: ${counted(articles, 'article', 'articles')}`).join(' · '),
    families: (count: number, articles: number) =>
      `${counted(count, 'family', 'families')} of near-duplicates (${counted(articles, 'article', 'articles')}) kept together.`,
    cell: (file: string, row: number, column: string, words: string) =>
      row === 0 ? `${column}: ${words}` : `${file}, row ${numbers.format(row)}, ${column}: ${words}`,
    show: 'Show in folder',
    copy: 'Copy this',
    copied: 'Copied.',
    another: 'Export another',
    close: 'Close',
    hash: 'SHA-256',
  },
  /** A copy of articles to be read in any browser. */
  htmlCopy: {
    articles: 'Articles',
    annotations: 'Annotations',
    legend: 'How annotations are marked',
    fields: fieldTitles,
    path: 'File',
    status: { 'in-progress': 'in progress', done: 'done', adjudicated: 'adjudicated' },
    countOf: (count: number) => counted(count, 'annotation', 'annotations'),
    noAnnotations: 'There are no annotations of this article.',
    mark: (tag: string, numbered: number) => `${tag}, annotation ${numbers.format(numbered)}`,
    back: 'Show it in the text',
    entity: 'Entity',
    note: 'Note',
    links: 'Links',
    author: 'the article itself',
    cue: (words: string) => `told by “${words}”`,
    sample: 'words in the text',
    toList: 'All articles',
    yes: 'yes',
    no: 'no',
  },
  /** What is asked of whoever answers a packet or a letter in a browser. `{…}` may stand for what the page fills in. */
  answering: {
    heading: { packet: 'Your review', letter: 'Your answer' },
    name: 'Your name',
    save: 'Save answer',
    copy: 'Copy answer',
    yourAnswer: 'Your answer, to be copied into a mail',
    judgement: 'Judgement',
    accept: 'Accept',
    reject: 'Reject',
    accepted: 'Accepted.',
    rejected: 'Rejected.',
    cleared: 'The judgement is taken back.',
    comment: 'Comment',
    disagree: 'I disagree',
    why: 'What do you think is right, and why?',
    progress: {
      packet: (done: string, of: string) => `${done} of ${of} judged`,
      letter: (done: string, of: string) => `You disagree with ${done} of ${of}`,
    },
    noName: 'Please write your name first, so that it is known whose answer it is.',
    nothing: 'There is no answer yet: nothing is chosen and nothing is written.',
    saved: (name: string) =>
      `Saved as “${name}”, where your browser keeps downloads. Please send it to whoever sent you this.`,
    copied: 'Copied. Please paste it into a mail to whoever sent you this.',
    copyYourself: 'Your answer is below, selected: please copy it, and paste it into a mail to whoever sent you this.',
    noScript: 'This page can only be read here: for answers, a browser has to run the script in it.',
  },
  packet: {
    title: (workspace: string) => `Review of ${workspace}`,
    intro: ({ from, things, articles }: { from: string; things: number; articles: number }) =>
      `${from === '' ? 'You are asked' : `${from} asks you`} to look at ${counted(things, 'annotation', 'annotations')} in ${counted(articles, 'article', 'articles')}. Accept or reject each, and comment where you like: not all of them, if you don’t want to. Then save your answer, and send the small file back. Nothing leaves this page by itself.`,
    keys: 'By keyboard, within an annotation: A accepts, R rejects, U takes that back, C comments, Escape leaves the comment, N and P go on and back.',
    begin: 'Begin',
    codebook: 'What the tags mean',
  },
  letters: {
    title: (name: string, workspace: string) => `To ${name}: your annotations in ${workspace}`,
    opening: ({ from, count, right, made }: { from: string; count: number; right: number; made: string }) =>
      [
        `Your work was compared with the final version${from === '' ? '' : ` by ${from}`} on ${days.format(new Date(made))}.`,
        right === 0
          ? ''
          : `${counted(right, 'annotation of yours is', 'annotations of yours are')} in it as you made them.`,
        count === 0
          ? 'There is nothing to correct.'
          : `${counted(count, 'place is', 'places are')} otherwise now; here is each, with the reason where one was given. If you see it differently, please say so.`,
      ]
        .filter(sentence => sentence !== '')
        .join(' '),
    undecided: (count: number) =>
      `${counted(count, 'annotation of yours has', 'annotations of yours have')} not been decided yet, and ${count === 1 ? 'isn’t' : 'aren’t'} in this letter.`,
    kinds: {
      'not-kept': (count: number) => `Not kept (${numbers.format(count)})`,
      missed: (count: number) => `In the final version, and not in yours (${numbers.format(count)})`,
      tag: (count: number) => `Another tag (${numbers.format(count)})`,
      extent: (count: number) => `Other words marked (${numbers.format(count)})`,
      source: (count: number) => `Another source (${numbers.format(count)})`,
      event: (count: number) => `About something else (${numbers.format(count)})`,
      attribute: (count: number) => `Another answer (${numbers.format(count)})`,
      entity: (count: number) => `Another entity (${numbers.format(count)})`,
      link: (count: number) => `Another link (${numbers.format(count)})`,
      note: (count: number) => `Another note (${numbers.format(count)})`,
      same: (count: number) => `With a remark (${numbers.format(count)})`,
    } satisfies Record<CorrectionKind, (count: number) => string>,
    tag: 'Tag',
    words: 'Words',
    you: 'You',
    final: 'Final',
    reason: 'Reason',
    note: 'Remark',
    codebook: (entry: string) => `The codebook on “${entry}”`,
    begin: 'To the first',
    keys: 'By keyboard, within a correction: D says that you disagree, Escape leaves the field, N and P go on and back.',
    disagreeLine: (number: number) => `I disagree with ${numbers.format(number)}, because:`,
    howToDisagree:
      'Where you disagree, write why behind the line below that correction and send this back, or use the letter as a web page: its answer comes into the discussion by itself.',
  },
  /** What is said of letters, packets and answers, in the window and on the command line. */
  telling: {
    titles: { letters: 'Write letters', packet: 'Make a review packet', answer: 'Bring in an answer' },
    progress: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')}`,
    looking: 'Looking whose layers there are…',
    starting: 'Reading…',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was written.',
    close: 'Close',
    show: 'Show in folder',
    layer: (name: string, articles: number) => `${name} (${counted(articles, 'article', 'articles')})`,
    goldOf: (name: string, articles: number) => `Gold by ${name} (${counted(articles, 'article', 'articles')})`,
    lettersWhy:
      'Each annotator gets a letter: what the final layer has otherwise than theirs, with the reasons and what the codebook says.',
    noGold: 'There is no final layer here yet: letters say what gold has otherwise than an annotator.',
    about: 'The final layer',
    to: 'To',
    as: 'Written as',
    asPage: 'A web page each, to be answered in',
    asMarkdown: 'Markdown, for mails',
    hideReviewer: 'Don’t say who decided',
    write: 'Write…',
    lettersWritten: 'The letters are written.',
    lettersIn: (count: number, folder: string) => `${counted(count, 'letter', 'letters')} in “${folder}”`,
    nobody: 'There is nobody to write to: no article has a layer beside the final one. Nothing was written.',
    packetWhy:
      'One web page for somebody without Stet, who accepts, rejects and comments in a browser, and sends a small file back.',
    whose: 'Whose annotations',
    hideAnnotators: 'Call annotators A, B, …',
    textsGoOut: (articles: number) =>
      `${counted(articles, 'article goes', 'articles go')} into the file with ${articles === 1 ? 'its' : 'their'} whole text: whoever gets it can read and pass on all of it.`,
    make: 'Make…',
    packetMade: 'The review packet is made.',
    sendIt: 'It can be sent by mail. What comes back is brought in as an answer.',
    nameTaken: (name: string) => `“${name}” is there already, and stays as it is. Please choose another name.`,
    answerOf: (name: string, file: string) =>
      `“${file}” is an answer of ${name}. It becomes a layer of theirs, with judgements and comments and no annotations.`,
    itsId: 'Their annotator id',
    takenBy: (id: string) =>
      `“${id}” is an annotator here, or somebody else who answered: nothing is ever written into their layers. Please choose another id for this answer.`,
    newerIs: (name: string) =>
      `A later answer of ${name} is here already. It stays as it is, and nothing of this one is brought in.`,
    tookPlace: ({ replaced, withdrawn }: { replaced: number; withdrawn: number }) =>
      `Of the judgements of an earlier answer, ${numbers.format(replaced)} changed and ${numbers.format(withdrawn)} withdrawn.`,
    wouldBring: ({ verdicts, comments, isNothing }: { verdicts: number; comments: number; isNothing: boolean }) =>
      isNothing
        ? 'There is nothing new in it.'
        : `${counted(verdicts, 'judgement', 'judgements')} and ${counted(comments, 'comment', 'comments')} would come in.`,
    bringIn: 'Bring in',
    broughtIn: (name: string) => `The answer of ${name} is brought in.`,
    leftOut: (count: number) => `${counted(count, 'part', 'parts')} of it left out`,
    unfitLine: (layer: string, why: string, text: string) =>
      `On ${layer}: left out ${why}${text === '' ? '' : `. Comment: “${text}”`}`,
    unfitWhys: {
      'no-article': 'since there is no such article',
      'other-text': 'since the article’s text is another by now',
      gone: 'since what it is about is gone',
      'says-otherwise': 'since the annotation says something else by now',
    } satisfies Record<UnfitWhy, string>,
    andMore: (count: number) => `and ${numbers.format(count)} more`,
    unreadOf: (count: number) => `${counted(count, 'file', 'files')} that couldn’t be read`,
    letter: ({
      file,
      name,
      corrections,
      right,
      undecided,
    }: {
      file: string
      name: string
      corrections: number
      right: number
      undecided: number
    }) =>
      `${file}: to ${name}, ${counted(corrections, 'correction', 'corrections')}, ${numbers.format(right)} right${undecided > 0 ? `, ${numbers.format(undecided)} not decided` : ''}`,
    noLetters: (gold: string) => `There is nobody to write to: no article has a layer beside “${gold}”.`,
    noAnnotations: 'There is nothing to judge: these layers have no annotations in these articles. No file was made.',
    packet: ({ file, articles, things, bytes }: { file: string; articles: number; things: number; bytes: number }) =>
      `${file}: ${counted(things, 'annotation', 'annotations')} in ${counted(articles, 'article', 'articles')}, ${numbers.format(Math.ceil(bytes / 1000))} kB. The texts are in it.`,
    format: (said: string) => `There is no letter as “${said}”. There are: html, markdown.`,
    notAnId: (id: string) =>
      `“${id}” is no annotator id: small letters, digits and hyphens, 32 at most; not “article”, and nothing that begins with “gold-”.`,
    answer: ({
      name,
      id,
      verdicts,
      comments,
      isDone,
    }: {
      name: string
      id: string
      verdicts: number
      comments: number
      isDone: boolean
    }) =>
      `${name} (${id}): ${counted(verdicts, 'judgement', 'judgements')} and ${counted(comments, 'comment', 'comments')} ${isDone ? 'are in the workspace' : 'would come into the workspace'}.`,
    files: ({ written, changed, same }: { written: number; changed: number; same: number }) =>
      `${counted(written, 'layer is', 'layers are')} new, ${numbers.format(changed)} changed, ${numbers.format(same)} had it already.`,
    taken: (id: string, paths: string) =>
      `Nothing was brought in: “${id}” has a layer of somebody else’s, in ${paths}. Choose another id for this answer.`,
    known: (id: string) =>
      `Nothing was brought in: “${id}” is somebody of this project. Choose another id for this answer.`,
    newer: (name: string, paths: string) =>
      `Nothing was brought in: a later answer of ${name} to the same is there, in ${paths}.`,
    unfit: ({ path, layer, id, why, text }: { path: string; layer: string; id: string; why: string; text: string }) =>
      `${path}, ${layer}, ${id}: left out, ${why}${text === '' ? '' : `. Comment: “${text}”`}`,
  },
  comparing: {
    bar: 'Layers compared',
    layers: 'Layers',
    coming: 'Looking up the layers…',
    /** A layer to choose, with its letter once it is chosen. */
    layer: (letter: string, name: string, kind: 'own' | 'colleague' | 'gold' | 'imported') =>
      `${letter && `${letter} · `}${name}${{ own: ' (yours)', colleague: '', gold: ' (gold)', imported: ' (imported)' }[kind]}`,
    gold: (name: string) => `${name} (gold)`,
    hiddenLayers: 'Names are hidden. Show them to choose other layers.',
    how: 'How layers are shown',
    overlaid: 'Overlaid',
    beside: 'Side by side',
    blind: 'Hide names',
    filter: 'Filter',
    filterOn: 'Filter (on)',
    filterKinds: 'Kinds of difference',
    filterTags: 'Tags',
    filterAnnotators: 'Annotators',
    filterAll: 'Show all',
    counted: (word: string, count: number) => `${word} ${numbers.format(count)}`,
    previous: 'Previous',
    next: 'Next',
    which: 'Difference',
    whichOf: (at: number, all: number) =>
      at === 0 ? `${numbers.format(all)} differ` : `${numbers.format(at)} of ${numbers.format(all)}`,
    leave: 'Leave comparing',
    readOnly: 'Layers that are compared are for reading. Leave comparing to annotate.',
    tooFew: 'Choose two layers or more: what they differ in is marked in the text and told beside it.',
    onlyOne:
      'No other layer than this one is in the workspace. Annotations of colleagues lie in it as files beside the articles.',
    noneThere: 'None of the chosen layers has annotations here.',
    failed: (title: string) => `The layers can’t be compared. ${title}.`,
    again: 'Try again',
    allSame: 'Nothing differs here.',
    noneWanted: 'Nothing that the filter shows differs here.',
    /** What is to be known of a layer in this article. */
    noLayer: (name: string) => `${name} has no layer of this article.`,
    unreadable: (name: string, title: string) => `The layer of ${name} can’t be read: ${title}.`,
    otherText: (name: string) => `${name} annotated another version of this text.`,
    /** null: the count isn't told. */
    unplaced: (name: string, count: number | null) =>
      count === null
        ? `Some annotations of ${name} have no place in this text.`
        : `${counted(count, 'annotation', 'annotations')} of ${name} ${count === 1 ? 'has' : 'have'} no place in this text.`,
    /** Of two pages, which layer this one shows. */
    page: (side: 0 | 1) => (side === 0 ? 'Layer on the first page' : 'Layer on the second page'),
    textOf: (title: string, name: string) => `${title}: ${name}`,
    /** What differs, in a word or two: in the margin. */
    margin: (found: readonly CaseKind[], letters: string) =>
      found.map(kind => (kind === 'only' ? `only ${letters}` : kind)).join(', '),
    kinds: caseKindNames,
    /** What differs, in full. */
    differs: (found: readonly CaseKind[], who: string) =>
      found.map(kind => (kind === 'only' ? `Only ${who}` : caseKindNames[kind])).join(', '),
    and: (names: readonly string[]) => lists.format(names),
    silent: 'nothing here',
    says: (
      who: string,
      { tag, words, entity, attributes, note }: Described,
      links: readonly (readonly [label: string, end: string])[],
    ) =>
      `${who}: ${[
        ...[tag, `“${words}”`, entity, ...attributes.map(([question, answer]) => `${question}: ${answer}`)],
        ...links.map(([label, end]) => `${label} “${end}”`),
        note,
      ]
        .filter(Boolean)
        .join(', ')}`,
    author: 'the article itself',
    place: 'What the layers say',
    nothingSelected: 'Click a marked passage, or go from difference to difference, to see what each layer says.',
    /** Heard of words that differing layers cover. */
    heard: (who: string, described: string) => `${who}: ${described}`,
    said: {
      difference: (what: string, says: readonly string[], silent: string, where: string) =>
        [`${what}.`, ...says.map(one => `${one}.`), silent && `${silent}: nothing here.`, where && `${where}.`]
          .filter(Boolean)
          .join(' '),
      noNext: 'No difference after this one.',
      noPrevious: 'No difference before this one.',
      overlaid: 'The layers are overlaid.',
      beside: (first: string, second: string) => `Side by side: ${first} and ${second}.`,
      blind: (isBlind: boolean) => (isBlind ? 'Names and counts are hidden.' : 'Names are shown.'),
      left: 'Comparing is left. What is shown is your own layer.',
      outside: 'A layer that is compared was changed outside. What is shown is new.',
    },
  },
  deciding: {
    title: 'Review',
    list: 'What layers say differently',
    card: 'The case at hand',
    layers: 'Layers to compare',
    coming: 'Looking up the layers…',
    /** A layer to choose: whose it is, and how many articles have one. null: counts aren't told. */
    layer: (name: string, kind: 'own' | 'gold' | 'colleague', articles: number | null) =>
      `${name}${{ own: ' (yours)', gold: ' (gold)', colleague: '' }[kind]}${articles === null ? '' : `, ${counted(articles, 'article', 'articles')}`}`,
    intro:
      'Choose the layers to compare. What they say differently is listed, the weightiest first, and what you decide stands in your gold layer. Nobody else’s file is written to.',
    tooFew: 'Choose at least one layer.',
    nobody:
      'No layer of anybody is in this workspace. Annotations of colleagues lie in it as files beside the articles.',
    begin: 'Compare',
    again: 'Compare again',
    stop: 'Stop',
    choose: 'Choose layers',
    running: (done: number, total: number) =>
      total === 0 ? 'Comparing…' : `Comparing: ${numbers.format(done)} of ${numbers.format(total)} articles`,
    stopped: 'Stopped. What had been found until then is listed.',
    failed: (title: string) => `The layers can’t be compared. ${title}.`,
    unread: (count: number) =>
      `${counted(count, 'file', 'files')} could not be read: what ${count === 1 ? 'it says' : 'they say'} is missing here.`,
    cut: 'There are more differences than are listed. Decide these first, or choose fewer layers.',
    none: 'The layers say the same everywhere.',
    noneShown: 'Nothing is left that is to be shown. Show all to see what has been decided.',
    progress: (decided: number, total: number) => `${numbers.format(decided)} of ${numbers.format(total)} decided`,
    stale: (count: number) => `${numbers.format(count)} to look at again`,
    blind: 'Hide names',
    order: 'Order',
    orders: { weight: 'By weight', article: 'By article' },
    shown: 'Show',
    shownStates: { open: 'To decide', decided: 'Decided', stale: 'To look at again', all: 'All' },
    kind: 'Kind',
    tag: 'Tag',
    annotator: 'Annotator',
    any: 'All',
    kinds: {
      ...{ only: 'Only in some', tag: 'Other tag', extent: 'Other extent', source: 'Other source' },
      ...{ event: 'Other event', attribute: 'Other answer', entity: 'Other entity', link: 'Other link' },
      ...{ note: 'Other note', same: 'Same' },
    } satisfies Record<CaseKind, string>,
    states: { open: 'to decide', decided: 'decided', stale: 'to look at again' },
    signs: { open: '○', decided: '✓', stale: '!' },
    row: (state: string, kinds: readonly string[], quote: string, article: string, who: readonly string[]) =>
      `${state}: ${kinds.join(', ')}, “${quote}”, ${article}, ${lists.format(who)}`,
    /** The case at hand, as it is said. `where`: which of how many. */
    said: (kinds: readonly string[], says: readonly string[], where: string) =>
      [`${kinds.join(', ')}.`, ...says.map(one => `${one}.`), where && `${where}.`].filter(Boolean).join(' '),
    says: (letter: string, tag: string, quote: string) => `${letter}: ${tag}, “${quote}”`,
    silent: (letter: string) => `${letter}: nothing here`,
    at: (rank: number, all: number) => `${numbers.format(rank)} of ${numbers.format(all)}`,
    noCase: 'Choose a difference in the list to see what each layer says.',
    opening: 'Opening the article…',
    field: {
      ...{ who: 'Layer', tag: 'Tag', words: 'Words', entity: 'Entity', links: 'Links', note: 'Note' },
    },
    same: 'the same',
    differs: 'differs',
    nothing: 'Nothing here',
    noLayer: 'Has no layer of this article',
    empty: '—',
    author: 'the article itself',
    link: (type: string, end: string) => `${type} → ${end}`,
    accept: (letter: string) => `Accept ${letter}`,
    acceptWhy: (name: string) => `What ${name} says goes into gold as it is`,
    acceptSilentWhy: (name: string) => `${name} says nothing here: neither does gold`,
    both: (count: number) => (count > 2 ? 'All of them' : 'Both'),
    neither: 'Neither',
    edit: (letter: string) => `Change ${letter}`,
    editWhy: (name: string) => `What ${name} says goes into gold, to be changed there`,
    reason: 'Reason…',
    reopen: 'Reopen',
    next: 'Next',
    previous: 'Previous',
    nextOpen: 'Next to decide',
    given: (reason: string) => `Reason: ${reason}`,
    givenNext: (reason: string) => `Reason for the next decision: ${reason}`,
    inGold: 'In gold',
    nothingInGold: 'Nothing of it stands in gold.',
    verdicts: { accept: 'taken as it is', change: 'changed in gold', reject: 'not taken' } as Record<string, string>,
    whyStale: {
      new: (name: string) => `${name} has written something here since.`,
      changed: (name: string) => `${name} says something else since.`,
      gone: 'What somebody said here has gone since.',
      'not-in-gold': 'What gold had of it was taken out of gold since.',
    },
    losing: (words: readonly string[]) =>
      `You have changed ${lists.format(words.map(one => `“${one}”`))} in gold since. Press the same key again to give up what you changed.`,
    reasonPicker: 'Why?',
    noReason: 'No reason',
    reasons: {
      missed: 'Missed',
      'not-one': 'Isn’t one',
      'other-tag': 'Other tag',
      'too-long': 'Too long',
      'too-short': 'Too short',
      'other-source': 'Other source',
      'other-event': 'Other event',
      'other-answer': 'Other answer',
      'other-entity': 'Other entity',
      'other-link': 'Other link',
      'unclear-rule': 'The rule isn’t clear',
      slip: 'A slip',
    } satisfies Record<StandardReason, string>,
    agreed: {
      title: 'Take what all agree on',
      threshold: 'Agreed on by',
      all: 'all layers of the article',
      atLeast: (least: number) => `at least ${numbers.format(least)} layers`,
      count: (cases: number, articles: number) =>
        cases === 0
          ? 'Nothing is agreed on as far as that that isn’t decided.'
          : `${counted(cases, 'place', 'places')} in ${counted(articles, 'article', 'articles')}`,
      counting: 'Counting…',
      take: 'Take',
      taken: (cases: number, articles: number) =>
        `Took ${counted(cases, 'place', 'places')} in ${counted(articles, 'article', 'articles')} into gold.`,
      bulk: 'Taking what is agreed on',
      cancelled: 'Nothing was taken.',
    },
    did: {
      begun: (count: number) =>
        count === 0 ? 'The layers say the same everywhere.' : `${counted(count, 'difference', 'differences')}.`,
      took: (names: readonly string[]) => `Accepted ${lists.format(names)}.`,
      none: 'Neither: gold has nothing here.',
      edit: (name: string) => `What ${name} says stands in gold. Change it in the text.`,
      reopened: 'Reopened.',
      reason: (reason: string) => `Reason: ${reason}.`,
      noReason: 'No reason is given.',
      notDecided: 'It hasn’t been decided.',
      left: (count: number) => (count === 0 ? 'Nothing is left to decide.' : `${numbers.format(count)} left.`),
      noNext: 'No case after this one.',
      noPrevious: 'No case before this one.',
      noCase: 'No case is at hand.',
      noSuchLayer: 'There is no such layer here.',
      changedOutside: 'A layer was changed by somebody else. What was decided on it is to be looked at again.',
    },
  },
  coefficients: {
    /** By the name of the measure in files. */
    measures: {
      observed: 'Observed agreement',
      'cohen-kappa': 'Cohen’s κ',
      'scott-pi': 'Scott’s π',
      'bennett-s': 'Bennett’s S',
      'fleiss-kappa': 'Fleiss’ κ',
      'gwet-ac1': 'Gwet’s AC1',
      'gwet-ac2': 'Gwet’s AC2',
      'krippendorff-alpha': 'Krippendorff’s α',
    } satisfies Record<Measure, string>,
    weights: {
      identity: 'unweighted',
      linear: 'linear weights',
      quadratic: 'quadratic weights',
      ordinal: 'ordinal weights',
      ratio: 'ratio weights',
    } satisfies Record<Weighting, string>,
    reasons: {
      'no-ratings': 'There are no ratings.',
      'one-annotator': 'Only one annotator rated anything.',
      'no-pairs': 'No unit was rated by two annotators.',
      'not-two-annotators': 'It is a measure of exactly two annotators.',
      'no-variation': 'Every rating is the same: chance alone would agree everywhere, and nothing is left to measure.',
      'not-numbers': 'Some values are no numbers.',
      'below-zero': 'Some values are below zero, where no value is so many times another.',
      'too-many-values': 'There are too many different values to compare each with each.',
      'nothing-annotated': 'There is nothing on either side.',
      'one-article': 'An interval needs two articles at least, or two units where there are no articles.',
      'rarely-defined': 'In many of the samples it can’t be computed, so an interval would say too much.',
    } satisfies Record<Reason, string>,
    levels: { nominal: 'nominal', ordinal: 'ordinal', interval: 'interval', ratio: 'ratio' } satisfies Record<
      Level,
      string
    >,
    letters: {
      observed: 'Po',
      'cohen-kappa': 'κ',
      'scott-pi': 'π',
      'bennett-s': 'S',
      'fleiss-kappa': 'κ',
      'gwet-ac1': 'AC1',
      'gwet-ac2': 'AC2',
      'krippendorff-alpha': 'α',
    } satisfies Record<Measure, string>,
    /** As the head of a column, where Scott’s and Fleiss’ letters stand side by side. */
    pairTitles: {
      observed: 'Po',
      'cohen-kappa': 'Cohen κ',
      'scott-pi': 'Scott π',
      'bennett-s': 'S',
      'fleiss-kappa': 'Fleiss κ',
      'gwet-ac1': 'AC1',
      'gwet-ac2': 'AC2',
      'krippendorff-alpha': 'α',
    } satisfies Record<Measure, string>,
    symbols: {
      found: 'agreement that was found',
      byChance: 'agreement that is expected by chance',
      differenceFound: 'difference that was found within units',
      differenceByChance: 'difference that is expected by chance',
      units: 'units that two annotators or more rated',
      categories: 'categories',
    },
    formulas: {
      observed: (_level, isTwo) =>
        isTwo
          ? 'Po = units that both rated the same / units that both rated'
          : 'Po = mean over units of pairs that agree / pairs',
      'cohen-kappa': () =>
        'κ = (Po − Pe) / (1 − Pe), Pe = Σ p₁(k) p₂(k): each chooses categories as often as he or she did',
      'scott-pi': () => 'π = (Po − Pe) / (1 − Pe), Pe = Σ ((p₁(k) + p₂(k)) / 2)²: both choose as the two did together',
      'bennett-s': () => 'S = (Po − Pe) / (1 − Pe), Pe = 1 / q: all categories are chosen as often',
      'fleiss-kappa': () => 'κ = (Po − Pe) / (1 − Pe), Pe = Σ π(k)²: everybody chooses as all did together',
      'gwet-ac1': () =>
        'AC1 = (Po − Pe) / (1 − Pe), Pe = Σ π(k) (1 − π(k)) / (q − 1): only part of the choices is by chance',
      'gwet-ac2': () =>
        'AC2 = (Po − Pe) / (1 − Pe), pairs weighed, Pe = T / (q (q − 1)) Σ π(k) (1 − π(k)), T the sum of all weights',
      'krippendorff-alpha': level =>
        ({
          nominal: 'α = 1 − Do / De, difference of two values: 1 if they aren’t the same',
          ordinal: 'α = 1 − Do / De, difference of two values: (ratings between them, each end by half)²',
          interval: 'α = 1 − Do / De, difference of two values: (c − k)²',
          ratio: 'α = 1 − Do / De, difference of two values: ((c − k) / (c + k))²',
        })[level],
    } satisfies Record<Measure, (level: Level, isTwo: boolean) => string>,
    /** As a text refers to them. */
    cites: {
      'cohen-kappa': 'Cohen 1960',
      'scott-pi': 'Scott 1955',
      'bennett-s': 'Bennett, Alpert and Goldstein 1954',
      'fleiss-kappa': 'Fleiss 1971',
      'gwet-ac1': 'Gwet 2008',
      'gwet-ac2': 'Gwet 2014',
      'krippendorff-alpha': 'Krippendorff 2011',
    } satisfies Record<Exclude<Measure, 'observed'>, string>,
    citations: {
      observed:
        'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
      'cohen-kappa':
        'Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20(1), 37–46.',
      'scott-pi':
        'Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. Public Opinion Quarterly, 19(3), 321–325.',
      'bennett-s':
        'Bennett, E. M., Alpert, R., & Goldstein, A. C. (1954). Communications through limited-response questioning. Public Opinion Quarterly, 18(3), 303–308.',
      'fleiss-kappa':
        'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
      'gwet-ac1':
        'Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.',
      'gwet-ac2': 'Gwet, K. L. (2014). Handbook of inter-rater reliability (4th ed.). Advanced Analytics.',
      'krippendorff-alpha':
        'Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania, ScholarlyCommons 43.',
    } satisfies Record<Measure, string>,
    methods: (of: {
      readonly name: string
      readonly cite: string | null
      readonly level: string
      readonly weights: string | null
      readonly isLevelUsed: boolean
      readonly annotators: number
      readonly units: number
      readonly pairedUnits: number
      readonly value: string
      readonly found: string | null
      readonly byChance: string | null
      readonly interval:
        | {
            readonly low: string
            readonly high: string
            readonly confidence: number
            readonly samples: number
            readonly over: 'articles' | 'units'
          }
        | undefined
    }) => {
      const units = `${of.units} ${of.units === 1 ? 'unit' : 'units'}`
      const rated = of.units === of.pairedUnits ? units : `${units}, of which ${of.pairedUnits} had two ratings or more`
      const about = [of.cite, of.isLevelUsed ? `${of.level} level` : null, of.weights].filter(one => one !== null)
      const parts = [
        of.found === null ? null : `observed agreement ${of.found}`,
        of.byChance === null ? null : `expected by chance ${of.byChance}`,
        of.interval
          ? `${of.interval.confidence} % bootstrap interval ${of.interval.low} to ${of.interval.high}, ${of.interval.samples} samples of ${of.interval.over}`
          : null,
      ].filter(one => one !== null)
      return `${of.annotators === 2 ? 'Two' : of.annotators} annotators rated ${rated}. ${of.name}${about.length > 0 ? ` (${about.join('; ')})` : ''} was ${of.value}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}.`
    },
    noFigure: (name: string, why: string) => `${name} can’t be computed. ${why}`,
  },
  /** What `stet review` prints. */
  review: {
    title: (workspace: string, articles: number, layers: readonly string[]) =>
      `${workspace}: ${counted(articles, 'article', 'articles')} with layers of ${layers.join(', ')}`,
    decidedIn: (gold: string | null) =>
      gold === null ? 'Nobody has a gold layer here: nothing is decided.' : `Decisions are those in ${gold}.`,
    columns: ['Cases', 'Decided', 'To look at again', 'Open'],
    kinds: {
      only: 'Only some found it',
      tag: 'Tag',
      extent: 'Extent',
      source: 'Source',
      event: 'Event',
      attribute: 'Attribute',
      entity: 'Entity',
      link: 'Link',
      note: 'Note',
      same: 'All agree',
    },
    all: 'All',
    nothing: 'No article here has a layer that can be compared.',
    sealed: (articles: number) =>
      `Sealed layers of ${counted(articles, 'article', 'articles')} aren’t looked at until all of them are done.`,
    whose: (ids: string) => `Say by --gold in which layer the decisions stand: ${ids}`,
  },
  agreeLayers: {
    notBoth: (name: string) => `Say a workspace or a --table, not both: ${name}`,
    onlyOfTables: (option: string) => `--${option} goes with --table.`,
    onlyOfLayers: (option: string) => `--${option} goes with a workspace.`,
    noTolerance: (said: string) => `--tolerance is a number of words, 0 or more, not “${said}”.`,
    nobody: 'No article here has two layers to be compared.',
    progress: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')} compared`,
    title: (workspace: string, articles: number, annotators: readonly string[]) =>
      `${workspace}: ${counted(articles, 'article', 'articles')} with two layers or more, by ${annotators.join(', ')}`,
    tolerated: (words: number, ignoreEnds: boolean) =>
      `Extents are the same ${words === 0 && !ignoreEnds ? 'letter for letter' : [...(words > 0 ? [`up to ${counted(words, 'word', 'words')} apart`] : []), ...(ignoreEnds ? ['whatever punctuation stands at their ends'] : [])].join(', ')}.`,
    byTag: 'By tag, all pairs of annotators added',
    byPair: 'By pair of annotators, all tags',
    all: 'all',
    pair: (a: string, b: string) => `${a} – ${b}`,
    columns: ['Found', 'Exact', 'Tokens', 'Extent', 'Attributes', 'Entity', 'Links', 'Statement'],
    n: 'n',
    legend:
      'Found, exact, tokens, links and statement are F₁: 1 where both have the same. Extent, attributes and entity are the share that is the same of what was found. n is how many annotations the pairs have.',
    ofAll: 'all annotators',
    measured: (over: string, who: string) => `${over} — ${who}`,
    tag: 'Tag',
    question: 'Question',
    level: 'Level',
    prevalence: 'share',
    interval: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    /** Under a table: why some of its figures aren’t there. */
    why: (figures: string, reason: string) => `  Where there is no ${figures}: ${reason}`,
    partingWays: (
      what: string,
      observed: string,
      kappa: string | null,
      even: string | null,
      value: string,
      share: string,
    ) =>
      `  Look twice at ${what}: ${observed} of the pairs of ratings agree, and κ ${kappa === null ? 'can’t be computed' : `is only ${kappa}`}. “${value}” is ${share} of what was chosen, so chance alone would agree often.${even === null ? '' : ` Were all as frequent, κ would be ${even}.`}`,
    gammaProgress: (done: number, of: number) => `γ of ${done} of ${counted(of, 'article', 'articles')}`,
    gamma:
      'γ, each article a continuum of its own: the disorders of all articles added, weighed by units, as we generalise it — all annotators',
    gammaColumns: ['Tag', 'articles', 'units', 'γ', 'observed', 'expected', 'γcat', 'γk'],
    gammaUnproven: '  Not every alignment is proven to be the best: in some articles there was too much to search.',
    unmarked: 'nothing',
    drawn: (samples: string, confidence: string) =>
      `In brackets are ${confidence} % intervals, of ${samples} samples of articles drawn anew.`,
    nothing: '–',
  },
  /** The sheet that tells how far annotators agree. */
  agreement: {
    title: 'How far we agree',
    looking: 'Looking at what there is…',
    who: (articles: number, names: readonly string[]) =>
      `${counted(articles, 'article', 'articles')} that two or more annotated: ${names.join(', ')}`,
    progress: {
      reading: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')} read`,
      comparing: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')} compared`,
      gamma: (done: number, of: number) => `γ of ${done} of ${counted(of, 'article', 'articles')}`,
    },
    stop: 'Stop',
    stopped: 'Stopped. The figures are those of before.',
    stoppedFirst: 'Stopped before there were any figures.',
    goOn: 'Compare',
    computed: (articles: number) => `Compared in ${counted(articles, 'article', 'articles')}.`,
    stale: 'These figures are being computed anew.',
    leftOut: (unread: number, unplaced: number) =>
      [
        ...(unread > 0 ? [`${counted(unread, 'file', 'files')} can’t be read`] : []),
        ...(unplaced > 0 ? [`${counted(unplaced, 'annotation has', 'annotations have')} no place in the text`] : []),
      ].join(', '),
    leftOutEnd: (what: string) => `Not compared: ${what}.`,
    sealed: (names: readonly string[]) => `Sealed until both are done, and left out: ${names.join(', ')}.`,
    controls: 'What is compared',
    layers: 'Annotators',
    layerOf: (name: string, articles: number) => `${name}, ${counted(articles, 'article', 'articles')}`,
    gold: (name: string) => `${name} (final)`,
    tags: 'Tags',
    allTags: 'All tags',
    extent: 'Same extent',
    wordsApart: 'Words that two ends may lie apart',
    apart: (words: number) => (words === 0 ? 'letter for letter' : `up to ${counted(words, 'word', 'words')} apart`),
    ignoreEnds: 'Overlook punctuation, quotation marks and blanks at the ends',
    nobody: 'Nobody has annotated anything here yet.',
    one: (name: string) =>
      `Only ${name} has annotated here. To see how far people agree, somebody else annotates some of the same articles: they open this folder under their own name, or their annotations are imported.`,
    noneInCommon:
      'These annotators have no article in common. Choose others, or have somebody annotate what another has.',
    chooseTwo: 'Choose two annotators or more.',
    noTags: 'Choose a tag.',
    nothingFound: 'Nobody has given any of these tags.',
    views: {
      levels: 'Levels',
      measures: 'Measures',
      anatomy: 'What differs',
      confusion: 'Which tags',
      time: 'Time and outlets',
    },
    viewsLabel: 'What is shown',
    pairLabel: 'Annotators',
    tagLabel: 'Tag',
    everybody: 'All pairs',
    pair: (a: string, b: string) => `${a} and ${b}`,
    anyTag: 'All tags',
    levels: {
      found: { name: 'Found', why: 'The same tag on words that overlap (F₁)' },
      extent: { name: 'Extent', why: 'Of what was found: the same beginning and end' },
      attributes: { name: 'Attributes', why: 'Of what was found and asked: every question answered alike' },
      entity: { name: 'Entity', why: 'Of what was found and names somebody: the same entity' },
      links: { name: 'Links', why: 'The same kind of link between the same ends (F₁)' },
      statement: { name: 'Statement', why: 'The claim with its source, its event and its polarity (F₁)' },
      exact: { name: 'F₁, same extent', why: 'The same tag with the same beginning and end' },
      tokens: { name: 'F₁, by token', why: 'Words and signs under the same tag' },
    },
    overlapping: 'F₁, overlapping',
    byTag: 'By tag',
    byPair: 'By pair of annotators',
    levelShown: 'Level',
    level: 'Level',
    value: (value: number | null) => (value === null ? '–' : value.toFixed(2)),
    of: (n: number) => `n ${numbers.format(n)}`,
    interval: (low: number, high: number) => `${low.toFixed(2)} to ${high.toFixed(2)}`,
    noInterval: 'no interval',
    intervalComing: '…',
    intervalWhy: '95 % interval, by a bootstrap over articles',
    legend:
      'Each figure with its 95 % interval (a bootstrap over articles) and of how much it is. Found, links and statement are F₁; extent, attributes and entity are shares of what was found. Choose a figure to have it explained.',
    figure: (row: string, level: string, value: string, interval: string, n: string) =>
      `${row}, ${level}: ${[value, interval, n].filter(one => one !== '').join(', ')}`,
    measure: (name: string, value: string, interval: string, n: string) => `${name}: ${value}, ${interval}, ${n}`,
    nothingToCompare: 'nothing to compare',
    measures: {
      of: { units: 'By matched unit', tokens: 'By token' },
      unitsWhy: 'What annotators found, matched: which tag did each give it, or none?',
      tokensWhy: 'Each word or sign: does it stand under the tag?',
      chooseTag: 'Tokens are rated tag by tag: choose a tag.',
      columns: ['Measure', 'Value', '95 % interval', 'n'],
      tagShares: 'How often each tag was chosen',
      nothing: 'nothing',
      tagShare: (tag: string, share: string) => `${tag} ${share}`,
      extent: (units: number, paired: number) =>
        `${counted(units, 'unit', 'units')}, ${numbers.format(paired)} rated by two or more`,
      extentOfTokens: (tokens: number) => counted(tokens, 'token', 'tokens'),
    },
    anatomy: {
      title: 'What the differences are made of',
      places: (places: number, same: number, differences: number) =>
        `${counted(places, 'place', 'places')} compared, ${numbers.format(same)} the same; ${counted(differences, 'difference', 'differences')}`,
      none: 'There is no difference at all.',
      why: 'A place that differs in several things counts in each. Notes count for nothing.',
      columns: ['Difference', 'How often', 'Share'],
      parts: {
        missed: 'Missed',
        tag: 'Tag',
        extent: 'Extent',
        attribute: 'Attribute',
        source: 'Source',
        event: 'Event',
        entity: 'Entity',
        link: 'Other link',
      },
      whys: {
        missed: 'only one of the two has anything there',
        tag: 'the same words under another tag',
        extent: 'the same tag with another beginning or end',
        attribute: 'a question answered otherwise',
        source: 'linked to somebody else as the source',
        event: 'linked to another event',
        entity: 'another entity is meant',
        link: 'linked otherwise',
      },
      part: (name: string, count: number, share: string) => `${name}: ${numbers.format(count)}, ${share}`,
    },
    cases: {
      ofPart: (part: string, count: number) => `${part}: ${counted(count, 'case', 'cases')}`,
      ofCell: (row: string, column: string, count: number) => `${row} – ${column}: ${counted(count, 'case', 'cases')}`,
      first: (shown: number) => `The first ${numbers.format(shown)} are listed.`,
      looking: 'Looking for the cases…',
      side: (name: string, tag: string) => `${name}: ${tag}`,
      nothing: (name: string) => `${name}: nothing`,
      close: 'Close the list',
      gone: 'These words don’t stand there any more: the article was changed since.',
      opened: (quote: string) => `Selected: ${quote}`,
    },
    confusion: {
      title: 'Which tags meet which',
      rows: (name: string) => `Rows: ${name}`,
      columns: (name: string) => `columns: ${name}`,
      bothSides: 'Nobody is first: each meeting counts once from either side, so rows and columns say the same.',
      pairWhy: (rows: string, columns: string) => `Rows are the tags of ${rows}, columns those of ${columns}.`,
      nothing: 'nothing',
      sum: 'all',
      cell: (row: string, column: string, count: number) => `${row} meets ${column}: ${numbers.format(count)}`,
    },
    time: {
      title: 'Over time',
      outlets: 'By outlet',
      period: 'By',
      periods: { month: 'month', week: 'week' },
      columns: ['When', 'Articles'],
      outletColumns: ['Outlet', 'Articles'],
      tooFew: (fewest: number) => `too few (under ${fewest})`,
      undated: {
        month: (articles: number) => `${counted(articles, 'article', 'articles')} without a date that names the month.`,
        week: (articles: number) => `${counted(articles, 'article', 'articles')} without a date that names the week.`,
      },
      unknown: (articles: number) => `${counted(articles, 'article', 'articles')} whose outlet isn’t known.`,
      nothing: 'No article has a date.',
      noOutlets: 'No article names its outlet.',
      chart: (level: string, from: string, to: string) => `${level}, from ${from} to ${to}`,
      when: (key: string) => spokenDate(key),
    },
    gamma: {
      title: 'γ',
      why: 'γ (Mathet, Widlöcher and Métivier 2015) weighs places and tags together, article by article. It takes long.',
      compute: 'Compute γ',
      of: (value: string, articles: number) => `γ ${value}, mean of ${counted(articles, 'article', 'articles')}`,
      none: 'No article has what γ could be computed of.',
    },
    explain: 'How this figure comes about',
    closeExplain: 'Close the explanation',
    copyMethods: 'Copy these words',
    copied: 'Copied.',
    copyReport: 'Copy the report',
    reportCopied: 'The report was copied, as Markdown.',
    methodsTitle: 'For a methods section',
    citationTitle: 'Source',
    countsTitle: 'Counts',
    formulaTitle: 'Formula',
    explained: {
      both: {
        found: 'annotations that both have: the same tag on words that overlap',
        exact: 'annotations that both have: the same tag and the same extent',
        tokens: 'tokens under the tag in both',
        links: 'links that both have',
        statement: 'statements that both have whole',
      },
      onlyFirst: 'only the first of two annotators',
      onlySecond: 'only the second',
      same: {
        extent: 'with the same extent',
        attributes: 'with every question answered alike',
        entity: 'with the same entity',
      },
      of: {
        extent: 'found by both',
        attributes: 'found by both, of which either answered a question',
        entity: 'found by both, of which either names an entity',
      },
      f1Formula: 'F₁ = 2 · both / (2 · both + only the first + only the second)',
      f1Worked: (both: number, first: number, second: number, value: string) =>
        `F₁ = 2 · ${both} / (2 · ${both} + ${first} + ${second}) = ${value}`,
      shareFormula: 'share = the same / all that it is asked of',
      shareWorked: (same: number, of: number, value: string) => `share = ${same} / ${of} = ${value}`,
      f1Citation:
        'van Rijsbergen, C. J. (1979). Information retrieval (2nd ed.). Butterworths. As agreement: Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.',
      shareCitation:
        'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
      noFigure: (name: string) => `${name}: there is nothing to compare.`,
      f1Methods: (of: LevelMethods & { readonly what: string; readonly n: number }) =>
        `${annotatedBy(of)} Agreement at ${aboutLevel(of)} was measured as F₁, pairs of annotators added, over ${of.what} (annotations matched by an optimal assignment; ${numbers.format(of.n)} in all): ${of.value}${intervalSaid(of)}. ${of.extent}`,
      shareMethods: (of: LevelMethods & { readonly of: number }) =>
        `${annotatedBy(of)} Of ${numbers.format(of.of)} matched pairs of annotations (optimal assignment), agreement at ${aboutLevel(of)} was ${of.value}${intervalSaid(of)}. ${of.extent}`,
    },
  },
  figures: {
    /** By the name of the measure in files. */
    measures: {
      'f1-found': 'F₁ found',
      'f1-exact': 'F₁ same extent',
      'f1-tokens': 'F₁ by token',
      'same-extent': 'Same extent',
      'same-attributes': 'Same attributes',
      'same-entity': 'Same entity',
      'f1-links': 'F₁ links',
      'f1-statement': 'F₁ whole statement',
      'u-alpha': 'Krippendorff’s uα',
      'u-alpha-binary': 'Krippendorff’s |uα',
      'cu-alpha': 'Krippendorff’s cuα',
      'ku-alpha': 'Krippendorff’s (k)uα',
      'b-cubed': 'B³',
      'ceaf-mentions': 'CEAF of mentions',
      'ceaf-entities': 'CEAF of entities',
    } satisfies Record<Exclude<FigureMeasure, Measure>, string>,
    /** As the head of a column. */
    titles: {
      'f1-found': 'Found',
      'f1-exact': 'Exact',
      'f1-tokens': 'Tokens',
      'same-extent': 'Extent',
      'same-attributes': 'Attributes',
      'same-entity': 'Entity',
      'f1-links': 'Links',
      'f1-statement': 'Statement',
      observed: 'Po',
      'cohen-kappa': 'Cohen κ',
      'scott-pi': 'Scott π',
      'bennett-s': 'S',
      'fleiss-kappa': 'Fleiss κ',
      'gwet-ac1': 'AC1',
      'gwet-ac2': 'AC2',
      'krippendorff-alpha': 'α',
      'u-alpha': 'uα',
      'u-alpha-binary': '|uα',
      'cu-alpha': 'cuα',
      'ku-alpha': '(k)uα',
      'b-cubed': 'B³',
      'ceaf-mentions': 'CEAF mentions',
      'ceaf-entities': 'CEAF entities',
    } satisfies Record<FigureMeasure, string>,
    overs: {
      annotations: 'Annotations',
      tokens: 'Tokens, under the tag or not',
      units: 'Matched units; what one left out is a value',
      matched: 'Matched units that two or more marked; what one left out isn’t rated',
      answers: 'Answers about matched units',
      continuum: 'The text as a continuum of units and gaps',
      entities: 'Entities of matched mentions',
    } satisfies Record<Over, string>,
    levels: {
      nominal: 'nominal',
      ordinal: 'ordinal',
      interval: 'interval',
      ratio: 'ratio',
      sets: 'sets (MASI)',
    } satisfies Record<Exclude<FigureLevel, null>, string>,
  },
  agreeTable: {
    noTable: 'Say a workspace, or which table: --table FILE, or --table - for standard input.',
    noLevel: (levels: string) => `Say what the ratings are: --level ${levels}.`,
    unknownLevel: (said: string, levels: string) => `“${said}” is no level. There are: ${levels}.`,
    unknownEdge: (option: string, said: string) => `--${option} is “names” or “ratings”, not “${said}”.`,
    unknownMeasure: (said: string, known: string) => `“${said}” is no measure of a table. There are: ${known}.`,
    contingency: (rows: string, columns: string) => `Rows: ${rows}; columns: ${columns}`,
    coincidences: 'Coincidences of values within units',
    shares: ['Category', 'Ratings', 'Share of the units'],
    sum: 'all',
    pair: (one: string, other: string) => `${one} and ${other}`,
    pairColumns: ['Annotators', 'Units'],
    twice: (category: string) => `--categories names “${category}” twice.`,
    noCategory: '--categories names no category.',
    noNumber: (option: string, said: string) => `--${option} wants a whole number above 0, not “${said}”.`,
    withIntervals: (option: string) => `--${option} goes with --intervals.`,
    refused: {
      empty: 'There are no ratings in this table.',
      ragged: (row: number, cells: number, wanted: number) =>
        `Row ${row} has ${cells} ${cells === 1 ? 'cell' : 'cells'}, where others have ${wanted}. A missing rating is an empty cell between its commas.`,
      notANumber: (row: number, cell: string, level: string) =>
        `“${cell}” in row ${row} is no number, and ${level} ratings are numbers. If it stands for nothing, say --missing ${/\s/u.test(cell) ? `'${cell}'` : cell}.`,
      notANumberListed: (cell: string, level: string) =>
        `“${cell}” among --categories is no number, and ${level} ratings are numbers.`,
      notACategory: (row: number, cell: string) => `“${cell}” in row ${row} is none of the --categories.`,
      noOrder: (words: string) =>
        `These ratings are words, and nothing says which is lower. Say so, the lowest first: --categories ${words}`,
    },
    looksMissing: (value: string) =>
      `“${value}” counts as a category here. If it stands for a missing rating, say --missing '${value}'.`,
    notSure:
      'The first column counts up as names of units do, and was taken for ratings. If it is names, say --first-column names.',
    title: (file: string, level: string) => `${file}, ${level}`,
    laidOut: (row: boolean, column: boolean) =>
      row && column
        ? 'The first row and the first column are names.'
        : row
          ? 'The first row is names.'
          : column
            ? 'The first column is names.'
            : 'No row or column of names: everything is ratings.',
    counts: (units: string, annotators: string, ratings: string, paired: string) =>
      `${units} by ${annotators}: ${ratings}; ${paired}`,
    units: (count: number) => (count === 1 ? '1 unit' : `${count} units`),
    annotators: (count: number) => (count === 1 ? '1 annotator' : `${count} annotators`),
    ratings: (count: number, missing: number) =>
      `${count === 1 ? '1 rating' : `${count} ratings`}${missing > 0 ? `, ${missing} missing` : ''}`,
    paired: (count: number) => `${count === 1 ? '1 unit' : `${count} units`} rated by two or more`,
    categories: (list: string) => `Categories: ${list}`,
    more: (count: number) => `and ${count} more`,
    columns: ['Measure', 'Value', 'Found', 'By chance'],
    interval: (per: string) => `${per} % interval`,
    intervalOf: (low: string, high: string) => `${low} to ${high}`,
    alphaParts: 'Of α, found and by chance are disagreement; of all others agreement.',
    partingWays: (observed: string, kappa: string | null, even: string | null, category: string, share: string) =>
      `Look twice: ${observed} of the pairs of ratings agree, and κ ${kappa === null ? 'can’t be computed' : `is only ${kappa}`}. “${category}” is ${share} of what was chosen, so chance alone would agree often.${even === null ? '' : ` Were all categories as frequent, κ would be ${even}.`}`,
  },
  commandLine: {
    opening: [
      'Stet reads articles and what was annotated in them, without a window.',
      'Below, “stet” stands for:  npm run -s stet --',
    ],
    commandsTitle: 'Commands',
    closing: ['“stet COMMAND --help” tells more of each, with examples.'],
    usageTitle: 'Usage',
    optionsTitle: 'Options',
    examplesTitle: 'Examples',
    exitsTitle: 'Exit codes',
    exits: [
      'it is done',
      'something is wrong with what it was about; standard error says what',
      'its words mean nothing; standard error says which',
    ],
    helpOption: ['--help', 'print this, and do nothing'] as const,
    hint: (command: string | undefined) =>
      command === undefined ? '“stet help” lists what can be done.' : `“stet ${command} --help” says how it is called.`,
    commands: {
      text: {
        does: 'Prints the text of an article, letter for letter: exactly the one that offsets count.',
        more: [],
        usage: ['FILE [--encoding NAME]', '- [--as NAME.html] [--encoding NAME]'],
        options: {
          encoding: ['NAME', 'read it in this encoding, whatever was found or chosen'],
          as: ['NAME', 'read standard input (-) as a file of this name would be read; as plain text without it'],
        },
        examples: ['text summit.pdf', 'text moscow.txt --encoding koi8-r', 'text - --as page.html < page.html | wc -m'],
      },
      info: {
        does: 'Tells what is known of an article, or of every article in a folder and below it.',
        more: [],
        usage: [
          'FILE [--encoding NAME] [--json]',
          '- [--as NAME.html] [--encoding NAME] [--json]',
          'WORKSPACE [--json]',
        ],
        options: {
          encoding: ['NAME', 'read it in this encoding, whatever was found or chosen'],
          as: ['NAME', 'read standard input (-) as a file of this name would be read; as plain text without it'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'info summit.txt',
          'info corpus',
          'info corpus --json > corpus.json',
          'info - --as page.html --json < page.html',
        ],
      },
      check: {
        does: 'Checks every file of a workspace, every annotation and every link, and says what is wrong.',
        more: ['Nothing is written. Errors are wrong; warnings wait for a person or may be meant.'],
        usage: ['WORKSPACE [--strict] [--hints] [--all] [--json]'],
        options: {
          strict: ['exit with 1 where there are warnings, too'],
          hints: ['print what annotators may have forgotten, too: what the list of problems says'],
          all: ['print every finding; without it, ten of a kind for each file'],
          json: ['print one JSON object with all of them, and nothing else on standard output'],
        },
        examples: [
          'check corpus',
          'check corpus --strict && git commit',
          "check corpus --json | jq -r '.findings[] | [.severity, .kind, .file] | @tsv'",
        ],
        exits: [
          'nothing is wrong; there may be warnings',
          'there are errors, or with --strict warnings',
          'its words mean nothing; standard error says which',
        ],
      },
      review: {
        does: 'Says how many places annotators say something else of, by what they differ in, and how many are decided.',
        more: [
          'A case is a place of an article and what several layers say there. Without --layers all take part but gold. What is',
          'decided stands in the gold layer of a reviewer. A decision counts as long as what was judged says what it said then.',
          'Nothing is written.',
        ],
        usage: [
          'WORKSPACE [--layers a,b] [--gold ID] [--tags claim,actor] [--tolerance WORDS] [--ignore-ends] [--json]',
        ],
        options: {
          layers: ['IDS', 'compare the layers of these annotators alone: alice,bob'],
          gold: ['ID', 'the layer in which the decisions stand: gold-carol; needed only where there are several'],
          tags: ['IDS', 'count only cases in which one of these tags is given'],
          tolerance: ['WORDS', 'how many words starts and ends may lie apart and count as the same; 0 without it'],
          'ignore-ends': ['quotation marks, other punctuation and white space at the ends of spans count for nothing'],
          json: ['all of it as JSON'],
        },
        examples: ['review corpus', 'review corpus --layers alice,bob --gold gold-carol --json'],
      },
      letters: {
        does: 'Writes each annotator a letter: what the final layer has otherwise than theirs, with the reasons.',
        more: [
          'A letter has every correction by kind: the words, what the annotator said, what is final, the reviewer’s reason and',
          'remark, and the codebook’s paragraph; and how much was right. A letter as a web page lets its reader disagree and saves',
          'a small file, which “stet answer” takes. FOLDER is made, and mustn’t be there. Nothing in the workspace is touched.',
          'Layers of a sealed coding that isn’t open yet are left out.',
        ],
        usage: ['WORKSPACE --gold ID --out FOLDER [--for bob,carol] [--format html|markdown] [--blind] [--json]'],
        options: {
          gold: ['ID', 'the final layer: gold-alice'],
          out: ['FOLDER', 'where the letters go'],
          for: ['IDS', 'write to these annotators alone; to all who have a layer beside the final one without it'],
          format: ['NAME', 'html, a page to answer in, or markdown; html without it'],
          blind: ['don’t say who decided'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'letters corpus --gold gold-alice --out letters',
          'letters corpus --gold gold-alice --for bob --format markdown --out to-bob',
        ],
      },
      packet: {
        does: 'Makes a review packet: one web page in which somebody without Stet accepts, rejects and comments.',
        more: [
          'The page has the texts of the articles, whole, and works without a network, in any browser. Its reader saves a small file,',
          'which “stet answer” takes. FILE.html is made, and mustn’t be there. Layers of a sealed coding that isn’t open yet are left out.',
        ],
        usage: ['WORKSPACE --layers bob,carol --out FILE.html [--articles FILTER] [--from NAME] [--blind] [--json]'],
        options: {
          layers: ['IDS', 'whose annotations are judged'],
          out: ['FILE', 'the page'],
          articles: ['FILTER', 'articles that fit alone, as in the list: outlet:herald status:done'],
          from: ['NAME', 'who asks for the review'],
          blind: ['call annotators A, B, …'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'packet corpus --layers bob --articles 2018/ --from Alice --out review.html',
          'packet corpus --layers bob,carol --blind --out review.html --json',
        ],
      },
      answer: {
        does: 'Brings in what somebody answered to a packet or a letter, as a layer of theirs.',
        more: [
          'The layer has their judgements and comments, and no annotations. What is about a text or an annotation that is otherwise by',
          'now is left out and told, one by one. Bringing the same answer in twice changes nothing, and another answer to the same',
          'packet takes the first one’s place. Only files that answers made are ever changed: where a layer of that id is somebody',
          'else’s, nothing is written, and --as gives the answer another id.',
        ],
        usage: ['WORKSPACE ANSWER.json [--as ID] [--dry-run] [--json]'],
        options: {
          as: ['ID', 'the annotator id of whoever answered; made of their name without it'],
          'dry-run': ['say what would be done, and write nothing'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'answer corpus review-answer-carol.json --dry-run',
          'answer corpus review-answer-carol.json --as carol',
        ],
      },
      unpack: {
        does: 'Makes a file for each article of a file that holds many; run again, it knows what is there.',
        more: ['Nothing is ever written over. Articles that can’t be read are named on standard error.'],
        usage: [
          'ARCHIVE --to WORKSPACE [--into FOLDER] [--name PATTERN] [--column PART=COLUMN …] [--differing] [--json]',
        ],
        options: {
          to: ['WORKSPACE', 'the workspace that the articles go to'],
          into: ['FOLDER', 'a folder inside it; it is made where it isn’t there'],
          name: ['PATTERN', 'what the files are called; {date}_{outlet}_{slug} without it'],
          column: ['PART=COLUMN', 'which column of a table holds what, by its number or the name above it: text=3'],
          differing: ['put an article that is there with another text beside the first'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'unpack week.zip --to corpus',
          'unpack week.csv --to corpus --into week --column text=3 --column title=Headline',
          'unpack mails.mbox --to corpus --json > report.json',
        ],
      },
      seal: {
        does: 'Says whether layers of sealed codings say what they said when they were sealed. Nothing is encrypted.',
        more: ['The hashes stand in stet.json. A layer that was changed since is named with both, and it ends with 1.'],
        usage: ['WORKSPACE [--json]'],
        options: { json: ['print one JSON object, and nothing else on standard output'] },
        examples: ['seal corpus', 'seal corpus --json > seals.json'],
      },
      merge: {
        does: 'Merges two versions of a file of Stet by id and field: of annotations, of facts or of stet.json.',
        more: [
          'BASE is what both began with; an empty file, or /dev/null, where both added it. What the files are stands in them.',
          'What both changed otherwise is named on standard error, and stands twice in the result, between git’s marks: Stet',
          'opens such a file as two versions. Nothing of either is lost. “stet git-setup” has git call it.',
        ],
        usage: ['BASE MINE THEIRS --out FILE|- [--as NAME] [--quiet] [--json]'],
        options: {
          out: ['FILE', 'where the result goes; it may be one of the three. - prints it'],
          as: ['NAME', 'what the file is called in sentences, where it has a name that says nothing'],
          quiet: ['say nothing where all could be merged'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'merge base.json mine.json theirs.json --out mine.json',
          'merge /dev/null a.stet.json b.stet.json --out - > both.stet.json',
          'merge base.json mine.json theirs.json --out merged.json --json > report.json',
        ],
      },
      'git-setup': {
        does: 'Has git merge the files of Stet by annotation and field, in this clone.',
        more: [
          'Adds lines to the .gitattributes of FOLDER, which are committed for everybody, and names this Stet in the',
          'configuration of this clone, which is nobody else’s: run it once in every clone. FOLDER is the workspace; without',
          'it, where it is called from. What stands in either stays, and run again it changes nothing.',
        ],
        usage: ['[FOLDER] [--undo] [--json]'],
        options: {
          undo: ['take out again what it put there'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: ['git-setup corpus', 'git-setup corpus --json', 'git-setup corpus --undo'],
      },
      import: {
        does: 'Takes what others annotated into a workspace, as layers of named annotators.',
        more: [
          'Nothing is ever written over: articles that are there with the same text get the layers, and a layer that is there',
          'stays. Tags, attributes and links that the codebook lacks are added to stet.json. What can’t be taken is named by',
          'file and line; the rest is taken.',
        ],
        usage: [
          'FILE|FOLDER|- … --to WORKSPACE [--format ID|auto] [--layer ID] [--map FILE] [--dry-run] [--json]',
          'FOLDER --to WORKSPACE --format brat --text PATTERN --annotations PATTERN [--dry-run] [--json]',
        ],
        options: {
          to: ['WORKSPACE', 'the workspace that it goes to'],
          format: ['ID', 'the format; without it, or with auto, the one that the files look like'],
          layer: ['ID', 'whose annotations they are, where the files don’t say it; imported without it'],
          text: ['PATTERN', 'where the texts stand: text/{article}.txt'],
          annotations: ['PATTERN', 'where the annotation files stand: attributions/{article}_{layer}.ann'],
          map: ['FILE', 'a map by which tags, answers, links and events become others'],
          as: ['NAME', 'what - , standard input, is called, where its ending or its name says something'],
          'dry-run': ['say what there is, and write nothing'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'import corpus.jsonl --to workspace',
          'import - --to workspace --format jsonl < corpus.jsonl',
          'import project.json --to workspace --format label-studio --layer ada',
          "import polnear --to workspace --format brat --text 'text/{article}.txt' --annotations 'attributions/{article}_{layer}.ann'",
        ],
      },
      export: {
        does: 'Writes a dataset of the annotated articles of a workspace, reads it back, and says what it could not hold.',
        more: [
          'Nothing is ever written over. Beside the dataset stands its receipt, OUT.receipt.json: hashes, choices, and',
          'everything that was left out, annotation by annotation. “stet formats” lists what each format can say, and',
          'which programs of others have read it; a format that none has read yet is marked there.',
        ],
        usage: [
          'WORKSPACE --format ID --out PATH [--layers a,b|all] [--tags a,b] [--zones a,b] [--articles FILTER] [--unit NAME]',
          '… [--no-text] [--anonymous] [--on-overlap WAY] [--on-crossing WAY] [--on-discontinuous WAY] [--on-cut-words WAY] [--with NAME=VALUE …]',
          '… [--shard 2/8] [--split 80/10/10 [--seed 7] [--earlier FILE]] [--json]',
          'WORKSPACE --format ID --dry-run [the same choices] [--json]',
        ],
        options: {
          format: ['ID', 'the format; “stet formats” lists them'],
          out: [
            'PATH',
            'the file or the folder to make; nothing may be there yet. - prints a dataset of one file, once it was read back',
          ],
          receipt: ['FILE', 'with --out -: where the receipt goes; without it there is none'],
          layers: ['LIST', 'whose annotations, by the annotators’ ids; everybody’s without it'],
          tags: ['LIST', 'annotations of these tags alone'],
          articles: [
            'FILTER',
            'articles that fit alone, as in the list of the window: words, outlet:gazette, by:roe, date:2031-03..2031-05, status:done …',
          ],
          zones: ['LIST', 'annotations that begin in these zones alone: title, body, quote …'],
          unit: ['NAME', 'what offsets count: codepoint, utf16 or utf8, as far as the format allows'],
          'no-text': ['leave the articles’ texts out, where the format makes sense without them'],
          anonymous: ['call annotators a1, a2 …'],
          'on-overlap': [
            'WAY',
            'what becomes of annotations that overlap: keep-longest, keep-shortest, keep-first, drop',
          ],
          'on-crossing': ['WAY', 'the same, where only those that cross can’t be said'],
          'on-discontinuous': ['WAY', 'what becomes of those with gaps: hull, parts, first-part, drop'],
          'on-cut-words': ['WAY', 'what becomes of those that cut a word: grow, drop'],
          'on-space-at-ends': ['WAY', 'what becomes of those that begin or end with a space: trim, drop'],
          'on-attributes': ['WAY', 'what becomes of attributes, where they can’t be said as they are: words, drop'],
          'on-several-answers': ['WAY', 'the same of attributes with several answers'],
          'on-typed-values': ['WAY', 'the same of numbers, and of yes and no'],
          with: ['NAME=VALUE', 'a choice of the format’s own; “stet formats” lists them'],
          split: ['SHARES', 'put articles into train, validation and test, in per cent; near-duplicates stay together'],
          seed: ['NUMBER', 'another split of the same shares'],
          earlier: [
            'FILE',
            'with --split: the receipt of an earlier split; its articles keep their parts, and what resembles them follows',
          ],
          shard: ['I/N', 'the articles of the Ith of N shards alone, whatever process asks'],
          'dry-run': ['write nothing: say what the format can’t hold, whom it concerns, and what else could be chosen'],
          json: ['print the receipt as one JSON object, and nothing else on standard output'],
        },
        examples: [
          'export corpus --format jsonl --out corpus.jsonl',
          'export corpus --format brat --out brat --layers alice,gold-bob --anonymous',
          'export corpus --format conll2003 --out ner --tags actor --on-overlap keep-longest',
          'export corpus --format conll2003 --dry-run',
          'export corpus --format jsonl --out - --receipt corpus.receipt.json | gzip > corpus.jsonl.gz',
          "export corpus --format csv --out march --articles 'date:2031-03 outlet:gazette status:done'",
        ],
      },
      agree: {
        does: 'Says how far annotators agree: by their layers in a workspace, level by level, or by a table of ratings.',
        more: [
          'In a workspace the layers of each article are matched, two by two, as well as they can be, by place and tag. Without',
          '--layers all take part. Levels are told first, then every measure, by tag. Nothing is written. What follows is about tables.',
          'Rows are units, columns annotators, and an empty cell is a rating that is missing. A first row of names is recognised, and',
          'so is a first column of units’ names where there is such a row above it, or where it is words. What was recognised is said.',
          'κ, π, S and AC1 know the same and not the same; AC2 and α count how far values are apart, as the level says. Ratings that',
          'are ordinal are numbers, or words of which --categories says the order.',
        ],
        usage: [
          'WORKSPACE [--layers a,b] [--tags claim,actor] [--tolerance WORDS] [--ignore-ends] [--gamma] [--json]',
          '--table FILE|- --level nominal|ordinal|interval|ratio [--categories a,b,c] [--missing TEXT …] [--json]',
          '… [--first-row names|ratings] [--first-column names|ratings] [--explain MEASURE]',
          'WORKSPACE or --table … [--pairs] [--intervals [--samples N] [--seed N]]',
        ],
        options: {
          layers: ['IDS', 'compare the layers of these annotators alone: alice,gold-bob'],
          tags: ['IDS', 'count annotations of these tags alone'],
          tolerance: ['WORDS', 'how many words starts and ends may lie apart and count as the same; 0 without it'],
          'ignore-ends': ['quotation marks, other punctuation and white space at the ends of spans count for nothing'],
          gamma: ['measure γ too, which takes long: a second an article and more. Ctrl and C stop it'],
          table: ['FILE', 'the table: cells between commas, semicolons, tabs or bars. - is standard input'],
          level: [
            'NAME',
            'what values say: names (nominal), an order (ordinal), distances (interval), also from zero on (ratio)',
          ],
          categories: [
            'LIST',
            'all categories, the lowest first where they have an order, with those that nobody chose',
          ],
          missing: ['TEXT', 'what stands for a missing rating besides nothing: NA'],
          'first-row': ['WHAT', 'the first row is names or ratings, whatever it looks like'],
          'first-column': ['WHAT', 'the first column is names or ratings, whatever it looks like'],
          intervals: [
            'give the 95 % interval of each figure, by drawing articles anew, or units of a table (bootstrap)',
          ],
          samples: ['N', 'so many samples are drawn for an interval; 1000 without it'],
          seed: ['N', 'other samples; the same number draws the same ones'],
          pairs: ['give every measure for every two of the annotators, too'],
          explain: ['MEASURE', 'say what a figure is made of, whose it is, and how to report it: krippendorff-alpha'],
          json: ['print one JSON object, and nothing else on standard output'],
        },
        examples: [
          'agree corpus',
          'agree corpus --layers alice,bob --tags claim --tolerance 1 --ignore-ends --json',
          'agree corpus --pairs --intervals',
          'agree --table ratings.csv --level nominal',
          'agree --table ratings.csv --level nominal --explain cohen-kappa',
          'agree --table ratings.csv --level ordinal --categories low,middle,high --intervals',
          'agree --table - --level interval --missing NA --json < ratings.csv',
        ],
      },
      formats: {
        does: 'Lists the formats of datasets: which are written and read, and what each can’t say.',
        more: [],
        usage: ['[--json]'],
        options: { json: ['print one JSON object, and nothing else on standard output'] },
        examples: ['formats', 'formats --json'],
      },
    } satisfies Record<string, CommandText>,
    noCommand: 'Say what to do.',
    unknownCommand: (name: string) => `There is no command called “${name}”.`,
    noFile: (command: string) => `Say which file “${command}” is to be about.`,
    notAWorkspace: 'A workspace is a folder; this is a file.',
    notOneFile: 'The text of one file can be printed, not that of a folder.',
    encodingOfOne: 'An encoding can be named for one file, not for a folder.',
    tooMany: (rest: string) => `This is more than one file: ${rest}`,
    unknownOption: (option: string) => `${option} means nothing here.`,
    wrongValue: (option: string) => `${option} wants a value where it has one, and none where it has none.`,
    asOfInput: 'Only standard input is told what to be read as: --as goes with - in place of a file.',
    unknownEncoding: (name: string, known: string) => `No encoding is called “${name}”. There are: ${known}.`,
    noTarget: 'Say into which workspace: --to FOLDER.',
    noPattern: (pattern: string, known: string) =>
      `“${pattern}” names no article. A name is made of these, and of letters between them: ${known}`,
    noColumn: (said: string, known: string) => `“${said}” names no column, as text=3 does. There are: ${known}.`,
    noTable: 'This file is no table: it has no columns to be named.',
    unknownColumn: (said: string, known: string) => `There is no column “${said}”. There are: ${known}.`,
    unpacking: (found: number, share: number) =>
      `${counted(found, 'article', 'articles')}, ${Math.floor(share * 100)} % of the file`,
    unpacked: (
      archive: string,
      workspace: string,
      of: { found: number; written: number; there: number; differ: number; unread: number },
    ) =>
      [
        `${archive} → ${workspace}: ${counted(of.found, 'article', 'articles')}, ${of.written} written, ${of.there} there already`,
        ...(of.differ > 0 ? [`${of.differ} there with another text`] : []),
        ...(of.unread > 0 ? [`${of.unread} that can’t be read`] : []),
      ].join(', '),
    unread: (name: string, why: string) => `${name}: ${why}`,
    mapped: (count: number, why: string) => `${counted(count, 'time', 'times')} the map ${why}`,
    notRead: (name: string) => `${name} is written, not read.`,
    formatUnclear: (name: string, likely: string) =>
      likely === ''
        ? `${name} looks like none of the formats: say which with --format.`
        : `${name} may be ${likely}: say which with --format.`,
    untaken: (place: string, why: string, what: string, detail: string, taken: boolean) =>
      [`${place}: ${why}`, what, detail, ...(taken ? ['it was taken all the same'] : [])].filter(Boolean).join(': '),
    wouldImport: (name: string, of: { articles: number; annotations: number; links: number }) =>
      `${name}: ${counted(of.articles, 'article', 'articles')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')}; nothing was written`,
    imported: (
      name: string,
      of: { written: number; there: number; layers: number; annotations: number; links: number },
    ) =>
      `${name}: ${counted(of.written, 'article', 'articles')} written, ${of.there} there already, ${counted(of.layers, 'layer', 'layers')} with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}`,
    needs: (option: string) => `${option} is missing.`,
    unknownFormat: (name: string, known: string) => `No format is called “${name}”. There are: ${known}.`,
    notWritten: (name: string) => `${name} is read, not written.`,
    oneOf: (option: string, said: string, known: string) => `${option} knows no “${said}”. There are: ${known}.`,
    noSuchLayers: (ids: string) => `Nobody here is called ${ids}.`,
    noSuchField: (names: string, known: string) =>
      `--articles knows no ${names}. A filter asks by ${known}; what has a colon of its own stands in quotation marks.`,
    noArticleFits: (filter: string) => `No article fits “${filter}”.`,
    textStays: (format: string) => `${format} makes no sense without the texts: leave --no-text out.`,
    notShares: (said: string) =>
      `“${said}” are no shares: they are numbers that make 100, as 80/10/10 or train=90/test=10.`,
    split: ({ parts, families }: Pick<SplitReport, 'parts' | 'families'>) =>
      [
        parts.map(({ name, articles }) => `${name} ${articles}`).join(', '),
        `${counted(families.count, 'family', 'families')} of near-duplicates (${counted(families.articles, 'article', 'articles')}) kept together`,
      ].join('; '),
    noEarlier: (file: string) =>
      `${file} has no split in it: --earlier wants the receipt of one, or a JSON object of paths with the names of their parts.`,
    otherParts: (file: string, theirs: string, ours: string) =>
      `${file} has parts that --split hasn’t: ${theirs}. There are: ${ours}.`,
    earlierKept: (count: number) =>
      `${counted(count, 'article is', 'articles are')} in the part that the earlier split put ${count === 1 ? 'it' : 'them'} in.`,
    earlierGone: (count: number) =>
      `${counted(count, 'article', 'articles')} of the earlier split ${count === 1 ? 'isn’t' : 'aren’t'} in this dataset.`,
    earlierMoved: (count: number) =>
      `${counted(count, 'article is', 'articles are')} in another part than before: articles that resemble each other were in several parts, and now stand where most of them were.`,
    notAShard: (said: string) => `“${said}” is no shard. The second of eight is 2/8.`,
    exporting: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')}`,
    exported: (out: string, of: { articles: number; layers: number; annotations: number; links: number }) =>
      `${out}: ${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')}`,
    readBackEqual: 'Read back: every article says what it should.',
    readBackDiffers: (paths: string) => `Read back, these articles say something else: ${paths}`,
    notReadBack: 'It was not read back: the work can’t be read again from this format.',
    /** What a person should know of cells of a table. */
    toldOf: {
      'would-run': (count: number) =>
        `${counted(count, 'cell begins', 'cells begin')} with =, +, -, @ or a tab: a spreadsheet that opens the file may run ${count === 1 ? 'it' : 'them'}. With --with formulas=apostrophe an apostrophe stands before ${count === 1 ? 'it' : 'them'}.`,
      'made-words': (count: number) =>
        `${counted(count, 'cell has', 'cells have')} an apostrophe in front that isn’t in the work, so that no spreadsheet runs ${count === 1 ? 'it' : 'them'}.`,
      'goes-on': (count: number) =>
        `${counted(count, 'cell is longer than a cell can be and goes', 'cells are longer than a cell can be and go')} on in the sheet “continued”.`,
      'no-row': (count: number) =>
        `${counted(count, 'annotation or link is', 'annotations or links are')} neither a statement nor a source of one, and not in it.`,
    } satisfies Record<ToldWhy, (count: number) => string>,
    leftOut: (feature: Feature, done: 'dropped' | 'changed' | 'without', count: number) =>
      `${featureNames[feature]}: ${counted(count, 'time', 'times')} ${doneNames[done]}`,
    weighed: (
      workspace: string,
      format: string,
      of: { articles: number; layers: number; annotations: number; links: number },
      size: string,
    ) =>
      `${workspace} as ${format}: ${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')}, ${size}; nothing was written`,
    nothingLost: 'The format can say all of it.',
    endsMissing: 'since an annotation that they begin or end at is left out',
    otherWay: (
      option: string,
      { done, annotations, links }: Pick<WayLoss, 'done' | 'annotations' | 'links'>,
      isTaken: boolean,
    ) => {
      const parts = (['dropped', 'changed', 'without'] as const).flatMap(how =>
        done[how] > 0 ? [`${numbers.format(done[how])} ${doneNames[how]}`] : [],
      )
      return `${option}${isTaken ? ' (as it is chosen)' : ''}: ${parts.join(', ')}; ${counted(annotations, 'annotation', 'annotations')} and ${counted(links, 'link', 'links')} in all`
    },
    lostAt: (path: string, annotator: string | null, quote: string) =>
      [path, ...(annotator === null ? [] : [`(${annotator})`]), ...(quote === '' ? [] : [`“${quote}”`])].join(' '),
    andMore: (count: number) => `and ${counted(count, 'more', 'more')}`,
    wouldNotReadBack: 'It would not be read back: the work can’t be read again from this format.',
    ahead: (name: string) =>
      `${name}: a history has edits that aren’t in the file yet, for Stet was cut off or is at work on it. They aren’t in the dataset: open the article in Stet, and export again.`,
    unplaced: (count: number) =>
      `${counted(count, 'annotation has', 'annotations have')} no place in the text and ${count === 1 ? 'is' : 'are'} not in it`,
    folderToPipe: (format: string) =>
      `${format} makes a folder of files, which can’t be printed: name the folder with --out.`,
    receiptOfPipe: '--receipt goes with --out -; beside a dataset that is a file the receipt stands by itself.',
    notPrinted: 'Nothing was printed, since what was written says something else than it should.',
    receiptAt: (path: string) => `What was left out, annotation by annotation: ${path}`,
    differs: (path: string) =>
      `${path} is there with another text and was left alone; --differing puts the other beside it.`,
    problem: (title: string, detail: string, remedy: string) =>
      [`${title}.`, detail, remedy].filter(part => part !== '').join(' '),
    merging: {
      threeFiles: 'Say which three files: BASE MINE THEIRS.',
      noOut: 'Say where the result goes: --out FILE.',
      outAndJson: '--out - and --json would both print: choose a file for the result.',
      merged: (file: string) => `${file}: merged.`,
      baseLost: (file: string) =>
        `${file}: what both versions began with can’t be read, so nothing counts as taken away.`,
      /** What a contradiction is about, by the list that it stands in. */
      things: {
        annotations: 'the annotation',
        links: 'the link',
        comments: 'the comment',
        verdicts: 'the verdict',
        fields: 'the field',
        zones: 'the paragraph',
        tags: 'the tag',
        attributes: 'the attribute',
        entities: 'the entity',
        people: 'the person',
        nevers: 'what is never tagged',
        assignments: 'who annotates what',
        rounds: 'the sealed coding',
        seals: 'the seal',
      } as Readonly<Record<string, string>>,
      thing: (thing: string, name: string, id: string) =>
        name === '' ? `${thing} ${id}` : `${thing} “${name}” (${id})`,
      field: (thing: string, field: string) => `${field} of ${thing}`,
      says: (file: string, what: string, mine: string, theirs: string) =>
        `${file}: ${what} is ${mine} in my version, ${theirs} in theirs.`,
      nothing: 'nothing',
      takenByMe: (file: string, what: string) =>
        `${file}: ${what} is taken away in my version; theirs has changed it, or links to it.`,
      takenByThem: (file: string, what: string) =>
        `${file}: ${what} is taken away in their version; mine has changed it, or links to it.`,
      left: (file: string, count: number, inStet: boolean) =>
        [
          `${file}: ${counted(count, 'thing is', 'things are')} for a person to decide; all else is merged.`,
          'Both versions of that stand in the file, between git’s marks:',
          inStet ? 'open it in Stet, which asks for each.' : 'leave one of the two there, without the marks.',
        ].join(' '),
      whole: (file: string, why: string) =>
        `${file}: not merged. ${why} Both versions stand in it whole, between git’s marks.`,
      untouched: (file: string, why: string) => `${file}: not merged, and nothing is written. ${why}`,
    },
    gitSetup: {
      driverName: 'Stet, by annotation and field',
      driverSet: 'Git merges files of Stet with this very Stet, in this clone. Run it again if Stet is moved.',
      linesAdded: (lines: readonly string[]) =>
        `Added to .gitattributes: ${lines.join('; ')}. Commit it, so that everybody has it.`,
      was: 'Everything is as it should be already; nothing was changed.',
      driverRemoved: 'Git merges files of Stet as any text again, in this clone.',
      linesRemoved: (lines: readonly string[]) => `Taken out of .gitattributes: ${lines.join('; ')}.`,
      wasNot: 'Nothing of this was set up here; nothing was changed.',
      lineEnds:
        'Git is told to change line ends. Annotations count letters, and so do line ends: add lines such as “*.txt -text” to .gitattributes for the articles.',
      problems: {
        'no-git': () =>
          'There is no git on this machine, or not where programs are looked for. Install it, then run this again.',
        'no-repository': (detail: string) =>
          [`This folder is in no repository of git: “git init” makes one.`, detail].filter(Boolean).join(' '),
        'other-driver': (detail: string) =>
          `Another merge driver is called “stet” in this clone, and was left alone: ${detail}. Take it out (git config --unset merge.stet.driver), then run this again.`,
        'other-attributes': (detail: string) =>
          `Git’s attributes say already how such files are merged, and were left alone: ${detail}. Take that line out, then run this again.`,
        'git-refused': (detail: string) => `Git could not be told: ${detail}`,
      },
    },
  },
  told: {
    fields: fieldTitles,
    foundIn: (by: Source) => `(${by})`,
    encoding: 'Encoding',
    encodingBy: {
      mark: '(the file’s mark says so)',
      valid: '(its bytes are valid)',
      declared: '(the file says so)',
      detected: '(a guess)',
      person: '(a person said so)',
    },
    reader: 'Reader',
    length: 'Length',
    codePoints: (count: number) => counted(count, 'code point', 'code points'),
    sha256: 'SHA-256',
    textSha256: 'SHA-256 of the text',
    zones: 'Zones',
    none: 'all body',
    invalidBytes: (count: number) => `${counted(count, 'byte means', 'bytes mean')} nothing in this encoding.`,
    facts: (why: string) => `The facts beside it can’t be read. ${why}`,
    layers: 'Layers',
    noLayers: 'Nobody has annotated it.',
    layerTitles: ['annotator', 'status', 'revision', 'annotations', 'unplaced', 'links', 'codebook', 'sha256', 'tags'],
    articleTitles: ['article', 'code points', 'layers (annotations + unplaced)'],
    annotatorTitles: ['annotator', 'layers', 'status', 'annotations', 'unplaced', 'links'],
    status: { 'in-progress': 'in progress', done: 'done', adjudicated: 'adjudicated' },
    unread: 'damaged',
    totals: (of: {
      articles: number
      unread: number
      layers: number
      unreadLayers: number
      annotations: number
      unplaced: number
    }) =>
      [
        `${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}`,
        ...(of.unplaced > 0 ? [`${of.unplaced} unplaced`] : []),
        ...(of.unread > 0 ? [`${counted(of.unread, 'file', 'files')} that can’t be read`] : []),
        ...(of.unreadLayers > 0 ? [`${counted(of.unreadLayers, 'layer', 'layers')} that can’t be read`] : []),
      ].join(', '),
    tags: (counts: string) => `Tags: ${counts}`,
    links: (counts: string) => `Links: ${counts}`,
    noProject: 'There is no stet.json: the default codebook holds.',
    project: (of: {
      name: string | null
      codebook: { id: string; version: number }
      tags: number
      entities: number
      sha256: string
    }) =>
      `stet.json: ${of.name === null ? '' : `${of.name}, `}codebook ${of.codebook.id} ${of.codebook.version} with ${counted(of.tags, 'tag', 'tags')}, ${counted(of.entities, 'entity', 'entities')}, sha256 ${of.sha256.slice(0, 12)}`,
    projectProblem: (why: string) => `stet.json: ${why}`,
  },
  checking: {
    /** What `stet check` says of each kind of finding: of what was found there (`about`, '' for nothing), and what to do. */
    findings: {
      unreadable: {
        says: about => `This can’t be read. ${about}`,
        todo: 'See to it that it may be read, and is an ordinary file or folder inside the workspace.',
      },
      damaged: {
        says: about => `The file is damaged. ${about}`,
        todo: 'Bring back an earlier version of it: from this device’s history (open the article in Stet), a backup or git.',
      },
      'two-of-one-id': {
        says: about => `Two things in it have the id “${about}”, so Stet opens it for reading only.`,
        todo: 'Give one of the two another id, or take it out.',
      },
      'git-conflict': {
        says: () => 'Git left two versions in it, with its conflict markers.',
        todo: 'Open the article in Stet, which merges them, or use “stet merge”.',
      },
      'newer-version': {
        says: about => `A newer Stet wrote it. ${about}`,
        todo: 'Check it with that version of Stet.',
      },
      'wrong-annotator': {
        says: about => `The file is named for another annotator than it says that it is of (“${about}”).`,
        todo: 'Give the file the name that goes with the annotator in it.',
      },
      'stray-layer': {
        says: about =>
          about === ''
            ? 'The article that it was made on isn’t there.'
            : `The article that it was made on isn’t there; ${about} has the same bytes.`,
        todo: 'Put the article back under its name. Stet offers to move the files where an article has the same bytes.',
      },
      'article-unreadable': {
        says: about => `Somebody annotated this article, and it can’t be read (${about}).`,
        todo: 'Bring back the file as it was. Its annotations were checked without their text.',
      },
      'not-checked': {
        says: about => `It couldn’t be checked to its end. ${about}`.trim(),
        todo: 'Check it again on a machine that isn’t busy, or look at the file itself.',
      },
      'wrong-quote': {
        says: about =>
          about === ''
            ? 'The words are not where the file says: the text has no such place.'
            : `The words are not where the file says: “${about}” stands there.`,
        todo: 'Open the article in Stet and review its places.',
      },
      'bad-spans': {
        says: about => `Its parts are empty or overlap each other (${about}).`,
        todo: 'Open the article in Stet and mark the words anew.',
      },
      'no-place': {
        says: about => `The text has changed, and the words have no certain place in it any more (${about}).`,
        todo: 'Open the article in Stet and review its places.',
      },
      'wrong-text': {
        says: () => 'What the file says of the text doesn’t go together: the text, its hash, or its length.',
        todo: 'Something else than Stet wrote this; bring back an earlier version of the file.',
      },
      'bad-zone': {
        says: about => `A zone lies outside the text or across another one (${about}).`,
        todo: 'Open the article in Stet and change something in it: zones are written anew.',
      },
      'link-from-nothing': {
        says: about => `The link begins at an annotation that isn’t there (“${about}”).`,
        todo: 'Remove the link in Stet, or bring the annotation back from the history.',
      },
      'link-to-nothing': {
        says: about => `The link leads to an annotation that isn’t there (“${about}”).`,
        todo: 'Remove the link in Stet, or bring the annotation back from the history.',
      },
      'unknown-entity': {
        says: about => `It refers to an entity that stet.json doesn’t have (“${about}”).`,
        todo: 'Bring stet.json with that entity, or refer to another one.',
      },
      'unknown-tag': {
        says: about => `The codebook has no tag “${about}”.`,
        todo: 'Bring stet.json with that tag, or tag it anew.',
      },
      'unknown-attribute': {
        says: about => `The codebook asks no question “${about}” of it.`,
        todo: 'Bring stet.json with that question, or take the answer away.',
      },
      'unknown-link-type': {
        says: about => `The codebook has no link “${about}”.`,
        todo: 'Bring stet.json with that link, or link anew.',
      },
      'value-not-allowed': {
        says: about => `The codebook doesn’t allow this answer (${about}).`,
        todo: 'Answer the question anew, or add the answer to the codebook.',
      },
      'ends-not-allowed': {
        says: about => `The codebook doesn’t allow a link between these (${about}).`,
        todo: 'Link the other way round, with another type, or allow it in the codebook.',
      },
      'unknown-reference': {
        says: about => `It names something that isn’t there (${about}).`,
        todo: 'Correct it in the codebook or among the entities.',
      },
      'in-circle': {
        says: about => `These lead back to where they began (${about}).`,
        todo: 'Take one of the steps away among the entities, or in the codebook.',
      },
      'history-broken': {
        says: () => 'The history was altered or cut before its end; what follows can’t be trusted.',
        todo: 'Open the article in Stet: the history is put aside whole and a new one begun.',
      },
      'not-in-file': {
        says: () => 'This device’s history has edits that the file lacks.',
        todo: 'Open the article in Stet on that device: they are written to the file.',
      },
      'only-in-history': {
        says: () => 'The file isn’t there, and this device’s history still has it.',
        todo: 'Open the article in Stet: the file is made again.',
      },
      'both-changed': {
        says: () => 'It was changed here and elsewhere at once, in the same places.',
        todo: 'Open the article in Stet and decide between the two versions.',
      },
      'unfinished-change': {
        says: () => 'A change of many articles was begun and not completed.',
        todo: 'Open the workspace in Stet on the device that began it: the change is completed.',
      },
      'text-changed': {
        says: () => 'The article’s text isn’t the one that these annotations were made on.',
        todo: 'Open the article in Stet and review what moved.',
      },
      carried: {
        says: about => `It stands elsewhere in the changed text (from code point ${about}).`,
        todo: 'Open the article in Stet and review its places.',
      },
      unplaced: {
        says: about => `It has no place in the text (${about}).`,
        todo: 'Open the article in Stet and give it a place, or remove it.',
      },
      'lost-cue': {
        says: () => 'The words that tell of this link have no place in the text.',
        todo: 'Open the article in Stet and mark them anew.',
      },
      'lost-words': {
        says: () => 'The words that this comment is about have no place in the text.',
        todo: 'Nothing is lost: the comment is kept with the words that it was about.',
      },
      'comment-on-nothing': {
        says: about => `The comment is about something that isn’t there any more (“${about}”).`,
        todo: 'Nothing is lost: its thread is still shown. Bring what it is about back from the history, or resolve it.',
      },
      'verdict-without-gold': {
        says: about => `The annotation that was made of this verdict isn’t there any more (“${about}”).`,
        todo: 'Open the article in Stet and decide the case anew.',
      },
      'not-understood': {
        says: () => 'This entry isn’t shaped like a comment or a verdict that this version of Stet knows.',
        todo: 'Nothing needs doing: it is kept as it is. A later version may show it.',
      },
      'lost-zone': {
        says: about => `Somebody said what this block is (${about}), and no one block begins with its words.`,
        todo: 'Open the article in Stet and say it again.',
      },
      'bytes-changed': {
        says: () => 'The article’s file has changed since, and its text hasn’t.',
        todo: 'Nothing needs doing: the next edit notes the new file.',
      },
      'text-missing': {
        says: () => 'The article isn’t plain UTF-8, and the file doesn’t hold the text that its offsets count in.',
        todo: 'Open the article in Stet and change something in it: the text is written too.',
      },
      'other-zones': {
        says: about => `The file says other zones than Stet finds now (${about}).`,
        todo: 'Open the article in Stet and change something in it: zones are written anew.',
      },
      'other-file-name': {
        says: about => `It says that it was made on a file called “${about}”.`,
        todo: 'See to it that it stands beside the right article; the next edit notes the new name.',
      },
      'other-codebook': {
        says: about => `It was made under another codebook than the project’s (${about}).`,
        todo: 'Bring the stet.json that it was made with, or look through it.',
      },
      'no-longer-offered': {
        says: about => `The codebook has given this up (${about}).`,
        todo: 'Choose something else where it is the person’s own work.',
      },
      'merged-entity': {
        says: about => `The entity “${about}” was merged into another.`,
        todo: 'Nothing needs doing: the other one stands for it.',
      },
      'entity-kind': {
        says: about => `The tag allows no entity of this kind (${about}).`,
        todo: 'Refer to another entity, or allow the kind in the codebook.',
      },
      'conflict-copy': {
        says: about => `It is a sync service’s copy of ${about}, which was changed in two places.`,
        todo: 'Merge it in Stet; delete it once that is done.',
      },
      'stray-facts': {
        says: () => 'These facts are of an article that isn’t there.',
        todo: 'Run the unpacking that was interrupted again, or put the article back.',
      },
      'stray-history': {
        says: about => `This history is of a file that isn’t there, and neither is its article (${about}).`,
        todo: 'Put the article back, or leave it: nothing else reads it.',
      },
      'not-opened': {
        says: about => `This article can’t be read (${about}).`,
        todo: 'Bring another copy of the file.',
      },
      'can-be-rebuilt': {
        says: () => 'This device’s history has the whole of it.',
        todo: 'Open the article in Stet: the file is rebuilt, and the damaged one put aside.',
      },
      'history-cut': {
        says: () => 'The last line of the history was cut off while it was written.',
        todo: 'Nothing needs doing: the line is passed over when the article is opened.',
      },
      'history-without-beginning': {
        says: () => 'What the history began with isn’t there any more.',
        todo: 'Nothing needs doing now; earlier states than the file’s can’t all be shown.',
      },
      'kept-text-damaged': {
        says: () => 'A text that was kept isn’t the one that its name says.',
        todo: 'Take the file away, or bring it back from a backup.',
      },
      'left-by-crash': {
        says: () => 'It was left when a program stopped while writing.',
        todo: 'Open the workspace in Stet, which takes it away, or delete it.',
      },
    } satisfies Record<Exclude<FindingKind, RuleId>, { says: (about: string) => string; todo: string }>,
    hintTodo: 'See the list of problems in Stet.',
    severities: { error: 'error', warning: 'warning', hint: 'hint' },
    workspace: 'The workspace itself',
    line: (line: number) => `line ${line}`,
    annotation: (id: string) => `annotation ${id}`,
    link: (id: string) => `link ${id}`,
    entity: (id: string) => `entity ${id}`,
    comment: (id: string) => `comment ${id}`,
    verdict: (id: string) => `verdict ${id}`,
    quote: (quote: string) => (/^["“”„«»‘‚]/.test(quote) ? quote : `“${quote}”`),
    more: (count: number) => `… and ${count} more of this kind; --all prints them`,
    progress: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')}`,
    looked: (of: { articles: number; layers: number; annotations: number; links: number; histories: number }) =>
      `Checked ${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')} and ${counted(of.histories, 'history', 'histories')}.`,
    counts: (errors: number, warnings: number, hints: number) =>
      `${counted(errors, 'error', 'errors')}, ${counted(warnings, 'warning', 'warnings')}, ${counted(hints, 'hint', 'hints')}`,
    hintsApart: '--hints prints the hints: what annotators may have forgotten.',
  },
  problems: {
    'disk-full': {
      title: 'There is no room left on the disk',
      meaning: 'Your latest changes are not saved yet. They are kept in this window.',
      remedy: 'Make some room; Stet tries again by itself.',
    },
    'not-permitted': {
      title: 'The disk refuses to be written',
      meaning: 'Your latest changes are not saved yet. They are kept in this window.',
      remedy: 'Allow writing in this folder, or move the articles to a folder of your own; Stet tries again by itself.',
    },
    'cannot-save': {
      title: 'Your changes cannot be saved',
      meaning: 'They are kept in this window, and Stet tries again by itself.',
      remedy: 'Leave the window open until the status line says that everything is saved.',
    },
    'not-there': {
      title: 'This file is not there any more',
      meaning: 'It was moved, renamed or deleted outside Stet. Its annotations stay where they are.',
      remedy: 'Put the file back, or open it under its present name.',
    },
    'folder-not-there': {
      title: 'This folder is not there any more',
      meaning: 'It was moved, renamed or deleted, or its drive is not connected.',
      remedy: 'Open the folder where it is now.',
    },
    'cannot-read': {
      title: 'This file cannot be read',
      meaning: 'Nothing was changed.',
      remedy: 'Check that you may read the file, then choose it again.',
    },
    'no-text': {
      title: 'There is no text in this file',
      meaning: 'Its pages are pictures, as a scanner makes them, or they are empty. Nothing was changed.',
      remedy: 'Have its text recognised (OCR) by another program, then open the file again.',
    },
    'password-needed': {
      title: 'This file is locked with a password',
      meaning: 'Stet cannot read it as it is. Nothing was changed.',
      remedy: 'Save it without a password in the program that it was made with, then open it again.',
    },
    'folder-unreadable': {
      title: 'This folder cannot be read',
      meaning: 'The articles in it are not listed. Nothing was changed.',
      remedy: 'Check that you may read the folder, then open it again.',
    },
    'too-many-files': {
      title: 'There are more files here than Stet lists',
      meaning: 'The articles in this folder are not listed. Nothing was changed.',
      remedy: 'Open one of its subfolders, or divide the files among several workspaces.',
    },
    'noticed-late': {
      title: 'Changes from outside are noticed late',
      meaning:
        'The system watches no more folders, so Stet looks for itself every few seconds. Your own work is not affected.',
      remedy: '',
    },
    'many-articles': {
      title: 'This file holds many articles',
      meaning: 'Unpacked, each of them is a file of its own in this workspace. The file itself stays as it is.',
      remedy: 'Unpack it to read and annotate its articles.',
    },
    'no-reader': {
      title: 'Stet cannot open this kind of file yet',
      meaning: 'The file is listed so that you know it is there. Nothing was changed.',
      remedy: 'Save it as plain text (.txt), as a web page (.html) or as a Word document (.docx) to annotate it.',
    },
    'not-a-file': {
      title: 'This is not an ordinary file',
      meaning: 'Devices, pipes and links that lead out of the folder are not opened.',
      remedy: 'Copy the text into an ordinary file in this folder.',
    },
    'too-large': {
      title: 'This file is too large to open',
      meaning: 'Nothing was changed.',
      remedy: 'Split the file into articles of at most 64 MiB.',
    },
    'took-too-long': {
      title: 'Reading this file took too long and was stopped',
      meaning: 'Nothing was changed. The other articles are not affected.',
      remedy: 'Split the file into smaller articles.',
    },
    stopped: {
      title: 'Reading this article was stopped',
      meaning: 'Nothing was changed.',
      remedy: 'Try again to read it after all.',
    },
    'not-plain-text': {
      title: 'Only plain text can be corrected here',
      meaning: 'This file holds more than its text, and a copy of the text alone would lose that.',
      remedy: 'Correct it in the program that it was made with.',
    },
    'file-name-taken': {
      title: 'A file of this name is already there',
      meaning: 'Nothing was overwritten.',
      remedy: 'Choose another name.',
    },
    'sidecar-damaged': {
      title: 'The annotations of this article cannot be read',
      meaning:
        'Their file is damaged and is left untouched, so nothing can be added here. Whatever is whole of it is shown.',
      remedy: 'Put back an earlier version of the file, then open the article again.',
    },
    'sidecar-rebuilt': {
      title: 'The annotations were rebuilt from the history of this device',
      meaning: 'Their file was damaged. It is kept beside the history, untouched.',
      remedy: '',
    },
    'facts-rebuilt': {
      title: 'The corrected zones of an article were rebuilt from the history of this device',
      meaning: 'Their file was damaged. It is kept beside the history, untouched.',
      remedy: '',
    },
    'sidecar-newer': {
      title: 'These annotations were made with a newer version of Stet',
      meaning:
        'You can read the article, and whatever of them this version understands. To protect them, they cannot be changed here.',
      remedy: 'Open the article with the newer version.',
    },
    'sidecar-unkeepable': {
      title: 'These annotations hold something that could not be saved again unchanged',
      meaning: 'You can read them. To protect them, they cannot be changed here.',
      remedy: 'See the details for the key that stands in the way.',
    },
    'sidecar-changed': {
      title: 'These annotations were changed outside this window',
      meaning: 'Nothing was overwritten. The change and your latest edits touch the same annotations.',
      remedy: 'The article is open for reading. Both versions are kept: the file, and the history of this device.',
    },
    'sidecar-changed-meanwhile': {
      title: 'The file of these annotations was changed outside while the article was open',
      meaning: 'Nothing was overwritten, and your edits are safe in the history of this device.',
      remedy: 'Leave the article and open it again: Stet joins both versions.',
    },
    'sidecar-git-conflict': {
      title: 'Git left two versions of these annotations in their file',
      meaning:
        'Both are read, and shown here merged. The file is as git left it: nothing is written before you say so.',
      remedy:
        'Decide what was changed in both branches, and merge. The file as it is now is then kept beside the history.',
    },
    'sidecar-git-unmergeable': {
      title: 'Git left two versions of these annotations in their file, and Stet can’t merge them',
      meaning: 'The file is left untouched, so nothing can be added here.',
      remedy: 'Take one of the two versions with git (git checkout --ours or --theirs), then open the article again.',
    },
    'copy-damaged': {
      title: 'This second version can’t be read',
      meaning:
        'Its file is damaged, or not what its name says. Your annotations are as they were, and the file is left alone.',
      remedy: 'Look for an earlier version of it where it comes from, or leave it as it is.',
    },
    'copy-newer': {
      title: 'This second version was made with a newer version of Stet',
      meaning: 'Your annotations are as they were, and the file is left alone.',
      remedy: 'Merge it with the newer version of Stet.',
    },
    'name-too-long': {
      title: 'The name of this article is too long to be annotated',
      meaning:
        'The file of annotations is named after the article, and this disk takes no longer name. You can read the article.',
      remedy: 'Give the file a shorter name.',
    },
    'layer-in-use': {
      title: 'Somebody else has these annotations open',
      meaning: 'You can read them here, as they are saved there.',
      remedy: 'Once the article is closed there, you can annotate it here.',
    },
    'annotator-taken': {
      title: 'Annotations under your annotator id were made on another device',
      meaning:
        'They may be yours or another person’s. Until you say so, they are shown as a colleague’s and are never written.',
      remedy: 'Go on with them here if you made them; else choose another annotator id.',
    },
    'project-damaged': {
      title: 'The project file stet.json cannot be read',
      meaning:
        'It is left untouched, so codebook and entities cannot be changed. What was known of them is used meanwhile, else the default codebook.',
      remedy: 'Put back an earlier version of stet.json.',
    },
    'project-newer': {
      title: 'The project file stet.json was made with a newer version of Stet',
      meaning:
        'It is left untouched, so codebook and entities cannot be changed here. The default codebook is used meanwhile.',
      remedy: 'Open the workspace with the newer version.',
    },
    'project-git-conflict': {
      title: 'Git left two versions of the project file stet.json',
      meaning:
        'The file is as git left it, and codebook and entities can’t be changed until both are merged. What was known of them is used meanwhile.',
      remedy:
        'Merge them here: what only one branch changed is taken, and what both changed stands side by side. The file as it is now is kept beside the history.',
    },
    'project-git-unmergeable': {
      title: 'Git left two versions of the project file stet.json, and Stet can’t merge them',
      meaning: 'The file is left untouched, so codebook and entities cannot be changed.',
      remedy: 'Take one of the two versions with git (git checkout --ours or --theirs).',
    },
    'facts-git-conflict': {
      title: 'Git left two versions of what the paragraphs of an article are',
      meaning:
        'The file is left untouched. The paragraphs are shown as Stet recognises them, and can’t be changed meanwhile.',
      remedy: 'Take one of the two versions with git (git checkout --ours or --theirs), then open the article again.',
    },
    'codebook-damaged': {
      title: 'This file holds no codebook that can be read',
      meaning: 'Nothing was changed, neither here nor in the file.',
      remedy: 'Choose a file that was exported from a codebook, or the stet.json of another workspace.',
    },
    'codebook-newer': {
      title: 'This codebook was made with a newer version of Stet',
      meaning: 'Nothing was changed, neither here nor in the file.',
      remedy: 'Open it with the newer version.',
    },
    'text-changed': {
      title: 'The text of this article has changed',
      meaning:
        'Annotations whose words still stand, for certain, were carried along. The others are kept aside until you decide.',
      remedy: 'Review them: one key a decision.',
    },
    'text-read-anew': {
      title: 'The same file is read in another way than when it was annotated',
      meaning:
        'A newer version of Stet, or another encoding, makes another text of it. Annotations whose words still stand, for certain, were carried along. The others are kept aside until you decide.',
      remedy: 'Review them: one key a decision.',
    },
    'history-damaged': {
      title: 'The history of this device is damaged',
      meaning: 'The file that it belongs to is whole. What was recorded after the damage is set aside, not deleted.',
      remedy: '',
    },
    'history-lost': {
      title: 'The history of this device was taken away while an article was open',
      meaning: 'A new one is begun with the annotations as they stand.',
      remedy: '',
    },
    'settings-damaged': {
      title: 'Your settings could not be read',
      meaning: 'They were set aside, and the usual settings are used.',
      remedy: '',
    },
    'outside-workspace': {
      title: 'This place lies outside the folder you opened',
      meaning: 'Nothing was written.',
      remedy: 'Links that lead out of the folder are not followed.',
    },
    'empty-text': {
      title: 'There is no text here to make an article of',
      meaning: 'Nothing was written.',
      remedy: 'Copy the article’s text first, then paste it again.',
    },
    'search-pattern': {
      title: 'This is not a regular expression that Stet understands',
      meaning: 'Nothing was searched.',
      remedy: 'Correct the expression, or switch regular expressions off to search for the words as they stand.',
    },
    'search-too-slow': {
      title: 'This search took too long and was stopped',
      meaning: 'What was found so far is listed. There may be more.',
      remedy: 'Use a simpler expression, or search in fewer articles.',
    },
    'changed-since': {
      title: 'These annotations have changed since',
      meaning: 'The change would have undone later work here, so this article was left as it is.',
      remedy: 'Open the article to change it by hand.',
    },
    'words-not-there': {
      title: 'The text of this article is no longer what it was when the change was made',
      meaning: 'The words do not stand in their places, so this article was left as it is.',
      remedy: 'Search again to find the words where they stand now.',
    },
    'change-not-completed': {
      title: 'A change of many articles was interrupted, and could not be completed in all of them',
      meaning: 'It was completed everywhere else. The articles that are named in the details were left as they are.',
      remedy: 'Look at these articles and make the change by hand.',
    },
    'change-damaged': {
      title: 'A change of many articles was interrupted, and what is left of it cannot be read',
      meaning: 'It may have been made in some articles and not in others. What could not be read was put aside.',
      remedy: 'Look at your latest change of many articles, and make it again where it is missing.',
    },
    'change-too-large': {
      title: 'This change is too large to be made at once',
      meaning:
        'What is about to be changed is written down first, and that would be more than can be read again. Nothing was changed.',
      remedy: 'Make it in fewer articles at a time.',
    },
    'change-under-way': {
      title: 'A change of many articles is still being made',
      meaning: 'It is made in the name of whoever began it, so somebody else can annotate here only afterwards.',
      remedy: 'Wait until it is done, or cancel it.',
    },
    'unknown-ticket': {
      title: 'This article is not open any more',
      meaning: 'The folder was closed or has changed since. Nothing was changed.',
      remedy: 'Choose the article again.',
    },
  } satisfies Record<ProblemKind, ProblemText>,
}
