import { counted, numbers } from './saying.ts'

export const articles = {
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
}

export const list = {
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
}
