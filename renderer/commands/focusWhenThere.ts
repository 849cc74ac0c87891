/** Puts the focus on the first field of a part of the screen that is about to be drawn. */
export function focusWhenThere(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.getElementById(id)?.querySelector<HTMLElement>('input, button, select')?.focus()
    }),
  )
}
