// What comes in with a request, read once: the body within its limits, parameters, and the person who calls.
import type { Context } from 'hono'
import * as v from 'valibot'
import { bytesPerBody } from '../domain/sync.ts'
import { Refused } from '../domain/problem.ts'
import { Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { issuesOf, oneByField } from '../intake.ts'
import * as people from '../store/people.ts'

/** The value as the schema has it; throws `input.invalid` with the path and reason of each field. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, oneByField)
  if (result.success) return result.output
  throw new Refused({ code: 'input.invalid', issues: issuesOf(result.issues) })
}

/** The JSON body, parsed. Throws `body.type`, `body.too-large`, `body.not-json`, `input.invalid`. */
export async function bodyOf<Schema extends v.GenericSchema>(c: Context<Env>, schema: Schema) {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json *(;|$)/i.test(type)) throw new Refused({ code: 'body.type' })
  return parse(schema, fromJson(await textOf(c.req.raw)))
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused({ code: 'body.not-json' })
  }
}

/** Reads no further than the limit, whatever Content-Length claims. */
async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let size = 0
  let text = ''
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > bytesPerBody) throw new Refused({ code: 'body.too-large', limit: bytesPerBody })
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Refused({ code: 'body.not-json' })
    throw error
  }
}

/** The `:id` of the path. An id that cannot be one is an address where there is nothing. */
export function idOf(c: Context<Env>): string {
  const id = v.safeParse(Uuid, c.req.param('id'))
  if (!id.success) throw new Refused({ code: 'entry.unknown' })
  return id.output
}

/** The person who calls, made on their first call. Throws `person.deactivated`. */
export async function personOf(c: Context<Env>) {
  const { db, caller, seal } = c.var
  const [known] = await people.byIdentity(db, caller)
  const id = () => seal.personId(caller.issuer, caller.subject)
  const person = known ?? (await people.provision(db, caller, await id()))
  if (!person) throw new Error('a person was provisioned and not found')
  people.mustBe(person.id, person)
  return person
}
