import type { DefaultCode } from './default-code.ts';

type Cause = readonly [key: string, name: string, controllableBy: DefaultCode['controllableBy'], definition: string, example1: string, example2: string];

/** A unit that owns causes, and its causes. Each of them could have been prevented by that unit, two apart. */
type Unit = { readonly key: string; readonly name: string; readonly definition: string; readonly causes: readonly Cause[] };

const units: readonly Unit[] = [
  {
    key: 'P', name: 'Product', definition: 'What is sold does not do what it is sold for. Choose one of the codes of this group.',
    causes: [
      ['PD', 'Product does not work', 'product', 'A product or service fails, or fails again after a repair.', 'It stopped the second day, like the first one.', 'The line has been dead since the update.'],
      ['PU', 'Product is hard to use', 'product', 'It works, and the customer cannot find out how; the instructions or the design are at fault.', 'The leaflet shows a button that mine has not got.', 'I have tried it in every order I can think of.'],
    ],
  },
  {
    key: 'B', name: 'Billing', definition: 'Money that we ask for, take or owe. Choose one of the codes of this group.',
    causes: [
      ['BW', 'Bill is wrong', 'process', 'An amount, a date or a charge on the bill is not what it should be.', 'I am being billed for a flat I left in May.', 'You charged the delivery twice.'],
      ['BU', 'Bill cannot be understood', 'process', 'The bill is right, and the customer cannot see why it is what it is.', 'What is this adjustment of forty pounds?', 'I have read both pages and still do not know what I owe.'],
      ['BR', 'Refund late or held back', 'process', 'Money that belongs to the customer has not come back in the time that was named, or has to be asked for.', 'You said five days. That was in March.', 'Why do I have to beg for my own deposit?'],
    ],
  },
  {
    key: 'Y', name: 'Policy', definition: 'A rule of ours stands in the way. Choose one of the codes of this group.',
    causes: [
      ['YR', 'Rule works against the customer', 'policy', 'A rule is applied as written and gives a result that a fair person would not defend.', 'I was one day late because your office was shut.', 'So a widow has to bring her husband to the branch?'],
      ['YE', 'Agent was not allowed to solve it', 'policy', 'The agent knew the remedy and had no authority for it: an approval, a limit, another department.', 'I would give it to you at once if the system let me.', 'My team leader has to sign that off, and she is out until Monday.'],
    ],
  },
  {
    key: 'G', name: 'Logistics', definition: 'Getting things and people to the customer. Choose one of the codes of this group.',
    causes: [
      ['GL', 'Delivery late', 'process', 'It came, or will come, after the day that was named.', 'It has been out for delivery for four days.', 'The party was on Saturday.'],
      ['GM', 'Appointment missed', 'process', 'Somebody of ours did not come, or came at another time than agreed.', 'I took the whole morning off and nobody rang the bell.', 'He came at six. The card said between nine and one.'],
      ['GX', 'Wrong or damaged goods', 'process', 'What arrived is not what was ordered, or not in one piece.', 'I ordered the left-hand door.', 'The box was open and half of it is missing.'],
    ],
  },
  {
    key: 'D', name: 'Digital', definition: 'The app, the site and the automatic line. Choose one of the codes of this group.',
    causes: [
      ['DL', 'Cannot log in', 'product', 'Passwords, codes and accounts that do not let the customer in.', 'The code goes to a number I gave up years ago.', 'It tells me that my own name does not match.'],
      ['DS', 'Could not do it online', 'product', 'The customer tried to help themselves first, and the app, site or menu failed or had no way for it.', 'I press submit and it goes back to the first page.', 'There is no option for somebody who has died.'],
      ['DC', 'Online says something else', 'process', 'What the site or app shows contradicts what we know or say here.', 'Your page says delivered, and I am looking at an empty step.', 'In the app it is free and you want six pounds.'],
    ],
  },
  {
    key: 'W', name: 'Workforce', definition: 'How service is staffed, trained and followed up. Choose one of the codes of this group.',
    causes: [
      ['WW', 'Too long to reach us', 'process', 'Queue, opening hours or unanswered messages were themselves the problem.', 'Fifty minutes of that tune.', 'I wrote three times and then I rang.'],
      ['WK', 'Answer depends on whom you ask', 'agent', 'Two of us said different things, or the first answer was wrong.', 'The gentleman yesterday told me the opposite.', 'I was told to send the form that you now say does not exist.'],
      ['WF', 'Nobody followed up', 'agent', 'Something was agreed and then not done: no call back, no note, no next step.', 'She was going to ring me on Tuesday.', 'There is nothing about it in your notes, is there?'],
    ],
  },
  {
    key: 'M', name: 'Marketing', definition: 'What we led the customer to expect. Choose one of the codes of this group.',
    causes: [
      ['MA', 'Offer promised more than it holds', 'policy', 'An advertisement, a seller or an offer raised an expectation that the product or contract does not meet.', 'The poster said for life and the small print says a year.', 'He told me in the shop that it was included.'],
      ['ML', 'Letter or message not understood', 'process', 'Something that we sent made the customer call: unclear, alarming, or sent to the wrong person.', 'It says final notice and I have paid.', 'Four pages, and I cannot find what you want me to do.'],
    ],
  },
  {
    key: 'L', name: 'Legal', definition: 'Terms, consent and identity. Choose one of the codes of this group.',
    causes: [
      ['LC', 'Leaving is made hard', 'policy', 'Ending a contract takes more effort, time or money than beginning it did.', 'I could join with two clicks and I need a letter to leave.', 'You are the third person who has tried to keep me.'],
      ['LV', 'Identity check required by law', 'policy', 'A check that the law demands stopped or slowed the matter. Not preventable by us; how it was explained is a behaviour.', 'You have known me for twenty years.', 'I do not have a passport, I do not travel.'],
    ],
  },
];

/** Demanded by law, so that no unit of ours can prevent them. */
const beyondUs: ReadonlySet<string> = new Set(['LV']);

const nobody: DefaultCode = {
  key: 'Q', name: 'Only wanted to know', kind: 'cause', dimension: null, parent: null, owner: null, controllableBy: 'customer', preventable: false,
  definition: 'A question that nothing of ours has caused and that was answered on the spot.', examples: ['I just wanted to check the date.', 'While I have you on the line.'],
};

/** Root causes under the units that own them, groups before their codes. */
export const defaultCauses: readonly DefaultCode[] = [
  ...units.flatMap(({ key: parent, name: owner, definition, causes }): DefaultCode[] => [
    { key: parent, name: owner, kind: 'cause', dimension: null, parent: null, owner: null, controllableBy: null, preventable: null, definition, examples: [] },
    ...causes.map(([key, name, controllableBy, meaning, ...examples]): DefaultCode => ({
      key, name, kind: 'cause', dimension: null, parent, owner, controllableBy, preventable: !beyondUs.has(key), definition: meaning, examples,
    })),
  ]),
  nobody,
];
