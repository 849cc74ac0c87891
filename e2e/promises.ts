/** Where a promise is proven: a file of tests, stories or a programme of faults, and what it is called there; ` …` where a title goes on otherwise for each case. */
type Proof = readonly [file: string, title: string]

/** A sentence of the README, and for each thing that it says what proves it. */
export interface Promised {
  /** Word for word as the README says it. */
  readonly sentence: string
  readonly proofs: Readonly<Record<string, readonly Proof[]>>
}

const story = (name: string, title: string): Proof => [`e2e/stories/${name}.story.ts`, title]
/** A programme of faults, run for hundreds of rounds by `npm run test:faults` and for a few with every check. */
const fault = (file: string, name: string): Proof => [`e2e/faults/${file}.ts`, name]
const house = (title: string): Proof => ['e2e/houseRules.test.ts', title]

/** What Stet promises. A promise without a proof, and a proof that is gone, fail a test. */
export const promises: readonly Promised[] = [
  {
    sentence: 'What is shown as saved survives.',
    proofs: {
      'kill -9 of the program, at any instant': [
        fault('kills', 'kills'),
        story('survive', 'the program dies in a storm of edits, five times, and no acknowledged edit is lost'),
        story('arrive', 'the machine dies right after the status line said "Saved", and nothing is lost'),
        story(
          'project',
          'an edit of the project that was acknowledged survives kill -9, and is in the file at the next start',
        ),
        story(
          'bulk',
          'the program dies in the middle of a change of many articles, and all of it is done when it comes back',
        ),
      ],
      'a crash of the window': [
        fault('windows', 'windows'),
        story(
          'survive',
          'the window dies in a storm of edits: it is there again by itself with all that was acknowledged, and so is the file',
        ),
      ],
      'a full disk': [
        fault('fullDisk', 'full-disk'),
        [
          'electron/disk/realDisks.test.ts',
          'a history on a full disk ends in a whole line, and goes on once there is room',
        ],
      ],
      'what can’t be saved is said at once, stays, and is saved when the cause is gone': [
        story(
          'survive',
          'the disk is full while Ada tags: it is said at once, the work stays in the window, and is saved by itself once there is room',
        ),
        [
          'electron/saving/openArticle.test.ts',
          'an edit that cannot be saved says so, waits, and is saved when there is room again',
        ],
        ['renderer/state/recorder.test.ts', 'an edit that was refused is tried again before those that came after it'],
      ],
      'nothing is called saved that isn’t': [
        story('honest', 'nothing is said to be saved while something that is no edit yet stands in a field'),
        ['renderer/state/recorder.test.ts', 'an edit counts as saved only once the desktop has answered'],
      ],
    },
  },
  {
    sentence: 'Old bytes or new bytes, never half.',
    proofs: {
      'whichever call of the disk fails, and whenever the program dies': [
        fault('failingDisk', 'failing-disk'),
        fault('kills', 'kills'),
        ['electron/disk/replaceFile.test.ts', 'the file is whole whichever call fails …'],
        [
          'electron/disk/appendLine.test.ts',
          'the file holds just the lines that were said to be there, whichever call fails …',
        ],
        [
          'electron/saving/shorten.test.ts',
          'wherever the program dies, the old history stands there or the new one, whole',
        ],
      ],
      'everything that is written goes that way': [house('only the disk’s own room writes files')],
    },
  },
  {
    sentence: "Nobody's work is overwritten.",
    proofs: {
      'two programs at one folder': [fault('twoWriters', 'two-writers'), fault('twoProcesses', 'two-processes')],
      'sync services': [fault('syncFolder', 'sync-folder')],
      'changes outside are merged by id and field': [
        ['shared/merging/mergeSidecars.test.ts', 'fields that only one side changed end as that side left them'],
        ['shared/merging/mergeSidecars.test.ts', 'law: merging is done once, and loses nothing that either side added'],
        story('merge', 'what was changed here and outside in different fields is merged, and nobody is asked'),
        [
          'electron/saving/openProject.test.ts',
          'of a field that both changed ours is kept, theirs is told and stands in the history, and the work goes on',
        ],
      ],
      'what can’t be merged is put side by side': [
        story('merge', 'what was changed on both sides stands side by side, and one key decides'),
        story(
          'project',
          'what was changed on both sides of the project stands side by side: what was made here is kept, one key takes the other',
        ),
      ],
      'copies and conflict markers': [
        story(
          'conflictCopies',
          'Dropbox kept a second version: it is offered, merged as one step that undo takes back, and not offered again',
        ),
        story(
          'conflictCopies',
          'OneDrive kept a second version: what both changed stands side by side, and one key decides each',
        ),
        story(
          'conflictCopies',
          'Syncthing took the other version and left ours as the copy: what was done here is not lost',
        ),
        story(
          'conflictCopies',
          'git left two versions in the file: they are shown merged, asked about, and written only when Ada says so',
        ),
        ['shared/merging/conflictCopy.test.ts', 'copies of facts and of the project are known too'],
        ['shared/merging/gitConflict.test.ts', 'a file with conflict markers is taken apart into both versions'],
        [
          'shared/merging/files/mergeFiles.test.ts',
          'what both changed otherwise stands twice; the program opens it as two versions and asks that alone',
        ],
      ],
      'two windows on one layer': [
        fault('twoProcesses', 'two-processes'),
        story(
          'twoAtOnce',
          'a second Stet on one layer reads, says who has it, follows, and takes over when the first is killed',
        ),
        ['electron/saving/openArticle.test.ts', 'a second window on one layer reads, and the first goes on writing'],
        story(
          'twoAtOnce',
          'a second Stet on one layer reads, says who has it, follows, and takes over when the first is killed',
        ),
        story('twoAtOnce', 'a second Stet on one layer takes over when the article is closed in the first'),
        story('twoAtOnce', 'a layer that is open on another computer is had by a person’s word'),
      ],
      'somebody else under the same id': [
        story('hostile', 'a layer of somebody else under the same id is shown as theirs, and never written'),
      ],
    },
  },
  {
    sentence: 'Every version can be had back.',
    proofs: {
      'any moment, one annotation, one field or all of it': [
        story(
          'history',
          'what was done is gone back to, and one annotation, one field and all of it are had back, by keyboard',
        ),
        [
          'shared/history/past.test.ts',
          'a layer can be had back as it stood at every moment, in any order, and what differs from now is known',
        ],
      ],
      'who set a field, and what it was': [
        story('history', 'a field tells who set it, when and what it was, while the mouse rests on it and by a key'),
      ],
      'a cut or an alteration is seen': [
        ['shared/history/history.test.ts', 'a line that was altered, taken out or put in is seen'],
        story(
          'history',
          'a history that was altered is shown as one, with what came before, and nothing of the file is lost',
        ),
      ],
      'named versions stay': [
        [
          'shared/history/shorten.test.ts',
          'a shortened history gives the same file, and the first, every named and the last states exactly',
        ],
      ],
    },
  },
  {
    sentence: 'A changed article never moves an annotation in silence.',
    proofs: {
      'no certain place is a wrong one': [
        fault('driftProgramme', 'drift'),
        [
          'shared/placing/carry.test.ts',
          'whatever is put into whatever text: certain words stand there letter for letter, and nothing throws',
        ],
      ],
      'a list to review, and one key a decision': [
        story(
          'placing',
          'a changed article is reviewed by keys: moved, reworded, ambiguous, lost; each decision is undone; nothing is written before',
        ),
      ],
      'what is lost stays': [
        story(
          'placing',
          'what is undecided is there again after a restart, and in the tray; what is deleted comes back by undo',
        ),
      ],
      'a slip is corrected in a copy': [
        story(
          'placing',
          'a slip is corrected in a copy: the article and its annotations stay as they are, and the copy has them too',
        ),
      ],
    },
  },
  {
    sentence: 'Files from elsewhere are met with care.',
    proofs: {
      'versions, earlier and later': [
        fault('versions', 'versions'),
        story('change', 'a sidecar made by a newer Stet can be read about, and is left byte for byte as it was'),
      ],
      'unknown keys, at every level': [
        ['shared/sidecar/sidecar.test.ts', 'unknown keys survive at every level, digits and all'],
        ['electron/settings/settings.test.ts', 'keys of a newer version survive'],
      ],
      'damage: what is whole is shown, the file stays, the history rebuilds it': [
        fault('damage', 'damage'),
        story(
          'hostile',
          'what is whole of a file that can’t be taken up is shown where it stands, and the file is left byte for byte as it was',
        ),
        story(
          'hostile',
          'a sidecar that is damaged or hostile is said in plain words, and left byte for byte as it was',
        ),
        [
          'electron/saving/openArticle.test.ts',
          'a damaged sidecar is rebuilt from the history, and its bytes are kept',
        ],
        [
          'shared/sidecar/salvage.test.ts',
          'wherever a file is cut off, each annotation before the cut is there, at its words, and the file is one that can be read',
        ],
      ],
      'two of one id, places outside the text, wrong quotes': [
        ['shared/sidecar/salvage.test.ts', 'of two entries with one id both are there'],
        ['shared/sidecar/sidecar.test.ts', 'a wrong quote in the unchanged text is never painted on other words'],
        story(
          'hostile',
          'what is whole of a file that can’t be taken up is shown where it stands, and the file is left byte for byte as it was',
        ),
      ],
    },
  },
  {
    sentence: 'Hostile articles do nothing.',
    proofs: {
      'scripts, remote pictures, links to code': [
        story('hostile', 'an article full of markup is shown letter for letter, and nothing of it runs'),
      ],
      'huge lines, huge files, files that are hardly text, NULs': [
        story(
          'hostile',
          'one line of 5 MB opens and scrolls, a word in its middle is tagged, and a key is answered within a second',
        ),
        story('hostile', '64 MiB of text is a working page; one byte more is said to be too large'),
        story('hostile', 'files that are hardly text are opened and said to be odd, or refused with a reason'),
      ],
      'deep nesting, and what never ends': [
        story(
          'hostile',
          'a sidecar that is damaged or hostile is said in plain words, and left byte for byte as it was',
        ),
        ['electron/work/workbench.test.ts', 'a task that eats all memory ends as too large, and the next task is done'],
      ],
      'what turns letters round or hides is marked': [
        story(
          'hostile',
          'what turns the order of letters round, and what nobody sees, is marked where it stands and named, and no letter of it moves',
        ),
      ],
      'names that climb out, links, pipes and devices': [
        story(
          'hostile',
          'names that are hostile to lists and disks are shown as they are, and their articles tagged and saved',
        ),
        story(
          'hostile',
          'pipes, links and folders that are called .txt are listed with the reason, and never opened or followed',
        ),
        [
          'electron/disk/readBounded.test.ts',
          'what is no file is refused at once: links, folders, pipes, sockets, devices',
        ],
        ['electron/disk/replaceFile.test.ts', 'at a path that climbs out'],
        ['electron/workspace/fileNameFor.test.ts', 'what no system would take is taken out'],
        ['electron/disk/replaceFile.test.ts', 'through a folder that is a link, out of the fence or within it'],
      ],
      'a window that was taken over reaches nothing': [
        story(
          'locked',
          'whoever takes the window over gets nothing of the machine, no network, no device and no other page',
        ),
        story(
          'locked',
          'hostile calls of every name and shape write and read nothing outside the workspace, and stop nothing',
        ),
        story('locked', 'the window has the preferences that it was made for'),
        story(
          'packaged',
          'the window of a packaged Stet has the preferences that it was made for, and hostile calls reach nothing outside the folder',
        ),
        story('packaged', 'a packaged Stet opens a folder, and has the fuses that it was made with'),
        story('locked', 'for an ordinary user the window runs in Chromium’s sandbox, and doesn’t say that it doesn’t'),
      ],
    },
  },
  {
    sentence: 'Nothing leaves the machine.',
    proofs: {
      'not one packet, not one question for a name': [
        story('locked', 'not one packet leaves the machine, whatever the page tries'),
        ['electron/shell/lockdown.test.ts', 'what Chromium says by itself is silenced, line by line'],
        ['electron/shell/lockdown.test.ts', 'WebRTC speaks to nobody'],
      ],
      'no code that could': [house('nothing %s')],
    },
  },
]
