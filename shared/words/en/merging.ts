import type { CopyMaker } from '../../merging/conflictCopy.ts'
import type { Changes } from '../../merging/mergeVersions.ts'
import { counted } from './saying.ts'

export const merging = {
  title: 'Merge',
  nothing:
    'Nothing has to be decided. Where your annotations were changed here and somewhere else, both versions stand here side by side.',
  decide: 'Decide…',
  left: (count: number) => (count === 0 ? 'All decided' : `${counted(count, 'decision', 'decisions')} left`),
  restOurs: 'The rest as here',
  restTheirs: 'The rest as in the file',
  carryOut: 'Merge',
  sides: { ours: 'As made here', theirs: 'As it stands in the file' },
  about: (kind: string, quote: string) => (quote ? `${kind} “${quote}”` : kind),
  layer: 'The article',
  removed: 'Removed',
  kept: (quote: string) => (quote ? `Kept: “${quote}”` : 'Kept'),
  unset: 'Not set',
  noPlace: 'Without a place in the text',
  fields: {
    '': 'removed on one side, changed or linked to on the other',
    tag: 'tag',
    spans: 'its words',
    entity: 'entity',
    note: 'note',
    status: 'progress',
    type: 'kind of the link',
    to: 'where the link leads',
    from: 'where the link begins',
    cue: 'cue',
    text: 'what it says',
    verdict: 'the verdict',
    reason: 'the reason',
    on: 'what it is about',
  },
  remarks: { comments: 'Comment', verdicts: 'Verdict' },
  project: {
    title: 'The project, stet.json',
    sides: { ours: 'As made here', theirs: 'As somebody else made it' },
    done: 'Leave it so',
    doneSaid: 'What stands in the project now stays. Both versions are kept in the history.',
  },
  statuses: { 'in-progress': 'In progress', done: 'Done', adjudicated: 'Adjudicated' },
  merged: 'Merged. Both versions are kept in the history.',
  again: 'The file was changed once more meanwhile. What is new has to be decided too.',
  git: {
    why: 'Git left two versions of your annotations in their file. What you see is both merged; what both branches changed is asked below. The file is written when you merge.',
    sides: { ours: 'In this branch', theirs: 'In the other branch' },
    restOurs: 'The rest as in this branch',
    restTheirs: 'The rest as in the other branch',
    merged: 'Merged. The file as git left it is kept beside the history; tell git that it is resolved (git add).',
    again: 'The file was changed once more meanwhile. What is new has to be decided too.',
  },
  copies: {
    title: 'Second versions of this article’s files',
    makers: {
      dropbox: 'Dropbox',
      syncthing: 'Syncthing',
      onedrive: 'OneDrive',
      nextcloud: 'Nextcloud',
      icloud: 'iCloud',
      'google-drive': 'Google Drive',
      other: 'A program that shares this folder',
    } satisfies Record<CopyMaker, string>,
    kept: {
      layer: (maker: string) => `${maker} kept a second version of your annotations`,
      facts: (maker: string) => `${maker} kept a second version of what the paragraphs are`,
      project: (maker: string) => `${maker} kept a second version of the project file stet.json`,
    },
    why: {
      layer:
        'They were changed in two places at once. Nothing is lost: merge both versions, or leave the second as it is.',
      facts:
        'It was changed in two places at once. Stet can’t merge these: compare the paragraphs with the other place, correct here what is missing, and then leave the file as it is.',
      project:
        'Codebook or entities were changed in two places at once. What is missing here can be brought in; what both say otherwise stays as it is here.',
    },
    merge: 'Merge…',
    bringIn: 'Bring in what is missing',
    broughtIn: (added: number, changed: number, otherwise: number) =>
      [
        added + changed === 0
          ? 'Nothing was missing here.'
          : `Brought in: ${[
              added > 0 && `${counted(added, 'entry', 'entries')} more`,
              changed > 0 && `${counted(changed, 'entry', 'entries')} with more in them`,
            ]
              .filter(Boolean)
              .join(', ')}. Undo takes it back.`,
        otherwise > 0 &&
          `${counted(otherwise, 'field says', 'fields say')} something else there: both stand side by side below, and what stands here stays unless you take the other.`,
      ]
        .filter(Boolean)
        .join(' '),
    later: 'Not now',
    look: 'Look at it again',
    settled: 'Dealt with',
    leave: 'Leave it as it is',
    leaveWhy: 'It isn’t offered again before it is changed. Its file stays.',
    leftSaid: 'The second version is left as it is. It is offered again only if it changes.',
    mark: 'second version',
    marks: (count: number) => `${counted(count, 'second version', 'second versions')} to merge or leave`,
    brings: ({ added, changed, removed, links, comments, verdicts, progress }: Changes) => {
      const parts = [
        added > 0 && `${counted(added, 'annotation', 'annotations')} more`,
        changed > 0 && `${counted(changed, 'annotation', 'annotations')} changed`,
        removed > 0 && `${counted(removed, 'annotation', 'annotations')} removed`,
        links > 0 && `${counted(links, 'link', 'links')} more or changed`,
        comments > 0 && `${counted(comments, 'comment', 'comments')} more or changed`,
        verdicts > 0 && `${counted(verdicts, 'verdict', 'verdicts')} more or changed`,
        progress && 'another progress',
      ].filter(Boolean)
      return parts.length > 0 ? `Merging it brings: ${parts.join(', ')}.` : ''
    },
    contradicts: (count: number) =>
      `${counted(count, 'thing was', 'things were')} changed on both sides: choose below, with 1 and 2.`,
    bringsNothing: 'It holds nothing that your annotations here don’t.',
    madeBy: (name: string) =>
      `Made by ${name} with another Stet than this: on another computer of yours, or somebody else’s. Merged, it becomes yours.`,
    sides: { ours: 'As it stands here', theirs: 'In the second version' },
    restOurs: 'The rest as here',
    restTheirs: 'The rest as in the second version',
    merged: 'Merged, as one step: undo takes all of it back. The second version’s file stays.',
    again: 'Something was changed meanwhile. What is new has to be decided too.',
    file: (name: string) => `File: ${name}`,
  },
}
