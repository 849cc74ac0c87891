import type { JsonObject } from '../json/json.ts'

/** An article that somebody is to annotate. */
export interface Assignment {
  readonly id: string
  /** Path inside the workspace, with `/`. */
  readonly article: string
  /** Id of an annotator. */
  readonly annotator: string
}

/**
 * A sealed coding: several annotators each annotate the same articles, and Stet shows
 * nobody the layers of the others in an article before all of them are done with it.
 */
export interface Round {
  readonly id: string
  readonly name: string
  readonly annotators: readonly string[]
  /** Paths inside the workspace, with `/`. */
  readonly articles: readonly string[]
  /** ISO 8601, UTC. */
  readonly begun: string
  /** Since when it is sealed no more, though not all were done; undefined where nobody opened it. */
  readonly opened?: string
  /** Id of the annotator who opened it. */
  readonly openedBy?: string
}

/** That somebody was done with an article of a sealed coding, and what their layer said then. */
export interface Seal {
  readonly id: string
  /** Id of the round. */
  readonly round: string
  readonly article: string
  readonly annotator: string
  /** SHA-256 of `layerSays`. */
  readonly sha256: string
  /** What `layerSays` was asked for: 2 with whose layer it is and of which round; undefined without that, as in the first seals. */
  readonly version?: number
  /** ISO 8601, UTC, by the clock of whoever sealed. */
  readonly at: string
}

/** An assignment out of its record, which has passed the schema. */
export function assignmentOf(record: JsonObject): Assignment {
  return { id: text(record, 'id'), article: text(record, 'article'), annotator: text(record, 'annotator') }
}

export function roundOf(record: JsonObject): Round {
  return {
    id: text(record, 'id'),
    name: typeof record['name'] === 'string' ? record['name'] : '',
    annotators: record['annotators'] as readonly string[],
    articles: record['articles'] as readonly string[],
    begun: text(record, 'begun'),
    ...(typeof record['opened'] === 'string' ? { opened: record['opened'] } : {}),
    ...(typeof record['openedBy'] === 'string' ? { openedBy: record['openedBy'] } : {}),
  }
}

export function sealOf(record: JsonObject): Seal {
  return {
    id: text(record, 'id'),
    round: text(record, 'round'),
    article: text(record, 'article'),
    annotator: text(record, 'annotator'),
    sha256: text(record, 'sha256'),
    ...(typeof record['version'] === 'number' ? { version: record['version'] } : {}),
    at: text(record, 'at'),
  }
}

function text(record: JsonObject, key: string): string {
  return record[key] as string
}
