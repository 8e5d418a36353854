// The check of every rule, one file each; registry.cc gives them their identifiers and severities.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/rules.h"

namespace depeche::rules {

void check_not_utf8(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_header(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_missing_title(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_missing_date(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_unreadable_date(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_duplicate_key(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_cut_by_comment(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_unlisted_words(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_published(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_empty_body(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_missing_alternative(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_relative_picture(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_missing_target(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_missing_scheme(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_unknown_tag(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_wrapped_link(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_escaped_stars(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_bullet_signs(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_unknown_reference(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
void check_malformed_attributes(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);

}  // namespace depeche::rules
