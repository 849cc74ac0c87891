import type { Attribute, Choice, Codebook, LinkType, Tag } from './codebook.ts'

const tags: readonly Tag[] = [
  {
    id: 'claim',
    label: 'Claim',
    key: '1',
    colour: '#0072b2',
    mark: 'brace',
    guidance: 'The content of what someone puts forward as true, wanted, promised or judged.',
    examples: ['The bridge will open in May', 'prices have doubled since the strike began'],
    snap: ['whole-words', 'trim-quotes'],
    entityKinds: ['claim-family'],
  },
  {
    id: 'actor',
    label: 'Actor',
    key: '2',
    colour: '#009e73',
    mark: 'solid',
    guidance: 'A person, organisation or place that says, does or undergoes something.',
    examples: ['the port authority', 'Ms Novak', 'residents of the old town'],
    snap: ['whole-words'],
    entityKinds: ['person', 'organisation', 'government', 'party', 'media', 'group', 'place', 'document'],
  },
  {
    id: 'event',
    label: 'Event',
    key: '3',
    colour: '#d55e00',
    mark: 'double',
    guidance: 'The words that name something that happened or may happen.',
    examples: ['signed the agreement', 'the flood', 'a strike next week'],
    snap: ['whole-words'],
    entityKinds: ['event'],
  },
]

const attributes: readonly Attribute[] = [
  choice('claim', 'type', 'Type', 'T', 'factual prediction demand evaluation denial promise', 'What the claim does.'),
  choice(
    'claim',
    'polarity',
    'Polarity',
    'P',
    'supports opposes mixed neutral',
    'Where the speaker stands on what the claim is about.',
  ),
  choice(
    'claim',
    'speech',
    'Speech',
    'S',
    'direct indirect mixed narrated',
    'How the article renders it: quoted, reported, both, or told.',
  ),
  choice('claim', 'commitment', 'Commitment', 'C', 'certain probable possible unspecified', 'How sure the speaker is.'),
  choice(
    'claim',
    'source',
    'Source',
    'O',
    'stated author unnamed unknown',
    'Whether the article says who put it forward.',
  ),
  {
    ...choice(
      'claim',
      'checkWorthiness',
      'Worth checking',
      'W',
      'no unimportant worth-checking',
      'Whether a fact-checker should look at it.',
    ),
    folded: true,
  },
  choice(
    'actor',
    'mention',
    'Mention',
    'M',
    'name nominal pronoun',
    'How the actor is mentioned: by name, by description, by pronoun.',
  ),
  choice(
    'event',
    'type',
    'Type',
    'T',
    'agree consult support concede cooperate aid retreat investigate demand disapprove reject threaten protest crime sanction mobilise coerce assault disaster election publication other',
    'What kind of event it is.',
  ),
  choice(
    'event',
    'realis',
    'Reality',
    'R',
    'actual future generic denied',
    'Whether it happened, is to happen, happens in general, or is said not to have happened.',
  ),
  plain('event', 'when', 'When', 'W', 'date', 'The date, as 2024-05-31, 2024-05 or 2024.'),
  plain('event', 'where', 'Where', 'L', 'text', 'The place, in words.'),
]

const links: readonly LinkType[] = [
  {
    id: 'attributed-to',
    label: 'said by',
    from: ['claim'],
    to: ['actor', 'author'],
    attributes: [
      choiceQuestion('explicitness', 'Explicitness', 'E', 'explicit inferred', 'Whether the words say who speaks.'),
    ],
  },
  { id: 'relayed-by', label: 'relayed by', from: ['claim'], to: ['actor'], attributes: [] },
  { id: 'about', label: 'about', from: ['claim'], to: ['event', 'actor'], attributes: [] },
  { id: 'addressed-to', label: 'addressed to', from: ['claim'], to: ['actor'], attributes: [] },
  { id: 'targets', label: 'targets', from: ['claim'], to: ['actor'], attributes: [] },
  ...['supports', 'contradicts', 'repeats', 'qualifies', 'responds-to'].map(id => ({
    id,
    label: id.replace('-', ' '),
    from: ['claim'],
    to: ['claim'],
    attributes: [],
  })),
  {
    id: 'participant',
    label: 'takes part',
    from: ['event'],
    to: ['actor'],
    attributes: [plainQuestion('role', 'Role', 'R', 'text', 'What the actor does in the event.')],
  },
  ...['before', 'causes', 'part-of'].map(id => ({
    id,
    label: id.replace('-', ' '),
    from: ['event'],
    to: ['event'],
    attributes: [],
  })),
]

/** The codebook of a workspace that brings none of its own. */
export const defaultCodebook: Codebook = { id: 'stet-default', version: 1, tags, attributes, links, rulesOff: [] }

type Question = Omit<Attribute, 'tag' | 'folded' | 'meaningChanged'>

function choice(tag: string, ...said: Parameters<typeof choiceQuestion>): Attribute {
  return { ...choiceQuestion(...said), tag, folded: false }
}

function plain(tag: string, ...said: Parameters<typeof plainQuestion>): Attribute {
  return { ...plainQuestion(...said), tag, folded: false }
}

function choiceQuestion(id: string, label: string, key: string, words: string, guidance: string): Question {
  return { id, label, kind: 'choice', choices: words.split(' ').map(choiceOf), key, guidance }
}

function plainQuestion(id: string, label: string, key: string, kind: 'date' | 'text', guidance: string): Question {
  return { id, label, kind, choices: [], key, guidance }
}

function choiceOf(id: string): Choice {
  return { id, label: id.replaceAll('-', ' ') }
}
