import { useMemo, useState } from 'react'
import { assignEdit, divide, unassignEdit } from '../../shared/organise/divide.ts'
import { isAnnotatorId } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { usePeople } from './usePeople.ts'

/** Divides articles among annotators: what would be assigned is shown before it is. */
export function DividePart() {
  const { desk } = useWorkbench()
  const people = usePeople()
  const [added, setAdded] = useState<readonly string[]>([])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [scope, setScope] = useState<'all' | 'listed'>('all')
  const [share, setShare] = useState(20)
  const [seed, setSeed] = useState(1)
  const rows = useValue(desk.workspace, state => state.rows)
  const listed = useValue(desk.workspace, desk.visibleRows)
  const version = useValue(desk.project, state => state.version)
  const problem = useValue(desk.project, state => state.problem)
  const scopes = {
    all: [...rows.values()].filter(row => row.problem === null).map(({ path }) => path),
    listed: listed.filter(row => row.problem === null).map(({ path }) => path),
  }
  const articles = scopes[scope]
  const { assignments } = desk.project.getState().project
  // biome-ignore lint/correctness/useExhaustiveDependencies: the project changes in place, and its version says so
  const shares = useMemo(() => {
    if (ticked.size === 0) return []
    return divide({ articles, annotators: [...ticked], double: share / 100, seed, known: assignments })
  }, [rows, listed, version, scope, ticked, share, seed])
  const double = shares.filter(({ annotators }) => annotators.length > 1)
  const everybody = new Map([...people, ...added.map(id => [id, people.get(id) ?? id] as const)])

  function toggle(id: string): void {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  function assign(): void {
    if (desk.project.edit(assignEdit(shares))) desk.notices.say(en.organising.divided(shares.length, ticked.size))
  }
  function clear(): void {
    if (desk.project.edit(unassignEdit(assignments))) desk.notices.say(en.organising.cleared)
  }

  return (
    <>
      <fieldset className="organising-people">
        <legend>{en.organising.annotators}</legend>
        {[...everybody].map(([id, name]) => (
          <label key={id} className="choice">
            <input type="checkbox" checked={ticked.has(id)} onChange={() => toggle(id)} />
            <bdi>{name}</bdi>
          </label>
        ))}
        <NewAnnotator
          onAdd={id => {
            setAdded([...added, id])
            setTicked(new Set([...ticked, id]))
          }}
        />
      </fieldset>
      <div className="organising-choices">
        <label>
          <span>{en.organising.scope}</span>
          <select value={scope} onChange={event => setScope(event.target.value as 'all' | 'listed')}>
            {(['all', 'listed'] as const).map(one => (
              <option key={one} value={one}>
                {en.organising.scopes[one](scopes[one].length)}
              </option>
            ))}
          </select>
        </label>
        <NumberField label={en.organising.share} value={share} least={0} most={100} onChange={setShare} />
        <NumberField
          label={en.organising.seed}
          title={en.organising.seedWhy}
          value={seed}
          least={0}
          most={999_999}
          onChange={setSeed}
        />
      </div>
      <p role="status">
        {ticked.size === 0
          ? en.organising.previewNobody
          : shares.length === 0
            ? en.organising.previewNothing
            : `${en.organising.preview(shares.length, double.length)} ${assignments.length > 0 ? en.organising.kept : ''}`}
      </p>
      {shares.length > 0 && (
        <table className="organising-table">
          <thead>
            <tr>
              <th scope="col">{en.organising.person}</th>
              <th scope="col">{en.organising.newForThem}</th>
              <th scope="col">{en.organising.withThese}</th>
            </tr>
          </thead>
          <tbody>
            {[...ticked].sort().map(id => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{everybody.get(id)}</bdi>
                </th>
                <td>{en.number(shares.filter(({ annotators }) => annotators.includes(id)).length)}</td>
                <td>{en.number(double.filter(({ annotators }) => annotators.includes(id)).length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="organising-buttons">
        <Button look="main" disabled={shares.length === 0 || problem !== null} onClick={assign}>
          {en.organising.divide(shares.length)}
        </Button>
        {assignments.length > 0 && (
          <Button look="plain" disabled={problem !== null} onClick={clear}>
            {en.organising.clear}
          </Button>
        )}
      </div>
    </>
  )
}

function NewAnnotator({ onAdd }: { onAdd: (id: string) => void }) {
  const [id, setId] = useState('')
  const [isBad, setBad] = useState(false)
  function add(): void {
    setBad(!isAnnotatorId(id))
    if (!isAnnotatorId(id)) return
    onAdd(id)
    setId('')
  }
  return (
    <span className="new-annotator">
      <input
        className="field"
        aria-label={en.organising.addAnnotator}
        placeholder={en.organising.addAnnotator}
        aria-invalid={isBad}
        spellCheck={false}
        value={id}
        onChange={event => setId(event.target.value.trim())}
        onKeyDown={event => event.key === 'Enter' && add()}
      />
      <Button onClick={add}>{en.organising.add}</Button>
      {isBad && (
        <span className="wrong" role="alert">
          {en.organising.badId}
        </span>
      )}
    </span>
  )
}

interface NumberProps {
  readonly label: string
  readonly title?: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

function NumberField({ label, title, value, least, most, onChange }: NumberProps) {
  return (
    <label title={title}>
      <span>{label}</span>
      <input
        className="field number"
        type="number"
        min={least}
        max={most}
        value={value}
        onChange={event => onChange(Math.min(most, Math.max(least, Math.round(Number(event.target.value) || 0))))}
      />
    </label>
  )
}
