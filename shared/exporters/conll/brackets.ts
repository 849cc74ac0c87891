/** Something over the tokens of a sentence, the first and the last of them by number, with what it is called. */
export interface Bracket {
  readonly name: string
  readonly first: number
  readonly last: number
}

/** Told of a token by its number: a bracket there closes nothing, or is never closed. */
export type TellAt = (at: number) => void

/** A name as it stands in brackets. */
export function inBrackets(name: string): string {
  return name.replace(/[()*|]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * A column of nested brackets: `(claim*` opens, `*)` closes, `(actor)` is one of
 * a single token. Brackets don't cross; of those that open at one token the
 * outer is first.
 */
export function nestedColumn(count: number, brackets: readonly Bracket[]): string[] {
  const opening = Array.from({ length: count }, () => '')
  const closing = Array.from({ length: count }, () => '')
  for (const { name, first, last } of brackets) {
    opening[first] += `(${name}`
    closing[last] += ')'
  }
  return opening.map((open, at) => {
    const isSingle = closing[at] === ')' && open.lastIndexOf('(') === 0
    return isSingle ? `${open})` : `${open}*${closing[at]}`
  })
}

/** The brackets of such a column, the outer of those that begin together first. */
export function nestedIn(cells: readonly string[], tell: TellAt): Bracket[] {
  const found: { name: string; first: number; last: number }[] = []
  const open: { name: string; first: number; last: number }[] = []
  cells.forEach((cell, at) => {
    for (const [piece, name] of cell.matchAll(/\(([^()*]*)|\)/g)) {
      if (piece !== ')') {
        const bracket = { name: name!, first: at, last: -1 }
        found.push(bracket)
        open.push(bracket)
      } else {
        const closed = open.pop()
        if (closed) closed.last = at
        else tell(at)
      }
    }
  })
  for (const { first } of open) tell(first)
  return found.filter(({ last }) => last >= 0)
}

/** A column of clusters: `(3` begins a mention of cluster 3, `3)` ends it, `(3)` is one of a single token, `|` stands between. */
export function clusterColumn(count: number, mentions: readonly Bracket[]): string[] {
  const pieces = Array.from({ length: count }, (): string[] => [])
  for (const { name, first, last } of mentions) pieces[first]!.push(first === last ? `(${name})` : `(${name}`)
  for (const { name, first, last } of mentions) if (first !== last) pieces[last]!.push(`${name})`)
  return pieces.map(all => (all.length > 0 ? all.join('|') : '-'))
}

/** The mentions of such a column, in the order in which they begin. They may cross; what ends is the latest of its cluster. */
export function clustersIn(cells: readonly string[], tell: TellAt): Bracket[] {
  const found: { name: string; first: number; last: number }[] = []
  const open = new Map<string, { name: string; first: number; last: number }[]>()
  cells.forEach((cell, at) => {
    if (/^[-_*]$/.test(cell)) return
    for (const piece of cell.split('|')) {
      const [, begins, name, ends] = /^(\()?([^()]+)(\))?$/.exec(piece) ?? []
      if (name === undefined || (!begins && !ends)) {
        tell(at)
        continue
      }
      const mention = begins ? { name, first: at, last: ends ? at : -1 } : open.get(name)?.pop()
      if (!mention) tell(at)
      else if (!begins) mention.last = at
      else {
        found.push(mention)
        if (!ends) open.set(name, [...(open.get(name) ?? []), mention])
      }
    }
  })
  for (const { first } of [...open.values()].flat()) tell(first)
  return found.filter(({ last }) => last >= 0)
}
