import type { ReasonId } from '../world/reasons.ts';
import type { ReasonText } from './reason-text.ts';

export const billingTexts = {
  'estimated-bill': {
    topic: ['the estimated bill', 'a bill made from a guess', 'the reading on my <month> bill', 'the bill for £<amount>'],
    problem: [
      '{My bill for <month> is £<amount>|I have a bill here for £<amount>} and {it has a little E beside the reading|it says estimated}, {although I sent you the real number|which is nonsense, I read the meter every month}.',
      '{You have guessed my meter again|Somebody at your end made up a reading}. {It says <read> and the dial says <read2>|The bill has <read2>, I am standing in front of <read>}.',
      '£<amount> for {<month>|one month}, {in a two-bedroom flat|and we were away for half of it|in a house where I live alone}. {How do you come to that|That cannot be right}.', '{I put my reading in on the <nth>|I typed the reading into your website}, {it said thank you|it even gave me a smiley}, and {the bill ignores it|then I get £<amount> based on fresh air}.',
      '{The bill has gone from £<small> to £<amount>|It was £<small> in <month2> and now it is £<amount>}, {and all I changed was a light bulb|and nobody can live like that}.', '{I think there is something wrong with my bill|The figures on this bill do not agree}: {the reading is higher than the meter|you are ahead of my meter by hundreds of units}.',
    ],
    detail: [
      '{The meter is under the stairs, I had to move the hoover|I took a photograph of it, with the date|My neighbour read it with me}.', '{Last year it was the same in <month>|It happens every time the man does not come|I have a notebook, back to the year we moved in}.', '{There is nobody here in the daytime|The oven has been broken since <month2>|We put in new windows}, {so it should be less, not more|so where would it come from}.', '{I make it <read>, the last two in red|It reads <read>, without the red ones}.', '{I do not mind paying what I use|I am happy to pay my way}, {but not what somebody imagines|but show me the units}.',
    ],
    asks: [
      ['{What does the meter say now|Could you read me the meter}, {without the red figures|just the black numbers}?', '{It says|Hold on, I have to kneel down.} <read>{. And there is a letter E on the screen as well|, clear as day|}.'], ['{When did you send the reading|On which day did you send it}?', '{On the <nth>, in the evening|The <nth>, I have the e-mail|It was a <weekday2>, because the bins were out}.'],
      ['{Has anything changed at home|Any new appliance, an electric heater|More people in the house}?', '{No, if anything less|A tumble dryer, but I never use it|My <n> grandchildren for a week, that is all}.'], ['{Is it a smart meter or the old kind|Does the meter have a wheel or a display}?', '{The old kind, with a wheel|It is grey and it has a little screen|A smart one, supposedly}.'],
    ],
    finds: [
      '{I have found it|Here it is}: {your reading of the <nth> came in after the bill run|the reading was held because it failed a check}, {so the system put an estimate of <read2>|so it used last year instead}.', '{The reading is on the account|I can see your number}, {but it sits in a list of rejected readings|but nobody released it}, {because it was lower than the guess before|because two digits are swapped}.',
      '{We have estimated three times in a row|The last actual reading was in <month2>}, {and each guess was built on the guess before|so the error has grown to <small> pounds}.', '{The meter serial number on your bill ends in <n>|You and your neighbour have meters that differ by one digit}, {and the readings went to the wrong account|so we have billed the wrong one}.',
    ],
    doubts: [
      ['{So why did I bother sending it|Why do you ask for readings if you do not use them}?', '{It is used when it passes the check|If it comes more than five days late, the estimate stands}. {I can override it|That check is too strict, I know}.'], ['{And how do I know that the next one is right|Will this happen again in <month>}?', '{The next one takes your actual number as its start|If you read on the first of the month it always counts}.'],
      ['{Do I have to pay the £<amount> in the meantime|What about the direct debit, it goes out on the <nth>}?', '{No, not a penny of the disputed part|I can hold it until the new bill}, {it is on hold now|and no reminder will go out}.'], ['{Is it my fault, then|So you say I read it wrongly}?', '{No, the fault is in our check|Not at all, you read it correctly}, {it threw out a good number|and I have it here in black and white}.'],
    ],
    fixes: [
      '{I am cancelling that bill|That bill is withdrawn} and {making a new one from <read>|billing you to your own number}. {It comes to £<small> instead of £<amount>|The new amount is £<small>}, {and you get it by <weekday>|and nothing is due before the end of <month>}.', '{Done|There}: {your reading is in|I have released the reading}, {the difference of £<small> goes back to your bank within three days|and £<small> comes off the next one}. {I have added a note so that the check leaves you alone|It also corrects the gas}.', '{I have put both meters back where they belong|The serial numbers are corrected}. {You are owed £<small>|That leaves you £<small> in credit}, {would you like it back or left on|and I can send it to your bank today}.',
    ],
    walls: [
      '{I can only bill what the system accepts|The system will not take a reading after the run}. {It corrects itself on the next bill|It evens out over the year}.', '{I have asked for it to be reviewed|It has gone to the billing team}, {that takes up to <n> weeks|there is no date for that}, and {meanwhile the £<amount> stands|you would have to pay it first}.', '{An estimate is allowed under the terms|We are entitled to estimate}. {You can send another reading next month|I would leave it for now}.',
    ],
  },
  'direct-debit': {
    topic: ['the direct debit', 'my monthly payment', 'the new amount from <month>', 'the jump in my direct debit'],
    problem: [
      '{My direct debit has gone from £<small> to £<amount>|You are taking £<amount> a month now instead of £<small>}, {and I only know from my bank|without asking me}.', '{I got a letter that says my payment is going up to £<amount>|There is a message that I will pay £<amount> from <month>}, {with no reason in it|and three pages of nothing}.',
      '{Who decided that I pay £<amount>|How can you simply take £<amount>}? {I agreed to £<small>|It has been £<small> for years}.', '{You took the money twice in <month>|In <month> it went out on the <nth> and again a week later}, {and my account went into the red|and the bank charged me for it}.', '{I am in credit|There is over £<amount> of mine on that account} and {you still put the direct debit up|now I am supposed to pay more}. {Explain that to me|Where is the sense}?', '{The payment went up by a third|Forty per cent more, I worked it out}, {and the price did not|while the cap went down, it was on the news}.',
    ],
    detail: [
      '{It comes out the day before I am paid|My pension arrives on the <nth>}, {so it bounced|so the rent was short}.', '{I rang in <month2> and was told it would stay as it is|Your own website said £<small> for the year}.', '{My sister is with you too, same house, and she pays £<small>|Next door pays half of that}.', '{I have the statement here, line by line|I printed it out at the library}.', '{I budget to the penny|We have a jar for every bill}, {so a surprise like this hurts|and there is no jar for this}.',
    ],
    asks: [
      ['{On which day do you get paid|Which date would suit you better}?', '{The <nth>, unless it is a weekend|The last <weekday> of the month|Any time after the <nth>}.'], ['{What could you manage a month|What amount were you expecting}?', '{£<small>, as it was|Not more than £<small>|I could do a little over £<small> in summer}.'], ['{Did you get our letter in <month2>|Have you seen the yearly review}?', '{There was something, but it was all tables|No letter, nothing|An e-mail, perhaps, I get so many}.'], ['{Is anyone else using the account|Did you change anything, a heat pump or a car}?', '{Just me and the cat|No, the same as ever|My lad is back home, that is all}.'],
    ],
    finds: [
      '{The review in <month2> took the winter as if it were the whole year|It was calculated on <n> cold weeks}, {that is why it came out at £<amount>|and that makes £<amount>}.', '{You are £<small> behind on paper|The account shows a shortfall of £<small>}, {because of two estimated readings|because the price rise in <month2> was not built in}, {and the system spreads it over the months that are left|and it wants that back by <month>}.', '{I see £<amount> of credit here|You are right, there is credit}, {but the rule only looks at the forecast|and the forecast is wrong}.', '{There were two mandates on the account|When you changed bank the old instruction was left alive}, {so both were collected|and that is the second payment}.',
    ],
    doubts: [
      ['{Shouldn\'t you ask me before you take more|Is that even legal, without a word}?', '{We have to give ten days\' notice|The notice went out on the <nth>}, {and I agree it explains nothing|but I see that it went to an old address}.'], ['{And if I just cancel it at the bank|What happens if I stop it}?', '{Then you lose the discount of £<n> a month|You can, but you would be billed quarterly}. {Let me change the amount instead|I would rather fix the number}.'], ['{What makes you so sure about your forecast|Where do you get that figure from}?', '{It is last year\'s use at today\'s price|From twelve months of readings, of which <n> are estimates}{, so it can be wrong|, to be honest}.'], ['{Who pays the bank charge|The bank took £<n> for the bounce. Is that my problem}?', '{If it was our second collection, we do|Send me a picture of the statement and we refund it}.'],
    ],
    fixes: [
      '{I have set it back to £<small>|It is £<small> again from <month>}, {with a look at the real readings in <n> months|and I have blocked the automatic review until spring}. {You will get that in writing|The letter shows the sum, step by step}.', '{The second mandate is cancelled|I have stopped the old instruction} and {£<amount> goes back to you today|the double payment will be with you by <weekday>}, {with £<n> for the bank charge|plus what the bank took}.', '{We meet in the middle: £<small> a month, on the <nth>|How about £<small>, and on the day after you are paid}? {That clears it by <month2>|That covers everything and leaves a cushion}.',
    ],
    walls: [
      '{The amount is set by the system|That is what the calculation says}, {I cannot go below it|the lowest I can enter is £<amount>}.', '{It will be reviewed again in six months|You could ask again at the next review}. {Until then it stays|There is nothing I can change today}.', '{You would have to dispute that in writing|If you disagree there is a form on the website}. {It takes a few weeks|They will reply}.',
    ],
  },
  'missing-payment': {
    topic: ['a payment that is not on my account', 'the £<amount> I paid', 'the payment of the <nth>', 'the reminder for money I have paid'],
    problem: [
      '{I paid you £<amount> on the <nth>|£<amount> left my bank on the <nth>} and {you say you never had it|now I have a reminder for it}.', '{I have a reminder here|You have sent me a reminder} for {a bill that was paid|£<amount>}. {I paid it at the post office, I have the slip|The bank says you have had it since the <nth>}.', '{You have lost my money|My money went somewhere}. {£<amount>, by bank transfer, on a <weekday2>|I paid it in the app and the app froze}.', '{My account says minus £<amount>|It says I owe £<amount>}, {and I am holding the receipt|and the money is gone at my end}.', '{I top up with a key at the shop|I put £<small> on the key}, {the shop took it|the till said yes} and {the meter did not|nothing arrived}.',
    ],
    detail: [
      '{The reference was <ref>|I put <ref> as the reference}, {exactly as on the bill|letter by letter}.', '{My bank wrote it down for me: received by Brightwater, the <nth>|I have been to the branch, they stamped it}.', '{I have paid this way since I joined|I have never been late}, {not once in <years> years|you can look it up}.', '{And you added £<n> for being late|With a late charge of £<n> on top}, {which is rich|imagine}.',
    ],
    asks: [
      ['{What reference did you put on it|Which reference is on your statement}?', '{<ref>|It says <ref>, and then your name}.'], ['{From which bank, and the last four digits of the account|Was it by card, transfer or at a shop}?', '{A transfer, from the joint account|By card. It was <card>|In cash at the newsagent in <street>}.'], ['{Could you send me a picture of the receipt|Do you have the confirmation}?', '{I have it here, I can read it to you|Yes, where to|It is a bit crumpled, but yes}.'],
    ],
    finds: [
      '{There is a payment of £<amount> in the holding account|I can see £<amount> sitting among the unmatched payments}, {without an account number|because the reference has a blank in it}.', '{It went to your old account|It was booked to the account for your last address}, {the one that closed in <month2>|which is why this one looks unpaid}.', '{The shop terminal sent it a day late|The till was offline}, {so the meter key has the money and the account does not|and it came in with no key number}.', '{I do not see it yet|There is nothing here on that date}, {but the bank file of the <nth> is marked as incomplete|although others had the same trouble that week}.',
    ],
    doubts: [
      ['{And why do I get threatened for your muddle|Then why does the computer send me reminders}?', '{The reminder goes out by itself after <n> days|It does not know about the holding account}. {I have switched it off|I will stop it now}.'], ['{Will that be on my credit file|Does this go against my name}?', '{No, nothing has been reported|Not unless it goes to collections, and it will not}.'], ['{What if it gets lost again|How do I know it sticks this time}?', '{Use the ten digits without a blank|Take the number I send you, it has the right form}, {then it books itself|then nobody has to touch it}.'],
    ],
    fixes: [
      '{I have moved the £<amount> to where it belongs|It is booked now}, {dated the <nth>, so you were never late|with the day you paid}. {The charge of £<n> is gone|The late fee comes off}, {and a letter says so|and you get a confirmation by e-mail}.', '{Found and matched|There it is}: {balance nil|you are straight}. {I am sorry that you had to prove it|You should not have had to ring the bank for us}.', '{I trust the receipt|Your stamped slip is good enough for me}. {I have credited £<amount> and we look for it ourselves|The search is our job now}.',
    ],
    walls: [
      '{Without the payment on our side I cannot do anything|It has to be traced by your bank}. {Ask them for a trace|They have a form for it}, {that takes ten working days|then call again}.', '{The finance team matches payments once a month|It will be matched at the end of <month>}, {I have no access|that is another department}. {You may get one more reminder|The reminders go on until then}.', '{The account says unpaid|As far as I can see it is open}. {You could pay it and have the other one back when it turns up|To be safe, pay again}.',
    ],
  },
} satisfies Partial<Record<ReasonId, ReasonText>>;
