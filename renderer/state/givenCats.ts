import type { Call } from '../../shared/contract/contract.ts'
import { type GivenArticle, givenDesk, textOf } from './givenDesk.ts'
import type { Notice } from './notices.ts'

export const cats: GivenArticle = {
  lines: [
    ['Cats', 'title'],
    ['The cat sat on the mat.', 'body'],
    ['Share this', 'boilerplate'],
  ],
  annotated: [
    ['The cat', 'actor'],
    ['Share', 'event'],
  ],
}
const dogs: GivenArticle = { lines: [['The dog barked.', 'body']] }

/** The article of the cats, open on a desk, and what a test says of it. */
export async function givenCats(answers: Partial<Record<Call, (input: never) => unknown>> = {}) {
  const given = givenDesk({ cats, dogs }, answers)
  const { desk } = given
  await desk.opening.open('cats')
  await desk.reading.getState().article?.filled
  const text = textOf(cats)
  return {
    ...given,
    select: (words: string) =>
      desk.reading.selectText({ start: text.indexOf(words), end: text.indexOf(words) + words.length }),
    article: () => desk.reading.getState().article!,
    quotes: () => [...desk.reading.getState().article!.layer.inOrder()].map(one => one.spans[0]!.quote),
    zones: () => desk.reading.getState().article!.blocks.map(block => block.zone),
    told: () => desk.notices.getState().notices.map(({ content }) => sentenceOf(content)),
    act: () => desk.notices.getState().notices.flatMap(({ content }) => ('action' in content ? [content.action!] : [])),
  }
}

function sentenceOf(content: Notice['content']): string {
  return content.kind === 'news' ? content.text : content.problem.kind
}
