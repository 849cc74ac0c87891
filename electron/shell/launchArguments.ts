import { resolve } from 'node:path'
import { isLanguage, type Language } from '../../shared/words/languages.ts'

/** What the command line asks for. Paths are absolute; null where nothing was said. */
export interface LaunchArguments {
  /** A folder of articles, or one article. */
  readonly open: string | null
  /** Where a picture of the first painted article goes. */
  readonly capture: string | null
  /** A profile folder in place of the usual one. */
  readonly profile: string | null
  /** Who annotates, for scripts that can't answer the first start's question. */
  readonly annotator: string | null
  /** The language of the interface, for this start; null for that of the settings. */
  readonly language: Language | null
}

const ours = ['capture', 'profile', 'annotator', 'language'] as const
type Ours = (typeof ours)[number]
/** Switches of Electron's whose value is a word of its own. */
const withValue = new Set(['-r', '--require'])

/**
 * Reads `electron [switches] APP [FOLDER|FILE] [--capture FILE] …`, in any
 * order; a packaged program has no APP. A switch that isn't ours is Chromium's
 * and is passed over. Behind `--` everything is a name. The last of several
 * values holds; a switch of ours without a value, or an empty one, says nothing.
 */
export function readLaunchArguments(
  argv: readonly string[],
  { workingFolder, packaged }: { readonly workingFolder: string; readonly packaged: boolean },
): LaunchArguments {
  const said: Partial<Record<Ours, string>> = {}
  const names: string[] = []
  const words = argv.slice(1)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--') {
      names.push(...words.slice(i + 1))
      break
    }
    if (!word.startsWith('-')) {
      names.push(word)
      continue
    }
    const [, name, value] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? []
    if (!isOurs(name)) {
      if (withValue.has(word)) i++
    } else if (value !== undefined) said[name] = value
    else if (words[i + 1]?.startsWith('-') === false) said[name] = words[++i]!
  }
  const open = names[packaged ? 0 : 1]
  const path = (name: string | undefined) => (name ? resolve(workingFolder, name) : null)
  return {
    open: path(open),
    capture: path(said.capture),
    profile: path(said.profile),
    annotator: said.annotator?.trim() || null,
    language: said.language !== undefined && isLanguage(said.language) ? said.language : null,
  }
}

function isOurs(name: string | undefined): name is Ours {
  return (ours as readonly (string | undefined)[]).includes(name)
}
