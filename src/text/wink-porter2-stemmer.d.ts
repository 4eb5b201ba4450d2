/** The stemmer ships no types. It expects a lower-case English word. */
declare module "wink-porter2-stemmer" {
  export default function stem(word: string): string;
}
