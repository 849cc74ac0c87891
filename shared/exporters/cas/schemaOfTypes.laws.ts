import { childOf, childrenOf, readXml, wordsIn, type XmlElement } from '../xml/readXml.ts'
import { xmlElement } from '../xml/writeXml.ts'

/** Test ground: the XML schema that a type system implies, so that validators by others can judge an XMI that is written beside it. */

/** A file of a schema by its name; the first says what may stand in an XMI, the others what each of its namespaces has. */
export interface SchemaFile {
  readonly fileName: string
  readonly contents: string
}

const XMI = 'http://www.omg.org/XMI'
const ID = 'xs:nonNegativeInteger'
const primitives: Readonly<Record<string, string>> = {
  ...{ 'uima.cas.String': 'xs:string', 'uima.cas.Boolean': 'xs:boolean', 'uima.cas.Integer': 'xs:int' },
  ...{ 'uima.cas.Long': 'xs:long', 'uima.cas.Float': 'xs:float', 'uima.cas.Double': 'xs:double' },
}

interface Feature {
  readonly name: string
  readonly range: string
}

/** The schema of every XMI that has the types of a type system's XML: what isn't declared there is no valid XMI. */
export function schemaOfTypes(typeSystem: string): SchemaFile[] {
  const types = new Map(
    childrenOf(childOf(readXml(typeSystem), 'types')!, 'typeDescription').map(one => [wordsOf(one, 'name'), one]),
  )
  const featuresOf = (name: string): Feature[] => {
    const type = types.get(name)
    if (!type) return name.startsWith('uima.tcas.') ? place : []
    const own = childrenOf(childOf(type, 'features')!, 'featureDescription')
    return [
      ...featuresOf(wordsOf(type, 'supertypeName')),
      ...own.map(one => ({ name: wordsOf(one, 'name'), range: wordsOf(one, 'rangeTypeName') })),
    ]
  }
  const spaces = new Map<string, string[]>([['http:///uima/cas.ecore', [...own]]])
  const references = new Set(['sofa'])
  for (const name of types.keys()) {
    const cut = name.lastIndexOf('.')
    const uri = `http:///${name.slice(0, cut).replaceAll('.', '/')}.ecore`
    const features = featuresOf(name)
    for (const one of features) if (!primitives[one.range] && !/Array$/.test(one.range)) references.add(one.name)
    spaces.set(uri, [...(spaces.get(uri) ?? []), elementOf(name.slice(cut + 1), features)])
  }
  const files = [...spaces].map(([uri, elements], i) => ({ uri, fileName: `types${i}.xsd`, elements }))
  const imports = files.map(({ uri, fileName }) =>
    xmlElement('xs:import', { namespace: uri, schemaLocation: fileName }),
  )
  return [
    {
      fileName: 'xmi.xsd',
      contents: schema(XMI, ...imports, xmlElement('xs:attribute', { name: 'id', type: ID }), rootOf(references)),
    },
    ...files.map(({ uri, fileName, elements }) => ({ fileName, contents: schema(uri, ...elements) })),
  ]
}

const wordsOf = (element: XmlElement, name: string) => wordsIn(childOf(element, name)!)

const place: Feature[] = [
  { name: 'sofa', range: 'uima.cas.Sofa' },
  { name: 'begin', range: 'uima.cas.Integer' },
  { name: 'end', range: 'uima.cas.Integer' },
]

/** What UIMA itself has. */
const own = [
  elementOf('NULL', []),
  elementOf('Sofa', [
    { name: 'sofaNum', range: 'uima.cas.Integer' },
    ...['sofaID', 'mimeType', 'sofaString'].map(name => ({ name, range: 'uima.cas.String' })),
  ]),
  elementOf('View', [
    { name: 'sofa', range: 'uima.cas.Sofa' },
    { name: 'members', range: 'uima.cas.FSArray' },
  ]),
]

/** Attributes in no namespace, and an element of its own for each of several words; `xmi:id` is whatever stands in XMI's namespace. */
function elementOf(name: string, features: readonly Feature[]): string {
  const several = features.filter(({ range }) => range === 'uima.cas.StringArray')
  const children = several.map(one =>
    xmlElement('xs:element', { name: one.name, type: 'xs:string', form: 'unqualified' }),
  )
  const attributes = features.map(({ name, range }) =>
    range === 'uima.cas.FSArray'
      ? xmlElement('xs:attribute', { name }, xmlElement('xs:simpleType', {}, xmlElement('xs:list', { itemType: ID })))
      : xmlElement('xs:attribute', {
          name,
          type: range === 'uima.cas.StringArray' ? 'xs:string' : (primitives[range] ?? ID),
        }),
  )
  const choice = xmlElement('xs:choice', { minOccurs: 0, maxOccurs: 'unbounded' }, ...children)
  const any = xmlElement('xs:anyAttribute', { namespace: XMI, processContents: 'strict' })
  return xmlElement(
    'xs:element',
    { name },
    xmlElement('xs:complexType', {}, ...(children.length > 0 ? [choice] : []), ...attributes, any),
  )
}

/** Everything that is declared, once by its id; a reference leads to something that is there. */
function rootOf(references: ReadonlySet<string>): string {
  const any = xmlElement('xs:any', {
    namespace: '##other',
    processContents: 'strict',
    minOccurs: 0,
    maxOccurs: 'unbounded',
  })
  const every = (field: string) => [xmlElement('xs:selector', { xpath: '*' }), xmlElement('xs:field', { xpath: field })]
  return xmlElement(
    'xs:element',
    { name: 'XMI' },
    xmlElement(
      'xs:complexType',
      {},
      xmlElement('xs:sequence', {}, any),
      xmlElement('xs:anyAttribute', { processContents: 'lax' }),
    ),
    xmlElement('xs:unique', { name: 'id' }, ...every('@xmi:id')),
    ...[...references].map(name =>
      xmlElement('xs:keyref', { name: `to-${name}`, refer: 'xmi:id' }, ...every(`@${name}`)),
    ),
  )
}

function schema(uri: string, ...children: readonly string[]): string {
  const spaces = { 'xmlns:xs': 'http://www.w3.org/2001/XMLSchema', 'xmlns:xmi': XMI }
  return xmlElement('xs:schema', { ...spaces, targetNamespace: uri }, ...children)
}
