/**
 * Writes numbers in the words of each language, by rule and apart from the reader: what these write is what it must
 * read. From 1 to 999,999,999.
 */
type Write = (value: number) => string;

const words = (list: string) => list.split(" ");

/** Millions, thousands and the rest, each part written by `below`. */
function grouped(
  value: number,
  below: Write,
  thousand: (count: number) => string,
  million: (count: number) => string,
  gap = " ",
): string {
  const [millions, thousands, rest] = [Math.floor(value / 1e6), Math.floor(value / 1e3) % 1000, value % 1000];
  return [
    millions > 0 ? million(millions) : "",
    thousands > 0 ? thousand(thousands) : "",
    rest > 0 ? below(rest) : "",
  ]
    .filter((part) => part !== "")
    .join(gap);
}

const EN = words(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const EN_TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety");
const english: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return EN[n] ?? "";
    if (n < 100) return `${EN_TENS[Math.floor(n / 10)]}${n % 10 > 0 ? `-${EN[n % 10]}` : ""}`;
    return `${EN[Math.floor(n / 100)]} hundred${n % 100 > 0 ? ` and ${below(n % 100)}` : ""}`;
  };
  return grouped(
    value,
    below,
    (n) => `${below(n)} thousand`,
    (n) => `${below(n)} million`,
  );
};
const englishInOne: Write = (value) => english(value).replaceAll(" ", "").replaceAll("-", "");

const DE = words(
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
);
const DE_TENS = words("_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
const german: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return n === 1 ? "eins" : (DE[n] ?? "");
    if (n < 100) return `${n % 10 > 0 ? `${DE[n % 10]}und` : ""}${DE_TENS[Math.floor(n / 10)]}`;
    return `${DE[Math.floor(n / 100)]}hundert${n % 100 > 0 ? below(n % 100) : ""}`;
  };
  const [millions, rest] = [Math.floor(value / 1e6), value % 1e6];
  const small = grouped(
    rest,
    below,
    (n) => `${n === 1 ? "ein" : below(n).replace(/eins$/, "ein")}tausend`,
    below,
    "",
  );
  const large = millions === 0 ? "" : millions === 1 ? "eine Million" : `${below(millions)} Millionen`;
  return [large, small].filter((part) => part !== "").join(" ");
};

const FR = words(
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
);
const FR_TENS = words("_ _ vingt trente quarante cinquante soixante");
const french: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return FR[n] ?? "";
    if (n < 70) {
      const [ten, one] = [FR_TENS[Math.floor(n / 10)] ?? "", n % 10];
      return one === 0 ? ten : one === 1 ? `${ten} et un` : `${ten}-${FR[one]}`;
    }
    if (n < 80) return n === 71 ? "soixante et onze" : `soixante-${FR[n - 60]}`;
    if (n < 100) return n === 80 ? "quatre-vingts" : `quatre-vingt-${FR[n - 80]}`;
    const hundreds = Math.floor(n / 100);
    const own = hundreds === 1 ? "cent" : `${FR[hundreds]} cent${n % 100 === 0 ? "s" : ""}`;
    return n % 100 === 0 ? own : `${own} ${below(n % 100)}`;
  };
  return grouped(
    value,
    below,
    (n) => (n === 1 ? "mille" : `${below(n).replace(/(cent|vingt)s$/, "$1")} mille`),
    (n) => `${below(n)} million${n > 1 ? "s" : ""}`,
  );
};

const ES = words(
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
);
const ES_TENS = words("_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa");
const ES_HUNDREDS = words(
  "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
);
const spanish: Write = (value) => {
  const below = (n: number): string => {
    if (n < 30) return ES[n] ?? "";
    if (n < 100) return `${ES_TENS[Math.floor(n / 10)]}${n % 10 > 0 ? ` y ${ES[n % 10]}` : ""}`;
    if (n === 100) return "cien";
    return `${ES_HUNDREDS[Math.floor(n / 100)]}${n % 100 > 0 ? ` ${below(n % 100)}` : ""}`;
  };
  const short = (n: number) =>
    below(n)
      .replace(/veintiuno$/, "veintiún")
      .replace(/uno$/, "un");
  return grouped(
    value,
    below,
    (n) => (n === 1 ? "mil" : `${short(n)} mil`),
    (n) => (n === 1 ? "un millón" : `${short(n)} millones`),
  );
};

const PT = words(
  "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
);
const PT_TENS = words("_ _ vinte trinta quarenta cinquenta sessenta setenta oitenta noventa");
const PT_HUNDREDS = words(
  "_ cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
);
const portuguese: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return PT[n] ?? "";
    if (n < 100) return `${PT_TENS[Math.floor(n / 10)]}${n % 10 > 0 ? ` e ${PT[n % 10]}` : ""}`;
    if (n === 100) return "cem";
    return `${PT_HUNDREDS[Math.floor(n / 100)]}${n % 100 > 0 ? ` e ${below(n % 100)}` : ""}`;
  };
  return grouped(
    value,
    below,
    (n) => (n === 1 ? "mil" : `${below(n)} mil`),
    (n) => (n === 1 ? "um milhão" : `${below(n)} milhões`),
  );
};

/** Turkish and Azerbaijani count alike. */
function turkic(
  ones: readonly string[],
  tens: readonly string[],
  [hundred, thousand, million]: readonly string[],
): Write {
  return (value) => {
    const below = (n: number): string => {
      const hundreds = Math.floor(n / 100);
      return [
        hundreds > 1 ? ones[hundreds] : "",
        hundreds > 0 ? hundred : "",
        n % 100 >= 10 ? tens[Math.floor((n % 100) / 10)] : "",
        n % 10 > 0 ? ones[n % 10] : "",
      ]
        .filter((part) => part !== "" && part !== undefined)
        .join(" ");
    };
    return grouped(
      value,
      below,
      (n) => (n === 1 ? `${thousand}` : `${below(n)} ${thousand}`),
      (n) => `${below(n)} ${million}`,
    );
  };
}

const RU = words(
  "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
);
const RU_TENS = words("_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто");
const RU_HUNDREDS = words("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот");
/** The form of a noun behind a number. */
function russianForm(n: number, one: string, few: string, many: string): string {
  const [last, teens] = [n % 10, n % 100 > 10 && n % 100 < 20];
  return teens || last === 0 || last > 4 ? many : last === 1 ? one : few;
}
const russian: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return RU[n] ?? "";
    if (n < 100) return `${RU_TENS[Math.floor(n / 10)]}${n % 10 > 0 ? ` ${RU[n % 10]}` : ""}`;
    return `${RU_HUNDREDS[Math.floor(n / 100)]}${n % 100 > 0 ? ` ${below(n % 100)}` : ""}`;
  };
  const female = (n: number) => below(n).replace(/один$/, "одна").replace(/два$/, "две");
  return grouped(
    value,
    below,
    (n) => `${female(n)} ${russianForm(n, "тысяча", "тысячи", "тысяч")}`,
    (n) => `${below(n)} ${russianForm(n, "миллион", "миллиона", "миллионов")}`,
  );
};

const RU_GENITIVE = words(
  "нуля одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати",
);
const RU_GENITIVE_TENS = words(
  "_ _ двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
);
const RU_GENITIVE_HUNDREDS = words(
  "_ ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот",
);
const russianGenitive: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return RU_GENITIVE[n] ?? "";
    if (n < 100)
      return `${RU_GENITIVE_TENS[Math.floor(n / 10)]}${n % 10 > 0 ? ` ${RU_GENITIVE[n % 10]}` : ""}`;
    return `${RU_GENITIVE_HUNDREDS[Math.floor(n / 100)]}${n % 100 > 0 ? ` ${below(n % 100)}` : ""}`;
  };
  const female = (n: number) => below(n).replace(/одного$/, "одной");
  return grouped(
    value,
    below,
    (n) => `${female(n)} ${n % 10 === 1 && n % 100 !== 11 ? "тысячи" : "тысяч"}`,
    (n) => `${below(n)} ${n % 10 === 1 && n % 100 !== 11 ? "миллиона" : "миллионов"}`,
  );
};

const FA = words(
  "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده",
);
const FA_TENS = words("_ _ بیست سی چهل پنجاه شصت هفتاد هشتاد نود");
const FA_HUNDREDS = words("_ صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد");
const persian: Write = (value) => {
  const below = (n: number): string => {
    if (n < 20) return FA[n] ?? "";
    if (n < 100) return `${FA_TENS[Math.floor(n / 10)]}${n % 10 > 0 ? ` و ${FA[n % 10]}` : ""}`;
    return `${FA_HUNDREDS[Math.floor(n / 100)]}${n % 100 > 0 ? ` و ${below(n % 100)}` : ""}`;
  };
  return grouped(
    value,
    below,
    (n) => (n === 1 ? "هزار" : `${below(n)} هزار`),
    (n) => `${below(n)} میلیون`,
    " و ",
  );
};

export const WRITERS: Readonly<Record<string, Write>> = {
  English: english,
  "English in one word": englishInOne,
  German: (value) => `es sind ${german(value)} und nicht mehr`,
  French: (value) => `il y a ${french(value)} des bateaux dans le port`,
  Spanish: (value) => `hay ${spanish(value)} barcos en el puerto de la ciudad`,
  Portuguese: (value) => `são ${portuguese(value)} barcos no porto da cidade`,
  Turkish: (value) =>
    `bu limanda ${turkic(words("_ bir iki üç dört beş altı yedi sekiz dokuz"), words("_ on yirmi otuz kırk elli altmış yetmiş seksen doksan"), ["yüz", "bin", "milyon"])(value)} gemi için daha çok yer var ve`,
  Azerbaijani: (value) =>
    `bu limanda ${turkic(words("_ bir iki üç dörd beş altı yeddi səkkiz doqquz"), words("_ on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan"), ["yüz", "min", "milyon"])(value)} gəmi üçün yer var`,
  Russian: russian,
  "Russian in the genitive": russianGenitive,
  Persian: (value) => `در بندر ${persian(value)} کشتی است`,
};
