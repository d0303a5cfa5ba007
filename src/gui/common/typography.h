#pragma once

class QLabel;

namespace numbers::gui {

/// Headings, relative to the user's own font size.
void makeTitle(QLabel *label);
void makeHeading(QLabel *label);
/// Less important text in the palette's quieter colour; follows the theme.
void makeQuiet(QLabel *label);
/// The application's icon, as large as a large icon of the style.
void showLogo(QLabel *label);

} // namespace numbers::gui
