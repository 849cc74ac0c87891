import type { Line, Page } from './page.ts'

/** Columns: a credit alone on its line. */
const WIDEST_CREDIT = 100
/** Columns: a description of a picture. */
const WIDEST_CAPTION = 250

const agencies =
  'AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|DPA|dpa|ANSA|PA|UPI|TASS|Xinhua|IRNA|ISNA|Mehr|Tasnim|Anadolu|AA|Getty|Getty Images|SANA|WAM|KUNA|Kyodo|Yonhap|RIA Novosti|Sputnik|AAP|NTB|TT|Belga|Keystone|MEE'
const picture = 'photo|photos|photograph|photography|picture|pictures|image|images|foto|fotos|bild|bilder'

/** Who took the picture, alone on a line: "AP Photo/Jane Roe", "Photo: Jane Roe/Reuters", "GETTY IMAGES", "(AFP/Jane Roe)", "File photo". */
export function isCredit({ words, columns, isLong }: Line): boolean {
  if (isLong || columns > WIDEST_CREDIT) return false
  const credit = !/^[([]/.test(words) ? words : words.replace(/^[([]\s*(.*?)\s*[)\]]$/u, '$1')
  return credits.some(pattern => pattern.test(credit))
}

const credits: readonly RegExp[] = [
  new RegExp(`^(?:(?:archive|file|handout|stock)\\s+)?(?:${picture})\\s*$`, 'iu'),
  new RegExp(
    `^(?:(?:archive|file|handout|courtesy)\\s+)?(?:${picture})(?:\\s+(?:credit|courtesy|copyright|source))?\\s*(?:[:：©]|(?:by|courtesy of)\\s)\\s*\\S.*[^.]$`,
    'iu',
  ),
  /^(?:image|media) copyright\b/iu,
  /^(?:\p{Lu}[\p{L}\p{N}.&-]*\s+){1,4}(?:photo|photos|picture|pictures|images|image)\s*(?:$|[/:：]\s*\p{Lu})/iu,
  /^(?:photo |picture |image )?credits?\s*[:：]\s*\S.{0,80}$/iu,
  /^(?:©|\(c\))\s*(?:\p{Lu}[\p{L}.'’-]*\s*\/\s*)?(?:getty|reuters|afp|ap|epa)\b/iu,
  // An agency or a house, a stroke, a name: "REUTERS/Jane Roe", "NPA/J. van Roe, pool".
  /^\p{Lu}[\p{L}\p{N}.&-]*(?: \p{Lu}[\p{L}\p{N}.&-]*){0,3}\s?\/\s?\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|bin|al-\p{L}+)){0,4}(?:,? (?:pool|file|handout|via [\p{L} ]{2,20}))?$/u,
  /^(?:фото|صورة|تصوير|صور|צילום|图|圖|图片|圖片|摄影|攝影|写真|사진)\s*[:：/]\s*\S/u,
]

/** A description of a picture that ends with whose it is, after which nothing stands: "… in Tehran (AFP)", "… in 2018. (AP Photo/Jane Roe)". */
export function endsInCredit({ index, words, columns, isLong }: Line): boolean {
  if (isLong || columns > WIDEST_CAPTION || index === 0 || !/[)\]]$|[:：©]|by /.test(words)) return false
  return creditEndings.some(pattern => pattern.test(words.slice(-120)))
}

const creditEndings: readonly RegExp[] = [
  new RegExp(`\\s\\((?:${agencies}|file|file photo)\\)$`, 'u'),
  // An agency nobody told us of, where the description was a sentence of its own.
  /\p{L}{2}.*[.!]\s+\((?:\p{Lu}{2,6}|\p{Lu}[\p{L}]+\s?\/[^()]{2,40})\)$/u,
  new RegExp(`\\s[([][^()[\\]]{0,40}\\b(?:${picture})\\b[^()[\\]]{0,60}[)\\]]$`, 'iu'),
  new RegExp(`[.)!]\\s+(?:${picture})(?: credit)?\\s*(?:[:：©]|by\\s)\\s*[^.]{2,60}$`, 'iu'),
]

/** A line that a page labels as a caption. */
export function isLabelledCaption({ words, isLong }: Line): boolean {
  return !isLong && /^(?:image|media|photo|picture) caption\b|^caption\s*[:：]|^pictured\s*[:：]/i.test(words)
}

/**
 * The description of the picture above the first paragraph: one sentence that
 * tells what is seen and ends with the day it was seen, year and all, or says
 * who stands left and right. A first paragraph does neither.
 */
export function describesPicture(line: Line, page: Page, title: Line | undefined): boolean {
  const { words, columns, isLong, index } = line
  if (!title || isLong || columns > WIDEST_CAPTION || index <= title.index || index > title.index + 3) return false
  const follows = page.next(line)
  if (!follows || follows.zone || /["“”«»]|\b(?:said|says|told|announced|according)\b/.test(words)) return false
  if (page.lines.slice(title.index + 1, index).some(({ zone }) => zone === undefined)) return false
  const hasOneSentence = !/[!?]\s|\p{Ll}{3}\.\s+\p{Lu}/u.test(words)
  return hasOneSentence && (dayAtEnd.test(words) || sides.test(words))
}

const months =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const dayAtEnd = new RegExp(`\\b(?:${months} \\d{1,2},? \\d{4}|\\d{1,2} ${months},? \\d{4})\\.?$`, 'u')
const sides =
  /\((?:L|R|C|left|right|centre|center|l|r|L-R|from left)\)|\b(?:is|are) (?:seen|pictured)\b|,\s(?:left|right|centre|center),/u
