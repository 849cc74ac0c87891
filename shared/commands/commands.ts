/**
 * Every command, once. The native menu, the palette, the keys and the help are
 * all read from this table; none of them knows a command by name.
 *
 * Keys are spelled `Mod+Shift+Z` (Mod is Ctrl, on a Mac ⌘). A key without a
 * modifier works only outside text fields, and can be switched off.
 */
export const commands = {
  'workspace.openFolder': { title: 'Open folder…', keys: ['Mod+O'], menu: 'File', when: 'always' },
  'workspace.openFile': { title: 'Open a single article…', keys: ['Mod+Shift+O'], menu: 'File', when: 'always' },
  'workspace.openSample': { title: 'Open the sample workspace', keys: [], menu: 'File', when: 'always' },
  'article.fromClipboard': {
    title: 'New article from the clipboard…',
    keys: ['Mod+Shift+N'],
    menu: 'File',
    when: 'workspace-open',
  },
  'person.change': { title: 'Who you are…', keys: [], menu: 'File', when: 'always' },
  'page.print': { title: 'Print the article…', keys: ['Mod+P'], menu: 'File', when: 'article-open' },

  'edit.undo': { title: 'Undo', keys: ['Mod+Z'], menu: 'Edit', when: 'can-undo' },
  'edit.redo': { title: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], menu: 'Edit', when: 'can-redo' },
  'edit.copy': { title: 'Copy', keys: ['Mod+C'], menu: 'Edit', when: 'text-selected' },
  'edit.selectAll': { title: 'Select the whole article', keys: ['Mod+A'], menu: 'Edit', when: 'article-open' },

  'annotation.tag': { title: 'Tag the selection…', keys: ['T'], menu: 'Annotate', when: 'text-or-annotation-selected' },
  'annotation.remove': {
    title: 'Remove the annotation',
    keys: ['Delete', 'Backspace'],
    menu: 'Annotate',
    when: 'annotation-selected',
  },
  'annotation.edit': { title: 'Edit the annotation', keys: ['Enter'], menu: 'Annotate', when: 'annotation-selected' },
  'annotation.note': { title: 'Write a note', keys: ['M'], menu: 'Annotate', when: 'annotation-selected' },
  'annotation.attribute': { title: 'Set an attribute…', keys: ['A'], menu: 'Annotate', when: 'annotation-selected' },
  'annotation.next': { title: 'Next annotation', keys: ['Tab'], menu: 'Annotate', when: 'article-focused' },
  'annotation.previous': {
    title: 'Previous annotation',
    keys: ['Shift+Tab'],
    menu: 'Annotate',
    when: 'article-focused',
  },
  'annotation.deeper': {
    title: 'Next annotation at this place',
    keys: ['O'],
    menu: 'Annotate',
    when: 'annotation-selected',
  },
  'zone.change': { title: 'Change what this paragraph is…', keys: ['Z'], menu: 'Annotate', when: 'can-change-zone' },
  'article.done': { title: 'Mark the article as done, or not', keys: ['D'], menu: 'Annotate', when: 'can-annotate' },

  'article.next': { title: 'Next article', keys: ['N'], menu: 'Go', when: 'workspace-open' },
  'article.previous': { title: 'Previous article', keys: ['P'], menu: 'Go', when: 'workspace-open' },
  'articles.filter': { title: 'Filter the articles', keys: ['/'], menu: 'Go', when: 'workspace-open' },
  'pane.next': { title: 'Next pane', keys: ['F6'], menu: 'Go', when: 'always' },
  'pane.previous': { title: 'Previous pane', keys: ['Shift+F6'], menu: 'Go', when: 'always' },
  'focus.article': { title: 'Go to the text', keys: ['Mod+1'], menu: 'Go', when: 'article-open' },

  'view.larger': { title: 'Larger text', keys: ['Mod+=', 'Mod++'], menu: 'View', when: 'always' },
  'view.smaller': { title: 'Smaller text', keys: ['Mod+-'], menu: 'View', when: 'always' },
  'view.usualSize': { title: 'Usual text size', keys: ['Mod+0'], menu: 'View', when: 'always' },
  'view.theme': { title: 'Light, dark, or as the system', keys: ['Mod+Shift+L'], menu: 'View', when: 'always' },
  'view.articles': { title: 'Show or hide the articles', keys: ['Mod+B'], menu: 'View', when: 'always' },
  'view.inspector': { title: 'Show or hide the inspector', keys: ['Mod+I'], menu: 'View', when: 'always' },
  'view.singleKeys': { title: 'Single-key commands on or off', keys: [], menu: 'View', when: 'always' },

  'palette.open': { title: 'All commands…', keys: ['Mod+K'], menu: 'Help', when: 'always' },
  'help.keys': { title: 'Keys', keys: ['?', 'F1'], menu: 'Help', when: 'always' },
} as const satisfies Record<string, Command>

export const menus = ['File', 'Edit', 'Annotate', 'Go', 'View', 'Help'] as const

export interface Command {
  readonly title: string
  readonly keys: readonly string[]
  readonly menu: (typeof menus)[number]
  readonly when: Circumstance
}

export type CommandId = keyof typeof commands
export const commandIds = Object.keys(commands) as CommandId[]

export const circumstances = [
  'always',
  'workspace-open',
  'article-open',
  'article-focused',
  'can-annotate',
  'can-change-zone',
  'text-selected',
  'annotation-selected',
  'text-or-annotation-selected',
  'can-undo',
  'can-redo',
] as const
export type Circumstance = (typeof circumstances)[number]

/** What holds now. Computed from the state of the desk, in one place. */
export type Circumstances = ReadonlySet<Circumstance>

export function isAvailable(id: CommandId, now: Circumstances): boolean {
  return now.has(commands[id].when)
}

/** The command for a spelled key that is available now; the first in the table wins. */
export function commandForKey(key: string, now: Circumstances): CommandId | undefined {
  return commandIds.find(id => (commands[id].keys as readonly string[]).includes(key) && isAvailable(id, now))
}
