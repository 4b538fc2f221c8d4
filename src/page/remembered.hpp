#pragma once

#include <string>

#include "lab/choices.hpp"
#include "lab/settings.hpp"

/// What web/main.js puts into the module's options: the settings of the last visit, and what the
/// browser can do.
namespace weft::page {

/// What is missing or makes no sense has its default.
lab::Settings remembered_settings();
lab::Choices remembered_choices();

/// Hands both to JavaScript, which keeps them in the browser.
void remember(const lab::Settings& settings, const lab::Choices& choices);

/// "shared-buffer" or "sync-xhr".
std::string kind_of_blocking_reads();

}  // namespace weft::page
