import type { Zone } from './article.ts'
import { isHeading, isQuote, isStandfirst } from './between.ts'
import * as boilerplate from './boilerplate.ts'
import { isByline, isDateline, isName } from './bylines.ts'
import { describesPicture, endsInCredit, isCredit, isLabelledCaption } from './credits.ts'
import { isParagraph, type Line, type Page } from './page.ts'

/**
 * One way to recognise a zone. Rules are asked in order, each of every line
 * that no rule before it has spoken of, so a rule may look at what was found.
 */
export interface ZoneRule {
  readonly name: string
  readonly zone: Zone
  /** What the rule says, for people. */
  readonly sentence: string
  holds(line: Line, page: Page, title: Line | undefined): boolean
}

/** Rules that need no title. What none of these and none below recognises is body: precision goes before recall. */
export const rulesOfLines: readonly ZoneRule[] = [
  {
    name: 'skip-link',
    zone: 'boilerplate',
    sentence: 'A link that skips to the content.',
    holds: boilerplate.isSkipLink,
  },
  {
    name: 'tracked-title',
    zone: 'boilerplate',
    sentence: 'The title behind a page counter’s name.',
    holds: boilerplate.isTrackedTitle,
  },
  {
    name: 'navigation',
    zone: 'boilerplate',
    sentence: 'A link to the next or previous article, or a trail from “Home”.',
    holds: boilerplate.isNavigation,
  },
  { name: 'sharing', zone: 'boilerplate', sentence: 'Buttons that share or print.', holds: boilerplate.isSharing },
  {
    name: 'elsewhere',
    zone: 'boilerplate',
    sentence: 'A pointer to other articles.',
    holds: boilerplate.pointsElsewhere,
  },
  { name: 'cookies', zone: 'boilerplate', sentence: 'A notice about cookies.', holds: boilerplate.isCookieNotice },
  {
    name: 'advertisement',
    zone: 'boilerplate',
    sentence: 'An advertisement, or the word above one.',
    holds: boilerplate.isAdvertisement,
  },
  { name: 'agency-credit', zone: 'caption', sentence: 'Who took a picture, alone on a line.', holds: isCredit },
  { name: 'rights', zone: 'boilerplate', sentence: 'Rights that are reserved.', holds: boilerplate.reservesRights },
  {
    name: 'subscribe',
    zone: 'boilerplate',
    sentence: 'An invitation to subscribe, sign in, follow or give.',
    holds: boilerplate.asksToSubscribe,
  },
  {
    name: 'furniture',
    zone: 'boilerplate',
    sentence: 'A button or label of the page.',
    holds: boilerplate.isFurniture,
  },
  {
    name: 'press-contact',
    zone: 'boilerplate',
    sentence: 'Whom the press may ask.',
    holds: boilerplate.isPressContact,
  },
  {
    name: 'source',
    zone: 'boilerplate',
    sentence: 'Where the text was taken from, at its end.',
    holds: boilerplate.namesSource,
  },
  {
    name: 'self-praise',
    zone: 'boilerplate',
    sentence: 'The site praising itself after the last paragraph.',
    holds: boilerplate.praisesItself,
  },
  {
    name: 'database-note',
    zone: 'boilerplate',
    sentence: 'What a press database puts below an article, behind a label in capitals.',
    holds: boilerplate.isDatabaseNote,
  },
  {
    name: 'labelled-caption',
    zone: 'caption',
    sentence: 'A line that the page calls a caption.',
    holds: isLabelledCaption,
  },
  {
    name: 'credited-caption',
    zone: 'caption',
    sentence: 'A description that ends with whose picture it is.',
    holds: endsInCredit,
  },
  {
    name: 'dateline',
    zone: 'dateline',
    sentence: 'A date, with hour or place, alone on a line at the top or the end.',
    holds: isDateline,
  },
  { name: 'byline', zone: 'byline', sentence: 'Who wrote it: “By” and names, or “Reporting by”.', holds: isByline },
]

/** Rules that are asked once the title is known (`findTitle`). */
export const rulesOfPlaces: readonly ZoneRule[] = [
  { name: 'title', zone: 'title', sentence: 'The headline.', holds: (line, _page, title) => line === title },
  {
    name: 'above-title',
    zone: 'boilerplate',
    sentence: 'A short line above the title: the site’s name, its motto, the section, the title said before.',
    holds: (line, _page, title) => title !== undefined && line.index < title.index && !isParagraph(line),
  },
  {
    name: 'pictured',
    zone: 'caption',
    sentence: 'The description of the picture above the first paragraph.',
    holds: describesPicture,
  },
  {
    name: 'name-above-date',
    zone: 'byline',
    sentence: 'A name alone, below the title and above a date.',
    holds: (line, page, title) =>
      title !== undefined &&
      line.index > title.index &&
      line.index < title.index + 4 &&
      page.next(line)?.zone === 'dateline' &&
      isName(line),
  },
  {
    name: 'standfirst',
    zone: 'standfirst',
    sentence: 'What sums up the article between title and first paragraph.',
    holds: isStandfirst,
  },
  { name: 'quote', zone: 'quote', sentence: 'A quotation set apart.', holds: isQuote },
  {
    name: 'heading',
    zone: 'heading',
    sentence: 'A short line without punctuation at its end, above a paragraph.',
    holds: isHeading,
  },
]
