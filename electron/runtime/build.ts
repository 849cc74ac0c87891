import { buildApp } from './buildApp.ts'
import { edge } from './edge.ts'
import { say } from './say.ts'

// The command `npm run build`.
await edge(async () => {
  const begun = Date.now()
  await buildApp()
  say(`Built in ${((Date.now() - begun) / 1000).toFixed(1)} s.`)
  return 0
})
