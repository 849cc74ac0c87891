import { useEffect } from 'react'
import { isPattern, nameParts, wordsByPattern } from '../../shared/archives/namePattern.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { Survey } from '../state/unpacking.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { UnreadableList } from './UnreadableList.tsx'

/** What was found, which of it goes in, where to, and what the files are called. */
export function ArticlesStep() {
  const { desk } = useWorkbench()
  const { unpacking } = desk
  const { opened, survey, preview, progress, columns, differing, problem } = useValue(unpacking, state => state)
  const isReady = useValue(unpacking, unpacking.isReady)
  useSaidOnce(survey)
  if (!opened) return null
  const articles = survey?.articles ?? preview
  const going = survey ? survey.fresh + (differing ? survey.differing : 0) : 0

  return (
    <>
      {survey ? (
        <p role="status">
          {en.unpack.found(en.unpack.kind(opened.kind), survey.found)} {sentenceOf(survey)}
        </p>
      ) : (
        !problem && (
          <p className="unpack-progress" role="status">
            <progress
              aria-label={en.unpack.looking(progress?.found ?? 0)}
              max={progress?.byteLength || 1}
              value={progress?.reached ?? 0}
            />
            {en.unpack.looking(progress?.found ?? 0)}
          </p>
        )
      )}
      {survey?.problem && (
        <p className="wrong" role="alert">
          {en.unpack.cut} {survey.problem.detail || en.problems[survey.problem.kind].title}
        </p>
      )}
      <Preview articles={articles} all={survey?.found ?? progress?.found ?? 0} />
      {survey && <UnreadableList unreadable={survey.unreadable} count={survey.unread} />}
      {survey && survey.differing > 0 && (
        <label className="unpack-choice">
          <input
            type="checkbox"
            checked={differing}
            onChange={event => unpacking.set({ differing: event.target.checked })}
          />
          {en.unpack.differing(survey.differing)}
        </label>
      )}
      <WhereTo articles={articles} />
      <div className="answers">
        {columns && <Button onClick={() => unpacking.set({ step: 'columns' })}>{en.unpack.back}</Button>}
        <Button onClick={unpacking.close}>{en.cancel}</Button>
        <Button
          look="main"
          disabled={!isReady}
          onClick={() => void unpacking.write().then(done => done && desk.notices.say(en.unpack.done(done.fresh)))}
        >
          {going > 0 ? en.unpack.write(going) : en.unpack.writeNone}
        </Button>
      </div>
    </>
  )
}

function sentenceOf({ found, fresh, there, unread }: Survey): string {
  if (found === 0 || found === unread) return en.unpack.none
  return en.unpack.fresh(fresh, there)
}

/** Whoever listens hears what was found once all of it is looked through. */
function useSaidOnce(survey: Survey | null): void {
  const { desk } = useWorkbench()
  useEffect(() => {
    if (survey) desk.notices.say(sentenceOf(survey))
  }, [desk, survey])
}

function Preview({ articles, all }: { articles: Survey['articles']; all: number }) {
  if (articles.length === 0) return null
  const title = en.unpack.firstOf(articles.length, all)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="unpack-table articles" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{en.unpack.articleTitle}</th>
            <th scope="col">{en.unpack.outlet}</th>
            <th scope="col">{en.unpack.date}</th>
            <th scope="col">{en.unpack.state}</th>
          </tr>
        </thead>
        <tbody>
          {articles.map(({ title, lead, name, outlet, published, state }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an article is its place in the archive
            <tr key={i} className={state === 'there' ? 'faint' : undefined}>
              <th scope="row" dir="auto">
                {withUnseenShown(title || name || lead)}
              </th>
              <td dir="auto">{withUnseenShown(outlet)}</td>
              <td>{published.slice(0, 10)}</td>
              <td>{en.unpack.states[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function WhereTo({ articles }: { articles: Survey['articles'] }) {
  const { desk } = useWorkbench()
  const { unpacking } = desk
  const workspace = useValue(desk.workspace, state => state.name)
  const folder = useValue(unpacking, state => state.folder)
  const pattern = useValue(unpacking, state => state.pattern)
  const parts = en.unpack.patternParts(nameParts.map(part => `{${part}}`).join(' '))
  const example = articles.find(({ state }) => state !== 'there') ?? articles[0]
  return (
    <div className="unpack-where">
      <TextField
        label={en.unpack.folder}
        value={folder}
        data-first=""
        onText={folder => unpacking.set({ folder })}
        hint={en.unpack.folderHint(workspace)}
      />
      <TextField
        label={en.unpack.pattern}
        value={pattern}
        onText={pattern => unpacking.set({ pattern })}
        wrong={isPattern(pattern) ? null : parts}
        hint={example && isPattern(pattern) ? en.unpack.patternHint(nameOf(pattern, example)) : parts}
      />
    </div>
  )
}

function nameOf(
  pattern: string,
  { title, name, lead, outlet, published, section }: Survey['articles'][number],
): string {
  const date = published.slice(0, 10)
  return wordsByPattern(pattern, { date, outlet, section, title: title || name || lead, name: name || lead })
}
