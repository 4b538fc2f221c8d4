#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace weft::lab {

struct Exercise;
class Exercises;
struct RunReport;

/// Something to explain: a question and a short answer. Exercises name it in their evidence.
struct Question {
  /// For the exercises.
  std::string_view id;
  std::string_view title;
  std::string_view answer;
  /// Where the time of the person's last run went bears on it too.
  bool is_about_runs;
};

/// In the order they are shown.
inline constexpr std::array questions = {
    Question{
        .id = "when-async",
        .title = "When does async help against plain reads?",
        .answer =
            "When much of the time is waiting, and there is more than one thing to wait for: the waits "
            "overlap. It makes no single read faster, and no computation. With one file, or with work that "
            "keeps the processor busy, plain reads do as well and are simpler.",
        .is_about_runs = true},
    Question{.id = "what-is-a-generator",
             .title = "What is an async generator, and how does \xE2\x80\x9C"
                      "async for\xE2\x80\x9D pull from it?",
             .answer =
                 "A function that stands still at every yield. The loop asks for one value; the "
                 "generator runs until it has one, hands it over and stands still again. Where it has to "
                 "wait for a read, the loop waits with it, and everybody else goes on.",
             .is_about_runs = false},
    Question{
        .id = "why-a-scope",
        .title = "Why does it matter to open files in a scope?",
        .answer =
            "Only so many files can be open at once, and one that nobody closes stays open. A scope closes "
            "its file on every way out: at its end, on an early return, after an error, when the fiber is "
            "cancelled.",
        .is_about_runs = false},
    Question{
        .id = "when-threads",
        .title = "When threads rather than async?",
        .answer =
            "When the processor is what everyone waits for. Fibers take turns on one thread; threads, here "
            "Web Workers, compute at the same time, each on a core of its own. They cost memory, start-up, "
            "and the copying of what they are told.",
        .is_about_runs = false},
};

/// Never defined: see `question`.
const Question* there_is_no_such_question();

/// One that is not there does not compile.
consteval const Question* question(std::string_view id) {
  for (const Question& question : questions)
    if (question.id == id) return &question;
  return there_is_no_such_question();
}

/// Those that bear on it, in the order of the lesson.
std::vector<const Exercise*> exercises_on(const Question& question);

/// Sentences with figures of the person's own last run and exercises that bear on the question.
/// Empty if there were none yet.
std::vector<std::string> evidence(const RunReport& run, const Exercises& exercises, const Question& question);

}  // namespace weft::lab
