import type { Opened } from '../../shared/contract/contract.ts'

/** How the lines of a text end. `mixed` is more than one way; a text of one line without an end has `none`. */
export function lineEndsOf(text: string): Opened['lineEnds'] {
  const found = new Set<'LF' | 'CR LF' | 'CR'>()
  for (let at = text.search(/[\r\n]/); at !== -1 && found.size < 2; at = nextEnd(text, at)) {
    if (text[at] === '\n') found.add('LF')
    else if (text[at + 1] === '\n') found.add('CR LF')
    else found.add('CR')
    if (text[at] === '\r' && text[at + 1] === '\n') at++
  }
  const [only] = found
  return found.size > 1 ? 'mixed' : (only ?? 'none')
}

function nextEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) if (text[i] === '\n' || text[i] === '\r') return i
  return -1
}
