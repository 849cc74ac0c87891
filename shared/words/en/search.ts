import type { LeftOut } from '../../search/bulk.ts'
import type { Misfit } from '../../search/fits.ts'
import type { HowAsked, Searched } from '../../search/query.ts'
import type { SearchScope } from '../../search/scope.ts'
import { waysAsked } from './names.ts'
import { counted, days, numbers } from './saying.ts'

export const search = {
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
    [`${title}: ${counted(hits, 'hit', 'hits')}`, written && days.format(new Date(written))].filter(Boolean).join(', '),
  ticked: 'ticked',
  partly: 'some ticked',
  by: (annotator: string) => `by ${annotator}`,
  unplaced: 'not placed in the present text',
  said: (quote: string, rank: number, all: number) =>
    `“${quote}”, hit ${numbers.format(rank)} of ${numbers.format(all)}.`,
  noneToWalk: 'There are no hits to go to. Search first.',
  fromStart: 'From the first hit again.',
  fromEnd: 'From the last hit again.',
}

export const bulk = {
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
}

export const tagAll = {
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
}
