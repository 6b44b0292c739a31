/** The board briefing: outline, slides, checks, export. */
export const briefing = {
  title: 'Briefing', loading: 'Writing the briefing…',
  command: { moveUp: 'Move the slide up', moveDown: 'Move the slide down', hide: 'Hide or show the slide', addSlide: 'Add a slide of your own', removeSlide: 'Remove the slide of your own' },
  summary_one: '{{n}} slide · {{period}}', summary_other: '{{n}} slides · {{period}}', export: 'Export…',
  outline: {
    title: 'Outline', help: 'Read alone, the titles tell the story.', hidden: 'Hidden', edited: 'Edited', up: 'Move up', down: 'Move down', hide: 'Hide', show: 'Show', add: 'Add a slide of your own', remove: 'Remove this slide', added: 'A slide of your own was added.', removed: 'The slide was removed. Undo brings it back.',
    moved: 'Now slide {{number}} of {{total}}', nowHidden: 'The slide is hidden and will not be exported.', nowShown: 'The slide is shown again.',
  },
  template: { title: 'Tell', onePage: 'One page', sixSlides: 'Six slides', report: 'Full report', chosen: '{{name}}' },
  size: { title: 'Size', wide: '16:9', a4: 'A4', letter: 'Letter', chosen: '{{name}}' },
  look: {
    open: 'Look…', title: 'Colours, fonts and logo', what: 'They go into the master of the deck, the web page and the PDF. Charts keep two colours with one meaning each: what we believe, and what customers say.',
    company: 'Company', customer: 'Customers', accent: 'Links', headFont: 'Font of titles', bodyFont: 'Font of text', colourForm: 'Write it like #0B66A8.', fontForm: 'Letters, digits and spaces only.',
    house: 'Back to Earshot’s own', save: 'Use', noLogo: 'No logo', logo: 'Logo: {{name}}', pickLogo: 'Choose a logo…', removeLogo: 'Remove the logo',
  },
  compare: {
    open: 'Compare a file…', title: 'Compare an earlier briefing', what: 'A briefing that Earshot wrote carries its figures. Choose one (PowerPoint, PDF, Excel, web page or ZIP), and see which of its claims still hold with today’s data.', pick: 'Choose a file…', reading: 'Reading…',
    summary_one: '{{name}} of {{date}}: {{held}} of {{count}} claim holds.', summary_other: '{{name}} of {{date}}: {{held}} of {{count}} claims hold.', sameData: 'The data are the same.', otherData: 'The data have changed since.',
    caption: 'Claims then and today', claim: 'Claim', then: 'Then', today: 'Today', state: 'Does it hold?', none: 'not there',
    states: { same: 'The same', moved: 'Moved within its interval', different: 'Outside of its old interval', gone: 'Not in the briefing any more', new: 'New' },
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
