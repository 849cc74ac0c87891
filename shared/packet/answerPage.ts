import { htmlBegin, htmlElement, htmlWords } from '../exporters/htmlCopy/html.ts'
import { hashNamed } from '../exporters/htmlCopy/policy.ts'
import { words as en } from '../words/words.ts'
import { answerScript } from './answerScript.ts'

/** A page that is answered in a browser, by somebody who needn't have Stet. */
export interface AnswerPage {
  readonly title: string
  readonly style: string
  readonly to: { readonly kind: 'packet' | 'letter'; readonly id: string }
  /** Who answers, where that is known. */
  readonly from: { readonly id: string; readonly name: string } | null
  /** The articles that its things are in; a thing names its article by the place in this list. */
  readonly articles: readonly { readonly path: string; readonly textSha256: string }[]
  /** What stands above the things, and the things, each made by `thing`: HTML. */
  readonly parts: readonly string[]
  /** How many things can be answered. */
  readonly things: number
}

/**
 * The page as one HTML file. Nothing is loaded, nothing leaves it but what its
 * reader saves: its policy allows the one style and the one script in it, by
 * their hashes.
 */
export function* answerPage({ title, style, to, from, articles, parts, things }: AnswerPage): Iterable<string> {
  const policy = `default-src 'none'; style-src ${hashNamed(style)}; script-src ${hashNamed(answerScript)}; base-uri 'none'; form-action 'none'`
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${htmlWords(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Stet">',
    htmlElement('title', {}, htmlWords(title)),
    `<style>${style}</style>`,
  ]
  const { answering } = en
  const says = {
    ...{ noName: answering.noName, nothing: answering.nothing, cleared: answering.cleared },
    ...{ copied: answering.copied, copyYourself: answering.copyYourself, disagree: answering.disagree },
    ...{ accept: answering.accepted, reject: answering.rejected },
    ...{ kept: answering.kept, notKept: answering.notKept },
    progress: answering.progress[to.kind]('{done}', '{of}'),
    saved: answering.saved('{name}'),
  }
  const about = { to, from: from?.id ?? null, articles }
  yield `${htmlBegin()}\n<head>\n${head.join('\n')}\n</head>\n<body>\n`
  yield `<main data-answer="${htmlWords(JSON.stringify(about))}" data-says="${htmlWords(JSON.stringify(says))}">\n`
  yield* parts
  if (things > 0) yield answerForm(to.kind, from?.name ?? '')
  yield '</main>\n'
  if (things > 0) yield `<script>${answerScript}</script>\n`
  yield '</body>\n</html>\n'
}

/** What becomes of an answer that isn't whole yet, for the beginning of a page: whether it is kept, and that the next takes its place. */
export function answeringLater(): string {
  return `<p class="keys">${htmlWords(en.answering.replaces)} <span id="kept"></span></p>`
}

/** Which thing it is that somebody answers: an article by its place in the page's list, and what of it. */
export function thing(article: number, on: object): string {
  return JSON.stringify({ article, on })
}

function answerForm(kind: 'packet' | 'letter', name: string): string {
  const { answering } = en
  const button = (id: string, words: string) => htmlElement('button', { type: 'button', id }, htmlWords(words))
  return [
    `<section class="answer" aria-label="${htmlWords(answering.heading[kind])}">`,
    htmlElement(
      'p',
      { class: 'who' },
      htmlElement('label', { for: 'name' }, htmlWords(answering.name)),
      ` <input id="name" type="text" maxlength="200" autocomplete="name" value="${htmlWords(name)}" required>`,
    ),
    htmlElement('p', { class: 'buttons' }, button('save', answering.save), ' ', button('copy', answering.copy)),
    '<p id="progress"></p>',
    '<p id="told" role="status"></p>',
    htmlElement(
      'p',
      { class: 'field', hidden: '' },
      htmlElement('label', { for: 'copied' }, htmlWords(answering.yourAnswer)),
      '<textarea id="copied" rows="6" readonly></textarea>',
    ),
    htmlElement('noscript', {}, htmlElement('p', {}, htmlWords(answering.noScript))),
    '</section>\n',
  ].join('\n')
}
