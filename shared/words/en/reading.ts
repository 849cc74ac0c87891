import type { EncodingName } from '../../text/encodingNames.ts'
import { type Unseen, unicodeOf } from '../../text/unseen.ts'
import type { Described } from '../described.ts'
import { fieldTitles, unseenKinds, unseenNames, zoneNames } from './names.ts'
import { counted, moment, numbers } from './saying.ts'

export const reading = {
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
}

export const band = {
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
}

export const encoding = {
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
}

export const correcting = {
  title: 'Correct the text in a copy',
  why: 'The article itself is never changed. A copy is made beside it, with your annotations, and opened.',
  words: 'The words as they should be',
  shown: 'The words as they stand',
  make: 'Make the copy',
  nothing: 'Select the words that are wrong first.',
  made: (path: string) =>
    `A corrected copy was made: ${path}. Your annotations were carried there. Undo doesn’t take the copy away; delete its file if you don’t want it.`,
}

/** A copy of articles to be read in any browser. */
export const htmlCopy = {
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
}
