import { isDate } from '../../shared/codebook/isDate.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { MAX_NOTE_CHARACTERS } from '../../shared/limits.ts'
import type { Entity } from '../../shared/project/entity.ts'
import { goesBy, wouldLoop } from '../../shared/project/entityEdits.ts'
import { idsOf, rolesIn } from '../../shared/project/mergeEntities.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { AddField } from '../look/AddField.tsx'
import { EntitySearch } from '../look/EntitySearch.tsx'
import { TypedField } from '../look/TypedField.tsx'
import { Button } from '../ui/Button.tsx'
import { removeEntity } from './removeEntity.ts'
import { useKinds } from './useKinds.ts'

/** All that the register says of one entity, to be changed; each change is one undo. */
export function EntityDetails({ entity }: { entity: Entity }) {
  const { desk } = useWorkbench()
  const { register } = desk
  const kinds = useKinds()
  const problem = useValue(desk.project, state => state.problem)
  const { project, entities } = desk.project.getState()
  const edit = (fields: Parameters<typeof register.edit>[1]) => void register.edit(entity.id, fields)
  const parent = entity.parent === undefined ? undefined : (desk.entities.nameOf(entity.parent) ?? entity.parent)
  const mergedHere = idsOf(project, entity.id).flatMap(id => (id === entity.id ? [] : (entities.get(id)?.name ?? id)))
  return (
    <fieldset className="details" aria-label={en.register.details(entity.name)} disabled={problem !== null}>
      <div className="line name">
        <TypedField
          label={en.register.name}
          value={entity.name}
          wrongWith={text => (text === '' ? en.register.noName : null)}
          onCommit={name => edit({ name })}
        />
        <label className="kind">
          {en.register.kind}
          <select value={entity.kind} onChange={event => edit({ kind: event.target.value })}>
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {en.entities.kind(kind)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <section aria-label={en.register.aliases}>
        <h3>{en.register.aliases}</h3>
        <ul className="aliases">
          {entity.aliases.map(alias => (
            <li key={alias}>
              <bdi>{alias}</bdi>
              <button
                type="button"
                aria-label={en.register.removeAlias(alias)}
                title={en.register.removeAlias(alias)}
                onClick={() => edit({ aliases: entity.aliases.filter(one => one !== alias) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <AddField
          label={en.register.addAlias}
          wrongWith={text => (goesBy(entity, text) ? en.register.aliasThere : null)}
          onAdd={alias => edit({ aliases: [...entity.aliases, alias] })}
        />
      </section>
      <Roles key={entity.id} roles={rolesIn(project, entity.id)} onChange={roles => edit({ roles: roles as never })} />
      <EntitySearch
        label={en.register.parent}
        value={parent ?? ''}
        isOut={one => wouldLoop(entities, entity.id, one.id)}
        onChoose={({ id }) => edit({ parent: id })}
        onNone={() => entity.parent !== undefined && edit({ parent: null })}
      />
      <ExternalIds ids={entity.externalIds} onChange={externalIds => edit({ externalIds })} />
      <TypedField
        label={en.register.note}
        value={entity.note ?? ''}
        maxLength={MAX_NOTE_CHARACTERS}
        isLong
        onCommit={note => edit({ note })}
      />
      {mergedHere.length > 0 && <p className="faint small">{en.register.mergedHere(mergedHere.join(', '))}</p>}
      <Button look="plain" className="remove" onClick={() => removeEntity(desk, entity)}>
        {en.register.remove}
      </Button>
    </fieldset>
  )
}

interface RolesProps {
  readonly roles: readonly JsonObject[]
  readonly onChange: (roles: readonly JsonObject[]) => void
}

/** What somebody was, and from when until when. */
function Roles({ roles, onChange }: RolesProps) {
  const set = (at: number, field: string, text: string) =>
    onChange(
      roles.map((role, i) => {
        if (i !== at) return role
        const { [field]: _, ...others } = role
        return text === '' ? others : { ...others, [field]: text }
      }),
    )
  const dated = (text: string) => (text === '' || isDate(text) ? null : en.register.wrongDate)
  const text = (role: JsonObject, field: string) => (typeof role[field] === 'string' ? (role[field] as string) : '')
  return (
    <section aria-label={en.register.roles}>
      <h3>{en.register.roles}</h3>
      <ul className="roles">
        {roles.map((role, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a role has no other name than its place
          <li key={i} className="line">
            <TypedField
              isBare
              label={en.register.roleTitle}
              value={text(role, 'title')}
              wrongWith={title => (title === '' ? en.register.noName : null)}
              onCommit={title => set(i, 'title', title)}
            />
            <TypedField
              isBare
              className="date"
              label={en.register.from}
              placeholder={en.register.from}
              value={text(role, 'from')}
              wrongWith={dated}
              onCommit={from => set(i, 'from', from)}
            />
            <TypedField
              isBare
              className="date"
              label={en.register.to}
              placeholder={en.register.to}
              value={text(role, 'to')}
              wrongWith={dated}
              onCommit={to => set(i, 'to', to)}
            />
            <button
              type="button"
              className="drop"
              aria-label={en.register.removeRole(text(role, 'title'))}
              title={en.register.removeRole(text(role, 'title'))}
              onClick={() => onChange(roles.filter((_, at) => at !== i))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <AddField label={en.register.addRole} wrongWith={() => null} onAdd={title => onChange([...roles, { title }])} />
    </section>
  )
}

interface IdsProps {
  readonly ids: Readonly<Record<string, string>>
  readonly onChange: (ids: Readonly<Record<string, string>>) => void
}

/** Ids in registers of others. They are only written down: nothing is ever fetched. */
function ExternalIds({ ids, onChange }: IdsProps) {
  return (
    <section aria-label={en.register.ids}>
      <h3>{en.register.ids}</h3>
      <ul className="ids">
        {Object.entries(ids).map(([register, id]) => (
          <li key={register} className="line">
            <span className="register-name">{register}</span>
            <TypedField
              isBare
              label={`${en.register.id}, ${register}`}
              value={id}
              wrongWith={text => (text === '' ? en.register.noName : null)}
              onCommit={text => onChange({ ...ids, [register]: text })}
            />
            <button
              type="button"
              className="drop"
              aria-label={en.register.removeId(register)}
              title={en.register.removeId(register)}
              onClick={() => {
                const { [register]: _, ...others } = ids
                onChange(others)
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <AddField
        label={en.register.addId}
        wrongWith={text => (splitId(text) ? null : en.register.idForm)}
        onAdd={text => {
          const found = splitId(text)
          if (found) onChange({ ...ids, [found.register]: found.id })
        }}
      />
    </section>
  )
}

/** "wikidata Q42", "wikidata: Q42", or "Q42" alone, which is Wikidata's. */
function splitId(text: string): { register: string; id: string } | null {
  const named = /^([\p{L}\p{N}_.-]+)\s*[:\s]\s*(\S.*)$/u.exec(text)
  if (named) return { register: named[1]!.toLowerCase(), id: named[2]! }
  return /^Q\d+$/.test(text) ? { register: 'wikidata', id: text } : null
}
