/** Puts a text into the clipboard; whether that could be done. */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', put, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', put, { capture: true })
  }
}
