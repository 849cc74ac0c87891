import { type KeyboardEvent, useState } from 'react'
import type { Hit } from '../../shared/search/hit.ts'
import { words as en } from '../../shared/words/words.ts'
import { openMention } from '../commands/entityActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useWhose } from '../look/useWhose.ts'
import { keyOfMention } from '../state/register.ts'
import { titleOf } from '../state/visibleRows.ts'
import { VirtualList } from '../ui/VirtualList.tsx'

const ROW_HEIGHT = 44
/** How much of a quote one line can show. */
const SHOWN = 120

interface Props {
  readonly label: string
  readonly hits: readonly Hit[]
  /** Whether mentions can be picked. */
  readonly canPick?: boolean
  /** What becomes of a mention, where something is about to. */
  readonly fateOf?: (hit: Hit) => string
}

/** Mentions of entities as keyword in context; Enter opens one where it stands. */
export function MentionList({ label, hits, canPick = false, fateOf }: Props) {
  const { desk } = useWorkbench()
  const whose = useWhose()
  const { register } = desk
  useValue(register, state => state.version)
  const picked = useValue(register, state => state.picked)
  const [active, setActive] = useState(-1)

  function onKeyDown(event: KeyboardEvent): void {
    const hit = hits[active] ?? hits[0]
    if (event.key !== ' ' || !canPick || !hit) return
    event.preventDefault()
    if (register.isOwn(hit)) register.pick([keyOfMention(hit)])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears Space for the list in it
    <div className="mentions" onKeyDown={onKeyDown}>
      <VirtualList
        label={label}
        count={hits.length}
        rowHeight={ROW_HEIGHT}
        chosen={-1}
        keyOf={row => `${row} ${hits[row] ? keyOfMention(hits[row]) : ''}`}
        nameOf={row => {
          const hit = hits[row]
          if (!hit) return ''
          return en.register.mention(
            flat(hit.quote).slice(0, SHOWN),
            articleOf(hit),
            [whoseOf(hit), fateOf?.(hit)].filter(Boolean).join(', '),
            picked.has(keyOfMention(hit)),
          )
        }}
        onMove={setActive}
        onChoose={row => hits[row] && void openMention(desk, hits[row])}
      >
        {row => hits[row] && <Line hit={hits[row]} />}
      </VirtualList>
    </div>
  )

  function articleOf({ article }: Hit): string {
    const row = desk.workspace.getState().rows.get(article)
    return row ? titleOf(row) : ''
  }

  function whoseOf(hit: Hit): string {
    const link = hit.link && en.register.link(labelOfKind(hit.link.type))
    return [link, register.isOwn(hit) || hit.annotator === undefined ? '' : whose(hit.annotator)]
      .filter(Boolean)
      .join(', ')
  }

  function labelOfKind(type: string): string {
    return desk.workspace.getState().codebook.links.find(one => one.id === type)?.label ?? type
  }

  function Line({ hit }: { hit: Hit }) {
    const key = keyOfMention(hit)
    return (
      <div className="mention">
        {canPick && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Space does the same
          // biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same
          <span
            className={`tick ${picked.has(key) ? 'on' : ''} ${register.isOwn(hit) ? '' : 'not'}`}
            onClick={event => {
              event.stopPropagation()
              if (register.isOwn(hit)) register.pick([key])
            }}
          />
        )}
        <p className="words" dir="auto">
          <span className="faint">{flat(hit.before).slice(-40)}</span>
          <mark>{flat(hit.quote).slice(0, SHOWN)}</mark>
          <span className="faint">{flat(hit.after).slice(0, 60)}</span>
        </p>
        <p className="faint small where">
          <bdi>{articleOf(hit)}</bdi>
          {whoseOf(hit) && <span>{whoseOf(hit)}</span>}
          {fateOf && <span className="fate">{fateOf(hit)}</span>}
        </p>
      </div>
    )
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}
