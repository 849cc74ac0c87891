import { type Format, saysAll } from '../dataset/format.ts'
import { readLabelStudio } from './labelStudio/read.ts'
import { writeLabelStudio } from './labelStudio/write.ts'

/**
 * Label Studio: `tasks.json`, which its import takes, and the labeling
 * configuration that the project needs, `labeling-config.xml`. A task is an
 * article, with an annotation for each annotator; what is answered of a region
 * bears the region's id.
 *
 * Its own positions have been UTF-16 and code points, by version: the task
 * says which in `data.offsetUnit`, and every region has its words, by which ours
 * checks that or finds it out.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  extensions: ['json'],
  makes: 'folder',
  says: {
    ...saysAll,
    zones: 'lost',
    status: 'lost',
    discontinuous: ['hull', 'parts', 'first-part', 'drop'],
    'links-to-entities': 'lost',
    'links-to-author': 'lost',
    'link-attributes': 'lost',
    cues: 'lost',
    frames: 'lost',
  },
  units: ['codepoint', 'utf16'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['the converter of Label Studio’s SDK 2.1.3'],
  write: writeLabelStudio,
  read: readLabelStudio,
  looksLike: begin =>
    /^\s*[[{]/.test(begin) &&
    /"(?:annotations|completions)"\s*:\s*\[/.test(begin) &&
    /"(?:data|result)"\s*:/.test(begin),
}
