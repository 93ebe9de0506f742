// The pack about coffee: every feature of the schema, in a pack the engine was not written for.
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "baken/rules/v1/pack.pb.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"
#include "rules/decision/cases.h"
#include "rules/decision/decision.h"
#include "rules/decision/description.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr char kFolder[] = "tests/testdata/packs/coffee-demo/1.0.0";

void CollectSetFields(const Message& message, std::set<std::string>& fields) {
  std::vector<const FieldDescriptor*> set;
  message.GetReflection()->ListFields(message, &set);
  for (const FieldDescriptor* field : set) {
    fields.insert(field->full_name());
    if (field->message_type() == nullptr) continue;
    if (!field->is_repeated()) {
      CollectSetFields(message.GetReflection()->GetMessage(message, field), fields);
      continue;
    }
    for (int i = 0; i < message.GetReflection()->FieldSize(message, field); ++i) {
      CollectSetFields(message.GetReflection()->GetRepeatedMessage(message, field, i), fields);
    }
  }
}

void CollectAllFields(const Descriptor& descriptor, std::set<std::string>& messages, std::set<std::string>& fields) {
  if (!messages.insert(descriptor.full_name()).second) return;
  for (int i = 0; i < descriptor.field_count(); ++i) {
    fields.insert(descriptor.field(i)->full_name());
    if (descriptor.field(i)->message_type() != nullptr) {
      CollectAllFields(*descriptor.field(i)->message_type(), messages, fields);
    }
  }
}

TEST(CoffeeDemoTest, UsesEveryFieldOfTheSchema) {
  auto pack = LoadPackOfTree(kFolder);
  ASSERT_NE(pack, nullptr);
  std::set<std::string> messages;
  std::set<std::string> all;
  CollectAllFields(*rules::v1::PackFile::descriptor(), messages, all);
  std::set<std::string> used;
  CollectSetFields(pack->definition(), used);
  for (const std::string& field : used) all.erase(field);
  EXPECT_TRUE(all.empty()) << "not used: " << absl::StrJoin(all, ", ");
}

TEST(CoffeeDemoTest, EveryCaseComesOut) {
  auto pack = LoadPackOfTree(kFolder);
  ASSERT_NE(pack, nullptr);
  std::vector<CaseResult> results = RunCases(*pack);
  EXPECT_GE(results.size(), 12U);
  for (const CaseResult& result : results) {
    EXPECT_TRUE(result.failures.empty()) << result.case_id << ":\n" << absl::StrJoin(result.failures, "\n");
  }
}

TEST(CoffeeDemoTest, IsDescribedInBothLanguages) {
  auto pack = LoadPackOfTree(kFolder);
  ASSERT_NE(pack, nullptr);
  for (const char* locale : {"nl", "en-GB"}) {
    ASSERT_OK_AND_ASSIGN(v1::PackDescription description, DescribePack(*pack, locale));
    EXPECT_EQ(description.facts_size(), pack->definition().facts_size());
    EXPECT_EQ(description.findings_size(), pack->definition().findings_size());
    EXPECT_EQ(description.instruments_size(), pack->definition().scales_size());
  }
  EXPECT_THAT(DescribePack(*pack, "fr"), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace baken
