import { basename } from 'node:path'
import { agreementOf } from '../../shared/agreement/agreement.ts'
import type { Figure, FigureGroup } from '../../shared/agreement/figures/figure.ts'
import { figuresOf } from '../../shared/agreement/figures/figures.ts'
import { offeredBy } from '../../shared/agreement/figures/offered.ts'
import { planByFigure } from '../../shared/organise/planFigure.ts'
import { isFew } from '../../shared/organise/planner.ts'
import { words as en } from '../../shared/words/words.ts'
import { drawnIn } from './agreeWords.ts'
import { columns } from './columns.ts'
import type { CommandGround, ExitCode } from './command.ts'
import { comparedLayers, type LayersSaid } from './comparedLayers.ts'
import { asJson } from './json.ts'
import { isFile, pathOf } from './names.ts'
import { WrongUsage } from './wrongUsage.ts'

interface Said extends LayersSaid {
  readonly samples?: string
  readonly seed?: string
  readonly json?: boolean
}

/** How many articles are needed by the intervals that `stet agree --intervals` has of a workspace. Nothing is written. */
export async function planPilot(
  name: string,
  width: number,
  values: Said,
  { workbench, say, progress, print, calledFrom }: CommandGround,
): Promise<ExitCode> {
  const path = pathOf(name, { calledFrom })
  if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
  const drawn = drawnIn({ ...values, intervals: true })
  const { compared, comparing, project, fence, isWhole } = await comparedLayers(path, values, {
    workbench,
    say,
    progress,
  })
  const { annotators, articles } = agreementOf(compared)
  const groups = figuresOf(compared, null, { ...offeredBy(project.codebook, comparing.tags), ...drawn })
  const figures = groups.flatMap(group => group.figures.map(figure => planned(group, figure, width)))
  if (compared.length === 0) say(en.agreeLayers.nobody)
  const about = { workspace: basename(fence.root), width, annotators, articles }
  if (values.json)
    print(
      asJson({
        ...{ format: 'stet-plan', formatVersion: 1, from: 'pilot', ...about, tags: comparing.tags },
        ...{ tolerance: comparing.tolerance, isFew: isFew(articles), extrapolation: en.planning.pilot.extrapolated },
        figures,
      }),
    )
  else if (compared.length > 0) {
    const { planning, planCommand } = en
    const parts = [
      [planCommand.title(about.workspace, width)],
      ...printed(figures),
      [
        planCommand.restsOn(articles, annotators, drawn.samples ?? 0),
        planning.pilot.extrapolated,
        ...(isFew(articles) ? [planning.pilot.few(articles)] : []),
        planning.sources.pilot,
        planCommand.byTag,
      ],
    ]
    print(`${parts.map(lines => lines.join('\n')).join('\n\n')}\n`)
  }
  return isWhole && compared.length > 0 ? 0 : 1
}

type Planned = ReturnType<typeof planned>

/** A figure with what it needs. */
function planned(group: FigureGroup, figure: Figure, width: number) {
  const { over, tag, question, articles } = group
  const { measure, level, value, reason, interval } = figure
  const why = reason ?? (interval?.value === null ? interval.reason : null)
  return {
    ...{ over, tag, question, measure, level, articles, value },
    ...planByFigure(group, figure, width),
    ...(why === null ? {} : { reason: why, says: en.coefficients.reasons[why] }),
  }
}

/** All tags together: a table for each thing that is counted. */
function printed(figures: readonly Planned[]): string[][] {
  const { pilot } = en.planning
  const whole = figures.filter(({ tag, question, value }) => tag === null && question === null && value !== null)
  const overs = [...new Set(whole.map(({ over }) => over))]
  const heads = [pilot.columns.measure, pilot.columns.figure, pilot.columns.articles, pilot.columns.more]
  return overs.map(over => [
    en.figures.overs[over],
    ...columns(
      [
        heads,
        ...whole
          .filter(one => one.over === over)
          .map(({ measure, value, interval, needed, more }) => [
            en.figures.titles[measure],
            interval ? pilot.figure(value!, interval.low, interval.high) : pilot.value(value!),
            needed === null ? pilot.noWidth : String(needed),
            more === null ? pilot.none : String(more),
          ]),
      ],
      ['left', 'left', 'right', 'right'],
    ),
  ])
}
