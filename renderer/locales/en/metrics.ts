type MetricText = { label: string; definition: string; needs: string };

const survey = 'Import surveys that ask this.';
const transcripts = 'Import transcripts of calls with times and speakers.';
const times = 'Import interactions with talk, hold and after-call time.';
const evaluations = 'Import quality scores or evaluations.';

/** Every metric by its name: what it is called, what it is, what it is worked out from. */
const metric: Record<string, MetricText> = {
  csat: { label: 'Customer satisfaction (CSAT)', definition: 'Share of satisfaction answers at or above the positive mark (4 of 5 unless the project says otherwise).', needs: survey },
  'csat-top-box': { label: 'Satisfaction, best answer', definition: 'Share giving the best answer to the satisfaction question.', needs: survey },
  'csat-bottom-two': { label: 'Satisfaction, two worst answers', definition: 'Share giving one of the two worst answers to the satisfaction question.', needs: survey },
  'csat-mean': { label: 'Satisfaction, mean', definition: 'Mean of the satisfaction answers on their own scale. A mean hides who is unhappy; read it beside the spread.', needs: survey },
  nps: { label: 'Net Promoter Score (NPS)', definition: 'Share who would recommend (9 or 10) minus share who would not (0 to 6), of all who answered the question from 0 to 10. In points, −100 to +100.', needs: survey },
  ces: { label: 'Customer effort (CES 2.0)', definition: 'Share who say 5 or more of 7 to “the company made it easy”. The older question from 1 to 5 is another measure and is not pooled with it.', needs: survey },
  'ces-mean': { label: 'Customer effort, mean', definition: 'Mean of the effort answers from 1 to 7, 7 the best.', needs: survey },
  'felt-not-repeating': { label: 'Did not have to repeat themselves', definition: 'Share giving the best answer to “I did not have to repeat myself”.', needs: survey },
  'felt-understood': { label: 'Felt understood', definition: 'Share giving the best answer to “they understood what mattered to me”.', needs: survey },
  'felt-on-my-side': { label: 'Felt someone was on their side', definition: 'Share giving the best answer to “they were on my side”.', needs: survey },
  'response-rate': { label: 'Response rate', definition: 'Completed surveys of all invitations that were sent. A low rate is not by itself a bias; Gap shows who did not answer.', needs: 'Import survey invitations beside the surveys.' },
  'quality-pass': { label: 'Passed our own check', definition: 'Share of evaluated interactions that we count as good, by our own rule. Interactions that were chosen for review, not drawn, stay out.', needs: evaluations },
  technical: { label: 'Technical score', definition: 'Mean of the technical part of evaluations, 0 to 100: right, complete, by the rules.', needs: 'Import evaluations that carry the two dimensions.' },
  emotional: { label: 'Emotional score', definition: 'Mean of the emotional part of evaluations, 0 to 100: behaviour that was heard, not a feeling that was guessed.', needs: 'Import evaluations that carry the two dimensions.' },
  fcr: { label: 'Solved at first contact', definition: 'Share of first contacts after which the customer did not come back for the same reason within the window. Contacts too recent for the window wait.', needs: 'Import interactions with customers, reasons and dates.' },
  'fcr-any-reason': { label: 'No further contact', definition: 'The same, but coming back for any reason counts as not solved.', needs: 'Import interactions with customers and dates.' },
  'fcr-censored': { label: 'Solved at first contact, estimated', definition: 'The same, by Kaplan-Meier: contacts too recent for the window count for as long as they could be followed.', needs: 'Import interactions with customers, reasons and dates.' },
  'fcr-reported': { label: 'Solved, says the customer', definition: 'Share who answered that their matter was solved.', needs: survey },
  'fcr-agent-logged': { label: 'Solved, says the agent', definition: 'Share of interactions that the agent logged as solved. Beside what customers say it is a gap of its own.', needs: 'Import interactions with the agent’s mark “resolved”.' },
  'fcr-not-reopened': { label: 'Case not opened again', definition: 'Share of handled interactions whose case was not opened again.', needs: 'Import interactions that say whether their case was reopened.' },
  'repeat-information': { label: 'Had to repeat information', definition: 'Of the interactions that were listened to and could have it (transferred, or a second contact about one issue), the share in which the customer had to say something again.', needs: 'Tag interactions while listening, with the code for repeated information.' },
  'repeat-information-all': { label: 'Had to repeat information, of all heard', definition: 'The same, of all interactions that were listened to and tagged.', needs: 'Tag interactions while listening, with the code for repeated information.' },
  'net-revenue-retention': { label: 'Revenue kept', definition: 'What the customers of the year before paid in the last year of purchases, divided by what they paid then. 1 is as much as before.', needs: 'Import purchases with customers, dates and amounts.' },
  transfer: { label: 'Transferred', definition: 'Share of handled interactions with at least one transfer. Where the number of transfers is not known, the interaction is missing, not zero.', needs: 'Import interactions with their number of transfers.' },
  'transfers-per-contact': { label: 'Transfers per contact', definition: 'Mean number of transfers of a handled interaction.', needs: 'Import interactions with their number of transfers.' },
  'bad-experience': { label: 'Customers with a bad experience', definition: 'Of customers of whom anything is known, the share with at least one bad experience in the look-back: a bad answer, a severe tag, or a third contact about one issue.', needs: 'Import surveys or tag interactions, with customers.' },
  'at-risk-high': { label: 'Customers at risk', definition: 'Of customers of whom anything is known, the share with two or more bad experiences in the look-back. The limit is a start, to be held against who really leaves.', needs: 'Import surveys or tag interactions, with customers.' },
  'at-risk-critical': { label: 'Customers at high risk', definition: 'Of customers of whom anything is known, the share with three or more bad experiences in the look-back.', needs: 'Import surveys or tag interactions, with customers.' },
  'talk-share': { label: 'Agent’s share of talking', definition: 'Mean share of the speaking time of a call that is the agent’s. A description, not a target.', needs: transcripts },
  'overtalk-share': { label: 'Talking at once', definition: 'Mean share of a call, without hold, in which both speak. A description, not a target.', needs: transcripts },
  'silence-share': { label: 'Silence', definition: 'Mean share of a call, without hold, in which nobody speaks for longer than the project’s limit. A description, not a target.', needs: transcripts },
  'silence-events': { label: 'Silences per call', definition: 'Mean number of silences longer than the project’s limit in a call.', needs: transcripts },
  'silence-hold': { label: 'Silence: on hold', definition: 'Mean seconds of a call that the customer is on hold.', needs: transcripts },
  'silence-wait': { label: 'Silence: waiting for the agent', definition: 'Mean seconds of a call in which nobody speaks and the agent then does, before the limit of dead air.', needs: transcripts },
  'silence-dead-air': { label: 'Silence: dead air', definition: 'Mean seconds of a call in which nobody speaks for longer than the limit of dead air, until the agent does.', needs: transcripts },
  'silence-thinking': { label: 'Silence: the customer thinks', definition: 'Mean seconds of a call in which nobody speaks until the customer does.', needs: transcripts },
  interruptions: { label: 'Interruptions by the agent', definition: 'Mean number of times in a call that the agent begins while the customer still speaks, and the customer gives way.', needs: transcripts },
  'longest-monologue': { label: 'Agent’s longest run', definition: 'Mean of the agent’s longest run of speech in a call, short signs of listening left aside.', needs: transcripts },
  'response-latency': { label: 'Time to answer', definition: 'Mean time from the end of the customer’s turn to the beginning of the agent’s.', needs: transcripts },
  pace: { label: 'Agent’s pace', definition: 'Mean words a minute of the agent, in calls with 10 seconds or more of the agent’s speech. A description, not a target.', needs: transcripts },
  aht: { label: 'Average handle time', definition: 'Mean of talk, hold and after-call work, where all three are known. Context: a short call that solved nothing is not cheap.', needs: times },
  'aht-median': { label: 'Handle time, median', definition: 'Half of the handled interactions take less, half take more.', needs: times },
  'aht-p90': { label: 'Handle time, nine of ten', definition: 'Nine of ten handled interactions take no longer.', needs: times },
  'aht-lower-bound': { label: 'Handle time, at least', definition: 'Mean of the parts that are known, with those that are not taken as nothing.', needs: times },
  'talk-time': { label: 'Talk time', definition: 'Mean over handled interactions that report it.', needs: times },
  'talk-time-median': { label: 'Talk time, median', definition: 'Half of the handled interactions have less, half have more.', needs: times },
  'talk-time-p90': { label: 'Talk time, nine of ten', definition: 'Nine of ten handled interactions have no more.', needs: times },
  'hold-time': { label: 'Hold time', definition: 'Mean over handled interactions that report it.', needs: times },
  'hold-time-median': { label: 'Hold time, median', definition: 'Half of the handled interactions have less, half have more.', needs: times },
  'hold-time-p90': { label: 'Hold time, nine of ten', definition: 'Nine of ten handled interactions have no more.', needs: times },
  'after-call-work': { label: 'After-call work', definition: 'Mean over handled interactions that report it.', needs: times },
  'after-call-work-median': { label: 'After-call work, median', definition: 'Half of the handled interactions have less, half have more.', needs: times },
  'after-call-work-p90': { label: 'After-call work, nine of ten', definition: 'Nine of ten handled interactions have no more.', needs: times },
};

/** The metric explorer. */
export const metrics = {
  screen: 'Metrics', title: 'Metrics', loading: 'Working out the metrics…', list: 'Metrics', metric,
  command: { go: 'Metrics' },
  group: { headline: 'Headline', further: 'Further', context: 'Context, not targets' },
  direction: { up: 'Higher is better.', down: 'Lower is better.', context: 'Context: neither high nor low is good by itself.' },
  valueRegion: 'The figure',
  n: 'n = {{n}}', xOfN: '{{x}} of {{n}}', interval: '95% interval {{interval}}', nEff_one: 'Counts like {{n}} independent one.', nEff_other: 'Counts like {{n}} independent ones.',
  coverage: '{{share}} of what is in scope could be used.',
  grey: 'Fewer than 30: read with care; no ranking, no trend.', hidden: 'Fewer than 5 stand behind it. It is hidden, because it would say more of persons than of service.',
  excluded: {
    missing_one: '{{n}} is missing a value', missing_other: '{{n}} are missing a value', invalid_one: '{{n}} is outside its scale or dated in the future and was left out', invalid_other: '{{n}} are outside their scale or dated in the future and were left out',
    unlinked_one: '{{n}} has not found its interaction', unlinked_other: '{{n}} have not found their interaction', immature_one: '{{n}} is too recent to tell', immature_other: '{{n}} are too recent to tell',
    outOfScope_one: '{{n}} is not what it measures and stays out', outOfScope_other: '{{n}} are not what it measures and stay out',
  },
 
  next: {
    UNLINKED: 'Join the surveys to their interactions on Home, under “Surveys and interactions”.', NOT_MATURE: 'Wait until the window has passed, or choose earlier dates.', ZERO_DENOMINATOR: 'Nothing in this choice can have it. Choose other dates or queues.',
    BELOW_MIN_N: 'Choose a longer period or more queues.', NO_VARIATION: 'As long as all are the same there is nothing to compare.', UNRELIABLE: 'Raters have to agree first: compare their ratings of the same interactions.',
  },
  filteredNext: 'Or choose other dates or queues: there may be figures under them.', showInteractions: 'Show interactions', import: 'Import…', home: 'To Home',
  segments: { subtitle: '{{metric}} · {{of}} · n = {{n}}', none: '{{of}}: nothing to split by', orderNote: 'Some intervals are too wide for an order of size; the rows stand by their number.', peopleNote: 'People stand in the order of their names, and only with 30 or more. Their intervals overlap more often than not; this is not a ranking.', causeNote: 'An interaction with several causes stands in each. A cause that goes with a figure is an association, not proof.' },
  months: { title: '{{metric}} by month: between {{low}} and {{high}}', one: '{{metric}} by month: only {{month}} has 30 or more', few: '{{metric}} by month: every month has fewer than 30, read with care', none: '{{metric}} by month: too few in every month to draw', subtitle: 'Value with its 95% interval, by month · n = {{n}}' },
  distribution: { title: 'How it spreads: {{finding}}', subtitle: 'All values behind the figure · n = {{n}}', part: '{{answer}}: {{share}}', answer: { 'under 30 s': 'Under 30 s', '30 s to 2 min': '30 s to 2 min', '2-5 min': '2 to 5 min', '5-10 min': '5 to 10 min', '10-20 min': '10 to 20 min', '20 min and more': '20 min and more' } },
 
};
