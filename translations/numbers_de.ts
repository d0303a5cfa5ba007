<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccountText</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>customer</comment>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1%2 – %3</source>
        <comment>account, (customer), SID</comment>
        <translation>%1%2 – %3</translation>
    </message>
    <message>
        <source>customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>Testkonto</translation>
    </message>
    <message>
        <source>token in the keychain</source>
        <translation>Token im Schlüsselbund</translation>
    </message>
    <message>
        <source>token kept for this session</source>
        <translation>Token für diese Sitzung gemerkt</translation>
    </message>
    <message>
        <source>Subaccount %1 – %2</source>
        <comment>name, SID</comment>
        <translation>Unterkonto %1 – %2</translation>
    </message>
    <message>
        <source>Subaccount %1 – %2 (%3)</source>
        <comment>name, SID, status</comment>
        <translation>Unterkonto %1 – %2 (%3)</translation>
    </message>
    <message>
        <source>Subaccount %1</source>
        <comment>SID</comment>
        <translation>Unterkonto %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Brings Twilio numbers to Nixflex voice agents, safely and reversibly.</source>
        <translation>Bringt Twilio-Nummern sicher und rückgängig machbar zu Sprachagenten bei Nixflex.</translation>
    </message>
    <message>
        <source>Work against the built-in simulator of both providers; nothing real is touched.</source>
        <translation>Mit dem eingebauten Simulator beider Anbieter arbeiten; nichts Echtes wird berührt.</translation>
    </message>
    <message>
        <source>Folder of settings, records and logs.</source>
        <translation>Ordner für Einstellungen, Aufzeichnungen und Protokolle.</translation>
    </message>
    <message>
        <source>In place of https://api.nixflex.com; http to this computer only.</source>
        <translation>Statt https://api.nixflex.com; http nur zu diesem Computer.</translation>
    </message>
    <message>
        <source>In place of Twilio’s hosts; http to this computer only.</source>
        <translation>Statt der Server von Twilio; http nur zu diesem Computer.</translation>
    </message>
    <message>
        <source>Check that this installation is complete, print the findings, and end.</source>
        <translation>Prüfen, ob diese Installation vollständig ist, das Ergebnis ausgeben und enden.</translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation>Die Version ausgeben und enden.</translation>
    </message>
    <message>
        <source>Print this help and end.</source>
        <translation>Diese Hilfe ausgeben und enden.</translation>
    </message>
    <message>
        <source>%1
Try “nixflex-numbers --help”.</source>
        <translation>%1
Versuchen Sie „nixflex-numbers --help“.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>„%1“ wird nicht verstanden.</translation>
    </message>
    <message>
        <source>--%1 wants an https address, or http to this computer (http://127.0.0.1:PORT).</source>
        <translation>--%1 braucht eine https-Adresse, oder http zu diesem Computer (http://127.0.0.1:PORT).</translation>
    </message>
    <message>
        <source>--practice brings its own providers: leave the addresses out.</source>
        <translation>--practice bringt eigene Anbieter mit: Lassen Sie die Adressen weg.</translation>
    </message>
    <message>
        <source>--%1 must not be empty.</source>
        <translation>--%1 darf nicht leer sein.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>MMS</source>
        <translation>MMS</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Differs from what Nixflex set up</source>
        <translation>Weicht davon ab, was Nixflex eingerichtet hat</translation>
    </message>
    <message>
        <source>Other settings at Nixflex</source>
        <translation>Weitere Einstellungen bei Nixflex</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>Keine sichere Verbindung</translation>
    </message>
    <message>
        <source>The proxy wants a password</source>
        <translation>Der Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation>Zugangsdaten abgelehnt</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Input refused</source>
        <translation>Eingabe abgelehnt</translation>
    </message>
    <message>
        <source>Payment needed</source>
        <translation>Zahlung nötig</translation>
    </message>
    <message>
        <source>Trouble at the provider</source>
        <translation>Störung beim Anbieter</translation>
    </message>
    <message>
        <source>An answer that makes no sense</source>
        <translation>Eine Antwort, die keinen Sinn ergibt</translation>
    </message>
    <message>
        <source>Keychain not usable</source>
        <translation>Schlüsselbund nicht verwendbar</translation>
    </message>
    <message>
        <source>Files not usable</source>
        <translation>Dateien nicht verwendbar</translation>
    </message>
    <message>
        <source>A mistake in this program</source>
        <translation>Ein Fehler in diesem Programm</translation>
    </message>
</context>
<context>
    <name>HealthMessages</name>
    <message>
        <source>The Twilio account %1 could not be read: %2</source>
        <translation>Das Twilio-Konto %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is as Nixflex had set it up.</source>
        <translation>%1 ist so, wie Nixflex es eingerichtet hat.</translation>
    </message>
    <message>
        <source>Set back at Twilio what Nixflex had set up at %1?</source>
        <translation>Bei Twilio wiederherstellen, was Nixflex für %1 eingerichtet hatte?</translation>
    </message>
    <message>
        <source>&amp;Set back</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Keep what Twilio shows for %1 now?</source>
        <translation>Behalten, was Twilio jetzt für %1 anzeigt?</translation>
    </message>
    <message>
        <source>It is then taken for what Nixflex set up, and later checks compare with it. Nothing is changed at Twilio. Make a test call if you are not sure that the agent answers.</source>
        <translation>Es gilt dann als das, was Nixflex eingerichtet hat, und spätere Prüfungen vergleichen damit. Bei Twilio wird nichts geändert. Machen Sie einen Testanruf, wenn Sie nicht sicher sind, dass der Agent antwortet.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Take %1 out of the list?</source>
        <translation>%1 aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>It is no longer at Nixflex. Nothing is changed there or at Twilio, and its history stays in your records.</source>
        <translation>Sie ist nicht mehr bei Nixflex. Weder dort noch bei Twilio wird etwas geändert, und ihr Verlauf bleibt in Ihren Aufzeichnungen.</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Checking number %1 of %2…</source>
        <translation>Nummer %1 von %2 wird geprüft…</translation>
    </message>
    <message>
        <source>The health of the numbers could not be checked.</source>
        <translation>Der Zustand der Nummern konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Nothing was changed for %1.</source>
        <translation>Für %1 wurde nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s): %1</source>
        <comment>how many, then why</comment>
        <translation>
            <numerusform>%Ln Nummer: %1</numerusform>
            <numerusform>%Ln Nummern: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) checked: all good.</source>
        <translation>
            <numerusform>%Ln Nummer geprüft: alles in Ordnung.</numerusform>
            <numerusform>%Ln Nummern geprüft: alles in Ordnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) checked.</source>
        <translation>
            <numerusform>%Ln Nummer geprüft.</numerusform>
            <numerusform>%Ln Nummern geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) attention.</source>
        <translation>
            <numerusform>%Ln braucht Aufmerksamkeit.</numerusform>
            <numerusform>%Ln brauchen Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) are no longer at Nixflex.</source>
        <translation>
            <numerusform>%Ln Nummer ist nicht mehr bei Nixflex.</numerusform>
            <numerusform>%Ln Nummern sind nicht mehr bei Nixflex.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be checked completely.</source>
        <translation>
            <numerusform>%Ln konnte nicht vollständig geprüft werden.</numerusform>
            <numerusform>%Ln konnten nicht vollständig geprüft werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) at Nixflex were not in this list; it is read again.</source>
        <translation>
            <numerusform>%Ln Nummer bei Nixflex fehlte in dieser Liste; sie wird neu gelesen.</numerusform>
            <numerusform>%Ln Nummern bei Nixflex fehlten in dieser Liste; sie wird neu gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sh&amp;ow them</source>
        <translation>An&amp;sehen</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing wrong was found, but not everything could be checked</source>
        <translation>Es wurde kein Fehler gefunden, aber nicht alles konnte geprüft werden</translation>
    </message>
    <message>
        <source>Good: Nixflex answers this number</source>
        <translation>Gut: Nixflex antwortet unter dieser Nummer</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>No longer at Nixflex</source>
        <translation>Nicht mehr bei Nixflex</translation>
    </message>
</context>
<context>
    <name>HistoryExport</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>KeychainText</name>
    <message>
        <source>Keys and tokens are kept until the program ends, and nowhere else.</source>
        <translation>Schlüssel und Tokens werden nur bis zum Programmende behalten, und nirgendwo sonst.</translation>
    </message>
</context>
<context>
    <name>OperationText</name>
    <message>
        <source>Import to Nixflex</source>
        <translation>Import zu Nixflex</translation>
    </message>
    <message>
        <source>Removal from Nixflex</source>
        <translation>Entfernung von Nixflex</translation>
    </message>
    <message>
        <source>No outcome recorded</source>
        <translation>Kein Ausgang festgehalten</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done, settled afterwards</source>
        <translation>Fertig, nachträglich geklärt</translation>
    </message>
    <message>
        <source>Refused, nothing changed</source>
        <translation>Abgelehnt, nichts geändert</translation>
    </message>
    <message>
        <source>Not sent, nothing changed</source>
        <translation>Nicht gesendet, nichts geändert</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Looked at the number and its routing</source>
        <translation>Nummer und ihr Routing angesehen</translation>
    </message>
    <message>
        <source>Saved the webhooks</source>
        <translation>Webhooks gesichert</translation>
    </message>
    <message>
        <source>Asked Nixflex to import</source>
        <translation>Nixflex um Import gebeten</translation>
    </message>
    <message>
        <source>Asked Nixflex to remove</source>
        <translation>Nixflex um Entfernung gebeten</translation>
    </message>
    <message>
        <source>Nixflex answered</source>
        <translation>Nixflex hat geantwortet</translation>
    </message>
    <message>
        <source>Read back from Twilio</source>
        <translation>Von Twilio zurückgelesen</translation>
    </message>
    <message>
        <source>Found out what happened</source>
        <translation>Geklärt, was geschah</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Festgehalten</translation>
    </message>
    <message>
        <source>Routing before the import</source>
        <translation>Routing vor dem Import</translation>
    </message>
    <message>
        <source>Routing after the import</source>
        <translation>Routing nach dem Import</translation>
    </message>
    <message>
        <source>Routing before the removal</source>
        <translation>Routing vor der Entfernung</translation>
    </message>
    <message>
        <source>Routing after the removal</source>
        <translation>Routing nach der Entfernung</translation>
    </message>
    <message>
        <source>Unknown, of a newer version</source>
        <translation>Unbekannt, von einer neueren Version</translation>
    </message>
    <message>
        <source>Not carried out, nothing changed</source>
        <translation>Nicht ausgeführt, nichts geändert</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Former settings set back</source>
        <translation>Frühere Einstellungen zurückgesetzt</translation>
    </message>
    <message>
        <source>Asked Twilio to set the former settings back</source>
        <translation>Twilio gebeten, die früheren Einstellungen zurückzusetzen</translation>
    </message>
    <message>
        <source>Routing before it was set back</source>
        <translation>Routing vor dem Zurücksetzen</translation>
    </message>
    <message>
        <source>Routing after it was set back</source>
        <translation>Routing nach dem Zurücksetzen</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>Import zurückgenommen</translation>
    </message>
    <message>
        <source>Moved to another agent</source>
        <translation>Einem anderen Agenten gegeben</translation>
    </message>
    <message>
        <source>Business profile changed</source>
        <translation>Geschäftsprofil geändert</translation>
    </message>
    <message>
        <source>Asked Nixflex to change the business profile</source>
        <translation>Nixflex um Änderung des Geschäftsprofils gebeten</translation>
    </message>
    <message>
        <source>As it was to become</source>
        <translation>Wie es werden sollte</translation>
    </message>
    <message>
        <source>Settings of Nixflex set back</source>
        <translation>Einstellungen von Nixflex wiederhergestellt</translation>
    </message>
    <message>
        <source>Refused and taken back, all as before</source>
        <translation>Abgelehnt und zurückgenommen, alles wie vorher</translation>
    </message>
    <message>
        <source>Change at Twilio kept</source>
        <translation>Änderung bei Twilio behalten</translation>
    </message>
    <message>
        <source>Taken out of the list</source>
        <translation>Aus der Liste genommen</translation>
    </message>
    <message>
        <source>What checks compared with before</source>
        <translation>Womit Prüfungen vorher verglichen</translation>
    </message>
    <message>
        <source>What checks compare with since</source>
        <translation>Womit Prüfungen seitdem vergleichen</translation>
    </message>
    <message>
        <source>Compared with before again</source>
        <translation>Wieder mit Früherem verglichen</translation>
    </message>
    <message>
        <source>Taken into the list again</source>
        <translation>Wieder in die Liste genommen</translation>
    </message>
</context>
<context>
    <name>OutcomeText</name>
    <message>
        <source>Go back to the Twilio account, mend it there, and come back here.</source>
        <translation>Gehen Sie zurück zum Twilio-Konto, berichtigen Sie es dort und kommen Sie wieder hierher.</translation>
    </message>
    <message>
        <source>Go back to the number, choose another one, and come back here.</source>
        <translation>Gehen Sie zurück zur Nummer, wählen Sie eine andere und kommen Sie wieder hierher.</translation>
    </message>
    <message>
        <source>Go back to the agent, choose another one, and come back here.</source>
        <translation>Gehen Sie zurück zum Agenten, wählen Sie einen anderen und kommen Sie wieder hierher.</translation>
    </message>
    <message>
        <source>Go back to the business profile, shorten it, and come back here.</source>
        <translation>Gehen Sie zurück zum Geschäftsprofil, kürzen Sie es und kommen Sie wieder hierher.</translation>
    </message>
    <message>
        <source>Go back to the review, which is read again.</source>
        <translation>Gehen Sie zurück zur Prüfung; sie wird neu geladen.</translation>
    </message>
    <message>
        <source>Enter a working Nixflex key in the preferences, then try again.</source>
        <translation>Geben Sie in den Einstellungen einen funktionierenden Nixflex-Schlüssel ein und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Look at the network settings, then try again.</source>
        <translation>Sehen Sie sich die Netzwerkeinstellungen an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again. Everything you entered is kept.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es dann erneut. Alle Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Try again when this is mended. Everything you entered is kept.</source>
        <translation>Versuchen Sie es erneut, wenn das behoben ist. Alle Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Try again. Everything you entered is kept.</source>
        <translation>Versuchen Sie es erneut. Alle Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>refused, nothing changed</source>
        <translation>abgelehnt, nichts geändert</translation>
    </message>
    <message>
        <source>not sent, nothing changed</source>
        <translation>nicht gesendet, nichts geändert</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>Ausgang nicht bekannt</translation>
    </message>
    <message>
        <source>Call the number to hear it. What was set before is kept in your records.</source>
        <translation>Rufen Sie die Nummer an, um es zu hören. Was vorher eingestellt war, bleibt in Ihren Aufzeichnungen.</translation>
    </message>
    <message>
        <source>The import was refused. Nothing was changed.</source>
        <translation>Der Import wurde abgelehnt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was sent and nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde gesendet und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again when you are ready. Everything you entered is kept.</source>
        <translation>Versuchen Sie es erneut, wenn Sie so weit sind. Alle Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was changed.</source>
        <translation>Nichts wurde gesendet und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It is not known whether %1 was imported: the answer was lost, and asking Nixflex and Twilio afterwards did not settle it.</source>
        <translation>Es ist nicht bekannt, ob %1 importiert wurde: Die Antwort ging verloren, und auch Nachfragen bei Nixflex und Twilio haben es nicht geklärt.</translation>
    </message>
    <message>
        <source>Do not import it again for now. It stays open in your records and is looked into at the next start, or ask again now.</source>
        <translation>Importieren Sie sie vorerst nicht noch einmal. Der Vorgang bleibt in Ihren Aufzeichnungen offen und wird beim nächsten Start untersucht, oder fragen Sie jetzt erneut.</translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>Nummer: %1</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Twilio account: %1</source>
        <translation>Twilio-Konto: %1</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ausgang: %1</translation>
    </message>
    <message>
        <source>Operation: %1</source>
        <translation>Vorgang: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>not carried out, nothing changed</source>
        <translation>nicht ausgeführt, nichts geändert</translation>
    </message>
    <message>
        <source>The import was not carried out. Nothing was changed.</source>
        <translation>Der Import wurde nicht ausgeführt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is now connected to %2.</source>
        <comment>number, agent</comment>
        <translation>%1 ist jetzt mit %2 verbunden.</translation>
    </message>
    <message>
        <source>The agent is not active: no one answers until it is activated at Nixflex. What was set before is kept in your records.</source>
        <translation>Der Agent ist nicht aktiv: Niemand antwortet, bis er bei Nixflex aktiviert wird. Was vorher eingestellt war, bleibt in Ihren Aufzeichnungen.</translation>
    </message>
</context>
<context>
    <name>QuickUndo</name>
    <message>
        <source>(none)</source>
        <comment>business profile</comment>
        <translation>(keines)</translation>
    </message>
    <message>
        <source>%1 has its former business profile again.</source>
        <translation>%1 hat wieder das frühere Geschäftsprofil.</translation>
    </message>
    <message>
        <source>Business profile</source>
        <translation>Geschäftsprofil</translation>
    </message>
    <message>
        <source>It counts from the next call or text on.</source>
        <translation>Es gilt ab dem nächsten Anruf oder der nächsten Textnachricht.</translation>
    </message>
    <message>
        <source>Whether the former business profile was set back is not known yet.</source>
        <translation>Ob das frühere Geschäftsprofil wiederhergestellt wurde, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The business profile was not changed.</source>
        <translation>Das Geschäftsprofil wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Set the former business profile of %1 back?</source>
        <translation>Früheres Geschäftsprofil von %1 wiederherstellen?</translation>
    </message>
    <message>
        <source>What it would be:
%1

What this change made of it:
%2</source>
        <translation>Was daraus würde:
%1

Was diese Änderung daraus gemacht hat:
%2</translation>
    </message>
    <message>
        <source>&amp;Set it back</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Compare with before</source>
        <translation>Wieder mit Früherem vergleichen</translation>
    </message>
    <message>
        <source>Compare %1 with what Nixflex had set up before again?</source>
        <translation>%1 wieder mit dem vergleichen, was Nixflex früher eingerichtet hatte?</translation>
    </message>
    <message>
        <source>Later checks then find what was kept as a change again. Nothing is changed at Twilio.</source>
        <translation>Spätere Prüfungen finden das Beibehaltene dann wieder als Änderung. Bei Twilio wird nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Wieder vergleichen</translation>
    </message>
    <message>
        <source>%1 is compared with what Nixflex had set up before again.</source>
        <translation>%1 wird wieder mit dem verglichen, was Nixflex früher eingerichtet hatte.</translation>
    </message>
    <message>
        <source>Check its health to see what differs.</source>
        <translation>Prüfen Sie den Zustand, um zu sehen, was abweicht.</translation>
    </message>
    <message>
        <source>Back in the list</source>
        <translation>Zurück in die Liste</translation>
    </message>
    <message>
        <source>Take %1 into the list again?</source>
        <translation>%1 wieder in die Liste nehmen?</translation>
    </message>
    <message>
        <source>It was no longer at Nixflex when it was taken out, and is shown so. Nothing is changed there or at Twilio.</source>
        <translation>Sie war nicht mehr bei Nixflex, als sie aus der Liste genommen wurde, und wird so angezeigt. Weder dort noch bei Twilio wird etwas geändert.</translation>
    </message>
    <message>
        <source>&amp;Take it in</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>%1 is in the list again.</source>
        <translation>%1 ist wieder in der Liste.</translation>
    </message>
    <message>
        <source>Choose it there to import it once more.</source>
        <translation>Wählen Sie sie dort aus, um sie noch einmal zu importieren.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message>
        <source>Nixflex: %1</source>
        <translation>Nixflex: %1</translation>
    </message>
    <message>
        <source>%1, if the import takes the TwiML application off</source>
        <translation>%1, falls der Import die TwiML-App entfernt</translation>
    </message>
    <message>
        <source>Nobody: this number takes no calls</source>
        <translation>Niemand: Diese Nummer nimmt keine Anrufe an</translation>
    </message>
    <message>
        <source>Still the SIP trunk, until it is removed</source>
        <translation>Weiterhin der SIP-Trunk, bis er entfernt wird</translation>
    </message>
    <message>
        <source>Nobody: this number takes no texts</source>
        <translation>Niemand: Diese Nummer nimmt keine Nachrichten an</translation>
    </message>
    <message>
        <source>Still the Messaging Service</source>
        <translation>Weiterhin der Messaging Service</translation>
    </message>
    <message>
        <source>Nixflex</source>
        <translation>Nixflex</translation>
    </message>
    <message>
        <source>Not known: looked at again after the import</source>
        <translation>Nicht bekannt: wird nach dem Import noch einmal angesehen</translation>
    </message>
    <message>
        <source>%1 will no longer get this number’s calls.</source>
        <translation>%1 erhält die Anrufe dieser Nummer nicht mehr.</translation>
    </message>
    <message>
        <source>%1 will no longer get its text messages.</source>
        <translation>%1 erhält ihre Textnachrichten nicht mehr.</translation>
    </message>
    <message>
        <source>%1 will no longer be told how calls went.</source>
        <translation>%1 erfährt nicht mehr, wie Anrufe verlaufen sind.</translation>
    </message>
    <message>
        <source>Nobody answers at this number today, so nothing stops working.</source>
        <translation>Unter dieser Nummer antwortet heute niemand, daher fällt nichts aus.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>number, name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, if the Messaging Service leaves the texts to the number</source>
        <translation>%1, wenn der Messaging-Service die Nachrichten der Nummer überlässt</translation>
    </message>
    <message>
        <source>Who answers today stays as it is, so nothing stops working.</source>
        <translation>Wer heute antwortet, bleibt; es fällt also nichts aus.</translation>
    </message>
</context>
<context>
    <name>RoutingText</name>
    <message>
        <source>If voice fails</source>
        <translation>Falls Anrufe scheitern</translation>
    </message>
    <message>
        <source>If texting fails</source>
        <translation>Falls Nachrichten scheitern</translation>
    </message>
</context>
<context>
    <name>SettingLines</name>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Speaking rate</source>
        <translation>Sprechtempo</translation>
    </message>
    <message>
        <source>Takes key presses</source>
        <translation>Nimmt Tastendrücke an</translation>
    </message>
    <message>
        <source>Records calls</source>
        <translation>Zeichnet Anrufe auf</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Aufgezeichnet durch</translation>
    </message>
    <message>
        <source>Leaves voicemails</source>
        <translation>Spricht auf Anrufbeantworter</translation>
    </message>
    <message>
        <source>Voicemail text</source>
        <translation>Text für Anrufbeantworter</translation>
    </message>
    <message>
        <source>Answers text messages</source>
        <translation>Beantwortet Textnachrichten</translation>
    </message>
    <message>
        <source>Instructions for text messages</source>
        <translation>Anweisungen für Textnachrichten</translation>
    </message>
    <message>
        <source>Instructions for web calls</source>
        <translation>Anweisungen für Webanrufe</translation>
    </message>
    <message>
        <source>Takes web calls</source>
        <translation>Nimmt Webanrufe an</translation>
    </message>
    <message>
        <source>Calls are monitored</source>
        <translation>Anrufe werden überwacht</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>The phone provider</source>
        <translation>Den Telefonanbieter</translation>
    </message>
</context>
<context>
    <name>numbers::AgentId</name>
    <message>
        <source>Enter or choose an agent.</source>
        <translation>Geben Sie einen Agenten ein oder wählen Sie einen.</translation>
    </message>
    <message>
        <source>An agent id is one word without blanks. Copy it from the agent&apos;s page in the Nixflex dashboard.</source>
        <translation>Eine Agenten-ID ist ein Wort ohne Leerzeichen. Kopieren Sie sie von der Seite des Agenten im Nixflex-Dashboard.</translation>
    </message>
</context>
<context>
    <name>numbers::CountryName</name>
    <message>
        <source>en</source>
        <comment>The code of the language you translate into, such as: de</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>numbers::Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>numbers::JsonReader</name>
    <message>
        <source>The answer could not be understood. The service may have changed, or something in the network replaced its answer. Try again later; if this goes on, update this program.</source>
        <translation>Die Antwort war nicht zu verstehen. Vielleicht hat sich der Dienst geändert, oder etwas im Netzwerk hat seine Antwort ersetzt. Versuchen Sie es später erneut; falls das anhält, aktualisieren Sie dieses Programm.</translation>
    </message>
</context>
<context>
    <name>numbers::NixflexKey</name>
    <message>
        <source>Enter the Nixflex API key: nxf_…:nxfs_…</source>
        <translation>Geben Sie den Nixflex-API-Schlüssel ein: nxf_…:nxfs_…</translation>
    </message>
    <message>
        <source>This is only the secret half. Enter both halves: nxf_…:nxfs_…</source>
        <translation>Das ist nur die geheime Hälfte. Geben Sie beide Hälften ein: nxf_…:nxfs_…</translation>
    </message>
    <message>
        <source>A Nixflex API key starts with nxf_.</source>
        <translation>Ein Nixflex-API-Schlüssel beginnt mit nxf_.</translation>
    </message>
    <message>
        <source>The secret half is missing. Enter both halves with a colon between them: nxf_…:nxfs_…</source>
        <translation>Die geheime Hälfte fehlt. Geben Sie beide Hälften mit einem Doppelpunkt dazwischen ein: nxf_…:nxfs_…</translation>
    </message>
    <message>
        <source>The secret half is not complete yet.</source>
        <translation>Die geheime Hälfte ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>A Nixflex API key has two halves, letters and digits only: nxf_…:nxfs_…</source>
        <translation>Ein Nixflex-API-Schlüssel hat zwei Hälften, nur Buchstaben und Ziffern: nxf_…:nxfs_…</translation>
    </message>
    <message>
        <source>There are blanks, quotes or other text around this key.</source>
        <translation>Um diesen Schlüssel herum stehen Leerzeichen, Anführungszeichen oder anderer Text.</translation>
    </message>
</context>
<context>
    <name>numbers::PhoneNumber</name>
    <message>
        <source>Enter a phone number.</source>
        <translation>Geben Sie eine Telefonnummer ein.</translation>
    </message>
    <message>
        <source>A phone number has no letters. Enter the digits only.</source>
        <translation>Eine Telefonnummer hat keine Buchstaben. Geben Sie nur die Ziffern ein.</translation>
    </message>
    <message>
        <source>This is too long for a phone number.</source>
        <translation>Das ist zu lang für eine Telefonnummer.</translation>
    </message>
    <message>
        <source>An extension cannot be imported. Enter the number without it.</source>
        <translation>Eine Durchwahl kann nicht importiert werden. Geben Sie die Nummer ohne sie ein.</translation>
    </message>
    <message>
        <source>This is not a phone number in international form (E.164).</source>
        <translation>Das ist keine Telefonnummer in internationaler Form (E.164).</translation>
    </message>
    <message>
        <source>There is no country with this calling code.</source>
        <translation>Es gibt kein Land mit dieser Vorwahl.</translation>
    </message>
    <message>
        <source>Start with + and the country code, for example +44 7700 900123.</source>
        <translation>Beginnen Sie mit + und der Landesvorwahl, zum Beispiel +44 7700 900123.</translation>
    </message>
    <message>
        <source>This is too short for a phone number.</source>
        <translation>Das ist zu kurz für eine Telefonnummer.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
</context>
<context>
    <name>numbers::SkippedRow</name>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::TwilioCredentials</name>
    <message>
        <source>Enter the Account SID: AC and 32 digits or letters a to f.</source>
        <translation>Geben Sie die Account SID ein: AC und 32 Ziffern oder Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>This is an API key (SK…). Nixflex needs the Account SID (AC…) and its Auth Token. Both are on the first page of the Twilio Console.</source>
        <translation>Das ist ein API-Schlüssel (SK…). Nixflex braucht die Account SID (AC…) und ihr Auth Token. Beide stehen auf der ersten Seite der Twilio Console.</translation>
    </message>
    <message>
        <source>Twilio writes this SID in lower-case letters.</source>
        <translation>Twilio schreibt diese SID in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>This is the SID of something else (%1…). An Account SID starts with AC.</source>
        <translation>Das ist die SID von etwas anderem (%1…). Eine Account SID beginnt mit AC.</translation>
    </message>
    <message>
        <source>This looks like an Auth Token. An Account SID starts with AC.</source>
        <translation>Das sieht wie ein Auth Token aus. Eine Account SID beginnt mit AC.</translation>
    </message>
    <message>
        <source>An Account SID starts with AC.</source>
        <translation>Eine Account SID beginnt mit AC.</translation>
    </message>
    <message>
        <source>After AC only the digits 0 to 9 and the letters a to f can follow.</source>
        <translation>Nach AC können nur die Ziffern 0 bis 9 und die Buchstaben a bis f folgen.</translation>
    </message>
    <message>
        <source>%1 characters are missing.</source>
        <extracomment>%1 is how many characters are still to be typed</extracomment>
        <translation>Es fehlen %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is too long for an Account SID: it has 34 characters.</source>
        <translation>Das ist zu lang für eine Account SID: Sie hat 34 Zeichen.</translation>
    </message>
    <message>
        <source>This is an Account SID. The Auth Token stands below it in the Twilio Console.</source>
        <translation>Das ist eine Account SID. Das Auth Token steht in der Twilio Console darunter.</translation>
    </message>
    <message>
        <source>This is an API key (SK…). Nixflex needs the account&apos;s Auth Token.</source>
        <translation>Das ist ein API-Schlüssel (SK…). Nixflex braucht das Auth Token des Kontos.</translation>
    </message>
    <message>
        <source>There are blanks, line breaks or quotes in this SID.</source>
        <translation>In dieser SID sind Leerzeichen, Zeilenumbrüche oder Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is a Nixflex API key. Enter the Auth Token of Twilio.</source>
        <translation>Das ist ein API-Schlüssel von Nixflex. Geben Sie das Auth Token von Twilio ein.</translation>
    </message>
    <message>
        <source>This is too long for an Auth Token.</source>
        <translation>Das ist zu lang für ein Auth Token.</translation>
    </message>
    <message>
        <source>There are blanks, line breaks or quotes in this token.</source>
        <translation>In diesem Token sind Leerzeichen, Zeilenumbrüche oder Anführungszeichen.</translation>
    </message>
    <message>
        <source>This may be the secret of an API key; Nixflex needs the account&apos;s Auth Token. Twilio decides whether it works.</source>
        <translation>Das kann das Geheimnis eines API-Schlüssels sein; Nixflex braucht das Auth Token des Kontos. Twilio entscheidet, ob es gilt.</translation>
    </message>
    <message>
        <source>Auth Tokens usually have 32 characters: %1 are missing. Twilio decides whether it works.</source>
        <translation>Auth Tokens haben meist 32 Zeichen: %1 fehlen. Twilio entscheidet, ob es gilt.</translation>
    </message>
    <message>
        <source>Auth Tokens usually have 32 digits and letters a to f. Twilio decides whether this one works.</source>
        <translation>Auth Tokens haben meist 32 Ziffern und Buchstaben von a bis f. Twilio entscheidet, ob dieses gilt.</translation>
    </message>
</context>
<context>
    <name>numbers::app::Application</name>
    <message>
        <source>Nixflex Numbers is open with this profile already. Its window is in front now.</source>
        <translation>Nixflex Numbers ist mit diesem Profil schon geöffnet. Sein Fenster ist jetzt vorn.</translation>
    </message>
</context>
<context>
    <name>numbers::cli::Commands</name>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The business profile in “%1” is longer than %2 characters.</source>
        <translation>Das Geschäftsprofil in „%1“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>There is no Auth Token for %1. Set TWILIO_AUTH_TOKEN, or remember the account in the app.</source>
        <translation>Für %1 gibt es kein Auth Token. Setzen Sie TWILIO_AUTH_TOKEN, oder merken Sie sich das Konto in der App.</translation>
    </message>
    <message>
        <source>Saving what is there now…</source>
        <translation>Sichert, was jetzt eingestellt ist…</translation>
    </message>
    <message>
        <source>Sending the import to Nixflex…</source>
        <translation>Sendet den Import an Nixflex…</translation>
    </message>
    <message>
        <source>Reading the new webhooks back from Twilio…</source>
        <translation>Liest die neuen Webhooks von Twilio zurück…</translation>
    </message>
    <message>
        <source>The answer was lost. Finding out what happened…</source>
        <translation>Die Antwort ging verloren. Es wird ermittelt, was geschehen ist…</translation>
    </message>
    <message>
        <source>Recording the result…</source>
        <translation>Ergebnis wird festgehalten…</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Earlier operations could not be settled: %1</source>
        <translation>Frühere Vorgänge konnten nicht geklärt werden: %1</translation>
    </message>
    <message>
        <source>An earlier operation on %1 still has no known outcome. &quot;operations --settle&quot; waits for it.</source>
        <translation>Der Ausgang eines früheren Vorgangs mit %1 ist weiterhin unbekannt. „operations --settle“ wartet darauf.</translation>
    </message>
    <message>
        <source>An earlier operation on %1 was left open and is settled now.</source>
        <translation>Ein früherer Vorgang mit %1 war offen geblieben und ist nun geklärt.</translation>
    </message>
    <message>
        <source>Looking at Twilio and Nixflex…</source>
        <translation>Sieht bei Twilio und Nixflex nach…</translation>
    </message>
    <message>
        <source>Nothing was changed (--dry-run).</source>
        <translation>Es wurde nichts geändert (--dry-run).</translation>
    </message>
    <message>
        <source>Something that answers now would be replaced. Nothing was changed. Add --yes to go on.</source>
        <translation>Es würde ersetzt, was jetzt Anrufe annimmt. Es wurde nichts geändert. Mit --yes geht es weiter.</translation>
    </message>
    <message>
        <source>Removing %1 clears its webhooks at Twilio: nobody answers it then. The number stays with the customer, and Twilio goes on billing it. Nothing was changed. Add --yes to go on.</source>
        <translation>Wird %1 entfernt, leert das die Webhooks bei Twilio: Niemand nimmt dann ab. Die Nummer bleibt beim Kunden, und Twilio berechnet sie weiter. Es wurde nichts geändert. Mit --yes geht es weiter.</translation>
    </message>
    <message>
        <source>The number&apos;s Twilio account or its Auth Token is not known here, so its webhooks could not be saved first.</source>
        <translation>Das Twilio-Konto der Nummer oder dessen Auth Token ist hier nicht bekannt, sodass ihre Webhooks nicht vorher gesichert werden konnten.</translation>
    </message>
    <message>
        <source>Removing %1 at Nixflex…</source>
        <translation>Entfernt %1 bei Nixflex…</translation>
    </message>
    <message>
        <source>%1 is no longer at Nixflex. Its webhooks at Twilio are cleared. Operation %2.</source>
        <translation>%1 ist nicht mehr bei Nixflex. Die Webhooks bei Twilio sind geleert. Vorgang %2.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NUMMER</translation>
    </message>
    <message>
        <source>COUNTRY</source>
        <translation>LAND</translation>
    </message>
    <message>
        <source>AGENT</source>
        <translation>AGENT</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>SPRACHE</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>BEGONNEN</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>WAS</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>AUSGANG</translation>
    </message>
    <message>
        <source>OPERATION</source>
        <translation>VORGANG</translation>
    </message>
    <message>
        <source>There is no Nixflex API key. Set NIXFLEX_API_KEY=id:secret, or connect Nixflex in the app.</source>
        <translation>Es gibt keinen API-Schlüssel für Nixflex. Setzen Sie NIXFLEX_API_KEY=id:secret, oder verbinden Sie Nixflex in der App.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>If that fails: %1</source>
        <translation>Falls das scheitert: %1</translation>
    </message>
    <message>
        <source>Set, but never reached: %1</source>
        <translation>Gesetzt, aber nie erreicht: %1</translation>
    </message>
    <message>
        <source>Which Twilio account %1 belongs to is not known here. Add --twilio-sid.</source>
        <translation>Zu welchem Twilio-Konto %1 gehört, ist hier nicht bekannt. Geben Sie --twilio-sid an.</translation>
    </message>
    <message>
        <source>This number is connected to an agent, but its calls do not reach Nixflex.</source>
        <translation>Diese Nummer ist mit einem Agenten verbunden, doch ihre Anrufe erreichen Nixflex nicht.</translation>
    </message>
    <message>
        <source>Is set back:</source>
        <translation>Wird zurückgesetzt:</translation>
    </message>
    <message>
        <source>Was changed by somebody after the import and stays:</source>
        <translation>Wurde nach dem Import von jemandem geändert und bleibt:</translation>
    </message>
    <message>
        <source>Cannot be set back, since Twilio no longer has it:</source>
        <translation>Kann nicht zurückgesetzt werden, weil Twilio es nicht mehr hat:</translation>
    </message>
    <message>
        <source>%1 was never imported on this computer, so nothing was saved here.</source>
        <translation>%1 wurde auf diesem Computer nie importiert; daher ist hier nichts gesichert.</translation>
    </message>
    <message>
        <source>This changes who answers %1. Nothing was changed yet. Add --yes to go on.</source>
        <translation>Damit ändert sich, wer %1 beantwortet. Noch wurde nichts geändert. Mit --yes geht es weiter.</translation>
    </message>
    <message>
        <source>%1 is as it was before the import; nothing had to be set back.</source>
        <translation>%1 ist wie vor dem Import; nichts musste zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 is answered as before the import again. Operation %2.</source>
        <translation>%1 wird wieder wie vor dem Import beantwortet. Vorgang %2.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Nothing was saved of %1 on this computer.</source>
        <translation>Von %1 wurde auf diesem Computer nichts gesichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are in “%1”.</source>
        <translation>
            <numerusform>%n Sicherung ist in „%1“.</numerusform>
            <numerusform>%n Sicherungen sind in „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no date. Write it like 2026-03-31.</source>
        <translation>„%1“ ist kein Datum. Schreiben Sie es wie 2026-03-31.</translation>
    </message>
    <message>
        <source>No business profile is set for %1.</source>
        <translation>Für %1 ist kein Geschäftsprofil hinterlegt.</translation>
    </message>
    <message>
        <source>%1 has this business profile already; nothing was sent.</source>
        <translation>%1 hat dieses Geschäftsprofil schon; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The business profile of %1 is changed: it counts from the next call or text on. Operation %2.</source>
        <translation>Das Geschäftsprofil von %1 ist geändert: Es gilt ab dem nächsten Anruf oder der nächsten Nachricht. Vorgang %2.</translation>
    </message>
    <message>
        <source>%1 is not at Nixflex.</source>
        <translation>%1 ist nicht bei Nixflex.</translation>
    </message>
    <message>
        <source>The business profile of %1 would be replaced: %2 characters now, %3 then. Nothing was changed. Add --yes to go on.</source>
        <translation>Das Geschäftsprofil von %1 würde ersetzt: jetzt %2 Zeichen, dann %3. Es wurde nichts geändert. Mit --yes geht es weiter.</translation>
    </message>
    <message>
        <source>Sending the business profile of %1 to Nixflex…</source>
        <translation>Das Geschäftsprofil von %1 wird an Nixflex gesendet …</translation>
    </message>
    <message>
        <source>This was begun before, and is done now. Operation %1.</source>
        <translation>Das war schon begonnen und ist jetzt erledigt. Vorgang %1.</translation>
    </message>
    <message>
        <source>%1 moves from the agent %2 to the agent %3. Between the two nobody answers it for a moment.</source>
        <translation>%1 geht vom Agenten %2 an den Agenten %3. Dazwischen antwortet einen Augenblick lang niemand.</translation>
    </message>
    <message>
        <source>Twilio has no field “%1” that could be set back.</source>
        <translation>Twilio hat kein Feld „%1“, das zurückgesetzt werden könnte.</translation>
    </message>
    <message>
        <source>%1 is no longer at Nixflex and is answered as before the import again. Operation %2.</source>
        <translation>%1 ist nicht mehr bei Nixflex und wird wieder wie vor dem Import beantwortet. Vorgang %2.</translation>
    </message>
    <message>
        <source>%1 is at Nixflex, but not known here yet. &quot;numbers&quot; reads it.</source>
        <translation>%1 ist bei Nixflex, aber hier noch nicht bekannt. „numbers“ liest sie ein.</translation>
    </message>
    <message>
        <source>%1 checked: %2 good, %3 to be looked at, %4 gone, %5 not known.</source>
        <translation>%1 geprüft: %2 in Ordnung, %3 brauchen Aufmerksamkeit, %4 nicht mehr bei Nixflex, %5 unbekannt.</translation>
    </message>
    <message>
        <source>%1 is not in the fleet as it is known here. &quot;numbers&quot; reads it from Nixflex.</source>
        <translation>%1 ist nicht unter den hier bekannten Nummern. „numbers“ liest sie von Nixflex ein.</translation>
    </message>
    <message>
        <source>“%1” is too large to be the backup of one number.</source>
        <translation>„%1“ ist zu groß für die Sicherung einer einzelnen Nummer.</translation>
    </message>
    <message>
        <source>“%1” is a backup of %2, not of %3.</source>
        <translation>„%1“ ist eine Sicherung von %2, nicht von %3.</translation>
    </message>
    <message>
        <source>What “%1” holds belongs to the Twilio account %2.</source>
        <translation>Was „%1“ enthält, gehört zum Twilio-Konto %2.</translation>
    </message>
    <message>
        <source>“%1” does not say what was there before an import.</source>
        <translation>In „%1“ steht nicht, was vor einem Import eingestellt war.</translation>
    </message>
    <message>
        <source>“%1” does not say what was there before the import or restore “%2”.</source>
        <translation>In „%1“ steht nicht, was vor dem Import oder der Wiederherstellung „%2“ eingestellt war.</translation>
    </message>
    <message>
        <source>What was there at %1 on %2:</source>
        <translation>Was bei %1 am %2 eingestellt war:</translation>
    </message>
    <message>
        <source>Nothing of %1 could be set back: what differs stays as listed.</source>
        <translation>Bei %1 ließ sich nichts zurücksetzen: Was abweicht, bleibt wie aufgeführt.</translation>
    </message>
    <message>
        <source>%1 is as it was saved; nothing had to be set back.</source>
        <translation>%1 ist, wie es gesichert wurde; es war nichts zurückzusetzen.</translation>
    </message>
    <message>
        <source>%1 is answered again as it was saved. Operation %2.</source>
        <translation>%1 wird wieder so beantwortet, wie es gesichert wurde. Vorgang %2.</translation>
    </message>
    <message>
        <source>There is no import or restore with the id “%1”.</source>
        <translation>Es gibt keinen Import und kein Zurücksetzen mit der Kennung „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no text in UTF-8. Nothing was sent. Save it as plain text, with the encoding UTF-8.</source>
        <translation>„%1“ ist kein Text in UTF-8. Nichts wurde gesendet. Speichern Sie ihn als reinen Text in der Kodierung UTF-8.</translation>
    </message>
    <message>
        <source>Standard output could not be written: %1. The command itself ended with the exit code %2; &quot;history&quot; lists what was done.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1. Der Befehl selbst endete mit dem Code %2; „history“ nennt, was getan wurde.</translation>
    </message>
    <message>
        <source>%1 is connected to the agent %2 now. Operation %3.</source>
        <translation>%1 ist jetzt mit dem Agenten %2 verbunden. Vorgang %3.</translation>
    </message>
    <message>
        <source>What changes %1 was sent already. Waiting for the answer. Press Ctrl+C again to leave now; the next command finds out what happened.</source>
        <translation>Was %1 ändert, ist schon gesendet. Die Antwort wird abgewartet. Drücken Sie noch einmal Strg+C, um jetzt zu gehen; der nächste Befehl findet heraus, was geschehen ist.</translation>
    </message>
    <message>
        <source>%1 is being changed in two steps, and nobody answers it between them. This is finished first; it can take a minute.</source>
        <translation>%1 wird in zwei Schritten geändert, und dazwischen antwortet niemand. Das wird erst beendet; es kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>To end the program all the same: kill -KILL %1. The next command then continues.</source>
        <extracomment>after &quot;This is finished first&quot;</extracomment>
        <translation>Um das Programm trotzdem zu beenden: kill -KILL %1. Der nächste Befehl macht dann weiter.</translation>
    </message>
    <message>
        <source>It is not known which number is meant: Nixflex may have cut its list off, so %1 may or may not be there. Enter the number as &quot;numbers&quot; prints it.</source>
        <translation>Es ist nicht bekannt, welche Nummer gemeint ist: Nixflex hat seine Liste vielleicht abgeschnitten, %1 kann darin sein oder nicht. Geben Sie die Nummer so ein, wie „numbers“ sie ausgibt.</translation>
    </message>
</context>
<context>
    <name>numbers::cli::Report</name>
    <message>
        <source>Number:  %1 (%2)</source>
        <translation>Nummer: %1 (%2)</translation>
    </message>
    <message>
        <source>Account: %1 %2</source>
        <translation>Konto:  %1 %2</translation>
    </message>
    <message>
        <source>Agent:   %1 %2</source>
        <translation>Agent:  %1 %2</translation>
    </message>
    <message>
        <source>Nothing is configured at Twilio now, so nothing is lost.</source>
        <translation>Bei Twilio ist jetzt nichts eingestellt; es geht also nichts verloren.</translation>
    </message>
    <message>
        <source>Set at Twilio now, saved first, then replaced:</source>
        <translation>Jetzt bei Twilio eingestellt, wird erst gesichert, dann ersetzt:</translation>
    </message>
    <message>
        <source>  (Twilio&apos;s demonstration)</source>
        <translation>  (Twilios Vorführung)</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>numbers::gui::AboutDialog</name>
    <message>
        <source>About Nixflex Numbers</source>
        <translation>Über Nixflex Numbers</translation>
    </message>
    <message>
        <source>Nixflex Numbers</source>
        <translation>Nixflex Numbers</translation>
    </message>
    <message>
        <source>Brings Twilio numbers to Nixflex voice agents, safely and reversibly. Free software under the MIT licence. It sends no usage data to anybody.</source>
        <translation>Bringt Twilio-Nummern zu Nixflex-Sprachagenten, sicher und umkehrbar. Freie Software unter der MIT-Lizenz. Sie sendet niemandem Nutzungsdaten.</translation>
    </message>
    <message>
        <source>Built &amp;with</source>
        <translation>Erstellt &amp;mit</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2 on %3</source>
        <translation>Version %1, mit Qt %2 auf %3</translation>
    </message>
</context>
<context>
    <name>numbers::gui::AccountPage</name>
    <message>
        <source>Whose number is it?</source>
        <translation>Wessen Nummer ist es?</translation>
    </message>
    <message>
        <source>Choose the Twilio account that owns the number, or enter another one. Nothing is changed there yet.</source>
        <translation>Wählen Sie das Twilio-Konto, dem die Nummer gehört, oder geben Sie ein anderes ein. Dort wird noch nichts geändert.</translation>
    </message>
    <message>
        <source>Twilio &amp;account</source>
        <translation>Twilio-&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Replace token…</source>
        <translation>Token e&amp;rsetzen…</translation>
    </message>
    <message>
        <source>&amp;Forget account…</source>
        <translation>Konto &amp;vergessen…</translation>
    </message>
    <message>
        <source>Account &amp;SID</source>
        <translation>Account &amp;SID</translation>
    </message>
    <message>
        <source>AC…</source>
        <translation>AC…</translation>
    </message>
    <message>
        <source>Auth &amp;Token</source>
        <translation>Auth &amp;Token</translation>
    </message>
    <message>
        <source>Re&amp;member on this computer, in the system’s keychain</source>
        <translation>Auf diesem Computer im Schlüsselbund des Systems m&amp;erken</translation>
    </message>
    <message>
        <source>&amp;Your name for it</source>
        <translation>&amp;Ihr Name dafür</translation>
    </message>
    <message>
        <source>As at Twilio, if left empty</source>
        <translation>Wie bei Twilio, wenn leer</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>K&amp;unde</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
    <message>
        <source>&amp;Import from</source>
        <translation>Importieren v&amp;on</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>Anderes Konto</translation>
    </message>
    <message>
        <source>From the Twilio Console; starts with AC.</source>
        <translation>Aus der Twilio Console; beginnt mit AC.</translation>
    </message>
    <message>
        <source>From the Twilio Console, beside the Account SID. API keys do not work: Nixflex needs the Auth Token.</source>
        <translation>Aus der Twilio Console, neben der Account SID. API-Schlüssel genügen nicht: Nixflex braucht das Auth Token.</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Token anzeigen</translation>
    </message>
    <message>
        <source>This account’s token is not remembered. Enter it to go on.</source>
        <translation>Das Token dieses Kontos ist nicht gemerkt. Geben Sie es ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>The remembered token could not be read; you can enter it for this session.</source>
        <translation>Das gemerkte Token konnte nicht gelesen werden; Sie können es für diese Sitzung eingeben.</translation>
    </message>
    <message>
        <source>Asking Twilio whether this pair works…</source>
        <translation>Twilio wird gefragt, ob die Zugangsdaten stimmen…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>%1 (the main account itself)</source>
        <translation>%1 (das Hauptkonto selbst)</translation>
    </message>
    <message>
        <source>For a subaccount its own SID and Auth Token are given to Nixflex.</source>
        <translation>Für ein Unterkonto erhält Nixflex dessen eigene SID und dessen Auth Token.</translation>
    </message>
    <message>
        <source>%1
Press Next to go on all the same.</source>
        <translation>%1
Mit „Weiter“ fahren Sie trotzdem fort.</translation>
    </message>
    <message numerus="yes">
        <source>The pair works. This account has %n subaccount(s): choose where the number is, then press Next.</source>
        <translation>
            <numerusform>Die Zugangsdaten stimmen. Dieses Konto hat %n Unterkonto: Wählen Sie, wo die Nummer ist, dann „Weiter“.</numerusform>
            <numerusform>Die Zugangsdaten stimmen. Dieses Konto hat %n Unterkonten: Wählen Sie, wo die Nummer ist, dann „Weiter“.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pair works, but its token could not be remembered.</source>
        <translation>Die Zugangsdaten stimmen, aber das Token konnte nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>Unlock &amp;keychain…</source>
        <translation>Schlüssel&amp;bund entsperren…</translation>
    </message>
    <message>
        <source>The new token works and is in use.</source>
        <translation>Das neue Token stimmt und wird jetzt verwendet.</translation>
    </message>
    <message>
        <source>Use it for this session &amp;only</source>
        <translation>N&amp;ur für diese Sitzung verwenden</translation>
    </message>
</context>
<context>
    <name>numbers::gui::AccountsPage</name>
    <message>
        <source>Twilio accounts used on this computer. Give them a label and a customer’s name to find their numbers by.</source>
        <translation>Auf diesem Computer verwendete Twilio-Konten. Geben Sie ihnen eine Bezeichnung und einen Kundennamen, um ihre Nummern danach zu finden.</translation>
    </message>
    <message>
        <source>Twilio accounts</source>
        <translation>Twilio-Konten</translation>
    </message>
    <message>
        <source>None yet: an account is listed here after it was used for an import.</source>
        <translation>Noch keine: Ein Konto erscheint hier, nachdem es für einen Import verwendet wurde.</translation>
    </message>
    <message>
        <source>&amp;Replace token…</source>
        <translation>Token e&amp;rsetzen…</translation>
    </message>
    <message>
        <source>&amp;Forget account</source>
        <translation>Konto &amp;vergessen</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Not remembered</source>
        <translation>Nicht gemerkt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Name at Twilio</source>
        <translation>Name bei Twilio</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation>Account SID</translation>
    </message>
    <message>
        <source>The new token works and is in use.</source>
        <translation>Das neue Token stimmt und wird jetzt verwendet.</translation>
    </message>
    <message>
        <source>Forget account</source>
        <translation>Konto vergessen</translation>
    </message>
    <message>
        <source>Nothing changes at Twilio or Nixflex. Its numbers and their history stay in your records.</source>
        <translation>Bei Twilio und Nixflex ändert sich nichts. Die Nummern des Kontos und ihr Verlauf bleiben in Ihren Aufzeichnungen.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Forget “%1” and its token on this computer?</source>
        <translation>„%1“ und sein Token auf diesem Computer vergessen?</translation>
    </message>
</context>
<context>
    <name>numbers::gui::AgentController</name>
    <message>
        <source>There is no Nixflex key yet. Enter one in the preferences.</source>
        <translation>Es gibt noch keinen Nixflex-Schlüssel. Geben Sie einen in den Einstellungen ein.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::AgentPage</name>
    <message>
        <source>Who should answer?</source>
        <translation>Wer soll antworten?</translation>
    </message>
    <message>
        <source>Choose the Nixflex agent that takes this number’s calls and texts.</source>
        <translation>Wählen Sie den Nixflex-Agenten, der Anrufe und Nachrichten dieser Nummer annimmt.</translation>
    </message>
    <message>
        <source>F&amp;ind agent</source>
        <translation>Agent &amp;suchen</translation>
    </message>
    <message>
        <source>Name, language or id</source>
        <translation>Name, Sprache oder ID</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Reads the agents from Nixflex again</source>
        <translation>Lädt die Agenten neu von Nixflex</translation>
    </message>
    <message>
        <source>Agents at Nixflex</source>
        <translation>Agenten bei Nixflex</translation>
    </message>
    <message>
        <source>&amp;Enter the agent’s id instead</source>
        <translation>Stattdessen &amp;ID des Agenten eingeben</translation>
    </message>
    <message>
        <source>Agent id</source>
        <translation>Agenten-ID</translation>
    </message>
    <message>
        <source>The id as Nixflex shows it</source>
        <translation>Die ID, wie Nixflex sie zeigt</translation>
    </message>
    <message>
        <source>Business &amp;profile (optional)</source>
        <translation>Geschäfts&amp;profil (freiwillig)</translation>
    </message>
    <message>
        <source>What the agent should know about this number’s business: name, opening hours, services…</source>
        <translation>Was der Agent über das Geschäft dieser Nummer wissen soll: Name, Öffnungszeiten, Leistungen…</translation>
    </message>
    <message>
        <source>Several languages</source>
        <translation>Mehrere Sprachen</translation>
    </message>
    <message>
        <source>This Nixflex key has no agents yet. Make one at Nixflex, then read the list again.</source>
        <translation>Dieser Nixflex-Schlüssel hat noch keine Agenten. Legen Sie bei Nixflex einen an und laden Sie die Liste neu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Reading the agents from Nixflex…</source>
        <translation>Agenten werden von Nixflex geladen…</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>The list may be out of date.</source>
        <translation>Die Liste ist vielleicht veraltet.</translation>
    </message>
    <message>
        <source>The agents could not be read; you can enter an agent’s id instead.</source>
        <translation>Die Agenten konnten nicht geladen werden; Sie können stattdessen eine Agenten-ID eingeben.</translation>
    </message>
    <message>
        <source>Nixflex &amp;key…</source>
        <translation>Nixflex-&amp;Schlüssel…</translation>
    </message>
    <message>
        <source>This agent is not active: it will not answer until it is activated at Nixflex.</source>
        <translation>Dieser Agent ist nicht aktiv: Er antwortet erst, wenn er bei Nixflex aktiviert ist.</translation>
    </message>
    <message>
        <source>%L1 of %L2 characters</source>
        <translation>%L1 von %L2 Zeichen</translation>
    </message>
    <message>
        <source>%1: %L2 too many.</source>
        <comment>counter, then number</comment>
        <translation>%1: %L2 zu viele.</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>whether an agent is active</comment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>It is not known whether this agent is active: look at it in the Nixflex dashboard.</source>
        <translation>Es ist nicht bekannt, ob dieser Agent aktiv ist: Sehen Sie ihn im Nixflex-Dashboard an.</translation>
    </message>
    <message>
        <source>There are control characters in this text, which cannot be read.</source>
        <translation>In diesem Text sind Steuerzeichen, die man nicht lesen kann.</translation>
    </message>
    <message>
        <source>There are blanks, line breaks or quotes around this id.</source>
        <translation>Um diese ID herum stehen Leerzeichen, Zeilenumbrüche oder Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ChangeoverDialog</name>
    <message>
        <source>Which Twilio account %1 belongs to is not known here: it was not imported on this computer.</source>
        <translation>Zu welchem Twilio-Konto %1 gehört, ist hier nicht bekannt: Sie wurde nicht auf diesem Computer importiert.</translation>
    </message>
    <message>
        <source>Looking at Twilio and Nixflex…</source>
        <translation>Twilio und Nixflex werden befragt…</translation>
    </message>
    <message>
        <source>The Auth Token of the Twilio account “%1” is needed and is not known on this computer.</source>
        <translation>Das Auth Token des Twilio-Kontos „%1“ wird gebraucht und ist auf diesem Computer nicht bekannt.</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was sent and nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde gesendet und nichts geändert.</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Weitermachen</translation>
    </message>
    <message>
        <source>Look a&amp;gain</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>&amp;Enter the Auth Token…</source>
        <translation>&amp;Auth Token eingeben…</translation>
    </message>
</context>
<context>
    <name>numbers::gui::Changeovers</name>
    <message>
        <source>&amp;Undo import…</source>
        <translation>Import &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>%1 is connected to %2 now. What answered before is kept.</source>
        <comment>number, agent</comment>
        <translation>%1 ist jetzt mit %2 verbunden. Was vorher antwortete, ist aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::DetailPane</name>
    <message>
        <source>About this number</source>
        <translation>Zu dieser Nummer</translation>
    </message>
    <message>
        <source>Choose a number to see who answers it and what was done with it.</source>
        <translation>Wählen Sie eine Nummer, um zu sehen, wer dort antwortet und was mit ihr geschehen ist.</translation>
    </message>
    <message>
        <source>&amp;Routing</source>
        <translation>R&amp;outing</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Business profile</source>
        <translation>&amp;Geschäftsprofil</translation>
    </message>
    <message>
        <source>History of this number</source>
        <translation>Verlauf dieser Nummer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 inside the country</source>
        <translation>%1 im Inland</translation>
    </message>
    <message>
        <source>Nixflex has this number, but this computer has not seen it at Twilio: which account it belongs to is not known here.</source>
        <translation>Nixflex hat diese Nummer, aber dieser Computer hat sie bei Twilio noch nicht gesehen: Zu welchem Konto sie gehört, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The number has not been read at Twilio yet.</source>
        <translation>Die Nummer wurde bei Twilio noch nicht gelesen.</translation>
    </message>
    <message>
        <source>What Nixflex set up is not known: the number was not imported on this computer.</source>
        <translation>Was Nixflex eingerichtet hat, ist nicht bekannt: Die Nummer wurde nicht auf diesem Computer importiert.</translation>
    </message>
    <message>
        <source>Everything is as Nixflex set it up.</source>
        <translation>Alles ist so, wie Nixflex es eingerichtet hat.</translation>
    </message>
    <message>
        <source>Something was changed at Twilio after the import.</source>
        <translation>Nach dem Import wurde bei Twilio etwas geändert.</translation>
    </message>
    <message>
        <source>As last seen at Twilio on %1.</source>
        <translation>Wie bei Twilio zuletzt am %1 gesehen.</translation>
    </message>
    <message>
        <source>E.164</source>
        <translation>E.164</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent’s id</source>
        <translation>ID des Agenten</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Twilio account</source>
        <translation>Twilio-Konto</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation>Account SID</translation>
    </message>
    <message>
        <source>Number’s SID</source>
        <translation>SID der Nummer</translation>
    </message>
    <message>
        <source>Name at Twilio</source>
        <translation>Name bei Twilio</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Incoming calls</source>
        <translation>Eingehende Anrufe</translation>
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation>Ausgehende Anrufe</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>There is a text that is not saved yet</source>
        <translation>Hier ist ein Text, der noch nicht gespeichert ist</translation>
    </message>
    <message>
        <source>As set up</source>
        <translation>Wie eingerichtet</translation>
    </message>
    <message>
        <source>&amp;Technical fields…</source>
        <translation>&amp;Technische Felder…</translation>
    </message>
    <message>
        <source>Everything that is set at Twilio, by its names there</source>
        <translation>Alles, was bei Twilio gesetzt ist, unter den dortigen Namen</translation>
    </message>
    <message>
        <source>What was last seen at Twilio, before the number left Nixflex.</source>
        <translation>Was zuletzt bei Twilio zu sehen war, bevor die Nummer Nixflex verließ.</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers are selected.</source>
        <translation>
            <numerusform>%Ln Nummer ist ausgewählt.</numerusform>
            <numerusform>%Ln Nummern sind ausgewählt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::DiagnosticsSaver</name>
    <message>
        <source>Saving the diagnostics…</source>
        <translation>Die Diagnose wird gespeichert …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Diagnostics saved to %1. They hold no secrets; have a look before you pass them on.</source>
        <translation>Diagnose in %1 gespeichert. Sie enthält keine Geheimnisse; sehen Sie sie durch, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>Cancelled. No diagnostics were saved.</source>
        <translation>Abgebrochen. Es wurde keine Diagnose gespeichert.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::FieldHint</name>
    <message>
        <source>Fix it</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>This looks right.</source>
        <translation>Das sieht richtig aus.</translation>
    </message>
    <message>
        <source>Corrected: %1</source>
        <translation>Berichtigt: %1</translation>
    </message>
</context>
<context>
    <name>numbers::gui::FieldsDialog</name>
    <message>
        <source>Technical fields</source>
        <translation>Technische Felder</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>At Twilio</source>
        <translation>Bei Twilio</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
</context>
<context>
    <name>numbers::gui::FirstRunPage</name>
    <message>
        <source>Nixflex Numbers</source>
        <translation>Nixflex Numbers</translation>
    </message>
    <message>
        <source>Welcome to Nixflex Numbers</source>
        <translation>Willkommen bei Nixflex Numbers</translation>
    </message>
    <message>
        <source>Bring the Twilio numbers you own to your Nixflex agents. Before anything is changed you see who answers a number now, and everything that will be replaced is saved first.</source>
        <translation>Bringen Sie Ihre Twilio-Nummern zu Ihren Nixflex-Agenten. Bevor sich etwas ändert, sehen Sie, wer jetzt unter einer Nummer antwortet, und alles, was ersetzt wird, wird zuerst gesichert.</translation>
    </message>
    <message>
        <source>Connect Nixflex</source>
        <translation>Nixflex verbinden</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>Nur mal umsehen?</translation>
    </message>
    <message>
        <source>Everything works as for real, with made-up numbers on this computer. Nothing real can be touched.</source>
        <translation>Alles funktioniert wie in echt, mit erfundenen Nummern auf diesem Computer. Nichts Echtes kann berührt werden.</translation>
    </message>
    <message>
        <source>Try &amp;practice mode</source>
        <translation>Übungs&amp;modus ausprobieren</translation>
    </message>
</context>
<context>
    <name>numbers::gui::FleetPage</name>
    <message>
        <source>Search number, customer, agent…</source>
        <translation>Nummer, Kunde, Agent suchen…</translation>
    </message>
    <message>
        <source>Search the fleet</source>
        <translation>Bestand durchsuchen</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Your records could not be read.</source>
        <translation>Ihre Aufzeichnungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Alle Nummern</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>No longer at Nixflex</source>
        <translation>Nicht mehr bei Nixflex</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>No number matches</source>
        <translation>Keine Nummer passt</translation>
    </message>
    <message>
        <source>Show &amp;all numbers</source>
        <translation>Alle N&amp;ummern zeigen</translation>
    </message>
    <message>
        <source>Reading the fleet from Nixflex…</source>
        <translation>Bestand wird von Nixflex geladen…</translation>
    </message>
    <message>
        <source>Numbers appear here as they come.</source>
        <translation>Nummern erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>The fleet could not be read, and there is no earlier record of it.</source>
        <translation>Der Bestand konnte nicht geladen werden, und es gibt keinen früheren Stand.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>No numbers yet</source>
        <translation>Noch keine Nummern</translation>
    </message>
    <message>
        <source>Bring the first one from Twilio. You see what will change before anything does.</source>
        <translation>Holen Sie die erste von Twilio. Sie sehen vorher, was sich ändert.</translation>
    </message>
    <message>
        <source>&amp;Import a number…</source>
        <translation>Nummer &amp;importieren…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>The fleet could not be read from Nixflex; what you see is the last record of it.</source>
        <translation>Der Bestand konnte nicht von Nixflex geladen werden; Sie sehen den letzten bekannten Stand.</translation>
    </message>
    <message>
        <source>It is not known whether %1 was removed; this is settled at the next start.</source>
        <translation>Es ist nicht bekannt, ob %1 entfernt wurde; das wird beim nächsten Start geklärt.</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>The business profile of %1 is not saved.</source>
        <translation>Das Geschäftsprofil von %1 ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>An&amp;zeigen:</translation>
    </message>
    <message>
        <source>Networ&amp;k settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>Re&amp;place the key…</source>
        <translation>Schlüssel e&amp;rsetzen…</translation>
    </message>
    <message>
        <source>No number was marked as gone.</source>
        <translation>Keine Nummer wurde als verschwunden gekennzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) are no longer at Nixflex and are marked so.</source>
        <translation>
            <numerusform>%Ln Nummer ist nicht mehr bei Nixflex und so gekennzeichnet.</numerusform>
            <numerusform>%Ln Nummern sind nicht mehr bei Nixflex und so gekennzeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %L1 of %L2 numbers were removed.</source>
        <translation>Angehalten: %L1 von %L2 Nummern wurden entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) removed from Nixflex.</source>
        <translation>
            <numerusform>%Ln Nummer von Nixflex entfernt.</numerusform>
            <numerusform>%Ln Nummern von Nixflex entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them is answered as before its import again.</source>
        <translation>
            <numerusform>%Ln davon wird wieder wie vor dem Import beantwortet.</numerusform>
            <numerusform>%Ln davon werden wieder wie vor dem Import beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 numbers were removed.</source>
        <translation>%L1 von %L2 Nummern wurden entfernt.</translation>
    </message>
    <message>
        <source>No numbers match your search and filter.</source>
        <translation>Keine Nummer passt zu Suche und Filter.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 is not in the fleet of this key.</source>
        <translation>%1 ist nicht im Bestand dieses Schlüssels.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::GeneralPage</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Takes effect when the program is started again.</source>
        <translation>Wirkt nach einem Neustart des Programms.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Default country</source>
        <translation>S&amp;tandardland</translation>
    </message>
    <message>
        <source>For telephone numbers typed without a country code.</source>
        <translation>Für Telefonnummern ohne Landesvorwahl.</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Von Ihrer Administration festgelegt.</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>As in the system (%1)</source>
        <translation>Wie im System (%1)</translation>
    </message>
    <message>
        <source>Check &amp;health</source>
        <translation>Zustand &amp;prüfen</translation>
    </message>
    <message>
        <source>Of all numbers, while the program runs. The status bar tells how many need attention.</source>
        <translation>Bei allen Nummern, solange das Programm läuft. Die Statusleiste sagt, wie viele Aufmerksamkeit brauchen.</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Nie von selbst</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Jede Stunde</numerusform>
            <numerusform>Alle %n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::HealthController</name>
    <message>
        <source>The Auth Token of its Twilio account is not known here. Enter it in the preferences.</source>
        <translation>Das Auth Token ihres Twilio-Kontos ist hier nicht bekannt. Geben Sie es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>%1 is again as Nixflex had set it up.</source>
        <translation>%1 ist wieder so, wie Nixflex es eingerichtet hatte.</translation>
    </message>
    <message>
        <source>Later checks compare %1 with what is there now.</source>
        <translation>Spätere Prüfungen vergleichen %1 mit dem, was jetzt dort ist.</translation>
    </message>
    <message>
        <source>%1 is no longer in the list. Its history stays.</source>
        <translation>%1 steht nicht mehr in der Liste. Der Verlauf bleibt.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::HealthPanel</name>
    <message>
        <source>Set back…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Set at Twilio what Nixflex had set up</source>
        <translation>Bei Twilio setzen, was Nixflex eingerichtet hatte</translation>
    </message>
    <message>
        <source>Keep what is there…</source>
        <translation>So behalten…</translation>
    </message>
    <message>
        <source>Later checks compare with what Twilio shows now</source>
        <translation>Spätere Prüfungen vergleichen mit dem, was Twilio jetzt anzeigt</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>Erneut importieren…</translation>
    </message>
    <message>
        <source>Bring the number to an agent once more</source>
        <translation>Die Nummer noch einmal einem Agenten geben</translation>
    </message>
    <message>
        <source>Take out of the list…</source>
        <translation>Aus der Liste nehmen…</translation>
    </message>
    <message>
        <source>Its history stays</source>
        <translation>Der Verlauf bleibt</translation>
    </message>
    <message>
        <source>Enter the token…</source>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>Open the Twilio accounts in the preferences</source>
        <translation>Die Twilio-Konten in den Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Set at Twilio what answered before the import</source>
        <translation>Bei Twilio einstellen, was vor dem Import antwortete</translation>
    </message>
</context>
<context>
    <name>numbers::gui::HistoryWindow</name>
    <message>
        <source>History of all numbers</source>
        <translation>Verlauf aller Nummern</translation>
    </message>
    <message>
        <source>Search number, customer, id, error…</source>
        <translation>Nummer, Kunde, ID, Fehler suchen …</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es ausging</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Von diesem Tag an</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>Bis zu diesem Tag</translation>
    </message>
    <message>
        <source>Operations, newest first</source>
        <translation>Vorgänge, neueste zuerst</translation>
    </message>
    <message>
        <source>What was recorded of the chosen operation</source>
        <translation>Was zum gewählten Vorgang aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write these operations into a file, without secrets</source>
        <translation>Diese Vorgänge in eine Datei schreiben, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Jeder Ausgang</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Your records could not be read.</source>
        <translation>Ihre Aufzeichnungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No operation matches what you look for.</source>
        <translation>Kein Vorgang passt zu dem, was Sie suchen.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON, with every step (*.json)</source>
        <translation>JSON, mit jedem Schritt (*.json)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Die Datei wird geschrieben …</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig…</translation>
    </message>
    <message>
        <source>Take back the chosen operation, while that is possible</source>
        <translation>Den gewählten Vorgang zurücknehmen, solange das geht</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln days</source>
        <translation>
            <numerusform>Der letzte Tag</numerusform>
            <numerusform>Die letzten %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations</source>
        <translation>
            <numerusform>%Ln Vorgang</numerusform>
            <numerusform>%Ln Vorgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import again…</source>
        <translation>Erneut &amp;importieren…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operations are in “%1”.</source>
        <translation>
            <numerusform>%Ln Vorgang ist in „%1“.</numerusform>
            <numerusform>%Ln Vorgänge sind in „%1“.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::ImportPage</name>
    <message>
        <source>Every step is recorded, so that nothing is lost if this window or the computer stops.</source>
        <translation>Jeder Schritt wird festgehalten, damit nichts verloren geht, wenn dieses Fenster oder der Computer stehen bleibt.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The request has left. Stopping now would only make its outcome unknown, so the answer is waited for.</source>
        <translation>Die Anfrage ist abgeschickt. Ein Abbruch würde nur den Ausgang unbekannt machen, daher wird auf die Antwort gewartet.</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>&amp;Open in fleet</source>
        <translation>Im Bestand ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Import &amp;another</source>
        <translation>Weitere &amp;importieren</translation>
    </message>
    <message>
        <source>Copy resul&amp;t</source>
        <translation>Er&amp;gebnis kopieren</translation>
    </message>
    <message>
        <source>Copies the result as text, without secrets</source>
        <translation>Kopiert das Ergebnis als Text, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Save what is set at Twilio now</source>
        <translation>Jetzige Einstellungen bei Twilio sichern</translation>
    </message>
    <message>
        <source>Hand the number to Nixflex</source>
        <translation>Nummer an Nixflex übergeben</translation>
    </message>
    <message>
        <source>Read back what is set at Twilio</source>
        <translation>Einstellungen bei Twilio zurücklesen</translation>
    </message>
    <message>
        <source>Find out what happened to a lost answer</source>
        <translation>Verbleib einer verlorenen Antwort klären</translation>
    </message>
    <message>
        <source>Record the result</source>
        <translation>Ergebnis festhalten</translation>
    </message>
    <message>
        <source>Saving what is set at Twilio now…</source>
        <translation>Jetzige Einstellungen bei Twilio werden gesichert…</translation>
    </message>
    <message>
        <source>Handing the number to Nixflex…</source>
        <translation>Nummer wird an Nixflex übergeben…</translation>
    </message>
    <message>
        <source>Reading back what is set at Twilio…</source>
        <translation>Einstellungen bei Twilio werden zurückgelesen…</translation>
    </message>
    <message>
        <source>The answer was lost. Asking Nixflex and Twilio what happened…</source>
        <translation>Die Antwort ging verloren. Nixflex und Twilio werden gefragt, was geschehen ist…</translation>
    </message>
    <message>
        <source>Recording the result…</source>
        <translation>Ergebnis wird festgehalten…</translation>
    </message>
    <message>
        <source>Result copied.</source>
        <translation>Ergebnis kopiert.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>number, agent</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>Nixflex &amp;key…</source>
        <translation>Nixflex-&amp;Schlüssel…</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netzwerk&amp;einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig…</translation>
    </message>
    <message>
        <source>Take the number away from the agent again and set back what answered before</source>
        <translation>Die Nummer dem Agenten wieder wegnehmen und zurücksetzen, was vorher antwortete</translation>
    </message>
    <message>
        <source>Go back and &amp;fix it</source>
        <translation>Zurück und &amp;berichtigen</translation>
    </message>
    <message>
        <source>As&amp;k again</source>
        <translation>Erneut fr&amp;agen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ImportWizard</name>
    <message>
        <source>Import a number</source>
        <translation>Nummer importieren</translation>
    </message>
    <message>
        <source>Import under way</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>The import is still under way. Close this window?</source>
        <translation>Der Import läuft noch. Dieses Fenster schließen?</translation>
    </message>
    <message>
        <source>It goes on without the window; its result will be in the fleet.</source>
        <translation>Er läuft ohne das Fenster weiter; das Ergebnis steht danach im Bestand.</translation>
    </message>
    <message>
        <source>&amp;Keep it open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>I&amp;mport</source>
        <translation>I&amp;mportieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sc&amp;hließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Twilio account</source>
        <translation>Twilio-Konto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Practice mode:
nothing real is touched.</source>
        <translation>Übungsmodus:
Nichts Echtes wird berührt.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>numbers::gui::KeyEntry</name>
    <message>
        <source>nxf_…:nxfs_…</source>
        <translation>nxf_…:nxfs_…</translation>
    </message>
    <message>
        <source>Re&amp;member on this computer, in the system’s keychain</source>
        <translation>Auf diesem Computer im Schlüsselbund des Systems m&amp;erken</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>Both halves with the colon between them, as Nixflex shows them once.</source>
        <translation>Beide Hälften mit dem Doppelpunkt dazwischen, wie Nixflex sie einmalig zeigt.</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>Asking Nixflex whether it knows this key…</source>
        <translation>Nixflex wird gefragt, ob es diesen Schlüssel kennt…</translation>
    </message>
    <message>
        <source>Nixflex AP&amp;I key</source>
        <translation>Nixflex-API-Schl&amp;üssel</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Nixflex does not accept this key: it is wrong, or was revoked or replaced. Copy it again, or make a new one at Nixflex.</source>
        <translation>Nixflex nimmt diesen Schlüssel nicht an: Er ist falsch, oder wurde widerrufen oder ersetzt. Kopieren Sie ihn noch einmal, oder legen Sie bei Nixflex einen neuen an.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut versu&amp;chen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::KeyPage</name>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>Use another key</source>
        <translation>Anderen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Keychain of this computer</source>
        <translation>Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>The key is in use, but will be asked for again after a restart.</source>
        <translation>Der Schlüssel wird verwendet, aber nach einem Neustart wieder abgefragt.</translation>
    </message>
    <message>
        <source>The new key is in use.</source>
        <translation>Der neue Schlüssel wird verwendet.</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>Kein Schlüssel in Verwendung.</translation>
    </message>
    <message>
        <source>The key is forgotten on this computer. It stays valid at Nixflex until it is revoked there.</source>
        <translation>Der Schlüssel ist auf diesem Computer vergessen. Bei Nixflex bleibt er gültig, bis er dort widerrufen wird.</translation>
    </message>
    <message>
        <source>Checking the keychain…</source>
        <translation>Schlüsselbund wird geprüft…</translation>
    </message>
    <message>
        <source>&amp;Forget key…</source>
        <translation>Schlüssel ver&amp;gessen…</translation>
    </message>
    <message>
        <source>C&amp;heck the keychain again</source>
        <translation>Schlüssel&amp;bund erneut prüfen</translation>
    </message>
    <message>
        <source>Forget key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Forget the Nixflex key %1 on this computer?</source>
        <translation>Den Nixflex-Schlüssel %1 auf diesem Computer vergessen?</translation>
    </message>
    <message>
        <source>Nixflex shows a key only once, when it is made. Without a copy of it you need a new one to go on. It stays valid at Nixflex until it is revoked there; your numbers and records stay as they are.</source>
        <translation>Nixflex zeigt einen Schlüssel nur einmal, wenn er angelegt wird. Ohne eine Kopie davon brauchen Sie einen neuen, um weiterzuarbeiten. Bei Nixflex gilt er, bis er dort widerrufen wird; Ihre Nummern und Aufzeichnungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Forget key</source>
        <translation>Schlüssel &amp;vergessen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::MainWindow</name>
    <message>
        <source>Nixflex Numbers</source>
        <translation>Nixflex Numbers</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Nummern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import number…</source>
        <translation>Nummer &amp;importieren…</translation>
    </message>
    <message>
        <source>Bring a Twilio number to a Nixflex agent</source>
        <translation>Eine Twilio-Nummer zu einem Nixflex-Agenten bringen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>&amp;Sync with Nixflex</source>
        <translation>Mit Nixflex ab&amp;gleichen</translation>
    </message>
    <message>
        <source>Read the whole fleet from Nixflex again</source>
        <translation>Den ganzen Bestand neu von Nixflex laden</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>&amp;Remove from Nixflex…</source>
        <translation>Von Nixflex &amp;entfernen…</translation>
    </message>
    <message>
        <source>Take the selected numbers away from their agents</source>
        <translation>Die ausgewählten Nummern ihren Agenten entziehen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die ausgewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Als CS&amp;V kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation>Die ausgewählten Zeilen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>&amp;Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy the selected numbers in E.164 form</source>
        <translation>Die ausgewählten Nummern im E.164-Format kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select every row</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>Zum Suchfeld gehen</translation>
    </message>
    <message>
        <source>&amp;Details pane</source>
        <translation>&amp;Detailbereich</translation>
    </message>
    <message>
        <source>Show or hide what is known of the selected number</source>
        <translation>Ein- oder ausblenden, was über die ausgewählte Nummer bekannt ist</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Language, theme, Nixflex key, network and accounts</source>
        <translation>Sprache, Farbschema, Nixflex-Schlüssel, Netzwerk und Konten</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>&amp;Diagnose speichern…</translation>
    </message>
    <message>
        <source>Write a report for support, without secrets</source>
        <translation>Einen Bericht für den Support schreiben, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>&amp;Practice mode</source>
        <translation>Übungs&amp;modus</translation>
    </message>
    <message>
        <source>Open a window where nothing real can be touched</source>
        <translation>Ein Fenster öffnen, in dem nichts Echtes berührt wird</translation>
    </message>
    <message>
        <source>&amp;Leave practice mode</source>
        <translation>Übungsmodus &amp;verlassen</translation>
    </message>
    <message>
        <source>Go back to the real fleet</source>
        <translation>Zum echten Bestand zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm beenden</translation>
    </message>
    <message>
        <source>&amp;About Nixflex Numbers</source>
        <translation>&amp;Über Nixflex Numbers</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show what can be done with the keyboard</source>
        <translation>Zeigen, was sich mit der Tastatur machen lässt</translation>
    </message>
    <message>
        <source>Opening your records…</source>
        <translation>Ihre Aufzeichnungen werden geöffnet…</translation>
    </message>
    <message>
        <source>Practice – Nixflex Numbers</source>
        <translation>Übung – Nixflex Numbers</translation>
    </message>
    <message>
        <source>Preferences could not be saved.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The network settings could not be used as they are.</source>
        <translation>Die Netzwerkeinstellungen konnten so nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Reading the key from the keychain…</source>
        <translation>Schlüssel wird aus dem Schlüsselbund gelesen…</translation>
    </message>
    <message>
        <source>The remembered key could not be read.</source>
        <translation>Der gemerkte Schlüssel konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>The key is in use, but will be asked for again after a restart.</source>
        <translation>Der Schlüssel wird verwendet, aber nach einem Neustart wieder abgefragt.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Asking Nixflex what became of it…</source>
        <translation>Nixflex wird gefragt, was daraus geworden ist …</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>An import or a removal is still under way. Leave practice mode when it has ended.</source>
        <translation>Ein Import oder eine Entfernung läuft noch. Verlassen Sie den Übungsmodus, wenn sie beendet ist.</translation>
    </message>
    <message>
        <source>An import or a removal is still under way. Start practice mode when it has ended.</source>
        <translation>Ein Import oder eine Entfernung läuft noch. Starten Sie den Übungsmodus, wenn sie beendet ist.</translation>
    </message>
    <message>
        <source>The settings could not be understood, so this starts with the usual ones. What was there is kept in %1. Your numbers and their history are not affected. Enter the Nixflex key again if you are asked for it, and look through the preferences.</source>
        <translation>Die Einstellungen waren nicht lesbar, deshalb gelten die üblichen. Was dort stand, ist in %1 aufbewahrt. Ihre Nummern und deren Verlauf sind nicht betroffen. Geben Sie den Nixflex-Schlüssel erneut ein, falls danach gefragt wird, und sehen Sie die Einstellungen durch.</translation>
    </message>
    <message>
        <source>&amp;History of all numbers…</source>
        <translation>&amp;Verlauf aller Nummern …</translation>
    </message>
    <message>
        <source>Show everything that was done on this computer</source>
        <translation>Alles zeigen, was auf diesem Computer getan wurde</translation>
    </message>
    <message>
        <source>&amp;Move to another agent…</source>
        <translation>An anderen Agenten ü&amp;bergeben…</translation>
    </message>
    <message>
        <source>Let another agent answer the selected number</source>
        <translation>Die gewählte Nummer von einem anderen Agenten beantworten lassen</translation>
    </message>
    <message>
        <source>&amp;Undo import…</source>
        <translation>Import &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>Take the selected number away from its agent and set back what answered before</source>
        <translation>Die gewählte Nummer ihrem Agenten wegnehmen und zurücksetzen, was vorher antwortete</translation>
    </message>
    <message>
        <source>Check &amp;health</source>
        <translation>Zustand &amp;prüfen</translation>
    </message>
    <message>
        <source>Find out whether the selected numbers still reach their agents</source>
        <translation>Herausfinden, ob die ausgewählten Nummern ihre Agenten noch erreichen</translation>
    </message>
    <message>
        <source>Check health of &amp;all numbers</source>
        <translation>&amp;Alle Nummern prüfen</translation>
    </message>
    <message>
        <source>Find out whether all numbers still reach their agents</source>
        <translation>Herausfinden, ob alle Nummern ihre Agenten noch erreichen</translation>
    </message>
    <message>
        <source>What was left open could not be settled yet.</source>
        <translation>Was offen geblieben ist, konnte noch nicht geklärt werden.</translation>
    </message>
    <message>
        <source>Something had been left open. What became of it is now known:</source>
        <translation>Etwas war offen geblieben. Was daraus wurde, ist jetzt bekannt:</translation>
    </message>
    <message>
        <source>Something had been left open. What became of it:</source>
        <translation>Etwas war offen geblieben. Was daraus wurde:</translation>
    </message>
    <message>
        <source>Your records are read-only.</source>
        <translation>Ihre Aufzeichnungen sind schreibgeschützt.</translation>
    </message>
    <message>
        <source>Networ&amp;k settings…</source>
        <translation>Netz&amp;werkeinstellungen…</translation>
    </message>
    <message>
        <source>This profile is open in another window, which does not answer. You can work here: both use the same records. If the other window hangs, close it.</source>
        <translation>Dieses Profil ist in einem anderen Fenster offen, das nicht antwortet. Sie können hier arbeiten: Beide benutzen dieselben Aufzeichnungen. Wenn das andere Fenster hängt, schließen Sie es.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>context, then error</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies what support needs to know, without secrets</source>
        <translation>Kopiert ohne Geheimnisse, was der Support wissen muss</translation>
    </message>
    <message>
        <source>Details copied.</source>
        <translation>Einzelheiten kopiert.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::NetworkPage</name>
    <message>
        <source>Way to the Internet</source>
        <translation>Weg ins Internet</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Only if the proxy asks for one</source>
        <translation>Nur, wenn der Proxy einen verlangt</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Sp&amp;eichern</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>None: connect directly</source>
        <translation>Keiner: direkt verbinden</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Leave it empty to keep the password that is in the keychain.</source>
        <translation>Leer lassen, um das Passwort im Schlüsselbund zu behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) found.</source>
        <translation>
            <numerusform>%n Zertifikat gefunden.</numerusform>
            <numerusform>%n Zertifikate gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the proxy’s host name or address.</source>
        <translation>Geben Sie den Hostnamen oder die Adresse des Proxys ein.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Nixflex</source>
        <translation>Nixflex</translation>
    </message>
    <message>
        <source>Twilio</source>
        <translation>Twilio</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Zertifikatsdatei wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Kin&amp;d</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Addit&amp;ional certificates to trust, such as a company’s own (PEM file)</source>
        <translation>Weitere &amp;Zertifikate, denen vertraut wird, etwa das eigene eines Unternehmens (PEM-Datei)</translation>
    </message>
    <message>
        <source>Saved. The next request uses these settings.</source>
        <translation>Gespeichert. Die nächste Anfrage benutzt diese Einstellungen.</translation>
    </message>
    <message>
        <source>Testing the connection to Nixflex and Twilio…</source>
        <translation>Die Verbindung zu Nixflex und Twilio wird geprüft…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms. It is on this computer, so the proxy was not used.</source>
        <translation>%1 hat nach %2 ms geantwortet. Der Server ist auf diesem Computer, daher wurde der Proxy nicht benutzt.</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms, without a proxy.</source>
        <translation>%1 hat nach %2 ms geantwortet, ohne Proxy.</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms, through the proxy %3.</source>
        <translation>%1 hat nach %2 ms geantwortet, über den Proxy %3.</translation>
    </message>
    <message>
        <source>These settings are not saved yet.</source>
        <translation>Diese Einstellungen sind noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::NumberModel</name>
    <message>
        <source>calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>neither calls nor texts</source>
        <translation>weder Anrufe noch Nachrichten</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Nimmt an</translation>
    </message>
    <message>
        <source>At Nixflex already</source>
        <translation>Schon bei Nixflex</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>what a number takes</comment>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>numbers::gui::NumberPage</name>
    <message>
        <source>Which number?</source>
        <translation>Welche Nummer?</translation>
    </message>
    <message>
        <source>Type any part of it, of its name or its country to shorten the list, or the whole number in any format.</source>
        <translation>Geben Sie einen Teil der Nummer, ihres Namens oder ihres Landes ein, um die Liste zu kürzen, oder die ganze Nummer in beliebigem Format.</translation>
    </message>
    <message>
        <source>&amp;Find a number</source>
        <translation>Nummer &amp;suchen</translation>
    </message>
    <message>
        <source>Number, name or country</source>
        <translation>Nummer, Name oder Land</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Reads the account’s numbers from Twilio again</source>
        <translation>Lädt die Nummern des Kontos neu von Twilio</translation>
    </message>
    <message>
        <source>Numbers of the Twilio account</source>
        <translation>Nummern des Twilio-Kontos</translation>
    </message>
    <message>
        <source>Numbers of %1. Type any part of a number, its name or its country to shorten the list, or the whole number in any format.</source>
        <translation>Nummern von %1. Geben Sie einen Teil einer Nummer, ihres Namens oder ihres Landes ein, um die Liste zu kürzen, oder die ganze Nummer in beliebigem Format.</translation>
    </message>
    <message>
        <source>This account has no numbers. Buy one at Twilio, or choose another account.</source>
        <translation>Dieses Konto hat keine Nummern. Kaufen Sie bei Twilio eine oder wählen Sie ein anderes Konto.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln Nummer</numerusform>
            <numerusform>%Ln Nummern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln number(s) shown</source>
        <translation>
            <numerusform>%L1 von %Ln Nummer angezeigt</numerusform>
            <numerusform>%L1 von %Ln Nummern angezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking Twilio for %1…</source>
        <translation>Twilio wird nach %1 gefragt…</translation>
    </message>
    <message>
        <source>Reading the account’s numbers from Twilio…</source>
        <translation>Nummern des Kontos werden von Twilio geladen…</translation>
    </message>
    <message>
        <source>Reading the account’s numbers from Twilio: %L1 so far…</source>
        <translation>Nummern des Kontos werden von Twilio geladen: bisher %L1…</translation>
    </message>
    <message>
        <source>%1 – an unusual number, but it is in this account.</source>
        <translation>%1 – eine ungewöhnliche Nummer, aber sie gehört zu diesem Konto.</translation>
    </message>
    <message>
        <source>%1 – not among this account’s numbers.</source>
        <translation>%1 – nicht unter den Nummern dieses Kontos.</translation>
    </message>
    <message>
        <source>%1 – looked for at Twilio when you press Next.</source>
        <translation>%1 – wird bei Twilio gesucht, wenn Sie „Weiter“ wählen.</translation>
    </message>
    <message>
        <source>None of this account’s numbers matches.</source>
        <translation>Keine Nummer dieses Kontos passt.</translation>
    </message>
    <message>
        <source>This is too short for a whole number.</source>
        <translation>Das ist zu kurz für eine ganze Nummer.</translation>
    </message>
    <message>
        <source>%1 is not in this Twilio account. Mend it, or go back and choose the account that owns it.</source>
        <translation>%1 gehört nicht zu diesem Twilio-Konto. Berichtigen Sie die Nummer oder wählen Sie das Konto, dem sie gehört.</translation>
    </message>
    <message>
        <source>The list could not be read; a typed number can still be looked for.</source>
        <translation>Die Liste konnte nicht geladen werden; eine eingegebene Nummer kann trotzdem gesucht werden.</translation>
    </message>
    <message>
        <source>The list could not be read to its end.</source>
        <translation>Die Liste konnte nicht bis zum Ende geladen werden.</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netzwerk&amp;einstellungen…</translation>
    </message>
    <message>
        <source>Back to the &amp;account</source>
        <translation>Zurück zum &amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Move to another agent…</source>
        <translation>An anderen Agenten &amp;übergeben…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Twilio&apos;s list could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n Zeile der Liste von Twilio konnte nicht gelesen werden und wurde ausgelassen: %1.</numerusform>
            <numerusform>%n Zeilen der Liste von Twilio konnten nicht gelesen werden und wurden ausgelassen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking Nixflex whether %1 is still connected…</source>
        <translation>Nixflex wird gefragt, ob %1 noch verbunden ist…</translation>
    </message>
    <message>
        <source>%1 – already connected at Nixflex. To give it to another agent, move it.</source>
        <translation>%1 – bei Nixflex schon verbunden. Um sie einem anderen Agenten zu geben, übergeben Sie sie.</translation>
    </message>
    <message>
        <source>%1 – already connected to “%2” at Nixflex. To give it to another agent, move it.</source>
        <comment>number, agent</comment>
        <translation>%1 – bei Nixflex schon mit „%2“ verbunden. Um sie einem anderen Agenten zu geben, übergeben Sie sie.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::OperationTree</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>Text before</source>
        <translation>Text vorher</translation>
    </message>
    <message>
        <source>Text afterwards</source>
        <translation>Text nachher</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Nothing was done with it on this computer.</source>
        <translation>Auf diesem Computer wurde nichts mit ihr gemacht.</translation>
    </message>
    <message>
        <source>Messaging Service</source>
        <translation>Messaging Service</translation>
    </message>
</context>
<context>
    <name>numbers::gui::OutlineStyle</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>numbers::gui::PracticeBanner</name>
    <message>
        <source>&lt;b&gt;Practice mode.&lt;/b&gt; Numbers, accounts and agents are made up and live on this computer only. Nothing real can be touched.</source>
        <translation>&lt;b&gt;Übungsmodus.&lt;/b&gt; Nummern, Konten und Agenten sind erfunden und liegen nur auf diesem Computer. Nichts Echtes kann berührt werden.</translation>
    </message>
    <message>
        <source>Leave practice &amp;mode</source>
        <translation>Übungs&amp;modus verlassen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>Nixflex &amp;key</source>
        <translation>Nixf&amp;lex-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>Twilio &amp;accounts</source>
        <translation>Tw&amp;ilio-Konten</translation>
    </message>
    <message>
        <source>Network settings</source>
        <translation>Netzwerkeinstellungen</translation>
    </message>
    <message>
        <source>The network settings were changed, but not saved.</source>
        <translation>Die Netzwerkeinstellungen wurden geändert, aber nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ProfileEditor</name>
    <message>
        <source>No business profile is set for this number.</source>
        <translation>Für diese Nummer ist kein Geschäftsprofil hinterlegt.</translation>
    </message>
    <message>
        <source>Ed&amp;it</source>
        <translation>Bearbe&amp;iten</translation>
    </message>
    <message>
        <source>Change the business profile (F2)</source>
        <translation>Das Geschäftsprofil ändern (F2)</translation>
    </message>
    <message>
        <source>Change the business profile</source>
        <translation>Das Geschäftsprofil ändern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Send it to Nixflex (Ctrl+S)</source>
        <translation>An Nixflex senden (Strg+S)</translation>
    </message>
    <message>
        <source>Send the business profile to Nixflex</source>
        <translation>Das Geschäftsprofil an Nixflex senden</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
    <message>
        <source>Leave the business profile as it was</source>
        <translation>Das Geschäftsprofil lassen, wie es war</translation>
    </message>
    <message>
        <source>Saved. It counts from the next call or text on.</source>
        <translation>Gespeichert. Es gilt ab dem nächsten Anruf oder der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>Sending the business profile to Nixflex…</source>
        <translation>Das Geschäftsprofil wird an Nixflex gesendet …</translation>
    </message>
    <message>
        <source>%L1 of %L2 characters</source>
        <translation>%L1 von %L2 Zeichen</translation>
    </message>
    <message>
        <source>%1: %L2 too many.</source>
        <comment>counter, then number</comment>
        <translation>%1: %L2 zu viele.</translation>
    </message>
    <message>
        <source>There are control characters in this text, which cannot be read.</source>
        <translation>In diesem Text sind Steuerzeichen, die man nicht lesen kann.</translation>
    </message>
    <message>
        <source>Somebody else cleared the business profile at Nixflex in the meantime. Yours is not saved.</source>
        <translation>Jemand anders hat das Geschäftsprofil bei Nixflex inzwischen geleert. Ihres ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Somebody else changed the business profile at Nixflex in the meantime. Yours is not saved. Theirs: “%1”</source>
        <translation>Jemand anders hat das Geschäftsprofil bei Nixflex inzwischen geändert. Ihres ist nicht gespeichert. Das andere: „%1“</translation>
    </message>
    <message>
        <source>&amp;Replace theirs</source>
        <translation>Das ande&amp;re ersetzen</translation>
    </message>
    <message>
        <source>Business profile not saved</source>
        <translation>Geschäftsprofil nicht gespeichert</translation>
    </message>
    <message>
        <source>&amp;Keep writing</source>
        <translation>&amp;Weiterschreiben</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>What the a&amp;gent is told about the business behind this number</source>
        <translation>Was dem A&amp;genten über das Unternehmen hinter dieser Nummer gesagt wird</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message numerus="yes">
        <source>What you wrote about %Ln numbers is not saved yet.</source>
        <translation>
            <numerusform>Was Sie zu %Ln Nummer geschrieben haben, ist noch nicht gespeichert.</numerusform>
            <numerusform>Was Sie zu %Ln Nummern geschrieben haben, ist noch nicht gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::ReassignDialog</name>
    <message>
        <source>&amp;Move number</source>
        <translation>Nummer &amp;übergeben</translation>
    </message>
    <message>
        <source>Move to another agent</source>
        <translation>An anderen Agenten übergeben</translation>
    </message>
    <message>
        <source>Move %1 to another agent</source>
        <translation>%1 an einen anderen Agenten übergeben</translation>
    </message>
    <message>
        <source>“%1” answers it now. Nixflex has to let go of the number before the other agent can take it: for a moment nobody answers. If the other agent cannot take it, it goes back to this one. Its business profile stays.</source>
        <translation>Jetzt antwortet „%1“. Nixflex muss die Nummer loslassen, bevor der andere Agent sie nehmen kann: Einen Augenblick lang antwortet niemand. Kann der andere sie nicht nehmen, kommt sie zu diesem zurück. Ihr Geschäftsprofil bleibt.</translation>
    </message>
    <message>
        <source>Next &amp;agent:</source>
        <translation>Nächster &amp;Agent:</translation>
    </message>
    <message>
        <source>Next agent</source>
        <translation>Nächster Agent</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Agent wählen</translation>
    </message>
    <message>
        <source>%1 (not active)</source>
        <translation>%1 (nicht aktiv)</translation>
    </message>
    <message>
        <source>Moving the number…</source>
        <translation>Die Nummer wird übergeben…</translation>
    </message>
    <message>
        <source>%1 is connected to “%2” now. The agent is not active: no one answers until it is activated at Nixflex.</source>
        <translation>%1 ist jetzt mit „%2“ verbunden. Der Agent ist nicht aktiv: Niemand antwortet, bis er bei Nixflex aktiviert wird.</translation>
    </message>
    <message>
        <source>%1 is connected to “%2” now.</source>
        <translation>%1 ist jetzt mit „%2“ verbunden.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemovalGuard</name>
    <message>
        <source>Removal under way</source>
        <translation>Nummern werden entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) are not removed yet. Stop and close?</source>
        <translation>
            <numerusform>%Ln Nummer ist noch nicht entfernt. Anhalten und schließen?</numerusform>
            <numerusform>%Ln Nummern sind noch nicht entfernt. Anhalten und schließen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The number in progress is finished first. The others stay as they are.</source>
        <translation>Die Nummer, die gerade an der Reihe ist, wird noch beendet. Die anderen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Keep it open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemovalProgress</name>
    <message>
        <source>Stopping after number %L1 of %L2…</source>
        <translation>Hält nach Nummer %L1 von %L2 an…</translation>
    </message>
    <message>
        <source>Removing number %L1 of %L2…</source>
        <translation>Nummer %L1 von %L2 wird entfernt…</translation>
    </message>
</context>
<context>
    <name>numbers::gui::RemoveDialog</name>
    <message>
        <source>Remove from Nixflex</source>
        <translation>Von Nixflex entfernen</translation>
    </message>
    <message>
        <source>Numbers to be removed</source>
        <translation>Zu entfernende Nummern</translation>
    </message>
    <message>
        <source>Remove %1 from Nixflex?</source>
        <translation>%1 von Nixflex entfernen?</translation>
    </message>
    <message>
        <source>%1, answered by %2</source>
        <translation>%1, es antwortet %2</translation>
    </message>
    <message>
        <source>The agent stops answering at once: Nixflex clears the number’s webhooks at Twilio, and calls and texts then reach nobody.</source>
        <translation>Der Agent antwortet sofort nicht mehr: Nixflex löscht die Webhooks der Nummer bei Twilio, und Anrufe und Nachrichten erreichen dann niemanden.</translation>
    </message>
    <message>
        <source>The number is &lt;b&gt;not&lt;/b&gt; released. It stays in the Twilio account and goes on being billed there.</source>
        <translation>Die Nummer wird &lt;b&gt;nicht&lt;/b&gt; aufgegeben. Sie bleibt im Twilio-Konto und wird dort weiter berechnet.</translation>
    </message>
    <message>
        <source>What answered before the import is &lt;b&gt;not&lt;/b&gt; brought back by Nixflex.</source>
        <translation>Was vor dem Import antwortete, stellt Nixflex &lt;b&gt;nicht&lt;/b&gt; wieder her.</translation>
    </message>
    <message>
        <source>The settings from before the import stay in your records; see the number’s history.</source>
        <translation>Die Einstellungen von vor dem Import bleiben in Ihren Aufzeichnungen; siehe den Verlauf der Nummer.</translation>
    </message>
    <message>
        <source>These numbers were not imported on this computer, so there is no record of what answered before.</source>
        <translation>Diese Nummern wurden nicht auf diesem Computer importiert, daher ist nicht festgehalten, was vorher antwortete.</translation>
    </message>
    <message>
        <source>I &amp;understand that nobody will answer this number</source>
        <translation>Mir ist klar, dass unter dieser Nummer niemand mehr ant&amp;wortet</translation>
    </message>
    <message>
        <source>I &amp;understand that nobody will answer these numbers</source>
        <translation>Mir ist klar, dass unter diesen Nummern niemand mehr ant&amp;wortet</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Bring back what answered before the import, where it is recorded here</source>
        <translation>&amp;Zurückbringen, was vor dem Import antwortete, wo es hier verzeichnet ist</translation>
    </message>
    <message>
        <source>The agent stops answering at once.</source>
        <translation>Der Agent antwortet sofort nicht mehr.</translation>
    </message>
    <message>
        <source>What answered before the import is set back at Twilio. What somebody changed since stays.</source>
        <translation>Was vor dem Import antwortete, wird bei Twilio zurückgesetzt. Was seither jemand geändert hat, bleibt.</translation>
    </message>
    <message>
        <source>I &amp;understand that the agent stops answering this number</source>
        <translation>Ich &amp;verstehe, dass der Agent diese Nummer nicht mehr beantwortet</translation>
    </message>
    <message>
        <source>I &amp;understand that the agents stop answering these numbers</source>
        <translation>Ich &amp;verstehe, dass die Agenten diese Nummern nicht mehr beantworten</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln numbers from Nixflex?</source>
        <translation>
            <numerusform>%Ln Nummer von Nixflex entfernen?</numerusform>
            <numerusform>%Ln Nummern von Nixflex entfernen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %Ln</source>
        <translation>
            <numerusform>%Ln &amp;entfernen</numerusform>
            <numerusform>%Ln &amp;entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::ReviewController</name>
    <message>
        <source>There is no Nixflex key yet. Enter one in the preferences.</source>
        <translation>Es gibt noch keinen Nixflex-Schlüssel. Geben Sie einen in den Einstellungen ein.</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ReviewPage</name>
    <message>
        <source>What will change?</source>
        <translation>Was ändert sich?</translation>
    </message>
    <message>
        <source>An import at Nixflex replaces where this number’s calls and texts go at Twilio. Nothing has been changed yet.</source>
        <translation>Ein Import bei Nixflex ersetzt, wohin Anrufe und Nachrichten dieser Nummer bei Twilio gehen. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Who answers now and after the import</source>
        <translation>Wer jetzt und nach dem Import antwortet</translation>
    </message>
    <message>
        <source>Replace &amp;what answers there now</source>
        <translation>Ersetzen, was &amp;dort jetzt antwortet</translation>
    </message>
    <message>
        <source>Answers now</source>
        <translation>Antwortet jetzt</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>Nach dem Import</translation>
    </message>
    <message>
        <source>What is set at Twilio now is saved on this computer first, so that it can be restored.</source>
        <translation>Die jetzigen Einstellungen bei Twilio werden zuerst auf diesem Computer gesichert, damit sie wiederhergestellt werden können.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>number, agent</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Reading what is set up at Twilio and Nixflex…</source>
        <translation>Einstellungen bei Twilio und Nixflex werden gelesen…</translation>
    </message>
    <message>
        <source>Net&amp;work settings…</source>
        <translation>Netzwerk&amp;einstellungen…</translation>
    </message>
    <message>
        <source>Nixflex &amp;key…</source>
        <translation>Nixflex-&amp;Schlüssel…</translation>
    </message>
    <message>
        <source>&amp;Technical fields…</source>
        <translation>&amp;Technische Felder…</translation>
    </message>
    <message>
        <source>Everything that is set at Twilio, by its names there</source>
        <translation>Alles, was bei Twilio gesetzt ist, unter den dortigen Namen</translation>
    </message>
    <message>
        <source>Nixflex replaces these with its own. What it sets is read right after the import.</source>
        <translation>Nixflex ersetzt diese durch eigene. Was es setzt, wird gleich nach dem Import gelesen.</translation>
    </message>
    <message>
        <source>Mo&amp;ve to this agent…</source>
        <translation>Diesem Agenten &amp;übergeben…</translation>
    </message>
    <message>
        <source>Choose another n&amp;umber</source>
        <translation>Andere N&amp;ummer wählen</translation>
    </message>
    <message>
        <source>Go back and &amp;fix it</source>
        <translation>Zurück und &amp;berichtigen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>Alt and the underlined letter, or F10</source>
        <translation>Alt und der unterstrichene Buchstabe oder F10</translation>
    </message>
    <message>
        <source>From field to field</source>
        <translation>Von Feld zu Feld</translation>
    </message>
    <message>
        <source>Tab and Shift+Tab</source>
        <translation>Tab und Umschalt+Tab</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <source>Menu key, or Shift+F10</source>
        <translation>Menütaste oder Umschalt+F10</translation>
    </message>
</context>
<context>
    <name>numbers::gui::StartPage</name>
    <message>
        <source>Opening your records…</source>
        <translation>Ihre Aufzeichnungen werden geöffnet…</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::StatusLine</name>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Echtbetrieb</translation>
    </message>
    <message>
        <source>Everything is simulated on this computer</source>
        <translation>Alles wird auf diesem Computer simuliert</translation>
    </message>
    <message>
        <source>Working with %1</source>
        <translation>Arbeitet mit %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Waiting for Nixflex’s limit</source>
        <translation>Wartet auf das Limit von Nixflex</translation>
    </message>
    <message>
        <source>Nixflex allows no more requests for the moment.</source>
        <translation>Nixflex erlaubt im Moment keine weiteren Anfragen.</translation>
    </message>
    <message>
        <source>%1 of %2 requests left</source>
        <translation>%1 von %2 Anfragen übrig</translation>
    </message>
    <message>
        <source>What Nixflex allows this key in the current minute, by its last answer.</source>
        <translation>Was Nixflex diesem Schlüssel in der laufenden Minute erlaubt, laut seiner letzten Antwort.</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Abgleich läuft…</translation>
    </message>
    <message>
        <source>Synced at %1</source>
        <translation>Abgeglichen um %1</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Imports and removals whose outcome is not recorded yet.</source>
        <translation>Importe und Entfernungen, deren Ausgang noch nicht festgehalten ist.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message numerus="yes">
        <source>Syncing: %Ln number(s)</source>
        <translation>
            <numerusform>Abgleich: %Ln Nummer</numerusform>
            <numerusform>Abgleich: %Ln Nummern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) need attention</source>
        <translation>
            <numerusform>%Ln Nummer braucht Aufmerksamkeit</numerusform>
            <numerusform>%Ln Nummern brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>As far as is known. The filter beside the search shows them.</source>
        <translation>Soweit bekannt. Der Filter neben der Suche zeigt sie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s) under way</source>
        <translation>
            <numerusform>%Ln Vorgang läuft</numerusform>
            <numerusform>%Ln Vorgänge laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::gui::StepList</name>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>numbers::gui::TokenDialog</name>
    <message>
        <source>Replace token</source>
        <translation>Token ersetzen</translation>
    </message>
    <message>
        <source>New Auth &amp;Token</source>
        <translation>Neues Auth &amp;Token</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer, in the system’s keychain</source>
        <translation>Auf diesem Computer im Schlüsselbund des Systems &amp;merken</translation>
    </message>
    <message>
        <source>Account %1 (%2)</source>
        <translation>Konto %1 (%2)</translation>
    </message>
    <message>
        <source>From the Twilio Console, Account → API keys &amp; tokens.</source>
        <translation>Aus der Twilio Console, Account → API keys &amp; tokens.</translation>
    </message>
    <message>
        <source>Asking Twilio whether the pair works…</source>
        <translation>Twilio wird gefragt, ob die Zugangsdaten stimmen…</translation>
    </message>
    <message>
        <source>Chec&amp;k and replace</source>
        <translation>&amp;Prüfen und ersetzen</translation>
    </message>
</context>
<context>
    <name>numbers::gui::UndoDialog</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>&amp;Undo import</source>
        <translation>Import &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Undo the import of %1?</source>
        <translation>Den Import von %1 rückgängig machen?</translation>
    </message>
    <message>
        <source>The agent stops answering, and what answered before the import comes back. Both happen, or neither.</source>
        <translation>Der Agent antwortet nicht mehr, und was vor dem Import antwortete, kommt zurück. Beides geschieht, oder keines von beiden.</translation>
    </message>
    <message>
        <source>Who answers now and afterwards</source>
        <translation>Wer jetzt und danach antwortet</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Somebody changed this at Twilio after the import. It stays as it is now unless you &amp;tick it:</source>
        <translation>Das hat jemand nach dem Import bei Twilio geändert. Es bleibt, wie es jetzt ist, wenn Sie es nicht &amp;ankreuzen:</translation>
    </message>
    <message>
        <source>%1 cannot be set back: Twilio does not have %2 any more.</source>
        <translation>%1 kann nicht zurückgesetzt werden: Twilio hat %2 nicht mehr.</translation>
    </message>
    <message>
        <source>%1
Now: %2
Before the import: %3</source>
        <comment>field, values</comment>
        <translation>%1
Jetzt: %2
Vor dem Import: %3</translation>
    </message>
    <message>
        <source>Technical fields</source>
        <translation>Technische Felder</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Der Import wird rückgängig gemacht…</translation>
    </message>
    <message>
        <source>%1 is no longer connected to an agent and is answered as before the import again.</source>
        <translation>%1 ist mit keinem Agenten mehr verbunden und wird wieder wie vor dem Import beantwortet.</translation>
    </message>
    <message>
        <source>&amp;Set back</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Set back what answered before</source>
        <translation>Zurücksetzen, was vorher antwortete</translation>
    </message>
    <message>
        <source>Set back what answered %1?</source>
        <translation>Zurücksetzen, was unter %1 antwortete?</translation>
    </message>
    <message>
        <source>The number is no longer at Nixflex. What answered before its import comes back at Twilio.</source>
        <translation>Die Nummer ist nicht mehr bei Nixflex. Was vor ihrem Import antwortete, kommt bei Twilio zurück.</translation>
    </message>
    <message>
        <source>Setting back what answered before…</source>
        <translation>Was vorher antwortete, wird zurückgesetzt…</translation>
    </message>
    <message>
        <source>%1 is answered as before the import again.</source>
        <translation>%1 wird wieder wie vor dem Import beantwortet.</translation>
    </message>
    <message>
        <source>Undo setting back</source>
        <translation>Zurücksetzen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo what was set back at %1?</source>
        <translation>Zurücksetzen bei %1 rückgängig machen?</translation>
    </message>
    <message>
        <source>What was there before comes back at Twilio.</source>
        <translation>Bei Twilio gilt wieder, was davor dort stand.</translation>
    </message>
    <message>
        <source>Somebody changed this at Twilio since. It stays as it is now unless you &amp;tick it:</source>
        <translation>Das hat seither jemand bei Twilio geändert. Es bleibt, wie es jetzt ist, außer Sie &amp;kreuzen es an:</translation>
    </message>
    <message>
        <source>Changed by somebody since; ticked: set back all the same</source>
        <translation>Seither von jemandem geändert; angekreuzt: trotzdem zurücksetzen</translation>
    </message>
    <message>
        <source>%1
Now: %2
Before: %3</source>
        <comment>field, values</comment>
        <translation>%1
Jetzt: %2
Davor: %3</translation>
    </message>
    <message>
        <source>%1 is as it was before it was set back.</source>
        <translation>%1 ist, wie sie vor dem Zurücksetzen war.</translation>
    </message>
</context>
<context>
    <name>numbers::models::FleetModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>in %1, out %2</source>
        <translation>eingehend %1, ausgehend %2</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>MMS</source>
        <translation>MMS</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Gone from Nixflex</source>
        <translation>Weg von Nixflex</translation>
    </message>
    <message>
        <source>%1 (%2 inside the country)</source>
        <translation>%1 (%2 im Inland)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Twilio account</source>
        <translation>Twilio-Konto</translation>
    </message>
    <message>
        <source>Name at Twilio</source>
        <translation>Name bei Twilio</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Partly checked</source>
        <translation>Teilweise geprüft</translation>
    </message>
</context>
<context>
    <name>numbers::models::OperationModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Agent’s id</source>
        <translation>ID des Agenten</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>ID der Anfrage</translation>
    </message>
</context>
<context>
    <name>numbers::net::CertificateFile</name>
    <message>
        <source>No certificate could be read from “%1”: %2 Choose a PEM or DER file in Preferences &gt; Network.</source>
        <translation>Aus „%1“ konnte kein Zertifikat gelesen werden: %2 Wählen Sie unter Einstellungen &gt; Netzwerk eine PEM- oder DER-Datei.</translation>
    </message>
    <message>
        <source>it is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>it does not exist.</source>
        <translation>Die Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>it is too large.</source>
        <translation>Sie ist zu groß.</translation>
    </message>
    <message>
        <source>there is none in it.</source>
        <translation>Sie enthält keines.</translation>
    </message>
</context>
<context>
    <name>numbers::net::HttpClient</name>
    <message>
        <source>%1 wants to send this request elsewhere, which is refused to protect the tokens. A proxy or sign-in page of the network may be in between.</source>
        <translation>%1 will diese Anfrage anderswohin leiten, was zum Schutz der Tokens verweigert wird. Vielleicht ist ein Proxy oder eine Anmeldeseite des Netzwerks dazwischen.</translation>
    </message>
    <message>
        <source>Line breaks are not allowed in keys and tokens. Nothing was sent.</source>
        <translation>Zeilenumbrüche sind in Schlüsseln und Tokens nicht erlaubt. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>numbers::net::Transport</name>
    <message>
        <source>The certificate of %1 has expired or is not valid yet. Check this computer&apos;s date and time. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen oder noch nicht gültig. Prüfen Sie Datum und Uhrzeit dieses Computers. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The certificate shown for %1 belongs to another host. Somebody may be in between: check the network and the proxy. Nothing was sent.</source>
        <translation>Das für %1 gezeigte Zertifikat gehört zu einem anderen Host. Vielleicht ist jemand dazwischen: Prüfen Sie Netzwerk und Proxy. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by an authority this computer does not know. If your company inspects its traffic, add its certificate in Preferences &gt; Network. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 ist von einer Stelle signiert, die dieser Computer nicht kennt. Falls Ihre Firma ihren Datenverkehr prüft, fügen Sie deren Zertifikat unter Einstellungen &gt; Netzwerk hinzu. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check this computer&apos;s date and time, the network and the proxy. Nothing was sent.</source>
        <translation>Es konnte keine sichere Verbindung zu %1 hergestellt werden. Prüfen Sie Datum und Uhrzeit dieses Computers, Netzwerk und Proxy. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 could not be reached in time. Check the network and the proxy, then try again.</source>
        <translation>%1 war nicht rechtzeitig erreichbar. Prüfen Sie Netzwerk und Proxy und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again later.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 sent far more than expected; its answer was not read to the end. If this goes on, report it.</source>
        <translation>%1 hat weit mehr gesendet als erwartet; die Antwort wurde nicht zu Ende gelesen. Falls das anhält, melden Sie es.</translation>
    </message>
    <message>
        <source>The host %1 was not found. Check the network connection, then try again.</source>
        <translation>Der Host %1 wurde nicht gefunden. Prüfen Sie die Netzwerkverbindung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check the network and the proxy, then try again.</source>
        <translation>%1 hat die Verbindung abgelehnt. Prüfen Sie Netzwerk und Proxy und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and password, or refuses those it got. Enter them in Preferences &gt; Network.</source>
        <translation>Der Proxy verlangt Benutzername und Passwort oder lehnt die erhaltenen ab. Geben Sie sie unter Einstellungen &gt; Netzwerk ein.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached or does not work. Check Preferences &gt; Network.</source>
        <translation>Der Proxy ist nicht erreichbar oder funktioniert nicht. Prüfen Sie Einstellungen &gt; Netzwerk.</translation>
    </message>
    <message>
        <source>%1 sent something that is no proper answer. A proxy may be in between; try again later.</source>
        <translation>%1 hat etwas gesendet, das keine richtige Antwort ist. Vielleicht ist ein Proxy dazwischen; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network connection and the proxy in Preferences &gt; Network, then try again.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie die Netzwerkverbindung und den Proxy unter Einstellungen &gt; Netzwerk und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. Check the network connection, then try again.</source>
        <translation>Die Verbindung zu %1 ging verloren. Prüfen Sie die Netzwerkverbindung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It is not known whether the request was carried out: look before sending it again.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Es ist nicht bekannt, ob die Anfrage ausgeführt wurde: Sehen Sie nach, bevor Sie sie noch einmal senden.</translation>
    </message>
    <message>
        <source>%1 sent an answer that cannot be read. It is not known whether the request was carried out: look before sending it again.</source>
        <translation>%1 hat eine Antwort gesendet, die nicht gelesen werden kann. Es ist nicht bekannt, ob die Anfrage ausgeführt wurde: Sehen Sie nach, bevor Sie sie noch einmal senden.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost before its answer had come. It is not known whether the request was carried out: look before sending it again.</source>
        <translation>Die Verbindung zu %1 ging verloren, bevor die Antwort kam. Es ist nicht bekannt, ob die Anfrage ausgeführt wurde: Sehen Sie nach, bevor Sie sie noch einmal senden.</translation>
    </message>
    <message>
        <source>It is not known whether the request was carried out: look before sending it again.</source>
        <translation>Es ist nicht bekannt, ob die Anfrage ausgeführt wurde: Sehen Sie nach, bevor Sie sie erneut senden.</translation>
    </message>
</context>
<context>
    <name>numbers::net::UrlPolicy</name>
    <message>
        <source>Only encrypted connections (https) are used, so that nobody can read the tokens. Nothing was sent to “%1”.</source>
        <translation>Es werden nur verschlüsselte Verbindungen (https) verwendet, damit niemand die Tokens lesen kann. An „%1“ wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>numbers::nixflex::Client</name>
    <message>
        <source>The business profile has %1 characters; Nixflex takes at most %2.</source>
        <translation>Das Geschäftsprofil hat %1 Zeichen; Nixflex nimmt höchstens %2 an.</translation>
    </message>
</context>
<context>
    <name>numbers::nixflex::Errors</name>
    <message>
        <source>Twilio refused the customer&apos;s Account SID and Auth Token when Nixflex used them. Copy both again from the Twilio Console; a subaccount needs its own pair.</source>
        <translation>Twilio hat Account SID und Auth Token des Kunden abgelehnt, als Nixflex sie verwendete. Kopieren Sie beide noch einmal aus der Twilio Console; ein Unterkonto braucht seine eigenen.</translation>
    </message>
    <message>
        <source>Nixflex allows no more requests for the moment. Nothing was changed. Try again in a minute.</source>
        <translation>Nixflex erlaubt im Moment keine weiteren Anfragen. Nichts wurde geändert. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>Nixflex does not accept the Account SID. It has AC and 32 digits or letters a to f.</source>
        <translation>Nixflex nimmt die Account SID nicht an. Sie besteht aus AC und 32 Ziffern oder Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>Nixflex misses an entry. Fill in all of them.</source>
        <translation>Nixflex fehlt eine Angabe. Füllen Sie alle aus.</translation>
    </message>
    <message>
        <source>Nixflex does not accept the phone number. It needs the international form with + and the country code.</source>
        <translation>Nixflex nimmt die Telefonnummer nicht an. Sie muss international geschrieben sein, mit + und Landesvorwahl.</translation>
    </message>
    <message>
        <source>Nixflex did not find this number in the Twilio account. Choose the account or subaccount that owns it.</source>
        <translation>Nixflex hat diese Nummer im Twilio-Konto nicht gefunden. Wählen Sie das Konto oder Unterkonto, dem sie gehört.</translation>
    </message>
    <message>
        <source>Nixflex does not have this number for your key. It may have been removed already.</source>
        <translation>Nixflex hat diese Nummer für Ihren Schlüssel nicht. Sie wurde vielleicht schon entfernt.</translation>
    </message>
    <message>
        <source>Nixflex does not have this agent. Choose another one; it may have been deleted.</source>
        <translation>Nixflex hat diesen Agenten nicht. Wählen Sie einen anderen; er wurde vielleicht gelöscht.</translation>
    </message>
    <message>
        <source>This agent belongs to another Nixflex key or account. Choose one of your own, or use the key it was made with.</source>
        <translation>Dieser Agent gehört zu einem anderen Nixflex-Schlüssel oder -Konto. Wählen Sie einen eigenen oder verwenden Sie den Schlüssel, mit dem er angelegt wurde.</translation>
    </message>
    <message>
        <source>The business profile is too long. It may have 8,000 characters.</source>
        <translation>Das Geschäftsprofil ist zu lang. Es darf 8.000 Zeichen haben.</translation>
    </message>
    <message>
        <source>The text is too long for Nixflex.</source>
        <translation>Der Text ist zu lang für Nixflex.</translation>
    </message>
    <message>
        <source>Voicemail needs a message.</source>
        <translation>Die Mailbox braucht eine Ansage.</translation>
    </message>
    <message>
        <source>Nixflex does not have this voice.</source>
        <translation>Nixflex hat diese Stimme nicht.</translation>
    </message>
    <message>
        <source>Nixflex could not read the request. Nothing was changed. Please report this.</source>
        <translation>Nixflex konnte die Anfrage nicht lesen. Nichts wurde geändert. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>Nixflex did not accept the request. Nothing was changed.</source>
        <translation>Nixflex hat die Anfrage nicht angenommen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The Nixflex account has no credit left. Nothing was changed. Add credit in the Nixflex dashboard, then try again.</source>
        <translation>Das Nixflex-Konto hat kein Guthaben mehr. Nichts wurde geändert. Laden Sie im Nixflex-Dashboard Guthaben auf und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Nixflex does not allow this with this API key.</source>
        <translation>Nixflex erlaubt das mit diesem API-Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Nixflex does not have what was asked for.</source>
        <translation>Nixflex hat das Angefragte nicht.</translation>
    </message>
    <message>
        <source>Nixflex refused this because something else was done with the number meanwhile. Look at it again.</source>
        <translation>Nixflex hat das abgelehnt, weil inzwischen etwas anderes mit der Nummer geschehen ist. Sehen Sie sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>Nixflex did not accept a value. Nothing was changed.</source>
        <translation>Nixflex hat einen Wert nicht angenommen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nixflex got no proper answer from Twilio or another service. Try again later.</source>
        <translation>Nixflex erhielt keine richtige Antwort von Twilio oder einem anderen Dienst. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Nixflex has a problem. Try again later.</source>
        <translation>Nixflex hat eine Störung. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Nixflex says: “%1”</source>
        <translation>Nixflex sagt: „%1“</translation>
    </message>
    <message>
        <source>Nixflex refused the API key: it is wrong, was revoked or replaced. Enter a valid key in Preferences &gt; Nixflex key.</source>
        <translation>Nixflex hat den API-Schlüssel abgelehnt: Er ist falsch, wurde widerrufen oder ersetzt. Geben Sie unter Einstellungen &gt; Nixflex-Schlüssel einen gültigen ein.</translation>
    </message>
    <message>
        <source>Nixflex got only one half of the API key. Enter both halves, nxf_…:nxfs_…, in Preferences &gt; Nixflex key.</source>
        <translation>Nixflex bekam nur eine Hälfte des API-Schlüssels. Geben Sie unter Einstellungen &gt; Nixflex-Schlüssel beide Hälften ein, nxf_…:nxfs_….</translation>
    </message>
    <message>
        <source>This number is connected to an agent already, and a number belongs to one agent. If it is in your fleet, move it to the other agent. If not, another Nixflex account has it.</source>
        <translation>Diese Nummer ist schon mit einem Agenten verbunden, und eine Nummer gehört zu einem Agenten. Ist sie in Ihrem Bestand, übergeben Sie sie dem anderen Agenten. Wenn nicht, hat sie ein anderes Nixflex-Konto.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::AccountReader</name>
    <message numerus="yes">
        <source>%n row(s) of the account&apos;s list of numbers could not be read: %1.</source>
        <translation>
            <numerusform>%n Zeile der Nummernliste des Kontos konnte nicht gelesen werden: %1.</numerusform>
            <numerusform>%n Zeilen der Nummernliste des Kontos konnten nicht gelesen werden: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::operations::AccountVerifier</name>
    <message>
        <source>This Twilio account is suspended. Resolve this in the Twilio Console, then try again.</source>
        <translation>Dieses Twilio-Konto ist gesperrt. Klären Sie das in der Twilio Console und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This Twilio account is closed and cannot be used.</source>
        <translation>Dieses Twilio-Konto ist geschlossen und kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>These credentials work, but may not read the account itself: its name, status and type are not known.</source>
        <translation>Diese Zugangsdaten stimmen, dürfen aber das Konto selbst nicht lesen: Sein Name, Status und Typ sind nicht bekannt.</translation>
    </message>
    <message>
        <source>This is a trial account. Audio streaming does not work there, so callers will not hear the agent. Upgrade it at Twilio first.</source>
        <translation>Dies ist ein Testkonto. Audio-Streaming funktioniert dort nicht, daher hören Anrufer den Agenten nicht. Werten Sie es zuerst bei Twilio auf.</translation>
    </message>
    <message>
        <source>The account&apos;s subaccounts could not be read.</source>
        <translation>Die Unterkonten des Kontos konnten nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Twilio&apos;s list of subaccounts could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n Zeile von Twilios Liste der Unterkonten konnte nicht gelesen werden und wurde ausgelassen: %1.</numerusform>
            <numerusform>%n Zeilen von Twilios Liste der Unterkonten konnten nicht gelesen werden und wurden ausgelassen: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::operations::BulkRemoval</name>
    <message>
        <source>The Auth Token of its Twilio account is not known on this computer, so what answered before cannot be set back. Nothing was changed. Enter it under Preferences &gt; Twilio accounts.</source>
        <translation>Das Auth Token des Twilio-Kontos ist auf diesem Computer nicht bekannt, daher kann nicht zurückgesetzt werden, was vorher antwortete. Nichts wurde geändert. Geben Sie es unter Einstellungen &gt; Twilio-Konten ein.</translation>
    </message>
    <message>
        <source>It is no longer in the fleet. Nothing was changed.</source>
        <translation>Sie ist nicht mehr im Bestand. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Changeover</name>
    <message>
        <source>In the meantime this number was connected to another agent (%1).</source>
        <translation>Inzwischen wurde diese Nummer mit einem anderen Agenten verbunden (%1).</translation>
    </message>
    <message>
        <source>The former settings were refused, so the number was connected to its agent again: everything is as before. %1</source>
        <translation>Die früheren Einstellungen wurden abgelehnt, deshalb wurde die Nummer wieder mit ihrem Agenten verbunden: Alles ist wie vorher. %1</translation>
    </message>
    <message>
        <source>The new agent was refused, so the number was connected to its former agent again: everything is as before. %1</source>
        <translation>Der neue Agent wurde abgelehnt, deshalb wurde die Nummer wieder mit ihrem früheren Agenten verbunden: Alles ist wie vorher. %1</translation>
    </message>
    <message>
        <source>The number was taken away from its agent, but its former settings are not back yet: nobody answers it now. This goes on at the next start, and as soon as what stands in the way is mended. %1</source>
        <translation>Die Nummer wurde ihrem Agenten weggenommen, aber ihre früheren Einstellungen sind noch nicht zurück: Jetzt antwortet niemand. Es geht beim nächsten Start weiter, und sobald behoben ist, was im Weg steht. %1</translation>
    </message>
    <message>
        <source>The number was taken away from its agent, but is not connected to the next one yet: nobody answers it now. This goes on at the next start, and as soon as what stands in the way is mended. %1</source>
        <translation>Die Nummer wurde ihrem Agenten weggenommen, ist aber noch nicht mit dem nächsten verbunden: Jetzt antwortet niemand. Es geht beim nächsten Start weiter, und sobald behoben ist, was im Weg steht. %1</translation>
    </message>
    <message>
        <source>The number was not taken away from its agent: nothing has changed. You can try again.</source>
        <translation>Die Nummer wurde ihrem Agenten nicht weggenommen: Nichts hat sich geändert. Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came, and it could not be found out yet who answers this number. This goes on as soon as Nixflex can be read.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine Antwort, und es ließ sich noch nicht feststellen, wer diese Nummer beantwortet. Es geht weiter, sobald Nixflex gelesen werden kann.</translation>
    </message>
    <message>
        <source>Somebody changed this at Twilio, so it was left as it is: %1.</source>
        <translation>Das hat jemand bei Twilio geändert, deshalb blieb es, wie es ist: %1.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Health</name>
    <message>
        <source>Address for calls</source>
        <translation>Adresse für Anrufe</translation>
    </message>
    <message>
        <source>Method for calls</source>
        <translation>Methode für Anrufe</translation>
    </message>
    <message>
        <source>Address for calls, in case of failure</source>
        <translation>Ersatzadresse für Anrufe</translation>
    </message>
    <message>
        <source>Method for calls, in case of failure</source>
        <translation>Methode der Ersatzadresse für Anrufe</translation>
    </message>
    <message>
        <source>TwiML application for calls</source>
        <translation>TwiML-App für Anrufe</translation>
    </message>
    <message>
        <source>Look-up of callers’ names</source>
        <translation>Abfrage der Anrufernamen</translation>
    </message>
    <message>
        <source>Calls are received as</source>
        <translation>Anrufe werden angenommen als</translation>
    </message>
    <message>
        <source>SIP trunk</source>
        <translation>SIP-Trunk</translation>
    </message>
    <message>
        <source>Address for texts</source>
        <translation>Adresse für Nachrichten</translation>
    </message>
    <message>
        <source>Method for texts</source>
        <translation>Methode für Nachrichten</translation>
    </message>
    <message>
        <source>Address for texts, in case of failure</source>
        <translation>Ersatzadresse für Nachrichten</translation>
    </message>
    <message>
        <source>Method for texts, in case of failure</source>
        <translation>Methode der Ersatzadresse für Nachrichten</translation>
    </message>
    <message>
        <source>TwiML application for texts</source>
        <translation>TwiML-App für Nachrichten</translation>
    </message>
    <message>
        <source>Address for reports on calls</source>
        <translation>Adresse für Anrufberichte</translation>
    </message>
    <message>
        <source>Method for reports on calls</source>
        <translation>Methode für Anrufberichte</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The number is no longer at Nixflex.</source>
        <translation>Die Nummer ist nicht mehr bei Nixflex.</translation>
    </message>
    <message>
        <source>Its agent%1 is gone, so nobody answers.</source>
        <translation>Ihr Agent%1 ist weg, daher antwortet niemand.</translation>
    </message>
    <message>
        <source>Its agent%1 is not active.</source>
        <translation>Ihr Agent%1 ist nicht aktiv.</translation>
    </message>
    <message>
        <source>Its Twilio account%1 is closed.</source>
        <translation>Ihr Twilio-Konto%1 ist geschlossen.</translation>
    </message>
    <message>
        <source>Its Twilio account%1 is suspended or not active, so it takes no calls.</source>
        <translation>Ihr Twilio-Konto%1 ist gesperrt oder nicht aktiv und nimmt daher keine Anrufe an.</translation>
    </message>
    <message>
        <source>The number is no longer in its Twilio account%1, nor in another one known here.</source>
        <translation>Die Nummer ist nicht mehr in ihrem Twilio-Konto%1 und auch in keinem anderen, das hier bekannt ist.</translation>
    </message>
    <message>
        <source>The number was moved to the Twilio account%1.</source>
        <translation>Die Nummer wurde in das Twilio-Konto%1 verschoben.</translation>
    </message>
    <message>
        <source>Twilio no longer accepts the Auth Token of the account%1. Nixflex most likely has the same one.</source>
        <translation>Twilio nimmt das Auth Token des Kontos%1 nicht mehr an. Nixflex hat höchstwahrscheinlich dasselbe.</translation>
    </message>
    <message>
        <source>A SIP trunk%1 takes the calls before Nixflex.</source>
        <translation>Ein SIP-Trunk%1 nimmt die Anrufe vor Nixflex an.</translation>
    </message>
    <message>
        <source>A TwiML application%1 takes the calls before Nixflex.</source>
        <translation>Eine TwiML-App%1 nimmt die Anrufe vor Nixflex an.</translation>
    </message>
    <message>
        <source>What Nixflex had set up was changed at Twilio.</source>
        <translation>Was Nixflex eingerichtet hatte, wurde bei Twilio geändert.</translation>
    </message>
    <message>
        <source>Twilio still sends calls where it did before the import.</source>
        <translation>Twilio leitet Anrufe noch dorthin, wohin sie vor dem Import gingen.</translation>
    </message>
    <message>
        <source>A TwiML application%1 takes the texts before Nixflex.</source>
        <translation>Eine TwiML-App%1 nimmt die Nachrichten vor Nixflex an.</translation>
    </message>
    <message>
        <source>The Messaging Service%1 keeps the texts from Nixflex.</source>
        <translation>Der Messaging Service%1 hält die Nachrichten von Nixflex fern.</translation>
    </message>
    <message>
        <source>The number is at Nixflex, but not in this list yet.</source>
        <translation>Die Nummer ist bei Nixflex, aber noch nicht in dieser Liste.</translation>
    </message>
    <message>
        <source>A newer version of this program found something.</source>
        <translation>Eine neuere Version dieses Programms hat etwas gefunden.</translation>
    </message>
    <message>
        <source>It is not known here which Twilio account the number belongs to.</source>
        <translation>Es ist hier nicht bekannt, zu welchem Twilio-Konto die Nummer gehört.</translation>
    </message>
    <message>
        <source>Not checked at Twilio: the Auth Token of the account%1 is not known here.</source>
        <translation>Bei Twilio nicht geprüft: Das Auth Token des Kontos%1 ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Not checked: Twilio could not be read.</source>
        <translation>Nicht geprüft: Twilio konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Not checked at Twilio: %1</source>
        <translation>Bei Twilio nicht geprüft: %1</translation>
    </message>
    <message>
        <source>The number is not from Twilio, so its routing cannot be checked.</source>
        <translation>Die Nummer ist nicht von Twilio, daher kann nicht geprüft werden, wer sie beantwortet.</translation>
    </message>
    <message>
        <source>What Nixflex had set up was never seen on this computer, so nothing can be compared.</source>
        <translation>Was Nixflex eingerichtet hatte, wurde auf diesem Computer nie gesehen, daher lässt sich nichts vergleichen.</translation>
    </message>
    <message>
        <source>It could not be found out whether a Messaging Service%1 keeps the texts.</source>
        <translation>Es ließ sich nicht herausfinden, ob ein Messaging Service%1 die Nachrichten behält.</translation>
    </message>
    <message>
        <source>It could not be found out whether its agent%1 is active.</source>
        <translation>Es ließ sich nicht herausfinden, ob ihr Agent%1 aktiv ist.</translation>
    </message>
    <message>
        <source>The number was not in Nixflex’s list, which may be cut off.</source>
        <translation>Die Nummer stand nicht in der Liste von Nixflex, die abgeschnitten sein kann.</translation>
    </message>
    <message>
        <source>Look at the account in the Twilio Console.</source>
        <translation>Sehen Sie sich das Konto in der Twilio Console an.</translation>
    </message>
    <message>
        <source>If it was moved, import it again from its new account. If it was released, remove it from Nixflex.</source>
        <translation>Wurde sie verschoben, importieren Sie sie erneut aus ihrem neuen Konto. Wurde sie freigegeben, entfernen Sie sie aus Nixflex.</translation>
    </message>
    <message>
        <source>Nixflex still has the former account: remove the number and import it again from this one.</source>
        <translation>Nixflex hat noch das frühere Konto: Entfernen Sie die Nummer, und importieren Sie sie erneut aus diesem.</translation>
    </message>
    <message>
        <source>Enter the new token in the preferences, then remove the number and import it again, so that Nixflex has it, too.</source>
        <translation>Geben Sie das neue Token in den Einstellungen ein; entfernen Sie dann die Nummer, und importieren Sie sie erneut, damit auch Nixflex es hat.</translation>
    </message>
    <message>
        <source>Remove it from the number in the Twilio Console, unless this is intended.</source>
        <translation>Nehmen Sie das in der Twilio Console von der Nummer weg, falls es nicht so gewollt ist.</translation>
    </message>
    <message>
        <source>Set it back, or keep it: then later checks compare with what is there now.</source>
        <translation>Stellen Sie es wieder her, oder behalten Sie es: Dann vergleichen spätere Prüfungen mit dem, was jetzt dort ist.</translation>
    </message>
    <message>
        <source>Make a test call. If the agent does not answer, remove the number and import it again.</source>
        <translation>Machen Sie einen Testanruf. Antwortet der Agent nicht, entfernen Sie die Nummer, und importieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Take the number out of the service in the Twilio Console, or let the service use the number’s own address.</source>
        <translation>Nehmen Sie die Nummer in der Twilio Console aus dem Service heraus, oder lassen Sie den Service die Adresse der Nummer verwenden.</translation>
    </message>
    <message>
        <source>Synchronize with Nixflex.</source>
        <translation>Synchronisieren Sie mit Nixflex.</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>Add the account in the preferences, then check again.</source>
        <translation>Fügen Sie das Konto in den Einstellungen hinzu, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Enter the token in the preferences, then check again.</source>
        <translation>Geben Sie das Token in den Einstellungen ein, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Make a test call. If the agent answers, keep what is there now: later checks compare with it.</source>
        <translation>Machen Sie einen Testanruf. Antwortet der Agent, behalten Sie, was jetzt dort ist: Spätere Prüfungen vergleichen damit.</translation>
    </message>
    <message>
        <source>Send a test text.</source>
        <translation>Schicken Sie eine Testnachricht.</translation>
    </message>
    <message>
        <source>Check again later.</source>
        <translation>Prüfen Sie später erneut.</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %2 statt %3</translation>
    </message>
    <message>
        <source>Import it again, set back what answered before, or take it out of this list. Its history stays.</source>
        <translation>Importieren Sie sie erneut, setzen Sie zurück, was vorher antwortete, oder nehmen Sie sie aus dieser Liste. Ihr Verlauf bleibt.</translation>
    </message>
    <message>
        <source>Activate the agent at Nixflex, or move the number to another agent.</source>
        <translation>Aktivieren Sie den Agenten bei Nixflex, oder übergeben Sie die Nummer einem anderen Agenten.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Journal</name>
    <message>
        <source>This could not be recorded on this computer (%1). It is completed at the next start.</source>
        <translation>Das konnte auf diesem Computer nicht festgehalten werden (%1). Es wird beim nächsten Start nachgeholt.</translation>
    </message>
    <message>
        <source>The number&apos;s webhooks at Twilio were changed since you reviewed them. Nothing was sent. Look at the review again.</source>
        <translation>Die Webhooks der Nummer bei Twilio wurden seit Ihrer Prüfung geändert. Nichts wurde gesendet. Sehen Sie noch einmal nach.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::ListNotes</name>
    <message>
        <source>Nixflex listed exactly %L1 numbers. There may be more that it did not list.</source>
        <translation>Nixflex hat genau %L1 Nummern aufgeführt. Es kann mehr geben, die nicht aufgeführt sind.</translation>
    </message>
    <message>
        <source>Nixflex has more numbers than the %L1 that it listed.</source>
        <translation>Nixflex hat mehr Nummern als die %L1, die es aufgeführt hat.</translation>
    </message>
    <message>
        <source>Nixflex&apos;s list of numbers changed while it was read. Some may be missing.</source>
        <translation>Nixflex’ Nummernliste hat sich beim Lesen geändert. Einige können fehlen.</translation>
    </message>
    <message>
        <source>Nixflex&apos;s list of numbers did not end. Reading stopped after %L1 numbers.</source>
        <translation>Nixflex’ Nummernliste nahm kein Ende. Das Lesen endete nach %L1 Nummern.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Nixflex&apos;s list of numbers could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n Zeile der Nummernliste von Nixflex konnte nicht gelesen werden und wurde ausgelassen: %1.</numerusform>
            <numerusform>%n Zeilen der Nummernliste von Nixflex konnten nicht gelesen werden und wurden ausgelassen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nixflex&apos;s list of agents may not be complete.</source>
        <translation>Nixflex’ Liste der Agenten ist vielleicht nicht vollständig.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Nixflex&apos;s list of agents could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n Zeile der Agentenliste von Nixflex konnte nicht gelesen werden und wurde ausgelassen: %1.</numerusform>
            <numerusform>%n Zeilen der Agentenliste von Nixflex konnten nicht gelesen werden und wurden ausgelassen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of Twilio&apos;s lists of Messaging Services, TwiML apps and trunks could not be read and were left out: %1.</source>
        <translation>
            <numerusform>%n Zeile von Twilios Listen der Messaging Services, TwiML-Apps und Trunks konnte nicht gelesen werden und wurde ausgelassen: %1.</numerusform>
            <numerusform>%n Zeilen von Twilios Listen der Messaging Services, TwiML-Apps und Trunks konnten nicht gelesen werden und wurden ausgelassen: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers::operations::Operations</name>
    <message>
        <source>Something that answers now would be replaced. Confirm this first.</source>
        <translation>Etwas, das jetzt antwortet, würde ersetzt. Bestätigen Sie das zuerst.</translation>
    </message>
    <message>
        <source>An earlier operation on this number has no known outcome yet. It has to be settled first; try again when Nixflex can be read.</source>
        <translation>Ein früherer Vorgang mit dieser Nummer hat noch keinen bekannten Ausgang. Er muss zuerst geklärt werden; versuchen Sie es erneut, wenn Nixflex gelesen werden kann.</translation>
    </message>
    <message>
        <source>The program ended before anything was sent. Nothing has changed.</source>
        <translation>Das Programm endete, bevor etwas gesendet wurde. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>A newer version of this program began an operation on this number and has not finished it. Finish it with that version.</source>
        <translation>Eine neuere Version dieses Programms hat mit dieser Nummer etwas begonnen und nicht beendet. Beenden Sie es mit jener Version.</translation>
    </message>
    <message>
        <source>%1 is not connected to an agent any more: there is no import to undo. What answered before can still be set back.</source>
        <translation>%1 ist mit keinem Agenten mehr verbunden: Es gibt keinen Import, der rückgängig zu machen wäre. Was vorher antwortete, kann noch zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 is still connected to an agent. Undo the import, or remove it from Nixflex first.</source>
        <translation>%1 ist noch mit einem Agenten verbunden. Machen Sie den Import rückgängig, oder entfernen Sie sie zuerst von Nixflex.</translation>
    </message>
    <message>
        <source>%1 is not connected to an agent. Import it.</source>
        <translation>%1 ist mit keinem Agenten verbunden. Importieren Sie sie.</translation>
    </message>
    <message>
        <source>There is no record on this computer of what answered %1 before that.</source>
        <translation>Auf diesem Computer ist nicht verzeichnet, wer davor unter %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>Nothing was set back then, so there is nothing to undo.</source>
        <translation>Damals wurde nichts zurückgesetzt; rückgängig zu machen ist also nichts.</translation>
    </message>
    <message>
        <source>%1 is not connected to an agent any more: what was set back for Nixflex counts no longer.</source>
        <translation>%1 ist mit keinem Agenten mehr verbunden: Was für Nixflex wiederhergestellt wurde, gilt nicht mehr.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Plan</name>
    <message>
        <source>This Twilio account is suspended. Its numbers cannot take calls. Resolve this in the Twilio Console first.</source>
        <translation>Dieses Twilio-Konto ist gesperrt. Seine Nummern können keine Anrufe annehmen. Klären Sie das zuerst in der Twilio Console.</translation>
    </message>
    <message>
        <source>This Twilio account is closed.</source>
        <translation>Dieses Twilio-Konto ist geschlossen.</translation>
    </message>
    <message>
        <source>The account&apos;s status and type could not be read, so it is not known whether this is a trial account.</source>
        <translation>Status und Typ des Kontos konnten nicht gelesen werden, daher ist nicht bekannt, ob es ein Testkonto ist.</translation>
    </message>
    <message>
        <source>This is a Twilio trial account. Audio streaming does not work there: callers will hear Twilio&apos;s notice instead of the agent.</source>
        <translation>Dies ist ein Twilio-Testkonto. Audio-Streaming funktioniert dort nicht: Anrufer hören die Ansage von Twilio statt des Agenten.</translation>
    </message>
    <message>
        <source>This number cannot take voice calls.</source>
        <translation>Diese Nummer kann keine Sprachanrufe annehmen.</translation>
    </message>
    <message>
        <source>This number cannot receive text messages.</source>
        <translation>Diese Nummer kann keine Textnachrichten empfangen.</translation>
    </message>
    <message>
        <source>A SIP trunk (%1) takes this number&apos;s calls before any webhook. Unless it is removed, calls will not reach Nixflex.</source>
        <translation>Ein SIP-Trunk (%1) nimmt die Anrufe dieser Nummer vor jedem Webhook an. Solange er nicht entfernt ist, erreichen Anrufe Nixflex nicht.</translation>
    </message>
    <message>
        <source>A TwiML app (%1) takes this number&apos;s calls before the webhook. It is not documented whether an import removes it; this is checked afterwards.</source>
        <translation>Eine TwiML-App (%1) nimmt die Anrufe dieser Nummer vor dem Webhook an. Es ist nicht dokumentiert, ob ein Import sie entfernt; das wird danach geprüft.</translation>
    </message>
    <message>
        <source>A TwiML app (%1) takes this number&apos;s text messages before the webhook. It is not documented whether an import removes it; this is checked afterwards.</source>
        <translation>Eine TwiML-App (%1) nimmt die Textnachrichten dieser Nummer vor dem Webhook an. Es ist nicht dokumentiert, ob ein Import sie entfernt; das wird danach geprüft.</translation>
    </message>
    <message>
        <source>This number does not follow the numbering plan as this program knows it, but it is in the Twilio account.</source>
        <translation>Diese Nummer folgt nicht dem Nummernplan, wie dieses Programm ihn kennt, aber sie gehört zum Twilio-Konto.</translation>
    </message>
    <message>
        <source>The account&apos;s Messaging Services could not be read, so it is not known whether one of them keeps this number&apos;s text messages.</source>
        <translation>Die Messaging Services des Kontos konnten nicht gelesen werden, daher ist nicht bekannt, ob einer davon die Textnachrichten dieser Nummer behält.</translation>
    </message>
    <message>
        <source>The Messaging Service “%1” keeps this number&apos;s text messages: they will not reach Nixflex.</source>
        <translation>Der Messaging Service „%1“ behält die Textnachrichten dieser Nummer: Sie erreichen Nixflex nicht.</translation>
    </message>
    <message>
        <source>The agent “%1” is not active. It will not answer until it is activated in Nixflex.</source>
        <translation>Der Agent „%1“ ist nicht aktiv. Er antwortet erst, wenn er bei Nixflex aktiviert ist.</translation>
    </message>
    <message>
        <source>Nixflex has no agent with the id “%1” for this key. Choose one from the list.</source>
        <translation>Nixflex hat für diesen Schlüssel keinen Agenten mit der ID „%1“. Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>This number is already connected to this agent. There is nothing to do.</source>
        <translation>Diese Nummer ist schon mit diesem Agenten verbunden. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>This number belongs to the subaccount %1. Nixflex needs that subaccount&apos;s own SID and Auth Token.</source>
        <translation>Diese Nummer gehört zum Unterkonto %1. Nixflex braucht die eigene SID und das Auth Token dieses Unterkontos.</translation>
    </message>
    <message>
        <source>The business profile has %1 characters; Nixflex takes at most %2.</source>
        <translation>Das Geschäftsprofil hat %1 Zeichen; Nixflex nimmt höchstens %2 an.</translation>
    </message>
    <message>
        <source>Twilio describes the account&apos;s status in a word that this program does not know. Look at the account in the Twilio Console.</source>
        <translation>Twilio beschreibt den Zustand des Kontos mit einem Wort, das dieses Programm nicht kennt. Sehen Sie das Konto in der Twilio Console an.</translation>
    </message>
    <message>
        <source>Twilio describes the account&apos;s type in a word that this program does not know, so it is not known whether this is a trial account.</source>
        <translation>Twilio beschreibt die Art des Kontos mit einem Wort, das dieses Programm nicht kennt; ob es ein Testkonto ist, ist daher nicht bekannt.</translation>
    </message>
    <message>
        <source>It is not known whether this number takes voice calls and text messages: Twilio did not say so in words this program knows.</source>
        <translation>Es ist nicht bekannt, ob diese Nummer Anrufe und Textnachrichten annimmt: Twilio hat es nicht in Worten gesagt, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>This number is in the Messaging Service “%1”. It is not known whether that keeps its text messages.</source>
        <translation>Diese Nummer gehört zum Messaging Service „%1“. Es ist nicht bekannt, ob dieser ihre Textnachrichten behält.</translation>
    </message>
    <message>
        <source>It is not known whether the agent “%1” is active: Nixflex says so in a word that this program does not know.</source>
        <translation>Es ist nicht bekannt, ob der Agent „%1“ aktiv ist: Nixflex sagt es mit einem Wort, das dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>The agent could not be read from Nixflex, so it was not checked.</source>
        <translation>Der Agent konnte bei Nixflex nicht gelesen werden und wurde daher nicht geprüft.</translation>
    </message>
    <message>
        <source>Nixflex did not list this number, but its list is not complete. If the number is connected to an agent already, Nixflex refuses the import.</source>
        <translation>Nixflex hat diese Nummer nicht aufgeführt, aber seine Liste ist nicht vollständig. Ist die Nummer schon mit einem Agenten verbunden, lehnt Nixflex den Import ab.</translation>
    </message>
    <message>
        <source>This number is already connected to an agent that was deleted. Do not import it: move it to the other agent.</source>
        <translation>Diese Nummer ist noch mit einem Agenten verbunden, der gelöscht wurde. Importieren Sie sie nicht: Übergeben Sie sie dem anderen Agenten.</translation>
    </message>
    <message>
        <source>This number is already connected to the agent “%1”, and a number belongs to one agent. Do not import it: move it to the other agent.</source>
        <translation>Diese Nummer ist schon mit dem Agenten „%1“ verbunden, und eine Nummer gehört zu einem Agenten. Importieren Sie sie nicht: Übergeben Sie sie dem anderen Agenten.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Presence</name>
    <message>
        <source>Nixflex did not list %1, but its list of numbers is not complete: it is not known whether the number is connected to an agent.</source>
        <translation>Nixflex hat %1 nicht aufgeführt, aber seine Nummernliste ist nicht vollständig: Es ist nicht bekannt, ob die Nummer mit einem Agenten verbunden ist.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::ProfileChange</name>
    <message>
        <source>The business profile has %1 characters; Nixflex takes at most %2.</source>
        <translation>Das Geschäftsprofil hat %1 Zeichen; Nixflex nimmt höchstens %2.</translation>
    </message>
    <message>
        <source>%1 is not at Nixflex any more, so there is no business profile to change.</source>
        <translation>%1 ist nicht mehr bei Nixflex; es gibt kein Geschäftsprofil zu ändern.</translation>
    </message>
    <message>
        <source>The business profile was changed at Nixflex in the meantime. Nothing was sent. Look at the text that is there now, then change it again.</source>
        <translation>Das Geschäftsprofil wurde bei Nixflex inzwischen geändert. Es wurde nichts gesendet. Sehen Sie sich den Text an, der jetzt dort ist, und ändern Sie ihn dann noch einmal.</translation>
    </message>
    <message>
        <source>The business profile was sent, but no answer came, and it could not be found out yet whether Nixflex has it. This is settled as soon as Nixflex can be read.</source>
        <translation>Das Geschäftsprofil wurde gesendet, aber es kam keine Antwort, und noch ist nicht bekannt, ob Nixflex es hat. Das klärt sich, sobald Nixflex gelesen werden kann.</translation>
    </message>
    <message>
        <source>No usable answer came, and Nixflex still has the former business profile: nothing has changed. You can try again.</source>
        <translation>Es kam keine brauchbare Antwort, und Nixflex hat noch das frühere Geschäftsprofil: Es hat sich nichts geändert. Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No usable answer came, and in the meantime somebody else changed the business profile. Theirs was left as it is.</source>
        <translation>Es kam keine brauchbare Antwort, und inzwischen hat jemand anders das Geschäftsprofil geändert. Dieser Text blieb, wie er ist.</translation>
    </message>
    <message>
        <source>Nixflex took the business profile, but shows another text. Look at it again.</source>
        <translation>Nixflex hat das Geschäftsprofil angenommen, zeigt aber einen anderen Text. Sehen Sie es sich noch einmal an.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::ReadBack</name>
    <message>
        <source>The number was imported, but could not be read back from Twilio. Check its health to see what is set up there, and keep that if the agent answers.</source>
        <translation>Die Nummer wurde importiert, konnte aber nicht von Twilio zurückgelesen werden. Prüfen Sie ihren Zustand, um zu sehen, was dort eingerichtet ist, und behalten Sie das, wenn der Agent antwortet.</translation>
    </message>
    <message>
        <source>The SIP trunk %1 is still set and takes the calls: Nixflex will not be reached. Remove the trunk from the number at Twilio.</source>
        <translation>Der SIP-Trunk %1 ist noch eingestellt und nimmt die Anrufe an: Nixflex wird nicht erreicht. Entfernen Sie den Trunk bei Twilio von der Nummer.</translation>
    </message>
    <message>
        <source>The TwiML app %1 is still set and takes the calls: Nixflex will not be reached. Remove the app from the number at Twilio.</source>
        <translation>Die TwiML-App %1 ist noch eingestellt und nimmt die Anrufe an: Nixflex wird nicht erreicht. Entfernen Sie die App bei Twilio von der Nummer.</translation>
    </message>
    <message>
        <source>The TwiML app %1 is still set and takes the text messages: they will not reach Nixflex.</source>
        <translation>Die TwiML-App %1 ist noch eingestellt und nimmt die Textnachrichten an: Sie erreichen Nixflex nicht.</translation>
    </message>
    <message>
        <source>Nixflex reported success, but the number&apos;s webhooks at Twilio did not change. Make a test call.</source>
        <translation>Nixflex meldete Erfolg, aber die Webhooks der Nummer bei Twilio haben sich nicht geändert. Machen Sie einen Testanruf.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Repair</name>
    <message>
        <source>What Nixflex had set up at %1 was never seen on this computer.</source>
        <translation>Was Nixflex für %1 eingerichtet hatte, wurde auf diesem Computer nie gesehen.</translation>
    </message>
    <message>
        <source>%1 is no longer in its Twilio account: it was released, or moved to another account.</source>
        <translation>%1 ist nicht mehr in ihrem Twilio-Konto: Sie wurde freigegeben oder in ein anderes Konto verschoben.</translation>
    </message>
    <message>
        <source>%1 was changed at Twilio since it was checked. Check it again and look at what is there now.</source>
        <translation>%1 wurde seit der Prüfung bei Twilio geändert. Prüfen Sie sie erneut, und sehen Sie nach, was jetzt dort ist.</translation>
    </message>
    <message>
        <source>%1 is not connected to an agent at Nixflex, so nobody would answer there. Import it again.</source>
        <translation>%1 ist bei Nixflex mit keinem Agenten verbunden, daher würde dort niemand antworten. Importieren Sie sie erneut.</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Restore</name>
    <message>
        <source>There is no record on this computer of what answered %1 before an import.</source>
        <translation>Auf diesem Computer ist nicht aufgezeichnet, was %1 vor einem Import beantwortet hat.</translation>
    </message>
    <message>
        <source>%1 is no longer in the Twilio account %2: it was released, or moved to another account. Nothing can be set back there; what was saved stays in its history.</source>
        <translation>%1 ist nicht mehr im Twilio-Konto %2: Die Nummer wurde freigegeben oder in ein anderes Konto verschoben. Dort kann nichts zurückgesetzt werden; das Gesicherte bleibt in ihrem Verlauf.</translation>
    </message>
    <message>
        <source>Twilio took the former settings, but shows others for: %1. Look at the number in the Twilio Console.</source>
        <translation>Twilio hat die früheren Einstellungen angenommen, zeigt aber andere für: %1. Sehen Sie sich die Nummer in der Twilio Console an.</translation>
    </message>
    <message>
        <source>The former settings were sent to Twilio, but no answer came, and it could not be found out yet whether they are set. This is settled as soon as Twilio can be read.</source>
        <translation>Die früheren Einstellungen wurden an Twilio gesendet, doch es kam keine Antwort, und noch ließ sich nicht feststellen, ob sie gesetzt sind. Das wird geklärt, sobald Twilio gelesen werden kann.</translation>
    </message>
    <message>
        <source>The former settings did not reach Twilio: the number is as it was. You can try again.</source>
        <translation>Die früheren Einstellungen haben Twilio nicht erreicht: Die Nummer ist, wie sie war. Sie können es erneut versuchen.</translation>
    </message>
    <message>
        <source>What was saved belongs to the Twilio account %1.</source>
        <translation>Das Gesicherte gehört zum Twilio-Konto %1.</translation>
    </message>
    <message>
        <source>The Auth Token of the Twilio account is not known here.</source>
        <translation>Der Auth Token des Twilio-Kontos ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>What was saved of %1 names the SID of another number (%2).</source>
        <translation>Was von %1 gesichert wurde, nennt die SID einer anderen Nummer (%2).</translation>
    </message>
</context>
<context>
    <name>numbers::operations::Settle</name>
    <message>
        <source>The request was sent, but no answer came, and it could not be found out yet whether the number was imported. Do not import it again: this is settled as soon as Nixflex can be read.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine Antwort, und es ließ sich noch nicht klären, ob die Nummer importiert wurde. Importieren Sie sie nicht noch einmal: Das wird geklärt, sobald Nixflex gelesen werden kann.</translation>
    </message>
    <message>
        <source>The request was sent, but no answer came, and it could not be found out yet whether the number was removed. This is settled as soon as Nixflex can be read.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine Antwort, und es ließ sich noch nicht klären, ob die Nummer entfernt wurde. Das wird geklärt, sobald Nixflex gelesen werden kann.</translation>
    </message>
    <message>
        <source>Nixflex changed the number&apos;s webhooks at Twilio but did not import the number. Import it again, or set the former webhooks by hand: they are kept in this operation&apos;s backup.</source>
        <translation>Nixflex hat die Webhooks der Nummer bei Twilio geändert, die Nummer aber nicht importiert. Importieren Sie sie erneut oder setzen Sie die früheren Webhooks von Hand: Sie sind in der Sicherung dieses Vorgangs aufbewahrt.</translation>
    </message>
    <message>
        <source>In the meantime this number was connected to another agent (%1).</source>
        <translation>Inzwischen wurde diese Nummer mit einem anderen Agenten (%1) verbunden.</translation>
    </message>
    <message>
        <source>Nixflex gave no usable answer, and the number is not in its list: it was not imported. Nothing has changed. You can try again.</source>
        <translation>Nixflex gab keine brauchbare Antwort, und die Nummer ist nicht in seiner Liste: Sie wurde nicht importiert. Nichts hat sich geändert. Sie können es erneut versuchen.</translation>
    </message>
    <message>
        <source>Nixflex gave no usable answer, and the number is still in its list: it was not removed. Nothing has changed. You can try again.</source>
        <translation>Nixflex gab keine brauchbare Antwort, und die Nummer ist noch in seiner Liste: Sie wurde nicht entfernt. Nichts hat sich geändert. Sie können es erneut versuchen.</translation>
    </message>
    <message>
        <source>What Nixflex answered was not recorded, and the number is not in its list: it was not imported. Nothing has changed. You can try again.</source>
        <translation>Was Nixflex antwortete, wurde nicht aufgezeichnet, und die Nummer ist nicht in seiner Liste: Sie wurde nicht importiert. Nichts hat sich geändert. Sie können es erneut versuchen.</translation>
    </message>
    <message>
        <source>What Nixflex answered was not recorded, and the number is still in its list: it was not removed. Nothing has changed. You can try again.</source>
        <translation>Was Nixflex antwortete, wurde nicht aufgezeichnet, und die Nummer ist noch in seiner Liste: Sie wurde nicht entfernt. Nichts hat sich geändert. Sie können es erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>numbers::routing::Routing</name>
    <message>
        <source>%1, through the TwiML application %2</source>
        <translation>%1, über die TwiML-App %2</translation>
    </message>
    <message>
        <source>%1, through the Messaging Service %2</source>
        <translation>%1, über den Messaging-Service %2</translation>
    </message>
    <message>
        <source>Voice calls</source>
        <translation>Sprachanrufe</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>Textnachrichten</translation>
    </message>
    <message>
        <source>Call status reports</source>
        <translation>Anrufstatus-Meldungen</translation>
    </message>
    <message>
        <source>Nobody: nothing is set up</source>
        <translation>Niemand: Nichts ist eingerichtet</translation>
    </message>
    <message>
        <source>Nobody: Twilio’s demonstration, never set up</source>
        <translation>Niemand: Demo von Twilio, nie eingerichtet</translation>
    </message>
    <message>
        <source>Nixflex</source>
        <translation>Nixflex</translation>
    </message>
    <message>
        <source>Twilio Studio flow %1</source>
        <translation>Twilio-Studio-Flow %1</translation>
    </message>
    <message>
        <source>TwiML Bin %1</source>
        <translation>TwiML Bin %1</translation>
    </message>
    <message>
        <source>Twilio Function at %1</source>
        <translation>Twilio Function unter %1</translation>
    </message>
    <message>
        <source>Twilio Flex</source>
        <translation>Twilio Flex</translation>
    </message>
    <message>
        <source>Twilio Proxy service %1</source>
        <translation>Twilio-Proxy-Service %1</translation>
    </message>
    <message>
        <source>SIP trunk %1</source>
        <translation>SIP-Trunk %1</translation>
    </message>
    <message>
        <source>A server at %1</source>
        <translation>Ein Server unter %1</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Nobody: this number takes no texts</source>
        <translation>Niemand: Diese Nummer nimmt keine Nachrichten an</translation>
    </message>
    <message>
        <source>Nobody: this number takes no calls</source>
        <translation>Niemand: Diese Nummer nimmt keine Anrufe an</translation>
    </message>
    <message>
        <source>Nobody: only a fallback is set, which is never reached</source>
        <translation>Niemand: Nur ein Ersatz ist gesetzt, der nie erreicht wird</translation>
    </message>
    <message>
        <source>Nobody: the Messaging Service %1 drops texts</source>
        <translation>Niemand: Der Messaging-Service %1 verwirft Nachrichten</translation>
    </message>
    <message>
        <source>TwiML application %1</source>
        <translation>TwiML-App %1</translation>
    </message>
    <message>
        <source>SIP trunk %1, which is gone</source>
        <translation>SIP-Trunk %1, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>TwiML application %1, which is gone</source>
        <translation>TwiML-App %1, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>The Messaging Service %1</source>
        <translation>Der Messaging-Service %1</translation>
    </message>
    <message>
        <source>%1, as faxes</source>
        <translation>%1, als Faxe</translation>
    </message>
    <message>
        <source>The account’s TwiML applications could not be read.</source>
        <translation>Die TwiML-Apps des Kontos konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The account no longer has it. What Twilio does then is not documented.</source>
        <translation>Das Konto hat sie nicht mehr. Was Twilio dann tut, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>The account’s Messaging Services could not be read: one of them may take the texts before this.</source>
        <translation>Die Messaging-Services des Kontos konnten nicht gelesen werden: Einer davon kann die Nachrichten vorher annehmen.</translation>
    </message>
    <message>
        <source>It may leave the texts to the number’s own address: Twilio’s answer does not say.</source>
        <translation>Er überlässt die Nachrichten vielleicht der eigenen Adresse der Nummer: Twilios Antwort sagt es nicht.</translation>
    </message>
    <message>
        <source>The number is set to receive faxes: callers hear a fax machine.</source>
        <translation>Die Nummer ist auf Faxempfang gestellt: Anrufer hören ein Faxgerät.</translation>
    </message>
    <message>
        <source>Twilio does not document whether the number’s own address is told as well.</source>
        <translation>Twilio dokumentiert nicht, ob auch die eigene Adresse der Nummer benachrichtigt wird.</translation>
    </message>
    <message>
        <source>Twilio does not document whether calls through a trunk are reported here.</source>
        <translation>Twilio dokumentiert nicht, ob Anrufe über einen Trunk hier gemeldet werden.</translation>
    </message>
</context>
<context>
    <name>numbers::secrets</name>
    <message>
        <source>There is nothing to remember: the secret is empty.</source>
        <translation>Es gibt nichts zu merken: Das Geheimnis ist leer.</translation>
    </message>
    <message>
        <source>This is too long to be kept in a keychain (more than %1 bytes). Check that only the secret itself was pasted.</source>
        <translation>Das ist zu lang für einen Schlüsselbund (mehr als %1 Bytes). Prüfen Sie, ob nur das Geheimnis selbst eingefügt wurde.</translation>
    </message>
    <message>
        <source>The secret holds characters that cannot be stored. Copy it again from where it is shown.</source>
        <translation>Das Geheimnis enthält Zeichen, die nicht gespeichert werden können. Kopieren Sie es noch einmal von dort, wo es angezeigt wird.</translation>
    </message>
</context>
<context>
    <name>numbers::secrets::SecretStore</name>
    <message>
        <source>Your keyring is locked or not set up yet. Unlock it (for example by signing in again) and try again, or use the secret for this session only.</source>
        <translation>Ihr Schlüsselbund ist gesperrt oder noch nicht eingerichtet. Entsperren Sie ihn (etwa durch erneutes Anmelden) und versuchen Sie es erneut, oder verwenden Sie das Geheimnis nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Access to the keychain was refused. Allow Nixflex Numbers to use it when the system asks, or use the secret for this session only.</source>
        <translation>Der Zugriff auf den Schlüsselbund wurde verweigert. Erlauben Sie ihn Nixflex Numbers, wenn das System fragt, oder verwenden Sie das Geheimnis nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>This computer has no running keychain service, so nothing can be remembered safely. Install or start one (GNOME Keyring, KWallet or KeePassXC), or use the secret for this session only.</source>
        <translation>Auf diesem Computer läuft kein Schlüsselbund-Dienst, daher kann nichts sicher gemerkt werden. Installieren oder starten Sie einen (GNOME Keyring, KWallet oder KeePassXC) oder verwenden Sie das Geheimnis nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keychain did not work. Try again; if that does not help, sign in to this computer again, or use the secret for this session only.</source>
        <translation>Der Schlüsselbund hat nicht funktioniert. Versuchen Sie es erneut; hilft das nicht, melden Sie sich neu an diesem Computer an oder verwenden Sie das Geheimnis nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keychain works.</source>
        <translation>Der Schlüsselbund funktioniert.</translation>
    </message>
    <message>
        <source>The keychain has not been tried yet.</source>
        <translation>Der Schlüsselbund wurde noch nicht erprobt.</translation>
    </message>
</context>
<context>
    <name>numbers::store::Backup</name>
    <message>
        <source>This is not what “backup export” writes. An export of the history cannot be set back: passwords are masked there.</source>
        <translation>Das ist nicht, was „backup export“ schreibt. Ein Export des Verlaufs lässt sich nicht zurücksetzen: Kennwörter sind dort unkenntlich.</translation>
    </message>
    <message>
        <source>The backup is damaged: “%1” is missing, or not as it was written.</source>
        <translation>Die Sicherung ist beschädigt: „%1“ fehlt oder ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>The backup has “%1”, which is not known here. Nothing was set back.</source>
        <translation>Die Sicherung enthält „%1“, was hier nicht bekannt ist. Es wurde nichts zurückgesetzt.</translation>
    </message>
    <message>
        <source>The backup is damaged: what “%1” says cannot be set at Twilio.</source>
        <translation>Die Sicherung ist beschädigt: Was bei „%1“ steht, lässt sich bei Twilio nicht einstellen.</translation>
    </message>
    <message>
        <source>The backup is damaged: “%1” names a SIP trunk and a TwiML app, and Twilio has one of them at most.</source>
        <translation>Die Sicherung ist beschädigt: „%1“ nennt einen SIP-Trunk und eine TwiML-App, und bei Twilio gibt es höchstens eins davon.</translation>
    </message>
    <message>
        <source>This is not JSON, so no backup either: %1.</source>
        <translation>Das ist kein JSON, also auch keine Sicherung: %1.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote this backup. Set it back with that one.</source>
        <translation>Diese Sicherung hat eine neuere Version dieses Programms geschrieben. Setzen Sie sie mit jener zurück.</translation>
    </message>
</context>
<context>
    <name>numbers::store::Database</name>
    <message>
        <source>“%1” is damaged. It was left as it is. Restore it from a backup, or move it away to start with an empty one.</source>
        <translation>„%1“ ist beschädigt. Die Datei wurde so gelassen, wie sie war. Stellen Sie sie aus einer Sicherung wieder her oder verschieben Sie sie, um mit einer leeren zu beginnen.</translation>
    </message>
    <message>
        <source>The disk is full, so “%1” could not be written. Nothing was changed there. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll, daher konnte „%1“ nicht geschrieben werden. Dort wurde nichts geändert. Schaffen Sie Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: the file or its folder is read-only. Change its permissions, or choose another folder with --profile.</source>
        <translation>„%1“ kann nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt. Ändern Sie die Berechtigungen oder wählen Sie mit --profile einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” is locked by another program. Close that program, or try again later.</source>
        <translation>„%1“ ist von einem anderen Programm gesperrt. Schließen Sie dieses Programm oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>“%1” is not a ledger of this program. It was left as it is. Move it away, or choose another folder with --profile.</source>
        <translation>„%1“ enthält keine Aufzeichnungen dieses Programms. Die Datei wurde so gelassen, wie sie war. Verschieben Sie sie oder wählen Sie mit --profile einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that the folder exists and may be written.</source>
        <translation>„%1“ kann nicht geöffnet werden. Prüfen Sie, ob der Ordner vorhanden und beschreibbar ist.</translation>
    </message>
    <message>
        <source>This could not be recorded because of a fault in the program. Nothing was changed. Please report it.</source>
        <translation>Das konnte wegen eines Programmfehlers nicht festgehalten werden. Nichts wurde geändert. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>This is recorded already.</source>
        <translation>Das ist schon festgehalten.</translation>
    </message>
    <message>
        <source>“%1” could not be read or written. Check the disk.</source>
        <translation>„%1“ konnte nicht gelesen oder geschrieben werden. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The database driver for SQLite is missing. Reinstall the program.</source>
        <translation>Der Datenbanktreiber für SQLite fehlt. Installieren Sie das Programm neu.</translation>
    </message>
</context>
<context>
    <name>numbers::store::HealthRepository</name>
    <message>
        <source>Something else is being done with %1. Wait until it is over, then try again.</source>
        <translation>Mit %1 geschieht gerade etwas anderes. Warten Sie, bis es vorbei ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 is no longer in the fleet.</source>
        <translation>%1 ist nicht mehr unter Ihren Nummern.</translation>
    </message>
    <message>
        <source>%1 is at Nixflex after all, so it stays in the list.</source>
        <translation>%1 ist doch bei Nixflex und bleibt daher in der Liste.</translation>
    </message>
    <message>
        <source>There is no such operation in your records.</source>
        <translation>Einen solchen Vorgang gibt es in Ihren Aufzeichnungen nicht.</translation>
    </message>
    <message>
        <source>What %1 is compared with has changed since, so there is nothing to take back.</source>
        <translation>Womit %1 verglichen wird, hat sich seither geändert; zurückzunehmen ist also nichts.</translation>
    </message>
    <message>
        <source>%1 is in the list again already.</source>
        <translation>%1 ist schon wieder in der Liste.</translation>
    </message>
    <message>
        <source>That was done with another Nixflex key. Take that key in the preferences first.</source>
        <translation>Das geschah mit einem anderen Nixflex-Schlüssel. Wählen Sie zuerst diesen Schlüssel in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>numbers::store::InstanceLock</name>
    <message>
        <source>No file can be made in “%1”, so other running programs could not be kept from the same work. Nothing was changed. Check the folder&apos;s permissions and the disk.</source>
        <translation>In „%1“ kann keine Datei angelegt werden, daher ließen sich andere laufende Programme nicht von derselben Arbeit abhalten. Nichts wurde geändert. Prüfen Sie die Berechtigungen des Ordners und den Datenträger.</translation>
    </message>
</context>
<context>
    <name>numbers::store::Migrator</name>
    <message>
        <source>The ledger has to be changed for this version of the program, but could not be copied first. Nothing was changed. %1</source>
        <translation>Ihre Aufzeichnungen müssen für diese Programmversion umgestellt werden, konnten aber nicht vorher kopiert werden. Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>“%1” is the database of another program. It was left as it is. Choose another folder with --profile.</source>
        <translation>„%1“ ist die Datenbank eines anderen Programms. Sie wurde so gelassen, wie sie war. Wählen Sie mit --profile einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of this program (schema %2, this one knows %3). It was left as it is. Install the newer version.</source>
        <translation>„%1“ wurde von einer neueren Version dieses Programms geschrieben (Schema %2, diese kennt %3). Die Datei wurde so gelassen, wie sie war. Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <source>“%1” cannot be made (%2).</source>
        <translation>„%1“ kann nicht angelegt werden (%2).</translation>
    </message>
</context>
<context>
    <name>numbers::store::OperationJournal</name>
    <message>
        <source>This operation was taken over while it was waiting. What became of it is in the history.</source>
        <translation>Dieser Vorgang wurde übernommen, während er wartete. Was daraus wurde, steht im Verlauf.</translation>
    </message>
    <message>
        <source>Another running program works on this operation.</source>
        <translation>Ein anderes laufendes Programm arbeitet an diesem Vorgang.</translation>
    </message>
</context>
<context>
    <name>numbers::store::Operations</name>
    <message>
        <source>Another operation on this number is under way or has no known outcome yet. Nothing was sent. Wait until it is settled.</source>
        <translation>Ein anderer Vorgang mit dieser Nummer läuft oder hat noch keinen bekannten Ausgang. Nichts wurde gesendet. Warten Sie, bis er geklärt ist.</translation>
    </message>
</context>
<context>
    <name>numbers::store::ReadOnlyLedger</name>
    <message>
        <source>“%1” cannot be written, and could not be copied to be read either (%2). Make room in “%3”, or change its permissions.</source>
        <translation>„%1“ kann nicht geschrieben werden und konnte zum Lesen auch nicht kopiert werden (%2). Schaffen Sie Platz in „%3“, oder ändern Sie die Rechte.</translation>
    </message>
    <message>
        <source>“%1” is being written by another program all the time. Try again later.</source>
        <translation>„%1“ wird andauernd von einem anderen Programm geschrieben. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: the file, its folder or its disk is read-only. What it holds can be read, and nothing can be changed. To work, change the permissions or choose another folder with --profile.</source>
        <translation>„%1“ kann nicht geschrieben werden: Die Datei, ihr Ordner oder der Datenträger ist schreibgeschützt. Was darin steht, kann gelesen, aber nichts kann geändert werden. Ändern Sie zum Arbeiten die Rechte, oder wählen Sie mit --profile einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>numbers::twilio::Errors</name>
    <message>
        <source>Twilio refused the Account SID and Auth Token. Copy both again from the first page of the Twilio Console, without blanks. They are also refused when the token was replaced, when the account is suspended, when they are those of a subaccount or of another region.</source>
        <translation>Twilio hat Account SID und Auth Token abgelehnt. Kopieren Sie beide noch einmal von der ersten Seite der Twilio Console, ohne Leerzeichen. Sie werden auch abgelehnt, wenn das Token ersetzt wurde, das Konto gesperrt ist oder sie zu einem Unterkonto oder einer anderen Region gehören.</translation>
    </message>
    <message>
        <source>This Twilio account is not active: it has no funds or was not activated. Resolve this in the Twilio Console.</source>
        <translation>Dieses Twilio-Konto ist nicht aktiv: Es hat kein Guthaben oder wurde nicht aktiviert. Klären Sie das in der Twilio Console.</translation>
    </message>
    <message>
        <source>These credentials may not do this at Twilio. Use the account&apos;s Auth Token.</source>
        <translation>Diese Zugangsdaten dürfen das bei Twilio nicht. Verwenden Sie das Auth Token des Kontos.</translation>
    </message>
    <message>
        <source>These are Twilio&apos;s test credentials, which cannot read numbers. Use the live credentials from the first page of the Twilio Console.</source>
        <translation>Das sind die Test-Zugangsdaten von Twilio, die keine Nummern lesen können. Verwenden Sie die echten Zugangsdaten von der ersten Seite der Twilio Console.</translation>
    </message>
    <message>
        <source>This is disabled for this Twilio account. Ask Twilio&apos;s support.</source>
        <translation>Das ist für dieses Twilio-Konto abgeschaltet. Fragen Sie den Support von Twilio.</translation>
    </message>
    <message>
        <source>Twilio does not have this in this account. It may have been removed, or belong to another account or subaccount.</source>
        <translation>Twilio hat das in diesem Konto nicht. Es wurde vielleicht entfernt oder gehört zu einem anderen Konto oder Unterkonto.</translation>
    </message>
    <message>
        <source>Somebody else is changing this at Twilio at the same time. Try again.</source>
        <translation>Jemand anderes ändert das gerade bei Twilio. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Twilio did not accept a value. Correct it and try again.</source>
        <translation>Twilio hat einen Wert nicht angenommen. Berichtigen Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Twilio is asked too much at once. Try again in a moment.</source>
        <translation>Twilio erhält zu viele Anfragen auf einmal. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Twilio has a problem. Try again later.</source>
        <translation>Twilio hat eine Störung. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Twilio is not available now. Try again later.</source>
        <translation>Twilio ist gerade nicht verfügbar. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Twilio did not accept a webhook address or its method. Check the address.</source>
        <translation>Twilio hat eine Webhook-Adresse oder ihre Methode nicht angenommen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Twilio does not accept a fallback address without a main address. Set both.</source>
        <translation>Twilio nimmt keine Ersatzadresse ohne Hauptadresse an. Setzen Sie beide.</translation>
    </message>
    <message>
        <source>A Twilio trial account cannot do this. Upgrade the account in the Twilio Console.</source>
        <translation>Ein Twilio-Testkonto kann das nicht. Werten Sie das Konto in der Twilio Console auf.</translation>
    </message>
    <message>
        <source>Twilio says this is no phone number. Check its digits.</source>
        <translation>Laut Twilio ist das keine Telefonnummer. Prüfen Sie die Ziffern.</translation>
    </message>
    <message>
        <source>This number is no longer available. Choose another one.</source>
        <translation>Diese Nummer ist nicht mehr verfügbar. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This is no area code. Enter another one.</source>
        <translation>Das ist keine Ortsvorwahl. Geben Sie eine andere ein.</translation>
    </message>
    <message>
        <source>There are no numbers in this area code now. Choose another one.</source>
        <translation>Mit dieser Ortsvorwahl gibt es gerade keine Nummern. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Twilio wants a local address for this number. Add one in the Twilio Console.</source>
        <translation>Twilio verlangt für diese Nummer eine Adresse vor Ort. Fügen Sie eine in der Twilio Console hinzu.</translation>
    </message>
    <message>
        <source>Twilio wants an address for this number. Add one in the Twilio Console.</source>
        <translation>Twilio verlangt für diese Nummer eine Adresse. Fügen Sie eine in der Twilio Console hinzu.</translation>
    </message>
    <message>
        <source>Twilio wants a regulatory bundle for this number. Create one in the Twilio Console.</source>
        <translation>Twilio verlangt für diese Nummer ein Regulatory Bundle. Legen Sie eines in der Twilio Console an.</translation>
    </message>
    <message>
        <source>The regulatory bundle does not fit this number. Check it in the Twilio Console.</source>
        <translation>Das Regulatory Bundle passt nicht zu dieser Nummer. Prüfen Sie es in der Twilio Console.</translation>
    </message>
    <message>
        <source>Twilio wants an identity document for this number. Add one in the Twilio Console.</source>
        <translation>Twilio verlangt für diese Nummer einen Identitätsnachweis. Fügen Sie einen in der Twilio Console hinzu.</translation>
    </message>
    <message>
        <source>A trial account may text verified numbers only. Verify the number or upgrade the account in the Twilio Console.</source>
        <translation>Ein Testkonto darf nur an verifizierte Nummern Textnachrichten senden. Verifizieren Sie die Nummer oder werten Sie das Konto in der Twilio Console auf.</translation>
    </message>
    <message>
        <source>Calls to this country are switched off in the account&apos;s geographic permissions. Switch them on in the Twilio Console.</source>
        <translation>Anrufe in dieses Land sind in den geografischen Berechtigungen des Kontos abgeschaltet. Schalten Sie sie in der Twilio Console ein.</translation>
    </message>
    <message>
        <source>Text messages to this country are switched off in the account&apos;s geographic permissions. Switch them on in the Twilio Console.</source>
        <translation>Textnachrichten in dieses Land sind in den geografischen Berechtigungen des Kontos abgeschaltet. Schalten Sie sie in der Twilio Console ein.</translation>
    </message>
    <message>
        <source>The number is in this Messaging Service already. Nothing has to be done.</source>
        <translation>Die Nummer ist schon in diesem Messaging Service. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The number is in another Messaging Service. Take it out there first.</source>
        <translation>Die Nummer ist in einem anderen Messaging Service. Nehmen Sie sie zuerst dort heraus.</translation>
    </message>
    <message>
        <source>The number is not registered for A2P 10DLC, so text messages to the US are blocked. Register it in the Twilio Console.</source>
        <translation>Die Nummer ist nicht für A2P 10DLC registriert, daher werden Textnachrichten in die USA blockiert. Registrieren Sie sie in der Twilio Console.</translation>
    </message>
    <message>
        <source>The toll-free number is not verified, so text messages are blocked. Verify it in the Twilio Console.</source>
        <translation>Die gebührenfreie Nummer ist nicht verifiziert, daher werden Textnachrichten blockiert. Verifizieren Sie sie in der Twilio Console.</translation>
    </message>
    <message>
        <source>Twilio did not accept the request.</source>
        <translation>Twilio hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Twilio does not allow this with these credentials.</source>
        <translation>Twilio erlaubt das mit diesen Zugangsdaten nicht.</translation>
    </message>
    <message>
        <source>Twilio does not have this in this account.</source>
        <translation>Twilio hat das in diesem Konto nicht.</translation>
    </message>
    <message>
        <source>Twilio gave an unexpected answer.</source>
        <translation>Twilio gab eine unerwartete Antwort.</translation>
    </message>
    <message>
        <source>Twilio says: “%1”</source>
        <translation>Twilio sagt: „%1“</translation>
    </message>
</context>
<context>
    <name>numbers::twilio::IncomingNumbers</name>
    <message>
        <source>%1 is not in the Twilio account %2. Check the number, or choose the account or subaccount that owns it.</source>
        <translation>%1 gehört nicht zum Twilio-Konto %2. Prüfen Sie die Nummer oder wählen Sie das Konto oder Unterkonto, dem sie gehört.</translation>
    </message>
    <message>
        <source>This is not the SID of a phone number at Twilio. Nothing was sent.</source>
        <translation>Das ist nicht die SID einer Telefonnummer bei Twilio. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>It is not known whether %1 is in this Twilio account: part of Twilio&apos;s list could not be read (%2).</source>
        <translation>Es ist nicht bekannt, ob %1 in diesem Twilio-Konto ist: Ein Teil von Twilios Liste konnte nicht gelesen werden (%2).</translation>
    </message>
</context>
<context>
    <name>numbers::workspace::Diagnostics</name>
    <message>
        <source>The diagnostics could not be saved to %1: %2. Choose another place.</source>
        <translation>Die Diagnose konnte nicht in %1 gespeichert werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>numbers::workspace::LogFile</name>
    <message>
        <source>The log cannot be written in %1: %2</source>
        <translation>Das Protokoll kann nicht in %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>numbers::workspace::Practice</name>
    <message>
        <source>Another program is practising in “%1”, but cannot be joined. Close it, or choose another folder with --profile.</source>
        <translation>Ein anderes Programm übt in „%1“, aber es gibt keinen Zugang dazu. Schließen Sie es oder wählen Sie mit --profile einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Practice mode could not be started: %1</source>
        <translation>Der Übungsmodus konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>numbers::workspace::Profile</name>
    <message>
        <source>The profile folder %1 cannot be used: %2 Choose another folder, or change its permissions.</source>
        <translation>Der Profilordner %1 kann nicht verwendet werden: %2 Wählen Sie einen anderen Ordner oder ändern Sie die Berechtigungen.</translation>
    </message>
    <message>
        <source>The folder %1 holds real work, so practice mode does not use it. Choose another folder for practising.</source>
        <translation>Der Ordner %1 enthält echte Arbeit, daher verwendet der Übungsmodus ihn nicht. Wählen Sie zum Üben einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder %1 holds a practice profile. Choose another folder for real work, or start in practice mode.</source>
        <translation>Der Ordner %1 enthält ein Übungsprofil. Wählen Sie für echte Arbeit einen anderen Ordner oder starten Sie im Übungsmodus.</translation>
    </message>
    <message>
        <source>there is a file of that name.</source>
        <translation>Es gibt eine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>it cannot be created.</source>
        <translation>Er kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>it cannot be written (%1).</source>
        <translation>Er kann nicht beschrieben werden (%1).</translation>
    </message>
</context>
<context>
    <name>numbers::workspace::Settings</name>
    <message>
        <source>The settings in %1 cannot be read: %2. Defaults are used, and changes are not saved until the file can be read.</source>
        <translation>Die Einstellungen in %1 können nicht gelesen werden: %2. Es gelten die Vorgaben, und Änderungen werden nicht gespeichert, bis die Datei gelesen werden kann.</translation>
    </message>
    <message>
        <source>The settings could not be saved to %1: %2. The old ones are still there. Make room on the disk or mend the folder&apos;s permissions; the next change saves again.</source>
        <translation>Die Einstellungen konnten nicht in %1 gespeichert werden: %2. Die alten sind noch da. Schaffen Sie Platz auf dem Datenträger oder berichtigen Sie die Berechtigungen des Ordners; die nächste Änderung speichert erneut.</translation>
    </message>
</context>
</TS>
