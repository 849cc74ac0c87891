/** What a label of LexisNexis and Nexis stands before. */
export type LabelKind =
  | 'headline'
  | 'body'
  | 'byline'
  | 'section'
  | 'length'
  | 'highlight'
  | 'dateline'
  | 'loaded'
  | 'language'
  | 'address'
  | 'note'
  | 'filing'

/** A paragraph's label, as it stands there, and what follows it. */
export interface Label {
  readonly kind: LabelKind
  readonly name: string
  readonly value: string
}

/** Labels in the languages of accounts, without accents: English, French, German, Spanish, Italian, Portuguese, Dutch. */
const names: Readonly<Record<LabelKind, string>> = {
  headline: 'HEADLINE TITRE TITEL TITULAR TITOLO',
  body: 'BODY',
  byline: 'BYLINE AUTHOR AUTEUR AUTEURS AUTOR AUTOREN VERFASSER AUTORE AUTORI NAAMREGEL',
  section: 'SECTION RUBRIQUE RUBRIK RESSORT SECCION SEZIONE SECAO SECCAO RUBRIEK SECTIE',
  length: 'LENGTH LONGUEUR LANGE LAENGE LONGITUD LUNGHEZZA EXTENSAO COMPRIMENTO LENGTE',
  highlight: 'HIGHLIGHT ENCART INSERT DESTACADO HOOGTEPUNT',
  dateline: 'DATELINE ORTSMARKE',
  loaded:
    'LOAD-DATE DATE-CHARGEMENT UPDATE LADEDATUM FECHA-CARGA FECHA-DE-CARGA DATA-CARICAMENTO DATA-DE-CARREGAMENTO LAADDATUM',
  language: 'LANGUAGE LANGUE SPRACHE IDIOMA LENGUA LINGUA TAAL',
  address: 'URL',
  note: 'GRAPHIC GRAPHICS GRAFIK GRAPHIQUE ILLUSTRATION GRAFICO GRAFICA GRAFIEK CORRECTION CORRECTION-DATE CORRECTIONS KORREKTUR NOTES SERIES',
  filing:
    'DISTRIBUTION CATEGORY NAME KEYWORDS PUBLICATION-SUBTYPE PUBLICATION-TYPE TYPE-PUBLICATION PUBLIKATIONSTYP TIPO-PUBLICACION TYPE DOCUMENT-TYPE JOURNAL-CODE ZEITUNGS-CODE CODE-JOURNAL PUB-TYPE ISSN ISBN ACC-NO NOTE SUBJECT SUJET THEMA SCHLAGWORTER TEMA ORGANIZATION ORGANISATION ORGANISATIE COMPANY SOCIETE FIRMA TICKER STOCK-SYMBOL SYMBOLE-BOURSIER INDUSTRY ACTIVITY-SECTOR SECTEUR-ACTIVITE BRANCHE GEOGRAPHIC GEO-LOCALIZATION LOCALISATION-GEO GEOGRAFIE PERSON PERSONNE CITY STATE COUNTRY REGION PRODUCT TERMS EDITION',
}

const kinds: ReadonlyMap<string, LabelKind> = new Map(
  Object.entries(names).flatMap(([kind, all]) => all.split(' ').map(name => [name, kind as LabelKind])),
)

/** The label that a paragraph begins with, whether it is written large or small; null where it begins with none that the database has. */
export function labelOf(paragraph: string): Label | null {
  const [all, name] = /^([\p{L}\p{M}\ufffd][\p{L}\p{M}\ufffd -]{1,30}?)[ \u00a0]?:(?=\s|$)/u.exec(paragraph) ?? []
  if (all === undefined) return null
  const kind = kinds.get(plainLabel(name!))
  return kind ? { kind, name: name!, value: paragraph.slice(all.length).trim() } : null
}

/** Whether a label is written as text and pages of LexisNexis write it. */
export function isLarge({ name }: Label): boolean {
  return name === name.toUpperCase()
}

function plainLabel(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().trim().replace(/ /g, '-')
  return bare.replace(/\ufffd/g, 'A')
}

/** Whether a paragraph says whose the rights are, as the database prints it above or below every article. */
export function saysRights(paragraph: string): boolean {
  if (paragraph.length > 500) return false
  return /^(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?\s*\(?\d{4}\b|^(?:all rights reserved|alle rechte vorbehalten|tous droits r[eé]serv[eé]s|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden)\.?$/i.test(
    paragraph,
  )
}

/** The page that a section names: `FEATURES; Pg. 6`. Undefined where it names none. */
export function pageIn(section: string): string | undefined {
  return /(?:^|[;,]\s*)(?:Pg|Page|Seite|S|Pag|P[aá]g|P[aá]gina|Blz|p)\b\.?\s*([\p{L}]{0,4}\d[\p{L}\d-]*)/iu.exec(
    section,
  )?.[1]
}
