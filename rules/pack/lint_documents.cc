#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/pack/document_kinds.h"
#include "rules/pack/folded.h"
#include "rules/pack/lint.h"

namespace baken::pack_internal {
namespace {

using rules::v1::PackFile;

template <typename List>
std::set<std::string> Ids(const List& list) {
  std::set<std::string> ids;
  for (const auto& element : list) ids.insert(element.id());
  return ids;
}

class DocumentLinter {
 public:
  DocumentLinter(const PackFile& pack, std::vector<PlanError>& errors)
      : pack_(pack), errors_(errors), scales_(Ids(pack.scales())), findings_(Ids(pack.findings())) {
    for (const auto& fact : pack.facts()) {
      if (!fact.has_external_codes()) facts_.insert(fact.id());
    }
  }

  void Run() {
    CheckViews();
    for (int d = 0; d < pack_.documents_size(); ++d) {
      const auto& document = pack_.documents(d);
      ElementPath path = {{"documents", d}};
      if (document.sections().empty()) Fail(path, "a document needs sections");
      if (document.discreet() && pack_.header().discreet_words().empty()) {
        Fail(path, "a discreet document needs discreet_words in the header");
      }
      for (int s = 0; s < document.sections_size(); ++s) {
        ElementPath at = path;
        at.push_back({"sections", s});
        CheckSection(document.sections(s), at);
        if (document.discreet() && !HoldsOnly(document.sections(s), {})) {
          Fail(at, "a section of a discreet document holds entries only");
        }
      }
    }
  }

 private:
  void CheckViews() {
    const std::set<std::string> documents = Ids(pack_.documents());
    for (int v = 0; v < pack_.header().views_size(); ++v) {
      ElementPath path = {{"header", -1}, {"views", v}};
      CheckKnown(pack_.header().views(v).documents(), documents, "documents", "document", path);
    }
  }

  void CheckSection(const rules::v1::DocumentSection& section, const ElementPath& path) {
    // Facts of external codes are never read, so that a document could only say of them that they were not asked.
    CheckKnown(section.facts(), facts_, "facts", "fact with a value", path);
    CheckKnown(section.not_asked(), facts_, "not_asked", "fact with a value", path);
    CheckKnown(section.scales(), scales_, "scales", "scale", path);
    CheckKnown(section.findings(), findings_, "findings", "finding", path);
    CheckNamed(section.finding_categories(), "finding_categories", path);
    CheckNamed(section.advice(), "advice", path);
  }

  template <typename List>
  void CheckKnown(const List& ids, const std::set<std::string>& known, const char* field, const char* what,
                  const ElementPath& path) {
    std::set<std::string> seen;
    for (int i = 0; i < ids.size(); ++i) {
      ElementPath at = path;
      at.push_back({field, i});
      if (known.count(ids[i]) == 0) Fail(at, absl::StrCat("no ", what, " '", ids[i], "'"));
      if (!seen.insert(ids[i]).second) Fail(at, absl::StrCat("'", ids[i], "' stands twice"));
    }
  }

  // Enums: each said, none twice.
  template <typename List>
  void CheckNamed(const List& values, const char* field, const ElementPath& path) {
    std::set<int> seen = {0};
    for (int i = 0; i < values.size(); ++i) {
      if (seen.insert(values.Get(i)).second) continue;
      ElementPath at = path;
      at.push_back({field, i});
      Fail(at, "value is unspecified or stands twice");
    }
  }

  void Fail(ElementPath path, std::string message) { errors_.push_back({std::move(path), -1, std::move(message)}); }

  const PackFile& pack_;
  std::vector<PlanError>& errors_;
  std::set<std::string> facts_;
  std::set<std::string> scales_;
  std::set<std::string> findings_;
};

}  // namespace

void LintDocuments(const PackFile& pack, std::vector<PlanError>& errors) { DocumentLinter(pack, errors).Run(); }

std::string FindWord(const std::string& text, const std::vector<std::string>& words) {
  const std::string folded = Folded(text);
  for (const std::string& word : words) {
    if (!word.empty() && folded.find(Folded(word)) != std::string::npos) return word;
  }
  return "";
}

}  // namespace baken::pack_internal
