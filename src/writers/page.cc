#include "writers/page.h"

#include "base/utf8.h"
#include "embedded/page.h"
#include "html/safe_url.h"
#include "site/language.h"
#include "site/masthead.h"
#include "writers/html.h"
#include "writers/html_escape.h"

namespace depeche::writers {
namespace {

using messages::Catalog;
using site::Attachment;
using site::Contact;
using site::FieldText;
using site::file_name;
using site::Masthead;
using site::Picture;

constexpr std::string_view kPolicy =
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'";

// Plain text as HTML, for content and for attributes in double quotes; a NUL is no character of HTML.
std::string escaped(std::string_view text) {
  std::string seen;
  for (const char c : scrub_utf8(text)) {
    if (c == '\0')
      seen += "\uFFFD";
    else
      seen += c;
  }
  std::string html;
  append_html_attribute(html, seen);
  return html;
}

std::string title_of(const Masthead& head, const Catalog& catalog) {
  return escaped(head.title.empty() ? catalog.label("page/untitled") : std::string_view(head.title.text));
}

std::string list(std::string_view css_class, std::string_view label, const std::vector<FieldText>& texts) {
  if (texts.empty()) return {};
  std::string html;
  html.append("<ul class=\"")
      .append(css_class)
      .append("\" aria-label=\"")
      .append(escaped(label))
      .append("\">\n");
  for (const FieldText& field : texts) html.append("<li>").append(escaped(field.text)).append("</li>\n");
  return html.append("</ul>\n");
}

// "Publié le {0}", marked up for machines.
std::string date(const Masthead& head, const Catalog& catalog) {
  if (head.date.empty()) return {};
  std::string html = escaped(site::published(head, catalog));
  if (!head.iso_date.empty()) html = "<time datetime=\"" + escaped(head.iso_date) + "\">" + html + "</time>";
  return "<p class=\"date\">" + html + "</p>\n";
}

// With its caption below; no address that may not be shown.
std::string figure(const Picture& picture) {
  std::string html = "<figure class=\"headline\"><img";
  if (const auto address = html::safe_image_url(picture.path.text))
    html.append(" src=\"").append(escaped(*address)).append("\"");
  html.append(" alt=\"").append(escaped(site::text_alternative(picture))).append("\">");
  if (!picture.caption.empty())
    html.append("<figcaption>").append(escaped(picture.caption.text)).append("</figcaption>");
  return html.append("</figure>\n");
}

// An address that a reader may follow from a file of their own: absolute, and nothing but the web.
bool is_web_address(std::string_view path) {
  return path.starts_with("https://") || path.starts_with("http://");
}

std::string attachment_item(const Attachment& attachment) {
  const std::string label = escaped(attachment.label.text);
  std::string html = "<li>";
  if (is_web_address(attachment.path.text)) {
    html.append("<a href=\"")
        .append(escaped(attachment.path.text))
        .append("\">")
        .append(label)
        .append("</a>");
  } else {
    html.append(label);
  }
  const std::string_view name = file_name(attachment.path.text);
  if (name != attachment.label.text)
    html.append(" <span class=\"name\">").append(escaped(name)).append("</span>");
  return html.append("</li>\n");
}

std::string contact_item(const Contact& contact) {
  std::string html = "<li>" + escaped(contact.name.text);
  for (const FieldText& detail : contact.details())
    html.append(" <span class=\"name\">").append(escaped(detail.text)).append("</span>");
  return html.append("</li>\n");
}

// A titled list after the body; nothing when there are no items.
std::string section(std::string_view title, const std::string& items) {
  if (items.empty()) return {};
  return std::string("<section class=\"around\">\n<h2>")
      .append(escaped(title))
      .append("</h2>\n<ul>\n")
      .append(items)
      .append("</ul>\n</section>\n");
}

std::string head_element(std::string_view title) {
  return std::string(
             "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
      .append(kPolicy)
      .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
      .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
      .append(title)
      .append("</title>\n<style>\n")
      .append(embedded::page::page_css)
      .append("</style>\n</head>\n");
}

}  // namespace

PageFrame page_frame(const Release& release, const Catalog& otherwise) {
  const Catalog& catalog = site::catalog_of(release, otherwise);
  const Masthead head = site::masthead(release, catalog);
  std::string pictures;
  for (const Picture& picture : head.pictures) pictures += figure(picture);
  std::string attachments;
  for (const Attachment& attachment : head.attachments) attachments += attachment_item(attachment);
  std::string contacts;
  for (const Contact& contact : head.contacts) contacts += contact_item(contact);
  PageFrame frame;
  frame.language = escaped(site::language_tag_of(release, otherwise.language()));
  frame.title = title_of(head, catalog);
  frame.head = std::string("<header class=\"masthead\">\n")
                   .append(list("categories", catalog.label("page/categories"), head.categories))
                   .append("<h1>")
                   .append(frame.title)
                   .append("</h1>\n")
                   .append(date(head, catalog))
                   .append(list("tags", catalog.label("page/tags"), head.tags))
                   .append(head.lead.empty() ? "" : "<p class=\"lead\">" + escaped(head.lead.text) + "</p>\n")
                   .append("</header>\n")
                   .append(pictures);
  frame.foot = section(catalog.label("page/attachments"), attachments) +
               section(catalog.label("page/contacts"), contacts);
  return frame;
}

std::string page(const Release& release, const Catalog& otherwise) {
  const PageFrame frame = page_frame(release, otherwise);
  return std::string("<!DOCTYPE html>\n<html lang=\"")
      .append(frame.language)
      .append("\">\n")
      .append(head_element(frame.title))
      .append("<body>\n<main>\n<article>\n")
      .append(frame.head)
      .append(html(release, HtmlMode::kSafe))
      .append(frame.foot)
      .append("</article>\n</main>\n</body>\n</html>\n");
}

}  // namespace depeche::writers
