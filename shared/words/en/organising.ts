import { counted, numbers, shareOf } from './saying.ts'

export const gold = {
  on: 'Gold layer',
  onWhy: (name: string) =>
    `What is tagged, changed and marked here goes into the gold layer of ${name}. Their own layer stays as it is.`,
  leave: 'Gold layer: go back to my own layer',
  title: 'gold layer',
  saidOn: 'The gold layer is worked on from now on. Your own layer stays as it is.',
  saidOff: 'Your own layer is worked on again.',
}

/** The dialog that makes a dataset of the workspace. */
/** On the command line. */
export const sealing = {
  none: 'There is no sealed coding here.',
  notEncrypted:
    'Nothing is encrypted: whoever opens the files can read them. A hash proves that nothing was changed since it was written.',
  notExported: (count: number) =>
    `${counted(count, 'layer is', 'layers are')} sealed, since not all annotators of that coding are done, and left out. With --sealed they are in the dataset.`,
  exported: (count: number) =>
    `${counted(count, 'layer is', 'layers are')} sealed, since not all annotators of that coding are done, and in the dataset all the same: whoever gets it can read them.`,
  leftOut: (count: number) =>
    `${counted(count, 'layer is', 'layers are')} sealed, since not all annotators of that coding are done, and left out.`,
}

export const organising = {
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
  withAnother: 'Of these with another',
  doubleOf: (double: number, assigned: number, done: number) =>
    double === 0 ? '0' : `${numbers.format(double)} (${shareOf(double, assigned)}), ${numbers.format(done)} done`,
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
    `${counted(count, 'article that somebody annotates isn’t', 'articles that somebody annotates aren’t')} in the workspace under that name any more.`,
  hiddenMeanwhile:
    'Some of them are sealed, and may be here under another name. Until they are back, or their coding is opened, they can’t be forgotten, and whoever was to seal them is hidden in all articles that nobody is to annotate.',
  goneMore: (count: number) => `and ${counted(count, 'other', 'others')}`,
  follow: (count: number) =>
    `Follow ${counted(count, 'moved article', 'moved articles')}, with assignments, sealed coding and seals`,
  forget: (count: number) => `Forget ${counted(count, 'missing article', 'missing articles')}`,
  followed: (count: number) => `${counted(count, 'article', 'articles')} followed.`,
  forgotten: (count: number) =>
    `${counted(count, 'article', 'articles')} forgotten: nobody is to annotate them any more. What was sealed stays in the record.`,
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
      : `${numbers.format(shown)} of ${counted(all, 'article', 'articles')}`,
  ofTheList: 'Articles are those that the list of articles shows.',
  whose: 'Which of them',
  whoseChoices: {
    all: 'All',
    nobody: 'Nobody annotates them yet',
    one: 'One annotates them',
    more: 'Two or more annotate them',
  },
  whoseIs: (name: string) => `${name} annotates them`,
  whoseIsNot: (name: string) => `${name} doesn’t annotate them`,
  gridLabel: 'Who annotates which article',
  gridHint: 'The arrow keys go from box to box, and Space ticks one.',
  noneFit: 'No article is like that.',
  assignedSaid: (name: string, article: string) => `${name} annotates ${article}.`,
  unassignedSaid: (name: string, article: string) => `${name} doesn’t annotate ${article} any more.`,
  sealedWhat:
    'In a sealed coding Stet shows nobody what the others wrote in an article until all of them are done with it. Nothing is encrypted: whoever opens the files can read them. When somebody is done, a hash of their annotations is written into the project; with it anybody can prove later that no annotation was changed. Entities, and the names under which they are found, belong to the project: what somebody adds to them meanwhile everybody sees at once. A coding that was begun in a folder inside this one, with a project of its own, hides its layers only where that folder is opened, not here.',
  covers:
    'The hash covers each annotation’s place, words, tag, answers, entity and note, all links, and which text they were made on, as the layer says it. It doesn’t cover comments, verdicts, times, or whether the article is done, nor whether the article still has that text: checking the workspace tells that.',
  sealedAround: (count: number) =>
    `${counted(count, 'article here is', 'articles here are')} in a sealed coding of a workspace that this folder is part of, and what others wrote in ${count === 1 ? 'it' : 'them'} stays hidden here too. To seal yours, mark ${count === 1 ? 'it' : 'them'} done in that workspace.`,
  canBegin: (articles: number, teams: number) =>
    `${counted(articles, 'article', 'articles')} that two or more annotate can be sealed, in ${counted(teams, 'coding', 'codings')}.`,
  begunAlready: (count: number) =>
    `In ${numbers.format(count)} of them somebody has begun: what they have so far may have been seen.`,
  cannotBegin: 'Every article that two or more are to annotate is in a sealed coding already, or there is none.',
  begin: 'Begin sealed coding',
  begunSaid: (articles: number) =>
    `The coding of ${counted(articles, 'article', 'articles')} is sealed. No undo takes that back; it can be opened.`,
  open: 'Open before all are done',
  openWhy:
    'The others’ annotations are shown from then on, and what is sealed later proves nothing. Who opened it is recorded, and no undo takes it back.',
  openedSaid: 'The coding is open.',
  opened: (who: string, when: string) => `Opened by ${who}, ${when}, before all were done.`,
  remove: 'Forget this coding',
  removeWhyNot:
    'While anything in it is hidden, a coding can’t be forgotten. Open it first: who did, and when, is recorded.',
  removed: 'The coding is forgotten, and so is what was sealed in it.',
  roundState: (open: number, all: number) => `${numbers.format(open)} of ${counted(all, 'article', 'articles')} open`,
  states: {
    waiting: 'Not done',
    unsealed: 'Done, not sealed',
    sealed: 'Sealed',
    same: 'The layer says what it said when it was sealed',
    again: 'Changed after it was open, and sealed again as it is now',
    late: 'Sealed only after it was open',
    changed: 'Changed since it was sealed',
    gone: 'Sealed, and not there now',
  },
  sealings: {
    first: (when: string, hash: string) => `Sealed ${when}: ${hash}`,
    again: (when: string, hash: string) =>
      `Changed and sealed again ${when}, before the others’ annotations could be seen: ${hash}`,
    late: (when: string, hash: string) => `Sealed ${when}, after the others’ annotations could be seen: ${hash}`,
  },
  nowHash: (hash: string) => `Now: ${hash}`,
  changed: (count: number) =>
    `${counted(count, 'layer was', 'layers were')} changed since sealed. Both hashes stand below.`,
  changedLate: (count: number) =>
    `${counted(count, 'layer was', 'layers were')} changed after the coding was open, and sealed again. What counts for agreement is what was sealed before.`,
  sealNow: 'Seal mine now',
  sealAgain: 'Seal mine again',
  sealAgainWhy:
    'The earlier seal stays in the record, and everybody sees that this one was made after it, and whether the others could be seen by then.',
  sealed: (count: number) =>
    count === 0 ? 'There was nothing to seal.' : `${counted(count, 'layer', 'layers')} sealed.`,
  sealedColumns: { person: 'Annotator', sealed: 'Sealed', waiting: 'Not done', other: 'Changed or missing' },
  proofsShown: (shown: number, all: number) =>
    `${numbers.format(shown)} of ${counted(all, 'layer', 'layers')}, changed and missing ones first`,
  showMore: (count: number) => `Show ${numbers.format(count)} more`,
  leftOutOfExport: (count: number) =>
    `${counted(count, 'layer of a sealed coding stays', 'layers of a sealed coding stay')} out of it, since not all of its annotators are done.`,
  exportSealed: (count: number) =>
    `With ${counted(count, 'layer', 'layers')} of a sealed coding, which Stet doesn’t show you yet`,
  exported: 'Whoever gets the dataset can read what is sealed, and the figures above count it.',
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
    prevalence: 'At most as if all were equally frequent. The others share the rest evenly.',
    units: 'How many units of them an article has on average.',
    effect: '1 if units of one article are like any others; 2 or 3 is common. It counts up to the units in an article.',
  },
  planBad: 'With these numbers nothing can be planned.',
  planReached: (done: number) => `Two have done ${counted(done, 'article', 'articles')} so far.`,
}
