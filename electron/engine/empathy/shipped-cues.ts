import type { CuePhrase } from '#shared/model/empathy.ts';

type Kind = CuePhrase['kind'];

/**
 * The phrases that every project begins with, by kind: our own words for how English-speaking customers say that
 * something matters to them beyond the matter in hand. How well they do is measured in `tests/unit/empathy`.
 */
const byKind: Readonly<Record<Kind, readonly string[]>> = {
  worry: [
    "worr*", "i'm/i/we're/am ... anxious/nervous/scared/afraid/frightened/terrified/panicking", 'anxious/nervous/scared about', 'in a panic', 'panic*', "can't sleep",
    'awake at/all night', 'makes/made/making me nervous/anxious/uneasy', 'stressed/stressful/stressing', 'at my wits end', 'beside myself', 'fear/fearing/dread/dreading', "don't feel safe",
    'is/are/was ... safe to', 'what if it/they/he/she/we/i', "don't know what to do", "don't know where to turn", 'sick with', 'going out of my mind', 'on edge',
    'shaking/trembling', 'might/can/could/will sleep', 'scared/frightened/terrified', 'they found something/a', "won't tell me/say what", 'keep/kept looking/staring/checking', 'not opened/open ... letter/letters/post/others', 'thinking about nothing else', "won't ... on my/his/her own", 'broken into', 'burgl*', 'robbed', 'threat*',
    "please don't", 'please help/hurry', 'anything at all', "can/can't breathe", 'too late', 'in time for', 'not much else', 'going through my head', "won't go out", "won't answer", 'what will happen', 'what happens if', 'at the door', 'banging', 'are you sure ... because', 'by tonight', 'enough until',
  ],
  loss: [
    'passed away/on', 'died', 'is dead', 'funeral', 'my/his/her/our late husband/wife/father/mother/dad/mum/partner/son/daughter/brother/sister', 'bereave*', 'widow*', 'miscarr*',
    'lost my/our husband/wife/father/mother/dad/mum/partner/son/daughter/brother/sister/dog/baby/job/home', 'grie*', 'hospice', 'buried', 'we lost him/her', 'since he/she went', 'divorc*', 'split up', 'left me',
    "my grandmother's/grandfather's", 'the only one left', 'last thing/one i have', 'used to do this/that/it', 'twenty*/thirty*/forty*/fifty*/sixty* years',
    'his/her wife/husband', 'first christmas/birthday/year ... without/away', 'she/he always', 'would have been', 'was his/hers', "can't bring myself", 'last goodbye/message/words/photo', 'into a home/care', 'letting go', 'so that is/was it', "so that's it",
  ],
  frustration: [
    'frustrat*', 'furious', 'angry', 'annoyed/annoying', 'fed up', 'sick of', 'sick and tired', 'had enough', 'ridiculous', 'unacceptable', 'outrageous', 'a joke', 'nonsense', 'beyond belief', 'infuriat*',
    'livid', 'absurd', 'fuming', 'driving me mad/crazy', 'losing patience', "can't believe", 'how hard can it be', 'for goodness sake', "for heaven's sake", 'hopeless', 'useless', 'shambles', 'appalling', 'disgrac*', 'disgust*',
    "can't/cannot ... head nor tail", 'was that so/really so hard', 'how is that/this possible', 'nobody told me/us', 'no use to me', 'what use is',
    'actually change/help/listen/do/read', 'not the point/money', "isn't the point/money/postage", 'do something', 'not good enough', 'wasting my/our time', 'what is the point', "what's the point", 'every other/single one', 'left without',
  ],
  effort: [
    'third/fourth/fifth/sixth/tenth time', 'second time ... month/week/year/today', 'again and again', 'over and over', 'keep/keeps calling/ringing/explaining/being/getting/having to', 'every time i', 'every single time',
    "i've/i have ... already/explained/told ... already/twice/times", 'already told/explained/said/sent', 'been on hold', 'been waiting', 'still waiting', 'passed around', 'pillar to post', 'round in circles', 'from scratch', 'start again/over',
    'nobody/no-one/no one ... call*/rang/told/answers/listens/replied/knows', 'hours/days/weeks/months ... sort/nothing/waiting/later', 'how many times', 'how many more times', 'took ... off work', 'whole day/afternoon/morning', 'chasing',
    'the first/last girl/man/lady/person', 'and then/again to you', 'they/she/he put/sent me to', 'have/had to ask/tell/explain/ring/come',
    'last/first/other lady/woman/fellow/chap/colleague/agent', 'word for word', 'all the way', 'passed it/me on', 'same thing/question/story/answer', 'told me that', 'on the phone for', 'on hold for', 'took/taken the day/morning/afternoon', 'have it there', 'you have it', 'wrote to you', 'this is the second/third/fourth', 'yet again',
  ],
  hardship: [
    "my/our/her/his son/daughter/boy/girl/mum/mother/dad/father/wife/husband/child/children ... won't/can't/cannot/hasn't/alone/ill/scared/afraid/upset",
    "can't afford", 'cannot afford', 'afford ... anything/it/this', 'out of work', 'made redundant', 'lost my job', 'laid off', 'benefits', 'food bank', 'make ends meet', 'behind with', 'debt*', 'bailiff*',
    'on my own', 'by myself', 'live/living alone', 'hospital', 'cancer', 'chemo*', 'operation', 'stroke', 'disab*', 'dementia', 'depress*', 'ill/unwell/poorly', 'surgery', 'wheelchair', 'oxygen', 'newborn', 'pregnan*',
    'no heating', 'no hot water', 'freezing', 'no food', 'in the dark', 'carer', 'struggl*', 'hard time', 'tough time/year/few', 'in tears', 'crying', 'cried', 'overwhelm*', 'ashamed', 'embarrass*', 'lonely',
    'until/till payday', 'week/month/year old', 'deaf/blind', 'rent', 'arrears', 'cut off', 'no money', 'saved up', 'weeks/week wages/shopping', 'lives/live/living ... miles/alone', "hasn't slept/eaten",
    'insulin', 'dialysis', 'epilep*', 'asthma*', 'autis*', 'diabet*', 'parkinson*', 'alzheimer*', 'one/single wage/income', 'every pound/penny', 'pension* ... pay/stretch/cover/lasts/goes', 'kids/children/baby ... food/hungry/cold/homework/eat', 'food going off', 'cut me/us off', 'with a torch/candle/candles', 'my/our savings', "can't get out/walk/see/hear", 'nod and smile', 'single mum/mother/dad/father/parent', 'years old', 'in the cold', 'assistance/guide dog', 'put by/aside',
  ],
  letDown: [
    'let down', 'disappoint*', 'promised', 'you said ... would/and', 'they said ... would/and', 'was told ... would/and', 'lied to', 'misled', 'trusted', 'feel/felt ... cheated/ignored/stupid/small/robbed/forgotten/invisible', 'ripped off', 'nobody cares',
    "don't care", "doesn't care", 'loyal', 'customer for/since', 'all these years', 'treated like', 'like a number', 'fobbed off', 'unfair', 'not fair', 'upset*', 'heartbroken', 'gutted', 'hurt/hurts/hurtful', 'ruined', 'spoil*',
    'should be/have ... said', 'was quite clear', 'i was/were assured', 'expected better', 'in writing/black ... said/says', 'in front of everybody/everyone/people', 'made me feel',
    'in front of the whole/all', 'asked me what/why', 'i thought you', 'believed you/him/her/them', 'such an idiot', 'so stupid/foolish', 'like an idiot', 'like a fool/criminal/stranger/nobody/beggar', "she'll/he'll/they'll have thought/think", 'taken in', 'taken for a ride', 'forgot/forgotten me/us/her/him', 'broke my heart', 'burst out/into', 'put me/us off',
  ],
  leaving: [
    'take my business', 'go/going elsewhere', 'switch* ... away/provider/supplier', 'last straw', 'leaving you', 'never again', 'cancel everything', 'done with you', 'close my account', 'ombudsman', 'solicitor', 'lawyer', 'speak to ... manager/supervisor', 'complain*/complaint',
  ],
  joy: [
    'so excited', "can't wait", 'getting married', 'wedding', 'first home/house/baby/grandchild', 'new baby', 'retir*', 'anniversary', 'graduat*', 'so happy/pleased/grateful/relieved', 'relief', 'made my day', 'birthday', 'lifesaver', 'you are/were an angel', 'over the moon', 'proud',
    'keys to', 'means something/lot/everything', 'golden/silver wedding', 'our/my first', 'so kind', 'you have no idea how much',
    'thank god/goodness/heavens', 'mean it', 'means the world', 'bless you', 'kind of you', 'live with', 'golden anniversary', 'so good to hear', 'best news',
  ],
  not: [
    'no worries', 'not to worry', "don't worry", 'no complaint*', 'not worried', "wouldn't worry", 'not upset', 'not angry', 'complaint number/reference', 'no panic', "what if i/we paid/want/wanted/choose/change", 'wedding/birthday/anniversary offer/code/discount/voucher', 'birthday is/was', 'date of birth',
    'thank you kindly',
  ],
};

export const shippedCues: readonly CuePhrase[] = (Object.keys(byKind) as Kind[]).flatMap((kind) => byKind[kind].map((phrase) => ({ kind, phrase })));
