/**
 * The words by which news says who said something, by language. Which language
 * a text is in isn't asked: these words mean little else in the others. Words
 * that are as often nouns (reports, claims, notes) are left out.
 */
const verbs: Readonly<Record<string, string>> = {
  en: `said says say told tells added adds argued argues warned warns announced announces stated insisted insists noted
    explained explains declared declares reported wrote writes replied admitted admits confirmed confirms acknowledged
    stressed emphasised emphasized predicted promised alleged alleges maintained maintains recalled remarked concluded
    testified suggested suggests asked tweeted believes believed`,
  de: `sagte sagten sagt erklärte erklärten erklärt betonte betont berichtete berichteten berichtet meinte meint warnte
    warnt behauptete behauptet schrieb schreibt teilte äußerte versicherte bestätigte ergänzte erwiderte kritisierte`,
  fr: `déclaré déclare affirmé affirme annoncé annonce indiqué indique expliqué explique précisé précise ajouté ajoute
    estimé estime assuré assure souligné souligne rappelé rappelle confié prévenu prévient averti avertit soutenu dit
    dit-il dit-elle affirme-t-il affirme-t-elle explique-t-il explique-t-elle ajoute-t-il ajoute-t-elle estime-t-il
    estime-t-elle précise-t-il précise-t-elle`,
  es: `dijo dijeron dice afirmó afirma declaró declara anunció anuncia explicó explica señaló señala aseguró asegura
    añadió añade indicó indica advirtió advierte sostuvo sostiene manifestó informó destacó subrayó agregó comentó
    insistió afirmado declarado anunciado asegurado`,
}

const known = new Set(Object.values(verbs).flatMap(words => words.split(/\s+/)))
/** Of French and Spanish: "a déclaré", "ont dit", "a-t-il dit", "ha dicho". */
const helping = new Set(
  ['a', 'ont', 'avait', 'avaient', 'ha', 'han', 'había'].concat(['il', 'elle', 'on'].map(who => `a-t-${who}`)),
)

/** Whether a word reports speech: "said", "sagte", "a déclaré" (by its second word), "dijo". */
export function reports(word: string): boolean {
  return known.has(word)
}

/** Whether a word can stand before a verb that reports, as part of it. */
export function helps(word: string): boolean {
  return helping.has(word)
}

/** The words with which a source is named without a verb; what follows up to a comma, or to the end, is the source. */
export const accordingTo =
  /^(?:according to|in the words of|selon|d['’]après|según|de acuerdo con|laut|so (?=der|die|das|ein|eine|Frau|Herr|Minister)|nach Angaben (?:von|des|der))\s/iu

/** What joins who said it to what was said. */
export const that = /^(?:that|dass|daß|que)$/u
/** `que` before a vowel, as it is written together with the next word. */
export const elidedThat = /^qu['’](?=\p{L})/u

/** Words that begin a clause of their own, which is no report of who said it. */
export const joins =
  /^(?:and|but|or|nor|because|since|while|although|though|unless|if|when|where|which|who|whose|that|as|so|yet|und|aber|oder|weil|wenn|als|wie|dass|denn|et|mais|ou|car|parce|qui|que|dont|où|y|e|pero|o|porque|cuando|donde|quien)$/iu

/** Words that begin what was said after a bare "said", where no "that" stands. */
export const beginsSaid =
  /^(?:the|a|an|it|he|she|they|we|i|you|there|this|these|those|his|her|its|their|our|my|no|all)$/iu

/** Words that begin a subject; names do too, by their capital. */
export const beginsSubject =
  /^(?:he|she|they|we|i|it|one|some|many|several|officials|police|sources|the|an?|his|her|its|their|another|two|three|er|sie|es|der|die|das|ein|eine|il|elle|ils|elles|on|le|la|les|un|une|l['’].*|él|ella|el|los|las|una)$/iu
