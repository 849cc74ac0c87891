import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from './program.ts'

/** The licences of all libraries in the build, as one text: most of them ask to go with what is made of them. */
export function licencesOf({ root, libraries }: Program): string {
  const modules = join(root, 'node_modules')
  const folders = new Set<string>()
  for (const queue = libraries.map(name => join(modules, name)); queue.length > 0; ) {
    const folder = queue.pop()!
    if (folders.has(folder)) continue
    folders.add(folder)
    for (const name of Object.keys(aboutOf(folder).dependencies ?? {})) {
      // A library may bring another version of one that is there already.
      const own = join(folder, 'node_modules', name)
      queue.push(existsSync(own) ? own : join(modules, name))
    }
  }
  return [...folders]
    .map(folder => {
      const about = aboutOf(folder)
      return `${about.name} ${about.version} (${about.license})\n\n${licenceText(folder, about)}`
    })
    .sort()
    .join(`\n\n${'-'.repeat(72)}\n\n`)
}

interface About {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly author?: string | { readonly name: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

function aboutOf(folder: string): About {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About
}

function licenceText(folder: string, { name, license, author = '' }: About): string {
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim()
  // Some small ones name their licence and leave its text to whoever passes them on.
  const holder = (typeof author === 'string' ? author : author.name) || `the authors of ${name}`
  const text = license === 'ISC' ? isc : /\bMIT\b/.test(license) ? mit : null
  return text === null ? '' : `Copyright (c) ${holder}\n\n${text}`
}

/** The ISC licence, as the Open Source Initiative has it. */
const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`

/** The MIT licence, as the Open Source Initiative has it. */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
