#include "program/to_val.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "lab/csv_text.hpp"
#include "lab/setting_list.hpp"

namespace weft::program {

using emscripten::val;

namespace {

val number(std::uint64_t value) { return val(static_cast<double>(value)); }

val to_val(const vfs::Error& error) {
  val object = val::object();
  object.set("code", std::string(vfs::name_of(error.code)));
  object.set("message", vfs::to_message(error));
  return object;
}

val to_val(const lab::Totals& totals) {
  val object = val::object();
  object.set("files", number(totals.files));
  object.set("bytes", number(totals.bytes));
  object.set("lines", number(totals.lines));
  object.set("words", number(totals.words));
  return object;
}

val to_val(const text::CsvCounts& csv) {
  val object = val::object();
  object.set("rows", number(csv.rows));
  object.set("columns", number(csv.columns));
  object.set("badRows", number(csv.bad_rows));
  val lines = val::array();
  for (const std::uint64_t line : csv.bad_lines) lines.call<void>("push", number(line));
  object.set("badLines", lines);
  const text::CsvLayout& layout = csv.layout;
  object.set("delimiter", std::string(1, layout.dialect.delimiter) + (layout.dialect.has_padding ? " " : ""));
  object.set("quote", std::string(1, layout.dialect.quote));
  const bool has_header = layout.has_header && csv.columns > 0;
  object.set("headerLine", number(has_header ? layout.first_line : 0));
  val notes = val::array();
  for (const std::string& note : lab::notes_on(csv)) notes.call<void>("push", note);
  object.set("notes", notes);
  return object;
}

val row_to_val(const lab::SteppedLine& row) {
  val fields = val::array();
  for (const std::string& field : row.fields) fields.call<void>("push", field);
  val object = val::object();
  object.set("line", number(row.number));
  object.set("fields", fields);
  if (!row.trouble.empty()) object.set("trouble", row.trouble);
  return object;
}

bool is_of_type(const val& value, const char* type) { return value.typeOf().as<std::string>() == type; }

}  // namespace

val to_val(double number) { return val(number); }

val to_val(const lab::FileRow& row) {
  val object = val::object();
  object.set("path", row.path);
  object.set("status", std::string(name_of(row.status)));
  if (row.error) object.set("error", to_val(*row.error));
  if (row.status == lab::FileStatus::skipped) object.set("reason", row.reason);
  object.set("bytes", number(row.figures.bytes));
  object.set("lines", number(row.figures.lines));
  object.set("words", number(row.figures.words));
  object.set("chars", number(row.figures.chars));
  object.set("longestLine", number(row.figures.longest_line));
  object.set("encoding", std::string(text::name_of(row.form.encoding)));
  if (row.form.is_gzip) object.set("compression", std::string("gzip"));
  if (row.csv) object.set("csv", to_val(*row.csv));
  object.set("order", row.order);
  object.set("elapsedMs", row.elapsed_ms);
  object.set("waitMs", row.wait_ms);
  object.set("cpuMs", row.cpu_ms);
  object.set("stalledMs", row.stalled_ms);
  return object;
}

val to_val(const lab::Contender& contender) {
  val object = val::object();
  object.set("name", contender.name);
  object.set("mode", std::string(name_of(contender.mode)));
  object.set("concurrency", contender.concurrency);
  object.set("wallMs", to_array(contender.wall_ms));
  object.set("medianMs", contender.median_ms);
  object.set("fastestMs", contender.fastest_ms);
  object.set("slowestMs", contender.slowest_ms);
  object.set("speedUp", contender.speed_up);
  object.set("longestFrameGapMs", contender.longest_frame_gap_ms);
  object.set("failed", number(contender.failed));
  if (!contender.doubt.empty()) object.set("doubt", contender.doubt);
  return object;
}

val to_val(const lab::Settings& settings) {
  val object = val::object();
  object.set("mode", std::string(name_of(settings.mode)));
  for (const lab::Setting& setting : lab::setting_list) {
    const double value = setting.get(settings);
    object.set(setting.name, setting.kind == lab::SettingKind::flag ? val(value != 0) : val(value));
  }
  return object;
}

val limits_to_val() {
  val object = val::object();
  for (const lab::Setting& setting : lab::setting_list) {
    val limits = to_array(std::array{setting.least, setting.most});
    limits.set(2, std::string(name_of(setting.kind)));
    object.set(setting.name, limits);
  }
  return object;
}

val to_val(const lab::Choices& choices) {
  val object = val::object();
  object.set("sortBy", choices.sort_by);
  object.set("sortDescending", choices.sort_descending);
  object.set("selectedPath", choices.selected_path);
  object.set("summaryFormat", std::string(name_of(choices.summary_format)));
  return object;
}

val to_val(const lab::FileEntry& entry) {
  val object = val::object();
  object.set("path", entry.path);
  object.set("name", entry.name);
  object.set("size", entry.size);
  return object;
}

val to_val(const lab::RunReport& report) {
  val object = val::object();
  object.set("mode", std::string(name_of(report.settings.mode)));
  object.set("settings", to_val(report.settings));
  object.set("cancelled", report.phase == lab::RunPhase::cancelled);
  object.set("wallMs", report.wall_ms);
  object.set("files", to_array(report.rows));
  object.set("totals", to_val(report.totals));
  object.set("peakOpenFiles", number(report.peak_open_files));
  object.set("peakInFlight", number(report.peak_in_flight));
  object.set("peakWorkers", number(report.peak_workers));
  object.set("reads", number(report.reads));
  object.set("frames", report.frames);
  object.set("longestFrameGapMs", report.longest_frame_gap_ms);
  return object;
}

val to_val(const lab::CompareReport& report) {
  val object = val::object();
  object.set("cancelled", report.phase == lab::ComparisonPhase::cancelled);
  object.set("blockingReads", report.blocking_reads);
  object.set("rounds", report.rounds);
  object.set("contenders", to_array(report.contenders));
  return object;
}

val to_val(const lab::Exercise& exercise, const lab::ExerciseReport& report) {
  val figures = val::object();
  for (const lab::Figure& figure : report.figures) figures.set(std::string(figure.key), figure.value);
  val object = val::object();
  object.set("exercise", std::string(exercise.id));
  object.set("phase", std::string(name_of(report.phase)));
  object.set("message", report.message);
  object.set("figures", figures);
  object.set("files", to_array(report.rows));
  return object;
}

val to_val(const lab::SteppedLine& line) {
  if (!line.fields.empty()) return row_to_val(line);
  val object = val::object();
  object.set("path", line.path);
  object.set("number", number(line.number));
  object.set("offset", number(line.offset));
  object.set("length", number(line.length));
  object.set("text", line.text);
  return object;
}

val to_val(const lab::Mastery& mastery) {
  val list = val::array();
  for (const lab::Skill skill : lab::all_skills()) {
    const lab::SkillText& words = lab::text_of(skill);
    val object = val::object();
    object.set("id", std::string(words.id));
    object.set("title", std::string(words.title));
    object.set("done", mastery.has(skill));
    list.call<void>("push", object);
  }
  return list;
}

bool is_object(const val& value) { return !value.isNull() && is_of_type(value, "object"); }

double number_from(const val& object, const char* field, double otherwise, double low, double high) {
  if (!is_object(object)) return otherwise;
  const val value = object[field];
  if (!is_of_type(value, "number")) return otherwise;
  const double number = value.as<double>();
  return std::isnan(number) ? otherwise : std::clamp(number, low, high);
}

lab::Settings settings_from(const val& object, const lab::Settings& otherwise) {
  if (!is_object(object)) return otherwise;
  lab::Settings settings = otherwise;
  const val mode = object["mode"];
  if (mode.strictlyEquals(val("sync"))) settings.mode = lab::Mode::sync;
  if (mode.strictlyEquals(val("async"))) settings.mode = lab::Mode::async;
  if (mode.strictlyEquals(val("workers"))) settings.mode = lab::Mode::workers;
  for (const lab::Setting& setting : lab::setting_list) {
    const double before = setting.get(settings);
    if (setting.kind != lab::SettingKind::flag) {
      setting.set(settings, number_from(object, setting.name, before, setting.least, setting.most));
    } else if (const val flag = object[setting.name]; is_of_type(flag, "boolean")) {
      setting.set(settings, flag.as<bool>() ? 1 : 0);
    }
  }
  return settings;
}

lab::Choices choices_from(const val& object) {
  lab::Choices choices;
  if (!is_object(object)) return choices;
  if (const val by = object["sortBy"]; is_of_type(by, "string")) choices.sort_by = by.as<std::string>();
  if (const val path = object["selectedPath"]; is_of_type(path, "string"))
    choices.selected_path = path.as<std::string>();
  if (const val name = object["summaryFormat"]; is_of_type(name, "string"))
    choices.summary_format =
        lab::summary_format_from(name.as<std::string>()).value_or(choices.summary_format);
  choices.sort_descending = object["sortDescending"].isTrue();
  return choices;
}

lab::Mastery mastery_from(const val& ids) {
  lab::Mastery mastery;
  if (!val::global("Array").call<bool>("isArray", ids)) return mastery;
  for (const lab::Skill skill : lab::all_skills())
    if (ids.call<bool>("includes", std::string(lab::text_of(skill).id))) mastery.add(skill);
  return mastery;
}

}  // namespace weft::program
