#pragma once

class QDialog;
class QLabel;

namespace numbers::gui {

/// Headings, relative to the user's own font size.
void makeTitle(QLabel *label);
void makeHeading(QLabel *label);
/// Less important text in the palette's quieter colour; follows the theme.
void makeQuiet(QLabel *label);
/// The application's icon, as large as a large icon of the style.
void showLogo(QLabel *label);
/// Makes the dialog at least `characters` average characters wide and as high as its wrapped texts need at
/// that width, also where Qt would rather stop at two thirds of the screen; and lets it grow whenever they
/// need more later, such as when a warning appears, as far as the screen allows.
void fitToTexts(QDialog *dialog, int characters);

} // namespace numbers::gui
