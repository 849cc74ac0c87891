import type { AgreementCase, WantedCases } from '../../shared/agreement/agreementCases.ts'
import { casesIn } from '../../shared/agreement/agreementCases.ts'
import { agreementReport, type Scope } from '../../shared/agreement/agreementReport.ts'
import { type ArticleFindings, FindingsOfArticle } from '../../shared/agreement/articleFindings.ts'
import type { Comparing } from '../../shared/agreement/compareLayers.ts'
import { inOrder } from '../../shared/agreement/figures/articleOrder.ts'
import { figureGround, type NamedFigure } from '../../shared/agreement/figures/figureGround.ts'
import type { Question } from '../../shared/agreement/figures/offered.ts'
import type { Period } from '../../shared/agreement/overTime.ts'
import { type RowIntervals, rowIntervals, type ScopeDetail, scopeDetail } from '../../shared/agreement/scopeDetail.ts'
import { annotates } from '../../shared/dataset/annotates.ts'
import type { DatasetArticle } from '../../shared/dataset/dataset.ts'
import { all } from '../../shared/dataset/select.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Language } from '../../shared/words/languages.ts'
import { speak } from '../../shared/words/words.ts'
import { agreementWritten, type WrittenAsked } from './agreementWritten.ts'
import { type DatasetSource, datasetArticle, type NotTaken } from './datasetArticle.ts'
import { drawnInTurn, FiguresInTurn, STRETCH_MS } from './figuresInTurn.ts'
import { isNotice, orNotice } from './notice.ts'

/** A case with the article that it stands in, by its path inside the workspace. */
export interface CaseOfArticle extends AgreementCase {
  readonly path: string
}

/** More cases than this nobody reads through; they are counted. */
const MOST_CASES = 500

type Held = Pick<DatasetArticle, 'path' | 'text' | 'layers' | 'metadata'>

/** An article whose chosen layers are ready to be compared, once they were for the first time. */
interface Chosen extends Held {
  ready: FindingsOfArticle | null
}

/** What is under way: which layers are compared, how, and how far that is. */
interface Run {
  /** Its number: who asks for it later says which one was shown. */
  readonly id: number
  readonly comparing: Comparing
  /** The tags that could be given. */
  readonly offered: readonly string[]
  readonly articles: readonly Chosen[]
  readonly findings: ArticleFindings[]
  /** Those whose layers can't be compared. */
  readonly refused: Chosen[]
}

/** How far annotators agree, in a worker that keeps what it has read as long as somebody looks at it. */
export function makeAgreeTasks() {
  let held: Held[] = []
  /** What was made ready for the layers and tags that are chosen: so many words more or less take it again. */
  let chosen: { readonly key: string; readonly articles: readonly Chosen[] } | null = null
  let run: Run | null = null
  /** What was compared to its end last: all questions are about that. */
  let last: Run | null = null
  let figuring: FiguresInTurn | null = null
  let looking: Generator<void, RowIntervals | ScopeDetail> | null = null
  /** What is being written into a file: it stays what was shown, whatever is chosen meanwhile. */
  let saving: { readonly run: Run; readonly figures: FiguresInTurn } | null = null
  /** A worker that takes the place of one that ended has nothing: that is told, and isn't taken for layers without annotations. */
  const had = <T>(one: T | null): T => {
    if (one === null) throw new Problem('comparison-lost')
    return one
  }
  const found = () => had(last).findings
  const agreements = () => found().map(({ agreement }) => agreement)

  return {
    /** Reads an article and keeps it; what of it can't be read is told. */
    async agreeTake(source: DatasetSource): Promise<readonly NotTaken[]> {
      const made = await orNotice(() => datasetArticle(source, all))
      if (isNotice(made)) return [unread(source, made)]
      const { path, text, layers, metadata } = made.article
      held.push({ path, text, layers: layers.filter(annotates), metadata })
      return made.notTaken
    },

    /** Forgets everything. */
    agreeForget(_: null): null {
      held = []
      chosen = null
      run = null
      last = null
      figuring = null
      looking = null
      saving = null
      return null
    },

    /** Begins to compare these layers (null: all); tells how many articles at least two of them have. `offered`: the tags that could be given. */
    agreeBegin({
      id,
      layers,
      comparing,
      offered,
    }: {
      readonly id: number
      readonly layers: readonly string[] | null
      readonly comparing: Comparing
      readonly offered: readonly string[]
    }): number {
      const { tags, statement, tolerance, merged } = comparing
      const standing = [merged.entities, merged.tags, merged.questions, merged.choices].map(one => [...one])
      const key = JSON.stringify([layers, tags, statement, tolerance.ignoreEnds, standing])
      if (chosen?.key !== key) {
        // Two choices that are ready don't fit beside one another. What was shown still answers, also while it is being saved.
        for (const one of [chosen, last, saving?.run]) for (const article of one?.articles ?? []) article.ready?.letGo()
        const isChosen = ({ annotator }: { readonly annotator: string }) => layers?.includes(annotator) ?? true
        const articles = held
          .map(article => ({ ...article, layers: article.layers.filter(isChosen), ready: null }))
          .filter(article => article.layers.length > 1)
        chosen = { key, articles }
      }
      // Whoever is to look at something asks for it anew.
      figuring = null
      looking = null
      run = { id, comparing, offered, articles: chosen.articles, findings: [], refused: [] }
      return chosen.articles.length
    },

    /** Goes on for a stretch; the report, as the JSON text of an `AgreementReport`, once all are compared, or refused: then these are counted. */
    agreeGoOn(_: null): {
      readonly done: number
      readonly of: number
      readonly report: string | null
      readonly refused: number
    } {
      const begun = had(run)
      const { articles, findings, refused, comparing } = begun
      const until = performance.now() + STRETCH_MS
      const { tolerance, ...asked } = comparing
      const done = () => findings.length + refused.length
      while (done() < articles.length && performance.now() < until) {
        const article = articles[done()]!
        try {
          article.ready ??= new FindingsOfArticle(article, asked)
          findings.push(article.ready.at(tolerance))
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          article.ready = null
          refused.push(article)
        }
      }
      const isDone = done() === articles.length
      if (isDone) last = { ...begun, findings: inOrder(findings, ({ agreement }) => agreement) }
      const report = isDone ? JSON.stringify(agreementReport(findings)) : null
      return { done: done(), of: articles.length, report, refused: refused.length }
    },

    /** Begins with the figures with intervals of each row of what was compared last: a part of `RowIntervals`. */
    agreeRows({
      tags,
      pairs,
    }: {
      readonly tags: readonly string[]
      readonly pairs: readonly NonNullable<Scope['pair']>[]
    }): null {
      looking = rowIntervals(found(), tags, pairs)
      return null
    },

    /** Begins with a scope of what was compared last: a `ScopeDetail`. */
    agreeLook({ scope, period }: { readonly scope: Scope; readonly period: Period }): null {
      looking = scopeDetail(found(), scope, period)
      return null
    },

    /** Goes on for a stretch with the one that was begun last: its JSON text once it is done, null until then. */
    agreeLookOn(_: null): string | null {
      const under = had(looking)
      const until = performance.now() + STRETCH_MS
      do {
        const { done, value } = under.next()
        if (done) return JSON.stringify(value)
      } while (performance.now() < until)
      return null
    },

    /** Begins with the figures of a scope of what was compared last; of null with those of all pairs and tags. */
    agreeFigures({
      scope,
      questions,
    }: {
      readonly scope: Scope | null
      readonly questions: readonly Question[]
    }): null {
      figuring = new FiguresInTurn(agreements(), scope, { questions, tags: had(last).offered })
      return null
    },

    /** Goes on with them for a stretch: once all are there they are the JSON text of `FigureGroup`s. */
    agreeFiguresOn(_: null): { readonly done: number; readonly of: number; readonly groups: string | null } {
      const under = had(figuring)
      const far = under.forAStretch()
      return { ...far, groups: under.isDone ? JSON.stringify(under.groups) : null }
    },

    /** Begins with every figure of what was compared last, for a file. It is the comparison of this number, or there is none. */
    agreeSaveBegin({ id, questions }: { readonly id: number; readonly questions: readonly Question[] }): null {
      const shown = had(last)
      if (shown.id !== id) throw new Problem('comparison-lost')
      saving = { run: shown, figures: new FiguresInTurn(agreements(), null, { questions, tags: shown.offered }) }
      return null
    },

    /** Goes on with them for a stretch. */
    agreeSaveOn(_: null): { readonly done: number; readonly of: number; readonly isDone: boolean } {
      const { figures } = had(saving)
      return { ...figures.forAStretch(), isDone: figures.isDone }
    },

    /** What was begun for a file as the text of it, in a language. */
    agreeWritten({ language, ...asked }: WrittenAsked & { readonly language: Language }): string {
      const { run, figures } = had(saving)
      const { articles, annotators } = agreementReport(run.findings)
      speak(language)
      saving = null
      const { groups } = figures
      return agreementWritten({ groups, articles, annotators, comparing: run.comparing, drawn: drawnInTurn }, asked)
    },

    /** What explains a figure: the JSON text of a `FigureGround`, or `null`. The words are the window's. */
    agreeExplain({
      named,
      questions,
    }: {
      readonly named: NamedFigure
      readonly questions: readonly Question[]
    }): string {
      return JSON.stringify(figureGround(agreements(), named, { questions, tags: had(last).offered }))
    },

    /** The places that are meant, article by article, and how many there are beyond those that are told. */
    agreeCases({ scope, wanted }: { readonly scope: Scope; readonly wanted: WantedCases }): {
      readonly cases: readonly CaseOfArticle[]
      readonly total: number
    } {
      const cases: CaseOfArticle[] = []
      let total = 0
      const { articles, refused, comparing } = had(last)
      const { tolerance, ...asked } = comparing
      for (const article of articles) {
        if (refused.includes(article)) continue
        const { path, text } = article
        const ready = article.ready ?? new FindingsOfArticle(article, asked)
        const here = casesIn(text, ready.comparedAt(tolerance), scope, wanted)
        total += here.length
        for (const one of here.slice(0, MOST_CASES - cases.length)) cases.push({ ...one, path })
      }
      return { cases, total }
    },
  }
}

export type AgreeTasks = ReturnType<typeof makeAgreeTasks>

function unread({ path }: DatasetSource, problem: ProblemNotice): NotTaken {
  return { path, annotator: null, id: '', why: 'problem', problem }
}
