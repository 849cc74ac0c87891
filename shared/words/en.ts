import * as agreement from './en/agreement.ts'
import * as articles from './en/articles.ts'
import * as bringing from './en/bringing.ts'
import * as checking from './en/checking.ts'
import * as codebook from './en/codebook.ts'
import * as commandLine from './en/commandLine.ts'
import * as discussion from './en/discussion.ts'
import * as entities from './en/entities.ts'
import * as exporting from './en/exporting.ts'
import * as history from './en/history.ts'
import * as inspector from './en/inspector.ts'
import * as keyboard from './en/keyboard.ts'
import * as measuring from './en/measuring.ts'
import * as merging from './en/merging.ts'
import * as organising from './en/organising.ts'
import * as placing from './en/placing.ts'
import * as planning from './en/planning.ts'
import * as problems from './en/problems.ts'
import * as reading from './en/reading.ts'
import * as reviewing from './en/reviewing.ts'
import { days, numbers, times } from './en/saying.ts'
import * as search from './en/search.ts'
import * as telling from './en/telling.ts'
import * as window from './en/window.ts'

/** Every sentence on the screen, in English: the window's, the native menu's and the dialogs'. What a codebook calls things is data. */
export const en = {
  number: (count: number) => numbers.format(count),
  day: (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : days.format(new Date(iso))),
  time: (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : times.format(new Date(iso))),
  name: 'Stet',
  close: 'Close',
  cancel: 'Cancel',
  details: 'Details',
  ...window,
  ...articles,
  ...reading,
  ...inspector,
  ...entities,
  ...keyboard,
  ...merging,
  ...placing,
  ...history,
  ...discussion,
  ...search,
  ...codebook,
  ...bringing,
  ...organising,
  ...planning,
  ...exporting,
  ...telling,
  ...reviewing,
  ...agreement,
  ...measuring,
  ...commandLine,
  ...checking,
  ...problems,
}
