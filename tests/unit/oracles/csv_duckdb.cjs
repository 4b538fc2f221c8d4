// What DuckDB makes of CSV texts, for the unit tests to compare with; see csv_judges.hpp. Standard input holds a question
// and its texts, standard output the answers, packed as packed_reader.hpp reads them.

const fs = require('node:fs');
const path = require('node:path');
const duckdb = require('@duckdb/duckdb-wasm/blocking');
const { Pack } = require('./csv_oracle.cjs');

/** How many texts are read at once, each of them a file to DuckDB. */
const TEXTS_AT_ONCE = 200;
/** What no text holds: an empty field is a value, and one that is missing is none. */
const NULL_AS_TEXT = '\x02';

async function open() {
  const folder = path.dirname(require.resolve('@duckdb/duckdb-wasm/blocking'));
  const bundle = (name) => ({ mainModule: path.join(folder, name), mainWorker: '' });
  const bundles = { mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => {});
  database.open({});
  return { database, connection: database.connect() };
}

class Questions {
  #bytes = fs.readFileSync(0);
  #at = 0;

  get areLeft() {
    return this.#at < this.#bytes.length;
  }

  number() {
    this.#at += 8;
    return Number(this.#bytes.readBigUInt64LE(this.#at - 8));
  }

  bytes() {
    const size = this.number();
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }
}

const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;

/** @param {{delimiter: string, quote: string, columns: number}} how */
function readCsv(names, { delimiter, quote, columns }) {
  const types = Array.from({ length: columns }, (_, i) => `c${i}: 'varchar'`);
  return `select * from read_csv([${names.map(quoted)}], auto_detect = false, header = false, filename = true,
    delim = ${quoted(delimiter)}, quote = ${quoted(quote)}, escape = ${quoted(quote)}, columns = {${types}},
    null_padding = true, strict_mode = false, parallel = false, nullstr = ${quoted(NULL_AS_TEXT)})`;
}

/** Sets `rows` of each text, which all are written in the same way; none of those on which DuckDB gives up. */
function readAlike({ database, connection }, texts) {
  texts.forEach(({ bytes }, i) => database.registerFileBuffer(`${i}`, bytes.slice()));
  try {
    const names = texts.map((_, i) => `${i}`);
    const table = connection.query(readCsv(names, texts[0]));
    const columns = table.schema.fields.map((_, i) => table.getChildAt(i));
    const filename = columns.pop();
    for (const text of texts) text.rows = [];
    for (let row = 0; row < table.numRows; row++) {
      const fields = columns.map((column) => column.get(row));
      while (fields.at(-1) === null) fields.pop();
      texts[Number(filename.get(row))].rows.push(fields.map((field) => field ?? ''));
    }
  } catch {
    if (texts.length === 1) return;
    const half = texts.length >> 1;
    readAlike({ database, connection }, texts.slice(0, half));
    readAlike({ database, connection }, texts.slice(half));
  } finally {
    database.dropFiles();
  }
}

const bytesOf = (text) => Buffer.from(text, 'utf8').toString('latin1');

function rows(duck, questions, pack) {
  const texts = [];
  while (questions.areLeft) {
    const columns = questions.number();
    const [delimiter, quote] = [questions.bytes(), questions.bytes()].map(String);
    texts.push({ columns, delimiter, quote, bytes: questions.bytes() });
  }
  const alike = {};
  for (const text of texts) (alike[[text.columns, text.delimiter, text.quote]] ??= []).push(text);
  for (const group of Object.values(alike)) {
    for (let at = 0; at < group.length; at += TEXTS_AT_ONCE)
      readAlike(duck, group.slice(at, at + TEXTS_AT_ONCE));
  }
  for (const text of texts) {
    pack.number(text.rows ? 1 : 0);
    if (!text.rows) continue;
    pack.number(text.rows.length);
    for (const fields of text.rows) {
      pack.number(fields.length);
      for (const field of fields) pack.text(bytesOf(field));
    }
  }
}

function sniff({ database, connection }, questions, pack) {
  while (questions.areLeft) {
    database.registerFileBuffer('text', questions.bytes().slice());
    try {
      const found = connection.query("select * from sniff_csv('text')").toArray()[0];
      pack.number(1);
      pack.text(found.Delimiter);
      pack.text(found.Quote === '(empty)' ? '' : found.Quote);
      pack.number(found.SkipRows);
      pack.number(found.HasHeader ? 1 : 0);
    } catch {
      pack.number(0);
    }
    database.dropFiles();
  }
}

async function main() {
  const duck = await open();
  const questions = new Questions();
  const pack = new Pack();
  ({ rows, sniff })[String(questions.bytes())](duck, questions, pack);
  process.stdout.write(pack.bytes());
}

main();
