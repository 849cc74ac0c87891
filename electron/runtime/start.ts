import { lacksDisplay, openDisplay } from './display.ts'
import { edge } from './edge.ts'
import { makeSureOfLibraries } from './makeSureOfLibraries.ts'
import { makeSureOfRuntime } from './makeSureOfRuntime.ts'
import { projectFolder } from './projectFolder.ts'
import { runApp } from './runApp.ts'
import { say } from './say.ts'
import { isStale } from './sources.ts'
import { appWords, readWords, switchesFor, usage } from './startWords.ts'

// The command `npm start`: make sure of everything that the app needs, then be the app until it ends.
await edge(async () => {
  const words = process.argv.slice(2)
  if (words.includes('--help')) {
    for (const line of usage) say(line)
    return 0
  }
  const asked = readWords(words, process.env['INIT_CWD'] ?? process.cwd())
  const needsDisplay = lacksDisplay(process.env)
  const runtime = await makeSureOfRuntime()
  await makeSureOfLibraries(runtime.executable, needsDisplay)
  if (isStale(projectFolder)) {
    say('Building…')
    const { buildIfStale } = await import('./buildApp.ts') // the bundler is slow to load
    await buildIfStale()
  }
  const display = needsDisplay ? await openDisplay() : undefined
  if (display)
    say(`There is no display: Stet runs in a virtual one (${display.environment.DISPLAY}), which nobody sees.`)
  const environment = { ...process.env, ...display?.environment, STET_RUNTIME_KIND: runtime.kind }
  try {
    return await runApp(
      runtime.executable,
      appWords(projectFolder, switchesFor(environment, process.getuid?.()), asked),
      environment,
    )
  } finally {
    await display?.close()
  }
})
