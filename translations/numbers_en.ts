<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>HealthMessages</name>
    <message numerus="yes">
        <source>%Ln number(s): %1</source>
        <comment>how many, then why</comment>
        <translation>
            <numerusform>%Ln number: %1</numerusform>
            <numerusform>%Ln numbers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) checked: all good.</source>
        <translation>
            <numerusform>%Ln number checked: all good.</numerusform>
            <numerusform>%Ln numbers checked: all good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) checked.</source>
        <translation>
            <numerusform>%Ln number checked.</numerusform>
            <numerusform>%Ln numbers checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention.</source>
        <translation>
            <numerusform>%Ln needs attention.</numerusform>
            <numerusform>%Ln need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) are no longer at Nixflex.</source>
        <translation>
            <numerusform>%Ln number is no longer at Nixflex.</numerusform>
            <numerusform>%Ln numbers are no longer at Nixflex.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be checked completely.</source>
        <translation>
            <numerusform>%Ln could not be checked completely.</numerusform>
            <numerusform>%Ln could not be checked completely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) at Nixflex were not in this list; it is read again.</source>
        <translation>
            <numerusform>%Ln number at Nixflex was not in this list; it is read again.</numerusform>
            <numerusform>%Ln numbers at Nixflex were not in this list; it is read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::SkippedRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
        <source>%Ln numbers are selected.</source>
        <translation>
            <numerusform>%Ln number is selected.</numerusform>
            <numerusform>%Ln numbers are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::FleetPage</name>
    <message numerus="yes">
        <source>%Ln number(s) are no longer at Nixflex and are marked so.</source>
        <translation>
            <numerusform>%Ln number is no longer at Nixflex and is marked so.</numerusform>
            <numerusform>%Ln numbers are no longer at Nixflex and are marked so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) removed from Nixflex.</source>
        <translation>
            <numerusform>%Ln number removed from Nixflex.</numerusform>
            <numerusform>%Ln numbers removed from Nixflex.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them is answered as before its import again.</source>
        <translation>
            <numerusform>%Ln of them is answered as before its import again.</numerusform>
            <numerusform>%Ln of them are answered as before their import again.</numerusform>
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
        <source>The last %Ln days</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations</source>
        <translation>
            <numerusform>%Ln operation</numerusform>
            <numerusform>%Ln operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations are in “%1”.</source>
        <translation>
            <numerusform>%Ln operation is in “%1”.</numerusform>
            <numerusform>%Ln operations are in “%1”.</numerusform>
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
    <message numerus="yes">
        <source>%n row(s) of Twilio&apos;s list could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n row of Twilio&apos;s list could not be read and was left out: %1.</numerusform>
            <numerusform>%n rows of Twilio&apos;s list could not be read and were left out: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::ProfileEditor</name>
    <message numerus="yes">
        <source>What you wrote about %Ln numbers is not saved yet.</source>
        <translation>
            <numerusform>What you wrote about %Ln number is not saved yet.</numerusform>
            <numerusform>What you wrote about %Ln numbers is not saved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemovalGuard</name>
    <message numerus="yes">
        <source>%Ln number(s) are not removed yet. Stop and close?</source>
        <translation>
            <numerusform>%Ln number is not removed yet. Stop and close?</numerusform>
            <numerusform>%Ln numbers are not removed yet. Stop and close?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %Ln numbers from Nixflex?</source>
        <translation>
            <numerusform>Remove %Ln number from Nixflex?</numerusform>
            <numerusform>Remove %Ln numbers from Nixflex?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %Ln</source>
        <translation>
            <numerusform>&amp;Remove %Ln</numerusform>
            <numerusform>&amp;Remove %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::StatusLine</name>
    <message numerus="yes">
        <source>Syncing: %Ln number(s)</source>
        <translation>
            <numerusform>Syncing: %Ln number</numerusform>
            <numerusform>Syncing: %Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) need attention</source>
        <translation>
            <numerusform>%Ln number needs attention</numerusform>
            <numerusform>%Ln numbers need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s) under way</source>
        <translation>
            <numerusform>%Ln operation under way</numerusform>
            <numerusform>%Ln operations under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::operations::AccountReader</name>
    <message numerus="yes">
        <source>%n row(s) of the account&apos;s list of numbers could not be read: %1.</source>
        <translation>
            <numerusform>%n row of the account&apos;s list of numbers could not be read: %1.</numerusform>
            <numerusform>%n rows of the account&apos;s list of numbers could not be read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::operations::AccountVerifier</name>
    <message numerus="yes">
        <source>%n row(s) of Twilio&apos;s list of subaccounts could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n row of Twilio&apos;s list of subaccounts could not be read and was left out: %1.</numerusform>
            <numerusform>%n rows of Twilio&apos;s list of subaccounts could not be read and were left out: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::operations::ListNotes</name>
    <message numerus="yes">
        <source>%n row(s) of Nixflex&apos;s list of numbers could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n row of Nixflex&apos;s list of numbers could not be read and was left out: %1.</numerusform>
            <numerusform>%n rows of Nixflex&apos;s list of numbers could not be read and were left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Nixflex&apos;s list of agents could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n row of Nixflex&apos;s list of agents could not be read and was left out: %1.</numerusform>
            <numerusform>%n rows of Nixflex&apos;s list of agents could not be read and were left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Twilio&apos;s lists of Messaging Services, TwiML apps and trunks could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n row of Twilio&apos;s lists of Messaging Services, TwiML apps and trunks could not be read and was left out: %1.</numerusform>
            <numerusform>%n rows of Twilio&apos;s lists of Messaging Services, TwiML apps and trunks could not be read and were left out: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
