/**
 * Whether a sentence really ends where a general rule saw an end: after
 * `sentence`, before `rest` (its first 80 units are enough).
 *
 * News is full of full stops that end nothing: "Mr. Smith", "U.S. officials",
 * "No. 5". The rules below are about what joins; what no rule joins, ends.
 */
export function endsSentence(sentence: string, rest: string): boolean {
  const tail = sentence.slice(-80).trimEnd()
  const last = /[^\s("“‘«[]+$/u.exec(tail)?.[0] ?? ''
  const place: Place = {
    sentence,
    tail,
    last,
    before: /(\S+)\s+\S+$/u.exec(tail)?.[1] ?? '',
    rest: rest.trimStart(),
  }
  return !joins.some(([, holds]) => holds(place))
}

interface Place {
  readonly sentence: string
  /** The end of the sentence so far, without white space. */
  readonly tail: string
  /** Its last word with its full stop, without opening marks. */
  readonly last: string
  /** The word before that. */
  readonly before: string
  readonly rest: string
}

const joins: readonly (readonly [name: string, holds: (place: Place) => boolean])[] = [
  ['a title or form of address never ends a sentence', ({ last }) => titles.test(last)],
  ['an abbreviation that counts goes with its number', ({ last, rest }) => counters.test(last) && /^\p{N}/u.test(rest)],
  ['a month cut short goes with its day', ({ last, rest }) => months.test(last) && /^\p{N}/u.test(rest)],
  [
    'an hour goes with its day or its zone',
    ({ last, rest }) =>
      /^[ap]\.m\.$/.test(last) && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^[A-Z]{2,4}\b/.test(rest),
  ],
  [
    'letters with full stops (U.S., Ph.D.) join, unless a word follows that opens sentences',
    ({ last, rest }) => lettered.test(last) && !/^[ap]\.m\.$/.test(last) && !opens(rest),
  ],
  ['an initial joins names', ({ last, before, rest }) => /^\p{L}\.$/u.test(last) && isInitial(last, before, rest)],
  [
    'a number or letter that begins a list stays with its item',
    ({ sentence }) => /^\s*[([]?(?:\p{N}{1,3}|\p{L})[.)]+\s*$/u.test(sentence),
  ],
  [
    'small letters go on after a cry or a question',
    ({ tail, rest }) => /[!?]["”’»)\]]*$/.test(tail) && /^["“‘«([]*\p{Ll}/u.test(rest),
  ],
  [
    'who cried or asked stands after the quotation',
    ({ tail, rest }) => /[!?…]["”’»]+$/.test(tail) && speech.test(rest),
  ],
  ['a day of the month in German', ({ last, rest }) => /^\p{N}{1,2}\.$/u.test(last) && germanMonths.test(rest)],
  [
    'a Japanese quotation goes on with its particle',
    ({ tail, rest }) => /[」』]$/u.test(tail) && /^[とっなで]/u.test(rest),
  ],
  ['a Japanese or Chinese quotation is one with the sentence that opened it', ({ sentence }) => isOpen(sentence)],
]

const titles =
  /^(?:Mr|Mrs|Ms|Mx|Messrs|Mme|Mlle|Dr|Drs|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Sgt|Cpl|Pvt|Adm|Brig|Rep|Reps|Sen|Sens|Gov|Govs|Pres|Rev|Hon|St|Ste|Mt|Ft|vs|Sr|Sra|Hr|Fr|Dipl|Ing|bzw|usw|sog|им|ул|акад|проф|ген|тов)\.$/u
const counters =
  /^(?:nos?|nr|art|arts|sec|secs|pp?|vol|vols|fig|figs|ch|chap|approx|ca?|est|max|min|ext|tel|rs|abs|стр|ст|гл|№)\.$/iu
const months = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/
const lettered = /^(?:\p{L}{1,2}\.){2,}$/u
const germanMonths = /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/
const speech =
  /^(?:(?:\p{Lu}[\p{L}.'’-]*|the|an?)\s+){1,4}(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|replied|shouted|tweeted|warned)\b/u

/** Words that open sentences far oftener than they follow an abbreviation. */
const openers = new Set(
  'The A An He She It They We You I This That These Those There His Her Its Their Our But And So Yet In On At As If For From When While After Before Since However Meanwhile What Who Why How According Both Many Some Most'.split(
    ' ',
  ),
)

function opens(rest: string): boolean {
  return openers.has(/^["“‘«([]*(\p{L}+)/u.exec(rest)?.[1] ?? '')
}

/** "George W. Bush", "J. K. Rowling", "г. Москва" – but neither "vitamin C." nor "and I." */
function isInitial(last: string, before: string, rest: string): boolean {
  if (opens(rest)) return false
  if (/^\p{Lu}\./u.test(rest)) return true
  if (last === 'I.') return false
  return !/^\p{Lu}/u.test(last) || before === '' || /^["“‘«([]*\p{Lu}/u.test(before)
}

/** Whether the sentence is inside 「 or 『 that was not closed. */
function isOpen(sentence: string): boolean {
  return (
    sentence.lastIndexOf('「') > sentence.lastIndexOf('」') || sentence.lastIndexOf('『') > sentence.lastIndexOf('』')
  )
}
