import { writeSync } from 'node:fs'
import { DeskGround } from '../../electron/bridge/deskGround.ts'
import { diceOf } from './dice.ts'
import { inlineBenches } from './inline.ts'
import { storm } from './storm.ts'

/** The program without a window, on the real disk: it tells what it begins and what was acknowledged, until it is killed. */
const [around = '', seed = '0', prefix = ''] = process.argv.slice(2)
const tell = (line: unknown) => void writeSync(1, `${JSON.stringify(line)}\n`)
const ground = DeskGround.found(around, inlineBenches)
const sitting = await ground.sit()
tell({ sits: true })
await storm(sitting, diceOf(Number(seed)), prefix, {
  begun: (n, leaves) => tell({ n, leaves }),
  acknowledged: n => tell({ n }),
})
