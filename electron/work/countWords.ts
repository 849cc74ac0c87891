/**
 * How many words a text has: runs of letters and digits, with an apostrophe or
 * hyphen inside. Chinese and Japanese, which are written without spaces, are
 * counted by the character, as word processors do.
 */
export function countWords(text: string): number {
  const word =
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{M}\p{N}]|(?<=[\p{L}\p{N}])['’.,-](?=[\p{L}\p{N}]))+/gu
  let count = 0
  while (word.test(text)) count++
  return count
}
