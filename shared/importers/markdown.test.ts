import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'
import { shownLines } from './shownLines.laws.ts'

const read = (source: string) => markdown.read(new TextEncoder().encode(source))

test('Markdown is read without its signs, each line as what it is', () => {
  const source = `# Dockers *walk* out

By Jane Roe

The **union** said on [Monday](https://x.example "x") that the
port \`would\` close.

## What the masters say

> Never,
> they said.

1. First
2. Second

| Ship | Tons |
|------|-----:|
| Aurora | 12 |

\`\`\`
one
  two
\`\`\`
`
  expect(shownLines(read(source))).toEqual([
    'title: Dockers walk out',
    'byline: By Jane Roe',
    'body: The union said on Monday that the port would close.',
    'heading: What the masters say',
    'quote: Never, they said.',
    'body: First',
    'body: Second',
    'body: Ship\tTons',
    'body: Aurora\t12',
    'body: one',
    'body:   two',
  ])
})

test('what stands before it as YAML are fields, and no text', () => {
  const article = read(`---
Title: "Dockers: out"
authors: [Jane Roe, Sam Poe]
date: 4 March 2031
source: Harbour Gazette
url: https://gazette.example/1
tags: [ports]
---
Words.
`)
  expect(article.text).toBe('Words.\n')
  expect(article.title).toBe('Dockers: out')
  expect(article.metadata).toEqual({
    title: { value: 'Dockers: out', by: 'head' },
    byline: { value: 'Jane Roe, Sam Poe', by: 'head' },
    published: { value: '2031-03-04', by: 'head' },
    outlet: { value: 'Harbour Gazette', by: 'head' },
    address: { value: 'https://gazette.example/1', by: 'head' },
  })
})

test.each([
  ['is no YAML', '---\n: : [\n---\nWords.'],
  ['never ends', '---\ntitle: x\nWords.'],
  ['refers to itself', '---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nWords.'],
])('a head that %s is text', (_, source) => {
  const article = read(source)
  expect(article.metadata).toEqual({})
  expect(article.text).toMatch(/Words\./)
  expect(article.text.length).toBeGreaterThan('Words.\n'.length)
})

test('HTML in it is words, and nothing of it is run', () => {
  expect(read('Before <b>bold</b> after\n\n<script>x()</script>\n\n<div>a box</div>').text).toBe(
    'Before bold after\na box\n',
  )
})
