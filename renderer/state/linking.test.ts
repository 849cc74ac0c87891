import { expect, test } from 'vitest'
import { givenCats } from './givenCats.ts'

/** The cats, with a claim that is selected: “sat on the mat”. */
async function givenClaim() {
  const given = await givenCats()
  given.select('sat on the mat')
  const claim = given.desk.tagging.add('claim')!
  const { linking } = given.desk
  return {
    ...given,
    claim,
    linking,
    keys: () => linking.getState().mode?.hints.map(({ key, end }) => `${key} ${nameOf(end)}`),
    links: () => [...given.article().layer.links.values()].map(({ id: _, ...link }) => link),
  }
}
function nameOf(end: { kind: string; annotation?: { id: string } }): string {
  return end.annotation?.id ?? end.kind
}

test('a letter links with the target that has it, and the kind follows from the two ends', async () => {
  const { linking, keys, links, claim } = await givenClaim()
  expect(linking.begin()).toBe(true)
  expect(keys()).toEqual(['f The cat', 'j Share', 'a author'])
  linking.typeLetter('j')
  expect(links()).toEqual([{ type: 'about', from: claim.id, to: { annotation: 'Share' }, attributes: {} }])
  expect(linking.getState().mode).toBeNull()
})

test('a kind that was chosen before the letter leaves what it allows, and is the link’s', async () => {
  const { linking, keys, links } = await givenClaim()
  linking.begin()
  linking.want(linking.getState().mode!.ways[2]!)
  expect(keys()).toEqual(['f The cat', 'j Share'])
  linking.typeLetter('f')
  expect(links()).toMatchObject([{ type: 'about', to: { annotation: 'The cat' } }])
})

test('a kind that is chosen after the letter changes the link, and both are one undo', async () => {
  const { desk, linking, links } = await givenClaim()
  linking.begin()
  linking.typeLetter('f')
  linking.setMadeWay(linking.getState().made!.ways[1]!)
  linking.setMadeWay(linking.getState().made!.ways[2]!)
  linking.setMadeWay(linking.getState().made!.ways[1]!)
  expect(links()).toMatchObject([{ type: 'relayed-by' }])
  await desk.undoing.undo()
  expect(links()).toEqual([])
  await desk.undoing.redo()
  expect(links()).toMatchObject([{ type: 'relayed-by' }])
  await desk.undoing.undo()
  expect(links()).toEqual([])
})

test('a kind that is chosen after something else was done is an undo of its own', async () => {
  const { desk, linking, links } = await givenClaim()
  linking.begin()
  linking.typeLetter('f')
  desk.tagging.toggleDone()
  linking.setMadeWay(linking.getState().made!.ways[1]!)
  await desk.undoing.undo()
  expect(links()).toMatchObject([{ type: 'attributed-to' }])
})

test('a link that is undone, or done again, comes into view where it begins', async () => {
  const { desk, linking, claim } = await givenClaim()
  linking.begin()
  linking.typeLetter('f')
  for (const which of ['undo', 'redo'] as const) {
    desk.reading.select(null)
    desk.reading.selectText({ start: 0, end: 0 })
    await desk.undoing[which]()
    const { selected, selection, revealed } = desk.reading.getState()
    const { start, end } = claim.spans[0]!
    expect([selected, selection, revealed]).toEqual([claim.id, { start, end: start }, { start, end }])
  }
})

test('from an actor the link of a claim is made the other way round', async () => {
  const { desk, linking, links, claim } = await givenClaim()
  desk.reading.select('The cat')
  linking.begin()
  linking.typeLetter('f')
  expect(links()).toMatchObject([{ type: 'attributed-to', from: claim.id, to: { annotation: 'The cat' } }])
})

test('selected words become the other end with the link in one edit, and one undo takes both', async () => {
  const { desk, linking, links, select, recorded, quotes } = await givenClaim()
  linking.begin()
  const before = recorded().length
  select('Cats')
  expect(linking.tagOfNewEnd()).toBe('actor')
  linking.makeEnd('actor')
  await desk.recorder.settled()
  expect(recorded()).toHaveLength(before + 1)
  expect(links()).toHaveLength(1)
  expect(quotes()).toContain('Cats')
  await desk.undoing.undo()
  expect(links()).toEqual([])
  expect(quotes()).not.toContain('Cats')
})

test('the same link twice is the one that is there', async () => {
  const { linking, links, recorded, desk } = await givenClaim()
  linking.begin()
  linking.typeLetter('f')
  await desk.recorder.settled()
  const before = recorded().length
  linking.begin()
  linking.typeLetter('f')
  await desk.recorder.settled()
  expect(links()).toHaveLength(1)
  expect(recorded()).toHaveLength(before)
})

test('the mode ends when another annotation is selected or its own is gone', async () => {
  const { desk, linking } = await givenClaim()
  linking.begin()
  desk.reading.select('The cat')
  expect(linking.getState().mode).toBeNull()
  linking.begin()
  desk.tagging.remove()
  expect(linking.getState().mode).toBeNull()
})

test('answers that another kind doesn’t ask for are given up, and undo brings them back', async () => {
  const { desk, linking, links } = await givenClaim()
  linking.begin()
  const { id } = linking.typeLetter('f')!
  linking.setAttribute(id, 'explicitness', 'explicit')
  linking.setWay(id, linking.getState().made!.ways[1]!)
  expect(links().map(({ type, attributes }) => [type, attributes])).toEqual([['relayed-by', {}]])
  await desk.undoing.undo()
  expect(links()).toMatchObject([{ type: 'attributed-to', attributes: { explicitness: 'explicit' } }])
})

test('words that are selected after an annotation are the cue of its link', async () => {
  const { desk, linking, links, select } = await givenClaim()
  linking.begin()
  linking.typeLetter('f')
  desk.reading.select(null)
  select('on the')
  const [link] = linking.linksForCue()
  linking.setCue(link!.id, desk.reading.getState().selection)
  expect(links()).toMatchObject([{ cue: { quote: 'on the' } }])
  linking.setCue(link!.id, null)
  expect(links()[0]).not.toHaveProperty('cue')
})
