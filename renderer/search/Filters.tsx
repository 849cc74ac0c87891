import { useId, useMemo, useState } from 'react'
import { zones } from '../../shared/article/article.ts'
import { isSame } from '../../shared/json/isSame.ts'
import { emptyQuery, type Query } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { countOfFilters } from './countOfFilters.ts'

type Listed = 'tags' | 'attributes' | 'entities' | 'annotators' | 'zones'
interface Choice {
  readonly label: string
  readonly value: Query[Listed][number]
}

/** What hits must have besides their words. Several of one kind are alternatives. */
export function Filters() {
  const { desk } = useWorkbench()
  const { searching } = desk
  const query = useValue(searching, state => state.query)
  const choices = useChoices(query.what)
  const lists: readonly Listed[] =
    query.what === 'links'
      ? ['tags', 'entities', 'annotators', 'zones']
      : ['tags', 'attributes', 'entities', 'annotators', 'zones']

  function change(of: Listed, values: readonly unknown[]): void {
    searching.change({ [of]: values } as Partial<Query>)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself
    <div className="search-filters" role="group" aria-label={en.search.filters}>
      {lists
        .filter(of => choices[of].length > 0)
        .map(of => (
          <select
            key={of}
            aria-label={of === 'tags' && query.what === 'links' ? en.search.kindOfLink : en.search.filter[of]}
            value=""
            onChange={event => {
              const chosen = choices[of][Number(event.target.value)]
              const has = (query[of] as readonly unknown[]).some(one => isSame(one, chosen?.value))
              if (chosen && !has) change(of, [...query[of], chosen.value])
            }}
          >
            <option value="">
              {of === 'tags' && query.what === 'links' ? en.search.kindOfLink : en.search.filter[of]}
            </option>
            {choices[of].map(({ label, value }, i) => (
              <option key={JSON.stringify(value)} value={i}>
                {label}
              </option>
            ))}
          </select>
        ))}
      {query.what !== 'links' && <Day of="from" />}
      {query.what !== 'links' && <Day of="to" />}
      {lists.flatMap(of =>
        query[of].map(value => {
          const label = choices[of].find(one => isSame(one.value, value))?.label ?? String(value)
          return (
            <button
              key={`${of} ${JSON.stringify(value)}`}
              type="button"
              className="chosen-filter"
              aria-label={en.search.takeOff(label)}
              onClick={() =>
                change(
                  of,
                  (query[of] as readonly unknown[]).filter(one => !isSame(one, value)),
                )
              }
            >
              {label} <span aria-hidden="true">×</span>
            </button>
          )
        }),
      )}
      {countOfFilters(query) > 1 && (
        <Button
          look="plain"
          onClick={() => {
            const { words, matchCase, diacritics, wholeWord, regex, what } = query
            searching.replace({ ...emptyQuery, words, matchCase, diacritics, wholeWord, regex, what })
          }}
        >
          {en.search.clear}
        </Button>
      )}
    </div>
  )
}

/** When an annotation was last changed: a year, a month or a day. */
function Day({ of }: { of: 'from' | 'to' }) {
  const { desk } = useWorkbench()
  const { searching } = desk
  const id = useId()
  const value = useValue(searching, state => state.query[of] ?? '')
  const [text, setText] = useState(value)
  const isWrong = text !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)

  function write(next: string): void {
    setText(next)
    const { [of]: _, ...others } = searching.getState().query
    if (next === '') searching.replace(others)
    else if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(next))
      searching.replace({ ...others, [of]: next })
  }

  return (
    <>
      <input
        className="field day"
        aria-label={en.search[of]}
        title={en.search[of]}
        placeholder={en.search[of]}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        size={12}
        maxLength={10}
        value={text}
        onChange={event => write(event.target.value.trim())}
      />
      {isWrong && (
        <span id={id} className="wrong">
          {en.search.badDay}
        </span>
      )}
    </>
  )
}

/** What can be chosen for each filter, by its label. */
function useChoices(what: Query['what']): Readonly<Record<Listed, readonly Choice[]>> {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const rows = useValue(desk.workspace, state => state.rows)
  const version = useValue(desk.project, state => state.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the register changes in place, with its version
  const entities = useMemo(
    () =>
      [...desk.project.getState().entities.values()]
        .filter(({ mergedInto }) => mergedInto === undefined)
        .map(({ id, name }) => ({ label: name, value: id }))
        .sort((one, other) => (one.label < other.label ? -1 : 1)),
    [desk, version],
  )
  const annotators = useMemo(() => {
    const ids = new Set([...rows.values()].flatMap(({ known }) => known?.layers ?? []))
    return [...ids].sort().map(id => ({ label: id, value: id }))
  }, [rows])
  const attributes = codebook.attributes.flatMap(({ tag, id, label, kind, choices }) => {
    const name = (value: string) =>
      en.search.attributeIs(`${codebook.tags.find(one => one.id === tag)?.label ?? tag}, ${label}`, value)
    const values: [string, string | boolean | null][] =
      kind === 'yes-no'
        ? [
            [en.inspector.yes, true],
            [en.inspector.no, false],
          ]
        : choices.map(choice => [choice.label, choice.id])
    return [...values, [en.search.notSet, null] as const].map(([shown, value]) => ({
      label: name(shown),
      value: { tag, id, value },
    }))
  })
  const tags = what === 'links' ? codebook.links : codebook.tags
  return {
    tags: tags.map(({ id, label }) => ({ label, value: id })),
    attributes,
    entities,
    annotators,
    zones: zones.map(zone => ({ label: en.reading.zones[zone], value: zone })),
  }
}
