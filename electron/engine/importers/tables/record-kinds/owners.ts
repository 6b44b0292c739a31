import type { RecordKind } from '../record-kind.ts';
import { present, type OwnerRecord } from '../records.ts';
import { controllableByNames, ownerNames, preventableNames } from './field-names.ts';

/** One row a cause: the unit that owns it, who can change it, and whether it could have been avoided. */
export const ownersKind: RecordKind = {
  kind: 'owners',
  label: 'Owners of causes',
  fields: [
    { field: 'codeKey', label: 'Cause', value: 'id', names: ['cause code', 'cause', 'cause key', 'root cause', 'root cause code', 'code', 'ursache', 'ursachencode', 'code cause', 'codigo de causa', 'causa', 'oorzaak', 'oorzaakcode'], isRequired: true, weight: 2 },
    { field: 'owner', label: 'Owner unit', value: 'text', names: ownerNames, isRequired: true, weight: 2 },
    { field: 'controllableBy', label: 'Controllable by', value: 'text', names: controllableByNames, weight: 2 },
    { field: 'preventable', label: 'Preventable', value: 'yes-no', names: preventableNames, weight: 2 },
  ],
  build: ({ row, values }) => present<OwnerRecord>({
    kind: 'owners', row, codeKey: values.required('codeKey'), owner: values.required('owner'), controllableBy: values.text('controllableBy'), preventable: values.flag('preventable'),
  }),
};
