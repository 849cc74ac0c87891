import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { CONTEXT } from './write.ts'

/** An IRI, absolute or relative: words without white space or what would need an escape. */
const IRI = /^[^\s<>"{}|\\^`]+$/
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const SETS = ['Choice', 'List', 'Composite', 'Independents']
const ONE_VALUE = ['FragmentSelector', 'CssSelector', 'XPathSelector', 'SvgSelector']

/** Whether a value names the standard's context, alone or among others. */
export function hasContext(value: JsonObject): boolean {
  return each(value['@context']).includes(CONTEXT)
}

/** One or many, as many. */
export function each(value: Json | undefined): readonly Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json]
}

/** Throws an Untakeable `malformed` that names the first key of an annotation that isn't as the standard demands. */
export function checkAnnotation(value: JsonObject): void {
  const what = idOf(value)
  const demand = (isRight: boolean, key: string) => {
    if (!isRight) throw new Untakeable('malformed', what, key)
  }
  demand(each(value['type']).includes('Annotation'), 'type')
  demand(value['id'] === undefined || isIri(value['id']), 'id')
  for (const key of ['via', 'canonical']) demand(each(value[key]).every(isIri), key)
  for (const key of ['created', 'modified', 'generated'])
    demand(value[key] === undefined || isDateTime(value[key]), key)
  for (const key of ['creator', 'generator'])
    demand(
      each(value[key]).every(one => isIri(one) || isObject(one)),
      key,
    )
  demand(value['bodyValue'] === undefined || typeof value['bodyValue'] === 'string', 'bodyValue')
  demand(value['bodyValue'] === undefined || value['body'] === undefined, 'body, bodyValue')
  for (const body of each(value['body'])) checkResource(body, 'body', demand)
  demand(each(value['target']).length > 0, 'target')
  for (const target of each(value['target'])) checkResource(target, 'target', demand)
}

type Demand = (isRight: boolean, key: string) => void

function checkResource(value: Json, key: string, demand: Demand): void {
  demand(isIri(value) || isObject(value), key)
  if (!isObject(value)) return
  const resource = value
  const types = each(resource['type'])
  const id = resource['id']
  demand(id === undefined || isIri(id), `${key}.id`)
  demand(types.filter(type => SETS.includes(type as string)).length < 2, `${key}.type`)
  if (types.includes('TextualBody')) demand(typeof resource['value'] === 'string', `${key}.value`)
  if (types.includes('SpecificResource')) demand(resource['source'] !== undefined, `${key}.source`)
  demand(
    each(resource['language']).every(one => typeof one === 'string'),
    `${key}.language`,
  )
  const direction = resource['textDirection']
  demand(direction === undefined || ['ltr', 'rtl', 'auto'].includes(direction as string), `${key}.textDirection`)
  for (const item of each(resource['items'])) checkResource(item, `${key}.items`, demand)
  for (const selector of each(resource['selector'])) checkSelector(selector, `${key}.selector`, demand)
}

function checkSelector(value: Json, key: string, demand: Demand): void {
  demand(isIri(value) || isObject(value), key)
  if (!isObject(value)) return
  const selector = value
  const { type } = selector
  if (ONE_VALUE.includes(type as string)) demand(typeof selector['value'] === 'string', `${key}.value`)
  if (type === 'TextQuoteSelector') demand(typeof selector['exact'] === 'string', `${key}.exact`)
  if (type === 'TextPositionSelector' || type === 'DataPositionSelector')
    demand(isPosition(selector['start']) && isPosition(selector['end']), `${key}.start, end`)
  for (const finer of each(selector['refinedBy'])) checkSelector(finer, `${key}.refinedBy`, demand)
}

/** What an annotation is called in a report. */
export function idOf(value: JsonObject): string {
  const { id } = value
  return shortened(typeof id === 'string' ? id : id === undefined ? '' : JSON.stringify(id))
}

const isIri = (value: Json | undefined) => typeof value === 'string' && IRI.test(value)
const isDateTime = (value: Json | undefined) => typeof value === 'string' && DATE_TIME.test(value)
const isPosition = (value: Json | undefined) => typeof value === 'number' && Number.isInteger(value) && value >= 0
