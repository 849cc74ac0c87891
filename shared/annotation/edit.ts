import type { Annotation, Link, Status, Unplaced } from './annotation.ts'
import type { Comment } from './comment.ts'
import type { Opaque } from './opaque.ts'
import type { Verdict } from './verdict.ts'

/**
 * One change to a layer, as a value. Applying it (`Layer.apply`) hands back the
 * edit that undoes it, so undo is never written by hand. Offsets are UTF-16;
 * in files an edit is written with code points (`fileEdit.ts`).
 */
export type Edit =
  | { readonly kind: 'put'; readonly annotation: Annotation }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'putLink'; readonly link: Link }
  | { readonly kind: 'removeLink'; readonly id: string }
  | { readonly kind: 'putUnplaced'; readonly unplaced: Unplaced }
  | { readonly kind: 'removeUnplaced'; readonly id: string }
  | { readonly kind: 'putComment'; readonly comment: Comment | Opaque }
  | { readonly kind: 'removeComment'; readonly id: string }
  | { readonly kind: 'putVerdict'; readonly verdict: Verdict | Opaque }
  | { readonly kind: 'removeVerdict'; readonly id: string }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'all'; readonly edits: readonly Edit[] }
