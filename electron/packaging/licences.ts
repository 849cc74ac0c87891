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
      const about = aboutOf(modules, name)
      return `${name} ${about.version} (${about.license})\n\n${licenceText(join(modules, name), about)}`
    })
    .join(`\n\n${'-'.repeat(72)}\n\n`)
}

interface About {
  readonly version: string
  readonly license: string
  readonly author?: string | { readonly name: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

function aboutOf(modules: string, name: string): About {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as About
}

function licenceText(folder: string, { license, author = '' }: About): string {
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim()
  // Some small ones name their licence and leave its text to whoever passes them on.
  const holder = typeof author === 'string' ? author : author.name
  return license === 'ISC' ? `Copyright (c) ${holder}\n\n${isc}` : ''
}

/** The ISC licence, as the Open Source Initiative has it. */
const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`
