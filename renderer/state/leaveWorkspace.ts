import type { Desk } from './desk.ts'
import type { Dialog } from './dialogs.ts'
import { untilDurable } from './untilDurable.ts'

/** Until nothing that was done here is under way any more: neither typed, nor on its way to the disk, nor in many articles. */
export async function untilSettled(desk: Desk): Promise<void> {
  const { recorder, notices, bulk } = desk
  for (;;) {
    desk.settle()
    if (recorder.getState().waiting.size === 0 && !bulk.getState().running) return
    const refused = await untilDurable(recorder)
    if (refused) notices.problem(refused)
    await recorder.settled()
    await bulk.over()
  }
}

const ofWorkspace: ReadonlySet<Dialog> = new Set([
  'palette',
  'codebook',
  'entities',
  'unpack',
  'bring',
  'export',
  'agreement',
  'tell',
])

/**
 * Takes from the desk all that is of its workspace. Whatever shows it goes in
 * the same breath, so that none of it is recorded into the next one.
 */
export function leaveWorkspace(desk: Desk): void {
  const { dialog } = desk.dialogs.getState()
  // Who somebody is, their keys and what they paste are of no workspace.
  if (dialog && ofWorkspace.has(dialog)) desk.dialogs.close()
  else desk.dialogs.setState({ picker: null, asked: null, attribute: null })
  desk.unpacking.forget()
  desk.bringing.forget()
  desk.exporting.forget()
  desk.telling.forget()
  desk.opening.leave()
  desk.tagging.abandon()
  desk.writing.forget()
  desk.codebook.forget()
  desk.linking.end()
  desk.card.hide()
  desk.panes.layOver(null)
  desk.panes.unfoldUnplaced(false)
  desk.reading.forgetAll()
  desk.searching.forget()
  desk.reviewView.forget()
  desk.keptReview.forget()
  desk.discussing.forget()
  desk.questions.forget()
  desk.comparing.forget()
  desk.reviewing.forget()
  desk.register.forget()
  desk.agreeing.forget()
  desk.pilot.leave()
  desk.disputes.forget()
}
