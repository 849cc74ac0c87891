import type { DatasetHead } from '../../dataset/dataset.ts'
import { childOf, childrenOf, readXml, wordsIn, type XmlElement } from '../xml/readXml.ts'
import { Codes } from './codes.ts'

/** A code of somebody's codebook. */
export interface ReadCode {
  readonly guid: string
  /** Its name, behind those of the codes that it is below, with `/` between them. */
  readonly path: string
  readonly description: string
  /** `#rrggbb`, small letters; null where it has none. */
  readonly colour: string | null
  readonly isCodable: boolean
}

/** A codebook as a `.qdc` file. */
export function writeCodebook(codebook: DatasetHead['codebook']): string {
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Stet' }
  return `<?xml version="1.0" encoding="utf-8"?>\n${new Codes(codebook).xml(attributes)}\n`
}

/** The codes of a `.qdc` file. Throws an Untakeable `malformed` where it isn't XML. */
export function readCodebook(source: string): ReadCode[] {
  return codesIn(readXml(source))
}

/** The codes of an element `CodeBook`, each before those below it. */
export function codesIn(book: XmlElement | undefined): ReadCode[] {
  const codes = childOf(book, 'Codes')
  return codes ? childrenOf(codes, 'Code').flatMap(code => codesFrom(code, '')) : []
}

function codesFrom(code: XmlElement, above: string): ReadCode[] {
  const { guid = '', name = '', color, isCodable } = code.attributes
  const path = above === '' ? name : `${above}/${name}`
  const colour = /^#[\da-f]{6}$/i.test(color ?? '') ? color!.toLowerCase() : null
  const description = wordsIn(childOf(code, 'Description'))
  return [
    { guid: guid.toLowerCase(), path, description, colour, isCodable: isCodable !== 'false' },
    ...childrenOf(code, 'Code').flatMap(below => codesFrom(below, path)),
  ]
}
