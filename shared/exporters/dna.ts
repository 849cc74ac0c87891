import { type Format, saysAll } from '../dataset/format.ts'
import { readDna } from './dna/readDna.ts'
import { writeDna } from './dna/writeDna.ts'

/**
 * Statements as Discourse Network Analyzer exports its event list: a row a
 * claim and source, with person, organization, concept and agreement, between
 * semicolons. Three columns more (`annotation_id`, `annotator`, `document_path`)
 * say what a row is of. It is a view: what it doesn't hold is told.
 */
export const dna: Format = {
  id: 'dna',
  extensions: ['csv'],
  makes: 'file',
  isView: true,
  says: {
    ...saysAll,
    text: 'lost',
    metadata: ['drop'],
    zones: 'lost',
    status: 'lost',
    discontinuous: ['hull', 'first-part', 'drop'],
    attributes: ['words'],
    notes: 'lost',
    'link-attributes': 'lost',
    cues: 'lost',
    frames: 'lost',
  },
  units: ['utf16'],
  canLeaveTextOut: true,
  keepsIds: false,
  readBy: ['papaparse 5.7', 'pandas 3.0.6'],
  readInTests: ['papaparse 5.7'],
  write: writeDna,
  read: readDna,
  looksLike: begin => /^\ufeff?"?statement_id"?;"?time"?;/.test(begin),
}
