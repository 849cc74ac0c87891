/** What an unpacked article's name can be made of. */
export const nameParts = ['date', 'outlet', 'section', 'slug', 'title', 'name'] as const
export type NamePart = (typeof nameParts)[number]

export const USUAL_PATTERN = '{date}_{outlet}_{slug}'

const MAX_SLUG = 60
const part = /\{([a-z]*)\}/g

/** The parts in a pattern that there aren't. A pattern without any part would name all articles alike. */
export function unknownParts(pattern: string): string[] {
  const named = [...pattern.matchAll(part)].map(([, name]) => name!)
  return named.filter(name => !(nameParts as readonly string[]).includes(name))
}

/** Whether a pattern can name articles: it has a part, each of its parts is known, and it leads into no folder. */
export function isPattern(pattern: string): boolean {
  return (
    pattern.length <= 200 && /\{[a-z]+\}/.test(pattern) && !/[/\\]/.test(pattern) && unknownParts(pattern).length === 0
  )
}

/** What is known of an article that is to be named; '' for what isn't. `date` is a day, a month or a year. */
export type Named = Readonly<Record<Exclude<NamePart, 'slug'>, string>>

/**
 * The words of a name, without an ending, before what no system allows is taken
 * out of them. A part that isn't known goes with the mark that sets it off.
 */
export function wordsByPattern(pattern: string, named: Named): string {
  const filled = pattern.replace(part, (_, name: NamePart) =>
    name === 'slug' ? slugOf(named.title || named.name) : partOf(named[name], name),
  )
  // Where a part is missing, the marks around it stand side by side, at the beginning or at the end.
  return filled.replace(/([_-])[_-]+/g, '$1').replace(/^[\s_-]+|[\s_-]+$/g, '')
}

/** A part holds no mark that sets parts off, so that a name can be read again by the same pattern. */
function partOf(words: string, name: NamePart): string {
  if (name === 'title' || name === 'name') return words.replace(/_+/g, ' ')
  return words.trim().replace(/[\s_]+/g, '-')
}

/** Small letters and digits of any script with hyphens between, cut between words. */
function slugOf(words: string): string {
  const slug = words
    .toLowerCase()
    .replace(/[’'‘]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= MAX_SLUG) return slug
  const cut = slug.lastIndexOf('-', MAX_SLUG)
  return cut > MAX_SLUG / 2 ? slug.slice(0, cut) : slug.slice(0, MAX_SLUG).replace(/[\ud800-\udbff]$/, '')
}
