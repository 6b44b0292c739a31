import type { RecordKind } from '../record-kind.ts';
import { present, type AgentRecord } from '../records.ts';
import { agentIdNames, teamNames } from './field-names.ts';

/** One row an agent. */
export const agentsKind: RecordKind = {
  kind: 'agents',
  label: 'Agents and teams',
  identity: 'externalId',
  fields: [
    { field: 'externalId', label: 'Agent ID', value: 'id', names: agentIdNames, weakNames: ['id', 'number', 'nr', 'login'], isRequired: true, weight: 3 },
    { field: 'name', label: 'Name', value: 'text', names: ['agent name', 'full name', 'employee name', 'advisor name', 'mitarbeitername', 'nom agent', 'nombre del agente', 'naam medewerker'], weakNames: ['name', 'nom', 'nombre', 'naam'], weight: 1 },
    { field: 'team', label: 'Team', value: 'text', names: teamNames, weight: 2 },
    { field: 'since', label: 'Agent since', value: 'day', names: ['since', 'agent since', 'start date', 'hired', 'hire date', 'hired on', 'joined', 'eintritt', 'eintrittsdatum', 'seit', 'date d embauche', 'depuis', 'fecha de alta', 'desde', 'in dienst', 'sinds'], weight: 1 },
  ],
  build: ({ row, values }) => present<AgentRecord>({
    kind: 'agents', row, externalId: values.required('externalId'), name: values.text('name'), team: values.text('team'), since: values.text('since'),
  }),
};
