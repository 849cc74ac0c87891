import type { DatasetAttributes, DatasetValue } from '../../dataset/dataset.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { childOf, childrenOf, readXml, wordsIn, type XmlElement } from '../xml/readXml.ts'
import type { GateAnnotation, GateDocument, GateRelation } from './document.ts'
import { javaValue } from './javaValue.ts'

/** A GATE document in XML: annotations stand between nodes, which stand in the text. Throws an Untakeable for what is none. */
export function readGateXml(source: string): GateDocument {
  const root = readXml(source)
  if (root.name !== 'GateDocument') throw new Untakeable('unknown-kind', shortened(root.name), 'GateDocument')
  const { text, nodes } = textIn(childOf(root, 'TextWithNodes'))
  const sets = childrenOf(root, 'AnnotationSet', 'RelationSet')
  return {
    text,
    features: featuresOf(childOf(root, 'GateDocumentFeatures')),
    annotations: sets.flatMap(set => childrenOf(set, 'Annotation').map(one => annotationOf(one, nameOf(set), nodes))),
    relations: sets.flatMap(set => childrenOf(set, 'Relation').map(one => relationOf(one, nameOf(set)))),
  }
}

/** The text, and where each node stands in it. */
function textIn(element: XmlElement | undefined): { text: string; nodes: ReadonlyMap<string, number> } {
  const nodes = new Map<string, number>()
  const pieces: string[] = []
  let length = 0
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') {
      pieces.push(child)
      length += child.length
    } else if (child.name === 'Node') nodes.set(child.attributes['id'] ?? '', length)
  }
  return { text: pieces.join(''), nodes }
}

function nameOf(set: XmlElement): string {
  return set.attributes['Name'] ?? ''
}

function annotationOf(element: XmlElement, set: string, nodes: ReadonlyMap<string, number>): GateAnnotation {
  const { Id, Type, StartNode, EndNode } = element.attributes
  const [start, end] = [nodes.get(StartNode ?? ''), nodes.get(EndNode ?? '')]
  const span = start === undefined || end === undefined ? null : { start, end }
  return { set, id: Id ?? '', type: Type ?? '', span, features: featuresOf(element), line: element.line }
}

function relationOf(element: XmlElement, set: string): GateRelation {
  const { Id, Type, Members } = element.attributes
  const members = (Members ?? '').split(';').filter(one => one !== '')
  return { set, id: Id ?? '', type: Type ?? '', members, features: featuresOf(element), line: element.line }
}

function featuresOf(element: XmlElement | undefined): DatasetAttributes {
  const features = element ? childrenOf(element, 'Feature') : []
  return Object.fromEntries(
    features.map((feature): [string, DatasetValue] => {
      const value = childOf(feature, 'Value')
      return [
        wordsIn(childOf(feature, 'Name')),
        javaValue(value?.attributes['className'] ?? 'java.lang.String', wordsIn(value)),
      ]
    }),
  )
}
