import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Zone } from '../../shared/article/article.ts'
import type { Call, Workspace } from '../../shared/contract/contract.ts'
import { noLayer } from '../../shared/contract/noLayer.ts'
import type { Ask } from './ask.ts'
import { makeDesk } from './desk.ts'

/** One article of a desktop that tests make up: lines with their zones, and annotations by their words. */
export interface GivenArticle {
  readonly lines: readonly (readonly [text: string, zone: Zone])[]
  readonly annotated?: readonly (readonly [words: string, tag: string])[]
}

/**
 * A desk before a desktop of made-up articles, for tests. What was asked is
 * kept, and layers (`layerOf`); `answers` replace the usual ones.
 */
export function givenDesk(
  articles: Record<string, GivenArticle>,
  answers: Partial<Record<Call, (input: never) => unknown>> = {},
) {
  const asked: { readonly call: string; readonly input: unknown }[] = []
  let count = 0
  const layers = new Map<string, Layer>()
  function layerOf(ticket: string): Layer {
    const layer = layers.get(ticket) ?? new Layer({ annotations: annotationsOf(articles[ticket]!) })
    layers.set(ticket, layer)
    return layer
  }
  const usual: Partial<Record<Call, (input: never) => unknown>> = {
    'article.open': (ticket: string) => opened(ticket, articles[ticket]!),
    'article.close': () => null,
    'article.stop': () => null,
    'layer.open': (ticket: string) => {
      const { annotations, links, unplaced, status } = layerOf(ticket)
      const head = { ...noLayer, access: 'write', revision: 1, status }
      return {
        ...head,
        links: JSON.stringify([...links.values()]),
        unplaced: JSON.stringify([...unplaced.values()]),
        annotations: annotations.size,
        pieces: annotations.size > 0 ? [0] : [],
      }
    },
    'layer.piece': ({ article }: { article: string }) => JSON.stringify([...layerOf(article).annotations.values()]),
    'layer.record': ({ article, edit }: { article: string; edit: Edit }) => {
      layerOf(article).apply(edit)
      return { revision: 2 }
    },
    'facts.record': () => null,
    'project.record': () => ({ revision: 1 }),
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
    sentences: {
      undoRefused: 'That cannot be undone any more.',
      undoChanged: 'That was changed outside.',
      undoBusy: 'Another change is under way.',
      refused: ({ file, words }, why) => `${file} “${words.join(', ')}” was taken back: ${why ?? 'a bug'}.`,
      lost: (changes, article) => `${changes} changes to ${article} are lost.`,
      reopen: 'Open it again',
      zoneContradicted: (quote, ours, theirs) => `${quote}: ${ours} is kept, ${theirs} is not.`,
      saidContradicted: (name, ours, theirs) => `${name}: ${ours} is kept, ${theirs} is not.`,
      takeTheirs: 'Take theirs',
      sideBySide: 'Side by side',
      contradicted: (name, field, ours, theirs) => `${name}, ${field}: ${ours} is kept, ${theirs} is not.`,
      bulkRefused: (title, articles, why) => `${title}: not ${articles.join(', ')}: ${why}.`,
      noteLost: (words, note) => `The note on “${words}” is lost: ${note}`,
    },
  })
  const workspace: Workspace = {
    ...{ ticket: 'workspace', name: 'Cats and dogs', sample: false, strays: [], problems: [], place: null },
    ...{ project: '{"formatVersion":1}', projectProblem: null, contradictions: '[]' },
    articles: Object.keys(articles).map(ticket => ({
      ticket,
      path: `${ticket}.txt`,
      bytes: 1,
      problem: null,
      known: null,
    })),
  }
  desk.workspace.show(workspace)
  desk.project.show(workspace)
  const recorded = () => asked.filter(one => one.call.endsWith('.record'))
  return { desk, asked, recorded, layerOf, layers }
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
  const facts = {
    encoding: 'utf-8',
    encodingBy: 'valid',
    hasEncoding: true,
    encodingChosen: null,
    found: {},
    fields: {},
    invalidBytes: 0,
    pagesWithoutText: [],
    unseen: 0,
    factsProblem: null,
    zonesContradicted: [],
    saidContradicted: [],
    glimpse: '[]',
    lineEnds: 'LF',
    offset: 0,
  }
  return {
    ticket,
    text: textOf(article),
    blocks: JSON.stringify(blocks),
    title: ticket,
    ...facts,
    found: { title: { value: ticket, by: 'text' } },
  }
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
