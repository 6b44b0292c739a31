import type { ReasonId } from '../world/reasons.ts';
import type { ReasonText } from './reason-text.ts';

export const tariffTexts = {
  'deal-end': {
    topic: ['the end of my fixed deal', 'what I pay after <month>', 'the renewal letter', 'the new tariff'],
    problem: [
      '{My fixed deal runs out in <month>|My two years are up in <month>} and {I do not understand the letter|the letter has four pages and no price in it}.', '{What am I on now|Which tariff am I on}? {The fix ended in <month2>|It said fixed until <month2>}, {and since then it is double|and the bill looks different}.', '{You wrote that I need to do something by the <nth>|There is a date on the letter, the <nth>}, {but not what happens if I do not|and I was on holiday}.', '{You offer new people <n>p less than me|The advert has a price that I am not allowed to have}. {Why|I have been here <years> years}.', '{I picked a new deal on your website|I clicked on the two-year one}, and {the confirmation shows another price|now the letter says one year}.',
    ],
    detail: ['{I like to know what I pay, that is all|I want a fixed one, I sleep better}.', '{The comparison site sent me six e-mails|My brother-in-law pays <n>p less}.', '{It says price A and price B, who understands that|There is a table with twelve columns}.', '{I have rung about it before|Last time I was told to wait for the letter}.'],
    asks: [['{Do you want it fixed or flexible|One year or two}?', '{Fixed|Two, if the price is right|What is the difference in pounds}?'], ['{Do you have the letter there|What is the code at the top of the letter}?', '{<ref>|I threw it away, I think|It starts with <ref>}.']],
    finds: ['{Your deal ended on the <nth>|The fix stopped on the <nth> of <month2>}, {you are on the standard price|and it rolled over to flexible}.', '{There are three offers on your account|I can see an offer at <n>9 pence}, {the cheapest is the one-year|open until the <nth>}.', '{The website took the one-year by default|Your click is here, but for the other product}.'],
    doubts: [['{So what would that be a month|And in pounds}?', '{About £<small>|It depends on what you use}.'], ['{Can I get the price from the advert|Why is that not on my list}?', '{That is for new customers|It is not on my screen}.']],
    fixes: ['{You are on the two-year fix from the <nth>|I have booked the one-year at <n>9 pence}. {A confirmation goes out today|You have fourteen days to change your mind}. {£<small> a month|It comes to £<small> a month}.', '{I have put you on the price from the advert, as you have been here <years> years|You get the same as a new customer}. {It starts on the <nth>|From the <nth>}.'],
    walls: ['{It is all in the letter|The details are on the website}. {You can choose there|Just log in and pick one}.', '{I cannot give you a figure|It will be worked out}. {You will see on the next bill|Wait for the confirmation}.', '{Somebody from renewals will write|You will get another letter}. {Okay|Was that all}?'],
  },
  'night-rate': {
    topic: ['the night rate', 'the day and night readings', 'my night tariff', 'the off-peak hours'],
    problem: [
      '{I charge the car at night|The storage heaters come on at night} and {you bill it at the day price|it all shows up under day}.', '{My day and night readings are the wrong way round|You have mixed up the two registers}: {day should be <read>, night <read2>|I use nearly everything at night}.', '{You told me cheap from midnight to seven|I signed up for the night tariff in <month2>}, {and the meter switches at half past one|and it was never switched on}.', '{Since the clocks changed my cheap hours have moved|In summer the night rate starts an hour late}. {Is that meant to be so|Nobody mentioned that}.',
    ],
    detail: ['{I set the timer for everything|I get up at night for the washing}.', '{I have told you twice which is which|I sent photographs of both screens}.', '{It makes £<small> a month|That is £<amount> since <month2>}.', '{The whole point was to save|I bought the charger because of your advert}.'],
    asks: [['{What does it say for rate one and rate two|Could you read me both numbers}?', '{One is <read> and two is <read2>|<read2> on top, <read> below}.'], ['{When do your heaters come on|From what time does it charge}?', '{At midnight|Half past twelve, by the clock in the hall}.']],
    finds: ['{The registers are crossed|Rate one is set as day on our side, and on the meter it is night}, {since <month2>|since the meter was changed}.', '{The tariff is there, the timetable is not|You are on the night price without night hours}.', '{Your meter stays on winter time|The clock in the meter does not do summer}.'],
    doubts: [['{And the money since <month2>|Do I get back the difference}?', '{If it is proved|It would have to be worked out}.'], ['{How many people have you done that to|Am I the only one}?', '{I could not say|There are a few}.']],
    fixes: ['{I have swapped the two|Day is day again}, {back to <month2>|from the first day}. {You get £<amount>|The new bill is £<amount> lower}.', '{The timetable is on|It is set: midnight to seven, in winter}. {In summer one to eight|I send you the hours on a card}.'],
    walls: ['{It is set up as on the order|The set-up looks right to me}. {Take readings for a month and ring again|See how the next bill looks}.', '{Metering has to look at that|I raise it with metering}. {They will write|You should hear something}.', '{You could move your heaters to the later hour|Just change the timer}. {Then it fits|That is what others do}.'],
  },
  'exit-fee': {
    topic: ['the exit fee', 'the £<small> for leaving', 'the fee for ending the fix', 'the leaving charge'],
    problem: [
      '{I am switching and you want £<small>|You have put an exit fee of £<small> on the last bill}. {Nobody told me|Where did I sign that}?', '{I was inside the last seven weeks|My deal ended in <n> weeks anyway}, {so there should be no fee|and you still took £<small>}.', '{I moved house, I did not switch|We had to move}, {and you charge us an exit fee|and it says early exit, £<small>}.', '{I want to know what it costs to leave|Is there a fee if I go}? {I cannot find it anywhere|The website says see terms}.',
    ],
    detail: ['{The new supplier says it is not allowed|They told me to dispute it}.', '{For £<small> I could have stayed a month|It eats up what I save}.', '{I have it in writing, no exit fees|On the offer it said flexible}.'],
    asks: [['{When did you ask to switch|On what date did you leave}?', '{The <nth>|On the <nth> of <month>}.'], ['{Which deal was it|What was the name of the tariff}?', '{The two-year one|Something with a sunrise in its name}.']],
    finds: ['{The fix runs until the <nth> of <month>|The end date is the <nth>}, {so you were <n> days early|so the fee was set}.', '{You were inside the last forty-nine days|By the dates the fee should not be there}.', '{It was booked as a switch|The move was not recorded as a move}.'],
    doubts: [['{And that is lawful|Is that not a trap}?', '{It is in the terms|It was in the offer}.'], ['{What if I stay after all|Could you waive it}?', '{Then it falls away|I am not allowed to}.']],
    fixes: ['{The fee is off|I have removed the £<small>}. {You owe nothing|Your last bill is corrected}.', '{I can halve it|As you have been here <years> years I waive it}. {Thank you for the time with us|The door stays open}.'],
    walls: ['{The fee is in the contract|You accepted it}. {It stays|I cannot change that}.', '{Dispute it with your new supplier|You can write in}. {That is the procedure|Anything else}?', '{It is calculated automatically|The system sets it}. {I would have to see proof|Send the offer in}.'],
  },
} satisfies Partial<Record<ReasonId, ReasonText>>;
