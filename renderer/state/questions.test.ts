import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Comment } from '../../shared/annotation/comment.ts'
import type { ToldQuestion } from '../../shared/discussion/question.ts'
import type { ToldVoice } from '../../shared/discussion/voice.ts'
import { type GivenArticle, givenDesk } from './givenDesk.ts'

const articles: Record<string, GivenArticle> = {
  cats: { lines: [['The cat sat on the mat.', 'body']] },
  dogs: { lines: [['The dog barked.', 'body']] },
}
const created = '2031-03-04T05:06:07.000Z'
const asks: Comment = { id: 'q', kind: 'question', on: { article: true }, text: 'Whose cat?', created }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function told(text: string, more: Partial<ToldQuestion> = {}): ToldQuestion {
  const usual = { key: text, about: 'article', quote: '', who: 'Bo', layer: 'bo', at: created, answers: 0 } as const
  return { ...usual, text, isResolved: false, disagrees: false, layers: ['bo'], ...more }
}

/** A desk with cats open, where Bo asks; `files` is what the desktop finds, and is told after its answer. */
async function givenQuestions(files: Record<string, ToldQuestion[]>) {
  const bo: ToldVoice = { layer: 'bo', name: 'Bo', comments: [asks], annotations: [], verdicts: [] }
  const given = givenDesk(articles, {
    'discussion.article': ({ article }: { article: string }) => ({
      ...{ voices: JSON.stringify(article === 'cats' ? [bo] : []), mine: 'ada', unread: [] },
    }),
    'discussion.questions': ({ name, articles }: { name: string; articles: string[] | null }) => {
      const found = Object.entries(files).filter(([article]) => articles === null || articles.includes(article))
      const questions = found.reduce((sum, [, all]) => sum + all.length, 0)
      setTimeout(() => given.desk.questions.heard({ name, found: JSON.stringify(found), done: 2, total: 2 }), 5)
      return { isComplete: true, unread: 0, questions }
    },
    'workspace.remember': () => null,
  })
  const { desk } = given
  const row = (ticket: string) => [ticket, { ticket, path: ticket }] as const
  desk.workspace.setState({ ticket: 'w', rows: new Map([row('cats'), row('dogs')]) as never })
  const opens = async (article: string) => {
    await desk.opening.open(article)
    await vi.advanceTimersByTimeAsync(0)
  }
  const looks = async () => {
    void desk.questions.look()
    await vi.advanceTimersByTimeAsync(10)
  }
  desk.entrance.setState({ person: { id: 'ada', name: 'Ada' } as never })
  await opens('cats')
  return { desk, opens, looks, texts: () => desk.questions.list().map(({ text }) => text), questions: desk.questions }
}

test('what is said in the window is in the list at once, and stays so once another article is open', async () => {
  // The file is older than what is in hand: it has a question that isn’t asked any more.
  const { desk, opens, looks, texts, questions } = await givenQuestions({
    cats: [told('Old')],
    dogs: [told('Whose dog?')],
  })
  await looks()
  expect(questions.getState().phase).toBe('done')
  expect(texts()).toEqual(['Whose cat?', 'Whose dog?'])
  desk.discussing.settle(desk.discussing.threads()[0]!)
  expect(texts()).toEqual(['Whose dog?'])
  questions.filter({ state: 'resolved' })
  expect(texts()).toEqual(['Whose cat?'])
  await opens('dogs')
  expect(texts()).toEqual(['Whose cat?'])
  desk.discussing.begin({ article: true }, 'question', null)
  desk.discussing.write('All dogs?')
  desk.discussing.send()
  questions.filter({ state: 'open', isMine: true })
  expect(texts()).toEqual(['All dogs?'])
})

test('questions of articles that others change are asked for again, and those that are gone go', async () => {
  const files: Record<string, ToldQuestion[]> = { dogs: [told('Whose dog?'), told('Why?', { about: 'entry' })] }
  const { looks, texts, questions } = await givenQuestions(files)
  await looks()
  questions.filter({ about: 'entry' })
  expect(texts()).toEqual(['Why?'])
  questions.filter({ about: 'all' })
  files['dogs'] = [told('Whose dog?', { isResolved: true })]
  questions.changed({ workspace: 'w', articles: ['dogs'] })
  await vi.advanceTimersByTimeAsync(10)
  expect(texts()).toEqual(['Whose cat?'])
  delete files['dogs']
  questions.filter({ state: 'all' })
  expect(texts()).toEqual(['Whose cat?', 'Whose dog?'])
  questions.changed({ workspace: 'w', articles: ['dogs'] })
  await vi.advanceTimersByTimeAsync(10)
  expect(texts()).toEqual(['Whose cat?'])
})

test('the queue is walked in the order of the workspace, from the question that is looked at', async () => {
  const { looks, questions } = await givenQuestions({ dogs: [told('Whose dog?'), told('Why?')] })
  await looks()
  const walked = (by: 1 | -1) => {
    const next = questions.beyond(by)
    if (next) questions.goTo(next)
    return next?.text
  }
  expect([walked(1), walked(1), walked(1), walked(1), walked(-1)]).toEqual([
    'Whose cat?',
    'Whose dog?',
    'Why?',
    undefined,
    'Whose dog?',
  ])
})
