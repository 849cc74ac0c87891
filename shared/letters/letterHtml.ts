import { htmlElement, htmlWords } from '../exporters/htmlCopy/html.ts'
import { answeringLater, answerPage, thing } from '../packet/answerPage.ts'
import { answerInks, answerStyle } from '../packet/answerStyle.ts'
import { words as en } from '../words/words.ts'
import type { Letter, Numbered } from './letter.ts'
import type { Row } from './rows.ts'

/** A letter as one HTML file, in which its reader can disagree. Nothing that others wrote is markup in it. */
export function letterHtml(letter: Letter): string {
  const { letters } = en
  const { id, to, from, count, right, disputed, undecided, unfinished, workspace, groups, made, articles } = letter
  const title = letters.title(to.name, workspace)
  const paragraph = (words: string, look?: string) => htmlElement('p', { class: look }, htmlWords(words))
  const parts = [
    htmlElement('h1', {}, htmlWords(title)),
    paragraph(letters.opening({ from, count, right, made })),
    ...(disputed > 0 ? [paragraph(letters.disputed(disputed))] : []),
    ...(undecided > 0 ? [paragraph(letters.undecided(undecided), 'faint')] : []),
    ...(unfinished.length > 0 ? [paragraph(letters.unfinished(unfinished), 'faint')] : []),
    ...(count === 0
      ? []
      : [
          paragraph(letters.keys, 'keys'),
          answeringLater(),
          `<p><button type="button" id="begin">${htmlWords(letters.begin)}</button></p>\n`,
        ]),
    ...groups.flatMap(({ kind, told }) => [
      htmlElement('h2', {}, htmlWords(letters.kinds[kind](told.length))),
      ...told.map(one => `\n${correction(one)}`),
    ]),
  ]
  const page = {
    ...{ title, style: letterStyle(), from: to, articles, parts, things: count },
    to: { kind: 'letter' as const, id },
  }
  return [...answerPage(page)].join('')
}

function correction(one: Numbered): string {
  const { letters, answering } = en
  const { number, title, context, rows, hasSaid, hasFinal, reason, note, isDisputed, paragraphs, on, article } = one
  const id = `c${number}`
  const words = context.map(({ text, isMarked }) =>
    isMarked ? htmlElement('mark', {}, htmlWords(text)) : htmlWords(text),
  )
  const sides = [
    ...(hasSaid ? [{ title: letters.you, of: ({ said }: Row) => said }] : []),
    ...(hasFinal ? [{ title: letters.final, of: ({ final }: Row) => final }] : []),
  ]
  const header = sides.map(({ title }) => htmlElement('th', { scope: 'col' }, htmlWords(title)))
  const table = rows.map(row =>
    htmlElement(
      'tr',
      {},
      htmlElement('th', { scope: 'row' }, htmlWords(row.name)),
      ...sides.map(({ of }) => htmlElement('td', { dir: 'auto' }, htmlWords(of(row) || '–'))),
    ),
  )
  const told = [
    ...(reason === '' ? [] : [[letters.reason, reason] as const]),
    ...(note === '' ? [] : [[letters.note, note] as const]),
    ...(isDisputed ? [[letters.open, letters.isOpen] as const] : []),
    ...paragraphs.map(({ name, text }) => [letters.codebook(name), text] as const),
  ].flatMap(([name, text]) => [
    htmlElement('dt', { dir: 'auto' }, htmlWords(name)),
    htmlElement('dd', { dir: 'auto' }, htmlWords(text)),
  ])
  return [
    `<section class="thing" id="${id}" tabindex="-1" aria-labelledby="${id}t" data-item="${htmlWords(thing(article, on))}">`,
    htmlElement('h3', { id: `${id}t`, dir: 'auto' }, htmlWords(`${number}. ${title}`)),
    htmlElement('blockquote', { dir: 'auto' }, ...words),
    htmlElement(
      'table',
      {},
      htmlElement('thead', {}, htmlElement('tr', {}, '<td></td>', ...header)),
      htmlElement('tbody', {}, ...table),
    ),
    told.length === 0 ? '' : htmlElement('dl', {}, ...told),
    `<label class="tick"><input type="checkbox"> ${htmlWords(answering.disagree)}</label>`,
    `<p class="field" hidden><label for="${id}w">${htmlWords(answering.why)}</label>`,
    `<textarea id="${id}w" data-kind="disagree" rows="3" maxlength="20000"></textarea></p>`,
    '</section>',
  ].join('')
}

function letterStyle(): string {
  return [
    `:root{color-scheme:light dark;${answerInks('light')}--mark:#efe3b8}`,
    `@media (prefers-color-scheme:dark){:root{${answerInks('dark')}--mark:#4d4520}}`,
    // Paper is white, whatever the screen is.
    `@media print{:root{${answerInks('light')}--paper:#fff;--mark:#efe3b8}}`,
    answerStyle,
    LETTER,
  ].join('\n')
}

const LETTER = `*{box-sizing:border-box}
html{scroll-padding-block:1rem;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "Source Serif 4","Iowan Old Style",Georgia,"Noto Serif",serif}
body{max-width:44rem;margin-inline:auto;padding:2rem 1.25rem 6rem}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font:600 1.125rem/1.4 Inter,system-ui,sans-serif;margin:2.5rem 0 .75rem}
h3{font:600 .9375rem/1.4 Inter,system-ui,sans-serif;margin:0 0 .5rem}
blockquote{margin:.25rem 0 .75rem;font:1.0625rem/1.6 Georgia,"Noto Serif",serif;white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:plaintext}
mark{background:var(--mark);color:inherit;padding-inline:.1em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
table{border-collapse:collapse;inline-size:100%;table-layout:fixed}
th,td{text-align:start;vertical-align:top;padding:.3rem .75rem .3rem 0;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600}
tbody th{color:var(--faint);font-weight:400}
thead>tr>:first-child{inline-size:22%}
dl{margin:.75rem 0 .25rem}
dt{color:var(--faint)}
dd{margin:0 0 .5rem;overflow-wrap:anywhere;white-space:pre-line}
.faint{color:var(--faint)}
@media print{html{font-size:10.5pt;line-height:1.45}body{max-width:none;padding:0}h1{font-size:17pt}h2{margin-block-start:1.25rem}.tick,.answer{display:none!important}.thing{border:0;border-block-start:1px solid var(--line);border-radius:0;padding-inline:0;break-inside:auto}.thing h3,blockquote,thead{break-after:avoid}blockquote,tr,dd{break-inside:avoid}}`
