// The person who is signed in, as the API tells them.
import * as v from 'valibot'
import { Uuid } from './text.ts'

/** What GET /api/me answers. */
export const Me = v.object({
  person: Uuid,
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  scopes: v.array(v.string()),
  client: v.string(),
})
export type Me = v.InferOutput<typeof Me>
