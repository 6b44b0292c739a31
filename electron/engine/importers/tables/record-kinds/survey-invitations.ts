import type { RecordKind } from '../record-kind.ts';
import { present, type SurveyInvitationRecord } from '../records.ts';
import { customerIdNames, interactionIdNames, sentAtNames } from './field-names.ts';

/** One row an invitation, answered or not: what response rates are counted from. */
export const surveyInvitationsKind: RecordKind = {
  kind: 'survey_invitations',
  label: 'Survey invitations',
  identity: 'externalId',
  fields: [
    { field: 'externalId', label: 'Invitation ID', value: 'id', names: ['invitation id', 'invite id', 'survey invitation id', 'einladung id', 'einladungs id', 'id invitation', 'id invitacion', 'uitnodiging id'], weakNames: ['id'], weight: 4 },
    { field: 'interactionExternalId', label: 'Interaction ID', value: 'id', names: interactionIdNames },
    { field: 'customerExternalId', label: 'Customer ID', value: 'id', names: customerIdNames },
    { field: 'sentAt', label: 'Sent at', value: 'moment', names: sentAtNames, isRequired: true, weight: 2 },
    { field: 'completed', label: 'Completed', value: 'yes-no', names: ['completed', 'is completed', 'responded', 'answered', 'has response', 'ausgefullt', 'beantwortet', 'complete', 'repondu', 'completada', 'respondida', 'ingevuld'], weight: 2 },
  ],
  build: ({ row, values, contentId }) => present<SurveyInvitationRecord>({
    kind: 'survey_invitations', row,
    externalId: values.text('externalId') ?? contentId(),
    interactionExternalId: values.text('interactionExternalId'), customerExternalId: values.text('customerExternalId'), sentAt: values.text('sentAt'), completed: values.flag('completed'),
  }),
};
