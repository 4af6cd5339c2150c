#!/usr/bin/env bash
# Removes the program; asks before it touches what people made with it.
set -eu
app="/Applications/Assistant Workbench.app"
if [ -d "$app" ]; then
    rm -rf "$app"
    echo "The program is removed."
fi
found=()
for folder in "$HOME/Library/Application Support/assistant-workbench" \
    "$HOME/Library/Preferences/assistant-workbench" \
    "$HOME/Library/Caches/assistant-workbench" "$HOME/Library/Logs/assistant-workbench"; do
    if [ -d "$folder" ]; then found+=("$folder"); fi
done
if [ "${#found[@]}" -gt 0 ]; then
    echo "Assistants, threads and settings are still in:"
    printf '  %s\n' "${found[@]}"
    printf 'Delete them for good? Type “yes” to delete, anything else keeps them: '
    read -r answer || answer=no
    if [ "$answer" = "yes" ]; then
        rm -rf "${found[@]}"
        echo "Deleted."
    else
        echo "They were kept."
    fi
fi
