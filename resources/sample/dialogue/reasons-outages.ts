import type { ReasonId } from '../world/reasons.ts';
import type { ReasonText } from './reason-text.ts';

export const outageTexts = {
  'power-cut': {
    topic: ['the power cut in <street>', 'no electricity', 'the supply being off', 'the blackout here'],
    problem: [
      '{We have no electric|The power is off} {in <street>|in the whole of <street>}, {since about <hour>|it went with a bang at <hour>}.', '{Everything went dark at <hour>|It just went click}, {and the street lights are out too|but next door has light}. {Do you know about it|Is it you or is it my fuse box}?', '{It keeps going off and on|The lights have been flickering since <hour>}, {the clocks are all blinking|and now it is gone for good}.', '{There is a cable down in the lane|A tree came down on the line behind <street>}, {and it is humming|and the power has gone}. {I am keeping the children away|Somebody should come quickly}.', '{That is the <n>th cut since <month2>|Again no power}. {The freezer has been off for <n> hours|I had to throw everything away last time}.',
    ],
    detail: [
      '{I have been round with a torch, all the switches are up|I have checked the trip switch, it is up}.', '{My phone is on eleven per cent|I am ringing from the car to charge the phone}.', '{The fish tank is going cold|There is a full freezer|The stair lift has stopped half-way}.', '{Across the road they have light|Up to number <house> it is on, then it is dark}.', '{It was very windy in the night|There was digging in the road this morning}.',
    ],
    asks: [
      ['{Do the neighbours have light|Is it only you, or the street}?', '{The left side is dark, the right side is fine|All dark as far as I can see|Only us, I think}.'], ['{Could you look whether the main switch is up|Have any of the switches gone down}?', '{They are all up|One is down and will not stay up|I am holding the torch with my teeth. Up, all of them}.'], ['{Is everyone all right|Is there anybody in the house who needs power for medical reasons}?', '{No, just cold and bored|My mother has an electric bed|We are fine, thank you for asking}.'], ['{What is the postcode|Can I take the postcode, so that I see the map}?', '{<postcode>|It is <postcode>, number <house>}.'],
    ],
    finds: [
      '{I can see it on the map|Yes, we know about it}: {a fault at the substation in <town>|a damaged cable near <street>}, {<n>0 homes are off|and a crew has been there since <hour>}.', '{There is nothing on the map for your street|The area shows as live}, {so it is likely to be on your side or the service cable|so I am opening a new fault for you}.', '{The crew reports a joint that has burnt through|They have found it: water in a joint}, {they expect to have you back by <hour2>|the estimate is <hour2>}.',
    ],
    doubts: [
      ['{Is that a real time or a guess|You said that an hour ago on the recorded message}.', '{It is the crew\'s own estimate|A guess, and I would rather say so}, {I would plan for an hour more|it has moved once already}.'], ['{What about the food|Who pays for the freezer}?', '{Keep it shut and it will last a day|After twelve hours there is a fixed payment}, {you need not claim, it comes by itself|I note the time for you}.'], ['{Why is it always us|Why does it happen here all the time}?', '{Your street hangs on a line from the sixties|The line to <town> is due to be replaced in <month>}. {I will send you the plan|I know that does not help tonight}.'],
    ],
    fixes: [
      '{The crew is on it, back by <hour2>|They are switching you to another line now, ten minutes|You will be on again by <hour2>}. {I text you on <phone> when it changes, and when it is over|I have put you on the list for updates}.', '{Somebody is on the way to you, about forty minutes|I have sent the nearest engineer, he is called <other>}. {Stay away from the cable|Leave the switch down until he is there}, {and ring if anything changes|I stay on it}.', '{It should be back this second. Has it come on|They have just closed the switch. Anything}? {There we go|Good}. {I enter the times, the payment of £<small> follows by itself|Put the kettle on first, the freezer next}.',
    ],
    walls: [
      '{It is with the network company|That is not us, that is the network}. {You can ring 105|I can give you their number}.', '{I have no time|There is no estimate}. {Please keep looking at the website|The message will be updated}.', '{Have you tried turning it all off and on|Check it with an electrician first}. {If it is your side there is a call-out charge|I cannot send anybody as it stands}.',
    ],
  },
  'meter-display': {
    topic: ['the smart meter', 'the display in the kitchen', 'the meter that does not send', 'the smart meter screen'],
    problem: [
      '{My smart meter has not sent anything since <month2>|The smart meter is not smart}, {so I get estimated bills|and I have to read it by hand}.', '{The little screen in the kitchen is blank|The display says searching, searching, searching} {since <month2>|ever since we changed the router|since your engineer was here}.', '{It says I used £<small> today|The display showed £<small> by breakfast}, {I was not even at home|I have had one cup of tea}.', '{Since I joined you the meter has gone dumb|I came over from another supplier and the meter stopped}. {It worked with them|They told me it would work}.', '{The meter beeps every few minutes|It shows an error, a triangle with a mark}. {It drives me up the wall|What does that mean}?',
    ],
    detail: [
      '{I have moved it to the window, the way it says|I have tried it in every room}.', '{You sent me a new one, and that is blank as well|This is the second box}.', '{I crawl behind the freezer with a torch to read it|It is up by the ceiling, I need a ladder for it}.', '{I got it to save money and now I save nothing|They said that it would end the guessing}.', '{The walls are thick here, it was a mill once|We are in a dip, there is hardly any signal}.',
    ],
    asks: [
      ['{What does it say exactly|What can you see on the screen}?', '{Waiting for current data|Nothing. It is black|A house with a cross through it}.'], ['{Is there a small green light on the meter itself|Do you see a light blinking on the box}?', '{It blinks red|Yes, every five seconds|One green and one that is off}.'], ['{Could you press the A button and hold it for ten seconds|Take the plug out, count to thirty and put it in again}.', '{I have done that twice already|One moment. No, the same|Now it says connecting}.'], ['{When did it last work|Since when has it been like that}?', '{In <month2>, I think|Up to the day I switched|It has never worked, not for a day}.'],
    ],
    finds: [
      '{The meter did its last good night on the <nth> of <month2>|From here I can see the last signal was in <month2>}, {after that the aerial module fell asleep|and then it lost the network}.', '{It is one of the first type|You have a first-generation meter}, {and those go quiet when you change supplier|they have to be enrolled again}.', '{The meter is fine, the display is not paired|We get your readings}, {it is only the screen that does not know it|so your bills are right at least}.', '{It is billing gas in the wrong unit|The conversion factor was entered twice}, {that is why the screen shows £<small>|which makes it look twelve times too high}.',
    ],
    doubts: [
      ['{Do I need a new meter|So it has to come out again}?', '{Not yet|No, an update from here is usually enough}, {it takes a night|it runs at three in the morning}.'], ['{And the bills until then|Can I trust the bills}?', '{Give me a reading and I bill to that|The total on the meter is right, always}. {Only the screen is wrong|It is the sending that fails}.'], ['{Why did nobody notice for <n> months|Do you not see that it is silent}?', '{There is a list, and it is long|We do see it}, {and somebody should have written to you|it should have raised an alarm}.'],
    ],
    fixes: [
      '{I have sent the wake-up command|I have started the update}, {by <weekday> it should report every half hour|you can see it tomorrow}. {If it is still silent on <weekday>, an engineer comes without you ringing|I look at it on <weekday> and ring you}.', '{Paired|There, now it should show numbers}. {What do you see|Is there a clock on it}? {Lovely|That is the right one}. {The day starts at nil at midnight|The colours are for guidance only}.', '{An engineer with a stronger aerial comes on <weekday>, between eight and ten|I have booked the visit for <weekday> morning}, {he rings half an hour before|with your phone number on his sheet}, {and it costs you nothing|no charge}.',
    ],
    walls: [
      '{It should come back on its own|They often come back}. {Give it <n> weeks|Wait for the national update}.', '{We do not repair displays after a year|The display is out of guarantee}. {You can use the app|There is an app for that}.', '{There are no appointments in your area|I have nothing before <month>}. {Try again at the beginning of the month|You would have to look on the website every day}.',
    ],
  },
  'planned-work': {
    topic: ['the planned work in <street>', 'the card about switching us off', 'the interruption on <weekday>', 'the notice of works'],
    problem: [
      '{There is a card through the door|I have a card here} {that you will switch us off on <weekday>|about an interruption on <weekday>}, {from nine to four|with no times on it}. {Is that so|What am I supposed to do all day}?', '{You were going to switch us off on <weekday2>|It was announced for <weekday2>}, {so I made arrangements|I cancelled my customers}, and {nothing happened|nobody came}.', '{The power went off at seven this morning|You switched us off two hours early}, {and the card says nine|while my bread was in the oven}.', '{My neighbour got a card about works, I did not|Number <house> had a notice and we had none}. {Are we off or are we on|Does it concern us}?',
    ],
    detail: [
      '{I work from home|I am <job>, I sleep in the day|I run a small bakery}, {so it is not nothing|and I need to plan}.', '{There is a tank with tropical fish in it|The gate is electric, I cannot get the van out}.', '{The card was wet, half of it washed off|It was in among the pizza leaflets}.', '{Can you not do it at night|Why is it always a working day}?',
    ],
    asks: [['{Is there a number on the card|What is the reference of the notice}?', '{<ref>|It says <ref>, printed upside down}.'], ['{Does anyone at home depend on electricity|Do you have medical equipment}?', '{No, but there is a hen house with lamps|My husband has a nebuliser|Only the freezer}.'], ['{When did it come|On which day did you get it}?', '{Yesterday|On <weekday2>, so <n> days before|This morning, imagine}.']],
    finds: [
      '{The work is real: they replace a pole in <street>|It is the new cable for <town>}, {<weekday>, nine to three|from nine until about two}, {and your house is on the list|but your side of the road is not affected}.', '{It was moved because of the wind|The crew was called to a fault}, {and the second card never went out|and nobody told the street}.', '{The list came from an old map|Your house is fed from the other side}, {so you got no notice, and you should have|that is why the cards went to the wrong doors}.',
    ],
    doubts: [['{Do I get something for that|And the lost day}?', '{If the notice was under two days, there is a fixed payment|Yes: thirty pounds when we do not give notice}. {I can start that now|It goes to your account}.'], ['{Will it really be over by then|And if they take longer}?', '{They have a reserve of an hour|I will put your number on the site list}, {the foreman texts you|so you hear it first}.']],
    fixes: [
      '{I have spoken to the foreman|The crew knows}: {you get a cable from the generator for the <n> hours|they do your side after one o\'clock}, {so you can work|and the rest stays as printed}.', '{Thirty pounds are on your account for the missing notice|The payment is booked}, and {the next card comes fourteen days before, and by text|I have added your mobile to the list for the street}.', '{You are not affected, I have checked house by house|Your lights stay on}. {The card was for the even numbers|It was meant for the other end of <street>}.',
    ],
    walls: ['{It says so on the card|We did give notice}. {There is nothing I can add|That is all I know}.', '{The network company does the works|It is not our crew}. {You would have to ask them|They have their own number}.', '{Dates can change|Works may be moved without notice}. {Please look at the website on the day|Keep an eye on the site}.'],
  },
} satisfies Partial<Record<ReasonId, ReasonText>>;
