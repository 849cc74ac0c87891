import { join } from 'node:path'
import { buildIfStale } from '../runtime/buildApp.ts'
import { edge } from '../runtime/edge.ts'
import { projectFolder } from '../runtime/projectFolder.ts'
import { say } from '../runtime/say.ts'
import { makeDeb } from './deb.ts'
import { readPackageWords, usage } from './packageWords.ts'
import { makePortable } from './portable.ts'
import { readProgram } from './program.ts'

// The command `npm run package`: out of an official Electron's files, a folder that runs anywhere, and a .deb.
await edge(async () => {
  const words = process.argv.slice(2)
  if (words.includes('--help')) {
    for (const line of usage) say(line)
    return 0
  }
  const { runtime, to } = readPackageWords(words, {
    calledFrom: process.env['INIT_CWD'] ?? process.cwd(),
    usually: join(projectFolder, 'dist'),
  })
  await buildIfStale()
  const program = readProgram(projectFolder)
  const portable = await makePortable({ program, runtime, to })
  say(`The portable folder: ${portable.folder}`)
  const deb = await makeDeb(portable, to)
  say(deb === null ? 'No .deb was made: that needs dpkg-deb, which Debian and its kin have.' : `The .deb: ${deb}`)
  return 0
})
