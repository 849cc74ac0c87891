// Loaded into an Electron before its app: how long the desktop takes to answer each call of a window, and how long it
// could answer nothing at all. It looks from outside; the app knows nothing of it.
const { ipcMain } = require('electron')
const { monitorEventLoopDelay } = require('node:perf_hooks')

const delays = monitorEventLoopDelay({ resolution: 5 })
delays.enable()
const answered = []
let opened = null
const { handle } = ipcMain
ipcMain.handle = (channel, act) =>
  handle.call(ipcMain, channel, async (event, name, ...input) => {
    const begun = performance.now()
    if (name === 'layer.open') opened = input[0]
    try {
      return await act(event, name, ...input)
    } finally {
      const ended = performance.now()
      answered.push([name, ended - begun, performance.timeOrigin + ended])
    }
  })

globalThis.stetBench = {
  /** The ticket of the article whose layer was opened last. */
  opened: () => opened,
  /** [call, milliseconds, when it was answered by the clock] since this was asked last, and the longest time without an answer to anything. */
  take() {
    const longest = delays.max / 1e6
    delays.reset()
    return { answered: answered.splice(0), longest }
  },
}
