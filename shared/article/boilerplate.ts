import { columnsOf } from './columns.ts'
import type { Line, Page } from './page.ts'

/** Columns: a line of a page's furniture is no wider. Only strong words make boilerplate of anything longer. */
const WIDEST = 200

const short = ({ columns, isLong }: Line): boolean => !isLong && columns <= WIDEST
/** How many lines with words count as the end of a page. */
const END = 5
const atEnd = ({ index }: Line, { lines }: Page): boolean => index >= lines.length - END && index * 2 > lines.length

export const isSkipLink = (line: Line): boolean =>
  short(line) &&
  /^(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|article|menu|text)\b/i.test(line.words)

/** A line with the name of a page counter in front of the page's title. */
export const isTrackedTitle = (line: Line): boolean => short(line) && /^quantcast\b/i.test(line.words)

export const isNavigation = (line: Line): boolean =>
  short(line) &&
  !line.stops &&
  (/^8(?:next|previous|prev) (?:article|story|post|page)/i.test(line.words) ||
    /^(?:[«‹←<»›→>]+\s*)?(?:next|previous|prev) (?:article|story|post|page)(?![a-z])/i.test(line.words) ||
    /^(?:home|start)\s*[>»›/|]\s*\S/i.test(line.words))

export const isSharing = (line: Line): boolean =>
  short(line) &&
  (/^share (?:this|on|via|the)\b/i.test(line.words) ||
    (line.columns <= 100 &&
      /^(?:(?:share|post|send|print|save|e-?mail|tweet|copy|link|comments?|this|article|story|page|on|via|to|by|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|pocket|messenger|x)[\s|·•,/]*){2,}$/i.test(
        line.words,
      )))

export const pointsElsewhere = (line: Line): boolean =>
  short(line) &&
  (/^["“]?(?:read (?:more|also|next)|also read|see also|related(?: (?:articles?|stories|content|topics|links|news))?|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in)|don['’]t miss|most (?:read|popular|viewed|shared)|trending(?: now)?|continue reading|(?:story|article) continues below|lire aussi|lesen sie auch|lee también|читайте также|اقرأ (?:أيضا|أيضاً|أيضًا|المزيد)|קראו (?:עוד|גם))\s*(?:[:：|–—-]|$)/iu.test(
    line.words,
  ) ||
    /^more (?:from|on|in|about) [^:.]{1,40}:/i.test(line.words))

export const isCookieNotice = (line: Line): boolean =>
  short(line) &&
  (/^(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|reading|browsing|clicking))\b.*(?:\buses? (?:\w+ ){0,3}cookies\b|\b(?:accept|consent|agree)\b.*\bcookies\b|\bcookies\b.*\b(?:accept|consent|agree|policy|settings)\b)/i.test(
    line.words,
  ) ||
    /^(?:cookie (?:policy|settings|preferences|notice)|(?:accept|manage|reject) (?:all )?cookies)\b/i.test(line.words))

export const isAdvertisement = (line: Line): boolean =>
  short(line) &&
  (/^[^\p{L}\p{N}]*(?:advertisements?|advertising|advert|sponsored(?: content)?|promoted(?: content)?|anzeige|werbung|publicité|publicidad|реклама|إعلان|פרסומת|广告|廣告|広告|광고)[^\p{L}\p{N}]*$/iu.test(
    line.words,
  ) ||
    /^(?:advertisement|sponsored content)\s*[.:|–—-]/i.test(line.words))

/** Rights are reserved in so many words: strong enough for a line of any length at the end, and for short ones anywhere. */
export const reservesRights = (line: Line, page: Page): boolean =>
  (short(line) &&
    (/^(?:©|\(c\)|copyright\b)\s*\S/i.test(line.words) || /\ball rights reserved\.?$/i.test(line.words))) ||
  (atEnd(line, page) &&
    /\ball rights reserved\b|\bmay not be (?:published|reproduced|republished|redistributed)\b/i.test(
      `${line.words} ${line.ending}`,
    ))

export const asksToSubscribe = (line: Line): boolean =>
  short(line) &&
  /^(?:subscribe(?: (?:to|now|here|today|for)\b|[.!]?$)|sign up (?:to|for|here|now)\b|(?:sign|log) ?in\b.{0,40}$|register (?:now|here|for free)\b|become a (?:member|subscriber)\b|support (?:our|independent|quality) journalism\b|donate (?:now|today)\b|(?:follow|like|join|find) us on\b|get (?:our|the) (?:free )?(?:app|newsletter|daily)\b|download (?:our|the) .{0,30}\bapp\b)/i.test(
    line.words,
  )

/** Single words and phrases that are buttons and labels of a page and never a paragraph. */
export const isFurniture = (line: Line): boolean =>
  line.columns <= 60 &&
  (/^(?:menu|search|home|toggle navigation|main navigation|breadcrumbs?|close|print|e-?mail|facebook|twitter|whatsapp|comments?|leave a comment|view comments|newsletter|back to top|live tv|watch live|listen live|loading\.*|tags?:.*|topics?:.*|filed under:.*|\d+ comments?|\d+ shares?|\d+ ?min(?:ute)?s? read|reading time:? .*)$/i.test(
    line.words,
  ) ||
    /^(?:for immediate release|notes to editors:?|-?\s*ends\s*-?|#{3,})$/i.test(line.words))

export const isPressContact = (line: Line): boolean =>
  short(line) && /^(?:media|press) (?:contacts?|enquiries|inquiries)\s*[:：]/i.test(line.words)

/** Where the text was taken from, said at its end. */
export const namesSource = (line: Line, page: Page): boolean =>
  atEnd(line, page) &&
  columnsOf(line.words) <= 300 &&
  (/^(?:source|sources|quelle|fuente|fonte|источник|المصدر|מקור|来源|來源)\s*[:：]\s*\S/iu.test(line.words) ||
    /^(?:this (?:article|story|piece) (?:was )?(?:first|originally) (?:published|appeared)|(?:first|originally) published (?:in|on|by|at)\b)/i.test(
      line.words,
    ))

/** A site praising itself after the last paragraph. Its phrases are strong: no reporting uses them. */
export const praisesItself = (line: Line, page: Page): boolean =>
  atEnd(line, page) &&
  /\bto learn more about republishing\b|\brepublish(?:ing)? (?:this|our) (?:article|content|story|work|stories)\b|\bplease fill out this form\b|\bdelivers independent\b.*\bcoverage\b|\bsupport (?:our|independent) journalism\b|\bsubscribe to (?:our|the) (?:\w+ ){0,2}newsletter\b|\bsign up (?:to|for) (?:our|the) (?:\w+ ){0,2}newsletter\b|\bfollow (?:us|@?\w+) on (?:twitter|facebook|instagram|telegram|x)\b/i.test(
    line.words,
  )

/** What stood beside an article or was said of it later, as press databases put it below: behind their label in capitals, with nothing but such notes and the rights after it. */
export const isDatabaseNote = (line: Line, page: Page): boolean =>
  line.index * 2 >= page.lines.length - 1 && labelledNote.test(line.words) && followsOnlyNotes(line, page)

const labelledNote =
  /^(?:GRAPHICS?|GRAFIK|GRAPHIQUE|GR[ÁA]FIC[OA]|GRAFIEK|ILLUSTRATIONS?|LÉGENDE|ENCADRÉ|CORRECTIONS?|CORRECTION-DATE|KORREKTUR|NOTES?|SERIES|ART|CX|CR|CT|RF|CY) ?: /u

/** Notes that one article has, at most. */
const MOST_NOTES = 12

function followsOnlyNotes({ index }: Line, { lines }: Page): boolean {
  return (
    index >= lines.length - MOST_NOTES &&
    lines.slice(index + 1).every(({ zone, words }) => zone === 'boilerplate' || labelledNote.test(words))
  )
}
