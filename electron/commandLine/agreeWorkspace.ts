import { basename } from 'node:path'
import { agreementOf } from '../../shared/agreement/agreement.ts'
import { figuresOf, pairsIn } from '../../shared/agreement/figures/figures.ts'
import { offeredBy } from '../../shared/agreement/figures/offered.ts'
import { gammaOf } from '../../shared/agreement/gamma/articleGamma.ts'
import { words as en } from '../../shared/words/words.ts'
import { overArticles } from '../dataset/overArticles.ts'
import { GAMMA_DEADLINE_MS, gammaPrecision } from '../work/gammaArticle.ts'
import { askedFiles, writeAgreement } from './agreementFiles.ts'
import { agreementAsJson, printedAgreement } from './agreementPrinted.ts'
import { drawnIn } from './agreeWords.ts'
import type { CommandGround, ExitCode, OptionKinds } from './command.ts'
import { comparedLayers, failing, type LayersSaid, layerOptions, telling } from './comparedLayers.ts'
import { asJson } from './json.ts'
import { isFile, oneName, pathOf } from './names.ts'
import { sentenceOf } from './sentenceOf.ts'
import { WrongUsage } from './wrongUsage.ts'

/** Those that only measuring has. */
export const measuringOptions = {
  ...layerOptions,
  gamma: { type: 'boolean' },
  csv: { type: 'string' },
  html: { type: 'string' },
} as const satisfies OptionKinds

/** Those that are about tables and layers alike. */
const commonOptions = ['json', 'pairs', 'intervals', 'samples', 'seed']

/** What was written behind `stet agree`. */
type Said = { readonly [option: string]: string | boolean | readonly string[] | undefined } & LayersSaid & {
    readonly gamma?: boolean
    readonly csv?: string
    readonly html?: string
    readonly pairs?: boolean
    readonly intervals?: boolean
    readonly samples?: string
    readonly seed?: string
    readonly json?: boolean
  }

/** How far the annotators of a workspace agree. Nothing is written but the files that are asked for. */
export async function agreeWorkspace(names: readonly string[], values: Said, ground: CommandGround): Promise<ExitCode> {
  const { workbench, print, say, progress } = ground
  const path = pathOf(oneName('agree', names), ground)
  const stray = Object.keys(values).find(option => !commonOptions.includes(option) && !(option in measuringOptions))
  if (stray !== undefined)
    throw new WrongUsage(
      stray === 'table' ? en.agreeLayers.notBoth(names.join(' ')) : en.agreeLayers.onlyOfTables(stray),
    )
  if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
  const drawn = drawnIn(values)
  const files = await askedFiles(values, ground)
  const found = await comparedLayers(path, values, { workbench, say, progress })
  const { compared, comparing, alone, over } = found
  const choice = { ...offeredBy(found.project.codebook, comparing.tags), ...drawn }
  const pairs = values.json || values.pairs || files.length > 0 ? pairsIn(compared) : []
  const gammas = values.gamma
    ? await overArticles({
        ...over,
        make: (source, lane) =>
          workbench
            .run(
              'gammaArticle',
              {
                source,
                tags: comparing.tags,
                pairs: pairs.length > 0,
                merged: comparing.merged,
                precision: gammaPrecision(over.of),
                seed: drawn.seed ?? 1,
              },
              { lane, deadlineMs: GAMMA_DEADLINE_MS },
            )
            .catch(
              failing(source.path, problem => say(en.commandLine.unread(source.path, sentenceOf(problem))) ?? null),
            ),
        unread: () => null,
        told: telling(progress, en.agreeLayers.gammaProgress),
      })
    : null
  const agreement = agreementOf(compared)
  const report = {
    agreement,
    gamma: gammas && gammaOf(gammas.flatMap(one => one ?? [])),
    groups: [null, ...pairs].flatMap(pair => figuresOf(compared, pair, choice)),
  }
  const about = { workspace: basename(found.fence.root), alone, comparing }
  // A file has all pairs; what is printed has those that were asked for.
  const ofAll = {
    groups: report.groups.filter(({ pair }) => pair === null),
    gamma: report.gamma && { ...report.gamma, pairs: [] },
  }
  const shown = values.pairs ? report : { ...report, ...ofAll }
  if (compared.length === 0) say(en.agreeLayers.nobody)
  if (values.json) print(asJson(agreementAsJson(report, about)))
  else if (compared.length > 0) print(printedAgreement(shown, about))
  const { articles, annotators } = agreement
  const { samples, seed = 1 } = drawn
  const written = { groups: report.groups, articles, annotators, comparing }
  const unread = gammas?.filter(one => one === null).length ?? 0
  if (compared.length > 0)
    await writeAgreement(
      files,
      { ...written, drawn: samples === undefined ? null : { samples, seed } },
      report.gamma && { report: report.gamma, unread },
      found,
      ground,
    )
  return found.isWhole && compared.length > 0 ? 0 : 1
}
