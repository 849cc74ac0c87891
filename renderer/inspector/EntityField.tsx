import type { Annotation } from '../../shared/annotation/annotation.ts'
import { wordsOf } from '../../shared/project/learnAlias.ts'
import { words as en } from '../../shared/words/words.ts'
import { clearEntity, sayReferred } from '../commands/entityActions.ts'
import { useKey } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'

/** Who or what an annotation means: to be chosen, changed and taken away. */
export function EntityField({ annotation }: { annotation: Annotation }) {
  const { desk, run } = useWorkbench()
  const key = useKey('entity.choose')
  useValue(desk.project, state => state.version)
  const { entities } = desk
  const kinds = entities.kindsFor(annotation.tag)
  const { entity: id } = annotation
  if (id === undefined && kinds.length === 0) return null
  const entity = entities.of(id)
  const name = entity?.name ?? id
  const details = entity && [en.entities.kind(entity.kind), ...entities.rolesHere(entity).map(en.entities.role)]
  return (
    <div className="entity-field">
      <span className="label">
        {en.entities.label} <kbd>{key}</kbd>
      </span>
      <div className="line">
        <button
          type="button"
          className={id !== undefined && !entity ? 'chosen unknown' : 'chosen'}
          aria-label={name === undefined ? en.entities.chooseLabel : en.entities.change(name)}
          onClick={() => run('entity.choose')}
        >
          {name === undefined ? (
            <span className="faint">{en.entities.choose}</span>
          ) : (
            <bdi>{entity ? name : en.entities.unknown(name)}</bdi>
          )}
          {details && <span className="faint small">{details.join(' · ')}</span>}
        </button>
        {name !== undefined && (
          <button
            type="button"
            className="drop"
            aria-label={en.entities.remove(name)}
            title={en.entities.remove(name)}
            onClick={event => {
              const field = event.currentTarget.closest<HTMLElement>('.entity-field')
              clearEntity(desk)
              field?.querySelector<HTMLElement>('.chosen')?.focus()
            }}
          >
            ×
          </button>
        )}
      </div>
      {id !== undefined && !entity && kinds[0] !== undefined && (
        <button
          type="button"
          className="more"
          onClick={() => sayReferred(desk, entities.create(wordsOf(annotation), kinds[0]!, 'this', id))}
        >
          {en.entities.makeOne}
        </button>
      )}
    </div>
  )
}
