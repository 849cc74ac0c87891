import { expect, test } from 'vitest'
import { nothingLeftOut } from '../../shared/agreement/written/figuresAbout.ts'
import { makeAgreeTasks } from './agreeTasks.ts'

const scope = { pair: null, tag: null }
const labels = { tags: [], questions: [] }
const named = { ...scope, over: 'units', question: null, measure: 'krippendorff-alpha', level: 'nominal' } as const
const written = {
  ...({ format: 'csv', language: 'en' } as const),
  ...{ workspace: 'News', leftOut: nothingLeftOut, gamma: null, names: [], isBlind: false, labels },
}

test('a worker that took the place of one that ended says that it has compared nothing, and tells no empty figures', () => {
  const tasks = makeAgreeTasks()
  const asked = [
    () => tasks.agreeRows({ tags: [], pairs: [] }),
    () => tasks.agreeLook({ scope, period: 'month' }),
    () => tasks.agreeFigures({ scope, questions: [] }),
    () => tasks.agreeFiguresOn(null),
    () => tasks.agreeSaveBegin({ id: 1, questions: [] }),
    () => tasks.agreeSaveOn(null),
    () => tasks.agreeWritten(written),
    () => tasks.agreeExplain({ named, questions: [] }),
    () => tasks.agreeCases({ scope, wanted: { kind: 'part', part: 'missing' } as never }),
    () => tasks.agreeGoOn(null),
  ]
  for (const ask of asked) expect(ask).toThrow('comparison-lost')
})
