import { FACTS, isAnnotatorId } from './names.ts'

const LONGEST = 32

/** Letters that don't come apart into a plain letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
}

/**
 * The annotator id to propose for a name: 'Zoë Ångström' is `zoe-angstrom`. It
 * is always one that may be used. A name without Latin letters or digits gets
 * `annotator-` and a number of its own, the same each time.
 */
export function idFor(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, letter => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const id = shortened(words[0] === 'gold' ? words.join('') : words.join('-'))
  if (id === FACTS) return `${id}-1`
  return isAnnotatorId(id) ? id : `annotator-${numberFor(name)}`
}

/** Cut between words where that leaves more than half. */
function shortened(id: string): string {
  if (id.length <= LONGEST) return id
  const cut = id.slice(0, LONGEST + 1).lastIndexOf('-')
  return id.slice(0, cut > LONGEST / 2 ? cut : LONGEST).replace(/-+$/, '')
}

/** Four digits out of a name (FNV-1a), so that two people who share a device seldom share a proposal. */
function numberFor(name: string): string {
  let hash = 0x811c9dc5
  for (const character of name.normalize('NFC')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return String((hash >>> 0) % 10_000).padStart(4, '0')
}
