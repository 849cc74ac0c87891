import { expect, test } from 'vitest'
import type { Entity } from '../../shared/project/entity.ts'
import { EntityFinder } from '../../shared/project/findEntities.ts'
import { likelyEntities } from './likelyEntities.ts'

const names = ['Robin Hood', 'Maid Marian', 'Sheriff of Nottingham', ...Array.from({ length: 100 }, (_, i) => `A ${i}`)]
const entities = new Map(
  names.map((name): [string, Entity] => [
    name,
    { id: name, kind: 'person', name, aliases: [], roles: [], attributes: {}, externalIds: {} },
  ]),
)
const finder = new EntityFinder(entities)
const usage = { inDocument: () => 0, lastUsed: () => 0 }
const find = (words: string) => finder.find(words, { usage, most: 4 }).map(({ entity }) => entity)
const likely = (...quotes: string[]) => likelyEntities(quotes, find).map(({ name }) => name)

test('what the words of most hits name is offered first, also where a name is only part of them', () => {
  expect(likely('Marian', 'Robin', 'the  Sheriff of Nottingham', 'Robin')).toEqual([
    'Robin Hood',
    'Maid Marian',
    'Sheriff of Nottingham',
  ])
  expect(likely('nobody at all', '…')).toEqual([])
})
