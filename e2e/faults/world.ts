import type { Sitting } from '../../electron/bridge/deskGround.ts'
import type { Call, Input } from '../../shared/contract/contract.ts'

/** The articles that storms rage over: each word of each of them is there once. */
export const articles: Readonly<Record<string, string>> = {
  'a.txt': articleOf('first'),
  'b.txt': articleOf('second'),
  'far/c.txt': articleOf('third'),
}
export const paths = Object.keys(articles)
/** How many words there are to annotate in each article. */
export const WORDS = 240
export const wordAt = (path: string, at: number) =>
  `${path[0] === 'f' ? 'c' : path[0]}${String(at % WORDS).padStart(3, '0')}`
/** The title of each article, a block that can be said to be another zone. */
export const titleOf = (path: string) => articles[path]!.slice(0, articles[path]!.indexOf('\n') + 1)

function articleOf(name: string): string {
  const letter = { first: 'a', second: 'b', third: 'c' }[name]
  const words = Array.from({ length: 240 }, (_, i) => `${letter}${String(i).padStart(3, '0')}`)
  return `The ${name} 💬 title\n\n${words.join(' ')}.\n`
}

/**
 * A change, and what stands where once it is made: a name of the place, and a
 * value of it; null where nothing stands there then.
 */
export interface Act {
  readonly leaves: Readonly<Record<string, string | null>>
  readonly call: Call
  readonly input: unknown
}

const at = '2031-03-01T09:00:00.000Z'

/** An annotation of one word as the window says it. */
export function annotationOf(path: string, word: string, id: string, note: string) {
  const start = articles[path]!.indexOf(word)
  const span = { start, end: start + word.length, quote: word, before: '', after: '' }
  return {
    ...{
      id,
      tag: 'actor',
      spans: [span],
      attributes: {},
      origin: { kind: 'manual' as const },
      created: at,
      modified: at,
    },
    ...(note ? { note } : {}),
  }
}

/** What stands at each place of a workspace that a window has before it; places where nothing stands are left out. */
export async function readWorld({ ask, ticket }: Sitting): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const { workspace, settings } = await ask('desk.enter', undefined)
  for (const { path } of workspace!.articles) {
    const article = await ticket(path)
    const opened = await ask('article.open', article)
    if (!(path in articles)) {
      found.set(`created/${opened.text}`, 'there')
      continue
    }
    const head = await ask('layer.open', article)
    const pieces = await Promise.all(head.pieces.map((_, piece) => ask('layer.piece', { article, piece })))
    for (const one of pieces.flatMap(piece => JSON.parse(piece) as ReturnType<typeof annotationOf>[]))
      found.set(`${path}/${one.id}`, `${one.spans[0]!.quote} ${one.note ?? ''}`)
    for (const one of JSON.parse(head.unplaced) as { id: string }[]) found.set(`${path}/${one.id}`, 'unplaced')
    for (const link of JSON.parse(head.links) as { id: string; from: string }[])
      found.set(`${path}/link ${link.id}`, link.from)
    if (head.status !== 'in-progress') found.set(`${path}/status`, head.status)
    const [, zone, by] = (JSON.parse(opened.blocks) as [number, string, string][])[0]!
    if (by === 'person') found.set(`${path}/zone`, zone)
    if (head.problem) found.set(`${path}/problem`, head.problem.kind)
  }
  const { workspace: later } = await ask('desk.enter', undefined)
  for (const { id, name } of (JSON.parse(later!.project).entities ?? []) as { id: string; name: string }[])
    found.set(`entity/${id}`, name)
  for (const problem of later!.problems) found.set('problem', problem.kind)
  found.set('settings/textSize', String(settings.textSize))
  return found
}

/** Does an act. Resolves once it is acknowledged; throws where it is refused. */
export function perform({ ask }: Sitting, act: Act): Promise<unknown> {
  return ask(act.call, act.input as Input<Call>)
}
