import type { CorrectionKind } from '../../letters/corrections.ts'
import type { Earlier } from '../../packet/earlier.ts'
import type { UnfitWhy } from '../../packet/takeAnswer.ts'
import { counted, days, numbers } from './saying.ts'

/** What is asked of whoever answers a packet or a letter in a browser. `{…}` may stand for what the page fills in. */
export const answering = {
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
  replaces:
    'You can answer more than once: each answer holds all that stands here, and a later one replaces the one before, so whatever isn’t in it any more is withdrawn.',
  kept: 'What you choose and write is kept in this browser: open the page in it again, and go on.',
  notKept:
    'Your browser keeps nothing for this page: what isn’t saved is gone when it is closed, and a later answer has to say everything anew.',
  noScript: 'This page can only be read here: for answers, a browser has to run the script in it.',
}

export const packet = {
  title: (workspace: string) => `Review of ${workspace}`,
  intro: ({ from, things, articles }: { from: string; things: number; articles: number }) =>
    `${from === '' ? 'You are asked' : `${from} asks you`} to look at ${counted(things, 'annotation', 'annotations')} in ${counted(articles, 'article', 'articles')}. Accept or reject each, and comment where you like: not all of them, if you don’t want to. Then save your answer, and send the small file back. Nothing leaves this page by itself.`,
  keys: 'By keyboard, within an annotation: A accepts, R rejects, U takes that back, C comments, Escape leaves the comment, N and P go on and back.',
  begin: 'Begin',
  codebook: 'What the tags mean',
}

export const letters = {
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
  unfinished: (titles: readonly string[]) => {
    const named = titles.slice(0, 20).map(title => `“${title}”`)
    const more = titles.length - named.length
    return `You haven’t said yet that you are done with ${counted(titles.length, 'article', 'articles')}, so this letter doesn’t say what the final version has there and yours hasn’t: ${named.join(', ')}${more > 0 ? ` and ${numbers.format(more)} more` : ''}.`
  },
  disputed: (count: number) =>
    `${counted(count, 'of these is', 'of these are')} still being discussed: somebody disagreed, and that isn’t settled yet.`,
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
  open: 'Still open',
  isOpen: 'Somebody disagreed with this, and it isn’t settled yet.',
  codebook: (entry: string) => `The codebook on “${entry}”`,
  begin: 'To the first',
  keys: 'By keyboard, within a correction: D says that you disagree, Escape leaves the field, N and P go on and back.',
  disagreeLine: (number: number) => `I disagree with ${numbers.format(number)}, because:`,
  howToDisagree:
    'Where you disagree, write why behind the line below that correction and send this back, or use the letter as a web page: its answer comes into the discussion by itself.',
}

/** What is said of letters, packets and answers, in the window and on the command line. */
export const telling = {
  titles: {
    letters: 'Write letters',
    packet: 'Make a review packet',
    answer: 'Bring in an answer',
    answers: 'Answers that were brought in',
  },
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
  unreadable: (count: number, names: readonly string[]) =>
    `${counted(count, 'article', 'articles')} can’t be read, and will be left out: ${names.map(name => `“${name}”`).join(', ')}${count > names.length ? ' and others' : ''}.`,
  large:
    'That is large: many mail servers refuse it, and it takes a browser some seconds to open. Fewer articles in each of several packets are easier to answer.',
  make: 'Make…',
  packetMade: 'The review packet is made.',
  sendIt: 'It can be sent by mail. What comes back is brought in as an answer.',
  nameTaken: (name: string) => `“${name}” is there already, and stays as it is. Please choose another name.`,
  answerOf: (name: string, file: string, isOwn: boolean) =>
    isOwn
      ? `“${file}” is an answer of ${name}, under the id that you annotate with.`
      : `“${file}” is an answer of ${name}. It becomes a layer of theirs, with judgements and comments and no annotations.`,
  ownAnswer:
    'If it is yours, its judgements and comments go into your own layer, where one undo takes them back. If it is somebody else’s, please give it another id.',
  besideOwn: (id: string) =>
    `“${id}” annotates here, and nothing is ever written into their layers: the answer comes in beside them. On their own computer they can bring it into their layer themselves.`,
  perhapsOwn: (id: string) =>
    `The name is yours, but nothing tells that this answer is: it comes in as a layer of its own. If you gave it yourself, please write your own id, “${id}”, and it goes into your layer.`,
  itsId: 'Their annotator id',
  takenBy: (id: string) =>
    `“${id}” is an annotator here, or somebody else who answered: nothing is ever written into their layers. Please choose another id for this answer.`,
  newerIs: (name: string) =>
    `A later answer of ${name} is here already. It stays as it is, and nothing of this one is brought in.`,
  aside: (folder: string) => `What an earlier answer said is kept in ${folder}.`,
  tookPlace: ({ verdictsReplaced, commentsReplaced, verdictsWithdrawn, commentsWithdrawn }: Earlier) =>
    `Of an earlier answer: ${counted(verdictsReplaced, 'judgement', 'judgements')} and ${counted(commentsReplaced, 'comment', 'comments')} changed, ${counted(verdictsWithdrawn, 'judgement', 'judgements')} and ${counted(commentsWithdrawn, 'comment', 'comments')} withdrawn.`,
  wouldBring: ({ verdicts, comments, isNothing }: { verdicts: number; comments: number; isNothing: boolean }) =>
    isNothing
      ? 'There is nothing new in it.'
      : `${counted(verdicts, 'judgement', 'judgements')} and ${counted(comments, 'comment', 'comments')} would come in.`,
  bringIn: 'Bring in',
  addToOwn: 'Add to my layer',
  ownBulk: 'Adding an answer to your layer',
  ownAdded: (verdicts: number, comments: number) =>
    `${counted(verdicts, 'judgement', 'judgements')} and ${counted(comments, 'comment', 'comments')} are in your layer. One undo takes them back.`,
  ownWouldAdd: ({ verdicts, comments, articles }: { verdicts: number; comments: number; articles: number }) =>
    articles === 0
      ? 'There is nothing new in it.'
      : `${counted(verdicts, 'judgement', 'judgements')} and ${counted(comments, 'comment', 'comments')} would go into your layers of ${counted(articles, 'article', 'articles')}.`,
  onlyLatest: 'Bringing it in is remembered all the same: an earlier answer then changes nothing any more.',
  takeBack: 'Take back this answer',
  takeBackWhy:
    'The files that it made are put into a folder inside .stet, where nothing is lost, and an earlier answer that it replaced comes back. What somebody has changed since stays.',
  answersWhy:
    'What reviewers and annotators answered. What is taken back is put into a folder inside .stet, where nothing is lost.',
  answersLooking: 'Looking for answers…',
  noAnswers: 'No answer has been brought in here.',
  answersOne: ({
    name,
    id,
    articles,
    verdicts,
    comments,
  }: {
    name: string
    id: string
    articles: number
    verdicts: number
    comments: number
  }) =>
    `${name} (${id}): ${counted(verdicts, 'judgement', 'judgements')} and ${counted(comments, 'comment', 'comments')} in ${counted(articles, 'article', 'articles')}`,
  takeBackOf: (name: string) => `Take back what ${name} answered`,
  takeBackShort: 'Take back',
  noAnswerOf: (id: string) => `No answer of “${id}” is here.`,
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
}
