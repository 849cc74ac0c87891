import type { Format } from '../dataset/format.ts'

/** Every format, loaded when it is asked for. A new one is a new line here. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  csv: async () => (await import('./csv.ts')).csv,
  parquet: async () => (await import('./parquet.ts')).parquet,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  jsonl: async () => (await import('./jsonLines.ts')).jsonLines,
  brat: async () => (await import('./brat.ts')).brat,
  w3c: async () => (await import('./webAnnotation.ts')).webAnnotation,
  hypothesis: async () => (await import('./hypothesis.ts')).hypothesis,
  bioc: async () => (await import('./bioc.ts')).biocXml,
  'bioc-json': async () => (await import('./bioc.ts')).biocJson,
  pubannotation: async () => (await import('./pubAnnotation.ts')).pubAnnotation,
  conll2003: async () => (await import('./conll2003.ts')).conll2003,
  'refi-qda': async () => (await import('./refiQda.ts')).refiQda,
  'refi-codebook': async () => (await import('./refiQda.ts')).refiCodebook,
  spacy: async () => (await import('./spacy.ts')).spacy,
  prodigy: async () => (await import('./prodigy.ts')).prodigy,
  'label-studio': async () => (await import('./labelStudio.ts')).labelStudio,
  'cas-xmi': async () => (await import('./casXmi.ts')).casXmi,
  'cas-json': async () => (await import('./casJson.ts')).casJson,
  doccano: async () => (await import('./doccano.ts')).doccano,
  'webanno-tsv': async () => (await import('./webannoTsv.ts')).webannoTsv,
  graphml: async () => (await import('./graphml.ts')).graphml,
  gexf: async () => (await import('./gexf.ts')).gexf,
  'network-csv': async () => (await import('./nodesAndEdges.ts')).nodesAndEdges,
  html: async () => (await import('./htmlCopy.ts')).htmlCopy,
}
