// A page that comes up while Playwright is still taking hold of the program may be lost to it: then it waits for ever, in
// one of two hundred starts. So the program is held before it is ready, until Playwright calls what it calls at the end.
// It brings a loader of its own for this, and leaves it out where it is told which Electron to start.
const { app } = require('electron')

const ready = app.whenReady()
const watched = new Promise(resolve => {
  globalThis.__playwright_run = resolve
})
app.whenReady = () => watched.then(() => ready)
