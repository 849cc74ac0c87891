import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import { layer, link, on } from '../../shared/agreement/drawnLayers.laws.ts'
import type { Call } from '../../shared/contract/contract.ts'
import type { Case } from '../../shared/review/case.ts'
import { casesOf, type ReviewedLayer } from '../../shared/review/casesOf.ts'
import { withdrawnOf } from '../../shared/review/withdrawn.ts'
import { type GivenArticle, givenDesk, textOf } from './givenDesk.ts'
import { makeReviewing } from './reviewing.ts'

export const articles: Record<string, GivenArticle> = {
  bridge: { lines: [['“The bridge is safe,” the mayor said on Monday.', 'body']] },
  flood: { lines: [['Dockers had walked out, and the flood came.', 'body']] },
}
export const text = { bridge: textOf(articles['bridge']!), flood: textOf(articles['flood']!) }
export const claim = on(text.bridge, 'The bridge is safe', 'claim')
export const mayor = on(text.bridge, 'mayor', 'actor')
export const wider = on(text.bridge, 'the mayor', 'actor')
export const flood = on(text.flood, 'the flood', 'event')
export const dockers = on(text.flood, 'Dockers', 'actor')

const layersOf = (): Record<string, ReviewedLayer[]> => ({
  bridge: [
    { ...layer('ada', [claim, mayor], [link('attributed-to', claim.id, mayor.id)]), revision: 3 },
    { ...layer('bo', [claim, wider], [link('attributed-to', claim.id, wider.id)]), revision: 5 },
  ],
  flood: [
    { ...layer('ada', [flood]), revision: 1 },
    { ...layer('bo', [dockers]), revision: 1 },
  ],
})

export const known = new Map(['ada', 'bo'].map(annotator => [annotator, new Set<string>()]))

/** A reviewer whose gold layers are empty, before two articles and two layers of each. */
export async function given({ isGoldOpen = true } = {}) {
  const layers = layersOf()
  const held: { desk?: ReturnType<typeof givenDesk> } = {}
  function casesIn(article: string): Case[] {
    const { verdicts, annotations, comments } = held.desk!.layerOf(article)
    const said = casesOf({
      ...{ text: text[article as keyof typeof text], layers: layers[article]!, comparing: asTheyAre },
      reviewer: { annotator: 'gold-cleo', verdicts: [...verdicts.values()], annotations: [...annotations.values()] },
      // Whether anybody disagrees, the desktop says.
      isDisputed: () => comments.size === 1,
    })
    const [judged, gold] = [verdicts.values(), annotations.values()]
    return [...said, ...withdrawnOf({ cases: said, known, verdicts: judged, gold })]
  }
  const names = [...known.keys()].map(annotator => ({ annotator, waiting: [] }))
  const told = { unread: [], unreadCount: 0, unheard: 0, counts: [], layers: [], known: names }
  const answers: Partial<Record<Call, (input: never) => unknown>> = {
    'review.article': ({ article }: { article: string }) => ({ ...told, cases: [JSON.stringify(casesIn(article))] }),
    'review.run': ({ name }: { name: string }) => {
      // Answers and events come on ways of their own: these come after the answer.
      queueMicrotask(() => setTimeout(() => tell(name)))
      const counts = [{ kind: 'only', open: 3, decided: 0, stale: 0 }]
      return { ...told, counts, articles: 2, cases: 3, isComplete: true, isCut: false }
    },
    'review.cancel': () => null,
  }
  function tell(name: string): void {
    for (const article of Object.keys(articles)) {
      const cases = casesIn(article).filter(({ kinds, state }) => state !== 'open' || kinds[0] !== 'same')
      const found = JSON.stringify([{ article, layers: [], cases }])
      reviewing.heard({ name, found, done: 1, total: 2 })
    }
  }
  const desk = givenDesk(articles, answers)
  held.desk = desk
  const { reading, opening, reviewView: view, workspace, tagging } = desk.desk
  let second = 0
  /** Whether gold is worked on, which a test may say otherwise. */
  const working = { isOnGold: isGoldOpen }
  const reviewing = makeReviewing({
    ...{ ask: desk.desk.ask, reading, opening, view, randomId: () => 'run' },
    now: () => new Date(Date.UTC(2031, 2, 9, 11, 0, second++)),
    me: () => 'cleo',
    workspace: () => workspace.getState().ticket,
    articles: () => [...workspace.getState().rows.keys()],
    workOnGold: async () => isGoldOpen,
    isOnGold: () => working.isOnGold,
    settle: tagging.settle,
    recorded: () => desk.desk.recorder.settled(),
  })
  view.choose(['ada', 'bo'])
  await reviewing.begin()
  const quotes = () => reviewing.list().map(({ case: one }) => `${one.opinions[0]?.quote ?? 'withdrawn'} ${one.state}`)
  const keyOf = (words: string) =>
    reviewing.list().find(({ case: { opinions } }) => opinions.some(({ quote }) => quote === words))!.key
  const gold = (article: string) => desk.layerOf(article)
  const settled = async () => {
    await reviewing.settled()
    await desk.desk.recorder.settled()
  }
  return { ...desk, working, reviewing, view, reading, layers, quotes, keyOf, gold, settled }
}
export const take = (...layers: string[]) => ({ kind: 'take', layers }) as const
