import { createStore } from 'zustand/vanilla'
import type { Circumstances } from '../../shared/commands/commands.ts'
import type { Input, Opened as OpenedArticle, Output, Person, Runtime } from '../../shared/contract/contract.ts'
import type { EventOf } from '../../shared/contract/events.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { idsOf } from '../../shared/project/mergeEntities.ts'
import type { Contradiction } from '../../shared/project/mergeProject.ts'
import type { ProjectEdit } from '../../shared/project/projectEdit.ts'
import { neverOf } from '../../shared/search/nevers.ts'
import { words } from '../../shared/words/words.ts'
import { type AfterPaint, atOnce } from './afterPaint.ts'
import { makeAgreeing } from './agreeing.ts'
import { makeArriving } from './arriving.ts'
import type { Ask, Listen } from './ask.ts'
import { asNotice } from './asNotice.ts'
import { makeBringing } from './bringing.ts'
import { makeBulk } from './bulk.ts'
import { makeCard } from './card.ts'
import { circumstancesOf } from './circumstances.ts'
import { makeCodebookEditor } from './codebookEditor.ts'
import { makeComparing } from './comparing.ts'
import { makeDialogs } from './dialogs.ts'
import { makeDiscussing } from './discussing.ts'
import { makeDisputes } from './disputes.ts'
import { makeEntities } from './entities.ts'
import { makeExporting } from './exporting.ts'
import { makeFindings } from './findings.ts'
import { makeGathering } from './gathering.ts'
import { makeKeptReview } from './keptReview.ts'
import { leaveWorkspace, untilSettled } from './leaveWorkspace.ts'
import { makeLinking } from './linking.ts'
import { lagOf, loadArticle, loadLayers } from './loadReview.ts'
import { meetEverybody } from './meetEverybody.ts'
import { makeMerging } from './merging.ts'
import { makeNotices, type Notices } from './notices.ts'
import { openAgain } from './openAgain.ts'
import type { OpenArticle } from './openArticle.ts'
import { makeOpening } from './opening.ts'
import { makeOrganising } from './organising.ts'
import type { Stage } from './pagePort.ts'
import { makePanes } from './panes.ts'
import { makePast } from './past.ts'
import { personChanged } from './persons.ts'
import { makePilot } from './pilot.ts'
import { makePlacing } from './placing.ts'
import { makeProject } from './project.ts'
import { makeQuestions } from './questions.ts'
import { makeReading } from './reading.ts'
import { makeRebinding } from './rebinding.ts'
import { makeRecorder } from './recorder.ts'
import { followRefusals } from './refusals.ts'
import { makeRegister } from './register.ts'
import { makeReshaping } from './reshaping.ts'
import { makeReviewing } from './reviewing.ts'
import { makeReviewView } from './reviewView.ts'
import { makeRightAsIs } from './rightAsIs.ts'
import { makeSealLeft } from './sealLeft.ts'
import { makeSearching } from './searching.ts'
import type { Sentences } from './sentences.ts'
import { makeSettings } from './settings.ts'
import { makeTagging } from './tagging.ts'
import { makeTelling } from './telling.ts'
import { makeUndoing } from './undoing.ts'
import { makeUnpacking } from './unpacking.ts'
import { untilDurable } from './untilDurable.ts'
import { makeVisibleRows } from './visibleRows.ts'
import { makeWorkingOn } from './workingOn.ts'
import { makeWorkspace } from './workspace.ts'
import { makeWriting } from './writing.ts'

/** Who sits here, on what. */
export interface Entrance {
  /** Before the desktop has answered, nothing is known. */
  readonly entered: boolean
  readonly person: Person | null
  readonly recent: Output<'desk.enter'>['recent']
  readonly runtime: Runtime | null
  /** Whether assistive technology, such as a screen reader, is on. */
  readonly assisted: boolean
}

interface Needs {
  readonly ask: Ask
  readonly now: () => Date
  readonly randomId: () => string
  readonly sentences: Sentences
  /** Until the next frame is painted; and within it, when all else that it needs is measured. Left out, nothing waits. */
  readonly afterPaint?: AfterPaint
  readonly withFrame?: AfterPaint
}

/** Makes the stores and joins them; they don't know one another. */
export function makeDesk({ ask, now, randomId, sentences, afterPaint = atOnce, withFrame = atOnce }: Needs) {
  const notices: Notices = makeNotices()
  const fail = (failure: unknown, about = '') => notices.problem(asNotice(failure, 'cannot-read'), about)
  const recorder = makeRecorder({ ask })
  const projectStore = makeProject()
  const refuseProject = (problem: ProblemNotice) => notices.problem(problem)
  const reading = makeReading({ recorder, project: projectStore, refuseProject })
  const tagging = makeTagging({
    reading,
    doneStatus: () => (workingOn.getState().layer === 'gold' ? 'adjudicated' : 'done'),
    rulesOf: id => workspace.getState().codebook.tags.find(tag => tag.id === id)?.snap ?? [],
    now,
    randomId,
    tellLost: ({ words, note }) => notices.keep(sentences.noteLost(words, note)),
    refuseZone: problem => notices.problem(problem),
  })
  const opening = makeOpening({ ask, reading, recorder, settle: tagging.settle })
  const workspace = makeWorkspace({ codebook: projectStore.getState().codebook })
  projectStore.subscribe(({ codebook }) => workspace.setCodebook(codebook))
  const pathOf = (ticket: string) => workspace.getState().rows.get(ticket)?.path ?? ''
  const bulk = makeBulk({
    ask,
    recorder,
    reading,
    project: projectStore,
    opening,
    randomId,
    settle: tagging.settle,
    tellRefused: (title, articles, { kind }) =>
      notices.keep(sentences.bulkRefused(title, articles.map(pathOf), words.problems[kind].title)),
    fail: problem => notices.problem(problem),
  })
  const settings = makeSettings({ ask, failed: fail })
  const rebinding = makeRebinding({ settings, reading })
  const undoing = makeUndoing({
    reading,
    project: projectStore,
    bulk,
    opening,
    rebinding,
    rightAsIs: { step: (...step) => rightAsIs.step(...step) },
    refuse: why =>
      notices.news({ words: sentences.undoRefused, changed: sentences.undoChanged, busy: sentences.undoBusy }[why]),
  })
  const entities = makeEntities({
    reading,
    project: projectStore,
    tagging,
    codebook: () => workspace.getState().codebook,
    now,
    randomId,
  })
  const linking = makeLinking({
    reading,
    tagging,
    codebook: () => workspace.getState().codebook,
    randomId,
    entities: entities.named,
  })
  followRefusals({
    recorder,
    reading,
    project: projectStore,
    opening,
    tellRefused: (work, problem) =>
      notices.keep(sentences.refused(work, problem && words.problems[problem.kind].title)),
    tellLost: (changes, { ticket, opened: { title } }) => {
      const path = pathOf(ticket)
      const reopen = () => void openAgain({ workspace, opening, reading, fail }, ticket, path)
      notices.news(sentences.lost(changes, title || path), { title: sentences.reopen, run: reopen })
    },
  })
  const entrance = createStore<Entrance>(() => ({
    entered: false,
    person: null,
    recent: [],
    runtime: null,
    assisted: false,
  }))
  const workingOn = makeWorkingOn({
    ...{ ask, recorder, reading, opening, fail },
    workspace: () => workspace.getState().ticket,
    person: () => entrance.getState().person,
    settle: tagging.settle,
    refuse: problem => notices.problem(problem),
  })

  const remember = (parts: Omit<Input<'workspace.remember'>, 'workspace'>): void => {
    const { ticket } = workspace.getState()
    // What can't be remembered is no loss to speak of: the next time is tried again.
    if (ticket !== null) void ask('workspace.remember', { workspace: ticket, ...parts }).catch(() => null)
  }
  const rightAsIs = makeRightAsIs({
    reading,
    me: () => workingOn.me(),
    keep: right => remember({ right }),
    changed: said => findings.judgeAgain(said),
  })
  entrance.subscribe(({ person }, before) => person?.id !== before.person?.id && findings.judgeAgain(null))
  workingOn.subscribe(() => findings.judgeAgain(null))
  const findings = makeFindings({
    reading,
    rightAsIs,
    codebook: { get: () => workspace.getState().codebook, subscribe: onCodebook(workspace) },
    register: {
      get: projectStore.register,
      subscribe: hear => projectStore.subscribe((now, before) => now.version !== before.version && hear()),
    },
    clock: () => performance.now(),
    soon: afterPaint.soon,
  })

  const merging = makeMerging({
    ...{ ask, reading, recorder, opening },
    settled: workspace.copySettled,
    settle: tagging.settle,
  })
  const visibleRows = makeVisibleRows()
  const searching = makeSearching({
    ask,
    randomId,
    me: () => workingOn.me(),
    article: () => reading.getState().article?.ticket ?? null,
    listed: () =>
      visibleRows(workspace.getState()).flatMap(({ ticket, problem }) => (problem === null ? [ticket] : [])),
    keep: search => remember({ search }),
    entitiesOf: id => idsOf(projectStore.getState().project, id),
    isNever: (words, tag) => neverOf(projectStore.getState().nevers, words, tag) !== undefined,
  })
  // What is never tagged, and what has been changed everywhere, is shown as it is now.
  projectStore.subscribe(({ version }, before) => version !== before.version && searching.judgeAgain())
  bulk.subscribe(({ running }, before) => before.running && !running && searching.again())
  const showBoth = () => {
    settings.change({ drawer: 'merge' })
    merging.want()
  }
  const project = {
    ...projectStore,
    /** Makes an edit of the project, as one undo. False, with the reason said, where the project can't be changed. */
    edit: (edit: ProjectEdit) => reading.editAll([{ file: 'project', edit }]),
    /** The same, and no undo takes it back: that others could be seen once stays said. */
    editForGood: (edit: ProjectEdit) => reading.editAll([{ file: 'project', edit }], true),
    /** Says what was changed here and by somebody else; a JSON text, as the desktop tells it. */
    tellContradictions(json: string): void {
      const told = JSON.parse(json) as Contradiction[]
      disputes.add(told)
      for (const one of told) {
        const name = one.of === 'codebook' ? one.of : projectStore.describe(one.of, one.id)
        const said = sentences.contradicted(name, one.field, spelled(one.ours), spelled(one.theirs))
        notices.keep(said, { title: sentences.sideBySide, run: showBoth })
      }
    },
  }
  /** Which layers are reviewed and how they are shown. */
  const reviewView = makeReviewView({ random: Math.random })
  const reviewing = makeReviewing({
    ...{ ask, reading, opening, view: reviewView, randomId, now },
    me: () => entrance.getState().person?.id ?? '',
    workspace: () => workspace.getState().ticket,
    articles: () => [...workspace.getState().rows.keys()],
    workOnGold: () => workingOn.workOn('gold'),
    isOnGold: () => workingOn.getState().layer === 'gold',
    settle: tagging.settle,
    recorded: () => recorder.settled(),
  })
  bulk.subscribe(({ running }, before) => before.running && !running && void reviewing.again())
  const keptReview = makeKeptReview({ view: reviewView, reviewing, keep: review => remember({ review }) })
  const disputes = makeDisputes({ project: projectStore, edit: project.edit })
  const codebook = makeCodebookEditor({ project: projectStore, edit: project.edit })
  const gathering = makeGathering({
    ask,
    randomId,
    recorder,
    settle: tagging.settle,
    articles: () => [...workspace.getState().rows.values()].filter(row => row.problem === null).map(row => row.ticket),
  })
  const register = makeRegister({
    ask,
    gather: gathering.gather,
    project,
    entities,
    bulk: bulk.record,
    me: () => workingOn.me(),
    now,
    randomId,
  })
  const organising = makeOrganising({
    ask,
    workspace,
    project: projectStore,
    me: () => entrance.getState().person?.id ?? null,
  })
  const followAssigned = () => workspace.setMine(organising.mine())
  projectStore.subscribe(({ version }, before) => {
    if (version === before.version) return
    followAssigned()
    // What was sealed may be found now, or what was shown be sealed.
    if (organising.isSealedAnew()) searching.outdated()
  })
  entrance.subscribe(({ person }, before) => person?.id !== before.person?.id && followAssigned())
  const sealLeft = makeSealLeft({
    ...{ ask, workspace, project: projectStore, me: () => entrance.getState().person?.id ?? null },
    recorded: () => recorder.settled(),
  })
  const sealWhatIsLeft = () => void sealLeft().catch(fail)
  projectStore.subscribe(({ version }, before) => version !== before.version && sealWhatIsLeft())
  workspace.subscribe(({ rows }, before) => rows !== before.rows && sealWhatIsLeft())
  const writing = makeWriting()
  const dialogs = makeDialogs()
  register.onSettle(writing.settle)
  let shown: OpenArticle | null = null
  let misread: OpenArticle | null = null
  /** Says what was said here and by somebody else of one paragraph; what they said is one edit away. */
  const tellZones = ({ ticket, opened }: OpenArticle): void => {
    for (const { start, end, quote, ours, theirs } of opened.zonesContradicted)
      notices.keep(sentences.zoneContradicted(quote, ours, theirs), {
        title: sentences.takeTheirs,
        run: () => {
          if (reading.getState().article?.ticket !== ticket) return
          reading.edit({ file: 'facts', edit: { kind: 'zone', span: { start, end }, quote, zone: theirs } })
        },
      })
    for (const one of opened.saidContradicted) {
      const [ours, theirs] = [one.ours, one.theirs].map(said =>
        typeof said === 'string' ? said : (said?.value ?? null),
      )
      notices.keep(sentences.saidContradicted(one.name, ours!, theirs!), {
        title: sentences.takeTheirs,
        run: () => {
          if (reading.getState().article?.ticket === ticket) reading.edit({ file: 'facts', edit: theirsOf(one) })
        },
      })
    }
  }
  reading.subscribe(({ article }) => {
    // Another encoding was chosen, or a choice undone: the text is another one.
    if (article?.isMisread && article === shown && article !== misread) {
      misread = article
      void opening.reread()
    }
    if (article === null || article === shown) return
    // Read anew, it may say something else, or hold another person's layer.
    if (article.ticket === shown?.ticket) searching.outdated()
    else searching.articleChanged()
    shown = article
    tellZones(article)
  })
  entrance.subscribe(({ person }, before) => person?.id !== before.person?.id && searching.outdated())
  workingOn.subscribe(() => searching.outdated())
  workspace.subscribe(({ ticket, rows }, before) => {
    if (ticket === before.ticket && rows !== before.rows && isSearchedAnew(rows, before.rows)) searching.outdated()
  })

  const past = makePast({
    ask,
    reading,
    recorder,
    settle: tagging.settle,
    now,
    me: () => entrance.getState().person?.name ?? '',
  })

  const questions = makeQuestions({
    ...{ ask, randomId },
    workspace: () => workspace.getState().ticket,
    articles: () => [...workspace.getState().rows.keys()],
    mine: () => [entrance.getState().person?.id ?? '', workingOn.me()],
    recorded: () => recorder.settled(),
  })
  const discussing = makeDiscussing({
    ...{ ask, reading, now, randomId },
    person: () => workingOn.me(),
    workspace: () => workspace.getState().ticket,
    asked: questions.replace,
    keep: drafts => remember({ drafts }),
  })

  return {
    ask,
    afterPaint,
    withFrame,
    notices,
    fail,
    recorder,
    reading,
    past,
    opening,
    placing: makePlacing({ ask, reading, settle: tagging.settle, now }),
    tagging,
    linking,
    entities,
    /** What is said of anybody's work, by the person and by colleagues. */
    discussing,
    /** What is asked in all articles of the workspace. */
    questions,
    reshaping: makeReshaping({ reading, tagging }),
    undoing,
    findings,
    rightAsIs,
    merging,
    disputes,
    workspace,
    bulk,
    project,
    register,
    visibleRows,
    searching,
    codebook,
    gathering,
    organising,
    writing,
    entrance,
    /** On which of their layers the person works here. */
    workingOn,
    settings,
    rebinding,
    panes: makePanes(),
    /** Which layers are reviewed and how they are shown. */
    reviewView,
    comparing: makeComparing({
      ...{ reading, view: reviewView, settle: tagging.settle, soon },
      me: () => workingOn.me(),
      mine: () => ({
        ...{ id: workingOn.me(), name: entrance.getState().person?.name ?? '', articles: 0 },
        kind: workingOn.getState().layer === 'gold' ? 'gold' : 'own',
      }),
      lag: article => lagOf(recorder, article),
      loadLayers: () => loadLayers(ask, workspace.getState().ticket ?? ''),
      loadArticle: (ticket, layers) => {
        const path = workspace.getState().rows.get(ticket)?.path ?? ''
        return loadArticle(ask, ticket, layers, layer => organising.sealed().hides(path, layer))
      },
      leavePast: () => past.goTo(null),
    }),
    reviewing,
    keptReview,
    dialogs,
    agreeing: makeAgreeing({
      ask,
      workspace: () => workspace.getState().ticket,
      keep: agreement => remember({ agreement }),
      show: () => dialogs.open('agreement'),
      hide: dialogs.close,
    }),
    pilot: makePilot({
      ask,
      workspace: () => workspace.getState().ticket,
      isLookedAt: () => dialogs.getState().dialog === 'agreement',
    }),
    exporting: makeExporting({
      ask,
      workspace: () => workspace.getState().ticket,
      listed: () => visibleRows(workspace.getState()).map(({ ticket }) => ticket),
      open: () => reading.getState().article?.ticket ?? null,
      tags: () => workspace.getState().codebook.tags.map(({ id }) => id),
      keep: exporting => remember({ exporting }),
      show: () => dialogs.open('export'),
      hide: dialogs.close,
    }),
    telling: makeTelling({
      ask,
      workspace: () => workspace.getState().ticket,
      listed: () => visibleRows(workspace.getState()).map(({ ticket }) => ticket),
      open: () => reading.getState().article?.ticket ?? null,
      record: async change =>
        // What somebody answered is theirs, and no decision of gold.
        (await workingOn.workOn('own')) ? bulk.record(change) : { kind: 'cancelled' },
      show: () => dialogs.open('tell'),
      hide: dialogs.close,
    }),
    unpacking: makeUnpacking({
      ask,
      workspace: () => workspace.getState().ticket,
      show: () => dialogs.open('unpack'),
      hide: dialogs.close,
    }),
    bringing: makeBringing({
      ask,
      workspace: () => workspace.getState().ticket,
      show: () => dialogs.open('bring'),
      hide: dialogs.close,
    }),
    card: makeCard(),
    stage: { page: null } as Stage,
    /** Makes edits of all that is being typed; comments that aren't said yet are remembered. */
    settle(): void {
      tagging.settle()
      codebook.settle()
      writing.settle()
      discussing.keepDrafts()
    },
    /** The workspace that is on its way to the desk, while what was done in the one before is being saved. */
    arriving: makeArriving(),
    platform: () => entrance.getState().runtime?.platform ?? ('other' as const),
  }
}

export type Desk = ReturnType<typeof makeDesk>

/** Whether the person wants articles whole, and marked up for those who listen: as they said, else where assistive technology is on. */
export function isHeard({ settings, entrance }: Pick<Desk, 'settings' | 'entrance'>): boolean {
  return settings.getState().whole ?? entrance.getState().assisted
}

/** So long nothing is asked anew, in milliseconds: whoever edits isn't followed key by key. */
const SOON_MS = 250
function soon(act: () => void): () => void {
  const timer = setTimeout(act, SOON_MS)
  return () => clearTimeout(timer)
}

/** What holds on this desk now. */
export function circumstancesOn({
  reading,
  workspace,
  panes,
  reshaping,
  workingOn,
  reviewView,
  reviewing,
}: Desk): Circumstances {
  return circumstancesOf({
    reading: reading.getState(),
    hasWorkspace: workspace.getState().ticket !== null,
    worksOn: workingOn.getState().layer,
    isArticleFocused: panes.getState().focused === 'article',
    isComparing: reviewView.getState().mode !== 'off',
    hasCompanion: reshaping.companion() !== undefined,
    isReviewing: reviewing.getState().phase !== 'off',
    hasCase: reviewing.current() !== undefined,
  })
}

/** Follows the desktop: what it tells goes to the store that it concerns. */
export function follow(desk: Desk, listen: Listen, words: { readonly outside: OutsideWords }): () => void {
  const { workspace, project, bulk, recorder, notices, reading, opening, settings, entrance } = desk
  const { heard } = desk.arriving
  const stops = [
    listen('articles.changed', heard(workspace.articlesChanged)),
    listen('copies.changed', heard(workspace.copiesChanged)),
    listen('strays.changed', heard(workspace.straysChanged)),
    listen('index.progress', heard(workspace.indexed)),
    listen(
      'workspace.problem',
      heard<EventOf<'workspace.problem'>>(event => {
        workspace.troubled(event)
        if (event.workspace === null) notices.problem(event.problem)
      }),
    ),
    listen('workspace.opened', opened => void showWorkspace(desk, opened)),
    listen('person.changed', person => personChanged(desk, person)),
    listen('settings.changed', settings.show),
    listen('assistance.changed', ({ assisted }) => entrance.setState({ assisted })),
    listen('saving', recorder.hear),
    listen('search.found', event => {
      desk.searching.heard(event)
      desk.register.heard(event)
      desk.gathering.heard(event)
    }),
    listen('discussion.found', desk.questions.heard),
    listen('discussion.changed', event => {
      desk.discussing.changed(event)
      desk.questions.changed(event)
    }),
    listen('review.found', desk.reviewing.heard),
    listen('review.changed', desk.reviewing.changed),
    listen('layers.progress', bulk.progressed),
    listen('review.changed', ({ articles }) => compareAgain(desk, articles)),
    meetEverybody(desk),
    listen('unpack.offered', desk.unpacking.offered),
    listen('unpack.progress', desk.unpacking.progressed),
    listen('bring.offered', desk.bringing.offered),
    listen('bring.progress', desk.bringing.progressed),
    listen('export.progress', desk.exporting.progressed),
    listen('agreement.progress', desk.agreeing.progressed),
    listen('agreement.progress', desk.pilot.progressed),
    listen('tell.progress', desk.telling.progressed),
    listen(
      'project.changed',
      heard<EventOf<'project.changed'>>(event => {
        if (event.workspace !== project.getState().workspace) return
        const waiting = recorder.waitingIn(event.workspace)
        const known = project.getState().problem?.kind
        project.changed(
          event,
          waiting.flatMap(change => (change.file === 'project' ? [change.edit] : [])),
        )
        project.tellContradictions(event.contradictions)
        if (event.sealed) notices.say(words.outside.sealed)
        else if (event.projectProblem) {
          if (event.projectProblem.kind !== known) notices.problem(event.projectProblem)
        } else if (event.contradictions === '[]' && !isImporting(desk)) notices.news(words.outside.project)
      }),
    ),
    listen('article.outside', ({ article, what }) => {
      if (reading.getState().article?.ticket !== article) return
      // Whoever only reads what somebody else writes follows without a word.
      const isReader = reading.getState().article?.head?.holder != null
      if (what === 'layer') void opening.reread().then(() => isReader || notices.news(words.outside.layer))
      else if (what === 'free' || what === 'taken') void passed(desk, article, what, words.outside)
      else if (what === 'gone') notices.problem({ kind: 'not-there', detail: '' })
      else notices.news(words.outside.text, { title: words.outside.reread, run: () => void opening.reread() })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Somebody else has changed a layer that is compared: it is shown anew, and said. */
function compareAgain({ comparing, reading, notices }: Desk, articles: readonly string[]): void {
  const { article } = reading.getState()
  if (!article || comparing.getState().phase === 'off' || !articles.includes(article.ticket)) return
  comparing.again()
  notices.news(words.comparing.said.outside)
}

/** Whether an import of this window adds to the project: its report says so. */
function isImporting({ bringing }: Desk): boolean {
  return bringing.getState().step === 'writing'
}

/** Whether articles came, went or have other bytes, or somebody's layer came or went. */
function isSearchedAnew(now: Rows, before: Rows): boolean {
  if (now.size !== before.size) return true
  for (const [ticket, row] of now) {
    const was = before.get(ticket)
    if (row === was) continue
    if (!was || was.bytes !== row.bytes || (was.problem === null) !== (row.problem === null)) return true
    if (was.known && row.known && was.known.layers.join() !== row.known.layers.join()) return true
  }
  return false
}

type Rows = ReturnType<ReturnType<typeof makeWorkspace>['getState']>['rows']

/** Hears of another codebook, and of nothing else that happens in the workspace. */
function onCodebook(workspace: ReturnType<typeof makeWorkspace>): (hear: () => void) => void {
  return hear =>
    void workspace.subscribe((now, before) => {
      if (now.codebook !== before.codebook) hear()
    })
}
/** A value of a field as a person reads it; null for one that isn't there. */
function spelled(value: Contradiction['ours']): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
const LONGEST_VALUE = 200

/** Somebody else has let go of the open layer, or has taken it: it is read anew, and what is so now is said. */
async function passed(
  { opening, reading, notices }: Desk,
  ticket: string,
  what: 'free' | 'taken',
  words: OutsideWords,
): Promise<void> {
  await opening.reread()
  const { article } = reading.getState()
  await article?.filled
  if (article?.ticket !== ticket || reading.getState().article !== article) return
  const isHeld = article.head?.holder != null
  if (isHeld === (what === 'taken')) notices.news(words[what])
}

interface OutsideWords {
  readonly layer: string
  readonly free: string
  readonly taken: string
  readonly text: string
  readonly project: string
  readonly sealed: string
  readonly reread: string
}

type Opened = NonNullable<Output<'workspace.choose'>>

/**
 * Puts a workspace on the desk, and the article that was read there last. What
 * was done in the workspace before is settled first; while the disk refuses it,
 * that workspace stays, and why is said.
 */
export async function showWorkspace(desk: Desk, opened: Opened): Promise<void> {
  desk.arriving.await(opened.ticket)
  desk.notices.clear()
  await untilSettled(desk)
  // The one that was asked for last is shown.
  if (!desk.arriving.isAwaited(opened.ticket)) return
  leaveWorkspace(desk)
  desk.workspace.show(opened)
  desk.workingOn.show(opened.worksOn ?? 'own')
  desk.project.show(opened)
  desk.project.tellContradictions(opened.contradictions)
  desk.arriving.isThere()
  void recall(desk, opened.ticket)
  if (opened.place) void desk.opening.open(opened.place.article)
}

/** What this device remembers of the work there: what was searched for, what is right as it is, how it was exported. */
async function recall(
  { ask, workspace, searching, rightAsIs, exporting, agreeing, keptReview, discussing, workingOn, notices }: Desk,
  ticket: string,
): Promise<void> {
  try {
    const { search, right, exporting: chosen, agreement, review, drafts } = await ask('workspace.recall', ticket)
    if (workspace.getState().ticket !== ticket) return
    rightAsIs.recall(right)
    if (search) searching.recall(search)
    if (chosen) exporting.recall(chosen)
    if (agreement) agreeing.recall(agreement)
    keptReview.recall(review)
    discussing.recall(drafts)
    const mine = drafts.filter(({ layer }) => layer === workingOn.me())
    if (mine.length > 0) notices.news(words.discussion.draftsKept(mine.length))
  } catch {
    if (workspace.getState().ticket === ticket) discussing.recall([])
    // Without it everything works; what is done from now on is remembered.
  }
}

/** What the desktop knows when the window comes up. */
export async function enter(desk: Desk): Promise<void> {
  try {
    const { person, settings, recent, workspace, runtime, assisted, problems } = await desk.ask('desk.enter', undefined)
    desk.settings.show(settings)
    desk.entrance.setState({ entered: true, person, recent, runtime, assisted })
    for (const problem of problems) desk.notices.problem(problem)
    if (workspace) await showWorkspace(desk, workspace)
  } catch (failure) {
    desk.entrance.setState({ entered: true })
    desk.fail(failure)
  }
}

/**
 * Opens a workspace that the person chooses; nothing happens when they think
 * better of it, or while the disk refuses what was done in this one.
 */
export async function openWorkspace(desk: Desk, choose: () => Promise<Opened | null>): Promise<void> {
  try {
    if (!(await mayLeave(desk))) return
    const opened = await choose()
    if (opened) await showWorkspace(desk, opened)
  } catch (failure) {
    desk.fail(failure)
  }
}

/** Opens what was dropped on the window, which comes as an event; not while the disk refuses what was done here. */
export async function openDropped(desk: Desk, drop: () => Promise<void>): Promise<void> {
  if (await mayLeave(desk)) await drop()
}

/** Whether everything done here is on disk. Says what stands in the way otherwise. */
async function mayLeave({ settle, recorder, notices, bulk }: Desk): Promise<boolean> {
  if (bulk.getState().running) {
    notices.news(words.bulk.busyHere)
    return false
  }
  settle()
  const refused = await untilDurable(recorder)
  if (refused) notices.problem(refused)
  return refused === null
}

/** The edit by which what somebody else said of the article takes the place of ours. */
function theirsOf(one: OpenedArticle['saidContradicted'][number]): FactsEdit {
  return one.name === 'encoding'
    ? { kind: 'encoding', encoding: one.theirs }
    : { kind: 'field', name: one.name, to: one.theirs }
}
