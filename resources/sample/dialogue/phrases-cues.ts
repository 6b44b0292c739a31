/** A feeling the customer lets show, replies that take it up, and how the customer sounds after such a reply. */
export type Cue = { id: string; says: readonly string[]; taken: readonly string[]; softer: readonly string[]; returningOnly?: boolean; longStandingOnly?: boolean };

export const cues: readonly Cue[] = [
  {
    id: 'money', says: ['{I lie awake doing sums|I have cut everything I can cut}, {and there is nothing left|and now this}.', '{We are on one wage since <month>|My hours were cut in <month>}, {I am <job>, it is not a fortune|so every pound counts}.', '{I have had the heating off since <month>|I sit here in my coat}, {so do not tell me I use too much|because I am frightened of the bill}.', '{It is food or this|I had to ask my sister for money}, {and I hate asking|I am ashamed to say}.'],
    taken: ['{That is a heavy thing to carry|No wonder you are worried}, <first>. {Let us make sure that you are not out of pocket before we do anything else|First we take the pressure off, then we look at the figures}.', '{Nobody should sit in the cold because of a letter from us|I am sorry it has come to that}. {Put the heating on tonight|We will find a sum you can live with}, {and I mean that|I will stay on until we have}.'],
    softer: ['{Thank you. I did not expect anyone to say that|That, well, that helps already}.', '{Sorry, I am a bit wobbly|It has been a long month}. {Thank you|You are kind}.'],
  },
  {
    id: 'bereavement', says: ['{It was my husband who did all this, and he died in <month>|My wife always dealt with the bills, and she passed away in <month>|My brother looked after it for me. The funeral was on <weekday2>}.', '{The account is in my father\'s name, we lost him in <month>|It is still in mum\'s name, she is not with us any more}, {and I cannot bring myself to change it|and every envelope is a stab}.', '{You keep writing to my brother|You still put his name on the envelope}, {and he has been dead since <month>|and he died, I told you that}.'],
    taken: ['{I am so sorry for your loss|I am very sorry}, <first>. {There is no hurry with any of this|You only have to tell us once, and I will see to the rest}. {How are you managing|Is somebody with you}?', '{Thank you for telling me, that cannot be easy to say to a stranger|Oh, <first>, I am sorry}. {I will take the name off the letters today|From now on you will not get another one in that name}.'],
    softer: ['{That is good of you|Bless you. People do not usually ask}. {I am getting there|One day at a time}.', '{Thank you. It is the letters that get me|You have a kind voice}.'],
  },
  {
    id: 'baby', says: ['{We have a baby of <n> weeks here|My daughter is due in <n> weeks}, {so I need to know we will have hot water|and I am washing bottles from a kettle}.', '{Sorry, that is the little one|Excuse the crying}, {nobody has slept in this house|I have had about two hours} {since <weekday2>|this week}.'],
    taken: ['{Congratulations, and what a time to have this on top|A new baby and no sleep, and then us}! {I will be quick, so that you can get back|Let me do the work here, you look after the little one}.', '{How old|A boy or a girl}? {Then we will treat this as urgent|Hot water first, paperwork later}. {I have little ones too|I remember those weeks}.'],
    softer: ['{Ha, thank you. She is gorgeous, just loud|That is nice of you, he is worth it}.', '{Oh, thank you, I thought you would be cross about the noise|You are a lifesaver}.'],
  },
  {
    id: 'illness', says: ['{I am in the middle of treatment|I came out of hospital on <weekday2>}, {I cannot be dealing with this|and I tire very easily}.', '{My son uses a breathing machine at night|I have insulin in the fridge|My mother is on oxygen}, {so I get nervous|so this is not just a nuisance}.', '{My memory is not what it was|I have trouble with my eyes now}, {so you have to bear with me|the letters swim}.'],
    taken: ['{I am sorry you are going through that|That changes how we do this}, <first>. {Let me put you on the priority register while we talk|You should not have to chase us at all, I will do the chasing}.', '{Thank you for saying so, that matters|That must be frightening}. {Is everything all right at this moment|Are you comfortable right now}? {Good, then we go at your pace|Then one thing at a time}.'],
    softer: ['{Yes, it is all right just now. Thank you for asking|I am okay, thank you}.', '{That is a weight off|You do not know how much that helps}.'],
  },
  {
    id: 'again', returningOnly: true, says: ['{I am so tired of explaining this|I feel like a parrot}. {Every time it is somebody new|Each of you starts at nothing}.', '{Do you people ever talk to each other|Does anybody read what you type}? {I must have said it <n> times|I could sing it by now}.', '{I am not angry with you, but I am at the end of my tether|I do not want another apology}, {I want it to stop|I want it done}.'],
    taken: ['{You are right, and you have been more patient than I would have been|Of course you are fed up}. {It stops with me|I am keeping this one until it is closed}, {my extension is <ext>|my name is <agent> and I will not pass it on}.', '{You should not have had to ring again|That is our failure, not yours}. {I can see what was promised|Let me tell you what I know, so that you do not have to}.'],
    softer: ['{Well. Thank you for not making excuses|That is the first sensible thing I have heard}.', '{All right. I will believe it when I see it, but thank you|Good. I needed to hear that}.'],
  },
  {
    id: 'loyalty', longStandingOnly: true, says: ['{I have been with you for <years> years|<years> years, never a day late}, {and this is what it is worth|and I get treated like a stranger}.', '{My parents were with you before me|When I joined you the meter took coins}, {<years> years ago|that is <years> years}, {doesn\'t that count for something|and now I am a number}.'],
    taken: ['{<years> years|That is longer than I have worked}, {and it should count|and you should feel it}. {I am sorry that today it does not|Let me see that it does}.', '{I can see it here, since the days when <town> still had its own shop|You were with us before I could read}, <first>. {That is exactly why I want this right|Thank you for saying it instead of just leaving}.'],
    softer: ['{Well, I have always been loyal, it is how I was brought up|I did not think anybody could see that}.', '{Ha. Yes, the shop on the corner|You make me feel old, but thank you}.'],
  },
  {
    id: 'fright', says: ['{It has red letters on it|It says legal action}, {my hands were shaking|I had to sit down}.', '{I have never owed anybody a penny|My father would turn in his grave}. {What will the neighbours think|I am ashamed to open the door}.', '{Are you going to cut me off|Will somebody come to the house}? {I live on my own|I keep looking out of the window}.'],
    taken: ['{Nobody is coming to your door|Let me say this first: you are safe}, <first>. {That letter should frighten nobody|I am sorry we scared you}, {and we will get to the bottom of it together|take a breath, I am not going anywhere}.', '{What a horrible thing to find on the mat|I would have been shaken too}. {Put the letter to one side|You have done nothing wrong}, {we look at the figures now|and I will stop the next one this minute}.'],
    softer: ['{Oh, thank heavens|Thank you, I can breathe again}.', '{I feel a bit foolish now, but thank you|I will put the kettle on after this}.'],
  },
  {
    id: 'work', says: ['{I took a day off without pay for this|I am <job>, I cannot sit on the phone}. {Do you know what that costs me|My boss is not amused}.', '{I have a shop full of people|I am standing in a car park on my break} {because of you|trying to sort this}.'],
    taken: ['{A day without pay is a real price for our mistake|You have given us time that you do not have}. {Then I will not waste another minute of it|Let me see what I can give back}.', '{<job>, and still you make time for us|Then let us get you back to your people}. {I do the rest without you|You go, and I ring you with the result}.'],
    softer: ['{That would be a help, cheers|Good. I can live with that}.', '{Somebody with sense, finally|All right. Much appreciated}.'],
  },
  {
    id: 'computers', says: ['{I am <years> years behind with computers|I do not do the internet}, {and everybody talks as if I were daft|I feel shut out}.', '{My grandson set it up and now he is away|The app threw me out}, {and I pressed something|and I daren\'t touch it again}.'],
    taken: ['{You are not daft at all, it is made for people who sit in front of it all day|Plenty of people tell me that, and they are right}. {We do it by post, the way you like it|I will walk you through it, no hurry}.', '{Nothing is broken, I promise|You cannot break it}. {Let us do it together, slowly|I will do it from here and tell you what I press}.'],
    softer: ['{You are patient, thank you|Oh, that is a relief, I thought I had broken it}.', '{I am quite good with a pencil, mind|Well, I will try it then}.'],
  },
  {
    id: 'move', says: ['{It is our first house|We have lived out of boxes since <month>}, {it was meant to be the happy bit|and I just want one thing to work}.', '{After the divorce I am starting again|It is just me and the children now}, {and I wanted it to be in my own name|and it is all on my shoulders}.'],
    taken: ['{Starting over takes some courage|A first house, how lovely}, <first>. {Then let us make this the easy part|Let this be one box you can tick off}.', '{That is a lot of change at once|You have enough on your plate}. {In your own name it is, and I will spell it right|I will do the forms, you unpack}.'],
    softer: ['{Thank you. That means more than you know|It does feel good to say it}.', '{Ha, if you could find the kettle as well|You are a gem}.'],
  },
];

/** Replies that pass over what was felt. */
export const missedReplies: readonly string[] = [
  '{Okay|Right|Mm-hm}. {I will just bring|Let me bring} the account up.', '{Right|Okay}. {Is that the only thing|So the query is <topic>, yes}?', '{And|So} what was the {date on the letter|amount again|reading}?', '{I see|Noted}. {The system shows something else, so|Moving on then,} {I need the date|let us look at the figures}.', '{Yes. As I was saying,|Okay, so, going back to <topic>,} {it is calculated on the account|there is a process for that}.', '{Sure|Yep}. {Do you have the bill in front of you|Can you read me the number on the left}?',
];

/** Sentences from the script: empathy by the yard. */
export const scriptReplies: readonly string[] = [
  'I {completely|fully|totally} understand your frustration and I {do apologise|apologise} for any inconvenience {caused|this may have caused}.', 'I can {certainly|absolutely} appreciate how you feel, {and I want to assure you that we value your custom|and your satisfaction is our priority}.', 'I am sorry to hear that. {As a valued customer your feedback is important to us|We take all feedback on board}.', '{I hear you and I want to thank you for bringing this to our attention|I would feel the same in your shoes}. {Rest assured that|Please be assured} {we are doing all we can|it will be looked into}.',
];

/** Replies that brush the feeling aside. */
export const wrongReplies: readonly string[] = [
  '{There is no need to get upset|Let us keep this civil}, {it is only <topic>|it is a standard letter}.', '{Well, everybody\'s costs have gone up, to be fair|You are not the only one, we get this all day}.', '{It was in the terms you agreed to|You would have had a letter about it}, {so I am not sure what you expect|so that is not really an argument}.', '{Calm down|Let me finish}, {I cannot help you if you talk over me|it is not the end of the world}.',
];

/** The customer after a feeling was passed over. */
export const hardened: readonly string[] = [
  '{Did you hear what I just said|I am not sure you are listening}?', '{Right. So that is how it is|Fine. Stick to the figures, then}.', '{I tell you that and you ask me for a number|It is all just boxes to you, is it not}?', '{Yes, yes|Never mind}. {What do you need|Carry on}.', '{You are reading that off a card|They told you to say that}.', '{I suppose that is a no, then|I should not have said anything}.',
];
