// The projects one may book on.
import type { Context } from 'hono'
import type { Env } from '../env.ts'
import * as projects from '../store/projects.ts'
import { personOf } from './input.ts'

export async function list(c: Context<Env>) {
  await personOf(c)
  const rows = await projects.all(c.var.db)
  return c.json({ projects: rows.map(({ number: _, ...project }) => project) })
}
