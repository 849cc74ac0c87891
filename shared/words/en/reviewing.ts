import type { CaseKind } from '../../review/case.ts'
import type { StandardReason } from '../../review/reasons.ts'
import type { Described } from '../described.ts'
import { caseKindNames } from './names.ts'
import { counted, lists, numbers } from './saying.ts'

export const comparing = {
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
  blindWhy:
    'Names and counts are hidden wherever colleagues’ tags are shown and judged. Who annotates what, letters, packets, datasets and imports still name people, since that is their work, and show no figures of how far they agree.',
  filter: 'Filter',
  filterOn: 'Filter (on)',
  printedFilter: 'A filter was on: only what it shows is marked.',
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
  readOnly: 'Layers that are compared are for reading. Choose your own among them, or leave comparing, to annotate.',
  changeable: 'Your own layer can be changed here. What others say is for reading.',
  /** Of two pages, the other one shows the own layer. */
  otherPage: 'What others say is for reading. Your own layer can be changed on its own page.',
  ofOthers: (who: string) =>
    `${who === '' ? 'This is what others say' : `That is what ${who} says`}, for reading. Select words to tag them in your own layer.`,
  tooFew: 'Choose two layers or more: what they differ in is marked in the text and told beside it.',
  onlyOne:
    'No other layer than this one is in the workspace. Annotations of colleagues lie in it as files beside the articles.',
  noneThere: 'None of the chosen layers has annotations here.',
  failed: (title: string) => `The layers can’t be compared. ${title}.`,
  again: 'Try again',
  allSame: 'Nothing differs here.',
  noneWanted: 'Nothing that the filter shows differs here.',
  /** What is to be known of a layer in this article. */
  sealed: (name: string) =>
    `The layer of ${name} is sealed here: it is shown once everybody who codes this article is done.`,
  othersSealed: 'The other layers of this article are sealed: they are shown once everybody who codes it is done.',
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
}

export const deciding = {
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
  nobody: 'No layer of anybody is in this workspace. Annotations of colleagues lie in it as files beside the articles.',
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
  unheard: (count: number) =>
    `${counted(count, 'file that isn’t compared', 'files that aren’t compared')} could not be read: whether somebody disagrees there with what was decided isn’t known.`,
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
  kinds: caseKindNames,
  states: { open: 'to decide', decided: 'decided', stale: 'to look at again' },
  signs: { open: '○', decided: '✓', stale: '!' },
  row: (state: string, kinds: readonly string[], quote: string, article: string, who: readonly string[]) =>
    `${state}: ${kinds.join(', ')}, “${quote}”, ${article}, ${lists.format(who)}`,
  /** The case at hand, as it is said. `where`: which of how many. */
  said: (kinds: readonly string[], says: readonly string[], where: string) =>
    [`${kinds.join(', ')}.`, ...says.map(one => `${one}.`), where && `${where}.`].filter(Boolean).join(' '),
  says: (letter: string, tag: string, quote: string) => `${letter}: ${tag}, “${quote}”`,
  saidOnce: (letter: string, tag: string, quote: string) => `${letter} said until then: ${tag}, “${quote}”`,
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
  keepGold: 'Keep what gold has',
  withdrawn: 'nobody says it any more',
  wasUnknown: 'What was said here is known no more: it was decided before Stet kept that.',
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
    withdrawn: (name: string) => `${name} has withdrawn since what was decided on.`,
    gone: 'What somebody said here has gone since.',
    'not-in-gold': 'What gold had of it was taken out of gold since.',
  },
  losing: (words: readonly string[]) =>
    `You have changed ${lists.format(words.map(one => `“${one}”`))} in gold since. Press the same key again to give up what you changed.`,
  layerPicker: 'Whose?',
  anyLayer: 'Another layer…',
  madeFrom: 'Made from',
  madeFromOne: (name: string, became: string, was: string) =>
    [name, became && `: ${became}`, was && ` (${was})`].filter(Boolean).join(''),
  wasOnce: (tag: string, quote: string) => `was ${tag}, “${quote}”`,
  decidedBy: (name: string) => `Decided by ${name}`,
  decidedByYou: 'Decided by you',
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
    'other-answer': 'Other attribute',
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
    stopped: 'Counting was stopped.',
    countAgain: 'Count again',
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
    keptGold: 'What gold has of it stays.',
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
    nobody: 'Nobody says it any more: choose whether gold keeps it.',
    changedOutside: 'A layer was changed by somebody else. What was decided on it is to be looked at again.',
  },
}

/** What `stet review` prints. */
export const review = {
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
    withdrawn: 'Withdrawn since',
  },
  all: 'All',
  nothing: 'No article here has a layer that can be compared.',
  sealed: (articles: number) =>
    `Sealed layers of ${counted(articles, 'article', 'articles')} aren’t looked at until all of them are done.`,
  whose: (ids: string) => `Say by --gold in which layer the decisions stand: ${ids}`,
}
