/*
 * Given names that are common in Europe, the Americas and among people who moved there, from public registers of births
 * (national statistics offices publish them every year). A list can only ever be a part: rosters and context do the rest.
 */
const written = `
aaron abby abdul abdullah abel abigail adam adele adrian agnes agnieszka ahmed aidan aisha akira alan alana albert alberto alec alejandra alejandro alessandra alessandro
alex alexa alexander alexandra alexandre alexis alfred alfredo alice alicia alina aline alison allan allison alma alvaro amanda amber amelia amelie amina amir amy ana anastasia
anders andrea andreas andrei andres andrew andy angel angela angelica angelina angie anika anita anja ann anna annabel anne annette annie anouk anthony antoine anton antonia
antonio anya april archie ariana arjun arlene arnold arthur arturo asha ashley astrid atsuko aubrey audrey aurora austin ava axel barbara barry beata beatrice beatriz becky ben
benedict benjamin bernadette bernard bernd bert beth bethany betty beverly bianca birgit bjorn blake bob bobby boris brad bradley brandon brenda brendan brent brett brian bridget
britney brittany bruce bruno bryan caitlin caleb callum calvin cameron camila camille carina carl carla carlos carmen carol carole carolina caroline carolyn carrie carsten casey
cassandra catalina caterina catherine cathy cecilia cedric celine cesar charlene charles charlie charlotte chelsea cheryl chiara chloe chris christa christian christina christine
christoph christophe christopher cindy claire clara clarence claude claudia claudio clement clifford clive cody colin colleen connie connor conor constance cora corinne courtney
craig cristian cristina crystal curtis cynthia daisy dale damian damien dan dana daniel daniela daniele danielle danny daphne darren dave david dawn dean deborah debra declan
deepak delia denis denise dennis derek diana diane diego dieter dimitri dirk dmitri dolores dominic dominik dominique don donald donna dora doreen doris dorothy doug douglas duncan
dustin dylan ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eleni eli elias elif elijah elin elisa elisabeth elise eliza elizabeth ella ellen ellie elliot
elsa elvira emanuel emil emilia emilie emilio emily emma emmanuel enrico enrique eric erica erich erik erika ernest erwin esteban estelle esther ethan eugene eva evan eve evelyn
ewa ewan fabian fabio faith fatima felicia felicity felix fernanda fernando fiona florence florian frances francesca francesco francis francisco francois frank frankie franz fred
freddie frederick frederik freya frida fumiko gabriel gabriela gabriella gabrielle gareth gary gavin gemma gene genevieve geoff geoffrey george georgia georgina gerald gerard gerd
gerhard gertrude giacomo gianni gillian gina giorgio giovanna giovanni gisela giulia giuseppe gladys glen glenda glenn gloria gordon grace graham grant greg gregory greta guido
guillaume guillermo gunnar gunther gustav gustavo guy gwen hanna hannah hans harald harold haruka harriet harry harvey hassan hazel heather hector heidi heike heinrich heinz helen
helena helene helga helmut hendrik henri henrik henry herbert herman hilary hilda hiroshi holly horst howard hugh hugo ian ibrahim ida ignacio igor ilona imogen ines inga inge ingrid
irena irene irina iris isaac isabel isabella isabelle ismail ivan ivy jack jackie jackson jacob jacqueline jacques jade jaime jake jakob jakub james jamie jan jana jane janet janice
janine jason jasmine javier jay jayne jean jeanette jeanne jeff jeffrey jenna jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joanne joao joe
joel joelle johan johann johanna johannes john johnny jon jonas jonathan jordan jorge jorgen jose josef joseph josephine josh joshua joy joyce juan juana juanita judith judy julia julian
juliana julie juliet julio julius june jurgen justin justine kaitlyn kamal kamil kara karen karim karin karina karl karla kasper kate katarina katarzyna kate katherine kathleen kathryn
kathy katie katja katrin katy kay kayla keith kelly ken kendra kenji kenneth kenny kerry kevin khalid kieran kim kimberly kirsten kirsty klaus knut kofi konrad krista kristen kristian
kristin kristina kristine kumar kurt kyle lakshmi lance lara larissa lars larry laura lauren laurence laurent laurie lawrence lea leah leanne lee leigh leila lena leo leon leona leonard
leonardo leonie leroy leslie lester lewis liam lily lina linda lindsay lindsey lisa lloyd logan lois lola lorena lorenzo loretta lori lorna lorraine louis louisa louise luca lucas
lucia luciana lucie lucille lucinda lucy ludwig luigi luis luisa luka lukas luke lydia lynn lynne mabel mackenzie madeleine madison mads magda magdalena magnus maja malcolm malik manfred
manuel manuela marc marcel marcela marcella marcia marcin marco marcos marcus margaret margarita margot maria mariam marian mariana marianne marie marilyn marina mario marion marisa
marisol marjorie marlene marsha marta martha martin martina marvin mary maryam mason mateo mathew mathias mathilde matilda matt matteo matthew matthias maureen maurice mauricio max
maxim maxime maximilian maxwell maya megan mehmet melanie melinda melissa melvin mercedes mette mia michael michaela michal michel michele michelle miguel mikael mike mikhail mila mildred
milena miles millie milton min ming miranda miriam misha mitchell mohamed mohammad mohammed moira molly mona monica monika monique morgan morten moses muhammad mustafa myra myrtle nadia
nadine nancy naoko naomi natalia natalie natasha nathalie nathan nathaniel neal neil nelson niall nicholas nick nicola nicolas nicole niels nigel nikita niklas nikolai nina noah noel
nora noreen norma norman oksana olaf oleg olga oliver olivia ollie omar oscar oskar otto owen pablo paige pam pamela paola paolo pascal patricia patrick patsy patti paul paula paulina
pauline pavel pawel pedro peggy penelope penny percy per pete peter petra phil philip philippa philippe phillip phoebe phyllis pia pierre piotr polly priya rachael rachel rafael rahul
raj rajesh ralph ramon ramona randall randy raphael raquel rasmus raul ravi ray raymond rebecca regina reginald reinhard rene renate renee rhys ricardo riccardo richard rick ricky rita
rob robbie robert roberta roberto robin rocio rodney rodrigo roger roland rolf roman romeo ron ronald ronnie rory rosa rosalie rosalind rosanna rosario rose rosemary rosie ross roxanne
roy ruben ruby rudolf rupert russell ruth ryan sabine sabrina sadie said sakura sally salma sam samantha samir samuel sandra sandy sanjay sara sarah sasha satoshi saul scott sean
sebastian selina sergei sergio seth shane shannon sharon shaun shauna shawn sheila shelley sherry shirley sidney sienna silke silvia simon simone sofia sonia sonja sophia sophie
soren spencer stacey stacy stan stanislav stanley stefan stefania stefano stella stephan stephanie stephen steve steven stewart stuart sue sunita suresh susan susanna susanne suzanne
svetlana sven sybil sylvia sylvie takashi tamara tammy tania tanya tara tatiana ted teresa terence terry tessa thelma theo theodore theresa therese thomas tiffany tim timothy tina tobias
toby todd tom tomas tommy tomoko toni tony tracey tracy trevor tricia tristan troy tyler ulrich ulrike ursula uwe valentina valeria valerie vanessa vera verena vernon veronica veronika
vicki vicky victor victoria vijay viktor vikram vincent vincenzo viola violet virginia vivian viviana vladimir walter wanda warren wayne wendy werner wesley wilfred wilhelm will willem
william willie winifred wolfgang xavier xin yasmin yolanda yoko yuki yuri yusuf yvette yvonne zachary zainab zara zoe zofia zsuzsa zuzana
`;

/** Given names, in lower case and without accents. */
export const givenNames: ReadonlySet<string> = new Set(written.trim().split(/\s+/));

/** Given names that are also everyday words: they count only with a capital and beside another name, or after an introduction. */
export const everydayNames: ReadonlySet<string> = new Set(
  'amber angel april art austin bob brook chance charity chase christian crystal dale dawn daisy dean don drew earnest faith frank gene grace grant guy harmony hazel holly hope iris ivy jack jade jay jordan joy june ken lance lily mark max may mercedes min miles nick olive paige pat penny per ray rich robin rose ruby sandy said skip sue summer ted tom tony victor violet virginia ward will'.split(' '),
);

/** A word as the lists hold it: lower case, accents taken off. */
export function foldName(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('ß', 'ss');
}
