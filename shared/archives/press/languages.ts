/** Languages that newspapers are written in, by their codes. */
const codes =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku lt lv mk mn mr ms mt my nb nl nn no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur uz vi zh'.split(
    ' ',
  )
/** Languages that databases speak to their readers in. */
const speaking = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl']

let known: ReadonlyMap<string, string> | undefined

/** The code of a language that a database names, in one of the languages that it speaks: `fr` for “FRENCH” and “Français”. What isn't known stays as it is said. */
export function languageOf(said: string): string {
  const name = said.split(/[;,|/(]/)[0]!.trim()
  known ??= namesOfLanguages()
  const plain = plainName(name)
  return known.get(plain) ?? (/^[a-z]{2}$/.test(plain) ? plain : name)
}

function namesOfLanguages(): ReadonlyMap<string, string> {
  const names = new Map(codes.map(code => [code, code]))
  for (const locale of speaking) {
    const inLocale = new Intl.DisplayNames([locale], { type: 'language' })
    for (const code of codes) names.set(plainName(inLocale.of(code) ?? code), code)
  }
  return names
}

/** A name as it is compared: without accents, in small letters. */
function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
