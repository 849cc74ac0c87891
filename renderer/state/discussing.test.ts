import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Comment } from '../../shared/annotation/comment.ts'
import type { ToldVoice } from '../../shared/discussion/voice.ts'
import { type GivenArticle, givenDesk } from './givenDesk.ts'

const articles: Record<string, GivenArticle> = {
  cats: { lines: [['The cat sat on the mat.', 'body']], annotated: [['The cat', 'actor']] },
  dogs: { lines: [['The dog barked.', 'body']] },
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk with an article open; `hand` says whose layer is in hand, and may be changed. */
async function givenTalk(comments: readonly Comment[] = []) {
  const hand = { mine: 'ada' }
  const bo: ToldVoice = { layer: 'bo', name: 'Bo', comments: [...comments], annotations: [], verdicts: [] }
  const given = givenDesk(articles, {
    'discussion.article': () => ({ voices: JSON.stringify([bo]), mine: hand.mine, unread: [] }),
    'layer.workOn': () => null,
    'workspace.remember': () => null,
  })
  const opens = async (article: string) => {
    await given.desk.opening.open(article)
    await vi.advanceTimersByTimeAsync(0)
  }
  await opens('cats')
  given.desk.entrance.setState({ person: { id: 'ada', name: 'Ada' } as never })
  const said = () => [...given.desk.reading.getState().article!.layer.comments.values()] as Comment[]
  return { ...given, talk: given.desk.discussing, opens, hand, said }
}

test.each([
  ['2031-03-09T12:00:00.000Z', '2031-03-09T12:00:00.001Z'],
  ['2031-03-09T12:00:00Z', '2031-03-09T12:00:01.000Z'],
])(
  'what closes a conversation comes after what it closes, however far ahead a colleague’s clock is: %s',
  async (created, after) => {
    const on = { layer: 'gold-ada', verdict: 'v' }
    const no = { id: 'no', kind: 'disagree', on, text: 'No.', created }
    const { talk } = await givenTalk([no])
    expect(talk.settle(talk.threads()[0]!)).toBe(true)
    expect(talk.threads()[0]).toMatchObject({ state: 'resolved', said: [{ comment: no }, { layer: 'ada' }] })
    expect(talk.threads()[0]!.said[1]!.comment.created).toBe(after)

    talk.begin(on, 'question', talk.threads()[0]!.key)
    talk.write('Why?')
    talk.send()
    expect(talk.threads()[0]).toMatchObject({ state: 'open', isAsking: true })
  },
)

const onWords = (start: number) => ({ span: { start, end: start + 3, quote: 'The', before: '', after: '' } })

test('what is being written waits while something else is begun, here or in another article, and is gone on with', async () => {
  const { talk, opens, said } = await givenTalk()
  const texts = () => said().map(({ text }) => text)
  talk.begin(onWords(0), 'note', null)
  talk.write('A long thought')
  talk.begin(onWords(4), 'note', null)
  expect(talk.draft()?.text).toBe('')
  talk.write('Another')
  await opens('dogs')
  expect(talk.draft()).toBeNull()
  talk.begin({ article: true }, 'note', null)
  talk.write('Of dogs')
  await opens('cats')
  expect(talk.draft()?.text).toBe('Another')
  talk.begin(onWords(0), 'question', null)
  expect(talk.draft()).toMatchObject({ text: 'A long thought', kind: 'question' })
  talk.send()
  expect([texts(), talk.draft()?.text]).toEqual([['A long thought'], 'Another'])
  talk.drop()
  expect([texts(), talk.draft()]).toEqual([['A long thought'], null])
  await opens('dogs')
  expect(talk.draft()?.text).toBe('Of dogs')
})

test('a comment that is being changed isn’t sent to gold as another one, and waits in one’s own layer', async () => {
  const { talk, desk, hand, opens, said } = await givenTalk()
  talk.begin({ article: true }, 'note', null)
  talk.write('As it was')
  const thread = talk.send()!
  talk.change(said()[0]!, thread.key)
  talk.write('As it is')
  hand.mine = 'gold-ada'
  await desk.workingOn.workOn('gold')
  await vi.advanceTimersByTimeAsync(0)
  expect([talk.me(), talk.draft(), talk.send()]).toEqual(['gold-ada', null, null])
  expect(said().map(({ text }) => text)).not.toContain('As it is')

  hand.mine = 'ada'
  await desk.workingOn.workOn('own')
  await opens('cats')
  expect(talk.draft()?.text).toBe('As it is')
  // The comment that it changes was taken away: it isn't said as a new one, and its words stay.
  for (const { id } of said()) talk.remove(id)
  expect([talk.send(), talk.draft()?.text, said()]).toEqual([null, 'As it is', []])
})

test('what isn’t sent is remembered at a pause, before the workspace is left, and no longer once it is sent', async () => {
  const { talk, desk, asked } = await givenTalk()
  const kept = () =>
    asked
      .filter(({ call }) => call === 'workspace.remember')
      .map(({ input }) => (input as { drafts: { text: string }[] }).drafts.map(({ text }) => text))
  talk.begin(onWords(0), 'note', null)
  talk.write('Too early')
  desk.settle()
  expect(kept()).toEqual([])
  const before = { ...talk.draft()!, article: 'dogs', text: 'Of before' }
  talk.recall([before])
  expect(kept()).toEqual([['Of before', 'Too early']])
  talk.write('A thought')
  await vi.advanceTimersByTimeAsync(1_000)
  talk.write('A long thought')
  desk.settle()
  desk.settle()
  talk.send()
  expect(kept().slice(1)).toEqual([['Of before', 'A thought'], ['Of before', 'A long thought'], ['Of before']])
})

test('one’s own comment whose words are gone is placed by hand, keeps its replies and all else of it; a colleague’s is not', async () => {
  const lost = { lost: { start: 3, end: 9, quote: 'a dog', before: '', after: '' }, textSha256: 'a'.repeat(64) }
  const created = '2031-03-09T12:00:00.000Z'
  const reply = { id: 'yes', kind: 'note', on: { layer: 'ada', comment: 'mine' }, text: 'Yes.', created }
  const theirs = { id: 'theirs', kind: 'note', on: lost, text: 'Which?', created }
  const { talk, desk, said } = await givenTalk([reply, theirs])
  const rest = '{"later":1}'
  const comment = { id: 'mine', kind: 'question', on: { ...lost, rest }, text: 'This one?', created, rest }
  desk.reading.edit({ file: 'layer', edit: { kind: 'putComment', comment } })
  expect(talk.place('theirs', { start: 4, end: 7 })).toBe(false)
  expect(talk.place('mine', { start: 4, end: 7 })).toBe(true)
  expect(said()).toMatchObject([{ ...comment, on: { span: { start: 4, end: 7, quote: 'cat' }, rest } }])
  expect(said()[0]!.on).not.toHaveProperty('lost')
  expect(talk.threads().map(thread => thread.said.map(one => one.comment.id))).toEqual([['mine', 'yes'], ['theirs']])
  expect(talk.place('mine', { start: 8, end: 11 })).toBe(false)
})
