// Problem -> status and application/problem+json (RFC 9457). The only place that knows status codes.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from './domain/problem.ts'
import type { Env } from './env.ts'

const table: Record<Problem['code'], [ContentfulStatusCode, string]> = {
  'input.invalid': [400, 'The input is not what this API takes'],
  'body.not-json': [400, 'The body is not JSON'],
  'token.missing': [401, 'Missing or invalid token'],
  'token.invalid': [401, 'Missing or invalid token'],
  insufficient_scope: [403, 'The token lacks a scope'],
  'client.unknown': [403, 'This application is not known here'],
  'caller.machine': [403, 'A machine has no timesheet of its own'],
  'account.mismatch': [403, 'The token is of another person'],
  'identity.mismatch': [403, 'The ID token is of somebody else'],
  'person.deactivated': [403, 'This person may no longer use the timesheets'],
  'week.own': [403, 'Nobody decides on their own week'],
  'person.own': [403, 'Nobody moves their own sign-in'],
  'week.not-yours': [403, 'You may not act for this person'],
  'entry.unknown': [404, 'There is no such entry'],
  'late.unknown': [404, 'There is no such late hour'],
  'person.unknown': [404, 'There is no such person'],
  'route.unknown': [404, 'There is nothing at this address'],
  'method.unknown': [405, 'This address does not take that method'],
  'entry.exists': [409, 'An entry with this id exists'],
  'project.exists': [409, 'A project with this id exists'],
  'late.exists': [409, 'This late hour exists'],
  'late.settled': [409, 'This late hour was decided already'],
  'person.exists': [409, 'This person exists'],
  'week.submitted': [409, 'The week is submitted'],
  'week.approved': [409, 'The week is approved'],
  'week.not-submitted': [409, 'The week is not submitted'],
  'history.restored': [410, 'The history of this server is another one now'],
  'rights.changed': [410, 'What the caller may see has changed'],
  'entry.stale': [412, 'The entry has changed since'],
  'project.stale': [412, 'The project has changed since'],
  'late.stale': [412, 'The late hour has changed since'],
  'person.stale': [412, 'The person has changed since'],
  'week.stale': [412, 'The week has changed since'],
  'body.too-large': [413, 'The body is too large'],
  'body.type': [415, 'The body must be application/json'],
  'project.unknown': [422, 'There is no such project'],
  'project.archived': [422, 'The project is archived'],
  'project.not-yours': [422, 'The project takes hours of its members only'],
  'person.email-taken': [422, 'Somebody else has this e-mail address'],
  'entry.overlaps': [422, 'Another entry covers some of these minutes'],
  'day.crowded': [422, 'The day holds too many entries'],
  'week.crowded': [422, 'The week holds too many late hours or comments'],
  'day.full': [422, 'A day has 24 hours'],
  'change.reused': [422, 'This id was used for something else'],
  'precondition.missing': [428, 'Say which version you saw: If-Match'],
  fault: [500, 'Something went wrong here'],
  'configuration.missing': [503, 'This server is not configured'],
  'tenant.unavailable': [503, 'The tenant cannot be reached'],
  'store.busy': [503, 'Others are writing just now'],
}

/** The answer to a request that met this problem; `current` is the state of the thing it was about. */
export function problemResponse(c: Context<Env>, problem: Problem, current?: unknown): Response {
  const [status, title] = table[problem.code]
  for (const [name, value] of headersOf(problem)) c.header(name, value)
  const members = {
    type: 'about:blank',
    title,
    status,
    ...problem,
    ...(current !== undefined && { current }),
  }
  return c.body(JSON.stringify(members), status, { 'content-type': 'application/problem+json' })
}

function headersOf(problem: Problem): [name: string, value: string][] {
  if ('retryAfter' in problem) return [['retry-after', String(problem.retryAfter)]]
  switch (problem.code) {
    // RFC 6750, section 3.1: no error attribute when no token came.
    case 'token.missing':
      return [['www-authenticate', 'Bearer']]
    case 'token.invalid':
      return [
        ['www-authenticate', 'Bearer error="invalid_token", error_description="Missing or invalid token"'],
      ]
    case 'insufficient_scope':
      return [['www-authenticate', `Bearer error="insufficient_scope", scope="${problem.scope}"`]]
    case 'method.unknown':
      return [['allow', problem.allowed.join(', ')]]
    default:
      return []
  }
}
