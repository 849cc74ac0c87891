import { useId } from 'react'
import type { FrameRule } from '../../shared/dataset/map/tagMap.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { BringLooked } from '../state/bringing.ts'
import { FateChoice } from './FateChoice.tsx'
import { frameOf, proposeFrame, withFrame } from './mapRules.ts'

interface Props {
  readonly frames: BringLooked['found']['frames']
  /** Ids of the codebook's types of links. */
  readonly links: readonly string[]
}

/** Events with their roles: each stays an annotation, or becomes links from one role to another. */
export function FrameRules({ frames, links }: Props) {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const map = useValue(bringing, state => state.map)
  if (!map) return null
  const set = (tag: string, rule: FrameRule | null) => bringing.setMap(withFrame(map, tag, rule))
  return (
    <section className="bring-frames" aria-label={en.bring.mapFrames}>
      <h4>{en.bring.mapFrames}</h4>
      {frames.map(({ tag, roles }) => {
        const rule = frameOf(map, tag)
        const names = roles.map(([role]) => role)
        return (
          <div key={tag} className="bring-frame">
            <div className="head">
              <span className="name" dir="auto">
                {withUnseenShown(tag)}
              </span>
              <select
                className="field"
                aria-label={en.bring.becomesOf(tag)}
                value={rule ? 'links' : 'stays'}
                onChange={event =>
                  set(tag, event.target.value === 'links' ? proposeFrame(tag, names, links[0] ?? tag) : null)
                }
              >
                <option value="stays">{en.bring.frameStays}</option>
                <option value="links">{en.bring.frameLinks}</option>
              </select>
            </div>
            {rule && <Rule rule={rule} roles={roles} links={links} onRule={rule => set(tag, rule)} />}
          </div>
        )
      })}
    </section>
  )
}

interface RuleProps {
  readonly rule: FrameRule
  readonly roles: BringLooked['found']['frames'][number]['roles']
  readonly links: readonly string[]
  readonly onRule: (rule: FrameRule) => void
}

function Rule({ rule, roles, links, onRule }: RuleProps) {
  const names = roles.map(([role]) => role)
  const { cue, ...bare } = rule
  return (
    <div className="rule">
      <div className="bring-pick">
        <span>{en.bring.frameLink}</span>
        <FateChoice
          name={rule.frame}
          fate={{ kind: 'to', to: rule.link }}
          known={links}
          isName
          onFate={fate => onRule({ ...rule, link: fate.kind === 'to' ? fate.to : rule.frame })}
        />
      </div>
      <Pick label={en.bring.frameFrom} value={rule.from} names={names} onPick={from => onRule({ ...rule, from })} />
      <Pick label={en.bring.frameTo} value={rule.to} names={names} onPick={to => onRule({ ...rule, to })} />
      <Pick
        label={en.bring.frameCue}
        value={cue ?? ''}
        names={names}
        none={en.bring.frameNoCue}
        onPick={role => onRule(role === '' ? bare : { ...rule, cue: role })}
      />
      <Without rule={rule} onRule={onRule} />
      {rule.from === rule.to && (
        <p className="wrong" role="alert">
          {en.bring.frameSame}
        </p>
      )}
    </div>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly names: readonly string[]
  readonly none?: string
  readonly onPick: (name: string) => void
}

/** One role of several. */
function Pick({ label, value, names, none, onPick }: PickProps) {
  const id = useId()
  return (
    <div className="bring-pick">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={event => onPick(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {[...new Set(value === '' ? names : [value, ...names])].map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What becomes of an event in which nothing has the role that its link leads to. */
function Without({ rule, onRule }: Omit<RuleProps, 'roles' | 'links'>) {
  const id = useId()
  const { without } = rule
  const value = without === null ? 'told' : 'to' in without && without.to === 'author' ? 'author' : 'map'
  return (
    <div className="bring-pick">
      <label htmlFor={id}>{en.bring.frameWithout(rule.to)}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={event => onRule({ ...rule, without: event.target.value === 'author' ? { to: 'author' } : null })}
      >
        <option value="told">{en.bring.withoutTold}</option>
        <option value="author">{en.bring.withoutAuthor}</option>
        {value === 'map' && <option value="map">{en.bring.withoutMap}</option>}
      </select>
    </div>
  )
}
