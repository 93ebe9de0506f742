// Certificates that were tampered with, in every part of them.
#include "rules/explain/settlement_check.h"

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "gtest/gtest.h"
#include "rules/explain/next_questions.h"
#include "tests/rules/explain/full_person.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
constexpr char kRole[] = "huisarts";
const absl::CivilDay kToday(2026, 11, 25);
constexpr int kTrials = 5;  // The lines are what is tested here, not the completions.

// Called with a place in the message after it was changed there; the change is taken back afterwards.
using Visit = std::function<void(const std::string& where)>;

void ChangeScalar(Message& message, const FieldDescriptor& field, const std::string& where, const Visit& visit) {
  const Reflection& reflection = *message.GetReflection();
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
    const bool before = reflection.GetBool(message, &field);
    reflection.SetBool(&message, &field, !before);
    visit(where);
    reflection.SetBool(&message, &field, before);
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
    const int before = reflection.GetEnumValue(message, &field);
    for (int value = 0; value < field.enum_type()->value_count(); ++value) {
      if (value == before) continue;
      reflection.SetEnumValue(&message, &field, value);
      visit(absl::StrCat(where, " = ", value));
    }
    reflection.SetEnumValue(&message, &field, before);
  } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    const std::string before = reflection.GetString(message, &field);
    for (const std::string& wrong : {before + "x", std::string()}) {
      if (wrong == before) continue;
      reflection.SetString(&message, &field, wrong);
      visit(absl::StrCat(where, " = '", wrong, "'"));
    }
    reflection.SetString(&message, &field, before);
  }
}

// Leaves out the last, puts the last in twice, and changes the order of the ends.
void ChangeList(Message& message, const FieldDescriptor& field, const std::string& where, const Visit& visit) {
  const Reflection& reflection = *message.GetReflection();
  const std::unique_ptr<Message> before(message.New());
  before->CopyFrom(message);
  const int size = reflection.FieldSize(message, &field);
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    reflection.AddString(&message, &field, size > 0 ? reflection.GetRepeatedString(message, &field, 0) : "more");
    visit(absl::StrCat(where, " with one more"));
    message.CopyFrom(*before);
  } else {
    reflection.AddMessage(&message, &field);
    visit(absl::StrCat(where, " with an empty one more"));
    message.CopyFrom(*before);
  }
  if (size > 0) {
    reflection.RemoveLast(&message, &field);
    visit(absl::StrCat(where, " without the last"));
    message.CopyFrom(*before);
  }
  if (size > 1) {
    reflection.SwapElements(&message, &field, 0, size - 1);
    visit(absl::StrCat(where, " in another order"));
    message.CopyFrom(*before);
  }
}

void ChangeEverything(Message& message, const std::string& where, const Visit& visit) {
  const Reflection& reflection = *message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor& field = *message.GetDescriptor()->field(i);
    const std::string at = absl::StrCat(where, ".", field.name());
    if (field.name() == "groups" || field.name() == "open_count") continue;  // No part of a certificate.
    if (field.is_repeated()) ChangeList(message, field, at, visit);
    const bool nested = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (field.is_repeated() && nested) {
      for (int e = 0; e < reflection.FieldSize(message, &field); ++e) {
        ChangeEverything(*reflection.MutableRepeatedMessage(&message, &field, e), absl::StrCat(at, "[", e, "]"), visit);
      }
    } else if (nested) {
      ChangeEverything(*reflection.MutableMessage(&message, &field), at, visit);
    } else if (!field.is_repeated()) {
      ChangeScalar(message, field, at, visit);
    }
  }
}

TEST(SettlementCheckTest, EveryPartThatIsTamperedWithIsFound) {
  const auto pack = LoadPackOfTree(kFolder);
  ASSERT_NE(pack, nullptr);
  int changes = 0;
  for (const int kept : {0, 40}) {
    v1::AssessRequest person = FullPerson(*pack, kRole, 7).Everything();
    while (person.answers_size() > kept) person.mutable_answers()->RemoveLast();
    v1::NextQuestionsRequest request;
    *request.mutable_person() = person;
    ASSERT_OK_AND_ASSIGN(const Interview interview, FindNextQuestions(*pack, request, kRole, kToday));
    v1::NextQuestions certificate = interview.next;
    const auto faults = [&](int trials) {
      const auto found = CheckCertificate(*pack, person, kRole, kToday, certificate, trials);
      EXPECT_TRUE(found.ok()) << found.status();
      return found.ok() ? *found : std::vector<std::string>();
    };
    for (const std::string& fault : faults(100)) ADD_FAILURE() << fault;
    ChangeEverything(certificate, "certificate", [&](const std::string& where) {
      ++changes;
      EXPECT_FALSE(faults(kTrials).empty()) << where;
    });
  }
  std::cout << changes << " changes\n";
  EXPECT_GT(changes, 500);
}

}  // namespace
}  // namespace baken
