import { expect, test } from 'vitest'
import { wordsByPattern } from '../archives/namePattern.ts'
import { fieldsByUsualName, fieldsOfName } from './fieldsOfName.ts'

const said = (fields: ReturnType<typeof fieldsOfName>) =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))

test('a name says the fields that its pattern has parts for', () => {
  expect(fieldsOfName('{date}_{outlet}_{slug}', '2031-03-04_Harbour-Gazette_strike.txt')).toEqual({
    published: { value: '2031-03-04', by: 'name' },
    outlet: { value: 'Harbour Gazette', by: 'name' },
  })
})

test.each([
  [
    '{date} {title}',
    '2031-03-04 Dockers walk out – again.docx',
    { published: '2031-03-04', title: 'Dockers walk out – again' },
  ],
  ['{section}, {page}_{name}', 'Home-News, A-12_x_y.pdf', { section: 'Home News', page: 'A-12' }],
  ['{byline}({language})', 'Jane-Roe(pt-BR).txt', { byline: 'Jane Roe', language: 'pt-BR' }],
  ['{outlet}_{slug}', 'Ouest-Presse du soir_greve.txt', { outlet: 'Ouest-Presse du soir' }],
  ['{date}-{slug}', '2031-03-strike.txt', { published: '2031-03' }],
  ['{date}_{date}', '20310304_2031-03-04', { published: '2031-03-04' }],
  ['{outlet}_{slug}', 'Cafe\u0301_x.txt', { outlet: 'Caf\u00e9' }],
])('by %s, %s says so', (pattern, name, fields) => {
  expect(said(fieldsOfName(pattern, name))).toEqual(fields)
})

test.each([
  ['2031-03-04', '2031-03-04'],
  ['20310304', '2031-03-04'],
  ['2031-03', '2031-03'],
  ['2031', '2031'],
])('the date %s is %s', (words, published) => {
  expect(said(fieldsOfName('{date}_{slug}', `${words}_strike.txt`))).toEqual({ published })
  expect(said(fieldsOfName('{slug}_{date}', `strike_${words}.txt`))).toEqual({ published })
})

test.each([
  ['{date}_{slug}', '2031-02-30_strike.txt'],
  ['{date}_{slug}', '20311304_strike.txt'],
  ['{date}_{slug}', '203103_strike.txt'],
  ['{date}_{slug}', '203103041_strike.txt'],
  ['{slug}_{date}', 'strike_2031-03-041.txt'],
  ['{date}_{slug}', 'strike.txt'],
  ['{date}_{slug}', '2031-03-04_.txt'],
  ['{date}_{outlet}_{slug}', '2031-03-04_Gazette_the_strike.txt'],
  ['{date}_{date}_{slug}', '2031-03-04_2031-03-05_strike.txt'],
  ['{outlet}{slug}', 'Gazette.txt'],
  ['{language}_{slug}', 'Gazette-x_strike.txt'],
  ['news {date}', '2031-03-04.txt'],
  ['{date} news', '2031-03-04.txt'],
  ['{date}', '2031-03-04 strike.txt'],
  ['no part', 'no part.txt'],
  ['', '2031-03-04.txt'],
  ['{outlet}', ''],
])('by %s, %s says nothing', (pattern, name) => {
  expect(fieldsOfName(pattern, name)).toEqual({})
})

test('what has a meaning in regular expressions stands for itself, and so does a part that there isn’t', () => {
  expect(said(fieldsOfName('(.*)+[{outlet}]$_{slug}', '(.*)+[Echo]$_x.txt'))).toEqual({ outlet: 'Echo' })
  expect(fieldsOfName('.*{outlet}', 'xxEcho.txt')).toEqual({})
  expect(said(fieldsOfName('{constructor}{outlet}', '{constructor}Echo.txt'))).toEqual({ outlet: 'Echo' })
})

test('hundreds of parts are looked for once each', () => {
  const pattern = '{outlet}-'.repeat(400)
  expect(fieldsOfName(pattern, `${'a-'.repeat(400)}.txt`)).toEqual({ outlet: { value: 'a', by: 'name' } })
  expect(fieldsOfName(pattern, `${'a-'.repeat(399)}a.txt`)).toEqual({})
  expect(fieldsOfName('{'.repeat(20_000), 'a'.repeat(20_000))).toEqual({})
})

test('what unpacking names an article says its day and its outlet again', () => {
  const named = { date: '2031-03-04', outlet: 'The Port Gazette', section: '', title: 'Ferry_1 stays', name: '' }
  const name = `${wordsByPattern('{date}_{outlet}_{slug}', named)}.txt`
  expect(said(fieldsByUsualName(name))).toEqual({ published: '2031-03-04', outlet: 'The Port Gazette' })
})

test.each([
  ['2031-03-04_Harbour-Gazette_strike.txt', { published: '2031-03-04', outlet: 'Harbour Gazette' }],
  ['Harbour-Gazette_20310304_strike.txt', { published: '2031-03-04', outlet: 'Harbour Gazette' }],
  ['2031-03-04 Dockers walk out.txt', { published: '2031-03-04' }],
  ['2031-03-04-dockers.html', { published: '2031-03-04' }],
  ['20310304-dockers_and_more.html', { published: '2031-03-04' }],
  ['2031-03-04_dockers.txt', { published: '2031-03-04' }],
  ['2031-03-04_the_dockers_walk_out.txt', { published: '2031-03-04' }],
  ['2031-03_Harbour-Gazette_strike.txt', {}],
  ['2031_dockers.txt', {}],
  ['99990101_dockers.txt', {}],
  ['00123456-dockers.txt', {}],
  ['dockers.txt', {}],
])('of %s, nobody having said how names are made, only what is certain is believed', (name, fields) => {
  expect(said(fieldsByUsualName(name))).toEqual(fields)
})
