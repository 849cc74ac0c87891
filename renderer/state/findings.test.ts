import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RightAsIs } from '../../shared/contract/contract.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import { givenDesk } from './givenDesk.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Two claims without a source and two mentions of Tom, whose article is open and looked through. */
async function givenProblems(articles = given()) {
  const remembered: { right?: RightAsIs[] }[] = []
  const made = givenDesk(articles, {
    'workspace.remember': (parts: (typeof remembered)[number]) => void remembered.push(parts),
  })
  const { desk } = made
  desk.entrance.setState({ person: { id: 'ada', name: 'Ada' } })
  await desk.opening.open('a')
  await vi.advanceTimersByTimeAsync(500)
  const listed = () => desk.findings.shown().map(({ key }) => key)
  const finding = (key: string) => desk.findings.getState().findings!.order.get(key) as Finding
  return { ...made, listed, finding, remembered }
}

function given() {
  return {
    a: {
      lines: [['It rains. It snows. Tom sat. Tomcat ran.', 'body'] as [string, 'body']],
      annotated: [
        ['It rains', 'claim'],
        ['It snows', 'claim'],
        ['Tom sat', 'actor'],
        ['Tomcat', 'actor'],
      ] as [string, string][],
    },
  }
}

const rain = 'claim-without-source/It rains'
const snow = 'claim-without-source/It snows'

test('what is right as it is is listed apart, remembered, and one undo takes it back', async () => {
  const { desk, listed, finding, remembered } = await givenProblems()
  expect(listed()).toEqual([rain, snow])
  desk.findings.dismiss(finding(rain))
  expect(listed()).toEqual([snow])
  expect(desk.findings.counts()).toMatchObject({ all: 1, right: 1 })
  expect(remembered.at(-1)!.right).toEqual([{ article: 'a', annotator: 'ada', key: rain }])
  desk.findings.filter('right')
  expect(listed()).toEqual([rain])
  desk.findings.filter('claim-without-source')
  expect(listed()).toEqual([snow])
  await desk.undoing.undo()
  expect(listed()).toEqual([rain, snow])
  expect(remembered.at(-1)!.right).toEqual([])
  await desk.undoing.redo()
  expect(listed()).toEqual([snow])
  desk.findings.dismiss(finding(rain), false)
  expect(listed()).toEqual([rain, snow])
})

test('it is remembered for the next time, and only for the annotator who said it', async () => {
  const { desk, listed } = await givenProblems()
  desk.rightAsIs.recall([
    { article: 'a', annotator: 'ada', key: rain },
    { article: 'a', annotator: 'bob', key: snow },
    { article: 'b', annotator: 'ada', key: snow },
  ])
  await vi.advanceTimersByTimeAsync(500)
  expect(listed()).toEqual([snow])
  desk.entrance.setState({ person: { id: 'bob', name: 'Bob' } })
  await vi.advanceTimersByTimeAsync(500)
  expect(listed()).toEqual([rain])
})

test('problems follow the register: who is merged is one, whose entity is deleted has lost the end of a link', async () => {
  const { desk, listed } = await givenProblems()
  for (const id of ['tom', 'thomas'])
    desk.project.edit({ kind: 'set', of: 'entities', id, fields: { name: id, kind: 'person' } })
  const [{ annotations }] = [desk.reading.getState().article!.layer]
  const refer = (id: string, entity: string) => {
    const spans = [{ ...annotations.get(id)!.spans[0]!, quote: 'Tom' }].map(span => ({ ...span, end: span.start + 3 }))
    desk.reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...annotations.get(id)!, spans, entity } } })
  }
  refer('Tom sat', 'tom')
  refer('Tomcat', 'thomas')
  const link = { id: 'l', type: 'attributed-to', from: 'It rains', to: { entity: 'thomas' }, attributes: {} } as const
  desk.reading.edit({ file: 'layer', edit: { kind: 'putLink', link } })
  const ofRegister = () => listed().filter(key => /^(name-of-two|link-without-end)/.test(key))
  expect(ofRegister()).toEqual(['name-of-two/Tom/thomas/tom'])
  desk.project.edit({ kind: 'set', of: 'entities', id: 'thomas', fields: { mergedInto: 'tom' } })
  expect(ofRegister()).toEqual([])
  desk.project.edit({ kind: 'drop', of: 'entities', id: 'tom' })
  expect(ofRegister()).toEqual(['link-without-end/l'])
  await desk.undoing.undo()
  await desk.undoing.undo()
  expect(ofRegister()).toEqual(['name-of-two/Tom/thomas/tom'])
})
