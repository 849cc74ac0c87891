import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { heldBytes } from '../heldBytes.ts'
import { allOf, wordsOf } from '../unpackedFor.ts'
import { mbox } from './mbox.ts'
import { messagesIn } from './messages.ts'

const unpack = (text: string | Uint8Array) =>
  allOf(mbox.articles(heldBytes('letters.mbox', typeof text === 'string' ? strToU8(text) : text)))

const ferry = `From ann@example.org Tue Mar  4 10:00:00 2031
Message-ID: <ferry@example.org>
From: =?utf-8?Q?Ann_M=C3=BCller?= <ann@example.org>
Subject: The ferry
 does not sail
Date: Tue, 4 Mar 2031 10:00:00 +0200

The harbour said:

From now on nothing sails.
>From Monday it may.
>>From Tuesday it will.
`
const bread = `From - Wed Mar  5 09:00:00 2031
Subject: Bread

Bread is dear.
`

test('each message comes out, with what its head says of it', async () => {
  const found = await unpack(`${ferry}\n${bread}`)
  expect(found).toMatchObject([
    {
      key: '<ferry@example.org>',
      content: { extension: 'eml' },
      metadata: {
        title: { value: 'The ferry does not sail', by: 'archive' },
        byline: { value: 'Ann Müller <ann@example.org>' },
        published: { value: '2031-03-04' },
      },
    },
    { key: expect.stringMatching(/^[0-9a-f]{64}$/), metadata: { title: { value: 'Bread' } } },
  ])
  expect(wordsOf(found[1]!)).toBe('Subject: Bread\n\nBread is dear.\n')
})

test('a paragraph that begins with “From” ends no message, and one mark is taken from those that had to be marked', async () => {
  const [only, ...rest] = await unpack(ferry)
  expect(rest).toEqual([])
  expect(wordsOf(only!)).toMatch(/sails\.\nFrom Monday it may\.\n>From Tuesday it will\.\n$/)
})

test('lines that end in CR LF are kept as they are', async () => {
  const found = await unpack(`${ferry}\n${bread}`.replaceAll('\n', '\r\n'))
  expect(found.map(wordsOf)[1]).toBe('Subject: Bread\r\n\r\nBread is dear.\r\n')
})

test('a later mailbox with more in it knows what was there by the same keys', async () => {
  const keys = async (text: string) => (await unpack(text)).map(({ key }) => key)
  expect((await keys(`${ferry}\n${bread}\n${ferry.replaceAll('ferry', 'train')}`)).slice(0, 2)).toEqual(
    await keys(`${ferry}\n${bread}\n`),
  )
})

test('the same message twice, or another one of the same number, has a key of its own', async () => {
  const found = await unpack([ferry, ferry, ferry.replace('nothing', 'everything'), bread, bread].join('\n'))
  expect(new Set(found.map(({ key }) => key)).size).toBe(5)
})

test('a message that is no text at all comes out as it stands', async () => {
  const nulls = new Uint8Array(500)
  const found = await unpack(Uint8Array.from([...strToU8('From a b\nX: '), ...nulls]))
  expect(found).toMatchObject([{ kind: 'article', metadata: {} }])
})

test('messages are cut at the same places wherever a window of reading ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1024 * 1024 - 400, max: 1024 * 1024 + 40 }), async length => {
      const filler = `From x\nSubject: long\n\n${'word '.repeat(length / 5).slice(0, length - 24)}\n`
      const text = `${filler}\n${ferry}\n${bread}`
      const places: string[] = []
      for await (const { start, end } of messagesIn(heldBytes('a', strToU8(text)))) places.push(text.slice(start, end))
      expect(places.slice(1)).toEqual([ferry, bread].map(mail => mail.slice(mail.indexOf('\n') + 1)))
    }),
    { numRuns: 60 },
  )
})
