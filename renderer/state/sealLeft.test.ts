import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { makeProject } from './project.ts'
import { makeSealLeft } from './sealLeft.ts'
import { makeWorkspace } from './workspace.ts'

const round = { id: 'r', annotators: ['ada', 'bo'], articles: ['a', 'b', 'c', 'd'], begun: '2031' }
const seal = (annotator: string, article: string) => ({
  ...{ id: `${annotator} ${article}`, round: 'r', article, annotator, sha256: 'a'.repeat(64), at: '2032' },
})

function given(said: object = {}) {
  const [workspace, project] = [makeWorkspace({ codebook: defaultCodebook }), makeProject()]
  const asked: (readonly string[])[] = []
  const row = (path: string, status: string | null) => ({ ticket: `t-${path}`, path, problem: null, known: { status } })
  const rows = [row('a', 'done'), row('b', 'in-progress'), row('c', 'done'), row('d', null), row('e', 'done')]
  const file = { formatVersion: 1, rounds: [round], seals: [seal('bo', 'a'), seal('ada', 'c')], ...said }
  workspace.show({ ticket: 'w', articles: rows } as never)
  project.show({ ticket: 'w', project: JSON.stringify(file), projectProblem: null } as never)
  const ask = async (_: string, { articles }: { articles: readonly string[] }) => asked.push(articles)
  let recorded = 0
  const sealLeft = makeSealLeft({
    ...{ ask: ask as never, workspace, project, me: () => 'ada' },
    recorded: async () => void recorded++,
  })
  return { sealLeft, asked, workspace, project, row, recorded: () => recorded }
}

test('what one is done with and hasn’t sealed is sealed unasked, once, after what was begun here is recorded', async () => {
  const { sealLeft, asked, recorded } = given()
  await sealLeft()
  expect([asked, recorded()]).toEqual([[['t-a']], 1])
  await sealLeft()
  expect([asked.length, recorded()]).toEqual([1, 1])
})

test('what is known to be done only later is sealed then', async () => {
  const { sealLeft, asked, workspace, row } = given()
  await sealLeft()
  workspace.articlesChanged({ workspace: 'w', removed: [], changed: [row('b', 'done')] } as never)
  await sealLeft()
  expect(asked).toEqual([['t-a'], ['t-b']])
})

test('what is open by now, or a project that can’t be changed, isn’t sealed unasked', async () => {
  const opened = given({ rounds: [{ ...round, opened: '2033' }] })
  await opened.sealLeft()
  const locked = given()
  locked.project.setState({ problem: { kind: 'locked', detail: '' } as never })
  await locked.sealLeft()
  expect([opened.asked, locked.asked]).toEqual([[], []])
})
