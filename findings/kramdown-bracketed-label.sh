#!/usr/bin/env bash
# kramdown 2.4.0 (Debian 12) removes a line that begins with a label in brackets and a colon.
#
# Expected: « [Sous embargo]: jusqu’au lundi 9 septembre » is text. A definition of a link is an address and perhaps
#   a title; CommonMark says that other words after the address make it a paragraph.
# Happens: any words will do as the address, blanks and all: the line is a link's definition, and nothing is
#   printed. There is no warning.
# Hurts: the one line that nobody may miss is not on the page.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs ruby
debian_packages ruby-kramdown=2.4.0-2
gems=$debian_root/usr/share/rubygems-integration/all/gems
seen=$(RUBYLIB=$gems/kramdown-2.4.0/lib ruby <<'RUBY'
require 'kramdown'
document = Kramdown::Document.new("[Sous embargo]: jusqu’au lundi 9 septembre\n\nCent postes.\n")
puts "#{document.to_html.strip} (#{document.warnings.size} warnings)"
RUBY
)
verdict '<p>[Sous embargo]: jusqu’au lundi 9 septembre</p> <p>Cent postes.</p> (0 warnings)' \
  '<p>Cent postes.</p> (0 warnings)' "$seen"
