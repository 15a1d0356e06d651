// What comes in with a request, read once: the body within its limits, parameters, and the person who calls.
import type { Context } from 'hono'
import * as v from 'valibot'
import { bytesPerBody } from '../domain/sync.ts'
import { issuesOf, oneByField, type Problem, Refused } from '../domain/problem.ts'
import { Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { meet } from '../meet.ts'
import * as people from '../store/people.ts'

/** How many rows of a list are wanted. */
export const Limit = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(200),
)

/** A person as a path or a query names them. */
export const PersonOrMe = v.union([Uuid, v.literal('me')])

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

/** A parameter of the path, parsed. What cannot be one is an address where there is nothing: `problem`. */
export function pathOf<Schema extends v.GenericSchema<string, string>>(
  c: Context<Env>,
  name: string,
  schema: Schema,
  problem: Problem,
): string {
  const value = v.safeParse(schema, c.req.param(name))
  if (!value.success) throw new Refused(problem)
  return value.output
}

/** The `:id` of the path. */
export const idOf = (c: Context<Env>, code: `${'entry' | 'project' | 'person' | 'late'}.unknown`): string =>
  pathOf(c, 'id', Uuid, { code })

/** The person who calls, made on their first call; looked up once a request. Throws `person.deactivated`. */
export async function personOf(c: Context<Env>) {
  const { db, caller } = c.var
  if (c.var.person) return c.var.person
  const [known] = await people.byIdentity(db, caller)
  const person = known ?? (await meet(db, { ...c.var, names: null }))
  people.mustBe(person.id, person)
  c.set('person', person)
  return person
}
