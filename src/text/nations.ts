/**
 * Countries under the names a text may give them: name, word for what is theirs, capital. News texts say the capital
 * for the government. English; the list is of the present day, with a few names of the past.
 */

/** Country, then its other names and adjectives, then, after "/", its capital. `_` joins the words of one name. */
export const NATIONS = `
  afghanistan afghan / kabul, albania albanian / tirana, algeria algerian / algiers, angola angolan / luanda,
  argentina argentine argentinian / buenos_aires, armenia armenian / yerevan, australia australian / canberra,
  austria austrian / vienna, azerbaijan azerbaijani azeri / baku, bahrain bahraini / manama,
  bangladesh bangladeshi / dhaka, belarus belarusian / minsk, belgium belgian / brussels, bolivia bolivian / la_paz,
  bosnia bosnian / sarajevo, brazil brazilian / brasilia, bulgaria bulgarian / sofia, cambodia cambodian / phnom_penh,
  cameroon cameroonian / yaounde, canada canadian / ottawa, chile chilean / santiago,
  china chinese / beijing, colombia colombian / bogota, congo congolese / kinshasa, croatia croatian / zagreb,
  cuba cuban / havana, cyprus cypriot / nicosia, czechia czech / prague, denmark danish dane / copenhagen,
  ecuador ecuadorian / quito, egypt egyptian / cairo, england english, estonia estonian / tallinn,
  ethiopia ethiopian / addis_ababa, europe european, eu european_union / brussels, finland finnish finn / helsinki,
  france french / paris, georgia georgian / tbilisi, germany german / berlin, ghana ghanaian / accra,
  greece greek / athens, hungary hungarian / budapest, iceland icelandic / reykjavik, india indian / delhi,
  indonesia indonesian / jakarta, iran iranian islamic_republic / tehran, iraq iraqi / baghdad, ireland irish / dublin,
  israel israeli / jerusalem, italy italian / rome, jamaica jamaican / kingston, japan japanese / tokyo,
  jordan jordanian / amman, kazakhstan kazakh / astana, kenya kenyan / nairobi, korea korean / seoul,
  kosovo kosovar / pristina, kuwait kuwaiti, kyrgyzstan kyrgyz / bishkek, laos laotian / vientiane,
  latvia latvian / riga, lebanon lebanese / beirut, libya libyan / tripoli, lithuania lithuanian / vilnius,
  madagascar malagasy, malaysia malaysian, mali malian / bamako, malta maltese / valletta,
  mexico mexican, moldova moldovan / chisinau, mongolia mongolian mongol, montenegro montenegrin / podgorica,
  morocco moroccan / rabat, mozambique mozambican / maputo, myanmar burmese burma, nepal nepalese / kathmandu,
  netherlands dutch holland / hague, nigeria nigerian / abuja, norway norwegian / oslo, oman omani / muscat,
  pakistan pakistani / islamabad, palestine palestinian / ramallah, panama panamanian, paraguay paraguayan / asuncion,
  peru peruvian / lima, philippines filipino philippine / manila, poland polish pole / warsaw,
  portugal portuguese / lisbon, qatar qatari / doha, romania romanian / bucharest, russia russian / moscow,
  rwanda rwandan / kigali, saudi_arabia saudi / riyadh, scotland scottish scot / edinburgh, senegal senegalese / dakar,
  serbia serbian serb / belgrade, singapore singaporean, slovakia slovak / bratislava, slovenia slovenian / ljubljana,
  somalia somali / mogadishu, south_africa south_african / pretoria, soviet_union soviet ussr / moscow,
  spain spanish spaniard / madrid, sudan sudanese / khartoum, sweden swedish swede / stockholm,
  switzerland swiss / bern, syria syrian / damascus, taiwan taiwanese / taipei, tajikistan tajik / dushanbe,
  tanzania tanzanian / dodoma, thailand thai / bangkok, tunisia tunisian / tunis, turkey turkish turk / ankara,
  turkmenistan turkmen / ashgabat, uganda ugandan / kampala, ukraine ukrainian / kyiv,
  united_kingdom uk britain british / london, united_states us usa america american / washington,
  uruguay uruguayan / montevideo, uzbekistan uzbek / tashkent, venezuela venezuelan / caracas,
  vietnam vietnamese / hanoi, wales welsh / cardiff, yemen yemeni, zambia zambian / lusaka, zimbabwe zimbabwean / harare
`;
