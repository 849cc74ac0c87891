import { countKinds, type Finding, severityOf } from '../../shared/checking/finding.ts'
import type { Sealed } from '../../shared/organise/sealed.ts'
import { FACTS, parseSidecarName } from '../../shared/sidecar/names.ts'
import type { CheckedWorkspace } from '../workspace/checkWorkspace.ts'

/** What stands in the place of what a sealed layer says. */
const HUSHED = '…'

/**
 * What was found, as it may be told: of sealed layers, in their sidecars and histories, without what the layers say, and without hints, which
 * tell what is tagged. That something is wrong there is told. Hints have to be listed in `checked`, so that those of others can be counted.
 */
export function hushed(checked: CheckedWorkspace, sealed: Sealed, listsHints: boolean): CheckedWorkspace {
  const isSealed = (file: string) => {
    const layer = parseSidecarName(file) ?? ofHistory(file)
    return layer !== null && layer.annotator !== FACTS && sealed.hides(layer.article, layer.annotator)
  }
  const told = checked.findings.flatMap(finding => (isSealed(finding.file) ? withoutWords(finding) : finding))
  const isHint = ({ kind }: Finding) => severityOf(kind) === 'hint'
  return {
    ...checked,
    hints: countKinds(told.filter(isHint)),
    findings: listsHints ? told : told.filter(finding => !isHint(finding)),
  }
}

function withoutWords(finding: Finding): Finding[] {
  if (severityOf(finding.kind) === 'hint') return []
  const { quote, annotation, link, comment, verdict, entity, ...rest } = finding
  const saysSomething = [quote, annotation, link, comment, verdict, entity].some(one => one !== undefined)
  return [saysSomething ? { ...rest, about: HUSHED } : finding]
}

/** Whose history a file is, and of which article; null for any other file. */
function ofHistory(file: string): { readonly article: string; readonly annotator: string } | null {
  const [, article, annotator] = /^\.stet\/history\/(.+)\.([^./]+)\.[^./]+\.ndjson/.exec(file) ?? []
  return article === undefined || annotator === undefined ? null : { article, annotator }
}
