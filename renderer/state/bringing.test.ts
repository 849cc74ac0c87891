import { expect, test } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import { emptyMap, type TagMap } from '../../shared/dataset/map/tagMap.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Ask } from './ask.ts'
import { type BringLooked, type BroughtFile, makeBringing } from './bringing.ts'

const formats = [
  { id: 'brat', takesPatterns: true },
  { id: 'jsonl', takesPatterns: false },
]
const folder: BroughtFile = { brought: 'b1', file: 'theirs', isFolder: true, likely: ['brat'], formats }
const proposed: TagMap = { ...emptyMap, tags: { Claim: { to: 'claim' } } }
const looked = { articles: 2, annotations: 3, map: proposed } as BringLooked

/** What the desktop answers, and what it was asked; a dialog that is shown or not. */
function given(answers: Partial<Record<Call, unknown>> = {}) {
  const asked: [Call, unknown][] = []
  let isShown = false
  const ask = (async (call: Call, input: { map?: TagMap }) => {
    asked.push([call, input])
    const answer = { 'bring.look': { ...looked, map: input?.map ?? proposed }, ...answers }[call as string] ?? null
    if (answer instanceof Error) throw answer
    return answer
  }) as unknown as Ask
  const show = (is: boolean) => () => {
    isShown = is
  }
  const bringing = makeBringing({ ask, workspace: () => 'w1', show: show(true), hide: show(false) })
  return { bringing, asked, isShown: () => isShown }
}

test('a format that is certain is chosen; of several a person has to choose', () => {
  const { bringing, isShown } = given()
  bringing.offered({ workspace: 'another', opened: folder })
  expect(isShown()).toBe(false)
  bringing.offered({ workspace: 'w1', opened: folder })
  expect(isShown()).toBe(true)
  expect(bringing.getState()).toMatchObject({ step: 'choose', format: 'brat' })
  expect(bringing.isReadable()).toBe(true)
  bringing.begin({ ...folder, likely: ['brat', 'jsonl'] })
  expect(bringing.getState().format).toBe('')
  expect(bringing.isReadable()).toBe(false)
})

test('patterns are asked for only where the format has them, and have to name the article', async () => {
  const { bringing, asked } = given()
  bringing.begin(folder)
  bringing.set({ hasPatterns: true, patterns: { text: 'text/x.txt', annotations: 'a/{article}.ann' } })
  expect(bringing.isReadable()).toBe(false)
  bringing.set({ patterns: { text: 'text/{article}.txt', annotations: 'a/{article}.ann' } })
  await bringing.look()
  expect(asked.at(-1)).toMatchObject(['bring.look', { patterns: { text: 'text/{article}.txt' }, map: null }])
  bringing.set({ format: 'jsonl' })
  await bringing.look()
  expect(asked.at(-1)).toMatchObject(['bring.look', { patterns: null }])
})

test('the map that is proposed is the one to begin with; changed, it is looked at again, and another format forgets it', async () => {
  const { bringing, asked } = given()
  bringing.begin(folder)
  await bringing.look()
  expect(bringing.getState()).toMatchObject({ step: 'preview', map: proposed })
  expect(bringing.isFresh()).toBe(true)
  bringing.setMap({ ...proposed, tags: { Claim: { drop: true } } })
  expect(bringing.isFresh()).toBe(false)
  await bringing.look()
  expect(asked.at(-1)).toMatchObject(['bring.look', { map: { tags: { Claim: { drop: true } } } }])
  expect(bringing.isFresh()).toBe(true)
  bringing.set({ annotator: 'bo' })
  expect(bringing.getState()).toMatchObject({ map: null, looked: null })
})

test('what can’t be read is said where it was chosen; who stopped it knows why', async () => {
  const { bringing } = given({ 'bring.look': new Problem('cannot-read') })
  bringing.begin(folder)
  await bringing.look()
  expect(bringing.getState()).toMatchObject({ step: 'choose', problem: { kind: 'cannot-read' } })
  const stopped = given({ 'bring.look': new Problem('stopped') }).bringing
  stopped.begin(folder)
  await stopped.look()
  expect(stopped.getState()).toMatchObject({ step: 'choose', problem: null })
})

test('what can’t be written is said in the preview, and a map that can’t be loaded changes nothing', async () => {
  const { bringing } = given({ 'bring.write': new Problem('cannot-save'), 'bring.loadMap': new Problem('cannot-read') })
  bringing.begin(folder)
  await bringing.look()
  expect(await bringing.loadMap()).toBeNull()
  expect(bringing.getState()).toMatchObject({ map: proposed, problem: { kind: 'cannot-read' } })
  expect(await bringing.write()).toBeNull()
  expect(bringing.getState()).toMatchObject({ step: 'preview', problem: { kind: 'cannot-save' } })
})

test('what was closed meanwhile says nothing any more, and is let go', async () => {
  const { bringing, asked, isShown } = given()
  bringing.begin(folder)
  const looking = bringing.look()
  bringing.close()
  await looking
  bringing.progressed({ brought: 'b1', done: 1, all: 2 })
  expect(bringing.getState()).toMatchObject({ opened: null, looked: null, progress: null })
  expect(isShown()).toBe(false)
  expect(asked.at(-1)).toEqual(['bring.close', { brought: 'b1' }])
})
