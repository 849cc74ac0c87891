import { compared, isParagraph, type Line, type Page } from './page.ts'

/** Lines with words among which a title is looked for. */
const TOP = 15
/** Columns: the longest headline worth the name. */
const WIDEST = 200

/**
 * The line that is the title, or undefined.
 *
 * It stands among the first lines, above the first paragraph. Best is a line
 * that something else on the page confirms: it is said twice, or behind the
 * site's name ("SITE - Title"), or in the "Source:" line at the end. Else it
 * is the first line that isn't the site's name. A text without a paragraph
 * below has no title, so that lists and verse keep their first line.
 */
export function findTitle({ lines }: Page): Line | undefined {
  const firstParagraph = lines.slice(0, TOP).find(line => isParagraph(line) && !line.zone)
  const top = lines.slice(0, firstParagraph?.index ?? TOP)
  const candidates = top.filter(line => !line.zone && line.columns <= WIDEST && /\p{L}/u.test(line.words))

  const confirmed = candidates.find(line => isSaidAgain(line, top) || isNamedAsSource(line, lines))
  if (confirmed) return candidates.findLast(line => compared(line.words) === compared(confirmed.words))

  const title = candidates.find(
    (line, i) => !(isSection(line) || isSiteName(line, lines)) || i === candidates.length - 1,
  )
  if (!title || endsInFullStop(title)) return undefined
  const below = lines.slice(title.index + 1, title.index + TOP)
  return below.some(isParagraph) || isSentence(below.find(({ words }) => words !== '')) ? title : undefined
}

/** Columns: the shortest first paragraph of a brief. */
const SHORTEST = 30

/** Whether the line is the one sentence of a brief: verse and lists seldom end their second line in a full stop. */
function isSentence(line: Line | undefined): boolean {
  return line !== undefined && line.columns >= SHORTEST && endsInFullStop(line)
}

/** Whether another line of the top is this one, or ends with it behind a site's name. */
function isSaidAgain(line: Line, top: readonly Line[]): boolean {
  const words = compared(line.words)
  if (words.length < 8) return false
  return top.some(other => {
    if (other === line || other.columns > WIDEST + 60) return false
    const said = compared(other.words)
    return (
      said === words ||
      (other.index < line.index && joinedTo.test(said.slice(0, -words.length)) && said.endsWith(words))
    )
  })
}

/** What may stand between a site's name and a title. */
const joinedTo = /\s[-|:·»>]+\s*$/

function isNamedAsSource(line: Line, lines: readonly Line[]): boolean {
  const words = compared(line.words)
  if (words.length < 12) return false
  return lines.slice(-5).some(({ index, zone, words: last }) => {
    const [, source] = /^\p{L}{3,8}\s*[:：]\s*(.+)$/u.exec(last) ?? []
    return zone === 'boilerplate' && index > line.index && source !== undefined && compared(source).startsWith(words)
  })
}

/** A section of a paper, above the title. */
function isSection({ words }: Line): boolean {
  return /^(?:news|world(?: news)?|politics|opinion|comment|editorial|analysis|business|economy|middle east|europe|asia|africa|americas|international|national|local|breaking news|exclusive|live|top stories|latest news)$/i.test(
    words,
  )
}

/**
 * Whether a line is the name of the paper or site: a few words, each with a
 * capital letter, that end as such names end, or that the page's last lines
 * say again.
 */
export function isSiteName(line: Line, lines: readonly Line[]): boolean {
  const { words, columns, stops } = line
  if (columns > 50 || stops || /["“”«»?!:;]/.test(words)) return false
  if (/^(?:www\.)?[\p{L}\p{N}-]+\.(?:com|org|net|news|info|co\.uk|[a-z]{2})$/iu.test(words)) return true
  const [own = ''] = words.split(/\s*[|–—]\s*/)
  const parts = own.split(' ')
  if (
    parts.length > 7 ||
    !parts.every(part => /^[\p{Lu}\p{N}&]/u.test(part) || /^(?:of|for|the|and|de|la|le|al|in|on)$/.test(part))
  )
    return false
  if (parts.some(part => outlets.test(part)) || /^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(own)) return true
  return (
    own.length >= 5 &&
    lines.slice(-3).some(last => last.index > line.index && last.zone === 'boilerplate' && last.words.includes(own))
  )
}

const outlets =
  /^(?:news|newspaper|times|post|herald|gazette|courier|echo|tribune|journal|guardian|telegraph|observer|observatory|press|agency|daily|weekly|monthly|ledger|mail|standard|chronicle|monitor|morning|evening|broadcasting|radio|tv|television|network|wire|newswire|bulletin|dispatch|examiner|inquirer|argus|advertiser|mirror|mercury|magazine|review)$/i

/** A sentence rather than a headline. Three dots, and letters with full stops (U.S.), are no such end. */
function endsInFullStop({ words }: Line): boolean {
  return /[^.\s]{3}\.["”’)]*$|[。۔]$/u.test(words) && !/\.\p{L}\.$/u.test(words)
}
