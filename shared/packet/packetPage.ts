import type { DatasetHead } from '../dataset/dataset.ts'
import { htmlElement, htmlWords } from '../exporters/htmlCopy/html.ts'
import { styleOf } from '../exporters/htmlCopy/style.ts'
import { words as en } from '../words/words.ts'
import { answeringLater, answerPage } from './answerPage.ts'
import { answerInks, answerStyle } from './answerStyle.ts'
import type { MadeArticle } from './packetArticle.ts'

/** What a packet says of itself. */
export interface PacketHead {
  /** Random; an answer names it. */
  readonly id: string
  /** What the workspace is called. */
  readonly name: string
  /** Who asks for the review, as they are called; '' where that isn't said. */
  readonly from: string
  readonly codebook: DatasetHead['codebook']
}

/** A review packet: one HTML file in which somebody without Stet judges annotations, in parts. */
export function packetPage(head: PacketHead, made: readonly MadeArticle[]): Iterable<string> {
  const things = made.reduce((sum, { things }) => sum + things, 0)
  const list = made.map(({ title, things }, i) =>
    htmlElement(
      'li',
      {},
      htmlElement('a', { href: `#${i + 1}-`, dir: 'auto' }, htmlWords(title)),
      htmlWords(` (${en.htmlCopy.countOf(things)})`),
    ),
  )
  const intro = [
    htmlElement('h1', {}, htmlWords(en.packet.title(head.name))),
    htmlElement('p', {}, htmlWords(en.packet.intro({ from: head.from, things, articles: made.length }))),
    ...(things === 0
      ? []
      : [
          htmlElement('p', { class: 'keys' }, htmlWords(en.packet.keys)),
          answeringLater(),
          `<p><button type="button" id="begin">${htmlWords(en.packet.begin)}</button></p>`,
        ]),
    made.length > 1 ? htmlElement('ol', { class: 'contents' }, ...list) : '',
    tagGuidance(head.codebook, made),
  ]
  return answerPage({
    title: en.packet.title(head.name),
    style: packetStyle(head.codebook.tags),
    to: { kind: 'packet', id: head.id },
    from: null,
    articles: made.map(({ path, textSha256 }) => ({ path, textSha256 })),
    parts: [...intro, ...made.map(({ html }) => html)],
    things,
  })
}

/** What the tags mean, for whoever hasn't read the codebook. */
function tagGuidance({ tags }: PacketHead['codebook'], made: readonly MadeArticle[]): string {
  const used = tags.filter(
    ({ guidance, retired }) => guidance !== '' && retired !== true && made.some(one => one.things > 0),
  )
  if (used.length === 0) return ''
  const rows = used.flatMap(({ label, guidance }) => [
    htmlElement('dt', {}, htmlWords(label)),
    htmlElement('dd', {}, htmlWords(guidance)),
  ])
  return `<details class="facts"><summary>${htmlWords(en.packet.codebook)}</summary>${htmlElement('dl', {}, ...rows)}</details>`
}

function packetStyle(tags: PacketHead['codebook']['tags']): string {
  return [
    styleOf(tags),
    `:root{${answerInks('light')}}`,
    `@media (prefers-color-scheme:dark){:root{${answerInks('dark')}}}`,
    `@media print{:root{${answerInks('light')}--paper:#fff}}`,
    answerStyle,
    `html{scroll-padding-block:1rem 8rem}
body{max-width:46rem}
.piece{margin-block-start:3rem}
.piece h2{font-size:1.4rem;line-height:1.3;font-family:inherit;margin:0 0 .25rem}
.facts,.contents{color:var(--faint);font-family:Inter,system-ui,sans-serif;font-size:.875rem}
.things{margin-block-start:1.25rem}
.thing p{margin:.25rem 0}
.thing .tag{font-weight:600;color:var(--tag)}
.thing q{font-family:Georgia,serif;font-size:1.0625rem;unicode-bidi:isolate;overflow-wrap:anywhere}
.thing dl{margin:.25rem 0}
.answer{background:var(--paper);position:sticky;inset-block-end:0;padding-block-end:.75rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
.answer .field{flex-basis:100%}
@media (min-width:72rem){body{max-width:84rem}.sides{display:grid;grid-template-columns:minmax(0,1.2fr) minmax(20rem,1fr);gap:2.5rem}.things{max-block-size:calc(100vh - 9rem);overflow:auto;position:sticky;inset-block-start:1rem;margin-block-start:0;padding:4px}}
@media (max-width:40rem){.answer{position:static}}
@media print{.answer{position:static}.sides{display:block}.things{max-block-size:none;overflow:visible;position:static}}`,
  ].join('\n')
}
