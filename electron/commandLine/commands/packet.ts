import { basename, dirname, join } from 'node:path'
import { LARGE_PACKET_BYTES } from '../../../shared/limits.ts'
import { words as en } from '../../../shared/words/words.ts'
import { fittingArticles } from '../../dataset/fittingArticles.ts'
import { makePacket } from '../../dataset/makePacket.ts'
import { disk } from '../../disk/disk.ts'
import { raiseFence } from '../../disk/fence.ts'
import { commandOf } from '../command.ts'
import { filterIn, listIn } from '../exportWords.ts'
import { asJson } from '../json.ts'
import { oneName, pathOf } from '../names.ts'
import { newAt, present, sayUnread, tellGroundAt } from '../tellWords.ts'
import { WrongUsage } from '../wrongUsage.ts'

/** `stet packet WORKSPACE --layers IDS --out FILE.html`: one page in which somebody without Stet judges annotations. */
export const packet = commandOf(
  'packet',
  {
    layers: { type: 'string' },
    out: { type: 'string' },
    articles: { type: 'string' },
    from: { type: 'string' },
    blind: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async ({ names, values }, command) => {
    const root = pathOf(oneName('packet', names), command)
    const { out, from = '' } = values
    const ids = listIn(values.layers)
    if (ids === null || ids.length === 0) throw new WrongUsage(en.commandLine.needs('--layers'))
    if (out === undefined) throw new WrongUsage(en.commandLine.needs('--out'))
    const filter = filterIn(values.articles)
    const file = await newAt(pathOf(out, command))
    const ground = await tellGroundAt(root, command)
    const layers = present(ids, ground)
    const fitting = filter === undefined ? null : await fittingArticles(ground.articles, filter, ground)
    if (filter !== undefined && fitting?.paths.size === 0) throw new WrongUsage(en.commandLine.noArticleFits(filter))
    const outFence = await raiseFence(disk, dirname(file))
    const place = join(outFence.root, basename(file))
    const asked = { layers, articles: fitting?.paths ?? null, from, isBlind: values.blind === true, person: null }
    const { notTaken, ...done } = await makePacket({ ...asked, out: place }, outFence, ground)
    const isWhole = sayUnread([...(fitting?.unread ?? []), ...notTaken], command.say)
    if (done.things === 0) command.say(en.telling.noAnnotations)
    if (done.bytes > LARGE_PACKET_BYTES) command.say(en.telling.large)
    if (values.json) command.print(asJson(done))
    else if (done.things > 0) command.print(`${en.telling.packet({ file: basename(file), ...done })}\n`)
    return isWhole && done.things > 0 ? 0 : 1
  },
)
