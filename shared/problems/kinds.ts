/** What a person reads of a failure: what happened, what it means for the work, what can be done. */
export interface ProblemText {
  readonly title: string
  readonly meaning: string
  /** What to do next, as a sentence. Empty where nothing needs doing. */
  readonly remedy: string
}

/** Every failure that we expect, in a person's words. */
export const problemKinds = {
  'disk-full': {
    title: 'There is no room left on the disk',
    meaning: 'Your latest changes are not saved yet. They are kept in this window.',
    remedy: 'Make some room; Stet tries again by itself.',
  },
  'not-permitted': {
    title: 'The disk refuses to be written',
    meaning: 'Your latest changes are not saved yet. They are kept in this window.',
    remedy: 'Allow writing in this folder, or move the articles to a folder of your own; Stet tries again by itself.',
  },
  'cannot-save': {
    title: 'Your changes cannot be saved',
    meaning: 'They are kept in this window, and Stet tries again by itself.',
    remedy: 'Leave the window open until the status line says that everything is saved.',
  },
  'not-there': {
    title: 'This file is not there any more',
    meaning: 'It was moved, renamed or deleted outside Stet. Its annotations stay where they are.',
    remedy: 'Put the file back, or open it under its present name.',
  },
  'folder-not-there': {
    title: 'This folder is not there any more',
    meaning: 'It was moved, renamed or deleted, or its drive is not connected.',
    remedy: 'Open the folder where it is now.',
  },
  'cannot-read': {
    title: 'This file cannot be read',
    meaning: 'Nothing was changed.',
    remedy: 'Check that you may read the file, then choose it again.',
  },
  'folder-unreadable': {
    title: 'This folder cannot be read',
    meaning: 'The articles in it are not listed. Nothing was changed.',
    remedy: 'Check that you may read the folder, then open it again.',
  },
  'too-many-files': {
    title: 'There are more files here than Stet lists',
    meaning: 'The articles in this folder are not listed. Nothing was changed.',
    remedy: 'Open one of its subfolders, or divide the files among several workspaces.',
  },
  'noticed-late': {
    title: 'Changes from outside are noticed late',
    meaning:
      'The system watches no more folders, so Stet looks for itself every few seconds. Your own work is not affected.',
    remedy: '',
  },
  'no-reader': {
    title: 'Stet cannot open this kind of file yet',
    meaning: 'The file is listed so that you know it is there. Nothing was changed.',
    remedy: 'Save it as plain text (.txt) to annotate it.',
  },
  'not-a-file': {
    title: 'This is not an ordinary file',
    meaning: 'Devices, pipes and links that lead out of the folder are not opened.',
    remedy: 'Copy the text into an ordinary file in this folder.',
  },
  'too-large': {
    title: 'This file is too large to open',
    meaning: 'Nothing was changed.',
    remedy: 'Split the file into articles of at most 64 MiB.',
  },
  'took-too-long': {
    title: 'Reading this file took too long and was stopped',
    meaning: 'Nothing was changed. The other articles are not affected.',
    remedy: 'Split the file into smaller articles.',
  },
  'file-name-taken': {
    title: 'A file of this name is already there',
    meaning: 'Nothing was overwritten.',
    remedy: 'Choose another name.',
  },
  'sidecar-damaged': {
    title: 'The annotations of this article cannot be read',
    meaning: 'Their file is damaged and is left untouched, so nothing can be added here.',
    remedy: 'Put back an earlier version of the file, then open the article again.',
  },
  'sidecar-rebuilt': {
    title: 'The annotations were rebuilt from the history of this device',
    meaning: 'Their file was damaged. It is kept beside the history, untouched.',
    remedy: '',
  },
  'sidecar-newer': {
    title: 'These annotations were made with a newer version of Stet',
    meaning: 'You can read the article. To protect the annotations, they cannot be changed here.',
    remedy: 'Open the article with the newer version.',
  },
  'sidecar-unkeepable': {
    title: 'These annotations hold something that could not be saved again unchanged',
    meaning: 'You can read them. To protect them, they cannot be changed here.',
    remedy: 'See the details for the key that stands in the way.',
  },
  'sidecar-changed': {
    title: 'These annotations were changed outside this window',
    meaning: 'Nothing was overwritten. The change and your latest edits touch the same annotations.',
    remedy: 'The article is open for reading. Both versions are kept: the file, and the history of this device.',
  },
  'sidecar-changed-meanwhile': {
    title: 'The file of these annotations was changed outside while the article was open',
    meaning: 'Nothing was overwritten, and your edits are safe in the history of this device.',
    remedy: 'Leave the article and open it again: Stet joins both versions.',
  },
  'name-too-long': {
    title: 'The name of this article is too long to be annotated',
    meaning:
      'The file of annotations is named after the article, and this disk takes no longer name. You can read the article.',
    remedy: 'Give the file a shorter name.',
  },
  'layer-in-use': {
    title: 'These annotations are open in another window',
    meaning: 'You can read them here. They are changed in the other window.',
    remedy: 'Close the article there to annotate it here.',
  },
  'annotator-taken': {
    title: 'Someone else annotates here under your annotator id',
    meaning:
      'A layer with your id was made on another device or by another person. It is shown as a colleague’s and is never written.',
    remedy: 'Choose another annotator id.',
  },
  'project-damaged': {
    title: 'The project file stet.json cannot be read',
    meaning: 'It is left untouched. The default codebook is used meanwhile.',
    remedy: 'Put back an earlier version of stet.json.',
  },
  'project-newer': {
    title: 'The project file stet.json was made with a newer version of Stet',
    meaning: 'It is left untouched. The default codebook is used meanwhile.',
    remedy: 'Open the workspace with the newer version.',
  },
  'text-changed': {
    title: 'The text of this article has changed',
    meaning:
      'Annotations whose words are still there, once and in the same surroundings, were carried over. The others are kept aside.',
    remedy: 'Look at the annotations listed under “Not placed”.',
  },
  'history-damaged': {
    title: 'The history of this device is damaged',
    meaning: 'The annotations in the sidecar are whole. What was recorded after the damage is set aside, not deleted.',
    remedy: '',
  },
  'history-lost': {
    title: 'The history of this device was taken away while an article was open',
    meaning: 'A new one is begun with the annotations as they stand.',
    remedy: '',
  },
  'settings-damaged': {
    title: 'Your settings could not be read',
    meaning: 'They were set aside, and the usual settings are used.',
    remedy: '',
  },
  'outside-workspace': {
    title: 'This place lies outside the folder you opened',
    meaning: 'Nothing was written.',
    remedy: 'Links that lead out of the folder are not followed.',
  },
  'empty-text': {
    title: 'There is no text here to make an article of',
    meaning: 'Nothing was written.',
    remedy: 'Copy the article’s text first, then paste it again.',
  },
  'search-pattern': {
    title: 'This is not a regular expression that Stet understands',
    meaning: 'Nothing was searched.',
    remedy: 'Correct the expression, or switch regular expressions off to search for the words as they stand.',
  },
  'search-too-slow': {
    title: 'This search took too long and was stopped',
    meaning: 'What was found so far is listed. There may be more.',
    remedy: 'Use a simpler expression, or search in fewer articles.',
  },
  'changed-since': {
    title: 'These annotations have changed since',
    meaning: 'Taking the change back here would have taken back later work too, so this article was left as it is.',
    remedy: 'Open the article to change it by hand.',
  },
  'words-not-there': {
    title: 'The text of this article is no longer what it was when the change was made',
    meaning: 'The words do not stand in their places, so this article was left as it is.',
    remedy: 'Search again to find the words where they stand now.',
  },
  'change-not-completed': {
    title: 'A change of many articles was interrupted, and could not be completed in all of them',
    meaning: 'It was completed everywhere else. The articles that are named in the details were left as they are.',
    remedy: 'Look at these articles and make the change by hand.',
  },
  'change-damaged': {
    title: 'A change of many articles was interrupted, and what is left of it cannot be read',
    meaning: 'It may have been made in some articles and not in others. What could not be read was put aside.',
    remedy: 'Look at your latest change of many articles, and make it again where it is missing.',
  },
  'unknown-ticket': {
    title: 'This article is not open any more',
    meaning: 'The folder was closed or has changed since. Nothing was changed.',
    remedy: 'Choose the article again.',
  },
} as const satisfies Record<string, ProblemText>

export type ProblemKind = keyof typeof problemKinds

/** Whether a word from outside names a kind that we know. */
export function isProblemKind(word: unknown): word is ProblemKind {
  return typeof word === 'string' && Object.hasOwn(problemKinds, word)
}
