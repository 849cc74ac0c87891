import { basename } from 'node:path'
import {
  addKinds,
  bySeverity,
  countKinds,
  type Finding,
  type Kinds,
  type Severity,
  severityOf,
} from '../../shared/checking/finding.ts'
import type { RuleId } from '../../shared/rules/rule.ts'
import { ruleIds } from '../../shared/rules/rule.ts'
import { words as en } from '../../shared/words/words.ts'
import type { CheckedWorkspace } from '../workspace/checkWorkspace.ts'

/** A finding with what a person reads of it. */
export interface ToldFinding extends Finding {
  readonly severity: Severity
  /** What is so, in a sentence. */
  readonly says: string
  /** What to do. */
  readonly todo: string
}

/** What `stet check --json` prints. Findings are errors before warnings before hints (which are listed where they are asked for), each by file. */
export interface CheckReport {
  readonly format: 'stet-check'
  readonly formatVersion: 1
  readonly workspace: string
  /** How much was looked at. */
  readonly checked: CheckedWorkspace['looked']
  readonly counts: { readonly errors: number; readonly warnings: number; readonly hints: number }
  /** How many there are of each kind. */
  readonly kinds: Kinds
  readonly findings: readonly ToldFinding[]
}

export function checkReport(folder: string, { findings, looked, hints }: CheckedWorkspace): CheckReport {
  const told = bySeverity(findings).map(toldOf)
  const kinds = addKinds([countKinds(findings.filter(({ kind }) => !isHint(kind))), hints])
  const countOf = (wanted: Severity) => told.filter(({ severity }) => severity === wanted).length
  return {
    format: 'stet-check',
    formatVersion: 1,
    workspace: basename(folder),
    checked: looked,
    counts: {
      errors: countOf('error'),
      warnings: countOf('warning'),
      hints: Object.values(hints).reduce((sum, count) => sum + count, 0),
    },
    kinds,
    findings: told,
  }
}

function toldOf({ kind, file, about, ...place }: Finding): ToldFinding {
  const said = isHint(kind)
    ? { says: en.findings.rulesById[kind].explain, todo: en.checking.hintTodo }
    : { says: en.checking.findings[kind].says(about).trim(), todo: en.checking.findings[kind].todo }
  return { severity: severityOf(kind), kind, file, ...place, about, ...said }
}

function isHint(kind: Finding['kind']): kind is RuleId {
  return (ruleIds as readonly string[]).includes(kind)
}
