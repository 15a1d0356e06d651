// A D1 binding like the real one, with somebody who watches what comes back from it.
import { env } from 'cloudflare:workers'

type Watch = (results: readonly { meta: D1Meta }[]) => void | Promise<void>
type Session = Pick<D1DatabaseSession, 'prepare' | 'batch'>

/** The real binding; `watch` sees the results of each call, after their commit, and may throw in the network's place. */
export function watched(watch: Watch): D1Database {
  const statement = (inner: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        if (name === 'all' || name === 'run') return () => seen(target.all())
        if (name === 'raw') return async () => (await seen(target.all<object>())).results.map(Object.values)
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const seen = async <Row>(answer: Promise<D1Result<Row>>) => {
    const result = await answer
    await watch([result])
    return result
  }
  const wrap = (inner: Session) => ({
    prepare: (query: string) => statement(inner.prepare(query)),
    batch: async <Row>(statements: D1PreparedStatement[]) => {
      const results = await inner.batch<Row>(statements)
      await watch(results)
      return results
    },
  })
  return new Proxy(env.DB, {
    get: (target, name) =>
      name === 'withSession' ? (mark: string) => wrap(target.withSession(mark)) : Reflect.get(target, name),
  })
}

/** What requests cost: calls, rows read and rows written, index rows included, as the bill counts them. */
export function counting() {
  const cost = { calls: 0, read: 0, written: 0 }
  const DB = watched((results) => {
    cost.calls++
    for (const { meta } of results) {
      cost.read += meta.rows_read
      cost.written += meta.rows_written
    }
  })
  /** The cost of one piece of work. */
  const costOf = async (work: () => Promise<unknown>) => {
    Object.assign(cost, { calls: 0, read: 0, written: 0 })
    await work()
    return { ...cost }
  }
  return { DB, costOf }
}

/** Lets somebody act once between a request's reading and its writing. */
export function meddling(act: () => Promise<unknown>): D1Database {
  let isOver = false
  return watched(async (results) => {
    const isReading = results.length > 1 && results.every(({ meta }) => meta.rows_written === 0)
    if (!isReading || isOver) return
    isOver = true
    await act()
  })
}

/** Loses the answer of the next `times` calls that wrote something: committed, and nobody was told. */
export function losing(times: number): D1Database {
  let left = times
  return watched((results) => {
    const hasWritten = results.some(({ meta }) => meta.rows_written > 0)
    if (hasWritten && left-- > 0) throw new Error('D1_ERROR: Network connection lost.')
  })
}
