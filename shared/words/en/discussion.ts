import { counted, numbers } from './saying.ts'

export const discussion = {
  title: 'Discussion',
  list: 'Conversations of the article',
  thread: 'The conversation',
  choose: 'Choose a conversation to read it.',
  scopes: { article: 'This article', workspace: 'Questions in all articles' },
  filter: 'Which conversations are shown',
  filters: { all: 'All', open: 'Open', questions: 'Questions', mine: 'Mine' },
  discuss: 'Discuss…',
  askEntry: (label: string, tag: string) => `Ask about the codebook: ${tag === '' ? label : `${tag}, ${label}`}`,
  whose: 'What is it about?',
  gold: 'What stands in gold',
  decision: 'The decision',
  otherwise: 'Gold has something else',
  nothingOtherwise: 'No gold here has anything else than this annotation of yours.',
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
  place: 'Place it on the selected words',
  placeWhy: 'These words aren’t in the text any more, or stand there more than once. Select those that are meant.',
  placeTheirs: (name: string) =>
    `Only ${name} can give it a place in the text again, since the comment stands in their file.`,
  placeFirst: 'Select the words in the text that the comment is about.',
  placed: 'The comment has its place in the text again.',
  about: {
    words: 'Words of the article',
    lost: 'Words that have no place in the text',
    article: 'The article',
    entry: (label: string) => `Codebook: ${label}`,
    entryGone: 'An entry that isn’t in the codebook any more',
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
  states: {
    open: 'Open',
    question: 'Question',
    answered: 'Question, answered',
    disagreement: 'Disagreement',
    disagreementAnswered: 'Disagreement, answered',
    resolved: 'Resolved',
  },
  signs: {
    open: '○',
    question: '?',
    answered: '?✓',
    disagreement: '≠',
    disagreementAnswered: '≠✓',
    resolved: '✓',
  },
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
  questions: 'Questions of the workspace',
  questionState: 'Which questions are shown',
  questionStates: { open: 'Waiting', resolved: 'Resolved', all: 'All' },
  questionAbout: 'What they are about',
  questionTopics: {
    all: 'About anything',
    annotation: 'Annotations',
    words: 'Words of an article',
    article: 'Articles',
    entry: 'The codebook',
    verdict: 'Decisions',
    comment: 'Missing comments',
  },
  questionLabels: {
    annotation: 'An annotation that isn’t in the files here',
    words: 'Words of the article',
    article: 'The article',
    entry: 'The codebook',
    verdict: 'A decision',
    comment: 'A comment that isn’t in the files here',
  },
  onlyMine: 'Those I take part in',
  lookAgain: 'Look again',
  noNextQuestion: 'No further question.',
  noPreviousQuestion: 'No question before this one.',
  questionsLooked: 'All articles have been looked through.',
  shownQuestions: (count: number, all: number) =>
    `${numbers.format(count)} of ${counted(all, 'question', 'questions')} shown.`,
  looking: (done: number, total: number) =>
    total === 0 ? 'Looking…' : `Looked through ${numbers.format(done)} of ${counted(total, 'article', 'articles')}.`,
  foundQuestions: (count: number) =>
    count === 0
      ? 'No question waits in any article.'
      : `${counted(count, 'question waits', 'questions wait')} in the workspace.`,
  question: (path: string, quote: string, who: string, text: string) =>
    `${path}${quote === '' ? '' : `, “${quote}”`}. ${who}: ${text}`,
  resolvedQuestion: (said: string) => `Resolved. ${said}`,
  answers: (count: number) => (count === 0 ? '' : counted(count, 'answer', 'answers')),
  questionGone: 'This question has been resolved, or isn’t in the files any more.',
  sign: (count: number, open: number) =>
    `${counted(count, 'conversation begins', 'conversations begin')} in this line, ${numbers.format(open)} open`,
}
