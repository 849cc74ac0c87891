import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { LayersInUse } from '../../electron/saving/layersInUse.ts'
import { diceOf } from './dice.ts'
import { ada, openLayer, put } from './plain.ts'
import { wordAt } from './world.ts'

/**
 * One program at a folder that another one has before it too: it opens the layer, works on what it finds there and on more,
 * closes it and opens it again, until it is killed or its input ends. Where the other has the layer, it waits until that is free.
 */
const [folder = '', device = '', seed = '0', life = ''] = process.argv.slice(2)
const dice = diceOf(Number(seed))
const inUse = new LayersInUse()
/** Nanoseconds of a clock that all processes of the machine share. */
const now = () => String(process.hrtime.bigint())
const tell = (line: unknown) => void writeSync(1, `${JSON.stringify(line)}\n`)
let isOver = false
let stop = () => {}
const over = new Promise<void>(resolve => {
  stop = resolve
})
process.stdin.resume().once('end', () => {
  isOver = true
  stop()
})

let count = 0
while (!isOver) {
  let free = () => {}
  const freed = new Promise<void>(resolve => {
    free = resolve
  })
  const { article, head, notes } = await openLayer(folder, { ...ada, device, inUse, passed: () => free() })
  if (head.access === 'read') {
    tell({ reads: head.problem?.kind })
    await Promise.race([freed, over])
    await article.close()
    continue
  }
  tell({ has: now() })
  const known = [...notes().keys()]
  for (let some = 1 + dice.below(12); some > 0; some--) {
    const isNew = known.length === 0 || dice.chance(0.6)
    const id = isNew ? `${life}-${count}` : dice.pick(known)
    if (isNew) known.push(id)
    const note = `${life} ${count++}`
    tell({ id, note, begun: now() })
    await article.record(put(id, wordAt('a.txt', known.indexOf(id)), note))
    tell({ note, done: now() })
    if (dice.chance(0.2)) await article.flush()
  }
  tell({ leaves: now() })
  await article.close()
  await pause(dice.below(30))
}
process.exit(0)
