import { useEffect, useId } from 'react'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Way } from '../../shared/codebook/linkTypes.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { words as en } from '../../shared/words/words.ts'
import { changeMade, labelOfLink, leaveLinking, nameOf, nameOfEnd } from '../commands/linkActions.ts'
import { useLate, useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagOf, useTags } from '../look/useTags.ts'
import type { LinkingMode, MadeLink } from '../state/linking.ts'
import { Button } from '../ui/Button.tsx'
import { CuePicker } from './CuePicker.tsx'
import { listenWhileLinking } from './listenWhileLinking.ts'
import { Targets } from './Targets.tsx'
import './linking.css'

/** At the foot of the text while a link is made: what can be linked, and what the keys do. */
export function LinkingBar() {
  const { desk } = useWorkbench()
  const mode = useValue(desk.linking, state => state.mode)
  const made = useValue(desk.linking, state => state.made)
  const picker = useValue(desk.dialogs, state => state.picker)
  useEffect(() => listenWhileLinking(desk), [desk])
  return (
    <>
      {mode ? <Choosing mode={mode} /> : made && <Made made={made} />}
      {picker === 'cue' && <CuePicker />}
    </>
  )
}

function Choosing({ mode }: { mode: LinkingMode }) {
  const { desk } = useWorkbench()
  const tags = useTags()
  useLate(desk.reading, state => state.version)
  const source = desk.reading.getState().article?.layer.annotations.get(mode.source)
  const tag = desk.linking.tagOfNewEnd()
  if (!source) return null
  return (
    // What is chosen here is no place in the text: the keys of the text aren't heard.
    <section
      className="linking"
      aria-label={en.linking.title}
      onFocus={event => {
        event.stopPropagation()
        desk.panes.focus(null)
      }}
    >
      <header>
        <h2>{en.linking.begin(Layer.describe(source))}</h2>
        <Button
          look="plain"
          keys={printKeys('Escape', desk.platform())}
          title={en.close}
          onClick={() => leaveLinking(desk)}
        >
          {en.close}
        </Button>
      </header>
      <Kinds ways={mode.ways} chosen={mode.wanted?.type.id} onPick={desk.linking.want} />
      <Targets mode={mode} source={source} />
      <KeysOfMode tag={tag && tagOf(tags, tag).label} />
    </section>
  )
}

function Made({ made }: { made: MadeLink }) {
  const { desk } = useWorkbench()
  useLate(desk.reading, state => state.version)
  const link = desk.reading.getState().article?.layer.links.get(made.link)
  if (!link) return null
  return (
    <section className="linking made" aria-label={en.linking.title}>
      <p>{en.linking.said(nameOf(desk, link.from), labelOfLink(desk, link), nameOfEnd(desk, link))}</p>
      {made.ways.length > 1 && (
        <>
          <Kinds ways={made.ways} chosen={link.type} onPick={way => changeMade(desk, way)} />
          <p className="faint small">{en.linking.madeKeys}</p>
        </>
      )}
    </section>
  )
}

interface KindsProps {
  readonly ways: readonly Way[]
  readonly chosen: string | undefined
  readonly onPick: (way: Way) => void
}

/** The kinds of link, each under its digit. */
function Kinds({ ways, chosen, onPick }: KindsProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className="kinds" role="group" aria-labelledby={id}>
      <span id={id} className="hidden">
        {en.linking.kinds}
      </span>
      {ways.map((way, i) => (
        <button
          key={way.type.id}
          type="button"
          aria-pressed={way.type.id === chosen}
          title={way.type.guidance}
          // The text keeps the focus, and the words that are selected in it.
          onPointerDown={event => event.preventDefault()}
          onClick={() => onPick(way)}
        >
          {i < 10 && <kbd>{(i + 1) % 10}</kbd>} {en.linking.kind(way.type.label, way.backwards)}
        </button>
      ))}
    </div>
  )
}

function KeysOfMode({ tag }: { tag: string | undefined }) {
  return (
    <p className="keys-of-mode">
      {en.linking.keys(tag).map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </p>
  )
}
