import type { TagMap } from './tagMap.ts'

/** Test ground: how attributions as frames of source, cue and content become claims that are attributed to actors. */
export const attributions: TagMap = {
  tags: {
    Content: { to: 'claim' },
    Source: { to: 'actor' },
    Discard: { drop: true },
    Discuss: { drop: true },
  },
  attributes: {},
  links: {},
  frames: [
    {
      ...{ frame: 'Attribution', link: 'attributed-to', from: 'Content', to: 'Source', cue: 'Cue' },
      without: { answers: { source: 'unknown' } },
    },
    {
      ...{ frame: 'Attribution-no-source', link: 'attributed-to', from: 'Content', to: 'Source', cue: 'Cue' },
      without: { to: 'author' },
    },
  ],
}
