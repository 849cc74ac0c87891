/** What formats are for, in the order in which a person is shown them: ids of `formats`. */
export const formatGroups = {
  tables: ['csv', 'xlsx', 'dna', 'refi-qda', 'refi-codebook'],
  tools: [
    ...['brat', 'webanno-tsv', 'cas-xmi', 'cas-json', 'label-studio', 'doccano'],
    ...['w3c', 'pubannotation', 'bioc', 'bioc-json'],
  ],
  learning: ['parquet', 'spacy', 'conll2003', 'conll2012'],
  networks: ['graphml', 'gexf', 'network-csv'],
  reading: ['html', 'jsonl'],
} as const satisfies Record<string, readonly string[]>

export type FormatGroup = keyof typeof formatGroups
