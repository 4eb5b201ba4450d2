/**
 * Capitals that stand for their governments, and short names for countries: what every reader of English takes as one.
 * A country may be named for its capital, never a capital for its country.
 */

const CAPITALS = `
abu-dhabi:emirates accra:ghana algiers:algeria amman:jordan amsterdam:netherlands ankara:turkey ashgabat:turkmenistan
astana:kazakhstan asuncion:paraguay athens:greece baghdad:iraq baku:azerbaijan bangkok:thailand beijing:china
beirut:lebanon belgrade:serbia berlin:germany bern:switzerland bishkek:kyrgyzstan bogota:colombia bratislava:slovakia
bucharest:romania budapest:hungary cairo:egypt canberra:australia caracas:venezuela chisinau:moldova
copenhagen:denmark damascus:syria dhaka:bangladesh doha:qatar dublin:ireland dushanbe:tajikistan hanoi:vietnam
harare:zimbabwe havana:cuba helsinki:finland islamabad:pakistan jakarta:indonesia jerusalem:israel kabul:afghanistan
kathmandu:nepal khartoum:sudan kiev:ukraine kinshasa:congo kyiv:ukraine lima:peru lisbon:portugal ljubljana:slovenia
london:britain madrid:spain manila:philippines minsk:belarus moscow:russia muscat:oman nairobi:kenya oslo:norway
ottawa:canada paris:france prague:czechia pretoria:africa pyongyang:korea riga:latvia riyadh:arabia rome:italy
sarajevo:bosnia seoul:korea skopje:macedonia sofia:bulgaria stockholm:sweden taipei:taiwan tallinn:estonia
tashkent:uzbekistan tbilisi:georgia tehran:iran tirana:albania tokyo:japan tripoli:libya tunis:tunisia
ulaanbaatar:mongolia vienna:austria vilnius:lithuania warsaw:poland washington:america yerevan:armenia zagreb:croatia
`;
/** Names of one country, people or body that share no beginning. */
const SAME = `
america american americans us usa u.s u.s.a
britain british uk u.k
netherlands dutch
germany german
france french
spain spanish
greece greek greeks
denmark danish danes
sweden swedish
poland polish poles
switzerland swiss
eu european-union
persia persian
`;

const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  CAPITALS.trim()
    .split(/\s+/)
    .map((pair) => {
      const [capital = "", country = ""] = pair.split(":");
      return [capital, country] as const;
    }),
);
const SHARED: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split("\n")
    .flatMap((line) => line.split(" ").map((word) => [word, line.split(" ")[0] ?? ""] as const)),
);

/** The country whose government a capital stands for. */
export function countryOfCapital(key: string): string | undefined {
  return COUNTRY_OF.get(key);
}

/** Whether a word names a capital. */
export function isCapitalOfCountry(key: string): boolean {
  return COUNTRY_OF.has(key);
}

/** One word for names that share no beginning; the key itself for all others. */
export function commonName(key: string): string {
  return SHARED.get(key) ?? key;
}
