import type { RecordKind } from '../record-kind.ts';
import { present, type PurchaseRecord } from '../records.ts';
import { choicesOf } from '../values/words.ts';
import { amountNames, currencyNames, customerIdNames, productNames } from './field-names.ts';

const purchaseKinds = choicesOf({
  purchase: ['buy', 'sale', 'order', 'new', 'new contract', 'kauf', 'bestellung', 'neuvertrag', 'achat', 'commande', 'compra', 'pedido', 'aankoop'],
  renewal: ['renew', 'renewed', 'extension', 'verlangerung', 'vertragsverlangerung', 'renouvellement', 'renovacion', 'verlenging'],
  cancellation: ['cancel', 'cancelled', 'canceled', 'churn', 'churned', 'terminated', 'termination', 'kundigung', 'gekundigt', 'stornierung', 'resiliation', 'cancelacion', 'baja', 'opzegging'],
  credit: ['credit note', 'goodwill', 'compensation', 'refund', 'gutschrift', 'erstattung', 'kulanz', 'avoir', 'remboursement', 'abono', 'reembolso', 'tegoed'],
  return: ['returned', 'returns', 'retoure', 'ruckgabe', 'retour', 'devolucion'],
});

/** One row a purchase, renewal, cancellation, credit or return. */
export const purchasesKind: RecordKind = {
  kind: 'purchases',
  label: 'Purchases and cancellations',
  identity: 'externalId',
  fields: [
    { field: 'externalId', label: 'Purchase ID', value: 'id', names: ['purchase id', 'order id', 'order number', 'order no', 'transaction id', 'invoice id', 'invoice number', 'bestellnummer', 'auftragsnummer', 'rechnungsnummer', 'numero commande', 'id compra', 'numero de pedido', 'ordernummer'], weakNames: ['id'], weight: 4 },
    { field: 'customerExternalId', label: 'Customer ID', value: 'id', names: customerIdNames, isRequired: true, weight: 1 },
    { field: 'date', label: 'Date', value: 'day', names: ['date', 'purchase date', 'order date', 'transaction date', 'invoice date', 'datum', 'kaufdatum', 'bestelldatum', 'date achat', 'date de commande', 'fecha', 'fecha de compra', 'aankoopdatum'], isRequired: true, weight: 1 },
    { field: 'purchaseKind', label: 'Kind', value: 'choice', choices: purchaseKinds, names: ['kind', 'type', 'purchase kind', 'transaction type', 'order type', 'art', 'typ', 'tipo', 'soort'], weight: 2 },
    { field: 'product', label: 'Product', value: 'text', names: productNames, weight: 1 },
    { field: 'amount', label: 'Amount', value: 'number', names: amountNames, weight: 2 },
    { field: 'margin', label: 'Margin', value: 'number', names: ['margin', 'gross margin', 'contribution', 'profit', 'marge', 'deckungsbeitrag', 'margen', 'margin amount'], weight: 2 },
    { field: 'currency', label: 'Currency', value: 'text', names: currencyNames, weight: 1 },
  ],
  build: ({ row, values, contentId, isMapped }) => {
    const purchaseKind = values.text('purchaseKind');
    // A table without such a column lists purchases; an empty cell in one says nothing.
    if (purchaseKind === undefined && isMapped('purchaseKind')) return { field: 'purchaseKind', code: 'REQUIRED_MISSING', expected: `one of ${purchaseKinds.expected}`, advice: 'Fill the cell.' };
    return present<PurchaseRecord>({
      kind: 'purchases', row,
      externalId: values.text('externalId') ?? contentId(), customerExternalId: values.required('customerExternalId'), date: values.required('date'),
      purchaseKind: (purchaseKind ?? 'purchase') as PurchaseRecord['purchaseKind'],
      product: values.text('product'), amount: values.number('amount'), margin: values.number('margin'), currency: values.text('currency')?.toUpperCase(),
    });
  },
};
