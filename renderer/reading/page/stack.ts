/** Which of a stack a click chooses: the next larger one if one of it was chosen by a click on the same stack. */
export function nextOf(stack: readonly string[], chosen: string | null): string | undefined {
  const at = chosen === null ? -1 : stack.indexOf(chosen)
  return stack[(at + 1) % stack.length]
}
