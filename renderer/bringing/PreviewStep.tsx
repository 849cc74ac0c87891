import { useEffect } from 'react'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import type { BringLooked } from '../state/bringing.ts'
import { Button } from '../ui/Button.tsx'
import { FoundTroubles } from './FoundTroubles.tsx'

/** What is in it, what can't be taken, what the workspace gains, and a few of the annotations: nothing is written yet. */
export function PreviewStep() {
  const { desk } = useWorkbench()
  const { bringing, notices } = desk
  const looked = useValue(bringing, state => state.looked)
  const isReady = useValue(bringing, bringing.isReady)
  useEffect(() => {
    if (looked) notices.say(sentenceOf(looked))
  }, [notices, looked])
  if (!looked) return <Reading />

  return (
    <>
      <Found looked={looked} />
      <FoundTroubles />
      <Adds adds={looked.adds} />
      <div className="bring-tables">
        <Layers looked={looked} />
        <Types comes={looked.comes} />
      </div>
      <Examples examples={looked.examples} />
      <div className="answers">
        <Button onClick={() => bringing.goTo('choose')}>{en.bring.back}</Button>
        <Button onClick={() => bringing.goTo('map')}>{en.bring.map}</Button>
        <span className="between" />
        <Button onClick={bringing.close}>{en.cancel}</Button>
        <Button
          look="main"
          data-first=""
          disabled={!isReady}
          onClick={() => void bringing.write().then(done => done && notices.say(en.bring.done(done)))}
        >
          {isReady ? en.bring.write(looked.annotations) : en.bring.writeNone}
        </Button>
      </div>
    </>
  )
}

function sentenceOf(looked: BringLooked): string {
  return looked.articles === 0 ? en.bring.foundNone : en.bring.found(looked, looked.layerCount)
}

/** How far it is read, and the way to stop it. */
function Reading() {
  const { desk } = useWorkbench()
  const { bringing } = desk
  const articles = useValue(bringing, state => state.progress?.done ?? 0)
  return (
    <>
      <p className="bring-progress" role="status">
        <progress aria-label={en.bring.reading(articles)} />
        {en.bring.reading(articles)}
      </p>
      <div className="answers">
        <Button data-first="" onClick={bringing.stop}>
          {en.bring.stop}
        </Button>
      </div>
    </>
  )
}

function Found({ looked }: { looked: BringLooked }) {
  const { desk } = useWorkbench()
  const me = useValue(desk.entrance, state => state.person?.id ?? null)
  const { articles, standing, layers, problem } = looked
  return (
    <div className="bring-found">
      <p className="what" role="status">
        {sentenceOf(looked)}
      </p>
      {articles > 0 && standing.fresh + standing.there > 0 && <p>{en.bring.standing(standing)}</p>}
      {standing['other-text'] > 0 && <p>{en.bring.otherText(standing['other-text'])}</p>}
      {layers
        .filter(({ id }) => id === me)
        .map(({ called }) => (
          <p key={called}>{en.bring.yours(called)}</p>
        ))}
      {problem && (
        <p className="wrong" role="alert">
          {en.bring.cut} {problem.detail || en.problems[problem.kind].title}
        </p>
      )}
    </div>
  )
}

function Adds({ adds: { tags, attributes, links, entities } }: { adds: BringLooked['adds'] }) {
  const lines = [
    tags.length > 0 && en.bring.addsTags(tags, tags.length),
    attributes.length > 0 && en.bring.addsAttributes(attributes, attributes.length),
    links.length > 0 && en.bring.addsLinks(links, links.length),
    entities > 0 && en.bring.addsEntities(entities),
  ].filter(line => line !== false)
  return (
    <section className="bring-adds" aria-labelledby="bring-adds">
      <h3 id="bring-adds">{en.bring.adds}</h3>
      {lines.length === 0 ? (
        <p>{en.bring.addsNothing}</p>
      ) : (
        <ul>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Layers({ looked: { layers, layerCount } }: { looked: BringLooked }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="bring-table" aria-label={en.bring.layers} tabIndex={0}>
      <table>
        <caption>{en.bring.layers}</caption>
        <thead>
          <tr>
            <th scope="col">{en.bring.layer}</th>
            <th scope="col" className="number">
              {en.bring.articles}
            </th>
            <th scope="col" className="number">
              {en.bring.annotations}
            </th>
            <th scope="col" className="number">
              {en.bring.links}
            </th>
          </tr>
        </thead>
        <tbody>
          {layers.map(({ called, id, articles, annotations, links }) => (
            <tr key={called}>
              <th scope="row" dir="auto">
                {withUnseenShown(called)}
                {id !== called && <span className="faint"> {id}</span>}
              </th>
              <td className="number">{en.bring.number(articles)}</td>
              <td className="number">{en.bring.number(annotations)}</td>
              <td className="number">{en.bring.number(links)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {layers.length < layerCount && <p className="faint">{en.bring.notAll(layers.length, layerCount)}</p>}
    </section>
  )
}

function Types({ comes: { tags, links } }: { comes: BringLooked['comes'] }) {
  const rows = [
    ...tags.map(([name, count]) => ({ name, count, kind: en.bring.kindTag })),
    ...links.map(([name, count]) => ({ name, count, kind: en.bring.kindLink })),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="bring-table" aria-label={en.bring.types} tabIndex={0}>
      <table>
        <caption>{en.bring.types}</caption>
        <thead>
          <tr>
            <th scope="col">{en.bring.type}</th>
            <th scope="col">{en.bring.kind}</th>
            <th scope="col" className="number">
              {en.bring.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, kind }) => (
            <tr key={`${kind} ${name}`}>
              <th scope="row" dir="auto">
                {withUnseenShown(name)}
              </th>
              <td>{kind}</td>
              <td className="number">{en.bring.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Examples({ examples }: { examples: BringLooked['examples'] }) {
  return (
    <section className="bring-examples" aria-labelledby="bring-examples">
      <h3 id="bring-examples">{en.bring.examples}</h3>
      {examples.length === 0 && <p className="faint">{en.bring.noExamples}</p>}
      <ul>
        {examples.map(({ path, annotator, tag, quote, before, after }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same
          <li key={i}>
            <span className="tag" dir="auto">
              {withUnseenShown(tag)}
            </span>
            <span className="words" dir="auto">
              {withUnseenShown(before)}
              <mark>{withUnseenShown(quote)}</mark>
              {withUnseenShown(after)}
            </span>
            <span className="faint" dir="auto">
              {en.bring.exampleOf(path, annotator)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
