import { addKinds, type Finding } from '../../shared/checking/finding.ts'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { FACTS, sidecarName } from '../../shared/sidecar/names.ts'
import type { ArticleToCheck, CheckedOrWanting, FileToCheck } from '../work/checkTask.ts'
import { sha256Of } from '../work/readArticle.ts'
import type { Workbench } from '../work/workbench.ts'
import { type ReadFile, readHistories } from './filesToCheck.ts'
import type { FoundHistory } from './ownFolder.ts'

/** An article with what stands beside it, by path inside the workspace, with `/`. */
export interface ArticleFiles {
  readonly path: string
  readonly annotators: readonly string[]
  readonly hasFacts: boolean
  readonly histories: readonly FoundHistory[]
  /** False where only what stands beside it is left. */
  readonly isThere: boolean
  /** Why it can't be opened, as far as its name and size say. */
  readonly problem: ProblemNotice | null
}

/** What a worker says of an article in the end. */
export type Checked = Exclude<CheckedOrWanting, { readonly wants: unknown }>

interface ArticleCheckParts {
  readonly read: ReadFile
  readonly workbench: Pick<Workbench, 'run'>
  /** `stet.json`. */
  readonly project: Uint8Array | Finding | null
  readonly oldTexts: (hashes: readonly string[]) => Promise<Readonly<Record<string, string>>>
  readonly listsHints: boolean
  /** Whose layers aren't counted, though they are checked. */
  readonly isHidden: (path: string, annotator: string) => boolean
}

/** Hands articles of one workspace to a worker, one by one, with what it wants beside them. */
export class ArticleCheck {
  readonly #parts: ArticleCheckParts
  readonly #project: { readonly sha256: string; readonly bytes: Uint8Array } | null

  constructor(parts: ArticleCheckParts) {
    this.#parts = parts
    const { project } = parts
    // One that can't be read is no project to hold anything against: as if it were damaged.
    const bytes = project && 'kind' in project ? new Uint8Array() : project
    this.#project = bytes && { sha256: sha256Of(bytes), bytes }
  }

  /** Checks all of it together; where something in it takes too much, the article and each layer by themselves. */
  async check(files: ArticleFiles): Promise<Checked> {
    try {
      return this.#withArticle(files, await this.#ask(files))
    } catch (error) {
      const { path, annotators, histories } = files
      if (annotators.length + histories.length === 0) return nothing([notChecked(path, error)])
      return this.#oneByOne(files)
    }
  }

  async #oneByOne(files: ArticleFiles): Promise<Checked> {
    const alone = await this.check({ ...files, annotators: [], histories: [] })
    const done = [alone]
    // An article that was given up isn't read once more for each layer.
    const isGivenUp = alone.findings.some(({ kind, file }) => kind === 'not-checked' && file === files.path)
    const problem = isGivenUp ? ({ kind: 'took-too-long', detail: '' } as const) : files.problem
    for (const annotator of files.annotators) {
      const histories = files.histories.filter(one => one.annotator === annotator)
      const part = { ...files, annotators: [annotator], hasFacts: false, histories, problem }
      done.push(await this.#ask(part).catch(error => nothing([notChecked(sidecarName(files.path, annotator), error)])))
    }
    return {
      ...alone,
      findings: done.flatMap(({ findings }) => findings),
      looked: {
        annotations: done.reduce((sum, { looked }) => sum + looked.annotations, 0),
        links: done.reduce((sum, { looked }) => sum + looked.links, 0),
      },
      hints: addKinds(done.map(({ hints }) => hints)),
      madeOn: Object.assign({}, ...done.map(({ madeOn }) => madeOn)),
    }
  }

  async #ask(files: ArticleFiles): Promise<Checked> {
    const { workbench, oldTexts, listsHints } = this.#parts
    let project = this.#project && { sha256: this.#project.sha256, bytes: null as Uint8Array | null }
    let texts: ArticleToCheck['oldTexts'] = 'unread'
    for (;;) {
      const { findings, ...source } = await this.#source(files)
      const answered = await workbench.run('checkArticle', { ...source, project, oldTexts: texts, listsHints })
      if (!('wants' in answered)) return { ...answered, findings: [...findings, ...answered.findings] }
      if (answered.wants === 'project') project = { ...this.#project!, bytes: this.#project!.bytes.slice() }
      else texts = await oldTexts(answered.wants)
    }
  }

  /** Read anew each time: buffers change hands. */
  async #source({ path, annotators, hasFacts, histories, isThere, problem }: ArticleFiles) {
    const { read, isHidden } = this.#parts
    const findings: Finding[] = []
    const fileAt = async (at: string, mostBytes: number): Promise<FileToCheck | null> => {
      const bytes = await read(at, mostBytes)
      if (bytes && 'kind' in bytes) findings.push(bytes)
      return bytes && !('kind' in bytes) ? { path: at, bytes } : null
    }
    const article = isThere && !problem ? await fileAt(path, MAX_ARTICLE_BYTES) : null
    const facts = hasFacts ? await fileAt(sidecarName(path, FACTS), MAX_SIDECAR_BYTES) : null
    const layers: ArticleToCheck['layers'][number][] = []
    for (const annotator of annotators) {
      const file = await fileAt(sidecarName(path, annotator), MAX_SIDECAR_BYTES)
      if (file) layers.push({ ...file, annotator, isHidden: isHidden(path, annotator) })
    }
    const past = await readHistories(histories, read)
    findings.push(...past.findings)
    return { path, bytes: article?.bytes ?? null, facts, layers, histories: past.histories, findings }
  }

  /** An article that can't be read is worse where somebody annotated it. */
  #withArticle({ path, annotators, isThere, problem: seen }: ArticleFiles, checked: Checked): Checked {
    const problem = seen ?? checked.problem
    if (!isThere || !problem) return checked
    const kind = annotators.length > 0 ? 'article-unreadable' : 'not-opened'
    const about = [problem.kind, problem.detail].filter(Boolean).join(': ')
    return { ...checked, findings: [{ kind, file: path, about }, ...checked.findings] }
  }
}

function notChecked(file: string, error: unknown): Finding {
  const about = error instanceof Problem ? `${error.kind}. ${error.detail}`.trim() : String(error).split('\n', 1)[0]!
  return { kind: 'not-checked', file, about }
}

function nothing(findings: readonly Finding[]): Checked {
  return { findings, hints: {}, looked: { annotations: 0, links: 0 }, sha256: null, madeOn: {}, problem: null }
}
