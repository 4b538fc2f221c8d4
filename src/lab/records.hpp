#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "lab/comparison.hpp"
#include "lab/csv_text.hpp"
#include "lab/exercises/exercise.hpp"
#include "lab/mastery.hpp"
#include "lab/run.hpp"
#include "lab/setting_list.hpp"
#include "lab/stepper.hpp"

/// What JavaScript sees of the lab's records. `describe` calls `out(name, value)` for each field, where an
/// empty `std::optional` is a field that is not there; a third argument says the field's type in TypeScript
/// where the value's does not. `out.record` takes the name of the interface in web/program/weft.d.ts, which a
/// test holds against this. The members of rows and reports are all named, so that a new one does not
/// compile before it has its place here.
namespace weft::lab {

void describe(auto& out, const vfs::Error& error) {
  out("code", vfs::name_of(error.code));
  out("message", vfs::to_message(error));
}

void describe(auto& out, const Totals& totals) {
  const auto& [files, bytes, lines, words] = totals;
  out("files", files);
  out("bytes", bytes);
  out("lines", lines);
  out("words", words);
}

void describe(auto& out, const text::CsvCounts& csv) {
  const auto& [rows, columns, fields, bad_rows, bad_lines, oddities, second_table, layout] = csv;
  const text::CsvDialect& dialect = layout.dialect;
  out.record("CsvFigures");
  out("rows", rows);
  out("columns", columns);
  out("badRows", bad_rows);
  out("badLines", bad_lines);
  out("delimiter", std::string(1, dialect.delimiter) + (dialect.has_padding ? " " : ""));
  out("quote", std::string(1, dialect.quote));
  out("headerLine", layout.has_header && columns > 0 ? layout.first_line : 0);
  out("notes", notes_on(csv));
}

void describe(auto& out, const FileEntry& entry) {
  const auto& [number, path, name, size, csv] = entry;
  out.record("FileEntry");
  out("path", path);
  out("name", name);
  out("size", size);
}

void describe(auto& out, const FileRow& row) {
  const auto& [number, path, name, status, size, figures, form, csv_options, csv, progress, error, reason,
               order, elapsed_ms, wait_ms, cpu_ms, stalled_ms, fiber] = row;
  const auto& [bytes, lines, words, chars, longest_line] = figures;
  out.record("FileRow");
  out("path", path);
  out("status", status);
  out("error", error);
  out("reason", status == FileStatus::skipped ? std::optional(reason) : std::nullopt);
  out("bytes", bytes);
  out("lines", lines);
  out("words", words);
  out("chars", chars);
  out("longestLine", longest_line);
  out("encoding", form.encoding);
  out("compression", form.is_gzip ? std::optional("gzip") : std::nullopt, "'gzip'");
  out("csv", csv);
  out("order", order);
  out("elapsedMs", elapsed_ms);
  out("waitMs", wait_ms);
  out("cpuMs", cpu_ms);
  out("stalledMs", stalled_ms);
}

void describe(auto& out, const Settings& settings) {
  out.record("Settings");
  out("mode", settings.mode);
  for (const Setting& setting : setting_list) {
    const double value = setting.get(settings);
    if (setting.kind == SettingKind::flag) {
      out(setting.name, value != 0);
    } else {
      out(setting.name, value);
    }
  }
}

/// How the parts of a critical path are handed out.
struct PathShares {
  const std::array<double, path_part_count>& of;
};

void describe(auto& out, const PathShares& shares) {
  out.record("PathShares");
  for (std::size_t part = 0; part < path_part_count; ++part)
    out(std::string(name_of(static_cast<PathPart>(part))).c_str(), shares.of[part]);
}

void describe(auto& out, const PathLine& line) {
  const auto& [fiber, part, from_ms, to_ms, cause, stay] = line;
  out.record("PathStep");
  out("fiber", fiber);
  out("part", part, "keyof PathShares");
  out("from", from_ms);
  out("to", to_ms);
  out("cause", cause);
}

struct PathRecord {
  const RunAnalysis& of;
};

void describe(auto& out, const PathRecord& record) {
  out.record("CriticalPath");
  out("shares", PathShares{record.of.shares});
  out("steps", record.of.path);
}

/// What an estimate changes.
struct SettingsChange {
  const Estimate& of;
};

void describe(auto& out, const SettingsChange& change) {
  out.record("Partial<Settings>");
  out("mode", change.of.mode);
  if (change.of.concurrency) out("concurrency", *change.of.concurrency);
}

void describe(auto& out, const Estimate& estimate) {
  out.record("Estimate");
  out("settings", SettingsChange{estimate});
  out("wallMs", estimate.wall_ms);
}

void describe(auto& out, const RunReport& report) {
  const auto& [phase, settings, wall_ms, rows, totals, ended, completed, failed, peak_open_files,
               peak_in_flight, peak_workers, reads, frames, longest_frame_gap_ms, was_hidden, has_slept,
               analysis] = report;
  out.record("RunReport");
  out("mode", settings->mode);
  out("settings", *settings);
  out("cancelled", phase == RunPhase::cancelled);
  out("wallMs", wall_ms);
  out("files", rows);
  out("totals", totals);
  out("peakOpenFiles", peak_open_files);
  out("peakInFlight", peak_in_flight);
  out("peakWorkers", peak_workers);
  out("reads", reads);
  out("frames", frames);
  out("longestFrameGapMs", longest_frame_gap_ms);
  out("verdict", analysis.verdict);
  out("criticalPath", PathRecord{analysis});
  out("estimates", analysis.estimates);
}

void describe(auto& out, const Contender& contender) {
  const auto& [name, mode, concurrency, wall_ms, median_ms, fastest_ms, slowest_ms, speed_up, doubt,
               longest_frame_gap_ms, failed] = contender;
  out.record("Contender");
  out("name", name);
  out("mode", mode);
  out("concurrency", concurrency);
  out("wallMs", wall_ms);
  out("medianMs", median_ms);
  out("fastestMs", fastest_ms);
  out("slowestMs", slowest_ms);
  out("speedUp", speed_up);
  out("longestFrameGapMs", longest_frame_gap_ms);
  out("failed", failed);
  out("doubt", doubt.empty() ? std::nullopt : std::optional(doubt));
}

void describe(auto& out, const CompareReport& report) {
  const auto& [phase, blocking_reads, rounds, contenders, runs_done, runs_total, current, settings,
               clock_step_ms, was_hidden, has_slept, has_read_files] = report;
  out.record("CompareReport");
  out("cancelled", phase == ComparisonPhase::cancelled);
  out("blockingReads", blocking_reads, "Weft['blockingReads']");
  out("rounds", rounds);
  out("contenders", contenders);
}

void describe(auto& out, const ExerciseReport& report) {
  const auto& [exercise, phase, figures, rows, message] = report;
  out.record("ExerciseReport");
  out("exercise", exercise, "ExerciseName");
  // It is handed out when it has ended.
  out("phase", phase, "'finished' | 'cancelled' | 'failed'");
  out("message", message);
  out("figures", figures);
  out("files", rows);
}

/// A line, or a row, of a stepper.
void describe(auto& out, const SteppedLine& line) {
  const auto& [source, path, name, number, offset, length, text, fields, trouble, is_header] = line;
  if (fields.empty()) {
    out.record("Line");
    out("path", path);
    out("number", number);
    out("offset", offset);
    out("length", length);
    out("text", text);
  } else {
    out.record("Row");
    out("line", number);
    out("fields", fields);
    out("trouble", trouble.empty() ? std::nullopt : std::optional(trouble));
  }
}

/// How a skill stands on the checklist.
struct SkillState {
  Skill skill = {};
  bool is_done = false;
};

void describe(auto& out, const SkillState& state) {
  const SkillText& words = text_of(state.skill);
  out.record("Skill");
  out("id", words.id);
  out("title", words.title);
  out("done", state.is_done);
}

}  // namespace weft::lab
