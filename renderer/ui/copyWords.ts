/** Puts words into the clipboard, as a person's own copying does; the window is granted no other way. Whether that could be done. */
export function copyWords(words: string): boolean {
  let isDone = false
  const copied = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words)
    event.preventDefault()
    event.stopImmediatePropagation()
    isDone = true
  }
  document.addEventListener('copy', copied, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', copied, { capture: true })
  return isDone
}
