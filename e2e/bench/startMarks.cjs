// Loaded into an Electron before its app: says on standard output when what is
// reached, as milliseconds of the clock that the bench reads too, and ends the
// program once all is there. It looks from outside; the app knows nothing of it.
const { app, ipcMain } = require('electron')

const wanted = process.env.STET_BENCH_LAST
const say = mark => {
  console.log(`mark ${mark} ${Date.now()}`)
  if (mark === wanted) setImmediate(() => app.exit(0))
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
