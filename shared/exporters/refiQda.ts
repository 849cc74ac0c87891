import { type Format, saysAll } from '../dataset/format.ts'
import { writeCodebook } from './refiQda/codebook.ts'
import { read } from './refiQda/read.ts'
import { projectWriter } from './refiQda/write.ts'

/**
 * REFI-QDA projects (`.qdpx`), as programs for qualitative analysis exchange
 * them: a ZIP archive of texts and of `project.qde`. An annotation is a
 * selection with a coding of its tag; an answer is one more coding, of a code
 * below the tag; entities are cases, notes are notes, links are links. Every
 * guid is a name's, so that the same work gives the same project.
 */
export const refiQda: Format = {
  id: 'refi-qda',
  extensions: ['qdpx'],
  makes: 'file',
  says: {
    ...saysAll,
    zones: 'lost',
    status: 'lost',
    discontinuous: ['parts', 'hull', 'first-part', 'drop'],
    attributes: ['words', 'drop'],
    'typed-values': ['words', 'drop'],
    'link-attributes': 'lost',
    cues: 'lost',
    frames: 'lost',
  },
  // The standard's unit, §10.2.
  units: ['codepoint'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['libxml2 2.9.14 (schema of REFI-QDA 1.0)'],
  write: projectWriter,
  read,
}

/** The codebook alone (`.qdc`): no article and no annotation. */
export const refiCodebook: Format = {
  id: 'refi-codebook',
  extensions: ['qdc'],
  makes: 'file',
  says: { ...refiQda.says, annotations: 'lost', text: 'lost', metadata: 'lost', links: 'lost' },
  units: [],
  canLeaveTextOut: true,
  keepsIds: false,
  readBy: ['libxml2 2.9.14 (schema of REFI-QDA 1.0)'],
  write: ({ codebook }) => ({
    begin: () => [{ file: '', data: writeCodebook(codebook) }],
    add: () => [],
    end: () => [],
  }),
}
