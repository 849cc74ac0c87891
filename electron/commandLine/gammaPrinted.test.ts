import { expect, test } from 'vitest'
import { articleGamma, gammaBetween, gammaOf } from '../../shared/agreement/gamma/articleGamma.ts'
import { words as en } from '../../shared/words/words.ts'
import { printedGamma } from './gammaPrinted.ts'

const layer = (annotator: string, shift: number) => ({
  annotator,
  annotations: Array.from({ length: 9 }, (_, i) => ({
    tag: 'ab'[(shift * i) % 2]!,
    spans: [{ start: i * 7 + ((shift * i * i) % 11), end: i * 7 + 12 + ((shift + i) % 9) }],
  })),
})
const layers = Array.from({ length: 6 }, (_, i) => layer(`a${i}`, i)) as unknown as Parameters<typeof articleGamma>[0]

test('γ that isn’t proven says between what it lies, and one that is says nothing of it', () => {
  const { gammaUnproven, all } = en.agreeLayers
  const measured = (effort: number) => gammaOf([articleGamma(layers, { tags: null, mostSamples: 2, effort })])
  const early = measured(8_000)
  const { least, most } = gammaBetween(early.all)!
  const said = gammaUnproven(all, { least: least.toFixed(3), most: most.toFixed(3) })
  expect(printedGamma(early).flat()).toContain(said)
  expect(said).toContain(`${least.toFixed(3)} and ${most.toFixed(3)}`)
  const whole = printedGamma(measured(400_000)).flat().join()
  expect(whole).not.toContain(said.slice(0, 40))
  expect(gammaUnproven(all, { least: '0.8', most: '0.8' })).toContain('would be 0.8')
})
