import { type Detector, matchesOf } from './entity.ts';
import { everydayWords } from './everyday-words.ts';
import { peoplePattern, placeNames, placePattern } from './places.ts';

const street = '(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|way|court|ct|place|pl|square|squares|terrace|crescent|gardens|hill|row|mews|boulevard|blvd|highway|parkway|pkwy|circle|trail|alley|wharf|quay|rise|grove|walk|park|plaza|ridge|ridges|heights|junction|junctions|crossing|forges|islands|union|ville|bypass|stravenue|spur|locks|mill|mills|shoals|meadows|hollow|extension|extensions|creek|canyon|causeway|corner|corners|estate|estates|fields?|flats?|forks?|forest|freeway|gateway|glens?|green|harbors?|haven|inlet|isle|key|knolls?|lakes?|landing|lights?|loaf|lodge|loop|mall|manors?|mission|motorway|mount|mountains?|orchard|oval|overpass|pass|passage|path|pike|pines?|plains?|points?|ports?|prairie|radial|ramp|ranch|rapids?|rest|roads|route|rue|run|shores?|skyway|springs?|station|stream|summit|throughway|trace|track|trafficway|tunnel|turnpike|underpass|unions|valleys?|via|viaduct|views?|village|vista|walks|wall|ways|wells?)';
const word = "\\p{Lu}[\\p{L}’'.-]*";
/** `14 Crown Street`, `6750 Koskikatu 25`, `Rua do Arenque 1634`, `Erzsébet tér 19.`, and what follows up to the town's number. */
const numberFirst = new RegExp(`(?<![\\p{L}\\p{N}$£€.,:/-])\\d{1,5}[a-z]?,? (?:${word} ){1,4}\\b${street}\\b\\.?`, 'giu');
const numberBoth = new RegExp(`(?<![\\p{L}\\p{N}$£€.,:/-])\\d{1,5} (?:${word} |(?:do|da|de|del|della|di|la|le|los|las|den|der|van|von|op|y|í|á) ){1,5}\\d{1,4}[a-z]?\\b\\.?`, 'gu');
const numberLast = new RegExp(`(?<![\\p{L}\\p{N}])(?:\\d{1,5} )?(?:${word} ?(?:(?:do|da|de|del|della|di|la|le|los|las|den|der|van|von|op|y|utca|út|tér|u\\.|körút|sor) )?){1,4}(?:utca |út |tér |u\\. )?\\d{1,4}[a-z]?\\b(?![-/.:,]\\d)\\.?(?! (?:years?|days?|minutes?|hours?|months?|percent|%|of|and|am|pm))`, 'gu');
const part = /(?<![\p{L}\p{N}])(?:apt|apartment|suite|unit|flat|ste|room|floor)\.? ?#?\d{1,5}[a-z]?(?![\p{L}\p{N}])/giu;
const military = /(?<![\p{L}\p{N}])(?:(?:(?:psc|unit|cmr) \d{1,5},? box \d{1,5}|us[\p{L}]{1,3} \p{L}+)\s*(?:apo|fpo|dpo)[ ,]+(?:aa|ae|ap)[ ,]+\d{5})/giu;
// The digit is asked for first: looking back from every space of a long run would take its square.
const townNumber = new RegExp(`(?=\\d)(?<=(?:${[...placeNames].join('|')})[ \\n]+)\\d{4,6}(?![\\p{N}-])`, 'giu');
const townLine = /(?:apt|suite|flat|unit|box)\.? \d{1,5}[>?\s]*\n[>? ]*(?<it>\p{Lu}[\p{L} '’-]{2,40})(?=\s*(?:\n|,|$))/giu;
const placeContext = /(?<![\p{L}\p{N}])(?:in|from|to|visit|near|leaving|city|based in|lives? in|university of|flew to|arrived at|government of) (?<it>\p{Lu}[\p{L}'’-]+(?:(?: (?:de|del|do|da|nad|sur|upon|of|la|le|el|am|an der))* \p{Lu}[\p{L}'’-]+){0,3})(?= (?:next|this|on|by|as|with|morning|evening|for|and|last|in|so|bridge|\d)|[.,!?;\n"]|$)/gu;
const poBox = /\bp\.? ?o\.? ?box \d{1,6}\b/giu;
const spoken = new RegExp(`\\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh)[ -]){1,4}(?!(?:of|to|the|and|or|in|on|day|week|more)\\b)\\p{L}{3,20} (?:\\p{L}{3,20} )?(?:street|road|avenue|lane|drive|court|close|terrace|crescent|boulevard|mews|gardens)\\b`, 'gu');
const introducedAddress = /(?:\baddress(?: is| to|:)?(?: the same:?)? {0,6}|\b(?:live[sd]? (?:at|in|on)|located at|arrived at|moved to|sent to|send it to|corner of|meet (?:me|you) at|return to|it to|taxi to) )(?<it>\d[^\n?!]{6,120}(?:\n[^\n?!]{2,60}){0,3})/giu;
const ukPostcode = /(?<![\p{L}\p{N}])(?:[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})(?![\p{L}\p{N}])/giu;
const zipContext = /\b(?:zip(?: code)?|post ?code|postal code)(?: is|:|'s)? {0,4}(?<it>[a-z0-9]{2,5}(?:[ -]?\d{2,4}[a-z]{0,2}| [a-z]{2})?|\d{3,10})(?![\p{L}\p{N}])/giu;
const zipShape = /(?<![\p{N}-])(?:\d{5}-\d{3,4}|\d{4}-\d{3})(?![\p{N}-])/gu;
const stateZip = /(?<![\p{L}\p{N}])[A-Z]{2} (?<it>\d{5})(?![\p{N}-])/gu;
const age = /(?<![\p{L}\p{N}])(?:(?<it>\d{1,3})(?= ?-? ?(?:years?[- ]old|y\/o|yrs? old|year old)))|(?:\b(?:turned|turn|aged?|age of|when (?:he|she) was|i am|i'm) (?<it2>\d{1,3}))(?=[ .,!]|$)(?! (?:percent|minutes|days|hours|weeks|months|pounds|dollars))/giu;
const months = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const isoDate = /(?<![\p{N}-])(?:19|20)\d{2}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?(?![\p{N}-])/gu;
const slashDate = /(?<![\p{N}/.])(?:0?[1-9]|[12]\d|3[01])(?:\/|\.|-)(?:0?[1-9]|[12]\d|3[01])(?:\/|\.|-)(?:19|20)?\d{2}(?![\p{N}/.]|-\d)/gu;
const writtenDate = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${months}|${months} \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:19|20)\\d{2})?(?![\\p{L}\\p{N}])`, 'giu');
const bareYear = /(?:\b(?:in|since|of|act of|a|during|born) )(?<it>(?:19|20)\d{2})(?![\p{N}-])/giu;

function startsEveryday(value: string): boolean {
  const [first = ''] = value.replace(/^\d+ /, '').toLowerCase().split(/[ .]/);
  return everydayWords.has(first) || everydayWords.has(first.replace(/['’]s$/, ''));
}

/** Postal addresses and postcodes, by their parts. */
export const writtenAddresses: Detector = (text) => [
  ...[introducedAddress, military, numberFirst, numberBoth].flatMap((pattern) => Array.from(matchesOf(text, pattern), ({ start, end }) => ({ type: 'STREET_ADDRESS' as const, start, end }))),
  ...Array.from(matchesOf(text, numberLast)).filter(({ value }) => !startsEveryday(value)).map(({ start, end }) => ({ type: 'STREET_ADDRESS' as const, start, end })),
  ...[part, poBox, townNumber].flatMap((pattern) => Array.from(matchesOf(text, pattern), ({ start, end }) => ({ type: 'STREET_ADDRESS' as const, start, end }))),
  ...[ukPostcode, zipContext, zipShape, stateZip].flatMap((pattern) => Array.from(matchesOf(text, pattern)).filter(({ value }) => /\d/.test(value)).map(({ start, end }) => ({ type: 'ZIP_CODE' as const, start, end }))),
];

/** “Twelve Park Lane”, as it is said. */
export const spokenAddresses: Detector = (_text, lower) => Array.from(matchesOf(lower, spoken), ({ start, end }) => ({ type: 'STREET_ADDRESS' as const, start, end }));

/** Countries, large cities and what people are called after them, written with a capital. */
export const places: Detector = (text, lower) => [
  ...Array.from(matchesOf(lower, placePattern)).filter(({ start }) => /\p{Lu}/u.test(text[start] ?? '')).map(({ start, end }) => ({ type: 'GPE' as const, start, end })),
  ...[townLine, placeContext].flatMap((pattern) => Array.from(matchesOf(text, pattern)).filter(({ value }) => !startsEveryday(value)).map(({ start, end }) => ({ type: 'GPE' as const, start, end }))),
  ...Array.from(matchesOf(lower, peoplePattern), ({ start, end }) => ({ type: 'NRP' as const, start, end })),
];

/** Dates of a day, years in running text, and ages. */
export const datesAndAges: Detector = (text) => [
  ...[isoDate, slashDate, writtenDate, bareYear].flatMap((pattern) => Array.from(matchesOf(text, pattern), ({ start, end }) => ({ type: 'DATE_TIME' as const, start, end }))),
  ...Array.from(text.matchAll(age), (match) => {
    const value = match.groups?.['it'] ?? match.groups?.['it2'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    return { type: 'AGE' as const, start, end: start + value.length };
  }),
];
