import { expect } from 'playwright/test'
import type { Analyst } from './analyst.ts'

/** A screen as a person comes to it from the text, with a claim selected; Escape leads back. By keys and ids, for words differ by language. */
export interface Screen {
  readonly name: string
  show(ada: Analyst): Promise<void>
}

const text = `Dockers walk out

The union said on Monday that the port would close. The harbour master denied it.

“The port is shut,” the union said. Nobody knows when they will be back at work.
`

/** What the screens show: an article with a few annotations, in a folder inside. */
export const articles = {
  'reports/2031/strike.txt': text,
  'reports/2031/calm.txt': 'A calm day\n\nNothing happened.\n',
}

/** Opens the article and annotates it as the screens need it; in any language. */
export async function sitDown(ada: Analyst): Promise<void> {
  await ada.window.locator('#articles [role=option]').filter({ hasText: 'strike' }).click()
  await expect(ada.text.getByText('Dockers walk out')).toBeVisible()
  await ada.selects('The union')
  await ada.presses('2')
  await ada.selects('that the port would close')
  await ada.presses('3')
  await ada.selects('port would close')
  await ada.presses('1')
  await expect(ada.window.locator('.page-frames .page-box').first()).toBeVisible()
}

/** Goes back to the text and selects the claim. */
export async function sitBack(ada: Analyst): Promise<void> {
  for (let i = 0; i < 4; i++) await ada.presses('Escape')
  await expect(ada.window.locator('dialog')).toHaveCount(0)
  await ada.chooses('focus.article')
  await ada.clicks('would close')
}

const dialog = (ada: Analyst) => expect(ada.window.locator('dialog')).toBeVisible()
const shown = (ada: Analyst, selector: string) => expect(ada.window.locator(selector).first()).toBeVisible()

/** A screen that one command shows, known by something on it. */
function by(name: string, command: string, selector: string): Screen {
  return {
    name,
    async show(ada) {
      if (await ada.window.locator(selector).first().isVisible()) return
      await ada.chooses(command)
      await shown(ada, selector)
    },
  }
}

/** Every screen behind the reading screen. Another one is another line. */
export const screens: readonly Screen[] = [
  { name: 'reading', show: async () => {} },
  by('articles', 'view.articles', '#articles'),
  by('inspector', 'view.inspector', '#inspector'),
  by('problems', 'problems.next', '#drawer'),
  by('search', 'search.workspace', '.search-bar'),
  by('history', 'history.open', '#history-slider'),
  {
    name: 'the past',
    async show(ada) {
      await ada.chooses('history.open')
      await shown(ada, '#history-slider')
      await ada.window.locator('#history-slider').focus()
      await ada.presses('Home', 'ArrowRight')
      await shown(ada, '.past-band')
      await shown(ada, '.history-differences')
    },
  },
  by('palette', 'palette.open', 'dialog'),
  by('keys', 'help.keys', 'dialog'),
  {
    name: 'keys with a conflict',
    async show(ada) {
      await ada.chooses('keys.change')
      await dialog(ada)
      await ada.window.locator('.key-button').nth(3).click()
      await shown(ada, '.key-editor')
      await ada.presses('Enter', 'Control+k')
      await shown(ada, '.key-editor [role=alert]')
    },
  },
  by('person', 'person.change', 'dialog'),
  by('clipboard', 'article.fromClipboard', 'dialog'),
  by('codebook', 'codebook.open', 'dialog'),
  by('tags', 'annotation.tag', '[role=menu]'),
  by('attributes', 'annotation.attribute', '[role=menu]'),
  by('what a paragraph is', 'zone.change', '[role=menu]'),
  by('which one', 'stack.choose', '[role=menu]'),
  by('entity', 'entity.choose', '.entity-picker'),
  by('linking', 'link.begin', '.linking'),
]
