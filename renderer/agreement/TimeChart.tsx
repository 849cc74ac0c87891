import type { ArticleGroup } from '../../shared/agreement/articleGroups.ts'
import type { LevelName } from '../../shared/agreement/levelFigures.ts'
import type { Period } from '../../shared/agreement/overTime.ts'
import { words as en } from '../../shared/words/words.ts'

interface Props {
  readonly groups: readonly ArticleGroup[]
  readonly level: LevelName
  readonly period: Period
}

const WIDTH = 640
const HEIGHT = 120
const EDGE = 10
/** What the lines across it stand for. */
const SCALE = [1, 0.5, 0]

/** A level over time: a point a month or week with its interval; the line breaks where there is nothing, or too little, to draw. */
export function TimeChart({ groups, level, period }: Props) {
  const first = numberOf(groups[0]!.key, period)
  const last = numberOf(groups.at(-1)!.key, period)
  // One alone stands in the middle.
  const x = (key: string) =>
    first === last ? WIDTH / 2 : EDGE + ((numberOf(key, period) - first) / (last - first)) * (WIDTH - 2 * EDGE)
  const y = (value: number) => HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE)
  const points = groups.flatMap(({ key, figures }) => {
    const figure = figures?.[level]
    return figure?.value === undefined || figure.value === null
      ? []
      : [{ key, at: numberOf(key, period), value: figure.value, interval: figure.interval.value }]
  })
  const words = en.agreement.time
  const [from, to] = [words.when(groups[0]!.key), words.when(groups.at(-1)!.key)]
  return (
    <div className="time-frame">
      <div className="time-scale" aria-hidden="true">
        {SCALE.map(value => (
          <span key={value} style={{ insetBlockStart: `${(100 * y(value)) / HEIGHT}%` }}>
            {value}
          </span>
        ))}
      </div>
      <svg
        className="time-chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words.chart(en.agreement.levels[level].name, from, to)}
      >
        {SCALE.map(value => (
          <line key={value} className="grid" x1={EDGE} x2={WIDTH - EDGE} y1={y(value)} y2={y(value)} />
        ))}
        {points.map(({ key, at, value }, i) => {
          const next = points[i + 1]
          return (
            next?.at === at + 1 && (
              <line key={`to ${key}`} className="line" x1={x(key)} y1={y(value)} x2={x(next.key)} y2={y(next.value)} />
            )
          )
        })}
        {points.map(({ key, value, interval }) => (
          <g key={key}>
            {interval && (
              <line className="whisker" x1={x(key)} x2={x(key)} y1={y(interval.low)} y2={y(interval.high)} />
            )}
            <circle className="point" cx={x(key)} cy={y(value)} r={4} />
          </g>
        ))}
      </svg>
      <p className={`time-ends ${from === to ? 'one' : ''}`} aria-hidden="true">
        <bdi>{from}</bdi>
        {from !== to && <bdi>{to}</bdi>}
      </p>
    </div>
  )
}

/** Months and weeks, counted through. */
function numberOf(key: string, period: Period): number {
  if (period === 'month') return Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7))
  return Math.round(Date.parse(`${key}T00:00:00Z`) / WEEK_MS)
}
const WEEK_MS = 7 * 24 * 60 * 60 * 1000
