/** What a value writes otherwise, since it separates values or means something; a carriage return too, which would end the line for other readers. */
const inValues: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '[': '\\[',
  ']': '\\]',
  '|': '\\|',
  _: '\\_',
  '->': '\\->',
  ';': '\\;',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '*': '\\*',
}

/** A value as a cell holds it. */
export function escapedValue(value: string): string {
  return value.replace(/->|[\\[\]|_;\t\n\r*]/g, found => inValues[found]!)
}

/** A value that a cell holds. */
export function valueFrom(cell: string): string {
  return cell.replace(/\\(->|[\s\S])/g, (_all, found: string) => {
    if (found === 't') return '\t'
    if (found === 'n') return '\n'
    if (found === 'r') return '\r'
    return found
  })
}

const inText: Readonly<Record<string, string>> = { '\\': '\\', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\b': 'b' }
const textFrom: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(inText).map(([character, letter]) => [letter, character]),
)

/** A line of a text, as `#Text=` has it; a token that holds white space is written the same way. */
export function escapedText(text: string): string {
  return text.replace(/[\x00-\x08\x09\x0a\x0c-\x1f\\]/g, found => `\\${inText[found] ?? found}`)
}

/** The text of a `#Text=` line. Up to version 3.1 characters could be written by number. */
export function unescapedText(line: string, hasNumbers: boolean): string {
  const known = hasNumbers ? /\\(u+[0-9a-fA-F]{4}|[\s\S])/g : /\\([\s\S])/g
  return line.replace(known, (all, found: string) => {
    if (found.length > 1) return String.fromCharCode(Number.parseInt(found.replace(/^u+/, ''), 16))
    return textFrom[found] ?? (found < ' ' ? found : all)
  })
}

/** A cell cut at a separator that isn't escaped. */
export function cut(cell: string, separator: '|' | ';'): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') at++
    else if (cell[at] === separator) {
      parts.push(cell.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, cell.slice(from)]
}

/** A value and what stands in brackets after it; null where nothing does. */
export function bracketed(part: string): { value: string; within: string | null } {
  const [, value, within] = /^((?:\\[\s\S]|[^\\[])*)\[([^\]]*)\]$/.exec(part) ?? []
  return value === undefined || within === undefined ? { value: part, within: null } : { value, within }
}
