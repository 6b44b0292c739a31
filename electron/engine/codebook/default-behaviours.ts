import type { DefaultCode } from './default-code.ts';

type Heard = readonly [key: string, name: string, definition: string, example1: string, example2: string];

const technical: readonly Heard[] = [
  ['TD', 'Found the true cause', 'Asks until the cause is known, not only the symptom. Missed: treats what was named first. Wrong: settles on a cause that does not fit.', 'Before I change it: did this begin when you moved?', 'Right, I have reset it. Anything else?'],
  ['TN', 'Next issue foreseen', 'Sees what the customer would have to call about next, and settles it now.', 'Your direct debit will still show the old sum once; ignore that one.', 'You will need a new card for that; shall I send it today?'],
  ['TP', 'Clear commitment', 'Says who will do what, and by when. Missed: leaves it open. Wrong: a date that nobody can keep.', 'I ring you myself on Thursday before noon.', 'Somebody will be in touch at some point.'],
  ['TS', 'Sold before solved', 'Offers a product or an upgrade while what the customer called about is not settled.', 'I cannot help with the fault, but have you seen our new bundle?', 'While that is loading: you qualify for an upgrade.'],
  ['TM', 'Made the customer do our work', 'Sends the customer to a form, a shop or another number for something that could have been done here.', 'You would have to write to them yourself.', 'Download the form, print it, and bring it to a branch.'],
];

const emotional: readonly Heard[] = [
  ['EF', 'Noticed the feeling', 'The customer shows a feeling. Taken: it is met as what it is. Missed: passed over. Wrong: brushed aside or corrected.', 'That was a fright, with the children in the house.', 'And the postcode, please?'],
  ['EK', 'Customer known', 'Uses what the company knows already, without being asked. Missed: makes a known customer a stranger.', 'You rang on Tuesday about the same parcel; I have read the notes.', 'Have you been with us before?'],
  ['ER', 'Had to repeat', 'The customer has to say again what was said before, in this contact or an earlier one.', 'I have just told your colleague all of this.', 'Shall I spell it for the third time?'],
  ['EO', 'Took ownership', 'Makes it their own matter until it is settled, and says so. Missed: passes it on.', 'You do not have to chase this. I will.', 'That is another department.'],
  ['ES', 'Script empathy', 'A sentence of sympathy that would fit any customer, in place of an answer to this one.', 'I understand your frustration.', 'I am sorry for any inconvenience caused.'],
  ['EH', 'Hid behind policy', 'A rule is given as the reason, and neither explained nor questioned.', 'That is just how the system works.', 'It is our policy, there is nothing I can do.'],
  ['EE', 'Hurried ending', 'The contact is wound up before the customer has finished: talking over, closing formula, a rating asked for too soon.', 'Is there anything else no thank you goodbye.', 'Great, so if you could give me five stars.'],
  ['EX', 'Over-familiar tone', 'A closeness that the customer has not offered: first names, jokes, endearments, false cheer.', 'No worries, my love!', 'Oh bless you, bit of a drama queen, this meter.'],
];

const behaviour = (dimension: 'technical' | 'emotional') => ([key, name, definition, ...examples]: Heard): DefaultCode => ({
  key, name, kind: 'behaviour', dimension, parent: null, owner: null, controllableBy: 'agent', preventable: null, definition, examples,
});

/** What agents do and leave: the technical side of the work, then the emotional one. */
export const defaultBehaviours: readonly DefaultCode[] = [...technical.map(behaviour('technical')), ...emotional.map(behaviour('emotional'))];

const heard: readonly Heard[] = [
  ['VH', 'Hold', 'The customer is made to wait on the line.', 'Can I put you on hold for a moment?', 'Thank you for holding.'],
  ['VT', 'Transfer', 'The customer is passed to somebody else. With the matter explained first, or cold: say which in the note.', 'I am putting you through to the right team.', 'Hello, how can I help? – I was just transferred.'],
  ['VS', 'Dead air', 'Nobody speaks for longer than ten seconds, and nobody has said why.', 'Are you still there?', 'Hello?'],
  ['VP', 'Promise made', 'One of us says that something will happen.', 'It will be on your account by Friday.', 'I will have somebody call you.'],
  ['VB', 'Promise broken', 'It becomes clear that something that one of us promised has not happened.', 'You told me it would be here on Friday.', 'Nobody called, of course.'],
  ['VA', 'Talk of leaving', 'The customer says that they will leave, or that they have begun to look elsewhere.', 'Then I shall see what the others charge.', 'This is the last time, tell them that.'],
  ['VC', 'Formal complaint', 'The customer asks for a complaint to be opened, or for somebody above.', 'I want this logged as a complaint.', 'Give me your manager.'],
];

/** What happens in a contact, whoever caused it. */
export const defaultEvents: readonly DefaultCode[] = heard.map(([key, name, definition, ...examples]): DefaultCode => ({
  key, name, kind: 'event', dimension: null, parent: null, owner: null, controllableBy: null, preventable: null, definition, examples,
}));
