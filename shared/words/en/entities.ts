import type { Role } from '../../project/entity.ts'
import { entityKinds } from './names.ts'
import { counted, meant, numbers } from './saying.ts'

export const entities = {
  label: 'Entity',
  /** What a kind is called; a codebook's own kind by its id. */
  kind: (id: string) => entityKinds[id] ?? id,
  role: ({ title, from, to }: Role) =>
    from && to ? `${title}, ${from} to ${to}` : from ? `${title}, since ${from}` : to ? `${title}, until ${to}` : title,
  here: (count: number) => (count === 0 ? '' : `${numbers.format(count)}× here`),
  picker: (words: string) => `Who or what is “${words}”?`,
  typeName: 'Type a name',
  found: 'Entities',
  alias: (name: string) => `as “${name}”`,
  create: (name: string) => `Create “${name}”`,
  newKind: 'Kind of the new one',
  kindKey: (key: number, kind: string) => `${kind}, Alt+${key}`,
  clear: 'Nobody in particular: take it away',
  others: (count: number) => `Also the ${counted(count, 'other', 'others')} with these words in this article`,
  none: 'Not chosen',
  choose: 'Choose…',
  change: (name: string) => `Entity: ${name}. Choose another`,
  chooseLabel: 'Entity: not chosen. Choose one',
  remove: (name: string) => `Take the entity ${name} away`,
  unknown: (id: string) => `${id} (not in the register)`,
  makeOne: 'Make an entity of it',
  noKinds: (tag: string) => `The codebook has no kinds of entity for ${tag.toLowerCase()}.`,
  said: (words: string, name: string, count: number) =>
    count > 1 ? `${numbers.format(count)} times “${words}”: ${name}.` : `“${words}”: ${name}.`,
  created: (name: string, kind: string) => `New ${kind}: ${name}.`,
  learned: (alias: string, name: string) => `${alias} is now an alias of ${name}.`,
  cleared: (words: string) => `“${words}” means nobody in particular now.`,
  unchanged: 'Nothing to change: it means that already.',
  outsideField: (theirs: string) => `Changed outside to “${theirs}” while you typed. What you type is kept.`,
}

export const register = {
  title: 'People, places and other entities',
  list: 'Entities',
  find: 'Find by name or alias',
  kinds: 'Which kind to show',
  allKinds: 'All kinds',
  count: (count: number) => counted(count, 'entity', 'entities'),
  empty: (key: string) =>
    `Nobody is in the register yet. Name the first${key && `, or press ${key} on an annotation`}.`,
  notFound: 'Nobody goes by these words.',
  create: 'New…',
  createNamed: (name: string) => `New: ${name}`,
  newName: 'New entity',
  row: (name: string, kind: string, own: number, others: number, isTicked: boolean) =>
    [name, kind, meant(own, others), isTicked && 'ticked'].filter(Boolean).join(', '),
  meant: (own: number, others: number) =>
    others > 0 ? `${numbers.format(own)} + ${numbers.format(others)}` : numbers.format(own),
  meantWhy: 'How often your annotations mean it + how often those of colleagues do',
  tickHint: 'Space ticks; two or more can be merged',
  merge: (count: number) => `Merge ${numbers.format(count)}…`,
  details: (name: string) => `About ${name}`,
  name: 'Name',
  kind: 'Kind',
  aliases: 'Also known as',
  addAlias: 'Another name',
  removeAlias: (alias: string) => `Remove the name ${alias}`,
  aliasThere: 'It goes by this name already.',
  roles: 'Roles',
  roleTitle: 'Role',
  from: 'From',
  to: 'Until',
  addRole: 'Add a role',
  removeRole: (title: string) => `Remove the role ${title}`,
  wrongDate: 'Write the date as 2031-03-04, 2031-03 or 2031.',
  noName: 'A name is needed.',
  parent: 'Part of',
  note: 'Note',
  ids: 'Ids elsewhere',
  id: 'Id',
  addId: 'Add an id, as wikidata Q42',
  idForm: 'Write the register, then the id, as in wikidata Q42.',
  removeId: (register: string) => `Remove the id in ${register}`,
  remove: 'Delete',
  removed: (name: string) => `${name} deleted.`,
  stillMeant: (name: string, own: number) =>
    `${name} is meant by ${counted(own, 'annotation', 'annotations')} of yours. Merge it with another instead.`,
  stillCounting: 'Who means it is still being looked up. Try again in a moment.',
  removedOthers: (name: string, others: number) =>
    `${name} deleted. ${counted(others, 'annotation of a colleague means', 'annotations of colleagues mean')} an unknown id now.`,
  mentions: 'Where it is meant',
  mentionCount: (own: number, others: number) =>
    others > 0
      ? `${counted(own, 'time', 'times')} by you, ${numbers.format(others)} by colleagues`
      : `${counted(own, 'time', 'times')} by you`,
  looking: 'Looking…',
  cut: 'There are more than can be shown.',
  leftOut: (count: number) =>
    `${counted(count, 'article or layer', 'articles and layers')} can’t be read and will stay as they are. What means it there is still understood.`,
  layerIn: (annotator: string, path: string) => `${path}, the layer of ${annotator}`,
  moreLeftOut: (count: number) => `and ${numbers.format(count)} more`,
  notWhole: 'Not all that this would change is known, so nothing can be merged yet.',
  lookAgain: 'Look again',
  mentionGone: 'What was found here does not stand there any more.',
  changedMeanwhile: 'Something was changed meanwhile. Look at what this touches now, then do it again.',
  noMentions: 'No annotation means it yet.',
  mention: (words: string, article: string, whose: string, isPicked: boolean) =>
    [words, article, whose, isPicked && 'picked'].filter(Boolean).join(', '),
  link: (type: string) => `link: ${type}`,
  picked: (count: number) => `${counted(count, 'mention', 'mentions')} picked`,
  pickWords: (words: string) => `All “${words}”`,
  pickAll: 'All of yours',
  pickNone: 'None',
  split: (count: number) => `${counted(count, 'is', 'are')} somebody else…`,
  mergeTitle: (count: number) => `Merge ${counted(count, 'entity', 'entities')}`,
  keep: 'Which one stays',
  becomes: 'It becomes',
  conflict: (register: string) => `They have different ids in ${register}. Which holds?`,
  touched: 'What this touches',
  willChange: 'will be changed',
  understood: 'not changed, but understood',
  willChangeCount: (own: number, articles: number) =>
    own === 0
      ? 'No annotation of yours has to be changed.'
      : `${counted(own, 'annotation', 'annotations')} of yours in ${counted(articles, 'article', 'articles')} will be changed.`,
  understoodCount: (others: number) =>
    others === 0
      ? ''
      : `${counted(others, 'annotation of a colleague stays', 'annotations of colleagues stay')} as written, and ${others === 1 ? 'is' : 'are'} understood.`,
  mergeNow: 'Merge',
  merged: (names: string, into: string) => `${names} merged into ${into}.`,
  mergeWork: (into: string) => `Merging into ${into}`,
  splitTitle: (name: string, count: number) =>
    `${counted(count, 'mention', 'mentions')} of ${name} that mean somebody else`,
  splitTo: 'Who do they mean?',
  splitNew: (name: string) => `New: ${name}`,
  splitNow: 'Move them',
  splitMoves: (names: string) => `Goes with them: ${names}`,
  splitDone: (count: number, name: string) => `${counted(count, 'mention means', 'mentions mean')} ${name} now.`,
  splitWork: (name: string) => `Moving mentions to ${name}`,
  working: (done: number, total: number) => `${numbers.format(done)} of ${numbers.format(total)} articles`,
  mergedHere: (names: string) => `Merged into it: ${names}`,
}
