import { drift } from './drift.ts'
import { type Conditions, type Outcome, type Programme, roundsOf } from './programme.ts'

/** Articles that are changed under their annotations. */
export const driftProgramme: Programme = {
  name: 'drift',
  promise: 'in a changed article no annotation is placed for certain where its words did not go',
  lacks: () => null,

  async run(conditions: Conditions): Promise<Outcome> {
    const rounds = roundsOf(conditions, 40, 2_000)
    const { seed } = conditions
    const { annotations, wrong, firstWrong, beyondTelling, intact, certain, offered } = drift({ rounds, seed })
    const figures = {
      ...{ annotations, 'wrong places': wrong, 'beyond telling': beyondTelling },
      'recall, ‰': Math.round((1000 * certain) / intact),
      'with what is offered, ‰': Math.round((1000 * offered) / intact),
    }
    return { rounds, figures, broken: wrong > 0 ? [`${wrong} wrong places: ${firstWrong}`] : [] }
  },
}
