// Keys that never leave this device, and what is encrypted under them. Hygiene, not a wall: whoever runs script in this
// origin may use them, but a copied disk or a backup gives no token away.
import { transact } from '../data/database.ts'
import type { Device } from '../data/device.ts'
import type { Sealed } from '../data/stored.ts'

const algorithm = 'AES-GCM'

/** Encrypts under the device's key; plain where this browser cannot keep a key (Safari's lockdown and private modes). */
export async function seal(device: Device, text: string): Promise<Sealed> {
  const key = await sealingKey(device)
  if (!key) return { plain: text }
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return {
    iv,
    data: await crypto.subtle.encrypt({ name: algorithm, iv }, key, new TextEncoder().encode(text)),
  }
}

/** What was sealed, or null where its key is gone. */
export async function unseal(device: Device, sealed: Sealed): Promise<string | null> {
  if ('plain' in sealed) return sealed.plain
  const key = await storedKey(device)
  if (!key) return null
  try {
    return new TextDecoder().decode(
      await crypto.subtle.decrypt({ name: algorithm, iv: sealed.iv }, key, sealed.data),
    )
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

async function storedKey(device: Device): Promise<CryptoKey | null> {
  const key = await transact(device, 'readonly', ['keys'], (transaction) =>
    transaction.objectStore('keys').get('seal'),
  )
  return key instanceof CryptoKey ? key : null
}

/** The device's key, made at first use. It is what could be read back that counts, not what could be put. */
async function sealingKey(device: Device): Promise<CryptoKey | null> {
  const known = await storedKey(device)
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  try {
    await transact(device, 'readwrite', ['keys'], async (transaction) => {
      const keys = transaction.objectStore('keys')
      if (!(await keys.get('seal'))) await keys.put(made, 'seal')
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataCloneError') return null
    throw error
  }
  return storedKey(device)
}
