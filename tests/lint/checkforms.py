#!/usr/bin/env python3
"""Checks Qt Designer forms for what people with a keyboard, a screen reader or another theme need.

usage: checkforms.py FORM.ui... | - (names on standard input)

 - the Tab order follows the layout: rows from the top, each from the start of the line
 - a label that stands before an input, or has a mnemonic, has a buddy, and the buddy exists
 - every input has a name of its own, and something to be read aloud: an accessible name, a label, its text
 - no two actions have the same key, with which then neither could be reached
 - nothing has a fixed size, font size or colour; containers lay out their children

Prints one line for each finding, then a summary; the exit code is 1 when there are findings.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

BUTTONS = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"}
INPUTS = BUTTONS | {
    "QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox",
    "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QSlider", "QDial", "QTableView", "QTableWidget", "QTreeView",
    "QTreeWidget", "QListView", "QListWidget", "QColumnView", "QKeySequenceEdit", "QTextBrowser",
}
# They arrange their children themselves, or hold none that could be arranged.
SELF_ARRANGING = {
    "QMainWindow", "QMenuBar", "QMenu", "QToolBar", "QStatusBar", "QTabWidget", "QStackedWidget", "QSplitter",
    "QScrollArea", "QDockWidget", "QToolBox", "QDialogButtonBox", "QWizard",
}
FIXED_SIZES = {"minimumSize": 0, "maximumSize": 16777215, "baseSize": 0}


class Form:
    def __init__(self, name: str, root: ElementTree.Element):
        self.name = name
        self.root = root
        self.findings: list[str] = []
        self.bases = {}
        for custom in root.iterfind("customwidgets/customwidget"):
            self.bases[custom.findtext("class", "")] = custom.findtext("extends", "")
        self.widgets = list(root.iter("widget"))
        self.by_name = {widget.get("name", ""): widget for widget in self.widgets}
        self.buddies = {}

    def say(self, text: str) -> None:
        self.findings.append(f"{self.name}: {text}")

    def kind(self, widget: ElementTree.Element) -> str:
        name = widget.get("class", "")
        seen = set()
        while name in self.bases and name not in seen:
            seen.add(name)
            name = self.bases[name]
        return name

    def is_input(self, widget: ElementTree.Element) -> bool:
        return self.kind(widget) in INPUTS and not self.ignores_tab(widget)

    @staticmethod
    def ignores_tab(widget: ElementTree.Element) -> bool:
        return text_of(widget, "focusPolicy").replace("Qt::", "") in {"NoFocus", "ClickFocus"}

    # ---------------------------------------------------------------------------------------- the checks
    def check(self) -> list[str]:
        top = self.root.find("widget")
        if top is None:
            self.say("has no widget")
            return self.findings
        self.check_labels()
        self.check_inputs()
        self.check_layouts(top)
        self.check_shortcuts()
        self.check_fixed(top)
        self.check_tab_order(top)
        return self.findings

    def check_labels(self) -> None:
        for widget in self.widgets:
            if self.kind(widget) != "QLabel":
                continue
            name = widget.get("name", "?")
            buddy = text_of(widget, "buddy")
            if buddy:
                self.buddies[buddy] = widget
                if buddy not in self.by_name:
                    self.say(f"label {name}: its buddy {buddy} does not exist")
            elif re.search(r"&[^& ]", text_of(widget, "text")) and text_of(widget, "textFormat") != "Qt::RichText":
                self.say(f"label {name}: has a mnemonic but no buddy")
        for layout in self.root.iter("layout"):
            if layout.get("class") == "QFormLayout":
                self.check_form_rows(layout)

    def check_form_rows(self, layout: ElementTree.Element) -> None:
        rows: dict[str, dict[str, ElementTree.Element]] = {}
        for item in layout.iterfind("item"):
            rows.setdefault(item.get("row", "0"), {})[item.get("column", "0")] = item
        for row in rows.values():
            label = row["0"].find("widget") if "0" in row else None
            if label is None or "1" not in row or self.kind(label) != "QLabel":
                continue
            inputs = [widget for widget in row["1"].iter("widget") if self.is_input(widget)]
            if inputs and not text_of(label, "buddy"):
                self.say(f"label {label.get('name')}: stands before {inputs[0].get('name')} but is not its buddy")

    def check_inputs(self) -> None:
        for widget in self.widgets:
            kind = self.kind(widget)
            name = widget.get("name", "")
            if kind not in INPUTS:
                continue
            default = kind[1:2].lower() + kind[2:]
            if not name or re.fullmatch(re.escape(default) + r"(_\d+)?", name):
                self.say(f"{kind} {name or '(no name)'}: wants a name that says what it is for")
            spoken = text_of(widget, "accessibleName") or name in self.buddies
            if kind in BUTTONS:
                # A button with neither text nor icon gets both from an action, or its text in code.
                is_empty = not text_of(widget, "text") and not text_of(widget, "icon")
                spoken = spoken or is_empty or re.search(r"\w", text_of(widget, "text"))
            if not spoken:
                self.say(f"{kind} {name}: has neither an accessible name nor a label of its own")

    def check_layouts(self, widget: ElementTree.Element) -> None:
        children = widget.findall("widget")
        if children and widget.find("layout") is None and self.kind(widget) not in SELF_ARRANGING:
            self.say(f"{widget.get('class')} {widget.get('name')}: its children are not in a layout")
        for child in self.children(widget):
            self.check_layouts(child)

    def check_shortcuts(self) -> None:
        owners: dict[str, str] = {}
        for action in self.root.iter("action"):
            key = text_of(action, "shortcut")
            if key and key in owners:
                self.say(f"action {action.get('name')}: has the key of {owners[key]}, {key}")
            owners.setdefault(key, action.get("name", ""))

    def check_fixed(self, top: ElementTree.Element) -> None:
        for widget in self.widgets:
            label = f"{widget.get('class')} {widget.get('name')}"
            for prop in widget.iterfind("property"):
                name = prop.get("name", "")
                if name in FIXED_SIZES:
                    sizes = [int(value.text or 0) for value in prop.iter() if value.tag in {"width", "height"}]
                    if any(size != FIXED_SIZES[name] for size in sizes):
                        self.say(f"{label}: {name} in pixels; use layouts, policies or font metrics")
                elif name == "palette" or prop.find(".//color") is not None:
                    self.say(f"{label}: a fixed colour ({name}); the theme decides")
                elif name == "styleSheet" and (prop.findtext("string") or "").strip():
                    self.say(f"{label}: a style sheet; the theme decides")
                elif name == "font" and (prop.find(".//pointsize") is not None or prop.find(".//family") is not None):
                    self.say(f"{label}: a fixed font; scale the system's one in code")
                elif name == "geometry" and widget is not top and prop.find("rect") is not None:
                    # Designer writes these for pages of stacked widgets and scroll areas; they mean nothing there.
                    if not self.is_page(widget):
                        self.say(f"{label}: a fixed position; put it into a layout")

    def is_page(self, widget: ElementTree.Element) -> bool:
        for parent in self.widgets:
            if widget in list(parent):
                return self.kind(parent) in SELF_ARRANGING
        return False

    # ------------------------------------------------------------------------------------- the Tab order
    def children(self, widget: ElementTree.Element) -> list[ElementTree.Element]:
        """The direct children as a reader meets them: what is in the layout by place, then the others."""
        found: list[ElementTree.Element] = []
        layout = widget.find("layout")
        if layout is not None:
            found += self.in_layout(layout)
        return found + widget.findall("widget")

    def in_layout(self, layout: ElementTree.Element) -> list[ElementTree.Element]:
        items = layout.findall("item")
        if layout.get("class") in {"QGridLayout", "QFormLayout"}:
            items = sorted(items, key=lambda item: (int(item.get("row", 0)), int(item.get("column", 0))))
        found: list[ElementTree.Element] = []
        for item in items:
            for child in item:
                if child.tag == "widget":
                    found.append(child)
                elif child.tag == "layout":
                    found += self.in_layout(child)
        return found

    def stops(self, widget: ElementTree.Element) -> list[str]:
        found = [widget.get("name", "")] if self.is_input(widget) else []
        for child in self.children(widget):
            found += self.stops(child)
        return found

    def check_tab_order(self, top: ElementTree.Element) -> None:
        by_place = self.stops(top)
        explicit = [stop.text or "" for stop in self.root.iterfind("tabstops/tabstop")]
        if explicit:
            for name in explicit:
                if name not in self.by_name:
                    self.say(f"tab stop {name}: does not exist")
            for name in by_place:
                if name not in explicit:
                    self.say(f"tab stop {name}: is missing from the list of tab stops")
            order = [name for name in explicit if name in by_place]
        else:
            # Without a list, the order is the one in which uic makes the widgets: that of the file.
            order = [w.get("name", "") for w in self.widgets if w.get("name", "") in set(by_place)]
        expected = [name for name in by_place if name in order]
        for actual, wanted in zip(order, expected):
            if actual != wanted:
                self.say(f"Tab reaches {actual} where {wanted} comes next on the screen")
                break


def text_of(widget: ElementTree.Element, name: str) -> str:
    for prop in widget.iterfind("property"):
        if prop.get("name") == name:
            return "".join(prop.itertext()).strip()
    return ""


def check_file(name: str) -> list[str]:
    try:
        root = ElementTree.parse(name).getroot()
    except (OSError, ElementTree.ParseError) as problem:
        return [f"{name}: {problem}"]
    return Form(name, root).check()


def main() -> int:
    names = sys.argv[1:]
    if names == ["-"]:
        names = [line.strip() for line in sys.stdin if line.strip()]
    findings = [finding for name in names for finding in check_file(name)]
    for finding in findings:
        print(finding)
    print(f"{len(names)} forms, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
