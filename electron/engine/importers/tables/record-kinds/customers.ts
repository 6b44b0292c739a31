import type { RecordKind } from '../record-kind.ts';
import { present, type CustomerRecord } from '../records.ts';
import { customerIdNames } from './field-names.ts';

/** One row a customer. */
export const customersKind: RecordKind = {
  kind: 'customers',
  label: 'Customers',
  identity: 'externalId',
  keepsOtherColumns: true,
  fields: [
    { field: 'externalId', label: 'Customer ID', value: 'id', names: customerIdNames, weakNames: ['id', 'number', 'nr'], isRequired: true, weight: 3 },
    { field: 'name', label: 'Name', value: 'text', names: ['customer name', 'client name', 'full name', 'kundenname', 'nom client', 'nom', 'nombre', 'klantnaam', 'naam'], weakNames: ['name'] },
    { field: 'since', label: 'Customer since', value: 'day', names: ['since', 'customer since', 'member since', 'client since', 'joined', 'join date', 'signup date', 'sign up date', 'contract start', 'kunde seit', 'vertragsbeginn', 'seit', 'client depuis', 'depuis', 'cliente desde', 'desde', 'klant sinds', 'sinds'], weight: 2 },
    { field: 'segment', label: 'Segment', value: 'text', names: ['segment', 'customer segment', 'tier', 'customer type', 'value segment', 'kundensegment', 'kundengruppe', 'segmento', 'klantsegment'], weight: 2 },
    { field: 'region', label: 'Region', value: 'text', names: ['region', 'area', 'state', 'territory', 'district', 'gebiet', 'bundesland', 'provincia', 'comunidad', 'regio'], weight: 2 },
    { field: 'consentQuotes', label: 'May be quoted', value: 'yes-no', names: ['consent quotes', 'consent to quotes', 'quote consent', 'may be quoted', 'consent', 'zitat erlaubt', 'einwilligung zitate', 'einwilligung', 'consentement', 'consentimiento', 'toestemming'], weight: 3 },
  ],
  build: ({ row, values, fields }) => present<CustomerRecord>({
    kind: 'customers', row, fields,
    externalId: values.required('externalId'),
    name: values.text('name'), since: values.text('since'), segment: values.text('segment'), region: values.text('region'), consentQuotes: values.flag('consentQuotes'),
  }),
};
