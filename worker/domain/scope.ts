// What a token may allow. The tenant grants scopes; this API only reads them.
import * as v from 'valibot'

export const scopes = [
  'read:timesheets',
  'create:timesheets',
  'delete:timesheets',
  'approve:timesheets',
  'manage:projects',
  'manage:people',
] as const

export const Scope = v.picklist(scopes)
export type Scope = v.InferOutput<typeof Scope>

/** Whether what somebody was granted holds a scope; among it may be words of other APIs. */
export const allows = (granted: readonly string[], scope: Scope): boolean => granted.includes(scope)

/** Those of the given words that are scopes of this API. */
export const scopesIn = (words: readonly string[]): ReadonlySet<Scope> =>
  new Set(words.filter((word): word is Scope => v.is(Scope, word)))
