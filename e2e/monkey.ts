import { type CommandId, commandIds, commands } from '../shared/commands/commands.ts'
import type { Analyst } from './analyst.ts'

/** Commands that the monkey doesn't press, and why. Whatever isn't here it does press. */
export const leftOut: Partial<Record<CommandId, string>> = {
  'workspace.openFolder': 'a dialog of the system',
  'workspace.openFile': 'a dialog of the system',
  'workspace.openSample': 'another workspace',
  'article.fromClipboard': 'makes a file, which no undo takes away',
  'person.change': 'another person, who has nothing to undo',
  'page.print': 'a dialog of the system',
  'palette.open': 'runs every command, also those that are left out',
  'help.keys': 'gives commands other keys',
  'keys.change': 'gives commands other keys',
  'view.singleKeys': 'switches most keys off',
}

const pressed = commandIds.flatMap(id => (leftOut[id] === undefined ? commands[id].keys : []))

/** What pickers, fields and linking mode may be answered by. */
const answers = [
  ...['1', '2', '3', '4', '5', 'a', 'f', 'j', 'k', 's', 't', 'x', ' '],
  ...['Enter', 'Enter', 'ArrowDown', 'ArrowUp', 'Tab', 'Home', 'End', 'Escape'],
]

/** Somebody who presses whatever comes to hand. The same seed does the same as far as the program does. */
export class Monkey {
  /** What was done so far, a line each. */
  readonly did: string[] = []
  readonly #ada: Analyst
  readonly #random: () => number

  constructor(ada: Analyst, seed: number) {
    this.#ada = ada
    this.#random = randomFrom(seed)
  }

  /** Does one thing. Throws where the program shows a problem. */
  async step(): Promise<void> {
    const dice = this.#random()
    if (dice < 0.1) await this.#press('Escape', 'Control+1')
    else if (dice < 0.3) await this.#selectWords()
    else if (dice < 0.37) await this.#click()
    else if (dice < 0.42) await this.#press(...Array<string>(1 + this.#upTo(8)).fill('Shift+ArrowRight'))
    else if (dice < 0.52) await this.#press(String(1 + this.#upTo(3)))
    else if (dice < 0.68) await this.#press(this.#oneOf(answers))
    else if (dice < 0.74) await this.#link()
    else await this.#press(asPlaywright(this.#oneOf(pressed)))
    const troubles = this.#ada.window.locator('.notice.problem')
    if ((await troubles.count()) > 0) throw new Error(`a problem is shown: ${await troubles.first().innerText()}`)
  }

  /** Leaves whatever is open, and goes into the text. */
  async calmsDown(): Promise<void> {
    await this.#press('Escape', 'Escape', 'Escape', 'Control+1', 'Escape')
  }

  async #press(...keys: string[]): Promise<void> {
    this.did.push(`press ${keys.join(' ')}`)
    await this.#ada.presses(...keys)
  }

  /** A few hints are as good as any: the first letters are given first. */
  async #link(): Promise<void> {
    await this.#press('r', this.#oneOf(['f', 'j', 'a', 'd', 'k']), String(1 + this.#upTo(4)))
  }

  async #selectWords(): Promise<void> {
    const place = await this.#placeOfWords()
    if (!place) return
    this.did.push(`select by mouse “${place.words}”`)
    const { mouse } = this.#ada.window
    await mouse.move(place.from.x, place.from.y)
    await mouse.down()
    await mouse.move(place.to.x, place.to.y, { steps: 3 })
    await mouse.up()
  }

  async #click(): Promise<void> {
    const place = await this.#placeOfWords()
    if (!place) return
    this.did.push(`click on “${place.words}”`)
    await this.#ada.window.mouse.click(place.from.x + 2, place.from.y)
  }

  /** A stretch of whole words in one line that is on the screen; null where there is none. */
  #placeOfWords() {
    return this.#ada.window.evaluate(
      ([which, first, long]) => {
        const pane = document.querySelector('main')?.getBoundingClientRect()
        const article = document.querySelector('[role=article]')
        if (!pane || !article) return null
        const found: { node: Node; start: number; end: number }[] = []
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\p{L}[\p{L}\p{N}’-]*/gu))
            found.push({ node, start: index, end: index + word.length })
        }
        const one = found[Math.floor(which * found.length)]
        if (!one) return null
        const line = found.filter(({ node, start }) => node === one.node && start >= one.start)
        const last = line[Math.floor(first * Math.min(line.length, 1 + long * 8))] ?? one
        const range = document.createRange()
        range.setStart(one.node, one.start)
        range.setEnd(one.node, last.end)
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
        const [from, to] = [boxes[0], boxes.at(-1)]
        if (!from || !to || from.top < pane.top || to.bottom > pane.bottom || from.left < pane.left) return null
        return {
          words: range.toString(),
          from: { x: from.left + 0.5, y: from.top + from.height / 2 },
          to: { x: to.right - 0.5, y: to.top + to.height / 2 },
        }
      },
      [this.#random(), this.#random(), this.#random()] as const,
    )
  }

  #upTo(number: number): number {
    return Math.floor(this.#random() * number)
  }

  #oneOf<T>(list: readonly T[]): T {
    return list[this.#upTo(list.length)]!
  }
}

/** `Mod+T` as Playwright presses it here: letters are small where nobody holds Shift. */
function asPlaywright(key: string): string {
  const isShifted = key.includes('Shift+')
  return key.replace('Mod+', 'Control+').replace(/[A-Z]$/, letter => (isShifted ? letter : letter.toLowerCase()))
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
