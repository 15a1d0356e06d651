// The product's sign and name.
import { text } from '../messages.ts'
import { Mark } from './icon.tsx'

export const Brand = () => (
  <p class="brand">
    <Mark />
    {text.product}
  </p>
)
