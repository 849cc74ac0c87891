import { quoteOf } from '../../shared/annotation/annotation.ts'
import { type Codebook, type Mark, snapRules, type Tag } from '../../shared/codebook/codebook.ts'
import { withTag } from '../../shared/codebook/items.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { nextKeyOf } from '../../shared/commands/bindings.ts'
import { commandIds } from '../../shared/commands/commands.ts'
import { words as en } from '../../shared/words/words.ts'
import { useKeys } from '../commands/useKeys.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { tagInk } from '../look/tagInk.ts'
import { selectedAnnotation } from '../state/reading.ts'
import { Button } from '../ui/Button.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import { Checks } from './Checks.tsx'
import { ColourField } from './ColourField.tsx'
import { DraftField } from './DraftField.tsx'
import { KeyField } from './KeyField.tsx'
import { MeaningSwitch, withMeaning } from './MeaningSwitch.tsx'
import { WordList } from './WordList.tsx'

const marks: readonly Mark[] = ['brace', 'solid', 'double', 'dotted', 'wavy']

/** Everything about one tag. */
export function TagDetails({ tag }: { tag: Tag }) {
  const { desk } = useWorkbench()
  const item = { of: 'tags', id: tag.id } as const
  const field = (name: string) => `tags:${tag.id}:${name}`
  const conflicts = useKeyConflicts(tag)
  const selected = useValue(desk.reading, selectedAnnotation)
  const set = (change: Partial<Tag>) =>
    desk.codebook.change(codebook => withTag(codebook, tag.id, one => ({ ...one, ...change })))
  const write = (name: 'label' | 'guidance') => (codebook: Codebook, text: string) => {
    const words = text.trim()
    if (name === 'label' && words === '') return null
    const after = withTag(codebook, tag.id, one => ({ ...one, [name]: words }))
    return withMeaning(desk, item, after)
  }
  const ink = tagInk(tag.colour)
  return (
    <>
      <div className="pair">
        <DraftField
          id="codebook-label"
          label={en.codebook.label}
          field={field('label')}
          value={tag.label}
          hint={en.codebook.idHint(tag.id)}
          wrong={text => (text.trim() === '' ? en.codebook.labelMissing : null)}
          onWrite={write('label')}
        />
        <KeyField
          field={field('key')}
          value={tag.key}
          hint={en.codebook.keyHint}
          conflicts={conflicts}
          onKey={(codebook, key) => withTag(codebook, tag.id, one => ({ ...one, key }))}
        />
      </div>
      <DraftField
        label={en.codebook.guidance}
        field={field('guidance')}
        value={tag.guidance}
        rows={2}
        hint={en.codebook.guidanceHint}
        onWrite={write('guidance')}
      />
      <MeaningSwitch item={item} since={tag.meaningChanged} />
      <WordList
        label={en.codebook.examples}
        field={field('examples')}
        words={tag.examples}
        change={(codebook, to) => withTag(codebook, tag.id, one => ({ ...one, examples: to(one.examples) }))}
        addLabel={en.codebook.addExample}
      >
        {selected && (
          <Button
            look="plain"
            onClick={() => {
              const quote = quoteOf(selected).replace(/\s+/g, ' ').slice(0, LONGEST_EXAMPLE)
              if (!tag.examples.includes(quote)) set({ examples: [...tag.examples, quote] })
            }}
          >
            {en.codebook.fromSelected(quoteOf(selected).replace(/\s+/g, ' ').slice(0, 40))}
          </Button>
        )}
      </WordList>
      <ColourField tag={tag} onChange={colour => set({ colour })} />
      <fieldset className="marks">
        <legend>{en.codebook.mark}</legend>
        {marks.map(mark => (
          <label key={mark}>
            <input type="radio" name="codebook-mark" checked={tag.mark === mark} onChange={() => set({ mark })} />
            <Swatch mark={mark} ink={ink.ink} tint={ink.tint}>
              {en.codebook.marks[mark]}
            </Swatch>
          </label>
        ))}
      </fieldset>
      <Checks
        label={en.codebook.snap}
        hint={en.codebook.snapHint}
        choices={snapRules.map(id => ({ id, label: en.codebook.snaps[id].label, hint: en.codebook.snaps[id].example }))}
        chosen={tag.snap}
        onChange={snap => set({ snap })}
      />
      <WordList
        label={en.codebook.entityKinds}
        hint={en.codebook.entityKindsHint}
        field={field('entityKinds')}
        words={tag.entityKinds}
        change={(codebook, to) => withTag(codebook, tag.id, one => ({ ...one, entityKinds: to(one.entityKinds) }))}
        addLabel={en.codebook.addKind}
      />
    </>
  )
}

const LONGEST_EXAMPLE = 200

/** What has a key already: other tags, and commands by the keys in effect. */
function useKeyConflicts(tag: Tag): (key: string) => readonly string[] {
  const { desk } = useWorkbench()
  const keys = useKeys()
  const tags = useValue(desk.workspace, state => state.codebook.tags)
  return key => {
    if (key === '') return []
    const small = key.toUpperCase()
    const ofTags = tags
      .filter(one => one.id !== tag.id && isOffered(one) && one.key.toUpperCase() === small)
      .map(one => en.codebook.keyOfTag(one.label))
    const next = nextKeyOf({ key })
    const ofCommands = commandIds
      .filter(id => keys(id).some(one => one.toUpperCase() === small || one.toUpperCase() === next.toUpperCase()))
      .map(id => en.codebook.keyOfCommand(en.commands[id].replace('…', '')))
    return [...ofTags, ...ofCommands]
  }
}
