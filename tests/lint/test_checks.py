"""The checks of ./dev lint find what they are there for, and leave good files alone."""

import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import checkforms  # noqa: E402
import checksources  # noqa: E402
import tidydatabase  # noqa: E402

with open(os.path.join(HERE, "forms", "good.ui"), encoding="utf-8") as good_form:
    GOOD = good_form.read()


def findings_in_form(text: str) -> list[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".ui", encoding="utf-8", delete=False) as file:
        file.write(text)
    try:
        return checkforms.check_file(file.name)
    finally:
        os.unlink(file.name)


class Forms(unittest.TestCase):
    def changed(self, old: str, new: str) -> str:
        self.assertIn(old, GOOD)
        return GOOD.replace(old, new)

    def assert_finds(self, words: str, old: str, new: str) -> None:
        findings = findings_in_form(self.changed(old, new))
        self.assertTrue(any(words in finding for finding in findings), findings)

    def test_leaves_a_good_form_alone(self):
        self.assertEqual(findings_in_form(GOOD), [])

    def test_finds_a_broken_file(self):
        self.assertTrue(findings_in_form(GOOD[:200]))

    def test_finds_tab_stops_out_of_order(self):
        self.assert_finds("Tab reaches numbersView where accountSidEdit comes next",
                          "<tabstop>accountSidEdit</tabstop>\n  <tabstop>numbersView</tabstop>",
                          "<tabstop>numbersView</tabstop>\n  <tabstop>accountSidEdit</tabstop>")

    def test_finds_rows_that_are_out_of_order_in_the_file(self):
        text = GOOD[:GOOD.index(" <tabstops>")] + "</ui>"
        self.assertEqual(findings_in_form(text), [])
        swapped = text.replace('row="0"', 'row="9"')
        self.assertTrue(any("Tab reaches accountSidEdit" in finding for finding in findings_in_form(swapped)))

    def test_finds_a_forgotten_tab_stop(self):
        self.assert_finds("tab stop importButton: is missing", "  <tabstop>importButton</tabstop>\n", "")

    def test_finds_a_tab_stop_that_does_not_exist(self):
        self.assert_finds("tab stop ghost: does not exist", "<tabstop>importButton</tabstop>",
                          "<tabstop>importButton</tabstop><tabstop>ghost</tabstop>")

    def test_finds_a_label_without_buddy(self):
        self.assert_finds("is not its buddy",
                          '<property name="buddy"><cstring>accountSidEdit</cstring></property>', "")

    def test_finds_a_buddy_that_does_not_exist(self):
        self.assert_finds("does not exist", "<cstring>accountSidEdit</cstring>", "<cstring>sidEdit</cstring>")

    def test_finds_an_input_that_is_not_named(self):
        findings = findings_in_form(GOOD.replace("accountSidEdit", "lineEdit_2"))
        self.assertTrue(any("wants a name" in finding for finding in findings), findings)

    def test_finds_an_input_that_cannot_be_read_aloud(self):
        self.assert_finds("neither an accessible name",
                          '<property name="accessibleName"><string>Numbers</string></property>', "")

    def test_finds_a_button_with_only_an_icon(self):
        self.assert_finds("neither an accessible name", '<property name="text"><string>&amp;Import</string></property>',
                          '<property name="icon"><iconset><normaloff>a.svg</normaloff></iconset></property>')

    def test_finds_two_actions_with_one_key(self):
        action = '<action name="%s"><property name="shortcut"><string notr="true">Ctrl+%s</string></property></action>'
        different = (action % ("oneAction", "H") + action % ("otherAction", "J")).replace("%", "")
        end = GOOD.index(" <tabstops>")
        at = GOOD.rindex(" </widget>", 0, end)
        self.assertEqual(findings_in_form(GOOD[:at] + different + GOOD[at:]), [])
        same = GOOD[:at] + different.replace("Ctrl+J", "Ctrl+H") + GOOD[at:]
        self.assertTrue(any("has the key of oneAction, Ctrl+H" in finding for finding in findings_in_form(same)))

    def test_finds_fixed_sizes(self):
        self.assert_finds("in pixels", '<widget class="QLineEdit" name="accountSidEdit"/>',
                          '<widget class="QLineEdit" name="accountSidEdit"><property name="minimumSize"><size>'
                          "<width>200</width><height>0</height></size></property></widget>")

    def test_finds_fixed_colours(self):
        for prop in ('<property name="styleSheet"><string>color: red</string></property>',
                     '<property name="palette"><palette/></property>'):
            self.assert_finds("the theme decides", '<widget class="QLineEdit" name="accountSidEdit"/>',
                              f'<widget class="QLineEdit" name="accountSidEdit">{prop}</widget>')

    def test_finds_children_outside_a_layout(self):
        findings = findings_in_form('<ui version="4.0"><widget class="QWidget" name="A">'
                                    '<widget class="QLabel" name="b"/></widget></ui>')
        self.assertTrue(any("not in a layout" in finding for finding in findings), findings)


class Sources(unittest.TestCase):
    def assert_finds(self, words: str, name: str, text: str) -> None:
        findings = checksources.check_text(name, text)
        self.assertTrue(any(words in finding for finding in findings), findings)
        excused = text.replace("\n", " // lint: a test\n")
        self.assertEqual(checksources.check_text(name, excused), [])

    def assert_good(self, name: str, text: str) -> None:
        self.assertEqual(checksources.check_text(name, text), [])

    def test_finds_words_without_tr(self):
        self.assert_finds("without tr()", "src/gui/a.cpp", 'label->setText(u"Hello there"_s);\n')
        self.assert_finds("without tr()", "src/gui/a.cpp", 'setWindowTitle(QStringLiteral("Numbers"));\n')
        self.assert_finds("without tr()", "src/net/a.cpp", 'Error::make(Error::Kind::Tls, u"No way"_s);\n')

    def test_leaves_translated_words_alone(self):
        self.assert_good("src/gui/a.cpp", 'label->setText(tr("Hello there"));\n')
        self.assert_good("src/gui/a.cpp", 'label->setText(u"%1 / %2"_s.arg(a).arg(b));\n')
        self.assert_good("src/net/a.cpp", 'Error::make(Error::Kind::Internal, u"no such row"_s);\n')
        self.assert_good("tests/gui/a.cpp", 'label->setText(u"Hello there"_s);\n')

    def test_finds_translating_functions_of_a_files_own(self):
        self.assert_finds("a tr() of its own", "src/base/a.cpp", "QString tr(const char *text)\n")
        self.assert_good("src/base/a.cpp", 'return NumberText::tr("Enter a phone number.");\n')

    def test_finds_upward_includes(self):
        self.assert_finds("net must not know store", "src/net/a.cpp", '#include "store/ledger.h"\n')
        self.assert_finds("twilio must not know nixflex", "src/twilio/a.cpp", '#include "nixflex/client.h"\n')
        self.assert_good("src/gui/a.cpp", '#include "store/ledger.h"\n')

    def test_finds_nested_loops_and_sleeps(self):
        self.assert_finds("nested event loop", "src/gui/a.cpp", "dialog.exec();\n")
        self.assert_finds("nested event loop", "src/gui/a.cpp", "QEventLoop loop;\n")
        self.assert_finds("sleeping", "tests/net/a.cpp", "QTest::qWait(50);\n")
        self.assert_good("src/app/main.cpp", "return app.exec();\n")

    def test_finds_long_files(self):
        self.assert_good("src/net/a.cpp", "int a;\n" * 600)
        findings = checksources.check_text("src/net/a.cpp", "int a;\n" * 601)
        self.assertEqual(len(findings), 1)

    def test_finds_secrets(self):
        digits = "0123456789abcdef" * 2
        self.assert_finds("Twilio Auth Token", "docs/a.md", f"TWILIO_AUTH_TOKEN={digits}\n")
        self.assert_finds("private key", "docs/a.md", "-----BEGIN " + "PRIVATE KEY-----\n")
        self.assert_finds("GitHub token", "docs/a.md", "ghp_" + "a" * 36 + "\n")
        self.assert_good("README.md", "TWILIO_AUTH_TOKEN=... NIXFLEX_API_KEY=id:secret\n")


class TidyDatabase(unittest.TestCase):
    def test_replaces_precompiled_headers_by_their_source(self):
        command = ("cmake -E env CCACHE_NOHASHDIR=1 /usr/bin/ccache /usr/bin/g++-12 -DX=\\\"1\\\" -fpch-preprocess "
                   "-Winvalid-pch -include /b/CMakeFiles/numbers_pch_core.dir/cmake_pch.hxx -c a.cpp")
        self.assertEqual(tidydatabase.translated(command, "/s"),
                         "/usr/bin/g++-12 -Wno-unknown-warning-option '-DX=\"1\"' -include /s/cmake/pch/core.h -c a.cpp")


if __name__ == "__main__":
    unittest.main()
