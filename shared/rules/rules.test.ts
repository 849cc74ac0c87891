import { describe, expect, test } from 'vitest'
import type { Link } from '../annotation/annotation.ts'
import type { Codebook } from '../codebook/codebook.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { givenFindings } from './givenView.laws.ts'
import { unknownRegister } from './rule.ts'

const link = (from: string, to: Link['to'], more: Partial<Link> = {}): Link => ({
  id: `${from}>`,
  type: 'attributed-to',
  from,
  to,
  attributes: {},
  ...more,
})

describe('a claim without a source', () => {
  const text = 'Ana said it will rain.'
  test('is one that is neither linked nor said to have none', () => {
    const of = (source?: string) =>
      givenFindings(text, [['it will rain', 'claim', source === undefined ? {} : { attributes: { source } }]]).of(
        'claim-without-source',
      )
    expect(of()).toEqual(['it will rain'])
    expect(of('stated')).toEqual(['it will rain'])
    expect(of('unnamed')).toEqual([])
  })

  test('has one with a link to whoever said it, or to the author', () => {
    const given = [
      ['it will rain', 'claim'],
      ['Ana', 'actor'],
    ] as const
    expect(givenFindings(text, given, { links: [link('it will rain', { annotation: 'Ana' })] }).told()).toEqual([])
    expect(givenFindings(text, given, { links: [link('it will rain', { author: true })] }).told()).toEqual([])
    const other = link('it will rain', { annotation: 'Ana' }, { type: 'about' })
    expect(givenFindings(text, given, { links: [other] }).told()).toHaveLength(1)
  })

  test('is linked, or says what its source is', () => {
    const given = givenFindings(text, [['it will rain', 'claim']])
    expect(given.fixes('claim-without-source').map(fix => ('label' in fix ? fix.label : fix.kind))).toEqual([
      'link',
      'author',
      'unnamed',
      'unknown',
    ])
    given.fix('claim-without-source', 1)
    expect(given.layer.annotations.get('it will rain')).toMatchObject({
      attributes: { source: 'author' },
      modified: '2031-03-09T00:00:00.000Z',
    })
    expect(given.told()).toEqual([])
  })
})

describe('a quotation that is no claim', () => {
  test('has three words or more, and is less than half tagged', () => {
    const text = 'He said “it will rain today” and called it “a shame”.\n'
    const rule = 'quotation-without-claim'
    expect(givenFindings(text).of(rule)).toEqual(['“it will rain today”'])
    expect(givenFindings(text, [['it will rain', 'claim']]).of(rule)).toEqual([])
    expect(givenFindings(text, [['it', 'claim']]).of(rule)).toEqual(['“it will rain today”'])
    expect(givenFindings(text, [['it will rain today', 'event']]).of(rule)).toEqual(['“it will rain today”'])
  })

  test('is tagged without its marks', () => {
    const text = 'He said “it will rain today”.'
    const [fix] = givenFindings(text).fixes('quotation-without-claim')
    expect(fix).toMatchObject({ kind: 'tag', tag: 'claim', words: { start: 9, end: 27 } })
  })

  test('isn’t looked for in boilerplate', () => {
    const text = 'He said “it will rain today”.'
    expect(givenFindings(text, [], { zone: 'boilerplate' }).told()).toEqual([])
  })
})

test('an event asks for its type', () => {
  const text = 'They signed and left.'
  const given = [
    ['signed', 'event', { attributes: { type: 'agree' } }],
    ['left', 'event'],
  ] as const
  const { of, fixes } = givenFindings(text, given)
  expect(of('event-without-type')).toEqual(['left'])
  expect(fixes('event-without-type')).toEqual([{ kind: 'attribute', attribute: 'type' }])
})

test('who is mentioned by name asks for an entity, who is described doesn’t', () => {
  const text = 'Ana and the mayor and Tom.'
  const { of } = givenFindings(text, [
    ['Ana', 'actor', { attributes: { mention: 'name' } }],
    ['the mayor', 'actor', { attributes: { mention: 'nominal' } }],
    ['Tom', 'actor', { attributes: { mention: 'name' }, entity: 'e1' }],
  ])
  expect(of('actor-without-entity')).toEqual(['Ana'])
})

describe('two that should be one', () => {
  const rule = 'one-character-apart'
  const near = (text: string, one: string, other: string) =>
    givenFindings(text, [
      [one, 'actor'],
      [other, 'actor'],
    ]).of(rule)

  test('differ by one character at an end, or follow on one another', () => {
    expect(near('The mayor.', 'The mayor', 'The mayor.')).toEqual(['The mayor.'])
    expect(near('The mayor.', 'he mayo', 'The mayor')).toEqual(['The mayor'])
    expect(near('Ana Prado came.', 'Ana', 'Prado')).toEqual(['Ana Prado'])
  })

  test('are neither two sentences, nor two names in a list, nor two lines, nor of two tags', () => {
    expect(near('It rains. It pours.', 'It rains.', 'It pours.')).toEqual([])
    expect(near('Ana, Tom', 'Ana', 'Tom')).toEqual([])
    expect(near('Ana\nTom', 'Ana', 'Tom')).toEqual([])
    expect(
      givenFindings('Ana Prado', [
        ['Ana', 'actor'],
        ['Prado', 'event'],
      ]).of(rule),
    ).toEqual([])
  })

  test('become the older one, with the words, answers, note and links of both', () => {
    const text = 'Ana Prado said it will rain.'
    const { layer, fix, of } = givenFindings(
      text,
      [
        ['Prado', 'actor', { created: '2031-01-01', attributes: { mention: 'name' }, note: 'Who?' }],
        ['Ana', 'actor', { created: '2031-02-02', attributes: { mention: 'nominal', more: 'x' }, entity: 'e1' }],
        ['it will rain', 'claim'],
      ],
      {
        links: [
          link('it will rain', { annotation: 'Ana' }),
          link('it will rain', { annotation: 'Prado' }, { id: 'twin' }),
          link('Ana', { annotation: 'Prado' }, { id: 'loop', type: 'x' }),
        ],
      },
    )
    fix(rule)
    expect([...layer.annotations.keys()].sort()).toEqual(['Prado', 'it will rain'])
    expect(layer.annotations.get('Prado')).toMatchObject({
      spans: [{ quote: 'Ana Prado' }],
      attributes: { mention: 'name', more: 'x' },
      entity: 'e1',
      note: 'Who?',
      created: '2031-01-01',
    })
    expect([...layer.links.values()].map(({ id, to }) => [id, to])).toEqual([['twin', { annotation: 'Prado' }]])
    expect(of(rule)).toEqual([])
  })
})

describe('one name for two entities', () => {
  const text = 'He met Prado. Later Prado left. Then he slept.'
  const rule = 'name-of-two'
  const named = (first: string, second: string, register = unknownRegister) =>
    givenFindings(
      text,
      [
        ['Prado', 'actor', { entity: first }],
        ['Prado', 'actor', { entity: second }],
      ],
      { register },
    )

  test('is told where the rarer one is meant', () => {
    expect(named('e1', 'e1').settled()).toEqual([])
    expect(named('e1', 'e2').settled()).toMatchObject([
      { rule, annotation: 'Prado 2', place: { start: text.lastIndexOf('Prado') } },
    ])
  })

  test('is never told of pronouns, of descriptions, or of an entity that was merged into the other', () => {
    expect(named('e1', 'e2', { ...unknownRegister, standsFor: () => 'e1' }).of(rule)).toEqual([])
    const pronouns = givenFindings('He met a man. He left.', [
      ['He', 'actor', { entity: 'e1' }],
      ['He', 'actor', { entity: 'e2' }],
    ])
    expect(pronouns.of(rule)).toEqual([])
    const mention = { attributes: { mention: 'nominal' } }
    const described = givenFindings('The Mayor met The Mayor.', [
      ['The Mayor', 'actor', { entity: 'e1', ...mention }],
      ['The Mayor', 'actor', { entity: 'e2', ...mention }],
    ])
    expect(described.of(rule)).toEqual([])
  })

  test('is mended by choosing one of them', () => {
    const { layer, fixes, fix, of } = named('e1', 'e2')
    expect(fixes(rule)).toMatchObject([{ label: 'e1' }, { label: 'e2' }])
    fix(rule, 1)
    expect(of(rule)).toEqual([])
    expect(layer.annotations.get('Prado')!.entity).toBe('e2')
  })
})

describe('a link whose end is gone', () => {
  const text = 'Ana said it will rain.'
  const given = [['it will rain', 'claim']] as const

  test('is told where its other end is, and removed', () => {
    const { of, fix, layer } = givenFindings(text, given, { links: [link('it will rain', { annotation: 'Ana' })] })
    expect(of('link-without-end')).toEqual(['it will rain'])
    fix('link-without-end')
    expect(layer.links.size).toBe(0)
    expect(of('link-without-end')).toEqual([])
  })

  test('comes when the end goes, and goes when it comes back', () => {
    const both = [...given, ['Ana', 'actor'] as const]
    const { of, layer, findings } = givenFindings(text, both, { links: [link('it will rain', { annotation: 'Ana' })] })
    expect(of('link-without-end')).toEqual([])
    const remove = { kind: 'remove', id: 'Ana' } as const
    const undo = layer.apply(remove)
    findings.follow(remove, undo)
    expect(of('link-without-end')).toEqual(['it will rain'])
    findings.follow(undo, layer.apply(undo))
    expect(of('link-without-end')).toEqual([])
  })

  test('may be an entity that is gone from the register', () => {
    const links = [link('it will rain', { entity: 'e9' }, { type: 'about' })]
    const of = (isGone: boolean) =>
      givenFindings(text, given, { links, register: { ...unknownRegister, isGone: () => isGone } }).of(
        'link-without-end',
      )
    expect([of(false), of(true)]).toEqual([[], ['it will rain']])
  })
})

describe('a cut word', () => {
  const cut = (text: string, words: string) => givenFindings(text, [[words, 'actor']]).of('inside-a-word')

  test('is one that an annotation begins or ends in', () => {
    expect(cut('Engineers came.', 'Engin')).toEqual(['Engin'])
    expect(cut('Engineers came.', 'ineers')).toEqual(['ineers'])
    expect(cut('Engineers came.', 'Engineers')).toEqual([])
  })

  test('is none at an apostrophe, a hyphen, or where no spaces are written', () => {
    expect(cut('Ana’s bridge', 'Ana')).toEqual([])
    expect(cut('the Ferrow-Lind line', 'Lind')).toEqual([])
    expect(cut('新聞記者', '記者')).toEqual([])
  })

  test('grows to its whole, in every part', () => {
    const { layer, fix, told } = givenFindings('Engineers came.', [['ginee', 'actor']])
    fix('inside-a-word')
    expect(layer.annotations.get('ginee')!.spans[0]).toMatchObject({ quote: 'Engineers', start: 0 })
    expect(told()).toEqual([])
  })
})

test('a codebook that knows nothing of all this gives problems of the text alone', () => {
  const foreign: Codebook = {
    ...defaultCodebook,
    tags: [{ ...defaultCodebook.tags[0]!, id: 'note', entityKinds: ['person'] }],
    attributes: [],
    links: [],
  }
  const { told } = givenFindings(
    'He said “it will rain today” to Engineers.',
    [
      ['it will', 'claim'],
      ['Engin', 'note', { attributes: { mention: 'name' } }],
      ['said', 'event'],
    ],
    { codebook: foreign },
  )
  expect(told()).toEqual(['inside-a-word: Engin'])
})

test('a rule that the codebook switches off finds nothing', () => {
  const codebook = { ...defaultCodebook, rulesOff: ['event-without-type', 'of-another-version'] }
  expect(givenFindings('They left.', [['left', 'event']], { codebook }).told()).toEqual([])
})
