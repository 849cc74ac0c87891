import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from './program.ts'

/** The licences of all libraries in the build, as one text: most of them ask to go with what is made of them. */
export function licencesOf({ root, libraries }: Program): string {
  const modules = join(root, 'node_modules')
  const names = new Set<string>()
  for (const queue = [...libraries]; queue.length > 0; ) {
    const name = queue.pop()!
    if (names.has(name)) continue
    names.add(name)
    queue.push(...Object.keys(aboutOf(modules, name).dependencies ?? {}))
  }
  return [...names]
    .sort()
    .map(name => {
      const { version, license } = aboutOf(modules, name)
      return `${name} ${version} (${license})\n\n${licenceText(join(modules, name))}`
    })
    .join(`\n\n${'-'.repeat(72)}\n\n`)
}

interface About {
  readonly version: string
  readonly license: string
  readonly dependencies?: Readonly<Record<string, string>>
}

function aboutOf(modules: string, name: string): About {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as About
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
}
