# Real kramdown as a servant of the differential test: on standard input a document (four bytes of length, big endian,
# then UTF-8), on standard output its HTML in the same form. A length of 0xFFFFFFFF answers for a document that kramdown
# cannot read, or not in time.
#
# Needs Debian's ruby-kramdown and ruby-kramdown-parser-gfm.
require 'kramdown'
require 'kramdown-parser-gfm'
require 'timeout'

# As Jekyll sets them, without a highlighter.
JEKYLL = { input: 'GFM', auto_ids: true, toc_levels: (1..6).to_a, entity_output: :as_char,
           smart_quotes: 'lsquo,rsquo,ldquo,rdquo', hard_wrap: false, footnote_nr: 1,
           syntax_highlighter: nil }.freeze
MOST_SECONDS = 5
FAILURE = 0xFFFFFFFF

def html_of(markdown)
  Timeout.timeout(MOST_SECONDS) { Kramdown::Document.new(markdown, JEKYLL).to_html }
rescue StandardError, SystemStackError
  nil
end

$stdin.binmode
$stdout.binmode
while (length = $stdin.read(4))
  html = html_of($stdin.read(length.unpack1('N')).force_encoding('UTF-8').scrub)&.b
  $stdout.write(html ? [html.bytesize].pack('N') + html : [FAILURE].pack('N'))
  $stdout.flush
end
