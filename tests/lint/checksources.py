#!/usr/bin/env python3
"""Checks the project's text files for what a compiler does not see.

usage: checksources.py FILE... | - (names on standard input)

 - layers: a layer includes only layers below it (docs/architecture.md)
 - words that people see go through tr(), so that they can be translated
 - no nested event loops and no sleeping: they freeze windows and make tests flaky
 - no file of code is longer than 600 lines
 - nothing that looks like a real secret

A line that is right all the same says so: `// lint: REASON`, or `# lint: REASON`.
Prints one line for each finding, then a summary; the exit code is 1 when there are findings.
"""

import re
import sys

LONGEST = 600
CODE = (".cpp", ".h", ".py", ".sh", ".mjs", ".js", ".cmake")

# Lowest first, as in src/CMakeLists.txt. simulator stands for both providers and knows nothing of us.
LAYERS = ["base", "net", "twilio", "routing", "nixflex", "secrets", "store", "operations", "models", "simulator", "workspace",
          "cli", "gui", "app"]
# nixflex imports with a Twilio account's credentials, so it knows twilio's types; never the other way round.
NEVER = {("twilio", "nixflex"), ("secrets", "net"), ("store", "net"), ("gui", "cli"),
         ("app", "cli"), ("gui", "simulator"), ("models", "net")}

SHOWN_BY = (r"(?:setText|setWindowTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setAccessibleName|"
            r"setAccessibleDescription|setTitle|setSubTitle|setInformativeText|setLabelText|setButtonText|showMessage|"
            # Kind::Internal is a broken promise of our own code: for whoever mends it, in English.
            r"addAction|addMenu|addTab|addRow|Error::make\((?!Error::Kind::Internal)[^,()]*)")
LITERAL = r"(?:QStringLiteral\(|QString\(|QLatin1String\()?\s*u?\"(?:[^\"\\%]|\\.|%[^1-9])*[A-Za-z]{2}"
UNTRANSLATED = re.compile(SHOWN_BY + r"[(,]\s*" + LITERAL)

# lupdate takes a function of this name for a member of the class around its calls: words land in a context that
# is never asked. A struct with Q_DECLARE_TR_FUNCTIONS has its own.
FREE_TR = re.compile(r"^\s*(?:static |inline )*QString tr\(")

NESTED_LOOP = re.compile(r"\bQEventLoop\b|\bprocessEvents\s*\(|\b(?:dialog|box|menu|wizard|m_\w+)(?:\.|->)exec\s*\(")
SLEEP = re.compile(r"\b(?:QTest::(?:qWait|qSleep)|QThread::(?:m|u)?sleep|sleep_for|usleep)\s*\(")

SECRETS = [
    (re.compile(r"-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----"), "a private key"),
    (re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b"), "a GitHub token"),
    (re.compile(r"\bAKIA[0-9A-Z]{16}\b"), "an AWS key"),
    (re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{20,}"), "a Slack token"),
    (re.compile(r"TWILIO_AUTH_TOKEN=\"?[0-9a-f]{32}\b"), "a Twilio Auth Token"),
    (re.compile(r"NIXFLEX_API_KEY=\"?nxf_\w{12,}:nxfs_\w{12,}"), "a Nixflex API key"),
    (re.compile(r"[Aa]uthorization: (?:Basic|Bearer) [A-Za-z0-9+/=_:-]{40,}"), "credentials"),
]


def is_excused(line: str) -> bool:
    return "// lint: " in line or "# lint: " in line


def layer_of(name: str) -> str:
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else ""


def check_includes(name: str, number: int, line: str) -> list[str]:
    layer = layer_of(name)
    include = re.match(r'\s*#\s*include\s+"(\w+)/', line)
    if not layer or not include or include.group(1) not in LAYERS or layer not in LAYERS:
        return []
    other = include.group(1)
    if other != layer and (LAYERS.index(other) > LAYERS.index(layer) or (layer, other) in NEVER):
        return [f"{name}:{number}: {layer} must not know {other}"]
    return []


def check_code_line(name: str, number: int, line: str) -> list[str]:
    findings = check_includes(name, number, line)
    code = re.sub(r"(?<!:)//(?! lint).*", "", line)
    if name.startswith("src/") and UNTRANSLATED.search(code):
        findings.append(f"{name}:{number}: words for people without tr()")
    if name.startswith("src/") and FREE_TR.search(code):
        findings.append(f"{name}:{number}: a tr() of its own; use Q_DECLARE_TR_FUNCTIONS")
    if name.startswith("src/") and NESTED_LOOP.search(code):
        findings.append(f"{name}:{number}: a nested event loop")
    # The simulator's answers are late on purpose, on threads of their own.
    if name.startswith(("src/", "tests/")) and layer_of(name) != "simulator" and SLEEP.search(code):
        findings.append(f"{name}:{number}: sleeping instead of waiting for something")
    return findings


def check_text(name: str, text: str) -> list[str]:
    findings = []
    lines = text.splitlines()
    if name.endswith(CODE) or name == "dev":
        if len(lines) > LONGEST and not any(is_excused(line) for line in lines[:3]):
            findings.append(f"{name}: {len(lines)} lines; split it, {LONGEST} are the limit")
    for number, line in enumerate(lines, 1):
        if is_excused(line):
            continue
        if name.endswith((".cpp", ".h")):
            findings += check_code_line(name, number, line)
        for pattern, what in SECRETS:
            # Tests make certificates and credentials of their own, worth nothing anywhere.
            if pattern.search(line) and not name.startswith("tests/"):
                findings.append(f"{name}:{number}: looks like {what}")
    return findings


def main() -> int:
    names = sys.argv[1:]
    if names == ["-"]:
        names = [line.strip() for line in sys.stdin if line.strip()]
    findings = []
    count = 0
    for name in names:
        try:
            with open(name, encoding="utf-8") as file:
                text = file.read()
        except UnicodeDecodeError:
            continue  # a picture or a golden database
        except OSError as problem:
            findings.append(f"{name}: {problem}")
            continue
        count += 1
        findings += check_text(name, text)
    for finding in findings:
        print(finding)
    print(f"{count} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
