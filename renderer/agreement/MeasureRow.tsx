import type { Reason } from '../../shared/agreement/coefficients/measured.ts'
import { words as en } from '../../shared/words/words.ts'

export interface Measured {
  readonly name: string
  readonly value: number | null
  /** Undefined until it is there. */
  readonly interval:
    | { readonly value: { readonly low: number; readonly high: number } }
    | { readonly value: null; readonly reason: Reason }
    | null
    | undefined
  /** Null where it isn't told. */
  readonly n: number | null
  /** Why there is no value. */
  readonly why: string | null
  readonly isExplained: boolean
  /** Null where it can't be explained now. */
  readonly onExplain: (() => void) | null
}

/** A measure: its value, which explains itself, with its interval and of how much it is; or why there is none. */
export function MeasureRow({ name, value, interval, n, why, isExplained, onExplain }: Measured) {
  if (value === null)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3} className="why">
          {why}
        </td>
      </tr>
    )
  const shown = intervalWords(interval)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <button
          type="button"
          className="figure"
          title={onExplain ? en.agreement.explain : undefined}
          aria-disabled={onExplain === null}
          aria-pressed={isExplained}
          aria-label={en.agreement.measure(name, signed(value), shown, n === null ? '' : en.agreement.of(n))}
          onClick={() => onExplain?.()}
        >
          <span className="value">{signed(value)}</span>
        </button>
      </td>
      <td className="interval">{shown}</td>
      <td>{n !== null && en.number(n)}</td>
    </tr>
  )
}

export function MeasureHead() {
  return (
    <thead>
      <tr>
        {en.agreement.measures.columns.map(title => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Three digits; of nothing no minus. */
export function signed(value: number): string {
  const digits = value.toFixed(3)
  return /[1-9]/.test(digits) ? digits.replace('-', '−') : digits.replace('-', '')
}

/** An interval; why there is none stands below the table, once. */
function intervalWords(interval: Measured['interval']): string {
  if (interval === undefined) return en.agreement.intervalComing
  if (!interval?.value) return en.agreement.noInterval
  return en.agreement.interval(interval.value.low, interval.value.high).replaceAll('-', '−')
}
