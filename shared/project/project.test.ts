import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { isSame } from '../json/isSame.ts'
import type { JsonObject } from '../json/json.ts'
import { mergeProject } from './mergeProject.ts'
import { Project } from './project.ts'
import type { ProjectEdit, SingleProjectEdit } from './projectEdit.ts'
import { readProjectFile, writeProjectFile } from './projectFile.ts'
import { isProjectAsLeft } from './projectFootprint.ts'

const text = `{
  "formatVersion": 1, "id": "p", "name": "Corpus", "odd": 1.50, "gold": "alice",
  "entities": [
    {"id": "b", "kind": "place", "name": "B", "roles": [{"title": "port", "weight": 2.0}], "nothing": null, "zeta": 1e400},
    {"id": "a", "kind": "person", "name": "A", "mergedInto": "b"}
  ],
  "nevers": [{"id": "n", "text": "may", "tag": "actor"}],
  "settings": {"deep": [1.0]}
}`
const given = () => new Project(readProjectFile(new TextEncoder().encode(text)))
const bytesOf = (project: Project) => writeProjectFile(project)

const value = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }),
)
const set = fc.record({
  kind: fc.constant('set' as const),
  of: fc.constantFrom('entities' as const, 'tags' as const, 'nevers' as const, 'links' as const, 'reasons' as const),
  id: fc.constantFrom('a', 'b', 'n', 'claim', 'actor', 'event', 'new'),
  fields: fc.dictionary(fc.constantFrom('name', 'label', 'zeta', 'text', 'aliases'), value, { maxKeys: 3 }),
})
const moved = fc.tuple(set, fc.nat(4)).map(([edit, at]) => ({ ...edit, at }))
const drop = fc.record({ kind: fc.constant('drop' as const), of: set.map(({ of }) => of), id: set.map(({ id }) => id) })
const single: fc.Arbitrary<SingleProjectEdit> = fc.oneof(set, moved, drop)
const edit: fc.Arbitrary<ProjectEdit> = fc.oneof(
  single,
  fc.array(single, { maxLength: 5 }).map(edits => ({ kind: 'all' as const, edits })),
)

test('what is written is read back, unknown keys and digits in place, and written again byte for byte', () => {
  const bytes = bytesOf(given())
  expect(bytesOf(new Project(readProjectFile(new TextEncoder().encode(bytes))))).toBe(bytes)
  for (const kept of ['"odd": 1.50', '"weight": 2.0', '"zeta": 1e400', '"nothing": null', '1.0', '"gold": "alice"'])
    expect(bytes).toContain(kept)
  expect(bytes.indexOf('"id": "a"')).toBeLessThan(bytes.indexOf('"id": "b"'))
})

test('an edit and its undo leave the same bytes, in whatever order edits were made', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), edits => {
      const project = given()
      project.apply(project.completed({ kind: 'set', of: 'tags', id: 'claim', fields: { label: 'Mine' } }))
      const before = bytesOf(project)
      const undos = edits.map(one => project.apply(one))
      const after = bytesOf(project)
      const redos = undos.reverse().map(one => project.apply(one))
      expect(bytesOf(project)).toBe(before)
      for (const one of redos.reverse()) project.apply(one)
      expect(bytesOf(project)).toBe(after)
    }),
    { numRuns: 300 },
  )
})

test('a number never stands for two states of a codebook, whatever is done and taken back', () => {
  const labelled = fc.constantFrom('Mine', 'Yours', 'Claim').map(label => [{ ...labelOf(label) }])
  let imports = 0
  const imported = fc
    .constant(null)
    .map(() => [
      labelOf('Theirs'),
      { kind: 'set' as const, of: 'codebook' as const, id: '', fields: { id: `theirs ${++imports}`, version: 3 } },
    ])
  fc.assert(
    fc.property(fc.array(fc.oneof(labelled, imported, fc.constant(null)), { maxLength: 12 }), steps => {
      const project = given()
      const undos: ProjectEdit[] = []
      const told = new Map<string, string>()
      for (const step of steps) {
        const taken = step ? { kind: 'all' as const, edits: step } : undos.pop()
        if (!taken) continue
        const undo = project.apply(project.completed(taken))
        if (step) undos.push(undo)
        const { id, version, ...says } = project.codebook
        const name = `${id} ${version}`
        expect(told.get(name) ?? JSON.stringify(says)).toBe(JSON.stringify(says))
        told.set(name, JSON.stringify(says))
      }
      while (undos.length > 0) project.apply(project.completed(undos.pop()!))
      expect(project.codebook.tags[0]!.label).toBe('Claim')
    }),
  )
})

const labelOf = (label: string) => ({ kind: 'set' as const, of: 'tags' as const, id: 'claim', fields: { label } })

test('the views follow the edits', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), edits => {
      const project = given()
      expect([project.entities.size, project.nevers.size]).toEqual([2, 1])
      for (const one of edits) project.apply(one)
      const fresh = new Project(project.file())
      expect(project.entities).toEqual(new Map(fresh.entities))
      expect([...project.nevers.values()]).toEqual(expect.arrayContaining([...fresh.nevers.values()]))
    }),
  )
})

test('a field that one side touched ends as that side left it, whatever the other did elsewhere', () => {
  const fields = fc.dictionary(fc.constantFrom('name', 'note', 'zeta', 'nothing'), fc.string({ maxLength: 2 }), {
    maxKeys: 3,
  })
  const sets = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fields).map(
      ([id, fields]): SingleProjectEdit => ({
        kind: 'set',
        of: 'entities',
        id,
        fields: { kind: 'person', ...fields },
      }),
    ),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(sets, sets, (mine, other) => {
      const agreed = given()
      const ours = given()
      const theirs = given()
      for (const one of mine) ours.apply(one)
      for (const one of other) theirs.apply(one)
      const found = new Project(theirs.file())
      const { contradictions, edit } = mergeProject({ agreed, ours, theirs }, mine)
      for (const id of ['a', 'b', 'c'])
        for (const name of ['kind', 'name', 'note', 'zeta', 'nothing', 'mergedInto', 'roles']) {
          const at = (project: Project) => project.record('entities', id)?.[name]
          const [was, one, two] = [at(agreed), at(ours), at(found)]
          const result = at(theirs)
          if (isSame(one, was)) expect(result).toEqual(two)
          else expect(result).toEqual(one)
          const isTold = contradictions.some(told => told.id === id && told.field === name)
          expect(isTold).toBe(!isSame(one, was) && !isSame(two, was) && !isSame(one, two))
        }
      found.apply(edit)
      expect(bytesOf(found)).toBe(bytesOf(theirs))
    }),
    { numRuns: 500 },
  )
})

test('a codebook that both changed becomes a version that neither had', () => {
  const [agreed, ours, theirs] = [new Project(), new Project(), new Project()]
  const mine = ours.completed({ kind: 'set', of: 'tags', id: 'claim', fields: { label: 'Mine' } })
  ours.apply(mine)
  theirs.apply(theirs.completed({ kind: 'set', of: 'tags', id: 'actor', fields: { label: 'Theirs' } }))
  expect(mergeProject({ agreed, ours, theirs }, [mine]).contradictions).toEqual([])
  expect(theirs.codebook).toMatchObject({ version: 3, tags: [{ label: 'Mine' }, { label: 'Theirs' }, {}] })
})

test('what one removed and the other changed stays, and is told', () => {
  const removed: ProjectEdit = { kind: 'drop', of: 'entities', id: 'a' }
  const named: ProjectEdit = { kind: 'set', of: 'entities', id: 'a', fields: { name: 'Anna' } }
  for (const [mine, other] of [
    [removed, named],
    [named, removed],
  ] as const) {
    const [agreed, ours, theirs] = [given(), given(), given()]
    ours.apply(mine)
    theirs.apply(other)
    const { contradictions } = mergeProject({ agreed, ours, theirs }, [mine])
    expect(contradictions).toMatchObject([{ of: 'entities', id: 'a', field: '' }])
    expect(theirs.entities.get('a')?.name).toBe('Anna')
  }
})

test('the entity that stands for one that was merged, however often and in whatever circle', () => {
  const merged = (...pairs: [string, string | null][]) =>
    new Project({
      entities: pairs.map(([id, into]) => ({ id, kind: 'x', name: id, ...(into ? { mergedInto: into } : {}) })),
    } as JsonObject)
  const chain = merged(['a', 'b'], ['b', 'c'], ['c', null])
  expect(['a', 'b', 'c', 'unknown'].map(id => chain.resolve(id))).toEqual(['c', 'c', 'c', 'unknown'])
  const circle = merged(['x', 'b'], ['b', 'c'], ['c', 'b'])
  expect(['x', 'b', 'c'].map(id => circle.resolve(id))).toEqual(['b', 'b', 'b'])
})

test('an edit is as it was left until somebody touches its fields; the version of the codebook does not count', () => {
  const project = new Project()
  const edit = project.completed({ kind: 'set', of: 'tags', id: 'claim', fields: { label: 'Mine' } })
  project.apply(edit)
  expect(isProjectAsLeft(project, edit)).toBe(true)
  project.apply(project.completed({ kind: 'set', of: 'tags', id: 'claim', fields: { key: 'x' } }))
  expect(isProjectAsLeft(project, edit)).toBe(true)
  project.apply({ kind: 'set', of: 'tags', id: 'claim', fields: { label: 'Other' } })
  expect(isProjectAsLeft(project, edit)).toBe(false)
  project.apply({ kind: 'drop', of: 'tags', id: 'claim' })
  expect(isProjectAsLeft(project, edit)).toBe(false)
})

test('a file without a codebook has the default one, and does not write it', () => {
  const project = given()
  expect(project.codebook).toEqual(defaultCodebook)
  expect(project.file()).not.toHaveProperty('codebook')
})
