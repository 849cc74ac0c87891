import { assert, constantFrom, property, record, subarray, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { givenProject } from './givenEntities.laws.ts'
import { idsOf, merged, mergeEntities } from './mergeEntities.ts'
import { aliasesToMove, splitEntity } from './splitEntity.ts'

const robin = { name: 'Robin Hood', aliases: ['Robin'], externalIds: { wikidata: 'Q122634' } }
const locksley = {
  name: 'Robin of Locksley',
  aliases: ['Robin', 'the outlaw'],
  roles: [{ title: 'outlaw', from: '1190' }],
  externalIds: { wikidata: 'Q1', viaf: '7' },
  note: 'Of Barnsdale.',
}

test('names become aliases, roles and ids are joined, and contradicting ids are shown', () => {
  const project = givenProject({ robin, locksley })
  const merging = { keep: 'robin', gone: ['locksley'] }
  expect(merged(project, merging)).toMatchObject({
    aliases: ['Robin', 'Robin of Locksley', 'the outlaw'],
    roles: [{ title: 'outlaw', from: '1190' }],
    externalIds: { wikidata: 'Q122634', viaf: '7' },
    conflicts: [{ register: 'wikidata', ids: ['Q122634', 'Q1'] }],
    note: 'Of Barnsdale.',
  })
  expect(merged(project, { ...merging, chosen: { wikidata: 'Q1' } }).externalIds).toEqual({ wikidata: 'Q1', viaf: '7' })
})

test('what was merged stays for colleagues, what was part of it is part of the one that stays', () => {
  const project = givenProject({ robin, locksley, band: { parent: 'locksley' } })
  project.apply(mergeEntities(project, { keep: 'robin', gone: ['locksley'] }))
  expect(project.resolve('locksley')).toBe('robin')
  expect(project.entities.get('locksley')?.name).toBe('Robin of Locksley')
  expect(project.entities.get('band')?.parent).toBe('robin')
  expect(idsOf(project, 'robin')).toEqual(['robin', 'locksley'])
})

test('an entity does not become part of itself by a merge', () => {
  const project = givenProject({ ministry: { parent: 'office' }, office: { parent: 'state' }, state: {} })
  project.apply(mergeEntities(project, { keep: 'ministry', gone: ['office'] }))
  expect(project.entities.get('ministry')?.parent).toBe('state')
})

const names = ['Ada', 'ada', 'A. Lind', 'the mayor', 'Ferrow']
const anyEntity = record({
  name: constantFrom(...names),
  aliases: subarray(names),
  parent: constantFrom('a', 'b', 'c', 'd'),
})
const anyProject = record({ a: anyEntity, b: anyEntity, c: anyEntity, d: anyEntity })
const anyIds = uniqueArray(constantFrom('a', 'b', 'c'), { minLength: 2 })

test('no name is lost by a merge, none is an alias of itself, all are one, and undo gives the same file', () => {
  assert(
    property(anyProject, anyIds, (given, [keep, ...gone]) => {
      const project = givenProject(given)
      const before = JSON.stringify(project.file())
      const known = [keep!, ...gone].flatMap(id => [given[id as 'a'].name, ...given[id as 'a'].aliases])
      const undo = project.apply(mergeEntities(project, { keep: keep!, gone }))
      const { name, aliases } = project.entities.get(keep!)!
      expect(new Set([name, ...aliases])).toEqual(new Set(known))
      expect(aliases).not.toContain(name)
      expect(new Set(aliases).size).toBe(aliases.length)
      expect(gone.map(id => project.resolve(id))).toEqual(gone.map(() => keep))
      expect(project.entities.get(keep!)!.parent).not.toBe(keep)
      project.apply(undo)
      expect(JSON.stringify(project.file())).toBe(before)
    }),
  )
})

test('the aliases that only the mentions taken out were words of go with them', () => {
  expect(aliasesToMove({ aliases: ['Robin', 'the outlaw'] }, ['The Outlaw', 'Robin'], ['Robin'])).toEqual([
    'the outlaw',
  ])
})

test('no name is lost by a split, and undo gives the same file', () => {
  assert(
    property(anyProject, subarray(names), constantFrom('new', 'b'), (given, moving, to) => {
      const project = givenProject(given)
      const before = JSON.stringify(project.file())
      const target =
        to === 'new'
          ? { kind: 'new' as const, id: 'new', entityKind: 'person', name: 'Ada' }
          : { kind: 'other' as const, id: to }
      const going = given.a.aliases.filter(alias => moving.includes(alias))
      const undo = project.apply(splitEntity(project.entities, 'a', target, going))
      const [one, other] = [project.entities.get('a')!, project.entities.get(target.id)!]
      for (const alias of given.a.aliases)
        expect([...one.aliases, ...other.aliases, other.name], alias).toContain(alias)
      for (const alias of going) expect(one.aliases).not.toContain(alias)
      expect(other.aliases).not.toContain(other.name)
      project.apply(undo)
      expect(JSON.stringify(project.file())).toBe(before)
    }),
  )
})
