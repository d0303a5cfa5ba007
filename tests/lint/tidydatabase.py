#!/usr/bin/env python3
"""Makes a compile_commands.json that clang-tidy understands from one that was written for g++.

usage: tidydatabase.py BUILD_FOLDER OUTPUT_FOLDER < FILES > FILES_THAT_ARE_BUILT

g++'s precompiled headers mean nothing to clang: their source is included instead. Of the files named on
standard input, those that are part of the build are printed, in the same order.
"""

import json
import os
import re
import shlex
import sys

DROPPED = {"-fpch-preprocess", "-Winvalid-pch"}


def translated(command: str, source_folder: str) -> str:
    words = shlex.split(command)
    # Everything before the compiler is a launcher (ccache and its environment).
    start = next((i for i, word in enumerate(words) if re.search(r"(^|/)(c\+\+|g\+\+|clang\+\+)[-.\d]*$", word)), 0)
    result = []
    for word in words[start:]:
        flavour = re.search(r"numbers_pch_(\w+)\.dir/cmake_pch\.hxx$", word)
        if flavour:
            word = os.path.join(source_folder, "cmake", "pch", flavour.group(1) + ".h")
        if word not in DROPPED:
            result.append(word)
    # g++ knows warnings that clang does not, and the other way round.
    result.insert(1, "-Wno-unknown-warning-option")
    return shlex.join(result)


def main() -> int:
    build, output = sys.argv[1:3]
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    source_folder = os.getcwd()
    for entry in entries:
        entry["command"] = translated(entry["command"], source_folder)
    os.makedirs(output, exist_ok=True)
    with open(os.path.join(output, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump(entries, file, indent=1)
    built = {os.path.relpath(entry["file"], source_folder) for entry in entries}
    for line in sys.stdin:
        name = line.strip()
        if os.path.normpath(name) in built:
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
