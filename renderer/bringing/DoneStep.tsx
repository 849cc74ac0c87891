import { words as en } from '../../shared/words/words.ts'
import { openAndEnter } from '../commands/actions.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from './copyText.ts'
import { FoundTroubles } from './FoundTroubles.tsx'
import { Troubles } from './Troubles.tsx'

/** What was imported, what was there already, what wasn't imported and why; the report; and the way back. */
export function DoneStep() {
  const { desk } = useWorkbench()
  const { bringing, notices } = desk
  const done = useValue(bringing, state => state.done)
  const takenBack = useValue(bringing, state => state.takenBack)
  if (!done) return null
  const { article, layersThere, notImported, problem, isCancelled } = done
  const open = (ticket: string) => {
    bringing.close()
    void openAndEnter(desk, ticket)
  }
  const saySaved = (file: string | null) => file !== null && notices.say(en.bring.reportSaved(file))
  const copy = async () => {
    const report = await bringing.report()
    if (report !== null && copyText(report)) notices.say(en.bring.copied)
  }

  return (
    <>
      <div role="status" className="bring-done">
        <p className="what">{isCancelled ? en.bring.doneStopped(done.layers) : en.bring.done(done)}</p>
        <p>{en.bring.doneArticles(done)}</p>
        {layersThere > 0 && <p>{en.bring.doneThere(layersThere)}</p>}
        <p>{en.bring.doneNothingOver}</p>
      </div>
      {problem && (
        <p className="wrong" role="alert">
          {en.problems[problem.kind].title}. {problem.detail} {en.problems[problem.kind].remedy}
        </p>
      )}
      <Troubles
        title={en.bring.notImported(notImported.count)}
        groups={[]}
        entries={notImported.first.map(({ path, annotator, why, problem }) =>
          en.bring.notImportedOne(
            annotator === null ? path : `${path} (${annotator})`,
            problem ? `${en.problems[problem.kind].title}. ${problem.detail}` : en.datasets.notImported[why],
          ),
        )}
        count={notImported.count}
      />
      <FoundTroubles />
      <div className="bring-choose">
        <Button onClick={() => void copy()}>{en.bring.copyReport}</Button>
        <Button onClick={() => void bringing.saveReport().then(saySaved)}>{en.bring.saveReport}</Button>
      </div>
      {done.made > 0 && <TakeBack isDone={takenBack !== null} />}
      <div className="answers">
        {article !== null && takenBack === null && <Button onClick={() => open(article)}>{en.bring.open}</Button>}
        <Button look="main" data-first="" onClick={bringing.close}>
          {en.bring.close}
        </Button>
      </div>
    </>
  )
}

/** Puts what the import made out of the way, and says what became of it. */
function TakeBack({ isDone }: { isDone: boolean }) {
  const { desk } = useWorkbench()
  const { bringing, notices } = desk
  const takenBack = useValue(bringing, state => state.takenBack)
  if (isDone && takenBack)
    return (
      <div className="bring-back">
        <p role="status">{en.bring.takenBack(takenBack.put, takenBack.folder)}</p>
        <Troubles
          title={en.bring.takenBackKept(takenBack.kept.count)}
          groups={[]}
          entries={takenBack.kept.first.map(({ path, why }) => en.bring.notImportedOne(path, en.bring.keptWhy[why]))}
          count={takenBack.kept.count}
        />
      </div>
    )
  return (
    <div className="bring-back">
      <Button
        aria-describedby="bring-back-why"
        onClick={() =>
          void bringing.takeBack().then(done => done && notices.say(en.bring.takenBack(done.put, done.folder)))
        }
      >
        {en.bring.takeBack}
      </Button>
      <p id="bring-back-why" className="faint">
        {en.bring.takeBackWhy}
      </p>
    </div>
  )
}
