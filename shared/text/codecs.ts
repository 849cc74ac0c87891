import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js'
import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js'

/**
 * The encodings from before UTF-8 that a text file may still be in.
 *
 * They are decoded by tables of our own choosing and not by the platform's
 * TextDecoder, which differs from platform to platform: in some Nodes it reads
 * the quotation marks of windows-1252 as controls. The names are Python's, and
 * Python reads the same characters.
 */
export interface Codec {
  /** As Python and the sidecar call it. */
  readonly name: string
  /** Letters come in twos or more: a script of its own, or two bytes a character. */
  readonly kind: 'latin' | 'script' | 'multibyte'
  /** U+FFFD stands where the bytes mean nothing. */
  decode(bytes: Uint8Array): string
}

const table: readonly (readonly [name: string, kind: Codec['kind'], label?: string, asPython?: string])[] = [
  ['windows-1250', 'latin'],
  ['windows-1251', 'script'],
  ['windows-1252', 'latin'],
  ['windows-1253', 'script'],
  ['windows-1254', 'latin'],
  ['windows-1255', 'script'],
  ['windows-1256', 'script'],
  ['windows-1257', 'latin'],
  ['windows-1258', 'latin'],
  ['iso-8859-2', 'latin'],
  ['iso-8859-5', 'script'],
  ['iso-8859-6', 'script'],
  ['iso-8859-7', 'script'],
  ['iso-8859-8', 'script'],
  ['iso-8859-15', 'latin'],
  ['iso-8859-16', 'latin'],
  ['koi8-r', 'script'],
  ['koi8-u', 'script', 'koi8-u', 'ў╝Ў╬'],
  ['cp866', 'script', 'ibm866'],
  ['cp874', 'script', 'windows-874'],
  ['mac_roman', 'latin', 'macintosh'],
  ['mac_cyrillic', 'script', 'x-mac-cyrillic'],
  ['gb18030', 'multibyte'],
  ['big5hkscs', 'multibyte', 'big5', '‧•﹑､¯‾～∼⊕♁⊙☉∕／﹨＼￥¥￠¢￡£'],
  ['cp932', 'multibyte', 'shift_jis'],
  ['euc_jp', 'multibyte', 'euc-jp', '～〜∥‖－−￠¢￡£￢¬'],
  ['cp949', 'multibyte', 'euc-kr'],
  ['iso2022_jp', 'multibyte', 'iso-2022-jp', '～〜∥‖－−￠¢￡£￢¬'],
]

/** Read where a person says so, and never guessed: each is too much like one above. */
export const neverGuessed = [
  'iso-8859-1',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
] as const

/** What the upper half of the bytes means in the code pages of DOS, which the web has forgotten. */
const dosPages: readonly (readonly [name: string, characters: string])[] = [
  [
    'cp437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ],
  [
    'cp850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
  [
    'cp852',
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ],
]

const older = [...table, ...neverGuessed.map(name => [name, 'latin'] as const)].map(
  ([name, kind, label = name, asPython = '']: (typeof table)[number]): Codec => {
    const read = kind === 'multibyte' ? createMultibyteDecoder : createSinglebyteDecoder
    return {
      name,
      kind,
      decode(bytes) {
        const text = read(label, true)(bytes)
        // The web gives a control character to bytes that the Windows code pages leave without a meaning.
        return exchange(/^windows/.test(label) ? text.replace(/[\x80-\x9f]/g, '\ufffd') : text, asPython)
      },
    }
  },
)

const dos = dosPages.map(([name, characters]): Codec => {
  // Bytes are told as ISO 8859-1 first, where each is its own code point.
  const latin1 = createSinglebyteDecoder('iso-8859-1')
  return {
    name,
    kind: 'latin',
    decode: bytes => latin1(bytes).replace(/[\x80-\xff]/g, sign => characters.charAt(sign.charCodeAt(0) - 0x80)),
  }
})

/** By name. */
export const codecs: ReadonlyMap<string, Codec> = new Map([...older, ...dos].map(codec => [codec.name, codec]))

/** A few signs have two code points that look alike; `pairs` names the web's, then Python's, one pair after the other. */
function exchange(text: string, pairs: string): string {
  if (pairs === '') return text
  const meant = new Map<string, string>()
  for (let i = 0; i < pairs.length; i += 2) meant.set(pairs.charAt(i), pairs.charAt(i + 1))
  return text.replace(new RegExp(`[${[...meant.keys()].join('')}]`, 'g'), sign => meant.get(sign) ?? sign)
}
