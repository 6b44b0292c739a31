import type { Manner } from '../world/agents.ts';
import type { Temper } from '../world/customers.ts';

/** How each manner answers the telephone. */
export const greetings: Record<Manner, readonly string[]> = {
  warm: [
    '{Hello|Good <daypart>} and {thanks|thank you} for {calling|ringing} Brightwater{ Energy|}, {my name is|you are through to|this is} <agent>. {How can I help|What can I do for you|What can I sort out for you} {today|this <daypart>}?',
    'Brightwater Energy, <agent> {speaking|here}. {Take your time and tell|Do tell} me what {has happened|is going on}.',
    '{Hi there|Hello}, {<agent> at Brightwater|it is <agent> from Brightwater Energy}. {What brings you to us|Who am I speaking to, and what is on your mind} {today|this <daypart>}?',
  ],
  plain: [
    '{Good <daypart>|Hello}, Brightwater Energy, <agent> speaking. {How can I help|What can I help with}?',
    'Brightwater{ Energy|}, {this is|you are speaking to} <agent>. {What is it about|How may I help you}{ today|}?',
    '{Thank you for waiting|Thanks for holding on}, <agent> {speaking|at Brightwater}. {What can I do for you|How can I help}?',
  ],
  script: [
    'Thank you for {calling|choosing} Brightwater Energy, {where every home matters|the bright choice for your home}. My name is <agent>, how may I {make your day brighter|assist you} {today|this <daypart>}?',
    'Good <daypart> and welcome to Brightwater Energy, my name is <agent>. {This call may be recorded for training and quality.|Calls are recorded for training and quality purposes.} How may I assist you?',
    'Welcome to {the Brightwater family|Brightwater Energy}, you are speaking with <agent>. {Before we start may I say thank you for being a valued customer.|Your call is important to us.} How may I assist?',
  ],
  cold: [
    'Brightwater. <agent>. {Account number, please.|Your account number?|Go ahead.}',
    '{Billing|Accounts|Brightwater Energy}, <agent> speaking. {Account number first, please.|What is the account number?|State your enquiry.}',
    'Yes, Brightwater, <agent> here. {What is it regarding|Is this about a bill|Which account}?',
  ],
  chatty: [
    '{Hiya|Hello hello}, you have got <agent> at Brightwater{, sorry about the wait, it has been {one of those mornings|bedlam} in here|}. {What is up|What can I do you for|How are you doing today}?',
    '{Hi|Hiya}, <agent> here at Brightwater Energy, {hope your <daypart> is going well|lovely to hear from you}. {What is the story|What can we get sorted}?',
    'Brightwater Energy, <agent> speaking, {just putting my tea down|there we go, headset on the right way round}. {Fire away|How can I help}?',
  ],
};

/** What a chat begins with on our side. */
export const chatGreetings: readonly string[] = [
  '{Hi|Hello} <first>, {you are chatting with|this is|my name is} <agent>. {How can I help today|What can I help you with|What is it about}?',
  '{Thanks for waiting|Sorry for the wait|Thank you for your patience}, <first>. <agent> here. {Reading what you wrote now|Just reading your first message|Let me have a look}.',
  '{Good <daypart>|Hello}, <agent> from Brightwater{ Energy|}{ here|}. {I have your message in front of me|Tell me a bit more and I will take a look|What has been happening}?',
  'You are connected to <agent>. {Please describe your enquiry|How may I assist you|What is your enquiry about}?',
];

/** How a customer starts to speak. */
export const openers: Record<Temper, readonly string[]> = {
  brisk: ['{Hi|Hello}{ <agent>|}, {quick one|I will be quick|two minutes, I hope}.', '{Right|Okay}, {so|here it is}.', '{Morning|Hello|Hi}, yes.', '{Hi, I am on my break, so|I have got ten minutes, so} {straight to it|let us be quick}.'],
  chatty: ['{Oh hello|Hello there|Hiya} <agent>, {how are you|nice to get a person|that is a lovely name}. {Now then|So|Anyway}, {let me think where to start|it is a bit of a saga|you will laugh at this}.', '{Oh, thank goodness, a real voice|Hello, yes, hang on, let me turn the radio down|Hello dear, I have my glasses on now}.', '{Hello|Hi}, {I hope you can help because nobody in this house understands it|I was just saying to my neighbour I ought to ring you}.'],
  formal: ['Good <daypart>. My name is <full>{, <house> <street>|}. {I am calling about my account|I should like to raise a matter|I have a query on which I would like a clear answer}.', '{Good <daypart>|Yes, good <daypart>}, this is <full> {of <town>|from <street>}. {I have the papers in front of me|I wrote down what I wanted to ask}.', 'Good <daypart>, {I would like to discuss <topic>, please|it concerns <topic>}.'],
  anxious: ['{Hello|Oh, hello}, {sorry to bother you|I am sorry, I do not really know who to ask|I hope I have the right number}. {I have been dreading this call|I have not slept much over this|I am probably being silly}.', '{Hi|Hello}, {um|er}, {I am a bit worried|I got a bit of a fright|it is probably nothing, but}.', '{Hello|Hi}, {is this the right place for <topic>|I was not sure whether to ring}? {My heart sank when I saw it|I keep going over it in my head}.'],
  blunt: ['{Finally|At last|About time}. {<mins> minutes I have been listening to that tune|I have been in your queue for <mins> minutes}.', '{Right, listen|Look|Listen}, {I want this sorted|I am not in the mood for the runaround|just let me talk}.', '{Yeah, hi|Yes}. {What are you lot playing at|Somebody needs to explain this to me|I want to know who decided this}.'],
};

/** How a chat or e-mail customer starts to write. */
export const chatOpeners: readonly string[] = [
  '{hi|hello|hiya|hey}{ there|}', '{Hello|Good <daypart>}, {I have a question about <topic>|I need some help with <topic>}', '{hi, can someone help with <topic>|anyone there? it is about <topic>}', '<topic>{ please|, again|}', '{Hi|Hello}, {it is about <topic>|are you the right people for <topic>}?',
];

/** Question and answer that establish who is calling. Spoken digits are for redaction to find. */
export const identityChecks: readonly (readonly [question: string, answer: string])[] = [
  ['{Can I take|Could I have|May I take} {your|the} {account number|number at the top of your bill}{, please|}?', '{It is|Yes, it is|Hang on, I have it here,} <account>.'],
  ['{And the|Could you confirm the|What is the} {first line of the address and the postcode|address we have for you|full address}?', '<house> <street>, <town>, <postcode>.'],
  ['{Who am I speaking to|Can I take your name|And you are}{, please|}?', '{It is|My name is|The account is under} <full>{, as in the bill|}.'],
  ['{What is the best number|Which number should I use} {if we get cut off|to ring you back on}?', '{Use|Try|It is} <phone>{, that is the mobile|, after four if you can|, I always have it on me|}.'],
  ['{And an e-mail address|Which e-mail do we have} for you?', '{That would be|It is} <email>{, all one word|, I check it once a week|}.'],
  ['{For security, can|Can} you {tell me|confirm} your {postcode and the house number|full name and postcode}?', '{<full>, <postcode>, number <house>|Number <house>, <postcode>, and the name is <full>}.'],
  ['{Are you the account holder|Is the account in your name}?', '{Yes, <full>, and I have been since I moved to <town>|I am, <full>, <house> <street>|It is in my name, <full>, always has been}.'],
];

/** Payment by card in the call: the digits are spoken. */
export const cardPayments: readonly (readonly [question: string, answer: string, reply: string])[] = [
  ['{If you want to pay that now, I can take a card|I can take the <small> by card while you are on}. {Read me the long number|What is the long number} when you are ready.', '{Ready|Okay|Here we go}? <card>. {Expires|It runs out} {oh nine|oh four|eleven} {twenty-eight|twenty-nine|thirty}.', '{Thank you, that has gone through|Got that, and it is paid}. {You will get a receipt at <email>|The reference is <ref>}.'],
  ['{Which card would you like to use|Do you have your card to hand}?', '{The blue one, hang on|Same as always, I think}. It is <card>.', '{Lovely|Thank you|Right}, {that is taken|payment accepted}. {Write down <ref>|Your reference is <ref>}{, just in case|}.'],
];

/** Words put in front of a spoken sentence now and then. */
export const fillers: Record<Temper, readonly string[]> = {
  brisk: ['Okay, ', 'Right, ', 'Yep, '], chatty: ['Well, ', 'Oh, ', 'You know, ', 'I mean, ', 'Funny you say that, '], formal: ['Indeed, ', 'Very well, ', 'As I see it, '],
  anxious: ['Um, ', 'Er, ', 'I think, ', 'Sorry, ', 'Oh dear, '], blunt: ['Look, ', 'No, ', 'Come on, ', 'Right, '],
};
