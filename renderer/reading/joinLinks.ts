import { type Annotation, extent, type Link } from '../../shared/annotation/annotation.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOfLink, nameOf, nameOfEnd } from '../commands/linkActions.ts'
import type { Desk } from '../state/desk.ts'
import { linksInOrder, otherEnd } from '../state/linkWays.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { paragraphsBetween } from '../state/paragraphsBetween.ts'
import { selectedAnnotation } from '../state/reading.ts'
import type { ShownLink } from './page/linkDrawing.ts'
import type { Page } from './page/Page.ts'
import { signsOfPast } from './signsOfPast.ts'

/** So many characters name an end that can't be seen. */
const NAMED = 48

/** Keeps what the page draws of links in step with the selected annotation and linking mode, until it is left. */
export function joinLinks(page: Page, article: OpenArticle, desk: Desk): () => void {
  const { reading, linking, workspace, past } = desk
  let shown: { readonly id: string; readonly version: number } | null = null

  function show(): void {
    const state = reading.getState()
    if (state.article !== article) return
    const { mode } = linking.getState()
    const annotation = selectedAnnotation(state)
    const links = annotation && !mode ? linksInOrder(article.linkedIn(annotation.id), annotation.id) : []
    shown = annotation ? { id: annotation.id, version: state.version } : null
    page.setHints(
      mode
        ? mode.hints.flatMap(({ key, end }) =>
            end.kind === 'annotation' && key.startsWith(mode.typed)
              ? [{ offset: extent(end.annotation).start, key, typed: mode.typed.length }]
              : [],
          )
        : signsOfPast(desk),
    )
    page.setLinks(
      annotation && links.length > 0
        ? {
            spans: annotation.spans,
            links: links.map(link => shownLink(annotation, link)),
            cues: links.flatMap(({ cue }) => cue ?? []),
            more: en.linking.more,
          }
        : null,
    )
    page.emphasise(emphasised(annotation, links))
  }

  /** Everything that a link or a letter leads to, with where it leads from; null where nothing does. */
  function emphasised(annotation: Annotation | undefined, links: readonly Link[]): ReadonlySet<string> | null {
    const { mode } = linking.getState()
    if (!annotation || (!mode && links.length === 0)) return null
    const ends = links.flatMap(link => otherEnd(article.linkedIn(annotation.id), link, annotation.id)?.id ?? [])
    const targets = (mode?.hints ?? []).flatMap(({ end }) => (end.kind === 'annotation' ? end.annotation.id : []))
    return new Set([annotation.id, ...ends, ...targets])
  }

  function shownLink(annotation: Annotation, link: Link): ShownLink {
    const other = otherEnd(article.linkedIn(annotation.id), link, annotation.id)
    const isOutward = link.from === annotation.id
    const words = isOutward ? nameOfEnd(desk, link) : nameOf(desk, link.from)
    const apart =
      other && paragraphsBetween(article.text, article.blocks, extent(annotation).start, extent(other).start)
    return {
      id: link.id,
      label: labelOfLink(desk, link),
      end: other?.spans[0] ?? null,
      words: words.length > NAMED ? `${words.slice(0, NAMED)}…` : words,
      where: apart === undefined ? '' : en.linking.where(apart),
      isOutward,
    }
  }

  /** The list of targets takes room from the text: what is being linked stays in sight. */
  function showSource(): void {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const state = reading.getState()
        const source = selectedAnnotation(state)
        if (state.article === article && source && linking.getState().mode) page.reveal(extent(source))
      }),
    )
  }

  const stops = [
    reading.subscribe(state => {
      const id = selectedAnnotation(state)?.id
      if (id !== shown?.id || (id !== undefined && state.version !== shown?.version)) show()
    }),
    linking.subscribe((state, before) => {
      if (state.mode === before.mode) return
      show()
      if (state.mode && !before.mode) showSource()
    }),
    past.subscribe((state, before) => {
      if ((state.at !== null || before.at !== null) && state.version !== before.version) show()
    }),
    workspace.subscribe((state, before) => {
      if (state.codebook !== before.codebook) show()
    }),
  ]
  show()
  return () => {
    for (const stop of stops) stop()
  }
}
