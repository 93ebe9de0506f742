#include "rules/pack/site_profile.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "baken/rules/v1/site_profile.pb.h"
#include "rules/base/civil_date.h"
#include "rules/base/digest.h"
#include "rules/logic/decimal.h"
#include "rules/pack/names.h"
#include "rules/pack/pack_source.h"
#include "rules/pack/periods.h"

namespace baken::pack_internal {
namespace {

using rules::v1::PackFile;
using rules::v1::SiteProfile;

constexpr size_t kContactCharactersMax = 200;

template <typename List>
auto* FindById(List& list, absl::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [id](const auto& element) { return element.id() == id; });
  return found == list.end() ? nullptr : &*found;
}

// `text` as a whole number of 10^-decimals; nullopt when it is no number or has more decimals.
std::optional<int64_t> InSteps(const std::string& text, int decimals) {
  const std::optional<Decimal> value = ParseDecimal(text);
  if (!value.has_value()) return std::nullopt;
  return Grid(Decimal{1, decimals}).FromDecimal(*value);
}

// One line that a page can show as it is.
bool IsPlainLine(absl::string_view text) {
  return !text.empty() && text.size() <= kContactCharactersMax && absl::StripAsciiWhitespace(text) == text &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_iscntrl(static_cast<unsigned char>(c)) ||
                  absl::StrContains("<>{}", absl::string_view(&c, 1));
         });
}

class Applier {
 public:
  Applier(const ParsedFile& file, const SiteProfile& profile, const PackFile& pack,
          std::vector<Diagnostic>& diagnostics)
      : file_(file), profile_(profile), pack_(pack), diagnostics_(diagnostics) {}

  void Run() {
    CheckHeader();
    for (int i = 0; i < profile_.parameters_size(); ++i) SetParameter(i);
    for (int i = 0; i < profile_.due_times_size(); ++i) SetDue(i);
    for (int i = 0; i < profile_.contacts_size(); ++i) SetContact(i);
    if (profile_.parameters().empty() && profile_.due_times().empty() && profile_.contacts().empty()) {
      Fail("id", -1, "the profile sets nothing");
    }
  }

  PackFile TakePack() { return std::move(pack_); }
  std::map<std::string, std::map<std::string, std::string>> TakeTexts() { return std::move(texts_); }

 private:
  // `index` is -1 for a field that is not repeated.
  void Fail(const char* field, int index, std::string message) {
    const auto* descriptor = SiteProfile::descriptor()->FindFieldByName(field);
    google::protobuf::TextFormat::ParseLocation place = file_.places.GetLocation(descriptor, index);
    diagnostics_.push_back(
        {file_.path, std::max(place.line, 0) + 1, std::max(place.column, 0) + 1, std::move(message)});
  }

  void CheckHeader() {
    if (!IsPackId(profile_.id())) Fail("id", -1, "id must be lower-case letters, digits and hyphens");
    if (!IsExactVersion(profile_.version())) Fail("version", -1, "version must be MAJOR.MINOR.PATCH");
    const auto& header = pack_.header();
    if (profile_.pack_id() != header.id()) {
      return Fail("pack_id", -1, absl::StrCat("the profile is for pack '", profile_.pack_id(), "', not ", header.id()));
    }
    const auto& versions = profile_.pack_versions();
    if (std::find(versions.begin(), versions.end(), header.version()) == versions.end()) {
      Fail("pack_versions", 0, absl::StrCat("the profile was not made for version ", header.version()));
    }
  }

  void SetParameter(int i) {
    const auto& setting = profile_.parameters(i);
    auto fail = [&](const std::string& why) {
      Fail("parameters", i, absl::StrCat("parameter '", setting.parameter(), "' ", why));
    };
    if (!set_.insert(setting.parameter()).second) return fail("is set twice");
    auto* parameter = FindById(*pack_.mutable_parameters(), setting.parameter());
    if (parameter == nullptr) return fail("is not in the pack");
    if (parameter->minimum().empty()) return fail("is fixed");
    // As fine as the pack writes it, and no finer.
    const int decimals =
        std::max({DecimalsOf(parameter->value()), DecimalsOf(parameter->minimum()), DecimalsOf(parameter->maximum())});
    const std::optional<int64_t> value = InSteps(setting.value(), decimals);
    if (!value.has_value() || value < InSteps(parameter->minimum(), decimals) ||
        value > InSteps(parameter->maximum(), decimals)) {
      return fail(absl::StrCat("must be a number in [", parameter->minimum(), ", ", parameter->maximum(),
                               "] with at most ", decimals, " decimals"));
    }
    parameter->set_value(setting.value());
  }

  static int DecimalsOf(const std::string& text) {
    const std::optional<Decimal> value = ParseDecimal(text);
    return value.has_value() ? value->decimals : 0;
  }

  void SetDue(int i) {
    const auto& setting = profile_.due_times(i);
    absl::string_view id = setting.action();
    if (!set_.insert(setting.action()).second) return FailDue(i, "is set twice");
    if (absl::ConsumePrefix(&id, "referral.")) return SetDueOf(i, FindById(*pack_.mutable_referrals(), id));
    if (absl::ConsumePrefix(&id, "monitoring.")) return SetDueOf(i, FindById(*pack_.mutable_monitoring_prompts(), id));
    FailDue(i, "must begin with 'referral.' or 'monitoring.'");
  }

  template <typename Action>
  void SetDueOf(int i, Action* action) {
    const v1::Period& due = profile_.due_times(i).due();
    if (action == nullptr) return FailDue(i, "is not in the pack");
    if (!action->has_earliest()) return FailDue(i, "has a fixed time");
    if (due.count() < 0 || !IsNeverLater(action->earliest(), due) || !IsNeverLater(due, action->latest())) {
      return FailDue(i,
                     absl::StrCat("must be due in [", Words(action->earliest()), ", ", Words(action->latest()), "]"));
    }
    *action->mutable_due() = due;
  }

  void FailDue(int i, const std::string& why) {
    Fail("due_times", i, absl::StrCat("action '", profile_.due_times(i).action(), "' ", why));
  }

  static std::string Words(const v1::Period& period) {
    absl::string_view unit = v1::PeriodUnit_Name(period.unit());
    absl::ConsumePrefix(&unit, "PERIOD_UNIT_");
    return absl::StrCat(period.count(), " ", absl::AsciiStrToLower(unit));
  }

  void SetContact(int i) {
    const auto& setting = profile_.contacts(i);
    auto fail = [&](const std::string& why) {
      Fail("contacts", i, absl::StrCat("contact of referral '", setting.referral(), "' ", why));
    };
    if (!set_.insert(absl::StrCat("contact of ", setting.referral())).second) return fail("is set twice");
    auto* referral = FindById(*pack_.mutable_referrals(), setting.referral());
    if (referral == nullptr) return fail("is of no referral of the pack");
    if (!ParseCivilDay(setting.checked_date()).has_value()) return fail("needs checked_date, YYYY-MM-DD");
    std::set<std::string> missing(pack_.header().locales().begin(), pack_.header().locales().end());
    for (const auto& text : setting.texts()) {
      if (missing.erase(text.locale()) == 0) return fail(absl::StrCat("has a text too many in '", text.locale(), "'"));
      if (!IsPlainLine(text.text())) {
        return fail(absl::StrCat("must be one plain line of at most ", kContactCharactersMax, " bytes without <>{}"));
      }
      texts_[text.locale()][absl::StrCat("referral.", setting.referral(), ".contact")] = text.text();
    }
    for (const std::string& locale : missing) fail(absl::StrCat("has no text in '", locale, "'"));
    referral->set_contact_checked_date(setting.checked_date());
  }

  const ParsedFile& file_;
  const SiteProfile& profile_;
  PackFile pack_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::string> set_;
  std::map<std::string, std::map<std::string, std::string>> texts_;
};

}  // namespace

SiteProfileEffect ApplySiteProfile(const std::filesystem::path& file, PackFile& pack,
                                   std::vector<Diagnostic>& diagnostics) {
  ParsedFile parsed;
  SiteProfile profile;
  std::vector<Diagnostic> problems;
  SiteProfileEffect effect;
  if (ParseTextFile(file.parent_path(), file.filename().string(), parsed, profile, problems)) {
    Applier applier(parsed, profile, pack, problems);
    applier.Run();
    if (problems.empty()) {
      pack = applier.TakePack();
      effect = {absl::StrCat(profile.id(), "@", profile.version()), Sha256Hex(parsed.content), applier.TakeTexts()};
    }
  }
  for (Diagnostic& problem : problems) {
    problem.file = std::filesystem::absolute(file).string();
    diagnostics.push_back(std::move(problem));
  }
  return effect;
}

}  // namespace baken::pack_internal
