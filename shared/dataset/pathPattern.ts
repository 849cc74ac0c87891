/**
 * Where files stand that belong to an article, as a pattern with `{article}`
 * and, if annotators have files of their own, `{layer}`:
 * `attributions/{article}_{layer}.ann`. Paths are inside the folder that is
 * read, with `/`. `{article}` stands for anything but nothing, `/` and `_`
 * included; `{layer}` for anything but nothing without a `/`.
 */
export interface PathPattern {
  readonly pattern: string
  /** How a path can be understood, the longest article first; none where it doesn't fit. */
  readonly readings: (path: string) => PathReading[]
}

export interface PathReading {
  readonly article: string
  /** '' where the pattern names none. */
  readonly layer: string
}

/** A pattern taken apart; null for one without `{article}`, or with one of the two twice. */
export function pathPattern(pattern: string): PathPattern | null {
  const parts = pattern.split(/(\{article\}|\{layer\})/)
  const count = (name: string) => parts.filter(part => part === name).length
  if (count('{article}') !== 1 || count('{layer}') > 1) return null
  return {
    pattern,
    readings: path => {
      const found: PathReading[] = []
      const read = (part: number, at: number, said: PathReading): void => {
        const name = parts[part]
        if (name === undefined) {
          if (at === path.length) found.push(said)
          return
        }
        if (name !== '{article}' && name !== '{layer}') {
          if (path.startsWith(name, at)) read(part + 1, at + name.length, said)
          return
        }
        // What follows says where it may end: an empty rest ends with the path.
        const next = parts[part + 1] ?? ''
        const isLast = part + 2 >= parts.length && next === ''
        for (let end = isLast ? path.length : at + 1; end <= path.length; end++) {
          const words = path.slice(at, end)
          if (name === '{layer}' && words.includes('/')) break
          if (words !== '' && path.startsWith(next, end))
            read(part + 1, end, name === '{article}' ? { ...said, article: words } : { ...said, layer: words })
        }
      }
      read(0, 0, { article: '', layer: '' })
      return found.sort((one, other) => other.article.length - one.article.length)
    },
  }
}

/** Files that belong together. */
export interface PairedFiles {
  /** By article; with a layer in the pattern of the texts an article may have several. In the order of the names. */
  readonly texts: ReadonlyMap<string, readonly string[]>
  readonly annotations: readonly PairedAnnotations[]
  /** Files that fit the annotations' pattern, but no text is there for them. */
  readonly textless: readonly PairedAnnotations[]
}

export interface PairedAnnotations extends PathReading {
  readonly file: string
  /** Shorter articles whose texts are there as well, and which the file might as well belong to. */
  readonly others: readonly string[]
}

/**
 * Texts and annotation files among names. Where a name fits in several ways,
 * it belongs to the longest article whose text is there, and the others are
 * told; where no text is there, to the longest of all.
 */
export function pairUp(names: readonly string[], text: PathPattern, annotations: PathPattern): PairedFiles {
  const texts = new Map<string, string[]>()
  for (const name of names)
    for (const { article } of text.readings(name).slice(0, 1)) texts.set(article, [...(texts.get(article) ?? []), name])
  const paired: PairedAnnotations[] = []
  const textless: PairedAnnotations[] = []
  for (const file of names) {
    const readings = annotations.readings(file)
    const [taken, ...others] = readings.filter(({ article }) => texts.has(article))
    if (taken) paired.push({ file, ...taken, others: others.map(({ article }) => article) })
    else if (readings[0]) textless.push({ file, ...readings[0], others: [] })
  }
  return { texts, annotations: paired, textless }
}
