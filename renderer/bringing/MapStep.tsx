import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { Button } from '../ui/Button.tsx'
import { FrameRules } from './FrameRules.tsx'
import { MapTable } from './MapTable.tsx'
import { frameOf } from './mapRules.ts'
import { ValueRules } from './ValueRules.tsx'

/** Every name in the files, and what becomes of it in the workspace. */
export function MapStep() {
  const { desk } = useWorkbench()
  const { bringing, notices } = desk
  const looked = useValue(bringing, state => state.looked)
  const map = useValue(bringing, state => state.map)
  const codebook = useValue(desk.workspace, state => state.codebook)
  const isFresh = useValue(bringing, bringing.isFresh)
  if (!looked || !map) return null
  const { tags, attributes, links, frames } = looked.found
  const ids = (all: readonly { readonly id: string; readonly retired?: true }[]) => [
    ...new Set(all.flatMap(({ id, retired }) => (retired ? [] : [id]))),
  ]
  const asksLinks = codebook.links.flatMap(({ attributes }) => attributes)
  // Roles of an event that stays an annotation are links of their name.
  const roles = frames.filter(({ tag }) => !frameOf(map, tag)).flatMap(({ roles }) => roles)
  const linked = [...links, ...roles.filter(([role]) => !links.some(([name]) => name === role))]
  const say = (sentence: (file: string) => string) => (file: string | null) =>
    file !== null && notices.say(sentence(file))

  return (
    <>
      <h3 className="bring-heading">{en.bring.mapTitle}</h3>
      <p className="faint">{en.bring.mapWhy}</p>
      <section className="bring-map" aria-label={en.bring.mapTitle}>
        {frames.length > 0 && <FrameRules frames={frames} links={ids(codebook.links)} />}
        <MapTable
          of="tags"
          title={en.bring.mapTags}
          names={tags.filter(([name]) => !frameOf(map, name))}
          known={ids(codebook.tags)}
        />
        <MapTable
          of="attributes"
          title={en.bring.mapAttributes}
          names={attributes.map(({ name, count }) => [name, count])}
          known={ids([...codebook.attributes, ...asksLinks])}
        >
          {name => <ValueRules name={name} values={attributes.find(one => one.name === name)?.values ?? []} />}
        </MapTable>
        <MapTable of="links" title={en.bring.mapLinks} names={linked} known={ids(codebook.links)} />
        {tags.length + attributes.length + links.length + frames.length === 0 && <p>{en.bring.mapNothing}</p>}
      </section>
      <div className="answers">
        <Button onClick={() => void bringing.loadMap().then(say(en.bring.mapLoaded))}>{en.bring.loadMap}</Button>
        <Button onClick={() => void bringing.saveMap().then(say(en.bring.mapSaved))}>{en.bring.saveMap}</Button>
        <span className="between" />
        <Button look="main" onClick={() => (isFresh ? bringing.goTo('preview') : void bringing.look())}>
          {isFresh ? en.bring.back : en.bring.lookAgain}
        </Button>
      </div>
    </>
  )
}
