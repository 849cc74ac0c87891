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
    const {
      annotations,
      wrong,
      firstWrong,
      beyondTelling,
      intact,
      certain,
      offered,
      withoutOldText: blind,
    } = drift({ rounds, seed })
    const figures = {
      ...{ annotations, 'wrong places': wrong, 'beyond telling': beyondTelling },
      'recall, ‰': Math.round((1000 * certain) / intact),
      'with what is offered, ‰': Math.round((1000 * offered) / intact),
      'without the old text: wrong places': blind.wrong,
      'beyond telling without it': blind.beyondTelling,
      'recall without it, ‰': Math.round((1000 * blind.certain) / intact),
      'with what is offered without it, ‰': Math.round((1000 * blind.offered) / intact),
    }
    const broken = [
      ...(wrong > 0 ? [`${wrong} wrong places: ${firstWrong}`] : []),
      ...(blind.wrong > 0 ? [`${blind.wrong} wrong places without the old text: ${blind.firstWrong}`] : []),
    ]
    return { rounds, figures, broken }
  },
}
