#pragma once

#include <memory>

namespace weft::lab {

struct Settings;

/// Settings as a value of its own, for whoever keeps them without looking at them. Who looks at them includes
/// settings.hpp, and nobody else is compiled again for a new field.
class KeptSettings {
 public:
  /// The defaults.
  KeptSettings();
  explicit KeptSettings(const Settings& settings);
  KeptSettings(const KeptSettings& other);
  /// What `*` returns stays the same object.
  KeptSettings& operator=(const KeptSettings& other);
  ~KeptSettings();

  const Settings& operator*() const { return *settings_; }
  const Settings* operator->() const { return settings_.get(); }

 private:
  std::unique_ptr<Settings> settings_;
};

}  // namespace weft::lab
