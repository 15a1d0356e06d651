// Counts what a request costs at D1: calls, rows read and rows written, index rows included, as the bill counts them.
import { env } from 'cloudflare:workers'

export interface Cost {
  calls: number
  read: number
  written: number
}

type Session = Pick<D1DatabaseSession, 'prepare' | 'batch'>

/** A binding like the real one, and what has gone through it. */
export function counting(): { DB: D1Database; cost: Cost; reset(): void } {
  const cost = { calls: 0, read: 0, written: 0 }
  const counted = <Result extends { meta: D1Meta }>(results: Result[]) => {
    cost.calls++
    for (const { meta } of results) {
      cost.read += meta.rows_read
      cost.written += meta.rows_written
    }
    return results
  }
  const statement = (inner: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        if (name === 'all' || name === 'run') return async () => counted([await target.all()])[0]
        if (name === 'raw') {
          return async () => {
            const [{ results }] = counted([await target.all<Record<string, unknown>>()]) as [D1Result<Record<string, unknown>>]
            return results.map((row) => Object.values(row))
          }
        }
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const wrap = (inner: Session) => ({
    prepare: (query: string) => statement(inner.prepare(query)),
    batch: async <Row>(statements: D1PreparedStatement[]) => counted(await inner.batch<Row>(statements)),
  })
  const DB = new Proxy(env.DB, {
    get: (target, name) => (name === 'withSession' ? (mark: string) => wrap(target.withSession(mark)) : Reflect.get(target, name)),
  })
  const reset = () => Object.assign(cost, { calls: 0, read: 0, written: 0 })
  return { DB, cost, reset }
}
