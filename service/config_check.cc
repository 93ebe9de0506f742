#include "service/config_check.h"

#include <cstdint>
#include <fstream>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "rules/pack/names.h"
#include "service/address.h"

namespace baken {
namespace {

using service::v1::ClientEntitlement;
using service::v1::Config;
using service::v1::Limits;
using service::v1::Listener;

constexpr char kLowerDigits[] = "abcdefghijklmnopqrstuvwxyz0123456789";

bool IsName(absl::string_view text, size_t length_max, absl::string_view more_characters) {
  const std::string allowed = absl::StrCat(kLowerDigits, more_characters);
  return !text.empty() && text.size() <= length_max && text.find_first_not_of(allowed) == absl::string_view::npos;
}

void CheckRange(ConfigFile& file, absl::string_view field, int32_t value, int32_t low, int32_t high) {
  if (value < low || value > high) file.AddError(field, absl::StrCat("must be in [", low, ", ", high, "]"));
}

// True when the listener's address is good and not loopback.
bool IsOffLoopback(const Config& config) {
  const auto address = ParseAddress(config.listener().address());
  return address.has_value() && !address->IsLoopback();
}

void CheckListener(ConfigFile& file) {
  const Config& config = file.config();
  const Listener& listener = config.listener();
  if (!ParseAddress(listener.address()).has_value()) {
    file.AddError("listener.address", "required, of the form host:port or [ipv6]:port");
    return;
  }
  if (listener.plaintext() && IsOffLoopback(config)) {
    file.AddError("listener.plaintext", "allowed on a loopback address only");
  }
  if (listener.plaintext() && listener.plaintext_roles().empty()) {
    file.AddError("listener.plaintext_roles", "required on a plaintext listener");
  }
  if (listener.plaintext() && config.has_tls()) file.AddError("listener.plaintext", "excludes tls: remove one of them");
  if (!listener.plaintext() && !listener.plaintext_roles().empty()) {
    file.AddError("listener.plaintext_roles[0]", "allowed on a plaintext listener only");
  }
}

void CheckFile(ConfigFile& file, absl::string_view field, const std::string& path) {
  if (path.empty()) {
    file.AddError(field, "required");
  } else if (!std::ifstream(file.Resolve(path)).good()) {
    file.AddError(field, absl::StrCat("cannot be read: ", file.Resolve(path).string()));
  }
}

void CheckTls(ConfigFile& file) {
  const Config& config = file.config();
  if (!config.has_tls()) {
    if (!config.listener().plaintext()) file.AddError("tls", "required unless listener.plaintext is set");
    return;
  }
  CheckFile(file, "tls.certificate_file", config.tls().certificate_file());
  CheckFile(file, "tls.private_key_file", config.tls().private_key_file());
  CheckFile(file, "tls.client_ca_file", config.tls().client_ca_file());
  if (config.tls().refresh_seconds() != 0) {
    CheckRange(file, "tls.refresh_seconds", config.tls().refresh_seconds(), 1, 86400);
  }
}

void CheckClientRoles(ConfigFile& file, const std::string& path, const ClientEntitlement& client) {
  if (client.roles().empty()) file.AddError(absl::StrCat(path, ".roles"), "at least one is required");
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < client.roles_size(); ++i) {
    if (!seen.insert(client.roles(i)).second) file.AddError(absl::StrCat(path, ".roles[", i, "]"), "given twice");
  }
}

void CheckClients(ConfigFile& file) {
  const Config& config = file.config();
  if (config.clients().empty() && !config.listener().plaintext()) {
    file.AddError("clients", "at least one is required: nobody else may call");
  }
  absl::flat_hash_set<std::string> names;
  absl::flat_hash_set<std::string> uris;
  for (int i = 0; i < config.clients_size(); ++i) {
    const ClientEntitlement& client = config.clients(i);
    const std::string path = absl::StrCat("clients[", i, "]");
    if (!IsName(client.name(), 32, "_-")) {
      file.AddError(absl::StrCat(path, ".name"), "required, of the form [a-z0-9_-]{1,32}");
    } else if (!names.insert(client.name()).second) {
      file.AddError(absl::StrCat(path, ".name"), "another entry has this name");
    }
    if (client.san_uri().find(':') == std::string::npos) {
      file.AddError(absl::StrCat(path, ".san_uri"), "required, a URI");
    } else if (!uris.insert(client.san_uri()).second) {
      file.AddError(absl::StrCat(path, ".san_uri"), "another entry has this URI");
    }
    CheckClientRoles(file, path, client);
  }
}

void CheckSignaturePolicy(ConfigFile& file) {
  const Config& config = file.config();
  if (!config.allow_unsigned_packs()) {
    file.AddError("allow_unsigned_packs", "required: packs carry no signature by a trusted key yet");
  } else if (IsOffLoopback(config)) {
    file.AddError("allow_unsigned_packs", "allowed on a loopback listener only");
  }
}

void CheckPacks(ConfigFile& file) {
  const Config& config = file.config();
  if (config.packs().empty()) file.AddError("packs", "at least one is required");
  absl::flat_hash_map<std::string, int> active_count;
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < config.packs_size(); ++i) {
    const service::v1::PackSource& pack = config.packs(i);
    const std::string path = absl::StrCat("packs[", i, "]");
    if (pack.directory().empty()) file.AddError(absl::StrCat(path, ".directory"), "required");
    if (!IsPackId(pack.pack_id())) file.AddError(absl::StrCat(path, ".pack_id"), "required, a pack id");
    if (!IsExactVersion(pack.version()))
      file.AddError(absl::StrCat(path, ".version"), "required, of the form MAJOR.MINOR.PATCH");
    if (!seen.insert(absl::StrCat(pack.pack_id(), "/", pack.version())).second) {
      file.AddError(path, "this pack and version is given twice");
    }
    int& count = active_count[pack.pack_id()];
    if (pack.active() && ++count == 2) {
      file.AddError(absl::StrCat(path, ".active"), "another version of this pack is active");
    }
  }
  for (int i = 0; i < config.packs_size(); ++i) {
    int& count = active_count[config.packs(i).pack_id()];
    if (count == 0) file.AddError(absl::StrCat("packs[", i, "].active"), "one version of each pack must be active");
    count = 1;  // Said once per pack.
  }
  CheckSignaturePolicy(file);
}

void CheckLimits(ConfigFile& file) {
  const Limits& limits = file.config().limits();
  const auto check = [&file](absl::string_view field, int32_t value, int32_t low, int32_t high) {
    if (value != 0) CheckRange(file, field, value, low, high);
  };
  check("limits.receive_bytes_max", limits.receive_bytes_max(), 1024, 16 * 1024 * 1024);
  check("limits.send_bytes_max", limits.send_bytes_max(), 64 * 1024, 16 * 1024 * 1024);
  check("limits.concurrent_streams_max", limits.concurrent_streams_max(), 1, 10000);
  check("limits.default_deadline_ms", limits.default_deadline_ms(), 10, 60000);
  check("limits.shutdown_grace_ms", limits.shutdown_grace_ms(), 1, 600000);
  check("limits.drain_delay_ms", limits.drain_delay_ms(), 0, 600000);
}

void CheckTimeZone(ConfigFile& file) {
  const std::string name = file.Effective().time_zone();
  absl::TimeZone zone;
  // Abseil uses UTC when it cannot load a zone; around midnight every date would then silently be another day's.
  if (!absl::LoadTimeZone(name, &zone)) {
    file.AddError("time_zone", absl::StrCat("cannot be loaded: ", name, " (is the package tzdata installed?)"));
  }
}

void CheckMetrics(ConfigFile& file) {
  const std::string& text = file.config().metrics_address();
  if (text.empty()) return;
  const auto address = ParseAddress(text);
  if (!address.has_value()) {
    file.AddError("metrics_address", "must be of the form host:port or [ipv6]:port");
  } else if (!address->IsLoopback()) {
    file.AddError("metrics_address", "must be a loopback address");
  }
}

// What the packs say about each role they know: whether it gets answers about a person in every one of them.
absl::flat_hash_map<std::string, bool> RolesOf(const PackSet& packs) {
  absl::flat_hash_map<std::string, bool> roles;
  for (const PackSet::Entry& entry : packs.entries()) {
    for (const rules::v1::Role& role : entry.pack->definition().header().roles()) {
      const auto [found, added] = roles.emplace(role.id(), role.receives_personal_output());
      if (!added) found->second = found->second && role.receives_personal_output();
    }
  }
  return roles;
}

}  // namespace

void CheckConfig(ConfigFile& file) {
  if (!IsName(file.config().server_name(), 63, "-")) {
    file.AddError("server_name", "required, of the form [a-z0-9-]{1,63}");
  }
  CheckListener(file);
  CheckTls(file);
  CheckClients(file);
  CheckPacks(file);
  CheckTimeZone(file);
  CheckMetrics(file);
  CheckLimits(file);
}

void CheckRoles(ConfigFile& file, const PackSet& packs) {
  const absl::flat_hash_map<std::string, bool> known = RolesOf(packs);
  const auto check_entry = [&](const std::string& field, const auto& roles) {
    for (int i = 0; i < roles.size(); ++i) {
      const auto role = known.find(roles[i]);
      const std::string path = absl::StrCat(field, "[", i, "]");
      if (role == known.end()) {
        file.AddError(path, "no pack that is served knows this role");
      } else if (!role->second && roles.size() > 1) {
        file.AddError(path, "this role gets no answer about a person and must stand alone in its entry");
      }
    }
  };
  const Config& config = file.config();
  check_entry("listener.plaintext_roles", config.listener().plaintext_roles());
  for (int i = 0; i < config.clients_size(); ++i)
    check_entry(absl::StrCat("clients[", i, "].roles"), config.clients(i).roles());
}

}  // namespace baken
