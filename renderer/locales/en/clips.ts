/** Clips: moments of interactions that are listened to outside the player. */
export const clips = {
  outcome: { taken: 'Taken', missed: 'Missed', wrong: 'Gone wrong', none: 'No opportunity' },
  role: { agent: 'Agent', customer: 'Customer', bot: 'Bot', ivr: 'Menu', system: 'System', unknown: 'Unclear' },
  label: '{{outcome}}: {{name}}', colleague: 'A colleague', play: 'Play', playAt: 'Play from {{time}}', stop: 'Stop', open: 'Open {{id}}',
  noSound: 'No recording: read it instead.', failed: 'The recording could not be played. The words are here.', note: 'Note: {{note}}',
  wordsLeftOut: 'The words are left out of this sheet.',
};
