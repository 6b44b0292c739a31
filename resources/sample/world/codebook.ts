/** One row of `codebook.csv`. `owner` is empty for what nobody in the company decides. */
export type CodebookEntry = {
  code: string; name: string; kind: 'cause' | 'behaviour' | 'event'; parent: string; dimension: '' | 'technical' | 'emotional';
  owner: string; controllableBy: '' | 'agent' | 'process' | 'product' | 'policy' | 'customer'; preventable: '' | 'yes' | 'no';
  definition: string; examples: readonly [string, string];
};

type Cause = readonly [code: string, name: string, parent: string, owner: string, controllableBy: CodebookEntry['controllableBy'], preventable: 'yes' | 'no', definition: string, example1: string, example2: string];

const causes: readonly Cause[] = [
  ['BE', 'Bill from an estimated reading', 'B', 'Metering', 'process', 'yes', 'The bill was made from an estimate although a reading existed or could have been had.', 'You never used the number I sent you.', 'It says E next to the reading.'],
  ['BD', 'Direct debit raised without a reason given', 'B', 'Finance', 'policy', 'yes', 'The monthly amount went up and the notice does not say why.', 'It has gone up by forty pounds and nobody says why.', 'I only saw it on my bank statement.'],
  ['BP', 'Payment not credited', 'B', 'Finance', 'process', 'yes', 'Money has left the customer and does not show on the account.', 'It left my bank on the third.', 'Your letter says I owe what I already paid.'],
  ['BF', 'Paper-bill fee', 'B', 'Finance', 'policy', 'yes', 'The charge for bills on paper that began on 3 August 2026.', 'Three pounds for an envelope.', 'I never asked to go online.'],
  ['BR', 'Refund of credit held back', 'B', 'Finance', 'policy', 'yes', 'The account is in credit and the customer has to ask, or ask again, to have it back.', 'It is my own money.', 'You said five working days, a month ago.'],
  ['MF', 'Final bill late or wrong', 'M', 'Operations', 'process', 'yes', 'After a move the last bill does not come, or uses the wrong reading or date.', 'We left in spring.', 'You are billing me for the new people.'],
  ['MR', 'New occupier not registered', 'M', 'Information technology', 'process', 'yes', 'The customer said that they moved in and the systems do not know it.', 'I filled in that form twice.', 'You have me down as The Occupier.'],
  ['MO', 'Letters for the previous occupier', 'M', 'Operations', 'process', 'yes', 'Post for somebody who left keeps coming.', 'He has not lived here for a year.', 'I send them back and you send them again.'],
  ['SO', 'Power cut', 'S', 'Network', 'product', 'no', 'The supply is off and no work was announced.', 'The whole street is dark.', 'It went off with a bang.'],
  ['SM', 'Smart meter or display not working', 'S', 'Metering', 'product', 'yes', 'The meter does not send, or the display is blank or wrong.', 'It has said searching since Christmas.', 'I am reading it with a torch.'],
  ['SP', 'Planned work announced badly', 'S', 'Network', 'process', 'yes', 'Work was planned and the notice came late, unclear or not at all.', 'The card came the same morning.', 'It said nine and it was seven.'],
  ['TE', 'End of deal not explained', 'T', 'Product', 'process', 'yes', 'The letter about the end of a fixed deal does not tell what happens next.', 'I do not know what I am on now.', 'Four pages and no price.'],
  ['TN', 'Night rate set up wrongly', 'T', 'Product', 'process', 'yes', 'Day and night hours or registers are mixed up.', 'The car charges at the day price.', 'You have the two numbers the wrong way round.'],
  ['TX', 'Exit fee not expected', 'T', 'Product', 'policy', 'yes', 'A fee for leaving a fixed deal that the customer did not know of, or should not have had.', 'Nobody told me there was a fee.', 'I was inside the last seven weeks.'],
  ['CA', 'Appointment missed', 'C', 'Field operations', 'process', 'yes', 'An engineer did not come, or came at another time.', 'I took the day off.', 'They say nobody was in. I was sat at the window.'],
  ['CP', 'Promise not kept', 'C', 'Service', 'agent', 'yes', 'Somebody of ours said that something would happen and it did not.', 'She said Tuesday, without fail.', 'I am still waiting for that call.'],
  ['CL', 'Debt letter in error', 'C', 'Finance', 'process', 'yes', 'A collection letter for money that is not owed.', 'It says bailiffs.', 'I have never missed a payment.'],
  ['CI', 'Only wanted to know', 'C', '', 'customer', 'no', 'A question that nobody caused and that was answered on the spot.', 'I just wanted to check.', 'While I have you.'],
];

const groups: readonly (readonly [code: string, name: string])[] = [
  ['B', 'Billing and payments'], ['M', 'Moving home'], ['S', 'Supply and meters'], ['T', 'Tariffs'], ['C', 'Kept and broken promises'],
];

type Behaviour = readonly [code: string, name: string, dimension: 'technical' | 'emotional', definition: string, example1: string, example2: string];

const behaviours: readonly Behaviour[] = [
  ['E1', 'Noticing', 'emotional', 'The customer shows a feeling. Taken: it is acknowledged as what it is. Missed: it is passed over. Wrong: it is brushed aside.', 'That sounds a hard month.', 'And the postcode?'],
  ['E2', 'Understanding', 'emotional', 'Reflects what it means to this customer. Wrong: a sentence from the script.', 'So the worry is the letter, more than the money.', 'I understand your frustration.'],
  ['E3', 'Knowing', 'emotional', 'Uses what the company already knows. Missed: makes the customer say it again.', 'I can see you rang on Tuesday.', 'Can you start from the beginning?'],
  ['E4', 'On their side', 'emotional', 'Takes ownership and argues for the customer. Missed: hides behind a rule.', 'Leave that fight to me.', 'That is the policy.'],
  ['T3', 'Next issue', 'technical', 'Foresees the next likely question and settles it.', 'While you are here, your deal ends in May.', 'Is there anything else?'],
  ['T4', 'Clear commitment', 'technical', 'Says who does what by when. Missed: somebody will be in touch.', 'I shall ring you on Thursday before noon.', 'Someone will be in touch.'],
];

const events: readonly (readonly [code: string, name: string, definition: string, example1: string, example2: string])[] = [
  ['VH', 'Hold', 'The customer is put on hold.', 'Can I pop you on hold?', 'Back with you now.'],
  ['VT', 'Transfer', 'The customer is passed to another agent.', 'I shall put you through.', 'You need another team.'],
  ['VR', 'Repeated information', 'The customer has to give again what was given before, in this contact or an earlier one.', 'I have just told your colleague.', 'How many times do I have to spell it?'],
  ['VC', 'Formal complaint', 'The customer asks for a complaint to be opened.', 'I want this logged as a complaint.', 'Give me the ombudsman.'],
];

/** The codebook, parents before children. */
export const codebook: readonly CodebookEntry[] = [
  ...groups.map(([code, name]): CodebookEntry => ({
    code, name, kind: 'cause', parent: '', dimension: '', owner: '', controllableBy: '', preventable: '', definition: 'A group of causes; use one of its codes.', examples: ['', ''],
  })),
  ...causes.map(([code, name, parent, owner, controllableBy, preventable, definition, example1, example2]): CodebookEntry => ({
    code, name, kind: 'cause', parent, dimension: '', owner, controllableBy, preventable, definition, examples: [example1, example2],
  })),
  ...behaviours.map(([code, name, dimension, definition, example1, example2]): CodebookEntry => ({
    code, name, kind: 'behaviour', parent: '', dimension, owner: '', controllableBy: 'agent', preventable: '', definition, examples: [example1, example2],
  })),
  ...events.map(([code, name, definition, example1, example2]): CodebookEntry => ({
    code, name, kind: 'event', parent: '', dimension: '', owner: '', controllableBy: '', preventable: '', definition, examples: [example1, example2],
  })),
];

/** Leaf causes only. */
export const leafCauses: readonly CodebookEntry[] = codebook.filter((entry) => entry.kind === 'cause' && entry.parent !== '');
