import { useState } from 'react'
import type { Attribute } from '../../shared/codebook/codebook.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import type { HitAction } from '../../shared/search/bulk.ts'
import { words as en } from '../../shared/words/words.ts'
import { doToTicked } from '../commands/bulkActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { type Item, Picker, type Place } from '../ui/Picker.tsx'
import { BulkAnswer } from './BulkAnswer.tsx'
import { BulkEntity } from './BulkEntity.tsx'
import { nameOfQuestion } from './filterChoices.ts'

/** An item of the menu: it does something, asks further, or opens what asks for more than a choice. */
interface Choice extends Item {
  readonly act: HitAction | { readonly ask: readonly Choice[] } | { readonly open: Attribute | 'entity' }
}

/** What can be done to the ticked hits: words are tagged; annotations get another tag, an answer or an entity, or go. */
export function BulkMenu({ place, onClose }: { place: Place; onClose: () => void }) {
  const { desk } = useWorkbench()
  const codebook = useValue(desk.workspace, state => state.codebook)
  const { query, found } = desk.searching.getState()
  const [asked, setAsked] = useState<{ readonly title: string; readonly choices: readonly Choice[] } | null>(null)
  const [opened, setOpened] = useState<Attribute | 'entity' | null>(null)
  const act = (action: HitAction): void => {
    onClose()
    void doToTicked(desk, action)
  }
  if (opened === 'entity') return <BulkEntity onAct={act} onClose={onClose} />
  if (opened) return <BulkAnswer attribute={opened} onAct={act} onClose={onClose} />
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
    const present = new Set(found.tickedHits().map(({ annotation }) => annotation?.tag))
    const retags = codebook.tags.filter(isOffered).map(
      ({ id, label, key }): Choice => ({
        id: `tag ${id}`,
        label: en.bulk.retag(label),
        ...(key && { key }),
        act: { kind: 'retag', tag: id },
      }),
    )
    const asks = codebook.attributes
      .filter(attribute => present.has(attribute.tag) && isOffered(attribute))
      .map((attribute): Choice => {
        const name = present.size > 1 ? nameOfQuestion(codebook, attribute) : attribute.label
        const id = `attribute ${attribute.tag} ${attribute.id}`
        return { id, label: en.bulk.answer(name), act: answersTo(attribute) }
      })
    return [
      ...retags,
      ...asks,
      { id: 'entity', label: en.bulk.entity, act: { open: 'entity' } },
      { id: 'no entity', label: en.bulk.noEntity, act: { kind: 'entity', entity: null } },
      { id: 'remove', label: en.bulk.remove, act: { kind: 'remove' } },
    ]
  }

  /** One of a few answers is picked; several at once, and those that are written, need more room than a menu has. */
  function answersTo(attribute: Attribute): Choice['act'] {
    const { tag, id, kind, choices } = attribute
    if (kind !== 'choice' && kind !== 'yes-no') return { open: attribute }
    const values: (readonly [string, string | boolean])[] =
      kind === 'choice'
        ? choices.filter(isOffered).map(choice => [choice.label, choice.id])
        : [
            [en.inspector.yes, true],
            [en.inspector.no, false],
          ]
    const answers = [...values, [en.bulk.notSet, null] as const].map(
      ([label, value]): Choice => ({ id: String(value), label, act: { kind: 'attribute', tag, id, value } }),
    )
    return { ask: answers }
  }

  function pick(id: string): void {
    const choice = choices.find(one => one.id === id)
    if (!choice) return
    if ('ask' in choice.act) setAsked({ title: choice.label, choices: choice.act.ask })
    else if ('open' in choice.act) setOpened(choice.act.open)
    else act(choice.act)
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
