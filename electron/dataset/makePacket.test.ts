import { expect, test } from 'vitest'
import { lettersFor } from './makePacket.ts'

test('the letters of hidden annotators tell nothing of the order of their ids', () => {
  const ids = ['alice', 'bob', 'carol']
  const packets = Array.from({ length: 40 }, (_, i) => lettersFor(ids, `packet-${i}`))
  expect(new Set(packets.map(letters => letters['alice']))).toEqual(new Set(['A', 'B', 'C']))
  for (const letters of packets) expect(Object.values(letters)).toEqual(['A', 'B', 'C'])
  expect(lettersFor(ids, 'packet-1')).toEqual(lettersFor([...ids].reverse(), 'packet-1'))
})
