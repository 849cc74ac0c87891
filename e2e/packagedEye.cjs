// Put into the archive of a throw-away package by a story, in front of the program: it reads back what the window was made
// with, calls from the page whatever the story wrote down, and ends the program. The program knows nothing of it.
const { app } = require('electron')
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const { seen, calls } = JSON.parse(readFileSync(join(__dirname, 'packagedEye.json'), 'utf8'))
const isReady = "document.querySelector('[role=listbox] [role=option]') !== null"

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-finish-load', async () => {
    while (!(await contents.executeJavaScript(isReady))) await new Promise(resolve => setTimeout(resolve, 50))
    contents.openDevTools()
    const answered = await contents.executeJavaScript(`${calls}.then(JSON.stringify)`)
    const found = {
      isPackaged: app.isPackaged,
      preferences: contents.getLastWebPreferences(),
      developing: contents.isDevToolsOpened(),
      answered: JSON.parse(answered),
    }
    writeFileSync(seen, JSON.stringify(found))
    app.quit()
  })
})

require('./main.cjs')
