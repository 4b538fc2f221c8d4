// What others make of CSV texts, for the unit tests to compare with: Papa Parse, and the packages' own test data.
//
// A text is a string of one character a byte. Answers are packed as packed_reader.hpp reads them: numbers as 64 bits,
// little-endian, and bytes after their number.

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const Papa = require('papaparse');

const DELIMITERS = [',', '\t', '|', ';'];
const BYTE_ORDER_MARK = '\xef\xbb\xbf';

const bytesOf = (text) => Buffer.from(text, 'utf8').toString('latin1');
const withoutMark = (bytes) => (bytes.startsWith(BYTE_ORDER_MARK) ? bytes.slice(3) : bytes);

/** Papa Parse's rows but for those that it takes for empty, each with the line on which it begins. */
function rowsOf(text, delimiter, newline) {
  const rows = [];
  const lineEnd = newline === '\r' ? '\r' : '\n';
  let line = 1;
  let begin = 0;
  const step = ({ data, errors, meta }) => {
    rows.push({ line, fields: data[0], hasBadQuotes: errors.length > 0 });
    line += text.slice(begin, meta.cursor).split(lineEnd).length - 1;
    begin = meta.cursor;
  };
  new Papa.Parser({ delimiter, newline, step }).parse(text);
  return rows.filter(({ fields, hasBadQuotes }) => hasBadQuotes || fields.length > 1 || fields[0] !== '');
}

/** True of a text in which every line feed comes after a carriage return. */
const endsLinesInTwo = (text) => text.includes('\r\n') && !/(^|[^\r])\n/.test(text);

/** Wrong quotes can hide from Papa Parse that lines end in CRLF: it would leave the CR in the last field. */
function guess(text) {
  const options = { skipEmptyLines: true, delimitersToGuess: DELIMITERS, preview: 1 };
  const { delimiter, linebreak } = Papa.parse(text, options).meta;
  return { delimiter, linebreak: linebreak === '\n' && endsLinesInTwo(text) ? '\r\n' : linebreak };
}

/** The JSON of one file of csv-spectrum tells another telephone number than the file itself. */
const correct = (json) => json.replace('1234567890', '2095257564');

/** csv-spectrum tells rows as JSON, whose keys are the header; a single row need not be in an array. */
function spectrum() {
  const folder = path.dirname(require.resolve('csv-spectrum'));
  return fs.readdirSync(path.join(folder, 'csvs')).map((name) => {
    const input = fs.readFileSync(path.join(folder, 'csvs', name), 'latin1');
    const json = fs.readFileSync(path.join(folder, 'json', name.replace('.csv', '.json')), 'utf8');
    const objects = [JSON.parse(correct(json))].flat();
    const fields = [Object.keys(objects[0]), ...objects.map((object) => Object.values(object))];
    const rows = fields.map((row) => ({ line: 0, fields: row.map(bytesOf), hasBadQuotes: false }));
    return { name, reason: '', input, delimiter: ',', newline: '\n', rows };
  });
}

/** The cases of Papa Parse's own tests, from the installed package. */
function papaTests() {
  const folder = path.dirname(require.resolve('papaparse'));
  const given = { chai: { assert: {} }, '../papaparse.js': Papa };
  const describe = Object.assign(() => {}, { skip: () => {} });
  const context = { module: { exports: {} }, require: (name) => given[name], describe };
  vm.runInNewContext(fs.readFileSync(path.join(folder, 'tests', 'test-cases.js'), 'utf8'), context);
  return [
    ...context.CORE_PARSER_TESTS.map((test) => ({ ...test, group: 'core', delimiter: ',', newline: '\n' })),
    ...context.PARSE_TESTS.map((test) => ({ ...test, group: 'parse' })),
  ];
}

const REASONS = {
  dynamicTyping: 'fields are text',
  transform: 'no hooks',
  transformHeader: 'no hooks',
  comments: 'a line that begins with # is data',
  preview: 'who wants no more rows asks for no more',
  step: 'rows are asked for, not sent',
  complete: 'rows are asked for, not sent',
  quoteChar: 'quotes are "',
  escapeChar: 'a quote is escaped by another',
  delimitersToGuess: 'the guess is among , tab | and ;',
  skipFirstNLines: 'every line is read',
};

/**
 * Why a case cannot be asked of a parser without options; empty if it can. With `header` rows become objects, but the
 * rows are the same.
 */
function reasonToSkip({ input, config = {} }) {
  if (typeof input !== 'string') return 'input: only text';
  const { delimiter, fastMode, skipEmptyLines } = config;
  const option = Object.keys(config).find((name) => name in REASONS && config[name]);
  if (option) return `${option}: ${REASONS[option]}`;
  if (delimiter && !(typeof delimiter === 'string' && delimiter.length === 1))
    return 'delimiter: it is one byte';
  if (Papa.BAD_DELIMITERS.includes(delimiter)) return 'delimiter: it is what it says';
  if (fastMode && input.includes('"')) return 'fastMode: quotes always count';
  if (skipEmptyLines === 'greedy') return 'skipEmptyLines: a row of empty fields is a row';
  if (!delimiter && [Papa.RECORD_SEP, Papa.UNIT_SEP].some((mark) => input.includes(mark)))
    return `delimitersToGuess: ${REASONS.delimitersToGuess}`;
  return '';
}

function papaCase(test) {
  const name = `${test.group}: ${test.description}`;
  const reason = reasonToSkip(test);
  if (reason) return { name, reason, input: '', delimiter: '', newline: '', rows: [] };
  const input = bytesOf(test.input);
  const guessed = guess(withoutMark(input));
  const delimiter = test.config?.delimiter || test.delimiter || guessed.delimiter;
  const newline = test.config?.newline || test.newline || guessed.linebreak;
  return { name, reason, input, delimiter, newline, rows: rowsOf(withoutMark(input), delimiter, newline) };
}

class Pack {
  #parts = [];

  number(value) {
    const number = Buffer.alloc(8);
    number.writeBigUInt64LE(BigInt(value));
    this.#parts.push(number);
  }

  text(text) {
    this.number(text.length);
    this.#parts.push(Buffer.from(text, 'latin1'));
  }

  rows(rows) {
    this.number(rows.length);
    for (const { line, fields, hasBadQuotes } of rows) {
      this.number(line);
      this.number(hasBadQuotes ? 1 : 0);
      this.number(fields.length);
      for (const field of fields) this.text(field);
    }
  }

  cases(cases) {
    this.number(cases.length);
    for (const { name, reason, input, delimiter, newline, rows } of cases) {
      for (const text of [name, reason, input, delimiter, newline]) this.text(text);
      this.rows(rows);
    }
  }

  bytes() {
    return Buffer.concat(this.#parts);
  }
}

/** What csv_oracle.cpp asks for. An empty delimiter stands for one that is guessed, with the newline. */
module.exports = {
  papa(pack, bytes, delimiter, newline) {
    const text = withoutMark(bytes);
    const used = delimiter ? { delimiter, linebreak: newline } : guess(text);
    pack.text(used.delimiter);
    pack.rows(rowsOf(text, used.delimiter, used.linebreak));
  },
  spectrum: (pack) => pack.cases(spectrum()),
  papaCases: (pack) => pack.cases(papaTests().map(papaCase)),
  Pack,
};
