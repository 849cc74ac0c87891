import type { Unit } from '../../text/ruler.ts'
import type { DatasetHead } from '../dataset.ts'
import type { LeftOut } from '../fit.ts'
import { agreedTable } from './agreed.ts'
import type { DatasetCounts } from './counts.ts'
import { type CardFiles, yamlHead } from './yamlHead.ts'

/** What a card says beside what can be counted. */
export interface CardFacts {
  readonly unit: Unit
  readonly withText: boolean
  /** In the words of whoever exports, or the name of a licence; '' where nobody said one. */
  readonly licence: string
  readonly files: readonly CardFiles[]
  /** What the format could not say; null where it is another's to know. */
  readonly leftOut?: readonly Pick<LeftOut, 'feature' | 'done'>[]
  /** Families of near-duplicate articles that the split kept whole, and how many articles those have; left out where it isn't known. */
  readonly families?: { readonly count: number; readonly articles: number }
  /** Which part of the articles this is, as `2/8`; left out for all of them. */
  readonly shard?: string
}

const units: Readonly<Record<Unit, string>> = {
  codepoint: 'code points (what Python counts)',
  utf16: 'UTF-16 units (what JavaScript and Java count)',
  utf8: 'bytes of UTF-8',
}

/** Names that are listed, of many. */
const SHOWN = 30

/**
 * The card of a dataset: Markdown, with the head that the Hugging Face hub
 * expects. It says what was counted and what was said, and nothing else.
 */
export function cardOf(head: DatasetHead, counts: DatasetCounts, facts: CardFacts): string {
  const sections = [
    ['What is in it', contents(counts, facts)],
    ['Parts', parts(head, counts, facts)],
    ['Offsets', offsets(facts)],
    ['Codebook', codebook(head, counts)],
    ['How far the annotators agree', agreedTable(counts.agreed, tag => `\`${inline(tag)}\``)],
    ['Where it comes from', provenance(head, counts)],
    ['Licence', [licence(facts)]],
    ['Known gaps', gaps(head, counts, facts)],
    ['What was left out', leftOut(facts)],
  ] as const
  const words = sections.map(([title, lines]) => (lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}\n`))
  return [yamlHead(head.name, facts.licence, counts, facts.files), `# ${inline(head.name)}\n`, ...words]
    .filter(part => part !== '')
    .join('\n')
}

function contents(counts: DatasetCounts, { shard }: CardFacts): string[] {
  const { articles, characters, annotations, links, annotators } = counts
  return [
    ...(shard ? [`This is shard ${shard}: its articles alone are counted here.`, ''] : []),
    '| | |',
    '|---|---|',
    `| articles | ${articles} |`,
    `| characters of text | ${characters} |`,
    `| annotators | ${annotators.size} |`,
    `| annotations | ${annotations} |`,
    `| links | ${links} |`,
  ]
}

function parts({ splits }: DatasetHead, counts: DatasetCounts, { families }: CardFacts): string[] {
  if (splits.length === 0) return ['It is not split: all of it is in one part.']
  const named = [...splits, ...(counts.parts.has('') ? [''] : [])]
  const rows = named.map(name => {
    const { articles, annotations, links } = counts.parts.get(name) ?? { articles: 0, annotations: 0, links: 0 }
    return `| ${name === '' ? 'in no part' : inline(name)} | ${articles} | ${annotations} | ${links} |`
  })
  return [
    ...(families
      ? [
          `Articles that are nearly the same never stand in two parts: ${counted(families.count, 'family', 'families')} of together ${counted(families.articles, 'article', 'articles')} stayed whole.`,
          '',
        ]
      : []),
    '| part | articles | annotations | links |',
    '|---|---|---|---|',
    ...rows,
  ]
}

function offsets({ unit, withText }: CardFacts): string[] {
  return [
    `Starts and ends count ${units[unit]}, from 0; an end is the first place that isn’t of the words any more.`,
    ...(withText ? [] : ['The texts of the articles are not in it; offsets count in them all the same.']),
  ]
}

function codebook({ codebook }: DatasetHead, counts: DatasetCounts): string[] {
  const attributesOf = (tag: string) => codebook.attributes.filter(attribute => attribute.tag === tag)
  const choicesOf = (choices: readonly { readonly id: string }[]) =>
    choices.length === 0 ? '' : `: ${choices.map(({ id }) => `\`${id}\``).join(', ')}`
  return [
    `\`${codebook.id}\`, version ${codebook.version}.`,
    '',
    ...codebook.tags.flatMap(({ id, label, guidance }) => [
      `- **${inline(label)}** (\`${id}\`, ${counted(counts.tags.get(id) ?? 0, 'annotation', 'annotations')}): ${inline(guidance)}`,
      ...attributesOf(id).map(
        ({ id, label, choices, guidance }) =>
          `  - ${inline(label)} (\`${id}\`)${choicesOf(choices)}${guidance ? `. ${inline(guidance)}` : ''}`,
      ),
    ]),
    ...strangeTags(codebook, counts),
    ...(codebook.links.length === 0 ? [] : ['', 'Links:', '']),
    ...codebook.links.map(
      ({ id, label, from, to }) =>
        `- **${inline(label)}** (\`${id}\`, ${counts.types.get(id) ?? 0}): ${from.join(', ')} → ${to.join(', ')}`,
    ),
  ]
}

function strangeTags({ tags }: DatasetHead['codebook'], counts: DatasetCounts): string[] {
  const known = new Set(tags.map(({ id }) => id))
  return [...counts.tags]
    .filter(([tag]) => !known.has(tag))
    .map(
      ([tag, count]) =>
        `- \`${tag}\` (${counted(count, 'annotation', 'annotations')}), which the codebook doesn’t have`,
    )
}

function provenance({ annotators }: DatasetHead, counts: DatasetCounts): string[] {
  const { first, last, outlets, statuses } = counts
  const people = annotators.filter(({ id }) => counts.annotators.has(id))
  return [
    'News articles that people annotated by hand, or whose annotations they took over, in Stet.',
    '',
    `- Annotators: ${listed(people.map(({ id, name }) => `${name ? `${inline(name)} ` : ''}(\`${id}\`, ${counted(counts.annotators.get(id)!, 'article', 'articles')})`))}`,
    `- Layers: ${listed([...statuses].map(([status, count]) => `${count} ${status || 'of no status'}`))}`,
    `- Outlets: ${listed([...outlets].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${inline(name)} (${count})`))}`,
    `- Published: ${first === null ? 'not known' : first === last ? first : `${first} to ${last}`}`,
  ]
}

function licence({ licence }: CardFacts): string {
  if (licence.trim() === '')
    return 'None was said. Whoever passes this on must know whose the texts and the annotations are.'
  return inline(licence.trim())
}

function gaps({ codebook }: DatasetHead, counts: DatasetCounts, { withText }: CardFacts): string[] {
  const { bare, statuses, unknown } = counts
  const inProgress = statuses.get('in-progress') ?? 0
  const missing = [
    ...(bare > 0 ? [`${bare} of ${counted(counts.articles, 'article has', 'articles have')} no annotation.`] : []),
    ...(inProgress > 0 ? [`${counted(inProgress, 'layer is', 'layers are')} still in progress.`] : []),
    ...(unknown.outlet > 0 ? [`Of ${counted(unknown.outlet, 'article', 'articles')} the outlet isn’t known.`] : []),
    ...(unknown.published > 0 ? [`Of ${counted(unknown.published, 'article', 'articles')} the date isn’t known.`] : []),
    ...(unknown.language > 0
      ? [`Of ${counted(unknown.language, 'article', 'articles')} the language isn’t said.`]
      : []),
    ...counts.unusedTags().map(tag => `No annotation is tagged \`${tag}\`.`),
    ...codebook.attributes.flatMap(({ tag, id, retired }) => {
      const [open, all] = [counts.unanswered(tag, id), counts.tags.get(tag) ?? 0]
      return retired || open === 0 ? [] : [`\`${id}\` isn’t answered by ${open} of ${all} \`${tag}\` annotations.`]
    }),
    ...(withText ? [] : ['Without the articles’ texts the context of an annotation can’t be seen.']),
    ...(counts.agreed.articles > 0
      ? []
      : ['Nobody annotated what another did, so that nothing is known of how far people agree.']),
  ]
  return missing.map(line => `- ${line}`)
}

function leftOut({ leftOut }: CardFacts): string[] {
  const receipt =
    'What was not chosen for this dataset isn’t counted here; the receipt beside it lists what was left out, annotation by annotation.'
  if (leftOut === undefined || leftOut.length === 0) return ['The format says all that was chosen.', receipt]
  const kinds = new Map<string, number>()
  for (const { feature, done } of leftOut) kinds.set(`${feature}: ${done}`, (kinds.get(`${feature}: ${done}`) ?? 0) + 1)
  return [...[...kinds].map(([kind, count]) => `- ${kind} (${count})`), '', receipt]
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'not known'
  const more = names.length - SHOWN
  return `${names.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Words of others on one line, with nothing in them that Markdown or a browser would take for a sign of its own. */
function inline(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
}
