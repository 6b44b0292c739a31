import type { Role } from '#shared/model/interaction.ts';

const roles: Record<string, Role> = { AGENT: 'agent', CUSTOMER: 'customer', SYSTEM: 'system', CUSTOM_BOT: 'bot', BOT: 'bot', SUPERVISOR: 'agent' };
const names: Record<Role, string> = { agent: 'Agent', customer: 'Customer', system: 'System', bot: 'Bot', ivr: 'IVR', unknown: 'Speaker' };

/** Amazon's `ParticipantRole`; `undefined` for one that is not known, so that wording may decide. */
export function amazonRole(participantRole: string | undefined): Role | undefined {
  const key = participantRole?.toUpperCase() ?? '';
  return Object.hasOwn(roles, key) ? roles[key] : undefined;
}

/** What to call a participant without a name of their own. */
export function amazonSpeaker(participantRole: string | undefined): string {
  const role = amazonRole(participantRole);
  return role === undefined ? (participantRole ?? 'Speaker') : names[role];
}
