import { describe, expect, test } from 'vitest';
import { findRoles, type Spoken } from '#engine/importers/transcripts/roles.ts';
import { isGenericLabel, roleOfLabel } from '#engine/importers/transcripts/speaker-labels.ts';

const said = (...turns: [string, string][]): Spoken[] => turns.map(([speaker, text]) => ({ speaker, text }));

describe('roles', () => {
  test('labels decide, whatever is said', () => {
    expect(findRoles(said(['AGENT_1', 'x'], ['Caller', 'y'], ['agent 1', 'z']))).toEqual({ roles: ['agent', 'customer', 'agent'], sure: true, swapped: false });
  });

  test('with two voices and one label the other is the other side', () => {
    expect(findRoles(said(['Agent', 'x'], ['Tom Okafor', 'y']))).toMatchObject({ roles: ['agent', 'customer'], sure: true });
    expect(findRoles(said(['Customer', 'x'], ['Priya', 'y'], ['Bot', 'z']))).toMatchObject({ roles: ['customer', 'agent', 'bot'], sure: true });
  });

  test('without labels, unmistakable wording of exactly one voice decides', () => {
    expect(findRoles(said(['Speaker 1', 'Yes?'], ['Speaker 2', 'Thank you for calling Northwind, how can I help you?']))).toMatchObject({ roles: ['customer', 'agent'], sure: true });
    expect(findRoles(said(['spk_0', 'Energiewerk, was kann ich für Sie tun?'], ['spk_1', 'Guten Tag.']))).toMatchObject({ roles: ['agent', 'customer'], sure: true });
  });

  test.each([
    ['nobody speaks like an agent', said(['Speaker 1', 'Hello.'], ['Speaker 2', 'Hi.'])],
    ['both do', said(['Speaker 1', 'How can I help you?'], ['Speaker 2', 'How can I help you?'])],
    ['there are three voices', said(['Speaker 1', 'How can I help you?'], ['Speaker 2', 'Hi.'], ['Speaker 3', 'Hm.'])],
    ['there is one voice', said(['Speaker', 'How can I help you?'])],
  ])('unsure when %s', (_name, turns) => {
    const { roles, sure } = findRoles(turns);
    expect(sure).toBe(false);
    expect(new Set(roles)).toEqual(new Set(['unknown']));
  });

  test('swapped labels are noticed and make the roles unsure', () => {
    const turns = said(['Customer', 'Thank you for calling, how can I help?'], ['Agent', 'My order is late.']);
    expect(findRoles(turns)).toEqual({ roles: ['customer', 'agent'], sure: false, swapped: true });
    expect(findRoles(said(['Customer', 'Thank you for calling me back.'], ['Agent', 'How can I help you?'])).swapped).toBe(false);
  });

  test('labels of services are agents, of numbered voices nobody', () => {
    expect([roleOfLabel('Customer Service'), roleOfLabel('Client'), roleOfLabel('Virtual Agent'), roleOfLabel('Tom'), roleOfLabel('Customer Care Team')]).toEqual(['agent', 'customer', 'bot', null, 'agent']);
    expect(['Speaker 1', 'spk_0', 'A', 'Channel 2', 'S12', 'F_S12', 'Unknown Speaker'].every(isGenericLabel)).toBe(true);
    expect(['Priya', 'Agent', 'Bo'].some(isGenericLabel)).toBe(false);
  });
});
