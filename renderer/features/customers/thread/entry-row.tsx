import { Headphones, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { answerText } from '#renderer/ui/answer-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateText, dateTimeText, decimalText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ThreadContact, ThreadEntry } from '#shared/model/customer.ts';
import { moneyText } from '../money-text.ts';

/** The overall answers come first; the others stand beside the call in Listen. */
const mostAnswers = 4;

/** One thing that happened. Every contact opens in Listen; "said before" opens at its second. */
export function EntryRow({ entry }: { entry: ThreadEntry }) {
  return (
    <li className="thread-entry" data-entry={entry.id} data-kind={entry.kind} data-bad={entry.kind === 'contact' && entry.bad.length > 0 ? '' : undefined} tabIndex={-1}>
      {entry.kind === 'contact' ? <Contact contact={entry} /> : entry.kind === 'survey' ? <Survey survey={entry} /> : <Purchase purchase={entry} />}
    </li>
  );
}

function When({ at, hasTime }: { at: string | null; hasTime: boolean }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  return <span className="thread-when tabular">{at === null ? t('thread.noDate') : hasTime && at.length > 10 ? dateTimeText(at, locale) : dateText(at, locale)}</span>;
}

const listen = (interactionId: string, turnSeq?: number | null): void => useNavigation.getState().go('listen', { interactionId, ...(turnSeq === undefined || turnSeq === null ? {} : { turnSeq }) });

function Contact({ contact }: { contact: ThreadContact }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const { words, saidBefore, tags, bad, stars } = contact;
  const act = t(contact.hasAudio ? 'thread.listen' : 'thread.read');
  const clock = (startMs: number | null): string => (startMs === null ? t('thread.show') : durationText(startMs));
  const facts = [t(`lane.${contact.channel}`), contact.agent, contact.reason, contact.durationMs === null ? null : durationText(contact.durationMs),
    contact.customerScore === null ? null : t('thread.said', { score: decimalText(contact.customerScore, locale, 0) })].filter((fact) => fact !== null);
  return (
    <>
      <When at={contact.at} hasTime />
      <div className="thread-body">
        <p className="text-2">
          {facts.map((fact, index) => <span key={fact}>{index > 0 ? ' · ' : ''}<bdi>{fact}</bdi></span>)}
          {stars === 0 ? null : <span className="thread-stars"> <Star aria-hidden size={14} /> {t('thread.stars', { count: stars, n: countText(stars, locale) })}</span>}
        </p>
        {words === null ? <p className="text-2">{t('thread.noWords')}</p> : <p><bdi>{t('thread.quote', { text: words.text })}</bdi></p>}
        {bad.length === 0 ? null : <p className="thread-bad">{t('thread.bad', { why: new Intl.ListFormat(locale).format(bad.map((why) => t(`why.${why}`))) })}</p>}
        {saidBefore.map((moment) => (
          <p key={moment.turnSeq} className="thread-again">
            <span>{t('thread.again')}</span> <bdi>{t('thread.quote', { text: moment.text })}</bdi>{' '}
            <Button size="small" variant="quiet" aria-label={t('thread.againListen', { act: clock(moment.startMs), externalId: contact.externalId })} onPress={() => listen(contact.id, moment.turnSeq)}>{clock(moment.startMs)}</Button>
          </p>
        ))}
        {tags.length === 0 ? null : <ul className="thread-tags" aria-label={t('thread.tags')}>{[...new Map(tags.map((tag) => [tag.name, tag])).values()].map((tag) => <li key={tag.id}><bdi>{tag.name}</bdi></li>)}</ul>}
      </div>
      <Button size="small" icon={Headphones} aria-label={t('thread.listenTo', { act, externalId: contact.externalId })} onPress={() => listen(contact.id)}>{act}</Button>
    </>
  );
}

function Survey({ survey }: { survey: Extract<ThreadEntry, { kind: 'survey' }> }) {
  const { t } = useTranslation('customers');
  const writing = useWriting();
  const answers = survey.answers.filter(({ value }) => value !== null).slice(0, mostAnswers).map((answer) => t('thread.answer', { label: answer.label, value: answerText(answer, writing) }));
  return (
    <>
      <When at={survey.at} hasTime={false} />
      <div className="thread-body">
        <p className="text-2">{survey.interaction === null ? t('lane.survey') : t('thread.surveyOf', { externalId: survey.interaction })} · <bdi>{answers.join(' · ')}</bdi></p>
        {survey.comment === null || survey.comment === '' ? null : <p><bdi>{t('thread.quote', { text: survey.comment })}</bdi></p>}
      </div>
    </>
  );
}

function Purchase({ purchase }: { purchase: Extract<ThreadEntry, { kind: 'purchase' }> }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const { what, product, amount, currency } = purchase;
  return (
    <>
      <When at={purchase.at} hasTime={false} />
      <p className="text-2">{t(`purchase.${what}`)}{product === null ? null : <> · <bdi>{product}</bdi></>}{amount === null || amount === 0 ? null : ` · ${moneyText(amount, currency, locale)}`}</p>
    </>
  );
}
