/** Whether a search finds a command: by every word of its title's, or by a key as it is printed. */
export function fitsKeySearch(search: string, title: string, keys: readonly string[]): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const name = title.toLowerCase()
  return words.every(word => name.includes(word)) || keys.some(key => key.toLowerCase() === search.trim().toLowerCase())
}
