import { Analyst } from './analyst.ts'
import { takeOver } from './takeOver.ts'

// A short walk through the program, and everything that hostile code may try,
// run by a story inside a network of its own: Playwright speaks to Electron by
// the loop, so it has to be inside too.
const [, , open] = process.argv
if (!open) throw new RangeError('Name the folder to walk through.')
const ada = await Analyst.arrive({ name: 'Ada Lind', open })
await ada.opens(/Harbour/)
await ada.selects('harbour master')
await ada.presses('2')
await ada.seesSaved()
await ada.presses('Control+k', 'Escape')
// The runner of this file wraps every function in a call of this name, which the page doesn't know.
await ada.window.evaluate('globalThis.__name = made => made')
await takeOver(ada.window)
ada.takeComplaints()
await ada.leaveForGood()
