/** What `eye.js` puts into a page. */
interface Eye {
  armChange(event: string, look: string): void
  armAct(event: string, look: string, name: string): void
  armConditions(
    event: string,
    conditions: readonly (readonly [name: string, value: string | readonly string[]])[],
  ): void
  seen(patience: number): Promise<number[] | null>
  mount(text: string): Promise<number>
  clear(): void
  toMiddle(): void
  takeKeys(): number[]
  word(part: number): { readonly from: number; readonly to: number; readonly y: number } | null
  mark(part: number): { readonly x: number; readonly y: number } | null
  scroll(step: number, screens: number): Promise<{ readonly frames: number[]; readonly blank: number }>
  takeLongTasks(): Promise<number[]>
  search(scope: object, query: object): Promise<{ first: number; all: number; hits: number } | null>
}

interface Window {
  readonly eye: Eye
}
