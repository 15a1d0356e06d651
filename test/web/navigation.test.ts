// Everybody finds what they may use, and a phone's bar never has more than five places.
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../web/state/places.ts'
import { routeOf } from '../../worker/domain/address.ts'
import { type Scope, scopes } from '../../worker/domain/scope.ts'

const employees: Scope[] = ['read:timesheets', 'create:timesheets', 'delete:timesheets']
const placesWith = (...more: Scope[]) => placesOf((scope) => [...employees, ...more].includes(scope))
const names = (places: { screen: string }[]) => places.map(({ screen }) => screen)
const bar = (...more: Scope[]) => names(placesWith(...more).filter(({ inBar }) => inBar))
const further = (...more: Scope[]) => names(placesWith(...more).filter(({ inBar }) => !inBar))

describe('the places of the app', () => {
  it('are hours, reports and notices for Ada, who decides on nobody', () => {
    expect(bar()).toEqual(['log', 'week', 'reports', 'outbox', 'account'])
    expect(further()).toEqual(['notices'])
  })

  it('have Grace’s approvals under her thumb, and her reports one tap further', () => {
    expect(bar('approve:timesheets')).toEqual(['log', 'week', 'approvals', 'outbox', 'account'])
    expect(further('approve:timesheets')).toEqual(['reports', 'notices'])
  })

  it('show Root what is managed, each by its own right', () => {
    expect(further('manage:projects')).toEqual(['notices', 'projects'])
    expect(further('manage:people')).toEqual(['notices', 'people'])
  })

  it('offer Pay, who only reads, nothing to log with', () => {
    const pays = placesOf((scope) => scope === 'read:timesheets')
    expect(names(pays)).toEqual(['reports', 'notices', 'outbox', 'account'])
    expect(pays.every(({ inBar }) => inBar)).toBe(true)
  })

  it('are never more than five in the bar, whoever looks', () => {
    for (let rights = 0; rights < 2 ** scopes.length; rights += 1) {
      const held = new Set(scopes.filter((_, place) => rights & (1 << place)))
      expect(placesOf((scope) => held.has(scope)).filter(({ inBar }) => inBar)).toHaveLength(
        held.has('create:timesheets') || held.has('approve:timesheets') ? 5 : 4,
      )
    }
  })

  it('all lead somewhere', () => {
    for (const { screen, href } of placesOf(() => true)) expect(routeOf(href).screen).toBe(screen)
  })
})
