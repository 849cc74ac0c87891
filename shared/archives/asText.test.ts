import { expect, test } from 'vitest'
import type { Metadata } from '../article/metadata.ts'
import { plainText } from '../importers/plainText.ts'
import { asText } from './asText.ts'

const said = 'The union said on Monday that the port would close for a week. '
const body = `${said.repeat(4).trim()}\n\n${said.repeat(3).trim()}`
const says = (fields: Readonly<Record<string, string>>): Metadata =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, by: 'archive' as const }]))
const zonesOf = (text: string) =>
  plainText
    .read(new TextEncoder().encode(text))
    .blocks.filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map(({ start, end, zone }) => [zone, text.slice(start, end).trimEnd().slice(0, 12)])

test('title, byline and day stand at the top, and a reader knows them for what they are', () => {
  const text = asText(says({ title: 'Dockers walk out', byline: 'By Jane Roe', published: '2031-02-26T10:00' }), body)
  expect(text).toBe(`Dockers walk out\n\nBy Jane Roe\n2031-02-26\n\n${body}\n`)
  expect(zonesOf(text).slice(0, 3)).toEqual([
    ['title', 'Dockers walk'],
    ['byline', 'By Jane Roe'],
    ['dateline', '2031-02-26'],
  ])
})

test('a name alone is a byline above a day; one that no reader would know is left out', () => {
  expect(asText(says({ title: 'Dockers walk out', byline: 'Jane Roe', published: '2031-02-26' }), body)).toMatch(
    /^Dockers walk out\n\nJane Roe\n2031-02-26\n\nThe union/,
  )
  expect(asText(says({ title: 'Dockers walk out', byline: 'ed. 12/b', published: '2031-02-26' }), body)).toMatch(
    /^Dockers walk out\n\n2031-02-26\n\nThe union/,
  )
  expect(asText(says({ title: 'Dockers walk out', byline: 'Jane Roe' }), body)).toMatch(
    /^Dockers walk out\n\nThe union/,
  )
  expect(asText(says({ title: 'Dockers walk out', byline: 'By Jane Roe', published: '2031' }), body)).toMatch(
    /^Dockers walk out\n\nBy Jane Roe\n\nThe union/,
  )
})

test('a text that begins with its title says it once, and every letter of the text stays', () => {
  const whole = `Dockers  walk out\n\n${body}`
  expect(asText(says({ title: 'Dockers walk out', published: '2031-02-26' }), `\n \n${whole}\n`)).toBe(`${whole}\n`)
  expect(asText({}, '\t“Quoted” \u00a0 text\r\nand more  ')).toBe('\t“Quoted” \u00a0 text\r\nand more  \n')
})
