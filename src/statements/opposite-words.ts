/** Words that exclude each other. A side holds words of about one meaning; all are compared as search terms. */
import { termOf } from "../text/tokens.ts";

const OPPOSITES = `
rise rose risen increase grow gain climb soar jump surge expand higher more up upward above exceed double triple raise sped speed accelerate boost | fall decrease decline drop shrink plunge sink lower less fewer down downward below cut reduce diminish halve slow decelerate curb lessen
more exceed above over larger greater bigger higher longer | fewer less below under smaller lower shorter
open reopen | close shut reclose
start restart begin launch commence | stop end finish cease halt
ahead | behind late later
early earlier sooner | late later
north northern northward | south southern southward | east eastern eastward | west western westward
north-west northwestern | north-east northeastern | south-west southwestern | south-east southeastern
left | right
clockwise | anticlockwise counterclockwise
top upper highest best most | bottom lower lowest worst least
first | last final
above over | below under beneath
inside indoors inner within | outside outdoors outer
import buy purchase | export sell
win won victory | lose lost defeat
allow permit let authorise license | forbid prohibit ban suppress prevent bar
support welcome praise approve favour endorse | against oppose condemn criticise denounce reject
accept agree | reject refuse decline
admit confirm acknowledge concede | deny dispute
succeed success | fail failure
ally friend partner | enemy rival foe opponent
strong stronger strengthen | weak weaker weaken
large larger largest big bigger biggest great greater greatest huge | small smaller smallest little tiny
long longer longest | short shorter shortest shorten
high highest | low lowest
rich | poor
cheap cheaper cheapest | expensive dear dearer costlier
hot hotter warm warmer heat | cold colder cool cooler chill
heavy heavier heaviest | lighter lightest
fast faster quick quickly rapid | slow slower slowly gradual gradually
old older oldest elder | new newer newest young younger youngest
near nearer close closer | far farther away distant
common commoner frequent | rare rarer scarce
same identical alike | different other another differ distinct
public publicly open openly | private privately secret secretly
military | civilian
commercial | private
national domestic | foreign international
rural | urban
male man men boy father son brother husband he his him | female woman women girl mother daughter sister wife she her hers
brother | sister
father | mother
son | daughter
husband | wife
uncle | aunt
king | queen
day daytime | night nighttime
morning | evening
summer | winter | spring | autumn
daily | weekly | monthly | yearly annual annually
day daily | week weekly | month monthly
green | red | blue | yellow | black | white | brown
born birth | died die death dead killed kill
alive live survive | dead die perish
arrive arrival enter entry | leave left depart departure exit
join | quit leave
attack offensive | defend defence
peace truce | war conflict
safe safety | dangerous danger unsafe
full fill occupy | empty drain vacant unfilled unoccupied
wet | dry
lock | unlock
connect attach plug join link | disconnect detach unplug separate
insert put | remove take
tighten | loosen
push | pull
enable | disable
major majority most | minor minority
maximum most | minimum least
true | false
guilty | innocent
legal lawful | illegal unlawful
visible | hidden invisible
improve better | worsen worse deteriorate
create build found | destroy demolish ruin
escalate worsen | calm ease de-escalate
unite united unity | divide divided division split
love | hate dislike
positive | negative
victim | perpetrator
teacher | student pupil
buyer customer | seller vendor
lend lender | borrow borrower
secular | religious theocratic
democratic democracy | authoritarian autocratic dictatorship
urgent | optional
all every each entire whole total everyone everybody any both | most majority | some several few many
both | neither
few | many numerous
always constantly invariably | usually mostly often generally typically | sometimes occasionally | rarely seldom hardly | never
certainly certain definitely undoubtedly surely | probably probable likely possibly perhaps maybe presumably
must oblige compel require mandatory compulsory | may optional allow
`;

/** Sides of a pair or a larger group, as terms. */
export type OppositeGroup = readonly ReadonlySet<string>[];

export const OPPOSITE_GROUPS: readonly OppositeGroup[] = OPPOSITES.trim()
  .split("\n")
  .map((line) => line.split("|").map((side) => new Set(side.trim().split(" ").map(termOf))));

/** Words that claim much, then words of which the sentences must have one for that. */
const STRONG = `
less fewer lower fall decline decrease drop shrink : reduce cut lessen diminish few small under below short ease weak slow down most
all every each everyone everybody everything : whole entire any both complete full total throughout always together 4 5 6 sole each
always constantly invariably : ever permanent every each all never continue
certainly definitely undoubtedly surely : certain sure doubt prove must
exclusively solely only : sole alone nothing just merely mere except no until exclude limit
entirely wholly completely totally fully : whole entire all complete full total
most mostly mainly largely chiefly majority predominantly : main bulk major above over least almost near
never : no not none nobody neither without nor cannot
early : earlier sooner begin outset first start
late : later end close last
mid : middle half
exactly precisely : exact precise
immediately instantly : immediate instant once straight soon directly
unanimously : unanimous all
proves prove proven proof : evidence confirm show establish
`;

/** For each such word the terms that allow it, itself and its neighbours included. */
export const STRONG_CLAIMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  STRONG.trim()
    .split("\n")
    .flatMap((line) => {
      const [claims = [], support = []] = line.split(":").map((part) => part.trim().split(" ").map(termOf));
      const allowed = new Set([...claims, ...support]);
      return claims.map((claim): [string, ReadonlySet<string>] => [claim, allowed]);
    }),
);
