#!/usr/bin/env bash
# js-yaml 5.5.0 takes the quotes off "12,5", and Ruby's Psych 4.0.3 (Debian 12) then reads 125.
#
# Expected: a text goes through a YAML writer and a YAML reader unchanged. js-yaml's writer knows of readers of YAML
#   1.1 and quotes 11:30, NO and 1_000 for them.
# Happens: it does not think of the comma; Psych takes every comma between digits for a separator of thousands, be
#   there three digits after it or one.
# Hurts: a tool that rewrites a header with js-yaml turns « taux: "12,5" » into a rate of 125 on a Jekyll site.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs ruby
ruby -rpsych -e 'exit Psych::VERSION == "4.0.3"' || cannot_look 'this is about Psych 4.0.3'
npm_packages js-yaml@5.5.0
written=$(run_node <<'JS'
import {dump} from 'js-yaml';
process.stdout.write(dump({taux: '12,5', heure: '11:30'}));
JS
)
# shellcheck disable=SC2016  # $stdin is Ruby's
seen=$(printf '%s\n' "$written" | ruby -rpsych -e 'puts Psych.safe_load($stdin.read).inspect')
verdict '{"taux"=>"12,5", "heure"=>"11:30"}' '{"taux"=>125, "heure"=>"11:30"}' "$seen"
