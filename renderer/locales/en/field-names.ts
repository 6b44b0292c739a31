/**
 * What a column can go to, by the field's name: under its kind of table where the name means something else there, else under `any`.
 */
export const fieldNames = {
  any: {
    abandoned: 'Abandoned', acwMs: 'After-call work', agentExternalId: 'Agent ID', agentName: 'Agent name', amount: 'Amount',
    answeredAt: 'Answered at', at: 'At', category: 'Cost category', channel: 'Channel', codeKind: 'Kind', coder: 'Coder', colour: 'Colour',
    comment: 'Comment', completed: 'Completed', consentQuotes: 'May be quoted', controllableBy: 'Controllable by', currency: 'Currency',
    customerExternalId: 'Customer ID', customerName: 'Customer name', date: 'Date', definition: 'Definition', dimension: 'Dimension',
    direction: 'Direction', durationMs: 'Duration', emotional: 'Emotional score', endMs: 'End', evaluatedAt: 'Evaluated at',
    evaluator: 'Evaluator', evidenceMs: 'Heard at (one row an item)', example1: 'Example 1', example2: 'Example 2', form: 'Form',
    holdMs: 'Hold time', interactionExternalId: 'Interaction ID', item: 'Item (one row an item)', itemMax: 'Points possible (one row an item)',
    itemValue: 'Points (one row an item)', key: 'Code', language: 'Language', margin: 'Margin', month: 'Month', name: 'Name', note: 'Note',
    outcome: 'Outcome', owner: 'Owner unit', paidMinutes: 'Paid minutes', parentKey: 'Parent', passed: 'Passed',
    practicalCapacityMinutes: 'Practical capacity, minutes', preventable: 'Preventable', proactive: 'Proactive', product: 'Product',
    purchaseKind: 'Kind', purpose: 'Purpose', queue: 'Queue', quickSlot: 'Digit key', reason: 'Reason', region: 'Region',
    resolvedByAgent: 'Resolved (as the agent logged it)', respondent: 'Respondent', respondentGroup: 'Group', role: 'Role', score: 'Score',
    segment: 'Segment', sentAt: 'Sent at', severity: 'Severity', speaker: 'Speaker', startMs: 'Start', startedAt: 'Started at',
    talkMs: 'Talk time', team: 'Team', technical: 'Technical score', text: 'Text', to: 'To', transfers: 'Transfers', turn: 'Turn number',
  },
  agents: {
    externalId: 'Agent ID', since: 'Agent since',
  },
  belief_poll: {
    answer: 'Answer', question: 'Question',
  },
  customers: {
    externalId: 'Customer ID', since: 'Customer since',
  },
  interactions: {
    externalId: 'Interaction ID',
  },
  owners: {
    codeKey: 'Cause',
  },
  purchases: {
    externalId: 'Purchase ID',
  },
  quality_scores: {
    externalId: 'Evaluation ID',
  },
  survey_invitations: {
    externalId: 'Invitation ID',
  },
  surveys: {
    answer: 'Answer (one row an answer)', externalId: 'Response ID', question: 'Question (one row an answer)',
  },
  tags: {
    codeKey: 'Code',
  },
};
