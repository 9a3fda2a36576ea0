#!/usr/bin/env bash
# Fetches the components that the pages are made of from npm, at the versions named here, into what the jar serves. Run it
# by hand to take a newer version; nobody needs it to build. Two things are changed: the fonts are the reader's own, since
# GDS Transport belongs to gov.uk services, and the maps for debuggers are left out.
set -euo pipefail
cd "$(dirname "$0")"

govuk=6.6.0
moj=11.1.0
assets=$PWD/../resources/static/assets/vendor
system='system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",arial,sans-serif'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "govuk-frontend@$govuk" "@ministryofjustice/frontend@$moj" >/dev/null
mkdir govuk moj
tar xzf "govuk-frontend-$govuk.tgz" -C govuk --strip-components=1
tar xzf "ministryofjustice-frontend-$moj.tgz" -C moj --strip-components=1

ours() { sed -E -e 's/@font-face\{[^}]*\}//g' -e 's/"?GDS Transport"?,arial,sans-serif/'"$system"'/g' -e 's/^\/\*# sourceMappingURL.*$//' -e 's/^\/\/# sourceMappingURL.*$//'; }
mkdir -p "$assets"
ours <govuk/dist/govuk/govuk-frontend.min.css >"$assets/govuk-frontend-$govuk.min.css"
ours <govuk/dist/govuk/govuk-frontend.min.js >"$assets/govuk-frontend-$govuk.min.js"
ours <moj/moj/moj-frontend.min.css >"$assets/moj-frontend-$moj.min.css"
if grep -l 'GDS Transport' "$assets"/*.css; then
    echo "these still name the font of gov.uk services" >&2
    exit 1
fi
