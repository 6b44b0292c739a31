import { lastDay, londonTime } from '../calendar.ts';
import { reasonTexts } from '../dialogue/all-reasons.ts';
import type { Conversation } from '../dialogue/conversation.ts';
import { expand } from '../dialogue/grammar.ts';
import { surveyComments } from '../dialogue/phrases-closing.ts';
import type { Contact, Score5 } from '../plan/contact.ts';
import type { Outcomes } from '../plan/outcomes.ts';
import { createRandom, type Random } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { type Cell, csvFile } from './csv.ts';

const invitedShare = 0.8;
const lastAskedDay = lastDay - 4;

type Asked = { sentAt: string; answeredAt: string };

/** Sent some hours after the contact (a day later where the interaction id was lost), answered within three days. */
function timesOf(contact: Contact, link: 'interaction' | 'customer', random: Random): Asked {
  const sent = contact.secondOfDay + (link === 'customer' ? random.int(26, 40) : random.int(1, 14)) * 3600 + random.int(60, 3000);
  const answered = Math.min(sent + random.int(600, 72 * 3600), (lastDay - contact.day) * 86_400 + 79_200);
  return { sentAt: londonTime(contact.day, sent), answeredAt: londonTime(contact.day, answered) };
}

function near(score: number, random: Random, spread: number): Score5 {
  return Math.max(1, Math.min(5, Math.round(score + spread * random.normal()))) as Score5;
}

/** 0-10, so that a bad experience is always 0-4 and no other contact is. */
function npsOf(contact: Contact, random: Random): number {
  const { satisfaction } = contact;
  if (contact.bad) return random.weighted([0, 1, 2, 3, 4], satisfaction === 1 ? [5, 3, 2, 1, 0] : [1, 2, 3, 4, 4]);
  return satisfaction === 5 ? random.weighted([8, 9, 10], [2, 4, 5]) : satisfaction === 4 ? random.weighted([6, 7, 8, 9], [1, 4, 5, 2]) : random.weighted([5, 6, 7], [4, 3, 3]);
}

/** 1-7, so that a bad experience is always 1-3 and no other contact is. */
function cesOf(contact: Contact, random: Random): number {
  const { satisfaction } = contact;
  if (contact.bad) return random.weighted([1, 2, 3], satisfaction === 1 ? [5, 3, 1] : [2, 4, 4]);
  return satisfaction === 5 ? random.weighted([5, 6, 7], [1, 4, 5]) : satisfaction === 4 ? random.weighted([4, 5, 6, 7], [1, 4, 4, 1]) : random.weighted([4, 5], [6, 4]);
}

function superiorOf(contact: Contact, isTop: boolean, random: Random): number {
  if (contact.script) return contact.script.superior;
  if (isTop) return 5;
  const { satisfaction } = contact;
  return satisfaction === 5 ? random.weighted([4, 3], [7, 3]) : satisfaction === 4 ? random.weighted([4, 3, 2], [3, 6, 1]) : satisfaction === 3 ? random.weighted([3, 2], [6, 4]) : random.weighted([3, 2, 1], satisfaction === 2 ? [2, 6, 3] : [0, 3, 7]);
}

function commentOf(conversation: Conversation, random: Random): string {
  const { contact } = conversation;
  if (contact.script) return contact.script.comment;
  if (!random.chance(contact.satisfaction === 3 ? 0.3 : 0.52)) return '';
  const years = Math.max(2, Math.floor((contact.day - contact.customer.sinceDay) / 365.25));
  const topic = random.pick(reasonTexts[contact.reason.id].topic);
  const slots = { agent: contact.agent.name.split(' ')[0] ?? '', years: String(years), n: String(random.int(2, 5)), small: String(random.int(18, 90)), amount: String(random.int(120, 500)), month: 'that month', month2: 'spring', weekday2: 'that day', prior: 'your colleague', street: contact.customer.street, nth: 'the third', house: String(contact.customer.house), weekday: 'that day' };
  return expand(random.pick(surveyComments[contact.satisfaction]), { ...slots, topic: expand(topic, slots, random).replace(/^./, (letter) => letter.toLowerCase()) }, random);
}

/** The items that ask how it felt; a few people skip them. */
function feltItems(conversation: Conversation, random: Random): Cell[] {
  const { contact, dialogue } = conversation;
  if (random.chance(0.05)) return ['', '', ''];
  const heard = dialogue.cue === 'taken' ? 0.7 : dialogue.cue === null ? 0 : -0.7;
  return [near(contact.satisfaction + (dialogue.repeatedInformation ? -1.2 : 0.4), random, 0.7), near(contact.satisfaction + heard - 0.1, random, 0.7), near(contact.satisfaction + heard / 2 - 0.3, random, 0.7)];
}

function responseRow(conversation: Conversation, outcomes: Outcomes, seed: number): Cell[] {
  const { contact } = conversation;
  const survey = outcomes.surveys.get(contact);
  if (!survey) return [];
  const random = createRandom(seed, `survey ${contact.id}`);
  const { sentAt, answeredAt } = timesOf(contact, survey.link, random);
  return [
    `SR-${contact.id.slice(3)}`, survey.link === 'interaction' ? contact.id : '', contact.customer.id, sentAt, answeredAt, contact.satisfaction,
    random.chance(0.06) && !contact.script ? '' : npsOf(contact, random), random.chance(0.05) && !contact.script ? '' : cesOf(contact, random), contact.bad && (contact.script !== null || random.chance(0.8)) ? 'no' : 'yes',
    ...feltItems(conversation, random), superiorOf(contact, survey.superior, random), commentOf(conversation, random),
  ];
}

/** `surveys.csv` (answers only) and `survey_invitations.csv` (everyone who was asked). */
export function surveyFiles(conversations: readonly Conversation[], outcomes: Outcomes, seed: number): SampleFile[] {
  const invitations = conversations.flatMap(({ contact }): Cell[][] => {
    const survey = outcomes.surveys.get(contact);
    const isAsked = survey !== undefined || (contact.day <= lastAskedDay && !contact.outbound && createRandom(seed, `invite ${contact.id}`).chance(invitedShare));
    if (!isAsked) return [];
    const link = survey?.link ?? 'interaction';
    const { sentAt } = timesOf(contact, link, createRandom(seed, `survey ${contact.id}`));
    return [[`SI-${contact.id.slice(3)}`, link === 'interaction' ? contact.id : '', contact.customer.id, sentAt, survey ? 'yes' : 'no']];
  });
  return [
    csvFile('surveys.csv', ['response_id', 'interaction_id', 'customer_id', 'sent_at', 'answered_at', 'csat', 'nps', 'ces', 'resolved', 'repeat_not_needed', 'understood', 'on_my_side', 'superior', 'comment'],
      conversations.filter(({ contact }) => outcomes.surveys.has(contact)).map((conversation) => responseRow(conversation, outcomes, seed))),
    csvFile('survey_invitations.csv', ['invitation_id', 'interaction_id', 'customer_id', 'sent_at', 'completed'], invitations),
  ];
}
