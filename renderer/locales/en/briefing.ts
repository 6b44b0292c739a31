/** The board briefing: outline, slides, checks, export. */
export const briefing = {
  title: 'Briefing', loading: 'Writing the briefing…',
  command: { moveUp: 'Move the slide up', moveDown: 'Move the slide down', hide: 'Hide or show the slide' },
  summary_one: '{{n}} slide · {{period}}', summary_other: '{{n}} slides · {{period}}', export: 'Export…',
  outline: {
    title: 'Outline', help: 'Read alone, the titles tell the story.', hidden: 'Hidden', edited: 'Edited', up: 'Move up', down: 'Move down', hide: 'Hide', show: 'Show',
    moved: 'Now slide {{number}} of {{total}}', nowHidden: 'The slide is hidden and will not be exported.', nowShown: 'The slide is shown again.',
  },
  slide: {
    label: 'Slide {{number}} of {{total}}', hidden: 'This slide is hidden. It is kept here and left out of the file.', takeBack: 'Take the generated text back', tookBack: 'The generated text is back.', edited: 'You wrote some of this. Its figures no longer follow the data by themselves.',
    title: 'Title', lead: 'Lead', bullets: 'Points', bulletsHelp: 'One point on each line, at most 12.', edit: { title: 'Edit the title', lead: 'Edit the lead', bullets: 'Edit the points' }, save: 'Save', cancel: 'Cancel', noBullets: 'No points', noLead: 'No lead',
    saved: 'Saved.', titleNeeded: 'A slide needs a title.', tooMany: 'A slide takes at most 12 points.', tooLong: 'A point has at most 600 characters.',
    notes: 'Speaker notes', bars: { subtitle: 'Share of one whole, with its 95% interval.', of: 'Cause', share: 'Share' }, chart: { subtitle: 'n stands at the end of each row.', company: 'We rated good', customer: 'Customers rated good', of: 'Part' },
  },
  quote: { play: 'Listen to {{id}} at {{time}}', playNoTime: 'Open {{id}}', against: 'Against the message', source: '{{who}}, {{when}}', sourceNoDate: '{{who}}' },
  claims: { title: 'Figures on this slide', n: 'n = {{n}}', show: 'Show interactions', showOf: 'Show interactions: {{text}}' },
  checks: {
    title: 'Checks', ok: 'Fine', look: 'Look at this', stops: 'Stops the export', others: 'On other slides', goTo: 'Slide {{number}}: {{message}}', hidden: 'A hidden slide is not checked.',
    summary_one: '{{count}} thing to look at', summary_other: '{{count}} things to look at', summaryNone: 'All checks are fine',
  },
  empty: { title: 'Nothing to brief about yet', text: 'The briefing is written from your own figures and your customers’ own words. Import interactions, evaluations and surveys first.', import: 'Import…' },
  dialog: {
    title: 'Export the briefing', close: 'Close', cancel: 'Cancel', stop: 'Cancel the export', start: 'Export', format: 'Kind of file', what: 'Figures and date are frozen as they stand now. Hidden slides are left out; names and numbers of people are masked.',
    blocked: 'The export is stopped until this is mended:', progress: 'Drawing', slideOf: 'Slide {{done}} of {{total}}', done_one: '{{name}} is ready: {{size}}, {{slides}} slide.', done_other: '{{name}} is ready: {{size}}, {{slides}} slides.', save: 'Save again…', saved: 'Saved.', handedOver: 'It was handed to the browser, which puts it among its downloads.', notSaved: 'It was not saved yet.', saveNow: 'Save…', cancelled: 'The export was cancelled. No file was left behind.', allHidden: 'Every slide is hidden. Show at least one.',
  },
  format: { pptx: 'PowerPoint (PPTX)', pdf: 'PDF', xlsx: 'Excel (XLSX)', html: 'Web page with clips (HTML)', csv: 'Table of claims (CSV)', zip: 'Clips (ZIP)' },
};
