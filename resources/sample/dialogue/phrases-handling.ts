/** While the agent works: looking, holding, passing on, asking again. */
export const looking: readonly string[] = [
  '{Let me|I will just} {open|bring up|load} {your account|the file|the history}{, it takes a second|}.', '{Okay|Right}, {I am in|I have it open|I can see the account now}.', '{One moment|Two seconds} while {the screen catches up|I find the right page|this loads}.',
  '{Thank you|Thanks}, {<first>|that is great}. {Just reading the notes|I am going through the last few entries}.', '{I will type while you talk, if that is all right|You may hear me typing, I am still listening}.', '{Bear with me|Hang on}, {I am switching to the metering screen|I need the other system for that}.',
];

export const holds: readonly (readonly [ask: string, consent: string, back: string])[] = [
  ['{Can|May|Could} I {pop|put} you on hold {for a minute or two|while I ask metering|while I check this with a colleague}?', '{Yes, all right|If you must|Go on then|Fine, but please do come back}.', '{Thank you for holding|Thanks for bearing with me|Hello again, <first>}. {I have spoken to the people in metering|I have had a second pair of eyes on it|I have an answer}.'],
  ['{I need to speak to the back office|I want to check that with my team leader}. {Are you okay to hold|Can you stay on the line}?', '{How long will that be|Is it the same music|Sure}? {Okay|I will put you on speaker and do the washing up|I have got a cup of tea, go on}.', '{Still there|Are you still with me}? {Sorry, that was longer than I said|That took more than a minute, I apologise}.'],
  ['{Just going to put you on hold|I am placing you on a brief hold}.', '{Again|Oh. Right|Do you have to}?', '{Thank you for your patience|Right, I am back}. {So|Okay}, {this is how it stands|here is what I found}.'],
  ['{There is something odd on here|This does not add up on my side}. {Give me two minutes on hold|Let me mute you and ring a colleague}.', '{Take the time you need|As long as somebody looks at it properly|All right, I will wait}.', '{Right, sorry about that|There we are}, {I got hold of somebody|I found the person who knows}.'],
];

export const transfers: readonly (readonly [announce: string, reaction: string])[] = [
  ['{That is handled by another team|I am in the wrong department for this, I am afraid}. {I will put you through|Let me transfer you} {now|to somebody who can}.', '{Not again|Oh, please do not cut me off|And will I have to explain it all again}?'],
  ['{You need the specialist team for that|This one has to go to my colleagues upstairs}. {Stay on the line|One moment, connecting you}.', '{Fine|Right|If it helps}. {But they had better know what this is about|I hope they know I am coming}.'],
  ['{I cannot do that part on my screen|My access stops here}. {I am going to pass you over|I will hand you to a colleague}.', '{You were doing so well|Is there nobody in the place who can do all of it|How many of you are there}?'],
];

/** The new agent asks for everything again; the customer has to start over. */
export const coldHandovers: readonly (readonly [ask: string, answer: string])[] = [
  ['{Hello, you are through to <agent>|<agent> speaking}. {What is it about|How can I help}?', '{I have just told your colleague all of this.|Did the other person not tell you?} {It is about <topic>|So, again: <topic>}.'],
  ['{Brightwater, <agent>|Good <daypart>, <agent> here}. {Can I take the account number and a short description|Could you start from the beginning}?', '{From the beginning|Again}? {All right|I gave it a minute ago}. <account>. {It is about <topic>|And the matter is <topic>}.'],
  ['{Hi, <agent> here, the call came through without notes|You have come through to <agent>, and nothing came with you, I am afraid}. {What was it|Tell me what you told them}.', '{I really thought that somebody would have written it down|You are the third person I say this to today}. {<topic>, since you ask|The whole thing is about <topic>}.'],
];

/** The new agent already knows. */
export const warmHandovers: readonly (readonly [ask: string, answer: string])[] = [
  ['{Hello <first>, <agent> here|<first>, it is <agent>}. {Your colleague on our side told me the whole thing, so you need not repeat it|I have been told what it is about}: <topic>, {is that right|yes}?', '{Yes, thank you, that is a relief|That is it exactly|Oh, good, yes}.'],
  ['{This is <agent>|<agent> speaking}. {I have the notes in front of me|I have just read what you told my colleague}, {so straight to <topic>|about <topic>}.', '{Well, that makes a change|Good, then we can get on|I am glad I do not have to start over}.'],
];

/** A second contact on the same matter. `<prior>` is who took the last one. */
export const returnOpeners: readonly string[] = [
  '{I rang|I spoke to <prior>|I was in touch} on <weekday2> about <topic> and {nothing has changed|it has happened again|I am none the wiser}.', '{It is me again|Here I am again}, {about <topic>|the one with <topic>}. {<prior> said it was done|I was told it would be fixed by now}.',
  '{This is the second time I contact you about <topic>|I already explained <topic> to <prior> on <weekday2>}. {Where are we|What happened to it}?', '<prior> {promised|told} me on <weekday2> {that this was sorted|that I would hear back}{, and I have heard nothing|, and here we are|}. {It is still about <topic>|<topic>, remember}?',
];

export const knowsHistory: readonly string[] = [
  '{Yes, I can see you spoke to <prior> on <weekday2>|I have <prior>\'s note from <weekday2> here}, {so you need not go through it again|I will not make you say it twice}.', '{The note says <prior> was going to settle <topic>|I see what was promised on <weekday2>}, {and I can see it was not done|and that part is missing}. {That is ours to put right|Let me finish it}.',
  '{I know the background|I have read all of it}, {<first>|so let us go straight on}. {<prior> got as far as the form|It stopped half-way}.',
];

export const asksAgain: readonly (readonly [ask: string, answer: string])[] = [
  ['{I have no record of that|There is nothing in the notes}. {Can you take me through it|What was it about}?', '{Really|Nothing at all|Not a line}? {I spent half an hour on it|I gave <prior> every detail}. {So: <topic>|Once more, then: it is about <topic>}.'],
  ['{What did <prior> say exactly|And who told you that}? {Start from the top for me|I need it all again, I am afraid}.', '{You are joking|I do not believe it}. {I have said all of this|You must have it somewhere}. {<topic>|It is <topic>, for the second time}.'],
  ['{Could I have the account number and what happened|Talk me through the whole thing}?', '{The same as on <weekday2>|It has not changed}: <account>, {<topic>|and it is still <topic>}.'],
];

export const vaguePromises: readonly string[] = [
  '{Somebody will be in touch|A colleague will contact you|They will ring you} {in due course|when they have looked at it|at some point}.', '{I will make a note|I have put a note on}. {It should sort itself out|It normally drops into place} {in a week or so|by the next bill}.', '{I will pass it on|It has been escalated}. {I cannot say how long they take|There is no time I can give you}.',
  '{You could try again next week|Best to leave it a few days and see|If it has not changed by the end of the month, call again}.', '{It is with the team|The system shows it as pending}, {so it is a matter of waiting|there is nothing to do from here}.',
];

export const clearPromises: readonly string[] = [
  '{I will ring you myself|You will hear from me, <agent>,} on <weekday> {before noon|between two and four}, {whether it is done or not|even if there is no news}.', '{You will have it in writing by <weekday>|An e-mail goes to <email> today}, {with my name on it|and it says exactly what we agreed}.', '{I have set myself a reminder for <weekday>|It is in my diary for <weekday>}: {I check it and text you on <phone>|if it is not done I chase it, not you}.',
];

/** The agent settles the question that would have come next. */
export const nextIssues: readonly (readonly [offer: string, answer: string])[] = [
  ['{While I have you|One more thing before you ring again in spring}: {your deal ends in <month2>|your annual review is due in <month2>}. {Shall I put the dates in a text|I can set a reminder for you}?', '{Yes please, I would have missed that|Go on, that is useful|Oh, I did not know that}.'],
  ['{The next bill will look odd, because it covers two periods|You may get one more letter that crosses with this one}. {You can bin it|Do not pay that one}.', '{Good that you say so|Ah, I would have rung again about that|Right, I will look out for it}.'],
  ['{Can I check that you are on the right list for <street>|Since you mention it, are you on our priority register}? {It costs nothing|It takes me a minute}.', '{No, what is that|I had no idea|Put me on it, then}.'],
];
