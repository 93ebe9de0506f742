#include "rules/export/export.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/engine/intake.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class ExportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    pack_ = BuildPack(R"pb(
      facts {
        id: "age"
        number { minimum: "0" maximum: "120" }
      }
      facts {
        id: "tired"
        boolean {}
      }
      facts {
        id: "drink"
        one_of { codes: "tea" codes: "coffee" }
      }
      findings {
        id: "f"
        levels { id: "HIGH" kind: LEVEL_KIND_POSITIVE when: "age >= 18 && !(drink == 'tea')" }
        levels { id: "LOW" kind: LEVEL_KIND_NONE }
      }
    )pb");
    ASSERT_NE(pack_, nullptr);
  }

  std::string Export(absl::string_view target) {
    const absl::StatusOr<std::string> exported = ExportPack(*pack_, target);
    EXPECT_THAT(exported, IsOk());
    return exported.value_or("");
  }

  std::shared_ptr<const LoadedPack> pack_;
};

TEST_F(ExportTest, JsonLogicAsksForCertainAndForPossible) {
  EXPECT_THAT(
      Export("json-logic"),
      AllOf(HasSubstr(R"({"if":[{"and":[{">=":[{"var":"age__low"},18]},{"!":[{"var":"drink__may__tea"}]}]},0,1]})"),
            HasSubstr(R"({"and":[{">=":[{"var":"age__high"},18]},{"var":"drink__may__coffee"}]})")));
}

TEST_F(ExportTest, CelAsksForCertainAndForPossible) {
  EXPECT_THAT(Export("cel"), AllOf(HasSubstr("(age__low >= 18.0 && !(drink__may__tea)) ? 0 : 1"),
                                   HasSubstr("(age__high >= 18.0 && drink__may__coffee)")));
}

TEST_F(ExportTest, ClipsAsksForCertainAndForPossible) {
  EXPECT_THAT(Export("clips"), AllOf(HasSubstr("(if (and (>= ?*age__low* 18) (not ?*drink__may__tea*)) then 0 else 1)"),
                                     HasSubstr("(and (>= ?*age__high* 18) ?*drink__may__coffee*)")));
}

TEST_F(ExportTest, NamesEveryLevelAndWhatUnknownMeans) {
  EXPECT_THAT(Export("json-logic"), AllOf(HasSubstr(R"({"id":"f","levels":["HIGH","LOW"]})"),
                                          HasSubstr(R"({"name":"age__high","unknown":120,"step":"1"})"),
                                          HasSubstr(R"({"name":"drink__may__tea","unknown":true})")));
}

TEST_F(ExportTest, OfferedTargetsAreThere) {
  for (const std::string& target : ExportTargets()) EXPECT_FALSE(Export(target).empty()) << target;
  EXPECT_THAT(ExportPack(*pack_, "prolog"), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("json-logic")));
}

TEST_F(ExportTest, PersonHasInputsAndWhatWasConcluded) {
  const Program& program = pack_->program();
  const std::string person = ExportPerson(ListExportInputs(program), Evaluate(program, NothingGiven(program)));
  EXPECT_THAT(person, AllOf(HasSubstr(R"("age__low":0,)"), HasSubstr(R"("age__high":120)"),
                            HasSubstr(R"("drink__may__tea":true)"), HasSubstr(R"("attainable":[)")));
}

}  // namespace
}  // namespace baken
