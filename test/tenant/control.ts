// The tenant's handle over HTTP, for tests that run in another process or in workerd. Open only when asked for.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Tenant } from './tenant.ts'

/** Answers `POST /test/<command>` with JSON in and out; resolves to false for every other address. */
export async function answerControl(
  tenant: Tenant,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const command = /^\/test\/([\w-]+)$/.exec(request.url ?? '')?.[1]
  if (!command) return false
  const answer = await run(tenant, command, await jsonOf(request))
  response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(answer ?? null))
  return true
}

async function run(tenant: Tenant, command: string, argument: unknown): Promise<unknown> {
  switch (command) {
    case 'forge':
      return tenant.forge(argument as Parameters<Tenant['forge']>[0])
    case 'end-sessions':
      return tenant.endSessions(argument as Parameters<Tenant['endSessions']>[0]) ?? true
    case 'change':
      return tenant.change(argument as Parameters<Tenant['change']>[0]) ?? true
    case 'counts':
      return tenant.counts
    case 'log':
      return tenant.log
    default:
      return undefined
  }
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body ? JSON.parse(body) : undefined
}
