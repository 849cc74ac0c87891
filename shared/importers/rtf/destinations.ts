/** What the words of a group are for; those for nothing may still hold groups that are for something. */
export type Destination = 'text' | 'nothing' | 'fonts' | 'styles' | 'title' | 'author'

/** Where words of their own are gathered: in a note or a box of the article, at the edges of every page, in a comment. */
export type Gathered = 'aside' | 'header' | 'footer' | 'comment'

/** What a control word makes of the group that it begins: `around` is what the groups around it are for, `never` that nothing in it is for a person. */
export type Begun = Destination | Gathered | 'around' | 'never'

const names: readonly (readonly [begun: Begun, words: string])[] = [
  ['aside', 'footnote shptxt dptxbxtext'],
  ['header', 'header headerl headerr headerf'],
  ['footer', 'footer footerl footerr footerf'],
  ['comment', 'annotation'],
  ['fonts', 'fonttbl'],
  ['styles', 'stylesheet'],
  ['title', 'title'],
  ['author', 'author'],
  // What a person sees of a field or an object; the same in Unicode; what is known of a row.
  ['around', 'fldrslt result ud nesttableprops'],
  ['nothing', 'info object shp shpinst shpgrp do upr'],
  // Numbers of lists are the program's and no words of the article. What stands there a second time is for older programs.
  [
    'never',
    'colortbl pict fldinst shprslt nonshppict listtext pntext nonesttables filetbl xe tc rxe private template ' +
      'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atnauthor bkmkstart bkmkend themedata subject keywords ' +
      'operator comment doccomm company manager category hlinkbase creatim revtim printim buptim',
  ],
]

/** By control word. Of those that aren't here, the ones that programs may ignore are for nobody, and the others for what the groups around them are. */
export const destinations: ReadonlyMap<string, Begun> = new Map(
  names.flatMap(([begun, words]) => words.split(' ').map(word => [word, begun] as const)),
)

/** Control words that stand for a character, or for a few. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['enspace', '\u2002'],
  ['emspace', '\u2003'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['zwnbo', '\u2060'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
])

/** Signs that stand for a character. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', '\u00ad'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
])
