import { expect, test } from 'vitest'
import { layer } from '../../shared/agreement/drawnLayers.laws.ts'
import type { Desk } from '../state/desk.ts'
import { given, take } from '../state/givenReviewing.ts'
import { acceptLayer, acceptNone } from './reviewingActions.ts'

test('no layer’s key takes out of gold what nobody says any more; only who says so does', async () => {
  const { reviewing, keyOf, layers, gold, settled, quotes, desk, view } = await given()
  await reviewing.goTo(keyOf('Dockers'))
  await reviewing.decide(take('bo'))
  await settled()
  layers['flood'] = [layers['flood']![0]!, { ...layer('bo', []), revision: 2 }]
  reviewing.changed({ workspace: 'workspace', articles: ['flood'] })
  await settled()
  expect(quotes()).toContain('withdrawn stale')
  await reviewing.goTo(reviewing.list().find(({ case: one }) => one.opinions.length === 0)!.key)
  const keys = { ...desk, reviewing, reviewView: view } as unknown as Desk
  for (const place of [0, 1]) acceptLayer(keys, place)
  await settled()
  expect([gold('flood').annotations.size, gold('flood').verdicts.size]).toEqual([1, 1])
  acceptNone(keys)
  await settled()
  expect([gold('flood').annotations.size, gold('flood').verdicts.size]).toEqual([0, 0])
})
