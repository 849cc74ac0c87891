import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ticket } from '../../shared/contract/shapes.ts'
import { anyCharacter } from '../../shared/text/anyCharacter.laws.ts'
import { Tickets } from './tickets.ts'

test('a path has one ticket, and the ticket leads back to it', () => {
  const tickets = new Tickets()
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), path => {
      const ticket = tickets.ticketFor(path)
      expect(Ticket.parse(ticket)).toBe(ticket)
      expect(tickets.ticketFor(path)).toBe(ticket)
      expect(tickets.pathOf(ticket)).toBe(path)
    }),
  )
})

test('different paths have different tickets, however alike they look', () => {
  const tickets = new Tickets()
  const paths = ['a.txt', 'A.txt', './a.txt', 'a.txt ', 'é', 'e\u0301', '__proto__', 'constructor']
  expect(new Set(paths.map(path => tickets.ticketFor(path))).size).toBe(paths.length)
})

test.each(['', '__proto__', 'a.txt', '00000000-0000-4000-8000-000000000000'])(
  'a made-up ticket (%s) is refused',
  ticket => {
    const tickets = new Tickets()
    tickets.ticketFor('a.txt')
    expect(() => tickets.pathOf(ticket)).toThrow(expect.objectContaining({ kind: 'unknown-ticket' }))
  },
)

test('a ticket of another window, or of another opening, is refused', () => {
  const [mine, yours] = [new Tickets(), new Tickets()]
  const ticket = yours.ticketFor('a.txt')
  expect(mine.ticketFor('a.txt')).not.toBe(ticket)
  expect(() => mine.pathOf(ticket)).toThrow(expect.objectContaining({ kind: 'unknown-ticket' }))
})
