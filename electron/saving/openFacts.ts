import type { Block } from '../../shared/article/article.ts'
import type { Metadata } from '../../shared/article/metadata.ts'
import { Facts, type FactsEdit, type Said } from '../../shared/facts/facts.ts'
import { type FactsHead, factsEditToFile, writeFacts } from '../../shared/facts/factsFile.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { jsonOf } from '../../shared/json/rest.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { ArticleOnDisk } from '../../shared/sidecar/writeSidecar.ts'
import type { Ruler } from '../../shared/text/ruler.ts'
import type { OpenedFacts } from '../work/takeUp.ts'
import { Ledger, type LedgerPlace } from './ledger.ts'

/** The facts of an open article: zones that a person corrected, kept by edits. */
export class OpenFacts {
  readonly ledger: Ledger
  /** What was said here and by somebody else of one block. */
  readonly contradictions: OpenedFacts['contradictions']
  readonly #problem: Problem | null
  /** The same of a field, or of the encoding. */
  readonly saidContradicted: OpenedFacts['saidContradicted']
  #isToldOf = false
  readonly #facts: Facts
  readonly #article: ArticleOnDisk
  readonly #ruler: Ruler
  readonly #unplaced: readonly JsonObject[]
  readonly #readOnly: boolean
  readonly #now: () => Date
  #head: FactsHead

  constructor(opened: OpenedFacts, article: ArticleOnDisk, ruler: Ruler, place: Omit<LedgerPlace, 'render'>) {
    const at = place.now().toISOString()
    const { corrections, fields, encoding } = opened
    this.#facts = new Facts(corrections, { fields: new Map(fields), encoding })
    this.contradictions = opened.contradictions
    this.saidContradicted = opened.saidContradicted
    this.#article = article
    this.#ruler = ruler
    this.#unplaced = jsonOf(opened.unplaced) as readonly JsonObject[]
    this.#readOnly = opened.readOnly
    this.#now = place.now
    this.#head = opened.head ?? { revision: 0, created: at, modified: at }
    this.#problem = opened.problem && new Problem(opened.problem.kind, opened.problem.detail)
    this.ledger = new Ledger({ ...place, render: () => this.#render() }, opened.start)
  }

  /** Why the facts may not be changed, or null where they may. */
  refusal(): ProblemNotice | null {
    if (!this.#readOnly) return null
    return this.#problem && { kind: this.#problem.kind, detail: this.#problem.detail }
  }

  /** What a person should know of how the file was found, though it may be changed; told once. */
  takeTrouble(): ProblemNotice | null {
    if (this.#isToldOf || (this.#readOnly && this.#problem?.kind !== 'facts-git-conflict')) return null
    this.#isToldOf = true
    return this.#problem && { kind: this.#problem.kind, detail: this.#problem.detail }
  }

  /** The article's blocks with the corrections in place. */
  blocks(): Block[] {
    return this.#facts.correct(this.#article.text, this.#article.blocks)
  }

  /** The encoding and the fields that the article was given. */
  get said(): Said {
    return this.#facts.said
  }

  get metadata(): Metadata {
    return this.#facts.metadata
  }

  /** Resolves once the edit is on disk. Throws a Problem where the facts may not be changed. */
  async record(edit: FactsEdit): Promise<void> {
    if (this.#readOnly) throw this.#problem ?? new Problem('cannot-save')
    const recorded = factsEditToFile(edit, this.#ruler)
    const before = this.ledger.needsBase ? this.#render() : null
    this.#facts.apply(edit)
    this.#head = { ...this.#head, revision: this.#head.revision + 1, modified: this.#now().toISOString() }
    await this.ledger.record(recorded, this.#head.revision, before)
  }

  /** What the reader said that a block is, by its place among them. */
  readZone(at: number): Block['zone'] {
    return this.#article.blocks[at]!.zone
  }

  #render(): Iterable<string> {
    return [writeFacts(this.#head, this.#facts, this.#unplaced, this.#article, this.#ruler)]
  }
}
