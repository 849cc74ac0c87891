import { type LayerWritten, layerFile } from './layerFiles.ts'

/** An article that three colleagues annotated, so that every kind of difference stands somewhere in it. */
export const comparedText = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

“The port is shut,” the union said. Nobody knows when they will be back at work.

Minister Novak welcomed the talks in Aktau. Lena Brandt called them a waste of time.

The strike began at dawn. Shippers expect losses of a million a day.

وقال الوزير إن الميناء سيفتح غدا. ${'The cranes stood still all day and nobody was seen on the quay. '.repeat(60)}

In the end the court ruled for the dockers.
`

const same = [
  { id: 'union', words: 'The union', tag: 'actor' },
  { id: 'master', words: 'The harbour master', tag: 'actor' },
]

export const layersCompared: readonly LayerWritten[] = [
  {
    ...{ id: 'ben', name: 'Ben Ott' },
    annotations: [
      ...same,
      { id: 'close', words: 'the port would close', tag: 'claim', attributes: { type: 'prediction' } },
      { id: 'shut', words: 'The port is shut', tag: 'claim' },
      { id: 'talks', words: 'the talks', tag: 'event' },
      { id: 'novak', words: 'Minister Novak', tag: 'actor', entity: 'novak' },
      { id: 'welcomed', words: 'welcomed the talks', tag: 'claim' },
      { id: 'strike', words: 'The strike', tag: 'event' },
      { id: 'losses', words: 'losses of a million a day', tag: 'claim' },
      { id: 'ruled', words: 'the court ruled for the dockers', tag: 'claim' },
      { id: 'arabic', words: 'الوزير', tag: 'actor' },
    ],
    links: [
      { type: 'attributed-to', from: 'close', to: 'union' },
      { type: 'about', from: 'welcomed', to: 'talks' },
    ],
  },
  {
    ...{ id: 'cem', name: 'Cem Kaya' },
    annotations: [
      ...same,
      { id: 'close', words: 'the port would close', tag: 'claim', attributes: { type: 'demand' } },
      { id: 'shut', words: 'The port is shut', tag: 'event' },
      { id: 'talks', words: 'the talks', tag: 'event' },
      { id: 'novak', words: 'Minister Novak', tag: 'actor', entity: 'another' },
      { id: 'welcomed', words: 'welcomed the talks', tag: 'claim' },
      { id: 'strike', words: 'The strike began', tag: 'event' },
      { id: 'arabic', words: 'وقال الوزير', tag: 'actor' },
    ],
    links: [{ type: 'attributed-to', from: 'close', to: 'master' }],
  },
  {
    ...{ id: 'gold-cem', name: 'Cem Kaya' },
    annotations: [
      ...same,
      {
        id: 'close',
        words: 'the port would close',
        tag: 'claim',
        attributes: { type: 'prediction' },
        note: 'As he said',
      },
      { id: 'brandt', words: 'Lena Brandt', tag: 'actor' },
    ],
    links: [{ type: 'attributed-to', from: 'close', to: 'union' }],
  },
]

/** The article at this path, with the layers of all of them beside it. */
export function comparedFiles(file: string): Record<string, string> {
  return Object.assign(
    { [file]: comparedText },
    ...layersCompared.map(layer => layerFile(file, comparedText, layer)),
  ) as Record<string, string>
}
