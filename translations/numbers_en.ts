<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>HealthMessages</name>
    <message numerus="yes">
        <source>%n number(s) checked: all good.</source>
        <translation>
            <numerusform>%n number checked: all good.</numerusform>
            <numerusform>%n numbers checked: all good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) checked.</source>
        <translation>
            <numerusform>%n number checked.</numerusform>
            <numerusform>%n numbers checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention.</source>
        <translation>
            <numerusform>%n needs attention.</numerusform>
            <numerusform>%n need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are no longer at Nixflex.</source>
        <translation>
            <numerusform>%n number is no longer at Nixflex.</numerusform>
            <numerusform>%n numbers are no longer at Nixflex.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be checked completely; the details say why.</source>
        <translation>
            <numerusform>%n could not be checked completely; the details say why.</numerusform>
            <numerusform>%n could not be checked completely; the details say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) at Nixflex were not in this list; it is read again.</source>
        <translation>
            <numerusform>%n number at Nixflex was not in this list; it is read again.</numerusform>
            <numerusform>%n numbers at Nixflex were not in this list; it is read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::cli::Commands</name>
    <message numerus="yes">
        <source>%n snapshots are in “%1”.</source>
        <translation>
            <numerusform>%n snapshot is in “%1”.</numerusform>
            <numerusform>%n snapshots are in “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::AccountPage</name>
    <message numerus="yes">
        <source>The pair works. This account has %n subaccount(s): choose where the number is, then press Next.</source>
        <translation>
            <numerusform>The pair works. This account has %n subaccount: choose where the number is, then press Next.</numerusform>
            <numerusform>The pair works. This account has %n subaccounts: choose where the number is, then press Next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::DetailPane</name>
    <message numerus="yes">
        <source>%n numbers are selected.</source>
        <translation>
            <numerusform>%n number is selected.</numerusform>
            <numerusform>%n numbers are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::FleetPage</name>
    <message numerus="yes">
        <source>%n number(s) are no longer at Nixflex and are marked so.</source>
        <translation>
            <numerusform>%n number is no longer at Nixflex and is marked so.</numerusform>
            <numerusform>%n numbers are no longer at Nixflex and are marked so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) removed from Nixflex.</source>
        <translation>
            <numerusform>%n number removed from Nixflex.</numerusform>
            <numerusform>%n numbers removed from Nixflex.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is answered as before its import again.</source>
        <translation>
            <numerusform>%n of them is answered as before its import again.</numerusform>
            <numerusform>%n of them are answered as before their imports again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::GeneralPage</name>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::HistoryWindow</name>
    <message numerus="yes">
        <source>The last %n days</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operations</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operations are in “%1”.</source>
        <translation>
            <numerusform>%n operation is in “%1”.</numerusform>
            <numerusform>%n operations are in “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::NetworkPage</name>
    <message numerus="yes">
        <source>%n certificate(s) found.</source>
        <translation>
            <numerusform>%n certificate found.</numerusform>
            <numerusform>%n certificates found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::NumberPage</name>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln number(s) shown</source>
        <translation>
            <numerusform>%L1 of %Ln number shown</numerusform>
            <numerusform>%L1 of %Ln numbers shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::ProfileEditor</name>
    <message numerus="yes">
        <source>What you wrote about %n numbers is not saved yet.</source>
        <translation>
            <numerusform>What you wrote about %n number is not saved yet.</numerusform>
            <numerusform>What you wrote about %n numbers is not saved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n numbers from Nixflex?</source>
        <translation>
            <numerusform>Remove %n number from Nixflex?</numerusform>
            <numerusform>Remove %n numbers from Nixflex?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n</source>
        <translation>
            <numerusform>&amp;Remove %n</numerusform>
            <numerusform>&amp;Remove %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::StatusLine</name>
    <message numerus="yes">
        <source>Syncing: %n number(s)</source>
        <translation>
            <numerusform>Syncing: %n number</numerusform>
            <numerusform>Syncing: %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) under way</source>
        <translation>
            <numerusform>%n operation under way</numerusform>
            <numerusform>%n operations under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) need attention</source>
        <translation>
            <numerusform>%n number needs attention</numerusform>
            <numerusform>%n numbers need attention</numerusform>
        </translation>
    </message>
</context>
</TS>
