import type { RecordKind } from '../record-kind.ts';
import { present, type CostRecord } from '../records.ts';
import { amountNames, currencyNames } from './field-names.ts';

/** One row a cost category of a month, with the minutes paid for and those that can really be worked. */
export const costsKind: RecordKind = {
  kind: 'costs',
  label: 'Costs and capacity',
  fields: [
    { field: 'month', label: 'Month', value: 'month', names: ['month', 'period', 'accounting month', 'monat', 'periode', 'mois', 'mes', 'periodo', 'maand'], weakNames: ['date', 'datum'], isRequired: true, weight: 3 },
    { field: 'category', label: 'Cost category', value: 'text', names: ['cost category', 'category', 'cost type', 'cost centre', 'cost center', 'account', 'kostenart', 'kostenkategorie', 'kostenstelle', 'categorie', 'categoria', 'kostensoort'], isRequired: true, weight: 2 },
    { field: 'amount', label: 'Amount', value: 'number', names: [...amountNames, 'cost', 'costs', 'kosten', 'cout', 'couts', 'coste', 'costo'], isRequired: true, weight: 1 },
    { field: 'currency', label: 'Currency', value: 'text', names: currencyNames, isRequired: true, weight: 1 },
    { field: 'paidMinutes', label: 'Paid minutes', value: 'number', names: ['paid minutes', 'minutes paid', 'bezahlte minuten', 'minutes payees', 'minutos pagados', 'betaalde minuten'], weight: 3 },
    { field: 'practicalCapacityMinutes', label: 'Practical capacity, minutes', value: 'number', names: ['practical capacity minutes', 'practical capacity', 'capacity minutes', 'available minutes', 'praktische kapazitat', 'kapazitat minuten', 'capacite pratique', 'capacidad practica', 'praktische capaciteit'], weight: 3 },
  ],
  build: ({ row, values }) => present<CostRecord>({
    kind: 'costs', row,
    month: values.required('month'), category: values.required('category'), amount: values.number('amount') ?? 0, currency: values.required('currency').toUpperCase(),
    paidMinutes: values.number('paidMinutes'), practicalCapacityMinutes: values.number('practicalCapacityMinutes'),
  }),
};
