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
  })
  const opens = async (article: string) => {
    await given.desk.opening.open(article)
    await vi.advanceTimersByTimeAsync(0)
  }
  await opens('cats')
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
