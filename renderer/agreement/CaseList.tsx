import type { CaseSide, ToldCases, WantedCases } from '../../shared/agreement/agreementCases.ts'
import { words as en } from '../../shared/words/words.ts'
import { openCase } from '../commands/agreementActions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { titleOf } from '../state/visibleRows.ts'
import { Button } from '../ui/Button.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { useAnnotators, useTagNames } from './useNames.ts'

const ROW_HEIGHT = 66

/** The cases of a part of the bar, or of a cell of the matrix, as keyword in context; Enter opens one where it stands. */
export function CaseList() {
  const { desk } = useWorkbench()
  const { agreeing } = desk
  const cases = useValue(agreeing, state => state.cases)
  const pair = useValue(agreeing, state => state.scope.pair)
  const { nameOf, isTurned, hidesCounts } = useAnnotators()
  const labelOf = useTagNames()
  if (!cases) return null
  const { wanted, told } = cases
  if (!told) return <p role="status">{en.agreement.cases.looking}</p>
  const title = titleOfCases(wanted, hidesCounts(pair) ? null : told.total, labelOf)
  const sideOf = (annotator: string, side: CaseSide | null) =>
    side ? en.agreement.cases.side(nameOf(annotator), labelOf(side.tag)) : en.agreement.cases.nothing(nameOf(annotator))

  return (
    <section className="cases" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <span className="gap" />
        <Button look="plain" onClick={agreeing.leaveCases}>
          {en.agreement.cases.close}
        </Button>
      </header>
      {told.total > told.cases.length && <p className="legend">{en.agreement.cases.first(told.cases.length)}</p>}
      <VirtualList
        label={title}
        count={told.cases.length}
        rowHeight={ROW_HEIGHT}
        chosen={-1}
        keyOf={row => String(row)}
        nameOf={row => {
          const one = told.cases[row]
          if (!one) return ''
          const quote = flat(one.inA?.quote ?? one.inB?.quote ?? '')
          return [quote, ...sidesOf(one).map(side => sideOf(...side)), articleOf(one.article)].join(', ')
        }}
        onChoose={row => told.cases[row] && void openCase(desk, told.cases[row])}
      >
        {row => told.cases[row] && <Case one={told.cases[row]} />}
      </VirtualList>
    </section>
  )

  /** Both sides, whoever is named first. */
  function sidesOf({ a, b, inA, inB }: ToldCases['cases'][number]): [string, CaseSide | null][] {
    const sides: [string, CaseSide | null][] = [
      [a, inA],
      [b, inB],
    ]
    return isTurned({ a, b }) ? sides.reverse() : sides
  }

  function articleOf(ticket: string): string {
    const row = desk.workspace.getState().rows.get(ticket)
    return row ? titleOf(row) : ''
  }

  function Side({ annotator, side }: { readonly annotator: string; readonly side: CaseSide | null }) {
    return (
      <p className="words" dir="auto">
        <span className="who" translate="no">
          {sideOf(annotator, side)}
        </span>{' '}
        {side && <mark>{flat(side.quote)}</mark>}
      </p>
    )
  }

  function Case({ one }: { readonly one: ToldCases['cases'][number] }) {
    return (
      <div className="case">
        {sidesOf(one).map(([annotator, side]) => (
          <Side key={annotator} annotator={annotator} side={side} />
        ))}
        <p className="where">
          <bdi>{articleOf(one.article)}</bdi>
          <span dir="auto">
            {flat(one.before).slice(-30)}…{flat(one.after).slice(0, 30)}
          </span>
        </p>
      </div>
    )
  }
}

function titleOfCases(wanted: WantedCases, total: number | null, labelOf: (tag: string) => string): string {
  return wanted.kind === 'part'
    ? en.agreement.cases.ofPart(en.agreement.anatomy.parts[wanted.part], total)
    : en.agreement.cases.ofCell(labelOf(wanted.row), labelOf(wanted.column), total)
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}
