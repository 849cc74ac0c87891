/**
 * The XML of a part with what mammoth would pass over under names that it
 * knows, so that no word is lost: fields without codes, runs in the other
 * direction, ruby, formulas, carriage returns, symbols, and text boxes that have no
 * fallback for older programs.
 */
export function mended(source: string): string {
  // mammoth's parser would make line feeds of these two, as a later XML does that Word doesn't write.
  const kept = source.replace(/[\x85\u2028]/g, sign => `&#${sign.charCodeAt(0)};`)
  const told = kept.replace(/<w:sym\s[^<>]*>/g, symbol => ordinary(symbol) ?? symbol)
  const named = told.replace(passedOver, (_, start: string, name: string) => start + (known.get(name) ?? 'w:smartTag'))
  return named.includes('<w:txbxContent') ? withTextBoxes(named) : named
}

/** A symbol of an ordinary font is the character of its number; those of fonts of signs mammoth knows. Null for these. */
function ordinary(symbol: string): string | null {
  const [, font = ''] = /\sw:font="([^"]*)"/.exec(symbol) ?? []
  const [, digits = '0'] = /\sw:char="([0-9A-Fa-f]{2,4})"/.exec(symbol) ?? []
  const character = String.fromCharCode(Number.parseInt(digits, 16))
  const isOfSigns = /^(?:symbol|webdings|wingdings(?: [23])?)$/i.test(font)
  const isNone = !symbol.endsWith('/>') || /[\0-\x1f\ud800-\udfff\ufffe\uffff]/.test(character)
  return isOfSigns || isNone ? null : `<w:t>&#x${digits};</w:t>`
}

const passedOver =
  /(<\/?)(w:(?:fldSimple|dir|bdo|ruby|rt|rubyBase|cr|ptab)|m:[A-Za-z]+|v:(?:oval|line|polyline|curve|arc))(?=[\s/>])/g

const known: ReadonlyMap<string, string> = new Map([
  ['w:cr', 'w:br'],
  ['w:ptab', 'w:tab'],
  ['m:r', 'w:r'],
  ['m:t', 'w:t'],
  ...['oval', 'line', 'polyline', 'curve', 'arc'].map(shape => [`v:${shape}`, 'v:rect'] as const),
])

/** Of a picture in two versions mammoth reads the one for older programs, and of a drawing no words: where text stands in neither's reach, it is put there. */
function withTextBoxes(source: string): string {
  const withChoices = replaced(source, 'mc:AlternateContent', part => {
    const [fallback = ''] = /<mc:Fallback[\s>].*/s.exec(part) ?? []
    return fallback.includes('<w:txbxContent') || !part.includes('<w:txbxContent') ? part : boxesOf(part)
  })
  return replaced(
    withChoices,
    'w:drawing',
    part => (part.includes('<w:txbxContent') ? boxesOf(part) : part),
    'mc:AlternateContent',
  )
}

function boxesOf(part: string): string {
  const boxes: string[] = []
  replaced(part, 'w:txbxContent', box => {
    boxes.push(box)
    return ''
  })
  return `<w:pict>${boxes.join('')}</w:pict>`
}

/** A source with each outermost element of a name replaced, unless it stands within one of another name. */
function replaced(source: string, name: string, by: (element: string) => string, unlessWithin?: string): string {
  let shown = ''
  let from = 0
  let depth = 0
  let start = 0
  let isWithin = 0
  for (const tag of source.matchAll(
    new RegExp(`<(/?)(${name}${unlessWithin ? `|${unlessWithin}` : ''})(?=[\\s>])[^<>]*>`, 'g'),
  )) {
    const step = tag[1] ? -1 : tag[0].endsWith('/>') ? 0 : 1
    if (tag[2] !== name) isWithin += step
    else if (isWithin === 0) {
      if (step === 1 && depth++ === 0) start = tag.index
      if (step === -1 && depth > 0 && --depth === 0) {
        const end = tag.index + tag[0].length
        shown += source.slice(from, start) + by(source.slice(start, end))
        from = end
      }
    }
  }
  return shown + source.slice(from)
}
