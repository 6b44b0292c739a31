import type { Manner } from '../world/agents.ts';

/** What a customer says at the end, from 1 (angry) to 5 (more than content). */
export const reactions: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  1: [
    '{That is a disgrace|I have never heard anything like it|Unbelievable}. {<years> years I have paid you people|I am going to look for somebody else|I will be telling everyone in <town>}.', '{So you are doing nothing|So that is a no}. {I want the name of your manager.|Who is above you?|Then I shall write to the ombudsman.}',
    '{I give up|I cannot do this any more|There is no point talking to you}. {You have not listened to a word|It is like talking to a wall}.', '{Do you know what, I am done|That is it for me}. {I am cancelling the lot|The neighbours left you in <month> and now I know why}.',
  ],
  2: [
    '{I am not happy with that|That does not really help me|Well, that is disappointing}. {But I suppose I have no choice|I will see what comes|I expect I will be back}.', '{So I wait, again|And if nothing happens|So we are where we were}? {I hope you have written it down this time|I have heard that before}.',
    '{I do not understand it any better than before|It makes no sense to me}, {but fine|and I am tired of asking}.', '{It should not be this hard|All this for <small>|I have better things to do with a <weekday>}. {There we are|Never mind}.',
  ],
  3: ['{Right|Okay|Fine}. {I suppose that will have to do|That is something|It is an answer, at least}.', '{I see|Oh well}. {Not what I was after, but it is clear|I will look at the next bill}.', '{Okay, thanks|Thanks}. {It took long enough|You could put that on your website|I still think it is a funny way of doing things}.', '{If you say so|Fair enough, I suppose}. {I will wait for the letter|Let us see}.'],
  4: ['{Great, thank you|Okay, that is good|Brilliant}. {That was easier than I expected|That is what I needed|One thing less}.', '{Good, that is clear now|Thanks for explaining}, {I appreciate it|I can work with that}.', '{Oh, good|Perfect}. {I will cross it off my list|That puts my mind at rest}.', '{Thank you, <agent>|Cheers}, {you have been helpful|that is sorted, then}.'],
  5: [
    '{You have been wonderful|I could hug you|You are the first person who listened}. {I was dreading this and now I am smiling|I wish they were all like you|Can I tell somebody how good you were}?', '{That is more than I hoped for|I did not expect that at all|Well, you have made my week}. {Thank you, truly|I will sleep tonight}.',
    '{Honestly, <agent>, thank you|Thank you so much}. {You understood straight away|It is not only the money, it is that somebody cared|<years> years with you and that was the best call yet}.', '{Oh, you are kind|What a difference}. {I nearly did not ring|I had made up my mind to leave, and now I shall stay}.',
  ],
};

/** The same in writing; short, because people type. */
export const chatReactions: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  1: ['{useless|this is a joke|wow}. {I will move supplier|screenshots taken|I am done}', '{So no help at all|not good enough}. {Give me the name of your manager|I want the ombudsman address}', '{You are copying and pasting|Did you even read what I wrote}? {forget it|bye}'],
  2: ['{not really what I asked|hm, that does not help me}. {ok|I will try the phone I guess}', '{So I just wait|and if it does not happen}? {great|fine}', '{this is the same answer as last time|I could have read that on the website}'],
  3: ['{ok|right, ok|alright}. {will see|we will see what happens}', '{Okay, understood|got it}. {bit complicated|not ideal, but ok}', 'ok {thanks|ta} {I suppose|for now}'],
  4: ['{thanks, that works|great, thanks <agent>|perfect thank you}', '{That is clear now, cheers|brilliant, that was quick}', '{ok good, one less thing|good to know, thank you}'],
  5: ['{Wow, thank you <agent>|you are a star, honestly}. {did not expect that|made my day}', '{Best chat I have had with any company|that is so kind}, {thank you|really}', '{I was ready for a fight and you just fixed it|You actually read it all}. {thank you!|amazing}'],
};

export const closings: Record<Manner, readonly string[]> = {
  warm: ['{I am glad we got there|I am glad you rang}, <first>. {Look after yourself|You take care now|Do ring and ask for me if anything is not right}.', '{It was good to talk to you|Thank you for being so patient with us}, <first>. {Have a gentle <daypart>|All the best to you}.', '{Is there anything else that is bothering you|Anything else I can take off your shoulders}, <first>? {If not, take care|Then have a good rest of the day}.'],
  plain: ['{Is there anything else|Anything else I can do}? {Then thank you for calling|Thanks for your call}. {Goodbye|Bye now}.', '{Okay, that is done|All set}. {Thank you for calling|Thanks, <first>}. {Goodbye|Bye}.', '{You will see it on the next statement|I have saved that}. {Thank you|Thanks for ringing}, {bye|goodbye}.'],
  script: ['Is there anything else I can assist you with today? {Thank you for being a Brightwater customer|Thank you for choosing Brightwater}, {have a bright day|stay bright}.', 'Thank you for calling Brightwater Energy. {You may receive a short survey, ten out of ten is what we aim for|Please rate your experience today}. {Goodbye|Have a wonderful day}.', '{I trust I have resolved your query today|Have I answered all your questions today}? Thank you for your call and {have a bright <daypart>|goodbye}.'],
  cold: ['{That is all, then|Nothing further}. {Goodbye|Thank you for calling}.', '{It is on the account|Noted}. {Goodbye|Bye}.', '{If that is everything, I will close the call|That concludes it}. Goodbye.'],
  chatty: ['{There we go, all done|Sorted, as they say}. {You enjoy that tea|Mind how you go in this weather|Give my regards to <town>}!', '{Lovely talking to you|It has been a pleasure}, <first>. {Have a cracking <daypart>|Ta-ra now}!', '{Anything else before I let you get on|Anything else while you have got me}? {Right, bye then|Take care, bye bye}.'],
};

export const customerFarewells: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  1: ['{Goodbye|I am hanging up now}.', '{You will hear from me|I will be in touch, believe me}.', '{Whatever|No, nothing else. Obviously}.'], 2: ['{Bye|Right, bye}.', '{No. Goodbye|No, I think that is all I can take}.', '{Okay. Bye|Well, goodbye then}.'],
  3: ['{No, that is all|Nothing else}. {Bye|Thanks, bye}.', '{Okay, bye|Right you are, bye}.', '{I think that is it|That was all}. {Goodbye|Cheers}.'], 4: ['{No, that is everything, thanks|That is all}. {Bye|Have a good <daypart>}.', '{Thanks, bye|Cheers, bye now|Thank you, goodbye}.', '{You too|Same to you}. {Bye|Take care}.'],
  5: ['{Bless you|Thank you again, really}. {Bye now|Bye bye}.', '{You take care as well|You have a lovely day too, <agent>}. {Bye|Goodbye}!', '{I will put in a good word for you|Tell your boss from me}. {Bye, <agent>|Goodbye}.'],
};

/** Short sounds of listening, in either voice. */
export const backchannels: readonly string[] = ['Mm-hm.', 'Right.', 'Okay.', 'I see.', 'Yes.', 'Uh-huh.', 'Go on.', 'Sure.'];

/** What people write in the comment box of a survey, by score. */
export const surveyComments: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  1: ['{Nobody listened|I was treated like a number}. {<years> years a customer and this is the thanks|It is still about <topic>, weeks later}.', '{Passed from pillar to post|Same story for the <n>th time}. {I want somebody to own it|I shall leave}.', '{Rules, rules, rules|Correct, perhaps, and completely heartless}. {I cried after the call|I hung up angrier than I was}.', '{I pay for the privilege of being told no|Shameful}. {<topic>, unresolved|Ask me about <topic>}.'],
  2: ['{I still do not know what happens about <topic>|The answer was vague}.', '{Had to repeat everything|I explained it twice and it was not written down}.', '{Polite but no use|Quick to get rid of me}. {Please ring back|Disappointing}.', '{He knew his stuff and did not care|I felt hurried off the line}.'],
  3: ['{It was okay|Neither good nor bad}. {The wait was long|The matter of <topic> should not need a call}.', '{Got an answer in the end|Fine, I suppose}.', '{The agent did what was possible|It is the policy I do not like}.'], 4: ['{Clear and friendly|Good help with <topic>}. {Waiting time could be shorter|Thank you}.', '{Sorted in one call|All done}, {thanks|cheers}.', '<agent> {explained it well|was patient with me}.'],
  5: ['<agent> {was lovely|deserves a rise|went out of the way to help}. {I felt heard|It made a hard week easier}.', '{Understood at once what it meant for us|Did not make me repeat a thing}. {Superb|Thank you}.', '{First time that somebody rang back when they said|They told me about it before I knew}. {Keep it up|Wonderful}.'],
};
