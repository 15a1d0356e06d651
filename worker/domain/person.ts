// Who a request comes from, once the token has been verified and the person is known.
import * as v from 'valibot'
import { Scope } from './scope.ts'
import { Uuid } from './text.ts'

/** A person acting through some client. A machine has no person and is never a Caller. */
export interface Caller {
  /** Our own id of the person. */
  person: string
  /** The OAuth client id the token was issued to. */
  client: string
  scopes: ReadonlySet<Scope>
}

/** What GET /api/me answers. */
export const Me = v.object({
  person: Uuid,
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  scopes: v.array(v.string()),
  client: v.string(),
})
export type Me = v.InferOutput<typeof Me>
