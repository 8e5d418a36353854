#!/usr/bin/env bash
# kramdown 2.4.0 (Debian 12) curls a straight quote the wrong way after a no-break space.
#
# Expected: a quote after a blank opens. U+00A0 is a blank, and French puts one after «.
# Happens: U+00A0 counts as a letter, after which a quote closes: « "mot" » with no-break spaces gets two closing
#   quotes; with ordinary blanks it is right.
# Hurts: a quotation within a quotation is wrong exactly where the author typed French typography properly.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs ruby
debian_packages ruby-kramdown=2.4.0-2
gems=$debian_root/usr/share/rubygems-integration/all/gems
seen=$(RUBYLIB=$gems/kramdown-2.4.0/lib ruby <<'RUBY'
require 'kramdown'
puts Kramdown::Document.new("«\u00a0\"mot\"\u00a0» et « \"mot\" »").to_html.strip.tr("\u00a0", ' ')
RUBY
)
verdict '<p>« “mot” » et « “mot” »</p>' '<p>« ”mot” » et « “mot” »</p>' "$seen"
