import { zones } from '../../shared/article/article.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useSealed } from '../look/useSealed.ts'
import type { ExportChoices } from '../state/exporting.ts'
import { SomeOf } from './SomeOf.tsx'

/** Whose annotations, of which articles, tags and zones. */
export function WhatGoesIn() {
  const { desk } = useWorkbench()
  const { exporting } = desk
  const choices = useValue(exporting, state => state.choices)
  const layers = useValue(exporting, state => state.begun?.layers) ?? []
  const me = useValue(desk.entrance, state => state.person)
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  const named = new Map(layers.map(({ annotator, name }) => [annotator, name]))
  const nameOf = (annotator: string): string => {
    if (annotator === me?.id) return en.exporting.me(me.name)
    const gold = /^gold-(.+)$/.exec(annotator)?.[1]
    return gold === undefined ? (named.get(annotator) ?? annotator) : en.exporting.gold(named.get(gold) ?? gold)
  }
  return (
    <fieldset className="export-part">
      <legend>{en.exporting.whatGoesIn}</legend>
      <SomeOf
        what="layers"
        label={en.exporting.layers}
        all={layers.map(({ annotator, articles }) => ({
          id: annotator,
          name: en.exporting.layer(nameOf(annotator), articles),
        }))}
      />
      <SealedLine />
      <Articles />
      <label className="choice">
        <input
          type="checkbox"
          checked={choices.anonymous}
          onChange={event => exporting.choose({ anonymous: event.target.checked })}
        />
        {en.exporting.anonymous}
      </label>
      <SomeOf what="tags" label={en.exporting.tags} folded all={tags.map(({ id, label }) => ({ id, name: label }))} />
      <SomeOf
        what="zones"
        label={en.exporting.zones}
        hint={en.exporting.zonesHint}
        folded
        all={zones.map(zone => ({ id: zone, name: en.reading.zones[zone] }))}
      />
    </fieldset>
  )
}

function Articles() {
  const { desk } = useWorkbench()
  const { exporting } = desk
  const chosen = useValue(exporting, state => state.choices.articles)
  const all = useValue(exporting, state => state.begun?.articles.length ?? 0)
  const isOpen = useValue(desk.reading, state => state.article !== null)
  const rows = useValue(desk.workspace, desk.visibleRows)
  const count = useValue(exporting, () => exporting.articles().length)
  const there = new Set(exporting.getState().begun?.articles)
  const listed = rows.filter(({ ticket }) => there.has(ticket)).length
  const names: Record<ExportChoices['articles'], string> = {
    all: en.exporting.articleChoices.all(all),
    listed: en.exporting.articleChoices.listed(listed),
    open: en.exporting.articleChoices.open,
  }
  return (
    <div className="export-row">
      <label>
        <span>{en.exporting.articles}</span>
        <select
          value={chosen}
          onChange={event => exporting.choose({ articles: event.target.value as ExportChoices['articles'] })}
        >
          {(Object.keys(names) as ExportChoices['articles'][]).map(name => (
            <option key={name} value={name} disabled={name === 'open' && !isOpen}>
              {names[name]}
            </option>
          ))}
        </select>
      </label>
      {count === 0 && (
        <p className="wrong" role="status">
          {en.exporting.openHasNone}
        </p>
      )}
    </div>
  )
}

/** Layers of a sealed coding that the person isn't shown yet: they stay out, unless somebody takes them in and is told what that means. */
function SealedLine() {
  const { desk } = useWorkbench()
  const { exporting } = desk
  const sealed = useSealed()
  const rows = useValue(desk.workspace, state => state.rows)
  const count = useValue(exporting, () => {
    const layers = new Set(exporting.layers())
    return exporting.articles().reduce((sum, ticket) => {
      const row = rows.get(ticket)
      const hidden = row?.known?.layers.filter(one => layers.has(one) && sealed.hides(row.path, one)) ?? []
      return sum + hidden.length
    }, 0)
  })
  const withSealed = useValue(exporting, state => state.withSealed)
  if (count === 0) return null
  return (
    <div className="export-sealed">
      {!withSealed && <p role="status">{en.organising.leftOutOfExport(count)}</p>}
      <label className="choice">
        <input type="checkbox" checked={withSealed} onChange={event => exporting.chooseSealed(event.target.checked)} />
        {en.organising.exportSealed(count)}
      </label>
      {withSealed && (
        <p className="wrong" role="status">
          {en.organising.exported}
        </p>
      )}
    </div>
  )
}
