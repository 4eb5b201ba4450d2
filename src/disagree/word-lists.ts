/** English words as comparing sees them, one group a line. Listed as written; compared as search terms. */

/** Words of one line speak of one thing. The first names the class. */
export const SAME = `
  north northern
  south southern
  east eastern
  west western
  rail railway railroad
  hit reach reached attain
  kill killed die died death dead deaths fatal fatality fatalities perish perished murder murdered murders
  injure injured injury injuries wound wounded hurt
  found founded establish established establishment foundation
  open opened opening inaugurate inaugurated inauguration
  close closed closure shut
  begin began begun start started commence commenced beginning outbreak
  end ended conclude concluded cease ceased
  complete completed completion finish finished
  build built construct constructed construction erect erected
  buy bought purchase purchased acquire acquired acquisition
  sell sold sale sales
  people person persons inhabitant inhabitants resident residents population citizen citizens populace
  staff employee employees worker workers employ employs employed workforce personnel
  student students pupil pupils enrol enrolled enrollment enrolment
  cost costs price priced bill expense spent spend spending expenditure outlay
  revenue revenues turnover
  profit profits earnings
  grow grew grown growth rise rose risen increase increased climb climbed jump jumped surge surged gain
  fall fell fallen drop dropped decline declined decrease decreased shrink shrank
  length long span spans
  height high tall
  width wide broad
  depth deep
  weight weigh weighs weighed heavy mass
  area cover covers covered
  seat seats seating accommodate accommodates hold holds
  attack attacked assault assaulted
  visit visited trip
  elect elected election
  expel expelled expulsion eject ejected deport deported
  arrest arrested detain detained
  trade commerce
  born birth birthplace
  marry married marriage wedding
  publish published publication
  capture captured seize seized
  win won victory
  lose lost defeat defeated
  dose dosage
  sign signed signing signature
  sink sank sunk sinking
  crash crashed
  ship ships vessel vessels
  car cars vehicle vehicles
  plane planes aircraft airplane
  discover discovered discovery
  invent invented invention
  demolish demolished demolition destroy destroyed destruction
  abolish abolished abolition
  retire retired retirement
  appoint appointed appointment
  speed fast velocity
  age aged old
  deliver delivered delivery deliveries
  export exported exports
  import imported imports
  invest invested investment
  produce produced production output
  flood flooded flooding
  fire blaze burned burnt
  strike strikes
  damage damaged
  evacuate evacuated evacuation
  arrive arrived arrival
  depart departed departure
  transfer transferred
  discharge discharged
  recommend recommended recommendation
  tighten tightened torque
  replace replaced replacement
  last lasted lasts
  participant participants subject subjects patient patients volunteer volunteers
  goal goals
`;

/** Cells of one line exclude each other; after `!` they are parts of what is meant without them: who says one of a thing does not speak of the other. */
export const APART = `
  north northern / south southern / east eastern / west western / northwest northwestern / northeast northeastern / southwest southwestern / southeast southeastern / central
  first / second / third / fourth / fifth / sixth / seventh / eighth / ninth / tenth / final
  ! second / third / fourth / fifth / sixth / seventh / eighth / ninth / tenth / final
  left / right
  front / rear back
  upper top / lower bottom / middle
  minimum / maximum / average mean median / record
  ! import imports imported / export exports exported
  ! male boys / female girls women
  ! summer / winter / spring / autumn
  ! rail railway train trains / road roads highway truck trucks lorry / sea ship ships / air plane / river canal / pipeline
  ! net / gross
  ! urban / rural
  ! domestic / foreign international overseas
  open opened opening reopen reopened / close closed closure
  begin began begun start started beginning / end ended finish finished completed completion complete completed
  grow grew rise rose increase increased / fall fell decline declined decrease decreased
  buy bought purchase / sell sold
  kill killed die died dead death deaths / injure injured wound wounded hurt / missing / arrest arrested detained / rescue rescued / displaced
  public / private
  ! adult adults / child children / infant infants newborn
  ! day daytime / night nighttime
  hot warm / cold cool
  empty unladen / loaded laden
  dry / wet
  old former / new
  inner inside indoor / outer outside outdoor
  low / high
  primary / secondary / tertiary
  ! undergraduate undergraduates / graduate graduates postgraduate postgraduates
  ! passenger passengers / freight cargo goods
  gas / oil / coal / electricity / petrol gasoline / diesel / steam
  father / mother / son / daughter / brother / sister / uncle / wife / husband
  gold / silver / bronze
  home / away
  born birth / died death dead die / married / buried
  design designed / build built erected / repair repaired / restore restored / rebuild rebuilt / renovate renovated / demolish demolished
  length long / height high tall / width wide / depth deep / weight weigh heavy / diameter / radius / thickness thick / area / elevation altitude / population
  revenue turnover sales / profit / loss / debt / wages salaries
  inlet / outlet / intake / exhaust
  monday / tuesday / wednesday / thursday / friday / saturday / sunday
  morning / afternoon / evening
  ! oral / intravenous / topical
  systolic / diastolic
  found founded established / dissolve dissolved abolish abolished disbanded
  sign signed / ratify ratified / propose proposed / approve approved / announce announced / reject rejected
  elect elected / resign resigned / appointed
  arrive arrived / depart departed left
  production / consumption
  votes / seats
  win won / lose lost
  input / output
  recommended / maximum
  children / parents
  ! teachers / students pupils
  ! officers / soldiers
`;

/** Words that say how a thing is told or measured, not what is told. */
export const LIGHT = `
  analysis analyses report reports reported author study studies source brief paper article account figure figures
  number numbers amount amounts total totals estimate estimated estimates value count counted
  say said says tell told give gave given gives state stated note noted put puts accord according claim claimed
  reach reached hit come came amount amounted stand stood make made take took get have has be become became
  year years month months week weeks day days date time times period decade century
  about roughly around approximately nearly almost over more than less under least most up some exceed exceeded
  also only alone just even still already yet again later then now today currently present recent recently
  million billion thousand hundred dozen trillion percent cent per
  large larger largest great greater big biggest good new old other many several various certain main whole
  include included including includes use used using find call called know known part parts
  additional further second third last next previous early late mid overall altogether combine combined
  again
  live lived lives contain contained consist remain remained
  show shown mark marked set do go went keep kept see seen provide provided follow followed lead led
  way thing case result one two three four five six seven eight nine ten
  january february march april may june july august september october november december
  km kilometre kilometer metre meter mile dollar euro pound
  namely exactly precisely
  should must shall need needs required every each
`;
