/** English words that say how a sentence is built, not what it is about. Listed as written; compared as terms. */

/** Words that only open a question or carry its tense: no sentence answers better for holding them. */
export const ASKING_WORDS = `
  who whom whose what which when where why how
  do does did done doing is are was were be been being am has have had having
  will would shall should can could may might must
  t s d m ll re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn
`;

/** Other function words: articles, pronouns, prepositions, conjunctions and the like. */
export const LINKING_WORDS = `
  a an the this that these those there here
  i you he she it we they me him her them my your his its our their mine yours hers ours theirs
  myself yourself himself herself itself ourselves yourselves themselves one
  of in on at by for with about against between into through during before after above below to from up
  upon within without among amongst towards toward onto off out over under per via as
  and or but nor so if then than because while although though until unless since whether
  not no yes also too very just only same such both each few more most other others another some any all
  again further once ever never however therefore thus hence
  please tell explain describe get got many much
`;
