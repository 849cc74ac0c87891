import { later } from './ui/later.tsx'

/** The dialogs, by the name that `desk.dialogs` has for each. */
export const dialogs = {
  palette: later(async () => (await import('./palette/CommandPalette.tsx')).CommandPalette),
  keys: later(async () => (await import('./help/KeysSheet.tsx')).KeysSheet),
  codebook: later(async () => (await import('./codebook/CodebookSheet.tsx')).CodebookSheet),
  organise: later(async () => (await import('./organising/OrganisingSheet.tsx')).OrganisingSheet),
  entities: later(async () => (await import('./entities/Register.tsx')).Register),
  person: later(async () => (await import('./person/PersonDialog.tsx')).PersonDialog),
  correct: later(async () => (await import('./correcting/CorrectDialog.tsx')).CorrectDialog),
  about: later(async () => (await import('./facts/AboutDialog.tsx')).AboutDialog),
  encoding: later(async () => (await import('./facts/EncodingDialog.tsx')).EncodingDialog),
  export: later(async () => (await import('./exporting/ExportDialog.tsx')).ExportDialog),
  agreement: later(async () => (await import('./agreement/AgreementSheet.tsx')).AgreementSheet),
  unpack: later(async () => (await import('./unpacking/UnpackDialog.tsx')).UnpackDialog),
  bring: later(async () => (await import('./bringing/BringDialog.tsx')).BringDialog),
  tell: later(async () => (await import('./telling/TellDialog.tsx')).TellDialog),
  clipboard: later(async () => (await import('./clipboard/ClipboardDialog.tsx')).ClipboardDialog),
}

/** The case at hand, in the place of the annotation. */
export const caseCard = later(async () => (await import('./reviewing/CaseCard.tsx')).CaseCard)

/** What the pane below shows. */
export const panes = {
  problems: later(async () => (await import('./findings/ProblemsPane.tsx')).ProblemsPane),
  search: later(async () => (await import('./search/SearchPane.tsx')).SearchPane),
  placing: later(async () => (await import('./placing/PlacingPane.tsx')).PlacingPane),
  history: later(async () => (await import('./history/HistoryPane.tsx')).HistoryPane),
  review: later(async () => (await import('./reviewing/ReviewPane.tsx')).ReviewPane),
  merge: later(async () => (await import('./merging/MergePane.tsx')).MergePane),
  discussion: later(async () => (await import('./discussion/DiscussionPane.tsx')).DiscussionPane),
}
