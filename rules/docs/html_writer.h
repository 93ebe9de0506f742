// Writes one HTML page. Escaping and nesting are libxml2's; what was opened is closed. Not its job: what a page says.
#ifndef BAKEN_RULES_DOCS_HTML_WRITER_H_
#define BAKEN_RULES_DOCS_HTML_WRITER_H_

#include <libxml/xmlwriter.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace baken::docs_internal {

class HtmlWriter {
 public:
  // Name and value; an attribute with an empty value is left out.
  using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

  // Closes its element at the end of its life.
  class Scope {
   public:
    explicit Scope(HtmlWriter& writer) : writer_(writer) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { writer_.Close(); }

   private:
    HtmlWriter& writer_;
  };

  HtmlWriter();
  HtmlWriter(const HtmlWriter&) = delete;
  HtmlWriter& operator=(const HtmlWriter&) = delete;
  ~HtmlWriter();

  // Opens an element that lasts as long as the result.
  [[nodiscard]] Scope In(const char* name, Attributes attributes = {});
  // An element with only text.
  void Element(const char* name, absl::string_view text, Attributes attributes = {});
  // An element that HTML never closes, such as `meta`.
  void Void(const char* name, Attributes attributes = {});
  void Text(absl::string_view text);
  // A link; only the text when `href` is empty. `language` is for a text in another than that of the page.
  void Link(absl::string_view text, const std::string& href, const std::string& language = "");

  // The page; nothing can be written after it.
  std::string Finish();

 private:
  void Open(const char* name, Attributes attributes);
  void Close();

  xmlBufferPtr buffer_;
  xmlTextWriterPtr writer_;
};

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_HTML_WRITER_H_
