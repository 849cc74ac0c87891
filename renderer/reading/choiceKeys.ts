/** One key for each of several choices: numbers for the first nine, then a letter out of the choice's own word, then any letter. */
export function choiceKeys(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label, i) => {
    const candidates =
      i < 9 ? [String(i + 1)] : [...label.toLowerCase().replace(/[^a-z]/g, ''), ...'abcdefghijklmnopqrstuvwxyz']
    const key = candidates.find(one => !taken.has(one)) ?? ''
    taken.add(key)
    return key.toUpperCase()
  })
}
