import { expect, test, vi } from 'vitest'
import type { Case } from '../../shared/review/case.ts'
import { type Comparable, makeComparing } from './comparing.ts'
import { givenDesk } from './givenDesk.ts'
import { makeReviewView } from './reviewView.ts'

const line = 'The union said that the port would close.'

function caseAt(words: string, kinds: Case['kinds'], layers: readonly string[] = ['ada', 'ben']): Case {
  const start = line.indexOf(words)
  const span = { start, end: start + words.length }
  return {
    ...{ id: words, kinds, differences: [], silent: [], before: '', after: '', weight: 1, state: 'open' },
    ...{ extent: span, verdicts: [], gold: [] },
    opinions: layers.map(layer => ({
      ...{ layer, annotation: `${layer} ${words}`, revision: 1, says: `${layer} ${words}`, tag: 'claim' },
      ...{ spans: [span], quote: words, attributes: {}, links: [] },
    })),
  }
}

const nobody: Comparable = { id: '', name: '', kind: 'own', articles: 0 }

async function given(cases: readonly Case[], comparable: readonly Comparable[] = []) {
  const { desk } = givenDesk({ one: { lines: [[`${line}\n`, 'body']], annotated: [['said', 'claim']] } })
  const view = makeReviewView({ random: () => 0.5 })
  const loadArticle = vi.fn(async (_article: string, layers: readonly string[]) => ({
    cases,
    layers: layers.map(id => ({ id, there: 'yes' as const, unplaced: 0, isOfOtherText: false })),
  }))
  const comparing = makeComparing({
    ...{ reading: desk.reading, view, loadArticle, loadLayers: async () => comparable },
    ...{ settle: () => {}, leavePast: () => {}, me: () => 'me', mine: () => nobody, lag: () => null },
    soon: act => {
      act()
      return () => {}
    },
  })
  await desk.opening.open('one')
  const article = desk.reading.getState().article!
  await article.filled
  return { desk, view, comparing, loadArticle, article }
}

test('Layers compared stand in the place of the person’s own, for reading; once they are left, the own layer is back', async () => {
  const { desk, view, comparing, article } = await given([caseAt('the port', ['same']), caseAt('close', ['extent'])])
  expect(article.canAnnotate).toBe(true)
  view.choose(['ada', 'ben'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  expect([...article.layer.annotations.keys()].toSorted()).toEqual(['close.0', 'close.1', 'the port.0'])
  expect(article.canAnnotate).toBe(false)
  desk.reading.select('close.1')
  expect(comparing.current()?.id).toBe('close')
  view.setMode('off')
  expect([...article.layer.annotations.values()].map(({ spans }) => spans[0]!.quote)).toEqual(['said'])
  expect(article.canAnnotate).toBe(true)
  expect(desk.reading.getState().selected).toBe(null)
})

test('An edit that would take what a colleague says into the own layer is refused whole, before anything is recorded', async () => {
  const { desk, view, comparing, article } = await given([caseAt('close', ['extent'])])
  view.choose(['ada', 'ben'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  const [own] = article.present.list()
  const good = { kind: 'remove', id: own!.id } as const
  const [edit, more] = [good, { kind: 'remove', id: 'close.1' } as const].map(one => ({
    file: 'layer' as const,
    edit: one,
  }))
  expect(() => desk.reading.editAll([edit!, more!])).toThrow(RangeError)
  expect(() => desk.reading.edit(more!)).toThrow(RangeError)
  expect([desk.recorder.waitingIn('one'), article.present.annotations.size]).toEqual([[], 1])
  expect(desk.reading.getState().undos).toEqual([])
})

test('The next difference is the next in the text that isn’t the same for all; a filter leaves the others out', async () => {
  const cases = [
    caseAt('The union', ['tag']),
    caseAt('said', ['same']),
    caseAt('the port', ['note']),
    caseAt('close', ['extent']),
  ]
  const { desk, view, comparing } = await given(cases)
  view.choose(['ada', 'ben'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  expect(comparing.step(1)?.id).toBe('The union')
  expect(comparing.step(1)?.id).toBe('the port')
  expect(desk.reading.getState().selected).toBe('the port.0')
  view.filter({ kinds: ['tag', 'extent'] })
  expect(comparing.getState().current).toBe(null)
  expect(comparing.step(1)?.id).toBe('close')
  expect(comparing.step(1)).toBe(undefined)
  expect(comparing.step(-1)?.id).toBe('The union')
})

test('Whoever is chosen no longer is gone at once, before the others are compared anew', async () => {
  const { view, comparing, loadArticle } = await given([caseAt('close', ['tag'], ['ada', 'ben', 'cy'])])
  view.choose(['ada', 'ben', 'cy'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  const whose = () => comparing.marksOf('close').map(({ places }) => places.map(at => view.getState().layers[at]))
  expect(whose()).toEqual([['ada'], ['ben'], ['cy']])
  loadArticle.mockImplementation(() => new Promise(() => {}))
  view.choose(['ben', 'cy'])
  expect(whose()).toEqual([['ben'], ['cy']])
})

test('What is looked at stays at hand where somebody says more of it by now', async () => {
  const { desk, view, comparing, loadArticle } = await given([caseAt('close', ['tag'])])
  view.choose(['ada', 'ben'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  desk.reading.select('close.1')
  loadArticle.mockImplementation(async () => ({ cases: [{ ...caseAt('close', ['tag']), id: 'more' }], layers: [] }))
  comparing.again()
  await vi.waitFor(() => expect(comparing.current()?.id).toBe('more'))
  expect(desk.reading.getState().selected).toBe('more.0')
})

test('Side by side two layers are compared, each on its own page, and entering a page makes it the one that is listed', async () => {
  const { view, comparing, loadArticle, article, desk } = await given([caseAt('close', ['extent'])])
  view.choose(['ada', 'ben', 'cem'])
  view.setMode('beside')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  expect(loadArticle).toHaveBeenLastCalledWith('one', ['ada', 'ben'])
  expect([...article.layer.annotations.keys()]).toEqual(['close.0'])
  comparing.goTo('close')
  comparing.enter(1)
  expect([...article.layer.annotations.keys()]).toEqual(['close.1'])
  expect(desk.reading.getState().selected).toBe('close.1')
  comparing.setPair(['cem', 'ada'])
  await vi.waitFor(() => expect(loadArticle).toHaveBeenLastCalledWith('one', ['ada', 'cem']))
  expect(comparing.shownLayers()).toEqual(['cem', 'ada'])
})

test('What the person does meanwhile, as by undo, is compared anew', async () => {
  const { desk, view, comparing, loadArticle, article } = await given([caseAt('close', ['extent'])])
  view.choose(['ada', 'ben'])
  view.setMode('overlaid')
  await vi.waitFor(() => expect(comparing.getState().phase).toBe('there'))
  desk.reading.edit({ file: 'layer', edit: { kind: 'remove', id: [...article.present.annotations.keys()][0]! } })
  await vi.waitFor(() => expect(loadArticle).toHaveBeenCalledTimes(2))
})

test('Gold is told apart from the layer of whoever adjudicates, whose name it bears', async () => {
  const { view, comparing } = await given(
    [],
    [
      { id: 'cem', name: 'Cem Kaya', kind: 'colleague', articles: 1 },
      { id: 'gold-cem', name: 'Cem Kaya', kind: 'gold', articles: 1 },
    ],
  )
  await comparing.lookUp()
  expect([...view.getState().names]).toEqual([
    ['cem', 'Cem Kaya'],
    ['gold-cem', 'Cem Kaya (gold)'],
  ])
})
