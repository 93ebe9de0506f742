#include "rules/docs/html_writer.h"

#include "rules/base/check.h"

namespace baken::docs_internal {
namespace {

const xmlChar* Chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

// Writing to memory fails only when there is none left, or an element is closed that was not opened.
void Must(int written) { BAKEN_CHECK(written >= 0); }

}  // namespace

HtmlWriter::HtmlWriter() : buffer_(xmlBufferCreate()), writer_(xmlNewTextWriterMemory(buffer_, 0)) {
  BAKEN_CHECK(buffer_ != nullptr && writer_ != nullptr);
  Must(xmlTextWriterWriteRaw(writer_, Chars("<!DOCTYPE html>\n")));
}

HtmlWriter::~HtmlWriter() {
  if (writer_ != nullptr) xmlFreeTextWriter(writer_);
  xmlBufferFree(buffer_);
}

HtmlWriter::Scope HtmlWriter::In(const char* name, Attributes attributes) {
  Open(name, attributes);
  return Scope(*this);
}

void HtmlWriter::Element(const char* name, absl::string_view text, Attributes attributes) {
  Open(name, attributes);
  Text(text);
  Close();
}

void HtmlWriter::Void(const char* name, Attributes attributes) {
  Open(name, attributes);
  // Without content the writer ends it as `<br/>`, which is what HTML wants of these.
  Must(xmlTextWriterEndElement(writer_));
}

void HtmlWriter::Text(absl::string_view text) { Must(xmlTextWriterWriteString(writer_, Chars(std::string(text)))); }

void HtmlWriter::Link(absl::string_view text, const std::string& href, const std::string& language) {
  if (href.empty() && language.empty()) return Text(text);
  Element(href.empty() ? "span" : "a", text, {{"href", href}, {"lang", language}});
}

std::string HtmlWriter::Finish() {
  xmlFreeTextWriter(writer_);
  writer_ = nullptr;
  return std::string(reinterpret_cast<const char*>(xmlBufferContent(buffer_)),
                     static_cast<size_t>(xmlBufferLength(buffer_)));
}

void HtmlWriter::Open(const char* name, Attributes attributes) {
  Must(xmlTextWriterStartElement(writer_, reinterpret_cast<const xmlChar*>(name)));
  for (const auto& [key, value] : attributes) {
    if (value.empty()) continue;
    Must(xmlTextWriterWriteAttribute(writer_, reinterpret_cast<const xmlChar*>(key), Chars(value)));
  }
}

// The full form: a browser reads `<p/>` as an opened paragraph.
void HtmlWriter::Close() { Must(xmlTextWriterFullEndElement(writer_)); }

}  // namespace baken::docs_internal
