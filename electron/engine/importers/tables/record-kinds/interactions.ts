import type { RecordKind } from '../record-kind.ts';
import { present, type InteractionRecord } from '../records.ts';
import { choicesOf, readChoice } from '../values/words.ts';
import { agentIdNames, customerIdNames, interactionIdNames, productNames, teamNames } from './field-names.ts';

/** Words for channels; what is none of them is `other`, and the word itself is kept among the fields. */
const channels = choicesOf({
  phone: ['call', 'voice', 'telephone', 'tel', 'phone call', 'voice call', 'telefon', 'anruf', 'telefonat', 'appel', 'telephone fixe', 'voix', 'llamada', 'telefono', 'voz', 'telefoon', 'gesprek', 'inbound call', 'outbound call', 'callback'],
  chat: ['web chat', 'webchat', 'live chat', 'livechat', 'messaging', 'message', 'messenger', 'whatsapp', 'sms', 'text', 'in app', 'clavardage'],
  email: ['e mail', 'e-mail', 'mail', 'courriel', 'correo', 'correo electronico'],
  letter: ['post', 'brief', 'courrier', 'lettre', 'carta', 'fax'],
  other: ['unknown', 'social', 'social media', 'video', 'in person', 'branch', 'store', 'walk in', 'web form', 'form', 'kontaktformular', 'sonstige', 'autre', 'otro'],
});

const directions = choicesOf({
  inbound: ['in', 'incoming', 'inbound call', 'eingehend', 'ein', 'entrant', 'entrante', 'inkomend'],
  outbound: ['out', 'outgoing', 'outbound call', 'ausgehend', 'aus', 'sortant', 'saliente', 'uitgaand'],
});

function channelOf(text: string): string {
  const found = readChoice(text, channels);
  return typeof found === 'string' ? found : 'other';
}

/** One row an interaction: what the telephone system or the ticket system knows of it. */
export const interactionsKind: RecordKind = {
  kind: 'interactions',
  label: 'Interactions',
  identity: 'externalId',
  keepsOtherColumns: true,
  fields: [
    { field: 'externalId', label: 'Interaction ID', value: 'id', names: interactionIdNames, weakNames: ['id', 'reference', 'number', 'nr'], isRequired: true, weight: 2 },
    { field: 'channel', label: 'Channel', value: 'text', names: ['channel', 'media type', 'contact channel', 'interaction type', 'media', 'kanal', 'medium', 'canal', 'kanaal'], weakNames: ['type'], weight: 2 },
    { field: 'direction', label: 'Direction', value: 'choice', choices: directions, names: ['direction', 'call direction', 'initiation method', 'richtung', 'sens', 'direccion', 'richting'], weight: 2 },
    {
      field: 'startedAt', label: 'Started at', value: 'moment', weight: 2,
      names: ['started at', 'started', 'call started', 'start time', 'start', 'start date', 'start timestamp', 'call start', 'call date', 'call time', 'contact time', 'contact date', 'interaction date', 'initiation timestamp', 'created at', 'date time', 'datetime', 'beginn', 'startzeit', 'gesprachsbeginn', 'anrufzeit', 'datum uhrzeit', 'date heure', 'date appel', 'debut', 'fecha hora', 'fecha inicio', 'inicio', 'begintijd', 'starttijd'],
      weakNames: ['date', 'time', 'timestamp', 'datum', 'fecha', 'zeit'],
    },
    { field: 'durationMs', label: 'Duration', value: 'duration', names: ['duration', 'call duration', 'handle time', 'total duration', 'length', 'aht', 'dauer', 'gesprachsdauer', 'anrufdauer', 'duree', 'duracion', 'duur', 'gespreksduur'], weight: 2 },
    { field: 'talkMs', label: 'Talk time', value: 'duration', names: ['talk', 'talk time', 'talking time', 'conversation time', 'sprechzeit', 'gesprachszeit', 'temps de conversation', 'tiempo de conversacion', 'spreektijd'], weight: 2 },
    { field: 'holdMs', label: 'Hold time', value: 'duration', names: ['hold', 'hold time', 'customer hold time', 'haltezeit', 'wartezeit im gesprach', 'temps de mise en attente', 'tiempo en espera', 'wachtstandtijd'], weight: 2 },
    { field: 'acwMs', label: 'After-call work', value: 'duration', names: ['acw', 'acw time', 'after call work', 'after call work time', 'wrap', 'wrap up', 'wrap up time', 'nacharbeit', 'nachbearbeitung', 'nachbearbeitungszeit', 'post appel', 'trabajo posterior', 'nawerktijd'], weight: 2 },
    { field: 'queue', label: 'Queue', value: 'text', names: ['queue', 'queue name', 'skill', 'skill group', 'skillset', 'warteschlange', 'file d attente', 'file', 'cola', 'wachtrij'], weight: 2 },
    { field: 'team', label: 'Team', value: 'text', names: teamNames },
    { field: 'agentExternalId', label: 'Agent ID', value: 'id', names: agentIdNames },
    { field: 'agentName', label: 'Agent name', value: 'text', names: ['agent name', 'agent full name', 'advisor name', 'adviser name', 'representative', 'rep name', 'employee name', 'mitarbeitername', 'mitarbeiter name', 'nom agent', 'nom du conseiller', 'nombre del agente', 'naam medewerker'] },
    { field: 'customerExternalId', label: 'Customer ID', value: 'id', names: customerIdNames },
    { field: 'customerName', label: 'Customer name', value: 'text', names: ['customer name', 'client name', 'caller name', 'kundenname', 'nom client', 'nom du client', 'nombre del cliente', 'klantnaam'] },
    { field: 'reason', label: 'Reason', value: 'text', names: ['reason', 'contact reason', 'call reason', 'reason code', 'disposition', 'wrap up code', 'topic', 'subject', 'category', 'intent', 'anliegen', 'grund', 'kontaktgrund', 'anrufgrund', 'thema', 'motif', 'motif appel', 'motivo', 'asunto', 'reden', 'onderwerp'] },
    { field: 'product', label: 'Product', value: 'text', names: productNames },
    { field: 'transfers', label: 'Transfers', value: 'integer', names: ['transfers', 'transfer count', 'number of transfers', 'weiterleitungen', 'anzahl weiterleitungen', 'transferts', 'transferencias', 'doorverbindingen'], weight: 2 },
    { field: 'language', label: 'Language', value: 'text', names: ['language', 'language code', 'lang', 'locale', 'sprache', 'langue', 'idioma', 'taal'] },
    { field: 'abandoned', label: 'Abandoned', value: 'yes-no', names: ['abandoned', 'is abandoned', 'call abandoned', 'abgebrochen', 'aufgelegt', 'abandonne', 'abandonada', 'opgehangen'], weight: 2 },
    { field: 'resolvedByAgent', label: 'Resolved (as the agent logged it)', value: 'yes-no', names: ['resolved agent logged', 'agent resolved', 'resolved by agent', 'agent logged resolved', 'fcr agent', 'fcr', 'first call resolution', 'first contact resolution', 'gelost laut agent', 'erledigt'], weakNames: ['resolved', 'gelost', 'resolu', 'resuelto', 'opgelost'], weight: 2 },
    { field: 'proactive', label: 'Proactive', value: 'yes-no', names: ['proactive', 'is proactive', 'proaktiv', 'proactif', 'proactivo', 'proactief'], weight: 2 },
  ],
  build: ({ row, values, fields }) => {
    const channelText = values.text('channel');
    const channel = channelText === undefined ? undefined : channelOf(channelText);
    if (channel === 'other' && channelText !== undefined) fields['channel'] ??= channelText;
    return present<InteractionRecord>({
      kind: 'interactions', row, fields,
      externalId: values.required('externalId'),
      channel: channel as InteractionRecord['channel'],
      direction: values.text('direction') as InteractionRecord['direction'],
      startedAt: values.text('startedAt'), durationMs: values.number('durationMs'), talkMs: values.number('talkMs'), holdMs: values.number('holdMs'), acwMs: values.number('acwMs'),
      queue: values.text('queue'), team: values.text('team'), agentExternalId: values.text('agentExternalId'), agentName: values.text('agentName'),
      customerExternalId: values.text('customerExternalId'), customerName: values.text('customerName'), reason: values.text('reason'), product: values.text('product'),
      transfers: values.number('transfers'), language: values.text('language'), abandoned: values.flag('abandoned'), resolvedByAgent: values.flag('resolvedByAgent'), proactive: values.flag('proactive'),
    });
  },
};
