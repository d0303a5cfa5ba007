<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>numbers::gui::FleetPage</name>
    <message>
        <source>All numbers</source>
        <translation>كل الأرقام</translation>
    </message>
</context>
</TS>
