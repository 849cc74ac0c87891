import type { FindingKind } from '../../checking/finding.ts'
import type { RuleId } from '../../rules/rule.ts'
import { counted } from './saying.ts'

export const checking = {
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
}
