/**
 * Every command, once; what they are called stands in `shared/words/`. The native menu, the palette, the keys and the help are
 * all read from this table; none of them knows a command by name.
 *
 * Keys are spelled `Mod+Shift+Z` (Mod is Ctrl, on a Mac ⌘). A key without a
 * modifier works only outside text fields, and can be switched off.
 */
export const commands = {
  'workspace.openFolder': { keys: ['Mod+O'], menu: 'File', when: 'always' },
  'workspace.openFile': { keys: ['Mod+Shift+O'], menu: 'File', when: 'always' },
  'workspace.openSample': { keys: [], menu: 'File', when: 'always' },
  'article.fromClipboard': {
    keys: ['Mod+Shift+N'],
    menu: 'File',
    when: 'workspace-open',
  },
  'archive.unpack': { keys: [], menu: 'File', when: 'workspace-open' },
  'annotations.import': { keys: ['Mod+Shift+I'], menu: 'File', when: 'workspace-open' },
  'dataset.export': { keys: ['Mod+Shift+S'], menu: 'File', when: 'workspace-open' },
  'person.change': { keys: [], menu: 'File', when: 'always' },
  'page.print': { keys: ['Mod+P'], menu: 'File', when: 'article-open' },

  'edit.undo': { keys: ['Mod+Z'], menu: 'Edit', when: 'can-undo' },
  'edit.redo': { keys: ['Mod+Shift+Z', 'Mod+Y'], menu: 'Edit', when: 'can-redo' },
  'edit.copy': { keys: ['Mod+C'], menu: 'Edit', when: 'text-selected' },
  'edit.selectAll': { keys: ['Mod+A'], menu: 'Edit', when: 'article-open' },

  'annotation.tag': { keys: ['T'], menu: 'Annotate', when: 'text-or-annotation-selected' },
  'annotation.remove': {
    keys: ['Delete', 'Backspace'],
    menu: 'Annotate',
    when: 'annotation-selected',
  },
  'annotation.edit': { keys: ['Enter'], menu: 'Annotate', when: 'annotation-selected' },
  'annotation.note': { keys: ['M'], menu: 'Annotate', when: 'annotation-selected' },
  'annotation.attribute': { keys: ['A'], menu: 'Annotate', when: 'annotation-selected' },
  'annotation.next': { keys: ['Tab'], menu: 'Annotate', when: 'article-focused' },
  'annotation.previous': {
    keys: ['Shift+Tab'],
    menu: 'Annotate',
    when: 'article-focused',
  },
  'annotation.nextSame': { keys: ['G'], menu: 'Annotate', when: 'article-open' },
  'annotation.previousSame': { keys: ['Shift+G'], menu: 'Annotate', when: 'article-open' },
  'annotation.deeper': {
    keys: ['O'],
    menu: 'Annotate',
    when: 'annotation-selected',
  },
  'stack.choose': { keys: ['W'], menu: 'Annotate', when: 'article-open' },
  'entity.choose': { keys: ['E'], menu: 'Annotate', when: 'annotation-selected' },
  'link.begin': { keys: ['R'], menu: 'Annotate', when: 'annotation-selected' },
  'link.cue': { keys: ['Shift+R'], menu: 'Annotate', when: 'text-selected' },
  'link.source': { keys: ['S'], menu: 'Go', when: 'annotation-selected' },
  'link.follow': { keys: ['L'], menu: 'Go', when: 'annotation-selected' },
  'annotation.tagAll': { keys: ['Shift+T'], menu: 'Annotate', when: 'text-or-annotation-selected' },
  'problems.fix': { keys: ['Mod+.'], menu: 'Annotate', when: 'can-annotate' },
  'span.startLeft': { keys: ['[', 'H'], menu: 'Annotate', when: 'annotation-selected' },
  'span.startRight': { keys: [']', 'K'], menu: 'Annotate', when: 'annotation-selected' },
  'span.endLeft': { keys: ['{', 'Y'], menu: 'Annotate', when: 'annotation-selected' },
  'span.endRight': { keys: ['}', 'U'], menu: 'Annotate', when: 'annotation-selected' },
  'span.startLeftFine': { keys: ['Alt+[', 'Alt+H'], menu: 'Annotate', when: 'annotation-selected' },
  'span.startRightFine': { keys: ['Alt+]', 'Alt+K'], menu: 'Annotate', when: 'annotation-selected' },
  'span.endLeftFine': { keys: ['Alt+{', 'Alt+Y'], menu: 'Annotate', when: 'annotation-selected' },
  'span.endRightFine': { keys: ['Alt+}', 'Alt+U'], menu: 'Annotate', when: 'annotation-selected' },
  'span.grow': { keys: ['+', '='], menu: 'Annotate', when: 'text-or-annotation-selected' },
  'span.shrink': { keys: ['-'], menu: 'Annotate', when: 'text-or-annotation-selected' },
  'span.add': { keys: ['J'], menu: 'Annotate', when: 'can-add-span' },
  'span.removePart': { keys: ['Shift+J'], menu: 'Annotate', when: 'annotation-selected' },
  'codebook.open': { keys: ['Mod+Shift+C'], menu: 'Annotate', when: 'workspace-open' },
  'text.correct': { keys: [], menu: 'Annotate', when: 'text-selected' },
  'article.about': { keys: ['I'], menu: 'Annotate', when: 'article-open' },
  'article.encoding': { keys: ['Mod+Shift+E'], menu: 'Annotate', when: 'can-choose-encoding' },
  'zone.change': { keys: ['Z'], menu: 'Annotate', when: 'can-change-zone' },
  'layer.own': { keys: [], menu: 'Annotate', when: 'has-namesake' },
  'layer.takeOver': { keys: [], menu: 'Annotate', when: 'held-elsewhere' },
  'article.done': { keys: ['D'], menu: 'Annotate', when: 'can-annotate' },

  'agreement.open': { keys: [], menu: 'Review', when: 'workspace-open' },
  'organise.open': { keys: [], menu: 'Review', when: 'workspace-open' },
  'review.open': { keys: ['Mod+D'], menu: 'Review', when: 'workspace-open' },
  'review.takeFirst': { keys: ['F'], menu: 'Review', when: 'case-at-hand' },
  'review.takeSecond': { keys: ['B'], menu: 'Review', when: 'case-at-hand' },
  'review.takeThird': { keys: [';'], menu: 'Review', when: 'case-at-hand' },
  'review.takeFourth': { keys: ['Shift+D'], menu: 'Review', when: 'case-at-hand' },
  'review.takeAll': { keys: ['Shift+A'], menu: 'Review', when: 'case-at-hand' },
  'review.takeNone': { keys: ['0'], menu: 'Review', when: 'case-at-hand' },
  'review.change': { keys: ['Shift+E'], menu: 'Review', when: 'case-at-hand' },
  'review.changeSecond': { keys: ['Shift+F'], menu: 'Review', when: 'case-at-hand' },
  'review.changeThird': { keys: ['Shift+L'], menu: 'Review', when: 'case-at-hand' },
  'review.changeFourth': { keys: ['Shift+U'], menu: 'Review', when: 'case-at-hand' },
  'review.takeOther': { keys: ['Shift+Y'], menu: 'Review', when: 'case-at-hand' },
  'review.reason': { keys: ['Shift+W'], menu: 'Review', when: 'case-at-hand' },
  'review.reopen': { keys: ['Shift+O'], menu: 'Review', when: 'case-at-hand' },
  'review.next': { keys: ['>'], menu: 'Review', when: 'case-at-hand' },
  'review.previous': { keys: ['<'], menu: 'Review', when: 'case-at-hand' },
  'review.nextOpen': { keys: ['Shift+N'], menu: 'Review', when: 'reviewing' },
  'review.takeAgreed': { keys: [], menu: 'Review', when: 'reviewing' },
  'gold.work': { keys: [], menu: 'Review', when: 'on-own-layers' },
  'gold.leave': { keys: [], menu: 'Review', when: 'on-gold' },
  'review.compare': { keys: ['Mod+Shift+K'], menu: 'Review', when: 'article-open' },
  'review.overlaid': { keys: ['Shift+V'], menu: 'Review', when: 'comparing' },
  'review.beside': { keys: ['V'], menu: 'Review', when: 'comparing' },
  'review.blind': { keys: ['Shift+B'], menu: 'Review', when: 'comparing' },
  'review.nextDifference': { keys: ['.'], menu: 'Review', when: 'comparing' },
  'review.previousDifference': { keys: [','], menu: 'Review', when: 'comparing' },
  'review.leave': { keys: ['Shift+X'], menu: 'Review', when: 'comparing' },
  'review.letters': { keys: [], menu: 'Review', when: 'workspace-open' },
  'review.packet': { keys: [], menu: 'Review', when: 'workspace-open' },
  'review.answer': { keys: [], menu: 'Review', when: 'workspace-open' },
  'review.answers': { keys: [], menu: 'Review', when: 'workspace-open' },

  'article.next': { keys: ['N'], menu: 'Go', when: 'workspace-open' },
  'article.previous': { keys: ['P'], menu: 'Go', when: 'workspace-open' },
  'articles.filter': { keys: ['/'], menu: 'Go', when: 'workspace-open' },
  'search.article': { keys: ['Mod+F'], menu: 'Go', when: 'article-open' },
  'search.workspace': { keys: ['Mod+Shift+F'], menu: 'Go', when: 'workspace-open' },
  'search.next': { keys: ['F3'], menu: 'Go', when: 'workspace-open' },
  'search.previous': { keys: ['Shift+F3'], menu: 'Go', when: 'workspace-open' },
  'history.open': { keys: ['Mod+Shift+H'], menu: 'Go', when: 'article-open' },
  'history.now': { keys: [], menu: 'Go', when: 'in-the-past' },
  'history.name': { keys: [], menu: 'Go', when: 'article-open' },
  'history.shorten': { keys: [], menu: 'Go', when: 'article-open' },
  'history.field': { keys: ['Q', 'Alt+Q'], menu: 'Go', when: 'annotation-selected' },
  'entities.open': { keys: ['Mod+E'], menu: 'Go', when: 'workspace-open' },
  'merge.open': { keys: ['Mod+Shift+M'], menu: 'Go', when: 'workspace-open' },
  'placing.review': { keys: ['Mod+Shift+P'], menu: 'Go', when: 'article-open' },
  'problems.next': { keys: ['F8'], menu: 'Go', when: 'article-open' },
  'problems.previous': { keys: ['Shift+F8'], menu: 'Go', when: 'article-open' },
  'text.nextHidden': { keys: [], menu: 'Go', when: 'article-open' },
  'pane.next': { keys: ['F6'], menu: 'Go', when: 'always' },
  'pane.previous': { keys: ['Shift+F6'], menu: 'Go', when: 'always' },
  'focus.article': { keys: ['Mod+1'], menu: 'Go', when: 'article-open' },

  'discussion.open': { keys: ['Mod+Shift+D'], menu: 'Review', when: 'workspace-open' },
  'discussion.comment': { keys: ['C'], menu: 'Review', when: 'article-open' },
  'discussion.disagree': { keys: ['Shift+Q'], menu: 'Review', when: 'annotation-selected' },
  'discussion.ask': { keys: ['Shift+C'], menu: 'Review', when: 'article-open' },
  'discussion.article': { keys: [], menu: 'Review', when: 'article-open' },
  'discussion.entry': { keys: [], menu: 'Review', when: 'article-open' },
  'discussion.reply': { keys: [], menu: 'Review', when: 'article-open' },
  'discussion.resolve': { keys: [], menu: 'Review', when: 'article-open' },
  'discussion.next': { keys: ['F9'], menu: 'Review', when: 'article-open' },
  'discussion.previous': { keys: ['Shift+F9'], menu: 'Review', when: 'article-open' },
  'discussion.questions': { keys: [], menu: 'Review', when: 'workspace-open' },
  'discussion.nextQuestion': { keys: ['Mod+F9'], menu: 'Review', when: 'workspace-open' },
  'discussion.previousQuestion': { keys: ['Mod+Shift+F9'], menu: 'Review', when: 'workspace-open' },

  'view.larger': { keys: ['Mod+=', 'Mod++'], menu: 'View', when: 'always' },
  'view.smaller': { keys: ['Mod+-'], menu: 'View', when: 'always' },
  'view.usualSize': { keys: ['Mod+0'], menu: 'View', when: 'always' },
  'view.zoomIn': { keys: ['Alt+=', 'Alt++'], menu: 'View', when: 'always' },
  'view.zoomOut': { keys: ['Alt+-'], menu: 'View', when: 'always' },
  'view.zoomReset': { keys: ['Alt+0'], menu: 'View', when: 'always' },
  'view.theme': { keys: ['Mod+Shift+L'], menu: 'View', when: 'always' },
  'view.articles': { keys: ['Mod+B'], menu: 'View', when: 'always' },
  'view.inspector': { keys: ['Mod+I'], menu: 'View', when: 'always' },
  'view.drawer': { keys: ['Mod+J'], menu: 'View', when: 'workspace-open' },
  'view.whole': { keys: [], menu: 'View', when: 'always' },
  'view.singleKeys': { keys: [], menu: 'View', when: 'always' },

  'palette.open': { keys: ['Mod+K'], menu: 'Help', when: 'always' },
  'keys.change': { keys: [], menu: 'Help', when: 'always' },
  'help.keys': { keys: ['?', 'F1'], menu: 'Help', when: 'always' },
} as const satisfies Record<string, Command>

export const menus = ['File', 'Edit', 'Annotate', 'Review', 'Go', 'View', 'Help'] as const
export type Menu = (typeof menus)[number]

export interface Command {
  readonly keys: readonly string[]
  readonly menu: Menu
  readonly when: Circumstance
}

export type CommandId = keyof typeof commands
export const commandIds = Object.keys(commands) as CommandId[]

export const circumstances = [
  'always',
  'workspace-open',
  'on-own-layers',
  'on-gold',
  'article-open',
  'article-focused',
  'can-annotate',
  'in-the-past',
  'comparing',
  'held-elsewhere',
  'has-namesake',
  'can-change-zone',
  'can-choose-encoding',
  'text-selected',
  'annotation-selected',
  'text-or-annotation-selected',
  'can-add-span',
  'can-undo',
  'can-redo',
  'reviewing',
  'case-at-hand',
] as const
export type Circumstance = (typeof circumstances)[number]

/** What holds now. Computed from the state of the desk, in one place. */
export type Circumstances = ReadonlySet<Circumstance>

export function isAvailable(id: CommandId, now: Circumstances): boolean {
  return now.has(commands[id].when)
}
