/**
 * Test ground: what an annotation file of brat says, read in forty lines that know
 * nothing of ours. Ids, the order of lines and the numbers of roles mean nothing and
 * are gone; everything else is a sentence of its own, so that two files say the
 * same where their sentences are the same, each as often.
 */
export interface AnnFile {
  /** `Content 12-30,40-44`: what stands where, in code points, the parts by place. */
  readonly spans: readonly string[]
  /** `Attribution 5-9: Content=Content 12-30`: each role of each event. */
  readonly roles: readonly string[]
  /** Attributes, notes, references and relations, by what they are of. */
  readonly others: readonly string[]
  /** Lines that can't be one of brat's, by number, counted from 1. */
  readonly broken: readonly number[]
}

/** Reads a file; a line that isn't one of brat's is broken. */
export function annFile(text: string): AnnFile {
  const lines = text.split('\n').map((line, i) => ({ number: i + 1, cells: line.replace(/\r$/, '').split('\t') }))
  const spans = new Map<string, string>()
  const triggers = new Map<string, string>()
  const [roles, others, broken]: [string[], string[], number[]] = [[], [], []]
  for (const { cells } of lines) {
    const [id = '', body = ''] = cells
    const marked = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body)
    if (/^T\d+$/.test(id) && marked) spans.set(id, `${marked[1]} ${places(marked[2]!)}`)
    const event = /^(\S+):(T\d+)/.exec(body)
    if (/^E\d+$/.test(id) && event) triggers.set(id, event[2]!)
  }
  const said = (ref: string) => spans.get(triggers.get(ref) ?? ref) ?? `nothing (${ref})`
  for (const { number, cells } of lines) {
    const [id = '', body = '', ...rest] = cells
    const [head = '', ...words] = body.split(' ').filter(Boolean)
    if (cells.join('') === '') continue
    if (/^T\d+$/.test(id) && spans.has(id)) continue
    if (/^E\d+$/.test(id) && triggers.has(id)) {
      const event = `${head.split(':')[0]} on ${said(id)}`
      for (const word of words) {
        const [role = '', ref = ''] = word.split(':')
        roles.push(`${event}: ${role.replace(/\d+$/, '')}=${said(ref)}`)
      }
      if (words.length === 0) roles.push(event)
    } else if (/^[AMN#]\d*$/.test(id) && words.length > 0)
      others.push([id[0], head, said(words[0]!), ...words.slice(1), ...rest].join(' '))
    else if (/^(?:R\d+|\*)$/.test(id))
      others.push([head, ...words.map(word => word.replace(/[TE]\d+$/, ref => said(ref)))].join(' '))
    else broken.push(number)
  }
  return { spans: [...spans.values()].sort(), roles: roles.sort(), others: others.sort(), broken }
}

/** What is in `one` and not in `other`, each as often as it is lacking. */
export function lacking(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const fact of other) left.set(fact, (left.get(fact) ?? 0) + 1)
  return one.filter(fact => {
    const count = left.get(fact) ?? 0
    left.set(fact, count - 1)
    return count < 1
  })
}

function places(said: string): string {
  const parts = said.split(';').map(part => part.split(' ').map(Number) as [number, number])
  return parts
    .sort(([one], [other]) => one - other)
    .map(part => part.join('-'))
    .join(',')
}
