/*
 * Words that start sentences or are written with a capital without being anyone's name. What is not here and has a
 * capital in the middle of a sentence may be a name.
 */
const written = `
a about above action actually add address adventure after again ago all almost along also always am an and animation another answer any anyone anything are area as ask at aware away awarded
back bank battery be because been before began being below best better between big billing bird board book both bot bottom bought box brilliant bring bus business but buy by call called can cannot
cards care cautionary celebrating ceo child children civil class click close club comedy coming company concert conference contact cool corner corporate could country court crime customer date day days
dear december department desk development did dimensions direct directed discipline do does doing done door down during each early east easy eight eighteen either eleven email employment end energetic even
ever every everyone everything example excuse expert explained explain fact family fax february few film find fine first five follow following for force former founded four from full fun fuse
general get getting give given go god going gold good got government great guilty had half hand happy hard has hate have having he hear heard hello help helped her here hers hey hi him his
hobbits hold home hope hotel hour house how however i if important in increase info inject instead international into is it its january july just keep kids kill killed know labor last late later law leader letter
life like limit line list little live located long look looking love lovely made mailing main make making man manager many march matter may maybe me mean meet member message mile million mine minute miss
mission mobile monday money month more morning most mother moved much music must my mystery name near need never new next nice night nine no nobody non none north not note nothing november now number o
october of off office often oh ok okay old on once one only open option options or orchestra order other our out over own paid page part party patient pay pedestrians people per perfect person personal phone photo pick
place planned please point portfolio possible post president press princess problem producer proud question quick quite rather read ready real really remember remove request resignation responsible restaurant return right
road rock royal sad said salesperson same saturday saw say school second secretly see seen select send sent september service set seven she should show simple since sing sir site six sixteen so
social some someone something sometimes song soon sorry south speak special spell stable start statement station stay still stop store story street such sunday super support sure suspense take taken tell
ten than thank thanks that the their them then there these they thing think third this those though three through thursday time title to today together told tomorrow too took top tribute tried true try tuesday
turn twelve twenty two under union unit university unfortunately unlike until up update us use user users very via wait want was watch way we website wednesday week weekend welcome well went were west what when
where which while white who whole whom whose why will winter wisdom with without woman women word work world would write wrong yeah year years yes yesterday yet you young your yours zip august april june friday
act administration alert application apple bible billing bridge business capitalized carry commission congress constitution council country cup dealer empire europe event festival fund guide hall industry internet
islam lady league lord museum nation national news nobel oscar parliament planet police prime prize project queen radio river senate state stripe summer television theatre tour tower treaty trust tube tv
visa war bye certainly absolutely alright perfect wonderful understood agent caller representative speaking supervisor system thankyou regarding let's that's it's i'm i'll i've i'd you're we're they're don't can't won't what's who's
credit debit rewards reward savings checking mortgage loan broadband fibre fiber premium plus platinum standard basic package plan tariff router mobile online app portal refund order delivery invoice claim policy cover renewal upgrade customer care support team helpdesk manager director engineer technician mail post code sort reference booking ticket seaside beach summit bay lake mountain park hotel airport fishing terminal
national federal royal international global general united first second western eastern northern southern central
here's there's he's she's didn't isn't wasn't doesn't couldn't wouldn't shouldn't how's where's c'mon
`;

/** Everyday words, in lower case. */
export const everydayWords: ReadonlySet<string> = new Set(written.trim().split(/\s+/));
