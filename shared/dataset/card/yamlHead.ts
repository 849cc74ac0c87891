import type { DatasetCounts } from './counts.ts'

/** A part of the dataset and the files that hold it, as a pattern inside its folder. */
export interface CardFiles {
  readonly split: string
  readonly path: string
}

/** Licences by the names that the Hugging Face hub has for them. */
const knownLicences = new Set(
  'apache-2.0 mit bsd-2-clause bsd-3-clause cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-permissive-1.0 cdla-permissive-2.0 cdla-sharing-1.0 gfdl odbl odc-by pddl unlicense'.split(
    ' ',
  ),
)

/** What the hub reads before the words of a card, between two lines of dashes. A licence that nobody said is `unknown`. */
export function yamlHead(name: string, licence: string, counts: DatasetCounts, files: readonly CardFiles[]): string {
  const languages = languageCodes(counts)
  const id = licence.trim().toLowerCase()
  const lines = [
    `pretty_name: ${JSON.stringify(name)}`,
    ...(languages.length > 0 ? ['language:', ...languages.map(code => `- ${JSON.stringify(code)}`)] : []),
    ...(id === ''
      ? ['license: unknown']
      : knownLicences.has(id)
        ? [`license: ${id}`]
        : ['license: other', `license_name: ${JSON.stringify(licence.trim())}`]),
    'size_categories:',
    `- ${sizeOf(counts.articles)}`,
    'task_categories:',
    '- token-classification',
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...files.flatMap(({ split, path }) => [`  - split: ${JSON.stringify(split)}`, `    path: ${JSON.stringify(path)}`]),
  ]
  return `---\n${lines.join('\n')}\n---\n`
}

/** The codes of the articles' languages, without their countries; what is no code is left to the words. */
function languageCodes({ languages }: Pick<DatasetCounts, 'languages'>): string[] {
  const codes = [...languages.keys()].flatMap(words => /^([a-z]{2,3})(?:[-_]|$)/i.exec(words)?.[1]?.toLowerCase() ?? [])
  return [...new Set(codes)].sort()
}

/** How many rows there are, as the hub counts them. */
function sizeOf(rows: number): string {
  const steps = ['1K', '10K', '100K', '1M', '10M', '100M', '1B', '10B', '100B', '1T']
  const step = Math.max(3, String(Math.max(1, rows)).length) - 3
  return step === 0 ? 'n<1K' : step >= steps.length ? 'n>1T' : `${steps[step - 1]}<n<${steps[step]}`
}
