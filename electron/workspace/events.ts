import type { ArticleRow, Copy, Stray } from '../../shared/contract/contract.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { FACTS } from '../../shared/sidecar/names.ts'
import type { Change } from './tree.ts'

/** One article in the list. The contract's row without the tickets, which are the bridge's. */
export type Row = Omit<ArticleRow, 'ticket' | 'copies'> & { readonly copies?: readonly CopyRow[] }
/** A copy, without the ticket, and where it is inside the workspace. */
export type CopyRow = Omit<Copy, 'ticket'> & { readonly path: string }
/** An offer to a person, without the ticket. */
export type StrayRow = Omit<Stray, 'ticket'>

/** What an open workspace tells, many things at a time. */
export type WorkspaceEvent =
  | { readonly kind: 'rows'; readonly changed: readonly Row[]; readonly removed: readonly string[] }
  | { readonly kind: 'strays'; readonly strays: readonly StrayRow[] }
  /** What sync services left of the project file. */
  | { readonly kind: 'copies'; readonly copies: readonly CopyRow[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'problem'; readonly problem: ProblemNotice }
  /** A file was changed by someone: perhaps by this program itself, so whoever has it open compares its content. */
  | Outside

export interface Outside {
  readonly kind: 'outside'
  readonly path: string
  readonly what: 'text' | 'layer' | 'gone'
  /** Whose layer, where it is a layer; `article` for the facts. */
  readonly annotator: string | null
}

/** What a change means for whoever has the article open. */
export function outsideOf({ path, was, is }: Change): Outside[] {
  if (!was) return []
  if (!is) return [{ kind: 'outside', path, what: 'gone', annotator: null }]
  const events: Outside[] = []
  if (was.bytes !== is.bytes || was.mtimeMs !== is.mtimeMs)
    events.push({ kind: 'outside', path, what: 'text', annotator: null })
  const annotators = new Set([...was.layers, ...is.layers].map(({ annotator }) => annotator))
  for (const annotator of annotators) {
    const [before, after] = [was, is].map(({ layers }) => layers.find(layer => layer.annotator === annotator))
    if (before?.bytes !== after?.bytes || before?.mtimeMs !== after?.mtimeMs) {
      events.push({ kind: 'outside', path, what: 'layer', annotator })
    }
  }
  if (was.facts?.bytes !== is.facts?.bytes || was.facts?.mtimeMs !== is.facts?.mtimeMs)
    events.push({ kind: 'outside', path, what: 'layer', annotator: FACTS })
  return events
}
