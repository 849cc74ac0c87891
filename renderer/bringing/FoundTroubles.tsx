import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Troubles } from './Troubles.tsx'

/** What couldn't be taken from the files, what is damaged in them, and what the map takes away. */
export function FoundTroubles() {
  const { desk } = useWorkbench()
  const looked = useValue(desk.bringing, state => state.looked)
  if (!looked) return null
  const { untaken, away } = looked
  return (
    <>
      {[false, true].map(isTaken => {
        const groups = untaken.groups.filter(group => group.isTaken === isTaken)
        const count = groups.reduce((sum, group) => sum + group.count, 0)
        return (
          <Troubles
            key={String(isTaken)}
            title={isTaken ? en.bring.mended(count) : en.bring.untaken(count)}
            groups={groups.map(({ why, count }) => ({ why: en.datasets.untaken[why], count }))}
            entries={untaken.first
              .filter(entry => entry.isTaken === isTaken)
              .map(({ file, line, what, why, detail }) =>
                en.bring.trouble(line === null ? file : `${file}:${line}`, what, en.datasets.untaken[why], detail),
              )}
            count={count}
          />
        )
      })}
      <Troubles
        title={en.bring.away(away.count)}
        groups={away.groups.map(({ why, count }) => ({ why: en.datasets.mapped[why], count }))}
        entries={away.first.map(({ path, annotator, why, what }) =>
          en.bring.awayOne(path, annotator, en.datasets.mapped[why], what),
        )}
        count={away.count}
      />
    </>
  )
}
