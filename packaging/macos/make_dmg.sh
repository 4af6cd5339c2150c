#!/usr/bin/env bash
# The .dmg for macOS, made from “dist/Assistant Workbench.app”.
#
#     packaging/macos/make_dmg.sh VERSION
#
# To sign: SIGN_IDENTITY (“Developer ID Application: …”). To notarise as well: NOTARY_PROFILE, a profile that was stored
# with “xcrun notarytool store-credentials”.
set -euo pipefail
version="${1:?Give the version}"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
app="dist/Assistant Workbench.app"
target="dist/assistant-workbench-$version-$(uname -m).dmg"
[ -d "$app" ] || { echo "Build it first: python3 packaging/run.py build" >&2; exit 1; }

if [ -n "${SIGN_IDENTITY:-}" ]; then
    # Innermost first: a signature covers what lies below it.
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
        xargs -0 -n 20 codesign --force --timestamp --options runtime \
            --entitlements packaging/macos/entitlements.plist --sign "$SIGN_IDENTITY"
    codesign --force --timestamp --options runtime \
        --entitlements packaging/macos/entitlements.plist --sign "$SIGN_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "SIGN_IDENTITY is not set: the program is not signed, and macOS will ask before it opens it." >&2
fi

staging="$(mktemp -d)"
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
cp packaging/macos/uninstall.command "$staging/Uninstall.command"
chmod +x "$staging/Uninstall.command"
ln -s /Applications "$staging/Applications"
rm -f "$target"
hdiutil create -volname "Assistant Workbench $version" -srcfolder "$staging" -fs HFS+ -format UDZO -ov "$target"

if [ -n "${SIGN_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$SIGN_IDENTITY" "$target"
    if [ -n "${NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$target" --keychain-profile "$NOTARY_PROFILE" --wait
        xcrun stapler staple "$target"
    fi
fi
echo "$target"
