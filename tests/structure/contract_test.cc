// What must hold of the wire contract: no request can carry free text about a person.
#include <set>
#include <string>

#include "absl/strings/str_join.h"
#include "baken/v1/decision_support_service.pb.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

void CollectTexts(const Descriptor& message, std::set<std::string>& seen, std::set<std::string>& texts) {
  if (!seen.insert(message.full_name()).second) return;
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    const bool text = field.type() == FieldDescriptor::TYPE_STRING || field.type() == FieldDescriptor::TYPE_BYTES;
    if (text) texts.insert(field.full_name());
    if (field.message_type() != nullptr) CollectTexts(*field.message_type(), seen, texts);
  }
}

// Every message that some method of the file takes.
std::set<const Descriptor*> RequestMessages() {
  std::set<const Descriptor*> requests;
  const auto* file = v1::AssessResponse::descriptor()->file();
  for (int s = 0; s < file->service_count(); ++s) {
    for (int m = 0; m < file->service(s)->method_count(); ++m) {
      requests.insert(file->service(s)->method(m)->input_type());
    }
  }
  return requests;
}

TEST(ContractTest, RequestsHoldOnlyTextsThatAreCheckedAgainstAList) {
  // Each is an id of the pack, a code, a unit, a date, a locale, a version or a UUID, and refused when it is not.
  const std::set<std::string> checked = {"baken.v1.Answer.effective_date",
                                         "baken.v1.Answer.fact_id",
                                         "baken.v1.AssessRequest.evaluation_date",
                                         "baken.v1.AssessRequest.locale",
                                         "baken.v1.AssessRequest.request_id",
                                         "baken.v1.AssessRequest.view",
                                         "baken.v1.CodeSet.codes",
                                         "baken.v1.DescribePackRequest.locale",
                                         "baken.v1.ExplainRequest.finding_ids",
                                         "baken.v1.FactValue.code",
                                         "baken.v1.FactValue.unit_code",
                                         "baken.v1.PackSelector.pack_id",
                                         "baken.v1.PackSelector.version"};
  std::set<std::string> seen;
  std::set<std::string> texts;
  ASSERT_GE(RequestMessages().size(), 5U);
  for (const Descriptor* request : RequestMessages()) CollectTexts(*request, seen, texts);
  EXPECT_EQ(absl::StrJoin(texts, "\n"), absl::StrJoin(checked, "\n"));
}

TEST(ContractTest, AssessmentHoldsNoMapAndNoFloat) {
  std::set<const Descriptor*> pending = {v1::Assessment::descriptor()};
  std::set<const Descriptor*> seen;
  while (!pending.empty()) {
    const Descriptor* message = *pending.begin();
    pending.erase(pending.begin());
    if (!seen.insert(message).second) continue;
    for (int i = 0; i < message->field_count(); ++i) {
      const FieldDescriptor& field = *message->field(i);
      EXPECT_FALSE(field.is_map()) << field.full_name();
      // The value of a fact as it was read is the one number that may have decimals.
      const bool floating =
          field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE || field.cpp_type() == FieldDescriptor::CPPTYPE_FLOAT;
      EXPECT_TRUE(!floating || field.full_name() == "baken.v1.FactValue.decimal") << field.full_name();
      if (field.message_type() != nullptr) pending.insert(field.message_type());
    }
  }
  EXPECT_GT(seen.size(), 15U);
}

}  // namespace
}  // namespace baken
