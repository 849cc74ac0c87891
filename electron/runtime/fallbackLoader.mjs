// What an Electron without its default app lacks: `electron FOLDER` runs the app in that folder.
// It is copied into the trial runtime. The import at the end is awaited at the top level on purpose:
// Electron waits for that before it is "ready", and some things may be said only before then.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const words = process.argv.slice(1)
const require = createRequire(import.meta.url)
let folder
while (words.length > 0 && folder === undefined) {
  const word = words.shift()
  if (word === '-r' || word === '--require') require(resolve(words.shift()))
  else if (!word.startsWith('-')) folder = resolve(word)
}
if (folder === undefined) {
  console.error('Name the folder of an app.')
  process.exit(2)
}

const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
process.defaultApp = true // as the official one says of `electron FOLDER`
app.setAppPath(folder)
app.setName(about.productName ?? about.name)
app.setVersion(about.version ?? '0.0.0')
await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
