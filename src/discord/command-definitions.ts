/** The commands as Discord is told of them, with names and descriptions in the languages its clients have. */
import { LONGEST_QUESTION } from "./read-question.ts";

type Localized = Readonly<Record<string, string>>;

export interface OptionDefinition {
  readonly type: 3 | 5;
  readonly name: string;
  readonly description: string;
  readonly name_localizations: Localized;
  readonly description_localizations: Localized;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
}

export interface CommandDefinition {
  readonly type: 1 | 3;
  readonly name: string;
  readonly name_localizations: Localized;
  readonly description?: string;
  readonly description_localizations?: Localized;
  readonly options?: readonly OptionDefinition[];
  readonly default_member_permissions?: string;
  readonly integration_types: readonly number[];
  readonly contexts: readonly number[];
}

/** Installed to a server or by a person; in a server, in the bot's direct messages, and in other conversations. */
const EVERYWHERE = { integration_types: [0, 1], contexts: [0, 1, 2] } as const;
/** Only where the bot was added to the server. */
const SERVERS = { integration_types: [0], contexts: [0] } as const;
/** MANAGE_GUILD as a number in text. */
const MANAGE_SERVER = "32";
const LONGEST_QUOTATION = 4000;

/** English twice: Discord's clients know only en-US and en-GB. */
function localized(english: string, turkish: string, russian: string): Localized {
  return { "en-US": english, "en-GB": english, tr: turkish, ru: russian };
}

function named(names: readonly [string, string, string], texts: readonly [string, string, string]) {
  return {
    name: names[0],
    description: texts[0],
    name_localizations: localized(...names),
    description_localizations: localized(...texts),
  };
}

export const COMMANDS: readonly CommandDefinition[] = [
  {
    type: 1,
    ...named(["ask", "sor", "спросить"], ["Ask the sources", "Kaynaklara sor", "Спросить источники"]),
    ...EVERYWHERE,
    options: [
      {
        type: 3,
        ...named(["question", "soru", "вопрос"], ["Your question", "Sorunuz", "Ваш вопрос"]),
        required: true,
        max_length: LONGEST_QUESTION,
      },
      {
        type: 3,
        ...named(
          ["source", "kaynak", "источник"],
          ["Only this source", "Yalnızca bu kaynak", "Только этот источник"],
        ),
        autocomplete: true,
      },
      {
        type: 5,
        ...named(
          ["private", "özel", "лично"],
          ["Only you see the answer", "Yanıtı yalnızca siz görürsünüz", "Ответ видите только вы"],
        ),
      },
    ],
  },
  {
    type: 1,
    ...named(
      ["quote", "alıntı", "цитата"],
      [
        "Check whether a quotation is exact",
        "Bir alıntının doğru olup olmadığını denetle",
        "Проверить, точна ли цитата",
      ],
    ),
    ...EVERYWHERE,
    options: [
      {
        type: 3,
        ...named(["text", "metin", "текст"], ["The quotation", "Alıntı", "Цитата"]),
        required: true,
        max_length: LONGEST_QUOTATION,
      },
    ],
  },
  {
    type: 1,
    ...named(
      ["cite", "göster", "место"],
      ["Show a quote in its place", "Bir alıntıyı yerinde göster", "Показать цитату на её месте"],
    ),
    ...EVERYWHERE,
    options: [
      {
        type: 3,
        ...named(
          ["id", "kimlik", "ссылка"],
          [
            "Citation id, such as source:14.2",
            "Alıntı kimliği, örneğin kaynak:14.2",
            "Ссылка, например источник:14.2",
          ],
        ),
        required: true,
        autocomplete: true,
      },
    ],
  },
  {
    type: 1,
    ...named(
      ["sources", "kaynaklar", "источники"],
      ["List the sources", "Kaynakları listele", "Показать список источников"],
    ),
    ...EVERYWHERE,
  },
  {
    type: 1,
    ...named(
      ["reindex", "yenile", "обновить"],
      [
        "Take in what has changed in the sources",
        "Kaynaklardaki değişiklikleri al",
        "Учесть изменения в источниках",
      ],
    ),
    ...SERVERS,
    default_member_permissions: MANAGE_SERVER,
  },
  {
    type: 3,
    name: "Check quotes",
    name_localizations: localized("Check quotes", "Alıntıları denetle", "Проверить цитаты"),
    ...EVERYWHERE,
  },
  {
    type: 3,
    name: "Find sources",
    name_localizations: localized("Find sources", "Kaynak bul", "Найти источники"),
    ...EVERYWHERE,
  },
];
