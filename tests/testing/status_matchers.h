// Matchers for absl::Status and absl::StatusOr; Debian's Abseil has none.
//   EXPECT_THAT(Load(path), IsOk());
//   EXPECT_THAT(Find("x"), StatusIs(absl::StatusCode::kNotFound, HasSubstr("x")));
//   EXPECT_THAT(Count(), IsOkAndHolds(3));
//   ASSERT_OK_AND_ASSIGN(auto pack, Find("x"));
#ifndef BAKEN_TESTS_TESTING_STATUS_MATCHERS_H_
#define BAKEN_TESTS_TESTING_STATUS_MATCHERS_H_

#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace baken {
namespace testing_internal {

inline const absl::Status& GetStatus(const absl::Status& status) { return status; }
template <typename T>
const absl::Status& GetStatus(const absl::StatusOr<T>& status_or) {
  return status_or.status();
}

// Matches code and message of a Status or StatusOr.
class StatusIsMatcher {
 public:
  StatusIsMatcher(::testing::Matcher<absl::StatusCode> code, ::testing::Matcher<const std::string&> message)
      : code_(std::move(code)), message_(std::move(message)) {}

  template <typename T>
  bool MatchAndExplain(const T& value, ::testing::MatchResultListener* listener) const {
    const absl::Status& status = GetStatus(value);
    *listener << "whose status is " << status.ToString();
    return code_.Matches(status.code()) && message_.Matches(std::string(status.message()));
  }
  void DescribeTo(std::ostream* os) const { Describe(os, "has"); }
  void DescribeNegationTo(std::ostream* os) const { Describe(os, "does not have"); }

 private:
  void Describe(std::ostream* os, const char* verb) const {
    *os << verb << " a status code that ";
    code_.DescribeTo(os);
    *os << " and a message that ";
    message_.DescribeTo(os);
  }

  ::testing::Matcher<absl::StatusCode> code_;
  ::testing::Matcher<const std::string&> message_;
};

// Matches a StatusOr that is OK with a value that matches.
template <typename Inner>
class IsOkAndHoldsMatcher {
 public:
  explicit IsOkAndHoldsMatcher(Inner inner) : inner_(std::move(inner)) {}

  template <typename StatusOr>
  operator ::testing::Matcher<StatusOr>() const {  // NOLINT: a matcher converts implicitly.
    return ::testing::Matcher<StatusOr>(new Impl<StatusOr>(inner_));
  }

 private:
  template <typename StatusOr>
  class Impl : public ::testing::MatcherInterface<StatusOr> {
   public:
    using Value = typename std::remove_reference_t<StatusOr>::value_type;
    explicit Impl(const Inner& inner) : inner_(::testing::SafeMatcherCast<const Value&>(inner)) {}

    bool MatchAndExplain(StatusOr value, ::testing::MatchResultListener* listener) const override {
      if (value.ok()) return inner_.MatchAndExplain(*value, listener);
      *listener << "whose status is " << value.status().ToString();
      return false;
    }
    void DescribeTo(std::ostream* os) const override {
      *os << "is OK and holds a value that ";
      inner_.DescribeTo(os);
    }

   private:
    ::testing::Matcher<const Value&> inner_;
  };

  Inner inner_;
};

}  // namespace testing_internal

// Any code and message matchers, or plain values.
template <typename Code, typename Message>
::testing::PolymorphicMatcher<testing_internal::StatusIsMatcher> StatusIs(Code code, Message message) {
  return ::testing::MakePolymorphicMatcher(testing_internal::StatusIsMatcher(
      ::testing::MatcherCast<absl::StatusCode>(code), ::testing::MatcherCast<const std::string&>(message)));
}
template <typename Code>
::testing::PolymorphicMatcher<testing_internal::StatusIsMatcher> StatusIs(Code code) {
  return StatusIs(code, ::testing::_);
}

inline ::testing::PolymorphicMatcher<testing_internal::StatusIsMatcher> IsOk() {
  return StatusIs(absl::StatusCode::kOk);
}

template <typename Inner>
testing_internal::IsOkAndHoldsMatcher<std::decay_t<Inner>> IsOkAndHolds(Inner&& inner) {
  return testing_internal::IsOkAndHoldsMatcher<std::decay_t<Inner>>(std::forward<Inner>(inner));
}

}  // namespace baken

#define BAKEN_TESTING_CONCAT_INNER_(a, b) a##b
#define BAKEN_TESTING_CONCAT_(a, b) BAKEN_TESTING_CONCAT_INNER_(a, b)

// Assigns the value of a StatusOr, or fails the test and returns.
#define ASSERT_OK_AND_ASSIGN(lhs, expr) \
  ASSERT_OK_AND_ASSIGN_IMPL_(BAKEN_TESTING_CONCAT_(baken_test_status_or_, __LINE__), lhs, expr)
#define ASSERT_OK_AND_ASSIGN_IMPL_(var, lhs, expr) \
  auto var = (expr);                               \
  ASSERT_THAT(var, ::baken::IsOk());               \
  lhs = *std::move(var)

#endif  // BAKEN_TESTS_TESTING_STATUS_MATCHERS_H_
