/** Longer names are hard to read in a list. */
const MAX_CHARACTERS = 80
/** A file's name has at most 255 bytes; a sidecar's and a history's ending, and a number, stand after ours. */
const MAX_BYTES = 160

/**
 * A file name for an article of this title, without a folder, with `.txt`:
 * readable in any script, and possible on every system. Where the name is taken
 * it is numbered, from 2. `taken` holds the names that are there; names that
 * differ only in case or normalisation are one name.
 */
export function fileNameFor(title: string, taken: Iterable<string>): string {
  const keys = new Set([...taken].map(keyOf))
  const stem = stemFor(title)
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? '' : ` ${n}`}.txt`
    if (!keys.has(keyOf(name))) return name
  }
}

/** A file name without its ending for any words: readable, possible on every system, and not too long. */
export function stemFor(title: string): string {
  const words = title
    .normalize('NFC')
    // What a system reserves, and what has no shape: controls, and marks that turn the direction of a line.
    .replace(/[/\\:*?"<>|\p{Cc}\p{Zl}\p{Zp}\ufffd]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const stem = shortened(words).replace(/[\s.]+$/, '')
  // Joiners alone, and names of Windows' devices, with whatever ending.
  if (!/[^\u200c\u200d]/.test(stem)) return 'Untitled article'
  return /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i.test(stem) ? `Article ${stem}` : stem
}

/** Cut between characters as people see them, and between words where that leaves more than half. */
function shortened(words: string): string {
  const encoder = new TextEncoder()
  let kept = ''
  let characters = 0
  let bytes = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(words.slice(0, 2000))) {
    characters += [...segment].length
    bytes += encoder.encode(segment).byteLength
    if (characters > MAX_CHARACTERS || bytes > MAX_BYTES) {
      const space = kept.lastIndexOf(' ')
      return space > kept.length / 2 ? kept.slice(0, space) : kept
    }
    kept += segment
  }
  return kept
}

/** What two names have in common that would be one name on some system. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
