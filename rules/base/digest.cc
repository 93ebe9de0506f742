#include "rules/base/digest.h"

#include <openssl/evp.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "absl/strings/escaping.h"
#include "google/protobuf/descriptor.h"
#include "rules/base/check.h"

namespace baken {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// The type byte; kRepeated is added for a list. README.md explains each.
constexpr uint8_t kInteger = 1;
constexpr uint8_t kDouble = 2;
constexpr uint8_t kString = 3;
constexpr uint8_t kBytes = 4;
constexpr uint8_t kMessage = 5;
constexpr uint8_t kRepeated = 0x80;

void AppendBigEndian(uint64_t value, int bytes, std::string& out) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xFFU));
}

void AppendLength(size_t length, std::string& out) {
  BAKEN_CHECK(length <= std::numeric_limits<uint32_t>::max());
  AppendBigEndian(length, 4, out);
}

void AppendInteger(int64_t value, std::string& out) { AppendBigEndian(static_cast<uint64_t>(value), 8, out); }

void AppendText(const std::string& text, std::string& out) {
  AppendLength(text.size(), out);
  out += text;
}

// Equal numbers give equal bytes: -0 is written as 0, every NaN as the same one.
void AppendDouble(double value, std::string& out) {
  if (std::isnan(value)) value = std::numeric_limits<double>::quiet_NaN();
  uint64_t bits = 0;
  static_assert(sizeof(bits) == sizeof(value));
  std::memcpy(&bits, &value, sizeof(bits));
  if (value == 0.0) bits = 0;
  AppendBigEndian(bits, 8, out);
}

uint8_t TypeByte(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_DOUBLE:
    case FieldDescriptor::CPPTYPE_FLOAT:
      return kDouble;
    case FieldDescriptor::CPPTYPE_STRING:
      return field.type() == FieldDescriptor::TYPE_BYTES ? kBytes : kString;
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return kMessage;
    default:
      return kInteger;
  }
}

// One value: element `index` of a list, or the field itself when `index` is -1.
class ValueWriter {
 public:
  ValueWriter(const Message& message, const FieldDescriptor& field, std::string& out)
      : message_(message), reflection_(*message.GetReflection()), field_(field), out_(out) {}

  void Write(int index) const {
    switch (field_.cpp_type()) {
      case FieldDescriptor::CPPTYPE_INT32:
        return AppendInteger(Get(&Reflection::GetInt32, &Reflection::GetRepeatedInt32, index), out_);
      case FieldDescriptor::CPPTYPE_INT64:
        return AppendInteger(Get(&Reflection::GetInt64, &Reflection::GetRepeatedInt64, index), out_);
      case FieldDescriptor::CPPTYPE_UINT32:
        return AppendBigEndian(Get(&Reflection::GetUInt32, &Reflection::GetRepeatedUInt32, index), 8, out_);
      case FieldDescriptor::CPPTYPE_UINT64:
        return AppendBigEndian(Get(&Reflection::GetUInt64, &Reflection::GetRepeatedUInt64, index), 8, out_);
      case FieldDescriptor::CPPTYPE_BOOL:
        return AppendInteger(Get(&Reflection::GetBool, &Reflection::GetRepeatedBool, index) ? 1 : 0, out_);
      case FieldDescriptor::CPPTYPE_ENUM:
        return AppendInteger(Get(&Reflection::GetEnumValue, &Reflection::GetRepeatedEnumValue, index), out_);
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return AppendDouble(Get(&Reflection::GetDouble, &Reflection::GetRepeatedDouble, index), out_);
      case FieldDescriptor::CPPTYPE_FLOAT:
        return AppendDouble(Get(&Reflection::GetFloat, &Reflection::GetRepeatedFloat, index), out_);
      case FieldDescriptor::CPPTYPE_STRING:
        return AppendText(Get(&Reflection::GetString, &Reflection::GetRepeatedString, index), out_);
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return AppendText(CanonicalEncoding(Child(index)), out_);
    }
  }

 private:
  template <typename T>
  T Get(T (Reflection::*single)(const Message&, const FieldDescriptor*) const,
        T (Reflection::*repeated)(const Message&, const FieldDescriptor*, int) const, int index) const {
    return index < 0 ? (reflection_.*single)(message_, &field_) : (reflection_.*repeated)(message_, &field_, index);
  }

  const Message& Child(int index) const {
    return index < 0 ? reflection_.GetMessage(message_, &field_)
                     : reflection_.GetRepeatedMessage(message_, &field_, index);
  }

  const Message& message_;
  const Reflection& reflection_;
  const FieldDescriptor& field_;
  std::string& out_;
};

// A number without presence that is -0 has bits and so counts as set for protobuf; here it is the default.
bool IsDefaultZero(const Message& message, const FieldDescriptor& field) {
  if (field.is_repeated() || field.has_presence() || TypeByte(field) != kDouble) return false;
  const Reflection& reflection = *message.GetReflection();
  return field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE ? reflection.GetDouble(message, &field) == 0.0
                                                             : reflection.GetFloat(message, &field) == 0.0F;
}

void AppendField(const Message& message, const FieldDescriptor& field, std::string& out) {
  BAKEN_CHECK(!field.is_map());
  if (IsDefaultZero(message, field)) return;
  AppendBigEndian(static_cast<uint64_t>(field.number()), 4, out);
  ValueWriter writer(message, field, out);
  if (!field.is_repeated()) {
    out.push_back(static_cast<char>(TypeByte(field)));
    return writer.Write(-1);
  }
  out.push_back(static_cast<char>(TypeByte(field) | kRepeated));
  const int count = message.GetReflection()->FieldSize(message, &field);
  AppendLength(static_cast<size_t>(count), out);
  for (int i = 0; i < count; ++i) writer.Write(i);
}

}  // namespace

std::string Sha256Hex(absl::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  BAKEN_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) == 1);
  return absl::BytesToHexString(absl::string_view(reinterpret_cast<const char*>(digest), size));
}

std::string CanonicalEncoding(const Message& message) {
  std::string out;
  // ListFields gives the fields that are set, by ascending number.
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) AppendField(message, *field, out);
  return out;
}

std::string CanonicalDigest(const Message& message) { return Sha256Hex(CanonicalEncoding(message)); }

}  // namespace baken
