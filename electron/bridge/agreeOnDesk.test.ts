import { expect, test, vi } from 'vitest'
import { AgreeOnDesk } from './agreeOnDesk.ts'
import { GammaOnDesk } from './gammaOnDesk.ts'

test('who opens the sheet anew no longer sees γ of before: it is stopped, too', async () => {
  const stop = vi.spyOn(GammaOnDesk.prototype, 'stop')
  const flush = () => Promise.reject(new Error('The rest of it is not asked about here'))
  const desk = new AgreeOnDesk({ workspace: {}, flush } as unknown as ConstructorParameters<typeof AgreeOnDesk>[0])
  await expect(desk.begin()).rejects.toThrow('not asked about')
  expect(stop).toHaveBeenCalledOnce()
})

/** An answer, and what gives it. */
function later<T>(): [Promise<T>, (answer: T) => void] {
  let give!: (answer: T) => void
  return [new Promise<T>(resolve => (give = resolve)), answer => give(answer)]
}

/** A desk whose worker is asked in this order; what `agreeLookOn` answers is the test's, of all else it has nothing to say. */
function deskWith(lookOn: () => Promise<string | null>) {
  const asked: string[] = []
  const run = async (name: string) => {
    asked.push(name)
    return name === 'agreeLookOn'
      ? lookOn()
      : name === 'agreeGoOn'
        ? { done: 0, of: 0, report: '{}', refused: 0 }
        : null
  }
  const parts = { workspace: {}, ticket: 'w', tell: () => {}, startBench: () => ({ run }) }
  const desk = new AgreeOnDesk(parts as unknown as ConstructorParameters<typeof AgreeOnDesk>[0])
  return { desk, asked }
}

const scope = { pair: null, tag: null }
const asked = { layers: ['ada', 'ben'], tags: null, tolerance: { words: 0, ignoreEnds: false } }

test('what is looked up of a comparison is given up between two stretches once there is another', async () => {
  const [stretch, end] = later<null>()
  const [begun, begin] = later<null>()
  const stretches = [stretch, Promise.resolve('too late')]
  const { desk, asked: of } = deskWith(() => {
    begin(null)
    return stretches.shift()!
  })
  const rows = desk.rows({ tags: ['claim'], pairs: [] })
  const look = desk.look({ scope, period: 'month' })
  await begun
  const next = desk.run({ asked })
  // Its turn never came: it is answered while the stretch of the other goes on.
  expect(await look).toBeNull()
  end(null)
  expect(await rows).toBeNull()
  expect(await next).toMatchObject({ report: '{}' })
  expect(of).toEqual(['agreeRows', 'agreeLookOn', 'agreeForget', 'agreeBegin', 'agreeGoOn'])
})

test('stopping the figures is answered at once, and leaves what is looked up of the same comparison alone', async () => {
  const [stretch, end] = later<string>()
  const { desk, asked: of } = deskWith(() => stretch)
  const rows = desk.rows({ tags: [], pairs: [] })
  const figures = desk.figures({ scope })
  desk.cancel()
  expect(await figures).toBeNull()
  end('[]')
  expect(await rows).toBe('[]')
  expect(of).toEqual(['agreeRows', 'agreeLookOn'])
})
