// Loaded into an Electron before its app: says on standard output when what is
// reached, as milliseconds of the clock that the bench reads too, with what all
// processes of the program have computed until then, and ends the program once all
// is there. It looks from outside; the app knows nothing of it.
const { readFileSync, readdirSync } = require('node:fs')
const { app, ipcMain } = require('electron')

const wanted = process.env.STET_BENCH_LAST
const say = mark => {
  console.log(`mark ${mark} ${Date.now()} ${Math.round(computed())}`)
  if (mark === wanted) setImmediate(() => app.exit(0))
}

/** Milliseconds of CPU, or 0 where the system doesn't tell. */
const computed = () => {
  const pids = app.isReady() ? app.getAppMetrics().map(({ pid }) => pid) : [process.pid]
  try {
    const threads = pids.flatMap(pid =>
      readdirSync(`/proc/${pid}/task`).map(thread => `/proc/${pid}/task/${thread}/schedstat`),
    )
    return threads.reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6, 0)
  } catch {
    return 0 // a thread has ended meanwhile, or this is no Linux
  }
}

say('script')
app.whenReady().then(() => say('ready'))
const { handle } = ipcMain
ipcMain.handle = (channel, act) =>
  handle.call(ipcMain, channel, (event, name, ...input) => {
    if (name === 'article.painted') say('article')
    return act(event, name, ...input)
  })
app.on('browser-window-created', (_event, window) => {
  say('window')
  window.once('ready-to-show', () => say('page'))
  window.webContents.on('console-message', (_event, _level, message) => {
    if (message === 'stet-bench shell') say('shell')
  })
  window.webContents.once('dom-ready', () => {
    say('dom')
    void window.webContents.executeJavaScript(`(${watch})(${JSON.stringify(process.env.STET_BENCH_SHELL)})`)
  })
})

/** In the page: says when something is there that was waited for, and painted. */
function watch(selector) {
  const look = () => {
    if (!document.querySelector(selector)) return false
    requestAnimationFrame(() => requestAnimationFrame(() => console.log('stet-bench shell')))
    return true
  }
  if (look()) return
  const observer = new MutationObserver(() => look() && observer.disconnect())
  observer.observe(document, { childList: true, subtree: true })
}
