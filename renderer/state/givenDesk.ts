import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Zone } from '../../shared/article/article.ts'
import type { Call } from '../../shared/contract/contract.ts'
import type { Ask } from './ask.ts'
import { makeDesk } from './desk.ts'

/** One article of a desktop that tests make up: lines with their zones, and annotations by their words. */
export interface GivenArticle {
  readonly lines: readonly (readonly [text: string, zone: Zone])[]
  readonly annotated?: readonly (readonly [words: string, tag: string])[]
}

/** A desk before a desktop of made-up articles, for tests. What was asked is kept; `answers` replace the usual ones. */
export function givenDesk(
  articles: Record<string, GivenArticle>,
  answers: Partial<Record<Call, (input: never) => unknown>> = {},
) {
  const asked: { readonly call: string; readonly input: unknown }[] = []
  let count = 0
  const usual: Partial<Record<Call, (input: never) => unknown>> = {
    'article.open': (ticket: string) => opened(ticket, articles[ticket]!),
    'article.close': () => null,
    'layer.open': (ticket: string) => {
      const annotations = annotationsOf(articles[ticket]!)
      const head = {
        access: 'write',
        problem: null,
        revision: 1,
        status: 'in-progress',
        moved: 0,
        links: '[]',
        unplaced: '[]',
      }
      return { ...head, annotations: annotations.length, pieces: annotations.length > 0 ? [0] : [] }
    },
    'layer.piece': ({ article }: { article: string }) => JSON.stringify(annotationsOf(articles[article]!)),
    'layer.record': () => ({ revision: 2 }),
    'facts.record': () => null,
  }
  const ask = (async (call: Call, input: never) => {
    asked.push({ call, input })
    const answer = answers[call] ?? usual[call]
    if (!answer) throw new Error(`The test has no answer to ${call}`)
    return answer(input)
  }) as Ask
  const desk = makeDesk({
    ask,
    now: () => new Date(Date.UTC(2031, 2, 9, 10, 0, count)),
    randomId: () => `new-${++count}`,
    sentences: { undoRefused: 'That cannot be undone any more.' },
  })
  return { desk, asked, recorded: () => asked.filter(one => one.call.endsWith('.record')) }
}

export function textOf({ lines }: GivenArticle): string {
  return lines.map(([text]) => `${text}\n`).join('')
}

function opened(ticket: string, article: GivenArticle) {
  let end = 0
  const blocks = article.lines.map(([text, zone]) => {
    end += text.length + 1
    return [end, zone, 'reader']
  })
  const facts = { encoding: 'utf-8', encodingBy: 'valid', invalidBytes: 0,
    factsProblem: null, lineEnds: 'LF', offset: 0 }
  return { ticket, text: textOf(article), blocks: JSON.stringify(blocks), title: ticket, ...facts }
}

function annotationsOf(article: GivenArticle): Annotation[] {
  const text = textOf(article)
  return (article.annotated ?? []).map(([words, tag]) => ({
    id: words,
    tag,
    spans: [makeAnchor(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length })],
    attributes: {},
    origin: { kind: 'manual' },
    created: '2031-03-08T00:00:00.000Z',
    modified: '2031-03-08T00:00:00.000Z',
  }))
}
