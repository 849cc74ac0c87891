import {
  ALPHA_SIGNIFICANCE,
  isPlannable,
  mostShare,
  type PlanField,
  planFields,
  planFor,
  usualShare,
} from '../../../shared/organise/planFields.ts'
import { words as en } from '../../../shared/words/words.ts'
import { columns } from '../columns.ts'
import { type CommandGround, commandOf, type ExitCode } from '../command.ts'
import { layerOptions } from '../comparedLayers.ts'
import { asJson } from '../json.ts'
import { planPilot } from '../planPilot.ts'
import { WrongUsage } from '../wrongUsage.ts'

const expecting = ['agreement', 'categories', 'prevalence', 'units', 'effect'] as const

/** `stet plan`, `stet plan --pilot WORKSPACE`: how many articles two have to annotate for an interval of a width, by what is expected or by what is there. */
export const plan = commandOf(
  'plan',
  {
    width: { type: 'string' },
    agreement: { type: 'string' },
    categories: { type: 'string' },
    prevalence: { type: 'string' },
    units: { type: 'string' },
    effect: { type: 'string' },
    pilot: { type: 'string' },
    ...layerOptions,
    samples: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  },
  async ({ names, values }, ground) => {
    if (names.length > 0) throw new WrongUsage(en.planCommand.noNames)
    const numbers = numbersIn(values)
    if (values.pilot === undefined) {
      const stray = [...Object.keys(layerOptions), 'samples', 'seed'].find(option => option in values)
      if (stray !== undefined) throw new WrongUsage(en.planCommand.onlyOfPilot(stray))
      return planExpected(numbers, values.json === true, ground)
    }
    const stray = expecting.find(option => option in values)
    if (stray !== undefined) throw new WrongUsage(en.planCommand.notBoth(stray))
    return planPilot(values.pilot, numbers.width, values, ground)
  },
)

type Numbers = Readonly<Record<PlanField, number>>

function numbersIn(values: Readonly<Partial<Record<PlanField, string>>>): Numbers {
  const fields = Object.keys(planFields) as PlanField[]
  const numbers = Object.fromEntries(
    fields.map(field => {
      const said = values[field]
      const { usual, least, most } = planFields[field]
      const number = said === undefined ? usual : Number(said)
      if (said?.trim() === '' || !isPlannable(field, number))
        throw new WrongUsage(en.planCommand.noNumber(field, said ?? '', least, most))
      return [field, number]
    }),
  ) as Numbers
  const { categories } = numbers
  if (values.prevalence === undefined) return { ...numbers, prevalence: usualShare(categories) }
  if (!isPlannable('prevalence', numbers.prevalence, numbers))
    throw new WrongUsage(en.planCommand.tooLarge(values.prevalence, categories, mostShare(categories)))
  return numbers
}

function planExpected(numbers: Numbers, isJson: boolean, { print }: Pick<CommandGround, 'print'>): ExitCode {
  const { width, agreement, categories, prevalence, units, effect } = numbers
  const { widths, alphas } = planFor(numbers)
  const { planning, planCommand } = en
  if (isJson) {
    const expected = { agreement, categories, prevalence, units, designEffect: effect }
    const alpha = { significance: ALPHA_SIGNIFICANCE, annotators: 2, needed: alphas, source: planning.sources.alpha }
    const kappa = { confidence: 0.95, needed: widths, source: planning.sources.kappa }
    print(asJson({ format: 'stet-plan', formatVersion: 1, from: 'expected', width, expected, kappa, alpha }))
    return 0
  }
  const wanted = widths.find(one => one.width === width)!
  const sides = ['left', 'right', 'right'] as const
  const { columns: heads, alphaColumns } = planning
  const parts = [
    [
      planning.result(wanted.articles, wanted.units, width),
      planCommand.expected(agreement, categories, prevalence, units, effect),
    ],
    columns(
      [
        [heads.width, heads.units, heads.articles],
        ...widths.map(one => [`±${one.width}`, String(one.units), String(one.articles)]),
      ],
      sides,
    ),
    [...(wanted.isTooRare ? [planning.tooRare(wanted.rarest)] : []), planning.sources.kappa],
    [
      planning.alphaTitle,
      ...columns(
        [
          [alphaColumns.alpha, alphaColumns.units, alphaColumns.articles],
          ...alphas.map(one => [String(one.smallest), String(one.units), String(one.articles)]),
        ],
        sides,
      ),
    ],
    [planning.sources.alpha],
  ]
  print(`${parts.map(lines => lines.join('\n')).join('\n\n')}\n`)
  return 0
}
