import type { ReactNode } from 'react'
import type { Span } from '../../shared/annotation/span.ts'
import { around } from '../../shared/review/around.ts'
import type { Case, CaseLink, Opinion } from '../../shared/review/case.ts'
import { placeOfCase } from '../../shared/review/judgedWas.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import type { CaseColumn } from '../commands/reviewingActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import { spell } from '../state/spell.ts'
import { Swatch } from '../ui/Swatch.tsx'

/** One thing that layers say, as each of them has it. */
interface Field {
  readonly id: string
  readonly label: string
  /** What makes two of them the same; undefined where a layer says nothing here at all. */
  readonly values: readonly (string | undefined)[]
  readonly show: (opinion: Opinion) => ReactNode
}

/** What each layer says, side by side and field by field; what differs is marked by a sign and a frame. */
export function CaseTable({ one, columns }: { one: Case; columns: readonly CaseColumn[] }) {
  const fields = useFields(one, columns)
  return (
    <table className="case-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{en.deciding.field.who}</span>
          </th>
          {columns.map(({ layer, letter, name }) => (
            <th key={layer} scope="col">
              <span className="letter">{letter}</span> {name !== letter && <bdi>{name}</bdi>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(field => {
          const told = field.values.filter(value => value !== undefined)
          const isApart = new Set(told).size > 1
          return (
            <tr key={field.id} className={isApart ? 'apart' : ''}>
              <th scope="row">
                {isApart && (
                  <span className="apart-sign" title={en.deciding.differs}>
                    <span aria-hidden="true">≠</span>
                    <span className="hidden">{en.deciding.differs}</span>
                  </span>
                )}{' '}
                {field.label}
              </th>
              {columns.map(({ layer, opinion }) => (
                <td key={layer} dir="auto">
                  {opinion ? field.show(opinion) : field.id === 'tag' && <i>{en.deciding.nothing}</i>}
                </td>
              ))}
            </tr>
          )
        })}
        <Verdicts one={one} columns={columns} />
      </tbody>
    </table>
  )
}

/** What has been decided of each. */
function Verdicts({ one, columns }: { one: Case; columns: readonly CaseColumn[] }) {
  if (one.verdicts.length === 0) return null
  const verdictOn = ({ opinion }: CaseColumn) =>
    one.verdicts.findLast(({ on }) => on.layer === opinion?.layer && on.annotation === opinion.annotation)?.verdict
  return (
    <tr className="case-verdicts">
      <th scope="row">{en.deciding.inGold}</th>
      {columns.map(column => {
        const verdict = verdictOn(column)
        return <td key={column.layer}>{verdict === undefined ? '' : (en.deciding.verdicts[verdict] ?? verdict)}</td>
      })}
    </tr>
  )
}

/** What any of the opinions says; what none says is no row. */
function useFields(one: Case, columns: readonly CaseColumn[]): readonly Field[] {
  const { desk } = useWorkbench()
  const tags = useTags()
  const { attributes, links } = useValue(desk.workspace, state => state.codebook)
  const article = useValue(desk.reading, state => state.article)
  const entry = desk.reviewing.current()
  const text = article?.ticket === entry?.article ? article?.text : undefined
  const opinions = columns.map(({ opinion }) => opinion)
  const said = opinions.flatMap(opinion => opinion ?? [])
  const of = (value: (opinion: Opinion) => string) => opinions.map(opinion => opinion && value(opinion))
  const fields: Field[] = [
    {
      id: 'tag',
      label: en.deciding.field.tag,
      values: of(({ tag }) => tag),
      show: opinion => {
        const tag = tagOf(tags, opinion.tag)
        return (
          <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint}>
            {tag.label}
          </Swatch>
        )
      },
    },
    {
      id: 'words',
      label: en.deciding.field.words,
      values: of(({ spans }) => JSON.stringify(spans.map(({ start, end }) => [start, end]))),
      show: opinion => <Words opinion={opinion} place={placeOfCase(one, text ?? '')} text={text} />,
    },
  ]
  const asked = [...new Set(said.flatMap(opinion => Object.keys(opinion.attributes)))]
  const place = (id: string) => {
    const at = attributes.findIndex(one => one.id === id)
    return at === -1 ? attributes.length : at
  }
  for (const id of asked.sort((one, other) => place(one) - place(other))) {
    const question = attributes.find(one => one.id === id)
    const answer = (opinion: Opinion) => opinion.attributes[id]
    fields.push({
      id: `attribute ${id}`,
      label: question?.label ?? id,
      values: of(opinion => JSON.stringify(answer(opinion) ?? null)),
      show: opinion => {
        const value = answer(opinion)
        return value === undefined ? en.deciding.empty : spell(value, question?.choices ?? [])
      },
    })
  }
  if (said.some(({ entity }) => entity !== undefined))
    fields.push({
      id: 'entity',
      label: en.deciding.field.entity,
      values: of(({ entity }) => entity ?? ''),
      show: ({ entity }) => (entity === undefined ? en.deciding.empty : (desk.entities.nameOf(entity) ?? entity)),
    })
  if (said.some(opinion => opinion.links.length > 0))
    fields.push({
      id: 'links',
      label: en.deciding.field.links,
      values: of(opinion =>
        opinion.links
          .map(link => linkKey(link))
          .sort()
          .join(),
      ),
      show: opinion => (
        <ul>
          {opinion.links.map(link => (
            <li key={link.id}>
              {en.deciding.link(links.find(one => one.id === link.type)?.label ?? link.type, endOf(link))}
            </li>
          ))}
        </ul>
      ),
    })
  if (said.some(({ note }) => note))
    fields.push({
      id: 'note',
      label: en.deciding.field.note,
      values: of(({ note }) => note ?? ''),
      show: ({ note }) => note ?? en.deciding.empty,
    })
  return fields

  function endOf({ to }: CaseLink): string {
    if ('annotation' in to) return `“${to.quote}”`
    return 'entity' in to ? (desk.entities.nameOf(to.entity) ?? to.entity) : en.deciding.author
  }
}

function linkKey({ type, to, attributes }: CaseLink): string {
  const end = 'annotation' in to ? [to.tag, to.spans.map(({ start, end }) => [start, end])] : to
  return JSON.stringify([type, end, Object.entries(attributes).sort()])
}

interface WordsProps {
  readonly opinion: Opinion
  /** Where that was which nobody says any more; null where nobody knows. */
  readonly place: Span | null
  readonly text: string | undefined
}

/** The words with what stands around them, where the article is at hand. */
function Words({ opinion: { quote, spans }, place, text }: WordsProps) {
  const [first, last] = [spans[0], spans.at(-1)]
  const span = first && last ? { start: first.start, end: last.end } : place
  const near = text === undefined || !span ? null : around(text, span)
  return (
    <span className="case-words">
      {near && <span className="faint">{withUnseenShown(lastOf(near.before))}</span>}
      <mark>{withUnseenShown(quote)}</mark>
      {near && <span className="faint">{withUnseenShown(firstOf(near.after))}</span>}
    </span>
  )
}

/** As much of the surroundings as a narrow column has room for. */
const SURROUNDINGS = 28

function lastOf(words: string): string {
  const letters = [...words]
  return letters.length > SURROUNDINGS ? `…${letters.slice(-SURROUNDINGS).join('')}` : words
}

function firstOf(words: string): string {
  const letters = [...words]
  return letters.length > SURROUNDINGS ? `${letters.slice(0, SURROUNDINGS).join('')}…` : words
}
