// A page without a screen: what the state of the app asks of its window, over a phone of its own.
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { Phone } from './platform.ts'
import type { World } from './world.ts'

/** The state's modules as a page that was just loaded has them; the page before is gone. */
export async function openPage(world: World, path = '/') {
  const phone = new Phone(world)
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('location', new URL(path, world.origin))
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined })
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => world.fetch(phone, address, init))
  vi.stubGlobal('reportError', () => undefined)
  vi.resetModules()
  const { thisDevice } = await import('../../web/data/device.ts')
  return {
    phone,
    device: thisDevice(),
    clock: await import('../../web/state/clock.ts'),
    copy: await import('../../web/state/copy.ts'),
    delivery: await import('../../web/state/delivery.ts'),
    entries: await import('../../web/state/entries.ts'),
    notice: await import('../../web/state/notice.ts'),
  }
}
