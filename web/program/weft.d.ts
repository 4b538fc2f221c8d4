// The types of the page's own API, `globalThis.weft`, and of the module that the compiler makes.

/** Steps, runs and compares: the same calls as the page's buttons. */
export interface Weft {
  /** Fulfilled when mounts and fonts are in place, the list of files is filled, and all of it has been drawn. */
  readonly ready: Promise<void>;

  /** How sync mode reads while it blocks the page's thread. */
  readonly blockingReads: 'shared-buffer' | 'sync-xhr';

  /**
   * Adds files to the list, mounted under /drop: under `webkitRelativePath` where a file has one, else under its name.
   * A name that is taken becomes "name (2).ext". Returns their paths in the virtual file system.
   */
  addFiles(files: Iterable<File>): string[];

  /**
   * Adds what is at an http or https URL, which may be relative to the page, mounted under /http. Returns its path.
   * Throws for what is a path of the virtual file system: that is for `addPath`.
   */
  addUrl(url: string): string;

  /**
   * Adds a file that a mount holds already: a sample, a stored result. Fulfilled with its path in normal form. Rejects with
   * ENOENT where there is none, EISDIR for a directory, EINVAL for what is no absolute path.
   */
  addPath(path: string): Promise<string>;

  /**
   * Writes sample files into /data, in place of those that were there, and puts them into the list. Fulfilled with
   * their paths. Rejects where the browser's storage cannot take them, or on `cancel`.
   */
  generateSamples(options?: SampleOptions): Promise<string[]>;

  /** The list of files, in the order given. */
  files(): FileEntry[];

  /** Empties the list. Throws while something is under way. */
  clear(): void;

  /**
   * Tells how a file of the list is to be read as CSV, from the next run and the next stepper on; what is not told is
   * guessed.
   */
  readCsvAs(path: string, options?: CsvOptions): void;

  /** Changes some settings, or none, and returns all of them. They are remembered, and hold from the next run on. */
  configure(settings?: Partial<Settings>): Settings;

  /**
   * Reads all files of the list, with other settings for this once if any are given. Rejects only on misuse: a file that
   * fails has its row. Settings that must make files fail, because more would be read at once than may be open, are
   * misuse; so they are of `compare` and `lesson`. On `cancel` it is fulfilled with what was done until then.
   */
  run(settings?: Partial<Settings>): Promise<RunReport>;

  /** Runs sync, async with one in flight, async with N, and workers with N, round by round, and reports medians. */
  compare(options?: { rounds?: number }): Promise<CompareReport>;

  /**
   * Writes the results of the last run to /data/summary.csv, .json or .md. Until the new file is whole the old one
   * stays. Fulfilled with the path. Rejects with the code of what went wrong ("ENOSPC", …), or ECANCELED on `cancel`;
   * and without a code while there are no results.
   */
  writeSummary(format: SummaryFormat): Promise<string>;

  /**
   * The last run as Chrome trace events, in JSON, which Perfetto opens: a track a fiber with what it did
   * (`B`, `E`), each read one complete event (`X`, category "read"), what made a fiber go on a flow (`s`, `f`). Reads
   * that workers made are not in it one by one. Rejects unless a run has ended.
   */
  trace(): Promise<string>;

  /** The checklist, which ticks itself when the reader has really done a thing. It is remembered. */
  mastery(): Skill[];
  resetMastery(): void;

  /** Samples, sync run, async run, generator demo, all told in the log. Rejects if it could not go on. */
  lesson(): Promise<void>;

  /**
   * Does one of the exercises, over the sample files, and tells how it went. On `cancel` it is fulfilled with what was
   * done until then. `limit`: the permits of "limit-open-files", 1 … 32.
   */
  exercise(name: ExerciseName, options?: { limit?: number }): Promise<ExerciseReport>;

  /** Ends what is under way; its promise is then settled. Does nothing if nothing is. */
  cancel(): void;

  /** Steps through the lines of files, which take turns line by line. No paths: all files of the list. */
  lines(paths?: Iterable<string>): LineStepper;

  /** Steps through the rows of a CSV file, the header first if it has one. Empty rows are left out. */
  rows(path: string): RowStepper;

  /** The lines of the log panel. */
  log(): string[];
  clearLog(): void;

  /** What is on the screen, as of the last frame. */
  widgets(): Widget[];

  /** What is going on inside, for tests. */
  diagnostics(): Diagnostics;
}

export interface Settings {
  mode: Mode;
  /** Files in work at once in async and workers mode; workers are as many, but no more than there are processors. */
  concurrency: number;
  /** Bytes asked for in one read. */
  chunkBytes: number;
  /** Milliseconds added to every read. */
  latencyMs: number;
  /** Smaller files are skipped. */
  minBytes: number;
  /** One more open file fails with EMFILE. Steppers may hold as many again, all together. */
  maxOpenFiles: number;
  /** Of a compressed file that holds more bytes the rest is not read, and it fails with EFBIG. */
  maxUnpackedBytes: number;
  /** How often each byte is counted: stands for heavier computing. */
  cpuPasses: number;
  /** Every file is read as CSV, not only those named .csv or .tsv. */
  csv: boolean;
}

/** How a run waits for its reads, and where it counts: on the page's thread, or in workers. */
export type Mode = 'sync' | 'async' | 'workers';

export type SummaryFormat = 'csv' | 'json' | 'md';

export interface Skill {
  /** "read-async", "wrote-async", "stepped-generator", "several-at-once", "async-won", "async-did-not-win". */
  id: string;
  title: string;
  done: boolean;
}

export interface SampleOptions {
  /** 1 … 10,000; by default 10. */
  count?: number;
  /** Lines of five words in each; by default 50. */
  lines?: number;
  /** The same seed gives the same bytes. */
  seed?: number;
}

export interface FileEntry {
  path: string;
  /** The path below its mount. */
  name: string;
  /** Bytes; -1 where it is known only when the file is opened. */
  size: number;
}

export interface FileRow {
  path: string;
  status: 'queued' | 'running' | 'done' | 'skipped' | 'failed' | 'cancelled';
  /** Why it failed: a POSIX name such as "ENOENT", and a sentence. */
  error?: { code: string; message: string };
  /** Why it was skipped. */
  reason?: string;
  /** Of a compressed file all figures are those of what it holds. */
  bytes: number;
  /** A text in UTF-16 is counted as if it had been saved as UTF-8, but for its bytes. */
  lines: number;
  words: number;
  /** UTF-8 code points. */
  chars: number;
  /** Bytes of the longest line, without its end. */
  longestLine: number;
  /**
   * How the text is encoded: UTF-16 is told by its byte order mark, or by its zeros. What is neither is counted byte by
   * byte.
   */
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'not UTF-8';
  /** How the file is compressed, if it is; this is told by its first bytes, not by its name. */
  compression?: 'gzip';
  /** What it holds as CSV; missing if it was not read as such. */
  csv?: CsvFigures;
  /** Place in completion order, from 1; 0 for a file that was cancelled. */
  order: number;
  /**
   * From the file's turn to its end, then the part of it spent waiting and the part spent computing; where a worker has
   * done it, by the worker's clock.
   */
  elapsedMs: number;
  waitMs: number;
  cpuMs: number;
  /** The part of elapsedMs in which another fiber blocked the thread. */
  stalledMs: number;
}

export interface CsvOptions {
  /** One character of ASCII. */
  delimiter?: string;
  /** One character of ASCII. */
  quote?: string;
  /** From 1; 0 for a table without a header. What lies above is left out. */
  headerLine?: number;
}

/** Empty rows do not count. */
export interface CsvFigures {
  /** Below the header, which is the first row of the table; all rows if there is none. */
  rows: number;
  /** Fields of the first row. */
  columns: number;
  /** Rows with more or fewer fields than the first, or with quotes that are wrong; the header too, if its are. */
  badRows: number;
  /** The lines, from 1, on which the first 20 of them begin. */
  badLines: number[];
  /** Guessed from the beginning of the file, unless it was told. With a blank behind it if there always is one. */
  delimiter: string;
  quote: string;
  /**
   * The line of the header; 0 if there is none, as where the first row has numbers or dates like those below it. Titles
   * and comments above it are left out.
   */
  headerLine: number;
  /** What was guessed beyond a comma, and in which way rows are odd, a sentence each. */
  notes: string[];
}

export interface RunReport {
  mode: Mode;
  /** What the run was told. */
  settings: Settings;
  cancelled: boolean;
  wallMs: number;
  /** In the order given. */
  files: FileRow[];
  /** Of the files that are done. */
  totals: { files: number; bytes: number; lines: number; words: number };
  peakOpenFiles: number;
  /** The most files that were in work at once. */
  peakInFlight: number;
  /** The most workers that had something to do at once; 0 unless the mode is 'workers'. */
  peakWorkers: number;
  reads: number;
  /** Animation frames while it ran, and the longest time without one. */
  frames: number;
  longestFrameGapMs: number;
  /** Was async worth it, what bounds the run, and what would change most, in a few sentences, from its figures. */
  verdict: string;
  criticalPath: CriticalPath;
  /**
   * What the same work would take in other ways, the shortest first: what its files waited and computed, replayed in
   * that way. None if a file failed, was skipped or cancelled.
   */
  estimates: Estimate[];
}

/** The chain of causes that the end of a run goes back to: had one of its steps been shorter, so had the run. */
export interface CriticalPath {
  shares: PathShares;
  /** In order and without a gap, from the start to the end. Of a long path, short steps that follow each other are one. */
  steps: PathStep[];
}

/** What the path went to: parts of the run's time, which add to 1. */
export interface PathShares {
  /** Waiting for opens and reads. */
  reads: number;
  /** Waiting for workers, which read and count. */
  workers: number;
  /** Ready to go on, while other fibers had the thread. */
  turns: number;
  /** Computing on the page's thread. */
  computing: number;
  /** A fiber blocked the thread. */
  blocked: number;
  /** Ready to go on, while the page itself had the thread. */
  page: number;
  /** Sleeping, or not known. */
  other: number;
}

export interface PathStep {
  /** The fiber's name; empty where one step stands for several, or for what is forgotten. */
  fiber: string;
  /** What most of it went to. */
  part: keyof PathShares;
  /** In ms from the run's start on. */
  from: number;
  to: number;
  /** What the fiber did or waited for, and what let it go on, in a sentence or two. */
  cause: string;
}

/** What a run would take under other settings. */
export interface Estimate {
  settings: Partial<Settings>;
  wallMs: number;
}

export interface CompareReport {
  cancelled: boolean;
  blockingReads: Weft['blockingReads'];
  rounds: number;
  /** Sync, async with one in flight, async with N, workers with N. */
  contenders: Contender[];
}

export interface Contender {
  name: string;
  mode: Mode;
  concurrency: number;
  /** One figure a round, the warm-up left out. */
  wallMs: number[];
  medianMs: number;
  fastestMs: number;
  slowestMs: number;
  /** How many times as fast as sync, by the medians; 0 where that cannot be told. */
  speedUp: number;
  /** Why it cannot: files failed, the page was hidden, the machine slept, the browser's clock is too coarse. */
  doubt?: string;
  /** The worst of all rounds: how long the page was frozen. */
  longestFrameGapMs: number;
  /** Files that failed in the worst round. */
  failed: number;
}

export type ExerciseName =
  | 'parse-csv'
  | 'skip-small-files'
  | 'write-results'
  | 'missing-file'
  | 'leak-files'
  | 'blocking-call'
  | 'handle-missing-file'
  | 'close-by-scope'
  | 'limit-open-files'
  | 'add-latency'
  | 'add-computing'
  | 'step-generator'
  | 'use-workers';

export interface ExerciseReport {
  exercise: ExerciseName;
  phase: 'finished' | 'cancelled' | 'failed';
  /** What was seen; of a failure, what went wrong. */
  message: string;
  /** What was counted and measured; times in milliseconds. Which there are depends on the exercise. */
  figures: Record<string, number>;
  /** The files it worked on, where each of them has a story. */
  files: FileRow[];
}

export interface LineStepper {
  /**
   * The next lines, one if no count is given; fewer only at the end, before a failure and on `close`, none after it.
   * Rejects with code ("EIO", …) and sentence for a file that cannot be read on: once for each, behind the lines that
   * were read before it. The call after that goes on with the other files.
   * An answer holds no more than about 64 MiB of text: where the lines are longer it has fewer of them, and the next
   * one goes on behind them.
   */
  next(count?: number): Promise<Line[]>;
  /** Closes the files where they stand. */
  close(): void;
  /**
   * "not started", "suspended at line 12 of a.txt", "waiting for a read", "finished", "closed"; and in place of
   * "finished" where files failed "failed", or "finished, but 2 of 5 files failed".
   */
  readonly state: string;
}

export interface Line {
  path: string;
  /** From 1. */
  number: number;
  /** Of the line's first byte in the file; in a compressed one, in what it holds. */
  offset: number;
  /** Bytes of the whole line, as UTF-8, without its end. */
  length: number;
  /** Without its end, with U+FFFD for what is not UTF-8. Of a line of more than 4 MiB the beginning. */
  text: string;
}

export interface RowStepper {
  /**
   * The next rows, one if no count is given; fewer only at the end, before a failure and on `close`, none after it.
   * Rejects, and holds no more, as of a LineStepper.
   */
  next(count?: number): Promise<Row[]>;
  /** Closes the file where it stands. */
  close(): void;
  /** As of a LineStepper. */
  readonly state: string;
}

export interface Row {
  /** The line of the file on which it begins, from 1. */
  line: number;
  /** Without quotes; with U+FFFD for what is not UTF-8. Of a row of more than 4 MiB the beginning. */
  fields: string[];
  /** What is wrong with it, in words. */
  trouble?: string;
}

/** In CSS pixels from the canvas's left upper corner. */
export interface Widget {
  id: number;
  /** As ARIA names them: "button", "slider", "row" … */
  role: string;
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What it shows beside its label. */
  value: string;
  checked: boolean;
  disabled: boolean;
  focused: boolean;
}

export interface Diagnostics {
  /** "none", "run", "comparison", "samples", "summary", "lesson", "exercise". */
  activity: string;
  liveFibers: number;
  openFiles: number;
  pendingOperations: number;
  /** The size of the WebAssembly memory, and what of it is allocated. */
  heapBytes: number;
  heapInUseBytes: number;
  /** Frames that were made. What looks like the one before is not drawn again. */
  framesDrawn: number;
  /** Workers that live, idle ones too, and those that have something to do. */
  workers: { alive: number; busy: number };
}

/** What is kept from visit to visit; anything in it may be missing or wrong. */
export interface Remembered {
  settings?: unknown;
  choices?: unknown;
  mastery?: unknown;
}

/** What createWeft is given, beside Emscripten's own options. */
export interface ModuleOptions {
  /** See blocking-io.js. Must be there from the beginning. */
  weftIo?: { kind: Weft['blockingReads'] };
  /** See counting-pool.js. */
  weftCounting?: { census: Diagnostics['workers'] };
  /** What settings-store.js has loaded, and its way to save. */
  weftRemembered?: Remembered;
  weftRemember?: (settings: Settings, choices: object, mastery: string[]) => void;
  /** download-file.js. The bytes lie in the module's memory, and are good for the call only. */
  weftOfferDownload?: (name: string, type: string, bytes: Uint8Array) => void;
  /** Begins to fetch the text with the exercises' code, for `putCode` or `missCode`. */
  weftFetchCode?: () => void;
  [option: string]: unknown;
}

/** The ranges of what may be told, and of settings the kind. */
export interface Limits {
  settings: Record<
    Exclude<keyof Settings, 'mode'>,
    [low: number, high: number, kind: 'number' | 'whole' | 'flag']
  >;
  samples: Record<keyof SampleOptions, [low: number, high: number]>;
  compare: Record<'rounds', [low: number, high: number]>;
  exercise: Record<'limit', [low: number, high: number]>;
}

/** The module's bindings. A command returns the words of its refusal, or an empty string; results come by callback. */
export interface WeftModule {
  weftIo?: { kind: Weft['blockingReads'] };
  weftCounting?: { census: Diagnostics['workers'] };
  /** `anew`: the file as it is now, of an empty one. */
  weftBlobs: { add(blob: Blob, anew?: () => Promise<File>): number; count(): number };
  whenReady(resolve: () => void): void;
  setHidden(isHidden: boolean): void;
  addFile(relativePath: string, size: number, blob: number): string;
  addUrl(url: string): string;
  addPath(
    path: string,
    resolve: (path: string) => void,
    reject: (code: string, message: string) => void,
  ): void;
  exists(path: string): boolean;
  files(): FileEntry[];
  clear(): string;
  readCsvAs(path: string, delimiter: string, quote: string, headerLine: number): string;
  configure(settings: Partial<Settings>): Settings;
  limits(): Limits;
  /** What the settings are until somebody changes them. */
  defaults(): Settings;
  runFiles(settings: Partial<Settings>, resolve: (report: RunReport) => void): string;
  compare(options: { rounds?: number }, resolve: (report: CompareReport) => void): string;
  generateSamples(
    options: SampleOptions,
    resolve: (paths: string[]) => void,
    reject: (code: string, message: string) => void,
  ): string;
  trace(): string;
  writeSummary(
    format: SummaryFormat,
    resolve: (path: string) => void,
    reject: (code: string, message: string) => void,
  ): string;
  mastery(): Skill[];
  resetMastery(): void;
  runLesson(resolve: (hasFinished: boolean, words: string) => void): string;
  exercise(name: string, options: { limit?: number }, resolve: (report: ExerciseReport) => void): string;
  cancel(): void;
  log(): string[];
  clearLog(): void;
  /** The text with the exercises' code is there. */
  putCode(text: string): void;
  /** It is not to be had; `words` say why, to a person. */
  missCode(words: string): void;
  /** Says something in the notice, and in the log. */
  tell(words: string): void;
  addToLog(line: string): void;
  /** Begins what the program does of itself. Once, and after all of its code is there. */
  start(): void;
  /** The fonts that come after the first frame are there. */
  widgets(): Widget[];
  diagnostics(): Omit<Diagnostics, 'framesDrawn' | 'workers'>;
  framesDrawn(): number;
  openStepper(paths: string[], isOfRows: boolean): number;
  step(
    stepper: number,
    count: number,
    resolve: (items: (Line | Row)[]) => void,
    reject: (code: string, message: string) => void,
  ): void;
  closeStepper(stepper: number): void;
  stepperState(stepper: number): string;
}

export default function createWeft(options: ModuleOptions): Promise<WeftModule>;

declare global {
  // eslint-disable-next-line no-var
  var weft: Weft;
}
