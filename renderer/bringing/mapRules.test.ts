import { expect, test } from 'vitest'
import { emptyMap, type TagMap } from '../../shared/dataset/map/tagMap.ts'
import {
  answersOf,
  fateOf,
  frameOf,
  isTurned,
  proposeFrame,
  valueMade,
  withFate,
  withFrame,
  withTurned,
  withValue,
} from './mapRules.ts'

test('a name stays, is called otherwise, or is left out; one that stays has no rule', () => {
  const called = withFate(emptyMap, 'tags', 'Content', { kind: 'to', to: 'claim' })
  expect(called.tags).toEqual({ Content: { to: 'claim' } })
  expect(fateOf(called, 'tags', 'Content')).toEqual({ kind: 'to', to: 'claim' })
  const dropped = withFate(called, 'tags', 'Content', { kind: 'drop' })
  expect(dropped.tags).toEqual({ Content: { drop: true } })
  expect(fateOf(dropped, 'tags', 'Content')).toEqual({ kind: 'drop' })
  expect(withFate(dropped, 'tags', 'Content', { kind: 'stays' })).toEqual(emptyMap)
  // Names of others may be called as anything.
  expect(fateOf(emptyMap, 'tags', 'constructor')).toEqual({ kind: 'stays' })
})

test('what else a rule says stays when the name changes: answers that are given, values, and the direction', () => {
  const map: TagMap = {
    ...emptyMap,
    tags: { Direct: { to: 'claim', attributes: { how: 'quoted' } } },
    attributes: { Mood: { to: 'polarity', values: { calm: 'neutral' } } },
    links: { SaidOf: { to: 'about', turned: true } },
  }
  const renamed = withFate(map, 'tags', 'Direct', { kind: 'to', to: 'quote' })
  expect(renamed.tags).toEqual({ Direct: { to: 'quote', attributes: { how: 'quoted' } } })
  expect(answersOf(renamed, 'Direct')).toBe('how: quoted')
  expect(withFate(map, 'attributes', 'Mood', { kind: 'stays' }).attributes).toEqual({
    Mood: { to: 'Mood', values: { calm: 'neutral' } },
  })
  expect(fateOf(withFate(map, 'links', 'SaidOf', { kind: 'stays' }), 'links', 'SaidOf')).toEqual({ kind: 'stays' })
  expect(isTurned(withFate(map, 'links', 'SaidOf', { kind: 'stays' }), 'SaidOf')).toBe(true)
  expect(withTurned(map, 'SaidOf', false).links).toEqual({ SaidOf: { to: 'about' } })
  expect(withTurned(emptyMap, 'By', true).links).toEqual({ By: { to: 'By', turned: true } })
  expect(withTurned(withTurned(emptyMap, 'By', true), 'By', false)).toEqual(emptyMap)
})

test('a value becomes another, and stays again when nothing is written', () => {
  const map = withValue(emptyMap, 'Mood', 'calm', 'neutral')
  expect(map.attributes).toEqual({ Mood: { to: 'Mood', values: { calm: 'neutral' } } })
  expect(valueMade(map, 'Mood', 'calm')).toBe('neutral')
  expect(valueMade(map, 'Mood', 'toString')).toBe('')
  expect(withValue(map, 'Mood', 'calm', '')).toEqual(emptyMap)
})

test('a rule for an event begins with what its roles are usually called, and one event has one rule', () => {
  const rule = proposeFrame('Attribution', ['Cue', 'Source', 'Content'], 'attributed-to')
  expect(rule).toMatchObject({ link: 'attributed-to', from: 'Content', to: 'Source', cue: 'Cue', without: null })
  expect(proposeFrame('Give', ['Giver', 'Given'], 'give')).toMatchObject({ from: 'Given', to: 'Giver' })
  const map = withFrame(withFrame(emptyMap, 'Attribution', rule), 'Attribution', { ...rule, without: { to: 'author' } })
  expect(map.frames).toHaveLength(1)
  expect(frameOf(map, 'Attribution')).toMatchObject({ without: { to: 'author' } })
  expect(withFrame(map, 'Attribution', null)).toEqual(emptyMap)
})
