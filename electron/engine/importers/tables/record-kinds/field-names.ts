/** Column names that several kinds share, in English, German, French, Spanish and Dutch, plain (see `plainName`). */
export const interactionIdNames = [
  'interaction id', 'call id', 'contact id', 'conversation id', 'ticket id', 'ticket no', 'ticket number', 'ticket', 'case id', 'case number', 'case no', 'session id', 'chat id', 'ucid',
  'call reference', 'interaction reference', 'contact reference', 'recording id', 'call key', 'interaction', 'interaction external id', 'engagement id', 'connid', 'anruf id', 'gesprachs id', 'gesprachsnummer', 'vorgang',
  'vorgangs id', 'vorgangsnummer', 'ticketnummer', 'ticket nr', 'fallnummer', 'kontakt id', 'interaktions id', 'id interaction', 'identifiant interaction', 'id appel', 'numero appel',
  'numero de dossier', 'id interaccion', 'id llamada', 'id contacto', 'numero de caso', 'gesprek id', 'interactie id', 'contact nummer', 'zaaknummer',
] as const;

export const customerIdNames = [
  'customer id', 'customer number', 'customer no', 'customer', 'customer external id', 'client id', 'client number', 'account id', 'account number', 'account no', 'member id', 'subscriber id', 'crm id', 'kunden id', 'kundennummer', 'kunden nr', 'kunde',
  'id client', 'identifiant client', 'numero client', 'id cliente', 'numero de cliente', 'cliente', 'klant id', 'klantnummer', 'caller id', 'consumer id',
] as const;

export const agentIdNames = [
  'agent id', 'agent', 'agent external id', 'advisor id', 'adviser id', 'advisor', 'representative id', 'rep id', 'employee id', 'user id', 'agent number', 'agent login', 'mitarbeiter id', 'mitarbeiternummer', 'mitarbeiter',
  'agenten id', 'bearbeiter', 'id agent', 'matricule', 'conseiller', 'id agente', 'agente', 'medewerker id', 'medewerker',
] as const;

export const sentAtNames = [
  'sent at', 'sent', 'sent date', 'date sent', 'invited at', 'invitation date', 'invitation sent', 'survey sent', 'survey sent at', 'gesendet am', 'versendet am', 'versand', 'envoye le', 'date envoi', 'enviado', 'fecha envio', 'verzonden op',
] as const;

export const answeredAtNames = [
  'answered at', 'answered', 'completed at', 'completed on', 'completion date', 'submitted at', 'submit date', 'submit date utc', 'submission date', 'response date', 'responded at', 'end date', 'recorded date', 'date submitted',
  'survey date', 'timestamp', 'zeitstempel', 'beantwortet am', 'antwortdatum', 'ausgefullt am', 'repondu le', 'date de reponse', 'horodateur', 'respondido', 'fecha de respuesta', 'marca temporal', 'beantwoord op',
] as const;

export const teamNames = ['team', 'team name', 'group', 'agent group', 'department', 'gruppe', 'abteilung', 'equipe', 'equipo', 'afdeling'] as const;
export const productNames = ['product', 'product name', 'product line', 'service', 'tariff', 'plan', 'contract', 'produkt', 'tarif', 'produit', 'producto', 'artikel'] as const;
export const noteNames = ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'feedback', 'coaching note', 'bemerkung', 'bemerkungen', 'kommentar', 'notiz', 'anmerkung', 'commentaire', 'remarque', 'comentario', 'nota', 'opmerking'] as const;
export const ownerNames = ['owner', 'owner unit', 'owning unit', 'business unit', 'unit', 'responsible', 'responsible unit', 'verantwortlich', 'verantwortliche einheit', 'bereich', 'eigner', 'responsable', 'unidad', 'eigenaar'] as const;
export const controllableByNames = ['controllable by', 'controllable', 'controlled by', 'beeinflussbar durch', 'steuerbar durch', 'controlable par', 'controlable por', 'beinvloedbaar door'] as const;
export const preventableNames = ['preventable', 'avoidable', 'vermeidbar', 'evitable', 'evitable o no', 'vermijdbaar'] as const;
export const currencyNames = ['currency', 'currency code', 'wahrung', 'devise', 'moneda', 'divisa', 'valuta'] as const;
export const amountNames = ['amount', 'value', 'revenue', 'price', 'total', 'net amount', 'sum', 'betrag', 'umsatz', 'preis', 'summe', 'montant', 'prix', 'importe', 'precio', 'bedrag'] as const;
