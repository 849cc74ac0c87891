import { type Format, saysAll } from '../dataset/format.ts'
import { read } from './webAnnotation/read.ts'
import { writeCollection } from './webAnnotation/write.ts'

/**
 * W3C Web Annotation (JSON-LD): a file an article, which is an
 * AnnotationCollection with one page. A span is a quote with its surroundings
 * and a position; a discontinuous annotation a Composite of several; tag,
 * attributes, entity and note are bodies; a link is an annotation whose
 * motivation is `linking` and whose targets are what it joins. What only Stet
 * has a word for stands under `stet:`.
 */
export const webAnnotation: Format = {
  id: 'w3c',
  extensions: ['jsonld', 'json'],
  makes: 'folder',
  says: saysAll,
  // "Must be in terms of unicode code points", says the standard.
  units: ['codepoint'],
  canLeaveTextOut: true,
  keepsIds: true,
  readBy: ['jsonld.js 9.0', 'RDFLib 7.6.0'],
  readInTests: ['jsonld.js 9.0'],
  write: (head, choices) => ({
    begin: () => [],
    add: article => [{ file: `${article.path}.jsonld`, data: writeCollection(article, head, choices) }],
    end: () => [],
  }),
  read,
  looksLike: begin => begin.includes('http://www.w3.org/ns/anno.jsonld'),
}
