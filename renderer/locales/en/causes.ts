/** Causes, what they cost, who answers for them, and what a fee really earns. Nothing here says that one thing led to another. */
export const causes = {
  title: 'Causes', screen: 'Causes', loading: 'Working out causes…', command: { go: 'Causes' },
  empty: {
    title: 'No causes tagged', action: 'Choose interactions to listen to',
    uncoded: 'Nobody has said yet what stands behind these {{n}} interactions. Tag causes while listening; a short list of common causes is in the codebook.',
    nothing: 'There are no interactions in this period. Choose another one, or import interactions.',
  },
  finding: {
    few: 'Only {{n}} interactions carry a cause: too few to put causes in order',
    unranked: '{{n}} interactions carry a cause: their shares are too uncertain to put causes in order',
    count: '“{{name}}” stands behind the most contacts: {{share}} of those with a cause', customers: '“{{name}}” reaches the most customers: {{share}} of those with a cause',
    cost: '“{{name}}” costs the most: {{share}} of what contacts with a cause cost', harm: '“{{name}}” stands behind the most bad experiences: {{share}} of those with a cause',
    unclear: {
      count: 'No single cause stands out: “{{name}}” leads with {{share}} of contacts with a cause', customers: 'No single cause stands out: “{{name}}” reaches {{share}} of customers with a cause',
      cost: 'No single cause stands out: “{{name}}” leads with {{share}} of what contacts with a cause cost', harm: 'No single cause stands out: “{{name}}” leads with {{share}} of bad experiences',
    },
  },
  unit: { count: 'Share of contacts with a cause', customers: 'Share of customers with a cause', cost: 'Share of the cost of contacts with a cause', harm: 'Share of bad experiences with a cause' },
  period: '{{from}} to {{to}}', codedOf: '{{coded}} of {{total}} interactions carry a cause', rowDescription: '{{name}}: {{share}}, {{owner}}.',
  weight: { label: 'Weight', count: 'Contacts', customers: 'Customers', cost: 'Cost', harm: 'Bad experiences' },
  column: {
    cause: 'Cause', owner: 'Owner', share: 'Share [95% interval]', cumulative: 'Running total', contacts: 'Interactions with it', cost: 'Cost of its contacts', trend: 'Last weeks', trendWeeks: 'Last 12 weeks',
    interactions: 'Interactions', amount: { count: 'Contacts', customers: 'Customers', cost: 'Cost', harm: 'Bad experiences' },
  },
  paretoCaption: 'Causes by weight, largest first', noOwner: 'No owner', setCost: 'Import costs', uncoded: 'No cause tagged', uncodedCell: '{{n}} of {{total}} interactions: nobody said why',
  lookInto: '{{name}}: look into it', more_one: '{{count}} more cause', more_other: '{{count}} more causes',
  trend: { rising: 'rising', falling: 'falling', level: 'no clear change', unknown: 'too few' },
  vital_one: '{{count}} of {{n}} causes makes up 80% of contacts with a cause.', vital_other: '{{count}} of {{n}} causes make up 80% of what carries a cause.',
  noSum: 'A customer may meet several causes, so these shares do not add up and there is no running total.',
  rule: {
    bars: 'Strong bars could have been spared; grey ones could not, or nobody said.',
    count: 'A contact with several causes is split between them, so the bars add up.', customers: 'Each customer counts once per cause.',
    cost: 'Minutes at the price of a practical minute, with credits; a contact with several causes is split between them.', harm: 'Contacts that were a bad experience by the project’s rule, split between their causes.',
    trend: 'Rising and falling compare the last four whole weeks with the eight before, over all causes at once; one in ten of these words may be chance.',
    association: 'Causes were tagged by people who listened; a cause stands beside a contact and is no proof that it led to it.',
  },
  coded: 'With a cause', figureOf: '{{x}} of {{n}}', codedNote: 'Show those without one', range: '{{lo}} to {{hi}}',
  preventable: 'Could have been spared', preventableNote: 'Contacts that would not have been needed had something been done right earlier.', cannotTell_one: '{{n}} more contact: cannot tell.', cannotTell_other: '{{n}} more contacts: cannot tell.',
  preventableScaled: 'Of all contacts', preventableScaledNote: 'If those with a cause are like all {{total}}: 95% interval.',
  unknownBanner: '{{share}} of this is not coded or “other”. The picture may be another one once somebody has listened.',
  choose: 'Choose a cause to look into it.', ownedBy: 'Owner: {{owner}}', controllable: 'Can be changed by: {{by}}', isPreventable: 'Could have been spared', notPreventable: 'Could not have been spared', preventableUnknown: 'Nobody said whether it could have been spared',
  controllableBy: { agent: 'the agent', process: 'the process', product: 'the product', policy: 'a rule of ours', customer: 'the customer' },
  contactsWith: 'Interactions with it', badShare: 'Bad experiences among them', channel: { phone: 'Call', chat: 'Chat', email: 'E-mail', letter: 'Letter', other: 'Other' },
  moments: { title: 'Moments to hear', none: 'No moment can be shown: nothing was tagged in a transcript, or the customers refused to be quoted.', rule: 'Starred moments first, then recorded ones, then the words most this cause’s own. Names and numbers are masked.', noWords: 'No words at this place.', starred: 'starred', play: 'Hear {{id}} at {{time}}', open: 'Open {{id}}' },
  words: { title: 'Words of this cause', none: 'No word stands out from the other causes.', counts: '{{here}} here, {{elsewhere}} elsewhere', from: 'Customers’ words in {{here}} interactions with this cause beside {{elsewhere}} with others; each word counts once an interaction. Names are left out.' },
  weeks: {
    week: 'Week from', subtitle: 'Share of contacts with a cause, per week; whole weeks only', none: '{{name}}: too few contacts in every week to draw a course', noLimits: '{{name}}: fewer than 12 weeks with coded contacts, so no limits yet',
    noSignal: '{{name}}: no week stands out from the others', signals_one: '{{name}}: the week of {{weeks}} stands out', signals_other: '{{name}}: {{count}} weeks stand out, among them {{weeks}}',
    rule: 'A week outside three standard errors is a signal. A signal asks for a look; it is not yet a problem. The season is not removed.',
  },
  together: {
    title: 'On the same contacts', caption: 'Causes on the same contacts as {{name}}', here: 'With this cause', elsewhere: 'Elsewhere', interval: '[{{interval}}]', none: 'No other cause stands on five or more of these contacts.',
    more: 'More often here than elsewhere', noDifference: 'No clear difference', rule: 'Five contacts or more; compared over all causes at once. That two causes meet says nothing of which came first.',
  },
  matrix: {
    title: 'Value or irritation', help: 'Is the contact worth something to the customer, and to us? The answer says what to do with its cause (Price and Jaffe).', empty: 'None', suggested: 'suggested by the data', asSuggested: 'As the data suggest',
    place: 'Where {{name}} belongs', placed: '{{name}}: {{cell}}.',
    cell: {
      eliminate: { name: 'Eliminate', what: 'Irritates the customer, and costs us' }, automate: { name: 'Automate', what: 'Worth something to the customer, a cost to us' },
      simplify: { name: 'Simplify', what: 'Irritates the customer, worth something to us' }, leverage: { name: 'Leverage', what: 'Worth something to both' }, open: { name: 'Not placed yet', what: 'The data do not say; decide after listening' },
    },
  },
};
