import type { ReasonId } from '../world/reasons.ts';
import type { ReasonText } from './reason-text.ts';

export const feeTexts = {
  'paper-fee': {
    topic: ['the paper-bill fee', 'the three pounds for a paper bill', 'the new charge for post', 'the charge for sending a bill'],
    problem: [
      '{There is a new line on my bill|I found a line on the bill}: {paper bill fee, three pounds|three pounds for paper}. {Since when|Who came up with that}?', '{You want three pounds to post me a bill|Three pounds a month, for a sheet of paper}. {A stamp does not cost that|And I never asked for anything else}.', '{I have had paper bills since I joined|It has always been by post}, and {now I am fined for it|suddenly it costs £36 a year}.', '{I do not have the internet|I cannot read on a screen}, {so you punish me with three pounds|so what am I to do about this fee}?', '{I got a note that paper is to cost three pounds from August|The leaflet says a paper charge from the third of August}. {I do not agree|I want that taken off}.', '{I went online like you asked|I ticked paperless in <month2>} and {I am charged the paper fee anyway|there it is, three pounds, paper bill fee}.', '{Nobody told me|No letter, no warning}, {just minus three pounds|and there it stands: paper bill fee}. {I am not having it|I will not pay it}.', '{My mother is <n> and eighty|I ring for my father, he is ninety}, {she pays by post office|he keeps every bill in a folder}, and {you charge her three pounds for that|now there is a fee on each of them}.',
    ],
    detail: [
      '{It is not the three pounds, it is the cheek|It is the principle of it}.', '{The council takes paper bills as proof of address|I need paper for my tax}, {a print-out they do not accept|and my accountant wants originals}.', '{You save a fortune on people like me who pay on time|I read my own meter, I pay by cheque}, {and this is the thank you|what else shall I do for you}.', '{The whole lunch club is talking about it|Everybody in <street> got the same|My sister-in-law has already left you over it}.', '{I counted: thirty-six pounds a year|Twelve times three, that is a week of shopping}.', '{And the leaflet itself came by post|You sent four pages to tell me that paper is too dear}.',
    ],
    asks: [
      ['{Do you have an e-mail address we could use|Would online bills be possible for you}?', '{No, and I do not want one|I have one for my grandchildren, not for bills|My eyes do not do screens}.'], ['{Are you on our priority register|Is there a reason why you need paper}?', '{What is that|Cataracts, both eyes|I keep the books for the chapel, on paper}.'], ['{When did you first see it|On which bill is it}?', '{The August one|On the one that came on <weekday2>|It is on two of them by now}.'], ['{Did you see the leaflet in July|Was the notice in your July bill}?', '{I saw something glossy and put it in the bin|No, not that I remember|There was a picture of a tree on it}.'],
    ],
    finds: [
      '{The fee started on the third of August|It is new since August}, {three pounds for each paper bill|it applies to everyone on paper}, {and you have been on paper since the beginning|and nothing on your account takes you off it}.', '{I see the switch to paperless from <month2>|You did go paperless}, {but it was saved for the gas only|but it never reached the billing side}, {so you were charged by mistake|that is why it shows}.', '{You should be exempt|People on the priority register do not pay it}, {but the flag is missing|but the list was not copied over}.', '{It is on the August and the September bill|I count <n> charges of three pounds}. {They were added automatically|Finance decided that in spring}.',
    ],
    doubts: [
      ['{So loyalty costs extra|So I pay you for the right to be told what I owe}?', '{I did not make the rule|It was decided upstairs}{, and you are not the first to say it|, and I hear it every day this month}.'], ['{Can you not just take it off|Surely you can delete three pounds}?', '{I can take off the ones so far|I can credit it as goodwill once}, {but the next one will come|the setting itself is locked}.'], ['{And if I switch supplier|What if I go to somebody who still writes letters}?', '{That is your right|I would be sorry}. {Let me see if we can avoid that|There would be no exit fee for you}.'], ['{Did anyone think about old people|Has anybody asked us}?', '{I do not think so|There was a consultation online}{, I know how that sounds|, yes, online}.'],
    ],
    fixes: [
      '{I have put you on the exempt list|You are exempt from now on}, {and the <n> charges so far, that is nine pounds, are credited|and what you paid comes back}. {You keep your paper bill|Nothing changes for you}.', '{I have credited the fee and sent your case to the fee desk in Finance|The three pounds are off}, {with your words in it, not mine|because I want them to read it}. {If it shows again, ring me and not the queue|I check the next bill on the <nth>}.', '{Then we make it quarterly on paper: one bill in three months|We can send one paper statement a quarter}, {that is without a fee|and that one is free}. {Would that do|How would that be}?',
    ],
    walls: [
      '{The fee applies to all paper bills|Everybody on paper pays it}. {The only way to avoid it is online|You can avoid it by going paperless}.', '{I cannot remove it|There is no button for that}. {It was announced|You were told in July}. {You may write to Finance|That is the policy}.', '{I can only note that you object|I will pass on the feedback}. {The charge stays|It will be on the next bill as well}.',
    ],
  },
  'credit-refund': {
    topic: ['the credit on my account', 'my refund of £<amount>', 'the money you owe me', 'the credit balance'],
    problem: [
      '{I am £<amount> in credit|There is £<amount> of mine with you} and {I would like it back|I asked for it in <month2>}.', '{You told me five working days|The refund was supposed to take five days}, {and it has been <n> weeks|that was in <month2>}. {Where is my £<amount>|What is the hold-up}?', '{The website lets me ask for £<small> and not for £<amount>|I press refund and it says please contact us}. {So I am contacting you|Why is that}?', '{You are holding on to £<amount>|My account is £<amount> in the black}, {and I get nothing for it|a bank would pay me interest}.', '{A cheque for £<amount> came|You sent a cheque}, {made out to the wrong name|and I have not been inside a bank for years}. {I wanted it on my account|What am I to do with that}?',
    ],
    detail: [
      '{The boiler has packed in|My car failed its test}, {and that money would pay for it|so it is not a luxury}.', '{I sent the bank details twice|I uploaded my statement}, {with the sort code and all|and I got an automatic thank you}.', '{<prior> said it was approved|Somebody said it needs a second signature}.', '{If I owed you £<amount> you would not wait <n> weeks|You are quicker when it is the other way round}.', '{I only built it up because you set the payments too high|It was your forecast, not mine}.',
    ],
    asks: [
      ['{Could you give me a meter reading for today|Before a refund I need a reading. Do you have one}?', '{<read>, I read it this morning|Hang on, I will go and look. <read>}.'], ['{Shall it go to the bank account of your direct debit|Which account should it go to}?', '{The same one, yes|The same, it ends in <n><n>|No, I changed bank in <month2>}.'], ['{Would you like all of it, or leave some for the winter|How much should stay on the account}?', '{All of it, please|Leave me £<small> on there|What would you do}?'],
    ],
    finds: [
      '{The request is here, from the <nth>|I can see your request}, {it is waiting for a reading that you have already given|it stopped because nobody signed the second box}.', '{Anything over £<small> goes to a manual check|Refunds above £<small> need approval}, {and that pile is <n> weeks high|and it has been in that pile since <month2>}.', '{It was paid out, but to the closed bank account|The bank sent it back}, {and it landed on our side again on the <nth>|and no one noticed}.', '{You are £<amount> in credit, and after the next bill about £<small>|Your winter use is about £<small>}, {so most of it is really spare|so you could have the larger part}.',
    ],
    doubts: [
      ['{Why do I need to prove a reading to get my own money|What has the meter got to do with it}?', '{To be sure that the credit is real|Because an estimate might make it look bigger than it is}. {Yours is real|With your number it is settled}.'], ['{Will the payments go up because of it|And then you raise my direct debit}?', '{Not if the reading is right|No, I have ticked that box}, {the forecast stays the same|it stays at £<small>}.'], ['{How long this time|What does five days mean in your calendar}?', '{Three working days from today|By <weekday>}, {I see it leave the queue while we talk|and I have pressed the button myself}.'],
    ],
    fixes: [
      '{It is approved|I have signed it off}: {£<amount> to the account you gave me, there by <weekday>|£<amount> is on the way}. {The reference is <ref>|You will see <ref> on the statement}.', '{I have cancelled the cheque and sent it to your bank|Tear up the cheque}, {the money is there on <weekday>|it travels tonight}, {and I left £<small> for the winter as you wanted|in full}.', '{You get £<small> today without any check|I can release £<small> at once}, and {the rest on <weekday>|the other part after my team leader has seen it this afternoon}. {I will text you|I ring you either way}.',
    ],
    walls: [
      '{Refunds are done in order of arrival|It is in the queue}. {I cannot see how far it is|There is no way to speed it up}.', '{The policy is to keep one month of payments on the account|We keep a buffer}, {so nothing is due at the moment|so there is no refund today}.', '{You would have to send the bank statement again|We need the form once more}. {The first one has expired|It is only valid for 28 days}, {then it starts from the beginning|and then it takes up to <n> weeks}.',
    ],
  },
} satisfies Partial<Record<ReasonId, ReasonText>>;
