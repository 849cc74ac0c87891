import type { Zone } from '../../shared/article/article.ts'
import type { Opened } from '../../shared/contract/contract.ts'
import type { RefusedWork } from '../state/sentences.ts'
import type { Order, StatusFilter } from '../state/workspace.ts'

const numbers = new Intl.NumberFormat('en')
const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A number with its word: `counted(2, 'article', 'articles')` is "2 articles". */
function counted(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

/** Every sentence on the screen, but for those of problems and commands, which stand with them in `shared/`. */
export const en = {
  number: (count: number) => numbers.format(count),
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
    filterLabel: 'Filter the articles by title or path',
    orderLabel: 'Sort the articles by',
    orders: { path: 'By path', title: 'By title', status: 'By status', count: 'By annotations' } satisfies Record<
      Order,
      string
    >,
    statusLabel: 'Which articles to show',
    statuses: { all: 'All', open: 'To do', done: 'Done', unreadable: 'Unreadable' } satisfies Record<
      StatusFilter,
      string
    >,
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
      problem: 'Cannot be opened',
    },
    tagCount: (tag: string, count: number) => `${tag}: ${numbers.format(count)}`,
    unplaced: (count: number) => `${numbers.format(count)} not placed`,
    colleagues: (names: readonly string[]) => `Annotated by ${names.join(', ')}`,
    layers: (count: number) => counted(count, 'person', 'people'),
    empty: 'No articles here yet',
    emptyWhy:
      'Stet lists the plain text files (.txt) of this folder and its subfolders. New files appear by themselves.',
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
    text: (title: string) => `Text of ${title}`,
    textHelp: 'Tab goes from annotation to annotation; Escape, then Tab, leaves the text.',
    zone: 'Paragraph',
    zones: {
      title: 'Title',
      standfirst: 'Standfirst',
      byline: 'Byline',
      dateline: 'Dateline',
      heading: 'Heading',
      body: 'Body',
      quote: 'Quotation',
      caption: 'Caption',
      boilerplate: 'Boilerplate',
    } satisfies Record<Zone, string>,
    zonePicker: 'This paragraph is',
    zoneButton: (zone: string) => `This paragraph is: ${zone}. Change it`,
    zoneSaid: (zone: string) => `This paragraph is now: ${zone}.`,
    done: 'Done',
    markDone: 'Mark as done',
    markOpen: 'Mark as in progress again',
    doneSaid: 'Marked as done.',
    openSaid: 'Marked as in progress.',
    tagSelection: 'Tag the selection',
    tagPicker: 'Tag as',
    retagPicker: 'Change the tag to',
    more: 'More…',
    readOnly: 'Read only',
    loading: (count: number) => `${counted(count, 'annotation', 'annotations')} still to come`,
  },

  band: {
    counts: ({ stayed, moved, aside }: Record<'stayed' | 'moved' | 'aside', number>) =>
      [
        stayed > 0 && `${counted(stayed, 'annotation stands where it stood', 'annotations stand where they stood')}.`,
        moved > 0 && `${counted(moved, 'annotation was', 'annotations were')} carried over to where the words are now.`,
        aside > 0 && `${counted(aside, 'is', 'are')} kept aside under “Not placed”.`,
      ]
        .filter(Boolean)
        .join(' '),
    showAside: 'Show what was kept aside',
    otherId: 'Change your annotator id',
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
    invalidDate: 'Write the date as 2031-03-04, 2031-03 or 2031.',
    yes: 'Yes',
    no: 'No',
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
      detected: 'detected, please check',
    } satisfies Record<Opened['encodingBy'], string>,
    lineEnds: { none: 'one line', LF: 'LF', 'CR LF': 'CR LF', CR: 'CR', mixed: 'mixed line ends' } satisfies Record<
      Opened['lineEnds'],
      string
    >,
    invalid: (count: number) => `${counted(count, 'invalid byte', 'invalid bytes')}, shown as \ufffd`,
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
    selected: (tag: string, quote: string, rank: number, all: number) => `${tag}: “${quote}”, ${rank} of ${all}.`,
    set: (attribute: string, value: string) => `${attribute}: ${value}.`,
    undone: 'Undone.',
    redone: 'Done again.',
    noMore: 'No further annotation in this direction.',
    theme: (theme: string) => `Theme: ${theme}.`,
    singleKeys: (on: boolean) => (on ? 'Single-key commands are on.' : 'Single-key commands are off.'),
    copied: 'Copied.',
  },

  news: {
    readOnly: 'The annotations of this article can’t be changed here. The line above the text says why.',
    stillComing: 'The annotations of this article are still being read. Try again in a moment.',
    nothingToTag: 'Only white space is selected, so there is nothing to tag.',
    undoRefused:
      'This can’t be undone any more: the text of the article has changed since, or its annotations are read only.',
    undoChanged:
      'This can’t be undone any more: what it would change has been changed outside this window since. Nothing was touched.',
    refused: ({ file, words }: RefusedWork, why: string | null) => {
      const others = words.length > 1 ? ` and ${counted(words.length - 1, 'other', 'others')}` : ''
      const named = words.length > 0 ? `“${words[0]}”${others}` : 'this article'
      const what = file === 'facts' ? `What you said of the paragraph ${named}` : `Your change to ${named}`
      return `${what} could not be saved and was taken back: ${why ?? 'something went wrong inside Stet'}.`
    },
    lost: (changes: number, article: string) =>
      `${counted(changes, 'change', 'changes')} to “${article}” could not be saved: the article is not open any more.`,
    reopen: 'Open it again',
    noteLost: (words: string, note: string) =>
      `The note on “${words}” could not be kept, because the annotation can’t be changed any more. You had written: ${note}`,
    layerOutside: 'The annotations were changed outside Stet. What changed was taken in.',
    textOutside: 'The file of this article was changed outside Stet. You are reading the text as it was.',
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
  },

  notices: {
    label: 'Notices',
    dismiss: 'Dismiss',
    about: (name: string) => name,
  },
}
