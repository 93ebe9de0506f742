#include "rules/docs/html_writer.h"

#include "gtest/gtest.h"

namespace baken::docs_internal {
namespace {

TEST(HtmlWriterTest, EscapesTextAndAttributes) {
  HtmlWriter html;
  html.Element("p", "a < b & \"c\"", {{"title", "\"x\" < y"}});
  const std::string page = html.Finish();
  EXPECT_NE(page.find("a &lt; b &amp; "), std::string::npos) << page;
  EXPECT_NE(page.find("title=\"&quot;x&quot; &lt; y\""), std::string::npos) << page;
}

TEST(HtmlWriterTest, ClosesEmptyElementsInFullAndVoidOnesAtOnce) {
  HtmlWriter html;
  html.Element("p", "");
  html.Void("br");
  EXPECT_EQ(html.Finish(), "<!DOCTYPE html>\n<p></p><br/>");
}

TEST(HtmlWriterTest, LeavesOutEmptyAttributesAndLinksToNowhere) {
  HtmlWriter html;
  {
    auto paragraph = html.In("p", {{"id", ""}});
    html.Link("there", "a.html");
    html.Link("nowhere", "");
  }
  EXPECT_EQ(html.Finish(), "<!DOCTYPE html>\n<p><a href=\"a.html\">there</a>nowhere</p>");
}

}  // namespace
}  // namespace baken::docs_internal
