import { useState } from 'react'
import { isOffered } from '../../shared/codebook/offered.ts'
import type { HitAction } from '../../shared/search/bulk.ts'
import { words as en } from '../../shared/words/words.ts'
import { doToTicked } from '../commands/bulkActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type Item, Picker, type Place } from '../ui/Picker.tsx'
import { likelyEntities } from './likelyEntities.ts'

/** An item of the menu: it does something, or asks further. */
interface Choice extends Item {
  readonly act: HitAction | { readonly ask: readonly Choice[] }
}

/** What can be done to the ticked hits: words are tagged; annotations get another tag, an answer or an entity, or go. */
export function BulkMenu({ place, onClose }: { place: Place; onClose: () => void }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const { query, found } = desk.searching.getState()
  const [asked, setAsked] = useState<{ readonly title: string; readonly choices: readonly Choice[] } | null>(null)
  const choices = asked?.choices ?? (query.what === 'text' ? words() : annotations())

  function words(): Choice[] {
    return codebook.tags.filter(isOffered).map(({ id, label, key }) => ({
      id,
      label: en.bulk.tagAs(label),
      ...(key && { key }),
      act: { kind: 'tag', tag: id, attributes: {}, rule: 'search' },
    }))
  }

  function annotations(): Choice[] {
    const ticked = found.tickedHits()
    const present = new Set(ticked.map(({ annotation }) => annotation?.tag))
    const retags = codebook.tags.filter(isOffered).map(
      ({ id, label, key }): Choice => ({
        id: `tag ${id}`,
        label: en.bulk.retag(label),
        ...(key && { key }),
        act: { kind: 'retag', tag: id },
      }),
    )
    const asks = codebook.attributes
      .filter(({ tag, kind }) => present.has(tag) && (kind === 'choice' || kind === 'yes-no'))
      .map(({ tag, id, label, kind, choices }): Choice => {
        const name = present.size > 1 ? `${codebook.tags.find(one => one.id === tag)?.label ?? tag}, ${label}` : label
        const values: [string, string | boolean][] =
          kind === 'choice'
            ? choices.map(choice => [choice.label, choice.id])
            : [
                [en.inspector.yes, true],
                [en.inspector.no, false],
              ]
        const answers = [...values, [en.bulk.notSet, null] as const].map(
          ([shown, value]): Choice => ({
            id: String(value),
            label: shown,
            act: { kind: 'attribute', tag, id, value },
          }),
        )
        return { id: `attribute ${tag} ${id}`, label: en.bulk.answer(name), act: { ask: answers } }
      })
    const entities = likelyEntities(
      desk.project.getState().entities.values(),
      ticked.map(({ quote }) => quote),
    ).map(({ id, name, kind }): Choice => ({ id, label: name, hint: kind, act: { kind: 'entity', entity: id } }))
    return [
      ...retags,
      ...asks,
      ...(entities.length > 0
        ? [{ id: 'entity', label: en.bulk.entity, act: { ask: entities } } satisfies Choice]
        : []),
      { id: 'no entity', label: en.bulk.noEntity, act: { kind: 'entity', entity: null } },
      { id: 'remove', label: en.bulk.remove, act: { kind: 'remove' } },
    ]
  }

  function pick(id: string): void {
    const choice = choices.find(one => one.id === id)
    if (!choice) return
    if ('ask' in choice.act) {
      setAsked({ title: choice.label, choices: choice.act.ask })
      return
    }
    onClose()
    void doToTicked(desk, choice.act)
  }

  return (
    <Picker
      key={asked?.title ?? ''}
      title={asked?.title ?? en.bulk.menu}
      items={choices}
      place={place}
      onPick={pick}
      onClose={onClose}
    />
  )
}
