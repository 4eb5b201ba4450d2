/** Azerbaijani, in Latin letters. */
import type { Language } from "../language.ts";

export const AZERBAIJANI: Language = {
  name: "azerbaijani",
  little: "və bir bu da də üçün ilə olan daha çox kimi qədər sonra amma ən o isə ki oldu edildi edib",
  letters: /[əƏ]/u,
  isCommaDecimal: true,
  numbers: {
    adding: `
0 sıfır
1 bir
2 iki
3 üç
4 dörd
5 beş
6 altı
7 yeddi
8 səkkiz
9 doqquz
10 on
20 iyirmi
30 otuz
40 qırx
50 əlli
60 altmış
70 yetmiş
80 səksən
90 doxsan`,
    scales: `
100 yüz
1000 min
1e6 milyon
1e9 milyard
1e12 trilyon`,
    links: "",
    ordinals: `
1 birinci
2 ikinci
3 üçüncü
4 dördüncü
5 beşinci
6 altıncı
7 yeddinci
8 səkkizinci
9 doqquzuncu
10 onuncu
20 iyirminci
30 otuzuncu
40 qırxıncı
50 əllinci
100 yüzüncü`,
    articles: "bir",
  },
  glossary: `
percent faiz, faizi, faizdən, faizə
half yarım, yarısı, yarı
dozens onlarla
hundreds yüzlərlə
thousands minlərlə
− mənfi
> çox, artıq
≥ ən azı, azı
< az
≤ ən çoxu
≈ təxminən, təqribən, az qala
second saniyə
minute dəqiqə
hour saat
day gün
week həftə
month ay
year il, ildə, illik
metre metr
kilometre kilometr
kilogram kiloqram, kilo
gram qram
tonne ton
litre litr
dollar dollar
euro avro
ruble rubl
manat manat
degree dərəcə`,
  negations: {
    words: "deyil yox heç heçbir əsla olmadan",
    prefixes: "qeyri",
    endings:
      /^(\p{L}{2,}?)m[ae](?:d[iu]|z(?!\p{L}{2})|m[iu]s|yacaq|yecek|yib)\p{L}*$|^(\p{L}{2,}?)m[iu]r\p{L}*$/u,
  },
  everyday: "on min alti bes uc az ay il ton manat dollar kilo cox artiq saat gun yox",
};
