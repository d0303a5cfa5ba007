#pragma once

#include <QString>

#include <cstdio>

namespace numbers {

/// First thing in main(): a closed standard stream is occupied, so that no file opened later takes its place
/// and receives what is printed (writing to it fails, as it should), and a reader who is gone (SIGPIPE) is an
/// error of the write instead of the end of the program.
void prepareStandardStreams();

/// Writes `text` with a line break in UTF-8, at once, made safe for a terminal (see escapedText).
/// Zero, or errno.
[[nodiscard]] int writeLine(std::FILE *stream, const QString &text);

} // namespace numbers
