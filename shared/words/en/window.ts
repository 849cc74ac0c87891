import type { GrowthUnit } from '../../annotation/grow.ts'
import type { Zone } from '../../article/article.ts'
import type { FieldName, Source } from '../../article/metadata.ts'
import type { SnapRule } from '../../codebook/codebook.ts'
import type { Opened } from '../../contract/contract.ts'
import type { Described } from '../described.ts'
import type { RefusedWork } from '../refusedWork.ts'
import { fieldName, fieldTitles, snapped, units, zoneName } from './names.ts'
import { counted, numbers, rangesOf } from './saying.ts'

export const panes = {
  articles: 'Articles',
  article: 'Article',
  inspector: 'Inspector',
  articlesWidth: 'Width of the article list',
  inspectorWidth: 'Width of the inspector',
  drawer: 'Below the text',
  drawerHeight: 'Height of the pane below the text',
  drawerTabs: 'What is shown below the text',
  closeDrawer: 'Close the pane below the text',
}

export const person = {
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
}

export const welcome = {
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
}

export const status = {
  label: 'Status',
  saved: 'Saved',
  readOnly: 'Read only',
  readOnlyWhy: 'The annotations of this article can’t be changed here.',
  saving: (edits: number) => `Saving ${counted(edits, 'change', 'changes')}…`,
  typing: 'Not saved yet: what you are typing',
  changing: (done: number, total: number) =>
    `Changing ${numbers.format(done)} of ${counted(total, 'article', 'articles')}…`,
  stopped: (edits: number) => (edits > 0 ? `${counted(edits, 'change', 'changes')} not saved` : 'Saving is disturbed'),
  tryAgain: 'Try again now',
  annotations: (count: number) => counted(count, 'annotation', 'annotations'),
  inBoilerplate: (count: number) => `${numbers.format(count)} in boilerplate`,
  unplaced: (count: number) => `${numbers.format(count)} not placed`,
  moved: (count: number) => `${counted(count, 'annotation was', 'annotations were')} carried over to the changed text`,
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
}

export const said = {
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
}

export const news = {
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
}

export const clipboard = {
  title: 'New article from the clipboard',
  why: 'Paste the article’s text. It is saved as a plain text file in this workspace, named after its first line; nothing is overwritten.',
  label: 'Text of the article',
  from: (title: string) => `Named after: ${title}`,
  size: (words: number) => counted(words, 'word', 'words'),
  create: 'Create the article',
}

export const notices = {
  label: 'Notices',
  dismiss: 'Dismiss',
  about: (name: string) => name,
}

/** What the system's own dialogs say. */
export const dialogs = {
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
  saveAgreement: 'Save the report of agreement',
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
}

export const about = {
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
}
