import { expect, test } from 'vitest'
import type { Entity } from './entity.ts'
import { EntityFinder, type Usage } from './findEntities.ts'

const unused: Usage = { inDocument: () => 0, lastUsed: () => 0 }
const entity = (name: string, more: Partial<Entity> = {}): Entity => ({
  ...{ id: name, kind: 'person', name, aliases: [], roles: [], attributes: {}, externalIds: {} },
  ...more,
})
const finder = (...entities: Entity[]) => new EntityFinder(new Map(entities.map(one => [one.id, one])))

test('a name is found by any of its words, whatever the case and the accents, and aliases too', () => {
  const find = finder(entity('Zoë Novák', { aliases: ['the Minister of Ports'] }), entity('Łódź Novotný'))
  const names = (typed: string) => find.find(typed, { usage: unused }).map(({ entity, by }) => [entity.name, by])
  expect(names('novak')).toEqual([['Zoë Novák', 'Zoë Novák']])
  expect(names('NOV zo')).toEqual([['Zoë Novák', 'Zoë Novák']])
  expect(names('minister')).toEqual([['Zoë Novák', 'the Minister of Ports']])
  expect(names('ovak')).toEqual([])
  expect(names('zoe ports')).toEqual([])
})

test('whole names come before beginnings, those before words; alike ones by use', () => {
  const find = finder(
    entity('Port Authority'),
    entity('The Port'),
    entity('Port'),
    entity('Ada', { aliases: ['port'] }),
    entity('Portia'),
  )
  const names = (usage: Usage) => find.find('port', { usage }).map(({ entity: { name } }) => name)
  expect(names(unused)).toEqual(['Port', 'Ada', 'Port Authority', 'Portia', 'The Port'])
  expect(names({ inDocument: id => (id === 'Portia' ? 1 : 0), lastUsed: () => 0 })[2]).toBe('Portia')
  expect(names({ inDocument: () => 0, lastUsed: id => (id === 'Portia' ? 9 : 1) })[2]).toBe('Portia')
})

test('merged entities and other kinds are not offered, and a renamed one is found by its new name', () => {
  const entities = new Map(
    [entity('Ada'), entity('Adam', { mergedInto: 'Ada' }), entity('Adana', { kind: 'place' })].map(one => [
      one.id,
      one,
    ]),
  )
  const find = new EntityFinder(entities)
  expect(find.find('ad', { usage: unused, kinds: ['person'] }).map(({ entity: { id } }) => id)).toEqual(['Ada'])
  entities.set('Ada', entity('Berta', { id: 'Ada' }))
  expect(find.find('ad', { usage: unused, kinds: ['person'] })).toEqual([])
  expect(find.find('ber', { usage: unused })).toHaveLength(1)
})

test('a register that says that it hasn’t changed isn’t looked through again for a letter', () => {
  let [looks, version] = [0, 1]
  class Counted extends Map<string, Entity> {
    override values() {
      looks++
      return super.values()
    }
  }
  const nobody = { kind: 'person', aliases: [], roles: [], attributes: {}, externalIds: {} }
  const entities = new Counted([['tom', { ...nobody, id: 'tom', name: 'Tom Cat' }]])
  const finder = new EntityFinder(entities, () => version)
  const usage = { inDocument: () => 0, lastUsed: () => 0 }
  const names = (typed: string) => finder.find(typed, { usage }).map(({ entity }) => entity.name)
  expect([names('t'), names('to'), looks]).toEqual([['Tom Cat'], ['Tom Cat'], 1])
  entities.set('tilda', { ...nobody, id: 'tilda', name: 'Tilda' })
  version++
  expect([names('t'), looks]).toEqual([['Tilda', 'Tom Cat'], 2])
})
