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

/** Stands for a quote that is text. No test text holds it. */
const QUOTE_AS_TEXT = '\x02';

/** Papa Parse's next row from `begin`: its fields, where it ends, and its errors. */
function nextRow(text, begin, delimiter, newline) {
  let row;
  const step = ({ data, errors, meta }, parser) => {
    row ??= { fields: data[0], end: begin + meta.cursor, errors };
    parser.abort();
  };
  const parser = new Papa.Parser({ delimiter, newline, step: (result) => step(result, parser) });
  parser.parse(text.slice(begin));
  return row;
}

/**
 * Where the quote stands that should not have opened its field: it is not closed on the line of the quote that has text
 * behind it, or never. Behind one that was wrong no quote with text behind it is put up with. -1 if there is none.
 */
function wrongQuote(text, begin, { end, errors, fields }, delimiter, before, columns) {
  const row = text.slice(0, end).replace(/(\r\n|\r|\n)$/, '');
  let tolerated = -1;
  for (const { code, index } of errors) {
    const opening = begin + index - 1;
    if (code === 'MissingQuotes' || (before >= 0 && opening > before)) return opening;
    const [field] = nextRow(row.slice(opening), 0, delimiter, '\x03').fields;
    if (/[\r\n]/.test(field)) return opening;
    if (tolerated < 0 && field.includes(delimiter)) tolerated = opening;
  }
  return fields.length === columns ? -1 : tolerated;
}

/**
 * Whether a field begins with blanks and a quote. To Papa Parse that quote is text; to us it opens the field where this
 * keeps a delimiter in it, as DuckDB has it. A quoted field has its quotes doubled, so it is not found as it is.
 */
function hasIndentedQuote(raw, fields, delimiter) {
  const row = delimiter + raw.replace(/[\r\n]+$/, '') + delimiter;
  return fields.some((field) => /^[ \t]+"/.test(field) && row.includes(delimiter + field + delimiter));
}

/**
 * Papa Parse's rows but for empty lines, each with the line on which it begins. A quote that should not have opened its
 * field becomes text, and the row is parsed again.
 */
function rowsOf(original, delimiter, newline) {
  const rows = [];
  const whole = /[\r\n]$/.test(original) || original === '' ? original : original + newline;
  let text = whole;
  let line = 1;
  for (let begin = 0; begin < text.length;) {
    let row = nextRow(text, begin, delimiter, newline);
    let last = -1;
    for (;;) {
      const columns = rows[0]?.fields.length ?? row.fields.length;
      const wrong = wrongQuote(text, begin, row, delimiter, last, columns);
      if (wrong < 0) break;
      last = last < 0 ? wrong : Math.min(last, wrong);
      text = text.slice(0, wrong) + QUOTE_AS_TEXT + whole.slice(wrong + 1);
      row = nextRow(text, begin, delimiter, newline);
    }
    const raw = text.slice(begin, row.end);
    const fields = row.fields.map((field) => field.replaceAll(QUOTE_AS_TEXT, '"'));
    const hasBadQuotes = last >= 0 || row.errors.length > 0;
    const isIndented = hasIndentedQuote(raw, fields, delimiter);
    if (raw !== newline) rows.push({ line, fields, hasBadQuotes, isIndented });
    line += raw.split(/\r\n|\n|\r/).length - 1;
    begin = row.end;
  }
  return rows;
}

/** Papa Parse's rows as they are, but for empty ones. */
function rowsOfPapa(text, delimiter, newline) {
  const rows = [];
  let line = 1;
  let begin = 0;
  const step = ({ data, errors, meta }) => {
    rows.push({ line, fields: data[0], hasBadQuotes: errors.length > 0 });
    line += text.slice(begin, meta.cursor).split(newline === '\r' ? '\r' : '\n').length - 1;
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

const row = (line, fields, hasBadQuotes = false) => ({ line, fields, hasBadQuotes });

/** Malformed cases of Papa Parse's that are read otherwise, and why. */
const MENDED = {
  'core: Quoted field has no closing quote': {
    reason: 'a quote that is never closed is text, and the second row is intact',
    rows: [row(1, ['a', '"b', 'c'], true), row(2, ['d', 'e', 'f'])],
  },
  'core: Quoted field has invalid trailing quote after delimiter': {
    reason: 'neither quote is closed on its line, so both are text, and the second row is intact',
    rows: [row(1, ['a', '"b', '"c'], true), row(2, ['d', 'e', 'f'])],
  },
  'core: Quoted field has invalid trailing quote before delimiter': {
    reason: 'the quote with text behind it closes nothing on its line, and the second row is intact',
    rows: [row(1, ['a', '"b"c', 'd'], true), row(2, ['e', 'f', 'g'])],
  },
  'core: Quoted field has invalid trailing quote after new line': {
    reason: 'a quote in the middle of the next line closes nothing, so both lines are rows of three fields',
    rows: [row(1, ['a', '"b', 'c'], true), row(2, ['d"e', 'f', 'g'])],
  },
  'parse: Mixed slash n and slash r should choose first as precident': {
    reason: 'a carriage return ends a row wherever it stands, as DuckDB and Python have it',
    rows: [row(1, ['a', 'b', 'c']), row(2, ['d', 'e', 'f']), row(3, ['g', 'h', 'i'])],
  },
};

function papaCase(test) {
  const name = `${test.group}: ${test.description}`;
  const reason = reasonToSkip(test);
  if (reason) return { name, reason, input: '', delimiter: '', newline: '', rows: [] };
  const input = bytesOf(test.input);
  const guessed = guess(withoutMark(input));
  const delimiter = test.config?.delimiter || test.delimiter || guessed.delimiter;
  const newline = test.config?.newline || test.newline || guessed.linebreak;
  const rows = MENDED[name]?.rows ?? rowsOfPapa(withoutMark(input), delimiter, newline);
  return { name, reason, input, delimiter, newline, rows };
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
    for (const { name, reason, input, delimiter, rows } of cases) {
      for (const text of [name, reason, input, delimiter]) this.text(text);
      this.rows(rows);
    }
  }

  bytes() {
    return Buffer.concat(this.#parts);
  }
}

/** Delimiter and rows as Papa Parse has them. */
function read(text) {
  const { delimiter, linebreak } = guess(text);
  return { delimiter, rows: rowsOf(text, delimiter, linebreak) };
}

/** What csv_oracle.cpp asks for. An empty delimiter or newline stands for one that is guessed. */
module.exports = {
  papa(pack, bytes, delimiter, newline) {
    const text = withoutMark(bytes);
    const guessed = guess(text);
    const used = delimiter || guessed.delimiter;
    const rows = rowsOf(text, used, newline || guessed.linebreak);
    pack.text(guessed.delimiter);
    pack.number(rows.some(({ isIndented }) => isIndented) ? 1 : 0);
    pack.rows(rows);
  },
  read,
  spectrum: (pack) => pack.cases(spectrum()),
  papaCases: (pack) => pack.cases(papaTests().map(papaCase)),
  Pack,
};
