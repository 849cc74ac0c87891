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
