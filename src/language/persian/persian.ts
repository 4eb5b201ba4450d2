/** Persian. */
import type { Language } from "../language.ts";

export const PERSIAN: Language = {
  name: "persian",
  little: "و در به از که این را با است آن برای یک تا بر بود شد های کرد هم",
  letters: /\p{Script=Arabic}/u,
  isCommaDecimal: false,
  numbers: {
    adding: `
0 صفر
1 یک
2 دو
3 سه
4 چهار
5 پنج
6 شش
7 هفت
8 هشت
9 نه
10 ده
11 یازده
12 دوازده
13 سیزده
14 چهارده
15 پانزده
16 شانزده
17 هفده
18 هجده
19 نوزده
20 بیست
30 سی
40 چهل
50 پنجاه
60 شصت
70 هفتاد
80 هشتاد
90 نود
100 صد یکصد
200 دویست
300 سیصد
400 چهارصد
500 پانصد
600 ششصد
700 هفتصد
800 هشتصد
900 نهصد`,
    scales: `
1000 هزار
1e6 میلیون
1e9 میلیارد
1e12 تریلیون`,
    links: "و",
    ordinals: `
1 اول نخست یکم
2 دوم
3 سوم
4 چهارم
5 پنجم
6 ششم
7 هفتم
8 هشتم
9 نهم
10 دهم
20 بیستم
50 پنجاهم`,
    articles: "یک",
  },
  glossary: `
percent درصد
half نیم, نصف, نیمی
dozens ده ها, دهها
hundreds صدها
thousands هزاران
− منفی
> بیش از, بیشتر از
≥ حداقل, دست کم
< کمتر از
≤ حداکثر
≈ حدود, تقریبا, نزدیک به
second ثانیه
minute دقیقه
hour ساعت
day روز
week هفته
month ماه
year سال
metre متر
kilometre کیلومتر
kilogram کیلوگرم, کیلو
gram گرم
tonne تن
litre لیتر
dollar دلار
euro یورو
rial ریال
degree درجه`,
  negations: { words: "نه هیچ هرگز نیست نبود بدون نکرد نشد", prefixes: "ن نا بی" },
  everyday: "نه سی",
};
