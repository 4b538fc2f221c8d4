#pragma once

#include <string>
#include <string_view>

#include "lab/choices.hpp"
#include "lab/mastery.hpp"

namespace weft::lab {
struct Settings;
}

/// What web/program/main.js puts into the module's options: what the last visit left, and what the browser
/// can do.
namespace weft::program {

/// What is missing or makes no sense has its default.
lab::Settings remembered_settings();
lab::Choices remembered_choices();
lab::Mastery remembered_mastery();

/// Hands all of it to JavaScript, which keeps it in the browser.
void remember(const lab::Settings& settings, const lab::Choices& choices, const lab::Mastery& mastery);

/// Offers a person the bytes as a file of that name, by web/program/download-file.js.
void offer_download(const std::string& name, std::string_view media_type, std::string_view bytes);

/// Has JavaScript fetch the text with the exercises' code, which comes by a binding.
void fetch_code();

/// "shared-buffer" or "sync-xhr".
std::string kind_of_blocking_reads();

}  // namespace weft::program
