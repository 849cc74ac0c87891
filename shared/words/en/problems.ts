import type { ProblemKind } from '../../problems/kinds.ts'
import type { ProblemText } from '../../problems/problemText.ts'

export const problems = {
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
  'no-text': {
    title: 'There is no text in this file',
    meaning: 'Its pages are pictures, as a scanner makes them, or they are empty. Nothing was changed.',
    remedy: 'Have its text recognised (OCR) by another program, then open the file again.',
  },
  'password-needed': {
    title: 'This file is locked with a password',
    meaning: 'Stet cannot read it as it is. Nothing was changed.',
    remedy: 'Save it without a password in the program that it was made with, then open it again.',
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
  'many-articles': {
    title: 'This file holds many articles',
    meaning: 'Unpacked, each of them is a file of its own in this workspace. The file itself stays as it is.',
    remedy: 'Unpack it to read and annotate its articles.',
  },
  'no-reader': {
    title: 'Stet cannot open this kind of file yet',
    meaning: 'The file is listed so that you know it is there. Nothing was changed.',
    remedy: 'Save it as plain text (.txt), as a web page (.html) or as a Word document (.docx) to annotate it.',
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
  'too-entangled': {
    title: 'These layers can’t be compared',
    meaning:
      'So many of their annotations stand over the same words that comparing them would take hours. Other articles are compared. Nothing was changed.',
    remedy: 'See whether a program wrote one of the layers, and leave it out of the comparison.',
  },
  'comparison-lost': {
    title: 'What was compared is no longer there',
    meaning:
      'It had to be let go, as where comparing needs more memory than it may have. Choose annotators, tags or the extent anew: then everything is read and compared again. Nothing was changed.',
    remedy: 'Compare again, and leave out a layer that a program wrote.',
  },
  'took-too-long': {
    title: 'Reading this file took too long and was stopped',
    meaning: 'Nothing was changed. The other articles are not affected.',
    remedy: 'Split the file into smaller articles.',
  },
  stopped: {
    title: 'Reading this article was stopped',
    meaning: 'Nothing was changed.',
    remedy: 'Try again to read it after all.',
  },
  'not-plain-text': {
    title: 'Only plain text can be corrected here',
    meaning: 'This file holds more than its text, and a copy of the text alone would lose that.',
    remedy: 'Correct it in the program that it was made with.',
  },
  'file-name-taken': {
    title: 'A file of this name is already there',
    meaning: 'Nothing was overwritten.',
    remedy: 'Choose another name.',
  },
  'sidecar-damaged': {
    title: 'The annotations of this article cannot be read',
    meaning:
      'Their file is damaged and is left untouched, so nothing can be added here. Whatever is whole of it is shown.',
    remedy: 'Put back an earlier version of the file, then open the article again.',
  },
  'sidecar-rebuilt': {
    title: 'The annotations were rebuilt from the history of this device',
    meaning: 'Their file was damaged. It is kept beside the history, untouched.',
    remedy: '',
  },
  'facts-rebuilt': {
    title: 'The corrected zones of an article were rebuilt from the history of this device',
    meaning: 'Their file was damaged. It is kept beside the history, untouched.',
    remedy: '',
  },
  'sidecar-newer': {
    title: 'These annotations were made with a newer version of Stet',
    meaning:
      'You can read the article, and whatever of them this version understands. To protect them, they cannot be changed here.',
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
  'sidecar-git-conflict': {
    title: 'Git left two versions of these annotations in their file',
    meaning: 'Both are read, and shown here merged. The file is as git left it: nothing is written before you say so.',
    remedy:
      'Decide what was changed in both branches, and merge. The file as it is now is then kept beside the history.',
  },
  'sidecar-git-unmergeable': {
    title: 'Git left two versions of these annotations in their file, and Stet can’t merge them',
    meaning: 'The file is left untouched, so nothing can be added here.',
    remedy: 'Take one of the two versions with git (git checkout --ours or --theirs), then open the article again.',
  },
  'copy-damaged': {
    title: 'This second version can’t be read',
    meaning:
      'Its file is damaged, or not what its name says. Your annotations are as they were, and the file is left alone.',
    remedy: 'Look for an earlier version of it where it comes from, or leave it as it is.',
  },
  'copy-newer': {
    title: 'This second version was made with a newer version of Stet',
    meaning: 'Your annotations are as they were, and the file is left alone.',
    remedy: 'Merge it with the newer version of Stet.',
  },
  'name-too-long': {
    title: 'The name of this article is too long to be annotated',
    meaning:
      'The file of annotations is named after the article, and this disk takes no longer name. You can read the article.',
    remedy: 'Give the file a shorter name.',
  },
  'layer-in-use': {
    title: 'Somebody else has these annotations open',
    meaning: 'You can read them here, as they are saved there.',
    remedy: 'Once the article is closed there, you can annotate it here.',
  },
  'annotator-taken': {
    title: 'Annotations under your annotator id were made on another device',
    meaning:
      'They may be yours or another person’s. Until you say so, they are shown as a colleague’s and are never written.',
    remedy: 'Go on with them here if you made them; else choose another annotator id.',
  },
  'project-damaged': {
    title: 'The project file stet.json cannot be read',
    meaning:
      'It is left untouched, so codebook and entities cannot be changed. What was known of them is used meanwhile, else the default codebook.',
    remedy: 'Put back an earlier version of stet.json.',
  },
  'seals-unknown': {
    title: 'What is sealed here can’t be known',
    meaning:
      'This folder is part of another workspace, whose project file stet.json can’t be read. It may say that colleagues’ annotations are sealed, so none of them are shown.',
    remedy: 'Put back an earlier version of that stet.json, or open that workspace to see what is wrong with it.',
  },
  'project-newer': {
    title: 'The project file stet.json was made with a newer version of Stet',
    meaning:
      'It is left untouched, so codebook and entities cannot be changed here. The default codebook is used meanwhile.',
    remedy: 'Open the workspace with the newer version.',
  },
  'project-git-conflict': {
    title: 'Git left two versions of the project file stet.json',
    meaning:
      'The file is as git left it, and codebook and entities can’t be changed until both are merged. What was known of them is used meanwhile.',
    remedy:
      'Merge them here: what only one branch changed is taken, and what both changed stands side by side. The file as it is now is kept beside the history.',
  },
  'project-git-unmergeable': {
    title: 'Git left two versions of the project file stet.json, and Stet can’t merge them',
    meaning: 'The file is left untouched, so codebook and entities cannot be changed.',
    remedy: 'Take one of the two versions with git (git checkout --ours or --theirs).',
  },
  'facts-git-conflict': {
    title: 'Git left two versions of what the paragraphs of an article are',
    meaning:
      'The file is left untouched. The paragraphs are shown as Stet recognises them, and can’t be changed meanwhile.',
    remedy: 'Take one of the two versions with git (git checkout --ours or --theirs), then open the article again.',
  },
  'codebook-damaged': {
    title: 'This file holds no codebook that can be read',
    meaning: 'Nothing was changed, neither here nor in the file.',
    remedy: 'Choose a file that was exported from a codebook, or the stet.json of another workspace.',
  },
  'codebook-newer': {
    title: 'This codebook was made with a newer version of Stet',
    meaning: 'Nothing was changed, neither here nor in the file.',
    remedy: 'Open it with the newer version.',
  },
  'dataset-newer': {
    title: 'This dataset was written by a newer version of Stet',
    meaning: 'What it says can’t be understood for certain here, so nothing more of it is read.',
    remedy: 'Bring it in with the newer version, or have it written by this one.',
  },
  'answer-newer': {
    title: 'This answer was made with a newer version of Stet',
    meaning: 'What it says can’t be understood for certain here, so nothing of it is brought in.',
    remedy: 'Bring it in with the newer version.',
  },
  'text-changed': {
    title: 'The text of this article has changed',
    meaning:
      'Annotations whose words still stand, for certain, were carried along. The others are kept aside until you decide.',
    remedy: 'Review them: one key a decision.',
  },
  'text-read-anew': {
    title: 'The same file is read in another way than when it was annotated',
    meaning:
      'A newer version of Stet, or another encoding, makes another text of it. Annotations whose words still stand, for certain, were carried along. The others are kept aside until you decide.',
    remedy: 'Review them: one key a decision.',
  },
  'history-damaged': {
    title: 'The history of this device is damaged',
    meaning: 'The file that it belongs to is whole. What was recorded after the damage is set aside, not deleted.',
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
    meaning: 'The change would have undone later work here, so this article was left as it is.',
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
  'change-too-large': {
    title: 'This change is too large to be made at once',
    meaning:
      'What is about to be changed is written down first, and that would be more than can be read again. Nothing was changed.',
    remedy: 'Make it in fewer articles at a time.',
  },
  'change-under-way': {
    title: 'A change of many articles is still being made',
    meaning: 'It is made in the name of whoever began it, so somebody else can annotate here only afterwards.',
    remedy: 'Wait until it is done, or cancel it.',
  },
  'unknown-ticket': {
    title: 'This article is not open any more',
    meaning: 'The folder was closed or has changed since. Nothing was changed.',
    remedy: 'Choose the article again.',
  },
} satisfies Record<ProblemKind, ProblemText>
