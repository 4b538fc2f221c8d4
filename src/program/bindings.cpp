// What web/program/weft-api.js calls. Nothing here suspends: what takes time answers through a JavaScript
// function. A command returns the words of its refusal, or an empty string.

#include <ranges>

#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "lab/exercises/exercise_list.hpp"
#include "lab/settings.hpp"
#include "program/program.hpp"
#include "program/to_val.hpp"

namespace weft::program {
namespace {

using emscripten::val;

std::string to_message(const lab::Answer& answer) { return answer ? "" : answer.error().message; }

lab::Lab& the_lab() { return Program::get().lab(); }

void reject_with(const vfs::Error& error, const val& reject) {
  reject(std::string(vfs::name_of(error.code)), vfs::to_message(error));
}

void settle(const vfs::Result<std::string>& path, const val& resolve, const val& reject) {
  if (path) {
    resolve(*path);
  } else {
    reject_with(path.error(), reject);
  }
}

void when_ready(val resolve) {
  Program::get().when_ready([resolve] { resolve(); });
}

void start() { Program::get().start(); }

void set_hidden(bool is_hidden) { the_lab().frames().on_visibility(is_hidden); }

std::string add_file(const std::string& relative_path, double size, unsigned blob) {
  return Program::get().add_file(relative_path, size, blob);
}

std::string add_url(const std::string& url) { return Program::get().add_url(url); }

void add_path(const std::string& path, const val& resolve, const val& reject) {
  settle(Program::get().add_path(path), resolve, reject);
}

val files() { return to_val(the_lab().files().list().entries()); }

std::string clear() { return to_message(the_lab().files().clear()); }

/// `delimiter` and `quote` are one byte, or empty; `header_line` is -1 if it is not known.
std::string read_csv_as(const std::string& path, const std::string& delimiter, const std::string& quote,
                        double header_line) {
  text::CsvOptions csv;
  if (!delimiter.empty()) csv.delimiter = delimiter.front();
  if (!quote.empty()) csv.quote = quote.front();
  if (header_line >= 0) csv.header_line = static_cast<std::uint64_t>(header_line);
  return to_message(the_lab().files().read_csv_as(path, csv));
}

val configure(const val& partial) {
  the_lab().preferences().configure(settings_from(partial, the_lab().preferences().settings()));
  return to_val(the_lab().preferences().settings());
}

val defaults() { return to_val(lab::Settings{}); }

bool exists(const std::string& path) { return Program::get().files().exists(path); }

std::string run(const val& partial, val resolve) {
  return to_message(
      the_lab().runs().start(settings_from(partial, the_lab().preferences().settings()),
                             [resolve](const lab::RunReport& report) { resolve(to_val(report)); }));
}

std::string compare(const val& options, val resolve) {
  return to_message(the_lab().runs().start_comparison(
      options_from<lab::CompareOptions>(options),
      [resolve](const lab::CompareReport& report) { resolve(to_val(report)); }));
}

std::string generate_samples(const val& options, val resolve, val reject) {
  const auto wanted = options_from<lab::SampleOptions>(options);
  return to_message(the_lab().samples().write(wanted, [resolve, reject](const auto& samples) {
    if (!samples) {
      reject_with(samples.error(), reject);
      return;
    }
    resolve(to_val(*samples | std::views::transform(&lab::SampleFile::path)));
  }));
}

std::string write_summary(const std::string& format, val resolve, val reject) {
  const auto wanted = lab::summary_format_from(format);
  if (!wanted) return "There is no such format: " + format;
  return to_message(the_lab().results().write(
      *wanted, [resolve, reject](const auto& path) { settle(path, resolve, reject); }));
}

std::string trace() { return the_lab().runs().trace(); }

val mastery() {
  const lab::Mastery& mastery = the_lab().checklist().mastery();
  return to_val(lab::all_skills() | std::views::transform([&](lab::Skill skill) {
                  return lab::SkillState{.skill = skill, .is_done = mastery.has(skill)};
                }));
}

void reset_mastery() { the_lab().checklist().reset(); }

std::string run_lesson(val resolve) {
  return to_message(the_lab().lesson().start([resolve](lab::LessonStep step) {
    resolve(step == lab::LessonStep::finished, std::string(to_message(step)));
  }));
}

std::string exercise(const std::string& name, const val& options, val resolve) {
  const lab::Exercise* chosen = lab::exercise_named(name);
  if (chosen == nullptr) return "there is no exercise " + name;
  return to_message(
      the_lab().exercises().start(*chosen, options_from<lab::ExerciseOptions>(options),
                                  [resolve](const lab::ExerciseReport& report) { resolve(to_val(report)); }));
}

void cancel() { the_lab().activities().cancel(); }

val log_lines() { return to_val(the_lab().log().lines()); }

void clear_log() { the_lab().log().clear(); }

void put_code(const std::string& text) { the_lab().code().put(text); }

void miss_code(const std::string& words) { the_lab().code().put(std::unexpected(words)); }

void tell(const std::string& words) { the_lab().activities().tell(words); }

void add_to_log(const std::string& line) { the_lab().log().add(line); }

val diagnostics() {
  lab::MemoryGauge gauge;
  const lab::MemoryFigures& memory = gauge.measure();
  val object = val::object();
  object.set("activity", the_lab().activities().is_busy()
                             ? std::string(name_of(the_lab().activities().current()))
                             : "none");
  object.set("liveFibers", static_cast<double>(Program::get().scheduler().fibers().live()));
  object.set("openFiles", static_cast<double>(Program::get().files().open_files()));
  object.set("pendingOperations", static_cast<double>(Program::get().scheduler().operations().pending()));
  object.set("heapBytes", memory.heap);
  object.set("heapInUseBytes", memory.in_use);
  return object;
}

unsigned open_stepper(const val& paths, bool is_of_rows) {
  const lab::StepUnit unit = is_of_rows ? lab::StepUnit::rows : lab::StepUnit::lines;
  return Program::get().steppers().open(
      the_lab().stepping().make(emscripten::vecFromJSArray<std::string>(paths), unit));
}

void step(unsigned id, double count, val resolve, val reject) {
  Program::get().steppers().at(id).next(static_cast<std::size_t>(count),
                                        [resolve, reject](const auto& lines) {
                                          if (lines) {
                                            resolve(to_val(*lines));
                                          } else {
                                            reject_with(lines.error(), reject);
                                          }
                                        });
}

void close_stepper(unsigned id) { Program::get().steppers().close(id); }

std::string stepper_state(unsigned id) { return Program::get().steppers().at(id).state_text(); }

}  // namespace
}  // namespace weft::program

EMSCRIPTEN_BINDINGS(weft_program) {
  using namespace weft::program;
  emscripten::function("start", &start);
  emscripten::function("whenReady", &when_ready);
  emscripten::function("setHidden", &set_hidden);
  emscripten::function("addFile", &add_file);
  emscripten::function("addUrl", &add_url);
  emscripten::function("addPath", &add_path);
  emscripten::function("files", &files);
  emscripten::function("clear", &clear);
  emscripten::function("readCsvAs", &read_csv_as);
  emscripten::function("configure", &configure);
  emscripten::function("limits", &limits_to_val);
  emscripten::function("defaults", &defaults);
  emscripten::function("exists", &exists);
  // Not "run", which is Emscripten's own: with its checks the page would not start.
  emscripten::function("runFiles", &run);
  emscripten::function("compare", &compare);
  emscripten::function("generateSamples", &generate_samples);
  emscripten::function("writeSummary", &write_summary);
  emscripten::function("trace", &trace);
  emscripten::function("mastery", &mastery);
  emscripten::function("resetMastery", &reset_mastery);
  emscripten::function("runLesson", &run_lesson);
  emscripten::function("exercise", &exercise);
  emscripten::function("cancel", &cancel);
  emscripten::function("log", &log_lines);
  emscripten::function("clearLog", &clear_log);
  emscripten::function("putCode", &put_code);
  emscripten::function("missCode", &miss_code);
  emscripten::function("tell", &tell);
  emscripten::function("addToLog", &add_to_log);
  emscripten::function("diagnostics", &diagnostics);
  emscripten::function("openStepper", &open_stepper);
  emscripten::function("step", &step);
  emscripten::function("closeStepper", &close_stepper);
  emscripten::function("stepperState", &stepper_state);
}
