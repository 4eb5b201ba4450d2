/** The steps that have made the tables what they are, by version; `schema` is SQL. */

/** Sources that have not been replaced are valid until here. */
const FOREVER = 2_147_483_647;

const MARK = "chr(64976)";
const marked = (column: string): string => `replace(${column}, ${MARK}, ${MARK} || 'fdd0')`;

/** Each brings the schema up by one version, and is never changed once published. */
export const MIGRATIONS: readonly ((schema: string) => string)[] = [
  (schema) => `
    CREATE TABLE ${schema}.corpora (
      name text PRIMARY KEY,
      builder text,
      builder_until timestamptz
    );
    CREATE TABLE ${schema}.editions (
      number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      corpus text NOT NULL REFERENCES ${schema}.corpora,
      division text NOT NULL,
      embedder text,
      dimensions integer,
      is_complete boolean NOT NULL DEFAULT false,
      revision integer NOT NULL DEFAULT 0,
      next_source integer NOT NULL DEFAULT 0,
      passages bigint NOT NULL DEFAULT 0,
      passage_words bigint NOT NULL DEFAULT 0,
      sentences bigint NOT NULL DEFAULT 0,
      sentence_words bigint NOT NULL DEFAULT 0,
      mean bytea,
      used_at timestamptz NOT NULL DEFAULT now(),
      retired_at timestamptz
    );
    CREATE TABLE ${schema}.sources (
      edition integer NOT NULL,
      number integer NOT NULL,
      id text NOT NULL,
      file text NOT NULL,
      hash text NOT NULL,
      about json NOT NULL,
      text bytea NOT NULL,
      counts json NOT NULL,
      body_start integer NOT NULL,
      paragraphs integer NOT NULL,
      passages integer NOT NULL,
      passage_words integer NOT NULL,
      sentences integer NOT NULL,
      words integer NOT NULL,
      since integer NOT NULL,
      until integer NOT NULL DEFAULT ${FOREVER},
      retired_at timestamptz,
      PRIMARY KEY (edition, number)
    );
    CREATE INDEX sources_retired ON ${schema}.sources (edition) WHERE retired_at IS NOT NULL;
    CREATE TABLE ${schema}.looks (
      edition integer NOT NULL,
      place text NOT NULL,
      notes json NOT NULL,
      PRIMARY KEY (edition, place)
    );
    CREATE TABLE ${schema}.made_vectors (
      embedder text NOT NULL,
      key bytea NOT NULL,
      embedding bytea NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (embedder, key)
    );`,
  (schema) => `
    CREATE TABLE ${schema}.records (
      id text PRIMARY KEY,
      belongs_to text,
      at bigint NOT NULL,
      body text NOT NULL
    );
    CREATE INDEX records_belonging ON ${schema}.records (belongs_to, at);`,
  // From now on strings are kept as `stored-text.ts` says: what holds its mark already is marked.
  (schema) => `
    UPDATE ${schema}.sources SET file = ${marked("file")}, about = ${marked("about::text")}::json
      WHERE strpos(file, ${MARK}) > 0 OR strpos(about::text, ${MARK}) > 0;
    UPDATE ${schema}.looks SET notes = ${marked("notes::text")}::json WHERE strpos(notes::text, ${MARK}) > 0;
    UPDATE ${schema}.records SET body = ${marked("body")} WHERE strpos(body, ${MARK}) > 0;`,
];
