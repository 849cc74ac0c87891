import type { DatasetAnnotation, DatasetArticle, DatasetHead, DatasetLayer } from '../../dataset/dataset.ts'
import type { WriteChoices, Writer } from '../../dataset/format.ts'
import { makeRuler, type Ruler } from '../../text/ruler.ts'
import { LabelingConfig } from './config.ts'
import { type Answer, answerOf, entityControl } from './controls.ts'

/** Writes `tasks.json`, a task at a time, and at the end the configuration that they need. */
export function writeLabelStudio(head: DatasetHead, { unit }: WriteChoices): Writer {
  const config = new LabelingConfig(head)
  const closed = new Set(
    head.codebook.attributes.filter(({ choices }) => choices.length > 0).map(({ tag, id }) => `${tag} ${id}`),
  )
  const numbers = new Map(head.annotators.map(({ id }, i) => [id, i + 1]))
  let count = 0

  const resultsOf = ({ annotations, links }: DatasetLayer, text: string, ruler: Ruler) => [
    ...annotations.flatMap(one => regionOf(one, text, ruler)),
    ...links.map(({ type, from, to }) => {
      config.addLink(type)
      const end = 'annotation' in to ? to.annotation : null
      return { from_id: from, to_id: end, type: 'relation', direction: 'right', labels: [type] }
    }),
  ]

  const regionOf = (
    { id, tag, spans: [span], attributes, entity, note }: DatasetAnnotation,
    text: string,
    ruler: Ruler,
  ) => {
    const place = { start: ruler.fromUtf16(span!.start, unit), end: ruler.fromUtf16(span!.end, unit) }
    const quoted = { ...place, text: text.slice(span!.start, span!.end) }
    const region = { id, to_name: 'text', origin: 'manual' }
    config.addTag(tag)
    const answers: Answer[] = Object.entries(attributes).map(([name, value]) =>
      answerOf(name, value, closed.has(`${tag} ${name}`)),
    )
    if (entity !== undefined) answers.push({ control: entityControl, value: { text: [entity] } })
    return [
      {
        ...{ ...region, from_name: 'label', type: 'labels', value: { ...quoted, labels: [tag] } },
        ...(note === undefined ? {} : { meta: { text: [note] } }),
      },
      ...answers.map(({ control, value }) => {
        const { choices } = value
        config.addControl(control, tag, Array.isArray(choices) ? choices.map(String) : [])
        return { ...region, from_name: control.name, type: control.type, value: { ...quoted, ...value } }
      }),
    ]
  }

  const taskOf = ({ path, text, metadata, split, layers }: DatasetArticle) => {
    const ruler = makeRuler(text)
    return {
      id: ++count,
      // What tells a file of tasks from others comes before a text of any length.
      annotations: layers.map(layer => ({
        // An account's number; who it is stands beside it.
        completed_by: numbers.get(layer.annotator) ?? numbers.size + 1,
        created_username: layer.annotator,
        was_cancelled: false,
        ground_truth: false,
        result: resultsOf(layer, text, ruler),
      })),
      predictions: [],
      data: { ...metadata, ...(split === undefined ? {} : { split }), path, text, offsetUnit: unit },
    }
  }

  return {
    begin: () => [{ file: 'tasks.json', data: '[' }],
    add: article => [{ file: 'tasks.json', data: `${count === 0 ? '\n' : ',\n'}${JSON.stringify(taskOf(article))}` }],
    end: () => [
      { file: 'tasks.json', data: '\n]\n' },
      { file: 'labeling-config.xml', data: config.xml() },
    ],
  }
}
