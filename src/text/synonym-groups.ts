/**
 * Common English words that say much the same, for finding a fact asked for in other words. One group a stretch
 * between commas; a word may stand in several. `_` joins the words of a phrase. It is a general list, of no subject.
 */
export const SYNONYM_GROUPS = `
  abandon desert forsake give_up quit, ability capability capacity skill talent, abolish repeal scrap revoke
  annul cancel do_away, about_turn reversal, abroad overseas foreign, absence lack shortage want scarcity,
  abuse mistreat misuse, accept approve agree consent endorse, accident crash collision, accompany escort,
  accomplish achieve attain realize fulfil, account report description narrative, accurate exact precise
  correct, accuse blame charge allege, acknowledge admit concede confess recognize, acquire buy purchase
  procure obtain get, activist campaigner militant, actor performer player, adapt adjust modify alter change,
  add append attach insert, address speech lecture talk, administer manage run govern, admire respect esteem
  revere, adult grown-up, advance progress headway, advantage benefit upside merit strength plus, adversary
  enemy foe opponent rival, advice guidance counsel recommendation tip, adviser advisor counsellor aide
  consultant, affect influence impact shape sway, afraid fear scare frighten terrify alarm worry dread,
  aggressive hostile belligerent, aid assistance help support relief, aim goal objective purpose target
  intention, airline carrier, airplane aeroplane aircraft plane jet, airwaves broadcast television tv radio
  media channel, alliance coalition bloc partnership league, allow permit let enable authorize, ally partner
  friend, almost nearly about approximately roughly around, ambassador envoy diplomat emissary, amount
  quantity sum volume, ancestor forefather forebear, ancient old antique, anger fury rage outrage furious
  angry wrath, animal beast creature, announce declare proclaim state, annoy irritate, annual yearly, answer
  reply respond response react reaction, apologize apology sorry, appearance look aspect, appoint name
  nominate designate pick, appropriate suitable proper fit, area region zone district territory, argue contend
  maintain claim assert hold, argument dispute quarrel row debate controversy, army troops military forces
  soldiers, arrange organize, arrest detain seize capture custody jail imprison, arrive come reach land,
  article essay piece, artillery cannon gun, ascend climb rise, ask inquire enquire question, request demand
  ask_for call_for, assassinate kill murder slay, assemble gather convene meet, assembly parliament congress
  legislature, asset property holding possession, assign allocate allot, assume suppose presume, asylum refuge
  shelter sanctuary haven, attack assault raid strike offensive onslaught, attempt try effort endeavor,
  attract draw lure appeal, author writer, authority power, automatic automated, autonomy independence
  self_rule, average mean typical, avoid evade escape dodge bypass go_around, award prize medal, aware
  conscious, baby infant newborn, backing support endorsement, bad poor, bag sack, ball sphere, ban prohibit
  forbid bar outlaw proscribe, bank lender, banknote bill, bankrupt insolvent, barrier obstacle hurdle
  obstruction, base foundation basis, basic fundamental elementary, battle fight fighting combat clash war
  conflict hostilities, beat defeat overcome vanquish conquer, beautiful pretty lovely, become turn_into,
  begin start commence launch open initiate, beginning start onset outset origin, behavior conduct, belief
  faith religion creed, believe think consider hold, big large great huge enormous vast massive, bind tie,
  birth born, blend mix mixture, block obstruct hinder impede stop, blockade embargo, boat ship vessel craft,
  body corpse, bomb explosive, border frontier boundary, boss chief head leader, bottom base, brave
  courageous, break fracture, break_out erupt start begin, brief short, bring carry fetch, bring_about cause,
  broad wide, brochure leaflet pamphlet, build construct erect assemble, building structure edifice, burden
  load, bureaucrat official, burn fire blaze, business company firm enterprise corporation, buyer customer
  purchaser client, call name, call_in summon, call_off cancel, calm quiet peaceful, campaign drive, cancer
  tumor, capital money funds, car automobile vehicle, careful cautious, cargo freight goods shipment load,
  carry transport convey haul, carry_out perform execute conduct, cartoon drawing caricature, casualty victim
  dead wounded, catastrophe disaster calamity, category class kind type sort, cause lead_to prompt trigger
  provoke spark bring_about produce, cause reason, cautious wary, cease stop end halt discontinue, celebrate
  commemorate mark, censor suppress, center middle heart core hub, ceremony rite ritual, certain sure, chance
  opportunity, chance likelihood probability odds, change shift alteration transformation, characteristic
  feature trait property attribute quality, cheap inexpensive, check inspect examine verify, child kid, choose
  select pick opt elect, citizen national resident inhabitant, city town municipality, civilization culture,
  clean wash, clear obvious evident plain, clergy cleric priest ayatollah mullah, clever smart intelligent,
  climate weather, close shut, close near, cloth fabric textile, clothes clothing garment dress, coast shore
  seaside, collapse fall break_down, collect gather, college university school, colony settlement, colonist
  settler, color hue, combine merge unite join, come_from originate stem, command order, comment remark,
  commerce trade, common usual frequent widespread, common shared joint mutual, compel force oblige,
  compensation damages reparation, compete rival, complain complaint grievance, complete finish conclude end,
  complete whole entire full total, complex complicated intricate, component part element ingredient, compose
  write, computer machine, conceal hide, hidden secret covert clandestine concealed, concept idea notion,
  concern worry, conclude infer, condemn denounce criticize, condition state, condition requirement
  prerequisite, conference meeting summit, confidence trust, confirm verify, confiscate seize, connect link
  join attach, connection link tie relation bond, consecutive successive, consequence result effect outcome
  repercussion aftermath, conserve preserve, considerable substantial significant, consist comprise include
  contain, constant steady, constraint restriction limit limitation, consume use, contain hold, contaminate
  pollute, contemporary modern, contest competition, continue proceed go_on last, contract agreement deal
  treaty pact accord, contrast difference, control dominate, conversation talk dialogue, convert turn,
  convince persuade, cooperation collaboration, copy duplicate replica, correct right, correct fix repair
  mend, corridor route, corruption bribery graft, cost price expense price_tag, country nation state land,
  couple pair, coup putsch, court tribunal, create make produce, creator inventor founder, crime offence,
  crisis emergency, critical crucial vital essential key, crop harvest produce, crowd mob, crush suppress
  quash quell put_down, cure heal treat, currency money, current present, curriculum syllabus, custom
  tradition, cut reduce decrease lower lessen diminish, cut_off sever, damage harm injure hurt, danger peril
  risk hazard threat menace, dangerous hazardous risky unsafe perilous, data information, dead deceased,
  deadly fatal lethal, death die demise perish pass_away, debate discussion, decay rot, deceive mislead,
  decide determine resolve, decision ruling verdict judgment, decline drop fall decrease dwindle shrink
  plunge, decree edict proclamation, dedicate devote, defect flaw fault bug, defend protect guard shield,
  deficit shortfall, degrade humiliate insult demean mock, insulting offensive, delay postpone defer put_off,
  delegate representative, delegation mission, delete erase remove, deliberate intentional, deliver supply
  provide furnish, delivery shipment supply, demolish destroy wreck tear_down raze ruin, demonstrate show
  prove, demonstration protest rally march, deny refuse, depart leave exit, department ministry, depend rely,
  deport expel banish, deputy vice, descendant offspring, describe depict portray picture, design plan, desire
  wish want, detect discover find spot, device gadget instrument tool appliance apparatus, dictator tyrant,
  differ vary, different distinct, difficult hard tough, difficulty problem trouble hardship, dig excavate,
  director manager, disadvantage drawback downside weakness, disappear vanish, disc disk, discard throw_away,
  disclose reveal expose divulge, discourage deter, disease illness sickness ailment disorder, dismiss fire
  sack lay_off, disperse scatter, display show exhibit, dissident exile refugee emigrant, distant remote far,
  divide split separate partition tear, doctor physician, document paper, donate give, donation gift, door
  gate, drama play, draw sketch, drink beverage, drug medicine medication pharmaceutical, duration length,
  duty obligation responsibility, duty tax tariff levy, dwell live reside inhabit, dwelling house home
  residence, eager keen, earth soil ground land, earth world globe, easy simple, educate teach train instruct,
  education schooling, elect vote, election poll, elevate raise lift, eliminate remove, embrace adopt, emotion
  feeling, emphasize stress underline highlight, employ hire recruit, employee worker staff, enact pass,
  encourage urge, endanger threaten, engine motor, enlarge expand extend, ensure guarantee, entrance entry,
  environment surroundings, equipment gear, era age period epoch, error mistake fault slip, escape flee
  run_away, especially particularly, establish found set_up create institute, evaluate assess, evidence proof,
  evolve develop, exam test, example instance, exceed surpass, exchange swap trade, exercise drill manoeuvre
  maneuver, expect anticipate forecast project predict, expedition voyage, expel oust evict eject throw_out
  kick_out drive_out, expensive costly dear, experiment trial, expert specialist, expire run_out, explain
  clarify, explode blow_up detonate, explosion blast, export sell ship, extra additional, face confront,
  facility plant, factory plant mill works, fair just, faithful loyal, fake false counterfeit, famine hunger
  starvation, famous well_known celebrated renowned noted, farmer peasant, fast quick rapid swift speedy, fee
  charge, female woman, field domain discipline, figure number, film movie, final last ultimate, finance fund
  bankroll, find locate, fine penalty, flag banner, flourish thrive prosper, fluid liquid, follower supporter
  adherent, forest wood, form shape, formal official, former previous prior, fort fortress castle stronghold,
  fortune wealth, fragile delicate, free release liberate, freedom liberty, fuel petroleum oil gas petrol
  gasoline, function role purpose, funeral burial condolence, garbage waste trash rubbish, gender sex,
  generate produce, genuine real authentic, get_rid remove, give grant, glad happy, goods products merchandise
  wares, government administration cabinet regime, grain wheat cereal, grave tomb, grief mourning, grow
  increase rise, growth increase rise, guest visitor, gun weapon firearm, happen occur take_place, harbor
  port, harsh severe strict, hate hatred, headquarters base seat, head_of_government prime_minister premier,
  height tall high, heir successor, hesitate waver, highway road motorway, hill mountain, hit strike, holiday
  vacation, holy sacred, homeland motherland, horrible terrible awful, hospital clinic, hostage captive, human
  person, husband wife spouse marry marriage, ignite light, ignore neglect overlook disregard, illegal unlawful illicit, image picture, immediate
  instant, immigrant migrant, impact effect influence, implement apply, import buy, importance significance,
  important significant major, improve better enhance, incident event, income earnings revenue, incorrect
  wrong, increase raise boost jump surge spike soar climb, independent sovereign, indicate show, inform tell
  notify, initial first, injure wound, injury wound, inquiry investigation probe, inside within, intend plan,
  interfere meddle intervene, internal domestic, invent devise, jail prison, job work occupation profession,
  journalist reporter journalism press, journey trip travel, keep retain, kidnap abduct, king monarch, kingdom
  realm, label tag, language tongue, law legislation act statute, lawsuit case, lawyer attorney, leader head
  ruler, legal lawful, legend myth, lend loan, license permit, likely probable, little small tiny, livestock
  cattle, loan credit, location place site spot position, look_for search seek, luggage baggage, main chief
  principal primary major, maintain keep_up, maintenance upkeep, majority most, male man, mandatory compulsory
  obligatory required, manner way, manual handbook, manufacture make, manufacturer maker producer, marriage
  wedding, marry wed, massacre slaughter, meeting encounter talks, mention refer, merchant trader, method
  technique procedure way, missile rocket, monitor watch, monument memorial, motion movement, muslim islam,
  native indigenous, navy fleet, necessary needed required, need require necessity, negotiation talks,
  newspaper paper, noble aristocrat, noise sound, nuclear atomic, oath vow, odd strange unusual peculiar,
  officials authorities, often frequently, omit leave_out, opinion view, oppose resist object, opposite
  contrary reverse, opposition resistance, oppress repress persecute, organization body agency association
  institution, origin source, output production, overthrow topple depose bring_down, own possess, owner
  proprietor, package parcel, part portion share slice piece section fraction proportion percentage,
  participate take_part, passenger traveller, penalty punishment, people population inhabitants folk,
  permanent lasting, phase stage, phone telephone, photograph photo, place put set, plan scheme, pledge
  promise vow commitment undertake, plot conspiracy, poison toxin, politician statesman, poor impoverished,
  popular liked, powerful strong mighty, prepare get_ready, president head_of_state, prevent stop, prisoner
  inmate captive, proponent advocate, propose suggest, protest rally riot unrest uprising revolt rebellion
  insurrection, proximity nearness, publish print issue, pull drag, pupil student, pursue chase, railway
  railroad train rail, rear back, rebel insurgent, recall remember, receive get, refuse reject turn_down
  decline, regulation rule, reign rule, reinforce strengthen, relationship relations ties, reluctant
  unwilling, remain stay, remove take_away, rent lease, replace substitute, rescue save, research study
  investigation, researcher scholar scientist, resign step_down, restrict limit, retreat withdraw pull_out,
  return come_back, revenge retaliation retaliate, rich wealthy affluent, river stream, rob steal, robbery
  theft, route way path road, sad unhappy, safe secure, safety security, salary wage pay, schedule timetable,
  secession separatism, seem appear, seldom rarely, send dispatch, serious grave, shoot fire, shop store, sick
  ill, similar alike, small minor, soldier fighter, speak talk, speed velocity, spy espionage intelligence,
  stable steady, stone rock, story tale, subject topic theme, subsequent later following, sudden abrupt,
  sufficient enough adequate, sum total, supplier provider vendor, surgery operation, survey poll, swamp
  marsh, symbol emblem, teacher instructor, temporary provisional, tendency trend, theory hypothesis, therapy
  treatment, throw hurl, tonnage ton tonne, toxic poisonous, transmit broadcast send, transport
  transportation, tribe clan, truck lorry, unemployment jobless, value worth, victory win triumph, vote
  ballot, warehouse depot, warn caution, weapon arms armament munition, weigh weight, wire cable, young youth
`;
