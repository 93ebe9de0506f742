#include "service/call.h"

namespace baken {

absl::string_view MethodName(Method method) {
  switch (method) {
    case Method::kAssess:
      return "Assess";
    case Method::kDescribePack:
      return "DescribePack";
    case Method::kListPacks:
      return "ListPacks";
  }
  return "";
}

}  // namespace baken
