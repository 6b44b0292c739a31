import type { ReasonId } from '../world/reasons.ts';
import type { ReasonText } from './reason-text.ts';

export const movingTexts = {
  'final-bill': {
    topic: ['my final bill', 'the bill for the old house', 'closing the account in <street>', 'the last bill after our move'],
    problem: [
      '{We moved out of <street> in <month2>|We left <street> on the <nth> of <month2>} and {there is still no final bill|I am still waiting to close the account}.', '{The final bill is for £<amount>|My last bill says £<amount>}, {and it runs until <month>|for a time when we had already gone}. {We handed over the keys on the <nth> of <month2>|Somebody else lives there}.', '{You are charging me for the new people|I am paying for strangers}. {We have not lived there since <month2>|The house was sold in <month2>}.', '{I gave you the closing readings|I rang with the last reading on the day we moved}, {and the final bill shows something else|and you used <read2> instead of <read>}.', '{My tenants moved out|I let the flat in <street>}, {and the last bill came to me in their name|and now nobody knows who pays what}.',
    ],
    detail: [
      '{The estate agent has it in the handover sheet|It is in the inventory, signed by both}.', '{You wrote to the old address, of course|All your letters went to a house I do not live in}.', '{I need it closed for the mortgage|The solicitor is asking for it}.', '{We left it spotless, and I took a picture of the meter|The removal men were waiting while I read the thing}.', '{I had to pay a deposit at the new place|The deposit is stuck until I show the last bill}.',
    ],
    asks: [
      ['{What was your last day there|On what date did you give up the keys}?', '{The <nth> of <month2>, at noon|It was a <weekday2>, the <nth>|The <nth>, I have the handover note}.'], ['{Do you have the readings of that day|What did the meters say}?', '{Electricity <read>, gas <read2>|<read>. And <read2> for the gas}.'], ['{Where should the bill go now|What is the new address}?', '{<house> <street>, <town>|Send it to <email>, the post is hopeless|To <house> <street>, <postcode>}.'], ['{Do you know who lives there now|Did you meet the new owners}?', '{A young couple, I did not catch the name|No, it was through the agent|A dentist, I think}.'],
    ],
    finds: [
      '{The move was noted, but the closing date is missing|I see a note of your call in <month2>}, {so the account ran on|and it was never turned into an order}.', '{The new people told us the <nth>, you said the <nth2>|There are two dates on here}, {and the system took the later one|which is why it charged the gap to you}.', '{The reading of <read> was replaced by an estimate|Your own reading was put under the gas meter}, {the two were swapped|so the bill is upside down}.', '{The bill was made on the <nth>, and went to <street>|It exists, it was posted to the old house}, {and came back|and nobody changed the address}.',
    ],
    doubts: [
      ['{How can it take you <n> weeks to make one bill|Is it so hard to stop an account}?', '{It should take six days|By rule it is six weeks at the latest}, {and we are past that|so you are owed thirty pounds for the delay}.'], ['{And who pays for the weeks in between|What about the gap}?', '{The new owner, from the day they got the keys|Nobody who has moved out}. {I split it at the <nth>|I put the line where the keys changed}.'], ['{Will debt people come after me at the new place|I do not want this following me around}?', '{No, the account is frozen until the bill is right|I have put a stop on it}.'],
    ],
    fixes: [
      '{I have closed it with the <nth> of <month2> and your reading|The account ends on the <nth> with <read>}. {The last bill is £<small>|That makes £<small>, not £<amount>}, {and you get it by e-mail today|it goes to the new address}.', '{The later weeks are off your bill|I have taken £<amount> off}, {and thirty pounds for the wait are on their way|with thirty pounds for missing our deadline}. {You are done with that house|That chapter is closed}.', '{The deposit people can have a letter from me this afternoon|I am sending you a confirmation right now}: {account closed, nothing owed|final, paid, closed}.',
    ],
    walls: [
      '{We have to hear from the new occupier first|Until they register, it stays on you}. {Perhaps you could ask them|It may help if you talk to them}.', '{I can order the bill|It is in the queue}, {it takes four to six weeks from now|I have no date}. {The old one remains due until then|Please do not ignore the reminder}.', '{The date is the date we were given|I cannot change a closing date}. {You would have to send proof of the move|A copy of the contract, by post, please}.',
    ],
  },
  'new-home': {
    topic: ['registering at my new address', 'the account for the new flat', 'getting a contract in my own name', 'moving in at <house> <street>'],
    problem: [
      '{I moved into <house> <street> on the <nth>|We got the keys to <house> <street> last week} and {I filled in your form twice|I cannot get registered}.', '{Your letters say The Occupier|I get post for The Occupier}, {although I told you my name|and I have been here since <month2>}. {It is <full>|My name is <full>}.', '{I want to set up the electric in the new flat|I would like to open an account for the house we have bought}. {The website says the address does not exist|It tells me there is no such postcode}.', '{We have moved and I wanted to take the tariff with me|I am a customer already and I am moving}, {and now I have two accounts|and your system thinks I am somebody new}.', '{There is a prepay meter in the new place|The flat has one of those key meters}, {and I have no key|with somebody else\'s debt on it}. {What do I do|I am nearly out}.',
    ],
    detail: [
      '{It is a new building, there are six of us with the same trouble|The house was split in two, so maybe it is that}.', '{The landlord says to ask you, you say to ask the landlord|Everybody sends me to somebody else}.', '{I read both meters on the first day|I have the numbers: <read> and <read2>}.', '{We do not even have curtains yet|The beds came yesterday}.', '{I had a nice fixed price at the old place|I was happy with my rate}, {I do not want to lose that|and I would like to keep it}.',
    ],
    asks: [
      ['{On what day did you get the keys|From which day are you responsible}?', '{The <nth>|The <nth> of <month>, a <weekday2>|Since the <nth>, but we moved in later}.'], ['{What do the meters say|Could you give me the readings of that day}?', '{<read>, and the other one <read2>|Electricity <read>. There is no gas}.'], ['{What is the number on the meter|Can you find the serial number}?', '{It is behind a cupboard, one moment. It ends in <n><n><n>|There is a sticker: <ref>}.'], ['{How would you like to pay|Same bank account as before}?', '{The same|Direct debit, on the <nth>|Whatever is cheapest}.'],
    ],
    finds: [
      '{Your form is here twice, and both were parked|I can see both forms}, {because the address has a slash in it|because the post office calls it Flat 2 and we call it First Floor}.', '{The house is still under the builder|It is registered to the developer}, {and he has not handed over|so nobody can sign up until that is moved}.', '{The old account and the new one were not joined|You exist twice}, {once with a middle name and once without|once as a moving customer and once as a new one}.', '{There is £<small> of debt on that key meter|The meter still carries the last tenant}, {it takes it from every top-up|and that has to be wiped first}.',
    ],
    doubts: [
      ['{So what have I been paying for until now|And who pays for the first weeks}?', '{From the day of the keys it is yours, at the standard price|Nothing has been charged yet}. {I can date your tariff back|I will make sure you get your own rate from day one}.'], ['{Can you be sure that we will not be cut off|It will not go off at night, will it}?', '{It will not|No, supply is never stopped for that}. {There is a flag on the address|I have marked it as moving}.'], ['{Do I have to do that all online again|Another form}?', '{No form|No, I do it while we talk}. {You only check the e-mail|Just reply yes to what I send}.'],
    ],
    fixes: [
      '{You are registered, as <full>, from the <nth>|The account is in your name, <account> stays your number}, {with your old rate until <month2>|on the tariff that you had}. {Welcome to the new house|Enjoy the new place}.', '{I have wiped the debt from the meter and sent a code to <phone>|A new key waits for you at the shop in <street>}. {Put it in and it starts at nil|It begins with £<n> of credit, from us}.', '{The two accounts are one now|I have merged them}, {history and all|and the readings are in}. {First bill on the <nth>, about £<small>|The direct debit starts on the <nth> with £<small>}.',
    ],
    walls: [
      '{The address has to be released by the network|Until the builder signs we cannot do it}. {Try again in two weeks|You will have to ask him}.', '{The system does not let me|I get an error}, {I have raised a ticket|somebody from technical will look}. {The Occupier is correct for now|Until then it runs under The Occupier}.', '{You would need to send the tenancy agreement|We need proof, in writing}. {By post or upload|Upload it on the website}, {it takes about <n> weeks|and then wait for a letter}.',
    ],
  },
  'previous-occupier': {
    topic: ['letters for the people before us', 'post for a former tenant', 'bills in a stranger\'s name', 'the letters that are not for me'],
    problem: [
      '{I keep getting letters for a man who moved out years ago|You write to somebody who has not lived here since <month2>}. {This is the <n>th|I have a pile of them}.', '{There is a letter here with your logo, for a Mrs <other>|Every month one for a Mrs <other>}, {and she is not here|and I have no idea where she went}.', '{I opened one by mistake|The last one had a red stripe, so I opened it}: {it says £<amount> overdue|you are going to send somebody round}. {That is not us|We pay our bills}.', '{I send them back, you send them again|I write not known on them and put them in the box}. {It is like tennis|Can you please stop}?',
    ],
    detail: [
      '{I have told the postman, the landlord and you|I rang in <month2> about it}.', '{My wife is frightened that they take our things|It upsets the children when they see the red print}.', '{It is the same with the water people, but they stopped at once|The council managed it in a week}.', '{What do they cost you in stamps|It is a waste of paper, apart from anything}.',
    ],
    asks: [
      ['{Whose name is on it|To whom are they addressed}?', '{Mrs <other>, and sometimes just the initial|A Mr <other>, flat <n>}.'], ['{When did you move in|Since when have you been there}?', '{In <month2>, two years ago|<years> years this <month>|On the <nth> of <month2>}.'], ['{Is there a number in the corner of the letter|Could you read me the reference}?', '{<ref>|It says <ref>, in very small print}.'],
    ],
    finds: [
      '{There is an open account in that name at your address|She is still listed at number <house>}, {with £<amount> on it|with nobody behind it}.', '{It has been marked as gone away once, and then undone|Somebody closed it in <month2>}, {and a nightly job opened it again|but the letters come from another system}.', '{The letters come from a collection agency|We sold that debt}, {so our stop did not reach them|and they have the old list}.',
    ],
    doubts: [
      ['{And the bailiffs|Is anybody going to turn up here}?', '{No, nobody will come|Not to you}. {I put a note on the address itself|If anyone does, the reference I give you ends it}.'], ['{Does her debt spoil our credit|Can that count against the house}?', '{It goes with the person, never with the address|No, it cannot}.'], ['{You said that the last time|I was promised that in <month2>}.', '{Then we broke it|I see that note}, {and this time I have closed the account itself, not just the letter|and I can tell you why it failed}.'],
    ],
    fixes: [
      '{The account is closed and the address is flagged|I have taken that name off your address}, {here and at the agency|in both systems}. {One more may be in the post, bin it|If anything comes after the <nth>, tear it up}.', '{You get a letter from us, to you, that says they are gone|I am sending you a paper to show to anyone who asks}. {Reference <ref>|Keep it in a drawer}.',
    ],
    walls: [
      '{I cannot talk about another customer\'s account|That is data protection}. {Keep sending them back|Return to sender is best}.', '{The person has to tell us|Mrs <other> would have to ring us herself}. {Perhaps the landlord knows her|I cannot change it on your word}.', '{I have passed it to the data team|It takes a few weeks to work through}, {you may get some more|please ignore them}.',
    ],
  },
} satisfies Partial<Record<ReasonId, ReasonText>>;
