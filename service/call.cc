#include "service/call.h"

namespace baken {

absl::string_view MethodName(Method method) {
  switch (method) {
    case Method::kAssess:
      return "Assess";
    case Method::kExplain:
      return "Explain";
    case Method::kNextQuestions:
      return "NextQuestions";
    case Method::kDescribePack:
      return "DescribePack";
    case Method::kListPacks:
      return "ListPacks";
  }
  return "";
}

}  // namespace baken
