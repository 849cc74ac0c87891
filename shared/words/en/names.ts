import type { GrowthUnit } from '../../annotation/grow.ts'
import type { Zone } from '../../article/article.ts'
import type { FieldName } from '../../article/metadata.ts'
import type { SnapRule } from '../../codebook/codebook.ts'
import type { Feature } from '../../dataset/features.ts'
import type { CaseKind } from '../../review/case.ts'
import type { HowAsked } from '../../search/query.ts'
import type { UnseenKind } from '../../text/unseen.ts'

/** What opinions of one place differ in. */
export const caseKindNames: Record<CaseKind, string> = {
  only: 'Only in some',
  tag: 'Other tag',
  extent: 'Other extent',
  source: 'Other source',
  event: 'Other event',
  attribute: 'Other attribute',
  entity: 'Other entity',
  link: 'Other link',
  note: 'Other note',
  same: 'Same',
  withdrawn: 'Withdrawn',
}

/** What a dataset may have that not every format can say. */
export const featureNames: Readonly<Record<Feature, string>> = {
  annotations: 'annotations',
  text: 'the articles’ texts',
  metadata: 'what is known of the articles',
  zones: 'zones',
  status: 'whether a layer is done',
  overlap: 'annotations that overlap',
  crossing: 'annotations that cross',
  discontinuous: 'annotations with gaps',
  'cut-words': 'annotations that cut a word',
  'across-sentences': 'annotations across sentences',
  'space-at-ends': 'annotations that begin or end with a space',
  'control-characters': 'characters that the format can’t hold',
  attributes: 'attributes',
  'several-answers': 'attributes with several answers',
  'typed-values': 'numbers and yes or no as values',
  entities: 'entities',
  notes: 'notes',
  links: 'links',
  'links-to-entities': 'links to entities',
  'links-to-author': 'links to the article’s own voice',
  'link-attributes': 'attributes of links',
  cues: 'cues of links',
  frames: 'which annotations came as events with roles',
  discussion: 'comments and verdicts',
}

export const doneNames = { dropped: 'left out', changed: 'changed', without: 'left out, and the rest kept' } as const

export const waysAsked: Readonly<Record<HowAsked | 'is', string>> = {
  is: 'is',
  from: 'from',
  until: 'until',
  contains: 'contains',
}

export const snapped: Readonly<Record<SnapRule, string>> = {
  'whole-words': 'by whole words',
  'trim-quotes': 'without the quotation marks',
  'trim-reporting': 'without who said it',
}

export const zoneNames: Readonly<Record<Zone, string>> = {
  title: 'Title',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  heading: 'Heading',
  body: 'Body',
  quote: 'Quotation',
  caption: 'Caption',
  boilerplate: 'Boilerplate',
}

export const fieldTitles: Readonly<Record<FieldName, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  byline: 'Byline',
  published: 'Published',
  section: 'Section',
  page: 'Page',
  language: 'Language',
  address: 'Source address',
}

export function fieldName(name: FieldName | 'encoding'): string {
  return name === 'encoding' ? 'the encoding' : `the article’s ${fieldTitles[name].toLowerCase()}`
}

export function zoneName(zone: Zone | null): string {
  return zone === null ? 'as it was recognised' : zoneNames[zone]
}

export const units: Readonly<Record<GrowthUnit, string>> = {
  word: 'Word',
  clause: 'Clause',
  sentence: 'Sentence',
  quotation: 'Quotation',
  paragraph: 'Paragraph',
}

export const entityKinds: Readonly<Record<string, string>> = {
  person: 'person',
  organisation: 'organisation',
  government: 'government',
  party: 'party',
  media: 'media',
  group: 'group',
  place: 'place',
  document: 'document',
  event: 'event',
  'claim-family': 'family of claims',
}

export const unseenKinds: Readonly<Record<UnseenKind, string>> = {
  order: 'words beside it may be shown in another order than they stand in',
  control: 'a control character, which is nothing to read',
  hidden: 'it takes no room, and may stand in the midst of a word',
}

export const unseenNames: Readonly<Record<number, string>> = {
  0: 'NUL',
  27: 'Escape',
  8203: 'Zero-width space',
  8234: 'Left-to-right embedding',
  8235: 'Right-to-left embedding',
  8236: 'End of an embedding or override',
  8237: 'Left-to-right override',
  8238: 'Right-to-left override',
  8288: 'Word joiner',
  8294: 'Left-to-right isolate',
  8295: 'Right-to-left isolate',
  8296: 'Isolate of its own direction',
  8297: 'End of an isolate',
  65279: 'Byte order mark amid the text',
}
