import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Tag } from '../../shared/codebook/codebook.ts'
import { words as en } from '../../shared/words/words.ts'
import { labelOf } from '../commands/labelOf.ts'
import { followById, pointWhileLinking } from '../commands/linkActions.ts'
import { saidOfCase, whoSays } from '../commands/saidOfCase.ts'
import type { Workbench } from '../commands/useWorkbench.ts'
import type { Side } from '../state/comparing.ts'
import { coveringSentence } from '../state/coveringSentence.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import type { PagePort } from '../state/pagePort.ts'
import { type Reading, selectedAnnotation } from '../state/reading.ts'
import { afterClicks } from './afterClicks.ts'
import { comparedIn, joinComparing } from './comparing/joinComparing.ts'
import type { Mirror } from './comparing/mirror.ts'
import { joinHits } from './joinHits.ts'
import { joinLinks } from './joinLinks.ts'
import { joinThreads } from './joinThreads.ts'
import { mountWhole } from './mountWhole.ts'
import { Page } from './page/Page.ts'
import type { TextSelection } from './page/selecting.ts'

/** What a page wears. */
interface Look {
  readonly tags: readonly Tag[]
  readonly theme: 'light' | 'dark'
}

/** A page that is kept in step with the store. */
export interface JoinedPage {
  /** Tags or theme are others; everything else stays as it is. */
  dress(look: Look): void
  leave(): void
}

interface Joined {
  readonly article: OpenArticle
  readonly look: Look
  readonly label: string
  readonly workbench: Workbench
  /** Which of two pages side by side it is; of one page, 0. */
  readonly side?: Side
  /** What scrolls two pages as one. */
  readonly mirror?: Mirror
}

/** How long a picture of the first page waits for annotations that are slow to come. */
const PAINTED_MS = 2_000

/** So many annotations at one place are listed after a click on them. */
const STACKED = 3

/** Makes the page of an article and keeps it and the store in step until it is left. */
export function joinPage(
  place: HTMLElement,
  { article, look, label, workbench, side = 0, mirror }: Joined,
): JoinedPage {
  const { desk, run } = workbench
  const { reading, stage } = desk
  const { getState } = reading
  const clicks = afterClicks()

  const page = new Page(place, {
    text: article.text,
    blocks: article.blocks,
    tags: look.tags,
    theme: look.theme,
    label,
    offset: article.place,
    moreTitle: en.reading.moreHere,
    unseenTitle: unseen => en.reading.unseen(unseen),
    describe: covering => coveringSentence(desk, covering, one => whoSays(desk, one)),
    canReshape: () => article.canChange(getState().selected ?? ''),
    later: desk.afterPaint.soon,
    annotationsIn: (span: Span) => comparedIn(desk, article, side, span) ?? article.shownIn(span),
    heard: {
      selection: selection => {
        reading.selectText(selection && spanOf(selection))
        // Words are selected to be linked with it.
        if (desk.linking.getState().mode) return
        const annotation = selectedAnnotation(getState())
        if (annotation && selection && !standsIn(annotation, selection)) reading.select(null)
      },
      pointed: (ids, chosen, offset) => {
        if (desk.linking.getState().mode) {
          pointWhileLinking(desk, ids)
          return
        }
        reading.select(chosen)
        // A brace is clicked beside the text, and the caret may stand anywhere.
        const annotation = selectedAnnotation(getState())
        if (annotation && !(page.selection && standsIn(annotation, page.selection))) {
          const { start } = extent(annotation)
          reading.selectText({ start, end: start })
        }
        clicks.stop()
        if (ids.length >= STACKED && offset !== undefined) clicks.soon(() => ask(ids, offset, true))
      },
      hovered: ids => {
        if (ids[0] !== desk.card.getState().shown?.annotation) desk.card.hide()
      },
      rested: ([annotation, ...others], offset) => {
        if (annotation === undefined) return
        desk.card.show({ annotation, place: { start: offset, end: offset + 1 }, others: others.length })
      },
      reshaped: (id, spans) => reshape(id, spans),
      asked: (ids, offset) => (desk.linking.getState().mode ? pointWhileLinking(desk, ids) : ask(ids, offset, false)),
      activated: () => run('annotation.edit'),
      followed: id => followById(desk, id),
      scrolled: offset => {
        article.place = offset
        mirror?.settled(side)
      },
      moved: () => mirror?.moved(side),
      different: id => {
        enter()
        const one = desk.comparing.goTo(id)
        if (one) desk.notices.say(saidOfCase(desk, one))
      },
      entered: () => enter(),
    },
  })

  /** Of two pages, this one is worked in. */
  function enter(): void {
    if (stage.page !== port) stage.page = port
    desk.comparing.enter(side)
  }

  /** Which of these is meant? After a click the list only stands by: the next click chooses the next. */
  function ask(ids: readonly string[], offset: number, isQuiet: boolean): void {
    desk.dialogs.ask({ ids, place: { start: offset, end: offset + 1 }, isQuiet })
  }

  /** An end was dragged: one change, which keeps everything else of the annotation. */
  function reshape(id: string, spans: readonly Span[]): void {
    const annotation = desk.tagging.reshape(id, spans)
    if (!annotation) return
    if (!(page.selection && standsIn(annotation, page.selection))) {
      const { start } = extent(annotation)
      reading.selectText({ start, end: start })
    }
    desk.notices.say(
      en.said.reshaped(labelOf(desk.workspace.getState().codebook.tags, annotation.tag), Layer.describe(annotation)),
    )
  }

  let blocks = article.blocks
  function follow(state: Reading, before: Reading): void {
    if (state.article !== article) return
    if (article.blocks !== blocks) {
      blocks = article.blocks
      page.setBlocks(blocks)
    }
    if (state.selected !== before.selected) page.select(state.selected)
    if (state.selection !== before.selection) showSelection(state.selection)
    if (state.revealed && state.revealed !== before.revealed) page.reveal(state.revealed)
  }

  /** What the page itself has said needs not be said to it. */
  function showSelection(selection: Span | null): void {
    const shown = page.selection && spanOf(page.selection)
    if (shown?.start === selection?.start && shown?.end === selection?.end) return
    page.setSelection(selection && { anchor: selection.start, focus: selection.end })
  }

  const port: PagePort = {
    focus: () => {
      // A mouse that is selecting has put its anchor already.
      if (!page.selection && !page.isSelecting) page.setSelection({ anchor: page.topOffset(), focus: page.topOffset() })
      page.focus()
    },
    readSelection: () => page.readSelection(),
    setSelection: ({ start, end }) => page.setSelection({ anchor: start, focus: end }),
    reveal: span => page.reveal(span),
    setHits: (spans, current) => page.setHits(spans, current),
    rectsOf: span => page.rectsOf(span),
  }
  if (stage.page === null || side === desk.comparing.getState().side) stage.page = port
  const { selected, selection, revealed } = getState()
  page.select(selected)
  showSelection(selection)
  if (revealed) page.reveal(revealed)
  const stops = [
    joinLinks(page, article, desk),
    joinHits(page, article, desk),
    joinComparing(page, article, desk, side),
    mirror?.join(side, page) ?? (() => {}),
    joinThreads(page, article, desk),
    reading.subscribe(follow),
    reading.onRepaint(span => page.repaint(span)),
    mountWhole(page, desk, article.text.length),
  ]
  sayPainted(workbench, article)

  return {
    dress: ({ tags, theme }) => page.setTags(tags, theme),
    leave(): void {
      article.place = page.topOffset()
      for (const stop of stops) stop()
      clicks.stop()
      if (stage.page === port) stage.page = null
      page.destroy()
    },
  }
}

/** Whether a caret stands in an annotation or at its edge; selected words never do. */
function standsIn(annotation: Annotation, { anchor, focus }: TextSelection): boolean {
  const { start, end } = extent(annotation)
  return anchor === focus && start <= focus && focus <= end
}

let isPainted = false

/** Tells the desktop once that an article can be seen, with its annotations if they come soon. */
function sayPainted({ desk }: Workbench, article: OpenArticle): void {
  if (isPainted) return
  const soon = new Promise(resolve => setTimeout(resolve, PAINTED_MS))
  void Promise.race([article.filled, soon, document.fonts.ready.then(() => article.filled)]).then(() =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (isPainted || desk.reading.getState().article !== article) return
        isPainted = true
        desk.ask('article.painted', article.ticket).catch(() => {})
      }),
    ),
  )
}

function spanOf({ anchor, focus }: TextSelection): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}
