import { expect, test } from 'vitest'
import type { Told } from '../../shared/contract/events.ts'
import { makeTell } from './tell.ts'

test('an event that fits is sent; one that does not is reported and goes nowhere', () => {
  const sent: Told[] = []
  const bugs: string[] = []
  const tell = makeTell(
    told => sent.push(told),
    where => bugs.push(where),
  )
  tell('command', { id: 'edit.undo' })
  tell('command', { id: 'edit.undo', path: '/home/ada' } as { id: 'edit.undo' })
  tell('command', { id: 'no.such' })
  expect(sent).toEqual([{ name: 'command', value: { id: 'edit.undo' } }])
  expect(bugs).toEqual(['command', 'command'])
})
