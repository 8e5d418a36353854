#!/usr/bin/env ruby
# Writes src/markdown/kramdown/unicode_tables.inc: the classes and the lower case of code points as Ruby knows them,
# since kramdown's rules are Ruby's. Run it on the Ruby that the sites use:
#   ruby tools/make_unicode_tables.rb > src/markdown/kramdown/unicode_tables.inc
CLASSES = { 1 => /[[:alpha:]]/, 2 => /[[:digit:]]/, 4 => /\p{Word}/ }.freeze
points = (0x80..0x10FFFF).reject { |c| (0xD800..0xDFFF).cover?(c) }

puts "// Made by tools/make_unicode_tables.rb from Unicode #{RbConfig::CONFIG['UNICODE_VERSION']}; not edited by hand."
puts '#ifdef DEPECHE_CLASS_RANGES'
bits = points.map { |c| s = [c].pack('U'); [c, CLASSES.sum { |bit, re| re.match?(s) ? bit : 0 }] }.reject { |_, b| b.zero? }
bits.slice_when { |a, b| b[0] != a[0] + 1 || b[1] != a[1] }.each do |run|
  run.each_slice(0xFFFF) { |part| puts format('{0x%X, %d, %d},', part[0][0], part.size, part[0][1]) }
end
puts '#endif', '#ifdef DEPECHE_LOWERCASE_RUNS'
lower = points.map { |c| [c, [c].pack('U').downcase.codepoints] }.select { |c, d| d.size == 1 && d[0] != c }
lower = lower.map { |c, d| [c, d[0] - c] }
lower.slice_when { |a, b| b[1] != a[1] || b[0] - a[0] > 2 }.each do |run|
  run.slice_when { |a, b| b[0] - a[0] != run[[1, run.size - 1].min][0] - run[0][0] }.each do |part|
    stride = part.size > 1 ? part[1][0] - part[0][0] : 1
    puts format('{0x%X, 0x%X, %d, %d},', part[0][0], part[-1][0], stride, part[0][1])
  end
end
puts '#endif'
