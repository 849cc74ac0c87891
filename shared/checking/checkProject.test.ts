import { expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { checkProject } from './checkProject.ts'

const place = (id: string, more: object = {}) => ({ id, kind: 'place', name: id, ...more })

/** What is found in a project file, in short. */
const found = (file: object) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ format: 'stet-project', formatVersion: 1, ...file }))
  return checkProject('stet.json', bytes).findings.map(one => `${one.kind} ${one.about}`)
}
const withBook = (more: object) => found({ codebook: { ...defaultCodebook, ...more } })
const { tags, attributes, links } = defaultCodebook

test('the default codebook, and a project without one, lack nothing', () => {
  expect(withBook({})).toEqual([])
  expect(found({})).toEqual([])
})

test('what is referred to and isn’t there is named with who refers to it', () => {
  const nevers = [{ id: 'n', text: 'he', tag: 'rumour' }]
  expect(found({ entities: [place('a', { parent: 'b', mergedInto: 'c' })], nevers })).toEqual([
    'unknown-reference entities/a/parent: b',
    'unknown-reference entities/a/mergedInto: c',
    'unknown-reference nevers/n/tag: rumour',
  ])
  const [first, ...others] = links
  expect(withBook({ links: [{ ...first, from: ['rumour'], to: ['author', 'gossip'] }, ...others] })).toEqual([
    `unknown-reference links/${first!.id}/from: rumour`,
    `unknown-reference links/${first!.id}/to: gossip`,
  ])
  const question = { ...attributes[0]!, tag: 'rumour' }
  expect(withBook({ attributes: [question] })).toEqual([`unknown-reference attributes/${question.id}/tag: rumour`])
  expect(withBook({ tags: [{ ...tags[0]!, mergedInto: 'rumour' }, ...tags.slice(1)] })).toEqual([
    `unknown-reference tags/${tags[0]!.id}/mergedInto: rumour`,
  ])
})

test('each circle is told once, of any length, and what leads into it isn’t one', () => {
  const entities = [
    place('in', { parent: 'a' }),
    place('a', { parent: 'b' }),
    place('b', { parent: 'c' }),
    place('c', { parent: 'a' }),
    place('self', { mergedInto: 'self' }),
    place('x', { parent: 'y' }),
    place('y'),
  ]
  expect(found({ entities })).toEqual(['in-circle a → b → c → a', 'in-circle self → self'])
})

test('of two records of one id both lists and ids are named, and the rest is looked at all the same', () => {
  const entities = [place('a'), place('a', { parent: 'gone' })]
  expect(
    found({
      entities,
      people: [
        { id: 'p', name: 'P' },
        { id: 'p', name: 'Q' },
      ],
    }),
  ).toEqual(['two-of-one-id entities: a', 'two-of-one-id people: p', 'unknown-reference entities/a/parent: gone'])
})

test('answers of one question and questions of one link that share an id are told', () => {
  const [question, ...others] = attributes
  const [choice] = question!.choices
  const [type, ...types] = links
  const asked = { ...question!, id: 'q', choices: [] }
  expect(
    withBook({
      attributes: [{ ...question, choices: [...question!.choices, choice] }, ...others],
      links: [{ ...type, attributes: [asked, asked] }, ...types],
    }),
  ).toEqual([
    `two-of-one-id attributes/${question!.tag}/${question!.id}: ${choice!.id}`,
    `two-of-one-id links/${type!.id}: q`,
  ])
})

test('what doesn’t fit is told by its place', () => {
  const { findings, project } = checkProject(
    'stet.json',
    new TextEncoder().encode('{"formatVersion":1,"entities":[{"id":"a","kind":"place"}]}'),
  )
  expect(project).toBeNull()
  expect(findings).toEqual([
    { kind: 'damaged', file: 'stet.json', about: expect.stringMatching(/^entities\.0\.name: /), entity: 'a' },
  ])
})
