/** English words for numbers. */
import type { NumberWords } from "../language.ts";

export const ENGLISH_NUMBERS: NumberWords = {
  adding: `
0 zero nil nought naught zilch nada zip
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty fourty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety ninty`,
  scales: `
12 dozen
20 score
100 hundred
144 gross
1000 thousand
1e5 lakh lac
1e6 million mln mn mio
1e7 crore
1e9 billion bn bln milliard
1e12 trillion tn trn`,
  links: "and",
  ordinals: `
1 first
2 second
3 third
4 fourth
5 fifth
6 sixth
7 seventh
8 eighth
9 ninth
10 tenth
11 eleventh
12 twelfth
13 thirteenth
14 fourteenth
15 fifteenth
16 sixteenth
17 seventeenth
18 eighteenth
19 nineteenth
20 twentieth
30 thirtieth
40 fortieth
50 fiftieth
60 sixtieth
70 seventieth
80 eightieth
90 ninetieth
100 hundredth
1000 thousandth
1e6 millionth`,
  articles: "one",
};

/** Groups that tell their number: a trio of boats. */
export const GROUPS = `
2 couple pair duo twosome brace
3 trio threesome triad
4 quartet foursome
5 quintet fivesome
6 sextet
7 septet
8 octet`;

/** What is done so many times over. */
export const MULTIPLES = `
1 once
2 twice double doubled doubles doubling twofold
3 thrice triple tripled triples tripling treble trebled threefold
4 quadruple quadrupled fourfold
5 quintuple quintupled fivefold`;
