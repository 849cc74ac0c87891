import { useMemo } from 'react'
import { zones } from '../../shared/article/article.ts'
import { isSame } from '../../shared/json/isSame.ts'
import { type AskedAttribute, emptyQuery, type Query } from '../../shared/search/query.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { EntitySearch } from '../look/EntitySearch.tsx'
import { useSealed } from '../look/useSealed.ts'
import { useWhose } from '../look/useWhose.ts'
import { Button } from '../ui/Button.tsx'
import { AnswerFilter } from './AnswerFilter.tsx'
import { countOfFilters } from './countOfFilters.ts'
import { DayField } from './DayField.tsx'
import { nameOfAsked } from './filterChoices.ts'

type Listed = 'tags' | 'annotators' | 'zones'
interface Choice {
  readonly label: string
  readonly value: string
}

/** What hits must have besides their words. Several of one kind are alternatives. */
export function Filters() {
  const { desk } = useWorkbench()
  const { searching } = desk
  const query = useValue(searching, state => state.query)
  const choices = useChoices(query.what)
  const isOfLinks = query.what === 'links'
  const nameOf = (of: Listed) => (of === 'tags' && isOfLinks ? en.search.kindOfLink : en.search.filter[of])

  function list(of: Listed) {
    if (choices[of].length === 0) return null
    return (
      <select
        aria-label={nameOf(of)}
        value=""
        onChange={event => {
          const value = event.target.value === '' ? '' : choices[of][Number(event.target.value)]!.value
          if (value !== '' && !(query[of] as readonly string[]).includes(value))
            searching.change({ [of]: [...query[of], value] } as Partial<Query>)
        }}
      >
        <option value="">{nameOf(of)}</option>
        {choices[of].map(({ label, value }, i) => (
          <option key={value} value={i}>
            {label}
          </option>
        ))}
      </select>
    )
  }

  function ask(asked: AskedAttribute): void {
    const { attributes } = searching.getState().query
    if (!attributes.some(one => isSame(one, asked))) searching.change({ attributes: [...attributes, asked] })
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself
    <div className="search-filters" role="group" aria-label={en.search.filters}>
      {list('tags')}
      {!isOfLinks && <AnswerFilter onAsk={ask} />}
      <EntitySearch
        label={isOfLinks ? en.search.leadsTo : en.search.filter.entities}
        isLabelInside
        value=""
        isOut={({ id }) => query.entities.includes(id)}
        onChoose={({ id }) => searching.change({ entities: [...query.entities, id] })}
      />
      {list('annotators')}
      {list('zones')}
      {!isOfLinks && <DayField of="from" />}
      {!isOfLinks && <DayField of="to" />}
      <Chosen choices={choices} />
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

/** The filters that are on, each with a way to take it off. */
function Chosen({ choices }: { choices: Readonly<Record<Listed, readonly Choice[]>> }) {
  const { desk } = useWorkbench()
  const { searching } = desk
  const query = useValue(searching, state => state.query)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const labelIn = (of: Listed, value: string) => choices[of].find(one => one.value === value)?.label ?? value
  const chosen = [
    ...(['tags', 'annotators', 'zones'] as const).flatMap(of =>
      query[of].map(value => ({ of, value: value as unknown, label: labelIn(of, value) })),
    ),
    ...query.attributes.map(value => ({ of: 'attributes' as const, value, label: nameOfAsked(codebook, value) })),
    ...query.entities.map(value => ({ of: 'entities' as const, value, label: desk.entities.nameOf(value) ?? value })),
  ]
  return chosen.map(({ of, value, label }) => (
    <button
      key={`${of} ${JSON.stringify(value)}`}
      type="button"
      className="chosen-filter"
      aria-label={en.search.takeOff(label)}
      onClick={() => {
        const rest = (query[of] as readonly unknown[]).filter(one => !isSame(one, value))
        searching.change({ [of]: rest } as Partial<Query>)
      }}
    >
      <bdi>{label}</bdi> <span aria-hidden="true">×</span>
    </button>
  ))
}

/** What can be chosen for each filter that is a list, by its label. */
function useChoices(what: Query['what']): Readonly<Record<Listed, readonly Choice[]>> {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const rows = useValue(desk.workspace, state => state.rows)
  const sealed = useSealed()
  const whose = useWhose()
  const annotators = useMemo(() => {
    const ids = new Set(
      [...rows.values()].flatMap(({ path, known }) => (known?.layers ?? []).filter(one => !sealed.hides(path, one))),
    )
    return [...ids].map(id => ({ label: whose(id), value: id })).sort((a, b) => (a.label < b.label ? -1 : 1))
  }, [rows, sealed, whose])
  const tags = what === 'links' ? codebook.links : codebook.tags
  return {
    tags: tags.map(({ id, label }) => ({ label, value: id })),
    annotators,
    zones: zones.map(zone => ({ label: en.reading.zones[zone], value: zone })),
  }
}
