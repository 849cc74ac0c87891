import { expect, test, vi } from 'vitest'
import type { Moment } from '../../shared/history/moment.ts'
import type { Thing } from '../../shared/history/thing.ts'
import { timelineInPieces } from '../../shared/history/timelinePiece.ts'
import { type GivenArticle, givenDesk } from './givenDesk.ts'
import { tellMoment } from './tellMoment.ts'

const cats: GivenArticle = {
  lines: [
    ['Cats and dogs', 'title'],
    ['The cat sat, and the dog said nothing.', 'body'],
  ],
  annotated: [
    ['cat', 'actor'],
    ['dog', 'actor'],
  ],
}

/** A desk with the article open and its past read; `pieces` are what the desktop hands out of it. */
async function givenPast(pieces: readonly string[] = []) {
  const given = givenDesk(
    { cats },
    {
      'history.open': () => ({ pieces: pieces.length, moments: 0, device: 'here', bytes: 0, unread: 0 }),
      'history.piece': ({ piece }: { piece: number }) => pieces[piece],
      'history.name': () => null,
    },
  )
  const { desk } = given
  await desk.opening.open('cats')
  await desk.reading.getState().article!.filled
  await desk.past.open()
  const shown = () => [...desk.reading.getState().article!.layer.annotations.keys()].toSorted()
  const present = () => [...desk.reading.getState().article!.present.annotations.keys()].toSorted()
  const removes = (id: string) => {
    desk.reading.select(id)
    desk.tagging.remove()
  }
  return { ...given, shown, present, removes }
}

test('what is done here can be looked at as it stood, and nothing can be changed meanwhile', async () => {
  const { desk, shown, present, removes } = await givenPast()
  removes('cat')
  removes('dog')
  expect(desk.past.get()!.moments).toHaveLength(2)
  desk.past.goTo(0)
  expect([shown(), present()]).toEqual([['dog'], []])
  removes('dog')
  expect(shown()).toEqual(['dog'])
  desk.past.goTo(null)
  expect(shown()).toEqual([])
  expect(desk.reading.getState().article!.canAnnotate).toBe(true)
})

test('one annotation and the whole layer are restored as ordinary edits, which undo takes back', async () => {
  const { desk, shown, present, removes, recorded } = await givenPast()
  desk.reading.select('cat')
  desk.tagging.setAttribute('mention', 'name')
  removes('cat')
  removes('dog')
  desk.past.goTo(0)
  expect(desk.past.restore('annotation dog')).toBe(true)
  expect(present()).toEqual(['dog'])
  expect(desk.past.restoreAll()).toBe(true)
  expect(present()).toEqual(['cat', 'dog'])
  expect(desk.past.restoreAll()).toBe(false)
  await desk.recorder.settled()
  expect(recorded()).toHaveLength(5)
  await desk.undoing.undo()
  expect(present()).toEqual(['dog'])
  // What is looked at stays as it stood.
  expect(shown()).toEqual(['cat', 'dog'])
})

test('one field is restored, and the others stay as they are now', async () => {
  const { desk } = await givenPast()
  desk.reading.select('cat')
  desk.tagging.setAttribute('mention', 'name')
  desk.tagging.writeNote('cat', 'first')
  desk.tagging.settle()
  desk.tagging.setAttribute('mention', 'pronoun')
  desk.tagging.writeNote('cat', 'second')
  desk.tagging.settle()
  desk.past.goTo(1)
  desk.past.restoreField('cat', 'note')
  const cat = desk.reading.getState().article!.present.annotations.get('cat')!
  expect([cat.note, cat.attributes['mention']]).toEqual(['first', 'pronoun'])
})

test('an edit that is made while the history is being read is told once', async () => {
  const { desk, asked } = givenDesk(
    { cats },
    {
      'history.open': () => {
        if (asked.filter(one => one.call === 'history.open').length === 1) {
          desk.reading.select('cat')
          desk.tagging.remove()
        }
        return { pieces: 0, moments: 0, device: 'here', bytes: 0, unread: 0 }
      },
    },
  )
  await desk.opening.open('cats')
  await desk.past.open()
  expect(asked.filter(one => one.call === 'history.open')).toHaveLength(2)
  expect(desk.past.get()!.moments).toHaveLength(0)
})

test('another article has another past, and the one before is in the present again', async () => {
  const { desk, removes } = await givenPast()
  removes('cat')
  desk.past.goTo(0)
  const { article } = desk.reading.getState()
  desk.opening.leave()
  expect(article!.past).toBeNull()
  expect(desk.past.get()).toBeNull()
  expect(desk.past.getState()).toMatchObject({ phase: 'none', at: null })
})

test('a replay goes through every moment and ends now', async () => {
  const { desk, shown, removes } = await givenPast()
  removes('cat')
  removes('dog')
  vi.useFakeTimers()
  try {
    const seen: string[][] = []
    desk.past.subscribe(({ at }, before) => at !== before.at && seen.push(shown()))
    desk.past.play()
    vi.runAllTimers()
    expect(seen).toEqual([['dog'], [], []])
    expect(desk.past.getState()).toMatchObject({ at: null, isPlaying: false })
  } finally {
    vi.useRealTimers()
  }
})

test('where how it stood is not known, the last known moment before is shown', async () => {
  const moment = (more: Partial<Moment<Thing>>): Moment<Thing> => ({
    ...{ kind: 'edit', at: '2031-03-04T05:06:07.000Z', device: 'here', who: 'Ada', line: 'x', version: null },
    ...{ isKnown: true, edits: 1, from: null, steps: [] },
    ...more,
  })
  const was: Thing = { part: 'status', value: 'in-progress' }
  const done: Moment<Thing> = moment({ steps: [{ name: 'status', was, now: { part: 'status', value: 'done' } }] })
  const timeline = { moments: [moment({ kind: 'begun' }), moment({ isKnown: false }), done], tails: new Map() }
  const { desk } = await givenPast(timelineInPieces(timeline, 10))
  desk.past.goTo(1)
  expect(desk.past.getState().at).toBe(1)
  expect(desk.reading.getState().article!.layer.status).toBe('in-progress')
})

test('moments in words', async () => {
  const { desk, removes } = await givenPast()
  desk.reading.select('cat')
  desk.tagging.setAttribute('mention', 'name')
  desk.tagging.writeNote('cat', 'A note')
  desk.tagging.settle()
  desk.tagging.toggleDone()
  desk.reading.select('cat')
  desk.tagging.retag('claim', desk.workspace.getState().codebook)
  removes('cat')
  await desk.undoing.undo()
  const naming = { codebook: desk.workspace.getState().codebook, entity: () => undefined }
  const told = desk.past.get()!.moments.map(one => {
    const { what, words } = tellMoment(one, naming)
    return words ? `${what} “${words}”` : what
  })
  expect(told).toEqual([
    'Mention: unset → name “cat”',
    'Note: unset → A note “cat”',
    'Marked as done',
    'Claim: Tag, Mention changed “cat”',
    'Deleted claim “cat”',
    'Tagged as claim “cat”',
  ])
})
