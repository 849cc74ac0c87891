import { proofsOf, sealsTold } from '../../../shared/organise/proof.ts'
import { words as en } from '../../../shared/words/words.ts'
import { openWorkspace } from '../../dataset/openWorkspace.ts'
import { disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { readOnlyDisk } from '../../disk/readOnlyDisk.ts'
import { lookAtLayers } from '../../workspace/lookAtLayers.ts'
import { columns } from '../columns.ts'
import { commandOf } from '../command.ts'
import { asJson } from '../json.ts'
import { isFile, oneName, pathOf } from '../names.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet seal WORKSPACE`: holds every layer of the sealed codings against what was sealed. Nothing is written. */
export const seal = commandOf('seal', { json: { type: 'boolean' } }, async ({ names, values }, command) => {
  const path = pathOf(oneName('seal', names), command)
  if (await isFile(path)) throw new WrongUsage(en.commandLine.notAWorkspace)
  const ground = readOnlyDisk(disk)
  const fence = await raiseFence(ground, path)
  const { project } = await openWorkspace(ground, fence, command.workbench)
  const { rounds, seals } = project
  const codings = []
  for (const round of rounds) {
    const layers = round.articles.flatMap(path =>
      round.annotators.map(annotator => ({ path, annotator, rounds: [round.id] })),
    )
    const looks = await lookAtLayers({ disk: ground, fence, workbench: command.workbench }, layers)
    const found = new Map(layers.map(({ path, annotator }, i) => [`${annotator} ${path}`, looks[i]]))
    const proofs = proofsOf(round, seals, (article, annotator) => found.get(`${annotator} ${article}`) ?? undefined)
    codings.push({ round, proofs })
  }
  const proofs = codings.flatMap(one => one.proofs)
  if (values.json) {
    const told = codings.map(({ round, proofs }) => ({ ...round, layers: proofs }))
    command.print(asJson({ format: 'stet-seal', formatVersion: 1, codings: told }))
  } else if (proofs.length === 0) command.print(`${en.sealing.none}\n`)
  else {
    const rows = proofs.flatMap(proof => {
      const { article, annotator, state, now } = proof
      const told = sealsTold(proof).map(({ seal, how }) => en.organising.sealings[how](en.time(seal.at), seal.sha256))
      if (state === 'changed' && now !== null) told.push(en.organising.nowHash(now))
      const [first = '', ...others] = told
      return [[article, annotator, en.organising.states[state], first], ...others.map(one => ['', '', '', one])]
    })
    const lines = columns(rows, ['left', 'left', 'left', 'left'])
    command.print(`${[...lines, '', en.sealing.notEncrypted].join('\n')}\n`)
  }
  return proofs.some(({ state }) => state === 'changed' || state === 'again' || state === 'gone') ? 1 : 0
})
